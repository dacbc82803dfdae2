"""What is doubtful, and the answers that people give."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demandgraph.across import Doubt, Identity, Names, Resolution
from demandgraph.corrections import Doubtful, apply, decide, doubtful, load_corrections, open_doubts, record
from demandgraph.corrections.doubts import to_json
from demandgraph.corrections.recording import append, line_of
from demandgraph.corrections.review import field_value
from demandgraph.errors import CorrectionError
from demandgraph.folder import DOUBTS
from demandgraph.model import Findings
from demandgraph.resolve import resolve

from .conftest import letter, line, report


def unsure(*findings: Findings) -> Resolution:
    """The resolution of findings, in which the police and the guild may be one, and the two demands and events."""
    found = resolve(findings)
    one = found.names.actors[findings[0].document.sha256, "police"]
    other = found.names.actors[findings[1].document.sha256, "guild"]
    demands = [found.names.finding("demand", f.document, "d1") for f in findings[:2]]
    events = [found.names.event(f.document, "e1") for f in findings[:2]]
    return replace(found, unsure=(
        Doubt("actor", one.iri, other.iri, (one.label, other.label), 0.8, "much the same words"),
        Doubt("demand", *demands, ("lift the ban", "lift the ban"), 0.7, "the same words"),
        Doubt("event", *events, ("rally", "rally"), 0.6, "the same day"),
        Doubt("event", "x:gone", events[0], ("gone", "rally"), 0.9, "nobody has it any more"),
    ))  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the doubts of the letter and the report."""
    findings = (letter(), report())
    (tmp_path / DOUBTS).write_text(to_json(doubtful(findings, unsure(*findings))), encoding="utf-8")
    return tmp_path


def rebuilt(folder: Path) -> tuple[Doubtful, ...]:
    """The doubts after another build."""
    corrected = apply([letter(), report()], load_corrections(folder))
    return doubtful(corrected.findings, unsure(*corrected.findings), corrected.decided)


def test_the_most_doubtful_comes_first(folder: Path) -> None:
    found = open_doubts(folder)
    assert [(d.kind, len(d.sides)) for d in found[:3]] == [("actor", 2), ("demand", 2), ("event", 2)]
    assert {(d.kind, len(d.sides)) for d in found[3:]} == {
        ("affiliation", 1), ("figure", 1), ("event", 1), ("demand", 1),
    }  # fmt: skip
    assert [d.doubt for d in found] == sorted((d.doubt for d in found), reverse=True)
    assert {d.kind for d in open_doubts(folder, kind="event")} == {"event"}
    assert open_doubts(folder, limit=2) == found[:2]


def test_a_side_shows_its_words(folder: Path) -> None:
    actor, demand, event = open_doubts(folder)[:3]
    labels = {side.label: side for side in actor.sides}
    assert len(labels) == 2
    assert labels["police"].key == {"name": "police", "class": "Group", "iri": labels["police"].key["iri"]}
    ((file, words),) = labels["police"].quotes
    assert file == "letter.txt"
    assert "the police dispersed a rally" in words
    assert {s.key["document"] for s in demand.sides} == {"letter.txt", "report.txt"}
    assert demand.sides[0].says["topic"] == ("civil-society",)
    assert event.sides[0].says["class"] == ("Demonstration",)


def test_doubts_are_the_same_in_every_order() -> None:
    findings = (letter(), report())
    assert to_json(doubtful(findings, unsure(*findings))) == to_json(doubtful(findings[::-1], unsure(*findings)))


@pytest.mark.parametrize("answer", ["same", "different", "unsure"])
def test_a_pair_that_is_decided_is_not_asked_again(folder: Path, answer: str) -> None:
    pairs = [d for d in open_doubts(folder) if d.is_pair]
    assert len(pairs) == 3
    for doubt in pairs:
        decide(folder, doubt, answer, by="Anna", why="I know them")
    assert not any(d.is_pair for d in open_doubts(folder))
    loaded = load_corrections(folder)
    assert [c.decision for c in loaded.corrections] == [answer] * 3
    assert apply([letter(), report()], loaded).outcome.problems == ()
    if answer != "same":
        assert not any(d.is_pair for d in rebuilt(folder))


@pytest.mark.parametrize(("answer", "decision"), [("right", "confirm"), ("wrong", "reject"), ("edit", "edit")])
def test_a_finding_that_is_decided_is_not_asked_again(folder: Path, answer: str, decision: str) -> None:
    findings = [d for d in open_doubts(folder) if not d.is_pair]
    assert {d.kind for d in findings} == {"demand", "event", "affiliation", "figure"}
    values = {
        "demand": {"topic": "equality"},
        "event": {"place": "Hentzau"},
        "affiliation": {"role": "head"},
        "figure": {"unit": "men"},
    }
    for doubt in findings:
        decide(folder, doubt, answer, by="Anna", values=values[doubt.kind])
    assert all(d.is_pair for d in open_doubts(folder))
    corrected = apply([letter(), report()], load_corrections(folder))
    assert corrected.outcome.problems == ()
    assert {c.decision for c in corrected.outcome.applied} == {decision}
    assert all(d.is_pair for d in rebuilt(folder))


