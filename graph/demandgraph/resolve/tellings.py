"""Tellings of events as they can be compared: participants, place, the words that tell what it was, numbers of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from demandgraph.across import LocalId, Names
from demandgraph.iris import slug
from demandgraph.model import Document, Event, Findings, Phrase
from demandgraph.resolve.likeness import content, likeness, stem

DATES = frozenset(stem(w) for w in (
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday day today yesterday morning evening week month year"
).split())  # fmt: skip
ORDINARY = frozenset(stem(w) for w in (
    "adopt adopted adopts adoption pass passed approve approved vote voted recorded without consensus unanimously text"
    " resolution decision appeal statement said held hold meeting meet met session plenary took place place event"
).split())  # fmt: skip
"""Stems that tell what kind of an event it was, which its class does already, or what everything of its kind has."""
TOLD = 2
"""Words that a telling must have to say for itself what it is about; else its document's title speaks for it."""
ENOUGH = 0.6
"""Share of the words, weighted, from which on more of them make nothing more likely."""
FAR = 600
"""Characters from a phrase to the end of its sentence, at most."""
END = re.compile(r"[.!?][”\"’)]?\s+(?=[\W\d]*[A-Z])|\n")
NUMBERED = re.compile(r"(?<![\d/])\d{1,4}/\d{1,4}(?![\d/])|\b\d{3,4} ?\((?:\d{4}|[IVXL]+)\)")
"""The number of a resolution or act: *44/3*, *1820 (2008)*."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one document tells it.

    ``agents`` and ``others`` are the IRIs of who did it, and to whom; ``words`` the stems that tell what it was, ``around``
    those of the whole sentence, ``numbers`` those of the texts that it is about.
    """

    id: LocalId
    event: Event
    document: Document
    agents: frozenset[str]
    others: frozenset[str]
    place: str
    words: frozenset[str]
    around: frozenset[str]
    numbers: frozenset[str]

    @property
    def date(self) -> str:
        """The date as the document tells it, empty where it does not."""
        return self.event.date or ""

    @property
    def participants(self) -> frozenset[str]:
        """Everybody who took part."""
        return self.agents | self.others


def tellings_of(findings: Findings, names: Names) -> Iterator[Telling]:
    """The events of a document that have a date to be compared by."""
    document = findings.document
    by_id = {a.id: a for a in findings.actors}
    for event in findings.events:
        if event.date:
            agents, others = (
                frozenset(names.actors[document.sha256, a].iri for a in ids) for ids in (event.agents, event.recipients)
            )
            text = " ".join(p.text for p in event.evidence)
            actors = {w for a in (*event.agents, *event.recipients) for w in content(by_id[a].name)}
            words = subject(text, actors)
            around = words | subject(sentence(document.text, event.evidence[0]), actors)
            title = subject(document.title or "", actors)
            words, around = (w if len(w) >= TOLD else w | title for w in (words, around))
            place = slug(event.place or "")
            numbers = frozenset("".join(n.split()) for n in NUMBERED.findall(text))
            yield Telling((document.sha256, event.id), event, document, agents, others, place, words, around, numbers)


def subject(text: str, actors: set[str]) -> frozenset[str]:
    """The stems of a text that tell what an event was about: not when, by whom, or of which class."""
    return frozenset(w for w in content(text) if not (w in DATES or w in ORDINARY or w in actors or w.isdigit()))


def sentence(text: str, phrase: Phrase) -> str:
    """The sentence, or the line, that a phrase stands in.

    >>> sentence("It rained. The bridge was closed on Monday. All went home.", Phrase(15, 21, "bridge"))
    'The bridge was closed on Monday'
    """
    start, stop = max(0, phrase.begin - FAR), phrase.end + FAR
    begin = max((m.end() for m in END.finditer(text, start, phrase.begin)), default=start)
    end = END.search(text, phrase.end, stop)
    return text[begin : end.start() if end else stop]


def similarity(one: Telling, other: Telling, worth: Mapping[str, float]) -> float:
    """Share of the words, weighted, that two tellings have in common, or the sentences that they stand in."""
    return max(likeness(one.words, other.words, worth), likeness(one.around, other.around, worth))


def contradiction(one: Telling, other: Telling) -> str:
    """Why two tellings of a class cannot be of one event, empty if they can."""
    if one.document.sha256 == other.document.sha256:
        return "one document tells both"
    if one.event.type != other.event.type:
        return "other kinds of events"
    if not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return "other dates"
    if one.place and other.place and one.place != other.place:
        return "other places"
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return "other numbers"
    if one.agents and other.agents and one.agents.isdisjoint(other.agents):
        return "done by others"
    return ""


def reasons(one: Telling, other: Telling, worth: Mapping[str, float]) -> tuple[float, str]:
    """How likely two tellings that do not contradict each other are of one event (0..1), and why."""
    words = similarity(one, other, worth)
    same_day = one.date == other.date and len(one.date) == 10
    shared = one.participants & other.participants
    place = bool(one.place) and one.place == other.place
    number = bool(one.numbers & other.numbers)
    alike = 1.0 if number else min(1.0, words / ENOUGH)
    score = 0.1 + 0.15 * same_day + 0.1 * bool(shared) + 0.1 * place + 0.55 * alike
    told = {
        "the same day": same_day,
        "dates that agree": not same_day,
        "somebody who took part in both": bool(shared),
        "the same place": place,
        "the same number": number,
        f"{words:.0%} of the words": words > 0,
    }
    return round(score, 2), ", ".join(reason for reason, holds in told.items() if holds)
