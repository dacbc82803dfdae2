"""What only looks like asking: nobody asks, a law is told, a question follows, a noun stands where an imperative might."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import load
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Asked = list[tuple[str, list[str], list[str]]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Callable[[str], Asked]:
    """Action, issuers and addressees of each demand of a text."""
    authority = load()

    def asked(text: str) -> Asked:
        source = Source("a.txt", "a.txt", f"Harbour Times\n\n9 June 2031\n\n{text}\n")
        found = extract(next(iter(analyse([source], nlp))), authority)
        names = {a.id: a.name for a in found.actors}
        return [(d.action.text, [names[i] for i in d.issuers], [names[i] for i in d.addressees]) for d in found.demands]

    return asked


@pytest.mark.parametrize(
    ("text", "like"),
    [
        (
            "No sane person demands that Norway move its border.",
            "The Water Council demands that Norway move its border.",
        ),
        ("Nobody asks Kenya to pay for the harbour.", "Miners ask Kenya to pay for the harbour."),
        (
            "Article 31 of the constitution instructs that the residents of Kenya be treated fairly.",
            "The minister instructed that the residents of Kenya be treated fairly.",
        ),
        ("The Water Council asked its members what to do.", "The Water Council asked its members to vote."),
        (
            "Return to the treaty will bring relief to the people of Kenya.",
            "We call on Norway to return to the treaty.",
        ),
    ],
)
def test_asks_nothing(read: Callable[[str], Asked], text: str, like: str) -> None:
    assert not read(text)
    assert len(read(like)) == 1


def test_who_resists_a_call_has_not_made_it(read: Callable[[str], Asked]) -> None:
    ((action, issuers, addressees),) = read("Diplomats say Kenya had resisted calls for it to take part in the talks.")
    assert (action, addressees) == ("take part in the talks", ["Kenya"]) and "Kenya" not in issuers
    ((_, issuers, _),) = read("The Water Council renewed its call for Kenya to take part in the talks.")
    assert issuers == ["Water Council"]
