"""Finds the phrases at the places of an event noun's frame: *of*, *by*, the genitive, the modifier, the clause around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_judging import sayer
from demandgraph.extract.event_lexicon import triggers
from demandgraph.extract.event_words import is_deed, outer_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

Heads = list["Token"]
ABOVE_ALL = frozenset("particular particularly namely especially notably including".split())


# Nouns in -tion, -ment and the like whose "of" phrase names who does it.
BY_THEIR_OF = frozenset(
    """decision contribution participation cooperation commitment action reaction intervention intention position
    government administration organisation organization delegation federation association coalition union opposition
    determination dedication statement announcement movement involvement engagement achievement generation population
    recommendation declaration resolution proposition application petition motion legislation constitution regulation
    aspiration ambition opinion vision compassion conviction agreement comment document judgment judgement assessment
    parliament suffering understanding meeting gathering session mission commission institution""".split()
)


BESIDE = frozenset("after before during following at in ahead".split())
"""Prepositions that hang a meeting on another deed of those who take part in it."""


NAMED = frozenset({"GPE", "NORP", "ORG"})


def listed_names(noun: Token) -> Heads:
    """The names that follow a wider noun: after *including* or *in particular*, or as a list behind a comma."""
    doc, stop = noun.doc, noun.sent.end
    start = next((i for i in range(noun.i + 1, min(stop, noun.i + 14)) if doc[i].lower_ in ABOVE_ALL), None)
    if start is None:
        if noun.tag_ != "NNS" or noun.i + 2 >= stop or doc[noun.i + 1].text != ",":
            return []
        start = noun.i + 1
    found: Heads = []
    joined = start != noun.i + 1  # a bare list must end in "and X" to be one
    for t in doc[start + 1 : min(stop, start + 40)]:
        if t.pos_ == "PROPN":
            found.append(t)
        elif t.lower_ in {"and", "or"}:
            joined = True
        elif t.text not in {",", "the", "of", "&"} and t.pos_ != "DET":
            break
    return [t for t in found if t.dep_ not in {"compound", "nmod"}] if joined and found else []


def befallen(noun: Token, places: tuple[str, ...]) -> Heads:
    """Whom a deed befalls that another one names: of *a war of aggression against Norland*, Norland."""
    inner = (noun_place(noun, p) for p in places if p.rstrip("*") in {"against", "on", "of"}) if is_deed(noun) else ()
    return next((found for found in inner if found), [noun])


def attending(noun: Token) -> Heads:
    """Who takes part in a meeting with somebody, told beside another deed: *after talks with the rebels, the minister said*."""
    outer = outer_noun(noun)
    prep = outer.head
    if outer.dep_ != "pobj" or prep.lower_ not in BESIDE or prep.head.pos_ not in {"VERB", "AUX"}:
        return []
    return [] if syntax.is_passive(prep.head) else syntax.subjects(prep.head)


def writing(verb: Token) -> Heads:
    """Who adopted the document in which something is said: *in a resolution adopted in May, the council condemned*."""
    act = verb.head if verb.dep_ == "acl" else None
    if act is None or act.dep_ != "pobj" or act.head.lower_ not in {"in", "by", "through", "with"}:
        return []
    told = act.head.head
    return syntax.subjects(told) if told.pos_ == "VERB" and not syntax.is_passive(told) else []


def befalls(noun: Token) -> bool:
    """Whether the *of* phrase of a deed names whom it befalls (*the arrest of*), not who does it (*the courage of*)."""
    lemma = noun.lemma_.lower()
    if lemma in BY_THEIR_OF:
        return False
    return lemma.endswith(("tion", "sion", "ing", "ment")) or any(
        "poss-" in row.recipients for row in triggers().get(("N", lemma), ())
    )


def undergone(noun: Token) -> bool:
    """Whether the genitive of a deed names whom it befalls: *the editor's arrest*, not *the army's arrest of editors*."""
    rows = triggers().get(("N", noun.lemma_.lower()), ())
    return any("poss-" in row.recipients for row in rows) and not syntax.noun_objects(noun, ("of", "against"))


def noun_place(noun: Token, place: str) -> Heads:
    """The heads of the phrases at one place of a noun's frame (see :mod:`event_lexicon`)."""
    place = place.rstrip("*")
    if place in {"poss+", "poss-"}:  # the genitive of "arrest" is the agent only beside an "of" phrase
        free = not syntax.noun_objects(noun, ("of", "against"))
        return syntax.children(noun, "poss") if free == (place == "poss-") else []
    if place == "poss":
        return syntax.timeless(syntax.children(noun, "poss"))
    if place == "mod":
        return [
            c
            for c in syntax.children(noun, "compound", "amod", "nmod")
            if c.ent_type_ in NAMED or (c.pos_ == "PROPN" and not c.ent_type_)
        ]
    if place == "sayer":
        return sayer(noun)
    if place == "by":
        below = [
            o
            for p in noun.children
            if p.dep_ == "prep" and p.lower_ in {"of", "on", "against", "at", "to", "for", "towards", "over"}
            for o in p.children
            if o.dep_ == "pobj"
        ]
        return (
            syntax.by_agents(noun)
            or participle_agents(noun)
            or [a for o in below for a in syntax.by_agents(o) or participle_agents(o)]
            or (syntax.stray_by(noun) if befalls(noun) or is_deed(noun) or noun.lemma_.endswith(("al", "ure")) else [])
        )
    if place == "claused":
        return syntax.claused(noun)
    if place == "faced":
        return participle_agents(noun)
    if place == "clause":
        verb = syntax.governing_verb(noun)
        return syntax.subjects(verb) if verb is not None and not syntax.is_passive(verb) else []
    if place == "targeting":
        aimed = [c for c in noun.children if c.dep_ == "acl" and c.lower_ in {"targeting", "affecting", "involving"}]
        found = [o for c in aimed for o in syntax.children(c, "dobj", "pobj")]
        # of a longer list the parser hangs the rest on the deed: "raids targeting editors, their families and friends"
        return found + [
            m for c in syntax.children(noun, "appos") if found and c.i > found[0].i for m in syntax.conjuncts(c)
        ]
    return syntax.timeless(syntax.noun_objects(noun, (place,)))


def participle_agents(noun: Token) -> Heads:
    """The *by* phrases of a noun's participles: *the process led by Norland*."""
    return [
        o
        for c in noun.children
        if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} and c.lemma_.lower() not in REGARDING
        for o in syntax.by_agents(c)
    ]


REGARDING = frozenset(
    """condemn criticise criticize denounce deplore describe call see view regard report document welcome support investigate
    oppose reject note record witness know suffer face experience undergo endure mention cite fear feel deny dispute
    question praise hear receive""".split()
)
"""Participles whose *by* phrase names who judges or undergoes a deed, not who did it: *his sentence, criticised by the union*."""
