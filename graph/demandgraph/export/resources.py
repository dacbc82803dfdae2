"""Reads a store one resource after the other, so that a graph of any size can be written.

A resource is read in the union of all named graphs. Its *phrases* are the stretches of text that findings point to; a
*lean* reading leaves them and the documents' texts out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from demandgraph.rdf import NIF
from demandgraph.store import Store, as_written

Values = Mapping[str, tuple[object, ...]]
"""Property → values, as terms, in the order of their N-Triples forms."""
PHRASE_MARK = "#char="
TEXT = NIF + "isString"
UNION = DefaultGraph()


def is_phrase(term: object) -> bool:
    """Whether a term names a stretch of text (RFC 5147)."""
    return isinstance(term, NamedNode) and PHRASE_MARK in term.value


def is_lean(quad: Quad | Triple) -> bool:
    """Whether a statement stays when phrases and texts are left out."""
    return not (is_phrase(quad.subject) or is_phrase(quad.object) or quad.predicate.value == TEXT)


def triples_of(store: Store, subject: str) -> Iterator[Triple]:
    """What the graph states of a resource, each triple once."""
    for quad in store.raw.quads_for_pattern(NamedNode(subject), None, None, UNION):
        yield as_written(quad).triple


def values_of(store: Store, subject: str) -> Values:
    """What the graph states of a resource, by property."""
    found: dict[str, list[object]] = defaultdict(list)
    for triple in triples_of(store, subject):
        found[triple.predicate.value].append(triple.object)
    return {p: tuple(sorted(found[p], key=str)) for p in sorted(found)}


def instances(store: Store, class_: str) -> Iterator[str]:
    """The IRIs of a class's instances, in no order."""
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for quad in store.raw.quads_for_pattern(None, kind, NamedNode(class_), UNION):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value
