"""Markdown is read as a reader sees it."""

from __future__ import annotations

import pytest

from demandgraph.ingest.markdown import front_matter, read_markdown


def test_structure_stays_as_plain_lines() -> None:
    text = """# An *open* letter

We call on [all](https://example.org) states
to act:

1. free `everybody`;
2. stop
   - arrests
   - searches

5) admit observers

> quoted\\
> twice

| who | what |
|-----|------|
| A   | B    |

<p>Last <b>words</b></p>
"""
    assert (
        read_markdown(text).text
        == """An open letter

We call on all states to act:

1. free everybody;
2. stop
  - arrests
  - searches

5) admit observers

quoted
twice

who | what
A | B

Last words
"""
    )


def test_front_matter() -> None:
    content = read_markdown('---\ntitle: "A: B"\ndate: 2031-05-04\nPublisher: Lintel\nsource: x.example\n---\nText.\n')
    assert (content.title, content.date, content.publisher, content.source) == (
        "A: B",
        "2031-05-04",
        "Lintel",
        "x.example",
    )
    assert content.text == "Text.\n"
    assert content.notes == ()


@pytest.mark.parametrize("date", ["4 May 2031", "2031-02-30", "soon"])
def test_date_that_is_none_is_left_out_and_noted(date: str) -> None:
    content = read_markdown(f"---\ndate: {date}\n---\nText.\n")
    assert content.date is None
    assert date in content.notes[0]


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert read_markdown("# A *title*\n\nText").title == "A title"
    assert read_markdown("Text\n\n# Later").title is None
    assert read_markdown("## Second level\n\nText").title is None


def test_rule_at_the_top_is_no_front_matter() -> None:
    content = read_markdown("---\n\nText without an end\n")
    assert "Text without an end" in content.text


def test_nested_values_are_left_out() -> None:
    assert front_matter("title: A\ntags:\n  - one\n  - two\n") == {"title": "A", "tags": ""}
