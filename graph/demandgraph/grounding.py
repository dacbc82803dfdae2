"""Keeps of a document's findings what its text and its own actors and events bear out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from pyoxigraph import NamedNode

from demandgraph.dates import is_date
from demandgraph.model import (
    ACTOR_TYPES,
    DOCUMENT_KINDS,
    EVENT_TYPES,
    FORCES,
    STATUSES,
    TOPICS,
    Actor,
    Affiliation,
    Demand,
    Event,
    Figure,
    Findings,
    Phrase,
)

Finding = TypeVar("Finding", Demand, Event, Affiliation, Figure)
Thing = TypeVar("Thing", Actor, Demand, Event, Affiliation, Figure)

EMPLOYERS = frozenset(("Organization", "Institution", "Country"))
"""Classes of actors that a person can belong to."""


def ground(findings: Findings) -> tuple[Findings, tuple[str, ...]]:
    """Keep what holds, and say what was dropped.

    Dropped are phrases whose offsets do not hold their text, findings without evidence, references to actors and
    events that the document does not have, dates that do not exist, and classes and concepts outside the vocabulary.
    The graph is thereby grounded whatever an extractor does.

    Returns
    -------
    The findings that hold, and one remark for each thing dropped. What holds in full is returned unchanged.
    """
    text, notes = findings.document.text, []

    def holds(phrase: Phrase | None) -> bool:
        if phrase is None or not 0 <= phrase.begin < phrase.end <= len(text):
            return False
        return text[phrase.begin : phrase.end] == phrase.text

    def kept(phrases: Iterable[Phrase], owner: str) -> tuple[Phrase, ...]:
        good = []
        for phrase in phrases:
            if holds(phrase):
                good.append(phrase)
            else:
                notes.append(f"{owner}: no such words at {phrase.begin}-{phrase.end}")
        return tuple(dict.fromkeys(good))

    def known(ids: Iterable[str], all_ids: set[str], owner: str) -> tuple[str, ...]:
        given = tuple(dict.fromkeys(ids))
        notes.extend(f"{owner}: refers to the unknown {i!r}" for i in given if i not in all_ids)
        return tuple(i for i in given if i in all_ids)

    def one_of(value: str, values: tuple[str, ...], owner: str) -> bool:
        if value not in values:
            notes.append(f"{owner}: {value!r} is not in the vocabulary")
        return value in values

    actors = tuple(
        replace(
            a,
            name=a.name.strip(),
            mentions=kept(a.mentions, f"actor {a.id}"),
            matches=tuple(m for m in a.matches if is_iri(m)),
        )
        for a in unique(findings.actors, "actor", notes)
        if a.name.strip() and one_of(a.type, ACTOR_TYPES, f"actor {a.id}")
    )
    people = {a.id for a in actors}
    actors = tuple(
        a if a.part_of is None or (a.part_of in people and a.part_of != a.id) else replace(a, part_of=None)
        for a in actors
    )

    def fit_event(e: Event) -> Event:
        owner = f"event {e.id}"
        if e.date and not is_date(e.date):
            notes.append(f"{owner}: {e.date!r} is no date")
            e = replace(e, date=None)
        return replace(e, agents=known(e.agents, people, owner), recipients=known(e.recipients, people, owner))

    events = evidenced(findings.events, "event", kept, notes, fit_event, lambda e: one_of(e.type, EVENT_TYPES, e.id))
    happened = {e.id for e in events}

    def fit_demand(d: Demand) -> Demand:
        owner = f"demand {d.id}"
        return replace(
            d,
            issuers=known(d.issuers, people, owner),
            addressees=known(d.addressees, people, owner),
            beneficiaries=known(d.beneficiaries, people, owner),
            initiators=known(d.initiators, people, owner),
            made_at=known(d.made_at, happened, owner),
            topic=d.topic if one_of(d.topic, TOPICS, owner) else "other",
            force=d.force if one_of(d.force, FORCES, owner) else "call",
            status=d.status if d.status is None or one_of(d.status, STATUSES, owner) else None,
            condition=d.condition if holds(d.condition) else None,
            deadline=d.deadline if holds(d.deadline) else None,
        )

    demands = evidenced(findings.demands, "demand", kept, notes, fit_demand, lambda d: holds(d.action))
    type_of = {a.id: a.type for a in actors}
    affiliations = evidenced(
        findings.affiliations,
        "affiliation",
        kept,
        notes,
        lambda a: a,
        lambda a: type_of.get(a.person) == "Person" and type_of.get(a.organization) in EMPLOYERS,
    )
    figures = evidenced(
        findings.figures,
        "figure",
        kept,
        notes,
        lambda f: f if f.event is None or f.event in happened else replace(f, event=None),
        lambda f: math.isfinite(f.value),
    )
    document = findings.document
    if not one_of(document.kind, DOCUMENT_KINDS, "document"):
        document = replace(document, kind="Report")
    whole = replace(
        findings, document=document, actors=actors, demands=demands, events=events,
        affiliations=affiliations, figures=figures, stances=tuple((p, s) for p, s in findings.stances if holds(p)),
    )  # fmt: skip
    return whole, tuple(notes)


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def unique(things: Iterable[Thing], kind: str, notes: list[str]) -> list[Thing]:
    """The first thing of each id."""
    seen: dict[str, Thing] = {}
    for thing in things:
        if seen.setdefault(thing.id, thing) is not thing:
            notes.append(f"{kind} {thing.id}: a second one with this id")
    return list(seen.values())


def evidenced(
    things: Iterable[Finding],
    kind: str,
    kept: Callable[[Iterable[Phrase], str], tuple[Phrase, ...]],
    notes: list[str],
    fit: Callable[[Finding], Finding],
    fits: Callable[[Finding], bool],
) -> tuple[Finding, ...]:
    """The findings of one kind that fit and whose evidence stands in the text."""
    good = []
    for thing in unique(things, kind, notes):
        evidence = kept(thing.evidence, f"{kind} {thing.id}")
        if evidence and fits(thing):
            good.append(fit(replace(thing, evidence=evidence)))
        else:
            notes.append(f"{kind} {thing.id}: dropped, its words or its parts are missing")
    return tuple(good)
