"""Affiliations that clauses, lists, possessives and brackets state; each rule with sentences that it must leave alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.affiliations import find_affiliations
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], set[tuple[str, str]]]
GOLDEN = Path(__file__).with_name("affiliations.tsv")
ROWS, RIGHT = 76, 70


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    known = authority.load()

    def affiliations(text: str) -> set[tuple[str, str]]:
        whole = f"Morning Courier\n\n9 June 2031\n\n{text}\n"
        parsed = next(iter(analyse([Source("a.txt", "a.txt", whole)], nlp)))
        cast = Cast.of(parsed, known)
        found = find_affiliations(parsed, cast)
        return {(cast.entries[a.person].name, cast.entries[a.organization].name) for a in found}

    return affiliations


LUND = ("Ivo Lund", "Reef Watch")
POSITIVE = [
    ("Ivo Lund, who heads the legal team of Reef Watch, said no.", {LUND}),
    ("Ivo Lund was detained on Monday. He works for Reef Watch.", {LUND}),
    ("Ivo Lund, who works as a lawyer for Reef Watch, said no.", {LUND}),
    ("Ivo Lund, speaking on behalf of Reef Watch, said no.", {LUND}),
    ("Ivo Lund resigned as chair of Reef Watch.", {LUND}),
    ("Reef Watch elected Ivo Lund as its president.", {LUND}),
    ("Ivo Lund, one of the founders of Reef Watch, said no.", {LUND}),
    ("Reef Watch called for a strike. Its chair, Ivo Lund, said no.", {LUND}),
    ("The panel was opened by Ivo Lund (Director, Reef Watch).", {LUND}),
    ("Reef Watch members Ivo Lund and Ana Orr were detained.", {LUND, ("Ana Orr", "Reef Watch")}),
    ("Ivo Lund and Ana Orr of Reef Watch were detained.", {LUND, ("Ana Orr", "Reef Watch")}),
    ("Ministers Ana Orr of Norway and Ivo Lund of Denmark met.", {("Ana Orr", "Norway"), ("Ivo Lund", "Denmark")}),
    ("Ivo Lund (Norway) said that his delegation agreed.", {("Ivo Lund", "Norway")}),
    ("Ivo Lund, the Danish counterpart of the minister, agreed.", {("Ivo Lund", "Denmark")}),
    ("The delegation of Norway was headed by Ivo Lund.", {("Ivo Lund", "Norway")}),
]


@pytest.mark.parametrize(("text", "expected"), POSITIVE, ids=[t for t, _ in POSITIVE])
def test_stated(read: Reader, text: str, expected: set[tuple[str, str]]) -> None:
    assert read(text) == expected


NEGATIVE = [
    "Ivo Lund does not work for Reef Watch.",
    "Ivo Lund wants to lead Reef Watch.",
    "Ivo Lund could head Reef Watch one day.",
    "Ivo Lund directed Reef Watch to publish the list.",
    "Ivo Lund joined Reef Watch in calling for a strike.",
    "Ivo Lund was arrested together with members of Reef Watch.",
    "Ivo Lund spoke about Reef Watch at length.",
    "Ivo Lund (Norway) won the race.",
    "Ivo Lund of Norway won the race.",
    "Ivo Lund met the members of Reef Watch and Ana Orr.",
]


@pytest.mark.parametrize("text", NEGATIVE)
def test_not_stated(read: Reader, text: str) -> None:
    assert not read(text)


def test_golden_sentences(read: Reader) -> None:
    """How many of the sentences of own writing are read without a miss and without an addition."""
    rows = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line]
    right = 0
    for text, expected in rows:
        wanted = {tuple(pair.split(">")) for pair in expected.split("; ") if pair}
        right += read(text.replace("\\n", "\n")) == wanted
    assert len(rows) == ROWS
    assert right >= RIGHT  # as measured
