"""List markers and clause numbers at the beginning of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLETS = "•●○◦▪▫■□‣⁃∙·➢➤►▶✓✔✗❖§◆◇★☆→»"
DASHES = "-–—−*+"
ROMAN = re.compile(r"(?=[ivxlc])(?:x{0,3})(?:ix|iv|v?i{0,3})$")
# Each pattern is tried in this order; `number` is what the marker counts with.
PATTERNS = (
    ("bullet", re.compile(rf"(?P<number>[{BULLETS}\uf0b7\uf0a7\uf0d8])\s*(?=\S)")),
    ("dash", re.compile(r"(?P<number>[-–—−*+])\s+(?=\S)")),
    ("bullet", re.compile(r"(?P<number>o)\s+(?=[A-Z])")),
    ("hash", re.compile(r"(?P<number>#{1,6})\s+(?=\S)")),
    ("draft", re.compile(r"(?P<number>[OP]P\s?\d{1,3}(?:\.\d{1,2})?(?:\s?(?:bis|ter|quater|alt))?)[.:)]?\s+(?=\S)")),
    ("doubled", re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P=number)[.)]\s+(?=\S)")),
    ("clause", re.compile(r"(?P<outer>\d{1,3})[.)]?\s*\((?P<number>[a-z]{1,4})\)\s+(?=\S)")),
    ("decimal", re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?\s+(?=[^\W\d_a-z]|[“\"(\[])")),
    ("number", re.compile(r"(?P<number>\d{1,3})(?P<close>[.)]|\.\))\s+(?=\S)")),
    ("number", re.compile(r"(?P<number>\d{1,3})(?P<close>[.)])(?=[A-Z“\"])")),
    ("bracketed", re.compile(r"[(\[](?P<number>\d{1,3}(?:\.\d{1,3})*)[)\]]\s*(?=\S)")),
    ("letter", re.compile(r"\(\s?(?P<number>[a-zA-Z]{1,2})\s?\)\s*(?=\S)")),
    ("roman", re.compile(r"\(\s?(?P<number>[ivxlcIVXLC]{1,6})\s?\)\s*(?=\S)")),
    ("letter", re.compile(r"(?P<number>[a-z])[)]\s+(?=\S)")),
    ("letter", re.compile(r"(?P<number>[a-z])[.]\s+(?=\S)")),
    ("roman", re.compile(r"(?P<number>[ivx]{1,5})[.)]\s+(?=\S)")),
    ("chapter", re.compile(r"(?P<number>[IVXLC]{1,6})[.)]\s+(?=\S)")),
    ("capital", re.compile(r"(?P<number>[A-Z]{1,2})[.)]\s+(?=\S)")),
)
MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? \d{4}")
ALONE = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\(?[a-z]{1,2}\)|\([ivx]{1,6}\)|\(\d{1,3}\)|[IVXLC]{1,6}\."
    r"|[•●○▪■‣·–-])$"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as printed, its kind (the key of a nesting level), what it counts to, and how many characters it takes.

    ``value`` is 0 for bullets; letters and roman numbers count from 1.
    """

    text: str
    kind: str
    value: int
    width: int


def roman(number: str) -> int:
    """The value of a roman number, 0 if it is none."""
    total, last = 0, 0
    for c in reversed(number.lower()):
        digit = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}.get(c, 0)
        if not digit:
            return 0
        total, last = (total - digit, last) if digit < last else (total + digit, digit)
    return total


def letter(number: str) -> int:
    """The value of a letter in a list: a, b, … z, aa, bb, …"""
    return ord(number[0].lower()) - 96 + 26 * (len(number) - 1)


def read_marker(line: str) -> Marker | None:
    """The marker that a line begins with, ``None`` if it has none.

    A line that consists of a marker alone has none; see :data:`ALONE`.
    """
    head = line[:24]
    if head[:1].isalpha() and not any(c in head[:8] for c in ".):") and head[:2] not in ("o ", "o\t", "OP", "PP"):
        return None
    for kind, pattern in PATTERNS:
        match = pattern.match(line[:64])
        if match is None:
            continue
        number = match["number"]
        if kind == "letter" and (len(number) > 1 and number[0] != number[1]):
            continue
        if kind in ("roman", "chapter") and not ROMAN.match(number.lower()):
            continue
        if kind == "number" and MONTH.match(line, match.end()):  # "12. March 2021" is a date
            continue
        return Marker(match.group().rstrip(), kind_of(kind, match), value_of(kind, number), match.end())
    return None


def kind_of(kind: str, match: re.Match[str]) -> str:
    """The key of the nesting level: kind and brackets, for bullets and dashes the character itself."""
    if kind in ("bullet", "dash"):
        return f"{kind} {match['number']}"
    if kind == "decimal":
        return f"decimal {match['number'].count('.')}"
    if kind == "letter":
        return ("LETTER" if match["number"].isupper() else "letter") + (" ()" if match.group().startswith("(") else "")
    return kind


def value_of(kind: str, number: str) -> int:
    """What a marker counts to."""
    if kind in ("bullet", "dash", "hash"):
        return 0
    if kind in ("roman", "chapter"):
        return roman(number)
    if kind in ("letter", "capital", "clause"):
        return letter(number)
    digits = re.findall(r"\d+", number)
    return int(digits[-1]) if digits else 0
