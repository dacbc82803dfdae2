"""Formats that are written in one pass: statements in order whatever the size of a run, times of edges in GEXF."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from demandgraph.export import sorting
from demandgraph.export.network import Network
from demandgraph.export.spool import spooled
from demandgraph.graph import Graph

GEXF = "{http://gexf.net/1.3}"


@pytest.mark.parametrize("run", [7, 1000, 10**6])
def test_statements_are_sorted_in_runs_of_any_size(run: int) -> None:
    lines = [f"{n * 7919 % 1000:04} .\n".encode() for n in range(1500)]
    assert list(sorting.in_order(lines, run)) == sorted(set(lines))


@pytest.mark.parametrize("suffix", [".nt", ".rdf", ".ttl"])
def test_the_size_of_a_run_makes_no_difference(
    graph: Graph, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.export(tmp_path / f"one{suffix}")
    monkeypatch.setattr(sorting.in_order, "__defaults__", (500,))
    graph.export(tmp_path / f"many{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"many{suffix}").read_bytes()


def test_a_spooled_network_is_the_network(graph: Graph) -> None:
    network = Network(graph.store)
    with spooled(network) as kept:
        assert list(kept.nodes()) == list(network.nodes()) == list(kept.nodes())
        assert list(kept.edges()) == list(network.edges()) == list(kept.edges())
        folder = kept.folder
        assert folder.is_dir()
    assert not folder.exists()


def test_edges_of_what_is_dated_have_its_time(graph: Graph, tmp_path: Path) -> None:
    graph.export(tmp_path / "x.gexf")
    root = ElementTree.parse(tmp_path / "x.gexf").getroot()
    times = {n.get("id"): n.get("start") for n in root.iter(f"{GEXF}node")}
    edges = list(root.iter(f"{GEXF}edge"))
    assert len([e for e in edges if times[e.get("source")]]) > 100
    for e in edges:
        assert e.get("start") == (times[e.get("source")] or times[e.get("target")])
