"""What ties demands together and to events: merging, initiators, the occasion. All sentences are invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph import authority
from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_draft import Draft, first_stem, stems
from demandgraph.extract.demand_made_at import Occasion, link
from demandgraph.extract.demand_merge import merge
from demandgraph.extract.demands import find_demands
from demandgraph.language import analyse
from demandgraph.model import Demand, Document, Event, Phrase, Source

if TYPE_CHECKING:
    from spacy.language import Language

DOCUMENT = Document("text.txt", "text.txt", "x" * 3000, "0" * 64, kind="NewsReport")


def demand(action: str, begin: int = 100, **changes: object) -> Demand:
    phrase = Phrase(begin, begin + len(action), action)
    made = Demand(f"d-{begin}", phrase, (phrase,), issuers=("council",))
    return replace(made, **changes)  # type: ignore[arg-type]


def draft(action: str, begin: int = 100, block: int = 0, summary: bool = False, **changes: object) -> Draft:
    return Draft(demand(action, begin, **changes), block, 0, stems(action), summary, first_stem(action))


def event(kind: str, begin: int, agents: tuple[str, ...] = (), text: str = "told here") -> Event:
    return Event(f"{kind.lower()}-{begin}", kind, (Phrase(begin, begin + len(text), text),), agents=agents)


def test_restated_demand_is_one_in_its_fullest_words() -> None:
    """The same wording twice in a body is one demand; a headline that the body repeats is none of its own."""
    short = draft("release the miners", 10, 0, summary=True, topic="release", addressees=("morvia",))
    full = draft("release all miners held in Kalda prison", 500, 4, topic="release", addressees=("morvia",))
    other = draft("close the mines", 800, 5, topic="social-economic", addressees=("morvia",))
    kept = merge([short, full, other], resolution=False)
    assert [k.demand.action.text for k in kept] == ["release all miners held in Kalda prison", "close the mines"]


def test_items_of_one_list_stay_apart() -> None:
    """Two items of one list are two demands, however alike."""
    a = replace(draft("fund the schools of the valley", 10, 1), lead=0)
    b = replace(draft("fund the schools of the valley towns", 90, 2), lead=0)
    assert len(merge([a, b], resolution=False)) == 2


def test_occasion_is_the_adoption_for_the_body_that_adopted() -> None:
    """Demands of the adopting body go to the adoption, those of a speaker to the speaker's statement."""
    adoption, statement = event("Adoption", 10, ("council",)), event("Statement", 900, ("roe",))
    demands = (demand("open the port", 400), demand("pay the crew", 905, issuers=("roe",)))
    linked = link(demands, (adoption, statement), Occasion(DOCUMENT, ("council",), ("paper",)))
    assert [d.made_at for d in linked] == [(adoption.id,), (statement.id,)]


def test_a_stranger_has_no_occasion() -> None:
    """An event of somebody else, far away, is not the occasion."""
    linked = link(
        (demand("open the port", 2500, issuers=("doe",)),), (event("Statement", 10, ("roe",)),), Occasion(DOCUMENT)
    )
    assert linked[0].made_at == ()


def test_quoted_demand_goes_to_the_speaker_who_is_quoted() -> None:
    """Who speaks the quotation settles the occasion, although the asker in the words is the speaker's organisation."""
    statement, other = event("Statement", 2000, ("roe",)), event("Statement", 380, ("union",))
    occasion = Occasion(DOCUMENT, (), ("paper",), lambda offset: ("roe",))
    linked = link((demand("open the port", 400, issuers=("union",)),), (statement, other), occasion)
    assert linked[0].made_at == (statement.id,)


def test_rally_at_which_it_was_asked() -> None:
    """A demonstration told in the same words is the occasion."""
    rally = event("Demonstration", 105, ())
    assert link((demand("raise the wages"),), (rally,), Occasion(DOCUMENT))[0].made_at == (rally.id,)


def read(nlp: Language, text: str) -> tuple[tuple[Demand, ...], Cast]:
    parsed = next(iter(analyse([Source("text.txt", "text.txt", text)], nlp)))
    cast = Cast.of(parsed, authority.load())
    return find_demands(parsed, cast, ()), cast


LEAD = (
    "The European Parliament on the miners\n\n3 May 2021\n\n"
    "On Monday the European Parliament passed a resolution. The European Parliament calls on France to open the archives. "
)


