"""The page in a real browser: each thing a reader can do, and what no text may do."""

from __future__ import annotations

import base64
import csv
import importlib.util
import io
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, Store, parse

from demandgraph.explore import Explorer, View, write

LEAGUE, GOVERNMENT, ASSEMBLY, MARROW = "actor/league", "actor/government", "actor/assembly", "actor/marrow"
VIEWS = ("network", "matrix", "flow", "timeline", "lineage", "table")


def numbers(page: Any) -> dict[str, str]:
    """The legend's counts by class."""
    return dict(
        page.run(
            "return [...document.querySelectorAll('.key')].map(k => [k.id.slice(6), k.querySelector('.n').textContent])"
        )
    )


def rows(page: Any) -> list[list[str]]:
    """The cells of the table that is shown."""
    return list(
        page.run(
            "return [...document.querySelectorAll('.rows tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
        )
    )


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


def test_the_legend_is_a_filter(page: Any) -> None:
    assert numbers(page)["Demand"] == "6"
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
    assert (numbers(page)["Demand"], numbers(page)["Event"]) == (str(demands), str(events))
    assert page.count(".chip") >= 1
    assert set(page.state().replace("%2F", "/").replace("+", "%20").split("&")) == set(state.split("&"))
    page.click(".chip")
    assert page.state() != state


def test_filters_are_chosen_by_their_boxes(page: Any) -> None:
    page.click("#topic-release")
    assert page.state() == "topic=release"
    page.click("#issuer-actor_league")
    assert numbers(page)["Demand"] == "2"
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


def test_evidence_of_a_demand(page: Any) -> None:
    page.open("sel=demand/r1")
    heading = page.text("#panel h2")
    assert (
        "Assembly of Lakeland" in heading
        and "urges" in heading
        and "release all imprisoned teachers without delay" in heading
    )
    assert page.text("#panel mark") == "Urges the Government of Marrow to release all imprisoned teachers without delay"
    assert page.text("#panel mark strong") == "release all imprisoned teachers without delay"
    assert "Resolution 7 on the teachers of Marrow" in page.text("#panel figcaption")
    assert "3 May 2021" in page.text("#panel figcaption")
    assert "very likely right (0.90)" in page.text("#panel .madeby") and "urge to infinitive" in page.text(
        "#panel .madeby"
    )
    assert "Free our colleagues" in page.text("#panel ol.list"), "the lineage names the earlier wording"


def test_evidence_of_an_actor_and_of_an_affiliation(page: Any) -> None:
    page.open(f"sel={GOVERNMENT}")
    assert "5 demands are made of it" in page.text("#panel .sentence")
    page.open("sel=affiliation/fenn")
    assert page.text("#panel mark") == "Ida Fenn, spokeswoman of the Lakeland Teachers' League"


def test_evidence_of_an_edge(page: Any) -> None:
    page.open(f"sel=edge%3Ademand/r1%20{GOVERNMENT}%20addressee")
    assert "Government of Marrow is asked" in page.text("#panel .sentence")
    assert page.text("#panel mark").startswith("Urges the Government of Marrow")


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


def test_the_whole_document_is_one_click_away_with_all_its_findings_marked(page: Any) -> None:
    page.open("sel=demand/r2").click("#panel .source")
    assert page.run("return document.getElementById('reader').open")
    assert page.text(".readertext").startswith("\U0001f54a The Assembly of Lakeland,\n\nmeeting in Port Alma")
    assert page.text(".readertext .here") == "Calls upon the Government of Marrow to end the ban on evening schools"
    assert page.count(".readertext .m-Demand") >= 3 and page.count(".readertext .m-Event") >= 1
    page.click(".readertext mark", "Requests the Council")
    assert not page.run("return document.getElementById('reader').open")
    assert "sel=demand" in page.state()


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


def test_every_view_shows_the_same_selection(page: Any) -> None:
    page.open("topic=release&view=table")
    assert len(rows(page)) == 4
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
            assert len(rows(opened)) == wanted


def test_the_table_sorts(page: Any) -> None:
    page.open("view=table")
    page.click(".rows th button", "What")
    up = [r[3] for r in rows(page)]
    page.click(".rows th button", "What")
    assert [r[3] for r in rows(page)] == up[::-1] and up == sorted(up, key=str.lower)
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


def test_the_rdf_of_a_selection_stands_so_in_the_graph(page: Any, graph: Any) -> None:
    known = {(q.subject, q.predicate, q.object) for q in graph.quads}
    for node in (
        "demand/r1",
        "event/adoption",
        "affiliation/fenn",
        "actor/league",
        "document/appeal",
        "figure/forty",
        "shared/release",
    ):
        turtle = page.run("return explorer.turtle(arguments[0])", node)
        triples = {(q.subject, q.predicate, q.object) for q in parse(turtle, format=RdfFormat.TURTLE)}
        assert len(triples) >= 2
        assert triples <= known, triples - known


