"""Finds numbers in running text, in digits and in words, with the word that qualifies them.

What a number counts is not decided here (see :mod:`demandgraph.extract.figures`); what is certainly no count (dates,
money, decimals of a clause number) is left out where the characters around it alone say so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12,
    "dozen": 12, "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000, "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000,
}  # fmt: skip
# Indefinite numbers are given their order of magnitude: the least that the words promise.
VAGUE = {
    "dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000,
    "tens of thousands": 10_000, "hundreds of thousands": 100_000, "tens of millions": 10_000_000,
    "hundreds of millions": 100_000_000, "hundreds of billions": 100_000_000_000, "tens of billions": 10_000_000_000,
    "several hundred": 100, "several thousand": 1_000, "several million": 1_000_000,
    "several dozen": 12, "a few hundred": 100, "a few thousand": 1_000, "a few dozen": 12,
    "half a million": 500_000, "half a dozen": 6, "half a billion": 500_000_000,
    "a hundred": 100, "a thousand": 1_000, "a million": 1_000_000, "a billion": 10**9, "a dozen": 12,
}  # fmt: skip
QUALIFIERS = (
    "at the very least", "no fewer than", "not fewer than", "no less than", "not less than", "at a minimum",
    "well over", "well above", "more than", "greater than", "in excess of", "upwards of", "upward of", "at least",
    "a minimum of", "a maximum of", "at most", "no more than", "not more than", "fewer than", "less than", "as many as",
    "as much as", "as few as", "up to", "close to", "an estimated", "estimated", "approximately", "approx.", "roughly",
    "about", "around", "circa", "ca.", "nearly", "almost", "some", "over", "above", "under", "below", "only", "just",
    "exactly", "a total of", "a further", "an additional", "another",
)  # fmt: skip

_SMALL = "|".join(sorted(UNITS, key=len, reverse=True))
_SCALE = r"hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?"
_WORDS = rf"(?:{_SMALL})(?:-(?:{_SMALL}))?(?:\s+(?:and\s+)?(?:{_SCALE}|(?:{_SMALL})(?:-(?:{_SMALL}))?))*"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d.,])|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w$€£¥§#@])(?<!\d[.,/:–-])(?<!\w[./-])"
    rf"(?P<number>(?P<vague>{'|'.join(sorted(VAGUE, key=len, reverse=True))})\b"
    rf"|(?P<digits>{_DIGITS})(?:\s*(?P<scale>{_SCALE})\b|(?P<short>k|m|mn|bn)\b)?"
    rf"|(?P<words>{_WORDS})\b)"
    r"(?P<plus>\+)?(?!\w)(?![/:.,]\d)(?!-\w)",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(q) for q in QUALIFIERS)})\s+(?:(?:a|an|the)\s+)?$", re.IGNORECASE
)
_RANGE = re.compile(r"(?<!\w)(?:between|from)\s+$", re.IGNORECASE)
_RANGE_LINK = re.compile(r"^\s*(?:and|to|or|-|–|—)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    ``begin`` and ``end`` enclose the number itself, ``start`` is where its qualifier begins (``begin`` without one).
    ``in_words`` tells numbers written out; ``vague`` those that only give an order of magnitude (*tens of thousands*).
    """

    begin: int
    end: int
    start: int
    value: float
    qualifier: str | None
    in_words: bool
    vague: bool


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in their order; the two ends of a range share one ``start``."""
    found: list[Number] = []
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is None:
            continue
        begin, end = match.span("number")
        before = text[max(0, begin - 30) : begin]
        qualifier = _QUALIFIER.search(before)
        words = re.sub(r"\s+", " ", qualifier.group().strip().lower()) if qualifier else None
        start = begin - len(qualifier.group()) if qualifier else begin
        if match["plus"]:
            words, end = words or "more than", match.end("plus")
        found.append(Number(begin, end, start, value, words, match["digits"] is None, match["vague"] is not None))
    return tuple(_joined(found, text))


def _joined(found: list[Number], text: str) -> Iterator[Number]:
    """Ranges made whole: *between 3 and 5 thousand* is at least 3,000 and at most 5,000."""
    i = 0
    while i < len(found):
        first = found[i]
        second = found[i + 1] if i + 1 < len(found) else None
        opening = _RANGE.search(text[max(0, first.start - 10) : first.start]) if second else None
        if second and opening and _RANGE_LINK.match(text[first.end : second.start]):
            scale = _scale_of(text[second.begin : second.end])
            low = first.value * scale if first.value < second.value / scale and first.value < scale else first.value
            start = first.start - len(opening.group())
            yield Number(first.begin, second.end, start, low, "at least", first.in_words, False)
            yield Number(second.begin, second.end, start, second.value, "at most", second.in_words, False)
            i += 2
        else:
            yield first
            i += 1


def _scale_of(text: str) -> int:
    word = re.search(r"[a-z]+$", text.lower())
    return SCALES.get(word.group(), 1) if word else 1


def _value(match: re.Match[str]) -> float | None:
    if match["vague"]:
        return float(VAGUE[re.sub(r"\s+", " ", match["vague"].lower())])
    if match["digits"]:
        value = float(re.sub(r"[,\s]", "", match["digits"]))
        scale = (match["scale"] or match["short"] or "").lower()
        return value * SCALES.get(scale, 1) if math.isfinite(value) else None  # hundreds of digits are no number
    return words_to_number(match["words"])


def words_to_number(words: str) -> float | None:
    """The value of a number written in English words, ``None`` if they do not make one number (*two three*)."""
    total = current = 0
    last = 10**15
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "and":
            continue
        if word in UNITS:
            value = UNITS[word]
            if current % 100 and not (current % 10 == 0 and current % 100 >= 20 and value < 10):
                return None
            current += value
        elif word in ("hundred", "dozen"):
            current = max(1, current) * SCALES[word]
        elif word in SCALES:
            if SCALES[word] >= last:
                return None
            last = SCALES[word]
            total += max(1, current) * last
            current = 0
        else:
            return None
    return float(total + current)
