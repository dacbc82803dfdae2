"""Corrections as quads: what people decided, and what they added, in the named graph ``graph/corrections``.

A document's graph says what the reading found in it. What people took back is in no graph; what they put in its place,
and what they added, is in ``graph/corrections``, beside a ``dg:Correction`` for each decision that says who made it,
when, why and about what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import NamedNode, Quad

from demandgraph.across import Identity, Names
from demandgraph.corrections import Corrected, Correction
from demandgraph.corrections.correction import ActorName, Value, moment
from demandgraph.model import Findings
from demandgraph.rdf import PROV, RDF_TYPE, quads, text, typed
from demandgraph.vocab import DG

GRAPH = "graph/corrections"


def document_quads(findings: Findings, corrected: Corrected, names: Names) -> Iterator[Quad]:
    """The quads of one document; those that only corrections gave it are left to :func:`correction_quads`."""
    original = corrected.originals.get(findings.document.sha256)
    if original is None:
        return quads(findings, names=names)
    read = read_quads(original, names)
    return (quad for quad in quads(findings, names=names) if quad in read)


def read_quads(original: Findings, names: Names) -> set[Quad]:
    """What a document would say without corrections, under the names that its actors have now."""
    sha256 = original.document.sha256
    gone = {(sha256, a.id): Identity("x:gone", a.name, a.type) for a in original.actors}
    return set(quads(original, names=replace(names, actors=gone | dict(names.actors))))


def correction_quads(corrected: Corrected, names: Names) -> Iterator[Quad]:
    """The quads of the named graph ``graph/corrections``, in an order that depends on the corrections only."""
    graph = NamedNode(names.base + GRAPH)
    documents = {f.document.sha256: f for f in corrected.findings}
    told: dict[Quad, None] = {}
    for sha256 in sorted(corrected.originals):
        read = read_quads(corrected.originals[sha256], names)
        for quad in quads(documents[sha256], names=names):
            if quad not in read:
                told[Quad(quad.subject, quad.predicate, quad.object, graph)] = None
    yield from told
    for correction in sorted(corrected.outcome.applied, key=lambda c: c.text):
        yield from described(correction, corrected, names, graph)


def described(correction: Correction, corrected: Corrected, names: Names, graph: NamedNode) -> Iterator[Quad]:
    """One decision: who made it, when, why, and about what."""
    node = NamedNode(f"{names.base}correction/{correction.id}")
    day = len(correction.when) == 10
    when = correction.when if day else moment(correction.when).isoformat().replace("+00:00", "")
    if "." in when:
        when = when.rstrip("0")
    yield Quad(node, RDF_TYPE, NamedNode(DG.Correction), graph)
    yield Quad(node, RDF_TYPE, NamedNode(PROV + "Activity"), graph)
    yield Quad(node, NamedNode(DG.decision), text(correction.decision), graph)
    yield Quad(node, NamedNode(DG.decidedBy), text(correction.by), graph)
    yield Quad(node, NamedNode(DG.decidedAt), typed(when, "date") if day else typed(when + "Z", "dateTime"), graph)
    if correction.why:
        yield Quad(node, NamedNode(DG.reason), text(correction.why), graph)
    for key in correction.keys:
        yield Quad(node, NamedNode(DG.concernsWords), text(f"{correction.kind} {key.words()}"), graph)
    for name, value in correction.values:
        yield Quad(node, NamedNode(DG.change), text(f"{name}: {written(value)}"), graph)
    for iri in concerned(correction, corrected, names):
        yield Quad(node, NamedNode(DG.concerns), NamedNode(iri), graph)


def concerned(correction: Correction, corrected: Corrected, names: Names) -> list[str]:
    """The IRIs of what a correction is about, as far as it is in the graph."""
    documents = {f.document.sha256: f for f in corrected.findings}
    found = set()
    for kind, (sha256, local) in corrected.about.get(correction.id, ()):
        if kind == "actor" and (sha256, local) in names.actors:
            found.add(names.actors[sha256, local].iri)
        elif kind != "actor" and any(one.id == local for one in getattr(documents[sha256], f"{kind}s")):
            document = documents[sha256].document
            found.add(names.event(document, local) if kind == "event" else names.finding(kind, document, local))
    return sorted(found)


def written(value: Value) -> str:
    """What a field was set to, for people."""
    if value is None or value == ():
        return "nothing"
    if isinstance(value, tuple):
        return ", ".join(
            one.name if isinstance(one, ActorName) else f"“{' '.join(one.quote.split())}”" for one in value
        )
    return f"{value:g}" if isinstance(value, float) else value
