"""Who a text speaks for: a state, a body in whose name somebody writes, those who sign. All texts are invented."""

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

Askers = Callable[[str], list[list[str]]]


@pytest.fixture(scope="module")
def askers(nlp: Language) -> Askers:
    """The issuers of each demand of a text, by name."""
    known = authority.load()

    def run(text: str) -> list[list[str]]:
        parsed = next(iter(analyse([Source("a.txt", "a.txt", text)], nlp)))
        cast = Cast.of(parsed, known)
        return [[cast.entries[i].name for i in d.issuers] for d in find_demands(parsed, cast, ())]

    return run


def test_ministry_statement_is_the_states(askers: Askers) -> None:
    """The *we* of a press statement is the country that takes positions in it, not the one that it is about."""
    text = """Storm Relief in Chad

Press Statement

IDA HALL, MINISTER OF STATE

June 9, 2022

Norway is deeply troubled by the looting of the relief stores in Chad. We urge Chad to guard the stores.
"""
    assert askers(text) == [["Norway"]]


def test_country_of_the_news_is_no_author(askers: Askers) -> None:
    """A text without *we* has no country as author."""
    text = "Norway is troubled by the storm.\n\nThe pier must be rebuilt.\n"
    assert ["Norway"] not in askers(text)


def test_spokesperson_and_president(askers: Askers) -> None:
    """What a spokesperson's statement demands, the state demands; who says *I* speaks as a person."""
    body = "\n\nNorway condemns the looting. {} The army must leave the port.\n"
    title = "Statement by Prime Minister Ida Hall on the Looting in Chad"
    assert askers(title + body.format("We stand with the victims.")) == [["Norway"]]
    assert askers(title + body.format("I spoke to the victims.")) == [["Ida Hall"]]


def test_on_behalf_of(askers: Askers) -> None:
    """*I write on behalf of the League*: the League asks, whoever signs."""
    letter = "Dear Minister,\n\n{}, whose members are worried. We ask you to repair the pier.\n\nYours sincerely,\n\nStefan Orr\n"
    assert askers(letter.format("I write on behalf of the Norwick Harbour League")) == [["Norwick Harbour League"]]
    assert askers(letter.format("I write to you about the Norwick Harbour League")) != [["Norwick Harbour League"]]


def test_few_undersigned_are_those_who_sign(askers: Askers) -> None:
    """*We, the undersigned bodies* are the bodies below."""
    text = """Joint statement on the pier

We, the undersigned organisations, call on Norway to repair the pier.

Signed:

Norwick Harbour League
Norwick Teachers Union
"""
    assert askers(text) == [["Norwick Harbour League", "Norwick Teachers Union"]]


def test_members_do_not_sign_for_their_parliament(askers: Askers) -> None:
    """*Member of Congress* under a name: the person signs."""
    text = """Dear President Orr:

We urge you to repair the pier.

Sincerely,

Jan Schell
Member of Congress

Rosa Deller
Member of Congress
"""
    assert askers(text) == [["Jan Schell", "Rosa Deller"]]


def test_dateline_before_the_adopting_body(askers: Askers) -> None:
    """*GENEVA, 7 April – The Council adopted …*: the Council, not the town."""
    text = """Council votes on Chad

GENEVA, 7 April 2023 – The UN Human Rights Council today adopted a resolution on Chad. The resolution calls on Chad to repair the pier.
"""
    assert askers(text) == [["UN Human Rights Council"]]
