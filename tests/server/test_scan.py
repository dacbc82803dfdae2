"""What reaches out to another server is seen wherever it hides, and what only looks like it is let through."""

from __future__ import annotations

import pytest

from demandgraph.server.scan import from_graphs, prefixes, reaches_out, with_using

OUTSIDE = [
    "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://x.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?a.SERVICE <x:y>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <x:y> { ?s ?p ?o } }",
    "SELECT * { ?s ?p true SERVICE x:y { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'a'@en.SERVICE<x:y>{ } }",
    "SELECT * { SERVICE # a comment\n # another <\n SILENT\t<x:y> # {\n { ?s ?p ?o } }",
    # a scanner that follows strings and comments takes what follows for a string; the parser does not
    "SELECT * { FILTER(?a<b:c#>'''\n) SERVICE <x:y> { ?s ?p ?o } #'''\n }",
    "LOAD <http://x.example/>",
    "CLEAR ALL; load silent <file:///etc/passwd> INTO GRAPH <x:y>",
    "LOAD x:y",
]
INSIDE = [
    "SELECT ?service ?x { ?x dg:action ?service }",
    "SELECT ?publicservice ?x { ?x ?p ?publicservice }",
    "SELECT * { ?s ex:service ?b . ?s ex:public-service ?c { } }",
    'SELECT * { ?s dg:action "health service and water" }',
    "SELECT * { ?s dg:download <x:y> }",
    "# which service is asked for?\nSELECT * { ?s ?p ?o }",
]


@pytest.mark.parametrize("text", OUTSIDE)
def test_reaching_out_is_seen(text: str) -> None:
    assert reaches_out(text)


@pytest.mark.parametrize("text", INSIDE)
def test_looking_alike_is_let_through(text: str) -> None:
    assert reaches_out(text) is None


def test_a_long_text_is_scanned_in_no_time() -> None:
    assert reaches_out("SERVICE" + " #\n" * 50_000) is None
    assert reaches_out("SERVICE " * 50_000) is None


def test_graphs_of_a_query() -> None:
    query = 'PREFIX g: <x:g/> SELECT * FROM <x:a> FROM NAMED g:b FROM g:c WHERE { ?s ?p "FROM <x:d>" } # FROM <x:e>'
    assert from_graphs(query) == (["<x:a>", "g:c"], ["g:b"])
    assert prefixes(query) == {"g": "x:g/"}


def test_using_goes_before_the_pattern_of_each_modification() -> None:
    update = "DELETE WHERE { ?a ?b ?c } ; INSERT { ?s ?p 'WHERE' } WHERE { ?s ?p ?o }"
    assert with_using(update, ["<x:a>"], ["<x:b>"]) == (
        "DELETE WHERE { ?a ?b ?c } ; INSERT { ?s ?p 'WHERE' } USING <x:a> USING NAMED <x:b> WHERE { ?s ?p ?o }"
    )
