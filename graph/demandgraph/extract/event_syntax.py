"""Reads participants and clause boundaries off a dependency parse: subjects through control, passives, coordination.

Every function takes and gives spaCy tokens; names and dates are left to others. Labels are those of the English
pipelines (ClearNLP scheme: ``nsubj``, ``nsubjpass``, ``agent``, ``dative``, ``relcl``, ``acl``, ``advcl``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from demandgraph.extract.event_dateline import behind_dateline, behind_year
from demandgraph.extract.event_dependents import (
    OBJECTS,
    ancestors,
    by_agents,
    children,
    conjuncts,
    governing_verb,
    measured,
    noun_objects,
    noun_preps,
    prep_objects,
    timeless,
)
from demandgraph.extract.event_doers import (
    accused,
    claused,
    companions,
    court_before,
    distant_by,
    extraposed,
    ordered_by,
    stray_by,
)
from demandgraph.extract.event_members import apposed, called, singled_out, spelled_out
from demandgraph.extract.event_rows import row_before

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = [
    "accused",
    "adjacent",
    "ancestors",
    "antecedent",
    "apposed",
    "by_agents",
    "called",
    "children",
    "clause_span",
    "claused",
    "companions",
    "conjuncts",
    "court_before",
    "distant_by",
    "extraposed",
    "gap_object",
    "governing_verb",
    "had_done",
    "is_passive",
    "measured",
    "noun_objects",
    "noun_preps",
    "np_span",
    "objects",
    "ordered_by",
    "prep_objects",
    "row_before",
    "singled_out",
    "spelled_out",
    "stray_by",
    "subjects",
    "timeless",
]
SUBJECTS = {"nsubj", "csubj", "expl"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
COMPLEMENT = 24
"""Words of a complement that are taken for the object that the verb lacks."""
RELATIVES = {"who", "which", "that", "whom"}
# Verbs whose "for" clause tells what their object did: "thanked the crew for staying".
JUDGING = frozenset(
    """thank praise commend condemn criticise criticize applaud congratulate accuse denounce blame salute laud reward
    sentence arrest detain convict punish fine sanction charge""".split()
)
BEFALLING = frozenset("come follow happen occur".split())
"""Verbs whose subject is an event; persons act in the clause beside it."""
THANKS = frozenset("thank thanks gratitude appreciation praise tribute grateful condolence".split())
# A noun phrase ends where one of these dependents begins.
NOT_IN_NP = {"relcl", "advcl", "parataxis", "acl", "ccomp", "discourse"}
# A clause ends where one of these dependents begins (unless a participant stands in it).
NOT_IN_CLAUSE = {"advcl", "parataxis", "conj", "cc", "ccomp", "dep", "preconj"}


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: with auxiliary, reduced relative (*those detained*), or coordinated with a passive."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and verb.head.tag_ == "VBN" and verb.head.pos_ == "VERB":
        # "were fined and expelled": the second participle is often tagged as a past tense
        return is_passive(verb.head) and not any(c.dep_ in {"dobj", "nsubj", "aux", "ccomp"} for c in verb.children)
    if had_done(verb):
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "acl" and any(c.dep_ == "agent" for c in verb.children):
        return True  # "the towns held by the rebels", tagged as a past tense
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return False
    if verb.dep_ in {"acl", "amod", "advcl", "relcl"}:
        return not children(verb, "dobj") or verb.dep_ == "amod"
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return is_passive(verb.head) and not children(verb, "dobj")
    return verb.dep_ in {"ROOT", "ccomp"} and not children(verb, "dobj")


def had_done(verb: Token) -> bool:
    """Whether a participle tells what somebody underwent: *the editors had their passports revoked*."""
    return (
        verb.tag_ == "VBN"
        and verb.dep_ == "ccomp"
        and verb.head.lemma_ in {"have", "get"}
        and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
        and not any(c.dep_ in {"aux", "mark", "dobj"} for c in verb.children)
    )


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The tokens that head the verb's subject, inherited through coordination, control and relative clauses."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.dep_ != "expl"]
    if not own:  # the parser sometimes hangs the subject on the auxiliary
        own = [s for c in children(verb, "aux", "auxpass") for s in children(c, "nsubj", "nsubjpass")]
    if own:
        if own[0].lower_ in RELATIVES and verb.dep_ in {"relcl", "ccomp"}:
            return [antecedent(verb)] if verb.dep_ == "relcl" else own
        whence = [s for s in own[1:] if s.ent_type_ in {"GPE", "LOC"} and s.doc[s.left_edge.i - 1].text == ","]
        return [
            behind_dateline(own[0], verb),
            *(s for s in own[1:] if s not in whence),
        ]  # "Ana Orr, Reef Trust, Norland said"
    if depth > 6:
        return []
    if counted := behind_year(verb):
        return [counted]
    if named := row_before(verb):
        return named
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        if head.lemma_ in BEFALLING:  # "the move came as the envoy flew to Norton and met the mayor": the envoy met him
            nearer = [c for c in children(head, "advcl") if head.i < c.i < verb.i and children(c, "nsubj")]
            head = nearer[-1] if nearer else head
        if verb.tag_ in {"VBP", "VBZ"} and head.tag_ == "VBG" and head.dep_ == "pcomp":
            # "applaud her for raising it and thank him": a finite verb goes on with a finite one
            head = next((a for a in ancestors(head) if a.tag_ in {"VBP", "VBZ"}), head)
        return subjects(head, depth + 1)
    if verb.dep_ in {"acomp", "oprd", "attr"} and head.pos_ in {"VERB", "AUX"}:
        return subjects(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ in {"VERB", "AUX"}:
        objects = children(head, *OBJECTS, "dative")
        return objects if objects else subjects(head, depth + 1)
    if verb.dep_ in {"advcl", "prep", "pcomp"}:
        if verb.dep_ == "pcomp" and head.lower_ == "for" and head.head.lemma_.lower() in JUDGING:
            return children(head.head, *OBJECTS) or subjects(head.head, depth + 1)
        if verb.dep_ == "pcomp" and head.lower_ == "for":  # "extends its thanks to the crew for staying"
            for thanks in [head.head, *children(head.head, *OBJECTS)]:
                if thanks.lemma_.lower() in THANKS and (
                    found := prep_objects(thanks, ("to",)) or prep_objects(head.head, ("to",))
                ):
                    return found
        while head.dep_ in {"prep", "pcomp"} or head.pos_ == "ADP":
            if head.head.i == head.i:
                return []
            head = head.head
        if head.pos_ in {"VERB", "AUX"}:
            return subjects(head, depth + 1)
        if head.pos_ in {"NOUN", "PROPN"}:
            return accused(head) or [head]
        return []
    if verb.dep_ in {"acl", "relcl"}:
        if verb.tag_ != "VB":
            return [head]
        # "took the initiative to adopt", "its decision to ban": the infinitive's subject is that of the noun's deed
        owner = children(head, "poss")
        return owner or (subjects(head.head, depth + 1) if head.dep_ == "dobj" else [])
    return []


def antecedent(verb: Token) -> Token:
    """The noun that a relative clause belongs to: the head, or the first of the names it is coordinated with."""
    head = verb.head
    while head.lower_ in {"others", "other"} and head.dep_ in {"conj", "appos"} and head.head.pos_ in {"PROPN", "NOUN"}:
        head = head.head
    many = any(c.tag_ == "VBP" or c.lower_ == "were" for c in (verb, *verb.children))
    while many and head.dep_ == "conj" and head.tag_ == "NNP" and head.head.pos_ in {"PROPN", "NOUN"}:
        head = head.head  # "Ana Orr and Tom Bell, who are held": both
    if head.ent_type_ == "PERSON" and any(c.lower_ == "which" for c in verb.children):
        # "Ana Orr, the head of the Reef Trust, which was raided": the last noun before the comma that is no person
        doc, at = head.doc, verb.left_edge.i - 1
        near = [t for t in doc[head.i + 1 : max(at, head.i + 1)] if t.pos_ in {"NOUN", "PROPN"} and t.dep_ == "pobj"]
        head = next((t for t in reversed(near) if t.ent_type_ != "PERSON"), head)
    return head


def gap_object(verb: Token) -> list[Token]:
    """The head of an object relative: *the text that the union sent* → *text*."""
    if verb.dep_ == "relcl" and not is_passive(verb):
        own = children(verb, "nsubj")
        if (
            own
            and own[0].lower_ not in RELATIVES
            and not [o for o in children(verb, "dobj") if o.lower_ not in RELATIVES]
        ):
            return [verb.head]
    return []


def objects(verb: Token) -> list[Token]:
    """Direct objects of an active verb, those shared with a coordinated verb included (*adopted and sent a letter*)."""
    own = [o for o in children(verb, *OBJECTS) if o.lower_ not in RELATIVES] or gap_object(verb)
    if not own:  # "hold the general responsible": the subject of a verbless clause
        own = [o for c in children(verb, "ccomp") if c.pos_ == "ADJ" for o in children(c, "nsubj")]
    if own:
        return own
    for other in verb.conjuncts:
        if (
            other.i > verb.i
            and other.pos_ == "VERB"
            and not is_passive(other)
            and other.dep_ == "conj"
            and other.head.i == verb.i
        ):
            between = [t for t in verb.children if verb.i < t.i < other.i and t.dep_ in {"prep", "punct"}]
            if not between or adjacent(verb, other):
                return children(other, *OBJECTS) or objects(other)
    return []


def adjacent(verb: Token, other: Token) -> bool:
    """Whether only further verbs of the list stand between two verbs: *killed, raped and displaced thousands*."""
    return all(t.pos_ in {"VERB", "CCONJ", "PUNCT", "ADV"} for t in verb.doc[verb.i + 1 : other.i])


def np_span(head: Token, wide: bool = False) -> Span:
    """The noun phrase of a head: subtree without relative and adverbial clauses; coordinated names stay in.

    With ``wide``, reduced relatives (*opponents led by X*) stay as well.
    """
    left, right = _reach(head, NOT_IN_NP, wide)
    return head.doc[left : right + 1]


def _reach(head: Token, stop: set[str], wide: bool = False) -> tuple[int, int]:
    left = right = head.i
    cut = len(head.doc)
    named = head.pos_ in {"PROPN", "PRON"}
    for c in head.children:
        label = c.dep_
        reduced = wide and label == "acl" and c.i > 0 and not head.doc[c.left_edge.i - 1].is_punct
        if ((label in stop or (label == "appos" and named and not wide)) and not reduced) or (
            label == "conj" and c.pos_ in {"VERB", "AUX"}
        ):
            if c.i > head.i and label != "appos":
                cut = min(cut, c.left_edge.i)
            continue
        low, high = _reach(c, stop, wide)
        left, right = min(left, low), max(right, high)
    right = min(right, cut - 1) if cut > head.i else right
    while right > head.i and head.doc[right].is_punct and head.doc[right].text not in {'"', "'", ")", "”", "’"}:
        right -= 1
    return left, right


def clause_span(verb: Token, keep: Iterable[Token] = ()) -> Span:
    """The shortest stretch that tells a verb's clause: the verb, its arguments and what else must be kept.

    Adverbial clauses, coordinated clauses and complements are left out unless a token of ``keep`` stands in them; a
    complement stays if the verb has no object, for then the parser took the object for a clause.
    """
    needed = {k.i for k in keep}
    left = right = verb.i
    bare = not children(verb, *OBJECTS, "prep", "nsubjpass")
    for c in verb.children:
        if c.dep_ in {"punct", "mark"}:
            continue
        low, high = c.left_edge.i, c.right_edge.i
        if c.dep_ == "ccomp" and bare:
            high = min(high, verb.i + COMPLEMENT)
        elif c.dep_ in NOT_IN_CLAUSE and needed.isdisjoint(range(low, high + 1)):
            continue
        elif c.pos_ not in {"VERB", "AUX"}:
            low, high = _reach(c, {"relcl", "advcl", "parataxis"})
        left, right = min(left, low), max(right, high)
    return verb.doc[min([left, *needed]) : max([right, *needed]) + 1]
