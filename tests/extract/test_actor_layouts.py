"""Persons, bodies and groups of lists and long titles: signatories in several layouts, offices, pseudonyms, seats."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority, Entry
from demandgraph.extract.affiliations import find_affiliations
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

AUTHORITY = Authority.of(
    (
        Entry("x:nor", "Norland", "Country", ("Norland",), ("Norlandish",), ("Norlanders",), ("Norport",)),
        Entry("x:ken", "Kenya", "Country", ("Kenya", "Republic of Kenya"), ("Kenyan",), ("Kenyans",), ("Nairobi",)),
    )
)
LETTER = """Open letter on the reefs

4 May 2031

We, the undersigned, urge the government of Norland to protect the reefs and to publish its plans for the harbour.

Signed:

"""
SIGNED = """Anna Keller, Reef Trust chair and Green Party Amber West candidate
Ben Sharp, convenor National Dockers Union* (Norton) and Reef Trust treasurer
Prof. Lucy Ames Norton University
Dr Tom Bell University of Amber*
Don Sykes, delegate RWU and Labour Party Amber North candidate
Carla Roth, on behalf of the Coral Network
Joe King, fisherman (Norton)
"""
Reader = Callable[[str], Cast]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    return lambda text: Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), AUTHORITY)


def affiliations(cast: Cast) -> set[tuple[str, str]]:
    names = {e.id: e.name for e in cast.entries.values()}
    return {(names[a.person], names[a.organization]) for a in find_affiliations(cast.parsed, cast)}


def test_signatories_with_role_and_body_without_of(read: Reader) -> None:
    cast = read(LETTER + SIGNED)
    assert affiliations(cast) == {
        ("Anna Keller", "Reef Trust"), ("Anna Keller", "Green Party"),
        ("Ben Sharp", "National Dockers Union"), ("Ben Sharp", "Reef Trust"),
        ("Lucy Ames", "Norton University"), ("Tom Bell", "University of Amber"),
        ("Don Sykes", "RWU"), ("Don Sykes", "Labour Party"), ("Carla Roth", "Coral Network"),
    }  # fmt: skip
    assert not {"Amber West", "Amber North", "Norton"} & {e.name for e in cast.entries.values()}


PAIRS = (
    ("Ana Orr, Reef Trust, and Tom Bell, Coral Union, condemned the raid.", {("Ana Orr", "Reef Trust"), ("Tom Bell", "Coral Union")}),
    ("Chairman Harbour Trust Prof. Ann Lee condemned the raid.", {("Ann Lee", "Harbour Trust")}),
    ("Joe King, Director of Research, Harbour Trust, condemned it.", {("Joe King", "Harbour Trust")}),
    ("Chair of the Norton Reef Trust (NRT) Ann Lee moved it.", {("Ann Lee", "Norton Reef Trust")}),
    ("The plan of Reef Union member Tom Bell, Norton, was dropped.", {("Tom Bell", "Reef Union")}),
    ("Senior Mission Chief Ann Lee condemned the raid.", set()),
    ("The minister met Ann Lee, and Reef Trust members left.", set()),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PAIRS)
def test_bodies_beside_names(read: Reader, text: str, wanted: set[tuple[str, str]]) -> None:
    assert affiliations(read(text)) == wanted


SPEAKERS = (
    ("Harbour Trust chairman Ann Lee and Nairobi governor Joe King condemned the raid.", {"Ann Lee", "Joe King"}),
    ("Harbour Trust chairman Ann Lee and Reef Trust director Joe King condemned the raid.", {"Ann Lee", "Joe King"}),
    ("Ann Lee praised Tom Bell, and governor Joe King condemned the raid.", {"Joe King"}),
)


@pytest.mark.parametrize(("text", "wanted"), SPEAKERS)
def test_persons_with_roles_side_by_side(read: Reader, text: str, wanted: set[str]) -> None:
    cast = read(text)
    condemned = [e for e in find_events(cast.parsed, cast) if e.type == "Condemnation"]
    assert [{cast.entries[a].name for a in e.agents} for e in condemned] == [wanted]


ASKED = (
    ("The Reef Trust calls on the national and local authorities of Norland to free the divers.", "national and local authorities of Norland"),
    ("The Reef Trust urges allied and partner governments to free the divers.", "allied and partner governments"),
    ("The Reef Trust urges international and regional monitoring missions to help the divers.", "international and regional monitoring missions"),
    ("The Reef Trust urges the President of the Republic of Kenya to free the divers.", "President of the Republic of Kenya"),
    ("The Reef Trust urges the Minister of Port Science and Technology to resign.", "Minister of Port Science and Technology"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_the_whole_phrase_is_the_actor(read: Reader, text: str, wanted: str) -> None:
    cast = read(text)
    demands = find_demands(cast.parsed, cast, find_events(cast.parsed, cast))
    assert [[cast.entries[a].name for a in d.addressees] for d in demands] == [[wanted]]


def test_heads_of_government_are_one_person_an_office(read: Reader) -> None:
    cast = read("We, the Prime Minister of Norland and the President of Kenya, met on 4 May 2031 in Norport.")
    assert {e.name for e in cast.entries.values() if e.type == "Person"} == {
        "Prime Minister of Norland",
        "President of Kenya",
    }


def test_pseudonyms_are_aliases(read: Reader) -> None:
    cast = read("The police arrested singer Joe King (pseudonym Red Owl). Red Owl was released.")
    people = [e for e in cast.entries.values() if e.type == "Person"]
    assert [(e.name, "Red Owl" in e.aliases) for e in people] == [("Joe King", True)]
    cast = read("The police arrested Ann Lee, known as a critic of the plan.")
    assert [e.aliases for e in cast.entries.values() if e.type == "Person"] == [[]]


def test_peoples_bodies_and_judges_of_a_supreme_court(read: Reader) -> None:
    kinds = {e.name: e.type for e in read("The Vell-Orr people urged Norland to free Mia Lund.").entries.values()}
    assert kinds["Vell-Orr people"] == "Group"
    kinds = {e.name: e.type for e in read("Fundación Mar Azul condemned the raid.").entries.values()}
    assert kinds["Fundación Mar Azul"] == "Organization"
    assert affiliations(read("Supreme Court judge Ana Orr refused bail.")) == {("Ana Orr", "Supreme Court")}
