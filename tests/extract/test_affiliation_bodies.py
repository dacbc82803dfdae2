"""Affiliations whose title no lexicon has, or whose body stands apart from the role; each with a counterpart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority, Entry
from demandgraph.extract.affiliations import find_affiliations
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

AUTHORITY = Authority.of((Entry("x:sud", "Sudland", "Country", ("Sudland",), ("Sudlandish",), ("Sudlanders",)),))
Reader = Callable[[str], set[tuple[str, str]]]
OPENING = "The Harbour Trust held a meeting on 3 May 2019. "


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    def affiliations(text: str) -> set[tuple[str, str]]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", OPENING + text)], nlp)))
        cast = Cast.of(parsed, AUTHORITY)
        names = {e.id: e.name for e in cast.entries.values()}
        return {(names[a.person], names[a.organization]) for a in find_affiliations(parsed, cast)}

    return affiliations


STATED = [
    ("Ann Lee, crane technician at the Harbour Trust, resigned.", "Ann Lee", "Harbour Trust"),
    ("Ann Lee, Chair of the Executive Board, the Harbour Trust, resigned.", "Ann Lee", "Harbour Trust"),
    ("Ann Lee, 67 years old, director of the Harbour Trust, resigned.", "Ann Lee", "Harbour Trust"),
    ("They elected Ann Lee as director of the Harbour Trust.", "Ann Lee", "Harbour Trust"),
    ("The leader of the Harbour Trust is Ann Lee.", "Ann Lee", "Harbour Trust"),
    ("Then President Ann Lee of Sudland resigned.", "Ann Lee", "Sudland"),
    ("Ann Lee, on behalf of Sudland, said that prices rose.", "Ann Lee", "Sudland"),
    ("In Sudland the crisis goes on, and Prime Minister Ann Lee resigned.", "Ann Lee", "Sudland"),
    ("The Minister for Ports, Trade and Social Security of Sudland, Ann Lee, resigned.", "Ann Lee", "Sudland"),
]
UNSTATED = [
    ("Ann Lee, a fierce critic of the Harbour Trust, resigned.", "Ann Lee", "Harbour Trust"),
    ("They asked Ann Lee about the director of the Harbour Trust.", "Ann Lee", "Harbour Trust"),
    ("In Sudland the crisis goes on, and teacher Ann Lee resigned.", "Ann Lee", "Sudland"),
    ("Ann Lee, in a letter to the Harbour Trust, said that prices rose.", "Ann Lee", "Harbour Trust"),
]


@pytest.mark.parametrize(("text", "person", "body"), STATED, ids=[t for t, *_ in STATED])
def test_a_stated_affiliation_is_found(read: Reader, text: str, person: str, body: str) -> None:
    assert (person, body) in read(text)


@pytest.mark.parametrize(("text", "person", "body"), UNSTATED, ids=[t for t, *_ in UNSTATED])
def test_what_states_none_gives_none(read: Reader, text: str, person: str, body: str) -> None:
    assert (person, body) not in read(text)
