"""Word classes that look alike: each sentence tells an event of one type, and its neighbour does not."""

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


TOLD = [
    ("The minister underscored the importance of the canal.", "Statement"),
    ("Ana Orr vowed a second boycott.", "Statement"),
    ("In 2013, Kenya admitted to closing the clinic.", "Statement"),
    ("Ana Orr defended the decision.", "Statement"),
    ("Ana Orr emphasized her support for the nurses.", "Support"),
    ("The Water Council stands in support of the nurses.", "Support"),
    ("Ana Orr and the minister discussed how to pay for the bridge.", "Meeting"),
    ("The Water Council levelled accusations against Ana Orr.", "Condemnation"),
    ("Ana Orr was appalled by the raid.", "Condemnation"),
    ("Ana Orr attacked the plan as a farce.", "Condemnation"),
    ("Kenya is responsible for the deaths of the nurses.", "Condemnation"),
    ("We believe that the closure of the clinic is unlawful.", "Condemnation"),
    ("A fugitive was arrested in Nairobi.", "Repression"),
    ("Police used tear gas to disperse the crowd.", "Repression"),
    ("Ana Orr was denied a closing word.", "Repression"),
    ("Nine villagers were hacked to death.", "Violence"),
    ("Ana Orr was ousted in a coup.", "Violence"),
    ("Rebels captured the town.", "Violence"),
    ("The army launched an air strike on the port of Mombasa.", "Violence"),
    ("The strike of the miners in Nairobi ended on 3 May 2019.", "Demonstration"),
    ("Ana Orr travelled to Nairobi to protest.", "Demonstration"),
    ("Hundreds of Kenyans gathered in Nairobi to mark the anniversary.", "Demonstration"),
    ("Ana Orr signed an executive order.", "Adoption"),
    ("Kenya tested a ballistic missile.", "Other"),
    ("Ana Orr took the Water Council to court.", "LegalAction"),
]
NOT_TOLD = [
    ("The flood underscored the importance of the canal.", "Statement"),
    ("In 2013, Kenya contributed to closing the gap.", "Statement"),
    ("The list was elaborated in 2001 as “the long list”.", "Statement"),
    ("What the minister called his holiday on 3 May was work.", "Statement"),
    ("Ana Orr emphasized that her support came late.", "Support"),
    ("The council resolved that the ministry support the nurses.", "Support"),
    ("The plan will be discussed by Ana Orr and the minister.", "Meeting"),
    ("Ana Orr attacked the plan as a farce.", "Violence"),
    ("Kenya is responsible for the schools of the nurses.", "Condemnation"),
    ("The closure of the clinic is lawful.", "Condemnation"),
    ("A fugitive was not arrested in Nairobi.", "Repression"),
    ("Had they been convicted of fraud, Ana Orr would have left.", "Repression"),
    ("Ana Orr was denied by nobody.", "Repression"),
    ("None of the editors in Nairobi was arrested.", "Repression"),
    ("Kenya blocked the aspirations of Uganda in 2019.", "Repression"),
    ("The song hurt the feelings of the nurses.", "Violence"),
    ("Ana Orr died of cancer on 3 May 2019.", "Violence"),
    ("Nine nurses were among the dead from the air strikes in Nairobi.", "Demonstration"),
    ("The nurses need to have meetings in Nairobi.", "Meeting"),
    ("Ana Orr waged a publicity campaign in 2019.", "Violence"),
    ("Its report “Kill the Rumour and Save the Harvest” sold well.", "Violence"),
    ("The army launched an air strike on the port of Mombasa.", "Demonstration"),
    ("Ana Orr travelled to Nairobi to rest.", "Demonstration"),
    ("Ana Orr signed an autograph.", "Adoption"),
    ("Kenya tested a timetable.", "Other"),
    ("The company charged the Ministry of Justice nine million dollars.", "LegalAction"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_told(nlp: Language, known: Authority, text: str, kind: str) -> None:
    assert kind in {event.type for event in read(nlp, known, text)}


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_not_told(nlp: Language, known: Authority, text: str, kind: str) -> None:
    assert kind not in {event.type for event in read(nlp, known, text)}


def test_what_a_meeting_talked_about_is_that_meeting(nlp: Language, known: Authority) -> None:
    text = "Ana Orr met Boris Lind in Nairobi on 3 May 2019. They discussed the war. They also discussed the price of salt."
    meetings = [event for event in read(nlp, known, text) if event.type == "Meeting"]
    assert len(meetings) == 1


def test_a_relative_clause_takes_up_the_deed_told_before(nlp: Language, known: Authority) -> None:
    text = "Police in Nairobi arrested an editor. The editor who was arrested in Nairobi wrote books."
    assert [event.type for event in read(nlp, known, text)].count("Repression") == 1


def test_what_introduces_a_body_by_its_kind_is_that_body(nlp: Language, known: Authority) -> None:
    text = "Two dockers are still held, the relief organisation Harbour Watch said on 3 May 2019."
    (told,) = [event for event in read(nlp, known, text) if event.type == "Statement"]
    assert told.agents == ("harbour-watch",)
    text = "The relief organisation has lost its licence, Harbour Watch said on 3 May 2019."
    (told,) = [event for event in read(nlp, known, text) if event.type == "Statement"]
    assert told.agents == ("harbour-watch",)


RESOLVING = """Congress of Salt Workers

Resolution on the harbour

The Congress of Salt Workers,

1. Calls upon Kenya to reopen the harbour;

2. Decides to {} the matter.
"""


def test_a_body_that_remains_seized_of_a_matter_does_nothing(nlp: Language, known: Authority) -> None:
    assert "Other" not in {event.type for event in read(nlp, known, RESOLVING.format("remain seized of"))}
    assert "Other" in {event.type for event in read(nlp, known, RESOLVING.format("establish a committee on"))}
