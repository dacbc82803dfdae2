"""When and where an event took place, where the clause around, the occasion or the document says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.language import analyse
from demandgraph.language.metadata import UPDATED, heads
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Told = set[tuple[str, str | None, str | None]]
Reader = Callable[..., Told]


FOUND = (
    # the clause that tells when a noun happened
    ("The miners condemn the murder of Ana Orr, which occurred on 3 May 2031.", ("Violence", "2031-05-03", None)),
    # what stands before the first of two verbs is told of both
    ("Ministers of Norway today condemned the raid, but said the talks will go on.", ("Statement", "2031-06-09", None)),
    # a chain of results
    (
        "On 6 July 2030, a train rolled away, resulting in a derailment, killing 47 people.",
        ("Violence", "2030-07-06", None),
    ),
    # counted from the day told before
    (
        "Police arrested Ana Orr on 3 May 2031. Four days later, Ivo Lund was arrested in Oslo.",
        ("Repression", "2031-05-07", "Oslo"),
    ),
    # a month behind a hyphen
    ("The police arrested Ana Orr mid-May.", ("Repression", "2031-05", None)),
    # the occasion named in the clause
    (
        "Miners held a rally in Oslo on 3 May 2031. The government of Norway spoke of wages. "
        "Nine miners were arrested during the rally.",
        ("Repression", "2031-05-03", "Oslo"),
    ),
    # a moved people, a part of a place
    ("Thousands of miners were airlifted to Norway.", ("Other", None, "Norway")),
    ("Two miners were killed in the village of Velka.", ("Violence", None, "Velka")),
)
NOT_FOUND = (
    # a subject of its own has its own time
    ("Ministers of Norway today condemned the raid, but Ana Orr said the talks will go on.", "Statement", "2031-06-09"),
    # another time is told
    (
        "Police shot two miners on 3 May 2031. Earlier, Ivo Lund was arrested.",
        "Repression",
        "2031-05-03",
    ),
    # roughly counted
    (
        "Police shot two miners on 3 May 2029. About two years later, Ivo Lund was arrested.",
        "Repression",
        "2031",
    ),
)


@pytest.mark.parametrize(("text", "event"), FOUND)
def test_finds_when_and_where(settings: Reader, text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in settings(text)


@pytest.mark.parametrize(("text", "kind", "day"), NOT_FOUND)
def test_takes_no_other_date(settings: Reader, text: str, kind: str, day: str) -> None:
    told = settings(text)
    assert any(k == kind for k, _, _ in told)
    assert (kind, day) not in {(k, d) for k, d, _ in told}


def test_a_press_release_tells_what_was_said_on_its_date(settings: Reader) -> None:
    now = settings("The Bakers' League condemned the raid.", "Press release")
    assert ("Condemnation", "2031-06-09", None) in now
    news = settings("The Bakers' League condemned the raid.")
    assert ("Condemnation", None, None) in news


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Statement by the League of Bakers, 18 May 2031", True),
        ("Resolution of 18 May 2031 on rivers", True),
        ("What happened on 18 May 2031", False),
        ("The trial of 18 May 2031 and its end", False),
    ],
)
def test_a_date_that_heads_a_document(title: str, own: bool) -> None:
    begin = title.index("18")
    assert heads(title, begin, begin + len("18 May 2031")) is own


def test_the_day_of_a_change_is_not_the_day_of_the_document(nlp: Language) -> None:
    assert UPDATED.match("Last updated on 28 May 2031")
    assert not UPDATED.match("18 May 2031, updated")
    text = "Ministry of Ports\n\nLast updated on 28 May 2031\n\n18 May 2031\n\nThe ministry thanks the crews.\n"
    assert next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))).document.date == "2031-05-18"