def test_a_name_that_others_bear_is_told_with_its_document() -> None:
    findings = (letter(), report())
    names = resolve(findings).names
    sha = [f.document.sha256 for f in findings]
    two = Names(names.base, names.documents, {
        **names.actors, (sha[0], "ruritania"): Identity("x:1", "Ruritania", "Country"), (sha[1], "ruritania"): Identity("x:2", "Ruritania", "Country"),
    })  # fmt: skip
    resolution = Resolution(two, (), (Doubt("actor", "x:1", "x:2", ("Ruritania", "Ruritania"), 0.9, "one name"),))
    (pair,) = [d for d in doubtful(findings, resolution) if d.is_pair]
    assert {s.key["document"] for s in pair.sides} == {"letter.txt", "report.txt"}


def test_answers_that_do_not_fit(folder: Path) -> None:
    pair, finding = open_doubts(folder)[0], open_doubts(folder)[-1]
    with pytest.raises(CorrectionError, match="the answers are same, different, unsure"):
        decide(folder, pair, "right", by="Anna")
    with pytest.raises(CorrectionError, match="the answers are right, wrong, edit"):
        decide(folder, finding, "same", by="Anna")
    with pytest.raises(CorrectionError, match="'topic' is 'x'"):
        demand = next(d for d in open_doubts(folder) if d.kind == "demand" and not d.is_pair)
        decide(folder, demand, "edit", by="Anna", values={"topic": "x"})
    with pytest.raises(CorrectionError, match="'by' must be"):
        decide(folder, pair, "same", by=" ")
    assert not (folder / "corrections").exists()


def test_a_graph_without_doubts_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="build the graph again"):
        open_doubts(tmp_path)
    for text in ("{}[", '{"a": 1}', "[1]", "[[]]"):
        (tmp_path / DOUBTS).write_text(text)
        with pytest.raises(CorrectionError, match="cannot be read"):
            open_doubts(tmp_path)


# ---------------------------------------------------------------- writing


def test_lines_are_put_behind_those_that_are_there(tmp_path: Path) -> None:
    path = tmp_path / "corrections" / "review.jsonl"
    path.parent.mkdir()
    path.write_text('{"broken', encoding="utf-8")  # an editor left the last line open
    record(tmp_path, line("reject", "demand", quote="x"))
    record(tmp_path, line("reject", "demand", quote="y"))
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0] == '{"broken'
    assert [json.loads(text)["quote"] for text in lines[1:3]] == ["x", "y"]
    assert lines[3:] == [""]


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "corrections").write_text("a file")
    with pytest.raises(CorrectionError, match="cannot be written"):
        append(tmp_path / "corrections" / "review.jsonl", ["x"])
    with pytest.raises(CorrectionError, match="this is no correction: unknown key"):
        record(tmp_path, {**line("reject", "demand", quote="x"), "qote": 1})


@given(st.text(min_size=1), st.text())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_person_types_stays_on_its_line(tmp_path: Path, by: str, why: str) -> None:
    data = line("reject", "demand", quote="lift the ban", by=by, why=why)
    written = line_of(data)
    assert written.count("\n") == 1
    written.encode("utf-8")
    path = tmp_path / "corrections" / "review.jsonl"
    path.unlink(missing_ok=True)
    try:
        record(tmp_path, data)
    except CorrectionError as error:
        assert "'by' must be a text" in str(error)
        return
    (found,) = load_corrections(tmp_path).corrections
    assert found.why == found.why.strip()
    assert load_corrections(tmp_path).broken == ()


@pytest.mark.parametrize(
    ("kind", "field", "written", "value"),
    [
        ("demand", "issuer", "A (Person); B ; ", [{"name": "A", "class": "Person"}, "B"]),
        ("demand", "issuer", "", []),
        ("demand", "issuer", "Union (Lakes)", ["Union (Lakes)"]),
        ("demand", "status", " ", None),
        ("demand", "topic", "release ", "release"),
        ("figure", "value", "1,200", 1200.0),
        ("figure", "value", "many", "many"),
        ("affiliation", "organization", "B (Institution)", {"name": "B", "class": "Institution"}),
    ],
)
def test_what_is_typed_for_a_field(kind: str, field: str, written: str, value: object) -> None:
    assert field_value(kind, field, written) == value


def test_that_a_document_is_a_statement_is_no_doubt() -> None:
    findings, other = letter(), report()

    def asked(rule: str) -> int:
        (event, *rest) = findings.events
        own = replace(findings, events=(replace(event, confidence=0.6, rule=rule), *rest))
        return sum(f"confidence 0.60, {rule}" == d.why for d in doubtful((own, other), unsure(own, other)))

    assert (asked("rules/event/rally"), asked("rules/event/statement/own")) == (1, 0)
