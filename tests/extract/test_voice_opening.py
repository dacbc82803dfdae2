"""Who writes, by the first paragraphs, the clauses and the formulas of a text; who asks beside the subject."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Reader = Callable[[str], tuple[Cast, dict[str, tuple[list[str], list[str]]]]]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """The cast of a text, and who asks whom for each of its actions."""
    known = authority.load()

    def run(text: str) -> tuple[Cast, dict[str, tuple[list[str], list[str]]]]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
        cast = Cast.of(parsed, known)

        def names(ids: tuple[str, ...]) -> list[str]:
            return [cast.entries[i].name for i in ids]

        return cast, {d.action.text: (names(d.issuers), names(d.addressees)) for d in find_demands(parsed, cast, ())}

    return run


def author(cast: Cast) -> list[str]:
    return [cast.entries[i].name for i in cast.author]


def test_all_who_are_named_behind_a_dateline_write(read: Reader) -> None:
    """The parser takes the dateline into the subject; those named behind it ask together, and are the *we* below."""
    cast, found = read("""Unions Ask for Safer Ferries

FOR IMMEDIATE RELEASE

Northport, May 3 — The Lake Workers Union and more than 40 fishing associations urge Norway to inspect all ferries.

We call on the owners to repair their boilers.
""")
    assert author(cast)[0] == "Lake Workers Union"
    assert len(author(cast)) == 2
    assert len(found["inspect all ferries"][0]) == 2
    assert found["repair their boilers"][0] == author(cast)


def test_a_government_release_is_the_states(read: Reader) -> None:
    cast, found = read("""Norway Condemns Attack on Ferries

Media Release

The Norwegian Government strongly condemns today's attack on the ferries and calls upon Sweden to protect the crews.

The harbour must be reopened as soon as possible.
""")
    assert author(cast) == ["Norway"]
    assert found["protect the crews"] == (["Norway"], ["Sweden"])


def test_members_write_not_the_body(read: Reader) -> None:
    cast, found = read("""An Open Letter to the Harbour Board

Dear Reader,

We write to you as members of the Lake Workers Union. The Harbour Board must repair the pier before the winter.
""")
    assert author(cast) == ["members of the Lake Workers Union"]
    assert [cast.entries[i].name for i in cast.addressees] == ["Harbour Board"]
    assert all("Reader" not in whom for _, whom in found.values())


def test_those_who_met_speak(read: Reader) -> None:
    cast, found = read("""Joint Statement on Trade

The third meeting of the Norwegian Fishing Federation and the Confederation of Swedish Harbours endorsed the plan for the lake.

The ministers should publish the plan before the summer.
""")
    assert author(cast) == ["Norwegian Fishing Federation", "Confederation of Swedish Harbours"]
    assert found["publish the plan before the summer"][0] == author(cast)


def test_a_union_resolves(read: Reader) -> None:
    cast, found = read("""Resolution on Ferry Safety

Whereas, the ferries of the lake are old and nobody inspects them; and

Whereas, two sailors died in March; therefore be it

Resolved, that the Lake Workers Union calls on Norway to inspect all ferries; and be it further

Resolved, that two sailors be required to stand on the deck of each ferry.
""")
    assert [cast.entries[i].name for i in cast.adopter] == ["Lake Workers Union"]
    assert found["inspect all ferries"] == (["Lake Workers Union"], ["Norway"])
    assert ["Lake Workers Union"] in [who for action, (who, _) in found.items() if action.startswith("two sailors be")]


@pytest.mark.parametrize(
    ("text", "action", "who"),
    [
        (
            "Together with Sweden, Norway calls for the release of the crew.",
            "the release of the crew",
            {"Norway", "Sweden"},
        ),
        ("Norway, alongside Denmark, urged Sweden to free the crew.", "free the crew", {"Norway", "Denmark"}),
        (
            "Norway joins Sweden in calling for the release of the crew.",
            "the release of the crew",
            {"Norway", "Sweden"},
        ),
        ("Norway met with Sweden and called for the release of the crew.", "the release of the crew", {"Norway"}),
        ("For Norway, it is imperative that Sweden free the crew.", "free the crew", {"Norway"}),
        ("Norway remains of the view that Sweden should free the crew.", "free the crew", {"Norway"}),
        ("Norway's position is that Sweden must free the crew.", "free the crew", {"Norway"}),
    ],
)
def test_who_asks_beside_the_subject(read: Reader, text: str, action: str, who: set[str]) -> None:
    _, found = read(text)
    assert set(found[action][0]) == who


def test_our_governments_are_those_who_speak(read: Reader) -> None:
    _, found = read("""Joint Statement from the Governments of Norway, Denmark and Sweden

