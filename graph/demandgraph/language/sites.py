"""Recognises lines of an address that say where somebody sits: buildings, streets, floors, post boxes."""

from __future__ import annotations

import re

CIVIC = "parliament|state|government|city|town|county|customs|capitol|legislative|federal|assembly"
BUILT = (
    "towers?|buildings?|street|avenue|road|boulevard|lane|terrace|plaza|mansions|square|crescent|drive|embankment|wharf"
    "|quay|annex|annexe|complex|compound|campus"
)
FIRST_PART = re.compile(
    rf"""(?:the\s+)?(?:
        (?:level|floor|suite|room|unit|apartment|flat|block|wing|shop)\s+(?=[\w/-]*\d|\w(?:\s|$))[\w/-]{{1,6}}
      | (?:\d{{1,2}}(?:st|nd|rd|th)|ground|first|second|third|fourth|fifth|top)\s+floor
      | (?:g\.?\s?)?p\.?\s?o\.?\s+box\b.{{0,20}} | (?:private|locked)\s+(?:mail\s?)?bag\b.{{0,20}} | post\s+box\b.{{0,20}}
      | (?:new\s+|old\s+)?(?:{CIVIC})\s+(?:house|hall|buildings?|offices)
      | (?:palais|avenue|rue|boulevard|quai|chemin|chauss[ée]e|all[ée]e|calle|avenida|rua|piazza|viale|corso|plaza)
        \s+(?:d\w{{1,2}}\s+|de\s+la\s+|d['’]|l['’])?[^\W\d_][\w'’.-]*(?:\s+[\w'’.-]+){{0,3}}
      | (?:[^\W\d_][\w'’.&-]*\s+){{1,4}}(?:{BUILT})(?:\s+[A-Z\d]{{1,3}})?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""The first part of such a line, up to its first comma."""
HOUSE = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,3}(?:House|Court|Chambers|Centre|Center|Hall|Palace|Gate)")
"""A line that may name a building or a body: the lines around it tell."""
BODY = re.compile(
    r"\b(?:ministry|department|office|embassy|mission|commission|council|committee|agency|authority|party|union|trust"
    r"|league|alliance|network|federation|association|foundation|institute|society|company|group|bank|university"
    r"|watch|centre|center|parliament|senate|government|secretariat|bureau|limited|ltd|inc)\b\.?,?$",
    re.IGNORECASE,
)
LONGEST = 10
"""Words of such a line."""


def is_site(text: str) -> bool:
    """Whether a line of an address names a building, a street, a floor or a post box.

    >>> is_site("Level 3, Harbour Tower"), is_site("Avenue de la Mer"), is_site("Harbour Tower Residents' League")
    (True, True, False)
    """
    first = text.strip(" .,;").partition(",")[0]
    return len(text.split()) <= LONGEST and "\n" not in text and FIRST_PART.fullmatch(first.strip()) is not None


def is_house(text: str) -> bool:
    """Whether a line names a house that is a building if a street or town stands below it: *Reef House*."""
    return HOUSE.fullmatch(text.strip(" .,;").partition(",")[0]) is not None


def ends_body(text: str) -> bool:
    """Whether a line of an address names a body of its own: *Harbour **Trust***."""
    return BODY.search(text) is not None
