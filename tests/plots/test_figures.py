"""Figures say what the graph holds, take the axes they are given, and are the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from demandgraph import plots
from demandgraph.errors import ExportError
from demandgraph.plots.placing import label_boxes, layout, overlap
from demandgraph.tracing import Trace


def words(ax: Any) -> list[str]:
    ticks = [*ax.get_xticklabels(), *ax.get_yticklabels()]
    return [t.get_text() for t in [*ax.texts, *ticks]]


def test_topics_count_by_period_and_say_what_is_left_out(graph: Any) -> None:
    ax = plots.demands_by_topic(graph)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["release", "sanctions", "documents"]
    assert ax.get_xticklabels()[0].get_text() == "2031-03"  # all dates have months, and they are few
    assert "release: 1 in 2031-03, 1 in 2031-07; sanctions: 1 in 2032-01." in plots.alt_text(ax)
    assert "Not drawn: 1 demand of undated documents." in plots.alt_text(ax)


def test_topics_by_year_within_a_period_and_the_largest_only(graph: Any) -> None:
    ax = plots.demands_by_topic(graph, by="year", until="2031", top=1)
    assert plots.alt_text(ax) == "Demands by topic and year. release: 2 in 2031."
    with pytest.raises(ExportError, match="by year or month"):
        plots.demands_by_topic(graph, by="week")


def test_matrix_counts_each_pair(graph: Any) -> None:
    ax = plots.issuer_addressee_matrix(graph)
    told = plots.alt_text(ax)
    assert "Rivers League asks Varania 4 times" in told and "Council asks Torland once" in told
    assert sorted(t.get_text() for t in ax.texts if t.get_text().isdigit()) == ["1", "1", "1", "4"]


def test_matrix_says_how_much_is_not_drawn(graph: Any) -> None:
    ax = plots.issuer_addressee_matrix(graph, top=1)
    assert "Not drawn: 3 of 7 between others." in words(ax)


def test_lineage_has_a_row_for_each_step_in_time(history: Trace) -> None:
    ax = plots.lineage(None, history)  # type: ignore[arg-type]  # a history needs no graph
    told = words(ax)
    assert "2031-07-09  Council → Varania" in told and "answered: rejected" in told and "undated" in told
    places = [float(c.get_offsets()[0][0]) for c in ax.collections if len(c.get_offsets()) == 1]
    assert places == sorted(places) and places[0] == 0 and places[-1] == 1


def test_long_histories_say_what_is_left_out(history: Trace) -> None:
    ax = plots.lineage(None, history, top=2)  # type: ignore[arg-type]
    assert any("2 further steps not drawn" in t for t in words(ax))


def test_coalitions_are_told_in_words_and_labelled(graph: Any) -> None:
    ax = plots.coalition_network(graph)
    assert "Coalition 1: Actor A, Actor B, Actor C. Coalition 2: Actor D, Actor E." in plots.alt_text(ax)
    assert {f"Actor {x}" for x in "ABCDE"} <= set(words(ax))
    with pytest.raises(ExportError, match="co-issuing or actor-demand"):
        plots.coalition_network(graph, network="actors")


def test_agreement_joins_those_on_the_same_side(make: Any) -> None:
    found: nx.Graph[str] = nx.Graph()
    for actor in "abcd":
        found.add_node(actor, bipartite=0, label=actor)
    found.add_node("demand", bipartite=1, label="free them")
    for actor, side in zip("abcd", ("yes", "yes", "no", "no; yes"), strict=True):
        found.add_edge(actor, "demand", agreement=side)
    assert list(plots.ties(make([], found), "actor-demand").edges(data="weight")) == [("a", "b", 1)]


@pytest.mark.parametrize("name", ["demands_by_topic", "issuer_addressee_matrix", "coalition_network"])
def test_nothing_to_draw_is_no_error(make: Any, name: str) -> None:
    ax = getattr(plots, name)(make([]))
    assert plots.alt_text(ax).rsplit(". ", 1)[-1].startswith("No ")


def test_draws_on_the_axes_it_is_given(graph: Any) -> None:
    from matplotlib.figure import Figure

    left, right = Figure().subplots(1, 2)
    assert plots.demands_by_topic(graph, left) is left
    assert plots.issuer_addressee_matrix(graph, ax=right) is right


def test_hostile_names_are_text_and_no_formula(make: Any, say: Any, hostile: str, tmp_path: Path) -> None:
    graph = make([say("release", "2031", (hostile,), (hostile, "$\\undefined$"))])
    for number, ax in enumerate((plots.issuer_addressee_matrix(graph), plots.demands_by_topic(graph))):
        path = tmp_path / f"{number}.svg"
        plots.save(ax, path)
        root = ElementTree.parse(path).getroot()
        assert not [e for e in root.iter() if e.tag.endswith(("script", "style"))]
        assert not [e for e in root.iter() for key in e.attrib if key.startswith("on") or key == "style"]


def test_names_inside_figures_of_one_page_do_not_meet(graph: Any) -> None:
    one, other = (plots.svg(plots.coalition_network(graph), name) for name in ("one", "other"))
    names = [re.findall(r'\bid="([^"]+)"', text) for text in (one, other)]
    assert not set(names[0]) & set(names[1])
    assert all(f"#{target}" and target in names[0] for target in re.findall(r'(?:href="#|url\(#)([^")]+)', one))


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_files_are_the_same_each_time(graph: Any, tmp_path: Path, suffix: str) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        plots.save(plots.coalition_network(graph), tmp_path / name / f"figure{suffix}")
    assert (tmp_path / f"one/figure{suffix}").read_bytes() == (tmp_path / f"other/figure{suffix}").read_bytes()


def test_unknown_suffix_and_place(graph: Any, tmp_path: Path) -> None:
    ax = plots.demands_by_topic(graph)
    with pytest.raises(ExportError, match=r"unknown suffix \.gif; there are \.svg, \.pdf, \.png"):
        plots.save(ax, tmp_path / "figure.gif")
    with pytest.raises(ExportError, match="cannot be written"):
        plots.save(ax, tmp_path / "missing" / "figure.svg")


def test_labels_make_way_for_each_other() -> None:
    points = {name: (10.0 * n, 0.0) for n, name in enumerate("abc")}
    sizes = dict.fromkeys(points, (40.0, 10.0))
    boxes = list(label_boxes(points, sizes, dict.fromkeys(points, 2.0), list(points)).values())
    assert all(overlap(a, b) == 0 for i, a in enumerate(boxes) for b in boxes[:i])


def test_components_do_not_lie_on_each_other() -> None:
    network = nx.disjoint_union(nx.complete_graph(6), nx.path_graph(2))
    network = nx.relabel_nodes(network, str)
    places = layout(network, 8)
    assert max(places[n][0] for n in "012345") < min(places[n][0] for n in "67")
    assert layout(network, 8) == places


def test_without_matplotlib_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['matplotlib'] = None; sys.modules['matplotlib.pyplot'] = None\n"
        "import demandgraph as dg\n"
        "class G:\n    def demands(self): return []\n"
        "try: dg.plots.demands_by_topic(G())\n"
        "except dg.DemandGraphError as error: print(error)"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(plots.__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert "pip install 'demandgraph[plots]'" in done.stdout
