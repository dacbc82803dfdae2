"""When and where events took place, and who took part, where the phrase that says it hangs elsewhere in the sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Event, Source

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], list[Event]]
OPENING = "News\n\n20 May 2031\n\n"


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    def events(text: str) -> list[Event]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", OPENING + text)], nlp)))
        return list(extract(parsed, Authority()).events)

    return events


def dates(events: list[Event], kind: str) -> set[str | None]:
    return {e.date for e in events if e.type == kind}


def test_the_date_of_a_decision_is_that_of_the_act(read: Reader) -> None:
    told = read("They protested against the court's decision on Saturday to jail the editor Ann Lee.")
    assert dates(told, "Repression") == {"2031-05-17"}


def test_a_past_date_below_a_present_verb_is_that_of_the_deed(read: Reader) -> None:
    told = read("We condemn the attack on the harbour on 3 May.")
    assert dates(told, "Violence") == {"2031-05-03"} and "2031-05-03" not in dates(told, "Condemnation")


def test_a_clause_with_when_is_of_the_same_time(read: Reader) -> None:
    assert dates(read("The Harbour Party voted against the bill when the council met on 3 May."), "Adoption") == {
        "2031-05-03"
    }
    apart = read("The Harbour Party voted against the bill because the council met on 3 May.")
    assert "2031-05-03" not in dates(apart, "Adoption")


def test_members_named_behind_the_object_act_with_their_group(read: Reader) -> None:
    told = read("Many unions have passed resolutions against the mine, including the Harbour Guild and the Reef Union.")
    assert any({"harbour-guild", "reef-union"} <= set(e.agents) for e in told)
    told = read("Many unions have criticised several firms, including the Harbour Bank and the Reef Company.")
    assert told and not any("harbour-bank" in e.agents for e in told)


def test_where_a_speaker_comes_from_speaks_not(read: Reader) -> None:
    told = read("Ola Moen, from the Fishers Coalition (TFC), Norway said that the plan is bad for the fishers.")
    assert [e.agents for e in told if e.type == "Statement"] == [("ola-moen",)]
