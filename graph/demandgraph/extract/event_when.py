"""Says which clauses a date or place is told of beside its own: results, causes, rows of clauses, occasions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_time import Dated

APPEARING = frozenset("speak address brief appear testify visit attend meet open host present greet launch".split())
GIVEN_OUT = frozenset("date adopt issue release publish send deliver make post give write sign pass".split())
MESSAGES = frozenset(
    """letter statement resolution report speech message appeal declaration address interview petition decision communiqué
    communique tweet post article release ruling judgment decree order note""".split()
)
OCCURRING = frozenset("occur happen take hold begin start stage break erupt".split())
FINDING = frozenset("find conclude determine establish".split())
STAGED = frozenset("hold host stage convene organise organize open schedule".split())
LEADING = frozenset("lead result end culminate".split())
"""Verbs whose result stands behind *to* or *in*: *which **led** to his death on 3 May*."""
TELLING = frozenset("say tell state add note report announce warn claim explain believe think declare".split())


def performed(trigger: Token) -> set[int]:
    """The verb in the present tense over a noun: its date is that of the noun (*we deplore the raid **on 3 May***)."""
    if trigger.pos_ != "NOUN":
        return set()
    above = next((a for a in trigger.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    now = above is not None and above.tag_ in {"VBP", "VBZ"} and above.lemma_ not in {"be", "have", "do"}
    if above is None or not now or any(c.dep_ in {"aux", "nsubjpass"} for c in above.children):
        return set()
    return {above.i} if any(t.dep_ in {"dobj", "pobj"} for t in [trigger, *trigger.ancestors][:3]) else set()


def occurring(trigger: Token) -> set[int]:
    """The clause that tells of a noun when it happened or was given out: *the raid **that took place** on 3 May*."""
    if trigger.pos_ not in {"NOUN", "PROPN"}:
        return set()
    direct = {
        c.i
        for c in trigger.children
        if (c.dep_ == "relcl" and c.lemma_.lower() in OCCURRING and c.tag_ in {"VBD", "VBN"})
        or (c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.lemma_.lower() in OCCURRING | GIVEN_OUT)
    }
    # "the murder of Ana Orr, which occurred": people do not occur, wherever the parser hangs the clause
    return direct | {c.i for c in trigger.subtree if c.dep_ == "relcl" and c.lemma_.lower() in {"occur", "happen"}}


def leading_to(trigger: Token) -> set[int]:
    """The verb whose result a noun tells: *the march, which **led** to his arrest on 3 May*."""
    prep = trigger.head
    behind = trigger.pos_ == "NOUN" and trigger.dep_ == "pobj" and prep.lower_ in {"to", "in"}
    return {prep.head.i} if behind and prep.head.lemma_.lower() in LEADING else set()


def shared_before(trigger: Token) -> set[int]:
    """The verbs before a coordinated one that has no subject of its own: what stands before them is told of both."""
    found: set[int] = set()
    verb = trigger
    while (
        verb.dep_ == "conj"
        and verb.pos_ == "VERB"
        and verb.head.pos_ == "VERB"
        and not any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)
    ):
        verb = verb.head
        found.add(verb.i)
    return found


def opened_by(trigger: Token) -> dict[int, int]:
    """The first verb of a row of clauses with subjects of their own, with where its subject begins.

    What opens the row is told of all: ***In May 2031** ten miners were shot, some 300 were hurt and two were jailed*. A
    clause behind *but* is told apart.
    """
    verb = trigger
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        if any(c.lower_ in {"but", "while", "whereas", "yet"} for c in verb.children if c.dep_ == "cc"):
            return {}
    while (earlier := spliced(verb)) is not None:
        verb = earlier
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), verb)
    return {verb.i: subject.left_edge.i if subject is not verb else verb.i} if verb.i < trigger.i else {}


def opens_row(date: Dated, trigger: Token) -> bool:
    """Whether a date opens a row of clauses and stands in another clause than the trigger."""
    return any(date.last.i < first for first in opened_by(trigger))


def spliced(verb: Token) -> Token | None:
    """The clause that only a comma parts from the next, which the parser hangs below that one as if it were said."""
    if verb.lemma_.lower() in TELLING:
        return None
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and not is_told(c)), None)


def is_told(clause: Token) -> bool:
    """Whether a clause is somebody's words: it stands in quotation marks or behind *that*."""
    return any(c.dep_ == "mark" or c.is_quote for c in clause.children)


