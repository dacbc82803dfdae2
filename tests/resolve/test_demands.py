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
        (("release", "release all imprisoned journalists"), ("release", "release the journalist Ada Wren")),
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
    assert is_before(one, other) is before


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


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        ("sanctions", "greater pressure on the authorities", "introduce tough sanctions against the Maron regime"),
        ("accountability", "bring all culprits to justice", "hold those responsible to account"),
        ("accountability", "apply universal jurisdiction", "use extraterritorial jurisdiction against the culprits"),
        ("non-recognition", "not to recognise the results of the vote", "a policy of non-recognition"),
        ("release", "set free all political prisoners", "the liberation of prisoners of conscience"),
        ("redress", "rehabilitation of those affected", "restore the rights of the survivors"),
        ("documentation", "gather evidence of abuses", "continued monitoring of human rights violations"),
    ],
)
def test_same_kind_of_action_on_the_same_kind_of_object(topic: str, one: str, other: str) -> None:
    (found,) = shared(document("a", None, (topic, one)), document("b", None, (topic, other)))
    assert found.documents == 2


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        ("sanctions", "impose sanctions", "lift the sanctions"),
        ("accountability", "investigate the crimes", "bring the culprits to justice"),
        ("release", "release all political prisoners", "release of all hostages"),
        ("end-violations", "stop the torture", "stop the searches"),
        ("non-recognition", "recognition of the new council", "non-recognition of the election"),
    ],
)
def test_other_action_or_other_object(topic: str, one: str, other: str) -> None:
    assert shared(document("a", None, (topic, one)), document("b", None, (topic, other))) == ()


def test_narrower_demand_leads_to_the_wider_one() -> None:
    found = shared(
        document("a", None, ("sanctions", "impose sanctions")),
        document("b", None, ("sanctions", "maximum pressure on the regime")),
        document("c", None, ("sanctions", "sanctions on timber from prison camps")),
        document("d", None, ("sanctions", "an arms embargo")),
    )
    wide = next(s for s in found if s.documents == 2)
    assert {s.label: s.narrows for s in found if s is not wide} == {
        "sanctions on timber from prison camps": (wide.iri,),
        "an arms embargo": (wide.iri,),
    }
    assert wide.narrows == ()


def test_second_of_two_coordinated_actions_counts() -> None:
    (found,) = shared(
        document("a", None, ("accountability", "document the raids and prosecute the perpetrators")),
        document("b", None, ("accountability", "bring those responsible to justice")),
    )
    assert found.label == "bring those responsible to justice"


def test_examples_and_conditions_do_not_matter() -> None:
    (found,) = shared(
        document("a", None, ("sanctions", "sanctions, including on timber")),
        document("b", None, ("sanctions", "impose sanctions until the last prisoner is free")),
    )
    assert found.documents == 2


def test_what_may_be_one_demand_is_reported() -> None:
    one = document("a", None, ("documentation", "consider requests of the rapporteur to visit"))
    other = document("b", None, ("other", "answer favourably requests of the rapporteur to visit"))
    result = resolve([one, other])
    assert result.shared == ()
    (doubt,) = (d for d in result.unsure if d.kind == "demand")
    assert resolve([other, one]).unsure == result.unsure
    assert (doubt.one[-4:], doubt.other[-4:]) == ("a.d0", "b.d0")
    assert 0.4 <= doubt.score < 1 and "of the words" in doubt.why


def test_a_country_that_no_authority_has_is_learned_from_other_documents() -> None:
    action = ("law-reform", "repeal the Bread Act")
    first, second = (document(n, None, action) for n in "ab")
    text = second.document.text
    letter = Findings(
        Document("c.txt", "c", text, "c-sha", title="A letter on Varanian bread"),
        (Actor("m", "Ministry of Bread", "Institution"),),
        tuple(Demand("d0", d.action, d.evidence, topic=d.topic, addressees=("m",)) for d in second.demands),
    )
    (found,) = shared(first, second, letter)
    assert found.documents == 3
