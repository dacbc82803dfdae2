"""Judges the mood of a clause: what shall be, or would have been, is no fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE = frozenset({"help", "make", "see", "watch", "hear"})
"""Verbs whose infinitive without *to* was done: *the clinic helped write a report*."""
SEVERAL = frozenset("police majority number minority rest half group team family staff crew public lot".split())
"""Nouns of one form that take the verb of several."""


def is_mandative(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether one subject has a verb without its ending behind *that*: *resolved, that the board provide support*."""
    if verb.tag_ not in {"VB", "VBP"} or auxiliaries or not any(c.lower_ == "that" for c in verb.children):
        return False
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return (
        bool(subjects)
        and all(s.tag_ in {"NN", "NNP"} and s.lower_ not in SEVERAL for s in subjects)
        and not any(c.dep_ == "conj" for s in subjects for c in s.children)
    )


def is_subjunctive(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether a clause says what shall be (*that the post be filled*, *that the board report*)."""
    if any(c.tag_ in {"MD", "TO", "VBZ", "VBP", "VBD"} for c in auxiliaries):
        return False
    if any(c.lower_ == "be" and c.tag_ == "VB" and c.dep_ == "auxpass" for c in auxiliaries):
        return any(c.dep_ in {"nsubjpass", "mark"} for c in verb.children)
    if is_mandative(verb, auxiliaries):
        return True
    clause = verb.tag_ == "VB" and verb.dep_ == "ccomp" and any(c.dep_ == "nsubj" for c in verb.children)
    return clause and not auxiliaries and verb.head.lemma_.lower() not in BARE | {"let"}


def is_inverted(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether a clause supposes by its word order: *had they been convicted*, *should the talks fail*."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if not subjects or not auxiliaries or verb.dep_ not in {"advcl", "ccomp", "conj", "parataxis", "dep"}:
        return False
    first = auxiliaries[0]
    openers = {"had", "should", "were"}
    return first.lower_ in openers and first.i < subjects[0].left_edge.i and first.i == verb.left_edge.i
