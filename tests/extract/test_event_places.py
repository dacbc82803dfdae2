"""When and where an event took place, where the clause itself does not say it plainly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import load
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], list[tuple[str, str | None, str | None]]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """Type, date and place of each event of a text of 23 March 2015."""
    authority = load()

    def told(text: str) -> list[tuple[str, str | None, str | None]]:
        source = Source("a.txt", "a.txt", f"Press release\n\n23 March 2015\n\n{text}")
        return [(e.type, e.date, e.place) for e in extract(next(iter(analyse([source], nlp))), authority).events]

    return told


PLACES = (
    # a part of a place, a venue in it
    ("The army attacked civilians in the northern territory of Sweden.", "Violence", "Sweden"),
    ("Three unions filed a complaint in a Lima court.", "LegalAction", "Lima"),
    # the result of a deed happens where the deed does
    ("The army shelled a port in Norway on Friday, killing two nurses.", "Violence", "Norway"),
    # the line that opens a report
    ("NORRA, 3 March (NNA) -- Police arrested Ana Orr on Friday.", "Repression", "Norra"),
    ("Norra March 3 — Police arrested Ana Orr on Friday.", "Repression", "Norra"),
    # said at the occasion told before
    ("The ministers met in Oslo on 10 March 2015. The law was bad, Ana Orr said at the event.", "Statement", "Oslo"),
)
NO_PLACES = (
    # an embassy does not stand in the state whose it is; whose state it is says nothing of where
    ("Police arrested Ana Orr at the Sweden embassy.", "Repression"),
    ("Police arrested Ana Orr over oil in his state of Nevada.", "Repression"),
    # said at no occasion
    ("The ministers met in Oslo on 10 March 2015. The law was bad, Ana Orr said in a letter.", "Statement"),
    # a dash within a sentence is no dateline
    ("Ana Orr — a nurse — was arrested by police on Friday.", "Repression"),
)
DATES = (
    ("The army crushed an uprising in 1988, killing hundreds of protesters.", "Violence", "1988"),
    ("The council passed a resolution on 3 May 2014, which also condemned the raid by Sweden.", "Condemnation", "2014-05-03"),
    ("Speaking at a conference in Oslo on 10 March, Ana Orr criticised the ruling.", "Condemnation", "2015-03-10"),
    ("The Trade Council, at its 2014 convention, passed a resolution on wages.", "Adoption", "2014"),
    ("On 3 May 2014 nurses protested in Oslo. The previous day police arrested Ana Orr.", "Repression", "2014-05-02"),
    ("Police arrested Ana Orr last week.", "Repression", "2015-03"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_place(read: Reader, text: str, kind: str, place: str) -> None:
    assert place in [p for k, _, p in read(text) if k == kind]


@pytest.mark.parametrize(("text", "kind"), NO_PLACES)
def test_no_place(read: Reader, text: str, kind: str) -> None:
    assert [p for k, _, p in read(text) if k == kind] in ([None], [None, None])


@pytest.mark.parametrize(("text", "kind", "date"), DATES)
def test_date(read: Reader, text: str, kind: str, date: str) -> None:
    assert date in [d for k, d, _ in read(text) if k == kind]


def test_what_lies_behind_has_a_date_of_its_own(read: Reader) -> None:
    text = "Following the elections on 26 October 2014, Ana Orr refused to resign."
    assert "2014-10-26" not in [d for k, d, _ in read(text) if k == "Statement"]


def test_a_line_of_place_and_date_sites_the_statement(nlp: Language) -> None:
    text = (
        "Statement by the Union of Miners\n\nOslo, 3 May 2014\n\nWe are shocked by the ruling. We call for its repeal."
    )
    events = extract(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), load()).events
    assert [e.place for e in events if e.rule.endswith("/own")] == ["Oslo"]
