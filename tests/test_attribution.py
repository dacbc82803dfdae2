"""Who makes a recommendation: the names in the brackets that close it."""

from __future__ import annotations

import pytest

from demandgraph.attribution import read_makers, split_parts, without_furniture
from demandgraph.attribution_table import column_roles, read_row


def told(text: str, known: frozenset[str] | None = None) -> list[tuple[str, list[str]]]:
    """Words and makers of each part."""
    parts = split_parts(text, known.__contains__ if known is not None else None)
    return [(text[p.begin : p.end], [m.name for m in p.makers]) for p in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open the archives (Spain);", [("Open the archives", ["Spain"])]),
        ("Open the archives (Norway, Sweden)", [("Open the archives", ["Norway", "Sweden"])]),
        ("Open the archives (Norway and Sweden).", [("Open the archives", ["Norway", "Sweden"])]),
        ("Open the archives (Chad; Mali);", [("Open the archives", ["Chad", "Mali"])]),
        ("Open the archives (Chad) (Mali) (Togo);", [("Open the archives", ["Chad", "Mali", "Togo"])]),
        ("Open the archives (Chad)/(Mali);", [("Open the archives", ["Chad", "Mali"])]),
        ("Open the archives (the Netherlands);", [("Open the archives", ["Netherlands"])]),
        ("Open the archives (recommended by Peru);", [("Open the archives", ["Peru"])]),
        ("Open the archives (UK, USA);", [("Open the archives", ["UK", "USA"])]),
        ("Open the archives (Guinea-Bissau, Timor-Leste);", [("Open the archives", ["Guinea-Bissau", "Timor-Leste"])]),
    ],
)
def test_closing_brackets_name_the_makers(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Trinidad and Tobago and Cuba", ["Trinidad and Tobago", "Cuba"]),
        ("Bosnia and Herzegovina", ["Bosnia and Herzegovina"]),
        (
            "Great Britain and Northern Ireland and Norway",
            ["Great Britain and Northern Ireland", "Norway"],
        ),
        ("Saint Vincent and the Grenadines", ["Saint Vincent and the Grenadines"]),
        ("Peru, Iran (Islamic Republic of)", ["Peru", "Iran (Islamic Republic of)"]),
        ("Korea, Republic of, Peru", ["Republic of Korea", "Peru"]),
        ("Lao PeopleÕs Democratic Republic", ["Lao People’s Democratic Republic"]),
        ("Côte d’Ivoire", ["Côte d’Ivoire"]),
        ("the former Yugoslav Republic of Macedonia", ["former Yugoslav Republic of Macedonia"]),
        ("Islamic Republic of\n       Iran**", ["Islamic Republic of Iran"]),
    ],
)
def test_names_in_a_bracket(content: str, names: list[str]) -> None:
    makers = read_makers(content, 0)
    assert [m.name for m in makers] == names


@pytest.mark.parametrize(
    "text",
    [
        "Ratify the Protocol against Dams (PAD);",
        "Train the guard (see paragraph 12);",
        "Strengthen the Rivers (Protection) Act",
        "Bring the council into line with the Geneva Rules (Paris Principles);",
        "Report on goal 5 (SDG 5.2).",
        "Open the archives (Article 9);",
    ],
)
def test_other_brackets_belong_to_the_words(text: str) -> None:
    assert told(text) == [(text.rstrip(";."), [])]


def test_several_recommendations_in_one_paragraph() -> None:
    text = "Open the archives (Chad); close the dams (Mali)*; and lower the tolls (Togo).3 Plant hedges (Peru)"
    assert told(text) == [
        ("Open the archives", ["Chad"]),
        ("close the dams", ["Mali"]),
        ("lower the tolls", ["Togo"]),
        ("Plant hedges", ["Peru"]),
    ]


def test_a_bracket_of_its_own_adds_to_the_recommendation_before_it() -> None:
    assert told("Open the archives (Chad); (Mali);") == [("Open the archives", ["Chad", "Mali"])]


def test_numbers_and_joining_words_are_left_out() -> None:
    assert told("(a) To open the archives (Chad)") == [("open the archives", ["Chad"])]
    assert told("7.2 Open the archives, (Chad)") == [("Open the archives", ["Chad"])]


def test_an_enumeration_within_one_recommendation_stays_whole() -> None:
    text = "Do what the panel asked: (a) open the archives; (b) close the dams (Chad);"
    assert told(text) == [("Do what the panel asked: (a) open the archives; (b) close the dams", ["Chad"])]
    assert told("(a) Open the archives; (b) close the dams (Chad);")[0][0].startswith("(a) Open")


def test_makers_in_the_middle_count_where_they_are_known() -> None:
    text = "Sign (Chad)/ratify (Mali) the treaty on dams (Mali);"
    assert told(text) == [("Sign (Chad)/ratify (Mali) the treaty on dams", ["Mali"])]
    known = frozenset({"Chad", "Mali"})
    assert told(text, known) == [("Sign (Chad)/ratify (Mali) the treaty on dams", ["Chad", "Mali"])]


def test_a_known_name_closes_where_the_semicolon_is_missing() -> None:
    known = frozenset({"Chad", "Mali"})
    assert told("Open the archives (Chad) Close the dams (Mali)", known) == [
        ("Open the archives", ["Chad"]),
        ("Close the dams", ["Mali"]),
    ]


def test_half_brackets() -> None:
    assert told("Open the archives (Chad") == [("Open the archives", ["Chad"])]
    assert told("Open the archives Chad);", frozenset({"Chad"})) == [("Open the archives", ["Chad"])]


def test_offsets_lead_to_the_names() -> None:
    text = "Open the archives (Islamic Republic\n  of Iran, Chad);"
    (part,) = split_parts(text)
    assert [text[m.begin : m.end] for m in part.makers] == ["Islamic Republic\n  of Iran", "Chad"]
    assert text[part.close - 1] == ";"


def test_running_heads_are_read_over() -> None:
    text = "Open the archives (Micronesia (Federated\n\n12\n\fA/XY/3/4\n\n   States of));"
    assert len(without_furniture(text)) == len(text)
    assert told(text) == [("Open the archives", ["Micronesia (Federated States of)"])]


@pytest.mark.parametrize("text", ["", "   ", "();", "(Chad)", "(" * 5000, ")" * 5000, "(Chad" * 500])
def test_odd_input_is_survived(text: str) -> None:
    split_parts(text)


def test_a_row_of_a_table() -> None:
    header = "| No. | Recommendation | Recommending State | Response |"
    row = "| 4 | Open the archives | Chad, Mali | Not accepted |"
    assert column_roles(header) == {"number": 0, "recommendation": 1, "maker": 2, "response": 3}
    part, response = read_row(header, row)
    assert part is not None
    assert (row[part.begin : part.end], [m.name for m in part.makers]) == ("Open the archives", ["Chad", "Mali"])
    assert response == "Not accepted"
    assert read_row("| Year | Rainfall |", row) == (None, "")
