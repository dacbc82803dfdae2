"""Who holds which role where: one positive and one negative sentence at least for each rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority, Entry
from demandgraph.extract.affiliations import CONFIDENCE, find_affiliations
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

AUTHORITY = Authority.of(
    (
        Entry("x:sud", "Sudland", "Country", ("Sudland",), ("Sudlandish",), ("Sudlanders",), ("Sudport",)),
        Entry("x:lus", "League of United Seas", "Institution", ("League of United Seas", "LUS")),
    )
)
Reader = Callable[[str], list[tuple[str, str, str | None, str]]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """Person, body, role and rule of each affiliation in a text."""

    def affiliations(text: str) -> list[tuple[str, str, str | None, str]]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
        cast = Cast.of(parsed, AUTHORITY)
        found = find_affiliations(parsed, cast)
        assert len({a.id for a in found}) == len(found)
        for a in found:
            assert a.evidence and 0 < a.confidence <= 1 and a.rule in CONFIDENCE
            assert all(text[e.begin : e.end] == e.text for e in a.evidence)
        return [
            (cast.entries[a.person].name, cast.entries[a.organization].name, a.role, a.rule.split("/")[-1])
            for a in found
        ]

    return affiliations


POSITIVE = [
    ("Ann Berger, director of the Harbour Foundation, said no.", ("Ann Berger", "Harbour Foundation"), "name-role"),
    ("Harbour Foundation director Ann Berger said no.", ("Ann Berger", "Harbour Foundation"), "role-name"),
    ("The director of the Harbour Foundation, Ann Berger, said no.", ("Ann Berger", "Harbour Foundation"), "role-name"),
    ("Ann Berger is the director of the Harbour Foundation.", ("Ann Berger", "Harbour Foundation"), "name-is-role"),
    ("Sudland's President Ann Berger signed it.", ("Ann Berger", "Sudland"), "role-name"),
    ("The Sudlandish foreign minister Ann Berger signed it.", ("Ann Berger", "Sudland"), "role-name"),
    ("Ann Berger from the Harbour Foundation disagreed.", ("Ann Berger", "Harbour Foundation"), "name-of-body"),
    (
        "Ann Berger, speaking on behalf of the Harbour Foundation, disagreed.",
        ("Ann Berger", "Harbour Foundation"),
        "on-behalf",
    ),
    ("President of Sudland Ann Berger signed it.", ("Ann Berger", "Sudland"), "role-name"),
]


@pytest.mark.parametrize(("text", "pair", "rule"), POSITIVE, ids=[t for t, _, _ in POSITIVE])
def test_stated(read: Reader, text: str, pair: tuple[str, str], rule: str) -> None:
    assert [(p, b, r) for p, b, _, r in read(text)] == [(*pair, rule)]


NEGATIVE = [
    "Ann Berger, wife of the director of the Harbour Foundation, said no.",
    "The director of the Harbour Foundation said no. Ann Berger agreed.",
    "The Sudlandish painter Ann Berger died.",  # from Sudland, not in its service
    "Ann Berger is not in the Harbour Foundation's building.",
    "Ann Berger met the Harbour Foundation.",
    "On behalf of the Harbour Foundation, the lawyers met Ann Berger.",
]


@pytest.mark.parametrize("text", NEGATIVE)
def test_not_stated(read: Reader, text: str) -> None:
    assert read(text) == []


def test_coordinated_roles_are_two(read: Reader) -> None:
    found = read("They met Ann Berger, Deputy Head of the Harbour Foundation and Head of the Fishers Union.")
    assert {(p, b) for p, b, _, _ in found} == {("Ann Berger", "Harbour Foundation"), ("Ann Berger", "Fishers Union")}
    assert [r for _, _, r, _ in found] == ["Deputy Head of the Harbour Foundation", "Head of the Fishers Union"]


def test_list_with_semicolons(read: Reader) -> None:
    found = read(
        "They met Ann Berger, Ambassador of Sudland; Jon Olsen, Chair of the Harbour Foundation; and two others."
    )
    assert {(p, b) for p, b, _, _ in found} == {("Ann Berger", "Sudland"), ("Jon Olsen", "Harbour Foundation")}


def test_plural_role_of_several_persons(read: Reader) -> None:
    found = read("Ann Berger, Jon Olsen and Mia Lund, the Harbour Foundation directors, were there.")
    assert {p for p, _, _, _ in found} == {"Ann Berger", "Jon Olsen", "Mia Lund"}


def test_one_per_person_and_body(read: Reader) -> None:
    text = "Ann Berger, director of the Harbour Foundation, spoke. Harbour Foundation director Ann Berger spoke again."
    assert len(read(text)) == 1


LETTER = """Dear Minister,

