"""Demands: each rule with a sentence that it finds and one that it leaves alone. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.extract.frames import FORMS_OF_FORCE
from demandgraph.language import analyse
from demandgraph.model import FORCES, TOPICS, Demand, Source

if TYPE_CHECKING:
    from spacy.language import Language

Finder = Callable[[str], tuple[tuple[Demand, ...], Cast]]

FRAME = """Statement by the Society of Friends of Zubrovia

May 3, 2021

The Society of Friends of Zubrovia met yesterday in the capital to discuss the events of the past weeks.

{}
"""


@pytest.fixture(scope="module")
def find(nlp: Language) -> Finder:
    """Finds the demands of a text, with the cast that resolves them."""
    known = authority.load()

    def run(text: str) -> tuple[tuple[Demand, ...], Cast]:
        parsed = next(iter(analyse([Source("text.txt", "text.txt", text)], nlp)))
        cast = Cast.of(parsed, known)
        return find_demands(parsed, cast, ()), cast

    return run


def actions(found: tuple[Demand, ...]) -> list[str]:
    return [d.action.text for d in found]


# rule | what it finds (sentence, actions) | what it leaves alone
RULES: list[tuple[str, str, list[str], str]] = [
    (
        "urge-to-infinitive",
        "The delegates urged the army to lift the siege.",
        ["lift the siege"],
        "Urged by hunger, the army lifted the siege.",
    ),
    (
        "call-on-to-infinitive",
        "We call on the regime to hear its people and to open the prisons.",
        ["hear its people", "open the prisons"],
        "The doctor calls on his patients every Monday.",
    ),
    (
        "call-on-for-noun",
        "Students called on the ministry for an apology.",
        ["an apology"],
        "He called on Monday.",
    ),
    (
        "call-for-noun",
        "The Society calls for the withdrawal of foreign troops.",
        ["the withdrawal of foreign troops"],
        "The situation calls for patience.",
    ),
    (
        "call-for-to-infinitive",
        "We call for both armies to lay down their arms.",
        ["lay down their arms"],
        "They waited for the bus to leave.",
    ),
    (
        "demand-that-clause",
        "Farmers demanded that the minister resign.",
        ["the minister resign"],
        "They demanded to know the truth.",
    ),
    (
        "demand-noun",
        "The union demands the return of the ships.",
        ["the return of the ships"],
        "Demand for bread fell in May.",
    ),
    (
        "insist-that-clause",
        "The Society insists that the aggressor be excluded from the forum.",
        ["the aggressor be excluded from the forum"],
        "The minister insists that the law protects everybody.",
    ),
    (
        "request-to-infinitive",
        "The Society requests the Governor to publish the list.",
        ["publish the list"],
        "The firm declined a request for comment.",
    ),
    (
        "ask-to-infinitive",
        "They asked the bank to suspend the loan.",
        ["suspend the loan"],
        "He asked whether the plan was ready.",
    ),
    (
        "recommend-gerund",
        "The panel recommends merging the two agencies.",
        ["merging the two agencies"],
        "The panel published its report.",
    ),
    (
        "propose-infinitive",
        "We propose to set up a joint fund.",
        ["set up a joint fund"],
        "He proposed to Anna in June.",
    ),
    (
        "appeal-to-addressee-for",
        "The envoy appealed to donors for emergency aid.",
        ["emergency aid"],
        "The music appeals to children.",
    ),
    (
        "warn-not-to",
        "The Society warned the generals not to cross the river.",
        ["not to cross the river"],
        "The Society warned of a drought.",
    ),
    (
        "pressure-to-infinitive",
        "We are working to pressure the junta to release the miners.",
        ["release the miners"],
        "The pressure in the boiler fell.",
    ),
    (
        "urge-to-infinitive-passive",
        "Member States are urged to suspend the agreement.",
        ["suspend the agreement"],
        "They were urged on by the crowd.",
    ),
    (
        "noun-call-for-noun",
        "The Society renewed its call for a truce.",
        ["a truce"],
        "She made a phone call for him.",
    ),
    (
        "noun-need-infinitive",
        "The Society stresses the need to reform the police.",
        ["reform the police"],
        "The need for food is great.",
    ),
    (
        "noun-recommendation-include",
        "Its recommendations include banning the sale of rifles.",
        ["banning the sale of rifles"],
        "Its members include two bankers.",
    ),
    (
        "must",
        "The guards must stop beating the prisoners.",
        ["stop beating the prisoners"],
        "The guards must have been asleep.",
    ),
    (
        "should-passive",
        "Those who gave the order should be brought to trial.",
        ["Those who gave the order should be brought to trial"],
        "Should the talks fail, the fleet will leave.",
    ),
    (
        "need",
        "The authorities need to publish the names of the missing.",
        ["publish the names of the missing"],
        "It is a scandal that the poor have to queue for bread.",
    ),
    (
        "there-must-be",
        "There must be an independent inquiry into the raid.",
        ["an independent inquiry into the raid"],
        "There was an inquiry into the raid.",
    ),
    (
        "it-is-vital-that",
        "It is vital that observers reach the valley.",
        ["reach the valley"],
        "It is important to remember that the valley was once rich.",
    ),
    (
        "it-is-time-to",
        "It is time for the minister to resign.",
        ["resign"],
        "It is time for lunch.",
    ),
    (
        "want-to-see",
        "We would like to see the immediate release of the crew.",
        ["the immediate release of the crew"],
        "We went to see the release of the doves.",
    ),
    (
        "imperative",
        "Do not recognise the sham vote.",
        ["Do not recognise the sham vote"],
        "See the full report below.",
    ),
    (
        "let",
        "Let the observers in.",
        ["Let the observers in"],
        "Let us conclude with a song.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "sentence", "expected", "other"), RULES, ids=[r[0] for r in RULES])
def test_rule(find: Finder, rule: str, sentence: str, expected: list[str], other: str) -> None:
    """A rule finds its sentence under its name and leaves the other one alone."""
    found, _ = find(FRAME.format(sentence))
    assert actions(found) == expected
    assert {d.rule for d in found} == {f"rules/demand/{rule}"}
    left, _ = find(FRAME.format(other))
    assert actions(left) == []


NOT_DEMANDS = [
    "Why should the workers pay?",
    "The Society condemns the raid and thanks the doctors.",
    "We will continue to support the victims.",
    "We must keep working.",
    "The village was abandoned in 1990.",
    "The judge will rule in May.",
    "Under Zubrovian law, unions must register every year.",
    "The crew was asked to leave.",
    "Please accept our highest regards.",
    "The report should not be construed as an endorsement.",
]


@pytest.mark.parametrize("sentence", NOT_DEMANDS)
def test_no_demand(find: Finder, sentence: str) -> None:
    """Condemnations, thanks, intentions, questions, facts, laws and courtesies ask for nothing."""
    assert actions(find(FRAME.format(sentence))[0]) == []


def names(cast: Cast, ids: tuple[str, ...]) -> set[str]:
    return {cast.entries[i].name for i in ids}


def test_roles_of_reported_speech(find: Finder) -> None:
    """Who is said to ask is the issuer, not who reports it."""
    found, cast = find(FRAME.format("Jane Roe, the chair of Labour Watch, said that France should close its ports."))
    assert actions(found) == ["close its ports"]
    assert names(cast, found[0].issuers) == {"Jane Roe"}
    assert names(cast, found[0].addressees) == {"France"}


def test_passive_subject_is_no_addressee(find: Finder) -> None:
    """*Human rights must be upheld* addresses nobody."""
    found, _ = find(FRAME.format("Human rights must be upheld in the camps."))
    assert found and found[0].addressees == ()


def test_operative_clauses_speak_for_the_body(find: Finder) -> None:
    """The body that adopts is the issuer of every clause, of sub-clauses too; its own decisions are no demands."""
    found, cast = find(
        """The Human Rights Council,

