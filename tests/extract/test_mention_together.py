"""Descriptions of groups and persons: what belongs to their name and what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract import extract
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def actors(nlp: Language, known: Authority) -> Reader:
    """The listed actors of a text with their types."""

    def actors_of(text: str) -> dict[str, str]:
        found = extract(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), known)
        return {a.name: a.type for a in found.actors}

    return actors_of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Norwegian citizens and residents demanded that parliament repeal the law.", "Norwegian citizens and residents", "Group"),
        ("We call on Kenya's leaders and institutions to end the violence.", "Kenya's leaders and institutions", "Group"),
        (
            "We, members, students and staff of the University of Norwick, call on the government to resign.",
            "members, students and staff of the University of Norwick", "Group",
        ),
        ("Police arrested individuals and entities in May.", "individuals and entities", "Group"),
        ("Police arrested leaders of the opposition on Tuesday.", "leaders of the opposition", "Group"),
        ("Members of the Harbour League condemned the arrests.", "Members of the Harbour League", "Group"),
        ("Heads of governments condemned the attack.", "Heads of governments", "Group"),
        ("The miners are writing to their heads of government calling for a vote.", "heads of government", "Group"),
        ("The so-called morality police arrested two students on Monday.", "morality police", "Institution"),
        ("The so - called morality police arrested two students on Monday.", "morality police", "Institution"),
        ("Self-styled security forces beat protesters on Monday.", "security forces", "Institution"),
        ("The Eritrean forces killed forty civilians in May 2021.", "Eritrean forces", "Institution"),
        ("Tigrayan fighters killed two soldiers in May 2021.", "Tigrayan fighters", "Group"),
        ("The Vellani were expelled from Norwick in 1999.", "Vellani", "Group"),
        ("His father was arrested on Monday.", "His father", "Person"),
        ("The Iranian activist was arrested on Monday.", "Iranian activist", "Person"),
        ("Committee Chairman condemned the attack.", "Committee Chairman", "Person"),
    ],
)  # fmt: skip
def test_a_description_is_called_by_the_whole_of_it(actors: Reader, text: str, name: str, kind: str) -> None:
    assert actors(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Police beat UN peacekeepers and French journalists on Monday.", {"French journalists"}),
        ("Police arrested journalists and media workers on Monday.", {"journalists", "media workers"}),
        ("Police beat three students and two teachers on Monday.", {"students", "teachers"}),
    ],
)
def test_groups_with_words_of_their_own_are_several(actors: Reader, text: str, apart: set[str]) -> None:
    assert apart <= actors(text).keys()


def test_whose_relative_it_is_does_not_suffer_it(actors: Reader, nlp: Language, known: Authority) -> None:
    text = "Ann Lee was jailed in May 2020. Soldiers killed her mother in June 2021."
    found = extract(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), known)
    killed = next(e for e in found.events if e.type == "Violence")
    assert [a.name for a in found.actors if a.id in killed.recipients] == ["her mother"]


def test_a_relative_introduced_by_name_is_that_person(actors: Reader) -> None:
    found = actors("Her brother, Bob Lee, was arrested in July. Her brother was released in August.")
    assert [n for n, kind in found.items() if kind == "Person"] == ["Bob Lee"]


def test_a_role_with_a_states_adjective_is_the_one_introduced_with_it(actors: Reader) -> None:
    found = actors("Ann Lee, an activist, was jailed in May. The Kenyan activist was released on Friday.")
    assert [n for n, kind in found.items() if kind == "Person"] == ["Ann Lee"]


def test_the_public_is_its_members(actors: Reader) -> None:
    assert "members of the public" not in actors("Members of the public condemned the attack.")


def test_a_finite_verb_is_no_part_of_a_group(actors: Reader) -> None:
    assert not [
        n for n in actors("Kenya's opposition boycotted parliament in March over the timetable.") if "boycott" in n
    ]


def test_leadership_that_somebody_shows_is_no_group(actors: Reader) -> None:
    assert not [n for n in actors("We thank President Ann Orr for her leadership on trade.") if "leadership" in n]


def test_party_members_in_the_plural_are_no_person(actors: Reader) -> None:
    assert (
        "Person" not in actors("Three Socialists were arrested in May. The Socialists condemned the arrests.").values()
    )


def test_an_office_in_columns_is_that_of_the_name_above_it(nlp: Language, known: Authority) -> None:
    text = (
        "Dear Minister,\n\nWe urge you to free the harbour workers of Norwick, who were jailed in May.\n\nYours sincerely,\n\n"
        "Ann Lee            Bob Orr\nChair              Secretary\n"
    )
    cast = Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), known)
    assert {r.text: r.person for r in cast.roles if r.line.kind == "signature"} == {
        "Chair": "ann-lee",
        "Secretary": "bob-orr",
    }
