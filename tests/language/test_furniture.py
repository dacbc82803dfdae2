"""Page furniture, line by line."""

from __future__ import annotations

import pytest

from demandgraph.language.furniture import furniture_of, name_of
from demandgraph.language.lines import split_lines


@pytest.mark.parametrize(
    "line",
    [
        "top of page", "Back to top", "Home | News | Contact us", "7 views", "Comments (14)", "3 min read",
        "Share this", "Page 3 of 9", "- 3 -", "3/7", "12", "***", "___", "-30-", "###", "ENDS",
        "ana@union.example.org", "www.union.org/help", "+47 555 01 22 33", "Tel: +47 555 01 22",
        "Media contact: Ana Bel, 0555 123 456", "For further information, please contact Ana Bel", "Photo: Ida Holm",
        "Guards at the gate. Photo: Ida Holm / NP", "The gate on Monday. Image: A. Bel / AFP via Getty Images",
        "© 2030 Union", "All rights reserved", "Read more: The strike", "Read more at https://union.example/strike",
        "Tags: strike, port", "A/HRC/14/37", "GE.10-14866 (E) 230610", "Distr.: General", "By Ana Bel and Jon Arvid",
        "PDF 140k WORD 60k", "Contents ................ 3", "Check against delivery",
    ],
)  # fmt: skip
def test_furniture(line: str) -> None:
    assert name_of(line)


@pytest.mark.parametrize(
    "line",
    [
        "The page was torn.", "Home is where they want to return.", "We share this view.",
        "Contact with the prisoners was lost.", "MEDIA RELEASE", "Calendar No. 19",
        "Read the Charter and act on it.", "Photo agencies were banned from the hall.", "12 people died.",
        "The report of 3 May said: stop.", "Email was blocked in the north of the country.", "By then it was late.",
        "Dear Minister,", "1. Urges all States", "Further arrests followed in May.", "Follow the law.",
        "Print media were closed.",
    ],
)  # fmt: skip
def test_text(line: str) -> None:
    assert name_of(line) == ""


def test_running_heads_after_the_first() -> None:
    pages = "\n\n".join(f"Union of Dockers – Report {n}\n\nText of page {n} goes on here." for n in range(1, 5))
    names = furniture_of(split_lines(pages))
    assert names == ["", "", "head", "", "head", "", "head", ""]


def test_alternative_text_above_its_caption() -> None:
    lines = split_lines("Dockers at the gate\nDockers at the gate Photo: Ida Holm\n\nThe gate was closed.")
    assert furniture_of(lines) == ["caption", "credit", ""]


def test_a_lone_small_word_is_what_is_left_of_a_button() -> None:
    assert furniture_of(split_lines("The gate was closed.\n\ntree\n\nIt opened again.")) == ["", "navigation", ""]


def test_notes_under_a_rule() -> None:
    lines = split_lines("The gate was closed\n_____\n1  See the report.\ncontinued here\n\nand opened again.")
    assert furniture_of(lines) == ["", "rule", "note", "note", ""]
