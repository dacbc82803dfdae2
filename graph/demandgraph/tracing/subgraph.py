"""Cuts out of a graph what a demand's history rests on: demands, links, events, actors, documents and phrases."""

from __future__ import annotations

from collections.abc import Container, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from demandgraph.rdf import NIF
from demandgraph.store import Store, as_written
from demandgraph.tracing.history import Trace
from demandgraph.vocab import DG

FOLLOWED = frozenset((
    DG.evidence, DG.actionPhrase, DG.condition, DG.deadline, DG.statedIn, DG.madeAt, DG.expresses, DG.issuer, DG.addressee,
    DG.beneficiary, DG.initiator, DG.agent, DG.recipient, DG.place, DG.figure, DG.describedIn, DG.partOf,
    NIF + "referenceContext",
))  # fmt: skip
"""The properties whose values are told as well."""


def subgraph(store: Store, trace: Trace) -> list[Quad]:
    """The quads that a history rests on, in the named graphs that say them.

    Everything that is mentioned is told: no link leads to something of which nothing is said.
    """
    told: dict[str, list[Quad]] = {}
    waiting = [trace.iri, *(step.demand for step in trace)]
    while waiting:
        iri = waiting.pop()
        if iri not in told:
            told[iri] = list(statements(store, iri))
            waiting += [
                q.object.value for q in told[iri] if q.predicate.value in FOLLOWED and isinstance(q.object, NamedNode)
            ]
    found = [q for quads in told.values() for q in quads if closed(q, told, store.base)]
    return sorted(found, key=str)


def statements(store: Store, iri: str) -> Iterator[Quad]:
    """What the named graphs say of something."""
    for quad in store.raw.quads_for_pattern(NamedNode(iri), None, None, None):
        if not isinstance(quad.graph_name, DefaultGraph):
            yield as_written(quad)


def closed(quad: Quad, told: Container[str], base: str) -> bool:
    """Whether a statement leads to nothing else than what is told: other resources of the graph are left out."""
    value = quad.object
    return not isinstance(value, NamedNode) or not value.value.startswith(base) or value.value in told