def test_initiator_of_the_paragraph(nlp: Language) -> None:
    """*Included on the initiative of* gives the demands of the paragraph their initiator."""
    found, cast = read(
        nlp, LEAD + "This paragraph was included in the resolution on the initiative of Amnesty International.\n"
    )
    assert [d.action.text for d in found] == ["open the archives"]
    assert {cast.entries[i].name for i in found[0].initiators} == {"Amnesty International"}


def test_an_organisation_that_only_comments_is_no_initiator(nlp: Language) -> None:
    """Welcoming a resolution is not bringing anything into it."""
    found, _ = read(nlp, LEAD + "Amnesty International welcomed the resolution.\n")
    assert found[0].initiators == ()


def test_own_statement_holds_the_authors_demands_however_far() -> None:
    """A statement is the occasion of all that its author asks in it, but not of what others ask."""
    own = replace(event("Statement", 0, ("paper",)), rule="rules/event/statement/own")
    demands = (demand("open the port", 2500, issuers=("paper",)), demand("pay the crew", 2600, issuers=("union",)))
    linked = link(demands, (own,), Occasion(replace(DOCUMENT, kind="Statement"), author=("paper",)))
    assert [d.made_at for d in linked] == [(own.id,), ()]


def test_body_in_whose_name_the_author_speaks() -> None:
    """What a spokesperson's state asks was asked in the spokesperson's statement."""
    own = replace(event("Statement", 0, ("doe",)), rule="rules/event/statement/own")
    occasion = Occasion(replace(DOCUMENT, kind="Statement"), author=("doe",), represented=("norland",))
    assert link((demand("open the port", 2500, issuers=("norland",)),), (own,), occasion)[0].made_at == (own.id,)


def test_press_release_is_one_statement() -> None:
    """The first statement that a press release tells of its author holds the author's demands; a report's does not."""
    first, later = event("Statement", 50, ("paper",)), event("Statement", 900, ("paper",))
    demands = (demand("open the port", 2500, issuers=("paper",)),)
    release = Occasion(replace(DOCUMENT, kind="PressRelease"), author=("paper",))
    assert link(demands, (first, later), release)[0].made_at == (first.id,)
    assert link(demands, (first, later), replace(release, document=DOCUMENT))[0].made_at == ()


def made_at(asked: Demand, events: tuple[Event, ...], **changes: object) -> tuple[str, ...]:
    occasion = Occasion(replace(DOCUMENT, **changes), author=("paper",))  # type: ignore[arg-type]
    return link((asked,), events, occasion)[0].made_at


def test_adoption_told_without_agent_is_that_of_the_speaker_in_its_clause() -> None:
    """*In a resolution adopted on Monday, the council urges …*; not where the text says that another body adopted it."""
    telling = "In a resolution adopted on Monday, the council urges Morvia to act"
    adoption = event("Adoption", 10, (), "In a resolution adopted on Monday")
    statement = event("Statement", 10, ("council",), telling)
    assert made_at(demand("open the port", 900), (statement, adoption)) == (adoption.id,)
    foreign = event("Adoption", 10, (), "In a resolution adopted by the Senate")
    assert made_at(demand("open the port", 900), (statement, foreign)) == ()


def test_decision_that_a_statement_tells_of_does_not_hold_its_demands() -> None:
    """A price set by the authors is no occasion of what they ask; their own statement is."""
    price = event("Adoption", 900, ("paper",), "our decision that the price cap enters into force")
    own = replace(event("Statement", 0, ("paper",)), rule="rules/event/statement/own")
    asked = demand("open the port", 2500, issuers=("paper",))
    assert made_at(asked, (price, own), kind="Statement") == (own.id,)
    appeal = event("Adoption", 900, ("paper",), "adopted an appeal")
    assert made_at(asked, (appeal, own), kind="Statement") == (appeal.id,)


def test_resolution_passed_by_the_delegates_and_what_it_recalls() -> None:
    """The adoption by a body's delegates holds its resolution's demands; one told in a recital is history."""
    passed = event("Adoption", 10, ("delegates-to-the-council",), "passed by delegates")
    recalled = event("Adoption", 400, ("council",), "WHEREAS the council adopted a motion in 2014")
    clause = replace(event("Adoption", 850, ("council",), "RESOLVED, that"), rule="rules/event/adoption/resolved")
    asked = demand("open the port", 870)
    assert made_at(asked, (recalled, clause, passed), kind="Resolution") == (passed.id,)
    assert made_at(asked, (recalled, clause), kind="Resolution") == (clause.id,)


