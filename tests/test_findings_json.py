"""Findings come back from JSON as they were, and nothing else does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demandgraph.cache import Entry, read_entry, written
from demandgraph.findings_json import decode, encode
from demandgraph.grounding import ground
from demandgraph.model import Actor, Affiliation, Demand, Document, Event, Figure, Findings, Phrase, Source

TEXT = "The Lake Guild urges Varania to act, “now” 😀 – twelve times."


def document(text: str = TEXT, **about: str | None) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document("a.txt", "in/a.txt", text, sha256, **about)  # type: ignore[arg-type]


def back(findings: Findings) -> Findings:
    d = findings.document
    return decode(json.loads(json.dumps(encode(findings))), d.file_name, d.source, d.text, d.sha256)


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(
    lambda at: Phrase(at[0], min(at[0] + at[1], len(TEXT)), TEXT[at[0] : min(at[0] + at[1], len(TEXT))])
)
NAMES = st.text(max_size=20)
SOME = st.lists(NAMES, max_size=3).map(tuple)
PHRASES = st.lists(SPANS, max_size=3).map(tuple)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**20)
FINDINGS = st.builds(
    Findings,
    st.builds(document, title=st.none() | NAMES, date=st.none() | NAMES, kind=NAMES, language=NAMES),
    st.lists(st.builds(Actor, NAMES, NAMES, NAMES, SOME, PHRASES, st.none() | NAMES, SOME), max_size=2).map(tuple),
    st.lists(
        st.builds(Demand, NAMES, SPANS, PHRASES, SOME, SOME, SOME, SOME, NAMES, NAMES, SOME, st.none() | NAMES,
                  st.none() | SPANS, st.none() | SPANS, NUMBERS, NAMES, st.none() | st.integers()),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(Event, NAMES, NAMES, PHRASES, st.none() | NAMES, st.none() | NAMES, SOME, SOME, NUMBERS, NAMES),
        max_size=2,
    ).map(tuple),
    st.lists(st.builds(Affiliation, NAMES, NAMES, NAMES, st.none() | NAMES, PHRASES), max_size=2).map(tuple),
    st.lists(st.builds(Figure, NAMES, NUMBERS, st.none() | NAMES, PHRASES), max_size=2).map(tuple),
    SOME,
    st.lists(st.tuples(SPANS, NAMES), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(FINDINGS)
def test_findings_come_back_as_they_were(findings: Findings) -> None:
    same = back(findings)
    assert same == findings
    assert repr(same) == repr(findings)  # 1 and 1.0 are equal, but are written differently


@settings(max_examples=60, deadline=None)
@given(FINDINGS, SOME)
def test_entries_come_back_as_they_were(findings: Findings, dropped: tuple[str, ...]) -> None:
    grounded, _ = ground(findings)
    entry = Entry(grounded, dropped)
    assert repr(read_entry(written(entry), Source("a.txt", "in/a.txt", TEXT))) == repr(entry)


def test_an_entry_of_another_text_is_refused() -> None:
    entry = Entry(Findings(document(), stances=((Phrase(40, 44, TEXT[40:44]), "scare-quotes"),)))
    with pytest.raises(ValueError, match="outside the text"):
        read_entry(written(entry), Source("a.txt", "in/a.txt", "short"))


def test_what_the_text_does_not_bear_out_is_refused() -> None:
    entry = Entry(Findings(document(), events=(Event("e0", "Party", (Phrase(0, 3, "The"),)),)))
    with pytest.raises(ValueError, match="not borne out"):
        read_entry(written(entry), Source("a.txt", "in/a.txt", TEXT))


def test_everything_that_is_left_out_is_a_default() -> None:
    assert encode(Findings(document())) == {"document": {}}
    assert "0.5" not in json.dumps(encode(Findings(document(), (Actor("a", "b", "Person"),))))


GOOD = encode(
    Findings(
        document(title="A"),
        (Actor("a0", "Lake Guild", "Organization", mentions=(Phrase(4, 14, "Lake Guild"),)),),
        (Demand("d0", Phrase(32, 35, "act"), (Phrase(0, 36, TEXT[:36]),), ("a0",), strength=3),),
        figures=(Figure("f0", 12.0, "times", (Phrase(47, 53, "twelve"),)),),
        stances=((Phrase(38, 41, "now"), "scare-quotes"),),
    )
)


def paths(value: object, at: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The places of all values in JSON."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(p for k, v in parts for p in paths(v, (*at, k)))]


def with_value(value: object, at: tuple[object, ...], new: object) -> object:
    """JSON with another value at a place."""
    if not at:
        return new
    parts = dict(value) if isinstance(value, dict) else list(value)  # type: ignore[call-overload]
    parts[at[0]] = with_value(parts[at[0]], at[1:], new)
    return parts


def test_values_of_another_shape_are_refused() -> None:
    """Whatever stands at whatever place, the answer is findings or ``ValueError``."""
    d = document()
    assert decode(GOOD, d.file_name, d.source, d.text, d.sha256)
    refused = 0
    for at in paths(GOOD):
        for new in (None, True, -1, 1.5, 10**30, float("nan"), "x", [], [[]], [1], [1, 2, 3], {}, {"x": 1}):
            try:
                found = decode(with_value(GOOD, at, new), d.file_name, d.source, d.text, d.sha256)
            except ValueError:
                refused += 1
            else:
                assert back(found) == found
                assert ground(found)[0].document.text == TEXT
    assert refused > 300


def test_fields_that_are_given_cannot_be_forged() -> None:
    d = document()
    for name in ("text", "sha256", "file_name", "source"):
        forged = {**GOOD, "document": {name: "x"}}
        with pytest.raises(ValueError, match="given"):
            decode(forged, d.file_name, d.source, d.text, d.sha256)


def test_phrases_take_their_words_from_the_text() -> None:
    d = document()
    lied = replace(Findings(d), stances=((Phrase(0, 3, "lie"), "x"),))
    assert back(lied).stances[0][0].text == "The"
