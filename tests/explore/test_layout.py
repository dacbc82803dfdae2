"""What is shown as one, in which order, and where."""

from __future__ import annotations

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from demandgraph.explore import Edge, Node, Quote, View
from demandgraph.explore.fold import bodies, bundles, order
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


def test_the_wordings_of_a_shared_demand_are_one_bundle(view: View) -> None:
    (bundle,) = bundles(view)
    assert bundle.topic == "release" and bundle.shared.endswith("shared/release")
    assert [iri.rsplit("/", 1)[-1] for iri in bundle.demands] == ["a1", "n1", "r1"]
    assert len(bundle.issuers) == 3 and [a.rsplit("/", 1)[-1] for a in bundle.addressees] == ["government"]


def test_demands_of_one_topic_and_the_same_addressees_are_one_bundle(view: View) -> None:
    (bundle,) = bundles(View(view.nodes, tuple(e for e in view.edges if e.role != "expresses")))
    assert bundle.topic == "release" and not bundle.shared
    assert [iri.rsplit("/", 1)[-1] for iri in bundle.demands] == ["a1", "a2", "n1", "r1"]
    assert len(bundle.issuers) == 3


def test_an_organ_stands_under_the_highest_body_that_it_is_part_of() -> None:
    nodes = (*(Node(f"x:{n}", "Institution", n) for n in "abcdef"), Node("x:u", "Document", "u"))
    pairs = (("a", "b"), ("b", "c"), ("d", "e"), ("e", "d"), ("f", "u"))
    view = View(nodes, tuple(Edge(f"x:{a}", f"x:{b}", "partOf") for a, b in pairs))
    found = bodies(view)
    assert (found["x:a"], found["x:b"]) == ("x:c", "x:c")
    assert "x:c" not in found and "x:f" not in found, "a document is no body"
    assert set(found) <= {"x:a", "x:b", "x:d", "x:e"}, "a circle does no harm"
    ranked = order(view, ())
    assert ranked.index("x:c") < ranked.index("x:a") and len(set(ranked)) == 7


def test_the_order_holds_everything_once_and_begins_with_what_belongs_together(view: View) -> None:
    folded = bundles(view)
    ranked = order(view, folded)
    members = {d for b in folded for d in (*b.demands, b.shared)}
    assert len(ranked) == len(set(ranked))
    assert {b.key for b in folded} | {
        n.iri for n in view.nodes if n.iri not in members and n.kind != "Affiliation"
    } == set(ranked)
    assert ranked[0] == folded[0].key
    assert ranked[1] == "https://w3id.org/demandgraph/id/actor/marrow", "the government is shown as its country"


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
