"""Rosters: runs of lines that name persons and their bodies, and lines that look like it and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.authority import Authority
from demandgraph.extract.affiliations import find_affiliations
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

BODY = (
    "We write to ask the minister to stop the dumping of waste in the bay, which has harmed the fishers of the whole "
    "coast for many years and must end before the summer.\n\n"
)
SIGNED = (
    "Ann Lee, marine lawyer, Temple Chambers\n\nBen Orr, Executive Director, The Harbour Institute\n\n"
    "Carl Roe, independent journalist and author\n"
)
SPEAKERS = "Our speakers:\n\nOlga Berger, Harbour Trust, Freeland\n\nTom Novak, director of the Bay Watch Centre\n\n"


def cast_of(nlp: Language, text: str) -> tuple[Cast, set[tuple[str, str]]]:
    parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
    cast = Cast.of(parsed, Authority())
    names = {e.id: e.name for e in cast.entries.values()}
    return cast, {(names[a.person], names[a.organization]) for a in find_affiliations(parsed, cast)}


def test_a_roster_at_the_end_is_a_signature(nlp: Language) -> None:
    cast, found = cast_of(nlp, "Open letter on the bay\n\n" + BODY + SIGNED)
    assert found == {("Ann Lee", "Temple Chambers"), ("Ben Orr", "Harbour Institute")}
    assert {cast.entries[a].name for a in cast.author} == {"Ann Lee", "Ben Orr", "Carl Roe"}


def test_a_roster_inside_is_a_list(nlp: Language) -> None:
    cast, found = cast_of(nlp, "Briefing on the bay\n\n" + SPEAKERS + BODY + BODY)
    assert found == {("Olga Berger", "Harbour Trust"), ("Tom Novak", "Bay Watch Centre")}
    assert {line.kind for line in cast.lines if "Novak" in line.source} == {"roster"}


def test_sentences_and_single_lines_are_no_roster(nlp: Language) -> None:
    text = (
        "Ann Lee, director of the Trust, was late.\n\nBen Orr, a lawyer, came.\n\n"
        + BODY
        + "Ann Lee, Harbour Trust\n\n"
        + BODY
    )
    cast, _ = cast_of(nlp, text)
    assert "roster" not in {line.kind for line in cast.lines}
