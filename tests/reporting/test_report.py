"""Reports tell what the graph holds with its words, escape what documents say, and are the same each time."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from demandgraph.errors import ExportError, QueryError
from demandgraph.graph import Graph

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "](javascript:alert(1)) ![x](http://example.org/x.png)",
    "| a | b\n# not a heading\n\n- not a list `code` *x*",
    "=cmd()|' $x_1$ \u202egnp.exe",
    "</style></title></svg><svg onload=alert(1)>",
)


def page(graph: Graph, folder: Path, **options: Any) -> BeautifulSoup:
    graph.report(folder / "r.html", **options)
    return BeautifulSoup((folder / "r.html").read_text(encoding="utf-8"), "html.parser")


def test_sections_and_numbers(graph: Graph, tmp_path: Path) -> None:
    soup = page(graph, tmp_path, title="Bakers of Orlen")
    assert soup.h1 and soup.h1.get_text() == "Bakers of Orlen"
    assert [h.get_text() for h in soup.find_all("h2")] == [
        "What was read", "Who demands, and of whom", "Topics over time", "Demands that documents share",
        "What became of demands", "Events of note", "Who demands the same", "How this was made", "Sources",
    ]  # fmt: skip
    numbers = {d.dt.get_text(): d.dd.get_text() for d in soup.select(".numbers div") if d.dt and d.dd}
    assert numbers["documents"] == "4" and numbers["demands"] == "4" and numbers["shared demand"] == "1"
    assert "Of 4 demands, the documents say of 1 what was answered or done." in soup.get_text()


def test_every_claim_has_a_quote_that_stands_where_it_is_said_to(graph: Graph, tmp_path: Path) -> None:
    soup = page(graph, tmp_path)
    texts = {d.file: d.text for d in graph.documents()}
    sources = {item["id"]: item.get_text() for item in soup.select(".sources li")}
    items = soup.select(".findings li")
    assert len(items) > 10
    for item in items:
        quote, where = item.blockquote.get_text(), item.select_one(".where")  # type: ignore[union-attr]
        assert where is not None and where.a is not None
        file = next(name for name in texts if name in sources[str(where.a["href"])[1:]])
        begin, end = map(int, re.findall(r"characters (\d+)–(\d+)", where.get_text())[0])
        assert " ".join(texts[file][begin:end].split()) == quote


def test_references_lead_somewhere_and_names_are_unique(graph: Graph, tmp_path: Path) -> None:
    soup = page(graph, tmp_path)
    ids = [e["id"] for e in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    targets = {str(a["href"])[1:] for a in soup.find_all("a", href=re.compile("^#"))}
    assert targets and targets <= set(ids)
    assert {str(u["href"])[1:] for u in soup.find_all("use")} <= set(ids)


def test_figures_are_inline_and_told_in_words(graph: Graph, tmp_path: Path) -> None:
    figures = page(graph, tmp_path).find_all("svg")
    assert len(figures) == 4
    assert all(svg["role"] == "img" and svg.title and len(svg.title.get_text()) > 40 for svg in figures)


def test_policy_allows_the_style_sheet_and_nothing_else(graph: Graph, tmp_path: Path) -> None:
    graph.report(tmp_path / "r.html")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in text
    assert not re.search(r"<script|\sstyle=|\son\w+=|src=|@import|url\((?!#)", text)


class Tags(HTMLParser):
    """Collects the elements and attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, _ in attrs)}
        self.seen |= {f"href:{(value or '').split(':')[0]}" for name, value in attrs if name == "href" and value}


@pytest.fixture
def hostile(make: Callable[..., Graph], tell: Any) -> Graph:
    told = [
        tell(f"{n}", f"203{n}-01-01", (bad, "Rivers League"), bad[::-1] + bad, f"free {bad}", None, f"T {bad}", bad)
        for n, bad in enumerate(" ".join(h.split()) for h in HOSTILE)
    ]
    return make((*told, tell("twin", "2031-05-01", ("Mill Union",), action=f"free {' '.join(HOSTILE[0].split())}")))


