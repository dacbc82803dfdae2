"""Topics settled by the head of an action."""

from __future__ import annotations

import pytest

from demandgraph.extract.topic_acts import acts, topic_of_act
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
        ("abolish laws and customs that discriminate against girls", "law-reform"),
        ("promote the implementation of legally binding instruments against slavery", "law-reform"),
        ("condemn violence against women and refrain from invoking custom", "equality"),
        ("end violence against women and girls", "equality"),
        ("grant the islanders the same rights as others", "equality"),
        ("declare the so-called referendums null and void", "non-recognition"),
        ("verify allegations of torture", "documentation"),
        ("provide the working group with information on cases of disappearance", "documentation"),
        ("provide the Special Rapporteur with all the human and financial resources needed", "procedure"),
        ("proclaim 4 May the International Day of Fishermen", "procedure"),
        ("convene as soon as possible", "procedure"),
        ("convene peace talks without delay", "diplomacy"),
        ("exchange best practices with other governments", "diplomacy"),
        ("clarify the fate of the missing sailors", "accountability"),
        ("continue their efforts to clarify the fate of the missing sailors", "accountability"),
        ("open proceedings against the minister", "accountability"),
        ("pay for the reconstruction of the bridges that its army destroyed", "redress"),
        ("immediately return all deported children", "release"),
        ("maintain international peace and security", "security"),
        ("end all trade with the dictatorship", "sanctions"),
        ("inform the family where she is held", "treatment"),
        ("keep the situation under close review", "documentation"),
        ("put the question to the vote", "procedure"),
        ("stand with the democratic movement", "civil-society"),
        ("stay united in the face of blackmail", "diplomacy"),
        ("act now", "other"),
        ("do more", "other"),
    ],
)
def test_head_settles(action: str, topic: str) -> None:
    assert topic_of(action) == topic


@pytest.mark.parametrize(
    "action",
    ["raise the minimum wage", "release the budget figures", "cooperate with the fishing fleet", "change the tax law",
     "amend the law on harbours", "pay for the tickets", "return the books", "provide the pupils with information on jobs",
     "hold a fresh count", "open the harbour", "keep the boats under cover", "declare a holiday", "end the trade in ivory",
     "act on the report about schools", "stop the pollution of the river"],
)  # fmt: skip
def test_other_heads_settle_nothing(action: str) -> None:
    assert topic_of_act(action) is None


@pytest.mark.parametrize(
    ("action", "topic"),
    [
        ("take all measures needed to pull back from the bridge", "security"),
        ("ensure that no one is sent back to the war zone", "protection-abroad"),
        ("ensure that no citizen is punished for a joke", "end-violations"),
        ("press the ministry to publish the list of the dead", "documentation"),
        ("write the right to water into the constitution", "law-reform"),
        ("support efforts to recover the stolen boats", "redress"),
        ("see to it that the baker is set free", "release"),
        ("not travel to the island", "other"),
        ("reply to the letter of the fishermen", "procedure"),
        ("hand power back to the elected council", "elections"),
        ("withdraw immediately", "security"),
    ],
)
def test_act_is_read_behind_what_leads_to_it(action: str, topic: str) -> None:
    """*Take measures to*, *ensure that* and *press somebody to* say nothing of what is asked for."""
    assert topic_of_act(action) == topic


@pytest.mark.parametrize(
    "action",
    [
        "hand the keys back to the owner",
        "publish a cookery book",
        "not paint the fence",
        "recover from the flu",
        "withdraw money",
        "celebrate the anniversary of the charter",
    ],
)
def test_words_alike_settle_nothing(action: str) -> None:
    """The same verbs with other objects are no such act."""
    assert topic_of_act(action) is None


def test_shared_words_are_all_taken_in() -> None:
    """No pattern keeps a name in brackets that the table does not define."""
    assert not [regex.pattern for _, regex in acts() if "<" in regex.pattern.replace("(?<", "").replace("(?P<", "")]
