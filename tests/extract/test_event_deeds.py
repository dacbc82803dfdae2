"""Deeds by type, and one event for each: repression, violence, releases, sanctions, court acts, protests, votes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

DEEDS = frozenset({"Repression", "Violence", "LegalAction", "Release", "Sanction", "Demonstration", "Election"})
GOLDEN = Path(__file__).with_name("event_deeds.tsv")
RIGHT, ALL = 62, 65
"""How many documents of the golden file have exactly the deeds that they tell, as measured."""


def deeds(nlp: Language, known: Authority, text: str) -> list[str]:
    """The types of the deeds that a document tells, one for each event; a bar stands between its paragraphs."""
    parts = [part.strip() for part in text.split("|")]
    title = parts.pop(0)[2:].strip() if parts[0].startswith("T:") else "Harbour Times"
    body = "\n\n".join([title, "9 June 2031", *parts]) + "\n"
    parsed = next(iter(analyse([Source("x.txt", "x.txt", body)], nlp)))
    return sorted(e.type for e in find_events(parsed, Cast.of(parsed, known)) if e.type in DEEDS)


def test_golden_file(nlp: Language, known: Authority) -> None:
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for line in lines:
        types, text = line.split("\t")
        if deeds(nlp, known, text) != sorted(t.strip() for t in types.split(",") if t != "-"):
            wrong.append(line)
    assert len(lines) == ALL
    assert len(lines) - len(wrong) >= RIGHT, "\n".join(wrong)


TYPED = [
    ("Officers seized the phones of the students.", "Repression"),
    ("Rebels seized the town of Norton.", "Violence"),
    ("The ministry placed the Water Council on its register of undesirable organisations.", "Repression"),
    ("The junta declared martial law in Nairobi.", "Repression"),
    ("Soldiers stormed the newsroom of Ana Orr.", "Repression"),
    ("Gunmen seized four nurses in Nairobi.", "Violence"),
    ("Officers used lethal force against the nurses.", "Violence"),
    ("Kenya agreed to free four editors.", "Release"),
    ("Ana Orr walked free on 3 May 2019.", "Release"),
    ("The judge granted an injunction against Kenya.", "LegalAction"),
    ("Ana Orr was charged with fraud.", "LegalAction"),
    ("Ana Orr challenged the ban before the court.", "LegalAction"),
    ("The court dropped the charges against Ana Orr.", "LegalAction"),
    ("Ana Orr is still being held hostage in Kenya after nearly two years.", "Violence"),
    ("Ana Orr is still being held in Kenya after nearly two years.", "Repression"),
    ("The bridge was hit by a drone on 3 May 2019.", "Violence"),
    ("The embargo was extended in 2019.", "Sanction"),
    ("The Water Council suspended Kenya.", "Sanction"),
    ("Miners downed tools in Nairobi.", "Demonstration"),
    ("Police broke up the rally in Nairobi.", "Repression"),
]


@pytest.mark.parametrize(("text", "kind"), TYPED)
def test_type(nlp: Language, known: Authority, text: str, kind: str) -> None:
    assert deeds(nlp, known, text) == [kind]


NONE = [
    "The army denied that it had shelled the clinic.",
    "Kenya refused to free four editors.",
    "Editors are held in prisons all over the world.",
    "The judge asked the clerk whether the hall was free.",
    "Ana Orr used the law as a weapon.",
    "Ana Orr challenged her brother to a race.",
    "America secured the release of oil from its reserves.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_deed(nlp: Language, known: Authority, text: str) -> None:
    assert deeds(nlp, known, text) == []


ONE = [
    "T: Kenya jails singer for nine years | Singer Ana Orr has been jailed for nine years in Kenya. | Her sentence was read out in Nairobi.",
    "T: Lima nurses on strike | Nurses in Lima have gone on strike. | The strike began on Monday.",
    "At least nine people died when shells hit a market in Nairobi.",
    "Nine sailors lost their lives in the shelling of Mombasa.",
    "Nine Ugandan sailors are being held in Kenya. | The sailors are being held at a jail in Mombasa.",
    "Carla Mendes won the presidential election in Peru. | The election was held on 3 May 2031.",
    "Voters in Ghana went to the polls on Saturday.",
    "Police raided the office of Ana Orr and seized computers.",
]
SEVERAL = [
    "Ana Orr was arrested on 3 May 2030. | Her imprisonment shocked Kenya. | Ana Orr was sentenced on 9 August 2030.",
    "Ana Orr was jailed for nine years. | Ana Orr was jailed for two years.",
    "On 3 May 2030 police arrested Ana Orr. | On 9 June 2030 police arrested Ana Orr.",
    "Peru held a presidential election in 2030. | Peru held a parliamentary election in 2031.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_event(nlp: Language, known: Authority, text: str) -> None:
    assert max(Counter(deeds(nlp, known, text)).values()) == 1


@pytest.mark.parametrize("text", SEVERAL)
def test_several_events(nlp: Language, known: Authority, text: str) -> None:
    assert max(Counter(deeds(nlp, known, text)).values()) == 2
