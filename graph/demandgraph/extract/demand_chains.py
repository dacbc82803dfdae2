"""Finds the further members of *for N to V, for M to W and for O to X*: each is asked for by the same word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_nominals import Match
from demandgraph.extract.demand_slots import match_slot

JOINTS = frozenset({",", ";", "and", "&"})
SLOT = "for-N-to"
RULE_END = "for-to-infinitive"


def chained(st: Stretch, ask: Ask) -> Iterator[Ask]:
    """An act of asking of the frame *for N to V*, cut before the next member, and the same act for each further one."""
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
