"""Who did it and to whom: golden sentences, and what each rule must and must not give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

GOLDEN = Path(__file__).with_name("event_participants.tsv")
SENTENCES, RIGHT = 75, 67
Told = tuple[str, list[str], list[str]]


def read(nlp: Language, known: Authority, *texts: str) -> list[list[Told]]:
    """Type, agents and recipients of the events of each text."""
    sources = [Source("a.txt", "a.txt", f"Harbour Times\n\n9 June 2031\n\n{text}\n") for text in texts]
    told = []
    for parsed in analyse(sources, nlp):
        cast = Cast.of(parsed, known)
        events = find_events(parsed, cast)
        name = {e.id: e.name for e in cast.entries.values()}
        told.append([(e.type, [name[a] for a in e.agents], [name[r] for r in e.recipients]) for e in events])
    return told


ROLES: tuple[tuple[str, str, list[str], list[str]], ...] = (
    # by whose order; a by phrase that the parser hangs elsewhere; in which court; from which state
    ("Ana Orr was deported by order of the Ministry of Justice.", "Repression", ["Ministry of Justice"], ["Ana Orr"]),
    ("On the orders of the Ministry of Justice, Ana Orr was deported.", "Repression", ["Ministry of Justice"], ["Ana Orr"]),
    ("Ana Orr was dismissed from her post by the Ministry of Justice.", "Repression", ["Ministry of Justice"], ["Ana Orr"]),
    ("Ana Orr went on trial before the Oslo City Court.", "Repression", ["Oslo City Court"], ["Ana Orr"]),
    ("Nine refugees were deported from Kenya on 3 May.", "Repression", ["Kenya"], ["refugees"]),
    ("We condemn the dismissal of nine nurses by the Ministry of Justice.", "Condemnation", ["Harbour Times"], ["Ministry of Justice"]),
    # what does somebody's deed; a deed that somebody claims
    ("Ana Orr was killed by the gunfire of the army.", "Violence", ["army"], ["Ana Orr"]),
    ("A bomb attack claimed by the Green Front killed nine nurses.", "Violence", ["Green Front"], ["nurses"]),
    # what is somebody's; a thing gives way to whoever is named later
    ("Police raided the office of the Water Council.", "Repression", ["Police"], ["Water Council"]),
    ("Rebels attacked the headquarters of the Water Council.", "Violence", ["Rebels"], ["Water Council"]),
    ("The Ministry of Justice revoked the registration of the Water Council.", "Repression", ["Ministry of Justice"], ["Water Council"]),
    ("The court imposed a fine of 500 euros on Ana Orr on 3 May.", "Repression", ["court"], ["Ana Orr"]),
    # who is spelled out, counted or called by name
    ("Police detained the march's organisers — activists Ana Orr, Tom Bell and Max Ton.", "Repression", ["Police"], ["Ana Orr", "Tom Bell", "Max Ton"]),
    ("Among those detained in May were Ana Orr and Tom Bell.", "Repression", [], ["Ana Orr", "Tom Bell"]),
    ("Those arrested included Ana Orr and Tom Bell.", "Repression", [], ["Ana Orr", "Tom Bell"]),
    ("A student named Tom Bell was killed by the army on 3 May.", "Violence", ["army"], ["Tom Bell"]),
    ("Ana Orr, together with Tom Bell, was detained on 9 May.", "Repression", [], ["Ana Orr", "Tom Bell"]),
    ("Ana Orr and Tom Bell, who are being held in Kenya, have appealed.", "Repression", [], ["Ana Orr", "Tom Bell"]),
    ("Ana Orr met her counterpart Tom Bell in Oslo on Monday.", "Meeting", ["Ana Orr"], ["Tom Bell"]),
    ("In East Asia during 2019 ten miners were murdered.", "Violence", [], ["miners"]),
    # whoever does the deed is condemned
    ("We deplore the vote that Kenya intends to hold in the region.", "Condemnation", ["Harbour Times"], ["Kenya"]),
    ("It is unacceptable that Kenya and Uganda have deported the refugees.", "Condemnation", [], ["Kenya", "Uganda"]),
    ("We reiterate our condemnation of Kenya's seizure of the port and the closure of the clinic.", "Condemnation", ["Harbour Times"], ["Kenya"]),
    # sanctions in force
    ("The price cap on Kenyan oil came into force on 5 May.", "Sanction", [], ["Kenya"]),
    # words for somebody named before
    ("Reef Watch published a report in May. The organisation condemned the arrest of Ana Orr by the police.", "Condemnation", ["Reef Watch"], ["police"]),
    (
        "Tom Bell, a reporter with Delta Post, was arrested on 3 May. Spokesman Max Ton said the journalist was released on 4 May.",
        "Release", [], ["Tom Bell"],
    ),
    ("The NSW Police raided the office of the Reef Trust on 3 May. They arrested nine activists.", "Repression", ["NSW Police"], ["activists"]),
)  # fmt: skip
NOT_ROLES = (
    # a participle that judges, whom the deed befell, a rally beside the arrest
    ("His sentence of 3 May 2030, criticised by the Water Council, was read out.", "Repression", "Water Council"),
    ("The Water Council condemned Ana Orr's arrest.", "Condemnation", "Ana Orr"),
    ("Ana Orr was arrested at a rally by the Water Council.", "Repression", "Water Council"),
    # the soldiers' army is not whom they killed
    ("The murder of two farmers by soldiers of the Water Council caused anger.", "Violence", "Water Council"),
    # "which" is no person
    ("Ana Orr, the head of the Reef Trust, which was raided on 3 May, has left.", "Repression", "Ana Orr"),
    # a comma that opens the clause
    ("Held by officers on 2 June, Ana Orr later spoke to Tom Bell.", "Statement", "officers"),
    ("Police detained Ana Orr on 3 May. They were fined.", "Repression", "They"),
)


@pytest.mark.parametrize(("text", "kind", "agents", "recipients"), ROLES, ids=[t[:40] for t, *_ in ROLES])
def test_participants(
    text: str, kind: str, agents: list[str], recipients: list[str], nlp: Language, known: Authority
) -> None:
    assert (kind, agents, recipients) in read(nlp, known, text)[0]


@pytest.mark.parametrize(("text", "kind", "actor"), NOT_ROLES, ids=[t[:40] for t, *_ in NOT_ROLES])
def test_no_participants(text: str, kind: str, actor: str, nlp: Language, known: Authority) -> None:
    assert not [e for e in read(nlp, known, text)[0] if e[0] == kind and actor in e[1] + e[2]]


def is_same(wanted: str, name: str) -> bool:
    """Whether a name is the wanted one, articles and numbers before it aside."""
    a, b = (x.strip("()").lower().removeprefix("the ") for x in (wanted, name))
    return a == b or a.endswith(" " + b) or b.endswith(" " + a)


def fits(wanted: list[str], found: list[str]) -> bool:
    """Whether all those wanted are found and nobody else; those in brackets may be found."""
    required = [w for w in wanted if not w.startswith("(")]
    return all(any(is_same(w, f) for f in found) for w in required) and all(
        any(is_same(w, f) for w in wanted) for f in found
    )


def is_right(wanted: str, told: list[Told]) -> bool:
    """Whether a line's event (*Type|Type: agents > recipients*) is told; a dash says that nothing is."""
    if wanted == "-":
        return not told
    kinds, _, roles = wanted.partition(": ")
    agents, recipients = ([n.strip() for n in side.split(",") if n.strip()] for side in roles.split(">"))
    return any(k in kinds.split("|") and fits(agents, a) and fits(recipients, r) for k, a, r in told)


def test_golden_sentences(nlp: Language, known: Authority) -> None:
    lines = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line]
    assert len(lines) == SENTENCES
    told = read(nlp, known, *(text for text, _ in lines))
    wrong = [text for (text, wanted), events in zip(lines, told, strict=True) if not is_right(wanted, events)]
    assert len(lines) - len(wrong) == RIGHT, wrong
