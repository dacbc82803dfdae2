"""Queries, saved questions and the forms of their answers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rdflib import Graph as RdfGraph

import demandgraph as dg
from demandgraph.errors import QueryError
from demandgraph.graph import Graph
from demandgraph.query import questions, render, short

ACTIONS = "SELECT ?action ?c { ?d dg:action ?action ; dg:confidence ?c } ORDER BY ?action"


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return dg.open(built)


def test_prefixes_and_base_need_no_declaration(graph: Graph) -> None:
    rows = list(graph.query("SELECT ?label { <document/assembly-note> dcterms:title ?label }"))
    assert rows == [{"label": "Assembly of the Lake States: a resolution on Varania"}]
    assert graph.query("ASK { ?d dg:topic topic:release ; dg:force ?f . FILTER(STRSTARTS(STR(?f), STR(force:))) }")


def test_rows_are_plain_values(graph: Graph) -> None:
    answer = graph.query(ACTIONS)
    assert answer.columns == ("action", "c")
    assert len(answer) == len(list(answer)) > 5
    assert all(isinstance(row["action"], str) and 0 <= row["c"] <= 1 for row in answer)
    assert len(graph.query(ACTIONS, limit=2)) == 2
    (row,) = graph.query("SELECT ?a ?b ?c { VALUES (?a ?b) { (true 3) } OPTIONAL { ?c a dg:Nothing } }")
    assert row == {"a": True, "b": 3, "c": None}


def test_an_actor_of_three_documents_is_counted_once(graph: Graph) -> None:
    rows = list(graph.query('SELECT ?a { ?a skos:prefLabel "Varanian Helsinki Circle" }'))
    assert len(rows) == 1
    assert len(graph.query('SELECT ?g { GRAPH ?g { ?a skos:prefLabel "Varanian Helsinki Circle" } }')) == 3


def test_csv(graph: Graph) -> None:
    rows = list(csv.reader(io.StringIO(render(graph.query(ACTIONS), "csv"))))
    assert rows[0] == ["action", "c"]
    assert len(rows) == len(graph.query(ACTIONS)) + 1


def test_json(graph: Graph) -> None:
    found = json.loads(render(graph.query(ACTIONS), "json"))
    assert found["head"] == {"vars": ["action", "c"]}
    assert found["results"]["bindings"][0]["c"]["datatype"].endswith("#decimal")
    assert json.loads(render(graph.query("ASK { ?x a dg:Robot }"), "json")) == {"head": {}, "boolean": False}


def test_graphs(graph: Graph) -> None:
    answer = graph.query("CONSTRUCT { ?d dg:issuer ?a } WHERE { ?d dg:issuer ?a }")
    turtle = RdfGraph().parse(data=render(answer, "turtle"), format="turtle")
    assert len(turtle) == len(answer) > 0
    assert set(turtle) == set(RdfGraph().parse(data=render(answer, "json"), format="json-ld"))
    with pytest.raises(QueryError, match="CONSTRUCT"):
        render(graph.query(ACTIONS), "turtle")
    with pytest.raises(QueryError, match="no format 'xls'"):
        render(graph.query(ACTIONS), "xls")


def test_terms_are_short_for_readers(graph: Graph) -> None:
    answer = graph.query("SELECT ?d ?t ?n { ?d dg:topic ?t . OPTIONAL { ?d dg:nothing ?n } } LIMIT 1")
    demand, topic, nothing = (short(term, graph.store.base) for term in answer.rows[0])
    assert demand.startswith("demand/")
    assert topic.startswith("topic:")
    assert nothing == ""


@pytest.mark.parametrize(
    ("sparql", "reason"),
    [
        ("SELECT ?x {", "line 1, column"),
        ("SELECT ?x\n{ ?x dg:action }", "line 2, column 16, near '}'"),
        ("", "does not parse"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "would change the graph"),
        ("PREFIX x: <y:z>\ndelete where { ?s ?p ?o }", "would change the graph"),
        ("SELECT ?x { ?x nosuch:p ?y }", "does not parse"),
    ],
)
def test_wrong_queries_say_where(graph: Graph, sparql: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        graph.query(sparql)
    assert "\n" not in str(caught.value)


def test_question_files(tmp_path: Path) -> None:
    (tmp_path / "who.rq").write_text("# Who is there?\nSELECT ?a { ?a a dg:Actor }\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no question")
    (question,) = questions(tmp_path).values()
    assert (question.name, question.words) == ("who", "Who is there?")
    assert questions(tmp_path / "missing") == {}


def test_unknown_question_names_the_nearest(graph: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "who-demands-what.rq").write_text("# Who demands what of whom?\nSELECT ?d { ?d a dg:Demand }\n")
    known = questions(tmp_path)
    monkeypatch.setattr("demandgraph.query.questions", lambda: known)
    assert len(graph.ask("who-demands-what", limit=1)) == 1
    with pytest.raises(QueryError, match="did you mean who-demands-what"):
        graph.ask("who-demand-what")
    with pytest.raises(QueryError, match="--list"):
        graph.ask("zzz")


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_saved_question_runs(graph: Graph, name: str) -> None:
    question = questions()[name]
    assert question.words.endswith("?") or question.words
    graph.ask(name)
