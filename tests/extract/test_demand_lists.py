"""Lists of demands: every kind of lead-in with every kind of item. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.language import analyse
from demandgraph.model import Demand, Source

if TYPE_CHECKING:
    from spacy.language import Language

IMPERATIVES = (
    "Condemn the raid and demand the return of the ships",
    "Impose sanctions on those who gave the order",
    "Send observers to the strait",
)
GERUNDS = (
    "Condemning the raid in the strongest terms",
    "Imposing sanctions on those who gave the order",
    "Sending observers to the strait",
)
NOUNS = (
    "Condemnation of the raid in the strongest terms",
    "Sanctions against those who gave the order",
    "The sending of observers to the strait",
)
LEADS = (
    ("The Society calls on the Government to:", "call", (IMPERATIVES,)),
    ("We believe that the government must:", "demand", (IMPERATIVES,)),
    ("We urge the ministers to take the following steps:", "urge", (IMPERATIVES, GERUNDS, NOUNS)),
    ("We would therefore request the following:", "request", (IMPERATIVES, GERUNDS, NOUNS)),
    ("The Society demands:", "demand", (GERUNDS, NOUNS)),
    ("A ban should include:", "call", (GERUNDS, NOUNS)),
    ("Our recommendations to the Office are:", "recommend", (IMPERATIVES, GERUNDS, NOUNS)),
    ("The following steps are needed:", "call", (IMPERATIVES, GERUNDS, NOUNS)),
    ("The Society supports its partner's call on nations to:", "call", (IMPERATIVES,)),
    ("It is vital that states:", "call", (IMPERATIVES,)),
)


def read(nlp: Language, text: str) -> tuple[Demand, ...]:
    parsed = next(iter(analyse([Source("text.txt", "text.txt", text)], nlp)))
    return find_demands(parsed, Cast.of(parsed, authority.load()), ())


@pytest.mark.parametrize(
    ("lead", "force", "items"),
    [(lead, force, items) for lead, force, kinds in LEADS for items in kinds],
    ids=lambda value: value if isinstance(value, str) else value[0].split()[0],
)
def test_each_item_is_one_demand(nlp: Language, lead: str, force: str, items: tuple[str, ...]) -> None:
    """An item is one demand, whatever its grammar, with the force of its lead-in; the lead-in itself is none."""
    found = read(
        nlp,
        "The Society of Friends protests at a seizure\n\n26 November 2019\n\n"
        "The Society of Friends of Zubrovia condemns the seizure of three ships.\n\n"
        f"{lead}\n\n" + "\n".join(f"• {item};" for item in items) + "\n\nThe raid took place on Sunday.\n",
    )
    assert [d.action.text for d in found] == list(items)
    assert {d.force for d in found} == {force}
    assert all(d.rule.endswith("-item") for d in found)
    assert all(lead.rstrip(":") in d.evidence[1].text for d in found)


def test_a_list_of_facts_is_none(nlp: Language) -> None:
    """Items under a lead-in that asks for nothing are no demands."""
    found = read(
        nlp,
        "The Society of Friends reports on a raid\n\n26 November 2019\n\n"
        "The raid had three results:\n\n• Two ships were lost;\n• Ten sailors were hurt;\n• The port was closed.\n",
    )
    assert found == ()


def test_demands_of_a_letter_go_to_whom_it_names(nlp: Language) -> None:
    """An item that names one of the addressees addresses that one."""
    found = read(
        nlp,
        "Appeal for the Ister valley\n\nTo:\n\nEuropean Commission\n\nCouncil of Europe\n\nDear Sirs,\n\n"
        "We appeal to you to take the following steps:\n\n"
        "1. Open the archives of the Council of Europe;\n2. Send doctors to the valley.\n\n"
        "Yours sincerely,\n\nJane Roe\nDirector, River Alliance\n",
    )
    assert [d.action.text for d in found] == [
        "Open the archives of the Council of Europe",
        "Send doctors to the valley",
    ]
    assert [len(d.addressees) for d in found] == [1, 2]


def test_sentences_that_enumerate(nlp: Language) -> None:
    """*I propose three steps. First, … Second, …* holds one demand for each."""
    found = read(
        nlp,
        "Remarks by Minister Anna Ander at the conference\n\nNorra, 3 March 2022\n\n"
        "I would like to propose two steps. First, an exchange of all prisoners. Second, the reopening of the bridge.\n",
    )
    assert [d.action.text for d in found] == ["an exchange of all prisoners", "the reopening of the bridge"]
    assert {d.force for d in found} == {"recommend"}


def test_nearest_asking_word_addresses_the_items(nlp: Language) -> None:
    """Under *urges you to call on the members to: …* the items are asked of the members."""
    found = read(
        nlp,
        "Open letter on the raid\n\nTo:\n\nPrime Minister of Italy\n\nDear Prime Minister,\n\n"
        "The River Alliance urges you to stop the raids by calling upon the member states of the League to:\n\n"
        "• Condemn the raid in the strongest terms;\n• Impose sanctions on those who gave the order.\n\n"
        "Jane Roe\nDirector, River Alliance\n",
    )
    assert len(found) == 2
    assert all("member states" in i.replace("-", " ") for d in found for i in d.addressees)
