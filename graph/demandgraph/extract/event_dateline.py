"""Finds the subject behind the dateline that opens a news report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

DATELINE = 14
"""Words that a dateline may have."""
DASHES = frozenset({"-", "–", "—", "--"})


def behind_year(verb: Token) -> Token | None:
    """The subject of a passive that the parser takes for a part of the date before it: *in 2019 ten miners were killed*."""
    aux = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    before = aux.doc[aux.i - 1] if aux is not None and aux.i else None
    if before is None or before.dep_ != "pobj" or before.tag_ != "NNS":
        return None
    numbers = [c for c in before.children if c.dep_ == "nummod"]
    return before if len(numbers) > 1 and numbers[0].ent_type_ == "DATE" else None


def behind_dateline(subject: Token, verb: Token) -> Token:
    """The subject behind a dateline that the parser took for the subject (*NORRA, 3 May – A coalition urged …*)."""
    if subject.pos_ != "PROPN":
        return subject
    first = subject.sent.start
    if subject.i > first + DATELINE:
        return subject
    between = subject.doc[subject.i + 1 : min(verb.i, first + DATELINE)]
    dash = next((t for t in between if t.text in DASHES), None)
    dated = dash is not None and any(t.like_num or t.text == ")" for t in subject.doc[first : dash.i])
    if dash is None or not (dated or subject.text.isupper()):
        return subject
    heads = (t for t in subject.doc[dash.i + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN", "PRON"})
    return next((t for t in heads if t.dep_ not in {"compound", "amod", "poss", "nmod"}), subject)
