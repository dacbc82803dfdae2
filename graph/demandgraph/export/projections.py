"""Networks that are made from a graph for analysis: who demands of whom, who shares a demand, who takes part in what.

Each has plain attributes, ``weight`` (how many demands or events an edge stands for), ``first`` and ``last`` (the dates
between which they lie, as precise as the documents give them) and ``evidence_ids`` (the phrases that bear them).

In the bipartite ones ``bipartite`` is 0 for actors (documents) and 1 for the rest, as networkx has it. ``agreement`` is that
of discourse network analysis (Leifeld 2017): whoever issues a demand, or answers that it is accepted, agrees with it;
whoever answers that it is rejected disagrees.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from demandgraph.errors import ExportError
from demandgraph.query import run
from demandgraph.store import Store
from demandgraph.vocab import ONTOLOGY, STATUS, TOPIC

if TYPE_CHECKING:
    import networkx

AGREEING = frozenset(("accepted", "implemented", "partly-implemented", "adopted"))
REJECTING = frozenset(("rejected",))
DEMANDS = """
SELECT ?d ?action ?doc ?title ?date ?topic ?status ?shared ?label ?issuer ?addressee ?phrase WHERE {
  ?d a dg:Demand ; dg:action ?action ; dg:statedIn ?doc ; dg:topic ?topic .
  ?doc nfo:fileName ?title
  OPTIONAL { ?doc dcterms:date ?date } OPTIONAL { ?d dg:status ?status }
  OPTIONAL { ?d dg:expresses ?shared . ?shared skos:prefLabel ?label }
  OPTIONAL { ?d dg:issuer ?issuer } OPTIONAL { ?d dg:addressee ?addressee } OPTIONAL { ?d dg:evidence ?phrase }
}
"""
EVENTS = """
SELECT ?e ?date ?actor ?role ?phrase WHERE {
  ?e a dg:Event { ?e dg:agent ?actor BIND ("agent" AS ?role) } UNION { ?e dg:recipient ?actor BIND ("recipient" AS ?role) }
  OPTIONAL { ?e dg:date ?date } OPTIONAL { ?e dg:evidence ?phrase }
}
"""


@dataclass(slots=True)
class Stated:
    """A demand with what the networks are made of."""

    action: str
    document: str
    title: str
    date: str | None
    topic: str
    statuses: set[str]
    shared: set[tuple[str, str]]
    issuers: set[str]
    addressees: set[str]
    phrases: set[str]

    def concepts(self, iri: str) -> set[tuple[str, str]]:
        """The shared demands that it expresses, else itself, each with a label."""
        return self.shared or {(iri, self.action)}


@dataclass(slots=True)
class Tie:
    """An edge that grows: the demands or events that it stands for."""

    members: set[str]
    dates: set[str]
    phrases: set[str]
    more: dict[str, set[str]]

    def add(self, member: str, date: str | None, phrases: Iterable[str], **more: str) -> None:
        """Add a demand or event."""
        self.members.add(member)
        self.dates |= {date} if date else set()
        self.phrases |= set(phrases)
        for key, value in more.items():
            self.more.setdefault(key, set()).add(value)

    def attributes(self) -> dict[str, Any]:
        """The edge's attributes."""
        dates = {"first": min(self.dates), "last": max(self.dates)} if self.dates else {}
        more = {key: "; ".join(sorted(values)) for key, values in sorted(self.more.items())}
        return {"weight": len(self.members), **dates, **more, "evidence_ids": "; ".join(sorted(self.phrases))}


Ties = dict[tuple[str, str], Tie]


def ties() -> Ties:
    """Edges that come to be when they are first added to."""
    return defaultdict(lambda: Tie(set(), set(), set(), {}))


# ---------------------------------------------------------------- what is read


