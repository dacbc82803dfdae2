"""The evidence panel and the document reader in the browser: the words behind each finding, and copies of them."""

from __future__ import annotations

import time
from typing import Any

from pyoxigraph import RdfFormat, parse

GOVERNMENT = "actor/government"


def test_evidence_of_a_demand(page: Any) -> None:
    page.open("sel=demand/r1")
    heading = page.text("#panel h2")
    assert (
        "Assembly of Lakeland" in heading
        and "urges" in heading
        and "release all imprisoned teachers without delay" in heading
    )
    assert page.text("#panel mark") == "Urges the Government of Marrow to release all imprisoned teachers without delay"
    assert page.text("#panel mark strong") == "release all imprisoned teachers without delay"
    assert "Resolution 7 on the teachers of Marrow" in page.text("#panel figcaption")
    assert "3 May 2021" in page.text("#panel figcaption")
    assert "very likely right (0.90)" in page.text("#panel .madeby") and "urge to infinitive" in page.text(
        "#panel .madeby"
    )
    assert "Free our colleagues" in page.text("#panel ol.list"), "the lineage names the earlier wording"


def test_evidence_of_an_actor_and_of_an_affiliation(page: Any) -> None:
    page.open(f"sel={GOVERNMENT}")
    assert "5 demands are made of it" in page.text("#panel .sentence")
    page.open("sel=affiliation/fenn")
    assert page.text("#panel mark") == "Ida Fenn, spokeswoman of the Lakeland Teachers' League"


def test_evidence_of_an_edge(page: Any) -> None:
    page.open(f"sel=edge%3Ademand/r1%20{GOVERNMENT}%20addressee")
    assert "Government of Marrow is asked" in page.text("#panel .sentence")
    assert page.text("#panel mark").startswith("Urges the Government of Marrow")


def test_the_whole_document_is_one_click_away_with_all_its_findings_marked(page: Any) -> None:
    page.open("sel=demand/r2").click("#panel .source")
    assert page.run("return document.getElementById('reader').open")
    assert page.text(".readertext").startswith("\U0001f54a The Assembly of Lakeland,\n\nmeeting in Port Alma")
    assert page.text(".readertext .here") == "Calls upon the Government of Marrow to end the ban on evening schools"
    assert page.count(".readertext .m-Demand") >= 3 and page.count(".readertext .m-Event") >= 1
    page.click(".readertext mark", "Requests the Council")
    assert not page.run("return document.getElementById('reader').open")
    assert "sel=demand" in page.state()


def test_the_rdf_of_a_selection_stands_so_in_the_graph(page: Any, graph: Any) -> None:
    known = {(q.subject, q.predicate, q.object) for q in graph.quads}
    for node in (
        "demand/r1",
        "event/adoption",
        "affiliation/fenn",
        "actor/league",
        "document/appeal",
        "figure/forty",
        "shared/release",
    ):
        turtle = page.run("return explorer.turtle(arguments[0])", node)
        triples = {(q.subject, q.predicate, q.object) for q in parse(turtle, format=RdfFormat.TURTLE)}
        assert len(triples) >= 2
        assert triples <= known, triples - known


def test_copying(page: Any) -> None:
    page.open("sel=demand/r2").click("#panel .menubox button", "Copy").click("#panel [role=menuitem]", "Citation")
    time.sleep(0.2)
    cited = page.run("return explorer.copied()")
    assert (
        "Resolution 7 on the teachers of Marrow" in cited
        and "3 May 2021" in cited
        and "end the ban on evening schools" in cited
    )
    page.click("#panel [role=menuitem]", "BibTeX")
    time.sleep(0.2)
    bibtex = page.run("return explorer.copied()")
    assert (
        bibtex.startswith("@misc{resolution,")
        and "author = {{Assembly of Lakeland}}" in bibtex
        and "year = {2021}" in bibtex
    )


def test_copies_of_an_edge_and_of_several_demands_hold_all_findings_behind_them(page: Any, graph: Any) -> None:
    known = {(q.subject, q.predicate, q.object) for q in graph.quads}
    for state, words, documents in (
        (f"sel=edge%3Ademand/r1%20{GOVERNMENT}%20addressee", "Government of Marrow is asked", 1),
        ("sel=bundle%3Ademand/a1", "3 demands in 3 documents", 3),
        ("sel=edge%3Aactor/fenn%20actor/league%20affiliation", "Ida Fenn belongs to", 1),
    ):
        page.open(state).click("#panel [role=menuitem]", "Citation")
        cited = page.run("return explorer.copied()")
        assert cited.startswith(words) and cited.count("(characters ") == documents, cited
        page.click("#panel [role=menuitem]", "BibTeX")
        assert page.run("return explorer.copied()").count("@misc{") == documents
        page.click("#panel [role=menuitem]", "RDF (Turtle)")
        triples = {
            (q.subject, q.predicate, q.object)
            for q in parse(page.run("return explorer.copied()"), format=RdfFormat.TURTLE)
        }
        assert len(triples) > 5 and triples <= known, triples - known
