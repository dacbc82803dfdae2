"""Whom a document names, whom its noun phrases denote, and what never happens to its actors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demandgraph.authority import Authority, Entry
from demandgraph.extract.cast import Cast
from demandgraph.language import analyse
from demandgraph.model import Actor, Source

if TYPE_CHECKING:
    from spacy.language import Language

AUTHORITY = Authority.of(
    (
        Entry("x:sud", "Sudland", "Country", ("Sudland", "Republic of Sudland"), ("Sudlandish",), ("Sudlanders",), ("Sudport",)),
        Entry("x:nor", "Norland", "Country", ("Norland",), ("Norlandish",), ("Norlanders",), ("Norhaven",)),
        Entry("x:wes", "Westmark", "Country", ("Westmark",), ("Westmarkian",), ("Westmarkians",)),
        Entry("x:lus", "League of United Seas", "Institution", ("League of United Seas", "LUS")),
        Entry(
            "x:council", "Council of the League of United Seas", "Institution", ("Council of the League of United Seas",),
            part_of="x:lus", local_names=("Council",),
        ),
        Entry(
            "x:sg", "Secretary-General of the League of United Seas", "Institution",
            ("Secretary-General of the League of United Seas",), part_of="x:lus", local_names=("Secretary-General",),
        ),
    )
)  # fmt: skip

Reader = Callable[[str], Cast]


@pytest.fixture(scope="module")
def read(nlp: Language) -> Reader:
    """The cast of a text, with a small authority of invented states and bodies."""

    def cast_of(text: str) -> Cast:
        return Cast.of(next(iter(analyse([Source("a.txt", "a.txt", text)], nlp))), AUTHORITY)

    return cast_of


def named(cast: Cast) -> dict[str, str]:
    """The names of a cast with their types."""
    return {e.name: e.type for e in cast.entries.values()}


def denoted(cast: Cast, words: str, group: bool = True) -> list[str]:
    """The names of the actors that the first occurrence of some words in the text denotes."""
    begin = cast.parsed.text.index(words)
    for sentence in cast.parsed.sentences:
        if sentence.begin <= begin < sentence.end:
            doc = sentence.span.doc
            tokens = [t for t in doc if cast.parsed.begin(t) >= begin and cast.parsed.end(t) <= begin + len(words)]
            span = doc[tokens[0].i : tokens[-1].i + 1]
            return [cast.entries[i].name for i in cast.refer(span, group)]
    raise AssertionError(words)


TYPES = [
    (
        "The Ministry of Fisheries and Rural Roads welcomed the plan.",
        "Ministry of Fisheries and Rural Roads",
        "Institution",
    ),
    ("The Harbour Workers Federation has asked for a meeting.", "Harbour Workers Federation", "Organization"),
    ("On Monday the Supreme Court of Ruritania dismissed the case.", "Supreme Court of Ruritania", "Institution"),
    ("Critics such as Reporters Without Frontiers disagree.", "Reporters Without Frontiers", "Organization"),
    ("Yesterday Sudland closed its ports.", "Sudland", "Country"),
    ("The speech of Mr. Ondrej Halvorsen surprised many.", "Ondrej Halvorsen", "Person"),
    ("They met Maria de la Vega in the harbour.", "Maria de la Vega", "Person"),
    ("The Office of the Harbour Ombudsman opened an inquiry.", "Office of the Harbour Ombudsman", "Institution"),
    ("Lawyers wrote to the Prosecutor General's Office.", "Prosecutor General's Office", "Institution"),
    ("Members of the Norlandish Fishers Party walked out.", "Norlandish Fishers Party", "Organization"),
]


@pytest.mark.parametrize(("text", "name", "kind"), TYPES, ids=[n for _, n, _ in TYPES])
def test_name_and_type(read: Reader, text: str, name: str, kind: str) -> None:
    assert named(read(text)).get(name) == kind


NOT_ACTORS = [
    ("Whereas the Convention on the Protection of All Lighthouse Keepers from Harm entered into force,", "Convention"),
    ("They recalled the Lighthouse Act and the Northern Harbour Treaty.", "Treaty"),
    ("It happened on Monday in October during the Winter Festival.", "Festival"),
    ("Some live with HIV and wait for the outcome of the COVID measures.", "HIV"),
    ("Urges all sides to respect the truce.", "Urges"),
    ("The Member States met again.", "States"),
]


@pytest.mark.parametrize(("text", "word"), NOT_ACTORS, ids=[w for _, w in NOT_ACTORS])
def test_papers_occasions_and_common_words_are_no_actors(read: Reader, text: str, word: str) -> None:
    assert not [n for n in named(read(text)) if word in n]


def test_abbreviation_in_brackets_is_an_alias(read: Reader) -> None:
    cast = read("The National Harbour Board (NHB) met. Later the NHB issued a warning.")
    assert named(cast) == {"National Harbour Board": "Institution"}
    assert "NHB" in cast.entries["national-harbour-board"].aliases


def test_abbreviation_that_spells_out_small_words(read: Reader) -> None:
    cast = read("The network Our Sea Is Not For Sale (OSINFS) wrote a letter. OSINFS demands an answer.")
    assert denoted(cast, "OSINFS demands"[:6]) == ["Our Sea Is Not For Sale"]


def test_bracket_that_cannot_abbreviate_is_no_alias(read: Reader) -> None:
    cast = read("The Harbour Workers Federation (XQZ) met.")
    assert "XQZ" not in cast.entries["harbour-workers-federation"].aliases


def test_surname_and_other_spelling_are_one_person(read: Reader) -> None:
    cast = read("President Aleksandr Vorochenka spoke. Vorochenka left early. Later Mr Vorochenko came back.")
    persons = [e for e in cast.entries.values() if e.type == "Person"]
    assert len(persons) == 1 and persons[0].name == "Aleksandr Vorochenka"


def test_two_persons_of_one_family_stay_two(read: Reader) -> None:
    cast = read("Pavel Vorochenka wrote to his brother Anatol Vorochenka.")
    assert {e.name for e in cast.entries.values() if e.type == "Person"} == {"Pavel Vorochenka", "Anatol Vorochenka"}


def test_bodies_that_share_a_word_stay_two(read: Reader) -> None:
    cast = read(
        "The Harbour Foundation sued the Harbour Institute. The Security Council and the National Security Council met."
    )
    assert {"Harbour Foundation", "Harbour Institute", "Security Council", "National Security Council"} <= set(
        named(cast)
    )


def test_short_form_stands_for_the_longer_name(read: Reader) -> None:
    cast = read("The Coastal Trade Commission met in May. The Commission asked for reports.")
    assert denoted(cast, "The Commission asked"[:14]) == ["Coastal Trade Commission"]


def test_local_name_is_known_in_documents_of_the_parent(read: Reader) -> None:
    cast = read("The League of United Seas is worried. It is for the Council to adopt further measures.")
    council = next(e for e in cast.entries.values() if e.known and e.known.iri == "x:council")
    assert council.part_of == "league-of-united-seas"


def test_capitals_and_headings_know_the_names_of_the_text(read: Reader) -> None:
    cast = read(
        "HARBOUR WORKERS FEDERATION CONDEMNS NEW LAW\n\nThe Harbour Workers Federation condemned the new law today."
    )
    entry = cast.entries["harbour-workers-federation"]
    assert entry.name == "Harbour Workers Federation" and len(entry.mentions) == 2


PHRASES = [
    ("Sudland and the League of United Seas signed it.", "Sudland and the League of United Seas", ["Sudland", "League of United Seas"]),
    ("We ask the governments of Sudland, Norland and Westmark to act.", "the governments of Sudland, Norland and Westmark",
     ["Sudland", "Norland", "Westmark"]),
    ("The Sudlandish government refused.", "The Sudlandish government", ["Sudland"]),
    ("The Government of Norland replied.", "The Government of Norland", ["Norland"]),
    ("The authorities of Norland replied.", "The authorities of Norland", ["Norland"]),
    ("The representative of Norland replied.", "The representative of Norland", ["Norland"]),
    ("They called on all parties to the conflict to stop.", "all parties to the conflict", ["parties to the conflict"]),
    ("The police detained several political prisoners.", "several political prisoners", ["political prisoners"]),
    ("The law protects women, men and children alike.", "women, men and children", ["women, men and children"]),
    ("The decision of the League of United Seas surprised us.", "The decision of the League of United Seas", []),
    ("It is vital that ships leave.", "It", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names"), PHRASES, ids=[w for _, w, _ in PHRASES])
def test_refer(read: Reader, text: str, words: str, names: list[str]) -> None:
    assert denoted(read(text), words) == names


def test_people_of_a_country_are_one_group(read: Reader) -> None:
    cast = read("Sudlanders marched. The police beat the Sudlandish people. We stand with the people of Sudland.")
    first, second, third = (denoted(cast, w) for w in ("Sudlanders", "the Sudlandish people", "the people of Sudland"))
    assert first == second == third == ["Sudlanders"]


def test_group_only_on_demand(read: Reader) -> None:
    cast = read("They called on all fishing villages' elders to stop.")
    assert denoted(cast, "elders", group=False) == []


def test_shorter_description_takes_up_a_group(read: Reader) -> None:
    cast = read("The court sentenced political prisoners. The lawyers visited the prisoners.")
    assert denoted(cast, "political prisoners") == denoted(cast, "the prisoners") == ["political prisoners"]


def test_regime_is_an_institution_of_its_own(read: Reader) -> None:
    cast = read("President Ivo Vorochenka spoke. The Vorochenka regime arrested many. The regime fears the vote.")
    assert named(cast)["Vorochenka regime"] == "Institution" and named(cast)["Ivo Vorochenka"] == "Person"
    assert denoted(cast, "The regime fears"[:10]) == ["Vorochenka regime"]


def test_pronouns(read: Reader) -> None:
    cast = read(
        "The Harbour Workers Federation met on Monday. It demanded higher wages. Ann Berger spoke. She thanked them."
    )
    assert denoted(cast, "It demanded"[:2]) == ["Harbour Workers Federation"]
    assert denoted(cast, "She") == ["Ann Berger"]


def test_role_noun_stands_for_the_person_introduced_with_it(read: Reader) -> None:
    cast = read("Ann Berger, Deputy Head of the Harbour Board, met the press. The Deputy Head of the Board denied it.")
    assert denoted(cast, "The Deputy Head of the Board") == ["Ann Berger"]


def test_capital_city_stands_for_its_state_only_where_it_acts(read: Reader) -> None:
    assert denoted(read("Sudport rejected the offer."), "Sudport") == ["Sudland"]
    assert "Sudland" not in named(read("The talks were held in Sudport."))


def test_named_office_without_person_is_an_institution(read: Reader) -> None:
    cast = read("The League of United Seas met. It requests the Secretary-General to report.")
    assert denoted(cast, "the Secretary-General") == ["Secretary-General"]
    assert named(cast)["Secretary-General"] == "Institution"


def test_abbreviation_of_a_group(read: Reader) -> None:
    cast = read("Small island fishers (SIFs) marched. The SIFs demand fair prices.")
    assert denoted(cast, "The SIFs") == ["Small island fishers"]
    assert "SIFs" not in named(cast)


def test_adjective_stands_for_its_state(read: Reader) -> None:
    assert denoted(read("They condemned the Sudlandish attack."), "Sudlandish") == ["Sudland"]


def test_both_parties_are_the_pair_named_before(read: Reader) -> None:
    cast = read("Sudland and Norland signed a truce. Both parties must keep it.")
    assert denoted(cast, "Both parties") == ["Sudland", "Norland"]


def test_the_government_is_the_one_named_last(read: Reader) -> None:
    cast = read("The Government of Norland met envoys from Sudland. The government refused to talk.")
    assert denoted(cast, "The government refused"[:14]) == ["Norland"]


def test_nickname_and_suffix_are_no_other_person(read: Reader) -> None:
    cast = read("President Joe Halvorsen spoke. Later Joseph R. Halvorsen Jr. left the hall.")
    assert len([e for e in cast.entries.values() if e.type == "Person"]) == 1


def test_seat_in_brackets_is_no_actor(read: Reader) -> None:
    cast = read("Senator Ann Berger (D-QX) disagreed.")
    assert [e.name for e in cast.entries.values()] == ["Ann Berger"]


def test_led_or_based_only_describes(read: Reader) -> None:
    cast = read("The Sudland-based painters refused.")
    assert "Sudland" not in named(cast)


def test_lawmakers_stand_for_the_one_parliament(read: Reader) -> None:
    cast = read("The Coastal Parliament adopted a resolution. Lawmakers urged the ports to reopen.")
    assert denoted(cast, "Lawmakers") == ["Coastal Parliament"]
    assert denoted(read("Some lawmakers urged the ports to reopen."), "Some lawmakers") == ["lawmakers"]


def test_body_of_a_state_written_small(read: Reader) -> None:
    cast = read("Sudland's parliament rejected the bill. The Sudlandish parliament will meet again.")
    body = cast.entries["sudland-s-parliament"]
    assert body.type == "Institution" and body.part_of == "sudland" and "Sudlandish parliament" in body.aliases


TEXTS = st.lists(
    st.sampled_from(
        [
            "The Harbour Workers Federation (HWF) demands an inquiry.", "President Ann Berger of Sudland refused.",
            "“We will not yield,” said Mr. Berger.", "The Federation and its members met in Norhaven.",
            "DEAR COUNCIL,", "\n\n", "They urged the Norlandish authorities to free all political prisoners.",
            "It happened on 3 May 2021.", "The Office of the", "Ann Berger, Chair of the Harbour Foundation;",
            "(", "the Berger regime", "women and children", "𝔘nicode Ünïon", "\u200fSudland", "both parties",
        ]
    ),
    max_size=8,
).map(" ".join)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_every_mention_is_grounded_and_ids_are_unique(read: Reader, text: str) -> None:
    if not text.strip():
        return
    first, second = read(text), read(text)
    for sentence in first.parsed.sentences:
        for chunk in sentence.span.noun_chunks:
            first.refer(chunk)
    for sentence in second.parsed.sentences:
        for chunk in sentence.span.noun_chunks:
            second.refer(chunk)
    actors: tuple[Actor, ...] = first.actors_of((), (), ())
    assert actors == second.actors_of((), (), ())  # determinism
    assert len({a.id for a in actors}) == len(actors)
    for entry in first.entries.values():
        assert entry.id in first.entries and entry.type in {"Person", "Country", "Institution", "Organization", "Group"}
        for mention in entry.mentions:
            assert mention.text and text[mention.begin : mention.end] == mention.text


def test_where_people_come_from_is_no_actor(read: Reader) -> None:
    cast = read("We have travelled here from Sudland, Norland and Westmark. Sudland praised the nurses.")
    listed = {a.name for a in cast.actors_of((), (), ())}
    assert "Sudland" in listed and not {"Norland", "Westmark"} & listed


def test_a_period_is_no_part_of_a_name(read: Reader) -> None:
    cast = read("In the past year Norlandish forces have killed ten nurses.")
    sentence = cast.parsed.sentences[0].span
    head = next(t for t in sentence if t.text == "forces")
    found = [cast.entries[i].name for i in cast.refer(sentence[head.left_edge.i : head.i + 1])]
    assert found and not any("year" in name for name in found)


def test_emeritus_is_a_title(read: Reader) -> None:
    cast = read('Professor Emeritus Ann Lee said: "The harbour is closed." Ann Lee praised the nurses.')
    assert [e.name for e in cast.entries.values() if e.type == "Person"] == ["Ann Lee"]
