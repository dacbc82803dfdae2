"""Who is asked and who asks without a slot of the asking word: *from N*, *a letter to N*, *the organisation*."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Demand, Source

if TYPE_CHECKING:
    from spacy.language import Language


def demands(nlp: Language, text: str) -> dict[str, Demand]:
    (parsed,) = analyse([Source("t.txt", "t.txt", text)], nlp)
    return {d.action.text: d for d in extract(parsed, authority.load()).demands}


def test_from_names_the_addressee(nlp: Language) -> None:
    found = demands(
        nlp, "Bridge Watch demanded clarity and transparency from the Ministry of Water about the accident."
    )
    assert found["clarity"].addressees == ("ministry-of-water",)


def test_from_a_place_names_nobody(nlp: Language) -> None:
    found = demands(nlp, "Bridge Watch demanded the withdrawal of all troops from Norland.")
    assert all(d.addressees == () for d in found.values())


@pytest.mark.parametrize(
    "text", ["Bridge Watch sent a letter to President Ole Marsk demanding the release of the divers."]
)
def test_a_letter_has_an_addressee(nlp: Language, text: str) -> None:
    assert demands(nlp, text)["the release of the divers"].addressees == ("ole-marsk",)


def test_the_organisation_is_who_asked_last(nlp: Language) -> None:
    text = (
        "The Baltic Fund was founded in 1999. The Baltic Fund called on the European Union to fund shelters. "
        "The organisation also urges the World Bank to pay the divers."
    )
    assert demands(nlp, text)["pay the divers"].issuers == ("baltic-fund",)


def test_asking_told_as_a_reason_is_no_demand(nlp: Language) -> None:
    assert "safe work" not in demands(nlp, "The mayor said that the town was punished for asking for safe work.")


def test_construed_is_no_demand(nlp: Language) -> None:
    assert not demands(nlp, "The views should not be construed as endorsed by the panel as a whole.")
