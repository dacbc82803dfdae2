"""Where what is asked ends: before the next clause that does not belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import QUOTES, before_asides, in_quote, infinitive, is_finite
from demandgraph.extract.demand_words import ADVERBS, OPERATIVE, SPEECH_ING
from demandgraph.extract.frames import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


ASKING = frozenset(VERBS) | frozenset(w.removesuffix("s") for w in OPERATIVE)
"""Base forms that open a new act of speech when they follow *and* in the present tense."""


CLAUSE_WORDS = {"while", "whereas", "although", "though", "because", "since", "but", "which", "who", "whose", "yet"}


AFTER_COMMA = CLAUSE_WORDS | {"so", "as", "if", "when", "where", "nor"}


def content_end(doc: Doc, start: int, limit: int, trigger: int, floor: int = 0, own: bool = False) -> int:
    """Where the content that begins at ``start`` ends: before the next clause that does not belong to it.

    ``trigger`` is the word that asks, ``floor`` the start of its sentence (to know whether a quotation is open); with
    ``own`` the trigger is the verb of the content itself, as under a modal, and what is coordinated with it belongs to it.
    """
    quoted = in_quote(doc, floor, start)
    asker = doc[trigger]
    for k in range(start + 1, limit):
        token, before = doc[k], doc[k - 1]
        low = token.lower_
        if token.text in QUOTES and quoted and not _reopens(doc, k, limit):
            return k
        if token.text == ";" and not _parallel(doc, k + 1, limit):
            return k
        if token.text == ":" and k + 1 < limit:
            return k
        joint = doc[before_asides(doc, k, start)]
        if joint.text in {",", ";", "--", "—", "–"} or (joint.lower_ in {"and", "but"} and joint.i > start):
            if low in SPEECH_ING or (low in OPERATIVE and token.tag_ != "NNS" and _boundary(doc, k, start)):
                return _back(doc, joint.i + 1, start)
            if before.text == "," and low in AFTER_COMMA and not _list_like(doc, k, limit):
                return k - 1
        if own and low == "that" and _goes_on(doc, k, start):
            return _back(doc, k, start)
        if low in {"while", "whereas", "although", "because"} and k > start + 1:
            return _back(doc, k, start)
        if low == "so" and k > start + 1 and k + 2 < limit and (doc[k + 1].lower_ == "that" or doc[k + 2].tag_ == "MD"):
            return _back(doc, k, start)
        if (
            low == "it"
            and (before.text == "," or before.lower_ == "and")
            and k + 1 < limit
            and doc[k + 1].lemma_.lower() in {"be", "'s"}
        ):
            return _back(doc, k, start)
        if (
            before.text == ","
            and token.tag_ == "VBG"
            and token.dep_ == "advcl"
            and token.head.i < start
            and token.head.is_ancestor(asker)
        ):
            return k - 1
        if is_finite(token) and k > start + 1 and _outside(token, asker, own) and not _under_that(token, start):
            edge = clause_start(doc, token, start)
            if edge > start + 1:
                return _back(doc, edge, start)
            if edge == start + 1 and doc[edge].text == "," and doc[start].pos_ == "NOUN":
                return edge  # demanded justice, and we heard
    return limit


def _reopens(doc: Doc, k: int, limit: int) -> bool:
    """A quotation mark that opens a quotation within the quotation (“stop “expressing concern””)."""
    return k + 1 < limit and not doc[k].whitespace_ and doc[k - 1].whitespace_ != ""


def _parallel(doc: Doc, i: int, limit: int) -> bool:
    """Whether what follows a semicolon goes on with the same list of actions (*; and to adopt*)."""
    while i < limit and doc[i].lower_ in {"and", ";", "also", "or"}:
        i += 1
    return i < limit and (infinitive(doc, i, limit) is not None or doc[i].lower_ == "that")


def _boundary(doc: Doc, k: int, start: int) -> bool:
    """A third-person verb that opens a new operative clause, not a plural noun (*, calls and demands*)."""
    token = doc[k]
    follows = doc[k + 1].lower_ if k + 1 < len(doc) else ""
    return token.tag_ in {"VBZ", "VBP"} or follows in {"that", "the", "its", "upon", "on", "for", "all", "with", "to"}


AS_NEEDED = frozenset(
    "well appropriate necessary required soon needed agreed applicable feasible possible requested warranted far quickly".split()
)
"""What stands behind *as* in an aside that does not end what is asked (*, as needed, to …*)."""


def _list_like(doc: Doc, k: int, limit: int) -> bool:
    """*, as well as its allies, to …* and *, where necessary, …* do not end what is asked."""
    low = doc[k].lower_
    following = doc[k + 1].lower_ if k + 1 < limit else ""
    if low == "as" and following in AS_NEEDED:
        return True
    if low in {"where", "when", "if"} and following in {
        "necessary",
        "appropriate",
        "possible",
        "applicable",
        "needed",
        "relevant",
    }:
        return True
    return low in {"which", "who", "whose", "where"} and any(
        doc[m].text == "," and m + 2 < limit and (infinitive(doc, m + 1, limit) or infinitive(doc, m + 2, limit))
        for m in range(k + 1, min(limit, k + 25))
    )


def _back(doc: Doc, k: int, start: int) -> int:
    """Step back over commas, conjunctions and adverbs that lead to a clause."""
    while k - 1 > start and (
        doc[k - 1].lower_ in {",", "and", "but", ";", "--", "—", "–"} or doc[k - 1].lower_ in ADVERBS
    ):
        k -= 1
    return k


def _goes_on(doc: Doc, k: int, start: int) -> bool:
    """Whether *, and that …* goes on with the statement that a modal stands in (*stresses that States must act, and that …*)."""
    return (
        k - 2 > start
        and doc[k - 1].lower_ == "and"
        and doc[k - 2].text == ","
        and not any(t.lower_ in {"that", "whether"} for t in doc[start : k - 2])
        and any(t.lower_ == "that" for t in doc[doc[start].sent.start : start])
    )


def _under_that(verb: Token, start: int) -> bool:
    """Whether a finite verb stands in a *that* clause that begins inside the content (*insist …, and that we are heard*)."""
    return any(c.lower_ == "that" and c.dep_ == "mark" and c.i > start for c in verb.children)


def _outside(verb: Token, asker: Token, own: bool) -> bool:
    """Whether a finite verb belongs to a clause above or beside the trigger, not to what it asks."""
    if verb.i != asker.i and verb.is_ancestor(asker):
        return True
    head = verb
    bare = verb.tag_ == "VBP" and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)
    if bare and verb.lower_ not in ASKING and asker.tag_ != "VBP":
        return False  # urged them to open the road, hold talks and …: a base form that the tagger took for a present
    while head.dep_ in {"conj", "aux", "auxpass"} and head.head.i != head.i:
        head = head.head
        if head.i == asker.i and own:
            return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i > asker.i for c in verb.children)
        if head.i == asker.i or head.is_ancestor(asker):
            return True
    return False


def clause_start(doc: Doc, verb: Token, floor: int) -> int:
    """Where the clause of a finite verb begins: its subject's left edge, else the boundary word before the verb."""
    acts = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    subject = next(
        (c for c in acts.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and floor < c.i < verb.i), None
    )
    first = subject.left_edge.i if subject is not None else verb.i
    while first - 1 > floor and (
        doc[first - 1].lower_ in {",", "and", "but", "also", "it", ";"} or doc[first - 1].lower_ in ADVERBS
    ):
        first -= 1
    return max(first, floor)
