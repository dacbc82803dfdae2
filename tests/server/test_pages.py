"""The pages and files: what is at which address, that nothing in a document runs, and that nothing else is reached."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Namespace, URIRef

from demandgraph.server.entities import MOST_MENTIONS, Thing, Value
from demandgraph.server.pages import address, marked, thing_page
from demandgraph.server.settings import Settings

if TYPE_CHECKING:
    from conftest import Client

BASE = "https://w3id.org/demandgraph/id/"
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")


@pytest.mark.parametrize("path", ["/sparql", "/.well-known/void"])
def test_description_with_counts(server: Client, path: str) -> None:
    reply = server.get(path, "text/turtle")
    graph = Graph().parse(data=reply.text, format="turtle")
    service = URIRef(f"{server.address}sparql")
    assert (service, SD.endpoint, service) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in graph
    assert (service, SD.supportedLanguage, SD.SPARQL11Update) not in graph
    data = graph.value(service, SD.defaultDataset)
    count = json.loads(server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body)["results"]["bindings"][0]["n"][
        "value"
    ]
    assert str(graph.value(data, VOID.triples)) == count
    assert int(graph.value(data, VOID.documents)) == 4
    assert len(list(graph.objects(data, SD.namedGraph))) >= 5
    for accept in ("application/ld+json", "application/rdf+xml", "application/n-triples"):
        assert server.get(path, accept).type == accept


def test_people_get_the_query_page(server: Client) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    reply = server.get("/sparql", browser)
    assert reply.type == "text/html"
    assert "yasgui.min.js" in reply.text
    for name in ("yasgui.min.js", "yasgui.min.css", "query.js", "site.css"):
        assert server.get(f"/assets/{name}").status == 200
    offered = json.loads(server.get("/questions.json").body)
    assert len(offered) >= 40
    for question in offered[:5]:
        assert server.query(question["sparql"]).status == 200


def test_a_thing_leads_to_its_descriptions(server: Client) -> None:
    path = "/id/actor/organization/varanian-helsinki-circle"
    for accept, suffix in (
        ("text/html", "html"),
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("*/*", "ttl"),
    ):
        reply = server.get(path, accept)
        assert (reply.status, reply.headers["Location"]) == (303, f"{path}.{suffix}")
        assert "Accept" in reply.headers["Vary"]
    assert server.get(path, "image/png").status == 406
    page = server.get(f"{path}.html").text
    assert "<h1>Varanian Helsinki Circle</h1>" in page
    assert "demands that it makes" in page
    iri = URIRef(BASE + "actor/organization/varanian-helsinki-circle")
    for suffix, form in (("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"), ("rdf", "xml")):
        reply = server.get(f"{path}.{suffix}")
        assert iri in Graph().parse(data=reply.text, format=form).subjects()
        assert f"<{iri}>" in reply.headers["Link"]


def test_a_document_comes_with_its_phrases(server: Client) -> None:
    graph = Graph().parse(data=server.get("/id/document/assembly-note.ttl").text, format="turtle")
    phrases = {s for s in graph.subjects() if "#char=" in s}
    assert len(phrases) > 5
    page = server.get("/id/document/assembly-note.html").text
    assert "Assembly of the Lake States" in page
    assert sorted(f"char={p.partition('char=')[2]}" for p in phrases) == sorted(
        re.findall(r'<span id="(char=\d+,\d+)"', page)
    )


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        ((), "ab&lt;cd"),
        (((2, 3),), 'ab<span id="char=2,3">&lt;</span>cd'),
        (((0, 2), (0, 4)), '<span id="char=0,4"><span id="char=0,2">ab</span>&lt;c</span>d'),
        (((0, 3), (1, 5)), '<span id="char=0,3">a<span id="char=1,5">b&lt;</span></span>cd'),
        (((3, 9), (3, 9)), 'ab&lt;<span id="char=3,9">cd</span>'),
    ],
)
def test_phrases_are_marked_in_the_text(phrases: tuple[tuple[int, int], ...], expected: str) -> None:
    assert marked("ab<cd", phrases) == expected


def test_much_of_one_kind_leaves_room_for_the_rest(writable: Client) -> None:
    phrases = "".join(f"<{BASE}d#{n}> <http://www.w3.org/2005/11/its/rdf#taIdentRef> <{BASE}a> . " for n in range(3000))
    demand = f"<{BASE}x> <https://w3id.org/demandgraph/ontology#issuer> <{BASE}a> . <{BASE}a> <urn:p> 1 ."
    assert writable.put("urn:g", phrases + demand).status == 201
    page = writable.get("/id/a.html").text
    assert "demands that it makes" in page
    assert f"only the first {MOST_MENTIONS} are shown" in page


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd", "/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/..%2fapp.py", "/report.json", "/store",
        "/store/CURRENT", "/graph.trig/../report.json", "/id/../report.json", "/id/%2e%2e/report.json", "/id/", "/id/x",
        "/id/x.ttl", "/id/%00", "/id/%ff.ttl", "/id/a%3Eb", "/id/x%20y.html", "/nothing", "//etc/passwd", "/id/.ttl",
        "/id/%3E%7D%20DROP%20ALL", "/assets/", "/assets/yasgui.min.js/", "/id/%ff%fe", "/id/a%0Ab", "/id/%zz.ttl", "/assets/none.js", "/assets/yasgui.LICENSE.txt",
    ],
)  # fmt: skip
def test_nothing_else_is_reached(server: Client, path: str) -> None:
    reply = server.get(path)
    assert reply.status in (307, 404)
    assert b"root:" not in reply.body
    assert b"import" not in reply.body


def test_files_and_explorer(server: Client, built: Path) -> None:
    assert server.get("/graph.trig").body == (built / "graph.trig").read_bytes()
    assert server.get("/demands.csv").body == (built / "demands.csv").read_bytes()
    assert server.get("/").body == (built / "explorer.html").read_bytes()
    head = server.send("HEAD", "/graph.trig")
    assert (head.status, head.body, int(head.headers["Content-Length"])) == (
        200,
        b"",
        (built / "graph.trig").stat().st_size,
    )


def test_headers(server: Client) -> None:
    for path in ("/", "/query", "/sparql?query=ASK%7B%7D", "/health", "/nothing", "/id/document/assembly-note.html"):
        headers = server.get(path, "*/*").headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert "Server" not in headers
        if path != "/health":
            assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in server.get("/id/document/assembly-note.html").headers["Content-Security-Policy"]
    preflight = server.send(
        "OPTIONS", "/sparql", headers={"Origin": "http://x.example", "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status == 204
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert "Authorization" not in preflight.headers["Access-Control-Allow-Headers"]
    assert preflight.headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_every_request_is_logged_on_one_line(server: Client) -> None:
    server.get("/nothing%0AFAKE")
    server.query("ASK { ?secret ?p ?o }")
    lines = server.log.read_text().splitlines()
    assert any("GET /nothing%0AFAKE 404" in line for line in lines)
    assert any("GET /sparql 200" in line for line in lines)
    assert not any("secret" in line for line in lines)


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_what_a_document_says_is_never_markup() -> None:
    settings = Settings(Path(), BASE)
    value = Value(BASE + 'x"><script>', HOSTILE)
    thing = Thing(
        BASE + HOSTILE,
        {"http://x/" + HOSTILE: (value, Value("", HOSTILE), Value("javascript:alert(1)", "x"))},
        {HOSTILE: (value,)},
    )
    page = thing_page(settings, thing, "/id/" + HOSTILE)
    assert "<script" not in page.lower()
    assert "<img" not in page
    assert 'href="javascript:' not in page
    assert "&lt;script&gt;" in page


def test_iris_are_addresses_when_the_base_is_the_server() -> None:
    own = Settings(Path(), "http://127.0.0.1:8080/graph/", port=8080)
    assert own.entity_root == "/graph/"
    assert address(own, "http://127.0.0.1:8080/graph/actor/x") == "/graph/actor/x"
    assert Settings(Path(), "https://g.example/id/", public="https://g.example/").entity_root == "/id/"
    assert Settings(Path(), BASE).entity_root == "/id/"
