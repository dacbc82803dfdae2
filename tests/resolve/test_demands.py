"""Which demands documents share, and which came first."""

from __future__ import annotations

import pytest

from demandgraph.across import SharedDemand
from demandgraph.model import Actor, Demand, Document, Findings, Phrase
from demandgraph.resolve import resolve
from demandgraph.resolve.demands import is_before
from demandgraph.resolve.likeness import content, likeness, negated, stem, weights


def document(name: str, date: str | None, *actions: tuple[str, str], country: str = "Varania") -> Findings:
    """A document about a country whose government is asked for some actions, given as ``(topic, action)``."""
    text = "\n".join(action for _, action in actions)
    demands = []
    for number, (topic, action) in enumerate(actions):
        phrase = Phrase(text.index(action), text.index(action) + len(action), action)
        demands.append(Demand(f"d{number}", phrase, (phrase,), topic=topic, addressees=("c",)))
    actor = Actor("c", country, "Country")
    return Findings(
        Document(f"{name}.txt", name, text, f"{name}-sha", title=f"On {country}", date=date), (actor,), tuple(demands)
    )


def shared(*documents: Findings) -> tuple[SharedDemand, ...]:
    result = resolve(documents).shared
    assert result == resolve(documents[::-1]).shared
    return result


FILLER = [("elections", "hold new elections in autumn"), ("law-reform", "ratify the convention on rivers")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("release all imprisoned journalists", "the immediate release of imprisoned journalists"),
        ("stop the searches of editorial offices", "stop searching the editorial offices"),
        ("compensation", "compensation to the families of the detained"),
        ("restore the rights of the victims", "full restoration of the victims’ rights"),
    ],
)
def test_same_demand_in_other_words(one: str, other: str) -> None:
    (found,) = shared(document("a", "2031-05-03", ("release", one)), document("b", "2031-06-12", ("release", other)))
    assert found.documents == 2
    assert (found.first, found.last) == ("2031-05-03", "2031-06-12")
    ((later, earlier),) = found.restates
    assert (later.endswith("/demand/b.d0"), earlier.endswith("/demand/a.d0")) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("release", "release all imprisoned journalists"), ("release", "release all imprisoned miners")),
        (("release", "release all imprisoned journalists"), ("treatment", "release all imprisoned journalists")),
        (("sanctions", "impose sanctions on Varania"), ("sanctions", "not impose sanctions on Varania")),
        (("elections", "hold free elections"), ("elections", "observe the elections to the upper house")),
    ],
)
def test_other_demands(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert shared(document("a", None, one, *FILLER[:1]), document("b", None, other, *FILLER[1:])) == ()


def test_same_words_about_another_country_are_another_demand() -> None:
    action = ("release", "release all imprisoned journalists")
    assert shared(document("a", None, action), document("b", None, action, country="Torland")) == ()


def test_two_demands_of_one_document_are_not_shared() -> None:
    actions = ("release", "release all imprisoned journalists"), ("release", "release imprisoned journalists")
    assert shared(document("a", None, *actions)) == ()


def test_three_documents_make_one_shared_demand() -> None:
    action = ("release", "release all imprisoned journalists")
    (found,) = shared(*(document(n, d, action) for n, d in (("a", "2031-05"), ("b", "2031-05-20"), ("c", "2032"))))
    assert found.documents == 3
    assert [later[-4:] for later, _ in found.restates] == ["c.d0"]  # that b came after a is not certain


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2031", "2032", True),
        ("2031-05", "2031-06-01", True),
        ("2031-05", "2031-05-20", False),
        ("2031-05-01", "2031-05-01", False),
    ],
)
def test_order_in_time_must_be_certain(one: str, other: str, before: bool) -> None:
    first, second = (Document("x.txt", "x", "", d, date=d) for d in (one, other))
    assert is_before(first, second) is before


def test_stems() -> None:
    assert stem("investigation") == stem("investigating") == stem("investigate")
    assert stem("observers") == stem("observe")
    assert stem("rights") == stem("right")
    assert stem("party") != stem("part")


def test_content_leaves_out_what_is_only_degree() -> None:
    assert content("the immediate and unconditional release of all prisoners") == ("releas", "prison")
    assert negated("refrain from using force") and not negated("use force")


def test_rare_words_count_more() -> None:
    worth = weights([("law", "river")] + [("law", "x")] * 9)
    assert likeness(("law", "river"), ("river",), worth) > likeness(("law", "river"), ("law",), worth)
    assert likeness((), (), worth) == 0
