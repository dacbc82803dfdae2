"""Finds the subject behind the dateline that opens a news report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

DATELINE = 14
"""Words that a dateline may have."""
DASHES = frozenset({"-", "–", "—", "--"})


def behind_dateline(subject: Token, verb: Token) -> Token:
    """The subject behind a dateline that the parser took for the subject (*NORRA, 3 May – A coalition urged …*)."""
    first = subject.sent.start
    if subject.i > first + DATELINE or subject.pos_ != "PROPN":
        return subject
    between = subject.doc[subject.i + 1 : min(verb.i, first + DATELINE)]
    dash = next((t for t in between if t.text in DASHES), None)
    dated = dash is not None and any(t.like_num or t.text == ")" for t in subject.doc[first : dash.i])
    if dash is None or not (dated or subject.text.isupper()):
        return subject
    heads = (t for t in subject.doc[dash.i + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN", "PRON"})
    return next((t for t in heads if t.dep_ not in {"compound", "amod", "poss", "nmod"}), subject)
