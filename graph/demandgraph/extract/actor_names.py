"""Compares names: keys, spellings, given and family names."""

from __future__ import annotations

import re

from demandgraph.extract.actor_words import NICKNAMES, SUFFIXES


def name_key(text: str) -> str:
    """A name for comparison: lower case, no article, possessive or punctuation."""
    low = re.sub(r"['’]s?(?=\W|$)", "", text.lower())
    parts = re.findall(r"[^\W_]+", low)
    if len(parts) > 1 and parts[0] in {"the", "a", "an", "his", "her", "its", "their", "our"}:
        parts = parts[1:]
    return " ".join(parts)


def slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-") or "actor"


def fuller(form: str, name: str, kind: str) -> bool:
    """Whether a form is a fuller name than another: full words beat an abbreviation, more words beat fewer."""
    if name_key(form) == name_key(name):
        return name.isupper() and not form.isupper() and len(name) > 5
    if form.isupper() != name.isupper() and len(min(form, name, key=len).split()) == 1:
        return name.isupper()
    if kind == "Person":
        return len(form.split()) > len(name.split())
    return len(form) > len(name) and not form.isupper() and len(form.split()) > len(name.split())


def person_parts(key: str) -> list[str]:
    """The given and family names in a person's name, without *Jr* and decorations."""
    parts = key.split()
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return parts


def same_person(a: list[str], b: list[str]) -> bool:
    """Whether two names with one family name can be one person's: one is the end of the other, or the given names agree."""
    return a == b[-len(a) :] or b == a[-len(b) :] or compatible(a, b)


def compatible(a: list[str], b: list[str]) -> bool:
    """Whether two names of persons with one surname can be one person's: no two given names that differ."""
    if len(a) < 2 or len(b) < 2:
        return True
    x, y = NICKNAMES.get(a[0], a[0]), NICKNAMES.get(b[0], b[0])
    if min(len(x), len(y)) >= 4 and x[0] == y[0] and distance(x, y, 1) <= 1:
        return True
    return x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)) or variant(x, y)


def variant(a: str, b: str) -> bool:
    """Whether two long words are spellings of one name: one or two letters apart, same beginning."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 6 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    return distance(a, b, 2) <= (1 if shorter < 9 else 2)


def distance(a: str, b: str, most: int) -> int:
    """Edit distance, at least ``most + 1`` if it is above ``most``."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > most:
            return most + 1
    return row[-1]
