"""Corrections files: what they may hold, and what is said of what they may not."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demandgraph.corrections import load_corrections
from demandgraph.corrections.correction import ActorName, Key
from demandgraph.corrections.form import FormError
from demandgraph.corrections.reading import correction_of, parse, read
from demandgraph.errors import CorrectionError

ROOT = Path(__file__).resolve().parents[2]
WHO = {"by": "Anna Kovar", "when": "2031-06-01"}
REJECT = {"decision": "reject", "kind": "demand", "document": "a.txt", "quote": "lift the ban", **WHO}
SAME = {"decision": "same", "kind": "actor", "one": {"name": "A"}, "other": {"name": "B"}, **WHO}
EXAMPLES = [
    line
    for line in (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8").splitlines()
    if line.startswith('{"')
]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json.loads((ROOT / "docs" / "corrections.schema.json").read_text(encoding="utf-8"))


def is_valid(data: object, schema: dict[str, Any]) -> bool:
    """By the published schema."""
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator(schema).is_valid(data)


def reason(data: object) -> str:
    """Why an object is no correction; empty if it is one."""
    try:
        correction_of(parse(json.dumps(data)))
    except FormError as error:
        return str(error)
    return ""


def test_the_page_has_an_example_of_each_decision(schema: dict[str, Any]) -> None:
    assert len(EXAMPLES) == 16
    found = [correction_of(parse(line)) for line in EXAMPLES]
    assert {c.decision for c in found} == {"same", "different", "unsure", "confirm", "reject", "edit", "add"}
    assert {c.kind for c in found} == {"actor", "demand", "event", "affiliation", "figure"}
    assert all(is_valid(json.loads(line), schema) for line in EXAMPLES)


def test_the_schema_is_that_of_the_checks(schema: dict[str, Any]) -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "make_corrections_schema.py"))
    assert (ROOT / "docs" / "corrections.schema.json").read_text(encoding="utf-8") == made["text"]()


BROKEN = [
    ({}, "lacks 'decision'"),
    ({**REJECT, "decision": "rejekt"}, "'decision' is 'rejekt', which is unknown; did you mean 'reject'?"),
    ({**REJECT, "kind": "figment"}, "'kind' is 'figment', which is unknown"),
    ({k: v for k, v in REJECT.items() if k != "by"}, "lacks 'by'"),
    ({k: v for k, v in REJECT.items() if k != "quote"}, "lacks 'quote' or 'action'"),
    ({k: v for k, v in REJECT.items() if k != "document"}, "lacks 'document' or 'sha256'"),
    ({**REJECT, "qoute": "x"}, "unknown key 'qoute'; did you mean 'quote'?"),
    ({**REJECT, "set": {"topic": "release"}}, "unknown key 'set'"),
    ({**REJECT, "quote": "  "}, "'quote' must be a text that is not empty"),
    ({**REJECT, "quote": 7}, "'quote' must be a text"),
    ({**REJECT, "when": "yesterday"}, "'when' must be a date or time"),
    ({**REJECT, "when": 20310601}, "'when' must be a date or time"),
    ({**REJECT, "occurrence": 0}, "'occurrence' must be a whole number from 1"),
    ({**REJECT, "sha256": "abc"}, "'sha256' must be 64 hexadecimal digits"),
    ({**REJECT, "decision": "edit"}, "lacks 'set'"),
    (
        {**REJECT, "decision": "edit", "set": {"topic": "relase"}},
        "'topic' is 'relase', which is unknown; did you mean 'release'?",
    ),
    ({**REJECT, "decision": "edit", "set": {"isuer": "x"}}, "unknown field 'isuer'; did you mean 'issuer'?"),
    ({**REJECT, "decision": "edit", "set": {"issuer": 3}}, "'issuer' must be a name"),
    ({**REJECT, "decision": "edit", "set": {"issuer": {"name": "x", "class": "Pirson"}}}, "did you mean 'Person'?"),
    ({**REJECT, "decision": "edit", "set": []}, "'set' must be an object"),
    ({**REJECT, "kind": "event", "decision": "add"}, "lacks 'class'"),
    ({**REJECT, "kind": "event", "decision": "edit", "set": {"date": "2031-13"}}, "'date' must be a date"),
    ({**REJECT, "kind": "figure", "decision": "add", "value": "many"}, "'value' must be a number"),
    ({**REJECT, "decision": "same"}, "unknown key 'document'"),
    ({**SAME, "kind": "figure"}, "decision 'same' is not made on a figure"),
    ({k: v for k, v in SAME.items() if k != "other"}, "lacks 'other'"),
    ({**SAME, "other": "B"}, "other: must be an object"),
    ({**SAME, "other": {"nme": "B"}}, "other: unknown key 'nme'"),
    ({**SAME, "other": {"class": "Person"}}, "other: lacks 'name'"),
    ({**SAME, "other": {"name": "A"}}, "'one' and 'other' are the same"),
]


@pytest.mark.parametrize(("data", "why"), BROKEN, ids=[why for _, why in BROKEN])
def test_what_is_wrong_is_said(data: dict[str, Any], why: str, schema: dict[str, Any]) -> None:
    assert why in reason(data)
    # What a schema cannot say: that two sides differ, and which days there are.
    if "are the same" not in why and "must be a date" not in why:
        assert not is_valid(data, schema)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"decision": "reject"', "is not JSON"),
        ("[1]", "is not a JSON object"),
        ('{"by": "a", "by": "b"}', "has the key 'by' twice"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('{"value": ' + "9" * 5000 + "}", "is not JSON that can be read"),
    ],
)
def test_a_line_that_is_no_object(text: str, why: str) -> None:
    with pytest.raises(FormError, match=why):
        parse(text)


def test_what_is_read() -> None:
    data = {
        **REJECT, "decision": "edit", "occurrence": 2, "iri": "x:y", "why": "so",
        "set": {"issuer": ["Lake Bank", {"name": "Tessaly", "class": "Country"}], "status": None, "addressee": []},
    }  # fmt: skip
    found = correction_of(data, "f.jsonl", 3)
    assert found.keys == (Key(document="a.txt", quote="lift the ban", occurrence=2),)
    assert dict(found.values) == {
        "issuer": (ActorName("Lake Bank"), ActorName("Tessaly", "Country")), "status": None, "addressee": (),
    }  # fmt: skip
    assert found.where == "f.jsonl:3"
    assert found.id == correction_of(dict(reversed(data.items())), "g.jsonl", 9).id
    assert correction_of({**REJECT, "when": "2031-06-01T01:00:00+02:00"}).time < correction_of(REJECT).time


def test_the_rest_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b"\xef\xbb\xbf" + json.dumps(REJECT).encode() + b"\r\n\n{broken\n\xff\xfe\n" + json.dumps(SAME).encode()
    )
    before = path.read_bytes()
    good, bad = read(path, "a.jsonl")
    assert [c.decision for c in good] == ["reject", "same"]
    assert [p.where for p in bad] == [("a.jsonl:3",), ("a.jsonl:4",)]
    assert path.read_bytes() == before


def test_files_are_found(tmp_path: Path) -> None:
    graph, other = tmp_path / "g", tmp_path / "team"
    for folder in (graph / "corrections", other):
        folder.mkdir(parents=True)
    (graph / "corrections" / "a.jsonl").write_text(json.dumps(REJECT))
    (graph / "corrections" / "notes.txt").write_text("no corrections")
    (other / "b.jsonl").write_text(json.dumps(REJECT) + "\n" + json.dumps(SAME))
    loaded = load_corrections(graph, [other, other / "b.jsonl", graph / "corrections"])
    assert [c.decision for c in loaded.corrections] == ["reject", "same"]  # each once
    assert loaded.files == (str(other / "b.jsonl"), "corrections/a.jsonl")
    assert load_corrections(tmp_path / "nowhere").corrections == ()
    with pytest.raises(CorrectionError, match="there is no such file"):
        load_corrections(graph, [tmp_path / "nowhere"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorrectionError, match="holds no corrections"):
        load_corrections(graph, [tmp_path / "empty"])


def test_a_folder_named_like_a_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "corrections" / "x.jsonl").mkdir(parents=True)
    assert load_corrections(tmp_path).files == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "decision",
        "kind",
        "by",
        "when",
        "why",
        "one",
        "other",
        "set",
        "document",
        "quote",
        "name",
        "class",
        "action",
        "value",
    ]
)
VALUES = JSON | st.sampled_from(
    ["reject", "edit", "add", "same", "actor", "demand", "event", "2031", "2031-06-01", "Person"]
)


@given(st.dictionaries(NAMES, VALUES))
@settings(max_examples=300, deadline=None)
def test_nothing_but_a_form_error_comes_of_strange_lines(data: dict[str, Any]) -> None:
    """Lone surrogates, huge numbers, nested lists: a correction, or one sentence."""
    reason({**REJECT, **data})
    reason(data)
