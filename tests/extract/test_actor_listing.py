"""Which names become actors of a document: bodies by what they do, no scenes, codes or headlines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority, Entry
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

AUTHORITY = Authority.of(
    (
        Entry("x:sud", "Sudland", "Country", ("Sudland",), ("Sudlandish",), ("Sudlanders",)),
        Entry("x:nor", "Norland", "Country", ("Norland",), ("Norlandish",), ("Norlanders",)),
    )
)
Reader = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """The types of the listed actors by every form of their names."""

    def actors(text: str) -> dict[str, str]:
        cast = Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), AUTHORITY)
        return {form: a.type for a in cast.actors_of((), (), ()) for form in (a.name, *a.aliases)}

    return actors


FOUND = [
    ("Corvalis, a cleaning subcontractor, agreed to the talks. The Corvalis management was told.", "Corvalis"),
    ("The ruling Free Coast party refused the plan.", "Free Coast party"),
    ("The Office of the Inspector General of Ports opened an inquiry.", "Office of the Inspector General of Ports"),
    ("The Bell administration refused the plan. Minister Ann Bell left.", "Bell administration"),
    ("Our partners in Sudland signed the plan.", "Sudland"),
]
NOT_FOUND = [
    ("The festival in Sudland ended. The council met.", "Sudland"),
    ("They passed HB 1204 and urged the council to act.", "HB"),
    ("The refinery in Norton, CA plans to grow.", "CA"),
    ("RESOLVED, that the council supports the plan.", "RESOLVED"),
    ("Most of the elected MPs were jailed.", "MPs"),
]


@pytest.mark.parametrize(("text", "name"), FOUND, ids=[n for _, n in FOUND])
def test_who_acts_is_listed(read: Reader, text: str, name: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(("text", "name"), NOT_FOUND, ids=[n for _, n in NOT_FOUND])
def test_scenes_and_codes_are_no_actors(read: Reader, text: str, name: str) -> None:
    assert name not in read(text)


def test_the_short_and_the_long_form_of_a_state_make_one_office(read: Reader) -> None:
    found = read("The United Nations Office on Tides urged restraint. The UN Office on Tides said that prices rose.")
    assert {"UN Office on Tides", "United Nations Office on Tides"} <= set(found)
    assert sum("Tides" in name for name in found) == 2
