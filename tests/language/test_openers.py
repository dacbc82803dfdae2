"""What clauses begin with, and the words put before them."""

from __future__ import annotations

import pytest

from demandgraph.language.openers import opener
from demandgraph.language.virtual import lowered, virtual_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Urges all parties to stop", "operative"),
        ("Also strongly condemns the attack", "operative"),
        ("Once again calls upon the Government", "operative"),
        ("Calls for an inquiry", "operative"),
        ("Takes note of the report", "operative"),
        ("denies the towns their water", "operative"),
        ("Recalling its resolution", "participle"),
        ("Deeply concerned at the arrests", "participle"),
        ("Having regard to the Charter", "participle"),
        ("Guided by the Charter", "participle"),
        ("Release the teachers", "imperative"),
        ("Immediately close the prison", "imperative"),
        ("Do not extradite them", "imperative"),
        ("be released at once", "imperative"),
        ("Support civil society", "imperative"),
        ("to release the teachers", "infinitive"),
        ("To immediately release them", "infinitive"),
        ("not to extradite them", "infinitive"),
        ("that elections be held", "that"),
        ("Release of the teachers", ""),
        ("Support for civil society", ""),
        ("Calls to the station were recorded", "operative"),
        ("Appeals in this case were lost", ""),
        ("To the Minister", ""),
        ("During the war", ""),
        ("The union asks", ""),
        ("Teachers want more", ""),
        ("", ""),
        ("...", ""),
    ],
)
def test_opener(text: str, expected: str) -> None:
    assert opener(text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("operative", "Urges all parties to stop", "It "),
        ("preamble", "Recalling its resolution", "It is "),
        ("item", "Release the teachers", "They should "),
        ("recommendation", "Ratify the Convention", "They should "),
        ("item", "to release the teachers", "They want "),
        ("item", "that elections be held", "They say "),
        ("preamble", "whereas it rains", ""),
        ("preamble", "having regard to the Charter", ""),
        ("item", "Release of the teachers", ""),
        ("paragraph", "Release the teachers", ""),
        ("operative", "The Union shall act", ""),
    ],
)
def test_virtual_words(kind: str, text: str, expected: str) -> None:
    assert virtual_of(kind, text) == expected


def test_first_letter_is_lowered_one_to_one() -> None:
    assert lowered("It ", "Urges") == "urges"
    assert lowered("It ", "UN bodies") == "UN bodies"
    assert lowered("", "Urges") == "Urges"
    assert lowered("It ", "Über alles") == "über alles"
    assert len(lowered("It ", "İstanbul")) == len("İstanbul")