def within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date lies in a period, as far as its precision tells; without a period, also what is undated.

    >>> within("2024-02-08", "2024", "2024-02"), within("2025", "2024", "2024-12"), within(None, "2024", None)
    (True, False, False)
    """
    if not (since or until):
        return True
    if not date:
        return False
    return (not since or date[: len(since)] >= since[: len(date)]) and (
        not until or date[: len(until)] <= until[: len(date)]
    )


def stated(store: Store, since: str | None, until: str | None) -> dict[str, Stated]:
    """The demands of a period by their names, in the order of their names."""
    name = namer(store)
    found: dict[str, Stated] = {}
    for row in run(store, DEMANDS):
        if not within(row["date"], since, until):
            continue
        topic = row["topic"].removeprefix(TOPIC)
        first = Stated(
            row["action"], name(row["doc"]), row["title"], row["date"], topic, set(), set(), set(), set(), set()
        )
        demand = found.setdefault(name(row["d"]), first)
        if row["status"]:
            demand.statuses.add(row["status"].removeprefix(STATUS))
        if row["shared"]:
            demand.shared.add((name(row["shared"]), row["label"]))
        for key, values in (("issuer", demand.issuers), ("addressee", demand.addressees), ("phrase", demand.phrases)):
            if row[key]:
                values.add(name(row[key]))
    return dict(sorted(found.items()))


def namer(store: Store) -> Callable[[str], str]:
    """Gives the name of a node: its IRI without the base."""
    return lambda iri: str(iri).removeprefix(store.base)


def actors(store: Store) -> dict[str, dict[str, str]]:
    """Name of an actor → its label and class."""
    name = namer(store)
    found = {}
    rows = run(store, "SELECT ?a ?label ?class WHERE { ?a a dg:Actor ; skos:prefLabel ?label ; a ?class }")
    for row in rows:
        if row["class"].startswith(ONTOLOGY) and row["class"] != f"{ONTOLOGY}Actor":
            found[name(row["a"])] = {"label": row["label"], "kind": row["class"].removeprefix(ONTOLOGY)}
    return found


# ---------------------------------------------------------------- the networks


def actor_network(store: Store, since: str | None = None, until: str | None = None) -> networkx.DiGraph[str]:
    """Who demands of whom: an edge from each issuer to each addressee, with the ``topics``."""
    import networkx as nx

    found = ties()
    for name, d in stated(store, since, until).items():
        for a in d.issuers:
            for b in d.addressees:
                found[a, b].add(name, d.date, d.phrases, topics=d.topic)
    return filled(nx.DiGraph(), actors(store), found)


def actor_topic(store: Store, since: str | None = None, until: str | None = None) -> networkx.Graph[str]:
    """Bipartite: actors and the topics of what they demand."""
    found = ties()
    topics = {}
    for name, d in stated(store, since, until).items():
        for a in d.issuers:
            topics[f"topic/{d.topic}"] = {"label": d.topic, "kind": "Topic"}
            found[a, f"topic/{d.topic}"].add(name, d.date, d.phrases)
    return bipartite(actors(store), topics, found)


def actor_demand(store: Store, since: str | None = None, until: str | None = None) -> networkx.Graph[str]:
    """Bipartite, the discourse network: actors and the demands that they agree or disagree with (``agreement``).

    Demands are shared ones where documents share them, else single ones.
    """
    found = ties()
    concepts: dict[str, dict[str, str]] = {}
    for name, d in stated(store, since, until).items():
        for concept, label in d.concepts(name):
            concepts[concept] = {"label": label, "kind": "SharedDemand" if d.shared else "Demand", "topic": d.topic}
            for a in d.issuers:
                found[a, concept].add(name, d.date, d.phrases, agreement="yes")
            answer = "yes" if d.statuses & AGREEING else "no" if d.statuses & REJECTING else ""
            for a in d.addressees if answer else ():
                found[a, concept].add(name, d.date, d.phrases, agreement=answer)
    return bipartite(actors(store), concepts, found)


def co_issuing(store: Store, since: str | None = None, until: str | None = None) -> networkx.Graph[str]:
    """Who demands the same: actors that issue the same demand, in one document or in several, with the ``topics``."""
    import networkx as nx

    issuers: dict[str, set[str]] = defaultdict(set)
    about: dict[str, list[Stated]] = defaultdict(list)
    for name, d in stated(store, since, until).items():
        for concept, _ in d.concepts(name):
            issuers[concept] |= d.issuers
            about[concept].append(d)
    found = ties()
    for concept, together in issuers.items():
        for a, b in combinations(sorted(together), 2):
            for d in about[concept]:
                if d.issuers & {a, b}:
                    found[a, b].add(concept, d.date, d.phrases, topics=d.topic)
    return filled(nx.Graph(), actors(store), found)


def document_demand(store: Store, since: str | None = None, until: str | None = None) -> networkx.Graph[str]:
    """Bipartite: documents and the demands that they state, shared ones where documents share them."""
    found = ties()
    documents, concepts = {}, {}
    for name, d in stated(store, since, until).items():
        documents[d.document] = {"label": d.title, "kind": "Document"}
        for concept, label in d.concepts(name):
            concepts[concept] = {"label": label, "kind": "SharedDemand" if d.shared else "Demand", "topic": d.topic}
            found[d.document, concept].add(name, d.date, d.phrases)
    return bipartite(documents, concepts, found)


def participation(store: Store, since: str | None = None, until: str | None = None) -> networkx.Graph[str]:
    """Bipartite: actors and the events in which they take part, with their ``role``."""
    name = namer(store)
    found = ties()
    for row in run(store, EVENTS):
        if within(row["date"], since, until):
            event, phrases = name(row["e"]), [name(row["phrase"])] if row["phrase"] else []
            found[name(row["actor"]), event].add(event, row["date"], phrases, role=row["role"])
    kinds = {
        name(row["e"]): row["class"].removeprefix(ONTOLOGY)
        for row in run(store, "SELECT ?e ?class WHERE { ?e a dg:Event , ?class }")
        if row["class"].startswith(ONTOLOGY) and row["class"] != f"{ONTOLOGY}Event"
    }
    events = {
        e: {"label": f"{kinds[e]} {t.attributes().get('first', '')}".strip(), "kind": kinds[e]}
        for (_, e), t in found.items()
    }
    return bipartite(actors(store), events, found)


PROJECTIONS: Mapping[str, Callable[[Store, str | None, str | None], Any]] = {
    "actors": actor_network,
    "actor-topic": actor_topic,
    "actor-demand": actor_demand,
    "co-issuing": co_issuing,
    "document-demand": document_demand,
    "participation": participation,
}
"""The networks by name."""


def projected(store: Store, name: str, since: str | None = None, until: str | None = None) -> networkx.Graph[str]:
    """A network by its name.

    Parameters
    ----------
    name : a key of :data:`PROJECTIONS`
    since, until : ISO dates of any precision, both included; of a document for demands, of an event for participation

    Raises
    ------
    ExportError
        If there is no network of that name.
    """
    if name not in PROJECTIONS:
        raise ExportError(f"there is no network {name!r}; there are {', '.join(PROJECTIONS)}")
    network: networkx.Graph[str] = PROJECTIONS[name](store, since, until)
    return network


def slices(store: Store, name: str, by: str = "year") -> dict[str, networkx.Graph[str]]:
    """A network for each ``year`` or ``month`` in which something is dated, in their order.

    Raises
    ------
    ExportError
        If there is no network of that name, or ``by`` is neither.
    """
    length = {"year": 4, "month": 7}.get(by)
    if length is None:
        raise ExportError(f"networks are sliced by year or month, not by {by!r}")
    dates = {d.date for d in stated(store, None, None).values() if d.date}
    if name == "participation":
        dates = {row["date"] for row in run(store, EVENTS) if row["date"]}
    periods = sorted({date[:length] for date in dates if len(date) >= length})
    return {period: projected(store, name, period, period) for period in periods}


def filled(network: Any, nodes: Mapping[str, Mapping[str, str]], found: Ties) -> Any:
    """A network of edges and the nodes at their ends, in the order of their names."""
    for name in sorted({end for pair in found for end in pair}):
        if name in nodes:
            network.add_node(name, **nodes[name])
    for (a, b), tie in sorted(found.items(), key=lambda item: item[0]):
        network.add_edge(a, b, **tie.attributes())
    return network


def bipartite(
    first: Mapping[str, Mapping[str, str]], second: Mapping[str, Mapping[str, str]], found: Ties
) -> networkx.Graph[str]:
    """A network of two kinds of nodes."""
    import networkx as nx

    network = nx.Graph()
    for side, nodes in enumerate((first, second)):
        for name in sorted({pair[side] for pair in found}):
            network.add_node(name, bipartite=side, **nodes[name])
    for (a, b), tie in sorted(found.items(), key=lambda item: item[0]):
        network.add_edge(a, b, **tie.attributes())
    return network
