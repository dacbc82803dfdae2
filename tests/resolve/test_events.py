"""Which events of different documents are one."""

from __future__ import annotations

import pytest

from demandgraph.model import Actor, Document, Event, Findings, Phrase
from demandgraph.resolve import resolve


def document(
    name: str, words: str, kind: str = "Adoption", date: str = "2031-06-12", place: str | None = None
) -> Findings:
    event = Event("e", kind, (Phrase(0, len(words), words),), date, place, ("a",))
    assembly = Actor("a", "Assembly of the Lake States", "Institution")
    return Findings(Document(f"{name}.txt", name, words, f"{name}-sha"), (assembly,), events=(event,))


FIRST = document("a", "the Assembly adopted a resolution on Varania")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (document("b", "its resolution on Varania was adopted", place="Orlen"), True),
        (document("b", "the Assembly adopted a budget for roads"), False),
        (document("b", "adopted a resolution on Varania", date="2031-06-13"), False),
        (document("b", "adopted a resolution on Varania", date="2031-06"), False),
        (document("b", "adopted a resolution on Varania", kind="Statement"), False),
    ],
)
def test_same_event(other: Findings, same: bool) -> None:
    names = resolve([FIRST, other]).names
    assert names == resolve([other, FIRST]).names
    iris = {names.event(f.document, "e") for f in (FIRST, other)}
    assert len(iris) == (1 if same else 2)
    assert any(iri.endswith("/event/a.e") for iri in iris)


def test_other_place_is_another_event() -> None:
    documents = [document(n, "adopted a resolution on Varania", place=p) for n, p in (("a", "Orlen"), ("b", "Gorm"))]
    assert resolve(documents).names.events == {}


def test_places_have_one_label() -> None:
    documents = [document(n, n, place=p) for n, p in (("a", "Orlén"), ("b", "ORLEN"), ("c", "Orlen"))]
    names = resolve(documents).names
    assert {names.place(p) for p in ("Orlén", "ORLEN", "Orlen")} == {
        ("https://w3id.org/demandgraph/id/place/orlen", "Orlén")
    }


def telling(
    name: str,
    words: str,
    kind: str = "Violence",
    date: str | None = "2031-05-24",
    place: str | None = None,
    agent: str | None = None,
    title: str | None = None,
    evidence: str | None = None,
) -> Findings:
    """A document that tells one event in ``words``, or in the part of them that is its evidence."""
    said = evidence or words
    begin = words.index(said)
    event = Event("e", kind, (Phrase(begin, begin + len(said), said),), date, place, (agent,) if agent else ())
    actors = tuple(Actor(a, a, "Institution") for a in ([agent] if agent else []))
    return Findings(Document(f"{name}.txt", name, words, f"{name}-sha", title), actors, events=(event,))


def same(*documents: Findings) -> bool:
    names = resolve(documents).names
    assert names == resolve(documents[::-1]).names
    return len({names.event(f.document, "e") for f in documents}) == 1


def test_two_acts_of_one_meeting_are_two_events() -> None:
    vote = "28th meeting\n9 July 2031\n[Adopted without a vote.]"
    acts = [
        telling(n, vote, "Adoption", "2031-07-09", agent="Council of the Lakes", title=title)
        for n, title in (("a", "The right to clean rivers"), ("b", "Protection of lighthouse keepers"))
    ]
    assert not same(*acts)
    news = "The Council of the Lakes adopted a resolution on lighthouse keepers on 9 July 2031."
    assert same(acts[1], telling("c", news, "Adoption", "2031-07-09", agent="Council of the Lakes"))


def test_numbers_of_texts_tell_them_apart() -> None:
    cited = [
        telling(
            n,
            f"Recalling its resolution {number} of 9 July 2031",
            "Adoption",
            "2031-07-09",
            agent="Council of the Lakes",
        )
        for n, number in (("a", "44/3"), ("b", "44/7"), ("c", "44/3"))
    ]
    assert not same(*cited[:2])
    assert same(cited[0], cited[2])


def test_without_participants_the_place_must_be_the_same() -> None:
    words = "the shelling of the camp of refugees killed many people"
    assert same(telling("a", words, place="Loss"), telling("b", words, place="Loss"))
    assert not same(telling("a", words), telling("b", words))


def test_the_sentence_tells_what_its_end_leaves_out() -> None:
    one = "The shelling of the camp at Loss on 24 May, which killed 14 people, was a crime."
    other = "On 24 May at least 17 people were killed in the shelling of the camp at Loss."
    assert same(
        telling("a", one, place="Loss", evidence="24 May, which killed 14 people"), telling("b", other, place="Loss")
    )


def test_others_did_it() -> None:
    words = "raided the offices of the bakers in Orlen"
    documents = [telling(n, words, "Repression", place="Orlen", agent=a) for n, a in (("a", "Police"), ("b", "Army"))]
    assert not same(*documents)


def test_what_may_be_one_event_is_reported() -> None:
    words = "the shelling of the camp of refugees killed many people"
    documents = [telling("a", words, place="Loss"), telling("b", words, date="2031-05", place="Loss")]
    (doubt,) = resolve(documents).unsure
    assert resolve(documents[::-1]).unsure == (doubt,)
    assert (doubt.kind, "dates that agree" in doubt.why, "the same place" in doubt.why) == ("event", True, True)
    assert doubt.one.endswith("/event/a.e") and doubt.other.endswith("/event/b.e")
    assert doubt.labels[1] == f"Violence 2031-05: {words}"


def test_what_has_nothing_to_do_with_it_is_not_reported() -> None:
    documents = [
        telling("a", "supported the keepers of lighthouses", "Support", agent="Council of the Lakes"),
        telling("b", "welcomed the report on rivers", "Support", agent="Council of the Lakes"),
    ]
    assert resolve(documents).unsure == ()


def test_a_chain_does_not_join_what_contradicts() -> None:
    words = "the shelling of the camp of refugees killed many people"
    documents = [telling(n, words, place="Loss", agent=a) for n, a in (("a", "Army"), ("b", None), ("c", "Navy"))]
    names = resolve(documents).names
    assert names == resolve(documents[::-1]).names
    assert len({names.event(f.document, "e") for f in documents}) == 2


def test_words_of_a_title_are_weighed_too() -> None:
    text = "The shelling of the camp at Loss on 24 May, which killed some, was a crime of the army."
    documents = [
        telling(n, text, place="Loss", evidence="24 May, which killed some", title="A letter on lighthouses")
        for n in "ab"
    ]
    assert same(*documents)
