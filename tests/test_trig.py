"""TriG in canonical order: what is written is what is read, and equal graphs are equal files."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from demandgraph.trig import PREFIXES, to_trig, to_turtle
from demandgraph.vocab import DEFAULT_BASE

LOCALS = st.text(st.sampled_from("abzé09-_.~:@!$&'()*+,;=/?"), max_size=8)
IRIS = st.builds(
    lambda namespace, name: NamedNode(namespace + name),
    st.sampled_from([DEFAULT_BASE, f"{DEFAULT_BASE}actor/", *PREFIXES.values(), "urn:x:", "https://x.example/a#"]),
    LOCALS,
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    st.builds(lambda t: Literal(t, language="en"), TEXTS),
    st.builds(lambda t: Literal(t, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")), TEXTS),
)
QUADS = st.builds(Quad, IRIS, IRIS, IRIS | LITERALS, IRIS | st.just(DefaultGraph()))


@given(st.lists(QUADS, max_size=30))
def test_round_trip(quads: list[Quad]) -> None:
    written = "".join(to_trig(quads))
    assert set(parse(written.encode(), format=RdfFormat.TRIG)) == set(quads)
    shuffled = quads * 2
    random.Random(1).shuffle(shuffled)
    assert "".join(to_trig(shuffled)) == written


@given(st.lists(QUADS, max_size=30))
def test_turtle_is_the_union(quads: list[Quad]) -> None:
    written = "".join(to_turtle(quads))
    assert {t.triple for t in parse(written.encode(), format=RdfFormat.TURTLE)} == {q.triple for q in quads}


@pytest.mark.parametrize("value", ['a " b', "a > b } .", "\\", "line\nbreak\r\t", '"""', "@prefix x: <y> ."])
def test_what_a_text_holds_stays_text(value: str) -> None:
    quad = Quad(NamedNode("urn:x:a"), NamedNode("urn:x:b"), Literal(value), NamedNode("urn:x:g"))
    assert list(parse("".join(to_trig([quad])).encode(), format=RdfFormat.TRIG)) == [quad]


def test_it_is_made_to_be_read() -> None:
    dg, base = PREFIXES["dg"], DEFAULT_BASE
    doc, graph = NamedNode(f"{base}document/note"), NamedNode(f"{base}graph/document/note")
    quads = [
        Quad(doc, NamedNode(f"{PREFIXES['dcterms']}title"), Literal("A note"), graph),
        Quad(doc, NamedNode(f"{PREFIXES['rdf']}type"), NamedNode(f"{dg}Document"), graph),
        Quad(doc, NamedNode(f"{PREFIXES['rdf']}type"), NamedNode(f"{PREFIXES['foaf']}Document"), graph),
    ]
    body = "".join(to_trig(quads)).split("\n\n")[1]
    assert body == (
        '<graph/document/note> {\n  <document/note> a foaf:Document, dg:Document ;\n      dcterms:title "A note" .\n}\n'
    )


def test_blank_nodes_are_kept() -> None:
    quad = Quad(BlankNode("x"), NamedNode("urn:x:b"), Literal("c"), DefaultGraph())
    assert "_:x" in "".join(to_trig([quad]))
