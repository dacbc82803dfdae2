"""The file: complete in itself, and nothing in its data can run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from demandgraph.errors import ExportError, QueryError
from demandgraph.explore import Explorer, View, explore, page, write
from demandgraph.explore.page import SCRIPTS, STYLES


class Parts(HTMLParser):
    """Collects elements and the contents of scripts and styles."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside.append("")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in ("script", "style"):
            self.inside[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.elements.append(("/" + tag, {}))

    def attributes(self, name: str) -> Iterator[str]:
        for _, attributes in self.elements:
            if attributes.get(name):
                yield str(attributes[name])


@pytest.fixture(scope="module")
def source(view: View) -> str:
    return page(view)


@pytest.fixture(scope="module")
def hostile_source(hostile_view: View) -> str:
    return page(hostile_view)


def test_nothing_is_loaded_from_elsewhere(source: str) -> None:
    parts = Parts(source)
    assert not list(parts.attributes("src"))
    assert list(parts.attributes("href")) == ["#main"]
    assert "@import" not in source and "url(http" not in source
    assert "sourceMappingURL" not in source
    assert not re.search(
        r"cdn|jsdelivr|unpkg|cdnjs", re.sub(r'<script type="application/json".*?</script>', "", source), re.I
    )


def test_the_policy_allows_exactly_the_pages_own_scripts_and_style(source: str) -> None:
    parts = Parts(source)
    policy = next(a["content"] for t, a in parts.elements if t == "meta" and a.get("http-equiv"))
    assert policy and policy.startswith("default-src 'none';")
    assert "unsafe" not in policy and "http" not in policy.replace("http-equiv", "")
    style, data, library, program = parts.inside
    for text in (style, library, program):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    assert json.loads(data)["nodes"]


def test_vis_network_keeps_its_licence_notice(source: str) -> None:
    assert "@version 9.1.2" in source
    assert "Almende B.V" in source and "The MIT License" in source


def test_hostile_text_stays_data(hostile_source: str, source: str, attacks: tuple[str, ...]) -> None:
    parts, plain = Parts(hostile_source), Parts(source)
    assert [t for t, _ in parts.elements] == [t for t, _ in plain.elements]
    data = parts.inside[1]
    assert not set("<>&\u2028\u2029") & set(data)
    labels = {n[2] for n in json.loads(data)["nodes"]}
    assert labels >= set(attacks)


def test_the_title_is_text(view: View) -> None:
    made = page(view, title="</title><script>x</script> {{data}}")
    assert "<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; {{data}}</title>" in made


def test_the_same_view_gives_the_same_page(view: View, source: str) -> None:
    assert page(view) == source


def test_written_as_utf8(view: View, tmp_path: Path, source: str) -> None:
    write(view, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == source


def test_an_empty_graph_gives_a_page() -> None:
    assert "in 0 documents" in page(View())


def test_focus_names_an_actor(view: View) -> None:
    for name in ("ltl", "Lakeland Teachers' League", "https://w3id.org/demandgraph/id/actor/league"):
        data = json.loads(Parts(page(view, focus=name, depth=2)).inside[1])
        assert data["start"] == {"detail": "", "focus": "https://w3id.org/demandgraph/id/actor/league", "depth": 2}
    with pytest.raises(QueryError, match="did you mean Government of Marrow"):
        page(view, focus="Goverment of Marow")


def test_a_notebook_shows_it_in_a_frame(view: View, tmp_path: Path) -> None:
    explorer = Explorer(view, height=300)
    framed = explorer._repr_html_()
    assert framed.startswith("<iframe") and framed.count("<") == 2
    explorer.write(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == explorer.html() == page(view)


def test_every_asset_is_used(source: str) -> None:
    import demandgraph.explore

    assets = Path(demandgraph.explore.__file__).parent / "assets"
    assert {p.stem for p in (assets / "js").glob("*.js")} == set(SCRIPTS)
    assert {p.stem for p in (assets / "css").glob("*.css")} == set(STYLES)


def test_the_file_is_small(source: str, view: View) -> None:
    texts = sum(len(t.encode()) for t in view.texts.values())
    assert len(source.encode()) - texts < 900_000 + 400 * (len(view.nodes) + len(view.edges))


def test_the_explorer_of_a_graph_writes_itself(graph: Any, view: View, tmp_path: Path) -> None:
    store = graph.store()
    path = tmp_path / "page.html"
    made = explore(store, focus="council of elders", depth=2, title="Lakeland", out=path)
    assert (
        path.read_text(encoding="utf-8")
        == made.html()
        == page(view, title="Lakeland", focus="Council of Elders", depth=2)
    )
    assert len(repr(made)) < 200 and made._repr_html_().startswith("<iframe ")
    with pytest.raises(QueryError, match="no actor in the graph is called Counsel of Elders; did you mean Council of"):
        explore(store, focus="Counsel of Elders", out=tmp_path / "none.html")
    assert not (tmp_path / "none.html").exists()
    with pytest.raises(ExportError, match=r"missing.*cannot be written"):
        explore(store, out=tmp_path / "missing" / "page.html")
