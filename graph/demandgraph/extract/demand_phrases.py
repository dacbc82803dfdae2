"""Phrases as the roles need them: heads, asides, objects of prepositions, subject and verb of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Span
from demandgraph.extract.demand_grammar import QUOTES, Stretch, is_finite, noun_phrase, skip

if TYPE_CHECKING:
    from spacy.tokens import Span as Span_
    from spacy.tokens import Token


def object_span(preposition: Token) -> Span | None:
    """The phrase that a preposition governs."""
    held = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return noun_phrase(held) if held is not None else None


def nominal_root(words: Span_) -> Token:
    """The head noun of a phrase: its first noun that no other noun of the phrase governs, else its root."""
    inside = {t.i for t in words}
    return next((t for t in words if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.head.i not in inside), words.root)


def belongs(name: Token, start: int) -> bool:
    """Whether a name stands behind *of* or *by*, or possesses what is to be done, itself or as one of several."""
    while name.dep_ in {"conj", "appos", "compound", "nmod"} and name.head.i >= start and name.head.i != name.i:
        name = name.head
    return name.dep_ == "poss" or (name.dep_ == "pobj" and name.head.lower_ in {"of", "by"})


def to_be(st: Stretch, verb: int) -> bool:
    return any(t.lower_ == "be" for t in st.doc[max(st.start, verb - 3) : verb])


def without_aside(st: Stretch, span: Span) -> Span:
    """Cut an addressee before an aside between commas (*the Office, within its mandate,*)."""
    start, end = span
    for k in range(start + 1, end - 1):
        if (
            st.doc[k].text == ","
            and st.doc[k + 1].pos_ in {"ADP", "SCONJ", "ADV"}
            and st.doc[k + 1].lower_ not in {"as"}
        ):
            return start, k
        if st.doc[k].text == "," and st.doc[k + 1].tag_ in {"WDT", "WP", "VBG", "VBN", "WRB"}:
            return start, k
    return start, end


def clause_parts(st: Stretch, start: int, end: int) -> tuple[Span | None, int | None, bool]:
    """Subject span, start of the verb phrase and whether it is passive, in a clause between two tokens."""
    doc = st.doc
    for k in range(start, end):
        token = doc[k]
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod", "relcl", "acl", "compound"}:
            continue
        subject = next(
            (
                c
                for c in token.children
                if c.dep_ in {"nsubj", "nsubjpass"} and start <= c.i < k and c.tag_ not in {"WDT", "WP"}
            ),
            None,
        )
        if subject is None:
            continue
        first = min([c.i for c in token.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i > subject.i] + [k])
        passive = subject.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in token.children)
        span = noun_phrase(subject)
        while first < k and doc[first].tag_ in {"MD", "TO"}:
            first += 1
        return (max(span[0], start), min(span[1], first)), first, passive
    for k in range(start + 1, end):
        if is_finite(doc[k]) or doc[k].tag_ == "VB":
            if doc[k - 1].pos_ in {"NOUN", "PROPN", "PRON"} and doc[k - 1].text not in QUOTES:
                passive = doc[k].lemma_.lower() == "be" and k + 1 < end and doc[skip(doc, k + 1, end - 1)].tag_ == "VBN"
                return (start, k), k, passive
            break
    return None, None, False
