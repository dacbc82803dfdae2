"""Finds the further members of *for N to V, for M to W and for O to X*: each is asked for by the same word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch, infinitive, is_to
from demandgraph.extract.demand_nominals import Match, agentive
from demandgraph.extract.demand_slots import match_slot
from demandgraph.extract.frames import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINTS = frozenset({",", ";", "and", "&"})
SLOT = "for-N-to"
RULE_END = "for-to-infinitive"


def chained(st: Stretch, ask: Ask) -> Iterator[Ask]:
    """An act of asking of the frame *for N to V*, cut before the next member, and the same act for each further one."""
    if ask.kind == "infinitive" and ask.addressee is not None and not ask.rule.endswith(RULE_END):
        yield from _gapped(st, ask)
        return
    members = list(_members(st, ask.content[0])) if ask.rule.endswith(RULE_END) else []
    if not members:
        yield ask
        return
    yield replace(ask, content=(ask.content[0], _joint(st, members[0][0])))
    for n, (at, match) in enumerate(members):
        if n + 1 < len(members):
            end = _joint(st, members[n + 1][0])
        else:
            end = _before_main_verb(st, match.content, content_end(st.doc, match.content, st.end, at, st.start))
        if end > match.content:
            yield replace(
                ask, trigger=at, first=at, content=(match.content, end), kind=match.kind, addressee=match.addressee
            )


def _gapped(st: Stretch, ask: Ask) -> Iterator[Ask]:
    """*urges N to V and M to W*: the asking word is said once, and asks of each."""
    doc, (start, end) = st.doc, ask.content
    for k in range(start, end - 2):
        if doc[k].lower_ in CONTROL or doc[k].lemma_.lower() in CONTROL:
            break  # to press N and M to act
        if k < start + 3 or doc[k - 1].lower_ != "and" or doc[k].pos_ not in {"DET", "PROPN"}:
            continue
        stop = k
        while stop < end and (doc[stop].pos_ in PHRASE or doc[stop].text == "-"):
            stop += 1
        content = infinitive(doc, stop, end) if stop < end and is_to(doc[stop]) else None
        if content is None or not agentive(st, k, stop) or not _beside_object(doc[stop - 1]):
            continue
        yield replace(ask, content=(start, _joint(st, k)))
        yield from _gapped(st, replace(ask, content=(content, end), addressee=(k, stop)))
        return
    yield ask


def _beside_object(head: Token) -> bool:
    """Whether the parser, at a loss, coordinates a gapped addressee with the object before it, or makes a subject of it."""
    return head.dep_ in {"nsubj", "dobj", "npadvmod"} or (head.dep_ == "conj" and head.head.dep_ in {"dobj", "dative"})


CONTROL = frozenset(VERBS) | frozenset(
    "allow enable help permit assist get force lead cause let empower support between among for both".split()
)
"""Words behind which *N and M to V* is one phrase."""
PHRASE = frozenset({"DET", "PROPN", "NOUN", "ADJ"})
"""Word classes of a name or a noun with its adjectives."""


def _members(st: Stretch, start: int) -> Iterator[tuple[int, Match]]:
    """Each *for* behind a joint that opens a phrase and its infinitive, up to the end of the sentence."""
    for k in range(start + 2, st.end - 3):
        if st.doc[k].text in {":", ";"}:
            return
        if st.doc[k].lower_ != "for" or st.doc[k - 1].lower_ not in JOINTS:
            continue
        match = match_slot(st, k - 1, SLOT, st.end)
        if match is not None:
            yield k, match


def _joint(st: Stretch, k: int) -> int:
    while st.doc[k - 1].lower_ in JOINTS:
        k -= 1
    return k


def _before_main_verb(st: Stretch, start: int, end: int) -> int:
    """The end of the last member: before a finite verb of which the whole is the subject (*calls for … went unheard*)."""
    for k in range(start + 2, end):
        token = st.doc[k]
        if (
            token.tag_ in {"VBD", "VBZ"}
            and token.dep_ in {"dep", "ROOT"}
            and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in token.children)
        ):
            return k
    return end
