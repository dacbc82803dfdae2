"""Tables fit the terminal and lose nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demandgraph.tables import table, widths

CELLS = st.text(st.sampled_from("ab c-"), max_size=40)


def squeezed(text: str) -> str:
    return re.sub(r"[\s─]", "", text)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5), st.integers(10, 120))
def test_widths_fit_where_they_can(rows: list[list[str]], room: int) -> None:
    found = widths(rows, room)
    assert all(width >= 1 for width in found)
    assert sum(found) + 6 <= max(room, 9)


@pytest.mark.parametrize("width", [12, 20, 40, 80, 200])
def test_nothing_is_cut_off(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setattr("demandgraph.tables.ELSEWHERE", width)
    cell = "appeal-orlen-bridge.txt", "pay compensation to the families", "redress"
    printed = table(("document", "action", "topic"), [cell])
    for part in ("document", "action", "topic", *cell):
        taken = iter(squeezed(printed))
        assert all(character in taken for character in squeezed(part)), (part, printed)
    assert len(squeezed(printed)) == len(squeezed("documentactiontopic" + "".join(cell)))


def test_words_are_kept_whole_where_they_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demandgraph.tables.ELSEWHERE", 60)
    printed = table(
        ("document", "action"), [("appeal-orlen-bridge.txt", "pay compensation to the families of the detained")]
    )
    assert "appeal-orlen-bridge.txt" in printed
    assert "compensation" in printed and "families" in printed


def test_empty() -> None:
    assert table(("a", "b"), []).split() == ["a", "b", "─" * 5] or "a" in table(("a", "b"), [])
    assert widths([], 80) == []
