"""What is said, judged, supported, met about and reported: golden sentences, and what each rule must and must not find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Event, Source

if TYPE_CHECKING:
    from spacy.language import Language

GOLDEN = Path(__file__).with_name("event_speech.tsv")
SENTENCES, RIGHT = 68, 65
TYPES = {"Statement", "Condemnation", "Support", "Meeting", "Report", "Adoption", "Review", "Other"}


def read(nlp: Language, known: Authority, text: str) -> list[Event]:
    source = Source("x.txt", "x.txt", f"Harbour Times\n\n9 June 2031\n\n{text}\n")
    parsed = next(iter(analyse([source], nlp)))
    begin = parsed.text.index(text[:20])
    return [e for e in find_events(parsed, Cast.of(parsed, known)) if e.evidence[0].begin >= begin]


TOLD = [
    ("Ana Orr called the expulsion of the nurses “a disgrace”.", "Condemnation"),
    ("The Water Council described the verdict as a travesty of justice.", "Condemnation"),
    ("Ana Orr branded the decision “shameful and cruel”.", "Condemnation"),
    ("Kenya considers the referendum illegitimate.", "Condemnation"),
    ("The Water Council called the closure of the clinic an act of repression.", "Condemnation"),
    ("Ana Orr said that the law was a farce.", "Condemnation"),
    ("“This verdict is an outrage,” said Ana Orr.", "Condemnation"),
    ("Kenya blamed the shortage on Uganda.", "Condemnation"),
    ("The Water Council rejects the persecution of the nurses.", "Condemnation"),
    ("The Water Council regrets that Kenya has closed the clinic.", "Condemnation"),
    ("The Water Council found the closure of the school unlawful.", "Report"),
    ("The nurses were recognised as refugees by the Water Council.", "Support"),
    ("Kenya agreed to accept the refugees.", "Support"),
    ("Kenya opened its borders to the refugees.", "Support"),
    ("Kenya took in nine hundred refugees.", "Support"),
    ("Our support for the nurses of Kenya is unwavering.", "Support"),
    ("The draft was co-sponsored by Kenya and Uganda.", "Support"),
    ("Sweden is providing nine mobile clinics to Uganda.", "Support"),
    ("The Water Council noted with appreciation the efforts of Kenya.", "Support"),
    ("Ana Orr raised the matter in talks with Uganda.", "Meeting"),
    ("Ana Orr spoke by telephone with President Tom Bell of Uganda.", "Meeting"),
    ("Talks between Kenya and Uganda broke down on Friday.", "Meeting"),
    ("Ana Orr made it clear that the port would stay open.", "Statement"),
    ("Ana Orr was adamant that the port would stay open.", "Statement"),
    ("Ana Orr spoke at the rally.", "Statement"),
    ("The Ministry of Justice reiterated its commitment to the reforms.", "Statement"),
    ("The Water Council visited four prisons.", "Review"),
    ("The Water Council monitored the vote.", "Review"),
    ("The Water Council identified nine sources of the leak.", "Report"),
    ("The findings were presented to the Water Council.", "Report"),
    ("Kenya's declaration of independence came in 1963.", "Other"),
    ("The movement of 4,000 refugees into Kenya began in May.", "Other"),
]
NOT_TOLD = [
    ("Ana Orr did not call the expulsion a disgrace.", "Condemnation"),
    ("If Kenya called the vote a farce, nobody would listen.", "Condemnation"),
    ("Ana Orr called the vote “a test of patience”.", "Condemnation"),
    ("The Water Council described the plan as a great success.", "Condemnation"),
    ("Ana Orr said that the law was not a farce.", "Condemnation"),
    ("Ana Orr said that the trial might be unfair.", "Condemnation"),
    ("Nobody knows whether Ana Orr said that the raid was shameful.", "Condemnation"),
    ("Torture is a crime under international law.", "Condemnation"),
    ("Kenya put the shortage on the agenda.", "Condemnation"),
    ("The Water Council regrets the inconvenience.", "Condemnation"),
    ("Kenya agreed to open the port.", "Support"),
    ("Norway and Sweden should step up their support for the nurses.", "Support"),
    ("Kenya opened its offices to the press.", "Support"),
    ("Kenya took action in response to the refugees.", "Support"),
    ("Kenya provided nine answers to Uganda.", "Support"),
    ("Kenya recognised the state of the roads.", "Support"),
    ("Talks may fail.", "Meeting"),
    ("Ana Orr raised the matter.", "Meeting"),
    ("Ana Orr made soup.", "Statement"),
    ("Ana Orr was adamant.", "Statement"),
    ("The Water Council should monitor the vote.", "Review"),
    ("The movement of workers needs rules.", "Other"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_is_told_is_found(text: str, kind: str, nlp: Language, known: Authority) -> None:
    assert kind in [e.type for e in read(nlp, known, text)]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not_told_is_not_found(text: str, kind: str, nlp: Language, known: Authority) -> None:
    assert kind not in [e.type for e in read(nlp, known, text)]


def test_a_reported_judgement_is_that_of_its_speaker(nlp: Language, known: Authority) -> None:
    judged = [
        e for e in read(nlp, known, "Ana Orr said that the raid on Kenya was shameful.") if e.type == "Condemnation"
    ]
    assert [(e.agents, e.rule) for e in judged] == [(("ana-orr",), "rules/event/condemnation/said-unacceptable")]


def test_the_meeting_of_a_matter_raised_is_with_those_it_was_raised_with(nlp: Language, known: Authority) -> None:
    text = "Ana Orr raised the matter with Uganda during a meeting in Nairobi."
    met = [e for e in read(nlp, known, text) if e.type == "Meeting"]
    assert [(e.agents, e.recipients) for e in met] == [(("ana-orr",), ("uganda",))]


def is_found(wanted: str, event: Event, names: dict[str, str]) -> bool:
    """Whether an event is of the type and has the agents that a line wants: *Support|Kenya,Uganda*."""
    kind, _, agents = wanted.partition("|")
    acting = " ".join(names.get(a, a) for a in event.agents)
    return event.type == kind and all(a in acting for a in agents.split(",") if a)


def is_right(wanted: str, events: list[Event], names: dict[str, str]) -> bool:
    """Whether a sentence tells what its line says; a dash says that it tells nothing of these types."""
    if wanted == "-":
        return not any(e.type in TYPES for e in events)
    return all(any(is_found(w, e, names) for e in events) for w in wanted.split(" & "))


def test_golden_sentences(nlp: Language, known: Authority) -> None:
    lines = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line]
    assert len(lines) == SENTENCES
    sources = [Source("x.txt", "x.txt", f"Harbour Times\n\n9 June 2031\n\n{text}\n") for text, _ in lines]
    right = 0
    for (text, wanted), parsed in zip(lines, analyse(sources, nlp), strict=True):
        cast = Cast.of(parsed, known)
        begin = parsed.text.index(text[:20])
        events = [e for e in find_events(parsed, cast) if e.evidence[0].begin >= begin]
        right += is_right(wanted, events, {key: entry.name for key, entry in cast.entries.items()})
    assert right == RIGHT
