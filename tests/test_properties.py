"""Whatever texts and findings come, the graph is grounded, complete, and the same in every order."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from demandgraph.grounding import ground
from demandgraph.model import (
    ACTOR_TYPES,
    EVENT_TYPES,
    FORCES,
    TOPICS,
    Actor,
    Affiliation,
    Demand,
    Document,
    Event,
    Figure,
    Findings,
    Phrase,
)
from demandgraph.rdf import NIF, across_quads, quads
from demandgraph.resolve import resolve
from demandgraph.store import Store
from demandgraph.trig import to_trig
from demandgraph.vocab import DG

WORDS = st.lists(
    st.sampled_from(
        ["Varania", "Lake Guild", "must", "release", "journalists", "“no”", "Žofie", "😀", "\n", "x\x00y", "\ud800"]
    ),
    min_size=1,
    max_size=30,
)


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    """Findings of a made-up text; some of them refer to what is not there."""
    text = " ".join(draw(WORDS))

    def phrase() -> Phrase:
        begin = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(begin + 1, len(text)))
        off = draw(st.sampled_from([0, 0, 0, 1]))
        return Phrase(begin + off, end + off, text[begin:end])

    def phrases() -> tuple[Phrase, ...]:
        return tuple(phrase() for _ in range(draw(st.integers(0, 2))))

    ids = st.sampled_from(["a0", "a1", "a2", "nobody", "e0"])
    some = st.lists(ids, max_size=3).map(tuple)
    names = st.sampled_from(
        ["Varania", "the Lake Guild", "Lake Guild", "LG", "journalists", "  ", "\n\"'<>", "Жанна", ""]
    )
    actors = tuple(
        Actor(f"a{n}", draw(names), draw(st.sampled_from(ACTOR_TYPES)), (draw(names),), phrases(), draw(ids))
        for n in range(draw(st.integers(0, 3)))
    )
    events = tuple(
        Event(f"e{n}", draw(st.sampled_from(EVENT_TYPES)), phrases(), draw(st.sampled_from([None, "2031", "2031-05-03", "x"])),
              draw(st.sampled_from([None, "Orlen", "!", ""])), draw(some), draw(some), 0.7, "rules/event/x")
        for n in range(draw(st.integers(0, 2)))
    )  # fmt: skip
    demands = tuple(
        Demand(f"d{n}", phrase(), phrases(), draw(some), draw(some), draw(some), draw(some), draw(st.sampled_from(TOPICS)),
               draw(st.sampled_from(FORCES)), draw(some))
        for n in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    affiliations = (Affiliation("f0", draw(ids), draw(ids), draw(names), phrases()),)
    figures = (Figure("g0", draw(st.floats()), draw(names), phrases(), None, draw(ids)),)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    name = draw(st.sampled_from(["a.txt", "b.txt", "b.md", '"<>\n.txt', "\udcff.txt", ".txt", "across.txt"]))
    document = Document(name, f"in/{name}", text, sha256, draw(st.none() | names), draw(st.none() | st.just("2031-05")))
    return Findings(document, actors, demands, events, affiliations, figures)


@settings(max_examples=60, deadline=None)
@given(findings())
def test_one_document_is_grounded(found: Findings) -> None:
    said = list(quads(found))
    text = next(q.object.value for q in said if q.predicate.value == NIF + "isString")
    offsets: dict[str, dict[str, str]] = {}
    for q in said:
        if q.predicate.value.startswith(NIF) and q.predicate.value != NIF + "isString":
            offsets.setdefault(q.subject.value, {})[q.predicate.value[len(NIF) :]] = q.object.value
    for phrase in offsets.values():
        assert text[int(phrase["beginIndex"]) : int(phrase["endIndex"])] == phrase["anchorOf"]
    evidence = {q.subject for q in said if q.predicate.value == DG.evidence}
    kinds = {DG.Demand, DG.Event, DG.Affiliation, DG.Figure}
    assert {q.subject for q in said if q.object.value in kinds} == evidence
    subjects = {q.subject.value for q in said}
    linked = {DG.evidence, DG.issuer, DG.addressee, DG.madeAt, DG.agent, DG.partOf, DG.figure, DG.place, DG.statedIn}
    assert {q.object.value for q in said if q.predicate.value in linked} <= subjects


@settings(max_examples=30, deadline=None)
@given(st.lists(findings(), max_size=4, unique_by=lambda f: f.document.sha256))
def test_many_documents_in_any_order(found: list[Findings]) -> None:
    grounded = [ground(f)[0] for f in found]
    one, other = resolve(grounded), resolve(grounded[::-1])
    assert one == other
    said = [q for f in grounded for q in quads(f, names=one.names)] + list(across_quads(one.shared))
    written = "".join(to_trig(said))
    assert set(parse(written.encode(), format=RdfFormat.TRIG)) == set(said)
    assert len({f"{q.graph_name}" for q in said}) >= len(found)
    if found:
        store = Store.memory(said)
        assert set(store.quads()) == set(said)
        labels = store.raw.query(
            "SELECT ?a (COUNT(?l) AS ?n) { ?a <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } GROUP BY ?a"
        )
        assert all(row["n"].value == "1" for row in labels)


@settings(max_examples=20, deadline=None)
@given(findings(), findings())
def test_a_document_does_not_depend_on_those_that_it_shares_nothing_with(one: Findings, other: Findings) -> None:
    other = replace(other, document=replace(other.document, file_name="z.txt"), actors=(), demands=(), events=())
    if one.document.sha256 == other.document.sha256:
        return
    alone, together = (resolve([ground(f)[0] for f in some]).names for some in ([one], [one, other]))
    assert list(quads(one, names=alone)) == list(quads(one, names=together))
