"""Dates in running text."""

from __future__ import annotations

import doctest
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demandgraph import dates
from demandgraph.dates import find_dates, full_dates, is_date

REFERENCE = "2031-08-14"  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 8 February 2031", [("8 February 2031", "2031-02-08")]),
        ("on February 8, 2031, in Rome", [("February 8, 2031", "2031-02-08")]),
        ("Plenary session, 18-07-2029", [("18-07-2029", "2029-07-18")]),
        ("2031-02-08T10:00", [("2031-02-08", "2031-02-08")]),
        ("01.06.2032 in Port Amber", [("01.06.2032", "2032-06-01")]),
        ("12/31/2030", [("12/31/2030", "2030-12-31")]),
        ("1st August 2029", [("1st August 2029", "2029-08-01")]),
        ("Friday 17th January 2014", [("Friday 17th January 2014", "2014-01-17")]),
        ("the 3rd of May 2030", [("3rd of May 2030", "2030-05-03")]),
        ("26 February, 2024", [("26 February, 2024", "2024-02-26")]),
        ("Sept. 3, 2031", [("Sept. 3, 2031", "2031-09-03")]),
        ("on 20 and 21 June 2018", [("20 and 21 June 2018", "2018-06-20")]),
        ("from 24 January to 4 February 2011", [("24 January", "2011-01-24"), ("4 February 2011", "2011-02-04")]),
        ("in March 2022", [("March 2022", "2022-03")]),
        ("since 2020 and in early 2021", [("2020", "2020"), ("2021", "2021")]),
        ("at its 2014 convention", [("2014", "2014")]),
        ("its 2,014 members", []),
        ("resolution 2254 (2015)", [("2015", "2015")]),
    ],
)
def test_dates_that_stand_alone(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[b:e], iso) for b, e, iso in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week", "2031-08"),
        ("today in Norholm", "2031-08-14"),
        ("yesterday", "2031-08-13"),
        ("last Thursday", "2031-08-07"),
        ("on Thursday", "2031-08-14"),
        ("on Tuesday", "2031-08-12"),
        ("next Monday", "2031-08-18"),
        ("on 3 May", "2031-05-03"),
        ("On January 8th, the police", "2031-01-08"),
        ("on Sunday, November 3", "2030-11-03"),
        ("on 20 December", "2031-12-20"),
        ("in June", "2031-06"),
        ("last month", "2031-07"),
        ("last year", "2030"),
        ("two weeks ago", "2031-07-31"),
        ("three years ago", "2028"),
    ],
)
def test_dates_that_need_a_reference(text: str, expected: str) -> None:
    assert [iso for _, _, iso in find_dates(text, REFERENCE)] == [expected]
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "resolution 60/251", "14/5 Prevention", "1,500 people", "2254 votes", "the 1990s", "they may 3 times",
        "Room 2020", "No. 2031/44", "99.99.2020", "31.12.99", "A/RES/78/220",
    ],
)  # fmt: skip
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find_dates(text, REFERENCE) == []


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%Y-%m-%d", "%d.%m.%Y"):
        assert [iso for _, _, iso in find_dates(day.strftime(form))] == [day.isoformat()], form


@given(st.text(max_size=200), st.sampled_from([None, "2031", "2031-08", REFERENCE, "nonsense"]))
def test_any_text(text: str, reference: str | None) -> None:
    found = find_dates(text, reference)
    assert all(is_date(iso) for _, _, iso in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_examples_of_the_module() -> None:
    result = doctest.testmod(dates)
    assert result.attempted >= 2
    assert result.failed == 0


def test_a_week_in_two_months_is_left_out() -> None:
    assert find_dates("last week", "2031-08-05") == []
    assert find_dates("three times a week", REFERENCE) == []


def test_full_dates_are_those_with_a_day_wherever_they_stand() -> None:
    filler = "The union met again and again without a result. " * 5
    text = f"{filler}It met on 3 May 2031, and in June 2032. {filler}Since 2019 it waits. {filler}Norton, July 14, 2033"
    assert full_dates(text) == [found for found in find_dates(text) if len(found[2]) == 10]
    assert [iso for _, _, iso in full_dates(text)] == ["2031-05-03", "2033-07-14"]
