"""Clauses of resolutions in the parliamentary form: recitals and resolves without a line that names the body."""

from __future__ import annotations

import pytest

from demandgraph.language.kinds import kind_of
from demandgraph.language.layout import lay_out

UNION = """Resolution on Ferry Safety

Whereas, the ferries of the lake are old and nobody inspects them; and

WHEREAS: two sailors died in March when the boilers of a ferry burst; therefore be it

Resolved, that the Lake Workers call on the ministry to inspect all ferries; and be it further

RESOLVED, on large lakes, that two sailors be required on each deck.

Adopted by the Lake Workers on 3 May 2019
"""


def kinds(text: str) -> list[str]:
    return [b.kind for b in lay_out(text)]


def test_recitals_and_resolves() -> None:
    assert kinds(UNION) == ["title", "preamble", "preamble", "operative", "operative", "vote"]
    assert kind_of(UNION, lay_out(UNION), "Resolution on Ferry Safety") == "Resolution"


def test_the_formula_is_kept_from_the_parser() -> None:
    block = lay_out(UNION)[3]
    hidden = [UNION[b:e] for b, e in block.skipped]
    assert hidden == ["Resolved, that ", "; and be it further"]
    assert block.virtual == ""
    assert [UNION[b:e] for b, e in lay_out(UNION)[4].skipped] == []  # the clause begins further on


@pytest.mark.parametrize(
    "text",
    [
        "Resolved issues are listed below, with their dates, for the crews.\n\nThe sea is calm, and we sail.\n",
        "The dispute was resolved, that much is certain, and the crews went home for good.\n\nNothing else was said.\n",
    ],
)
def test_no_resolution(text: str) -> None:
    assert not {"operative", "preamble"} & set(kinds(text))


def test_a_list_under_the_formula_keeps_its_body() -> None:
    text = """IN THE SENATE OF NORWICK

Whereas the ferries are old;

Resolved, That the Senate—

(1) urges the ministry to inspect all ferries; and

(2) calls on the owners to repair them.
"""
    assert kinds(text).count("operative") == 2
    assert "body" in kinds(text)


SPEECH = """Statement by the Minister of Harbours of Norwick

Harbour Hall, Northport

Chair of the Council,

Excellencies,

Distinguished delegates,

It is my honour to speak to you about the ferries of the lake.

Mr. President,

We have repaired forty ferries in two years.
"""


def test_greetings_of_a_speech_are_no_address() -> None:
    found = lay_out(SPEECH)
    assert "address" not in [b.kind for b in found]
    assert next(SPEECH[b.begin : b.end] for b in found if b.kind == "salutation") == "Chair of the Council,"
    assert kind_of(SPEECH, found, None) == "Speech"


def test_a_letter_keeps_its_address() -> None:
    text = """Ida Hall
Minister of Harbours

Dear Minister,

We write to ask you to inspect the ferries of the lake before the summer.

Yours sincerely,
Ole Marsk
"""
    assert kinds(text)[:2] != ["paragraph", "paragraph"]
    assert "address" in kinds(text)
    assert kind_of(text, lay_out(text), None) == "Appeal"
