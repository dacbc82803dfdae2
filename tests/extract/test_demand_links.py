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
