"""Findings become the quads of the contract."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from demandgraph.across import Identity, Names
from demandgraph.model import Actor, Affiliation, Demand, Document, Event, Figure, Findings, Phrase
from demandgraph.rdf import XSD, confidence_literal, date_literal, number_literal, quads
from demandgraph.shapes import violations
from demandgraph.trig import to_trig
from demandgraph.vocab import DEFAULT_BASE, DG

TEXT = "On 3 May 2031 Ilse Maron of the Lake Guild asked Varania to free 40 journalists in Orlen by June."


def phrase(words: str) -> Phrase:
    return Phrase(TEXT.index(words), TEXT.index(words) + len(words), words)


FINDINGS = Findings(
    Document(
        "note.txt", "docs/note.txt", TEXT, "ab" * 32, "A note", "2031-05", "Lake Press", "en", "NewsReport"
    ),
    (
        Actor("maron", "Ilse Maron", "Person", ("Maron",), (phrase("Ilse Maron"),)),
        Actor("guild", "Lake Guild", "Organization", (), (phrase("Lake Guild"),), "lake"),
        Actor("lake", "Lake", "Organization"),
        Actor("varania", "Varania", "Country", matches=("https://a.example/v",), mentions=(phrase("Varania"),)),
    ),
    (
        Demand(
            "d1", phrase("free 40 journalists"), (phrase(TEXT),), ("maron",), ("varania",), ("guild",), ("guild",),
            "release", "request", ("e1",), "noted", phrase("in Orlen"), phrase("by June"), 0.9, "rules/demand/ask",
        ),
        Demand("d2", phrase("free"), (phrase("to free"),)),
    ),
    (Event("e1", "Statement", (phrase("Ilse Maron of the Lake Guild asked"),), "2031-05-03", "Orlen", ("maron",), ("varania",), 1.0),),
    (Affiliation("a1", "maron", "guild", "member", (phrase("Ilse Maron of the Lake Guild"),)),),
    (Figure("f1", 40, "journalists", (phrase("40 journalists"),), "about", "e1"),),
)  # fmt: skip
PREFIXES = {
    "dg": DG.namespace,
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "nfo": "http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "id": DEFAULT_BASE,
}


def short(term: NamedNode | Literal) -> str:
    if isinstance(term, Literal):
        return f'"{term.value}"' + (
            f"^{term.datatype.value[len(XSD) :]}" if not term.datatype.value.endswith("#string") else ""
        )
    prefix, namespace = max(
        ((p, n) for p, n in PREFIXES.items() if term.value.startswith(n)), key=lambda x: len(x[1]), default=("", "")
    )
    return f"{prefix}:{term.value[len(namespace) :]}"


def said(found: list[Quad]) -> set[str]:
    return {" ".join(map(short, (q.subject, q.predicate, q.object))) for q in found}


def at(words: str) -> str:
    p = phrase(words)
    return f"id:document/note#char={p.begin},{p.end}"


def test_everything_of_the_contract() -> None:
    found = list(quads(FINDINGS))
    assert len(found) == len(set(found))
    assert {q.graph_name for q in found} == {NamedNode(f"{DEFAULT_BASE}graph/document/note")}
    doc, guild, maron = "id:document/note", "id:actor/organization/lake-guild", "id:actor/person/ilse-maron"
    varania, demand, event = "id:actor/country/varania", "id:demand/note.d1", "id:event/note.e1"
    expected = {
        *(f"{doc} rdf:type {t}" for t in ("dg:Document", "foaf:Document", "prov:Entity", "nif:Context")),
        f'{doc} nfo:fileName "note.txt"', f'{doc} nif:isString "{TEXT}"', f'{doc} dg:sha256 "{"ab" * 32}"',
        f'{doc} dcterms:title "A note"', f'{doc} dcterms:date "2031-05"^gYearMonth', f'{doc} dcterms:publisher "Lake Press"',
        f'{doc} dcterms:source "docs/note.txt"', f'{doc} dcterms:language "en"',
        f"{doc} dg:documentKind :https://w3id.org/demandgraph/kind/NewsReport",
        f"{maron} rdf:type dg:Actor", f"{maron} rdf:type dg:Person", f'{maron} skos:prefLabel "Ilse Maron"',
        f'{maron} skos:altLabel "Maron"', f"{guild} dg:partOf id:actor/organization/lake",
        f"{varania} skos:exactMatch :https://a.example/v", f"{at('Varania')} itsrdf:taIdentRef {varania}",
        f"{at('Varania')} rdf:type nif:Phrase", f"{at('Varania')} nif:referenceContext {doc}",
        f'{at("Varania")} nif:beginIndex "49"^nonNegativeInteger', f'{at("Varania")} nif:endIndex "56"^nonNegativeInteger',
        f'{at("Varania")} nif:anchorOf "Varania"',
        f"{demand} rdf:type dg:Demand", f"{demand} dg:statedIn {doc}", f'{demand} dg:action "free 40 journalists"',
        f"{demand} dg:actionPhrase {at('free 40 journalists')}", f"{demand} dg:evidence {at(TEXT)}",
        f"{demand} dg:issuer {maron}", f"{demand} dg:addressee {varania}", f"{demand} dg:beneficiary {guild}",
        f"{demand} dg:initiator {guild}", f"{demand} dg:topic :https://w3id.org/demandgraph/topic/release",
        f"{demand} dg:force :https://w3id.org/demandgraph/force/request", f"{demand} dg:madeAt {event}",
        f"{demand} dg:status :https://w3id.org/demandgraph/status/noted", f"{demand} dg:condition {at('in Orlen')}",
        f"{demand} dg:deadline {at('by June')}", f'{demand} dg:confidence "0.9"^decimal',
        f'{demand} dg:foundBy "rules/demand/ask"', 'id:demand/note.d2 dg:issuerUnstated "true"^boolean',
        f"{event} rdf:type dg:Event", f"{event} rdf:type dg:Statement", f"{event} dg:describedIn {doc}",
        f'{event} dg:date "2031-05-03"^date', f"{event} dg:place id:place/orlen", "id:place/orlen rdf:type dg:Place",
        'id:place/orlen rdfs:label "Orlen"', f"{event} dg:agent {maron}", f"{event} dg:recipient {varania}",
        f'{event} dg:confidence "1"^decimal', f"{event} dg:figure id:figure/note.f1",
        "id:affiliation/note.a1 rdf:type dg:Affiliation", f"id:affiliation/note.a1 org:member {maron}",
        f"id:affiliation/note.a1 org:organization {guild}", 'id:affiliation/note.a1 dg:roleTitle "member"',
        "id:figure/note.f1 rdf:type dg:Figure", 'id:figure/note.f1 dg:value "40"^integer',
        'id:figure/note.f1 dg:unit "journalists"', 'id:figure/note.f1 dg:qualifier "about"',
    }  # fmt: skip
    assert expected - said(found) == set()
    assert f"{demand} dg:issuerUnstated" not in " ".join(said(found))


def test_names_decide_on_iris_and_labels() -> None:
    sha = FINDINGS.document.sha256
    names = Names(
        "https://x.example/",
        {sha: "n"},
        {(sha, a.id): Identity(f"https://x.example/actor/{a.id}", a.name.upper(), "Group") for a in FINDINGS.actors},
        {(sha, "e1"): "https://x.example/event/other"},
    )
    found = {f"{q.subject.value} {q.predicate.value} {q.object.value}" for q in quads(FINDINGS, names=names)}
    skos = PREFIXES["skos"]
    assert f"https://x.example/actor/maron {skos}prefLabel ILSE MARON" in found
    assert f"https://x.example/actor/maron {skos}altLabel Ilse Maron" in found
    assert f"https://x.example/demand/n.d1 {DG.madeAt} https://x.example/event/other" in found
    assert f"https://x.example/actor/maron {PREFIXES['rdf']}type {DG.Group}" in found


def test_base() -> None:
    assert all(q.subject.value.startswith("https://x.example/") for q in quads(FINDINGS, "https://x.example/"))


@pytest.mark.parametrize(("iso", "datatype"), [("2031-05-03", "date"), ("2031-05", "gYearMonth"), ("2031", "gYear")])
def test_dates_are_as_precise_as_the_text(iso: str, datatype: str) -> None:
    assert date_literal(iso) == Literal(iso, datatype=NamedNode(XSD + datatype))


@pytest.mark.parametrize("iso", ["2031-02-30", "31", "", "2031-5-3"])
def test_no_date(iso: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        date_literal(iso)


def test_numbers_are_written_as_a_store_gives_them_back() -> None:
    assert [number_literal(v).value for v in (40, 0.5, 2.25, -3, 1e6)] == ["40", "0.5", "2.25", "-3", "1000000"]
    assert [confidence_literal(v).value for v in (0.9, 0.85, 1, 0, 7, 0.001)] == ["0.9", "0.85", "1", "0", "1", "0"]


def test_the_graph_of_one_note_is_the_golden_one() -> None:
    """The file shows all that a document can say; after a change that is meant, UPDATE_GOLDEN=1 writes it anew."""
    golden = Path(__file__).parent / "golden" / "note.trig"
    written = "".join(to_trig(quads(FINDINGS)))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(written, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == written
    assert violations(quads(FINDINGS)) == []