def test_joint_statement_of_a_conference() -> None:
    """A conference with which a statement begins holds its demands, those without an issuer too; a later one does not."""
    meeting = event("Meeting", 40, ("union", "league"), "The ninth conference of the two was held")
    asked = demand("open the port", 2500, issuers=())
    title = "Joint statement of the ninth conference"
    assert made_at(asked, (meeting,), kind="Statement", title=title) == (meeting.id,)
    assert made_at(asked, (meeting,), kind="Statement", title="On the port") == ()
    late = event("Meeting", 2000, ("union",), "A conference was held")
    assert made_at(asked, (late,), kind="Statement", title=title) == ()


def test_gathering_that_opens_a_report_holds_what_its_people_ask() -> None:
    """Those who met or marched ask there, a nameless crowd at its demonstration; a stranger does not."""
    meeting, march = event("Meeting", 40, ("council",)), event("Demonstration", 40, ("islanders",))
    assert made_at(demand("open the port", 2500), (meeting,)) == (meeting.id,)
    assert made_at(demand("open the port", 2500, issuers=("protest-groups",)), (march,)) == ()
    assert made_at(demand("open the port", 2500, issuers=("groups",)), (march,)) == (march.id,)
    assert made_at(demand("open the port", 2500, issuers=("doe",)), (march, meeting)) == ()


def test_lawsuit_that_asks_the_court() -> None:
    """What a complaint asks of a court was asked in it; an investigation asks nothing."""
    filed = replace(event("LegalAction", 95, ("council",)), rule="rules/event/legalaction/file")
    other = replace(filed, rule="rules/event/legalaction/investigate", agents=("court",))
    assert made_at(demand("strike the law down"), (filed,)) == (filed.id,)
    assert made_at(demand("strike the law down"), (other,)) == ()


def test_unattributed_demands_of_a_speech() -> None:
    """Where nobody else is named, the speaker of a speech asks; in a report nobody does."""
    own = replace(event("Statement", 0, ("paper",)), rule="rules/event/statement/own")
    asked = demand("open the port", 2500, issuers=())
    assert made_at(asked, (own,), kind="Speech") == (own.id,)
    assert made_at(asked, (own,)) == ()


def test_aid_given_in_the_same_words_is_no_occasion() -> None:
    """A condemnation in the words of a demand can be its occasion, thanks and aid cannot."""
    assert made_at(demand("open the port"), (event("Support", 95, ("council",)),)) == ()
    condemned = event("Condemnation", 95, ("council",))
    assert made_at(demand("open the port"), (condemned,)) == (condemned.id,)


def test_a_resolution_recalled_by_its_date_is_not_the_occasion() -> None:
    """*Recalling the Council's resolution 4 of 2001* is nearer than the vote line, but another day's."""
    document = replace(DOCUMENT, kind="Resolution", date="2010-06-18")
    recalled = replace(event("Adoption", 90, ("council",), "the resolution 4 of 2001"), date="2001-03-27")
    recalled = replace(recalled, rule="rules/event/adoption/adopted-act")
    voted = replace(event("Adoption", 2900, ("council",)), rule="rules/event/adoption/vote-line", date="2010-06-18")
    told = Occasion(document, ("council",), ("council",))
    assert link((demand("open the port", 130),), (recalled, voted), told)[0].made_at == (voted.id,)
    same_day = replace(recalled, date="2010-06-18")
    assert link((demand("open the port", 130),), (same_day, voted), told)[0].made_at == (same_day.id,)


def test_a_report_that_a_resolution_asks_for_is_not_its_occasion() -> None:
    asked = demand("submit a report to the council", 400)
    report, voted = event("Report", 400, ("council",)), event("Adoption", 2900, ("council",))
    document = replace(DOCUMENT, kind="Resolution")
    assert link((asked,), (report, voted), Occasion(document, ("council",), ("council",)))[0].made_at == (voted.id,)
    assert link((asked,), (report,), Occasion(DOCUMENT, (), ("paper",)))[0].made_at == (report.id,)
