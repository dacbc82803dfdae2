"""Finds who asks by the grammar: the subject of the asking word, also where the parser lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Span
from demandgraph.extract.demand_grammar import Stretch, before_asides, noun_phrase, subject_of
from demandgraph.extract.demand_words import ADVERBS, DOCUMENTS, SPEECH

if TYPE_CHECKING:
    from spacy.tokens import Token


COMMUNICATION = frozenset(
    "write send address deliver submit speak appeal petition message call meet turn issue publish hand".split()
)


def issuer_of(st: Stretch, i: int, passive: bool) -> tuple[Span | None, Token | None]:
    """The span of the trigger's subject (of its *by* phrase in the passive) and the subject token."""
    doc, token = st.doc, st.doc[i]
    if passive:
        subject = subject_of(token)
        agent = next((c for c in token.children if c.dep_ == "agent"), None)
        held = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
        return (noun_phrase(held) if held is not None else None), subject
    if clause_initial(st, i):
        return None, None
    if st.block.kind in {"operative", "preamble"} and doc[i].tag_ in {"VBZ", "NNS", "VBG"} and _after_joint(st, i):
        return None, None
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    if token.tag_ == "VBG" and not own and token.head.i < i and (_after_joint(st, i) or _told_to(token)):
        subject = _main_subject(token) or subject_of(token)
    elif (
        token.tag_ in {"VBZ", "VBD", "VBP"}
        and not own
        and token.dep_ in {"conj", "dep", "ccomp", "advcl"}
        and _after_joint(st, i)
    ) or (token.tag_ == "VB" and token.dep_ == "conj" and _after_passive(token)):
        subject = _finite_subject(token) or subject_of(token)
    else:
        subject = subject_of(token) if token.pos_ in {"VERB", "AUX"} else _borrowed_subject(st, i)
    if subject is None or st.parsed.is_virtual(subject):
        return None, None
    if subject.i > i and subject.dep_ not in {"nsubj"}:
        return None, None
    subject = _no_date(subject)
    behind = _behind_dateline(st, subject, i)
    if behind.i != subject.i and (whole := _all_behind(st, behind, i)) is not None:
        return whole, behind
    if (dash := _dash(st, i)) is not None and subject.i > dash and noun_phrase(subject)[0] <= subject.i:
        return _all_behind(st, subject, i) or noun_phrase(subject), subject
    return noun_phrase(behind), behind


def clause_initial(st: Stretch, i: int) -> bool:
    """Whether only added words, adverbs, numbering and brackets stand before ``i`` in its stretch."""
    return all(
        st.parsed.is_virtual(t) or t.lower_ in ADVERBS or t.is_space or t.is_punct or t.like_num or t.tag_ in {"LS"}
        for t in st.doc[st.start : i]
    )


def _after_joint(st: Stretch, i: int) -> bool:
    k = before_asides(st.doc, i, st.start)
    return st.doc[k].lower_ in {",", ";", "and", "but", "while"} or st.parsed.is_virtual(st.doc[k])


def _after_passive(token: Token) -> bool:
    """Whether a verb is joined to a passive clause, whose subject it cannot share (*insist that aid be sent and demand …*)."""
    return (
        not any(c.dep_ in {"aux", "nsubj"} for c in token.children)
        and token.doc[token.i - 1].lower_ == "and"
        and any(c.dep_ == "auxpass" for c in token.head.children)
    )


def _dash(st: Stretch, i: int) -> int | None:
    """Where the dash stands that ends a dateline (*NORRA, 3 May – A coalition urged …*)."""
    dash = next((t.i for t in st.doc[st.start : min(i, st.start + 14)] if t.text in {"-", "–", "—", "--"}), None)
    if dash is None or dash == st.start or any(t.pos_ not in DATING for t in st.doc[st.start : dash]):
        return None
    return dash


DATING = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X", "SPACE"})
"""Word classes of place and date."""


def _behind_dateline(st: Stretch, subject: Token, i: int) -> Token:
    """The subject behind a dateline that the parser took for the subject."""
    dash = _dash(st, i)
    if dash is None or subject.i > dash:
        return subject
    behind = (t for t in st.doc[dash + 1 : i] if t.pos_ in {"NOUN", "PROPN", "PRON"})
    return next((t for t in behind if t.dep_ not in {"compound", "amod", "poss"}), subject)


def _all_behind(st: Stretch, subject: Token, i: int) -> Span | None:
    """All that stands between a dateline and its verb, where that is one coordination (*The League and ten unions urge*)."""
    dash = _dash(st, i)
    if dash is None:
        return None
    words = st.doc[dash + 1 : i]
    if not any(t.lower_ == "and" for t in words) or any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBG", "VBN"} or t.text in {",", ";", ":"} for t in words
    ):
        return None
    return dash + 1, i


def _no_date(subject: Token) -> Token:
    """What a relative clause says more of than the date before it (*a statement on 3 May, which called for …*)."""
    if subject.ent_type_ != "DATE" or subject.head.i == subject.i:
        return subject
    over = subject.head
    while over.dep_ in {"prep", "pobj", "nummod", "npadvmod"} and over.head.i != over.i:
        over = over.head
    if over.pos_ in {"NOUN", "PROPN"}:
        return over
    return next((c for c in over.children if c.dep_ == "dobj" and c.i < subject.i), subject)


def _borrowed_subject(st: Stretch, i: int) -> Token | None:
    """The subject of a trigger that the tagger took for a noun: that of the clause, else the noun before it."""
    subjects = [
        t for t in st.doc[st.start : i] if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in {"NOUN", "PROPN", "PRON"}
    ]
    for subject in subjects:
        if subject.tag_ not in {"WDT", "WP"}:
            return subject
    before = st.doc[i - 1] if i > st.start else None
    return before if before is not None and (before.pos_ in {"NOUN", "PROPN"} or before.text[:1].isupper()) else None


def _finite_subject(token: Token) -> Token | None:
    """The subject of a finite trigger without one of its own: that of the nearest finite verb it is coordinated with.

    The parser often coordinates *calls* in *urges them to talk and calls on us to help* with *talk*.
    """
    head = token
    for _ in range(6):
        if head.head.i == head.i:
            return None
        head = head.head
        if head.tag_ in {"VBZ", "VBD", "VBP"} and head.i < token.i:
            subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if head.lemma_.lower() == "be" and head.dep_ == "ccomp" and head.head.lemma_.lower() in SPEECH | {"rule"}:
                continue  # ruled that the vote was void and recommended …: who ruled
            if head.lemma_.lower() == "be" and head.dep_ == "ccomp" and head.head.lemma_.lower() == "be":
                continue
            if subject is not None and subject.tag_ not in {"WDT", "WP"} and head.dep_ != "relcl":
                return subject
    return None


def _main_subject(token: Token) -> Token | None:
    """The subject of the clause that a participle behind a comma hangs on (*…, urging the union to act*)."""
    head = token.head
    while head.i != head.head.i and head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    return subject_of(head) if head.pos_ in {"VERB", "AUX"} else None


def _told_to(participle: Token) -> bool:
    """Whether a participle behind a noun belongs to who writes or speaks (*wrote to the minister urging him to act*)."""
    head = participle.head
    while head.i != head.head.i and head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    return head.lemma_.lower() in COMMUNICATION and participle.head.lemma_.lower() not in DOCUMENTS
