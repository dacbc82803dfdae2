"""Questions with parameters: names are found, values stay values, and the answer is what was asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pyoxigraph
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import demandgraph as dg
from demandgraph.asking import bound, without_parameters
from demandgraph.cli import main
from demandgraph.commands.ask import PARAMETERS
from demandgraph.errors import QueryError
from demandgraph.graph import Graph
from demandgraph.lookup import KINDS
from demandgraph.query import Question, question, questions
from demandgraph.store import Store

DEMANDS = "who-demands-what"
ISSUER = "Varanian Helsinki Circle"


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return dg.open(built)


def run(*args: object) -> Result:
    result = CliRunner().invoke(main, [str(a) for a in args])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def given_values(graph: Graph) -> dict[str, str]:
    """A value of each kind that the graph knows."""
    place = next(iter(graph.query("SELECT ?l { ?p a dg:Place ; rdfs:label ?l } ORDER BY ?l")), {"l": ""})["l"]
    return {
        "ACTOR": ISSUER,
        "DATE": "2030",
        "DOCUMENT": graph.documents()[0].file,
        "EVENT": "meeting",
        "FORCE": "urge",
        "PLACE": place,
        "STATUS": "accepted",
        "TOPIC": "release",
        "WORDS": "the",
    }


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_parameter_of_every_question_narrows_its_answer(graph: Graph, name: str) -> None:
    asked = question(name)
    values = given_values(graph)
    everything = {tuple(row) for row in map(str, graph.ask(name).rows)}
    grouped = "COUNT(" in asked.sparql
    for parameter in asked.parameters:
        assert f"#[{parameter.name}]" in asked.sparql
        assert parameter.name in PARAMETERS
        rows = graph.ask(name, **{parameter.name: values[parameter.kind]}).rows
        if not grouped and "LIMIT" not in asked.sparql:
            assert {tuple(row) for row in map(str, rows)} <= everything
    graph.ask(name, quotes=True, **{p.name: values[p.kind] for p in asked.parameters})
    switched = set(re.findall(r"#\[(\w+)\]", asked.sparql)) - {"quotes"}
    assert switched == {p.name for p in asked.parameters}


def test_kinds_are_known() -> None:
    used = {p.kind for q in questions().values() for p in q.parameters}
    assert used == set(KINDS)
    assert {p.name for q in questions().values() for p in q.parameters} == set(PARAMETERS)


def test_an_actor_is_found_by_any_of_its_names(graph: Graph) -> None:
    expected = graph.ask(DEMANDS, issuer=ISSUER).rows
    assert len(expected) > 0
    iri = next(a.iri for a in graph.actors() if a.label == ISSUER)
    names = next(a.names for a in graph.actors() if a.label == ISSUER)
    for name in (
        ISSUER.upper(),
        f"the  {ISSUER}",
        "Váranian helsinki circle",
        iri,
        iri.removeprefix(graph.store.base),
        *names,
    ):
        assert graph.ask(DEMANDS, issuer=name).rows == expected
    assert all(ISSUER in row["issuer"] for row in graph.ask(DEMANDS, issuer=ISSUER))
    assert graph.ask(DEMANDS, issuer=None).rows == graph.ask(DEMANDS).rows


def test_errors_help(graph: Graph) -> None:
    for values, message in (
        ({"issuer": "Varanian Helsinky Cirkle"}, f"no actor called .*did you mean {ISSUER}"),
        ({"issuer": "qqqqqq"}, "no actor called 'qqqqqq'$"),
        ({"topic": "realease"}, "no topic 'realease'; did you mean release"),
        ({"topic": "zzz"}, "there are release, end-violations"),
        ({"since": "last May"}, "write it as 2024, 2024-05"),
        ({"since": "2024-02-31"}, "no date"),
        ({"words": "  "}, "empty"),
        ({"nonsense": "x"}, "takes no --nonsense; it takes --actor, --issuer"),
    ):
        with pytest.raises(QueryError, match=message):
            graph.ask(DEMANDS, **values)


def test_two_of_one_name_are_both_offered() -> None:
    store = Store.memory(
        pyoxigraph.parse(
            """@prefix dg: <https://w3id.org/demandgraph/ontology#> . @prefix s: <http://www.w3.org/2004/02/skos/core#> .
            <x:g> { <x:a> a dg:Actor ; s:prefLabel "Council" . <x:b> a dg:Actor ; s:prefLabel "the council" ; s:altLabel "Elders" .
                    <x:c> a dg:Actor ; s:prefLabel "Elders" . }""",
            format=pyoxigraph.RdfFormat.TRIG,
        )
    )
    with pytest.raises(QueryError, match=r"2 in the graph are called 'COUNCIL'.*: x:a or x:b"):
        KINDS["ACTOR"](store, "COUNCIL")
    assert KINDS["ACTOR"](store, "elders").value == "x:c"  # a label counts more than another name
    assert KINDS["ACTOR"](store, "x:b").value == "x:b"


def test_dates_are_compared_as_precisely_as_they_are_known() -> None:
    def found(date: str, **values: str) -> bool:
        store = Store.memory(
            pyoxigraph.parse(
                f"""@prefix dg: <https://w3id.org/demandgraph/ontology#> . @prefix t: <http://purl.org/dc/terms/> .
                @prefix n: <http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#> .
                @prefix i: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
                <x:g> {{ <x:d> a dg:Document ; n:fileName "d" ; i:isString "text" ; t:date "{date}" . }}""",
                format=pyoxigraph.RdfFormat.TRIG,
            )
        )
        return bool(Graph(store).ask("documents", **values))

    assert found("2024-05-09", since="2024-05-09")
    assert found("2024-05-09", since="2024-05", until="2024")
    assert found("2024-05-09", since="2024-05-01", until="2024-05")
    assert found("2024", since="2024-05-01", until="2024-01-01")
    assert not found("2024-05-09", since="2024-05-10")
    assert not found("2024-05-09", until="2024-04")
    assert not found("2023", since="2024-05-01")


HOSTILE = [
    '"', "'", '" } #', "x> } ; DROP ALL #", "\\", '\\" . ?s ?p ?o . #', "\n} UNION { ?s ?p ?o ", "?issuer", "$x", "}}",
    '"""', "<x:y>", "#[issuer]", "#[quotes] x", "\x1b[31m", "\ufffe", "VALUES", "a\tb\r\n", "&lt;", "%s{0}{name}",
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_becomes_a_part_of_the_query(graph: Graph, value: str) -> None:
    everything = len(graph.ask("documents"))
    with pytest.raises(QueryError):
        graph.ask(DEMANDS, issuer=value)
    for name in ("document", "topic", "since"):
        with pytest.raises(QueryError):
            graph.ask(DEMANDS, **{name: value})
    assert len(graph.ask("documents", words=value)) <= everything
    assert len(graph.ask("documents", words=value + "no text has this")) == 0


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_words_are_one_literal(text: str) -> None:
    store = Store.memory()
    asked = Question(
        "q", "?", "# --words WORDS: x.\nSELECT ?given_words WHERE {\n  #[words]\n}\n", question("documents").parameters
    )
    try:
        sparql = bound(store, asked, {"words": text})
    except QueryError as error:
        assert "\0" in text or any(0xD800 <= ord(c) <= 0xDFFF for c in text), error
        return
    (row,) = store.raw.query(sparql)
    assert row["given_words"].value == text


