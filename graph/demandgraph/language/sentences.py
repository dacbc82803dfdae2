"""Sentence boundaries that are certain from the letters alone; the parser finds the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from demandgraph.language.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A full stop behind these does not end a sentence.
ABBREVIATIONS = words(
    """mr mrs ms messrs dr prof hon rev sen rep gov gen col lt maj capt sgt amb st no nos art arts para paras par pp p
    vol ch chap sec fig ed eds vs cf e.g i.e eg ie approx dept est inc ltd co corp jr sr u.s u.n u.k e.u h.e a.m p.m
    rt ref res cl app doc ibid op cit al jan feb mar apr jun jul aug sep sept oct nov dec mt ft ave blvd rd"""
)
# Of these, the ones that may also be the last word of a sentence.
MAY_END = words("u.s u.n u.k e.u inc ltd co corp jr sr al a.m p.m etc dept")
CLOSING = frozenset("\"'”’)]»")
OPENING = frozenset("\"'“‘([«")
STOPS = frozenset(".!?…:;|—–-")
NEVER_FIRST = frozenset([".", ",", ";", ":", ")", "]", "!", "?", "”", "’s", "'s"])
SAID = words(
    """said says stated added told noted stressed explained wrote warned commented declared concluded continued
    emphasised emphasized"""
)
FAR = 60
"""Tokens without any stop after which a sentence may begin anywhere: the text has no punctuation."""


def mark_boundaries(doc: Doc) -> None:
    """Set the sentence boundaries of an unparsed document that are beyond doubt; the parser keeps them."""
    inside = bracketed(doc)
    stop = 0  # the last token that can end a sentence
    for i in range(1, len(doc)):
        token, before = doc[i], doc[i - 1]
        if before.text[-1:] in STOPS or before.text in CLOSING or before.is_space:
            stop = i
        if inside[i] or token.is_space or token.text in NEVER_FIRST or (i - stop < FAR and i != stop):
            token.is_sent_start = False
        elif before.text in CLOSING and i > 1 and doc[i - 2].text in (".", "!", "?") and token.text[:1].islower():
            token.is_sent_start = False  # “Stop!” he said
        elif abbreviates(doc, i - 1) or enumerates(doc, i - 1) or (before.text in CLOSING and attributes(doc, i)):
            token.is_sent_start = False


def enumerates(doc: Doc, i: int) -> bool:
    """Whether the token at ``i`` ends the number that a block begins with: "II. Conclusions"."""
    return (
        i < 2
        and doc[i].text.endswith(".")
        and re.fullmatch(r"(?:[IVX]+|[A-Z]|\d{1,3})\.", doc[: i + 1].text) is not None
    )


def attributes(doc: Doc, i: int) -> bool:
    """Whether the words from ``i`` on say who spoke the quotation before them: "…" Ms Bel said."""
    if doc[i - 2].text not in (".", "!", "?", ",", "…") if i > 1 else True:
        return False
    for token in doc[i : i + 16]:
        if token.text in (".", "“", '"', ":", "!", "?"):
            return False
        if token.lower_ in SAID:
            after = doc[token.i + 1].text if token.i + 1 < len(doc) else "."
            return (
                after in (".", ",", ";")
                or after.lower() in ("today", "yesterday", "in", "on", "at", "after")
                or token.i == i
            )
    return False


def abbreviates(doc: Doc, i: int) -> bool:
    """Whether the token at ``i`` is an abbreviation with its full stop that does not end the sentence here."""
    text = doc[i].text
    if text == "." and i > 0:
        if doc[i - 1].whitespace_:
            return False
        text = doc[i - 1].text + "."
    if not text.endswith(".") or len(text) < 2:
        return False
    word = text[:-1].lower()
    after = doc[i + 1].text
    if re.fullmatch(r"[A-Za-z]", text[:-1]):  # an initial: "J. Smith"
        return text[0].isupper() and after[:1].isupper()
    if word not in ABBREVIATIONS:
        return False
    return word not in MAY_END or (not after[:1].isupper() and after not in OPENING)


def bracketed(doc: Doc) -> bytearray:
    """Which tokens stand inside round or square brackets that are closed soon."""
    flags = bytearray(len(doc))
    stack: list[int] = []
    for i, token in enumerate(doc):
        if token.text in ("(", "["):
            stack.append(i)
        elif token.text in (")", "]") and stack:
            begin = stack.pop()
            if not stack and i - begin < 120:
                flags[begin + 1 : i + 1] = b"\1" * (i - begin)
    return flags
