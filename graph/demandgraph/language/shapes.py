"""What a line looks like: a sentence, a name, a heading."""

from __future__ import annotations

import re

from demandgraph.dates import find_dates
from demandgraph.language.words import words

SMALL = words(
    """a an the of for on in and or to at by with from de la le les des du di da del der die das und et y e o i von van
    zu zur für as per el al bin ibn ul ve dos das to-the vs via"""
)
WORD = re.compile(r"[^\W_][\w’'.&-]*")
SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$")
ABBREVIATION_END = re.compile(
    r"\b(?:[A-Z]\.|Jr\.|Sr\.|Inc\.|Ltd\.|Co\.|Corp\.|Ph\.?D\.|M\.?D\.|Esq\.|e\.V\.|a\.s\."
    r"|Dr\.|St\.|No\.|etc\.)$"
)
STREET = re.compile(
    r"\b(?:street|st\.|avenue|ave\.?|road|rd\.|boulevard|blvd\.?|place|square|lane|suite|floor|p\.?\s?o\.? box"
    r"|box|quai|quay|rue|route|strasse|straße|allee|platz|plaza|ul\.|str\.|prospect|drive|court|way|palais"
    r"|building|house|room)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"(?:^|\s)(?:[A-Z]{1,3}-?)?\d{4,6}(?:-\d{4})?(?:\s|,|$)|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")


def capital_share(text: str) -> float:
    """Which share of a line's words, small connecting words aside, begin with a capital or a digit."""
    words = [w for w in WORD.findall(text) if w.lower() not in SMALL]
    if not words:
        return 0.0
    return sum(not w[0].islower() for w in words) / len(words)


def is_name_like(text: str, longest: int = 16) -> bool:
    """Whether a line can be a name, a title or an organisation: short, capitalised, no sentence."""
    words = text.split()
    if not 0 < len(words) <= longest or not any(c.isalpha() for c in text):
        return False
    if SENTENCE_END.search(text) and not ABBREVIATION_END.search(text):
        return False
    return text[0].isupper() and capital_share(text) >= 0.6 and text[-1] not in ";"


def is_sentence(text: str) -> bool:
    """Whether a line is running text: a full stop at its end, or too long for anything else."""
    words = len(text.split())
    return (words > 3 and bool(SENTENCE_END.search(text)) and not ABBREVIATION_END.search(text)) or words > 22


def is_shouted(text: str) -> bool:
    """Whether a line is in capitals (with at least one word of four letters)."""
    if sum(map(str.islower, text)) > 0.15 * len(text):  # most lines: too many small letters, whatever the others are
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def is_heading_like(text: str, longest: int = 16) -> bool:
    """Whether a line can be a heading: short, not ended like a sentence or an item, begun with a capital or digit."""
    words = text.split()
    if not 0 < len(words) <= longest or text[-1] in ".;,…-–—" or not any(c.isalpha() for c in text):
        return False
    return (not text[0].islower() and text[0] not in "“\"‘'«" and text[-1] not in '”"’»') or is_shouted(text)


def is_postal(text: str) -> bool:
    """Whether a line is a street, a town with its postcode, an e-mail address."""
    if len(text.split()) > 10 or is_sentence(text):
        return False
    has_digit = any(c.isdigit() for c in text)
    return "@" in text or (bool(has_digit and (STREET.search(text) or POSTCODE.search(text))) and not find_dates(text))


def is_dateline(text: str) -> bool:
    """Whether a line is a date, a place and a date."""
    dates = find_dates(text) if len(text) < 160 and len(text.split()) < 12 else []
    return bool(dates) and sum(e - b for b, e, _ in dates) >= 0.4 * len(text)
