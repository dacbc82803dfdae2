"""Events told politely, asked for in a subjunctive, signed behind a quotation, or judged by the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Event, Source

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, known: Authority, text: str) -> list[Event]:
    parsed = next(iter(analyse([Source("x.txt", "x.txt", text)], nlp)))
    return list(find_events(parsed, Cast.of(parsed, known)))


def types(nlp: Language, known: Authority, text: str) -> list[str]:
    return [event.type for event in read(nlp, known, text)]


TOLD = [
    ("The Water Council would like to thank the volunteers.", "Support"),
    ("The Water Council wishes to commend the volunteers.", "Support"),
    ("Most of the editors were jailed in 2019.", "Repression"),
    ("Ana Orr helped submit a report to the Ministry of Justice.", "Report"),
    ("Last year the Ministry of Justice directed the Water Council, with its staff, to review the plan.", "Other"),
    ("The enactment of Kenya's Water Act was celebrated.", "Adoption"),
    ("The closure of the clinic is an outrage.", "Condemnation"),
    ("The Teachers' Union charged the Ministry of Justice with bad faith.", "Condemnation"),
    ("The bill was rejected by a large majority.", "Adoption"),
    ("On 3 May 2019 the Water Council passed HB 12.", "Adoption"),
    ("In June, several groups told reporters that the dam was unsafe.", "Statement"),
]
NOT_TOLD = [
    ("The Water Council would not like to thank the volunteers.", "Support"),
    ("The volunteers want the Water Council to thank them.", "Support"),
    ("Most of the jail is empty.", "Repression"),
    ("The Water Council asked that Ana Orr be arrested.", "Repression"),
    ("The Water Council insists that the nurses be released.", "Release"),
    ("The Water Council suggested that the army attack the port.", "Violence"),
    ("The Ministry of Justice directed the play.", "Other"),
    ("Nobody knows whether the closure of the clinic is an outrage.", "Condemnation"),
    ("The plan is a success.", "Condemnation"),
    ("In June, the readings said that the dam was unsafe.", "Statement"),
    ("The bill may be rejected by a large majority.", "Adoption"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_told(nlp: Language, known: Authority, text: str, kind: str) -> None:
    assert kind in types(nlp, known, text)


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_not_told(nlp: Language, known: Authority, text: str, kind: str) -> None:
    assert kind not in types(nlp, known, text)


def test_decisions_on_different_things_are_two_events(nlp: Language, known: Authority) -> None:
    text = "The Water Council agreed to open the port. The Water Council agreed to close the bridge."
    assert types(nlp, known, text) == ["Other", "Other"]


def test_a_name_behind_a_quotation_signs_it(nlp: Language, known: Authority) -> None:
    text = "Voices from the valley\n\n“We will not let them dam this river of ours.” – Ana Orr, teacher in Norton\n"
    assert any(e.type == "Statement" and e.agents for e in read(nlp, known, text))


def test_a_noun_behind_a_quotation_does_not_sign_it(nlp: Language, known: Authority) -> None:
    text = "Voices from the valley\n\n“We will not let them dam this river of ours.” – a sign in the valley\n"
    assert not any(e.type == "Statement" for e in read(nlp, known, text))


def test_a_clause_before_the_verb_of_saying_is_left_out(nlp: Language, known: Authority) -> None:
    text = "Recalling the flood of the valley, the Water Council said that the dam was unsafe."
    statement = next(e for e in read(nlp, known, text) if e.type == "Statement")
    assert statement.evidence[0].text.startswith("the Water Council said")
