"""A graph as a network of nodes and edges, by the rule that the ontology itself states.

Each class and property of ``ontology/demandgraph.ttl`` has a ``dg:projection``:

- *node*: every instance of the class is a node. Its ``kind`` is its most specific class, its ``label`` its title, name,
  action or words.
- *edge*: every statement with the property is an edge, its ``kind`` the property's local name. An instance of a class
  with
  this projection (an affiliation) is an edge too, from its ``dg:projectionSource`` to its ``dg:projectionTarget``.
- *attribute*: values become an attribute of their subject's node or edge, by the property's local name: numbers and
  booleans as such, concepts by their name, phrases by their words, several values joined by ``; ``. The full text of a
  document and its SHA-256 stay in the store.

What has no projection is left out. Nodes are named by their IRI without the base, and come in that order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from demandgraph.query import value_of
from demandgraph.store import Store
from demandgraph.vocab import DG, FORCE, KIND, STATUS, TOPIC, ontology_folder

if TYPE_CHECKING:
    import networkx

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
LEFT_OUT = frozenset((NIF + "isString", DG.sha256))
SUPERCLASSES = frozenset((DG.Actor, DG.Event))
CONCEPTS = (TOPIC, FORCE, STATUS, KIND)
LABELS = ("title", "prefLabel", "action", "label", "anchorOf", "fileName")
"""Attributes that may serve as a label, the best one first."""
Values = Mapping[str, Mapping[str, list[Any]]]
"""Subject → property → values, as terms or plain values."""


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


def to_networkx(store: Store) -> networkx.MultiDiGraph[str]:
    """The graph as a :class:`networkx.MultiDiGraph`; every node has ``kind`` and ``label``, every edge ``kind``."""
    import networkx as nx

    rule = projection()
    said = statements(store)
    kinds = {s: kind_of(p.get(RDF_TYPE, []), rule) for s, p in said.items()}
    nodes = sorted(s for s, kind in kinds.items() if kind and rule.role[kind] == "node")
    name = {s: s.removeprefix(store.base) for s in nodes}
    network = nx.MultiDiGraph()
    for s in nodes:
        attributes = attributes_of(s, said, rule)
        label = next((str(attributes[key]) for key in LABELS if key in attributes), "") or words_of(s, said)
        network.add_node(name[s], kind=local(kinds[s]), label=label, **without(attributes, "kind", "label"))
    for s in sorted(said):
        if s in name:
            for predicate in sorted(p for p in said[s] if rule.role.get(p) == "edge"):
                for target in sorted(o for o in map(str_of, said[s][predicate]) if o in name):
                    network.add_edge(name[s], name[target], kind=local(predicate))
        elif (kind := kinds[s] or "") in rule.ends:
            sources, targets = ([str_of(o) for o in said[s].get(p, ())] for p in rule.ends[kind])
            for a in sorted(o for o in sources if o in name):
                for b in sorted(o for o in targets if o in name):
                    network.add_edge(
                        name[a], name[b], kind=local(kind), **without(attributes_of(s, said, rule), "kind")
                    )
    return network


def statements(store: Store) -> dict[str, dict[str, list[Any]]]:
    """Everything that the graph says of its resources, each thing once, whichever named graph says it."""
    said: dict[str, dict[str, dict[Any, None]]] = defaultdict(lambda: defaultdict(dict))
    for quad in store.quads():
        if isinstance(quad.subject, NamedNode) and quad.predicate.value not in LEFT_OUT:
            said[quad.subject.value][quad.predicate.value][quad.object] = None
    return {s: {p: list(o) for p, o in of.items()} for s, of in said.items()}


def kind_of(types: list[Any], rule: Projection) -> str | None:
    """The most specific class that has a projection."""
    projected = sorted(t.value for t in types if rule.role.get(t.value) in ("node", "edge"))
    return next((t for t in projected if t not in SUPERCLASSES), projected[0] if projected else None)


def attributes_of(subject: str, said: Values, rule: Projection) -> dict[str, Any]:
    """A resource's attributes by their local names."""
    found: dict[str, Any] = {}
    for predicate in sorted(said[subject]):
        if rule.role.get(predicate) == "attribute":
            values = [attribute(o, said) for o in said[subject][predicate]]
            found[local(predicate)] = values[0] if len(values) == 1 else "; ".join(sorted(map(str, values)))
    return found


def attribute(term: Any, said: Values) -> Any:
    """A value as an attribute: a number, boolean or text; of a concept its name, of a phrase its words."""
    if isinstance(term, Literal):
        return value_of(term)
    words = said.get(str_of(term), {}).get(NIF + "anchorOf")
    if words:
        return words[0].value
    return next((str_of(term).removeprefix(n) for n in CONCEPTS if str_of(term).startswith(n)), str_of(term))


def words_of(subject: str, said: Values) -> str:
    """The words of a resource's evidence, the longest one."""
    return max((str(attribute(o, said)) for o in said[subject].get(DG.evidence, ())), key=len, default=local(subject))


def without(attributes: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Attributes but for some."""
    return {key: value for key, value in attributes.items() if key not in names}


def str_of(term: Any) -> str:
    """A term's value."""
    return str(getattr(term, "value", term))


def local(iri: str | None) -> str:
    """The last part of an IRI."""
    return (iri or "").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
