"""When and where a deed took place, where the occasion, the clause before, the title or the source line says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Told = set[tuple[str, str | None, str | None]]
Reader = Callable[..., Told]


FOUND = (
    # the deed told right before its result
    (
        "The army of Norway supplied the missile that hit a bus in July 2024, killing nine people.",
        ("Violence", "2024-07", None),
    ),
    # the occasion at which the act of the main verb was done
    (
        "During the summit held in Oslo in 2024 the government of Norway sent Ana Orr a strong message.",
        ("Statement", "2024", "Oslo"),
    ),
    # what led to it
    ("Ivo Lund joined the march, which led to his death on 24 March 2010.", ("Violence", "2010-03-24", None)),
    # what went on at that moment
    (
        "On 25 May 2031, two ships of Norway were attacked by Danish forces as they were leaving the port of Bergen.",
        ("Violence", "2031-05-25", "Bergen"),
    ),
    # what opens a row of clauses
    (
        "In May 2030 ten miners were shot, some 300 were injured and two nurses were arrested in Oslo.",
        ("Repression", "2030-05", "Oslo"),
    ),
    ("In Oslo ten miners were shot in May 2030 and two nurses were jailed.", ("Repression", None, "Oslo")),
    # what opens the sentence, wherever the parser hangs it
    (
        "Today in Oslo at the Harbour Trade Conference (HTC) dockers have called on Norway to act.",
        ("Statement", "2031-06-09", "Oslo"),
    ),
    # an act has the date on which it was given out
    ("The Water Council released its report of 3 May 2031.", ("Report", "2031-05-03", None)),
    # a place that bears a name of its own
    ("Ana Orr is currently held in Evin prison.", ("Repression", None, "Evin prison")),
    ("Ivo Lund was jailed in Minsk prison on 3 May.", ("Repression", "2031-05-03", "Minsk")),
    # said at the occasion told before
    (
        "Workers held a rally in Oslo on Friday. Speakers at the rally said that wages were too low.",
        ("Statement", "2031-06-06", "Oslo"),
    ),
    # the name and the year of an occasion
    ("The Oslo summit on 3 May 2031 ended without a deal.", ("Meeting", "2031-05-03", "Oslo")),
    ("Ana Orr will attend the 2033 Oslo summit on 30 November.", ("Meeting", "2033-11-30", "Oslo")),
)
NOT_FOUND = (
    (
        "The army of Norway supplied the missile, killing the debate that began in July 2024.",
        "Violence",
        "2024-07",
        None,
    ),
    (
        "Before the summit held in Oslo in 2024 the government of Norway sent Ana Orr a strong message.",
        "Statement",
        "2024",
        "Oslo",
    ),
    ("In May 2030 ten miners were shot but two nurses wrote to the mayor.", "Statement", "2030-05", None),
    ("The military suspended the constitution of 2007.", "Other", "2007", None),
    ("Over 2000 miners were killed.", "Violence", "2000", None),
    ("The Norway conference on 3 May 2031 ended without a deal.", "Meeting", "2031-05-03", "Norway"),
)


@pytest.mark.parametrize(("text", "event"), FOUND)
def test_finds_when_and_where(settings: Reader, text: str, event: tuple[str, str | None, str | None]) -> None:
    assert event in settings(text)


@pytest.mark.parametrize(("text", "kind", "day", "place"), NOT_FOUND)
def test_takes_nothing_from_another_clause(settings: Reader, text: str, kind: str, day: str, place: str | None) -> None:
    told = settings(text)
    assert told and (kind, day, place) not in told


def test_the_scene_that_a_title_sets(settings: Reader) -> None:
    text = "Police arrested nine nurses."
    assert ("Repression", None, "Norway") in settings(text, "Statement on the Crackdown in Norway")
    assert ("Repression", None, None) in settings(text, "Statement on the Meeting with Norway")
    elsewhere = settings(
        "Police arrested nine nurses after a walk through Denmark.", "Statement on the Crackdown in Norway"
    )
    assert ("Repression", None, "Norway") not in elsewhere
    struck = settings("The attack against Denmark killed nine nurses.", "Statement on the Crackdown in Norway")
    assert all(place != "Norway" for _, _, place in struck)


@pytest.mark.parametrize(
    ("head", "foot", "day"),
    [
        ("A march", "Source: https://example.org/2031/05/03/march/", "2031-05-03"),
        ("A march", "The mayor read https://example.org/2031/05/03/march/ aloud to the crew.", None),
        ("A march", "Source: https://example.org/2031/15/03/march/", None),
        ("Statement on World River Day 2031", "The crews are thanked.", "2031"),
        ("Statement on the Plan 2031", "The crews are thanked.", None),
    ],
)
def test_the_day_that_a_source_line_or_the_title_gives(nlp: Language, head: str, foot: str, day: str | None) -> None:
    text = f"{head}\n\nThe ministry thanks the crews for their work at the port.\n\n{foot}\n"
    assert next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))).document.date == day
