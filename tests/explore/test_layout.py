"""What is shown as one, in which order, and where."""

from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from demandgraph.explore import Edge, Node, Quote, View
from demandgraph.explore.fold import bundles, order
from demandgraph.explore.layout import compact, spread


def large(documents: int, each: int) -> View:
    """A view of many documents that each state some demands of a few actors."""
    chance = random.Random(3)
    nodes = [Node(f"x:d{d}", "Document", f"Document {d}") for d in range(documents)]
    nodes += [Node(f"x:a{a}", "Institution", f"Body {a}") for a in range(documents)]
    edges = []
    for d in range(documents):
        for i in range(each):
            iri = f"x:m{d}-{i}"
            nodes.append(
                Node(
                    iri,
                    "Demand",
                    f"do thing {i}",
                    quotes=(Quote(f"x:d{d}", i, i + 1),),
                    facts={"topic": chance.choice("abc")},
                )
            )
            edges += [
                Edge(iri, f"x:d{d}", "statedIn"),
                Edge(iri, f"x:a{d}", "issuer"),
                Edge(iri, f"x:a{chance.randrange(documents)}", "addressee"),
            ]
    return View(tuple(nodes), tuple(sorted(edges)), {f"x:d{d}": "x" * each for d in range(documents)})


def test_demands_of_one_topic_and_the_same_addressees_are_one_bundle(view: View) -> None:
    (bundle,) = bundles(view)
    assert bundle.topic == "release"
    assert [iri.rsplit("/", 1)[-1] for iri in bundle.demands] == ["a1", "a2", "r1"]
    assert len(bundle.issuers) == 2


def test_the_order_holds_everything_once_and_begins_with_what_belongs_together(view: View) -> None:
    folded = bundles(view)
    ranked = order(view, folded)
    members = {d for b in folded for d in b.demands}
    assert len(ranked) == len(set(ranked))
    assert {b.key for b in folded} | {
        n.iri for n in view.nodes if n.iri not in members and n.kind != "Affiliation"
    } == set(ranked)
    assert ranked[0] == folded[0].key
    assert ranked[1] == "https://w3id.org/demandgraph/id/actor/government"


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(20, 200), st.integers(20, 90)), max_size=45),
    st.lists(st.tuples(st.integers(0, 44), st.integers(0, 44)), max_size=60),
)
def test_no_two_boxes_of_the_overview_overlap(boxes: list[tuple[int, int]], pairs: list[tuple[int, int]]) -> None:
    edges = [(a, b, 1.0) for a, b in pairs if a < len(boxes) and b < len(boxes) and a != b]
    places = compact(boxes, edges)
    assert len(places) == len(boxes)
    for i, ((x, y), (w, h)) in enumerate(zip(places, boxes, strict=True)):
        for (x2, y2), (w2, h2) in list(zip(places, boxes, strict=True))[:i]:
            # Rounding to whole pixels may close a gap by one.
            assert abs(x - x2) >= (w + w2) / 2 - 1.01 or abs(y - y2) >= (h + h2) / 2 - 1.01


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 300), st.integers(0, 1000))
def test_all_places_differ_and_are_the_same_every_time(n: int, seed: int) -> None:
    chance = random.Random(seed)
    edges = [(chance.randrange(n), chance.randrange(n)) for _ in range(2 * n)] if n else []
    home = [chance.randrange(i + 1) for i in range(n)]
    places = spread(n, edges, home)
    assert len(set(places)) == n
    assert places == spread(n, edges, home)


def test_ten_thousand_nodes_are_placed_in_seconds() -> None:
    n = 10_000
    home = [i % 300 for i in range(n)]
    edges = [(i, home[i]) for i in range(300, n)] * 2
    start = time.perf_counter()
    spread(n, edges, home)
    assert time.perf_counter() - start < 6  # 0.5 s on an idle machine


def test_the_order_of_many_is_found_in_linear_time() -> None:
    view = large(300, 30)
    start = time.perf_counter()
    ranked = order(view, bundles(view))
    assert time.perf_counter() - start < 3
    assert len(ranked) == len(set(ranked))
