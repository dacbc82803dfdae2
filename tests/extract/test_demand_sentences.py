"""Single sentences of many genres with the demands that they hold. All sentences are invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

CASES = Path(__file__).with_name("demand_sentences.tsv")
"""Text, tab, ``-`` or ``issuers>addressees/force/action`` joined by ``;;``; ``+`` joins names, ``?`` leaves one open."""
RIGHT = 60
"""How many of the sentences come out wholly right."""
Found = tuple[list[str], list[str], str, str]


@pytest.fixture(scope="module")
def cases(nlp: Language) -> list[tuple[str, str, list[Found]]]:
    """Each text with what is expected and what is found."""
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()]
    texts = [
        row[0].replace("\\n", "\n") if "\\n" in row[0] else f"Harbour Times\n\n9 June 2031\n\n{row[0]}\n"
        for row in rows
    ]
    known = authority.load()
    found: list[list[Found]] = []
    for parsed in analyse([Source(f"{n}.txt", f"{n}.txt", text) for n, text in enumerate(texts)], nlp):
        cast = Cast.of(parsed, known)
        demands = find_demands(parsed, cast, ())
        name = {ident: entry.name for ident, entry in cast.entries.items()}
        found.append(
            [([name[i] for i in d.issuers], [name[i] for i in d.addressees], d.force, d.action.text) for d in demands]
        )
    return [(row[0], row[1], demands) for row, demands in zip(rows, found, strict=True)]


def same(expected: str, names: list[str]) -> bool:
    """Whether the names are those expected; a shorter form of a name is the same name."""
    wanted = [] if not expected else expected.casefold().split("+")
    return expected == "?" or (
        len(wanted) == len(names) and all(any(w in n.casefold() or n.casefold() in w for n in names) for w in wanted)
    )


def overlap(left: str, right: str) -> float:
    """The share of words that two texts have in common."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (left, right))
    return 2 * len(a & b) / (len(a) + len(b))


def right(expected: str, found: list[Found]) -> bool:
    """Whether the demands found are those expected, with their roles."""
    wanted = [] if expected == "-" else expected.split(";;")
    if len(wanted) != len(found):
        return False
    for want in wanted:
        who, rest = want.split(">", 1)
        whom, force, action = rest.split("/", 2)
        best = max(found, key=lambda f: overlap(f[3], action))
        if overlap(best[3], action) < 0.7 or force not in {"?", best[2]}:
            return False
        if not same(who, best[0]) or not same(whom, best[1]):
            return False
    return True


def test_as_many_sentences_are_right_as_were_measured(cases: list[tuple[str, str, list[Found]]]) -> None:
    wrong = [(text, found) for text, expected, found in cases if not right(expected, found)]
    assert len(cases) - len(wrong) == RIGHT, wrong


def test_hardly_anything_is_found_where_nothing_is_asked(cases: list[tuple[str, str, list[Found]]]) -> None:
    assert [text for text, expected, found in cases if expected == "-" and found] == []
