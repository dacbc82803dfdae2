"""Recommendations of reviews: words, makers, addressee, what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.recommendation_dialogue import read_places
from demandgraph.extract.recommendation_retold import join_retold
from demandgraph.extract.recommendation_state import Reviewed
from demandgraph.extract.recommendation_status import answer_of, numbered_answers, read_numbers, resolve_numbers
from demandgraph.extract.recommendations import find_recommendations, with_dialogue
from demandgraph.language import analyse
from demandgraph.model import Demand, Event, Phrase, Source

if TYPE_CHECKING:
    from spacy.language import Language

REPORT = """Report of the Working Group: Universal Periodic Review

Ruritania

1. The review of Ruritania was held at the 2nd meeting on 4 May 2015.

II. Conclusions and/or recommendations

12. The recommendations listed below enjoy the support of Ruritania:

12.1. Open the archives of the river guard to the families (Norway, Chad);

12.2. Lower the tolls (Mali); that hedges be planted along the roads (Bosnia and Herzegovina);

13. The following recommendations did not enjoy the support of Ruritania:

13.1 Teach both languages in all schools. Parents should be asked before (Mali) (Norway);

13.2 Abolish the levy on salt (Norway).

14. Ruritania considers that the recommendation in paragraph 12.1 above has already been implemented.
"""


@pytest.fixture(scope="module")
def states() -> authority.Authority:
    """The authority files of the project."""
    return authority.load()


class Reading:
    """What was found in a text."""

    def __init__(self, text: str, nlp: Language, states: authority.Authority, events: tuple[Event, ...] = ()) -> None:
        (self.parsed,) = analyse([Source("report.txt", "report.txt", text)], nlp)
        self.cast = Cast.of(self.parsed, states)
        self.demands = find_recommendations(self.parsed, self.cast, events)

    def names(self, ids: tuple[str, ...]) -> list[str]:
        return [self.cast.entries[i].name for i in ids]

    @property
    def told(self) -> list[tuple[str, list[str], str | None]]:
        """First three words, issuers and status of each demand."""
        return [(" ".join(d.action.text.split()[:3]), self.names(d.issuers), d.status) for d in self.demands]


def test_words_makers_and_answers(nlp: Language, states: authority.Authority) -> None:
    reading = Reading(REPORT, nlp, states)
    assert reading.told == [
        ("Open the archives", ["Norway", "Chad"], "implemented"),
        ("Lower the tolls", ["Mali"], "accepted"),
        ("that hedges be", ["Bosnia and Herzegovina"], "accepted"),
        ("Teach both languages", ["Mali", "Norway"], "rejected"),
        ("Abolish the levy", ["Norway"], "rejected"),
    ]
    assert reading.demands[3].action.text == "Teach both languages in all schools. Parents should be asked before"
    assert {tuple(reading.names(d.addressees)) for d in reading.demands} == {("Ruritania",)}
    assert {d.force for d in reading.demands} == {"recommend"}
    assert len({d.id for d in reading.demands}) == 5


def test_everything_is_grounded(nlp: Language, states: authority.Authority) -> None:
    reading = Reading(REPORT, nlp, states)
    text = reading.parsed.text
    for demand in reading.demands:
        for phrase in (demand.action, *demand.evidence):
            assert text[phrase.begin : phrase.end] == phrase.text
        assert demand.evidence[0].text.startswith(demand.action.text)
        assert any("recommendations" in p.text for p in demand.evidence[1:])
        for i in (*demand.issuers, *demand.addressees):
            assert reading.cast.entries[i].mentions
    assert any("paragraph 12.1" in p.text for p in reading.demands[0].evidence)


def test_a_report_without_recommendations_has_none(nlp: Language, states: authority.Authority) -> None:
    assert Reading("The panel met in May. It recommends that tolls be lowered.", nlp, states).demands == ()


def test_the_review_is_where_they_were_made(nlp: Language, states: authority.Authority) -> None:
    begin = REPORT.index("The review of")
    evidence = (Phrase(begin, begin + 29, REPORT[begin : begin + 29]),)
    events = (Event("m", "Meeting", evidence), Event("r", "Review", evidence))
    assert {d.made_at for d in Reading(REPORT, nlp, states, events).demands} == {("r",)}


def test_the_answer_may_stand_below_the_list(nlp: Language, states: authority.Authority) -> None:
    text = (
        "86. During the debate the following recommendations were made to Ruritania:\n\n"
        "1. Open the archives of the river guard (Norway);\n\n2. Lower the tolls on bridges (Chad).\n\n"
        "87. Ruritania will give its response to these recommendations before the next session.\n"
    )
    assert [status for *_, status in Reading(text, nlp, states).told] == ["under-consideration"] * 2


def test_answers_by_number(nlp: Language, states: authority.Authority) -> None:
    text = (
        "The following recommendations were made to Ruritania:\n1. Open the archives of the guard (Norway);\n"
        "2. Lower the tolls on bridges (Chad);\n3. Plant hedges along roads (Mali);\n4. Abolish the levy on salt (Mali).\n\n"
        "The Government of Ruritania accepts recommendations 1 and 3-4. It does not support recommendation 2.\n"
    )
    reading = Reading(text, nlp, states)
    assert [status for *_, status in reading.told] == ["accepted", "rejected", "accepted", "accepted"]


def test_a_table_gives_makers_and_answers(nlp: Language, states: authority.Authority) -> None:
    text = (
        "# Recommendations to Ruritania\n\n| No. | Recommendation | Recommending State | Response |\n|---|---|---|---|\n"
        "| 1 | Open the archives of the guard | Norway, Chad | Accepted |\n| 2 | Lower the tolls | Mali | Not accepted |\n"
    )
    reading = Reading(text, nlp, states)
    assert reading.told == [
        ("Open the archives", ["Norway", "Chad"], "accepted"),
        ("Lower the tolls", ["Mali"], "rejected"),
    ]
    assert {d.rule for d in reading.demands} == {"rules/recommendation/tabled"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The recommendations listed below have been examined by Ruritania and enjoy its support:", "accepted"),
        (
            "The following recommendations enjoy the support of Ruritania, which considers them already implemented:",
            "accepted",
        ),
        ("Ruritania accepts the following recommendations:", "accepted"),
        ("Supported", "accepted"),
        ("The recommendations listed below do not enjoy the support of Ruritania:", "rejected"),
        ("Ruritania is not in a position to support the following recommendations:", "rejected"),
        ("Ruritania cannot accept the recommendations below:", "rejected"),
        ("The following recommendations were rejected:", "rejected"),
        ("The following recommendations have been noted by Ruritania:", "noted"),
        ("Noted recommendations", "noted"),
        ("Partially accepted", "noted"),
        (
            "The following recommendations will be examined by Ruritania, which will respond in due time:",
            "under-consideration",
        ),
        ("Ruritania shall provide its answers to the recommendations below by June:", "under-consideration"),
        ("Ruritania considers the following recommendations to have been implemented:", "implemented"),
        ("During the debate the following recommendations were made to Ruritania:", None),
        ("Conclusions and recommendations", None),
    ],
)
def test_what_a_paragraph_says_became_of_recommendations(words: str, status: str | None) -> None:
    assert answer_of(words) == status


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("Ruritania supports recommendations 1, 4 and 7-8.", {(1,): "accepted", (4,): "accepted", (7,): "accepted", (8,): "accepted"}),
        ("Recommendation 12: accepted", {(12,): "accepted"}),
        ("The recommendations in paragraphs 7.1 and 7. 3 above have already been implemented, and that in 7.4 waits.",
         {(7, 1): "implemented", (7, 3): "implemented"}),
        ("Recommendations 3.17-18 do not enjoy its support.", {(3, 17): "rejected", (3, 18): "rejected"}),
        ("With regard to recommendation 5, the minister said that salt had been rejected by cooks.", {}),
        ("Ruritania accepts recommendations of the panel.", {}),
    ],
)  # fmt: skip
def test_answers_told_by_number(words: str, answers: dict[tuple[int, ...], str]) -> None:
    assert {number: status for status, number, *_ in numbered_answers(words)} == answers


def test_numbers() -> None:
    assert list(read_numbers("1, 4 and 7–9")) == [(1,), (4,), (7,), (8,), (9,)]
    assert resolve_numbers((3,), [(12, 3), (12, 4)]) == (12, 3)
    assert resolve_numbers((3,), [(12, 3), (13, 3)]) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The recommendations will be examined by the Islamic Republic of Iran, which", "Islamic Republic of Iran"),
        ("enjoy the support of the Government of Ruritania:", "Ruritania"),
        ("The review of Côte d’Ivoire was held in May.", "Côte d’Ivoire"),
        ("The following recommendations were made to Bosnia and Herzegovina:", "Bosnia and Herzegovina"),
        ("Peer review of Ruritania\n\nText", "Ruritania"),
        ("enjoy the support of\n   Saint Vincent and the Grenadines:", "Saint Vincent and the Grenadines"),
    ],
)
def test_the_state_under_review(text: str, name: str) -> None:
    found = Reviewed(text, None).document
    assert found is not None
    assert found.name == name
    assert " ".join(text[found.begin : found.end].split()) == name


def test_no_state_under_review() -> None:
    assert Reviewed("The tolls were lowered by the Council. The State under review replied.", None).document is None


def demand(ident: str, action: str, issuer: str) -> Demand:
    phrase = Phrase(0, len(action), action)
    return Demand(ident, phrase, (Phrase(len(action), len(action) + 1, ident),), issuers=(issuer,))


def test_a_recommendation_that_the_dialogue_tells_too_is_one_demand() -> None:
    listed = [demand("r", "Open the archives of the river guard to the families of the missing", "norway")]
    told = [
        demand("again", "opening the archives of the river guard to families of the missing", "norway"),
        demand("other", "lower the tolls on bridges and ferries in summer", "norway"),
        demand("else", "open the archives of the tax office", "chad"),
    ]
    joined = join_retold(listed, told)
    assert [d.id for d in joined] == ["r", "other", "else"]
    assert [p.text for p in joined[0].evidence] == ["r", "again"]
    assert join_retold([], told) == tuple(told)


DIALOGUE = """Report of the Working Group: Universal Periodic Review

