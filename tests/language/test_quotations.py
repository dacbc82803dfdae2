"""Stretches in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demandgraph.language.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “stop” and “go”.", ["“stop”", "“go”"]),
        ('She said "stop" and left.', ['"stop"']),
        ("He called it ‘a dead end’ today.", ["‘a dead end’"]),
        ("„Halt“, sagte sie.", ["„Halt“"]),
        ("«Halt», dit-elle.", ["«Halt»"]),
        ("The union’s members don’t agree.", []),
        ('A board 5" wide.', []),
        ("“We stay.\n“We do not go,” she said.", ["“We stay.", "“We do not go,”"]),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[b:e] for b, e in quotations(text)] == expected


@given(st.text(alphabet="ab “”\"'‘’„«»\n", max_size=200))
def test_any_text(text: str) -> None:
    found = quotations(text)
    assert all(0 <= b < e <= len(text) for b, e in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
