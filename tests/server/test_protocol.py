"""The SPARQL 1.1 Protocol: the cases of the W3C's own test suite, re-created as it publishes them.

Its names of the cases are kept. Its data, ``data0.rdf`` to ``data3.rdf``, are one triple each, in graphs of their own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import pytest

if TYPE_CHECKING:
    from conftest import Client

DATA = "http://kasei.example/2009/09/sparql/data/data{}.rdf"
FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)


@pytest.fixture
def loaded(writable: Client) -> Client:
    for n in range(4):
        graph = DATA.format(n)
        assert writable.put(graph, f"<{graph}> a <http://xmlns.com/foaf/0.1/Document> .").status == 201
    return writable


def yes(reply) -> bool:
    assert reply.status == 200, reply.text
    return json.loads(reply.body)["boolean"]


# ---------------------------------------------------------------- queries that are well sent


def test_query_get(server: Client) -> None:
    assert yes(server.query("ASK {}"))


def test_query_post_form(server: Client) -> None:
    assert yes(server.post("query=ASK%20%7B%7D", FORM))


def test_query_post_direct(server: Client) -> None:
    assert yes(server.post("ASK {}", QUERY))
    assert yes(server.post("ASK {}", "Application/SPARQL-Query; charset=UTF-8"))


@pytest.mark.parametrize(
    ("sparql", "types"),
    [
        ("SELECT (1 AS ?value) {}", {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}),
        ("ASK {}", {"application/sparql-results+json", "application/sparql-results+xml"}),
        ("DESCRIBE <http://example.org/>", {"application/rdf+xml", "application/n-triples", "text/turtle", "application/ld+json"}),
        ("CONSTRUCT { <s> <p> 1 } WHERE {}", {"application/rdf+xml", "application/n-triples", "text/turtle", "application/trig"}),
    ],
)  # fmt: skip
def test_query_content_type(server: Client, sparql: str, types: set[str]) -> None:
    assert server.query(sparql).type in types
    for wanted in types:
        assert server.query(sparql, wanted).type == wanted


FIRST, SECOND = (DATA.format(n) for n in (1, 2))
BOTH = f"ASK {{ <{FIRST}> ?p ?o . <{SECOND}> ?q ?r FILTER NOT EXISTS {{ <{DATA.format(3)}> ?t ?u }} }}"
NAMED = f"ASK {{ GRAPH ?g {{ <{FIRST}> ?p ?o }} GRAPH ?h {{ <{SECOND}> ?q ?r }} FILTER NOT EXISTS {{ GRAPH ?i {{ <{DATA.format(3)}> ?t ?u }} }} }}"


@pytest.mark.parametrize("by_post", [False, True])
def test_query_dataset(loaded: Client, by_post: bool) -> None:
    def ask(sparql: str, **graphs: list[str]) -> bool:
        parameters = {name.replace("_", "-"): value for name, value in graphs.items()}
        if by_post:
            return yes(loaded.post(sparql, QUERY, "/sparql?" + urlencode(parameters, doseq=True)))
        return yes(loaded.query(sparql, **parameters))

    assert ask(f"ASK {{ <{FIRST}> ?p ?o FILTER NOT EXISTS {{ <{SECOND}> ?q ?r }} }}", default_graph_uri=[FIRST])
    assert ask(BOTH, default_graph_uri=[FIRST, SECOND])
    assert ask(NAMED, named_graph_uri=[FIRST, SECOND])
    full = f"ASK {{ <{FIRST}> ?p ?o GRAPH ?g {{ <{SECOND}> ?q ?r }} FILTER NOT EXISTS {{ <{SECOND}> ?t ?u }} }}"
    assert ask(full, default_graph_uri=[FIRST], named_graph_uri=[SECOND])
    # the graphs of the request count, not those of the query
    assert ask(BOTH.replace("ASK", f"ASK FROM <{DATA.format(3)}>"), default_graph_uri=[FIRST, SECOND])
    assert not ask(BOTH)


def test_a_triple_of_two_graphs_is_there_once(loaded: Client) -> None:
    loaded.put("http://x.example/copy", f"<{FIRST}> a <http://xmlns.com/foaf/0.1/Document> .")
    count = "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s ?p ?o }}"
    graphs = [FIRST, "http://x.example/copy"]

    def number(reply) -> str:
        return json.loads(reply.body)["results"]["bindings"][0]["n"]["value"]

    assert number(loaded.query(count.format(""), **{"default-graph-uri": graphs})) == "1"
    assert number(loaded.query(count.format(" ".join(f"FROM <{g}>" for g in graphs)))) == "1"
    assert number(loaded.query(count.format(""))) == "4"


# ---------------------------------------------------------------- queries that are badly sent

BAD_QUERIES = {
    "bad_query_method": ("PUT", "/sparql?query=ASK%20%7B%7D", b"", {}, 405),
    "bad_multiple_queries": ("GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", None, {}, 400),
    "bad_query_wrong_media_type": ("POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}, 415),
    "bad_query_missing_form_type": ("POST", "/sparql", b"query=ASK%20%7B%7D", {}, 415),
    "bad_query_missing_direct_type": ("POST", "/sparql", b"ASK {}", {}, 415),
    "bad_query_non_utf8": ("POST", "/sparql", "ASK { ?s ?p 'é' }".encode("utf-16"), {"Content-Type": f"{QUERY}; charset=UTF-16"}, 415),
    "non_utf8_unmarked": ("POST", "/sparql", b"ASK { ?s ?p '\xe9' }", {"Content-Type": QUERY}, 400),
    "non_utf8_in_address": ("GET", "/sparql?query=ASK%7B?s%20?p%20'%e9'%7D", None, {}, 400),
    "bad_query_syntax": ("GET", "/sparql?query=ASK%20%7B", None, {}, 400),
    "bad_update_get": ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 400),
    "no_query": ("GET", "/sparql?default-graph-uri=x:y", None, {}, 400),
    "relative_graph": ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=here", None, {}, 400),
    "not_acceptable": ("GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "image/png"}, 406),
    "rows_are_no_graph": ("GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "text/turtle"}, 406),
    "update_as_query": ("POST", "/sparql", b"CLEAR ALL", {"Content-Type": QUERY}, 400),
    "update_of_read_only": ("POST", "/sparql", b"CLEAR ALL", {"Content-Type": UPDATE}, 403),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_QUERIES)
def test_bad_queries(server: Client, case: str) -> None:
    method, path, body, headers, status = BAD_QUERIES[case]
    reply = server.send(method, path, body, headers)
    assert reply.status == status, reply.text
    assert reply.type == "text/plain"
    assert reply.text.count("\n") == 1
    assert len(reply.text) > 20
    if status == 405:
        assert "GET" in reply.headers["Allow"]


# ---------------------------------------------------------------- updates


def test_update_post_form_and_direct(loaded: Client) -> None:
    body = "update=" + quote("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }")
    assert loaded.post(body, FORM, Authorization="Bearer a-token-of-the-tests-only").status == 204
    assert loaded.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 2 } }").status == 204
    assert yes(loaded.query("ASK { GRAPH <x:g> { ?s ?p 1, 2 } }"))


def test_update_base_uri(loaded: Client) -> None:
    assert loaded.update("BASE <http://b.example/> INSERT DATA { GRAPH <g> { <s> <p> 'x' } }").status == 204
    assert yes(loaded.query("ASK { GRAPH <http://b.example/g> { <http://b.example/s> ?p ?o } }"))


def test_update_dataset(loaded: Client) -> None:
    copy = "INSERT { GRAPH <x:copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    using = "?" + urlencode({"using-graph-uri": [FIRST, SECOND]}, doseq=True)
    assert loaded.update(copy, using).status == 204
    assert yes(loaded.query(BOTH.replace("ASK", "ASK FROM <x:copy>")))
    named = "INSERT { GRAPH <x:n> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert loaded.update(named, "?" + urlencode({"using-named-graph-uri": FIRST})).status == 204
    assert yes(
        loaded.query(
            f"ASK {{ GRAPH <x:n> {{ <{FIRST}> ?p ?o }} FILTER NOT EXISTS {{ GRAPH <x:n> {{ <{SECOND}> ?p ?o }} }} }}"
        )
    )


@pytest.mark.parametrize(
    ("body", "path", "status"),
    [
        ("CLEAR NOTHING", "", 400),
        ("INSERT DATA { <x:s> <x:p> 1 }", "", 400),
        ("LOAD <http://127.0.0.1:1/>", "", 400),
        ("INSERT { GRAPH <x:g> { ?s ?p ?o } } USING <x:a> WHERE { ?s ?p ?o }", "?using-graph-uri=x:b", 400),
        ("WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "?using-graph-uri=x:b", 400),
    ],
)
def test_bad_updates(writable: Client, body: str, path: str, status: int) -> None:
    reply = writable.update(body, path)
    assert (reply.status, reply.text.count("\n")) == (status, 1)


def test_what_does_not_parse_is_told_first(writable: Client) -> None:
    assert "name a graph" in writable.update("INSERT DATA { <x:s> <x:p> 1 }").text
    assert "name a graph" not in writable.update("INSERT DATA { <x:s> <x:p>").text


def test_changes_need_the_token(writable: Client) -> None:
    update = "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }"
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic a-token-of-the-tests-only"}):
        assert writable.post(update, UPDATE, **headers).status == 401
        assert writable.send("DELETE", "/data?graph=x:g", None, headers).status == 401
    assert not yes(writable.query("ASK { ?s ?p ?o }"))


def test_the_default_graph_stays_the_union(writable: Client) -> None:
    writable.put("x:a", "<x:s> <x:p> 1, 2 .")
    writable.put("x:b", "<x:s> <x:p> 2, 3 .")

    def values() -> list[str]:
        reply = writable.query("SELECT ?o { ?s ?p ?o } ORDER BY ?o", "text/csv")
        return reply.text.split()[1:]

    assert values() == ["1", "2", "3"]
    writable.put("x:a", "<x:s> <x:p> 4 .")
    assert values() == ["2", "3", "4"]
    writable.update("DELETE WHERE { GRAPH <x:b> { ?s ?p 3 } } ; INSERT DATA { GRAPH <x:c> { <x:s> <x:p> 5 } }")
    assert values() == ["2", "4", "5"]
    writable.update("DROP GRAPH <x:b>")
    assert values() == ["4", "5"]


# ---------------------------------------------------------------- the Graph Store Protocol


def test_graphs_as_a_whole(writable: Client) -> None:
    token = {"Authorization": "Bearer a-token-of-the-tests-only"}
    graph = "/data?graph=" + quote("http://x.example/g", safe="")
    assert writable.get(graph).status == 404
    assert writable.put("http://x.example/g", "<#s> <x:p> 'one' .").status == 201
    assert writable.put("http://x.example/g", "<#s> <x:p> 'two' .").status == 204
    assert (
        writable.send("POST", graph, b"<x:s> <x:p> 'three' .", {"Content-Type": "text/turtle", **token}).status == 204
    )
    lines = writable.get(graph, "application/n-triples").text.splitlines()
    assert sorted(lines) == ['<http://x.example/g#s> <x:p> "two" .', '<x:s> <x:p> "three" .']
    assert writable.get("/data?default", "application/n-triples").text.count("\n") == 2
    assert writable.send("PUT", graph, b"<x:s", {"Content-Type": "text/turtle", **token}).status == 400
    assert writable.send("PUT", graph, b"x", {"Content-Type": "image/png", **token}).status == 415
    assert writable.send("PUT", "/data?default", b"", {"Content-Type": "text/turtle", **token}).status == 400
    assert writable.send("PUT", "/data", b"", token).status == 400
    assert writable.send("DELETE", graph, None, token).status == 204
    assert writable.send("DELETE", graph, None, token).status == 404
    assert writable.get("/data?default", "application/n-triples").text == ""