The Harbour Foundation urges you to reopen the port.

Sincerely,

Ann Berger
Chair
"""


def test_signature_below_the_letter_of_a_body(read: Reader) -> None:
    assert ("Ann Berger", "Harbour Foundation") in {(p, b) for p, b, _, _ in read(LETTER)}


def test_statement_of_a_head_of_state(read: Reader) -> None:
    text = (
        "Statement by President Ann Berger on the Harbour Attacks\n\n"
        "Sudland condemns the attacks on the harbour. Sudland stands with the workers. We call on all sides to stop."
    )
    assert [(p, b, r) for p, b, _, r in read(text)] == [("Ann Berger", "Sudland", "office-of-state")]


def test_on_behalf_of_opens_a_line(read: Reader) -> None:
    letter = "Dear Minister,\n\nWe ask you to act.\n\nSincerely,\n\nTom Bell, Port Council\nOn behalf of the Harbour Trust: Ann Lee\n"
    assert {(p, b) for p, b, *_ in read(letter)} == {("Tom Bell", "Port Council"), ("Ann Lee", "Harbour Trust")}
    assert not [
        f for f in read("On behalf of the Harbour Trust, we thank you, and Ann Lee does so too.") if f[3] == "on-behalf"
    ]


OPEN_LETTER = "Open letter to Sudland\n\n3 May 2019\n\nDear Minister,\n\nWe urge Sudland to free the divers.\n\nYours sincerely,\n\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ann Berger, who heads the Harbour Foundation, said no.", "clause"),
        ("Ann Berger works for the Harbour Foundation.", "clause"),
        ("Ann Berger was appointed director of the Harbour Foundation in 2019.", "verb"),
        ("The Harbour Foundation, led by Ann Berger, said no.", "verb"),
        ("The Harbour Foundation, whose director Ann Berger said no, met in May.", "verb"),
        ("The Harbour Foundation's Ann Berger said no.", "genitive"),
        (OPEN_LETTER + "Harbour Foundation – Ann Berger\n", "signature-of-body"),
    ],
)
def test_verbs_genitives_and_signatures_state_affiliations(text: str, rule: str, read: Reader) -> None:
    assert ("Ann Berger", "Harbour Foundation", rule) in [(p, b, r) for p, b, _, r in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Berger is not the director of the Harbour Foundation.",
        "Ann Berger criticised the Harbour Foundation.",
        "The Harbour Foundation, criticised by Ann Berger, said no.",
        "Ann Berger heads north. The Harbour Foundation said no.",
    ],
)
def test_other_verbs_state_none(text: str, read: Reader) -> None:
    assert not read(text)


def test_two_signature_lines_of_one_form_name_their_bodies(read: Reader) -> None:
    found = read(OPEN_LETTER + "Norra – Ann Berger,\n\nTessal – Robert Ames, Tom Bell\n")
    assert {(p, b) for p, b, _, _ in found} == {
        ("Ann Berger", "Norra"),
        ("Robert Ames", "Tessal"),
        ("Tom Bell", "Tessal"),
    }
    assert not read(OPEN_LETTER + "Norra – Ann Berger\n")
