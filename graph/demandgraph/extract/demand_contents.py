"""From one act of asking to its single actions: which words each has, and whom it is asked of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from demandgraph.extract.coordination import split
from demandgraph.extract.demand_asked import asked_from, behind, doer_of, parties_to, written_to
from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_grammar import QUOTES, Stretch, skip
from demandgraph.extract.demand_nominals import agentive
from demandgraph.extract.demand_phrases import clause_parts, included, unknown_name
from demandgraph.extract.demand_roles import Roles
from demandgraph.extract.demand_slots import find_infinitive

MODAL_KINDS = frozenset({"modal", "modal-passive", "whole"})
THINGS = frozenset({"it", "this", "that", "these"})
FARTHEST_SUBJECT = 25
"""Tokens before a modal at which its subject may begin and still be quoted with the action."""
UNDERGOING = frozenset("suffer die starve languish spend fear endure enjoy live undergo".split())
"""Verbs whose subject does nothing."""
SPELLING_OUT = frozenset("means includes meaning namely i.e. involves requires".split())


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its tokens, and who is asked."""

    begin: int
    end: int
    addressees: tuple[str, ...]
    spelt_out: bool = False


def is_thing(st: Stretch, span: Span | None) -> bool:
    """Whether a span is a bare pronoun for a thing (*this must end*)."""
    return span is not None and span[1] - span[0] == 1 and st.doc[span[0]].lower_ in THINGS


def modal_addressees(st: Stretch, ask: Ask, roles: Roles) -> tuple[tuple[str, ...], int]:
    """Who must act under a modal, and where the action begins: before its subject where that is nobody who can act."""
    start = ask.content[0]
    subject = ask.addressee
    first = skip(st.doc, *ask.content)
    acts = first < ask.content[1] and any(c.dep_ in {"dobj", "xcomp"} for c in st.doc[first].children)
    thing = is_thing(st, subject) and not (acts and subject is not None and st.doc[subject[0]].lower_ == "it")
    undergoes = ask.kind == "modal" and _undergoes(st, first, ask)
    span = ask.extra if ask.kind != "modal" or thing else None if undergoes else subject
    if span is not None and span == subject:
        span = _with_choice(st, span, ask.trigger)
    addressees = roles.addressees(st, span)
    begin = start
    if subject is not None and not addressees:
        quoted = any(t.text in QUOTES for t in st.doc[ask.first : start])
        short = ask.content[1] - start <= 3  # "… must stop": without its subject that says nothing
        if ask.first < ask.trigger <= ask.first + FARTHEST_SUBJECT * (2 if short else 1) and not quoted:
            begin = ask.first
        elif (
            (ask.kind == "modal-passive" or short)
            and start - subject[0] <= FARTHEST_SUBJECT + 5
            and not roles.cast.refer(st.doc[subject[0] : subject[1]], group=False)
        ):
            begin = subject[0]  # the raids were a crime and must be punished: nobody to leave it to
        if undergoes:
            return (), begin
        if ask.kind == "modal" and (name := unknown_name(st, subject)):
            return (roles.cast.note(name, name.text, "Organization"),), start
        if ask.kind == "modal":
            addressees = behind(st, roles.cast, (subject[0], ask.trigger))
    return addressees, begin


def _undergoes(st: Stretch, first: int, ask: Ask) -> bool:
    """Whether a modal's subject is to live through something, not to do it (*nobody should spend years in prison*)."""
    if first + 1 >= ask.content[1]:
        return False
    verb, after = st.doc[first].lemma_.lower(), st.doc[first + 1].lower_
    return verb in UNDERGOING or (verb, after) in {("be", "able"), ("be", "free"), ("be", "safe"), ("have", "access")}


def actions(st: Stretch, ask: Ask, roles: Roles, addressees: tuple[str, ...], begin: int) -> Iterator[Action]:
    """The single actions of an act of asking.

    Parameters
    ----------
    addressees : who is asked in general; an action may name somebody else
    begin : where the first action begins, its subject included
    """
    start, end = ask.content
    kind = "infinitive" if ask.kind == "modal" else ask.kind
    if kind in {"noun", "gerund", "clause"} and not addressees:
        addressees = written_to(st, roles.cast, ask)
    asked = asked_from(st, roles.cast, start, end) if kind == "noun" else ()
    for n, (a, b) in enumerate(split(st.doc, start, end, kind)):
        if kind == "clause":
            yield from _clause(st, a, b, roles, addressees)
            continue
        who, first = addressees, a
        if kind == "noun" and not who and (k := find_infinitive(st, a, b)) is not None and agentive(st, a, k):
            who = roles.addressees(st, (a, k))  # calls for talks, as well as for the parties to meet
            first = k + 1 if who else a
        if kind in {"noun", "gerund"} and not who:
            who = roles.agent_in(st, a, b) or asked or (doer_of(st, roles.cast, a, b) if kind == "noun" else ())
            parties = parties_to(st, a, b) if not who else None
            who = roles.each(st, parties) if parties is not None else who
        yield Action(begin if n == 0 and begin < start else first, b, who)
    if ask.kind in MODAL_KINDS and (spelt := _spelt_out(st, end)) is not None:
        for a, b in split(st.doc, spelt, st.end, "gerund"):
            yield Action(a, b, addressees, spelt_out=True)


def _clause(st: Stretch, start: int, end: int, roles: Roles, addressees: tuple[str, ...]) -> Iterator[Action]:
    """The actions of a *that* clause: those of its subject, if it can act, else the clause as a whole."""
    subject, verb, passive = clause_parts(st, start, end)
    if passive:
        yield Action(start, end, roles.agent_in(st, start, end) or addressees)
        return
    if subject is None or verb is None:
        yield Action(start, end, addressees)
        return
    if roles.is_self(st, subject):
        return
    named = () if is_thing(st, subject) else roles.addressees(st, _with_choice(st, subject, verb))
    you = roles.says_you(st, subject)
    for n, (a, b) in enumerate(split(st.doc, verb, end, "finite")):
        yield Action(a if n or named or you else start, b, named or addressees)


def _with_choice(st: Stretch, span: Span, verb: int) -> Span:
    """A subject with the aside behind it that picks some out (*all parties, in particular the authorities, must …*)."""
    first, last = span
    if last < verb - 1 and st.doc[last].text == "," and included(st, (first, verb)) is not None:
        return first, verb
    return span


def _spelt_out(st: Stretch, end: int) -> int | None:
    """Where the actions begin in which a demand is spelt out: *must make peace, which means lifting the siege, …*."""
    for k in range(end, min(end + 4, st.end - 1)):
        if st.doc[k].lower_ in SPELLING_OUT and st.doc[k + 1].tag_ == "VBG":
            return k + 1
    return None
