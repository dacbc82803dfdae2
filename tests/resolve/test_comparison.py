"""Whether two names are one actor's, how certainly, and why."""

from __future__ import annotations

import pytest

from demandgraph.resolve.comparison import CERTAIN, SAME, UNSURE, compare
from demandgraph.resolve.persons import person
from demandgraph.resolve.spelling import fold, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oleksandr Marenko", "Aliaksandr Marenka"),
        ("Tsimafei Radzivonau", "Timofey Radzivonov"),
        ("Ольга Громова", "Olga Gromova"),
        ("Jürgen Özkan", "Juergen Ozkan"),
        ("Orlen, Ada", "Ada Orlen"),
        ("Horn Béla", "Bela Horn"),
        ("Gen. Dr. Otto Brandt", "Otto Brandt"),
        ("Otto Brandt OBE", "Otto Brandt"),
        ("Muhammad al-Halabi", "Mohamed Al Halabi"),
        ("Kim Ha-neul", "Kim Haneul"),
        ("Ada M. Orlen", "Ada Orlen"),
        ("Ivan Petrovich Gromov", "Ivan Gromov"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    found, back = compare(one, other, "Person"), compare(other, one, "Person")
    assert found == back
    assert found.score >= CERTAIN, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Gromov", "Ivan Gromova"),
        ("Mario Brandt", "Maria Brandt"),
        ("Hassan Halabi", "Hussein Halabi"),
        ("Li Wei", "Li Wen"),
        ("Otto Brandt Jr.", "Otto Brandt Sr."),
        ("Ilse Maron", "Otto Maron"),
        ("Ada Orlen", "Ada Brandt"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert compare(one, other, "Person").score < UNSURE


@pytest.mark.parametrize(
    ("one", "other"), [("A. Orlen", "Ada Orlen"), ("Ada Orlen", "Ada Maron Brandt Orlen"), ("Li Wei", "Li Wei Ming")]
)
def test_what_a_person_should_look_at(one: str, other: str) -> None:
    found = compare(one, other, "Person")
    assert UNSURE <= found.score < SAME
    assert found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Foreign Affairs of Varania", "Varania's Foreign Ministry"),
        ("Organisation of Lake States", "Organization of Lake States"),
        ("Varanian Journalists’ Union", "Union of Varanian Journalists"),
        ("Marenko regime", "Marenka regime"),
        ("Lake Watch (LW)", "Lake Watch"),
        ("U.N. Lake Office", "UN Lake Office"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert compare(one, other, "Institution").score >= CERTAIN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Working Group on Rivers", "Working Group on Forests"),
        ("Lake Rights Council", "Lake Rights Committee"),
        ("Supreme Court of Varania", "Supreme Court of Torland"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert compare(one, other, "Institution").score < UNSURE


def test_an_abbreviation_needs_four_letters() -> None:
    assert compare("VHCG", "Varanian Helsinki Circle of Gorm", "Organization").score == SAME
    assert compare("VHC", "Varanian Helsinki Circle", "Organization").score < SAME


def test_parts_of_a_name() -> None:
    assert person("Mr José van der Brandt Jr").words == ("jose", "brandt")
    assert person("Otto Brandt III").generation == "iii"
    assert plain("Đorđe Łęcki") == "dorde lecki"
    assert fold("Gromoff") == fold("Gromov") == fold("Gromow")
