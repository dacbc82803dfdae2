"""Decisions on pairs: what they come to, and how contradictions are told."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from demandgraph.corrections import Corrected
from demandgraph.model import Actor, Document, Findings

from .conftest import Correct, letter, line, report


def people(*names: str, file: str = "p.txt") -> Findings:
    """A document with persons, and nothing else."""
    text = " and ".join(names)
    return Findings(
        Document(file, file, text, file.ljust(64, "0")), tuple(Actor(n.lower(), n, "Person") for n in names)
    )


ABCD = (people("A", "B", "C", "D"),)


def pair(decision: str, one: str, other: str, **more: Any) -> dict[str, Any]:
    return line(decision, "actor", one={"name": one}, other={"name": other}, **more)


def same(found: Corrected) -> set[str]:
    return {"".join(local for _, local in members) for members in found.decided.actors.same}


def apart(found: Corrected) -> set[str]:
    return {"".join(local for side in sides for _, local in side) for sides in found.decided.actors.apart}


def told(found: Corrected) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.kind, p.where) for p in found.outcome.problems]


def test_pairs_become_links(correct: Correct) -> None:
    found = correct(pair("same", "A", "B"), pair("different", "C", "D"), pair("unsure", "A", "C"), on=ABCD)
    assert same(found) == {"ab"}
    assert apart(found) == {"cd", "ac"}
    assert found.outcome.problems == ()
    assert len(found.about) == 3


def test_pairs_of_demands_and_events(correct: Correct) -> None:
    found = correct(
        line("same", "demand", one={"document": "letter.txt", "quote": "lift the ban"}, other={"document": "report.txt", "action": "lift the ban on newspapers"}),
        line("different", "event", one={"document": "letter.txt", "quote": "dispersed a rally"}, other={"document": "report.txt", "quote": "a rally was dispersed"}),
    )  # fmt: skip
    one, other = letter().document.sha256, report().document.sha256
    assert found.decided.demands.same == (tuple(sorted([(one, "d1"), (other, "d1")])),)
    assert found.decided.events.apart == (tuple(sorted([((one, "e1"),), ((other, "e1"),)])),)


def test_a_name_means_everybody_who_bears_it(correct: Correct) -> None:
    found = correct(
        line("different", "actor", one={"name": "Ruritania"}, other={"name": "Guild of Printers"}),
        line("same", "actor", one={"name": "Guild", "document": "letter.txt"}, other={"name": "printers’ guild"}),
    )
    ((one, other),) = found.decided.actors.apart
    assert sorted([len(one), len(other)]) == [1, 2]
    assert [len(members) for members in found.decided.actors.same] == [2]


def test_a_contradiction_through_others_is_told_with_all_its_lines(correct: Correct) -> None:
    lines = (pair("same", "A", "B"), pair("same", "B", "C"), pair("different", "C", "A"), pair("same", "C", "D"))
    for order in permutations(lines):
        found = correct(*order, on=ABCD)
        assert same(found) == {"cd"}  # the rest is applied
        assert apart(found) == {"ac"}
        ((kind, where),) = told(found)
        assert kind == "contradicting"
        assert where == tuple(sorted(f"f.jsonl:{order.index(data) + 1}" for data in lines[:3]))
        assert "“C” and “A”" in found.outcome.problems[0].reason


def test_every_way_is_left_out(correct: Correct) -> None:
    """A is C by way of B, by way of D, and directly."""
    ways = [pair("same", *ends) for ends in ("AB", "BC", "AD", "DC")]
    found = correct(*ways, pair("different", "A", "C"), on=ABCD)
    assert same(found) == set()
    assert told(found) == [("contradicting", tuple(f"f.jsonl:{n}" for n in range(1, 6)))]


def test_the_later_decision_on_a_pair_holds(correct: Correct) -> None:
    found = correct(pair("same", "A", "B"), pair("different", "B", "A", when="2031-06-02"), on=ABCD)
    assert (same(found), apart(found)) == (set(), {"ab"})
    assert told(found) == [("superseded", ("f.jsonl:1",))]
    found = correct(pair("same", "A", "B", when="2031-06-03"), pair("different", "B", "A"), on=ABCD)
    assert (same(found), apart(found)) == ({"ab"}, set())


def test_two_decisions_at_one_time_do_not_hold(correct: Correct) -> None:
    found = correct(pair("same", "A", "B"), pair("different", "B", "A"), on=ABCD)
    assert (same(found), apart(found)) == (set(), set())
    assert told(found) == [("contradicting", ("f.jsonl:1", "f.jsonl:2"))]


def test_unsure_yields_to_what_follows_from_others(correct: Correct) -> None:
    found = correct(pair("same", "A", "B"), pair("same", "B", "C"), pair("unsure", "A", "C"), on=ABCD)
    assert same(found) == {"ab", "bc"}
    assert apart(found) == set()
    assert told(found) == [("idle", ("f.jsonl:3",))]


@pytest.mark.parametrize(
    ("data", "kind", "why"),
    [
        (pair("same", "A", "Z"), "vanished", "“Z”: no actor bears this name any more"),
        (pair("same", "A", "a"), "refused", "both sides are the same actor"),
    ],
)
def test_a_side_that_is_not_there(correct: Correct, data: dict[str, Any], kind: str, why: str) -> None:
    found = correct(data, on=ABCD)
    (problem,) = found.outcome.problems
    assert problem.kind == kind
    assert why in problem.reason


def test_events_of_two_classes_are_not_one(correct: Correct) -> None:
    found = correct(
        line("add", "event", quote="would welcome observers", **{"class": "Statement"}),
        line("same", "event", one={"document": "letter.txt", "quote": "would welcome observers"}, other={"document": "report.txt", "quote": "a rally was dispersed"}),
    )  # fmt: skip
    assert [p.kind for p in found.outcome.problems] == ["refused"]
    assert "one is a Demonstration, the other a Statement" in found.outcome.problems[0].reason
