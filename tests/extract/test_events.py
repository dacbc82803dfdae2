"""Events: participants by syntax, facts only, dates and places, one event for several tellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.events import find_events
from demandgraph.language import analyse
from demandgraph.model import Event, Source

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture
def read(nlp: Language, known: Authority) -> Reading:
    return Reading(nlp, known)


class Reading:
    """Reads a text and names the participants of its events."""

    def __init__(self, nlp: Language, known: Authority) -> None:
        self.nlp, self.known = nlp, known

    def __call__(self, text: str, kind: str | None = None) -> list[Event]:
        self.parsed = next(iter(analyse([Source("x.txt", "x.txt", text)], self.nlp)))
        self.cast = Cast.of(self.parsed, self.known)
        events = find_events(self.parsed, self.cast)
        for event in events:
            assert event.evidence and 0 < event.confidence < 1 and event.rule.startswith("rules/event/")
            for phrase in event.evidence:
                assert self.parsed.text[phrase.begin : phrase.end] == phrase.text
        assert len({e.id for e in events}) == len(events)
        return [e for e in events if kind is None or e.type == kind]

    def names(self, ids: tuple[str, ...]) -> list[str]:
        return [self.cast.entries[i].name for i in ids]

    def one(self, text: str, kind: str) -> tuple[Event, list[str], list[str]]:
        found = self(text, kind)
        assert len(found) == 1, [(e.type, e.evidence[0].text) for e in found]
        return found[0], self.names(found[0].agents), self.names(found[0].recipients)


# ------------------------------------------------------------ who does what to whom


@pytest.mark.parametrize(
    ("text", "kind", "agents", "recipients"),
    [
        ("Kenya invaded Uganda.", "Violence", ["Kenya"], ["Uganda"]),
        ("Uganda was invaded by Kenya.", "Violence", ["Kenya"], ["Uganda"]),
        ("They remember Kenya's invasion of Uganda.", "Violence", ["Kenya"], ["Uganda"]),
        ("They remember the invasion of Uganda by Kenya.", "Violence", ["Kenya"], ["Uganda"]),
        ("Kenya carried out an attack on Uganda.", "Violence", ["Kenya"], ["Uganda"]),
        ("Kenya condemned Uganda for its silence.", "Condemnation", ["Kenya"], ["Uganda"]),
        ("Kenya strongly condemned the raid by Uganda.", "Condemnation", ["Kenya"], ["Uganda"]),
        ("Kenya condemned Uganda's raid.", "Condemnation", ["Kenya"], ["Uganda"]),
        ("Kenya expressed its solidarity with Uganda.", "Support", ["Kenya"], ["Uganda"]),
        ("Kenya thanked Uganda for its help.", "Support", ["Kenya"], ["Uganda"]),
        ("Kenya held talks with Uganda in Nairobi.", "Meeting", ["Kenya"], ["Uganda"]),
        ("Kenya has imposed sanctions on Uganda.", "Sanction", ["Kenya"], ["Uganda"]),
        ("Kenya issued a statement condemning Uganda.", "Condemnation", ["Kenya"], ["Uganda"]),
        ("Kenya imposed sanctions on Uganda on 3 May 2031.", "Sanction", ["Kenya"], ["Uganda"]),
        ("Kenya condemned the raid on the clinic carried out by Uganda.", "Condemnation", ["Kenya"], ["Uganda"]),
        ("Kenya said in a letter to Uganda that talks would resume.", "Statement", ["Kenya"], ["Uganda"]),
        (
            "Kenya filed a complaint before the Supreme Court of Uganda.",
            "LegalAction",
            ["Kenya"],
            ["Supreme Court of Uganda"],
        ),
        ("Its review of Kenya was held in Nairobi on 3 May 2031.", "Review", [], ["Kenya"]),
    ],
)
def test_participants(text: str, kind: str, agents: list[str], recipients: list[str], read: Reading) -> None:
    _, doers, others = read.one(text, kind)
    assert (doers, others) == (agents, recipients)


def test_the_genitive_of_an_arrest_is_its_victim(read: Reading) -> None:
    _, agents, recipients = read.one("They remember Maria Lopez's arrest in Nairobi.", "Repression")
    assert (agents, recipients) == ([], ["Maria Lopez"])


def test_one_condemnation_for_each_object(read: Reading) -> None:
    found = read(
        "Kenya condemned the raid on the clinic. Kenya also condemned the closure of the school.", "Condemnation"
    )
    assert len(found) == 2


def test_two_speakers_are_two_statements_and_one_speaker_is_one(read: Reading) -> None:
    text = (
        "Maria Lopez said that the talks would go on. Peter Lund said that he was tired.\n\n"
        "Maria Lopez added that the talks had gone well."
    )
    found = read(text, "Statement")
    assert [read.names(e.agents) for e in found] == [["Maria Lopez"], ["Peter Lund"]]
    assert len(found[0].evidence) == 2


def test_quotation_is_evidence_of_its_statement(read: Reading) -> None:
    text = "“The bridge will open again before the winter comes,” Maria Lopez said on 3 May 2019."
    event, agents, _ = read.one(text, "Statement")
    assert agents == ["Maria Lopez"]
    assert "bridge will open" in event.evidence[0].text
    assert event.date == "2019-05-03"


# ------------------------------------------------------------ facts only


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not invade Uganda.",
        "Kenya must not invade Uganda.",
        "Kenya may invade Uganda.",
        "If Kenya invades Uganda, the talks will end.",
        "The council called on Kenya to invade Uganda.",
        "Kenya wants to invade Uganda.",
        "Did Kenya invade Uganda?",
        "Any invasion would be a mistake.",
        "The council called for the release of all prisoners.",
        "The rules are meant to prevent attacks on nurses.",
        "Everyone has the right to freedom from torture.",
    ],
)
def test_what_is_no_fact_is_no_event(text: str, read: Reading) -> None:
    assert not [e for e in read(text) if e.type in {"Violence", "Release", "Repression"}]


def test_what_an_implicative_verb_governs_is_a_fact(read: Reading) -> None:
    assert read("Police began to arrest nurses in Nairobi.", "Repression")
    assert not read("Police hoped to arrest nurses in Nairobi.", "Repression")


def test_what_is_scheduled_is_an_event(read: Reading) -> None:
    event, _, _ = read.one("Talks between Kenya and Uganda will be held in Nairobi on 3 May 2031.", "Meeting")
    assert (event.date, event.place) == ("2031-05-03", "Nairobi")


# ------------------------------------------------------------ when and where


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        ("On 3 May 2019 police arrested Maria Lopez in Nairobi.", "2019-05-03", "Nairobi"),
        ("Police arrested Maria Lopez in May 2019.", "2019-05", None),
        ("Maria Lopez was arrested in 2019.", "2019", None),
        ("Maria Lopez was arrested by police who had come in a van.", None, None),
    ],
)
def test_date_and_place(text: str, date: str | None, place: str | None, read: Reading) -> None:
    event, _, _ = read.one(text, "Repression")
    assert (event.date, event.place) == (date, place)


def test_the_date_of_what_is_welcomed_is_not_that_of_the_welcome(read: Reading) -> None:
    text = "Nairobi, 12 June 2020\n\nKenya welcomes the adoption of the water law on 3 May 2019."
    event, _, _ = read.one(text, "Support")
    assert event.date != "2019-05-03"


def test_a_date_without_year_needs_one_in_the_text(read: Reading) -> None:
    assert read("Police arrested Maria Lopez on 3 May.", "Repression")[0].date is None
    later = read("On 1 May 2019 the union met. Police arrested Maria Lopez on 3 May.", "Repression")
    assert later[0].date == "2019-05-03"


def test_listed_resolutions_are_adoptions_of_their_own(read: Reading) -> None:
    text = "The report recalls General Assembly resolutions 12/3 of 5 March 2003 and 14/1 of 2 May 2004."
    assert [e.date for e in read(text, "Adoption")] == ["2003-03-05", "2004-05-02"]


# ------------------------------------------------------------ one event for several tellings


def test_a_noun_refers_back(read: Reading) -> None:
    text = "On 3 May 2019 police raided the office of Maria Lopez. The raid lasted for hours. Forty nurses were beaten during the raid."
    assert len([e for e in read(text, "Repression") if e.date == "2019-05-03"]) == 1


def test_an_arrest_told_twice_is_one(read: Reading) -> None:
    text = "Police arrested Maria Lopez in Nairobi on 3 May 2019. The union learned of the arrest of Maria Lopez from a neighbour."
    event, _, _ = read.one(text, "Repression")
    assert len(event.evidence) == 2
    assert event.evidence[0].text.startswith("Police arrested")


def test_another_is_another(read: Reading) -> None:
    text = "An appeal was adopted on 3 May 2019 in Nairobi. Another appeal was adopted in Kampala."
    assert len(read(text, "Adoption")) == 2


# ------------------------------------------------------------ the document's own act

RESOLUTION = """12/7 Clean rivers

