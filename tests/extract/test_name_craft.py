"""Names of flights, ships, weapons and buildings are no actors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def names(nlp: Language, known: Authority) -> Reader:
    """The names of a text's actors."""

    def names_of(text: str) -> set[str]:
        cast = Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), known)
        return {e.name for e in cast.entries.values()}

    return names_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officials said that Kestrel Airlines Flight KA21 was shot down over the sea.", "Kestrel"),
        ("Rebels shot down Kestrel Airlines flight 21 in July 2015.", "Kestrel"),
        ("The world mourned after the downing of Kestrel Airlines Flight.", "Kestrel"),
        ("The MV Northwind was attacked by pirates in June 2012.", "Northwind"),
        ("HMS Valiant shelled the port.", "Valiant"),
        ("Officers seized the submarine Greyfish on Monday.", "Greyfish"),
        ("The Petrel missile system hit the plane.", "Petrel"),
        ("The crowd marched to Harbour Tower on Monday.", "Tower"),
        ("Protesters gathered outside Parliament House on Monday.", "House"),
        ("Demonstrators marched on Avenue de la Mer.", "Avenue"),
    ],
)
def test_a_craft_or_site_is_no_actor(names: Reader, text: str, word: str) -> None:
    assert not [n for n in names(text) if word in n]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kestrel Airlines cancelled all flights on Monday.", "Kestrel Airlines"),
        ("Ann Street was arrested on Monday.", "Ann Street"),
        ("Freedom House condemned the arrests.", "Freedom House"),
        ("Police arrested Bob Lane in Norwick.", "Bob Lane"),
        ("The Harbour Tower Residents League condemned the plan.", "Harbour Tower Residents League"),
    ],
)
def test_a_body_or_person_of_like_name_is_one(names: Reader, text: str, name: str) -> None:
    assert name in names(text)