def reported_by(trigger: Token) -> list[int]:
    """The verb of saying over a finding: *in a report published on 3 May, the commission **said** it had found abuses*."""
    said = trigger.dep_ == "ccomp" and trigger.head.lemma_.lower() in {"say", "report"} and trigger.tag_ == "VBN"
    return [trigger.head.i] if said and trigger.lemma_.lower() in FINDING else []


def is_simultaneous(verb: Token) -> bool:
    """Whether a clause tells what happened at the same time: *opposed it **when the council met** on 3 May*."""
    telling = any(c.dep_ == "ccomp" for c in verb.head.children)  # "When the war began in 2006, she said, prices rose"
    when = any(c.lower_ == "when" and c.dep_ in {"advmod", "mark"} for c in verb.children)
    return verb.dep_ == "advcl" and when and not telling


DECISIONS = frozenset("decision order move vote ruling verdict plan attempt bid effort announcement motion".split())
"""Nouns whose infinitive tells the act: *the court's **decision** on Monday to jail her*."""


def causes_of(trigger: Token) -> list[int]:
    """The verbs, nearest first, whose action has a participle's as its result: *shelled the town, killing two*."""
    above = trigger
    while above.dep_ == "conj" and above.tag_ == "VBG" and above.head.i < above.i:
        above = above.head
    head = above.head
    if trigger.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ == "which" for c in trigger.children):
        act = head.head  # "passed a resolution, which also condemned the raid"
        return [act.i] if act.pos_ == "VERB" and act.lemma_.lower() in GIVEN_OUT and head.dep_ != "pobj" else []
    if trigger.tag_ == "VBG" and trigger.dep_ == "acl" and head.lemma_.lower() in MESSAGES:
        return [head.i, head.head.i]  # "the statement of 3 May condemning the raid", "issued one on 3 May condemning"
    if trigger.tag_ == "VB" and trigger.dep_ in {"acl", "xcomp"} and head.lemma_.lower() in DECISIONS:
        return [head.i]
    if trigger.tag_ != "VBG" or above.dep_ != "advcl" or head.i > above.i or head.pos_ != "VERB":
        return []
    # "supplied the missile that hit the bus in May, killing two": the clause right before tells the deed
    within = (t for t in trigger.doc[head.i + 1 : above.i] if t.dep_ == "relcl" and t.tag_ == "VBD")
    found = [*[t.i for t in within if t.head.head.i == head.i], head.i]
    while head.tag_ == "VBG" and head.dep_ == "advcl" and head.head.pos_ == "VERB" and head.head.i < head.i:
        head = head.head  # "left unattended, resulting in a fire, killing two"
        found.append(head.i)
    while head.dep_ == "conj" and head.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in head.children):
        head = head.head
        found.append(head.i)
    return found


def is_occasion(verb: Token) -> bool:
    """Whether a participle tells the occasion of its main verb: *speaking in Norton on 3 May*, *in a letter dated 3 May*.

    Likewise that of the occasion at which the act of the main verb was done: *during the summit held in May, it warned*.
    """
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" and verb.lemma_.lower() in APPEARING and verb.i < verb.head.i
    if verb.dep_ == "acl" and verb.lemma_.lower() in STAGED and verb.head.dep_ == "pobj":
        return verb.tag_ in {"VBN", "VBD"} and verb.head.head.lower_ in {"during", "at"}
    return (
        verb.dep_ == "acl"
        and verb.tag_ in {"VBN", "VBD"}
        and verb.lemma_.lower() in GIVEN_OUT
        and verb.head.dep_ == "pobj"
        and verb.head.head.lower_ in {"in", "by", "through", "with", "at"}
        and verb.head.lemma_.lower() in MESSAGES
    )
