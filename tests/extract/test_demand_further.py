"""Demands put as a duty, a wish, a letter, a passive, and addressees that a collective is spelt out with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Demand, Source

if TYPE_CHECKING:
    from spacy.language import Language

STATEMENT = "Statement of the Harbour League\n\n5 May 2031\n\n{}\n"


def demands(nlp: Language, sentence: str) -> dict[str, Demand]:
    (parsed,) = analyse([Source("t.txt", "t.txt", STATEMENT.format(sentence))], nlp)
    return {d.action.text: d for d in extract(parsed, authority.load()).demands}


@pytest.mark.parametrize(
    ("sentence", "action", "rule"),
    [
        ("Norland is obligated to comply with the ruling of the court.", "comply with the ruling of the court", "duty"),
        ("Tessaly has a duty to protect the fishermen.", "protect the fishermen", "duty"),
        ("The League has written a letter to the Tessaly Government to condemn the arrest.", "condemn the arrest",
         "noun-letter"),
        ("The League tasks its secretariat with preparing a report.", "preparing a report", "task-with-gerund"),
        ("The fishermen expect bolder steps from the ministry.", "bolder steps from the ministry", "expect-noun-from"),
        ("An inquiry was demanded by the Harbour League.", "An inquiry", "demand-noun-passive"),
        ("\u201cWe need to see concrete action,\u201d said Anna Velde of the Harbour League.", "concrete action", "to-see"),
        ("The governments of the region, including France and Poland, should lift the curfew.", "lift the curfew", "should"),
    ],
)  # fmt: skip
def test_asks(nlp: Language, sentence: str, action: str, rule: str) -> None:
    """Each construction asks, under a rule of its name."""
    found = demands(nlp, sentence)
    assert action in found
    assert rule in found[action].rule


@pytest.mark.parametrize(
    "sentence",
    [
        "Shops in Norland are required to close at nine.",
        "The League wrote a long letter to the Tessaly Government.",
        "The League was charged with murder.",
        "The fishermen expect bad weather from the west.",
        "An inquiry was held by the Harbour League.",
        "Anna Velde hopes to see the sea again.",
        "The League will help, should the mayor refuse.",
    ],
)
def test_asks_nothing(nlp: Language, sentence: str) -> None:
    """The same words ask nothing where no action is asked of anybody."""
    assert not demands(nlp, sentence)


def test_collective_is_spelt_out(nlp: Language) -> None:
    """*All members, including France and Poland* asks all three; who undergoes the action is not asked."""
    (demand,) = demands(nlp, "We urge all members, including France and Poland, to ratify the treaty.").values()
    assert {"france", "poland"} < set(demand.addressees)
    (demand,) = demands(nlp, "We urge Norland to release all sailors, including Anna Velde.").values()
    assert demand.addressees == ("norland",)
