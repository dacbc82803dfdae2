"""Two invented documents with findings as an extractor might make them, and lines about them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from demandgraph.corrections import Corrected, Loaded, apply
from demandgraph.corrections.reading import correction_of, parse
from demandgraph.grounding import ground
from demandgraph.model import Actor, Affiliation, Demand, Document, Event, Figure, Findings, Phrase

LETTER = (
    "The Guild of Printers urges Ruritania to lift the ban on\nnewspapers and to free Ilse Tamm. "
    "On 2 March the police dispersed a rally in Strelsau; 40 people were held. "
    "Oren Vasko, chairman of the Guild of Printers, would welcome observers. The Guild urges nothing else."
)
REPORT = (
    "On 2 March a rally was dispersed in Strelsau. The Printers' Guild asked Ruritania to lift the ban on newspapers."
)


def phrase(text: str, words: str) -> Phrase:
    begin = text.index(words)
    return Phrase(begin, begin + len(words), words)


def document(name: str, text: str) -> Document:
    import hashlib

    return Document(name, f"in/{name}", text, hashlib.sha256(text.encode()).hexdigest(), date="2031-03-05")


def letter(text: str = LETTER, name: str = "letter.txt") -> Findings:
    """What a letter says: two demands in one sentence, an event, an affiliation and a figure."""
    first = phrase(text, text[text.index("The Guild of Printers urges") : text.index(" On 2 March")])
    rally = phrase(text, "On 2 March the police dispersed a rally in Strelsau; 40 people were held")
    found = Findings(
        document(name, text),
        actors=(
            Actor("guild", "Guild of Printers", "Organization", ("Guild",), (phrase(text, "Guild of Printers"),)),
            Actor("ruritania", "Ruritania", "Country", (), (phrase(text, "Ruritania"),)),
            Actor("tamm", "Ilse Tamm", "Person", (), (phrase(text, "Ilse Tamm"),)),
            Actor("vasko", "Oren Vasko", "Person", (), (phrase(text, "Oren Vasko"),)),
            Actor("police", "police", "Group", (), (phrase(text, "police"),)),
        ),
        demands=(
            Demand("d1", phrase(text, "lift the ban on\nnewspapers"), (first,), ("guild",), ("ruritania",), made_at=("e1",),
                   topic="civil-society", confidence=0.9, rule="rules/demand/urge"),
            Demand("d2", phrase(text, "free Ilse Tamm"), (first,), ("guild",), ("ruritania",), ("tamm",), topic="release",
                   confidence=0.6, rule="rules/demand/urge"),
        ),
        events=(Event("e1", "Demonstration", (rally,), "2031-03-02", "Strelsau", ("police",), confidence=0.7, rule="r"),),
        affiliations=(
            Affiliation("m1", "vasko", "guild", "chairman", (phrase(text, "Oren Vasko, chairman of the Guild of Printers"),)),
        ),
        figures=(Figure("f1", 40, "people", (rally,), event="e1"),),
    )  # fmt: skip
    assert ground(found) == (found, ())
    return found


def report(text: str = REPORT, name: str = "report.txt") -> Findings:
    """What a report says: the first of these demands by another name, and the same event."""
    found = Findings(
        document(name, text),
        actors=(
            Actor("guild", "Printers' Guild", "Organization", (), (phrase(text, "Printers' Guild"),)),
            Actor("ruritania", "Ruritania", "Country", (), (phrase(text, "Ruritania"),)),
        ),
        demands=(
            Demand("d1", phrase(text, "lift the ban on newspapers"), (phrase(text, text[text.index("The Printers'") :]),),
                   ("guild",), ("ruritania",), topic="civil-society", confidence=0.9, rule="r"),
        ),
        events=(Event("e1", "Demonstration", (phrase(text, "On 2 March a rally was dispersed in Strelsau"),), rule="r"),),
    )  # fmt: skip
    assert ground(found) == (found, ())
    return found


def line(decision: str, kind: str, **keys: Any) -> dict[str, Any]:
    """A line about the letter, made by Anna on 1 June unless told otherwise."""
    where = {} if decision in ("same", "different", "unsure") or kind == "actor" else {"document": "letter.txt"}
    return {"decision": decision, "kind": kind, **where, "by": "Anna", "when": "2031-06-01", **keys}


def loaded(*lines: dict[str, Any]) -> Loaded:
    """Lines as they are loaded from a file."""
    found = [correction_of(parse(json.dumps(data)), "f.jsonl", n) for n, data in enumerate(lines, start=1)]
    unique = {c.text: c for c in found}
    return Loaded(tuple(unique[text] for text in sorted(unique)), (), ("f.jsonl",))


Correct = Callable[..., Corrected]


@pytest.fixture
def correct() -> Correct:
    """Applies lines to the letter and the report, or to other findings."""

    def run(*lines: dict[str, Any], on: tuple[Findings, ...] | None = None) -> Corrected:
        known = {"Lake Bank": "Organization"}
        return apply(on or (letter(), report()), loaded(*lines), known.get)

    return run
