"""Tells which words can tell an event by themselves, and which two of a clause tell the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_clauses import in_title

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention


def stands_free(token: Token, kind: str) -> bool:
    """Whether a trigger stands as a word of its own: no attribute (*detained editors*), no part of a name."""
    if kind == "signature" and token.dep_ != "acl":
        return False
    if in_title(token) or occupied_land(token) or (token.lower_ == "events" and is_of(token)):
        return False
    return token.dep_ != "amod" and (token.dep_ != "compound" or token.pos_ == "VERB")


def is_of(token: Token) -> bool:
    """Whether *of* or *in* follows: *the events of May* are no meeting."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in {"of", "in", "from", "since"}


def occupied_land(token: Token) -> bool:
    """Whether *occupied* says which land is meant: *in the temporarily occupied territories*."""
    if token.lower_ not in {"occupied", "annexed"} or token.dep_ == "acl":
        return False
    behind = [t for t in token.doc[token.i + 1 : token.i + 4] if t.lower_ in LANDS]
    return bool(behind) and not any(t.pos_ in {"DET", "ADP", "VERB"} for t in token.doc[token.i + 1 : behind[0].i])


LANDS = frozenset("territory territories land lands areas area regions region zone".split())


def covers(first: Mention, second: Mention) -> bool:
    """Whether two mentions of one type are one telling: a verb and the noun that is its object or bears its participle."""
    a, b = first.word, second.word
    if first.trigger.type == second.trigger.type == "Meeting" and b.dep_ == "pobj" and b.head.head.i == a.i:
        return b.head.lower_ in {"at", "during", "in"}  # "raised it during a meeting", "received them at a summit"
    if first.trigger.type != second.trigger.type or b.head.i != a.i:
        return False
    if b.dep_ == "conj":
        return a.pos_ == b.pos_ and same_arguments(a, b)
    labelled = b.dep_ == "advcl" and b.tag_ == "VBG"  # "targeted the union, labelling it a sect"
    return labelled or b.dep_ in {"dobj", "nsubjpass", "pobj", "acl", "relcl"}


def same_arguments(a: Token, b: Token) -> bool:
    """Whether a coordinated trigger shares all its arguments (*deplores and condemns the attack*)."""
    if a.pos_ != "VERB":
        return not any(c.dep_ == "prep" for c in a.children)
    own = [c for v in (b, *syntax.children(b, "aux", "auxpass")) for c in syntax.children(v, "nsubj", "nsubjpass")]
    own += syntax.by_agents(b) or syntax.row_before(b)
    return not own and not (syntax.children(a, "dobj") and syntax.children(b, "dobj"))
