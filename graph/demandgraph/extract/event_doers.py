"""Finds who did a deed where its *by* phrase stands further off: on another noun, on the verb, in an order.

Every function takes and gives spaCy tokens. Labels are those of the English pipelines (ClearNLP scheme).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.event_dependents import ORDERS, by_agents, children, ordering, prep_objects
from demandgraph.extract.event_lexicon import COURTS

if TYPE_CHECKING:
    from spacy.tokens import Token


def distant_by(verb: Token) -> list[Token]:
    """The *by* phrase of a passive that parsers hang on a noun before it: *dismissed from her post by the ministry*."""
    for prep in children(verb, "prep"):
        if prep.lower_ not in {"at", "during", "after", "before", "with"}:  # "arrested at a rally by students"
            found = [a for c in children(prep, "pobj") for a in by_agents(c)]
            if found:
                return found
    return [a for c in children(verb, "dobj", "oprd") for a in by_agents(c)]


def stray_by(noun: Token) -> list[Token]:
    """The *by* phrase of a deed that parsers hang on the verb: *condemned the dismissal of two miners by the company*."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or any(c.dep_ == "auxpass" for c in verb.children):
        return []
    by = [c for c in verb.children if c.lower_ == "by" and c.dep_ in {"prep", "agent"} and c.i > noun.i]
    return [o for c in by for o in children(c, "pobj")]


def ordered_by(verb: Token) -> list[Token]:
    """Who had something done, beside whoever did it: *on the orders of the minister*, *at the behest of the company*."""
    for prep in children(verb, "prep"):
        if prep.lower_ in {"on", "upon", "under", "at"}:
            found = [o for c in children(prep, "pobj") if c.lemma_.lower() in ORDERS for o in ordering(c)]
            if found:
                return found
    return []


def claused(noun: Token) -> list[Token]:
    """Who does a deed by the clause that qualifies it: *the vote that Norland means to hold*, *the raid which it ordered*."""
    found: list[Token] = []
    for clause in children(noun, "relcl"):
        if not any(c.dep_ in {"auxpass", "nsubjpass"} for c in clause.children):
            found += [s for s in children(clause, "nsubj") if s.lower_ not in {"who", "which", "that"}]
        else:
            found += by_agents(clause)
    return found


def extraposed(predicate: Token) -> list[Token]:
    """Who does what a predicate judges behind *it*: *it is unacceptable that Norland shells*, *… for Norland to shell*."""
    verb = predicate.head
    if verb.lemma_ != "be" or not any(s.lower_ == "it" for s in children(verb, "nsubj", "expl")):
        return []
    clauses = [c for v in (verb, predicate) for c in children(v, "ccomp", "advcl", "xcomp") if c.i > predicate.i]
    found = [s for c in clauses for s in children(c, "nsubj") if s.lower_ not in {"it", "there"}]
    return found or [o for p in children(predicate, "prep") if p.lower_ == "for" for o in children(p, "pobj")]


def court_before(verb: Token) -> list[Token]:
    """The court in which somebody was tried or sentenced: *sentenced in a court in Norton*, *on trial before the tribunal*."""
    found = prep_objects(verb, ("before", "in", "at"))
    return [t for t in found if t.lemma_.lower() in COURTS or (t.pos_ == "PROPN" and t.lower_ in COURTS)]


def companions(verb: Token, heads: list[Token]) -> list[Token]:
    """Those who act beside the subject: *along with the union*, *together with the council*, *alongside Norland*."""
    found: list[Token] = []
    for anchor in [*heads, verb]:
        for prep in anchor.children:
            if prep.dep_ != "prep":
                continue
            joint = prep.lower_ == "with" and any(c.lower_ in {"together", "jointly"} for c in prep.children)
            if prep.lower_ == "alongside" or joint:
                found += children(prep, "pobj")
            elif prep.lower_ in {"along", "together"}:
                found += [o for p in children(prep, "prep") if p.lower_ == "with" for o in children(p, "pobj")]
    # "worked alongside the army", "fought together with": beside the object is whom it is done with, not who does it
    return [t for t in found if heads and t.i < verb.i] if verb.pos_ == "VERB" else found


def accused(accuser: Token) -> list[Token]:
    """Whom a passive says that somebody accuses: *the army was accused by the editors of shooting at them*."""
    verb = accuser.head.head if accuser.dep_ == "pobj" and accuser.head.lower_ == "by" else None
    return children(verb, "nsubjpass") if verb is not None and verb.lemma_.lower() in {"accuse", "suspect"} else []
