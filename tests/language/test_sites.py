"""Lines of an address that say where somebody sits, and signatures that stand in columns."""

from __future__ import annotations

import pytest

from demandgraph.language.layout import lay_out
from demandgraph.language.sites import is_house, is_site


@pytest.mark.parametrize(
    "line",
    [
        "Parliament House",
        "Level 3, Harbour Tower",
        "Reef Building",
        "Avenue de la Mer",
        "Palais des Phares",
        "Rue du Port",
        "2nd Floor",
        "PO Box 77",
        "G.P.O. Box 12",
        "Suite 4B",
        "The Old Town Hall, Norwick",
        "Dockers Square",
    ],
)
def test_a_building_or_street_is_a_site(line: str) -> None:
    assert is_site(line)


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Tower Residents' League",
        "Ann Lee, Parliament House",
        "Ministry of Ports",
        "Minister for Housing",
        "House of Delegates",
        "Building Workers' Union",
        "Floor Leader",
        "Reef House",
    ],
)
def test_a_body_or_person_is_none(line: str) -> None:
    assert not is_site(line)


def test_a_house_may_be_either() -> None:
    assert is_house("Reef House")
    assert not is_house("House of Delegates")


def kinds(text: str) -> dict[str, str]:
    return {text[b.begin : b.end]: b.kind for b in lay_out(text)}


BODY = "We urge you to release the harbour workers of Norwick. They were jailed in May after a strike.\n"


def test_buildings_are_no_addressees() -> None:
    text = f"Director of Ports\nMinistry of Ports\nReef House\n12 Quay Street\nNorwick 2600\n\nDear Director,\n\n{BODY}"
    found = kinds(text)
    assert found["Reef House"] == "furniture"
    assert "Ministry of Ports" in "\n".join(k for k, kind in found.items() if kind == "address")


def test_the_house_of_a_body_without_street_stays() -> None:
    found = kinds(f"The Director\nFreedom House\n\nDear Director,\n\n{BODY}")
    assert "address" in {kind for words, kind in found.items() if "Freedom House" in words}


def test_first_line_above_a_street_is_whom_the_letter_is_for() -> None:
    assert (
        kinds(f"Ministry of Ports\nHarbour Tower\nPO Box 33\n\nDear Sir,\n\n{BODY}")["Ministry of Ports"] == "address"
    )


def test_the_head_of_a_letter_paper_is_not() -> None:
    text = f"Harbour Trust\n12 Quay Street\nNorwick 2600\n\n4 May 2019\n\nDear Minister,\n\n{BODY}"
    assert kinds(text)["Harbour Trust"] != "address"


def test_columns_of_signatures_are_cut() -> None:
    text = f"Dear Minister,\n\n{BODY}\nYours sincerely,\n\nAnn Lee\tBob Orr\tCara Dean\nReef Trust\tDelta Union\tQuay League\n"
    signed = [words for words, kind in kinds(text).items() if kind == "signature"]
    assert signed == ["Ann Lee", "Bob Orr", "Cara Dean", "Reef Trust", "Delta Union", "Quay League"]


def test_columns_parted_by_blanks_keep_name_and_body_together() -> None:
    text = f"Dear Minister,\n\n{BODY}\nYours sincerely,\n\nAnn Lee, Reef Trust          Bob Orr, Quay League\n"
    assert {"Ann Lee, Reef Trust", "Bob Orr, Quay League"} <= kinds(text).keys()


def test_one_column_is_left_as_it_is() -> None:
    text = f"Dear Minister,\n\n{BODY}\nYours sincerely,\n\nAnn Lee\nReef Trust\n"
    assert "Ann Lee\nReef Trust" in kinds(text)
