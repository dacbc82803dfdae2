"""How far names reach, what kind of name they are, and what stands outside them."""

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
        Entry("x:sud", "Sudland", "Country", ("Sudland",), ("Sudlandish",), ("Sudlanders",), ("Sudport",)),
        Entry("x:ber", "Kenya", "Country", ("Kenya",), ("Kenyan",), ("Kenyans",), ("Nairobi",)),
    )
)
Reader = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """The names of a text's actors with their types."""

    def names(text: str) -> dict[str, str]:
        cast = Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), AUTHORITY)
        return {e.name: e.type for e in cast.entries.values()}

    return names


WHOLE = (
    ("The Harbour Assembly on Thursday passed the bill.", "Harbour Assembly", "Institution"),
    ("The Harbour Senate Tuesday passed the bill.", "Harbour Senate", "Institution"),
    ("The Miners' Union of Kenya (MUK) went on strike.", "Miners' Union of Kenya", "Organization"),
    (
        "The Committee of Families of Port Halden called for help.",
        "Committee of Families of Port Halden",
        "Organization",
    ),
    ("The Council of Coastal Women of Kenya appealed for help.", "Council of Coastal Women of Kenya", "Organization"),
    ("The Centre for Peace and Justice said the law was void.", "Centre for Peace and Justice", "Organization"),
    ("The Women for Peace Network said the law was void.", "Women for Peace Network", "Organization"),
    (
        "The Congress of Kenyans in the Pacific said the law was void.",
        "Congress of Kenyans in the Pacific",
        "Organization",
    ),
    ("The Ministry of Foreign Affairs of Kenya protested.", "Ministry of Foreign Affairs of Kenya", "Institution"),
    ("The Republic of Merovia protested.", "Republic of Merovia", "Country"),
    ("They wrote to the Government of Merovia.", "Merovia", "Country"),
    ("Norrany's parliament passed the law.", "Norrany", "Country"),
    ("Maria del Carmen Ruiz Soto was arrested.", "Maria del Carmen Ruiz Soto", "Person"),
    ("Ana Orr extended her condolences to the miners.", "Ana Orr", "Person"),
    ("Kenya sentenced Nasrin Azadi to nine years.", "Nasrin Azadi", "Person"),
    (
        "The Instituto de la Prensa y la Radio said the law was void.",
        "Instituto de la Prensa y la Radio",
        "Organization",
    ),
)


@pytest.mark.parametrize(("text", "name", "kind"), WHOLE, ids=[n for _, n, _ in WHOLE])
def test_a_name_reaches_to_its_end_and_no_further(read: Reader, text: str, name: str, kind: str) -> None:
    assert read(text).get(name) == kind


NOT_JOINED = (
    ("The Friday Prayer Council of Kenya met on Monday.", "Friday Prayer Council of Kenya on Monday"),
    ("The bishop's Harbour Trust met.", "bishop's Harbour Trust"),
    ("Ana Orr's Harbour Trust met.", "Ana Orr's Harbour Trust"),
    ("They wrote to the Harbour Trust and Justice Ann Lee.", "Harbour Trust and Justice"),
    ("The council and the Women for Peace Network met the Harbour Trust.", "Women"),
    ("The Harbour Trust in Kenya said the law was void.", "Harbour Trust in Kenya"),
    ("Lukashev's friends praised the government of Lukashev, and Mr Lukashev thanked them.", "government of Lukashev"),
    ("NORHAVEN, May 4 - The Harbour Trust met its members.", "NORHAVEN"),
)


@pytest.mark.parametrize(("text", "name"), NOT_JOINED, ids=[n for _, n in NOT_JOINED])
def test_what_is_no_part_of_a_name_stays_out(read: Reader, text: str, name: str) -> None:
    assert name not in read(text)


def test_who_leads_a_government_is_a_person_and_no_country(read: Reader) -> None:
    assert read("Mr Lukashev spoke. The government of Lukashev fell.").get("Lukashev") == "Person"


def test_the_abbreviation_of_another_language_is_an_alias(read: Reader) -> None:
    assert "DSM" not in read("The Divers' League of Kenya (DSM) met. Later DSM wrote to the council.")
    assert "Harbour Trust" in read("Tom Bell of the Harbour Trust (XQZ) met the XQZ board. The XQZ wrote a letter.")


def test_the_minister_of_the_title_is_the_one_named_below(nlp: Language) -> None:
    text = "Statement by the Foreign Minister of Kenya on Trade\n\nForeign Minister {} made this statement on 3 June 2021. {}"
    for more, held in (("", True), ("Foreign Minister Tom Bell of Sudland replied.", True)):
        source = Source("a.txt", "a.txt", text.format("Jona Hallik", more))
        cast = Cast.of(next(iter(analyse([source], nlp))), AUTHORITY)
        mentions = {m.text for e in cast.entries.values() if e.name == "Jona Hallik" for m in e.mentions}
        assert any("Foreign Minister of Kenya" in m for m in mentions) is held


def test_a_signature_behind_a_bracket_is_read(read: Reader) -> None:
    found = read(
        "Dear Minister,\n\nWe ask you to act.\n\nSincerely,\n\nDr. Tom Bell (Harbour Institute for Trade)\nAnn Lee, Harbour Trust\n"
    )
    assert {"Harbour Institute for Trade", "Ann Lee"} <= set(found)


def test_blanks_between_words_are_no_name(read: Reader) -> None:
    assert all(
        name.strip() for name in read("SUDLAND    Council\n\nThe people of SUDLAND    Norra met, and Ann    Lee spoke.")
    )


PERSONS = (
    ("The raid killed the villagers Rudano, 32, Tajari, 55, and others.", {"Rudano", "Tajari"}),
    ("The police arrested a soldier named Dodano, who was on leave.", {"Dodano"}),
    ("They jailed the speaker al-Amiri, who had led the talks.", {"al-Amiri"}),
    ("Nora Sudland, the director of the Trust, agreed.", {"Nora Sudland"}),
)


@pytest.mark.parametrize(("text", "names"), PERSONS, ids=[t for t, _ in PERSONS])
def test_what_shows_a_name_to_be_a_person(text: str, names: set[str], read: Reader) -> None:
    assert names <= {n for n, kind in read(text).items() if kind == "Person"}


UNIONS = (
    ("The Harbour Pilots United backed the strike.", "Harbour Pilots United"),
    ("The United Harbour Workers backed the strike.", "United Harbour Workers"),
    ("The Harbour Workers of Sudland backed the strike.", "Harbour Workers of Sudland"),
    ("The Dockers Union Local 1931 backed the strike.", "Dockers Union Local 1931"),
    ("The Union for the Reefs in Sudland (URS) backed the strike.", "Union for the Reefs in Sudland"),
)


@pytest.mark.parametrize(("text", "name"), UNIONS, ids=[t for t, _ in UNIONS])
def test_unions_of_people_of_a_calling(text: str, name: str, read: Reader) -> None:
    assert read(text).get(name) == "Organization"


@pytest.mark.parametrize(
    "text",
    [
        "They blocked the Northern Access Pipeline for a week.",
        "The minister cut the Emergency Winter Allowance (EWA) again.",
        "The test of the Long Range Missile (LRM) was condemned.",
        "Women of the Sea Worldwide Week was a success.",
    ],
)
def test_things_are_no_bodies(text: str, read: Reader) -> None:
    assert not [n for n, kind in read(text).items() if kind in {"Organization", "Institution"} and len(n.split()) > 2]
