"""Offices whose body the layout or the document tells, envoys, lists of holders; each with a counterpart."""

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

AUTHORITY = Authority.of(
    (
        Entry("x:sud", "Sudland", "Country", ("Sudland",), ("Sudlandish",), ("Sudlanders",)),
        Entry("x:nor", "Norland", "Country", ("Norland",), ("Norlandish",), ("Norlanders",)),
    )
)
Reader = Callable[[str], set[tuple[str, str]]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    def affiliations(text: str) -> set[tuple[str, str]]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
        cast = Cast.of(parsed, AUTHORITY)
        names = {e.id: e.name for e in cast.entries.values()}
        return {(names[a.person], names[a.organization]) for a in find_affiliations(parsed, cast)}

    return affiliations


def test_an_ambassador_serves_the_sender(read: Reader) -> None:
    assert read("Ann Lee, Sudland's ambassador to Norland, said the talks had failed.") == {("Ann Lee", "Sudland")}
    assert not read("Ann Lee, ambassador to Norland, said the talks had failed.")


def test_a_list_of_holders_is_no_apposition(read: Reader) -> None:
    listed = "A copy goes to President Ann Lee, the Secretary of the Treasury and the Director of the Bureau of Mines."
    assert not read(listed)
    assert read("They met Ann Lee, the Director of the Bureau of Mines and a sailor.") == {
        ("Ann Lee", "Bureau of Mines")
    }
    assert not read("They met Ann Lee, and the envoy of Sudland.")


def test_a_speaker_presides_over_the_one_parliament(read: Reader) -> None:
    vote = " The Sudlandish parliament will vote on Monday."
    assert read("The parliamentary speaker, Ann Lee, closed the sitting." + vote) == {
        ("Ann Lee", "Sudlandish parliament")
    }
    assert not read("The former parliamentary speaker, Ann Lee, was jailed." + vote)
    assert not read("The keynote speaker, Ann Lee, was late." + vote)


RELEASE = (
    "Reef Trust demands an end to dumping\n\nPress Release: Reef Trust\n\nReef Trust today called on the mayor to act. "
)


def test_a_spokesperson_without_body_speaks_for_the_publisher(read: Reader) -> None:
    assert ("Ann Lee", "Reef Trust") in read(RELEASE + '"We demand that it stop," said spokesperson Ann Lee.')
    assert ("Ann Lee", "Reef Trust") not in read(RELEASE + "A spokesperson for the police, Ann Lee, disagreed.")
    assert ("Ann Lee", "Reef Trust") not in read(RELEASE + "They arrested coordinator Ann Lee.")


def test_a_body_in_apposition_before_speech(read: Reader) -> None:
    assert read("Ann Lee, Harbour Trust, Sudland commented that prices are too high.") == {("Ann Lee", "Harbour Trust")}
    assert read('Ann Lee, Reef Network (REN), added: "We stay."') == {("Ann Lee", "Reef Network")}
    assert not read("They invited Ann Lee, Harbour Trust and others.")


def test_an_office_behind_its_body_and_before_a_colon(read: Reader) -> None:
    assert read("See the report of the Committee on Fisheries, rapporteur: Ms Berger.") == {
        ("Berger", "Committee on Fisheries")
    }


ADDRESS = "Open letter\n\n3 May 2031\n\nRt Hon Ann Lee\n\nPrime Minister\n\nDear Prime Minister\n\n"


def test_the_office_below_a_name_in_an_address(read: Reader) -> None:
    body = "We urge you to reopen the ports of {}, which have been shut for years, and to pay the sailors.\n\nYours sincerely\n\nTom Bell\n"
    assert ("Ann Lee", "Sudland") in read(ADDRESS + body.format("Sudland"))
    assert ("Ann Lee", "Sudland") not in read(ADDRESS + body.format("Sudland and Norland"))


def test_a_plural_role_introduces_no_single_person(read: Reader) -> None:
    assert not [p for p, _ in read("The Harbour Trust media partners Marta Lind con Sal published it.") if "Lind" in p]


def test_what_one_is_kept_from_is_no_office(read: Reader) -> None:
    assert not read("Ann Lee was prevented from becoming the prime minister of Sudland.")
    assert read("Ann Lee became the prime minister of Sudland.") == {("Ann Lee", "Sudland")}


def test_a_salutation_is_no_office(nlp: Language) -> None:
    text = "Open letter\n\n3 May 2031\n\nAnn Lee\nMinister of Ports, Sudland\n\nDear Minister Lee,\n\nPlease open the port.\n"
    parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
    roles = [a.role for a in find_affiliations(parsed, Cast.of(parsed, AUTHORITY))]
    assert roles
    assert not any("Dear" in str(role) for role in roles)
