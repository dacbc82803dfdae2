"""Corrections from end to end: build, decide, build again; the document changes; strange lines and names."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import demandgraph as dg
from demandgraph.building import build
from demandgraph.cli import main
from demandgraph.commands.review import user

APPEAL = (
    "Open appeal of the Halden Watch\n\nWe call on the Government of Varania to release all imprisoned journalists. "
    "We urge Varania to admit observers.\n"
)
WHO = {"by": "Anna Kovar", "when": "2031-06-01"}
REJECT = {"decision": "reject", "kind": "demand", "document": "appeal.txt", "quote": "admit observers", **WHO}
pytestmark = pytest.mark.usefixtures("quick")


def run(*args: object, text: str | None = None) -> Result:
    """Run a command; anything but a clean exit fails the test with its traceback."""
    result = CliRunner().invoke(main, [str(a) for a in args], input=text)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "appeal.txt").write_text(APPEAL, encoding="utf-8")
    (tmp_path / "in" / "note.txt").write_text(
        "The Halden Watch asks the Government of Varania to close the camp.\n", encoding="utf-8"
    )
    return tmp_path / "in"


def built(source: Path, *options: object) -> tuple[Path, Result]:
    out = source.parent / "g"
    return out, run("build", source, "--out", out, "--quiet", *options)


def write(folder: Path, *lines: object, name: str = "team.jsonl") -> Path:
    path = folder / "corrections" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "".join((text if isinstance(text, str) else json.dumps(text)) + "\n" for text in lines), encoding="utf-8"
    )
    return path


def actions(folder: Path) -> set[str]:
    return {d.action for d in dg.open(folder).demands()}


def trig(folder: Path) -> bytes:
    return (folder / "graph.trig").read_bytes()


def test_a_decision_holds_until_its_line_is_taken_out(source: Path) -> None:
    out, _ = built(source)
    before, doubts = trig(out), (out / "doubts.json").read_bytes()
    assert "admit observers" in actions(out)
    path = write(out, REJECT)
    kept = path.read_bytes()
    for _ in range(2):
        out, result = built(source)
        assert result.exit_code == 0
        assert "admit observers" not in actions(out)
        assert path.read_bytes() == kept
    once = trig(out)
    built(source, "--no-cache")
    assert trig(out) == once
    fresh = source.parent / "fresh"
    run("build", source, "--out", fresh, "--quiet", "--corrections", path)
    assert trig(fresh) == once
    assert dg.open(out).validate() == []
    path.unlink()
    built(source)
    assert trig(out) == before
    assert (out / "doubts.json").read_bytes() == doubts


def test_review_then_build(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demandgraph.corrections.doubts.UNCERTAIN", 0.999)
    out, _ = built(source)
    doubts = dg.open(out).doubts()
    assert doubts
    listing = run("review", out, "--list")
    assert listing.stderr.startswith(f"{len(doubts)} open question")
    answers = "".join("d not asked\n" if d.is_pair else "w not asked\n" for d in doubts)
    result = run("review", out, "--by", "Anna", text="nonsense\n" + answers)
    assert result.exit_code == 0
    assert f"{len(doubts)} decided, 0 of these left open." in result.output
    assert "build the graph again" in result.output
    lines = [json.loads(text) for text in (out / "corrections" / "review.jsonl").read_text().splitlines()]
    assert len(lines) == len(doubts)
    assert {(c["by"], c["why"]) for c in lines} == {("Anna", "not asked")}
    assert {c["decision"] for c in lines} <= {"reject", "different"}
    assert run("review", out, text="").output.startswith("0 decided, 0 of these left open.")
    _, result = built(source)
    assert result.exit_code == 0
    assert dg.open(out).doubts() == []
    assert len(dg.open(out).ask("what-people-corrected")) == len(doubts)


def test_review_stops_and_edits(source: Path) -> None:
    out, _ = built(source)
    path = out / "doubts.json"
    side = {"label": "admit observers", "key": {"document": "appeal.txt", "quote": "We urge Varania to admit observers", "action": "admit observers"},
            "quotes": [["appeal.txt", "We urge \u202e[bold]Varania[/bold] \x1b[31mto admit observers"]], "says": {"topic": ["other"]}}  # fmt: skip
    other = {**side, "key": {**side["key"], "action": "gone"}}
    path.write_text(json.dumps([
        {"kind": "demand", "doubt": 0.9, "why": "test", "sides": [side]},
        {"kind": "demand", "doubt": 0.8, "why": "test", "sides": [side, other]},
    ]))  # fmt: skip
    assert "2 of these left open" in run("review", out, text="q\n").output
    assert "2 of these left open" in run("review", out, text="").output
    assert not (out / "corrections").exists()
    shown = run("review", out, "--by", "A", text="e\ntopic=relase\nnothing\ntopic=humanitarian\nissuer=Lake Bank (Organization); Varania\n\nd\n").output  # fmt: skip
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]Varania[/bold]" in shown
    assert "did you mean 'release'?" in shown
    assert "there is no field 'nothing'" in shown
    edit, different = (json.loads(t) for t in (out / "corrections" / "review.jsonl").read_text().splitlines())
    assert edit["set"] == {
        "topic": "humanitarian",
        "issuer": [{"name": "Lake Bank", "class": "Organization"}, "Varania"],
    }
    assert (different["decision"], different["one"], different["other"]) == ("different", side["key"], other["key"])
    _, result = built(source)
    assert result.exit_code == 1  # the other side of the pair is not in the document
    (demand,) = (d for d in dg.open(out).demands() if d.action == "admit observers")
    assert (demand.topic, demand.issuers, demand.confidence) == ("humanitarian", ("Lake Bank", "Varania"), 1.0)


def test_a_document_that_changes_is_told(source: Path) -> None:
    out, _ = built(source)
    path = write(out, REJECT)
    (source / "appeal.txt").write_text(APPEAL.replace("admit observers", "admit doctors"), encoding="utf-8")
    _, result = built(source)
    assert result.exit_code == 1
    (told,) = [text for text in result.stderr.splitlines() if "correction" in text]
    assert told.startswith(
        "correction not applied: corrections/team.jsonl:1: reject demand “admit observers” in appeal.txt"
    )
    assert json.loads(path.read_text()) == REJECT
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))["corrections"]
    assert report["applied"] == 0
    assert [p["where"] for p in report["vanished"]] == [["corrections/team.jsonl:1"]]
    (source / "appeal.txt").write_text("New heading\n\n" + APPEAL, encoding="utf-8")
    _, result = built(source)
    assert result.exit_code == 0  # the words are back, in another place
    assert "admit observers" not in actions(out)


def test_bad_lines_are_named_and_the_rest_is_applied(source: Path) -> None:
    out, _ = built(source)
    sides = (
        {"document": "appeal.txt", "quote": "release all imprisoned journalists"},
        {"document": "note.txt", "quote": "close the camp"},
    )
    pair = {"kind": "demand", "one": sides[0], "other": sides[1], **WHO}
    path = write(
        out, REJECT, "{broken", {**REJECT, "qoute": "x"}, {**pair, "decision": "same"}, {**pair, "decision": "different"},
    )  # fmt: skip
    before = path.read_bytes()
    _, result = built(source)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    told = [text for text in result.stderr.splitlines() if "correction" in text]
    assert len(told) == 3
    assert "team.jsonl:2: is not JSON" in told[0]
    assert "team.jsonl:3: unknown key 'qoute'; did you mean 'quote'?" in told[1]
    assert "team.jsonl:4, corrections/team.jsonl:5: decide differently" in told[2]
    assert "admit observers" not in actions(out)
    assert path.read_bytes() == before
    missing = run("build", source, "--out", out, "--corrections", source / "nowhere.jsonl")
    assert missing.exit_code == 4
    assert "there is no such file or folder of corrections" in missing.stderr


def test_hostile_words_stay_words(source: Path) -> None:
    out, _ = built(source)
    hostile = '</script><script>alert("x")</script>"> } . <a:b> <a:c> "x" \u202e\x00'
    write(
        out,
        {**REJECT, "decision": "edit", "why": hostile, "by": hostile, "set": {"issuer": {"name": hostile, "class": "Group"}, "addressee": {"name": "=cmd()", "class": "Group"}}},
        {"decision": "reject", "kind": "actor", "name": hostile + "gone", **WHO},
    )  # fmt: skip
    _, result = built(source)
    assert result.exit_code == 1
    assert "\u202e" not in result.output
    graph = dg.open(out)
    assert graph.validate() == []
    assert not graph.query("ASK { <a:b> ?p ?o }")
    assert "</script><script>alert" not in (out / "explorer.html").read_text(encoding="utf-8")
    assert "\n=" not in (out / "demands.csv").read_text(encoding="utf-8")
    assert ",=cmd()" not in (out / "demands.csv").read_text(encoding="utf-8")


def test_codings_from_end_to_end(source: Path) -> None:
    out, _ = built(source)
    (source.parent / "hand.csv").write_text(
        "document,quote,issuer,addressee,topic\n"
        "appeal.txt,admit observers,Halden Watch,Varania,documentation\n"
        "note.txt,The Halden Watch asks the Government,Halden Watch,Varania,other\n"
        "note.txt,not there,Halden Watch,Varania,other\n"
    )
    for number in range(2):
        result = run("codings", source.parent / "hand.csv", out)
        assert result.exit_code == 1
        assert "hand.csv:4: the quote does not stand in note.txt" in result.stderr
        assert (f"{2 * (1 - number)} rows taken") in result.output
    _, result = built(source)
    assert result.exit_code == 0
    rows = {d.action: d for d in dg.open(out).demands()}
    assert rows["admit observers"].topic == "documentation"
    assert "The Halden Watch asks the Government" in rows
    assert dg.open(out).validate() == []
    assert run("codings", source.parent / "nowhere.csv", out).exit_code == 4
    assert run("codings", source.parent / "hand.csv", source).exit_code == 4


def test_the_graph_as_a_program_sees_it(source: Path, tmp_path: Path) -> None:
    from demandgraph.errors import StoreError
    from demandgraph.graph import Graph

    out, _ = built(source)
    graph = dg.open(out)
    path = out / "doubts.json"
    side = {"label": "x", "key": {"document": "appeal.txt", "quote": "admit observers"}, "quotes": [], "says": {}}
    path.write_text(json.dumps([{"kind": "demand", "doubt": 0.9, "why": "test", "sides": [side]}]))
    (doubt,) = graph.doubts()
    graph.decide(doubt, "wrong", by="Anna")
    assert graph.doubts() == []
    with pytest.raises(StoreError, match="has no folder"):
        Graph(graph.store).doubts()


def test_order_of_lines_and_files_does_not_matter(source: Path) -> None:
    lines = [
        REJECT,
        {"decision": "edit", "kind": "actor", "name": "Varania", "set": {"name": "Republic of Varania"}, **WHO},
        {"decision": "add", "kind": "demand", "document": "note.txt", "quote": "close the camp", "set": {"topic": "release"}, **WHO},
    ]  # fmt: skip
    out, _ = built(source)
    write(out, *lines)
    built(source)
    once = trig(out)
    write(out, *lines[::-1][:2])
    write(out, lines[0], name="other.jsonl")
    built(source)
    assert trig(out) == once
    shutil.rmtree(out / "corrections")
    outside = source.parent / "team"
    outside.mkdir()
    (outside / "a.jsonl").write_text("\n".join(json.dumps(text) for text in lines))
    build(source, out, corrections=[outside])
    assert trig(out) == once


def test_somebody_always_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "anna")
    assert user() == "anna"
