"""Says in PROV-O what a graph was built from and with. Nothing in it changes when the same build is run again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from demandgraph.across import Names
from demandgraph.iris import digest, slug
from demandgraph.model import Document
from demandgraph.rdf import DCTERMS, PROV, RDF_TYPE, RDFS, text
from demandgraph.vocab import DG

VERSION_INFO = "http://www.w3.org/2002/07/owl#versionInfo"


@dataclass(frozen=True, slots=True)
class Tools:
    """What a build was made with.

    ``version`` is the package's, and with it that of the rules and the vocabulary; ``pipeline`` and
    ``pipeline_version`` name the language model; ``libraries`` are the versions of the packages that could change a
    result; ``inputs`` are the SHA-256 of further files that were read, such as a user's authority, by their names.
    """

    version: str
    pipeline: str
    pipeline_version: str
    libraries: Mapping[str, str]
    inputs: Mapping[str, str]


def provenance_quads(documents: Sequence[Document], names: Names, tools: Tools) -> Iterator[Quad]:
    """The quads of the named graph ``graph/provenance``.

    One activity used the documents and the rules, was carried out by the software and the language model, and
    generated one named graph from each document.
    """
    base = names.base
    graph = NamedNode(f"{base}graph/provenance")
    rules = NamedNode(f"{base}software/rules-{segment(tools.version)}")
    agents = {"demandgraph": tools.version, tools.pipeline: tools.pipeline_version, **tools.libraries}
    ordered = sorted(documents, key=lambda d: d.sha256)
    parts = [*(f"{k} {v}" for k, v in sorted(agents.items())), *(f"{k} {v}" for k, v in sorted(tools.inputs.items()))]
    build = NamedNode(f"{base}build/{digest(chr(10).join([base, *parts, *(d.sha256 for d in ordered)]), 16)}")

    def put(subject: NamedNode, predicate: str, value: NamedNode | str) -> Quad:
        return Quad(subject, NamedNode(predicate), value if isinstance(value, NamedNode) else text(value), graph)

    yield Quad(build, RDF_TYPE, NamedNode(PROV + "Activity"), graph)
    for name, version in agents.items():
        agent = NamedNode(f"{base}software/{slug(name)}-{segment(version)}")
        yield put(build, PROV + "wasAssociatedWith", agent)
        yield from described(agent, "SoftwareAgent", f"{name} {version}", version, graph)
    yield put(build, PROV + "used", rules)
    yield from described(rules, "Plan", f"rules of demandgraph {tools.version}", tools.version, graph)
    for name, sha256 in sorted(tools.inputs.items()):
        entity = NamedNode(f"{base}input/{sha256[:16]}")
        yield put(build, PROV + "used", entity)
        yield Quad(entity, RDF_TYPE, NamedNode(PROV + "Entity"), graph)
        yield put(entity, RDFS + "label", name)
        yield put(entity, DCTERMS + "identifier", f"sha256:{sha256}")
    for document in ordered:
        entity, result = NamedNode(names.document(document)), NamedNode(names.graph(document))
        yield put(build, PROV + "used", entity)
        yield put(entity, DG.sha256, document.sha256)
        yield Quad(result, RDF_TYPE, NamedNode(PROV + "Entity"), graph)
        yield put(result, PROV + "wasGeneratedBy", build)
        yield put(result, PROV + "wasDerivedFrom", entity)


def described(node: NamedNode, kind: str, label: str, version: str, graph: NamedNode) -> Iterator[Quad]:
    """What something is, what it is called, and its version."""
    yield Quad(node, RDF_TYPE, NamedNode(PROV + kind), graph)
    yield Quad(node, NamedNode(RDFS + "label"), text(label), graph)
    yield Quad(node, NamedNode(VERSION_INFO), text(version), graph)


def segment(version: str) -> str:
    """A version as the end of an IRI."""
    return slug(version.replace(".", "-")) or "unknown"
