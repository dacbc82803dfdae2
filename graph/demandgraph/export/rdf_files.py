"""Writes a graph in the formats of RDF, a graph or a resource at a time, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, BinaryIO

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse, serialize

from demandgraph.characters import portable
from demandgraph.export.options import Options
from demandgraph.export.resources import is_lean
from demandgraph.export.sorting import sorted_statements
from demandgraph.store import Pieces, Store
from demandgraph.trig import PREFIXES, Terms, blocks, header, to_trig_by_graph


def quads_by_graph(store: Store, options: Options) -> Iterator[tuple[str, list[Quad]]]:
    """The named graphs in the order of their IRIs, each with its quads; one that a lean export empties is left out."""
    for graph in store.graphs():
        quads = [q for q in store.quads(graph) if not options.lean or is_lean(q)]
        if quads:
            yield graph, quads


def statements(store: Store, options: Options) -> Iterator[bytes]:
    """The union of all named graphs as lines of N-Triples, each statement once, in the order of the lines."""
    return sorted_statements(store, lambda triple: not options.lean or is_lean(triple))


def triples(store: Store, options: Options) -> Iterator[Triple]:
    """The same as triples."""
    lines: Any = Pieces(statements(store, options))
    return (quad.triple for quad in parse(input=lines, format=RdfFormat.N_TRIPLES, lenient=True))


def write_trig(store: Store, file: BinaryIO, options: Options) -> None:
    """TriG: all named graphs, in canonical order."""
    file.writelines(piece.encode() for piece in to_trig_by_graph(quads_by_graph(store, options), store.base))


def write_turtle(store: Store, file: BinaryIO, options: Options) -> None:
    """Turtle: the union of all named graphs, in canonical order."""
    file.writelines(line.encode() for line in header(store.base))
    file.write(b"\n")
    terms = Terms(store.base)
    for _, of_subject in groupby(triples(store, options), key=lambda t: t.subject):
        file.writelines(piece.encode() for piece in blocks(of_subject, terms, ""))


def write_nquads(store: Store, file: BinaryIO, options: Options) -> None:
    """N-Quads: a quad a line, sorted in each named graph."""
    for _, quads in quads_by_graph(store, options):
        file.writelines(statement(q) for q in sorted(set(map(str, quads))))


def write_ntriples(store: Store, file: BinaryIO, options: Options) -> None:
    """N-Triples: the union of all named graphs, a triple a line, sorted."""
    file.writelines(statements(store, options))


def write_rdf_xml(store: Store, file: BinaryIO, options: Options) -> None:
    """RDF/XML: the union of all named graphs; characters that XML forbids are replaced."""
    fit = map(fit_for_xml, triples(store, options))
    serialize(fit, output=file, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES))


def statement(words: str) -> bytes:
    """A statement on a line of its own."""
    return f"{words} .\n".encode()


def fit_for_xml(triple: Triple) -> Triple:
    """A triple whose text XML can carry."""
    if not isinstance(triple.object, Literal) or portable(triple.object.value) == triple.object.value:
        return triple
    text = portable(triple.object.value)
    language = triple.object.language
    fit = Literal(text, language=language) if language else Literal(text, datatype=triple.object.datatype)
    return Triple(triple.subject, triple.predicate, fit)
