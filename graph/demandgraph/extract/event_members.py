"""Finds the single ones whom a noun phrase counts or lists: *three editors, A, B and C*, *those held include A and B*.

Every function takes and gives spaCy tokens. Labels are those of the English pipelines (ClearNLP scheme).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.event_dependents import children
from demandgraph.extract.figure_units import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


def singled_out(head: Token) -> list[Token]:
    """The members of a group that its phrase names: *several officials, including the mayor and the envoy of Norland*."""
    told = head.lower_ in {"those", "others"} or (head.tag_ == "NNS" and any(c.dep_ == "acl" for c in head.children))
    if told and (members := counted_in(head)):
        return members
    if head.pos_ != "NOUN":
        return []
    naming = [c for c in head.children if c.dep_ == "prep" and c.i > head.i and is_singling(c)]
    if not naming and head.dep_ == "nsubj" and head.tag_ == "NNS":  # "unions have passed motions, including the Guild"
        naming = [
            t
            for t in head.head.subtree
            if t.lower_ in SINGLING
            and t.dep_ == "prep"
            and t.i > head.head.i
            and t.nbor(-1).text == ","
            and (
                t.head.tag_ != "NNS" or t.i - t.head.i > 2
            )  # "criticised firms, including the Bank": the firms are named
            and not is_person_noun(t.head.lemma_.lower(), t.head.text)
        ]
    return [o for c in naming[:1] for o in children(c, "pobj", "dobj") if c.head.i == head.i or o.pos_ == "PROPN"]


def counted_in(head: Token) -> list[Token]:
    """Whom a clause counts among those of whom something is told: *among those arrested were A and B*, *those held include A*."""
    above = head.head
    if head.dep_ == "pobj" and above.lower_ in {"among", "amongst"} and above.head.lemma_ == "be":
        return [c for c in children(above.head, "nsubj", "attr") if c.i != head.i and c.i > head.i]
    if head.dep_ == "nsubj" and above.lemma_ in {"include", "be"}:
        return [c for c in children(above, "dobj", "attr") if c.pos_ == "PROPN" or above.lemma_ == "include"]
    return []


def called(head: Token) -> list[Token]:
    """The name that a participle gives a noun: *a student **named** Ana Orr*, *a man **identified as** Tom Bell*."""
    naming = [c for c in children(head, "acl") if c.lower_ in {"named", "called", "identified"}]
    found = [o for c in naming for o in children(c, "oprd", "dobj", "attr")]
    found += [o for c in naming for p in children(c, "prep") if p.lower_ == "as" for o in children(p, "pobj")]
    return [t for t in found if t.ent_type_ == "PERSON"]


def spelled_out(head: Token) -> list[Token]:
    """The names that spell a plural noun out behind a comma or dash: *the organisers — the activists A, B and C*."""
    if head.tag_ != "NNS":
        return []
    behind = [c for c in children(head, "appos") if c.i > head.i]
    # behind "of the march" parsers hang the list on the verb
    behind += [c for c in children(head.head, "npadvmod", "appos") if head.dep_ == "dobj" and c.i > head.i]
    return [
        a
        for c in behind
        if c.tag_ == "NNS" and c.ent_type_ not in {"DATE", "TIME"}
        for a in children(c, "appos")
        if a.pos_ == "PROPN"
    ]


SINGLING = frozenset({"including", "notably"})


def is_singling(prep: Token) -> bool:
    """Whether a preposition names members of a group: *including A*, *such as A*, *activists like A*."""
    if prep.lower_ in SINGLING:
        return True
    example = prep.lower_ == "like" or (prep.lower_ == "as" and any(c.lower_ == "such" for c in prep.children))
    people = is_person_noun(prep.head.lemma_.lower(), prep.head.text)
    return example and people and any(c.ent_type_ == "PERSON" for c in children(prep, "pobj"))


def apposed(head: Token) -> list[Token]:
    """Further names of a list that the parser made appositions: *the editors Ana Orr and Tom Bell*, *A, B and six others*."""
    return [
        c
        for c in children(head, "appos")
        if c.pos_ == "PROPN"
        and (
            (
                any(d.dep_ == "conj" for d in c.children)
                and (head.pos_ == "NOUN" or head.ent_type_ == c.ent_type_ == "PERSON")
            )
            or in_plural_list(head)
            or (
                head.pos_ == "NOUN" and c.ent_type_ == "PERSON" and c.left_edge.i == head.i + 1
            )  # "his counterpart Ana Orr"
        )
    ]


def in_plural_list(head: Token) -> bool:
    """Whether one name is the subject of a plural verb: what stands behind its commas are further ones (*A, B have met*)."""
    if head.tag_ != "NNP" or head.dep_ != "nsubj" or any(c.dep_ == "conj" for c in head.children):
        return False
    verb = head.head
    return any(t.tag_ == "VBP" or t.lower_ == "were" for t in [verb, *children(verb, "aux", "auxpass")])
