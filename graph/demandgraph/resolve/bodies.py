"""Compares two names of bodies: the same words in any order and spelling, or an abbreviation and its long form."""

from __future__ import annotations

import re
from functools import cache

from demandgraph.resolve.persons import SAME, Comparison, align
from demandgraph.resolve.spelling import canonical, plain

BRACKETED = re.compile(r"\s*\(\s*[A-Z][A-Za-z]*\s*\)")
SMALL = frozenset("the of for and in on to a an at by with its de la le des du et und der".split())
FORMS = frozenset("inc ltd llc gmbh plc sa ag ngo foundation's ev co corp limited incorporated".split())
SPELLED = {
    "organisation": "organization", "organisations": "organization", "centre": "center", "defence": "defense",
    "labour": "labor", "programme": "program", "govt": "government", "dept": "department", "univ": "university",
    "intl": "international", "natl": "national", "cooperation": "cooperation", "theatre": "theater",
    "un": "united nations", "eu": "european union", "uk": "united kingdom", "us": "united states",
}  # fmt: skip
PHRASES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"\bco operation\b", "cooperation"),
        (r"\b(ministry|minister|department) (?:of |for )?(?:the )?(?:foreign affairs?|external relations|external affairs)\b", r"foreign \1"),
        (r"\bforeign affairs (ministry|minister|department)\b", r"foreign \1"),
        (r"\b(ministry|minister|department) (?:of |for )?(?:the )?(?:interior|internal affairs|home affairs)\b", r"interior \1"),
        (r"\b(?:home affairs|internal affairs) (ministry|minister|department)\b", r"interior \1"),
        (r"\b(?:general prosecutor|prosecutor general)(?: s)?\b", "chief prosecutor"),
        (r"\b(ministry|minister|department) (?:of|for) (?:the )?(\w+)\b", r"\2 \1"),
        (r"\b(?:islamic |arab |democratic |socialist |federal |people s )*republic of (?:the )?", ""),
        (r"\bkingdom of (?:the )?", ""),
        (r"\bnon governmental\b", "nongovernmental"),
    )
)  # fmt: skip


@cache
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name that tell which it is, in their order, as all spellings share them.

    >>> sorted(body_words("The Ministry of Defence")) == sorted(body_words("Defense Ministry"))
    True
    """
    letters = re.sub(r"\b(?:[a-z]\.){2,}", lambda m: m.group().replace(".", "") + " ", plain(BRACKETED.sub(" ", name)))
    text = " ".join(re.findall(r"[^\W_]+", re.sub(r"(?<=\w)['’]s?\b", "", letters)))
    for pattern, written in PHRASES:
        text = pattern.sub(written, text)
    words = " ".join(SPELLED.get(w, w) for w in text.split()).split()
    kept = [singular(w) for w in words if w not in SMALL and w not in FORMS]
    return tuple(kept or words)


def singular(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def body_key(name: str) -> tuple[str, ...]:
    """What all spellings and orders of a body's name share."""
    return tuple(sorted(canonical(w) if w.isalpha() else w for w in body_words(name)))


def initials(name: str) -> set[str]:
    """The abbreviations that a body's name may have: with and without its small words."""
    words = re.findall(r"[^\W_]+", plain(name))
    return {"".join(w[0] for w in some) for some in (words, [w for w in words if w not in SMALL]) if len(some) > 1}


def compare_bodies(one: str, other: str) -> Comparison:
    """Compare two names of bodies: the same words in any order and spelling, or an abbreviation and its long form."""
    if plain(one) == plain(other):
        return Comparison(1.0, "the same letters")
    a, b = body_words(one), body_words(other)
    if sorted(a) == sorted(b):
        return Comparison(0.98, "the same words")
    if body_key(one) == body_key(other):
        return Comparison(0.96, "the same words in another spelling")
    for short, long in ((one, other), (other, one)):
        letters = plain(short).replace(".", "").replace(" ", "")
        if letters.isalpha() and len(letters) > 2 and short.replace(".", "").isupper() and letters in initials(long):
            return Comparison(SAME if len(letters) > 3 else 0.85, f"{short} are the first letters of {long}")
    if len(a) == len(b) > 1:
        pairs, _ = align(a, b)
        if min(pairs)[0] >= SAME:
            return Comparison(0.95, "the same words in another spelling")
    shared, every = set(a) & set(b), set(a) | set(b)
    share = len(shared) / len(every)
    if set(a) <= set(b) or set(b) <= set(a):
        return Comparison(round(min(0.8, 0.5 + share / 2), 3), f"{' '.join(sorted(every - shared))} in one only")
    return Comparison(round(share / 2, 3), "different words: " + " ".join(sorted(every - shared)))
