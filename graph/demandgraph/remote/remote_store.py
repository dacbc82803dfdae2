"""A graph that is in a SPARQL 1.1 store elsewhere: it is asked there, and copied here for what needs all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

import pyoxigraph
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    parse,
)

from demandgraph.errors import StoreError
from demandgraph.remote.addresses import RESULTS, Addresses, find
from demandgraph.remote.connection import Connection, shown
from demandgraph.store import EmbeddedStore, Results, Store, as_written
from demandgraph.trig import PREFIXES

TRIPLES = "application/n-triples, text/turtle;q=0.5"
GRAPH_OF_BUILD = "graph/provenance"
PUSHED = "graph/pushed"
"""The graph in a remote store that says which graphs were sent, and a hash of each."""
SAID_TWICE = """SELECT ?s WHERE { GRAPH ?one { ?s a dg:Actor } GRAPH ?other { ?s a dg:Actor } FILTER (?one != ?other) }
LIMIT 1"""
BASES = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?build a prov:Activity ; prov:used ?source } }"


class RemoteStore(Store):
    """A graph in a SPARQL 1.1 store that is reached over HTTP; :func:`connect` makes one.

    ``query``, ``quads`` and ``graphs`` run there. ``raw``, which the explorer, exports and validation need, is a copy
    that is fetched when it is first used and kept. Queries run over that copy too where the store's union of graphs
    repeats what several graphs say (Virtuoso's does), since rows and counts would be too many.

    Parameters
    ----------
    connection : speaks with the store
    addresses : where it takes queries
    base : base IRI of the graph; a store may hold several graphs with different ones
    explicit : name the graphs in each query, because the store's default graph is not the union of them alone
    repeats : the store's union gives a triple as often as there are graphs that say it
    """

    def __init__(
        self,
        connection: Connection,
        addresses: Addresses,
        base: str,
        explicit: bool = False,
        repeats: bool = False,
    ) -> None:
        self.connection = connection
        self.addresses = addresses
        self.base = base
        self.explicit = explicit
        self.repeats = repeats

    @cached_property
    def _copy(self) -> pyoxigraph.Store:
        return Store.memory(self.quads(), self.base).raw

    @property
    def raw(self) -> pyoxigraph.Store:
        """A copy of the graph in memory."""
        return self._copy

    @cached_property
    def _dataset(self) -> list[tuple[str, str]]:
        if not self.explicit:
            return []
        return [(kind, g) for kind in ("default-graph-uri", "named-graph-uri") for g in self.graphs()]

    def query(self, sparql: str) -> Results:
        """Run a query over the union of the named graphs."""
        if self.repeats:
            return EmbeddedStore(self.raw, self.base).query(sparql)
        return self.ask(sparql, self._dataset)

    def ask(self, sparql: str, dataset: list[tuple[str, str]]) -> Results:
        """Run a query over a dataset: names of parameters of the protocol, with IRIs of graphs."""
        kind = kind_of(sparql, self.base)
        text = f"{prologue(sparql, self.base)}{sparql}"
        accept = TRIPLES if kind == "construct" else RESULTS
        answer = self.connection.post_form(self.addresses.query, [("query", text), *dataset], accept)
        try:
            if kind == "construct":
                return as_triples(answer.content)
            results = pyoxigraph.parse_query_results(answer.content, QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{shown(self.addresses.query)}: answers what is no SPARQL result ({error})") from None
        return as_boolean(results) if kind == "ask" else results

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The quads of all named graphs of this base, or of one, graph by graph."""
        for name in [graph] if graph else self.graphs():
            node = NamedNode(name)
            triples = self.ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {node} {{ ?s ?p ?o }} }}", [])
            assert isinstance(triples, QueryTriples)
            for triple in triples:
                yield as_written(Quad(triple.subject, triple.predicate, triple.object, node))

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs of this base, sorted. Each says what something is, by which it is found quickly."""
        names = {name for (name,) in self.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s a ?kind } }")}
        return sorted(n for n in names if n.startswith(f"{self.base}graph/") and n != self.base + PUSHED)

    def rows(self, sparql: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query over the store as it is, as texts of terms of which none is missing."""
        results = self.ask(sparql, [])
        assert isinstance(results, QuerySolutions)
        return (tuple(term.value for term in row) for row in results)


def connect(
    url: str, base: str | None = None, *, query_url: str = "", connection: Connection | None = None
) -> RemoteStore:
    """Open the graph in the store at an address.

    Raises
    ------
    StoreError
        If there is no store, it holds no graph, or graphs of several base IRIs and none of them is named.
    """
    connection = connection or Connection()
    store = RemoteStore(connection, find(url, connection, query=query_url), base or "")
    bases = sorted(n.removesuffix(GRAPH_OF_BUILD) for (n,) in store.rows(BASES) if n.endswith(GRAPH_OF_BUILD))
    if not bases or (base and base not in bases):
        raise StoreError(f"{shown(url)}: holds no graph; send one there with: demandgraph push DIR {shown(url)}")
    if len(bases) > 1 and not base:
        raise StoreError(f"{shown(url)}: holds several graphs; name the base IRI of one: {', '.join(bases)}")
    store.base = base or bases[0]
    united = store.ask(
        f"ASK {{ ?b a prov:Activity ; prov:used ?s FILTER (STRSTARTS(STR(?b), {Literal(store.base)})) }}", []
    )
    store.explicit = len(bases) > 1 or not united
    for (actor,) in store.rows(SAID_TWICE):
        said = store.ask(
            f"SELECT ?kind WHERE {{ {NamedNode(actor)} a ?kind FILTER (?kind = dg:Actor) }}", store._dataset
        )
        store.repeats = sum(1 for _ in said) > 1  # type: ignore[union-attr,misc]
    return store


def kind_of(sparql: str, base: str) -> str:
    """Whether a query asks for rows, for yes or no, or for a graph.

    Raises
    ------
    SyntaxError
        If it does not parse; it is told before anything is sent.
    """
    if re.search(r"\bSERVICE\b", sparql, re.IGNORECASE):  # would be asked for from here
        plain = re.sub(r"<[^>]*>|#.*", " ", sparql)
        word = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", plain, re.IGNORECASE)
        return {"select": "select", "ask": "ask"}.get(word[1].lower(), "construct") if word else "select"
    result = EmbeddedStore(pyoxigraph.Store(), base or "x:").query(sparql)
    return (
        "ask" if isinstance(result, QueryBoolean) else "select" if isinstance(result, QuerySolutions) else "construct"
    )


def prologue(sparql: str, base: str) -> str:
    """The base and the prefixes that a query uses, on one line, so that lines count as they did."""
    used = [f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items() if re.search(rf"\b{name}:", sparql)]
    return (f"BASE <{base}> " if base else "") + "".join(used)


def as_boolean(results: QuerySolutions | QueryBoolean) -> QueryBoolean:
    """A yes or no; Virtuoso gives it as a row with a number."""
    if isinstance(results, QueryBoolean):
        return results
    said = any(value is not None and value.value not in ("0", "false") for row in results for value in row)
    told = pyoxigraph.parse_query_results(f'{{"head":{{}},"boolean":{str(said).lower()}}}', QueryResultsFormat.JSON)
    assert isinstance(told, QueryBoolean)
    return told


def as_triples(content: bytes) -> Results:
    """Triples as a query for a graph gives them. Turtle is read as well: N-Triples is a part of it."""
    store = pyoxigraph.Store()
    store.bulk_extend(parse(content, format=RdfFormat.TURTLE))
    return store.query("CONSTRUCT WHERE { ?s ?p ?o }")
