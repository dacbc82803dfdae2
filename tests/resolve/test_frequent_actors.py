"""Actors that come up everywhere: heads of states by their family names, and bodies with the same abbreviation."""

from __future__ import annotations

import pytest

from demandgraph import authority
from demandgraph.model import Actor, Document, Findings, Phrase
from demandgraph.resolve import resolve


def document(name: str, text: str, title: str, *actors: tuple[str, str, tuple[str, ...]]) -> Findings:
    """A document that names some actors, given as name, class and aliases."""
    found = []
    for number, (label, kind, aliases) in enumerate(actors):
        begin = text.index(label)
        mentions = (Phrase(begin, begin + len(label), label),)
        found.append(Actor(f"a{number}", label, kind, aliases, mentions))
    return Findings(Document(f"{name}.txt", name, text, f"{name}-sha", title), tuple(found))


def iris(*documents: Findings) -> list[str]:
    known = authority.load()
    names = resolve(documents, authority=known).names
    assert names == resolve(documents[::-1], authority=known).names
    return [names.actors[f.document.sha256, "a0"].iri for f in documents]


FULL = document("a", "We thank President Ada Maron.", "On France", ("Ada Maron", "Person", ()))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("President Maron spoke.", True),
        ("Colonel Maron spoke.", False),
        ("Chancellor Maron spoke.", False),
        ("The President met Mr Maron.", False),
    ],
)
def test_a_head_of_state_is_known_by_office_and_family_name(text: str, same: bool) -> None:
    one, other = iris(FULL, document("b", text, "On Peru", ("Maron", "Person", ())))
    assert (one == other) is same


def test_two_heads_of_one_family_name_stay_two() -> None:
    second = document("c", "We met President Ivo Maron.", "On Chile", ("Ivo Maron", "Person", ()))
    found = iris(FULL, second, document("b", "President Maron spoke.", "On Peru", ("Maron", "Person", ())))
    assert len(set(found)) == 3


@pytest.mark.parametrize(("country", "same"), [("Sudan", True), ("China", False)])
def test_an_abbreviation_means_another_body_in_another_country(country: str, same: bool) -> None:
    full = document(
        "a", "The Riverine Safety Force (RSF) of Sudan", "On Sudan", ("Riverine Safety Force", "Organization", ("RSF",))
    )
    one, other = iris(full, document("b", "A letter of RSF", f"On {country}", ("RSF", "Organization", ())))
    assert (one == other) is same
