"""Finds demands that no verb of asking states: *N is needed*, *grateful if you could V*, *calls for N grow*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.demand_action_nouns import is_action_noun
from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch, noun_phrase, skip
from demandgraph.extract.demand_nominals import starts_phrase
from demandgraph.extract.demand_slots import find_infinitive, match_slot
from demandgraph.extract.demand_speech import speech_source

if TYPE_CHECKING:
    from spacy.tokens import Token

NEEDED = frozenset("needed required overdue essential vital crucial indispensable imperative warranted".split())
"""What is said of an action that should be taken."""
PROVIDED = frozenset(
    """mandate fund funding resource money law legislation rule treaty mechanism commission tribunal step measure attention
    strategy policy plan framework guarantee solution safeguard answer response approach inquiry probe referendum
    election reform pause""".split()
)
"""Nouns that name no action but something that somebody has to provide."""
MARKS = frozenset("if when where whether unless until while because which that".split())
"""What makes a clause a condition or an aside."""
THANKS = frozenset("grateful appreciate appreciated obliged thankful indebted helpful glad pleased".split())
"""Words of thanks given in advance."""
WOULD = frozenset("would could can will might".split())
RISING = frozenset("grow mount rise increase intensify multiply emerge swell surge spread".split())
"""Verbs for more and more people asking."""
ASKING = {"call": "call", "demand": "demand", "pressure": "urge", "appeal": "urge", "plea": "urge"}
"""What grows, with its force."""
FARTHEST_IF = 6
"""Tokens behind a word of thanks at which its *if* may stand."""


TRIGGERS = NEEDED | THANKS | ASKING.keys() | {f"{noun}s" for noun in ASKING}
"""The words without which nothing is found here."""


def impersonal_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking without a verb of asking."""
    for i in range(st.start, st.end):
        low = st.doc[i].lower_
        if low in NEEDED:
            yield from _needed(st, i)
        elif low in THANKS:
            yield from _thanks(st, i)
        elif low.removesuffix("s") in ASKING and st.doc[i].pos_ in {"NOUN", "VERB"}:
            yield from _rising(st, i)


def _needed(st: Stretch, i: int) -> Iterator[Ask]:
    """*An independent inquiry is urgently needed*: an action that is said to be due."""
    doc = st.doc
    token = doc[i]
    be = token if token.tag_ == "VBN" else token.head
    subject = next((c for c in be.children if c.dep_ in {"nsubj", "nsubjpass"} and st.start <= c.i < i), None)
    if subject is None or st.question or not _due(subject):
        return
    forms = [t.lower_ for t in doc[subject.i + 1 : i] if t.lemma_.lower() == "be"]
    told = speech_source(be)[1]  # said that an inquiry was needed
    if forms not in (["is"], ["are"]) and not (told and forms in (["was"], ["were"])):
        return
    if any(t.lower_ in {"not", "n't", "no"} for t in doc[subject.left_edge.i : i]) or (
        token.lower_ == "required" and not told
    ):
        return  # a licence is required
    marks = MARKS - {"that"} if told and token.tag_ == "VBN" else MARKS
    if any(c.lower_ in marks and c.dep_ in {"mark", "advmod"} for c in be.children) or be.dep_ in {"relcl", "advcl"}:
        return
    if token.pos_ == "ADJ" and i + 1 < st.end and doc[i + 1].lower_ in {"for", "to", "in"}:
        return  # respect is essential for peace: what it is good for
    start = subject.left_edge.i
    verb = next(t.i for t in doc[subject.i + 1 : i] if t.lemma_.lower() == "be")
    end = verb
    if i + 1 < st.end and doc[i + 1].lower_ in {"for", "to", "in"} and subject.right_edge.i == subject.i:
        end = content_end(doc, i + 1, st.end, i, st.start)  # help is needed for the widows: what for is told behind
    yield Ask("rules/demand/is-needed", "call", 0.65, i, start, (start, end), "whole")


def _due(subject: Token) -> bool:
    return is_action_noun(subject) or subject.lemma_.lower() in PROVIDED


def _thanks(st: Stretch, i: int) -> Iterator[Ask]:
    """*We would be grateful if you could meet us*: a request put as thanks."""
    doc = st.doc
    at = next((k for k in range(i + 1, min(st.end, i + FARTHEST_IF)) if doc[k].lower_ == "if"), None)
    if at is None:
        return
    modal = next((k for k in range(at + 2, min(st.end - 1, at + 20)) if doc[k].lower_ in WOULD), None)
    if modal is None:
        return
    start = skip(doc, modal + 1, st.end)
    if start >= st.end or doc[start].tag_ not in {"VB", "VBP"}:
        return
    end = content_end(doc, start, st.end, modal, st.start, own=True)
    yield Ask(
        "rules/demand/grateful-if", "request", 0.85, modal, i, (modal + 1, end), "infinitive", None, (at + 1, modal)
    )


def _rising(st: Stretch, i: int) -> Iterator[Ask]:
    """*Calls grew for his resignation*, *pressure is mounting on the bank to pay*."""
    doc = st.doc
    verb = doc[i].head
    if doc[i].dep_ != "nsubj" or verb.lemma_.lower() not in RISING or doc[i].lower_ == "demand":
        return  # demand for fish is rising
    noun = doc[i].lower_.removesuffix("s")
    for k in range(i + 1, st.end - 1):
        told = match_slot(st, k - 1, "for-N-to", st.end) if doc[k].lower_ == "for" else None
        if told is not None:
            end = content_end(doc, told.content, st.end, k, st.start)
            yield Ask(
                f"rules/demand/noun-{noun}-rising", ASKING[noun], 0.7, i, i, (told.content, end), told.kind,
                _crowd(st, i), told.addressee,
            )  # fmt: skip
            return
        if doc[k].lower_ == "for" and doc[k].head.i in {verb.i, i} and starts_phrase(st, k + 1, st.end):
            end = verb.i if k < verb.i else content_end(doc, k + 1, st.end, k, st.start)
            yield Ask(f"rules/demand/noun-{noun}-rising", ASKING[noun], 0.7, i, i, (k + 1, end), "noun", _crowd(st, i))
            return
        if doc[k].lower_ in {"on", "upon"} and doc[k].head.i in {verb.i, i}:
            to = find_infinitive(st, k + 1, st.end)
            if to is not None and doc[k + 1].ent_type_ not in {"DATE", "TIME"}:
                end = content_end(doc, to + 1, st.end, k, st.start)
                yield Ask(
                    f"rules/demand/noun-{noun}-rising", ASKING[noun], 0.7, i, i, (to + 1, end), "infinitive",
                    _crowd(st, i), (k + 1, to),
                )  # fmt: skip
                return


def _crowd(st: Stretch, i: int) -> Span | None:
    """Whose calls they are, by *from* or *by* behind the noun, else its possessor."""
    for child in st.doc[i].children:
        if child.lower_ in {"from", "by", "among"} and (
            held := next((c for c in child.children if c.dep_ == "pobj"), None)
        ):
            return noun_phrase(held)
        if child.dep_ == "poss":
            return child.left_edge.i, child.i + 1
    return None
