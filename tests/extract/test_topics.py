"""Topics: invented actions of each class, and the lexicon's own consistency."""

from __future__ import annotations

from pathlib import Path

import pytest

from demandgraph.extract.topics import lexicon, topic_of
from demandgraph.model import TOPICS

EXAMPLES = [
    ("release", "free all political prisoners"),
    ("equality", "the islanders should be afforded the same rights"),
    ("equality", "promote access without discrimination to housing and credit"),
    ("end-violations", "ensure that no one is held in secret detention"),
    ("end-violations", "stop using prison labour"),
    ("end-violations", "allow the union to operate freely"),
    ("sanctions", "impose further economic costs on the aggressor"),
    ("sanctions", "adopt a further round of targeted measures against officials"),
    ("social-economic", "reduce reliance on imported gas"),
    ("civil-society", "let affected communities take part in decisions"),
    ("civil-society", "create a fund for exiled newspapers"),
    ("diplomacy", "develop friendly relations with other States"),
    ("release", "drop the charges against the students"),
    ("end-violations", "put an end to torture"),
    ("end-violations", "repeal the ban on the newspaper"),
    ("treatment", "give the detainees access to their lawyers"),
    ("redress", "pay compensation to the families"),
    ("accountability", "bring the killers to justice"),
    ("documentation", "renew the mandate of the Special Rapporteur"),
    ("sanctions", "freeze the assets of the generals"),
    ("non-recognition", "not recognise the sham government"),
    ("elections", "hold free elections by June"),
    ("civil-society", "fund independent media"),
    ("protection-abroad", "simplify visas for exiles"),
    ("diplomacy", "summon the ambassador"),
    ("security", "withdraw its troops from the valley"),
    ("humanitarian", "let relief convoys through"),
    ("equality", "end discrimination against minorities"),
    ("social-economic", "cancel the debt and invest in schools"),
    ("law-reform", "ratify the Optional Protocol"),
    ("procedure", "submit a report to the Council at its next session"),
    ("other", "wear black on Sunday"),
    ("release", "commute the sentence of the painter"),
    ("release", "the case against the painter be dismissed"),
    ("end-violations", "stop the demolition of the herders' huts"),
    ("end-violations", "unblock the websites of the newspapers"),
    ("treatment", "let her family visit her"),
    ("redress", "give back the land taken from the herders"),
    ("documentation", "publish the figures on violence"),
    ("sanctions", "stop importing timber from the zone"),
    ("sanctions", "suspend budget support to the junta"),
    ("civil-society", "protect human rights defenders"),
    ("protection-abroad", "open the border to refugees"),
    ("diplomacy", "boycott the summit in the capital"),
    ("security", "pull its artillery back from the river"),
    ("humanitarian", "let aid convoys reach the besieged town"),
    ("equality", "respect the rights of national minorities"),
    ("equality", "outlaw child marriage"),
    ("social-economic", "close the coal mine"),
    ("social-economic", "sign the trade agreement"),
    ("procedure", "adjourn the debate"),
    ("law-reform", "ratify the Convention on the Rights of the Child"),
    ("social-economic", "pay the dockers the overtime that they earned"),
    ("redress", "pay damages to the widows of the dockers"),
    ("social-economic", "no more drilling in the delta"),
    ("social-economic", "keep the language courses open"),
    ("social-economic", "settle the contract talks with the dockers"),
    ("elections", "an orderly return to democratic rule"),
    ("sanctions", "stop exports of timber to the junta"),
    ("diplomacy", "block the junta's chairmanship of the league"),
    ("security", "the complete denuclearization of the peninsula"),
    ("security", "an immediate end to illegal attacks"),
    ("end-violations", "a moratorium on raids in the harbour district"),
    ("end-violations", "the raids must be stopped"),
    ("civil-society", "support for environmental defenders who face police violence"),
    ("law-reform", "enact tougher rules on harbours"),
    ("sanctions", "enact sanctions on the generals"),
    ("accountability", "crack down on smugglers"),
    ("humanitarian", "a regular flow of goods and people into the town"),
    ("protection-abroad", "stop the deportations"),
]


@pytest.mark.parametrize(("topic", "action"), EXAMPLES, ids=[f"{t}: {a}" for t, a in EXAMPLES])
def test_topic(topic: str, action: str) -> None:
    """An action gets its class."""
    assert topic_of(action) == topic


def test_release_of_a_report_frees_nobody() -> None:
    """Negative weights keep homonyms out."""
    assert topic_of("release the report on the famine") != "release"


def test_human_rights_of_a_defender_are_no_freedom_to_respect() -> None:
    """Words that only say who somebody is do not make the topic."""
    assert topic_of("meet human rights defenders in the harbour town") != "end-violations"
    assert topic_of("respect human rights in the harbour town") == "end-violations"


def test_context_helps_only_where_the_action_says_nothing() -> None:
    """The sentence settles what the bare action leaves open, and nothing else."""
    assert topic_of("use every means", "Governments must use every means to free political prisoners.") == "release"
    assert topic_of("summon the ambassador", "Free all political prisoners.") == "diplomacy"


def test_lexicon_knows_the_topics_only() -> None:
    """Every row has a topic of the closed list; every topic but *other* has rows."""
    used = {p.topic for p in lexicon()}
    assert used == set(TOPICS) - {"other"}


ASKED, RIGHT = Path(__file__).with_name("topic_asked.tsv"), 90
"""Actions of resolutions, appeals and statements, and how many of them get a topic that an analyst may give."""


def test_actions_as_they_are_asked_for() -> None:
    """As many actions as before get their topic: update ``RIGHT`` with the number measured when it rises."""
    lines = (line.split("\t") for line in ASKED.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    rows = [(set(topics.split("|")), action) for topics, action in lines]
    wrong = [(sorted(topics), topic_of(action), action) for topics, action in rows if topic_of(action) not in topics]
    assert set().union(*(topics for topics, _ in rows)) == set(TOPICS)
    assert len(rows) - len(wrong) == RIGHT, wrong
