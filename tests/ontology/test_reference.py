"""The generated files against their generators, so that the documentation cannot rot."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from demandgraph.shapes import shipped_checks
from demandgraph.vocab import DG, FORCES, KINDS, STATUSES, TOPICS, ontology_folder

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "ontology.md"
FIGURE = ROOT / "docs" / "model.svg"


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))


def test_the_page_is_what_the_script_writes() -> None:
    import make_reference

    assert PAGE.read_text(encoding="utf-8") == make_reference.page(), "run: python scripts/make_reference.py"


def test_the_figure_is_what_the_script_writes() -> None:
    import make_figure

    assert FIGURE.read_text(encoding="utf-8") == make_figure.figure(), "run: python scripts/make_figure.py"


def test_the_context_is_what_the_script_writes() -> None:
    import make_context

    shipped = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))
    assert shipped == make_context.context(), "run: python scripts/make_context.py"


def test_the_page_tells_every_term_concept_shape_and_question() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in DG.names():
        assert f"#### `dg:{name}`" in page
    for prefix, scheme in (("topic", TOPICS), ("force", FORCES), ("status", STATUSES), ("kind", KINDS)):
        for name in scheme:
            assert f"| `{prefix}:{name}` " in page
    for check in shipped_checks():
        assert check.message in page
    for file in (ontology_folder() / "questions").iterdir():
        assert f"- `{file.name.removesuffix('.rq')}`: " in page


def test_links_of_the_page_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE.read_text(encoding="utf-8")):
        assert (PAGE.parent / target).exists(), target


def test_the_figure_shows_every_link_between_things() -> None:
    import vocabulary

    tree = ET.parse(FIGURE)
    shown = {text.text for text in tree.iter("{http://www.w3.org/2000/svg}text")}
    edges = {t.name.removeprefix("dg:") for t in vocabulary.terms() if t.kind == "link" and t.projection == "edge"}
    assert len(edges) > 12
    assert edges <= shown
    words = " ".join(filter(None, shown))
    for name in (
        "Demand",
        "SharedDemand",
        "Actor",
        "Event",
        "Document",
        "nif:Phrase",
        "Affiliation",
        "Figure",
        "Place",
    ):
        assert name in shown
    for kind in ("Person", "Country", "Condemnation", "Other"):
        assert kind in words


def test_the_context_makes_readable_json_of_a_graph() -> None:
    """Expanding JSON-LD that is written with the context gives the graph's own IRIs."""
    from rdflib import Graph, URIRef

    context = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))
    data = context | {
        "id": "https://example.org/demand-1",
        "type": "Demand",
        "action": "lift the ban",
        "issuer": "https://example.org/guild",
        "topic": "release",
        "force": FORCES["urge"],
        "statedIn": {"id": "https://example.org/letter", "type": "Document", "fileName": "letter.txt"},
    }
    graph = Graph().parse(data=json.dumps(data), format="json-ld")
    demand = URIRef("https://example.org/demand-1")
    assert (demand, URIRef(DG.issuer), URIRef("https://example.org/guild")) in graph
    assert (demand, URIRef(DG.topic), URIRef(TOPICS["release"])) in graph
    assert (demand, URIRef(DG.force), URIRef(FORCES["urge"])) in graph
    assert len(graph) == 8


def test_every_key_of_the_context_means_one_term() -> None:
    context = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    meant = [value["@id"] if isinstance(value, dict) else value for value in context.values()]
    assert len(set(meant)) == len(meant)
    graph_terms = set(DG.names()) - {"projection", "projectionSource", "projectionTarget", "actorClass"}
    assert graph_terms - {"Alpha2Code", "Alpha3Code"} <= set(context)
