"""A graph as a network of nodes and edges, by the rule that the ontology itself states.

Each class and property of ``ontology/demandgraph.ttl`` has a ``dg:projection``:

- *node*: every instance of the class is a node. Its ``kind`` is its most specific class, its ``label`` its title, name,
  action or words.
- *edge*: every statement with the property is an edge, its ``kind`` the property's local name. An instance of a class
  with this projection (an affiliation) is an edge too, from its ``dg:projectionSource`` to its ``dg:projectionTarget``.
- *attribute*: values become an attribute of their subject's node or edge, by the property's local name: numbers and
  booleans as such, concepts by their name, phrases by their words; of several numbers the largest, other values joined
  by ``; ``. The full text of a document and its SHA-256 stay in the store.

What has no projection is left out. Nodes are named by their IRI without the base, and come in that order. Every edge has
``evidence_ids``: the phrases that bear it, those of its source or, where that has none, of its target, named likewise.
A *lean* network has neither the words nor the names of phrases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from demandgraph.export.options import Options
from demandgraph.export.resources import UNION, Values, instances, is_phrase, values_of
from demandgraph.query import value_of
from demandgraph.rdf import NIF
from demandgraph.store import Store
from demandgraph.vocab import DG, FORCE, KIND, STATUS, TOPIC, ontology_folder

if TYPE_CHECKING:
    import networkx

LEFT_OUT = frozenset((NIF + "isString", DG.sha256))
SUPERCLASSES = frozenset((DG.Actor, DG.Event))
CONCEPTS = (TOPIC, FORCE, STATUS, KIND)
LABELS = ("title", "prefLabel", "action", "label", "anchorOf", "fileName")
"""Attributes that may serve as a label, the best one first."""
Attribute = str | int | float | bool
"""What an attribute can be: every format of networks has these."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: ``id`` is its IRI without the base."""

    id: str
    kind: str
    label: str
    attributes: Mapping[str, Attribute]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between two nodes, by their ids."""

    source: str
    target: str
    kind: str
    attributes: Mapping[str, Attribute]


@dataclass(frozen=True, slots=True)
class Projection:
    """What each class and property becomes; ``ends`` are source and target property of classes that become edges."""

    role: Mapping[str, str]
    ends: Mapping[str, tuple[str, str]]


@cache
def projection() -> Projection:
    """The rule, as the ontology states it."""
    text = (ontology_folder() / "demandgraph.ttl").read_bytes()
    role: dict[str, str] = {}
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in pyoxigraph.parse(text, format=RdfFormat.TURTLE):
        predicate, subject = triple.predicate.value, triple.subject
        if not isinstance(subject, NamedNode):
            continue
        if predicate == DG.projection and isinstance(triple.object, Literal):
            role[subject.value] = triple.object.value
        elif predicate in (DG.projectionSource, DG.projectionTarget) and isinstance(triple.object, NamedNode):
            ends[subject.value][predicate] = triple.object.value
    return Projection(role, {c: (e[DG.projectionSource], e[DG.projectionTarget]) for c, e in ends.items()})


class Network:
    """The nodes and edges of a graph, read one after the other, so that a graph of any size can be written."""

    directed = True

    def __init__(self, store: Store, lean: bool = False) -> None:
        self.store = store
        self.lean = lean
        self.rule = projection()
        self.kinds = kinds(store, self.rule)
        self.nodes_found = sorted(s for s, kind in self.kinds.items() if self.rule.role[kind] == "node")

    def nodes(self) -> Iterator[Node]:
        """The nodes, in the order of their names."""
        for subject in self.nodes_found:
            values = values_of(self.store, subject)
            attributes = self.attributes(values)
            label = next((str(attributes[key]) for key in LABELS if key in attributes), "") or self.words(subject)
            yield Node(
                self.name(subject),
                local(self.kinds[subject]),
                label,
                without(attributes, "kind", "label", *self.hidden),
            )

    def edges(self) -> Iterator[Edge]:
        """The edges, in the order of what they start from."""
        for subject in sorted(self.kinds):
            values = values_of(self.store, subject)
            kind = self.kinds[subject]
            if self.rule.role[kind] == "node":
                for predicate in values:
                    if self.rule.role.get(predicate) == "edge":
                        for target in filter(self.is_node, map(str_of, values[predicate])):
                            yield self.edge(subject, target, predicate, {}, subject, target)
            else:
                sources, targets = ([str_of(o) for o in values.get(p, ())] for p in self.rule.ends[kind])
                attributes = without(self.attributes(values), "kind", *self.hidden)
                for a in filter(self.is_node, sources):
                    for b in filter(self.is_node, targets):
                        yield self.edge(a, b, kind, attributes, subject)

    @property
    def hidden(self) -> tuple[str, ...]:
        """Attributes that a lean network leaves out."""
        return ("evidence", "actionPhrase") if self.lean else ()

    def name(self, subject: str) -> str:
        """How a node is named."""
        return subject.removeprefix(self.store.base)

    def is_node(self, iri: str) -> bool:
        """Whether an IRI names a node."""
        return self.rule.role.get(self.kinds.get(iri, "")) == "node"

    def edge(self, source: str, target: str, kind: str, attributes: Mapping[str, Attribute], *bearers: str) -> Edge:
        """An edge with the phrases that bear it: those of the first of some findings that has any."""
        if not self.lean:
            found = next((ids for ids in map(self.evidence, bearers) if ids), ())
            attributes = {**attributes, "evidence_ids": "; ".join(map(self.name, found))}
        return Edge(self.name(source), self.name(target), local(kind), attributes)

    def evidence(self, subject: str) -> list[str]:
        """The phrases that bear a finding, in the order of their IRIs."""
        return sorted(str_of(q.object) for q in self.quads(subject, DG.evidence))

    def quads(self, subject: str, predicate: str) -> Iterator[Quad]:
        """What the graph states of a resource by a property."""
        return iter(self.store.raw.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, UNION))

    def attributes(self, values: Values) -> dict[str, Attribute]:
        """A resource's attributes by their local names."""
        found: dict[str, Attribute] = {}
        for predicate in values:
            if self.rule.role.get(predicate) == "attribute" and predicate not in LEFT_OUT:
                plain = [self.attribute(o) for o in values[predicate]]
                found[local(predicate)] = single(plain)
        return found

    def attribute(self, term: object) -> Attribute:
        """A value as an attribute: a number, boolean or text; of a concept its name, of a phrase its words."""
        if isinstance(term, Literal):
            plain: Attribute = value_of(term)
            return plain
        if is_phrase(term):
            words = next((str_of(q.object) for q in self.quads(str_of(term), NIF + "anchorOf")), None)
            if words is not None:
                return words
        return next((str_of(term).removeprefix(n) for n in CONCEPTS if str_of(term).startswith(n)), str_of(term))

    def words(self, subject: str) -> str:
        """The words of a resource's evidence, the longest ones."""
        spoken = [str(self.attribute(q.object)) for q in self.quads(subject, DG.evidence)]
        return max(sorted(spoken), key=len, default=local(subject))


