"""Every word class of events fires on its own example, and not when the same is only wondered or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.event_lexicon import Trigger, triggers
from demandgraph.extract.event_needs import NEEDS
from demandgraph.extract.events import find_mentions
from demandgraph.language import analyse
from demandgraph.model import EVENT_TYPES, Source
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = {row.name: row for rows in triggers().values() for row in rows}
HEADINGS = {name for name, row in ROWS.items() if "heading" in row.needs}
# What is told beside the clause of the example is told all the same.
ASIDE = {"according", "according-report", "vote-noun", "appal", "named-meeting"} | HEADINGS


def sentence(row: Trigger) -> str:
    return row.example if row.example[-1] in ".," else f"They remembered {row.example}."


def doubted(row: Trigger) -> str:
    """The example as something that nobody knows, or that is only asked for."""
    if row.example[-1] != ".":
        return f"The council called for {row.example}."
    first = row.example.split()[0]
    named = first in {"Ana", "Kenya"}
    return f"Nobody knows whether {row.example if named else row.example[0].lower() + row.example[1:]}"


def rules(parsed: ParsedDocument, known: Authority) -> set[str]:
    """The rules that find something in a document."""
    return {mention.trigger.rule for mention in find_mentions(parsed, Cast.of(parsed, known))}


@pytest.fixture(scope="module")
def found(nlp: Language, known: Authority) -> dict[str, set[str]]:
    """The rules that find something in each sentence, all sentences read in one go."""
    texts = [*(sentence(row) for row in ROWS.values()), *(doubted(row) for row in ROWS.values())]
    documents = analyse([Source("x.txt", "x.txt", text) for text in texts], nlp)
    return {text: rules(parsed, known) for text, parsed in zip(texts, documents, strict=True)}


def test_the_table_names_known_types_needs_and_places() -> None:
    for row in ROWS.values():
        assert row.type in EVENT_TYPES
        assert row.pos in {"V", "N", "A", "P"}
        assert 0.3 <= row.weight <= 0.9
        assert all(need.partition(":")[0] in NEEDS for need in row.needs), row.name
        assert row.example


def test_every_type_has_word_classes() -> None:
    assert {row.type for row in ROWS.values()} == set(EVENT_TYPES)


def test_names_are_not_shared() -> None:
    for rows in triggers().values():
        for row in rows:
            assert ROWS[row.name] == row


@pytest.mark.parametrize("name", sorted(set(ROWS) - HEADINGS))
def test_example_is_found(name: str, found: dict[str, set[str]]) -> None:
    assert ROWS[name].rule in found[sentence(ROWS[name])]


@pytest.mark.parametrize("name", sorted(set(ROWS) - ASIDE))
def test_example_is_not_found_when_it_is_no_fact(name: str, found: dict[str, set[str]]) -> None:
    assert ROWS[name].rule not in found[doubted(ROWS[name])]


def test_headings(nlp: Language, known: Authority) -> None:
    text = (
        "The Water Council adopted a resolution on 3 May 2019\n\nThe Water Council adopted a resolution on rivers on 3 May 2019."
        "\n\n- Condemnation of censorship\n- Full support for the Teachers' Union\n"
    )
    assert {ROWS[name].rule for name in HEADINGS} <= rules(
        next(iter(analyse([Source("x.txt", "x.txt", text)], nlp))), known
    )