Ruritania

B. Interactive dialogue

22. Norway welcomed the new law on rivers. Norway recommended that Ruritania open the archives of the river guard.

23. The Kingdom of the Netherlands spoke of bridges. It recommended that Ruritania lower the tolls.

24. Mali said that salt was dear. Mali recommended that Ruritania abolish the levy on salt.

II. Conclusions and/or recommendations

60. The recommendations listed below enjoy the support of Ruritania:

1. Open the archives of the river guard (Norway);

2. Teach both languages in schools (Chad).

61. The recommendations noted in the report in paragraphs 23 and 24 above did not enjoy the support of Ruritania.
"""


def found_in(reading: Reading, action: str, issuer: str, rule: str = "rules/demand/recommend-that-clause") -> Demand:
    """A demand as the general rules would find it in the account."""
    text = reading.parsed.text
    begin = text.index(action)
    sentence = text.rindex(".", 0, begin) + 2
    entry = reading.cast.note(Phrase(begin, begin + 1, text[begin]), issuer, "Country")
    phrase = Phrase(begin, begin + len(action), action)
    evidence = Phrase(sentence, begin + len(action), text[sentence : begin + len(action)])
    return Demand(action, phrase, (evidence,), issuers=(entry,), rule=rule)


def test_the_account_of_the_dialogue(nlp: Language, states: authority.Authority) -> None:
    reading = Reading(DIALOGUE, nlp, states)
    general = (
        found_in(reading, "open the archives of the river guard", "Norway"),
        found_in(reading, "lower the tolls", "Atlantis"),
        found_in(reading, "abolish the levy on salt", "Mali"),
        found_in(reading, "said that salt was dear", "Atlantis", "rules/demand/call-for-noun"),
    )
    joined = with_dialogue(reading.parsed, reading.cast, reading.demands, general)
    told = [(d.action.text, reading.names(d.issuers), reading.names(d.addressees), d.status) for d in joined]
    assert told[:2] == [
        ("Open the archives of the river guard", ["Norway"], ["Ruritania"], "accepted"),
        ("Teach both languages in schools", ["Chad"], ["Ruritania"], "accepted"),
    ]
    assert told[2][0] == "lower the tolls"
    assert "Atlantis" not in told[2][1]
    assert told[2][2:] == (["Ruritania"], "rejected")
    assert told[3] == ("abolish the levy on salt", ["Mali"], ["Ruritania"], "rejected")
    assert told[4][1] == ["Atlantis"]  # nothing recommended: left as it was found


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("22 (b) and (d), 31", [(22, "b"), (22, "d"), (31, None)]),
        (
            "24 (a)-(c), 31 to 33 and 40",
            [(24, "a"), (24, "b"), (24, "c"), (31, None), (32, None), (33, None), (40, None)],
        ),
        ("21.b, 24.e", [(21, "b"), (24, "e")]),
        ("5", [(5, None)]),
        ("", []),
    ],
)
def test_paragraphs_as_cited(words: str, places: list[tuple[int, str | None]]) -> None:
    assert list(read_places(words)) == places


def test_the_state_party_of_a_review_is_the_state_whose_report_it_examines(
    nlp: Language, states: authority.Authority
) -> None:
    text = (
        "Concluding observations on the second periodic report of Ruritania\n\n"
        "1. The Committee considered the second periodic report of Ruritania in May.\n\n"
        "6. The Committee recommends that the State party open the archives.\n\n"
        "7. The Committee urges the mayors to welcome the report of the State party.\n"
    )
    reading = Reading(text, nlp, states)
    general = (
        found_in(reading, "open the archives", "Committee"),
        found_in(reading, "welcome the report of the State party", "Committee"),
    )
    addressees = [d.addressees for d in with_dialogue(reading.parsed, reading.cast, (), general)]
    assert [reading.names(a) for a in addressees] == [["Ruritania"], []]
    once = Reading("The Council recommends that every State party open its archives.", nlp, states)
    one = (found_in_first(once, "open its archives"),)
    assert with_dialogue(once.parsed, once.cast, (), one) == one


def found_in_first(reading: Reading, action: str) -> Demand:
    """A demand in the first sentence of a text."""
    begin = reading.parsed.text.index(action)
    phrase = Phrase(begin, begin + len(action), action)
    return Demand(action, phrase, (Phrase(0, begin, reading.parsed.text[:begin]),))