class Projected:
    """A network made for analysis, with its nodes and edges as :class:`Network` gives them."""

    def __init__(self, network: networkx.Graph[str], lean: bool = False) -> None:
        self.network = network
        self.directed = network.is_directed()
        self.hidden = ("evidence_ids",) if lean else ()

    def nodes(self) -> Iterator[Node]:
        """The nodes, in the order of their names."""
        for name, data in sorted(self.network.nodes(data=True)):
            yield Node(name, data["kind"], data["label"], without(data, "kind", "label"))

    def edges(self) -> Iterator[Edge]:
        """The edges, in the order of their ends."""
        for a, b, data in sorted(self.network.edges(data=True), key=lambda e: e[:2]):
            yield Edge(a, b, data.get("kind", "tie"), without(data, "kind", *self.hidden))


def network_of(store: Store, options: Options) -> Network | Projected:
    """The network that the options ask for."""
    if options.network is None:
        return Network(store, options.lean)
    from demandgraph.export.projections import projected

    return Projected(projected(store, options.network, options.since, options.until), options.lean)


def to_networkx(store: Store, lean: bool = False) -> networkx.MultiDiGraph[str]:
    """The graph as a :class:`networkx.MultiDiGraph`; every node has ``kind`` and ``label``, every edge ``kind``."""
    import networkx as nx

    read = Network(store, lean)
    network = nx.MultiDiGraph()
    for node in read.nodes():
        network.add_node(node.id, kind=node.kind, label=node.label, **node.attributes)
    for edge in read.edges():
        network.add_edge(edge.source, edge.target, kind=edge.kind, **edge.attributes)
    return network


def kinds(store: Store, rule: Projection) -> dict[str, str]:
    """Everything that becomes a node or an edge, with its most specific class."""
    found: dict[str, str] = {}
    for class_ in sorted(
        (c for c, role in rule.role.items() if role in ("node", "edge")), key=lambda c: (c in SUPERCLASSES, c)
    ):
        for subject in instances(store, class_):
            found.setdefault(subject, class_)
    return found


def single(values: Sequence[Attribute]) -> Attribute:
    """Several values as one: the largest number, so that an attribute has one type everywhere; texts joined.

    >>> single([0.9, 0.95]), single(["b", "a"])
    (0.95, 'a; b')
    """
    numbers = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    if len(numbers) == len(values):
        return max(numbers)
    return values[0] if len(values) == 1 else "; ".join(sorted(map(str, values)))


def without(attributes: Mapping[str, Attribute], *names: str) -> dict[str, Attribute]:
    """Attributes but for some."""
    return {key: value for key, value in attributes.items() if key not in names}


def str_of(term: Any) -> str:
    """A term's value."""
    return str(getattr(term, "value", term))


def local(iri: str | None) -> str:
    """The last part of an IRI."""
    return (iri or "").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
