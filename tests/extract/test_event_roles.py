"""Who does and who undergoes an event, where the syntax only hints at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import load
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Told = tuple[str, list[str], list[str], str | None]
Reader = Callable[[str], list[Told]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """Type, agents, recipients and place of each event of a text."""
    authority = load()

    def told(text: str) -> list[Told]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
        cast = Cast.of(parsed, authority)
        events = find_events(parsed, cast)
        name = {e.id: e.name for e in cast.entries.values()}
        return [(e.type, [name[a] for a in e.agents], [name[r] for r in e.recipients], e.place) for e in events]

    return told


ROLES: tuple[tuple[str, str, list[str], list[str]], ...] = (
    # coordinated prepositions
    ("Tom Bell extended his condolences to the miners and to the nurses.", "Support", ["Tom Bell"], ["miners", "nurses"]),
    # a deed as subject
    ("Kenya's bombardment of Uganda killed nine nurses.", "Violence", ["Kenya"], ["nurses"]),
    # whose arms they are
    ("The Water Council condemned the attack by Kenyan naval vessels on the port.", "Condemnation", ["Water Council"], ["Kenya"]),
    # people of a body that are counted
    ("Kenya arrested four members of the Water Council.", "Repression", ["Kenya"], ["members of the Water Council"]),
    ("Kenya arrested family members of political prisoners.", "Repression", ["Kenya"], ["family members of political prisoners"]),
    # men of a body
    ("Water Council officers arrested nine nurses.", "Repression", ["Water Council"], ["nurses"]),
    # a person behind a role noun without comma
    ("Her colleague Amir Saleh was abducted by police.", "Repression", ["police"], ["Amir Saleh"]),
    # a list read as an apposition
    (
        "The appeal was sent to the governments of the member states, Kenya, Uganda, and the Water Council.",
        "Other", [], ["member states", "Kenya", "Uganda", "Water Council"],
    ),
    # another body of the same noun
    ("The Supreme Court of Uganda met. Later Ana Orr was sentenced by the Kenyan court.", "Repression", ["Kenyan court"], ["Ana Orr"]),
    # who adopted the resolution in which something is said; beside whom; whom a group counts in
    ("In a resolution adopted on 3 May 2019, the Water Council condemned the raid by Kenya.", "Adoption", ["Water Council"], []),
    ("Three unions, along with the Water Council, filed a complaint against Kenya.", "LegalAction", ["unions", "Water Council"], ["Kenya"]),
    ("Several officials, including Ana Orr, said that talks would resume.", "Statement", ["officials", "Ana Orr"], []),
    # what was done to somebody's things; at whose hands
    ("Ana Orr and Tom Bell had their passports revoked by Kenya.", "Repression", ["Kenya"], ["Ana Orr", "Tom Bell"]),
    ("Nine nurses were killed at the hands of the army.", "Violence", ["army"], ["nurses"]),
    ("Journalists in Kenya have faced threats from police officers.", "Repression", ["police officers"], ["Journalists in Kenya"]),
    # a deed that names another one
    ("Kenya's war of aggression against Uganda began in 2014.", "Violence", ["Kenya"], ["Uganda"]),
    # two nouns with one object; a compound preposition names nobody
    ("The Water Council reaffirms its support for and solidarity with Kenya.", "Support", ["Water Council"], ["Kenya"]),
    ("The Water Council reaffirms its solidarity with Kenya in the face of the attack by Uganda.", "Support", ["Water Council"], ["Kenya"]),
    # the accused does what the accuser says
    ("The Water Council was accused by four editors of killing nine nurses.", "Violence", ["Water Council"], ["nurses"]),
    # a seat of power and its deeds
    ("The Kremlin's war against Ukraine goes on.", "Violence", ["Russia"], ["Ukraine"]),
    # verbs that share the object of the last
    ("The army has killed, raped and displaced thousands of civilians.", "Violence", ["army"], ["civilians"]),
    # the dateline is no subject
    ("Nairobi, 4 May 2021 – The Water Council condemned Uganda.", "Condemnation", ["Water Council"], ["Uganda"]),
    ("The Supreme Court of Kenya issued an arrest warrant for Ana Orr.", "LegalAction", ["Supreme Court of Kenya"], ["Ana Orr"]),
    ("Kenya froze the assets of the Water Council.", "Sanction", ["Kenya"], ["Water Council"]),
    ("Kenya announced sanctions against the Water Council.", "Sanction", ["Kenya"], ["Water Council"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "agents", "recipients"), ROLES, ids=[t[:40] for t, *_ in ROLES])
def test_participants(read: Reader, text: str, kind: str, agents: list[str], recipients: list[str]) -> None:
    assert (kind, agents, recipients) in [e[:3] for e in read(text)]


NOT_ROLES = (
    ("Ana Orr criticised a resolution adopted on 3 May 2019.", "Adoption", "Ana Orr"),
    ("Ana Orr expressed her solidarity with Kenya in response to a request by Uganda.", "Support", "Uganda"),
    ("Ana Orr and Tom Bell had the law revoked.", "Repression", "Tom Bell"),
    ("Nine nurses were killed at the edge of the Water Council.", "Violence", "Water Council"),
    ("Kenya's nurses killed nine snakes.", "Violence", "Kenya"),
    ("The Water Council visited Kenyan ships.", "Condemnation", "Kenya"),
    (
        "Kenya arrested the members of the Water Council and other editors.",
        "Repression",
        "members of the Water Council",
    ),
    ("The Green Party said the ruling party attacked the nurses.", "Violence", "Green Party"),
    ("The Water Council said that editors killed nine nurses.", "Violence", "Water Council"),
    ("Moscow's streets saw an attack on nine nurses.", "Violence", "Russia"),
    ("Ana Orr – a nurse from Nairobi – condemned Uganda.", "Condemnation", "Nairobi"),
    ("The Treasury designated Ana Orr as envoy on 4 May 2021.", "Sanction", "Ana Orr"),
)


@pytest.mark.parametrize(("text", "kind", "actor"), NOT_ROLES, ids=[t[:40] for t, *_ in NOT_ROLES])
def test_no_participants(read: Reader, text: str, kind: str, actor: str) -> None:
    assert not [e for e in read(text) if e[0] == kind and actor in e[1] + e[2]]


def test_a_place_behind_a_date_is_the_place(read: Reader) -> None:
    assert [e[3] for e in read("Ana Orr held talks with the Water Council on 4 June 2020 in Nairobi.")] == ["Nairobi"]


def test_the_name_of_a_body_is_no_meeting(read: Reader) -> None:
    assert not [
        e for e in read("The Congress of Kenyans in the Pacific will hold a rally in Nairobi.") if e[0] == "Meeting"
    ]
    assert [e for e in read("The Kenya Peace Conference will be held in Nairobi on 4 May 2021.") if e[0] == "Meeting"]
