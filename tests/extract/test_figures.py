"""Figures: numbers that count people, votes, acts, bodies or documents, and those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.extract.figures import find_figures
from demandgraph.extract.number_words import find_numbers, words_to_number
from demandgraph.language import analyse
from demandgraph.model import Figure, Source

if TYPE_CHECKING:
    from spacy.language import Language


def figures(text: str, nlp: Language, known: Authority) -> tuple[Figure, ...]:
    parsed = next(iter(analyse([Source("x.txt", "x.txt", text)], nlp)))
    cast = Cast.of(parsed, known)
    found = find_figures(parsed, cast, find_events(parsed, cast))
    for figure in found:
        for phrase in figure.evidence:
            assert parsed.text[phrase.begin : phrase.end] == phrase.text
    return found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twelve", 12), ("forty-two", 42), ("three hundred and five", 305), ("two thousand", 2000), ("one million", 1e6),
        ("three dozen", 36), ("seven hundred thousand", 700_000), ("two three", None),
    ],
)  # fmt: skip
def test_words_to_number(words: str, value: float | None) -> None:
    assert words_to_number(words) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 1,200 miners", [(1200, "about")]),
        ("nearly 3.5 million people", [(3.5e6, "nearly")]),
        ("at least forty nurses", [(40, "at least")]),
        ("between 3 and 5 thousand people", [(3000, "at least"), (5000, "at most")]),
        ("tens of thousands of villagers", [(10_000, None)]),
        ("10 000 letters", [(10_000, None)]),
        ("500+ signatures", [(500, "more than")]),
        ("half a million voters", [(500_000, None)]),
        ("document A/12/3, COVID-19, 12:30, 18-07-2019, $400 and the 21st", []),
    ],
)
def test_find_numbers(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(n.value, n.qualifier) for n in find_numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "unit", "quote", "rule"),
    [
        ("Police arrested about 300 peaceful marchers in the square.", 300, "peaceful marchers", "about 300 peaceful marchers", "people"),
        ("More than 20 observers and journalists were present.", 20, "observers and journalists", "More than 20 observers and journalists", "people"),
        ("The board received 40 complaints last spring.", 40, "complaints", "40 complaints", "count"),
        ("The clinic lost 4,000 of those records in the fire.", 4000, "records", "4,000 of those records", "count"),
        ("Over 300 were wounded in the clashes.", 300, "people wounded", "Over 300 were wounded", "alone"),
        ("The editor was summoned more than ten times by the police.", 10, "times", "more than ten times", "count"),
        ("Some 40 % of pupils stay at home.", 40, "% of pupils", "Some 40 % of pupils", "percentage"),
        ("The board read 90 letters and answered 30 of them.", 30, "letters", "30 of them", "part"),
    ],
)  # fmt: skip
def test_what_a_number_counts(
    text: str, value: float, unit: str, quote: str, rule: str, nlp: Language, known: Authority
) -> None:
    found = {f.value: f for f in figures(text, nlp, known)}
    assert value in found
    assert (found[value].unit, found[value].evidence[0].text) == (unit, quote)
    assert found[value].rule == f"rules/figure/{rule}"


@pytest.mark.parametrize(
    "text",
    [
        "The talks began on 12 May 2019 at 11.30.",
        "Under article 7 and resolution 14 the court has three weeks.",
        "The girl is 15 years old and lives 20 kilometres from Norton.",
        "The fund paid 300 dollars, or 40 euros, for five hours.",
        "This is the third time in 20 years.",
        "The COP 27 document has two parts and three main goals.",
        "One of the largest groups left.",
        "Prices rose by 12 per cent.",
    ],
)
def test_numbers_that_count_nothing(text: str, nlp: Language, known: Authority) -> None:
    assert figures(text, nlp, known) == ()


def test_votes_are_three_figures_of_one_adoption(nlp: Language, known: Authority) -> None:
    text = "On 3 May 2019 the Senate of Kenya adopted the bill by 61 votes in favour, 12 against, and 7 abstentions."
    found = figures(text, nlp, known)
    assert [(f.value, f.unit) for f in found] == [(61, "votes in favour"), (12, "votes against"), (7, "abstentions")]
    assert len({f.event for f in found}) == 1


def test_votes_to(nlp: Language, known: Authority) -> None:
    found = figures("The motion was adopted with 61 votes to 12 and 7 abstentions.", nlp, known)
    assert [(f.value, f.unit) for f in found] == [(61, "votes in favour"), (12, "votes against"), (7, "abstentions")]


def test_a_count_told_twice_is_one_figure(nlp: Language, known: Authority) -> None:
    found = figures("Police detained 34 nurses. Of the 34 nurses, none was charged.", nlp, known)
    assert [f.value for f in found] == [34]


def test_a_figure_belongs_to_the_event_that_tells_it(nlp: Language, known: Authority) -> None:
    found = figures("Police arrested 34 nurses in Nairobi. The hospital has 900 patients.", nlp, known)
    assert found[0].event is not None and found[0].event.startswith("repression-")
    assert found[1].event is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike killed 14, including six children.", {(14, "people killed"), (6, "children")}),
        ("The blast left 14 dead and 30 wounded.", {(14, "people dead"), (30, "people wounded")}),
        ("The death toll rose to 48.", {(48, "deaths")}),
        ("The number of detainees has risen to 320.", {(320, "detainees")}),
        ("Police faced a crowd of 4,300.", {(4300, "crowd")}),
        ("The bill passed 62-38.", {(62, "votes in favour"), (38, "votes against")}),
        ("Over 2000 workers lost their jobs.", {(2000, "workers")}),
        ("They collected 10 lakh signatures.", {(1_000_000, "signatures")}),
        ("Thirteen of fifteen members stayed away.", {(13, "members"), (15, "members")}),
        ("Four Britons were held at the camp.", {(4, "Britons")}),
        ("In 2000 workers lost their jobs.", set()),
        ("There are 2.5 physicians per 10,000 people.", set()),
        ("More than one in three women knows it.", set()),
        ("The resolution was adopted for 2001-2010.", set()),
        ("The temperature rose to 48.", set()),
        ("The league beat them 62-38.", set()),
    ],
)
def test_counts_told_around_the_number(
    text: str, expected: set[tuple[float, str]], nlp: Language, known: Authority
) -> None:
    assert {(f.value, f.unit) for f in figures(text, nlp, known)} == expected
