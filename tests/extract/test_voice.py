"""Who speaks: the author, the adopting body, the addressees, and the speaker of each quotation."""

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
        Entry("x:lus", "League of United Seas", "Institution", ("League of United Seas", "LUS")),
        Entry(
            "x:leaders", "Heads of the League of United Seas", "Institution", ("Heads of the League of United Seas",)
        ),
    )
)
Reader = Callable[[str], Cast]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """The cast of a text."""

    def cast_of(text: str) -> Cast:
        return Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), AUTHORITY)

    return cast_of


def names(cast: Cast, ids: tuple[str, ...]) -> list[str]:
    return [cast.entries[i].name for i in ids]


def voice(cast: Cast, words: str) -> list[str]:
    """Who speaks where some words stand."""
    return names(cast, cast.voice(cast.parsed.text.index(words)))


RESOLUTION = """The Coastal Assembly,

Recalling its earlier resolutions on the subject,

Deeply concerned at the state of the lighthouses,

1. Urges all harbours to repair their lights;

2. Requests the League of United Seas to report on progress.
"""


def test_clauses_of_a_resolution_are_the_bodys(read: Reader) -> None:
    cast = read(RESOLUTION)
    assert names(cast, cast.adopter) == ["Coastal Assembly"] == names(cast, cast.author) == voice(cast, "repair their")
    assert cast.author_reason.startswith("body of a resolution")


def test_adoption_that_is_reported(read: Reader) -> None:
    cast = read("On Monday the Coastal Parliament adopted a resolution on the lighthouses. It calls for repairs.")
    assert names(cast, cast.adopter) == ["Coastal Parliament"]
    assert not read("On Monday the Coastal Parliament adopted a child policy.").adopter


def test_apposition_to_we(read: Reader) -> None:
    cast = read("We, the Heads of the League of United Seas, are alarmed by the storms. We call on all to help.")
    assert names(cast, cast.author) == ["Heads of the League of United Seas"]


def test_title_names_the_author(read: Reader) -> None:
    text = "Statement by President Ann Berger on the Storms\n\nSudland has suffered. I call on all to help. We must act. Sudland will rebuild."
    cast = read(text)
    assert names(cast, cast.author) == ["Ann Berger"]
    assert names(cast, cast.first_person(text.index("I call"), True)) == ["Ann Berger"]
    assert names(cast, cast.first_person(text.index("We must"), False)) == ["Sudland"]


LETTER = """To:

Jon Olsen, Director of the Port Authority

Mia Lund, Mayor of Norhaven

Dear Sirs,

We ask you to reopen the ferry line before winter.

Sincerely,

Ann Berger, on behalf of the Harbour Foundation
Tom Weber, on behalf of the Fishers Union
"""


def test_letter_addressees_and_signatories(read: Reader) -> None:
    cast = read(LETTER)
    assert {"Jon Olsen", "Mia Lund"} <= set(names(cast, cast.addressees))
    assert names(cast, cast.author) == ["Harbour Foundation", "Fishers Union"]


def test_letter_whose_text_says_who_writes(read: Reader) -> None:
    text = "Dear Minister,\n\nThe Harbour Foundation urges you to reopen the ferry line.\n\nSincerely,\n\nAnn Berger\nChair"
    cast = read(text)
    assert names(cast, cast.author) == ["Harbour Foundation"]


def test_title_that_is_the_authors_own(read: Reader) -> None:
    cast = read(
        "Civil Society Letter to the League of United Seas\n\nThe nets are empty. We ask for help before winter comes."
    )
    assert names(cast, cast.author) == ["Civil Society"]
    assert names(cast, cast.addressees) == ["League of United Seas"]


def test_press_release_speaks_for_the_body_that_it_opens_with(read: Reader) -> None:
    cast = read("PRESS RELEASE\n\nThe Harbour Foundation demands an inquiry into the accident. Our members are angry.")
    assert names(cast, cast.author) == ["Harbour Foundation"]


def test_many_signatories_speak_as_the_group_that_the_text_names(read: Reader) -> None:
    kinds = ("Fishers", "Sailors", "Divers", "Pilots", "Traders")
    signed = "\n".join(
        f"{place} {kind} Federation" for place in ("North", "South", "East", "West", "Coastal") for kind in kinds
    )
    text = f"Dear Minister,\n\nWe, the undersigned unions, ask you to act.\n\nSincerely,\n\n{signed}\n"
    assert names(read(text), read(text).author) == ["unions"]


def test_nobody_is_invented(read: Reader) -> None:
    cast = read("Heavy rain fell over the coast on Monday. The ferries did not run.")
    assert (cast.author, cast.adopter, cast.addressees) == ((), (), ())


QUOTES = [
    ("“We will repair every lighthouse this year,” said Ann Berger.", "repair", ["Ann Berger"]),
    ("Ann Berger said: “We will repair every lighthouse this year.”", "repair", ["Ann Berger"]),
    (
        "“We will repair every lighthouse this year,” the League of United Seas announced.",
        "repair",
        ["League of United Seas"],
    ),
    (
        '"We will repair every lighthouse this year." Ann Berger, director of the Port Trust, said today',
        "repair",
        ["Ann Berger"],
    ),
    ("According to Ann Berger, “we will repair every lighthouse this year”.", "repair", ["Ann Berger"]),
]


@pytest.mark.parametrize(("text", "word", "speakers"), QUOTES, ids=[t for t, _, _ in QUOTES])
def test_speaker_of_a_quotation(read: Reader, text: str, word: str, speakers: list[str]) -> None:
    assert voice(read(text), word) == speakers


def test_role_noun_as_speaker(read: Reader) -> None:
    text = "Ann Berger thanked the crews.\n\n“This is only the first step of our work here,” the politician stressed."
    assert voice(read(text), "first step") == ["Ann Berger"]


def test_quotation_over_several_paragraphs(read: Reader) -> None:
    text = (
        "Ann Berger noted:\n\n“The first storm broke the old lamps of the coast.\n\n"
        "The second one broke the new lamps as well.\n\nWe must now rebuild all of them together.”\n\nThe ferries run again."
    )
    cast = read(text)
    assert voice(cast, "second one") == voice(cast, "rebuild all") == ["Ann Berger"]
    assert voice(cast, "ferries run") != ["Ann Berger"] or cast.author == ()


def test_words_in_scare_quotes_have_no_speaker(read: Reader) -> None:
    cast = read("The “new order” of the ports pleased nobody. Ann Berger left.")
    assert not cast.quotes
