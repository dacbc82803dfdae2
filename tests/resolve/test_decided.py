"""Nothing that is computed goes against what people decided."""

from __future__ import annotations

import hashlib
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demandgraph.across import Resolution
from demandgraph.corrections import Decided, Links
from demandgraph.model import Actor, Demand, Document, Event, Findings, Phrase
from demandgraph.resolve import resolve
from demandgraph.resolve.partition import BoundPartition, Partition


def findings(name: str, action: str, *actors: tuple[str, str], date: str | None = None) -> Findings:
    """A document with one demand that its first actor makes of a country, one event, and further actors."""
    text = f"{name}: {', '.join(a for a, _ in actors)} ask Varania: {action}. They met in Strelsau."
    phrase = Phrase(text.index(action), text.index(action) + len(action), action)
    met = Phrase(text.index("They met"), len(text), text[text.index("They met") :])
    people = tuple(
        Actor(f"a{n}", label, kind, (), (Phrase(text.index(label), text.index(label) + len(label), label),))
        for n, (label, kind) in enumerate((*actors, ("Varania", "Country")))
    )
    return Findings(
        Document(f"{name}.txt", name, text, hashlib.sha256(text.encode()).hexdigest(), date=date),
        people,
        (Demand("d", phrase, (phrase,), ("a0",), (f"a{len(actors)}",), topic="sanctions"),),
        (Event("e", "Meeting", (met,), "2031-03-02", "Strelsau", ("a0",)),),
    )


ONE = findings("one", "impose sanctions on timber", ("Ilse Maron", "Person"), ("Supreme Court", "Institution"))
TWO = findings("two", "impose sanctions on timber", ("Ilse Maron", "Person"), ("High Tribunal", "Institution"))
SIX = findings("six", "let the observers in", ("I. Marron", "Person"), ("Guild", "Organization"))
ALL = (ONE, TWO, SIX)
SHA = {f.document.file_name[:3]: f.document.sha256 for f in ALL}


def decide(decided: Decided) -> Resolution:
    """The resolution, the same in every order of the documents."""
    found = [resolve(order, decided=decided) for order in permutations(ALL)]
    assert all(f == found[0] for f in found)
    return found[0]


def who(found: Resolution, document: str, local: str = "a0") -> str:
    return found.names.actors[SHA[document], local].iri


def test_without_decisions_nothing_changes() -> None:
    assert decide(Decided()) == resolve(ALL)
    assert who(resolve(ALL), "one") == who(resolve(ALL), "two") != who(resolve(ALL), "six")


def test_same_actors_are_one() -> None:
    found = decide(Decided(actors=Links(same=(((SHA["one"], "a0"), (SHA["six"], "a0")),))))
    assert len({who(found, d) for d in SHA}) == 1
    found = decide(Decided(actors=Links(same=(((SHA["one"], "a1"), (SHA["two"], "a1")),))))
    assert who(found, "one", "a1") == who(found, "two", "a1")


def test_different_actors_are_two() -> None:
    apart = ((((SHA["one"], "a0"),), ((SHA["two"], "a0"),)),)
    found = decide(Decided(actors=Links(apart=apart)))
    assert who(found, "one") != who(found, "two")
    both = Links(((((SHA["one"], "a0")), (SHA["six"], "a0")),), apart)
    found = decide(Decided(actors=both))
    assert who(found, "one") == who(found, "six") != who(found, "two")


def test_a_decided_pair_is_no_doubt() -> None:
    alike = (
        findings("one", "impose sanctions", ("Ilse Maron", "Person")),
        findings("two", "let observers in", ("Maron", "Person")),
    )
    ids = tuple(((f.document.sha256, "a0"),) for f in alike)
    before = [d for d in resolve(alike).unsure if d.kind == "actor"]
    after = [d for d in resolve(alike, decided=Decided(actors=Links(apart=(ids,)))).unsure if d.kind == "actor"]
    assert len(before) == 1
    assert after == []


def test_demands_are_shared_as_people_say() -> None:
    (shared,) = resolve(ALL).shared
    assert shared.documents == 2
    apart = Links(apart=((((SHA["one"], "d"),), ((SHA["two"], "d"),)),))
    assert decide(Decided(demands=apart)).shared == ()
    same = Links(same=(((SHA["one"], "d"), (SHA["six"], "d")),))
    (shared,) = decide(Decided(demands=same)).shared
    assert shared.documents == 3
    assert len(shared.members) == 3
    (shared,) = decide(Decided(demands=Links(same.same, apart.apart))).shared
    assert {m.rpartition("/")[2] for m in shared.members} == {"one.d", "six.d"}


def test_demands_of_which_nothing_can_be_compared() -> None:
    vague = (findings("one", "do it", ("Guild", "Organization")), findings("two", "act", ("Guild", "Organization")))
    assert resolve(vague).shared == ()
    ids = tuple((f.document.sha256, "d") for f in vague)
    (shared,) = resolve(vague, decided=Decided(demands=Links(same=(ids,)))).shared
    assert shared.documents == 2


def test_events_are_one_as_people_say() -> None:
    def iris(found: Resolution) -> list[str | None]:
        return [found.names.events.get((SHA[d], "e")) for d in ("one", "two", "six")]

    same = Links(same=(((SHA["one"], "e"), (SHA["six"], "e")),))
    one, two, six = iris(decide(Decided(events=same)))
    assert one == six is not None
    apart = Links(apart=tuple(
        (((SHA[a], "e"),), ((SHA[b], "e"),)) for a, b in (("one", "two"), ("one", "six"), ("two", "six"))
    ))  # fmt: skip
    assert iris(decide(Decided(events=apart))) == [None, None, None]
    assert two is None or two == one or two != six


NUMBERS = st.integers(0, 9)
SETS = st.lists(NUMBERS, min_size=1, max_size=3)


@given(
    st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20),
    st.lists(SETS, max_size=3),
    st.lists(st.tuples(SETS, SETS), max_size=3),
)
def test_bounds_hold_whatever_is_joined(joins, same, apart) -> None:  # type: ignore[no-untyped-def]
    closed: Partition[int] = Partition(range(10))
    for members in same:
        closed.join_all(members)
    apart = [(a, b) for a, b in apart if not {closed.find(x) for x in a} & {closed.find(x) for x in b}]
    groups = BoundPartition(range(10), same, apart)
    for one, other in joins:
        groups.join(one, other)
    groups.join_all(range(10))
    assert all(len({groups.find(m) for m in members}) == 1 for members in same)
    assert all(groups.find(x) != groups.find(y) for a, b in apart for x in a for y in b)
    if not apart:
        assert len(groups.groups()) == 1


@pytest.mark.parametrize("bound", [False, True])
def test_without_bounds_it_is_a_partition(bound: bool) -> None:
    groups: Partition[int] = BoundPartition(range(5)) if bound else Partition(range(5))
    groups.join(0, 1)
    groups.join_all([2, 3])
    assert groups.groups() == [[0, 1], [2, 3], [4]]
    assert groups.may_join(0, 4)
