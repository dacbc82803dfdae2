"""Demands of reports: who wants, seeks, argues; calls that grow; what is needed. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.language import analyse
from demandgraph.model import Demand, Source

if TYPE_CHECKING:
    from spacy.language import Language

Finder = Callable[[str], tuple[tuple[Demand, ...], Cast]]
REPORT = """The harbour of Norwick was closed for a week after the storm.

{}
"""
STATEMENT = """Statement by the Society of Friends of Zubrovia

{}
"""


@pytest.fixture(scope="module")
def find(nlp: Language) -> Finder:
    """The demands of a text, with the cast that resolves them."""
    known = authority.load()

    def run(text: str) -> tuple[tuple[Demand, ...], Cast]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
        cast = Cast.of(parsed, known)
        return find_demands(parsed, cast, ()), cast

    return run


# rule | frame of the text | sentence | action | issuer (None: nobody named) | what the rule leaves alone
ROWS: list[tuple[str, str, str, str, str | None, str]] = [
    ("want-to-infinitive", REPORT, "The Norwick Teachers League wants Norway to raise salaries.", "raise salaries", "Norwick Teachers League",
     "The Norwick Teachers League wants to raise goats."),
    ("want-noun-participle", REPORT, "Norway wants the old pier closed.", "the old pier closed", "Norway",
     "Norway wants the old songs."),
    ("want-noun", REPORT, "The rebels want an amnesty.", "an amnesty", "rebels", "The rebels want bread."),
    ("seek-noun", REPORT, "The Norwick Bar Association is seeking the annulment of the decree.", "the annulment of the decree",
     "Norwick Bar Association", "Families seeking protection in Norway are waiting at the border."),
    ("favour-noun", REPORT, "Norway favours a ban on night flights.", "a ban on night flights", "Norway",
     "Fortune favours the brave."),
    ("look-to-addressee-infinitive", REPORT, "Norway looks to the bank to keep its promise.", "keep its promise", "Norway",
     "Norway looked forward to the match."),
    ("count-on-to-infinitive", REPORT, "Norway counts on members to pay in time.", "pay in time", "Norway",
     "Norway counted the ships in the harbour."),
    ("would-like-to-infinitive", REPORT, "Norway would like the bank to reopen the file.", "reopen the file", "Norway",
     "Norway would like to join."),
    ("noun-call-rising", REPORT, "Calls grew on Friday for the resignation of the harbour master.",
     "the resignation of the harbour master", None, "Calls grew shorter in winter."),
    ("noun-call-rising", REPORT, "Calls are growing for Norway to publish the contract.", "publish the contract", None,
     "Calls are answered within a day."),
    ("noun-pressure-rising", REPORT, "Pressure is mounting on Norway to publish the contract.", "publish the contract", None,
     "Pressure is mounting in the boiler."),
    ("noun-call-infinitive", REPORT, "Norway faces calls to publish the contract.", "publish the contract", None,
     "Norway faces the sea."),
    ("should", REPORT, "Ana Orr, a lawyer, said courts should throw out the charges.", "throw out the charges", "Ana Orr",
     "The trial should begin in June."),
    ("duty-responsibility", REPORT, "Norway has a responsibility to rebuild the pier, argued Green MP Ana Orr.", "rebuild the pier",
     "Ana Orr", "Norway has a responsibility for the pier."),
    ("must", REPORT, "Norway must rebuild the pier, Ana Orr said.", "rebuild the pier", "Ana Orr",
     "Under the law, ships must register with the harbour."),
    ("have", REPORT, "“The company has to rebuild the pier,” said Ana Orr.", "rebuild the pier", "Ana Orr",
     "Ships have to register with the harbour under the law."),
    ("is-needed", STATEMENT, "An independent inquiry is urgently needed.", "An independent inquiry", None,
     "If an inquiry is needed, we shall see."),
    ("grateful-if", STATEMENT, "We would be grateful if you could receive our delegation.", "receive our delegation", None,
     "We are grateful for the gift."),
    ("call-for-to-infinitive", REPORT, "Norway is calling for the wounded to be evacuated.", "the wounded to be evacuated",
     "Norway", "Norway is calling its embassy."),
    ("campaign-for-noun", REPORT, "Norway campaigned for a ban on whaling.", "a ban on whaling", "Norway",
     "Norway campaigned for months."),
    ("ask-to-infinitive", REPORT, "A petition signed by 400 nurses asks parliament to vote again.", "vote again", "nurses",
     "The nurses plan to ask the bank to vote again."),
    ("order-to-infinitive", REPORT, "A court in the capital ordered the firm to leave.", "leave", "court",
     "A court in the capital ordered new chairs."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "frame", "sentence", "action", "issuer", "other"), ROWS, ids=[r[2] for r in ROWS])
def test_rule(find: Finder, rule: str, frame: str, sentence: str, action: str, issuer: str | None, other: str) -> None:
    """A rule finds its sentence, with who asks, and leaves the other one alone."""
    found, cast = find(frame.format(sentence))
    demand = next((d for d in found if d.rule == f"rules/demand/{rule}"), None)
    assert demand is not None, [(d.rule, d.action.text) for d in found]
    assert demand.action.text == action
    if issuer is not None:
        assert [cast.entries[i].name for i in demand.issuers] == [issuer]
    assert f"rules/demand/{rule}" not in [d.rule for d in find(frame.format(other))[0]]


def test_who_faces_calls_is_asked(find: Finder) -> None:
    """The subject of *faces calls to* is who is asked, not who asks."""
    found, cast = find(REPORT.format("Norway faces calls to publish the contract."))
    assert [cast.entries[i].name for i in found[0].addressees] == ["Norway"]
    assert found[0].issuers == ()


def test_readers_of_a_leaflet_do_not_ask(find: Finder) -> None:
    """Who received a paper did not write it."""
    found, _ = find(REPORT.format("Neighbours in Norway received a letter urging them to leave the town."))
    assert [d.action.text for d in found] == ["leave the town"]
    assert found[0].issuers == ()


def test_it_also_goes_on_with_who_asked(find: Finder) -> None:
    """*It also calls for* stands for who asked in the sentence before, not for the one who was asked."""
    found, cast = find(
        REPORT.format(
            "The Norwick Bar Association urged the ministry to publish the list. It also called for a debate."
        )
    )
    assert [[cast.entries[i].name for i in d.issuers] for d in found] == [["Norwick Bar Association"]] * 2


def test_headline_with_its_speaker(find: Finder) -> None:
    """In *X: Y must …* X asks and Y is asked."""
    found, cast = find("Norwick Relief League: Norway must lift the blockade\n\nThe storm lasted a week in Norwick.\n")
    assert [d.action.text for d in found] == ["lift the blockade"]
    assert [cast.entries[i].name for i in found[0].addressees] == ["Norway"]


def test_empty_headline(find: Finder) -> None:
    """A headline that only says *act* names no action."""
    assert find("Norway calls on Denmark to act\n\nThe storm lasted a week in Norwick.\n")[0] == ()


def test_labels_are_no_imperatives(find: Finder) -> None:
    """*Open letter* and *End text* are labels."""
    assert find(STATEMENT.format("Open letter\n\nThe pier is old.\n\nEnd text"))[0] == ()


def test_joined_to_a_passive_clause(find: Finder) -> None:
    """*insist that aid be sent and demand N*: the second verb goes with who insists."""
    found, _ = find(
        REPORT.format("Unions insist that elections be held under observation and demand an inquiry into the fire.")
    )
    assert "an inquiry into the fire" in [d.action.text for d in found]


def test_who_suffers_is_not_asked(find: Finder) -> None:
    """*X should not suffer* asks X for nothing."""
    found, _ = find(STATEMENT.format("Ana Orr should not spend another day in prison."))
    assert [d.addressees for d in found] == [()]
    assert found[0].action.text.startswith("Ana Orr should not")
