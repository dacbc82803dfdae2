"""Each constraint has a valid and an invalid graph; what is found is what pySHACL finds."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from demandgraph.errors import AuthorityError, StoreError
from demandgraph.shapes import SHAPES, Violation, shipped_checks, store_of, validate, violations
from demandgraph.vocab import ontology_folder

HERE = Path(__file__).resolve().parent
VALID = sorted((HERE / "valid").glob("*.ttl"))
INVALID = sorted((HERE / "invalid").glob("*.ttl"))
CONSTRAINTS = {check.shape.removeprefix(SHAPES) for check in shipped_checks()}
SHIPPED = "\n".join(
    file.read_text(encoding="utf-8") for file in (ontology_folder() / "shapes").iterdir() if file.name.endswith(".ttl")
)
CLASS_OF = {
    "Document": "document", "Phrase": "phrase", "Actor": "actor", "Affiliation": "affiliation", "Demand": "demand",
    "SharedDemand": "shared-demand", "Event": "event", "Figure": "figure", "Place": "place",
    "AuthorityEntry": "authority-entry", "Correction": "correction",
}  # fmt: skip


def names(found: list[Violation]) -> set[str]:
    return {v.shape.removeprefix(SHAPES) for v in found}


def expected(path: Path) -> set[str]:
    """The constraint that an invalid graph is named after, and those that its first line says it breaks, too."""
    also = re.search(r"\(also breaks: (.*)\)", path.read_text(encoding="utf-8").splitlines()[0])
    return {path.stem, *(also.group(1).split(", ") if also else ())}


def test_every_constraint_has_a_pair() -> None:
    assert {p.stem for p in INVALID} == CONSTRAINTS
    assert {p.stem for p in VALID} == set(CLASS_OF.values())
    pairs = [(HERE / "valid" / f"{CLASS_OF[p.stem.partition('-')[0]]}.ttl", p) for p in INVALID]
    assert all(valid.is_file() for valid, _ in pairs)
    assert len(pairs) == 101


@pytest.mark.parametrize("path", VALID, ids=lambda p: p.stem)
def test_a_valid_graph_conforms(path: Path) -> None:
    assert validate(path) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda p: p.stem)
def test_an_invalid_graph_breaks_its_constraint_and_no_other(path: Path) -> None:
    assert names(violations(path)) == expected(path)


def test_each_file_of_shapes_stands_alone() -> None:
    files = sorted(f.name for f in (ontology_folder() / "shapes").iterdir())
    assert files == sorted(f"{name}.ttl" for name in CLASS_OF.values())
    for name in files:
        text = (ontology_folder() / "shapes" / name).read_text(encoding="utf-8")
        assert text.startswith("# What ")
        queries = " ".join(re.findall(r'sh:select """(.*?)"""', text, re.DOTALL))
        used = set(re.findall(r"\b([a-z]+):(?=\w)", queries))
        declared = set(re.findall(r'sh:prefix "(\w+)"', text))
        assert used == declared, name


QUERIES = {path.stem for path in INVALID if f"dgs:{path.stem} a sh:SPARQLConstraint" in SHIPPED}


@pytest.mark.parametrize("part", ["core", "queries"])
def test_pyshacl_finds_the_same(part: str) -> None:
    """All graphs at once, each under a base IRI of its own; SPARQL constraints, which it is slow at, on theirs only."""
    pyshacl = pytest.importorskip("pyshacl")
    from rdflib import RDF, SH, Graph

    data, shapes = Graph(), Graph()
    for path in (*VALID, *INVALID):
        if part == "core" or path.stem in QUERIES:
            text = path.read_text(encoding="utf-8").replace(
                "<https://example.org/", f"<https://example.org/{path.stem}/"
            )
            data.parse(data=text, format="turtle")
    shapes.parse(data=SHIPPED, format="turtle")
    if part == "core":
        shapes.remove((None, SH.sparql, None))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    slow = {
        (
            str(report.value(r, SH.focusNode)),
            str(report.value(r, SH.sourceConstraint) or report.value(r, SH.sourceShape)),
        )
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }
    fast = {(v.focus, v.shape) for v in violations(data)}
    if part == "core":
        fast = {(focus, shape) for focus, shape in fast if shape.removeprefix(SHAPES) not in QUERIES}
    assert len(fast) >= (len(INVALID) - len(QUERIES) if part == "core" else len(QUERIES))
    assert fast == slow


# ---------------------------------------------------------------- what it says


def test_a_violation_is_a_sentence() -> None:
    (sentence,) = validate(HERE / "invalid" / "Demand-issued.ttl")
    assert sentence == (
        "Violation: “lift the ban on newspapers” <https://example.org/id/demand-2>: This demand has no issuer: give one, "
        "or say dg:issuerUnstated true if the text leaves open who asks."
    )
    (sentence,) = validate(HERE / "invalid" / "Demand-status.ttl")
    assert sentence.endswith(" [https://w3id.org/demandgraph/status/lost]")


def test_violations_come_before_warnings() -> None:
    quads = [*store_of(HERE / "invalid" / "Actor-otherName.ttl"), *store_of(HERE / "invalid" / "Place-name.ttl")]
    assert [v.severity for v in violations(quads)] == ["Violation", "Warning"]


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    words = "x" * 500
    (tmp_path / "g.ttl").write_text(
        f'<x:f> a <https://w3id.org/demandgraph/ontology#Figure> ; <https://w3id.org/demandgraph/ontology#value> "{words}" .'
    )
    assert all(len(sentence) < 400 for sentence in validate(tmp_path / "g.ttl"))


# ---------------------------------------------------------------- what it takes


def test_every_kind_of_graph_is_taken(tmp_path: Path) -> None:
    from rdflib import Dataset, Graph, URIRef

    path = HERE / "invalid" / "Event-class.ttl"
    store = store_of(path)
    quads = [ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode("https://example.org/graph")) for q in store]
    (tmp_path / "graph.nq").write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS))
    dataset = Dataset()
    dataset.graph(URIRef("https://example.org/graph")).parse(path)
    for graph in (
        path,
        str(path),
        tmp_path,
        tmp_path / "graph.nq",
        store,
        quads,
        iter(quads),
        Graph().parse(path),
        dataset,
    ):
        assert names(violations(graph)) == {"Event-class"}


def test_graphs_are_taken_together() -> None:
    """An actor that one document's graph describes is known to another's."""
    store = ox.Store()
    for i, quad in enumerate(store_of(HERE / "valid" / "demand.ttl")):
        store.add(
            ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"https://example.org/graph/{i % 3}"))
        )
    assert violations(store) == []


def test_subclasses_count_without_being_stated() -> None:
    """A demand of a dg:Person is one of an actor, even where nobody says dg:Actor."""
    text = (
        (HERE / "valid" / "demand.ttl").read_text(encoding="utf-8").replace("dg:Actor, ", "").replace("dg:Event, ", "")
    )
    store = ox.Store()
    store.load(text.encode(), ox.RdfFormat.TURTLE)
    assert violations(store) == []


@pytest.mark.parametrize(
    ("value", "datatype"), [("2024-13", "gYearMonth"), ("2024-02-31", "date"), ("24", "gYear"), ("May 2024", "date")]
)
def test_a_date_that_does_not_exist_is_no_date(value: str, datatype: str) -> None:
    text = (HERE / "valid" / "event.ttl").read_text(encoding="utf-8")
    store = ox.Store()
    store.load(text.replace('"2024-05"^^xsd:gYearMonth', f'"{value}"^^xsd:{datatype}').encode(), ox.RdfFormat.TURTLE)
    assert names(violations(store)) == {"Event-date"}


def test_characters_beyond_the_basic_plane_count_once() -> None:
    text = (HERE / "valid" / "phrase.ttl").read_text(encoding="utf-8")
    store = ox.Store()
    store.load(text.replace("The Guild", "🕊️ Guild").replace('"Guild"', '"uild "').encode(), ox.RdfFormat.TURTLE)
    assert names(violations(store)) == {
        "Phrase-grounded",
        "Phrase-length",
    }  # the dove is two characters, the article three


def test_no_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere: no such file"):
        validate(tmp_path / "nowhere")
    with pytest.raises(StoreError, match=r"holds no graph\.trig"):
        validate(tmp_path)
    (tmp_path / "graph.ttl").write_text("<x:a> <x:b> .")
    with pytest.raises(StoreError, match=r"graph\.ttl: cannot be read as a graph"):
        validate(tmp_path)
    (tmp_path / "graph.docx").write_text("<x:a> <x:b> .")
    with pytest.raises(StoreError, match=r"graph\.docx: cannot be read as a graph"):
        validate(tmp_path / "graph.docx")


def test_a_large_graph_is_checked_in_seconds() -> None:
    """Two thousand documents; checking node by node takes longer than that for ten."""
    text = (HERE / "valid" / "demand.ttl").read_text(encoding="utf-8")
    one = list(ox.parse(text, format=ox.RdfFormat.TURTLE))

    def copies(number: int) -> list[ox.Quad]:
        def moved(term, i: int):
            known = isinstance(term, ox.NamedNode) and term.value.startswith("https://example.org/id/")
            return ox.NamedNode(term.value.replace("/id/", f"/{i}/")) if known else term

        return [ox.Quad(moved(t.subject, i), t.predicate, moved(t.object, i)) for i in range(number) for t in one]

    quads = copies(1000)
    assert len(quads) > 50_000
    begin = time.process_time()
    assert violations(quads) == []
    assert time.process_time() - begin < 15


# ---------------------------------------------------------------- a user's own shapes

OWN = """\
@prefix dg: <https://w3id.org/demandgraph/ontology#> .
@prefix dgs: <https://w3id.org/demandgraph/shapes#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix my: <https://example.org/shapes/> .
"""


@pytest.mark.parametrize(
    "shape",
    [
        'my:Short a sh:NodeShape ; sh:targetClass dg:Demand ; sh:property [ sh:path dg:action ; sh:maxLength 9 ; sh:message "Too long." ] .',
        # what the compiler does not know goes to pySHACL
        "my:Short a sh:NodeShape ; sh:targetClass dg:Demand ; sh:property [ sh:path dg:issuer ; sh:qualifiedMinCount 3 ; "
        'sh:qualifiedValueShape [ sh:class dg:Actor ] ; sh:message "Too few." ] .',
        "my:Short a sh:NodeShape ; sh:targetObjectsOf dg:issuer ; sh:property [ sh:path [ sh:inversePath dg:issuer ] ; "
        'sh:maxCount 0 ; sh:message "Too busy." ] .',
    ],
)
def test_own_shapes_are_checked_beside_the_shipped_ones(tmp_path: Path, shape: str) -> None:
    (tmp_path / "own.ttl").write_text(OWN + shape)
    found = violations(HERE / "valid" / "demand.ttl", [tmp_path / "own.ttl"])
    assert {v.message for v in found} <= {"Too long.", "Too few.", "Too busy."}
    assert len(found) == 2
    assert all(v.words for v in found)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("my:S a sh:NodeShape ; sh:targetClass dg:Demand\n", 6, ""),
        ("\ndgs:Demand-issued sh:deactivated true .\n", 6, "is a core term and must not be redefined"),
        ("dg:Demand a sh:NodeShape .\n", 5, "is a core term and must not be redefined"),
    ],
)
def test_broken_shapes_are_named_with_line_and_reason(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(OWN + text)
    with pytest.raises(AuthorityError) as error:
        validate(HERE / "valid" / "place.ttl", [path])
    assert str(error.value).startswith(f"{path}: line {line}: ")
    assert reason in str(error.value)


def test_shapes_that_are_not_there_or_ask_nonsense_are_named(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=r"own\.ttl: cannot be read"):
        validate(HERE / "valid" / "place.ttl", [tmp_path / "own.ttl"])
    (tmp_path / "own.ttl").write_text(
        OWN
        + 'my:S a sh:NodeShape ; sh:targetClass dg:Place ; sh:sparql [ sh:message "x" ; sh:select "SELECT nonsense" ] .'
    )
    with pytest.raises(AuthorityError, match=r"own\.ttl: .*does not parse"):
        validate(HERE / "valid" / "place.ttl", [tmp_path / "own.ttl"])
