"""The explorer against pyvis's own pages, in one headless Chromium on the same graphs.

    python benchmarks/explore.py [NODES ...]        (default 300 1000 10000)

For each size: time to generate, file size, time to the first drawing, frames drawn a second while panning, and memory of
the page. "default" is pyvis's own page (physics on; left out above 1,000 nodes, where it takes minutes), "bare" the same
page with positions given and physics off, "ours" the explorer showing everything, "overview" the explorer as it opens.
Each page but the default one is looked at three times, in a fresh browser each; the medians are printed.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from demandgraph.explore import Edge, Node, Quote, View, page
from demandgraph.explore.fold import bundles, order
from demandgraph.explore.network import network_of

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,800 --enable-precise-memory-info"
).split()
PATIENCE = 240.0
"""Seconds after which a page that has drawn nothing is given up."""

# Counts what is painted: a drawing is a frame that fills shapes, the first is the one with a hundred of them.
WATCH = """
const count = window.count = {fills: 0, frames: 0, first: 0};
const fill = CanvasRenderingContext2D.prototype.fill, clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.fill = function (...a) { if (++count.fills === 100) count.first = performance.now(); return fill.apply(this, a); };
CanvasRenderingContext2D.prototype.clearRect = function (...a) { count.frames++; return clear.apply(this, a); };
"""


def invented(size: int) -> View:
    """A graph of about ``size`` nodes: documents that state demands and events, among actors of whom some are known to all."""
    chance = random.Random(size)
    documents = max(2, size // 40)
    nodes = [
        Node(f"d:{d}", "Document", f"Document number {d}", dates=(f"{2000 + d % 24}-0{1 + d % 9}-11",))
        for d in range(documents)
    ]
    who = [
        Node(
            f"a:{a}", chance.choice(("Person", "Country", "Institution", "Organization", "Group")), f"Actor number {a}"
        )
        for a in range(size // 4)
    ]
    nodes += who
    text = "The assembly urges the government to do what has been asked of it for so long. " * 30
    edges = []
    topics = ("release", "sanctions", "elections", "redress", "treatment", "security")
    for i in range(size - len(nodes)):
        d, begin = i % documents, chance.randrange(2000)
        local = [who[(d * 5 + chance.randrange(8)) % len(who)].iri for _ in range(2)]
        known = who[min(int(chance.expovariate(0.15)), len(who) - 1)].iri
        quote = (Quote(f"d:{d}", begin, begin + 70),)
        if i % 3:
            facts = {
                "topic": chance.choice(topics),
                "force": "urge",
                "confidence": "0.80",
                "rule": "rules/demand/urge-to-infinitive",
            }
            nodes.append(Node(f"m:{i}", "Demand", f"do what has been asked, number {i}", quotes=quote, facts=facts))
            edges += [
                Edge(f"m:{i}", f"d:{d}", "statedIn"),
                Edge(f"m:{i}", local[0], "issuer"),
                Edge(f"m:{i}", known, "addressee"),
            ]
        else:
            nodes.append(
                Node(f"e:{i}", "Statement", f"it was said, number {i}", quotes=quote, dates=(f"{2000 + i % 24}-05",))
            )
            edges += [
                Edge(f"e:{i}", f"d:{d}", "describedIn"),
                Edge(f"e:{i}", local[0], "agent"),
                Edge(f"e:{i}", local[1], "recipient"),
            ]
    return View(tuple(nodes), tuple(sorted(set(edges))), {f"d:{d}": text for d in range(documents)})


def pyvis_page(view: View, positions: bool) -> str:
    """pyvis's own page of the same nodes and edges, with names."""
    from pyvis.network import Network

    ours = network_of(view, (), order(view, ()))
    net = Network(height="800px", width="100%", directed=True, cdn_resources="in_line")
    for place, node in zip(ours.nodes, view.nodes, strict=True):
        own = {"id": place["id"], "label": node.label, "shape": "dot", "size": place["size"], "color": "#97c2fc"}
        net.nodes.append(own | ({"x": place["x"], "y": place["y"]} if positions else {}))
    net.edges.extend({"from": e["from"], "to": e["to"], "arrows": "to"} for e in ours.edges)
    if positions:
        net.toggle_physics(False)
    return str(net.generate_html())


