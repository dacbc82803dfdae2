"""Coordination: where what is asked is cut into single actions, and where not. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.extract.coordination import split

if TYPE_CHECKING:
    from spacy.language import Language

VERBS = [
    ("investigate and prosecute the killings.", ["investigate and prosecute the killings"]),
    ("free the miners and drop the charges.", ["free the miners", "drop the charges"]),
    (
        "end abuses, allow access for aid and start talks.",
        ["end abuses", "allow access for aid", "start talks"],
    ),
    ("take measures to shield pupils and defend their teachers.", None),
    ("take steps to trace, arrest and try the smugglers.", None),
    ("give priority to and promote their access to schools.", None),
    (
        "adopt laws to regulate rifles, monitor the dealers, and provide remedies.",
        ["adopt laws to regulate rifles", "monitor the dealers", "provide remedies"],
    ),
    ("promote dialogue, human rights, and respect for minorities.", None),
    ("open the border or pay for the detour.", None),
]
NOUNS = [
    ("the release of the miners and the restoration of their rights.", 2),
    ("the immediate and unconditional release of the miners.", 1),
    ("support for schools, libraries and museums.", 1),
    ("thorough investigation and prosecution of the crimes.", 1),
    ("new, free and fair elections.", 1),
    ("compensation and restoration of the old borders.", 2),
    ("an end to the raids and for the return of the ships.", 2),
    ("their release, and that all charges be dropped.", 2),
]


@pytest.mark.parametrize(("content", "expected"), VERBS, ids=[v[0][:30] for v in VERBS])
def test_verbs(nlp: Language, content: str, expected: list[str] | None) -> None:
    """Verbs with objects of their own are single actions; ``None`` stands for one action."""
    doc = nlp("They must " + content)
    cuts = split(doc, 2, len(doc) - 1, "infinitive")
    texts = [doc[a:b].text.strip(" ,") for a, b in cuts]
    assert texts == (expected if expected is not None else [content.rstrip(".")])


@pytest.mark.parametrize(("content", "count"), NOUNS, ids=[n[0][:30] for n in NOUNS])
def test_nouns(nlp: Language, content: str, count: int) -> None:
    """Nouns of action with phrases of their own are single actions, their objects are not."""
    doc = nlp("We call for " + content)
    assert len(split(doc, 3, len(doc) - 1, "noun")) == count


def test_never_empty(nlp: Language) -> None:
    """Whatever the words, each cut holds at least one token and the cuts keep their order."""
    doc = nlp("and, and; and to , and")
    for kind in ("infinitive", "gerund", "clause", "noun", "finite", "whole"):
        cuts = split(doc, 0, len(doc), kind)
        assert cuts == sorted(cuts) and all(a < b for a, b in cuts)