def test_without_parameters_a_question_is_a_plain_query(graph: Graph) -> None:
    for asked in questions().values():
        plain = without_parameters(asked)
        assert "#[" not in plain
        assert "# --" not in plain
        assert graph.query(plain).rows == graph.ask(asked.name).rows == graph.query(asked.sparql).rows


def test_explain_prints_what_runs_anywhere(graph: Graph, built: Path) -> None:
    result = run("ask", built, DEMANDS, "--issuer", ISSUER, "--since", "2020", "--explain")
    assert result.exit_code == 0
    assert (
        "VALUES ?given_issuer { <https://w3id.org/demandgraph/id/actor/organization/varanian-helsinki-circle> }"
        in result.stdout
    )
    assert 'VALUES ?given_since { "2020" }' in result.stdout
    rows = list(graph.store.raw.query(result.stdout))  # without the prefixes that this software adds
    assert len(rows) == len(graph.ask(DEMANDS, issuer=ISSUER, since="2020")) > 0


def test_pandas_takes_the_answer_as_it_is(graph: Graph) -> None:
    frame = pd.DataFrame(graph.ask(DEMANDS, issuer=ISSUER))
    assert list(frame.columns) == ["issuer", "action", "addressee", "force", "topic", "date", "document"]
    assert len(frame) == len(graph.ask(DEMANDS, issuer=ISSUER)) > 0
    numbers = pd.DataFrame(graph.ask("actors-by-demands"))
    assert numbers["made"].sum() > 0


def test_one_row_a_demand(graph: Graph) -> None:
    assert len(graph.ask(DEMANDS)) == len(graph.demands())
    assert len(graph.ask(DEMANDS, quotes=True)) == len(graph.demands())
    joint = [d for d in graph.demands() if len(d.addressees) > 1 or len(d.issuers) > 1]
    rows = {(r["action"], r["document"], r["issuer"], r["addressee"]) for r in graph.ask(DEMANDS)}
    for d in joint:
        assert (d.action, d.document, "; ".join(d.issuers) or None, "; ".join(d.addressees) or None) in rows


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_the_command(built: Path, form: str) -> None:
    result = run("ask", built, DEMANDS, "--issuer", ISSUER, "--format", form)
    assert result.exit_code == 0
    assert ISSUER in result.stdout
    if form == "json":
        assert json.loads(result.stdout)["results"]["bindings"]
    if form == "markdown":
        assert result.stdout.startswith("- **issuer:** Varanian")
        assert re.search(r"^  > \w", result.stdout, re.MULTILINE)


def test_the_command_says_what_is_wrong_on_one_line(built: Path) -> None:
    for options in (("--issuer", "Nobody Ever"), ("--topic", "x"), ("--event", "Meeting"), ("--since", "1 May")):
        result = run("ask", built, DEMANDS, *options)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
