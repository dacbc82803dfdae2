"""Corrections in RDF: a document's graph keeps to what was read, the graph of corrections says the rest."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import Quad

from demandgraph.correction_quads import correction_quads, document_quads
from demandgraph.corrections import Corrected, apply
from demandgraph.rdf import quads
from demandgraph.resolve import resolve
from demandgraph.shapes import violations
from demandgraph.vocab import DG

from .corrections.conftest import letter, line, loaded, report


def written(*lines: dict[str, object]) -> tuple[dict[str, set[Quad]], list[Quad], Corrected]:
    """The graphs of the letter, the report and the corrections, by the end of their names."""
    corrected = apply([letter(), report()], loaded(*lines), {"Lake Bank": "Organization"}.get)
    names = resolve(corrected.findings, decided=corrected.decided).names
    found = [q for f in corrected.findings for q in document_quads(f, corrected, names)]
    found += correction_quads(corrected, names)
    graphs: dict[str, set[Quad]] = defaultdict(set)
    for quad in found:
        graphs[quad.graph_name.value.rpartition("/")[2]].add(quad)
    return graphs, found, corrected


def said(graph: set[Quad], predicate: str) -> set[str]:
    return {q.object.value.rpartition("/")[2] for q in graph if q.predicate.value == predicate}


def test_without_corrections_nothing_is_added() -> None:
    graphs, found, corrected = written()
    names = resolve(corrected.findings).names
    assert found == [q for f in corrected.findings for q in quads(f, names=names)]
    assert set(graphs) == {"letter", "report"}


def test_a_document_s_graph_says_what_was_read() -> None:
    before = written()[0]
    graphs, found, _ = written(
        line("reject", "demand", quote="free Ilse Tamm"),
        line("edit", "demand", quote="lift the ban on newspapers", set={"topic": "law-reform", "issuer": "Lake Bank"}),
        line("add", "demand", quote="would welcome observers", set={"issuer": "Oren Vasko"}),
        line("reject", "actor", name="police"),
    )
    assert set(graphs) == {"letter", "report", "corrections"}
    assert graphs["letter"] < before["letter"]
    assert graphs["report"] == before["report"]
    assert said(graphs["letter"] | graphs["corrections"], DG.topic) == {"law-reform", "other"}
    assert "free Ilse Tamm" not in {q.object.value for q in found if q.predicate.value == DG.action}
    assert "lake-bank" in said(graphs["corrections"], DG.issuer)
    assert "guild-of-printers" not in said(graphs["letter"], DG.issuer)
    assert not any("police" in q.subject.value for q in found)
    assert violations(found) == []


def test_each_decision_is_told() -> None:
    hostile = '"><script>alert(1)</script> } . <a:b> \u202e'
    graphs, found, _ = written(
        line("edit", "demand", quote="lift the ban on newspapers", set={"topic": "law-reform", "status": None}, why=hostile),
        line("same", "actor", one={"name": "Guild of Printers"}, other={"name": "Printers' Guild"}, by=hostile, when="2031-06-01T14:30:00.500+02:00"),
        line("confirm", "event", quote="dispersed a rally"),
        line("reject", "demand", quote="no such words"),
    )  # fmt: skip
    mine = graphs["corrections"]
    assert said(mine, DG.decision) == {"edit", "same", "confirm"}
    assert said(mine, DG.change) == {"status: nothing", "topic: law-reform"}
    assert hostile in {q.object.value for q in mine if q.predicate.value == DG.reason}
    times = {q.object.value for q in mine if q.predicate.value == DG.decidedAt}
    assert times == {"2031-06-01", "2031-06-01T12:30:00.5Z"}
    assert {i.partition(".")[0] for i in said(mine, DG.concerns)} == {"letter", "guild-of-printers"}
    words = {q.object.value for q in mine if q.predicate.value == DG.concernsWords}
    assert words == {
        "demand “lift the ban on newspapers” in letter.txt", "event “dispersed a rally” in letter.txt",
        "actor “Guild of Printers”", "actor “Printers' Guild”",
    }  # fmt: skip
    assert violations(found) == []


def test_what_a_line_did_is_gone_with_it() -> None:
    lines = [line("reject", "actor", name="Ruritania"), line("confirm", "demand", quote="free Ilse Tamm")]
    assert written(*lines)[1] != written()[1]
    assert written(*lines)[1] == written(*reversed(lines))[1]
    assert written(*[])[1] == written()[1]
