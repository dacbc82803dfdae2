"""Which events of different documents are one."""

from __future__ import annotations

import pytest

from demandgraph.model import Actor, Document, Event, Findings, Phrase
from demandgraph.resolve import resolve


def document(
    name: str, words: str, kind: str = "Adoption", date: str = "2031-06-12", place: str | None = None
) -> Findings:
    event = Event("e", kind, (Phrase(0, len(words), words),), date, place, ("a",))
    assembly = Actor("a", "Assembly of the Lake States", "Institution")
    return Findings(Document(f"{name}.txt", name, words, f"{name}-sha"), (assembly,), events=(event,))


FIRST = document("a", "the Assembly adopted a resolution on Varania")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (document("b", "its resolution on Varania was adopted", place="Orlen"), True),
        (document("b", "the Assembly adopted a budget for roads"), False),
        (document("b", "adopted a resolution on Varania", date="2031-06-13"), False),
        (document("b", "adopted a resolution on Varania", date="2031-06"), False),
        (document("b", "adopted a resolution on Varania", kind="Statement"), False),
    ],
)
def test_same_event(other: Findings, same: bool) -> None:
    names = resolve([FIRST, other]).names
    assert names == resolve([other, FIRST]).names
    iris = {names.event(f.document, "e") for f in (FIRST, other)}
    assert len(iris) == (1 if same else 2)
    assert any(iri.endswith("/event/a.e") for iri in iris)


def test_other_place_is_another_event() -> None:
    documents = [document(n, "adopted a resolution on Varania", place=p) for n, p in (("a", "Orlen"), ("b", "Gorm"))]
    assert resolve(documents).names.events == {}


def test_places_have_one_label() -> None:
    documents = [document(n, n, place=p) for n, p in (("a", "Orlén"), ("b", "ORLEN"), ("c", "Orlen"))]
    names = resolve(documents).names
    assert {names.place(p) for p in ("Orlén", "ORLEN", "Orlen")} == {
        ("https://w3id.org/demandgraph/id/place/orlen", "Orlén")
    }
