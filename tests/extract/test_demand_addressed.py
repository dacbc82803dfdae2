"""Who is asked and who asks without a name, members of a list of clauses, and turns of speech that ask nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

    from demandgraph.model import Findings

NEWS = "NORRA, 3 May 2031 - {}\n"
SPEECH = "Remarks by Minister Anna Torv on the Harbour\n\n3 May 2031\n\nLadies and gentlemen,\n\nWe met in Norra. {} We thank you all, and I will say more of it in a moment.\n"
RESOLUTION = "The Council of Islands,\n\n1. Welcomes the report on ports;\n\n2. {}\n"


def read(nlp: Language, text: str) -> Findings:
    (parsed,) = analyse([Source("t.txt", "t.txt", text)], nlp)
    return extract(parsed, authority.load())


def told(nlp: Language, text: str) -> list[tuple[str, set[str], set[str]]]:
    """Action, issuers and addressees of each demand, by name."""
    found = read(nlp, text)
    name = {a.id: a.name for a in found.actors}
    return [
        (d.action.text, {name[i] for i in d.issuers}, {name[i] for i in d.addressees}) for d in found.demands
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("whom", "name"),
    [
        ("the student movement", "student movement"),
        ("the world trade body", "world trade body"),
        ("the island's military regime", "military regime"),
        ("the car maker", "car maker"),
        ("the health minister", "health minister"),
        ("the regional bloc", "regional bloc"),
        ("all concerned", "all concerned"),
    ],
)
def test_body_without_a_name_is_asked(nlp: Language, whom: str, name: str) -> None:
    """Whoever is called on to act is an actor, whatever noun names it."""
    assert [t[2] for t in told(nlp, NEWS.format(f"Fishers called on {whom} to end the ban."))] == [{name}]


@pytest.mark.parametrize("what", ["the situation", "any nation", "the ban"])
def test_things_are_not_asked(nlp: Language, what: str) -> None:
    """A thing, or nobody in particular, becomes no actor by standing in the place of one."""
    assert not any(t[2] for t in told(nlp, NEWS.format(f"Fishers want {what} to be ended by May.")))


def test_quantifier_is_part_of_what_a_group_is_called(nlp: Language) -> None:
    """*All sides* is another name of the group *sides*; *some sides* is not."""
    text = "{} The League called on {} fishing crews to keep the peace."
    every = read(nlp, NEWS.format(text.format("It rained.", "all"))).actors
    some = read(nlp, NEWS.format(text.format("It rained.", "some"))).actors
    assert any("all fishing crews" in a.aliases for a in every)
    assert not any("some fishing crews" in a.aliases for a in some)


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        (
            "The League called for the mayor to resign, for the council to be dissolved and for the police to free the crews.",
            ["resign", "the council to be dissolved", "free the crews"],
        ),
        ("Their call for the courts to be reopened, and for talks to be resumed, went unheard.",
         ["the courts to be reopened", "talks to be resumed"]),
        ("The League called for the pier to be repaired in time for visitors to arrive.",
         ["the pier to be repaired in time for visitors to arrive"]),
        ("Marchers demanded \u201cfair pay\u201d and \u201can end to the raids\u201d.",
         ["\u201cfair pay\u201d", "\u201can end to the raids\u201d"]),
        ("Ministers considered that an independent inquiry was urgently required.", ["an independent inquiry"]),
        ("The League wants new schools to be built.", ["new schools to be built"]),
        ("By ignoring the League's demand for a pay rise, the company is failing its crews.", ["a pay rise"]),
    ],
)  # fmt: skip
def test_members_of_what_is_asked(nlp: Language, sentence: str, actions: list[str]) -> None:
    """Each member is a demand of its own, and ends where the next clause begins."""
    assert [t[0] for t in told(nlp, NEWS.format(sentence))] == actions


def test_choice_from_a_collective_is_asked_too(nlp: Language) -> None:
    """*All parties, in particular the Norland authorities*: both are asked; *, in the view of N,* picks nobody."""
    chosen = told(
        nlp, RESOLUTION.format("Demands that all parties, in particular Norwegian officials, lift the siege;")
    )
    assert [len(t[2]) for t in chosen] == [2]
    view = told(nlp, RESOLUTION.format("Demands that all parties, in the coming days, lift the siege;"))
    assert [len(t[2]) for t in view] == [1]


def test_those_who_asked_together(nlp: Language) -> None:
    """*The two groups*, *the signatories* are those who asked side by side; *the three groups* are others."""
    text = "The Harbour League and the Dock Union urged the mayor to act. {} called for an inquiry."
    both = {"Harbour League", "Dock Union"}
    for subject in ("The two organisations", "Both groups", "The signatories"):
        assert told(nlp, NEWS.format(text.format(subject)))[-1][1] == both
    assert told(nlp, NEWS.format(text.format("The three groups")))[-1][1] != both


def test_who_is_told_does_not_ask(nlp: Language) -> None:
    """*The union was told that it must pay*: the union hears it; *by the court* says who asks."""
    (hears,) = told(nlp, NEWS.format("It rained. The Dock Union was informed that its members must leave the pier."))
    assert "Dock Union" not in hears[1]
    (says,) = told(nlp, NEWS.format("It rained. The Dock Union said that its members must leave the pier."))
    assert says[1] == {"Dock Union"}


def test_favour_is_sought_of_somebody(nlp: Language) -> None:
    """*Seeks support from N to V* asks N; *seeks refuge from the storm* asks nobody."""
    (sought,) = told(nlp, NEWS.format("The Harbour League is seeking support from the Dock Union to reopen the port."))
    assert sought[2] == {"Dock Union"}
    assert not told(nlp, NEWS.format("The Harbour League is seeking refuge from the storm."))


def test_calls_from_others(nlp: Language) -> None:
    """*Calls for clemency from rights groups*: the groups call."""
    (call,) = told(nlp, NEWS.format("The calls for the release of the crew from rights groups were ignored."))
    assert call[:2] == ("the release of the crew", {"rights groups"})


def test_recommendation_of_a_body(nlp: Language) -> None:
    """*Takes note of the recommendation of the Panel that S*: the panel asks."""
    sentence = "Takes note of the recommendation of the Panel on Ports that member States inspect all ferries;"
    assert told(nlp, RESOLUTION.format(sentence)) == [("inspect all ferries", {"Panel on Ports"}, {"member States"})]


@pytest.mark.parametrize(
    "sentence",
    [
        "Look, we have done a lot.",
        "Make no mistake, we will win.",
        "Take the case of the ferry.",
        "Mark my words.",
        "Don't get me wrong.",
        "Consider the facts.",
        "Tell me what you think.",
        "The public should be aware that the roads are closed.",
        "There is a strong demand for workers.",
        "Voters whose support they need to win the vote stayed away.",
        "He told the embassy about his decision not to hold the meeting.",
        "They are likely to demand higher wages.",
        "They backed down on their threat to call for a strike.",
    ],
)
def test_turns_of_speech_ask_nothing(nlp: Language, sentence: str) -> None:
    """Talk, states of mind, markets and what is yet to be asked are no demands."""
    assert not told(nlp, SPEECH.format(sentence))


@pytest.mark.parametrize(
    "sentence", ["Stop the raids now.", "Take the boats out of the port.", "Do not leave the crews alone."]
)
def test_imperatives_ask(nlp: Language, sentence: str) -> None:
    """The same verbs ask where an action is meant."""
    assert len(told(nlp, SPEECH.format(sentence))) == 1


def test_resolved_in_the_subjunctive(nlp: Language) -> None:
    """*Resolved, that the government stop …* asks; what the body resolves to do itself does not."""
    text = "Norra School Union\n\nRESOLVED, that {}, and be it further\n\nRESOLVED, that the union thank its members.\n"
    assert [t[0] for t in told(nlp, text.format("the national government immediately stop the raids"))] == [
        "stop the raids"
    ]
    assert not told(nlp, text.format("the union support the strike"))


def test_letter_greeted_by_office(nlp: Language) -> None:
    """*To the Ambassador of Velia,* on a line of its own says whom a letter addresses."""
    body = "We are outraged by the raids. You must free the fishers at once.\n\nYours,\n\nAnna Torv\nHarbour League\n"
    ((action, _, whom),) = told(nlp, f"Open Letter\n\n19 May 2031\n\nTo the Ambassador of Velia,\n\n{body}")
    assert action == "free the fishers at once"
    assert whom


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that no one has to wait for the ferry.",
        "The minister said that crews do not need to carry papers.",
        "There should be no mistake: the ferries will sail.",
        "It is the first time that crews have entered the port.",
        "I just want you to know how the ferries work.",
        "They closed ports that they should have, and more.",
    ],
)
def test_no_obligation(nlp: Language, sentence: str) -> None:
    """What nobody has to do, assurances, occasions and what one wants others to know are no demands."""
    assert not told(nlp, SPEECH.format(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that crews need to carry papers.",
        "There should be no fee for the ferries.",
        "It is high time that crews were paid.",
        "I want you to repair the ferries.",
    ],
)
def test_obligation(nlp: Language, sentence: str) -> None:
    """The same frames ask where something is to be done."""
    assert told(nlp, SPEECH.format(sentence))


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("We urge Norland to free the sailors and demand an inquiry into the raid.", ["free the sailors", "an inquiry into the raid"]),
        ("We recommend the creation of a fund to repair the piers and call for the protection of the grounds.",
         ["the creation of a fund to repair the piers", "the protection of the grounds"]),
        ("We urge the ministers to stop the sales and call on the council to meet.", ["stop the sales", "meet"]),
        ("The union calls on Norland to free the sailors and demand an inquiry.", ["free the sailors", "demand an inquiry"]),
        ("Support is needed for a fair transition from coal.", ["Support is needed for a fair transition from coal"]),
        ("A referendum is needed.", ["A referendum"]),
    ],
)  # fmt: skip
def test_what_the_same_voice_goes_on_to_ask(nlp: Language, text: str, actions: list[str]) -> None:
    """A base form behind *and* goes on with what *we* say; behind a verb in *-s* it is part of what is asked."""
    found = read(nlp, f"Harbour Trust: statement\n\n3 May 2031\n\n{text}\n")
    assert [d.action.text for d in found.demands] == actions


def test_list_under_a_heading_that_names_demands(nlp: Language) -> None:
    """Under *Recommendations* stand subjunctives and nouns that ask, and sentences that only tell."""
    items = "1. A fund be created for the widows.\n\n2. An end to the raids.\n\n3. The raids began in May.\n"
    told = "Statement of the Harbour Caucus\n\n3 May 2031\n\nThe Harbour Caucus met on 2 May 2031.\n\n{}\n\n" + items
    found = read(nlp, told.format("Recommendations"))
    assert [d.action.text for d in found.demands] == ["A fund be created for the widows", "An end to the raids"]
    assert {i for d in found.demands for i in d.issuers} == {"harbour-caucus"}
    assert not read(nlp, told.format("Background")).demands
