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
NO_START = 2**64 - 1
"""How spaCy's arrays, which know no sign, write the -1 of a token that begins no sentence."""


def mark_boundaries(doc: Doc) -> None:
    """Set the sentence boundaries of an unparsed document that are beyond doubt; the parser keeps them."""
    texts = [token.text for token in doc]  # read once: making a token of spaCy's costs more than what is asked of it
    blank = [token.is_space for token in doc]
    inside = bracketed(texts)
    starts = doc.to_array("SENT_START")  # written back at once: spaCy checks the whole document at each single one
    stop = 0  # the last token that can end a sentence
    for i in range(1, len(texts)):
        text, before = texts[i], texts[i - 1]
        if before[-1:] in STOPS or before in CLOSING or blank[i - 1]:
            stop = i
        if (
            inside[i]
            or blank[i]
            or text in NEVER_FIRST
            or (i - stop < FAR and i != stop)
            # “Stop!” he said
            or (before in CLOSING and i > 1 and texts[i - 2] in (".", "!", "?") and text[:1].islower())
            or abbreviates(doc, texts, i - 1)
            or enumerates(doc, i - 1)
            or (before in CLOSING and attributes(texts, i))
        ):
            starts[i] = NO_START
    doc.from_array("SENT_START", starts)  # type: ignore[arg-type]  # the stubs know arrays of two dimensions only


def enumerates(doc: Doc, i: int) -> bool:
    """Whether the token at ``i`` ends the number that a block begins with: "II. Conclusions"."""
    return (
        i < 2
        and doc[i].text.endswith(".")
        and re.fullmatch(r"(?:[IVX]+|[A-Z]|\d{1,3})\.", doc[: i + 1].text) is not None
    )


def attributes(texts: list[str], i: int) -> bool:
    """Whether the words from ``i`` on say who spoke the quotation before them: "…" Ms Bel said."""
    if texts[i - 2] not in (".", "!", "?", ",", "…") if i > 1 else True:
        return False
    for at, text in enumerate(texts[i : i + 16], i):
        if text in (".", "“", '"', ":", "!", "?"):
            return False
        if text.lower() in SAID:
            after = texts[at + 1] if at + 1 < len(texts) else "."
            return (
                after in (".", ",", ";")
                or after.lower() in ("today", "yesterday", "in", "on", "at", "after")
                or at == i
            )
    return False


def abbreviates(doc: Doc, texts: list[str], i: int) -> bool:
    """Whether the token at ``i`` is an abbreviation with its full stop that does not end the sentence here."""
    text = texts[i]
    if text == "." and i > 0:
        if doc[i - 1].whitespace_:
            return False
        text = texts[i - 1] + "."
    if not text.endswith(".") or len(text) < 2:
        return False
    word = text[:-1].lower()
    after = texts[i + 1]
    if re.fullmatch(r"[A-Za-z]", text[:-1]):  # an initial: "J. Smith"
        return text[0].isupper() and after[:1].isupper()
    if word not in ABBREVIATIONS:
        return False
    return word not in MAY_END or (not after[:1].isupper() and after not in OPENING)


def bracketed(texts: list[str]) -> bytearray:
    """Which tokens stand inside round or square brackets that are closed soon."""
    flags = bytearray(len(texts))
    stack: list[int] = []
    for i, text in enumerate(texts):
        if text in ("(", "["):
            stack.append(i)
        elif text in (")", "]") and stack:
            begin = stack.pop()
            if not stack and i - begin < 120:
                flags[begin + 1 : i + 1] = b"\1" * (i - begin)
    return flags
