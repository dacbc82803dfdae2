"""The network in the browser: what is shown at first, what a click, a step or a switch does."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from demandgraph.explore import View, write

LEAGUE = "actor/league"
ASSEMBLY = "actor/assembly"
MARROW = "actor/marrow"
VIEWS = ("network", "matrix", "flow", "timeline", "lineage", "table")


def test_it_opens_without_complaint_and_without_a_request(page: Any) -> None:
    page.driver.get_log("performance")
    page.open()
    for view in VIEWS:
        page.click(f"#tab-{view}")
    page.click(".rows tbody tr")
    time.sleep(0.2)
    sent = [json.loads(e["message"])["message"] for e in page.driver.get_log("performance")]
    urls = [m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"]
    assert urls and all(u.startswith(("file:", "data:", "blob:", "about:")) for u in urls)
    assert page.errors() == []


def test_the_first_look_shows_everything_of_a_small_graph_with_labels_apart(page: Any) -> None:
    shown = page.shown()
    assert shown["nodes"] == 22
    assert shown["labels"] >= 20
    boxes = shown["boxes"]
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], "two labels overlap"


def test_clicking_the_picture_selects(page: Any) -> None:
    page.run(
        "const id = explorer.network().body.nodeIndices[0], p = explorer.network().canvasToDOM(explorer.network().getPosition(id));"
        "const box = document.querySelector('#net canvas').getBoundingClientRect();"
        "window.at = [box.left + p.x, box.top + p.y];"
    )
    from selenium.webdriver.common.action_chains import ActionChains

    x, y = page.run("return window.at")
    actions = ActionChains(page.driver)
    actions.w3c_actions.pointer_action.move_to_location(int(x), int(y)).pointer_down().pointer_up()
    actions.perform()
    deadline = time.monotonic() + 3
    while not page.state() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert page.state().startswith("sel=")
    assert not page.run("return document.getElementById('panel').hidden")


def test_neighbourhood_by_steps(page: Any) -> None:
    page.open("root=actor/elders")
    one = page.shown()["nodes"]
    page.open("root=actor/elders&steps=2")
    two = page.shown()["nodes"]
    assert one == 2 and two > one
    page.open(f"sel={LEAGUE}").click("#panel button", "Only what is near")
    assert "root=actor" in page.state() and page.shown()["nodes"] < 20
    page.click("#panel button", "Everything again")
    assert page.shown()["nodes"] == 22


def test_a_page_made_with_a_focus_opens_on_it(page: Any, view: View, tmp_path: Path) -> None:
    path = tmp_path / "focus.html"
    write(view, path, focus="Council of Elders", depth=2)
    page.open("", path)
    assert "root=actor%2Felders" in page.state() and "steps=2" in page.state()
    assert page.text("#panel h2") == "Council of Elders" and 2 < page.shown()["nodes"] < 22
    page.open("topic=release", path)
    assert page.state() == "topic=release", "what the address says goes before the focus"


def test_only_what_connects_two_actors(page: Any) -> None:
    page.open(f"sel={ASSEMBLY}").click("#connect")
    page.keys("council of elders", "\ue007")
    assert "a=actor%2Fassembly" in page.state() and "b=actor%2Felders" in page.state()
    assert page.shown()["nodes"] == 3
    assert "2 steps between them" in page.text("#status")


def test_hide_and_pin(page: Any) -> None:
    page.open(f"sel={MARROW}").click("#panel button", "Pin")
    page.click("#topic-procedure")
    assert f"pinned: {'Marrow'}" in page.text(".chips")
    with_pin = page.shown()["nodes"]
    page.click("#panel button", "Unpin")
    page.run("explorer.network()")
    page.open(f"topic=procedure&pin={MARROW}")
    assert page.shown()["nodes"] == with_pin
    page.open(f"sel={MARROW}").click("#panel button", "Hide")
    assert page.shown()["nodes"] == 21


def test_a_bundle_shows_all_that_it_holds(page: Any) -> None:
    page.open("sel=bundle%3Ademand/a1")
    assert "3 demands in 3 documents" in page.text("#panel .sentence")
    assert page.count("#panel .quote") == 3


def test_what_is_shown_is_the_same_every_time(page: Any) -> None:
    first = page.run("return explorer.network().getPositions()")
    assert page.open().run("return explorer.network().getPositions()") == first


def test_physics_is_off_until_it_is_asked_for(page: Any) -> None:
    positions = "return JSON.stringify(explorer.network().getPositions())"
    first = page.run(positions)
    time.sleep(0.3)
    assert page.run(positions) == first
    page.click("#physics")
    deadline = time.monotonic() + 5
    while page.run(positions) == first and time.monotonic() < deadline:
        time.sleep(0.1)
    assert page.run(positions) != first
    page.click("#physics")
    assert page.state() == ""


def click_node(page: Any, key: str) -> None:
    """Click the picture where a node is."""
    from selenium.webdriver.common.action_chains import ActionChains

    x, y = page.run(
        "const net = explorer.network(), id = net.body.nodeIndices.find(i => explorer.node(i).label === arguments[0]);"
        "const p = net.canvasToDOM(net.getPosition(id)), box = document.querySelector('#net canvas').getBoundingClientRect();"
        "return [box.left + p.x, box.top + p.y]",
        key,
    )
    actions = ActionChains(page.driver)
    actions.w3c_actions.pointer_action.move_to_location(int(x), int(y)).pointer_down().pointer_up()
    actions.perform()


def test_the_other_end_of_a_connection_may_be_clicked(page: Any) -> None:
    page.open(f"sel={ASSEMBLY}").click("#connect")
    assert "What connects Assembly of Lakeland" in page.run("return document.getElementById('q').placeholder")
    click_node(page, "Council of Elders")
    deadline = time.monotonic() + 3
    while "b=" not in page.state() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "b=actor%2Felders" in page.state()
    page.click("#connect").keys("\ue00c")  # escape: asked no more
    assert page.run("return document.getElementById('q').placeholder").startswith("Search")


def test_nothing_on_the_way_between_two_things_is_dimmed(page: Any) -> None:
    page.open("a=actor/fenn&b=actor/elders&sel=actor/fenn")
    page.run("explorer.network().renderer._redraw(false)")
    assert page.shown()["labels"] == page.shown()["nodes"] > 4


def test_the_picture_of_a_selection_shows_it_with_what_it_touches(page: Any) -> None:
    def names(state: str) -> tuple[set[str], int]:
        page.open(state)
        root = ElementTree.fromstring((page.saved("SVG", "image/svg") or ("", b""))[1])
        return {" ".join(t.itertext()) for t in root.iter("{http://www.w3.org/2000/svg}title")}, int(
            root.attrib["width"].split(".")[0]
        )

    whole, part = names(""), names("sel=demand/r3")
    assert len(whole[0]) > 20 and 3 < len(part[0]) < 8 and part[0] < whole[0] and part[1] < whole[1]
    page.open("sel=demand/r3")
    _, png = page.saved("PNG", "image/png") or ("", b"")
    assert int.from_bytes(png[16:20], "big") in range(part[1], 2 * part[1] + 3), "the same crop, at most twice as fine"


def test_names_stay_in_place_while_the_picture_is_dragged(page: Any) -> None:
    def offsets() -> Any:
        return page.run("return explorer.shown().boxes.map(b => [Math.round(b[2] - b[0]), Math.round(b[3] - b[1])])")

    before, count = offsets(), page.shown()["labels"]
    page.run("explorer.network().renderer.dragging = true; explorer.network().renderer._redraw(false)")
    assert offsets() == before and page.shown()["labels"] == count
    page.run("explorer.network().renderer.dragging = false")
