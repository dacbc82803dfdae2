"""Every trigger of the frame tables: its own example asks, the same words under *if* or in the past do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.extract.frames import NOUNS, PREDICATES, VERBS
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = """Statement by the Society of Friends of Zubrovia

May 3, 2021

The Society of Friends of Zubrovia met yesterday in the capital to discuss the events of the past weeks.

{}
"""
Rules = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def rules(nlp: Language) -> Rules:
    """The rules that find something in a sentence of a statement."""
    known = authority.load()

    def run(sentence: str) -> list[str]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", TEXT.format(sentence))], nlp)))
        return [d.rule for d in find_demands(parsed, Cast.of(parsed, known), ())]

    return run


@pytest.mark.parametrize("lemma", VERBS)
def test_verb(rules: Rules, lemma: str) -> None:
    """A verb asks in its example and not in a condition."""
    example = VERBS[lemma].example
    assert any(f"/{lemma}-" in rule for rule in rules(f"The Society {example}."))
    assert not any(f"/{lemma}-" in rule for rule in rules(f"If the Society {example}, nobody would hear it."))


@pytest.mark.parametrize("lemma", NOUNS)
def test_noun(rules: Rules, lemma: str) -> None:
    """A noun asks in its example and not in a question."""
    example = NOUNS[lemma].example
    assert any(f"/noun-{lemma}-" in rule for rule in rules(f"The Society repeated {example}."))
    assert not any(f"/noun-{lemma}-" in rule for rule in rules(f"Who has heard of {example} by Monday?"))


@pytest.mark.parametrize("word", PREDICATES)
def test_predicate(rules: Rules, word: str) -> None:
    """*It is … to* asks, *it was … to* tells."""
    asked = rules(f"It is {word} that the road be opened.") + rules(f"It is {word} to open the road.")
    assert any(f"/it-is-{word}-" in rule for rule in asked)
    assert not rules(f"It was {word} to open the road in winter.")
