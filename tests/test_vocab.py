"""The closed Python namespaces against the Turtle files, and both against the contract."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from demandgraph import model
from demandgraph.vocab import DG, FORCES, KINDS, ONTOLOGY, STATUSES, TOPICS, ontology_folder

TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SKOS = "http://www.w3.org/2004/02/skos/core#"


def statements(name: str) -> list[ox.Triple]:
    return list(ox.parse((ontology_folder() / name).read_bytes(), format=ox.RdfFormat.TURTLE))


def declared() -> list[str]:
    """Local names of all terms that the ontology declares, in its order."""
    found = (t.subject.value for t in statements("demandgraph.ttl") if t.predicate == TYPE)
    return list(dict.fromkeys(iri[len(ONTOLOGY) :] for iri in found if iri.startswith(ONTOLOGY)))


def test_the_namespace_holds_exactly_the_declared_terms() -> None:
    assert set(DG.names()) == set(declared())
    assert list(DG) == [ONTOLOGY + name for name in DG.names()]


def test_terms_are_iris() -> None:
    assert DG.issuer == "https://w3id.org/demandgraph/ontology#issuer"
    assert DG.issuer in DG
    assert "https://w3id.org/demandgraph/ontology#isuer" not in DG
    assert "issuer" in dir(DG)


def test_a_typo_is_an_error_that_names_the_term() -> None:
    with pytest.raises(AttributeError, match=r"no term 'isuer'; did you mean issuer\?"):
        DG.isuer  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError, match=r"no term 'wholly_unknown_thing'$"):
        DG.wholly_unknown_thing  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(KeyError, match=r"no concept 'relase'; did you mean release\?"):
        TOPICS["relase"]


@pytest.mark.parametrize(
    ("file", "scheme", "kind", "names"),
    [
        ("topics.ttl", TOPICS, DG.Topic, model.TOPICS),
        ("forces.ttl", FORCES, DG.Force, model.FORCES),
        ("statuses.ttl", STATUSES, DG.Status, model.STATUSES),
        ("kinds.ttl", KINDS, DG.DocumentKind, model.DOCUMENT_KINDS),
    ],
)
def test_schemes_hold_exactly_the_concepts_of_the_model(file, scheme, kind, names) -> None:
    found = {t.subject.value for t in statements(file) if t.predicate == TYPE and t.object == ox.NamedNode(kind)}
    assert found == set(scheme.values())
    assert tuple(scheme) == names
    assert len(scheme) == len(names)


def test_classes_of_the_model_are_classes_of_the_vocabulary() -> None:
    assert set(model.ACTOR_TYPES) | set(model.EVENT_TYPES) <= set(DG.names())


def test_the_version_is_the_package_s() -> None:
    root = Path(__file__).resolve().parents[1]
    version = re.search(r'^version = "(.+)"', (root / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    found = {
        t.object.value
        for file in ("demandgraph.ttl", "topics.ttl", "forces.ttl", "statuses.ttl", "kinds.ttl", "alignments.ttl")
        for t in statements(file)
        if t.predicate.value == "http://www.w3.org/2002/07/owl#versionInfo"
    }
    assert found == {version.group(1)}
    iris = [t.object.value for t in statements("demandgraph.ttl") if t.predicate.value.endswith("#versionIRI")]
    assert iris == [f"https://w3id.org/demandgraph/ontology/{version.group(1)}"]


def test_the_contract_is_kept(shared: Path) -> None:
    contract = (shared / "design" / "contract.md").read_text(encoding="utf-8")
    terms = set(re.findall(r"`dg:(\w+)`", contract))
    assert len(terms) > 45
    assert terms <= set(DG.names())