Our governments issued a statement on 3 May, which called for the release of the crew.
""")
    assert set(found["the release of the crew"][0]) == {"Norway", "Denmark", "Sweden"}


@pytest.mark.parametrize(
    ("text", "action", "whom"),
    [
        ("In a letter to Sweden, Norway called for the release of the crew.", "the release of the crew", ["Sweden"]),
        (
            "Norway met with Sweden on Friday to call for the release of the crew.",
            "the release of the crew",
            ["Sweden"],
        ),
        ("In a report on Sweden, Norway called for the release of the crew.", "the release of the crew", []),
    ],
)
def test_the_reader_of_a_paper_is_asked(read: Reader, text: str, action: str, whom: list[str]) -> None:
    _, found = read(text)
    assert found[action][1] == whom


def test_the_clause_behind_who_recommended_it(read: Reader) -> None:
    _, found = read("The minister welcomed the recommendation of the Water Board that the dam be repaired.")
    assert found["the dam be repaired"][0] == ["Water Board"]


def test_the_noun_before_action_is_asked(read: Reader) -> None:
    _, found = read("The Lake Workers Union called for UN action on piracy. It called for price controls on fish.")
    assert found["UN action on piracy"][1] == ["United Nations"] or found["UN action on piracy"][1] == ["UN"]
    assert found["price controls on fish"][1] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ferries of the Lake\n\nRelease Type: Media Release\n\nNorway has forty ferries and two harbours on the lake.",
        "Our efforts are directed to promote safe ferries on the lake.",
        "The meeting of the sailors on Friday was long, and nobody said much.",
    ],
)
def test_nothing_is_asked(read: Reader, text: str) -> None:
    assert read(text)[1] == {}


def test_who_a_letter_tells_about_first_has_not_written_it(read: Reader) -> None:
    """The opening of a press release tells its author; behind a salutation it tells what moves those who write."""
    body = "The Lake Workers Union has called for safer boilers.\n\nWe call on you to inspect all ferries.\n"
    letter, found = read(f"Open letter on ferries\n\n3 May 2031\n\nDear Members of the Ferry Board,\n\n{body}")
    assert "Lake Workers Union" not in author(letter)
    assert "Lake Workers Union" not in found["inspect all ferries"][0]
    release, _ = read(f"Ferries\n\nPRESS RELEASE\n\n3 May 2031\n\n{body}")
    assert author(release) == ["Lake Workers Union"]


def test_endorsers_below_a_letter_sign_it(read: Reader) -> None:
    """*Endorsers as of 3 May:* opens a list of signatories; *Sponsors of the event:* does not."""
    letter = "Open letter on ferries\n\nDear Members of the Ferry Board,\n\nWe call on you to inspect all ferries.\n\nSincerely,\n\n"
    signed, found = read(f"{letter}Endorsers as of 3 May 2031:\n\nLake Workers Union\n\nHarbour Trust\n")
    assert found["inspect all ferries"][0] == ["Lake Workers Union", "Harbour Trust"] == author(signed)


def test_a_count_of_votes_may_part_the_verb_from_the_act(read: Reader) -> None:
    text = "On 3 May the Lake Assembly adopted by 40 votes to 3, with 2 abstentions, {} ferries.\n\nThe resolution called for the release of Ana Orr.\n"
    cast, found = read("Ferries\n\n" + text.format("a resolution on"))
    assert [cast.entries[i].name for i in cast.adopter] == ["Lake Assembly"]
    assert [issuers for issuers, _ in found.values()] == [["Lake Assembly"]]
    other, _ = read("Ferries\n\n" + text.format("a new timetable for"))
    assert not other.adopter
