"""Writes quads as TriG in one canonical order, so that equal graphs are equal files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from demandgraph.rdf import DCTERMS, FOAF, ITSRDF, NFO, NIF, ORG, PROV, RDF, RDFS, SKOS, XSD
from demandgraph.vocab import DEFAULT_BASE, FORCE, KIND, ONTOLOGY, STATUS, TOPIC

PREFIXES = {
    "dcterms": DCTERMS,
    "dg": ONTOLOGY,
    "foaf": FOAF,
    "force": FORCE,
    "itsrdf": ITSRDF,
    "kind": KIND,
    "nfo": NFO,
    "nif": NIF,
    "org": ORG,
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "status": STATUS,
    "topic": TOPIC,
    "xsd": XSD,
}
"""The prefixes of every file and every query. Resources are written relative to the base IRI."""
LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
RELATIVE = re.compile(r"[a-z]+(?:/[^:/?#.][^:/?#]*)+(?:#[^:]*)?")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


REMEMBERED = 100_000
"""How many terms are kept as they were written, so that a large graph does not fill the memory with them."""


class Terms:
    """Writes terms as short as they can be; remembers what it wrote, since most terms come often."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.by_namespace = {namespace: prefix for prefix, namespace in PREFIXES.items()}
        self.known: dict[str, str] = {}

    def iri(self, value: str) -> str:
        """An IRI: with a prefix or relative to the base where that needs no escape, else in full."""
        short = self.known.get(value)
        if short is None:
            cut = max(value.rfind("/"), value.rfind("#")) + 1
            prefix = self.by_namespace.get(value[:cut])
            if prefix is not None and LOCAL.fullmatch(value[cut:]):
                short = f"{prefix}:{value[cut:]}"
            elif value.startswith(self.base) and RELATIVE.fullmatch(value[len(self.base) :]):
                short = f"<{value[len(self.base) :]}>"
            else:
                short = f"<{value}>"
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            self.known[value] = short
        return short

    def term(self, term: NamedNode | BlankNode | Literal | Triple) -> str:
        """Any term."""
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        if isinstance(term, BlankNode | Triple):
            return str(term)
        quoted = f'"{term.value.translate(ESCAPES)}"'
        if term.language:
            return f"{quoted}@{term.language}"
        datatype = term.datatype.value
        return quoted if datatype == XSD + "string" else f"{quoted}^^{self.iri(datatype)}"


def to_trig(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> Iterator[str]:
    """TriG of quads, in pieces.

    Graphs come in the order of their IRIs, in them subjects, predicates (types first) and objects in the order of their
    N-Triples forms; each quad is written once.
    """
    by_graph: dict[str, set[Quad]] = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else "", set()).add(quad)
    return to_trig_by_graph(((graph, by_graph.pop(graph)) for graph in sorted(by_graph)), base)


def to_trig_by_graph(graphs: Iterable[tuple[str, Iterable[Quad]]], base: str = DEFAULT_BASE) -> Iterator[str]:
    """TriG of graphs that are given one after the other, each with its quads, which alone are in memory then."""
    terms = Terms(base)
    yield from header(base)
    for graph, quads in graphs:
        yield f"\n{terms.iri(graph)} {{\n" if graph else "\n{\n"
        yield from blocks((q.triple for q in quads), terms, "  ")
        yield "}\n"


def without_graphs(trig: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of TriG, as it is written here, without those that open and close graphs: Turtle of their union.

    A quick way that needs no parsing: triples stand indented, and no line break is within a term.
    """
    return (line for line in trig if not line.startswith((b"<", b"{", b"}")))


def to_turtle(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> Iterator[str]:
    """Turtle of the union of all graphs of some quads, in pieces, in the order of :func:`to_trig`."""
    yield from header(base)
    yield "\n"
    yield from blocks({q.triple for q in quads}, Terms(base), "")


def header(base: str) -> Iterator[str]:
    """The base and the prefixes."""
    yield f"@base <{base}> .\n"
    for prefix in sorted(PREFIXES):
        yield f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n"


def blocks(triples: Iterable[Triple], terms: Terms, indent: str) -> Iterator[str]:
    """Triples grouped by subject and predicate, in canonical order."""
    kind = RDF + "type"

    def order(triple: Triple) -> tuple[str, bool, str, str]:
        return (str(triple.subject), triple.predicate.value != kind, triple.predicate.value, str(triple.object))

    for _, of_subject in groupby(sorted(triples, key=order), key=lambda t: t.subject):
        statements = list(of_subject)
        lines = []
        for predicate, alike in groupby(statements, key=lambda t: t.predicate.value):
            name = "a" if predicate == kind else terms.iri(predicate)
            lines.append(f"{name} {', '.join(terms.term(t.object) for t in alike)}")
        joined = f" ;\n{indent}    ".join(lines)
        yield f"{indent}{terms.term(statements[0].subject)} {joined} .\n"