def start(profile: str) -> WebDriver:
    """A fresh Chromium that reaches no host."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}", "--host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(flag)
    options.page_load_strategy = "none"
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    return driver


def look(path: Path) -> tuple[float, float, float]:
    """Seconds to the first drawing, frames a second while panning, megabytes of script memory; NaN where it took too long."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        driver = start(profile)
        try:
            driver.get(path.as_uri())
            driver.set_script_timeout(PATIENCE)
            wait = "const done = arguments[0]; (function look() { window.count?.first ? done(count.first / 1000) : setTimeout(look, 50); })();"
            try:
                time.sleep(0.3)
                first = float(driver.execute_async_script(wait))
            except Exception:
                return float("nan"), float("nan"), float("nan")
            time.sleep(1.5)
            frames = pan(driver)
            memory = float(driver.execute_script("return performance.memory.usedJSHeapSize")) / 1e6
            return first, frames, memory
        finally:
            driver.quit()


def pan(driver: WebDriver, seconds: float = 4.0) -> float:
    """Frames drawn a second while the picture is dragged to and fro."""
    box = driver.execute_script(
        "const r = document.querySelector('canvas').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]"
    )

    def mouse(kind: str, x: float, y: float) -> None:
        event = {"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    # Somewhere where no node is: a node would be dragged instead.
    x, y = next(
        ((box[0] + dx, box[1] + dy) for dx in range(0, 400, 7) for dy in range(0, 250, 11) if free(driver, dx, dy)),
        (box[0], box[1]),
    )
    mouse("mousePressed", x, y)
    before = int(driver.execute_script("return count.frames"))
    begin = time.perf_counter()
    step = 0
    while time.perf_counter() - begin < seconds:
        step += 1
        mouse("mouseMoved", x + 120 * ((step % 40) / 20 - 1), y + 3 * (step % 9))
    elapsed = time.perf_counter() - begin
    frames = int(driver.execute_script("return count.frames")) - before
    mouse("mouseReleased", x, y)
    return frames / elapsed


def free(driver: WebDriver, dx: int, dy: int) -> bool:
    """Whether no node lies at a point, as an offset from the middle of the canvas."""
    script = (
        "const net = window.explorer ? explorer.network() : network, c = document.querySelector('canvas');"
        "return net.getNodeAt({x: c.clientWidth / 2 + arguments[0], y: c.clientHeight / 2 + arguments[1]}) === undefined"
    )
    return bool(driver.execute_script(script, dx, dy))


def main(sizes: list[int]) -> None:
    """Print one line a page."""
    print(f"{'nodes':>6} {'edges':>6} {'page':9} {'made s':>7} {'MB':>6} {'first s':>8} {'frames/s':>8} {'heap MB':>8}")
    for size in sizes:
        view = invented(size)
        makers: dict[str, Callable[[], str]] = {
            "default": lambda view=view: pyvis_page(view, False),
            "bare": lambda view=view: pyvis_page(view, True),
            "ours": lambda view=view: page(view, detail="all"),
            "overview": lambda view=view: page(view),
        }
        if size > 1000:
            del makers["default"]
        for name, make in makers.items():
            begin = time.perf_counter()
            source = make()
            made = time.perf_counter() - begin
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "page.html"
                path.write_text(source, encoding="utf-8")
                looks = [look(path) for _ in range(1 if name == "default" else 3)]
                first, frames, memory = (median(column) for column in zip(*looks, strict=True))
            megabytes = len(source.encode()) / 1e6
            print(
                f"{len(view.nodes):6} {len(view.edges):6} {name:9} {made:7.2f} {megabytes:6.2f} {first:8.2f} {frames:8.1f} {memory:8.1f}",
                flush=True,
            )
        assert bundles(view) or size < 50


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [300, 1000, 10_000])
