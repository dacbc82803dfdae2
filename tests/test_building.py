"""The whole way from documents to a folder with a graph."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

import demandgraph as dg
from demandgraph.building import build
from demandgraph.errors import AuthorityError, BuildError, StoreError
from demandgraph.rdf import NIF, PROV
from demandgraph.vocab import DG

APPEAL = "We call on the Government of Varania to release all imprisoned journalists and to admit observers.\n"
FILES = {"doubts.json", "graph.trig", "store", "explorer.html", "demands.csv", "report.json", "cache"}
pytestmark = pytest.mark.usefixtures("quick")


def trig(folder: Path) -> bytes:
    return (folder / "graph.trig").read_bytes()


def test_what_is_written(built: Path) -> None:
    assert {p.name for p in built.iterdir()} == FILES
    report = json.loads((built / "report.json").read_text(encoding="utf-8"))
    assert [d["file"] for d in report["documents"]] == sorted(d["file"] for d in report["documents"])
    assert report["counts"]["documents"] == 4
    assert report["counts"]["demands"] == len(dg.open(built).demands()) > 8
    assert report["counts"]["actors"] == len(dg.open(built).actors())
    assert report["counts"]["events"] == len(dg.open(built).events())
    assert set(report["seconds"]) == {"ingest", "language", "extract", "resolve", "rdf", "store", "explore"}
    assert {"demandgraph", "python", "spacy"} <= set(report["versions"])
    assert report["skipped"] == []
    assert "<html" in (built / "explorer.html").read_text(encoding="utf-8")


def test_named_graphs(built: Path) -> None:
    graphs = [g.rpartition("/graph/")[2] for g in dg.open(built).store.graphs()]
    assert "provenance" in graphs
    assert sum(g.startswith("document/") for g in graphs) == 4
    assert set(graphs) <= {"provenance", "across", *(g for g in graphs if g.startswith("document/"))}


def test_the_order_of_graphs_is_canonical(built: Path) -> None:
    from demandgraph.trig import to_trig

    store = dg.open(built).store
    assert "".join(to_trig(store.quads())).encode() == trig(built)


def test_provenance_names_every_input_and_no_time(built: Path) -> None:
    quads = [q for q in dg.open(built).store.quads() if q.graph_name.value.endswith("/graph/provenance")]
    hashes = {q.object.value for q in quads if q.predicate.value == DG.sha256}
    report = json.loads((built / "report.json").read_text(encoding="utf-8"))
    assert hashes == {d["sha256"] for d in report["documents"]}
    assert sum(q.predicate.value == PROV + "wasDerivedFrom" for q in quads) == 4
    assert not any("time" in q.predicate.value.lower() or q.predicate.value.endswith("date") for q in quads)


def test_grounded(built: Path) -> None:
    quads = list(parse(path=str(built / "graph.trig"), format=RdfFormat.TRIG))
    texts = {q.subject: q.object.value for q in quads if q.predicate.value == NIF + "isString"}
    of: dict[str, dict[object, object]] = {
        name: {q.subject: q.object for q in quads if q.predicate.value == NIF + name}
        for name in ("referenceContext", "beginIndex", "endIndex", "anchorOf")
    }
    assert len(of["anchorOf"]) > 30
    for phrase, words in of["anchorOf"].items():
        begin, end = (int(of[name][phrase].value) for name in ("beginIndex", "endIndex"))  # type: ignore[attr-defined]
        assert texts[of["referenceContext"][phrase]][begin:end] == words.value  # type: ignore[attr-defined,index]


def test_same_bytes_whatever_the_order(built: Path, data: Path, tmp_path: Path) -> None:
    paths = sorted(data.iterdir())
    build(paths[::-1], tmp_path / "a")
    assert trig(tmp_path / "a") == trig(built)
    build([paths[2], data, paths[0]], tmp_path / "b")
    assert trig(tmp_path / "b") == trig(built)
    assert (tmp_path / "b" / "demands.csv").read_bytes() == (built / "demands.csv").read_bytes()
    before = trig(tmp_path / "b")
    build(str(data), tmp_path / "b")
    assert trig(tmp_path / "b") == before


def test_base(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL)
    build([tmp_path / "a.txt"], tmp_path / "g", base="https://x.example/")
    graph = dg.open(tmp_path / "g")
    assert graph.query("ASK { <https://x.example/document/a> a dg:Document }")
    assert len(list(graph.query("SELECT ?t { <document/a> nif:isString ?t }"))) == 1
    with pytest.raises(BuildError, match="base IRI"):
        build([tmp_path / "a.txt"], tmp_path / "g", base="nonsense")


def test_two_files_of_one_name(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(APPEAL + folder)
    build([tmp_path / "y", tmp_path / "x"], tmp_path / "g")
    assert len({d.iri for d in dg.open(tmp_path / "g").documents()}) == 2


def test_hostile_names_and_titles(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    title = '"> } . <a:b> <a:c> "x" . # \\ </script><script>alert(1)</script>'
    (source / "x.md").write_text(f"---\ntitle: {title}\n---\n{APPEAL}", encoding="utf-8")
    (source / "=cmd()\"<>'&#.txt").write_text("a " + APPEAL)
    (source / "new\nline\u202e{}.txt").write_text("b " + APPEAL)
    (source / ".. .txt").write_text("hidden " + APPEAL)
    with open(os.fsencode(source) + b"/\xff\xfe.txt", "w") as file:  # noqa: PTH123 - a name that is no text
        file.write("c " + APPEAL)
    report = build(source, tmp_path / "g")
    assert len(report.documents) == 4
    quads = list(parse(path=str(tmp_path / "g" / "graph.trig"), format=RdfFormat.TRIG))
    assert title in {q.object.value for q in quads}
    assert not any(q.subject.value.startswith("a:") for q in quads)
    assert "alert(1)</script>" not in (tmp_path / "g" / "explorer.html").read_text(encoding="utf-8")
    json.loads((tmp_path / "g" / "report.json").read_text(encoding="utf-8"))
    assert "\n=" not in (tmp_path / "g" / "demands.csv").read_text(encoding="utf-8")


def test_a_graph_among_the_sources_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL)
    for _ in range(2):
        report = build(tmp_path, tmp_path / "demo")
        assert [d.file for d in report.documents] == ["a.txt"]
    report = build(tmp_path, tmp_path / "demo2")
    assert [d.file for d in report.documents] == ["a.txt"]


def test_another_language_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL)
    (tmp_path / "b.txt").write_text(
        "Wir fordern die Regierung auf, alle inhaftierten Journalisten freizulassen und Beobachter zuzulassen. " * 3
    )
    report = build(tmp_path, tmp_path / "g")
    (skipped,) = report.skipped
    assert skipped.source.endswith("b.txt")
    assert "'de'" in skipped.reason


def test_document_that_breaks_a_stage_costs_itself_only(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from demandgraph.extract import extract
    from demandgraph.language import analyse

    def bad_analyse(sources, nlp):  # type: ignore[no-untyped-def]
        for source in sources:
            if source.file_name == "assembly-note.md":
                raise ZeroDivisionError
            yield from analyse([source], nlp)

    def bad_extract(parsed, known):  # type: ignore[no-untyped-def]
        if parsed.document.file_name == "letter-observers.txt":
            raise ZeroDivisionError
        return extract(parsed, known)

    monkeypatch.setattr("demandgraph.building.analyse", bad_analyse)
    monkeypatch.setattr("demandgraph.building.extract", bad_extract)
    report = build(data, tmp_path / "g")
    assert [d.file for d in report.documents] == ["appeal-orlen-bridge.txt", "ministry-statement.html"]
    assert [Path(s.source).name for s in report.skipped] == ["assembly-note.md", "letter-observers.txt"]


@pytest.mark.parametrize(
    "stage", ["resolve", "document_quads", "to_trig_by_graph", "Store.create", "demand_table", "write_page", "read"]
)
def test_crash_leaves_the_old_graph(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    old = tmp_path / "g"
    build(data / "letter-observers.txt", old)
    before = {p: p.read_bytes() for p in old.rglob("*") if p.is_file()}

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"demandgraph.building.{stage}", crash)
    with pytest.raises(KeyboardInterrupt):
        build(data, old)
    assert {p: p.read_bytes() for p in old.rglob("*") if p.is_file()} == before
    assert [p.name for p in tmp_path.iterdir()] == ["g"]
    assert len(dg.open(old).documents()) == 1


def test_full_disk_is_one_line(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("demandgraph.building.demand_table", full)
    with pytest.raises(StoreError, match="No space left on device"):
        build(data, tmp_path / "g")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_build_leaves_the_old_graph(data: Path, built: Path, tmp_path: Path) -> None:
    old = tmp_path / "g"
    shutil.copytree(built, old)
    before = trig(old)
    program = (
        "import sys, time, demandgraph.building as b\n"
        "def wait(*a, **k): print('ready', flush=True); time.sleep(60)\n"
        "b.read_all = wait\n"
        "b.build(sys.argv[1], sys.argv[2])\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(dg.__file__).parents[1])}
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(data), str(old)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert child.stdout and child.stdout.readline() == "ready\n"
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    assert trig(old) == before
    assert len(list(tmp_path.iterdir())) == 2  # what the killed build leaves …
    build(data, old)
    assert [p.name for p in tmp_path.iterdir()] == ["g"]  # … the next one clears
    assert trig(old) == before


def test_nothing_to_build(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(BuildError, match="nothing was built") as caught:
        build(tmp_path / "a.txt", tmp_path / "g")
    assert caught.value.report
    assert [s.reason for s in caught.value.report.skipped] == ["the file is empty"]
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_unknown_pipeline_and_broken_authority(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise OSError("[E050] Can't find model")

    monkeypatch.setattr("demandgraph.building.load_pipeline", missing)
    with pytest.raises(BuildError, match="no spaCy pipeline 'xx_none'"):
        build(data, tmp_path / "g", pipeline="xx_none")
    (tmp_path / "own.ttl").write_text("this is no turtle")
    with pytest.raises(AuthorityError, match="own"):
        build(data, tmp_path / "g", authority=[tmp_path / "own.ttl"])


def test_progress_is_told(data: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(data, tmp_path / "g", progress=lambda *step: told.append(step))
    assert [done for what, done, _ in told if what.endswith((".txt", ".md", ".html"))] == [0, 1, 2, 3]
    assert all(total == 4 for _, _, total in told)


def test_writing_is_quick_beside_reading(tmp_path: Path) -> None:
    """A hundred documents are resolved and written in a few seconds: the language pipeline is what takes time."""
    from dataclasses import replace

    from demandgraph.building import tools_of, write
    from demandgraph.model import Findings
    from demandgraph.report import Report
    from demandgraph.vocab import DEFAULT_BASE

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(APPEAL * 20)
    found: list[Findings] = []
    report = Report(str(tmp_path / "g"), {}, DEFAULT_BASE)
    from demandgraph import authority
    from demandgraph.building import read_all

    known = authority.load()
    (one,) = read_all([tmp_path / "in"], report, known, "quick", 10**6, lambda *_: None)
    found = [replace(one, document=replace(one.document, sha256=f"{n:064x}", file_name=f"{n}.txt")) for n in range(100)]
    (tmp_path / "out").mkdir()
    begin = time.perf_counter()
    write(found, tmp_path / "out", report, known, tools_of("quick", report, []), lambda *_: None)
    assert report.counts["documents"] == 100
    assert time.perf_counter() - begin < 60