def test_copying(page: Any) -> None:
    page.open("sel=demand/r2").click("#panel .menubox button", "Copy").click("#panel [role=menuitem]", "Citation")
    time.sleep(0.2)
    cited = page.run("return explorer.copied()")
    assert (
        "Resolution 7 on the teachers of Marrow" in cited
        and "3 May 2021" in cited
        and "end the ban on evening schools" in cited
    )
    page.click("#panel [role=menuitem]", "BibTeX")
    time.sleep(0.2)
    bibtex = page.run("return explorer.copied()")
    assert (
        bibtex.startswith("@misc{resolution,")
        and "author = {{Assembly of Lakeland}}" in bibtex
        and "year = {2021}" in bibtex
    )


# Makes the page hand over what it would save under a name, instead of a download.
CATCH = (
    "const [label, type, done] = arguments, make = URL.createObjectURL; let blob = null;"
    "URL.createObjectURL = b => { if (b.type.startsWith(type)) blob = b; return make.call(URL, b); };"
    "HTMLAnchorElement.prototype.click = function () { if (!blob) return; const name = this.download; delete HTMLAnchorElement.prototype.click;"
    " URL.createObjectURL = make; const r = new FileReader(); r.onload = () => done([name, r.result]); r.readAsDataURL(blob); };"
    "const item = [...document.querySelectorAll('#tools [role=menuitem]')].find(b => b.textContent.includes(label));"
    "if (item.hidden) done(null); else item.click();"
)


def saved(page: Any, label: str, kind: str) -> tuple[str, bytes] | None:
    """The name and content of the file that the menu saves; None where the menu does not offer it."""
    made = page.driver.execute_async_script(CATCH, label, kind)
    return made and (made[0], base64.b64decode(made[1].split(",", 1)[1]))


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
    name, png = saved(page, "PNG", "image/png") or ("", b"")
    assert name == f"{view}.png" and png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") > 300 and int.from_bytes(png[20:24], "big") > 300, "width and height"
    page.open(f"view={view}&theme={theme}")
    name, drawing = saved(page, "SVG", "image/svg") or ("", b"")
    root = ElementTree.fromstring(drawing)
    assert name == f"{view}.svg" and root.tag == "{http://www.w3.org/2000/svg}svg"
    assert says in re.sub(r"\s+", " ", " ".join(root.itertext()))
    assert not any(a.startswith(("class", "on", "href")) for e in root.iter() for a in e.attrib)
    assert page.errors() == []


def test_a_table_is_saved_as_csv_and_not_as_a_picture(page: Any) -> None:
    page.open("view=table&table=Event")
    assert saved(page, "PNG", "image/png") is None and saved(page, "SVG", "image/svg") is None
    name, content = saved(page, "CSV", "text/csv") or ("", b"")
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


def test_the_lineage_by_keyboard(page: Any) -> None:
    page.open("view=lineage")
    page.run("document.querySelector('.line .card').focus()")
    page.keys("\ue014", "\ue014")  # arrow right, twice
    assert "Ida Fenn" in page.run("return document.activeElement.getAttribute('aria-label')")
    page.keys("\ue007")  # enter: to the evidence
    assert "sel=demand%2Fn1" in page.state() and page.run("return document.activeElement.id") == "panel"
    assert page.count(".card.on") == 1
    page.keys("\ue00c")  # escape: back to the card
    assert page.run("return document.activeElement.id").startswith("card-")
    page.run(
        "document.getElementById('line').value = 'shared/prisoners'; document.getElementById('line').dispatchEvent(new Event('change'))"
    )
    assert "line=shared%2Fprisoners" in page.state() and page.count(".line .card") == 3
    assert "release the imprisoned teachers" in page.text(".lineage"), "the narrower demand is named"


def test_the_keyboard_reaches_everything(page: Any) -> None:
    page.run("document.getElementById('net').focus()")
    page.keys("\ue014")
    first = page.state()
    assert first.startswith("sel=")
    page.keys("\ue012")  # arrow left
    assert page.state() != first
    page.keys("\ue007")  # enter: to the evidence
    assert page.run("return document.activeElement.id") == "panel"
    page.keys("\ue00c")  # escape: back
    assert page.state() == "" and page.run("return document.activeElement.id") == "net"
    page.keys("/")
    assert page.run("return document.activeElement.id") == "q"
    page.keys("\ue00c")
    page.run("document.getElementById('tab-network').focus()")
    page.keys("\ue014")
    assert "view=matrix" in page.state()


def test_back_and_forward_go_through_the_states(page: Any) -> None:
    page.click("#tab-table").click("#topic-release")
    page.driver.back()
    time.sleep(0.3)
    assert page.state() == "view=table"
    assert len(rows(page)) == 6
    page.driver.forward()
    time.sleep(0.3)
    assert len(rows(page)) == 4


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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_light_and_dark(page: Any, theme: str) -> None:
    page.open(f"theme={theme}")
    assert page.run("return document.documentElement.dataset.theme") == theme
    page.click("[aria-label='Light or dark']")
    assert page.run("return document.documentElement.dataset.theme") != theme


