"""Markdown shows what a document says, whatever it says."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from demandgraph.markdown import escaped, markdown

HOSTILE = [
    "<script>alert(1)</script>", "[a](javascript:x)", "![a](http://x.example)", "*a* _b_ `c`", "# heading", "1. item", "- item",
    "a | b", "https://x.example www.x.example", "&lt;b&gt;", "\\*", "a\n\n> b", "+ a", "~~a~~", "12) x", "<http://x.example>",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(escaped(text))
    plain = " ".join(text.split())
    assert html.startswith("<p>")
    assert html.count("<") == 2, html
    from html import unescape

    assert unescape(html).removeprefix("<p>").removesuffix("</p>\n") == plain


def test_rows_are_a_table() -> None:
    assert markdown(["a", "b"], [["1", "x|y"]]) == "| a | b |\n| --- | --- |\n| 1 | x\\|y |\n"


def test_rows_with_words_are_quoted() -> None:
    text = markdown(["actor", "quote"], [["Guild", "Lift\nthe ban!"], ["", ""]])
    assert text == "- **actor:** Guild\n\n  > Lift the ban!\n\n- …\n"
