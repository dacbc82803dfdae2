"""Letters and resolutions as wholes: whom a block addresses, in whose name many sign, what is adopted, what each clause asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Asked = dict[str, tuple[list[str], list[str], list[str]]]
Reader = Callable[[str], Asked]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """For each action of a text: who asks, who is asked, and the rules of the events at which it is made."""
    known = authority.load()

    def run(text: str) -> Asked:
        found = extract(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), known)
        names = {a.id: a.name for a in found.actors}
        rules = {e.id: e.rule.rsplit("/", 1)[-1] for e in found.events}
        return {
            d.action.text: (
                [names[i] for i in d.issuers],
                [names[i] for i in d.addressees],
                [rules[i] for i in d.made_at],
            )
            for d in found.demands
        }

    return run


CLAUSES = """14/3 Protection of rivers

THE RIVER COUNCIL,

RECALLING its resolution 12/1 of 3 May 2029,

1. CALLS UPON the Government of Norland to stop the works, calls upon the Government of Suland to open the locks, and calls upon both parties to maintain law and order along the river;

2. REQUESTS the Director to monitor the works, to inform the members, as needed, and to submit a report by June.
"""


def test_clauses_in_capitals_are_adopted_with_the_title(read: Reader) -> None:
    """A resolution without a vote line is adopted by what its title names, not by the act that it recalls."""
    asked = read(CLAUSES)
    assert set(asked) == {
        "stop the works",
        "open the locks",
        "maintain law and order along the river",
        "monitor the works",
        "inform the members, as needed",
        "submit a report by June",
    }
    assert all([name.lower() for name in issuers] == ["river council"] for issuers, _, _ in asked.values())
    assert all(made == ["headed"] for _, _, made in asked.values())


def test_vote_behind_its_date(read: Reader) -> None:
    """*3 May 2031 [Adopted by …:* is the vote, though it ends in a colon and the date comes first."""
    text = CLAUSES.strip() + "\n\n3 May 2031 [Adopted by a recorded vote of 30 to 4. The voting was as follows:\n"
    assert all(made == ["vote-line"] for _, _, made in read(text).values())


def test_the_body_above_an_attention_line(read: Reader) -> None:
    """Who is to open a letter is not whom it asks, unless the salutation greets them."""
    letter = "Open letter on the port\n\n{}\n\nThe Dockers' Union urges you to reopen the port.\n\nSincerely,\n\nJo Berg\nDockers' Union\n"
    desk = "Ministry of Harbours\nAttention: Port Taskforce\nPO Box 12\n\nDear Ministers,"
    person = "Ministry of Harbours\nAttention: Ms Ida Hall\nPO Box 12\n\nDear Ms Hall,"
    assert read(letter.format(desk))["reopen the port"][1] == ["Ministry of Harbours"]
    assert read(letter.format(person))["reopen the port"][1] == ["Ministry of Harbours", "Ida Hall"]


SIGNED = """Open letter on teachers' pay

12 June 2031

We, the undersigned, call on the Ministry of Education to raise the pay of teachers. The Education Act requires teachers to work on Saturdays. This Act stipulates that schools must open at seven.

{}

Signed:

Ann Berg, teacher
Bo Carr, teacher
Cy Dorn, teacher
Di Eddy, teacher
Ed Falk, teacher
Fi Gore, teacher
Gus Hall, teacher
Hal Ives, teacher
Ina Jole, teacher
"""


def test_the_collective_of_many_signatories(read: Reader) -> None:
    """What the text calls those who sign asks in their name; what a law requires nobody asks."""
    asked = read(SIGNED.format("More than sixty teachers and school nurses have signed this letter."))
    assert list(asked) == ["raise the pay of teachers"]
    assert asked["raise the pay of teachers"][0] == ["teachers and school nurses"]
    persons = read(SIGNED.format("They have waited long enough."))["raise the pay of teachers"][0]
    assert len(persons) == 9


def test_a_lead_in_that_names_whom_it_asks(read: Reader) -> None:
    """*We, the platform “X”, appeal to A and B, demanding the following:*; an item that names somebody else asks them."""
    asked = read(
        "Open appeal on the lake\n\n3 May 2031\n\n"
        "We, the news platform “Lake\u2011Voice”, officially appeal to the United Nations, Human Rights Watch and Amnesty "
        "International, demanding the following:\n\n"
        "- Stop the dam at once.\n\n- Publish all the data on the lake.\n\n"
        "- The Government of France should open the archive and release the three fishermen.\n"
    )
    assert asked["Stop the dam at once"][0] == ["Lake-Voice"]
    assert asked["Stop the dam at once"][1] == ["United Nations", "Human Rights Watch", "Amnesty International"]
    assert asked["open the archive and release the three fishermen"][1] == ["France"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Assembly urges the donor states to keep up the funds and the Commission to ensure its work.",
            {"keep up the funds": "donor states", "ensure its work": "Commission"},
        ),
        (
            "The Assembly urges the Council to press France and Spain to free the crew.",
            {"press France and Spain to free the crew": "Council"},
        ),
    ],
)
def test_gapped_addressees(read: Reader, sentence: str, expected: dict[str, str]) -> None:
    """The asking word is said once and asks of each; *N and M to V* under a verb such as *press* stays one phrase."""
    asked = read(f"Harbour Times\n\n9 June 2031\n\n{sentence}\n")
    assert {action: addressees[0] for action, (_, addressees, _) in asked.items()} == expected
