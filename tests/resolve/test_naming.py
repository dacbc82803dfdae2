"""What a name is worth."""

from __future__ import annotations

import pytest

from demandgraph.model import Actor, Phrase
from demandgraph.resolve.naming import introduces, is_abbreviation, name_key, tells_who


def named(name: str, kind: str, text: str = "") -> Actor:
    at = text.find(name)
    return Actor("a", name, kind, mentions=(Phrase(at, at + len(name), name),) if at >= 0 else ())


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the Lake Council", "Lake Council", "Institution"),
        ("Mr. Otto Brandt", "Otto Brandt", "Person"),
        ("Éva Lukács", "Eva Lukacs", "Person"),
        ("VARANIAN HELSINKI CIRCLE", "Varanian Helsinki Circle", "Organization"),
        ("Doctors’ Union", "Doctors' Union", "Organization"),
    ],
)
def test_spellings_of_one_name(one: str, other: str, kind: str) -> None:
    assert name_key(one, kind) == name_key(other, kind)


@pytest.mark.parametrize(
    ("name", "kind", "text", "tells"),
    [
        ("Ilse Maron", "Person", "", True),
        ("Maron", "Person", "", False),
        ("Varania", "Country", "", True),
        ("Ministry of Foreign Affairs", "Institution", "", False),
        ("Supreme Court", "Institution", "", False),
        ("Assembly of the Lake States", "Institution", "", True),
        ("VHC", "Organization", "", False),
        ("LAKEWATCH", "Organization", "", True),
        ("journalists", "Group", "They arrested journalists.", False),
        ("Protesters", "Group", "Protesters met.", False),
        ("Varanians", "Group", "All Varanians met.", True),
        ("Varanian journalists", "Group", "Varanian journalists met.", False),
        ("journalists in Varania", "Group", "", True),
        ("international community", "Group", "", True),
    ],
)
def test_whether_a_name_tells_who(name: str, kind: str, text: str, tells: bool) -> None:
    assert tells_who(named(name, kind, text), text) is tells


def test_abbreviations() -> None:
    assert [is_abbreviation(n) for n in ("VHC", "U.N.", "G7", "Vhc", "Varania", "EU member states")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the Varanian Helsinki Circle (VHC) met", True),
        ("the Varanian Helsinki Circle (the “VHC”) met", True),
        ("the Varanian Helsinki Circle [VHC; founded 2001] met", True),
        ("the Varanian Helsinki Circle met the VHC", False),
        ("the Varanian Helsinki Circle met (VHC)", False),
    ],
)
def test_introduction_of_an_abbreviation(text: str, said: bool) -> None:
    assert introduces(text, Actor("a", "Varanian Helsinki Circle", "Organization", ("VHC",)), "VHC") is said
