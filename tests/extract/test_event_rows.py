"""Rows of persons with brackets, ages and professions between them; pronouns; which pledges and signatures are events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Told = set[tuple[str, tuple[str, ...], tuple[str, ...]]]


def read(nlp: Language, known: Authority, text: str) -> Told:
    """Type, agents and recipients (in the order of the alphabet) of the events of a text."""
    parsed = next(iter(analyse([Source("a.txt", "a.txt", f"Harbour Times\n\n9 June 2031\n\n{text}\n")], nlp)))
    cast = Cast.of(parsed, known)
    events = find_events(parsed, cast)
    name = {e.id: e.name for e in cast.entries.values()}
    return {
        (e.type, tuple(sorted(name[a] for a in e.agents)), tuple(sorted(name[r] for r in e.recipients))) for e in events
    }


ALL = ("Ana Orr", "Max Reed", "Tom Bell")
ROWS = (
    ("Journalists Ana Orr (34), Tom Bell, 29, and Max Reed were detained by police.", "Repression", ("police",), ALL),
    (
        "Police arrested Ana Orr, a lawyer, Tom Bell, a teacher, and Max Reed, a student.",
        "Repression",
        ("Police",),
        ALL,
    ),
    ("The editors Ana Orr, 34; Tom Bell, 29; and Max Reed, 41, were sentenced to death.", "Repression", (), ALL),
    ("The river bloggers Ana Orr (June), Tom Bell (July) and Max Reed (August) were killed.", "Violence", (), ALL),
    (
        "Last Saturday, publisher Eva Vale was murdered, poet Tom Bell, editor Max Reed and writer Ana Orr were wounded.",
        "Violence",
        (),
        (*ALL[:1], "Eva Vale", *ALL[1:]),
    ),
    # not of the row: whoever a description only relates somebody to, and who speaks behind the comma
    (
        "Police arrested Ana Orr, sister of Eva Vale, and Max Reed.",
        "Repression",
        ("Police",),
        ("Ana Orr", "Max Reed"),
    ),
    ("Police arrested Ana Orr, the lawyer Tom Bell said on Monday.", "Repression", ("Police",), ("Ana Orr",)),
)


@pytest.mark.parametrize(("text", "kind", "agents", "recipients"), ROWS, ids=[r[0][:50] for r in ROWS])
def test_all_persons_of_a_row_take_part(
    nlp: Language, known: Authority, text: str, kind: str, agents: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    assert (kind, agents, recipients) in read(nlp, known, text)


PRONOUNS = (
    # a row of the same pronoun is one person, whatever name stands between
    (
        "Sergei Bell was freed on Saturday. He was arrested in 2020 as he planned to run against Max Orr. "
        "He was jailed for nine years in 2021.",
        ("Repression", (), ("Sergei Bell",)),
    ),
    # he is not she
    ("Ana Orr met Tom Bell on Monday. She condemned the raid.", ("Condemnation", ("Ana Orr",), ())),
    ("Ana Orr met Tom Bell on Monday. He thanked the nurses.", ("Support", ("Tom Bell",), ("nurses",))),
    ("Mr Reed visited Eva Orr in prison on 3 May 2030. She was arrested in 2029.", ("Repression", (), ("Eva Orr",))),
    # who is only spoken of in a quotation is not who goes on
    (
        "“Eva Reed has such power that she could free all the prisoners,” Ana Orr said. She thanked the nurses.",
        ("Support", ("Ana Orr",), ("nurses",)),
    ),
)


@pytest.mark.parametrize(("text", "wanted"), PRONOUNS, ids=[p[0][-45:] for p in PRONOUNS])
def test_pronouns_stand_for_whom_the_text_is_about(
    nlp: Language, known: Authority, text: str, wanted: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert wanted in read(nlp, known, text)


KINDS = (
    ("We reaffirm our commitment to peace.", "Support", False),
    ("We reaffirm our commitment to the security of Uganda.", "Support", True),
    ("Kenya and Uganda signed a memorandum of understanding on 3 May 2030.", "Adoption", True),
    ("Kenya denies this.", "Statement", True),
    ("The mayor denied nine nurses the vote.", "Statement", False),
    ("The Water Council is a lawful body elected by the Congress of Miners on 3 May 2030.", "Election", True),
    ("Kenya helped children in the temporarily occupied territories of Uganda.", "Violence", False),
    ("Kenya occupied the territories of Uganda in 2029.", "Violence", True),
    ("The Water Council regrets the events of May 2030.", "Meeting", False),
    ("In 2029 Kenya designated the Water Council as an “undesirable” organisation.", "Repression", True),
    ("Nine nurses face imprisonment.", "Repression", False),
)


@pytest.mark.parametrize(("text", "kind", "told"), KINDS, ids=[k[0][:50] for k in KINDS])
def test_kinds(nlp: Language, known: Authority, text: str, kind: str, told: bool) -> None:
    assert (kind in {k for k, _, _ in read(nlp, known, text)}) is told


ROLES = (
    (
        "On 3 May 2030 the court of Norton issued warrants for Max Reed and Ana Orr for their part in the raid.",
        "LegalAction",
        ("Ana Orr", "Max Reed"),
    ),
    (
        "The visit came as Kenyan envoy Tom Bell travelled to Kampala, the Ugandan capital, and met the mayor Max Reed.",
        "Meeting",
        ("Max Reed",),
    ),
    ("They applaud Ms Orr for raising this matter and thank Mr Bell for his support.", "Support", ("Bell",)),
)


@pytest.mark.parametrize(("text", "kind", "recipients"), ROLES, ids=[r[0][:50] for r in ROLES])
def test_recipients(nlp: Language, known: Authority, text: str, kind: str, recipients: tuple[str, ...]) -> None:
    assert (kind, recipients) in {(k, r) for k, _, r in read(nlp, known, text)}
