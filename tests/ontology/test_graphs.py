"""Graphs that the project writes use declared terms only, and conform to the shapes."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from demandgraph.across import SharedDemand, names_of
from demandgraph.model import (
    ACTOR_TYPES,
    DOCUMENT_KINDS,
    EVENT_TYPES,
    FORCES,
    STATUSES,
    TOPICS,
    Actor,
    Affiliation,
    Demand,
    Document,
    Event,
    Figure,
    Findings,
    Phrase,
)
from demandgraph.rdf import across_quads, quads
from demandgraph.shapes import store_of, violations
from demandgraph.vocab import ontology_folder

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SCHEMES = ("topic", "force", "status", "kind")


def declared() -> tuple[set[str], set[str], set[str]]:
    """What the ontology declares: classes, properties, concepts."""
    kinds = {
        "Class": set(),
        "ObjectProperty": set(),
        "DatatypeProperty": set(),
        "AnnotationProperty": set(),
        "Concept": set(),
    }
    for name in ("demandgraph.ttl", "topics.ttl", "forces.ttl", "statuses.ttl", "kinds.ttl"):
        for t in ox.parse((ontology_folder() / name).read_bytes(), format=ox.RdfFormat.TURTLE):
            if t.predicate.value == RDF_TYPE and isinstance(t.object, ox.NamedNode):
                kind = t.object.value.rpartition("#")[2]
                if kind in kinds:
                    kinds[kind].add(t.subject.value)
    return kinds["Class"], set().union(*(kinds[k] for k in kinds if k.endswith("Property"))), kinds["Concept"]


def undeclared(statements) -> set[str]:
    """Classes, properties and concepts that a graph uses and the ontology does not declare."""
    classes, properties, concepts = declared()
    found = set()
    for s in statements:
        if s.predicate.value == RDF_TYPE:
            found |= {s.object.value} - classes
        else:
            found |= {s.predicate.value} - properties - {"http://www.w3.org/2002/07/owl#versionInfo"}
        if isinstance(s.object, ox.NamedNode) and s.object.value.startswith(
            tuple(f"https://w3id.org/demandgraph/{scheme}/" for scheme in SCHEMES)
        ):
            found |= {s.object.value} - concepts
    return found


def everything(kind: str, date: str, name: str) -> Findings:
    """Findings of one document that use all classes and concepts of the model."""
    text = f"{name}: Anna of the Guild urges Ruritania to lift the ban by May, if there is peace. 40 voted in Strelsau."

    def phrase(words: str) -> Phrase:
        begin = text.index(words)
        return Phrase(begin, begin + len(words), words)

    whole = (Phrase(0, len(text), text),)
    actors = tuple(Actor(f"a-{t}", f"{t} of {name}", t, aliases=(t,), mentions=(phrase("Anna"),)) for t in ACTOR_TYPES)
    ids = [a.id for a in actors]
    events = tuple(
        Event(f"e-{t}", t, whole, date="2024-05", place="Strelsau", agents=(ids[0],), recipients=(ids[1],), rule="r")
        for t in EVENT_TYPES
    )
    combinations = [(t, FORCES[i % len(FORCES)], (None, *STATUSES)[i % 9]) for i, t in enumerate(TOPICS)]
    demands = tuple(
        Demand(
            f"d{i}", phrase("lift the ban"), whole, issuers=ids[2:3] if i else (), addressees=(ids[1],),
            beneficiaries=(ids[4],), initiators=(ids[3],), topic=topic, force=force, status=status,
            made_at=(events[0].id,), condition=phrase("if there is peace"), deadline=phrase("by May"), rule="r",
        )
        for i, (topic, force, status) in enumerate(combinations)
    )  # fmt: skip
    return Findings(
        document=Document(
            f"{name}.txt", f"in/{name}.txt", text, "0" * 63 + str(len(name) % 10), "A title", date, "Guild", kind=kind
        ),
        actors=actors,
        demands=demands,
        events=events,
        affiliations=(Affiliation("m", ids[0], ids[3], "member", whole, rule="r"),),
        figures=(Figure("f", 40, "voters", whole, "about", events[0].id, rule="r"),),
    )


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_whatever_a_document_says_conforms(kind: str) -> None:
    found = list(quads(everything(kind, "2024-05-09", "letter")))
    assert undeclared(found) == set()
    assert violations(found) == []


def test_what_is_concluded_across_documents_conforms() -> None:
    one, two = everything("Appeal", "2024-05-09", "letter"), everything("Resolution", "2024-06", "resolution")
    early, late = (names_of(f).finding("demand", f.document, "d1") for f in (one, two))
    shared = SharedDemand(
        "https://w3id.org/demandgraph/id/shared/ban", "lifting of the ban", "end-violations", (early, late),
        ((late, early),), "2024-05-09", "2024-06", 2, 2,
    )  # fmt: skip
    found = [*quads(one), *quads(two), *across_quads([shared])]
    assert undeclared(found) == set()
    assert violations(found) == []


@pytest.mark.parametrize(
    "path", sorted(p for p in GOLDEN.rglob("*") if p.suffix in (".trig", ".nq", ".ttl")), ids=lambda p: p.stem
)
def test_a_golden_graph_conforms(path: Path) -> None:
    assert undeclared(store_of(path)) == set()
    assert violations(path) == []


UNASKED = {
    "corrected-findings",
    "joint-demands",
    "lineage",
    "narrower-demands",
    "organs",
    "shared-demands",
    "strength-of-action",
    "told-by-several",
    "what-people-corrected",
}
"""Questions of which a document taken for itself, as :func:`everything` makes it, says nothing."""


def test_every_question_is_answered_quickly() -> None:
    """Fifty documents: a query that multiplies unrelated things takes minutes on them."""
    from demandgraph.query import questions, run
    from demandgraph.store import Store

    texts = [everything("Report", f"2024-0{i % 9 + 1}", f"report-{i}") for i in range(50)]
    store = Store.memory(q for findings in texts for q in quads(findings))
    assert len(store) > 20_000
    for name, question in questions().items():
        begin = time.process_time()
        rows = len(run(store, question.sparql))
        assert time.process_time() - begin < 5, name
        assert rows or name in UNASKED, name


def test_an_undeclared_term_is_seen() -> None:
    dg = "https://w3id.org/demandgraph/ontology#"
    text = f"<x:a> a <{dg}Deamnd> ; <{dg}isuer> <x:b> ; <{dg}topic> <https://w3id.org/demandgraph/topic/relase> ."
    found = undeclared(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert {iri.rpartition("/")[2].rpartition("#")[2] for iri in found} == {"Deamnd", "isuer", "relase"}
