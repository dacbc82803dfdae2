"""Graphs of all sizes in the browser: what the page opens on, how soon it draws, and what unfolds."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from demandgraph.explore import Edge, Node, Quote, View


def large(edges: int) -> View:
    """A view of about so many edges: documents in which bodies and their organs ask each other for things, some for the same."""
    chance = random.Random(edges)
    demands = edges // 4
    documents, actors = max(2, demands // 30), max(6, demands // 12)
    nodes = [Node(f"x:d/{d}", "Document", f"Minutes {d}", dates=(f"{2001 + d % 20}-03-04",)) for d in range(documents)]
    nodes += [Node(f"x:a/{a}", "Institution", f"{'Body' if a % 4 == 0 else 'Organ'} {a}") for a in range(actors)]
    found = [Edge(f"x:a/{a}", f"x:a/{a - a % 4}", "partOf") for a in range(actors) if a % 4]
    for i in range(demands):
        d, who = i % documents, min(int(chance.expovariate(0.1)), actors - 1)
        facts = {"topic": chance.choice(("release", "elections", "redress")), "force": "urge"}
        nodes.append(Node(f"x:m/{i}", "Demand", f"do thing {i}", quotes=(Quote(f"x:d/{d}", i, i + 9),), facts=facts))
        found += [
            Edge(f"x:m/{i}", f"x:d/{d}", "statedIn"),
            Edge(f"x:m/{i}", f"x:a/{who}", "issuer"),
            Edge(f"x:m/{i}", f"x:a/{chance.randrange(actors)}", "addressee"),
        ]
        if i % 10 < 2:
            found.append(Edge(f"x:m/{i}", f"x:s/{i // 10}", "expresses"))
    nodes += [
        Node(f"x:s/{s}", "SharedDemand", f"do thing {s} together", facts={"topic": "release"})
        for s in range((demands + 9) // 10)
    ]
    texts = {f"x:d/{d}": "word " * (demands // 4 + 9) for d in range(documents)}
    return View(tuple(nodes), tuple(sorted(set(found))), texts)


@pytest.mark.parametrize(
    ("edges", "aggregated", "seconds"),
    [(300, False, 3.0), (3_000, True, 4.0), (30_000, True, 10.0)],
)
def test_a_graph_of_any_size_opens_at_once(
    page: Any, pages: Callable[[View, str], Path], edges: int, aggregated: bool, seconds: float
) -> None:
    view = large(edges)
    assert 0.75 * edges < len(view.edges) < 1.25 * edges
    path = pages(view, f"edges-{edges}")
    begin = time.perf_counter()
    page.open("", path)
    shown = page.shown()
    assert time.perf_counter() - begin < seconds
    if aggregated:
        assert 20 < shown["nodes"] <= 40 and shown["labels"] == shown["nodes"]
        assert "most telling of" in page.text("#status") and page.count("#detail") == 1
    assert page.run("return performance.getEntriesByName('first-drawing')[0].startTime") < 1000 * seconds
    page.click("#tab-timeline").click("#tab-matrix").click("#tab-flow").click("#tab-lineage").click("#tab-table")
    assert page.count(".rows tbody tr") > 20
    assert page.errors() == []


def test_organs_are_folded_into_their_body_until_it_is_unfolded(page: Any, pages: Callable[[View, str], Path]) -> None:
    path = pages(large(3_000), "edges-3000")
    page.open("", path)
    drawn = "return explorer.network().body.nodeIndices.filter(i => explorer.node(i).kind === 'Institution').map(i => explorer.node(i).label)"
    names = page.run(drawn)
    assert names and all(n.startswith("Body") for n in names)
    before = page.shown()["nodes"]
    page.open("sel=x:a/0", path)
    assert "Drawn together with 3 organs of it." in page.text("#panel .sentence")
    page.click("#unfold")
    assert page.text("#unfold") == "Fold its organs" and "open=x%3Aa%2F0" in page.state()
    assert {"Body 0", "Organ 1", "Organ 2", "Organ 3"} <= set(page.run(drawn))
    assert before < page.shown()["nodes"] <= before + 6
    ends = page.run("return explorer.edges().filter(e => e.role === 'issuer').map(e => explorer.node(e.to).label)")
    assert "Organ 1" in ends, "what an organ asks leads to itself"
    page.click("#unfold")
    assert "Organ 1" not in page.run(drawn)
    page.open("off=Institution", path)
    assert not page.run(drawn)


def test_a_shared_demand_stands_for_its_wordings_until_it_is_unfolded(
    page: Any, pages: Callable[[View, str], Path]
) -> None:
    path = pages(large(3_000), "edges-3000")
    page.open("sel=x:s/0", path)
    assert "2 demands in 2 documents" in page.text("#panel .sentence")
    kinds = "return explorer.network().body.nodeIndices.map(i => explorer.node(i)).filter(n => n.label.startsWith('do thing')).map(n => n.label)"
    folded = page.run(kinds)
    page.click("#unfold")
    assert {"do thing 0", "do thing 1", "do thing 0 together"} <= set(page.run(kinds)) - set(folded)


def test_a_long_document_opens_in_pieces(page: Any, pages: Callable[[View, str], Path]) -> None:
    paragraph = "The assembly said \U0001f54a that the roads are to be repaired before the winter comes.\n"
    count = 1_000_000 // len(paragraph) + 1
    text = paragraph * count
    nodes = [Node("x:doc", "Document", "The minutes")]
    nodes += [
        Node(
            f"x:m/{i}",
            "Demand",
            "be repaired",
            quotes=(Quote("x:doc", i * len(paragraph), (i + 1) * len(paragraph) - 1),),
        )
        for i in range(0, count, 4)
    ]
    view = View(tuple(nodes), tuple(sorted(Edge(n.iri, "x:doc", "statedIn") for n in nodes[1:])), {"x:doc": text})
    path = pages(view, "long")
    assert path.read_text(encoding="utf-8").count("before the winter comes") == count, (
        "the text stands in the page once"
    )
    last = nodes[-1].iri
    page.open(f"sel={last}", path)
    took = page.run(
        "const begin = performance.now(); document.querySelector('#panel .source').click();"
        "document.querySelector('.readertext').getBoundingClientRect(); return performance.now() - begin"
    )
    assert took < 2000
    assert page.text(".readertext") == text
    assert page.text(".readertext .here") == paragraph[:-1]
    assert 0 < page.count(".readertext mark") < len(nodes) / 4, "only what is near has its marks"
    page.run("document.querySelector('.readertext').scrollTop = 0")
    deadline = time.monotonic() + 3
    first = "return document.querySelector('.readertext .piece').querySelector('mark') !== null"
    while not page.run(first) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert page.run(first)
    page.keys("p")
    assert page.run("return document.activeElement.tagName") == "MARK"
    page.keys("\ue007")
    assert page.state().startswith("sel=x%3Am") and not page.run("return document.getElementById('reader').open")
