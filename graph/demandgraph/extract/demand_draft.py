"""A demand while the document is being read: the finding with what is needed to compare it with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from demandgraph.model import Demand

STOP = frozenset(
    """the a an of to and or in on for with by from at as all any its their his her our your this that these those be is
    are was were been being it they he she we you not no who which including such other into within also well more most
    so than then there have has had do does will would should must shall can could may might let make take takes
    immediate immediately full fully""".split()
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A demand with its place: block, sentence, and whether it stands in a title, heading or summary."""

    demand: Demand
    block: int
    sentence: int
    stems: frozenset[str]
    summary: bool = False
    first: frozenset[str] = frozenset()
    """The stem of the word that names the action."""
    lead: int | None = None
    """For an item of a list, the block that governs it: items of one list are never the same demand."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude stem: enough to see *release* in *releasing* and *sanction* in *sanctions*."""
    word = re.sub(r"(?:ies|ied)$", "y", word.lower())
    for suffix in (r"s$", r"(?:ations?|ions?|ments?|ings?|ed|al|ly|ance|ence)$", r"e$"):
        shorter = re.sub(suffix, "", word)
        word = shorter if len(shorter) > 2 else word
    return word[:8]


ADJECTIVES = frozenset("immediate unconditional full urgent prompt new additional further free fair increased".split())


def first_stem(text: str) -> frozenset[str]:
    """The stem of the first content word that is no common modifier."""
    words = [
        w
        for w in re.findall(r"[^\W\d_]{2,}", text)
        if w.lower() not in STOP | ADJECTIVES and not w.lower().endswith("ly")
    ]
    return frozenset({stem(words[0])}) if words else frozenset()


def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    words = re.findall(r"[^\W\d_]{2,}|\d+", text.replace("’", "'"))
    return frozenset(stem(w) for w in words if w.lower() not in STOP)
