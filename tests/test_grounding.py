"""What a text or the cast does not bear out is dropped, and it is said."""

from __future__ import annotations

import math

import pytest

from demandgraph.grounding import ground
from demandgraph.model import Actor, Affiliation, Demand, Document, Event, Figure, Findings, Phrase

TEXT = "Varania must release all journalists."
ALL = Phrase(0, len(TEXT), TEXT)
DOCUMENT = Document("a.txt", "a.txt", TEXT, "0" * 64)
STATE = Actor("v", "Varania", "Country", mentions=(Phrase(0, 7, "Varania"),))
MARON = Actor("m", "Ilse Maron", "Person")
DEMAND = Demand("d", Phrase(13, 36, "release all journalists"), (ALL,), addressees=("v",))
EVENT = Event("e", "Statement", (ALL,), "2031-05-03", agents=("v",))


def test_what_holds_is_left_as_it_is() -> None:
    whole = Findings(DOCUMENT, (STATE, MARON), (DEMAND,), (EVENT,), (Affiliation("f", "m", "v", None, (ALL,)),))
    assert ground(whole) == (whole, ())


@pytest.mark.parametrize(
    ("demand", "kept"),
    [
        (Demand("d", Phrase(13, 36, "release some journalists"), (ALL,)), False),
        (Demand("d", Phrase(13, 36, "release all journalists"), ()), False),
        (Demand("d", Phrase(13, 36, "release all journalists"), (Phrase(0, 99, TEXT),)), False),
        (Demand("d", Phrase(13, 13, ""), (ALL,)), False),
        (Demand("d", Phrase(-24, -1, TEXT[-24:-1]), (ALL,)), False),
        (Demand("d", DEMAND.action, (ALL, Phrase(0, 3, "xyz"))), True),
        (Demand("d", DEMAND.action, (ALL,), issuers=("nobody",), made_at=("never",)), True),
        (Demand("d", DEMAND.action, (ALL,), topic="weather", force="beg", status="lost"), True),
        (Demand("d", DEMAND.action, (ALL,), condition=Phrase(0, 2, "if")), True),
    ],
)
def test_demands(demand: Demand, kept: bool) -> None:
    findings, notes = ground(Findings(DOCUMENT, (STATE,), (demand,)))
    assert len(findings.demands) == kept
    assert notes or demand.condition
    if kept:
        (whole,) = findings.demands
        assert whole.issuers == whole.made_at == ()
        assert whole.evidence == (ALL,)
        assert (whole.topic, whole.force, whole.status, whole.condition) == ("other", "call", None, None)


@pytest.mark.parametrize("date", ["2031-02-30", "yesterday", "2031-13", "03.05.2031"])
def test_dates_that_do_not_exist(date: str) -> None:
    findings, notes = ground(Findings(DOCUMENT, (STATE,), events=(Event("e", "Statement", (ALL,), date),)))
    assert findings.events[0].date is None
    assert date in notes[0]


def test_classes_outside_the_vocabulary() -> None:
    findings, notes = ground(
        Findings(DOCUMENT, (Actor("x", "X", "Robot"), Actor("y", " ", "Group")), events=(Event("e", "Party", (ALL,)),))
    )
    assert findings.actors == findings.events == ()
    assert len(notes) == 3


def test_affiliations_are_of_persons_to_bodies() -> None:
    wrong = Affiliation("f", "v", "m", None, (ALL,)), Affiliation("g", "m", "nobody", None, (ALL,))
    findings, notes = ground(Findings(DOCUMENT, (STATE, MARON), affiliations=wrong))
    assert findings.affiliations == ()
    assert len(notes) == 2


def test_second_thing_with_an_id_and_parts_of_nothing() -> None:
    other = Actor("w", "Torland", "Country", part_of="nobody", matches=("no iri", "https://a.example/t"))
    findings, notes = ground(Findings(DOCUMENT, (STATE, STATE, Actor("v", "Other", "Country"), other)))
    assert [a.name for a in findings.actors] == ["Varania", "Torland"]
    assert findings.actors[1].part_of is None
    assert findings.actors[1].matches == ("https://a.example/t",)
    assert notes


def test_figures_are_numbers() -> None:
    figures = (
        Figure("f", math.nan, None, (ALL,)),
        Figure("g", math.inf, None, (ALL,)),
        Figure("h", 3, "x", (ALL,), event="e"),
    )
    findings, _ = ground(Findings(DOCUMENT, figures=figures))
    assert findings.figures == (Figure("h", 3, "x", (ALL,)),)


def test_unknown_kind_of_document() -> None:
    findings, _ = ground(Findings(Document("a.txt", "a", TEXT, "0", kind="Poem")))
    assert findings.document.kind == "Report"