def test_hostile_text_stays_text_in_the_page(hostile: Graph, tmp_path: Path) -> None:
    hostile.report(tmp_path / "r.html", title=HOSTILE[0] + HOSTILE[5])
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(text)
    assert not tags.seen & {"script", "img", "iframe", "onerror", "onload", "style=", "href:javascript", "object"}
    assert "\u202e" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text  # it is there, as text


def test_hostile_text_stays_text_in_markdown(hostile: Graph, tmp_path: Path) -> None:
    hostile.report(tmp_path / "r.md", title=HOSTILE[3])
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    soup = BeautifulSoup(MarkdownIt("commonmark").enable("table").render(text), "html.parser")
    assert not soup.find_all(["script", "code", "iframe"]) and not soup.find_all("a")
    images = {str(i["src"]) for i in soup.find_all("img")}
    assert images and all(re.fullmatch(r"r-[\w-]+\.svg", src) for src in images)
    assert len(soup.find_all("h1")) == 1 and "not a heading" in soup.get_text()
    for table in soup.find_all("table"):
        assert len({len(row.find_all(["td", "th"])) for row in table.find_all("tr")}) == 1


def test_figures_of_markdown_stand_beside_it(graph: Graph, tmp_path: Path) -> None:
    graph.report(tmp_path / "on bakers.md")
    text = (tmp_path / "on bakers.md").read_text(encoding="utf-8")
    names = re.findall(r"!\[[^\]]+\]\((on%20bakers-[\w-]+\.svg)\)", text)
    assert len(names) == 4
    assert {n.replace("%20", " ") for n in names} | {"on bakers.md"} == {p.name for p in tmp_path.iterdir()}
    for name in names:
        ElementTree.parse(tmp_path / name.replace("%20", " "))


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_same_bytes_each_time_and_in_any_order(
    make: Callable[..., Graph], tell: Any, tmp_path: Path, suffix: str
) -> None:
    told = [tell(n, f"203{i}", ("B", "A", f"C{i}")) for i, n in enumerate("xyz")]
    for folder, order in (("one", told), ("other", told[::-1])):
        (tmp_path / folder).mkdir()
        make(tuple(order)).report(tmp_path / folder / f"r{suffix}")
    names = sorted(p.name for p in (tmp_path / "one").iterdir())
    assert names == sorted(p.name for p in (tmp_path / "other").iterdir())
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_period_leaves_out_the_rest(graph: Graph, tmp_path: Path) -> None:
    soup = page(graph, tmp_path, since="2031", until="2031-04")
    text = soup.get_text()
    assert "1 document of 2031-03-20; period asked for: 2031 to 2031-04" in text
    assert "Council of the Lake States" not in text and "Parliament of Gorm" not in text
    assert "No document lies in this period." in page(graph, tmp_path, since="2050").get_text()


def test_without_matplotlib_it_says_what_to_install(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("demandgraph.reporting.figures.find_spec", lambda name: None)
    soup = page(graph, tmp_path)
    assert not soup.find_all("svg") and len(soup.find_all("h2")) == 9
    assert "pip install 'demandgraph[plots]'" in soup.get_text()


def test_errors_leave_what_was_there(graph: Graph, tmp_path: Path) -> None:
    kept = tmp_path / "r.md"
    kept.write_text("mine", encoding="utf-8")
    (tmp_path / "r-topics.svg").mkdir()  # a figure cannot be written, so nothing is
    with pytest.raises(ExportError, match="is a folder"):
        graph.report(kept)
    assert kept.read_text(encoding="utf-8") == "mine" and len(list(tmp_path.iterdir())) == 2
    with pytest.raises(ExportError, match=r"unknown suffix \.pdf; a report is written as \.html or \.md"):
        graph.report(tmp_path / "r.pdf")
    with pytest.raises(QueryError, match="'May' is no date"):
        graph.report(tmp_path / "r.html", since="May")


def test_an_empty_graph_is_no_error(make: Callable[..., Graph], tmp_path: Path) -> None:
    assert "0 documents" in page(make(()), tmp_path).get_text()