def axe() -> str:
    """The source of axe-core, from whichever of the packages that carry it is installed."""
    for package in ("axe_playwright_python", "axe_core_python", "axe_selenium_python"):
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            for path in sorted(Path(folder).rglob("axe.min.js")):
                return path.read_text(encoding="utf-8")
    pytest.skip("axe-core is not installed (pip install axe-core-python)")


@pytest.mark.parametrize(
    "state",
    [
        "",
        "sel=demand/r1",
        f"view=matrix&sel={LEAGUE}",
        "view=flow",
        "view=timeline",
        "view=lineage&sel=demand/n1",
        "view=table&theme=dark",
        "view=lineage&theme=dark",
        "sel=demand/r1&theme=dark",
        "help",
        "reader",
    ],
)
def test_accessibility(page: Any, state: str) -> None:
    source = axe()
    page.open("sel=demand/r1" if state == "reader" else "" if state == "help" else state)
    if state == "help":
        page.click("[aria-label=Help]")
    if state == "reader":
        page.click("#panel .source")
    page.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": source})  # past the page's own policy
    found = page.driver.execute_async_script(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}).then(r => arguments[0](r.violations.map(v => "
        "v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + (n.any[0] ? ' ' + n.any[0].message : '')).join(' | '))))"
    )
    assert found == []


def test_a_phone_needs_no_sideways_scrolling(page: Any) -> None:
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    )
    try:
        for state in ("", "sel=demand/r1", *(f"view={v}" for v in VIEWS)):
            page.open(state)
            assert page.run("return document.documentElement.scrollWidth") <= 390, state
        page.open().click("#filters")
        assert page.run("return getComputedStyle(document.getElementById('side')).visibility") == "visible"
        page.keys("\ue00c")
        assert page.run("return getComputedStyle(document.getElementById('side')).visibility") == "hidden"
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_print_shows_the_evidence_without_controls(page: Any) -> None:
    page.open("sel=demand/r1&view=table")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        display = page.run(
            "return ['side', 'tools', 'strip', 'panel'].map(i => getComputedStyle(document.getElementById(i)).display)"
        )
        assert display[:3] == ["none"] * 3 and display[3] != "none"
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_hostile_text_is_shown_and_never_run(hostile_page: Any, hostile_view: View) -> None:
    page = hostile_page
    for view in VIEWS:
        page.open(f"view={view}")
    base = "https://w3id.org/demandgraph/id/"
    for node in hostile_view.nodes[::2]:
        page.run("location.hash = 'view=timeline&sel=' + encodeURIComponent(arguments[0])", node.iri.removeprefix(base))
        assert page.count("#panel h2") == 1
    for kind in ("Event", "Actor", "Affiliation", "Figure", "Document"):
        page.open(f"view=table&table={kind}")
    page.open("sel=demand/evil-0").click("#panel .source")
    assert "window.ran='script'" in page.text(".readertext")
    page.run("document.getElementById('reader').close(); document.getElementById('q').focus()")
    page.keys("window")
    assert page.count("#suggestions li") > 3
    for name in ("Citation", "BibTeX", "RDF (Turtle)"):
        page.click("#panel [role=menuitem]", name)
    list(parse(page.run("return explorer.turtle('demand/evil-8')"), format=RdfFormat.TURTLE))
    assert page.run("return window.ran ?? null") is None
    assert (
        page.run("return [...document.querySelectorAll('img, iframe, object, embed, a[href^=javascript]')].length") == 0
    )
    assert page.count("script") == 3
    assert page.errors() == []


def test_an_empty_graph_is_not_an_error(driver: Any, page: Any, pages: Callable[[View, str], Path]) -> None:
    from demandgraph.explore import view_of

    path = pages(view_of(Store()), "empty")
    for view in VIEWS:
        page.open(f"view={view}", path)
        assert page.errors() == []


def test_it_works_in_a_frame_without_an_address(page: Any, view: View, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!DOCTYPE html><title>Notebook</title>{Explorer(view)._repr_html_()}", encoding="utf-8")
    page.driver.get("about:blank")
    page.driver.get(notebook.as_uri())
    page.driver.switch_to.frame(0)
    deadline = time.monotonic() + 5
    while page.run("return document.documentElement.dataset.ready") != "yes" and time.monotonic() < deadline:
        time.sleep(0.05)
    page.click("#tab-table").click("#topic-release").click(".rows tbody tr")
    assert len(rows(page)) == 4 and page.count("#panel mark") >= 1
    assert page.errors() == []
    page.driver.switch_to.default_content()


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