Recalling its resolution 46/3, in which it requested the High Commissioner to report,

1. Condemns the raids in Morvia;

2. Calls upon States:

(a) To release the miners;

(b) To open the archives;

3. Urges all parties to refrain from violence, and in this regard encourages France to host talks;

4. Decides to remain seized of the matter.

12th meeting
3 June 2021
"""
    )
    assert actions(found) == ["release the miners", "open the archives", "refrain from violence", "host talks"]
    assert all("Human Rights Council" in " ".join(names(cast, d.issuers)) for d in found)
    assert [d.force for d in found] == ["call", "call", "urge", "request"]
    assert names(cast, found[3].addressees) == {"France"}
    assert len(found[0].evidence) == 2  # the item, then the lead-in that governs it


def test_nobody_asks_himself(find: Finder) -> None:
    """Object pronouns are not taken for the asker, and what one says one must do oneself is no demand."""
    found, _ = find(FRAME.format("We need to do more ourselves."))
    assert found == ()


def test_every_demand_is_grounded(find: Finder) -> None:
    """Ids are unique, actions verbatim, forces and topics of the closed lists, confidence between 0 and 1."""
    text = FRAME.format(
        "We call on Novaria to open the border by 31 March, to feed the refugees, and to free the crew if they are ill. "
        "We call on Novaria to open the border by 31 March, to feed the refugees, and to free the crew if they are ill."
    )
    found, _ = find(text)
    assert len({d.id for d in found}) == len(found) == 3
    for demand in found:
        assert text[demand.action.begin : demand.action.end] == demand.action.text
        assert demand.force in FORCES and demand.topic in TOPICS
        assert 0 <= demand.confidence <= 1
        assert demand.rule.startswith("rules/demand/")
    assert found[0].deadline is not None and found[0].deadline.text == "by 31 March"
    assert found[2].condition is not None and found[2].condition.text.startswith("if they are ill")


def test_frames_use_the_five_forces() -> None:
    """No frame has a force that the vocabulary does not know."""
    assert set(FORMS_OF_FORCE.values()) <= set(FORCES)
