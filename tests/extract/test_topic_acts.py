"""Topics settled by the head of an action."""

from __future__ import annotations

import pytest

from demandgraph.extract.topic_acts import topic_of_act
from demandgraph.extract.topics import topic_of


@pytest.mark.parametrize(
    ("action", "topic"),
    [
        ("publicly condemn the torture of the bakers", "diplomacy"),
        ("express its concern about the arrests", "diplomacy"),
        ("raise the case of the divers with the mayor", "diplomacy"),
        ("suspend the membership of Norland in the league", "diplomacy"),
        ("cease its attacks", "security"),
        ("stop all bombing of the villagers' homes and women", "end-violations"),
        ("stop the practice of night raids", "end-violations"),
        ("declare the curfew law unconstitutional", "end-violations"),
        ("free our brothers", "release"),
        ("intervene in the case of the jailed editor", "release"),
        ("cooperate fully with the Special Rapporteur", "procedure"),
        ("act now", "other"),
        ("do more", "other"),
    ],
)
def test_head_settles(action: str, topic: str) -> None:
    assert topic_of(action) == topic


@pytest.mark.parametrize(
    "action",
    ["raise the minimum wage", "release the budget figures", "cooperate with the fishing fleet", "change the tax law",
     "act on the report about schools", "stop the pollution of the river"],
)  # fmt: skip
def test_other_heads_settle_nothing(action: str) -> None:
    assert topic_of_act(action) is None
