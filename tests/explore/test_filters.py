"""Legend, filters, search and timeline strip in the browser, and the address that holds what is chosen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest

from demandgraph.explore import Edge, Node, View


def test_the_legend_is_a_filter(page: Any) -> None:
    assert page.counts()["Demand"] == "6"
    before = page.shown()["nodes"]
    page.click("#class-Event")
    assert page.shown()["nodes"] == before - 3
    assert page.run("return document.getElementById('class-Event').getAttribute('aria-pressed')") == "false"
    assert "no events" in page.text(".chips")
    page.click("#class-Event")
    assert page.shown()["nodes"] == before


@pytest.mark.parametrize(
    ("state", "demands", "events"),
    [
        ("topic=release", 4, 1),
        ("force=request", 1, 1),
        ("doc=document/appeal", 2, 1),
        ("issuer=actor/league", 2, 0),
        ("addressee=actor/elders", 1, 1),
        ("addressee=none", 0, 0),
        ("from=2021-05", 4, 1),
        ("to=2021-03", 0, 1),
        ("from=2021-04&to=2021-04", 2, 1),
        ("support=2", 3, 0),
        ("q=evening%20schools", 1, 0),
        ("topic=release&issuer=actor/assembly", 1, 1),
        ("event=Demonstration", 6, 1),
    ],
)
def test_every_filter_narrows_and_is_restored_from_the_address(
    page: Any, state: str, demands: int, events: int
) -> None:
    page.open(state)
    assert (page.counts()["Demand"], page.counts()["Event"]) == (str(demands), str(events))
    assert page.count(".chip") >= 1
    assert set(page.state().replace("%2F", "/").replace("+", "%20").split("&")) == set(state.split("&"))
    page.click(".chip")
    assert page.state() != state


def test_filters_are_chosen_by_their_boxes(page: Any) -> None:
    page.click("#topic-release")
    assert page.state() == "topic=release"
    page.click("#issuer-actor_league")
    assert page.counts()["Demand"] == "2"
    page.click(".chips button", "Clear all")
    assert page.state() == ""


def test_search_suggests_names_other_names_and_demands(page: Any) -> None:
    page.run("document.getElementById('q').focus()")
    page.keys("ltl")
    assert "Lakeland Teachers' League" in page.text("#suggestions")
    page.keys("\ue015", "\ue007")  # arrow down, enter
    assert "sel=actor" in page.state()
    assert page.text("#panel h2") == "Lakeland Teachers' League"
    page.run("document.getElementById('q').focus()")
    page.keys("evening")
    assert "end the ban on evening schools" in page.text("#suggestions li")
    page.keys("\ue00c")  # escape
    assert page.run("return document.getElementById('suggestions').hidden")


def test_the_timeline_strip_is_brushed_by_keyboard(page: Any) -> None:
    page.run("document.getElementById('strip-from').focus()")
    page.keys("\ue014")  # arrow right
    assert page.state().startswith("from=2021-04")
    page.click("#strip button", "All times")
    assert page.state() == ""


def test_back_and_forward_go_through_the_states(page: Any) -> None:
    page.click("#tab-table").click("#topic-release")
    page.driver.back()
    time.sleep(0.3)
    assert page.state() == "view=table"
    assert len(page.rows()) == 6
    page.driver.forward()
    time.sleep(0.3)
    assert len(page.rows()) == 4


def test_nonsense_in_the_address_does_no_harm(page: Any) -> None:
    for state in (
        "view=nowhere&sel=%3Cscript%3E&steps=x&topic=%E0%A4%A",
        "%",
        "sel=edge:a b c",
        "root=none&a=x&b=y",
        "table=toString&view=toString&sort=__proto__&off=toString&event=constructor&topic=__proto__&force=valueOf",
    ):
        page.open(state)
        assert page.errors() == []


@pytest.mark.parametrize(
    "state",
    [
        "off=Event Document",
        "hide=actor/league",
        "pin=actor/league",
        "open=bundle:demand/a1",
        "root=actor/elders&steps=3",
        "a=actor/fenn&b=actor/elders&slack=1",
        "view=table&table=Event&sort=Date:up&sel=event/march",
        "view=lineage&line=shared/prisoners",
        "theme=dark&detail=all&physics=on",
    ],
)
def test_all_else_that_is_chosen_is_restored_too(page: Any, state: str) -> None:
    page.open(state.replace(" ", "+"))
    assert set(unquote_plus(page.state()).split("&")) == set(state.split("&"))
    assert page.errors() == []


def test_the_timeline_strip_is_brushed_by_dragging(page: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    left, top, width = page.run(
        "const r = document.querySelector('.track').getBoundingClientRect(); return [r.left, r.top, r.width]"
    )
    actions = ActionChains(page.driver)
    pointer = actions.w3c_actions.pointer_action
    pointer.move_to_location(int(left + width * 0.01), int(top + 20)).pointer_down()
    pointer.move_to_location(int(left + width * 0.18), int(top + 20)).pointer_up()
    actions.perform()
    assert page.state() == "to=2021-06" and page.counts()["Demand"] == "5"
    assert page.count(".bin.out") > 0


def test_a_long_filter_has_a_box_to_find_one(page: Any, pages: Callable[[View, str], Path]) -> None:
    nodes = [Node("x:d", "Document", "Minutes")]
    edges = []
    for i in range(90):
        nodes += [Node(f"x:a/{i}", "Country", f"Country {i}"), Node(f"x:m/{i}", "Demand", f"do thing {i}")]
        edges += [Edge(f"x:m/{i}", f"x:a/{i}", "issuer"), Edge(f"x:m/{i}", "x:d", "statedIn")]
    page.open("", pages(View(tuple(nodes), tuple(sorted(edges)), {"x:d": ""}), "many"))
    offered = "[data-name=issuer] .check"
    assert page.count(offered) == 60 and "and 30 more" in page.text("[data-name=issuer]")
    page.run("document.querySelector('[data-name=issuer]').open = true; document.getElementById('find-issuer').focus()")
    page.keys("country 77")
    assert page.count(offered) == 1
    page.click(f"{offered} input")
    assert page.state() == "issuer=x%3Aa%2F77" and page.counts()["Demand"] == "1"
