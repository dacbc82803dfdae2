"""Reads the dependents of a word off a dependency parse: by their label, by their preposition, by coordination.

Every function takes and gives spaCy tokens. Labels are those of the English pipelines (ClearNLP scheme).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = {"dobj", "obj"}


COMPOUND = frozenset(
    """face light view wake response accordance context order spite addition name line connection relation relations regard
    respect case event absence presence front favour favor course midst aftermath behalf account basis eve grounds sake
    lack reference opposition contrast keeping conjunction goal aim purpose participation attendance exception""".split()
)
"""Nouns that stand in the middle of compound prepositions."""


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of a token with one of the labels, in the order of the text."""
    return [c for c in token.children if c.dep_ in labels]


def by_agents(token: Token) -> list[Token]:
    """The *by* phrase of a passive verb or of a noun, through the chain of its prepositions."""
    found = []
    for prep in _preps(token):
        if prep.lower_ == "by":
            below = [c for c in prep.children if c.dep_ in {"pobj", "pcomp"} and c.pos_ != "VERB"]
            found += [o for c in below for o in (ordering(c) or [c])]
        elif prep.lower_ == "at":  # "killed at the hands of the guards"
            hands = [c for c in prep.children if c.lower_ == "hands"]
            found += [o for h in hands for p in h.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    return found


def ordering(noun: Token) -> list[Token]:
    """Whose order it is by which something was done: *by order of the minister*, *by presidential decree*."""
    if noun.lemma_.lower() not in ORDERS:
        return []
    return children(noun, "poss") + [
        o for p in children(noun, "prep") if p.lower_ in {"of", "from"} for o in children(p, "pobj")
    ]


ORDERS = frozenset("order decree command instruction direction edict behest request initiative decision ruling".split())
"""By what somebody lets others act."""


def prep_objects(token: Token, names: Iterable[str]) -> list[Token]:
    """The objects of a token's prepositions, the nearest chain of prepositional phrases included."""
    wanted = set(names)
    return [
        c
        for prep in _preps(token)
        if prep.lower_ in wanted
        for c in prep.children
        if c.dep_ in {"pobj", "dobj"} and not in_compound(c)
    ] + [c for prep in _preps(token) if "to" in wanted and prep.dep_ == "dative" and prep.pos_ != "ADP" for c in [prep]]


def in_compound(noun: Token) -> bool:
    """Whether a noun is the middle of a compound preposition: *in the face of*, *with regard to*, *in this respect*."""
    return noun.lower_ in COMPOUND and any(
        c.lower_ in {"this", "that", "any"} or (c.dep_ == "prep" and c.lower_ in {"of", "to", "with"})
        for c in noun.children
    )


def _preps(token: Token) -> Iterator[Token]:
    for c in token.children:
        if c.dep_ in {"prep", "agent", "dative"}:
            yield c
            # "against", "according to", "out of": a preposition below a preposition; "to the mayor and to the council"
            yield from (d for d in c.children if d.dep_ == "prep" or (d.dep_ == "conj" and d.pos_ == "ADP"))
            # "support for and solidarity with the nurses"
            joint = (n for n in c.children if n.dep_ == "conj" and n.pos_ == "NOUN")
            yield from (d for n in joint for d in n.children if d.dep_ == "prep")


def noun_preps(noun: Token) -> Iterator[Token]:
    """Prepositions of a noun, also where the parser hung them on the object of its first one.

    *the use by the army of its tanks*: *of* depends on *army* but may belong to *use*.
    """
    for prep in _preps(noun):
        yield prep
        for c in prep.children:  # "a fine of 500 euros on the editor": what is measured out says nothing of itself
            if c.dep_ == "pobj" and (prep.lower_ == "by" or (prep.lower_ == "of" and is_amount(c))):
                yield from _preps(c)


AMOUNTS = frozenset({"MONEY", "QUANTITY", "DATE", "TIME", "PERCENT"})


def is_amount(noun: Token) -> bool:
    """Whether a noun only measures: *500 euros*, *nine years*."""
    return noun.ent_type_ in AMOUNTS or bool(children(noun, "nummod"))


def noun_objects(noun: Token, names: Iterable[str]) -> list[Token]:
    """The objects of a noun's prepositions of these names; its own go before those that hang on its first object."""
    wanted = set(names)
    own = [c for prep in _preps(noun) if prep.lower_ in wanted for c in prep.children if c.dep_ == "pobj"]
    return own or [c for prep in noun_preps(noun) if prep.lower_ in wanted for c in prep.children if c.dep_ == "pobj"]


def measured(noun: Token, partitives: frozenset[str]) -> list[Token]:
    """A noun, or what its *of* phrase holds if it only measures (*three sets of sanctions* → *sanctions*)."""
    if noun.lemma_.lower() in partitives:
        inner = [
            c for p in noun.children if p.dep_ == "prep" and p.lower_ == "of" for c in p.children if c.dep_ == "pobj"
        ]
        return [noun, *inner] if inner else [noun]
    return [noun]


def conjuncts(head: Token) -> list[Token]:
    """A noun and the nouns coordinated with it to its right."""
    found = [head]
    for c in head.children:
        if c.dep_ == "conj" and c.pos_ not in {"VERB", "AUX"}:
            found += conjuncts(c)
    return found


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above a token, up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def governing_verb(token: Token) -> Token | None:
    """The verb whose clause a token stands in."""
    return next((a for a in ancestors(token) if a.pos_ in {"VERB", "AUX"}), None)


def timeless(heads: list[Token]) -> list[Token]:
    """Those that are no dates: *imposed sanctions on two banks on 3 May* falls on the banks."""
    return [t for t in heads if t.ent_type_ not in {"DATE", "TIME"} and t.lower_ not in MONTHS]


MONTHS = frozenset("january february march april june july august september october november december".split()) | {
    "may"
}
