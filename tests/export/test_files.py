"""Every format holds what the graph holds."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset
from rdflib import Graph as RdfGraph

import demandgraph as dg
from demandgraph.errors import ExportError
from demandgraph.export import SUFFIXES, export
from demandgraph.graph import Graph
from demandgraph.store import Store
from demandgraph.vocab import DG

NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return dg.open(built)


def test_all_suffixes_are_tested() -> None:
    assert set(SUFFIXES) == {".trig", ".ttl", ".nq", ".nt", ".jsonld", ".graphml", ".csv"}


@pytest.mark.parametrize("suffix", [".trig", ".nq", ".jsonld"])
def test_formats_with_named_graphs(graph: Graph, built: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    graph.export(path)
    form = RdfFormat.from_extension(suffix[1:])
    assert form is not None
    assert set(parse(path=str(path), format=form)) == set(parse(path=str(built / "graph.trig"), format=RdfFormat.TRIG))
    first = path.read_bytes()
    graph.export(path)
    assert path.read_bytes() == first


def test_trig_is_the_one_of_the_build(graph: Graph, built: Path, tmp_path: Path) -> None:
    graph.export(tmp_path / "x.trig")
    assert (tmp_path / "x.trig").read_bytes() == (built / "graph.trig").read_bytes()


@pytest.mark.parametrize("suffix", [".ttl", ".nt"])
def test_formats_of_the_union(graph: Graph, tmp_path: Path, suffix: str) -> None:
    graph.export(tmp_path / f"x{suffix}")
    form = RdfFormat.from_extension(suffix[1:])
    assert form is not None
    found = list(parse(path=str(tmp_path / f"x{suffix}"), format=form))
    assert len(found) == len(set(found))
    assert {q.triple for q in found} == {q.triple for q in graph.store.quads()}


def test_rdflib_reads_the_same(graph: Graph, built: Path, tmp_path: Path) -> None:
    graph.export(tmp_path / "x.ttl")
    dataset = Dataset(default_union=True).parse(built / "graph.trig")
    union = RdfGraph().parse(tmp_path / "x.ttl")
    assert len(union) == len({(s, p, o) for s, p, o, _ in dataset.quads()})
    assert {str(o.datatype) for _, p, o in union if str(p).endswith("beginIndex")} == {NUMBER}


def test_graphml(graph: Graph, tmp_path: Path) -> None:
    graph.export(tmp_path / "x.graphml")
    read = nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True)
    network = graph.to_networkx()
    assert dict(read.nodes(data=True)) == dict(network.nodes(data=True))
    assert sorted((a, b, d["kind"]) for a, b, d in read.edges(data=True)) == sorted(
        (a, b, d["kind"]) for a, b, d in network.edges(data=True)
    )


def test_graphml_of_texts_full_of_markup(tmp_path: Path) -> None:
    actor, graph = NamedNode("https://w3id.org/demandgraph/id/actor/x"), NamedNode("urn:x:g")
    label, words = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), ']]> <!-- &amp; "x" \u2028 </data>'
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store = Store.memory([Quad(actor, kind, NamedNode(DG.Group), graph), Quad(actor, label, Literal(words), graph)])
    export(store, tmp_path / "x.graphml")
    assert nx.read_graphml(tmp_path / "x.graphml").nodes["actor/x"]["prefLabel"] == words


def test_table_of_edges(graph: Graph, tmp_path: Path) -> None:
    graph.export(tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    network = graph.to_networkx()
    assert len(rows) == network.number_of_edges()
    assert {row["source_label"] for row in rows} <= {str(d["label"]) for _, d in network.nodes(data=True)}
    assert {row["edge"] for row in rows} == {d["kind"] for _, _, d in network.edges(data=True)}


def test_unknown_suffix_and_unwritable_file(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"unknown suffix \.xlsx; there are \.trig"):
        graph.export(tmp_path / "x.xlsx")
    with pytest.raises(ExportError, match="cannot be written"):
        graph.export(tmp_path / "missing" / "x.ttl")
    assert list(tmp_path.iterdir()) == []
