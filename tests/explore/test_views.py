"""Matrix, flow, timeline, lineage and table in the browser, and the files that are saved of them."""

from __future__ import annotations

import csv
import io
import re
from typing import Any
from xml.etree import ElementTree

import pytest


def test_every_view_shows_the_same_selection(page: Any) -> None:
    page.open("topic=release&view=table")
    assert len(page.rows()) == 4
    page.click("#tab-matrix")
    assert (
        page.run("return [...document.querySelectorAll('.cell')].reduce((s, c) => s + Number(c.textContent), 0)") == 4
    )
    page.click("#tab-flow")
    assert page.count(".flow .c1") == 1 and page.count(".ribbon") == 4
    page.click("#tab-timeline")
    assert page.count(".entry.e-Demand") == 4
    page.click(".cell" if page.count(".cell") else "#tab-matrix")
    page.click(".cell")
    assert "view=table" in page.state() and "issuer=" in page.state()


def test_a_cell_of_the_matrix_leads_to_just_its_demands(hostile_page: Any, page: Any) -> None:
    for opened in (page, hostile_page):
        opened.open("view=matrix")
        for i in range(min(8, opened.count(".cell"))):
            opened.open("view=matrix")
            wanted = int(opened.run("return document.querySelectorAll('.cell')[arguments[0]].textContent", i))
            opened.run("document.querySelectorAll('.cell')[arguments[0]].click()", i)
            assert len(opened.rows()) == wanted


def test_the_table_sorts(page: Any) -> None:
    page.open("view=table")
    page.click(".rows th button", "What")
    up = [r[3] for r in page.rows()]
    page.click(".rows th button", "What")
    assert [r[3] for r in page.rows()] == up[::-1] and up == sorted(up, key=str.lower)
    assert page.run("return document.querySelector('.rows th[aria-sort=descending]').textContent").startswith("What")


def test_csv_holds_the_rows_and_the_quotes(page: Any) -> None:
    page.open("view=table&topic=release")
    text = page.run("return explorer.csv()")
    assert text.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(table) == 4
    first = next(r for r in table if r["IRI"].endswith("demand/r1"))
    assert first["Quote"] == "Urges the Government of Marrow to release all imprisoned teachers without delay"
    assert first["Who is asked"] == "Government of Marrow"


def test_no_cell_of_the_csv_is_a_formula(hostile_page: Any) -> None:
    for table in ("Demand", "Event", "Actor", "Affiliation", "Figure", "Document"):
        hostile_page.open(f"view=table&table={table}")
        for row in csv.reader(io.StringIO(hostile_page.run("return explorer.csv()").removeprefix("\ufeff"))):
            assert not any(cell.lstrip()[:1] in ("=", "+", "@") for cell in row)


@pytest.mark.parametrize(
    ("view", "says"),
    [
        ("network", "Lakeland Teachers"),
        ("matrix", "Council of Elders"),
        ("flow", "Who is asked"),
        ("timeline", "Adoption by Assembly of Lakeland"),
        ("lineage", "Two years on"),
    ],
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_view_is_saved_as_its_own_picture(page: Any, view: str, says: str, theme: str) -> None:
    page.open(f"view={view}&theme={theme}")
    name, png = page.saved("PNG", "image/png") or ("", b"")
    assert name == f"{view}.png" and png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") > 300 and int.from_bytes(png[20:24], "big") > 300, "width and height"
    page.open(f"view={view}&theme={theme}")
    name, drawing = page.saved("SVG", "image/svg") or ("", b"")
    root = ElementTree.fromstring(drawing)
    assert name == f"{view}.svg" and root.tag == "{http://www.w3.org/2000/svg}svg"
    assert says in re.sub(r"\s+", " ", " ".join(root.itertext()))
    assert not any(a.startswith(("class", "on", "href")) for e in root.iter() for a in e.attrib)
    assert page.errors() == []


def test_a_table_is_saved_as_csv_and_not_as_a_picture(page: Any) -> None:
    page.open("view=table&table=Event")
    assert page.saved("PNG", "image/png") is None and page.saved("SVG", "image/svg") is None
    name, content = page.saved("CSV", "text/csv") or ("", b"")
    assert name == "events.csv" and len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))) == 4


def test_the_lineage_draws_the_statements_of_a_shared_demand_from_left_to_right(page: Any) -> None:
    page.open("sel=demand/r1").click("#drawn")
    assert "view=lineage" in page.state()
    cards = page.run(
        "return [...document.querySelectorAll('.line .card')].map(c => [c.getBoundingClientRect().left, [...c.querySelectorAll('text')].map(t => t.textContent).join(' ')])"
    )
    assert [x for x, _ in cards] == sorted(x for x, _ in cards) and len(cards) == 3
    for (_, text), (issuer, title) in zip(
        cards,
        [
            ("Lakeland Teachers' League", "Free our"),
            ("Assembly of Lakeland", "Resolution 7"),
            ("Ida Fenn", "Two years"),
        ],
        strict=True,
    ):
        assert issuer in text and title in text
    assert page.text(".line .status") == "Unfulfilled"
    assert page.run("return [...document.querySelectorAll('.line .date')].map(d => d.textContent)") == [
        "20 April 2021",
        "3 May 2021",
        "10 February 2023",
    ]
    assert page.count(".again") == 2, "the resolution and the news both repeat the appeal"
    assert page.run("return [...document.querySelectorAll('.line .gone')].map(d => d.textContent)") == [
        "13 days",
        "21 months",
    ]
    assert page.count(".linetext li") == 3 and "Repeats Free our colleagues of 20 April 2021." in page.text(".linetext")
    page.open("view=lineage&to=2022")
    assert page.count(".line .card") == 2 and "1 more is left out by the filters" in page.text("#linefacts")
