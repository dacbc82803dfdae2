"""Phrases as the roles need them: heads, asides, objects of prepositions, subject and verb of a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Span
from demandgraph.extract.demand_grammar import QUOTES, Stretch, is_finite, noun_phrase, skip
from demandgraph.model import Phrase

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


def included(st: Stretch, span: Span) -> Span | None:
    """The names that an addressee spells itself out with (*all members, including Norland and Tessaly*)."""
    doc, (start, end) = st.doc, span
    for k in range(start + 1, end - 1):
        opens = 1 if doc[k].lower_ in INCLUDING else 2 if (doc[k].lower_, doc[k + 1].lower_) in CHOOSING else 0
        if opens and doc[k - 1].text in {",", "("} and k + opens < end:
            first = k + opens + (doc[k + opens].lower_ == "the" and k + opens + 1 < end)
            last = next((j for j in range(first, end) if is_finite(doc[j]) or doc[j].text in {";", ":"}), end)
            while last > first and doc[last - 1].is_punct:
                last -= 1
            named = any(t.pos_ == "PROPN" or t.ent_type_ in {"GPE", "NORP", "ORG"} for t in doc[first : first + 4])
            return (first, last) if last > first and named else None
    return None


INCLUDING = frozenset({"including", "notably", "especially", "particularly", "foremost", "chiefly", "primarily"})
CHOOSING = frozenset({("in", "particular"), ("above", "all"), ("most", "notably"), ("not", "least"), ("such", "as")})
"""Words that open a choice from the collective before them."""


def clause_parts(st: Stretch, start: int, end: int) -> tuple[Span | None, int | None, bool]:
    """Subject span, start of the verb phrase and whether it is passive, in a clause between two tokens."""
    doc = st.doc
    for k in range(start, end):
        token = doc[k]
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod", "compound"}:
            continue
        if token.dep_ in {"relcl", "acl"} and token.head.i >= start:
            continue  # said of a noun of the clause; behind a formula the clause itself hangs so (*Resolved, that …*)
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


NAMED_AFTER = frozenset(
    "organisation organization group union charity watchdog company firm network association coalition ngo movement party".split()
)
"""Nouns behind which the body's name follows (*the aid group Norwick Relief*)."""
LONGEST_NAME = 6
"""Tokens of such a name."""


def name_at(st: Stretch, span: Span, head: Token) -> Phrase | None:
    """The proper name that ends a noun phrase, if the phrase is of one who can act (*the aid group Norwick Relief*)."""
    start, end = head.i + 1, span[1]
    if (
        head.lemma_.lower() in NAMED_AFTER
        and start < end <= start + LONGEST_NAME
        and all(t.text[:1].isupper() or t.lower_ in {"of", "for", "and", "the", "-"} for t in st.doc[start:end])
        and st.doc[start].text[:1].isupper()
        and st.doc[end - 1].text[:1].isupper()
    ):
        return st.parsed.phrase(st.parsed.begin(st.doc[start]), st.parsed.end(st.doc[end - 1]))
    if head.pos_ != "PROPN" or head.ent_type_ not in {"PERSON", "ORG"} or st.block.kind in {"title", "heading"}:
        return None
    start = head.i
    while start > span[0] and st.doc[start - 1].pos_ == "PROPN" and st.doc[start - 1].text[:1].isupper():
        start -= 1
    if not 0 <= head.i - start <= 3 or not head.text[:1].isupper() or head.text.isupper():
        return None
    return st.parsed.phrase(st.parsed.begin(st.doc[start]), st.parsed.end(head))


def unknown_name(st: Stretch, subject: Span) -> Phrase | None:
    """The words of a subject that is a proper name and nothing else (*Norwick must …*), without its article."""
    words = [t for t in st.doc[subject[0] : subject[1]] if not t.is_space]
    if words and words[0].lower_ == "the":
        words = words[1:]
    if not words or len(words) > 4 or not all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in words):
        return None
    if any(t.text.isupper() and not 2 < len(t.text) <= 5 for t in words) or st.block.kind in {"title", "heading"}:
        return None
    return st.parsed.phrase(st.parsed.begin(words[0]), st.parsed.end(words[-1]))
