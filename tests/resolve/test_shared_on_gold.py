"""Which demands are shared, when the annotators' own demands are given: finding demands does not count here."""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

from demandgraph import authority
from demandgraph.model import Actor, Demand, Document, Findings, Phrase
from demandgraph.resolve import resolve

Pair = frozenset[str]


def annotated(path: Path) -> Findings:
    """An annotated document as findings."""
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")

    def places(words: str) -> tuple[Phrase, ...]:
        return tuple(Phrase(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(words), text))

    actors = tuple(
        Actor(a["id"], a["name"], a["type"], tuple(a["aliases"]), tuple(p for n in (a["name"], *a["aliases"]) for p in places(n)))
        for a in told["actors"]
    )  # fmt: skip
    demands = tuple(
        Demand(
            d["id"], spot[0], spot[:1], tuple(d["issuers"]), tuple(d["addressees"]), topic=d["topic"], force=d["force"]
        )
        for d in told["demands"]
        if (spot := places(d["quote"]))
    )
    return Findings(
        Document(told["document"], path.stem, text, path.stem, told["title"], told["date"]), actors, demands
    )


def pairs(ids: list[str]) -> set[Pair]:
    """Pairs of demands, written ``document#demand``."""
    return {frozenset(pair) for pair in combinations(ids, 2)}


def across(pairs: set[Pair], documents: set[str]) -> set[Pair]:
    """The pairs of different documents, all of which are among some."""
    told = {pair: {i.partition("#")[0] for i in pair} for pair in pairs}
    return {pair for pair, where in told.items() if len(where) == 2 and where <= documents}


def test_demands_of_the_annotators(shared: Path) -> None:
    clusters = json.loads((shared / "gold" / "shared" / "demands.json").read_text(encoding="utf-8"))["clusters"]
    documents = {i.partition("#")[0] for c in clusters for i in c["demands"]}
    findings = [annotated(path) for path in sorted((shared / "gold").glob("*.json"))]
    result = resolve(findings, authority=authority.load())
    ids = {
        result.names.finding("demand", f.document, d.id): f"{f.document.sha256}#{d.id}"
        for f in findings
        for d in f.demands
    }
    wanted = across(set().union(*(pairs(c["demands"]) for c in clusters)), documents)
    allowed = set().union(*(pairs([*c["demands"], *c.get("optional", ())]) for c in clusters))
    found = across(set().union(*(pairs([ids[m] for m in s.members]) for s in result.shared)), documents)
    found = {pair for pair in found if pair in wanted or pair not in allowed}
    right = len(found & wanted)
    assert len(wanted) >= 10
    assert right / len(found) >= 0.85
    assert 2 * right / (len(found) + len(wanted)) >= 0.85
