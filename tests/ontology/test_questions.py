"""The competency questions: each answers a small graph as expected, and together they use the whole contract."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from demandgraph.vocab import DG, ontology_folder

HERE = Path(__file__).resolve().parent / "questions"
QUESTIONS = sorted((f for f in (ontology_folder() / "questions").iterdir()), key=lambda f: f.name)
ASKED_FIRST = {
    "who-demands-what", "demands-by-addressee", "adopted-demands", "demanded-at-events", "actors-by-demands", "timeline",
    "affiliations", "figures-side-by-side", "demands-with-quotes", "what-a-document-says",
}  # fmt: skip


def name(file) -> str:
    return file.name.removesuffix(".rq")


def answer(sparql: str, store: ox.Store) -> list[list[str]]:
    """Header and rows as text."""
    result = store.query(sparql, use_default_graph_as_union=True)
    return [[v.value for v in result.variables], *([("" if t is None else t.value) for t in row] for row in result)]


def test_there_are_enough_questions() -> None:
    names = {name(f) for f in QUESTIONS}
    assert len(names) == 45
    assert names >= ASKED_FIRST
    assert {f.stem for f in HERE.glob("*.ttl")} == names == {f.stem for f in HERE.glob("*.csv")}


@pytest.mark.parametrize("file", QUESTIONS, ids=name)
def test_a_question_is_asked_in_plain_english(file) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# [A-Z][^#]*\?", lines[0])
    assert all(line.endswith(".") for line in lines[1:] if line.startswith("#"))
    assert "ORDER BY" in "\n".join(lines)


def test_no_question_is_asked_twice() -> None:
    wordings = [file.read_text(encoding="utf-8").splitlines()[0] for file in QUESTIONS]
    assert len(set(wordings)) == len(wordings)


@pytest.mark.parametrize("file", QUESTIONS, ids=name)
def test_a_question_gets_its_answer(file) -> None:
    store = ox.Store()
    store.load(path=str(HERE / f"{name(file)}.ttl"), format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("x:graph"))
    expected = list(csv.reader(io.StringIO((HERE / f"{name(file)}.csv").read_text(encoding="utf-8"))))
    assert len(expected) > 1
    assert answer(file.read_text(encoding="utf-8"), store) == expected


@pytest.mark.parametrize("file", QUESTIONS, ids=name)
def test_an_empty_graph_answers_nothing(file) -> None:
    assert len(answer(file.read_text(encoding="utf-8"), ox.Store())) == 1


def used_terms() -> set[str]:
    return {
        term
        for file in QUESTIONS
        for term in re.findall(r"\b([a-z]+:[A-Za-z]\w*)", re.sub(r"<[^>]*>|#.*", " ", file.read_text(encoding="utf-8")))
    }


def test_all_terms_of_the_contract_are_used(shared: Path) -> None:
    contract = (shared / "design" / "contract.md").read_text(encoding="utf-8")
    terms = set(re.findall(r"`((?:dg|nif|nfo|dcterms|itsrdf|skos|org|foaf|prov|sem|rdfs):\w+)`", contract))
    assert len(terms) > 65
    assert terms - used_terms() == set()


def test_only_declared_terms_are_used() -> None:
    assert {t.removeprefix("dg:") for t in used_terms() if t.startswith("dg:")} <= set(DG.names())


def test_the_command_lists_them() -> None:
    from demandgraph.query import questions

    listed = questions()
    assert set(listed) == {name(f) for f in QUESTIONS}
    assert listed["who-demands-what"].words == "Who demands what of whom?"
