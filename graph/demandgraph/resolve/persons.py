"""Compares two names of persons: a score, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from demandgraph.resolve.spelling import bones, canonical, fold, plain

CERTAIN = 0.95
"""From here on two names are one wherever they stand."""
SAME = 0.9
"""From here on two names are one in documents about the same country."""
UNSURE = 0.75
"""From here on a person should look."""

LONG = 7
"""Letters from which on one vowel may differ."""
PARTICLES = frozenset(
    "al el ul as ad an at ar ash az de del della da dos das do di la le les los las van von der den ter ten bin ibn ben bint abu y e i ould".split()
)
GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
PATRONYMIC = re.compile(r"(?:[oe]vich|[oe]vych|[aeo]vic|[oe]vna|ivna|ichna|[iy]nichna|ovych|avich|ogly|oglu|kyzy)$")


def words_of_file(name: str) -> frozenset[str]:
    """The words of a list of this stage."""
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").split())


@cache
def titles() -> frozenset[str]:
    """Forms of address, ranks and offices that stand before names."""
    return words_of_file("title_words.txt")


@cache
def honours() -> frozenset[str]:
    """Letters that stand behind names."""
    return words_of_file("after_names.txt")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How certainly two names are one, 0..1, and why."""

    score: float
    why: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts: its words in plain letters, without titles, honours and particles."""

    words: tuple[str, ...]
    generation: str = ""


@cache
def person(name: str) -> PersonName:
    """Take a person's name apart.

    >>> person("Dr. José de la Cruz Jr.").words, person("CRUZ, José").words
    (('jose', 'cruz'), ('jose', 'cruz'))
    """
    if name.count(",") == 1 and not any(w in honours() or w in GENERATIONS for w in tail(name)):
        family, given = name.split(",")
        name = f"{given} {family}"
    words = re.findall(r"[^\W\d_]+", re.sub(r"(?<=\w)['’ʼ`](?=\w)", "", plain(name)))
    generation = next((GENERATIONS[w] for w in words[1:] if w in GENERATIONS), "")
    words = [w for w in words if w not in GENERATIONS] if generation else words
    while len(words) > 1 and words[0] in titles():
        words = words[1:]
    while len(words) > 1 and words[-1] in honours():
        words = words[:-1]
    kept = [w for w in words if w not in PARTICLES] or words
    return PersonName(tuple(kept), generation)


def tail(name: str) -> list[str]:
    """The words behind a comma."""
    return re.findall(r"[a-z]+", plain(name.partition(",")[2]).replace(".", ""))


def word_likeness(one: str, other: str) -> float:
    """How certainly two words of names are one, 0..1.

    A different ending is mostly another sex (*Ivanov*, *Ivanova*; *Mario*, *Maria*), a different vowel in a short word
    another name (*Li*, *Lu*).
    """
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.8 if one[0] == other[0] or fold(one)[:1] == fold(other)[:1] else 0.0
    if canonical(one) == canonical(other):
        return 0.97
    for short, long in ((one, other), (other, one)):
        if long[:2] in ("al", "el") and len(short) > 3 and fold(long[2:]) == fold(short):
            return CERTAIN
    a, b = sorted((fold(one), fold(other)), key=lambda w: (len(w), w))
    if len(a) < LONG or not same_end(one, other, a, b):
        return 0.0
    if unstressed(a) == unstressed(b):
        return CERTAIN
    if Levenshtein.distance(a, b) == 1 and (bones(a) == bones(b) or (a[1:] == b[1:] and {a[0], b[0]} == {"g", "h"})):
        return CERTAIN
    return 0.6 if Levenshtein.normalized_similarity(a, b) >= 0.8 else 0.0


# Endings that Russian and Ukrainian write with -o, Belarusian with -a.
BOTH = re.compile(r"(?:n|sh|ch|[iyj])k[oa]")


def same_end(one: str, other: str, a: str, b: str) -> bool:
    """Whether two words, folded to ``a`` and ``b``, end alike (*-enko* and *-enka* do)."""
    return a[-1] == b[-1] or (both(one) and both(other))


def both(word: str) -> bool:
    """Whether a word has an ending that is written with -o or with -a."""
    return any(BOTH.fullmatch(word[-n:]) for n in (3, 4))


def unstressed(word: str) -> str:
    """A folded family name without the difference between o and a, which Belarusian writes as they are spoken."""
    return word.replace("o", "a")


def compare_persons(one: str, other: str) -> Comparison:
    """Compare two names of persons: every word of the shorter must have its own in the longer, in any order."""
    a, b = sorted((person(one), person(other)), key=lambda n: (len(n.words), n.words))
    if a.generation != b.generation and a.generation and b.generation:
        return Comparison(0.0, "different generations")
    if "".join(a.words) == "".join(b.words):
        return Comparison(1.0, "the same letters")
    short, long = joined_alike(a.words, b.words)
    if len(short) < 2:
        found = max((word_likeness(short[0], w) for w in long), default=0.0)
        return Comparison(round(0.8 * found, 3), "one word of the name only" if found else "no word in common")
    pairs, left = align(short, long)
    worst = min(score for score, _ in pairs)
    if worst < 0.6:
        return Comparison(round(0.5 * worst, 3), f"no counterpart for {min(pairs)[1]!r}")
    if worst < UNSURE:
        return Comparison(UNSURE, f"{min(pairs)[1]!r} is only similar")
    if sum(score > 0.8 for score, _ in pairs) < 2:
        return Comparison(0.8, "a given name is only an initial")
    if worst == 0.8:
        return Comparison(SAME, "a middle name is an initial")
    how = "the same words" if worst == 1 else "the same words in another spelling"
    extra = [w for w in left if len(w) > 1 and not PATRONYMIC.search(w)]
    if not extra:
        return Comparison(0.98 if worst < 1 or left else 1.0, how)
    more = 2 if long[: len(short)] == short and len(short[0]) > 4 else 1  # Carrie Lam, Carrie Lam Wing-yee
    if len(extra) > more or worst < 1 or all(len(w) <= 4 for w in short) or not anchored(short, long):
        return Comparison(0.8, f"{how}, but {' and '.join(extra)} in one only")
    return Comparison(SAME, f"{how}, and {' '.join(extra)} in one only")


def joined_alike(a: Sequence[str], b: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two names with words run together where the other has them so (*Ki-moon*, *Kimoon*), the shorter first."""
    names = [list(a), list(b)]
    for mine, yours in ((0, 1), (1, 0)):
        n = 0
        while n + 1 < len(names[mine]):
            pair = names[mine][n] + names[mine][n + 1]
            if pair in names[yours]:
                names[mine][n : n + 2] = [pair]
            n += 1
    short, long = sorted(names, key=len)
    return tuple(short), tuple(long)


def align(short: Sequence[str], long: Sequence[str]) -> tuple[list[tuple[float, str]], list[str]]:
    """For each word of the shorter name its likeness to the best word left in the longer, and what is left over."""
    rest = list(long)
    pairs = []
    for word in sorted(short, key=lambda w: (-len(w), w)):
        score, _, best = max((word_likeness(word, w), -n, w) for n, w in enumerate(rest))
        pairs.append((score, word))
        if score:
            rest.remove(best)
    return pairs, rest


def anchored(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a short name begins as the long one does and leaves out what is in its middle or at its end."""
    return word_likeness(short[0], long[0]) >= SAME and any(word_likeness(short[-1], w) >= SAME for w in long[1:])
