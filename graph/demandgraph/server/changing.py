"""Changes a served graph: SPARQL updates and the Graph Store Protocol, with the default graph kept as the union.

The default graph of a store holds the union of its named graphs, each triple once. It is never written to by itself: what
an update or an exchanged graph changes in the named graphs is carried over into it: graph by graph where the update says
which it writes to, else by comparing everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from demandgraph.query import one_line
from demandgraph.server import scan
from demandgraph.server.jobs import End, Failed, Job
from demandgraph.server.refusals import RequestError
from demandgraph.server.written import graphs_written
from demandgraph.store import Store
from demandgraph.trig import PREFIXES

BODIES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "text/n3": RdfFormat.N3,
}
"""The formats in which a graph can be sent."""
UNFINISHED = "unfinished"
"""A file in the folder of a store that is being changed."""
UNION = "the default graph is the union of the named ones and is not written to; name a graph"


def change(store: Store, job: Job) -> End | Failed:
    """Do a job that changes the store, or asks whether a graph is there.

    Raises
    ------
    RequestError
        If it would write to the default graph, or the triples are in an unknown format.
    SyntaxError, ValueError
        If the update or the triples do not parse; nothing is changed then.
    """
    if job.kind == "update":
        return update(store, job)
    graph = NamedNode(job.text)
    there = store.raw.contains_named_graph(graph)
    if job.kind == "exists":
        return End(200 if there else 404)
    if job.kind == "delete":
        if not there:
            return Failed(404, f"there is no graph {job.text}")
        exchange(store.raw, graph, set(), keep=False)
        return End(204)
    triples = parsed(job)
    exchange(store.raw, graph, triples, keep=job.kind == "post")
    return End(204 if there else 201)


def parsed(job: Job) -> set[Triple]:
    """The triples that a job brings."""
    form = BODIES.get(job.content_type)
    if form is None:
        raise RequestError(415, f"a graph can be sent as {', '.join(BODIES)}, not as {job.content_type[:60]!r}")
    try:
        quads = parse(job.content, format=form, base_iri=job.text)
        return {quad.triple for quad in quads if isinstance(quad.graph_name, DefaultGraph)}
    except SyntaxError as error:
        raise RequestError(400, f"the triples do not parse: {one_line(str(error))}") from None


def exchange(raw: pyoxigraph.Store, graph: NamedNode, triples: set[Triple], *, keep: bool) -> None:
    """Put triples into a named graph, in place of what it had unless that is kept, and carry the change over."""
    old = {q.triple for q in raw.quads_for_pattern(None, None, None, graph)}
    gone = set() if keep else old - triples
    new = triples - old
    for triple in gone:
        raw.remove(in_graph(triple, graph))
        if not elsewhere(raw, triple):
            raw.remove(in_graph(triple, DefaultGraph()))
    if triples or keep:
        raw.add_graph(graph)
        raw.extend(quads(new, graph))
        raw.extend(quads(new, DefaultGraph()))
    else:
        raw.remove_graph(graph)
    raw.flush()


def in_graph(triple: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    """A triple as a quad."""
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def quads(triples: Iterable[Triple], graph: NamedNode | DefaultGraph) -> list[Quad]:
    """Triples as quads."""
    return [in_graph(triple, graph) for triple in triples]


def elsewhere(raw: pyoxigraph.Store, triple: Triple) -> bool:
    """Whether a named graph has a triple."""
    found = raw.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
    return any(not isinstance(quad.graph_name, DefaultGraph) for quad in found)


def update(store: Store, job: Job) -> End:
    """Run an update, all of it or nothing, and carry over what it changed."""
    words = scan.words(job.text)
    if (job.default_graphs or job.named_graphs) and words & {"USING", "WITH"}:
        raise RequestError(400, "name the graphs in the request or with USING and WITH in the update, not both")
    if words and not words & {"GRAPH", "WITH", "NAMED", "ALL"} and not job.default_graphs:
        with suppress(OSError, RuntimeError):
            pyoxigraph.Store().update(job.text, base_iri=store.base, prefixes=dict(PREFIXES))  # does it parse at all?
        raise RequestError(400, UNION)
    text = scan.with_using(job.text, [f"<{g}>" for g in job.default_graphs], [f"<{g}>" for g in job.named_graphs])
    written = graphs_written(job.text, PREFIXES)
    before = {graph: triples_of(store.raw, NamedNode(graph)) for graph in sorted(written or ())}
    try:
        store.raw.update(text, base_iri=store.base, prefixes=dict(PREFIXES))
    except RuntimeError as error:  # such as a graph to drop that is not there: nothing was changed
        raise RequestError(400, f"the update failed: {one_line(str(error))}") from None
    if written is None:
        reconcile(store.raw)
    else:
        for graph, triples in before.items():
            follow(store.raw, NamedNode(graph), triples)
        store.raw.flush()
    return End(204)


def triples_of(raw: pyoxigraph.Store, graph: NamedNode) -> set[Triple]:
    """The triples of a named graph."""
    return {quad.triple for quad in raw.quads_for_pattern(None, None, None, graph)}


def follow(raw: pyoxigraph.Store, graph: NamedNode, before: set[Triple]) -> None:
    """Carry over into the default graph how a named graph differs from what it had before; ``before`` is used up."""
    new = []
    for triple in (quad.triple for quad in raw.quads_for_pattern(None, None, None, graph)):
        if triple in before:
            before.remove(triple)
        else:
            new.append(in_graph(triple, DefaultGraph()))
    raw.extend(new)
    for triple in before:
        if not elsewhere(raw, triple):
            raw.remove(in_graph(triple, DefaultGraph()))


IN_MEMORY = 2_000_000
"""Of a store of at most so many quads, the union is made again with all of them in memory (200 MB a million)."""
RECONCILE = {
    True: """DELETE { ?s ?p ?o } WHERE { ?s ?p ?o MINUS { SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } } } ;
        INSERT { ?s ?p ?o } WHERE { { SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } } MINUS { ?s ?p ?o } }""",
    False: """DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } } ;
        INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }""",
}
"""The update that makes the union again: with everything in memory, which is four times as fast, or without."""


def reconcile(raw: pyoxigraph.Store) -> None:
    """Make the default graph the union of the named graphs again, whatever it has."""
    raw.update(RECONCILE[len(raw) <= IN_MEMORY])
    raw.flush()


@contextmanager
def unfinished(raw: pyoxigraph.Store, folder: Path) -> Iterator[None]:
    """Mark a store as being changed until the change is done, so that one that was broken off is known by its mark."""
    mark = folder / UNFINISHED
    mark.touch()
    try:
        yield
    except (RequestError, SyntaxError, ValueError):
        mark.unlink()  # nothing was changed
        raise
    except Exception:
        reconcile(raw)
        mark.unlink()
        raise
    mark.unlink()


def finish(raw: pyoxigraph.Store, folder: Path) -> None:
    """Make the union of a store right whose last change was broken off; others are left as they are."""
    mark = folder / UNFINISHED
    if mark.exists():
        reconcile(raw)
        mark.unlink()
