"""List markers and clause numbers."""

from __future__ import annotations

import pytest

from demandgraph.language.markers import read_marker, roman


@pytest.mark.parametrize(
    ("line", "marker", "value"),
    [
        ("1. Urges", "1.", 1),
        ("12) Urges", "12)", 12),
        ("(3) Urges", "(3)", 3),
        ("1. 1. Close", "1. 1.", 1),
        ("140.12 Ratify", "140.12", 12),
        ("12. (b) Urges", "12. (b)", 2),
        ("(c) to act", "(c)", 3),
        ("d) to act", "d)", 4),
        ("(iv) to act", "(iv)", 4),
        ("A. whereas", "A.", 1),
        ("III. Findings", "III.", 3),
        ("OP7 Urges", "OP7", 7),
        ("PP3bis Recalling", "PP3bis", 3),
        ("• boats", "•", 0),
        ("- boats", "-", 0),
        ("– having regard", "–", 0),
        ("* boats", "*", 0),
        ("## Demands", "##", 0),
    ],
)
def test_marker(line: str, marker: str, value: int) -> None:
    found = read_marker(line)
    assert found is not None
    assert (found.text, found.value) == (marker, value)
    assert line[: found.width].strip() == marker


@pytest.mark.parametrize(
    "line",
    [
        "2031 was a year", "12. March 2031", "3.5 million people", "The union", "-5 degrees", "1.", "I am here",
        "*emphasis*", "", "e.g. this",
    ],
)  # fmt: skip
def test_no_marker(line: str) -> None:
    assert read_marker(line) is None


def test_roman_numbers() -> None:
    assert [roman(n) for n in ("i", "iv", "ix", "xiv", "XL", "abc", "")] == [1, 4, 9, 14, 40, 0, 0]
