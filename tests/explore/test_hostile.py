"""Text that tries to become something else, in every part of the page; and a graph without anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import RdfFormat, Store, parse

from demandgraph.explore import View

VIEWS = ("network", "matrix", "flow", "timeline", "lineage", "table")

ATTACK = "<img src=x onerror=\"window.ran='state'\">"


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


def test_hostile_text_in_edges_connections_and_filters_is_shown_and_never_run(hostile_page: Any) -> None:
    page = hostile_page
    for i in range(10):
        page.open(f"sel=edge%3Ademand/evil-{i}%20actor/evil-{i}%20issuer&hide=event/evil-{i}&pin=actor/evil-{i}")
        assert page.count("#panel h2") == 1 and page.count(".chip") == 2
        for name in ("Citation", "BibTeX", "RDF (Turtle)"):
            page.click("#panel [role=menuitem]", name)
        page.open(f"a=actor/evil-{i}&b=actor/evil-{(i + 5) % 10}&sel=actor/evil-{i}")
        page.click("#connect")
        page.open(f"view=lineage&line=shared/evil-{i}&issuer=actor/evil-{i}&doc=document/evil")
    page.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.open(
        f"q={quote(ATTACK)}&topic={quote(ATTACK)}&line={quote(ATTACK)}&table={quote(ATTACK)}&theme={quote(ATTACK)}"
    )
    assert page.run("return window.ran ?? null") is None
    assert page.count("script") == 3 and page.errors() == []


def test_the_pages_own_policy_lets_nothing_out_and_nothing_in(page: Any) -> None:
    tried = page.driver.execute_async_script(
        "const done = arguments[0], broken = [];"
        "addEventListener('securitypolicyviolation', e => broken.push(e.effectiveDirective));"
        "const add = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));"
        "add('script', {textContent: 'window.ran = 1'}); add('script', {src: 'https://example.invalid/a.js'});"
        "add('img', {src: 'https://example.invalid/a.png'}); add('iframe', {src: 'https://example.invalid/'});"
        "add('style', {textContent: 'body { color: red }'}); add('link', {rel: 'stylesheet', href: 'https://example.invalid/a.css'});"
        "add('div', {innerHTML: '<b onclick=\"window.ran = 2\">x</b>'}); document.querySelector('b[onclick]').click();"
        "fetch('https://example.invalid/').catch(() => 0); try { new WebSocket('wss://example.invalid/'); } catch {}"
        "setTimeout(() => done([broken, window.ran ?? null]), 300)"
    )
    assert tried[1] is None
    assert {
        "script-src-elem", "script-src-attr", "style-src-elem", "img-src", "frame-src", "connect-src",
    } <= set(tried[0])  # fmt: skip
    page.errors()