The Human Rights Council,

Appalled by the attack on the river guards,

1. Condemns the attack on the river guards;

2. Expresses solidarity with the Government of Kenya;

3. Urges all States to protect rivers.

21st meeting
3 May 2019 [Adopted without a vote.]
"""


def test_a_vote_line_is_the_adoption_and_dates_what_was_adopted(read: Reading) -> None:
    events = read(RESOLUTION)
    adoption = next(e for e in events if e.type == "Adoption")
    assert adoption.date == "2019-05-03"
    assert read.names(adoption.agents) == ["Human Rights Council"]
    judged = [e for e in events if e.type in {"Condemnation", "Support"}]
    assert [(e.type, e.date) for e in judged] == [("Condemnation", "2019-05-03"), ("Support", "2019-05-03")]
    assert all(e.agents == adoption.agents for e in judged)


def test_a_letter_is_one_statement_of_its_author(read: Reading) -> None:
    text = (
        "Open letter to the Minister of Water\n\n3 May 2019\n\nDear Minister,\n\n"
        "We write to you about the river, which has been dark for years. We ask you to clean it.\n\n"
        "Sincerely,\n\nMaria Lopez\nChair, Friends of the River\n"
    )
    found = read(text, "Statement")
    assert len(found) == 1
    assert found[0].date == "2019-05-03"


def test_bad_input_is_no_crash(read: Reading) -> None:
    for text in ("", "…", "KENYA INVADED UGANDA " * 40, "and and and of of by by", "(((“”)))"):
        read(text)


# ------------------------------------------------------------ what stands around


def test_a_quotation_that_cites_others_is_its_speakers_statement(read: Reading) -> None:
    text = '"The Water Council has warned of this for years," said Maria Lopez.'
    assert [e.agents for e in read(text) if e.type == "Statement"] == [("maria-lopez",)]


def test_what_the_council_warned_of_on_a_day_stays_its_statement(read: Reading) -> None:
    events = [e for e in read("The Water Council warned on 3 May 2031 that talks would fail.") if e.type == "Statement"]
    assert len(events) == 1 and events[0].date == "2031-05-03"


def test_participants_of_talks_speak_where_they_are_held(read: Reading) -> None:
    text = "Maria Lopez held a meeting with Tom Bell in Nairobi on 3 May 2031. Bell said that talks would resume."
    assert [e.place for e in read(text) if e.type == "Statement"] == ["Nairobi"]
    aside = "Maria Lopez held a meeting with Tom Bell in Nairobi on 3 May 2031. Ana Orr said that talks would resume."
    assert [e.place for e in read(aside) if e.type == "Statement"] == [None]


def test_there_is_where_it_was_told_before(read: Reading) -> None:
    text = "Nine nurses were killed in Nairobi on 3 May 2031. Six of our own citizens were wounded there."
    assert {e.place for e in read(text) if e.type == "Violence"} == {"Nairobi"}


def test_what_is_to_come_is_the_next_one(read: Reading) -> None:
    head = "Rivers and nurses\n\n20 May 2031\n\n"
    (event,) = (e for e in read(head + "Kenya will meet with Uganda again in March.") if e.type == "Meeting")
    assert event.date == "2032-03"
    (event,) = (e for e in read(head + "Kenya met with Uganda last September.") if e.type == "Meeting")
    assert event.date == "2030-09"


def test_a_dateline_is_the_place_of_what_it_opens(read: Reading) -> None:
    text = "NORTON — The Water Council adopted a resolution on rivers. It passed the Ministry of Justice."
    assert [e.place for e in read(text) if e.type == "Adoption"][:1] == ["Norton"]
    text = "The Water Council adopted a resolution — the second one — on rivers."
    assert [e.place for e in read(text) if e.type == "Adoption"] == [None]


def test_different_numbers_are_different_deeds(read: Reading) -> None:
    text = "Three editors were arrested in March 2031. At least 114 editors are currently imprisoned in Kenya."
    assert len([e for e in read(text) if e.type == "Repression"]) == 2


def test_what_is_set_to_happen_is_scheduled(read: Reading) -> None:
    event, _, _ = read.one("The licence is set to expire on 1 July 2031.", "Other")
    assert event.date == "2031-07-01"
    assert not read("The licence should expire on 1 July 2031.", "Other")


def test_one_report_however_often_it_is_cited(read: Reading) -> None:
    text = "The Water Council published a report on Kenya. The report says that prices rose. The report found that wages fell."
    assert len(read(text, "Report")) == 1


def test_the_place_that_a_deed_befalls_is_where_it_took_place(read: Reading) -> None:
    event, _, _ = read.one("Uganda launched a full-scale invasion of Kenya.", "Violence")
    assert event.place == "Kenya"
    event, _, _ = read.one("Ugandan forces killed nine villagers in Nairobi.", "Violence")
    assert event.place == "Nairobi"


def test_guilt_of_a_crime_is_justice_and_of_an_opinion_repression(read: Reading) -> None:
    assert read("A court in Nairobi convicted two officers of murder.", "LegalAction")
    assert read("A court in Nairobi convicted two editors of extremism.", "Repression")


def test_what_befalls_is_told_once_with_its_label(read: Reading) -> None:
    assert len(read("Kenya targeted four editors, labelling them foreign agents.", "Repression")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The holding of the seminar in Nairobi on 3 May 2019 was a success.", "Meeting"),
        ("Ana Orr held a press conference in Nairobi.", "Statement"),
        ("Ana Orr held a conference in Nairobi.", "Meeting"),
        ("Farmers blocked the road.", "Demonstration"),
        ("The army blocked the website.", "Repression"),
    ],
)
def test_what_a_noun_beside_the_trigger_decides(text: str, kind: str, read: Reading) -> None:
    assert [e.type for e in read(text)] == [kind]


# ------------------------------------------------------------ what is forbidden, taken away, supported; own dates


@pytest.mark.parametrize(
    ("text", "kind", "agents", "recipients"),
    [
        ("Four nurses were not allowed to enter the harbour.", "Repression", [], ["nurses"]),
        ("Four nurses were stopped from leaving Kenya.", "Repression", [], ["nurses"]),
        ("Officers took away the posters of the nurses.", "Repression", None, None),
        ("The books were removed from the library.", "Repression", [], []),
        ("Kenya protests the closure of the harbour by Uganda.", "Condemnation", ["Kenya"], None),
        ("The embargo entered into force on 3 May 2019.", "Sanction", [], []),
        ("Kenya hosted the summit.", "Meeting", ["Kenya"], []),
        ("We regret Kenya's decision to leave the harbour union.", "Other", ["Kenya"], []),
        ("The ministers of Kenya met today to condemn the raid on the harbour.", "Condemnation", None, None),
    ],
)
def test_finds_what_is_forbidden_and_decided(
    read: Reading, text: str, kind: str, agents: list[str] | None, recipients: list[str] | None
) -> None:
    _, who, whom = read.one(text, kind)
    assert agents is None or who == agents
    assert recipients is None or len(whom) == len(recipients)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four nurses were allowed to enter the harbour.", "Repression"),
        ("Kenya did not allow the proposal to distract it.", "Repression"),
        ("The boy was stopped by the rain.", "Repression"),
        ("Passengers took away the empty boxes.", "Repression"),
        ("The stain was removed from the shirt.", "Repression"),
        ("Ana Orr protested her innocence.", "Condemnation"),
        ("The charter entered into force on 3 May 2019.", "Sanction"),
        ("Kenya hosted a cookery programme.", "Meeting"),
        ("Kenya regrets the decision.", "Other"),
        ("The ministers of Kenya refused to condemn the raid on the harbour.", "Condemnation"),
    ],
)
def test_leaves_what_only_looks_like_it(read: Reading, text: str, kind: str) -> None:
    assert not read(text, kind)


def test_what_is_condemned_sets_condemnations_apart(read: Reading) -> None:
    text = "We condemn Uganda's raid on the harbour. We repeat that Uganda's talk of poison is unacceptable."
    assert len(read(text, "Condemnation")) == 2
    assert len(read("We condemn Uganda's raid. Uganda's raid is unacceptable.", "Condemnation")) == 1


def test_one_effort_is_not_another(read: Reading) -> None:
    apart = (
        "Kenya supports Uganda's efforts to rebuild the harbour. Kenya supports Uganda's efforts to end the drought."
    )
    assert len(read(apart, "Support")) == 2
    again = "Kenya supports Uganda's efforts to rebuild the harbour. Kenya supports the efforts to rebuild the harbour."
    assert len(read(again, "Support")) == 1


def test_an_act_adopted_behind_a_long_name(read: Reading) -> None:
    event, who, _ = read.one(
        "Kenya praises the Charter on the Use of Small Rivers adopted by Uganda in 2019.", "Adoption"
    )
    assert who == ["Uganda"] and event.date == "2019"


def test_a_statement_takes_the_date_of_the_meeting_with_which_it_opens(read: Reading) -> None:
    opening = (
        "Statement by the Ministers of Kenya\n\nWe, the Ministers of Kenya, met on 12 December to discuss the harbour. "
    )
    condemned = read(opening + "Prices rose on 5 December 2021. We condemn the raid on the harbour.\n", "Condemnation")
    assert [e.date for e in condemned] == ["2021-12-12"]
    later = (
        "Statement by the Ministers of Kenya\n\nWe condemn the raid on the harbour. Uganda met Norway on 3 May 2031.\n"
    )
    assert [e.date for e in read(later, "Condemnation")] == [None]


def test_a_date_to_come_does_not_settle_the_year_of_what_is_past(read: Reading) -> None:
    text = "The price rose on 5 December 2021. Talks will be held in Nairobi on 13 December. The harbour will reopen on 5 February 2022."
    assert [e.date for e in read(text, "Meeting")] == ["2021-12-13"]
