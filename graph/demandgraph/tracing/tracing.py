"""Puts the statements of a demand, and what was made of it, in the order of time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from demandgraph.store import Store
from demandgraph.tracing.finding import matches
from demandgraph.tracing.history import KINDS, Step, Trace
from demandgraph.tracing.telling import Reader, Statement, before, bounds
from demandgraph.vocab import DG, TOPIC

ANSWERS = frozenset(("under-consideration", "accepted", "noted", "rejected"))
"""Statuses that say what somebody answered; the others say what became of the demand."""


def trace(store: Store, demand: str) -> Trace:
    """The history of a demand.

    Parameters
    ----------
    store : the graph
    demand : IRI or id of a demand or shared demand, or words of it; the best match is taken

    Raises
    ------
    QueryError
        If there is no such demand.
    """
    return trace_of(store, matches(store, demand)[0].iri)


def trace_of(store: Store, iri: str) -> Trace:
    """The history of the demand or shared demand of an IRI."""
    reader = Reader(store)
    members = reader.subjects(DG.expresses, iri)
    stated = reader.statements(members or [iri])
    steps = [*steps_of(stated), *answers(stated)]
    root = stated[0].iri
    for kind, linked in (
        ("narrowed", reader.subjects(DG.narrows, iri)),
        ("widened", reader.values(iri, DG.narrows)),
    ):
        for other in linked:
            told = reader.statements(reader.subjects(DG.expresses, other))
            steps += [step(told[0], kind, (root,))] if told else []
            steps += answers(told)
    dates = [s.date for s in stated if s.date]
    return Trace(
        iri,
        reader.label(iri) or stated[0].action,
        (reader.value(iri, DG.topic) or "").removeprefix(TOPIC),
        len({s.document_iri for s in stated}),
        len({i for s in stated for i in s.issuers}),
        min(dates, key=bounds, default=None),
        max(dates, key=lambda d: bounds(d)[::-1], default=None),
        tuple(sorted(steps, key=order)),
    )


def order(s: Step) -> tuple[bool, tuple[str, str], int, str, int, str]:
    """What steps are ordered by: those of one day as a demand's history goes."""
    return (s.date is None, bounds(s.date or ""), list(KINDS).index(s.kind), s.document, s.begin, s.demand)


def steps_of(stated: Sequence[Statement]) -> Iterator[Step]:
    """The statements of a demand as steps; they are in the order of time."""
    here = {s.iri for s in stated}
    known = {i for s in stated if s.date for i in s.issuers}
    for n, s in enumerate(stated):
        earlier = [t for t in stated[:n] if before(t.date, s.date)]
        told = [t for t in stated[:n] if same_act(t, s)]
        follows = tuple(i for i in s.restates if i in here)
        if told:
            yield step(s, "retold", (told[0].iri,))
        else:
            yield step(s, kind_of(s, earlier, known), follows or tuple(t.iri for t in earlier[:1]))


def same_act(one: Statement, other: Statement) -> bool:
    """Whether two documents tell of one statement: made by the same at one event."""
    return (
        one.document_iri != other.document_iri
        and one.occasion is not None
        and other.occasion is not None
        and one.occasion.iri == other.occasion.iri
    )


def kind_of(s: Statement, earlier: Sequence[Statement], known: Collection[str]) -> str:
    """What kind of step a statement is after some earlier ones; ``known`` are the issuers of those with a date."""
    adopted = s.occasion is not None and s.occasion.type == "Adoption"
    if s.date is None:
        return "adopted" if adopted and not {*s.issuers} & {*known} else "stated"
    if not earlier:
        return "raised"
    before_them = {i for t in earlier for i in t.issuers}
    if adopted and before_them.isdisjoint(s.issuers):
        return "adopted"
    asked = {a for t in earlier for a in t.addressees}
    return "readdressed" if s.addressees and asked and asked.isdisjoint(s.addressees) else "repeated"


def answers(stated: Sequence[Statement]) -> Iterator[Step]:
    """What documents say became of the demand, with the words that say so."""
    for s in stated:
        if s.status:
            yield step(s, "answered" if s.status in ANSWERS else "became", (s.iri,))


def step(s: Statement, kind: str, follows: tuple[str, ...] = ()) -> Step:
    """A statement as a step; an answer is as old as the document that gives it, and quotes what says it."""
    answer = kind in ("answered", "became")
    words = (s.aside or s.quote) if answer else s.quote
    return Step(
        kind, s.written if answer else s.date, s.iri, s.document, s.document_iri, s.title, s.issuers, s.addressees,
        s.initiators, s.action, words.text, words.begin, words.end, None if answer else s.occasion,
        s.status if answer else None, tuple(i for i in follows if answer or i != s.iri),
    )  # fmt: skip
