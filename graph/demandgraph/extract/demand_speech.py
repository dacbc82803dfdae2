"""Finds who says or holds what stands in a clause: *the minister said that …*, *Norland is of the view that …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import subject_of
from demandgraph.extract.demand_words import SPEECH

if TYPE_CHECKING:
    from spacy.tokens import Token


def speech_source(verb: Token) -> tuple[Token | None, bool]:
    """The subject of the verb of saying above a clause (*the minister said that …*), and whether there is such a verb."""
    here = verb
    sent = verb.sent
    for token in verb.doc[max(sent.start, verb.i - 80) : min(sent.end, verb.i + 80)]:
        if token.lower_ == "according" and (held := [c for c in token.subtree if c.dep_ == "pobj"]):
            return held[0], True
        if token.lower_ in {"view", "opinion"} and token.dep_ == "pobj" and token.head.lower_ == "in":
            whose = next((c for c in token.children if c.dep_ == "poss" and c.lower_ not in {"my", "our"}), None)
            if whose is not None:
                return whose, True  # in the panel's view
    for _ in range(8):
        head = here.head
        if head.i == here.i:
            return None, False
        if (
            here.dep_ in {"ccomp", "advcl", "parataxis", "acl"}
            and head.lemma_.lower() in SPEECH
            and head.pos_ == "VERB"
        ):
            if here.dep_ != "ccomp" and head.i < here.i and here.dep_ != "parataxis":
                here = head
                continue
            return subject_of(head) or _inverted(head, here), True
        if head.lemma_.lower() in STANCES and here.dep_ in {"acl", "ccomp", "relcl", "appos"} and head.pos_ == "NOUN":
            return _holder(head), True
        if head.lemma_.lower() == "be" and here.dep_ == "ccomp":
            stance = next((c for c in head.children if c.dep_ == "nsubj" and c.lemma_.lower() in STANCES), None)
            if stance is not None and (whose := _holder(stance)) is not None:
                return whose, True
        here = head
    return None, False


def hears(subject: Token) -> bool:
    """Whether the subject of a verb of saying is who hears (*the union was told that it must pay*)."""
    return subject.dep_ == "nsubjpass" and subject.head.lemma_.lower() in TELLING and subject.lower_ != "it"


TELLING = frozenset("tell inform remind warn advise notify assure convince persuade".split())
"""Verbs whose passive has the hearer as its subject."""
STANCES = frozenset("view opinion belief position stance conviction contention".split())
"""What somebody holds: *is of the view that*, *it is the position of N that*, *N's view is that*."""


def _holder(stance: Token) -> Token | None:
    """Who holds a view: its possessor, the name behind *of*, else the subject that is *of the view*."""
    for child in stance.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ == "of" and (held := next((c for c in child.children if c.dep_ == "pobj"), None)) is not None:
            return held
    verb = stance.head
    while verb.dep_ in {"prep", "pobj"} and verb.head.i != verb.i:
        verb = verb.head
    subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    return subject if subject is not None and subject.lower_ not in {"it", "there"} and subject.i != stance.i else None


def _inverted(saying: Token, clause: Token) -> Token | None:
    """The speaker behind a verb of saying that follows what is said (*…, argued the lawyer Ada Kern*)."""
    if clause.i > saying.i:
        return None
    return next(
        (
            c
            for c in saying.rights
            if c.dep_ in {"dobj", "attr", "oprd", "npadvmod"}
            and c.left_edge.i <= saying.i + 2
            and c.pos_ in {"PROPN", "NOUN"}
        ),
        None,
    )
