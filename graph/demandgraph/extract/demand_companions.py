"""Finds who asks beside the subject (*together with N, the union calls for …*), and whom an impersonal *for N* names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_grammar import Stretch, is_finite, noun_phrase
from demandgraph.extract.demand_phrases import object_span

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = frozenset({"together", "along", "jointly", "concert", "conjunction", "unison"})
"""Words that *with* follows where it names who does the same."""
JOINING = frozenset("join unite align associate side".split())
"""Verbs whose object or *with* phrase does what the gerund behind *in* says (*I join N in calling for …*)."""


def companions(st: Stretch, ask: Ask) -> tuple[Span | None, list[Span]]:
    """The subject that the words give beside the one found (``None`` if they give none), and who asks beside it."""
    trigger = st.doc[ask.trigger]
    joined = _joined(st, trigger)
    if joined is not None:
        return joined
    found: list[Span] = []
    for token in st.doc[st.start : ask.trigger]:
        named = (token.lower_ == "with" and token.i > st.start and st.doc[token.i - 1].lower_ in BESIDE) or (
            token.lower_ == "alongside"
        )
        if named and (held := _names(st, token)) is not None and _of_clause(st, token, trigger):
            found.append(held)
    return None, found


def _names(st: Stretch, preposition: Token) -> Span | None:
    """What a preposition governs, without appositions (*with Norland and Tessaly, our close friends, …*)."""
    held = object_span(preposition)
    if held is None:
        return None
    cut = next(
        (k for k in range(held[0] + 1, held[1] - 1) if st.doc[k].text == "," and st.doc[k + 1].tag_ == "PRP$"), held[1]
    )
    return held[0], cut


def _of_clause(st: Stretch, preposition: Token, trigger: Token) -> bool:
    """Whether a phrase stands at the head of the trigger's clause or between its subject and it."""
    between = st.doc[preposition.i + 1 : trigger.i]
    return not any(is_finite(t) and t.dep_ not in {"aux", "auxpass", "relcl", "acl"} for t in between)


def _joined(st: Stretch, trigger: Token) -> tuple[Span | None, list[Span]] | None:
    """*I join N in calling for …*, *we unite with N in urging …*: the subject of the verb, and N."""
    if trigger.tag_ != "VBG" or trigger.i - 1 < st.start or st.doc[trigger.i - 1].lower_ != "in":
        return None
    verb = next(
        (t for t in reversed(st.doc[st.start : trigger.i]) if t.lemma_.lower() in JOINING and t.pos_ == "VERB"), None
    )
    if verb is None:
        return None
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    held = [noun_phrase(c) for c in verb.children if c.dep_ == "dobj" and c.i < trigger.i]
    held += [s for c in verb.children if c.lower_ == "with" and (s := object_span(c)) is not None and s[1] <= trigger.i]
    return (noun_phrase(subject) if subject is not None else None), held


def holder(st: Stretch) -> Span | None:
    """Who holds what an impersonal phrase says to be so, where the sentence begins with it (*For N, it is vital that …*)."""
    first = next((t for t in st.doc[st.start : st.end] if not t.is_space), None)
    if first is None or first.lower_ not in {"for", "to"} or (held := object_span(first)) is None:
        return None
    after = st.doc[held[1]] if held[1] < st.end else None
    return held if after is not None and after.text == "," else None
