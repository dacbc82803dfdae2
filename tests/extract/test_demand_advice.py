"""Advice, what is overdue, and where the words of an action end: tails that spell it out, statements that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

STATEMENT = "Statement of the Harbour League\n\n5 May 2031\n\n{}\n"
RESOLUTION = "The Assembly of Norland,\n\nRecalling its earlier decisions,\n\n1. {};\n"


def actions(nlp: Language, text: str) -> dict[str, str]:
    """The rule of each action of a document."""
    (parsed,) = analyse([Source("t.txt", "t.txt", text)], nlp)
    return {d.action.text: d.rule for d in extract(parsed, authority.load()).demands}


@pytest.mark.parametrize(
    ("sentence", "action", "rule"),
    [
        ("The Tessaly Government would be well advised to open its ports to foreign boats.",
         "open its ports to foreign boats", "rules/demand/would-be-well-advised"),
        ("The ministry would do well to publish the report.", "publish the report", "rules/demand/would-do-well"),
        ("It is time the ministry opened the harbour.", "opened the harbour", "rules/demand/it-is-time-that"),
    ],
)  # fmt: skip
def test_advice_and_what_is_overdue_ask(nlp: Language, sentence: str, action: str, rule: str) -> None:
    """Each construction asks, under a rule of its name."""
    assert actions(nlp, STATEMENT.format(sentence)) == {action: rule}


@pytest.mark.parametrize(
    "sentence",
    [
        "The crew would be well aware of the storm.",
        "The fishermen did well to leave the harbour.",
        "The captain was well advised to stay at home.",
        "It was time the boats left.",
    ],
)
def test_the_same_words_ask_nothing(nlp: Language, sentence: str) -> None:
    """Advice needs its modal, what is overdue its present tense."""
    assert not actions(nlp, STATEMENT.format(sentence))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Urges States to repair all their old harbours, including by dredging the channels, marking the shoals, "
         "lighting the piers and paying the pilots on time", ["repair all their old harbours"]),
        ("Urges States to repair all their old harbours, including those of the delta",
         ["repair all their old harbours, including those of the delta"]),
        ("Calls upon States to consider signing the treaty, as well as to publish the lists of vessels",
         ["consider signing the treaty", "publish the lists of vessels"]),
        ("Urges States to repair boats as well as nets", ["repair boats as well as nets"]),
        ("Stresses that States must protect the fishermen, and that failure to do so harms the trust of the public",
         ["protect the fishermen"]),
    ],
)  # fmt: skip
def test_where_an_action_ends(nlp: Language, clause: str, expected: list[str]) -> None:
    """A long tail that spells an action out is no part of it, nor what the sentence states besides; a short tail is."""
    assert list(actions(nlp, RESOLUTION.format(clause))) == expected
