"""The page for everybody: keyboard, screen reader, light and dark, phone, paper, notebook."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path
from typing import Any

import pytest

from demandgraph.explore import Explorer, View

LEAGUE = "actor/league"
VIEWS = ("network", "matrix", "flow", "timeline", "lineage", "table")


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
    assert len(page.rows()) == 4 and page.count("#panel mark") >= 1
    assert page.errors() == []
    page.driver.switch_to.default_content()
