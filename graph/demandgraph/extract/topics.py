"""Assigns each demand its topic by a weighted lexicon of actions and their objects.

An act that settles its topic by itself comes first (``topic_acts``). The lexicon is ``topics.tsv`` beside this module.
Beside its patterns count the frames of verb and noun classes (``topic_frames``), which know what no pattern foresees.
Every pattern that a text contains adds its weight to its topic, more so near the beginning, where the action stands;
the highest sum wins, earlier topics of the table before later ones. A row is tried only at words that begin like one of
its patterns: to look for all rows at every letter takes most of the time that demands take.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from demandgraph.extract.topic_acts import topic_of_act
from demandgraph.extract.topic_frames import frame_scores, nearness
from demandgraph.extract.topic_patterns import compile_pattern, openings, openings_in

FLOOR = 2.0
"""Sums below this are no topic: ``other``."""
SHARE = 0.6
"""How much frames and word classes count beside the lexicon's patterns."""
PRINTED = re.compile(r"\S+")
FAR = 9
"""Words behind which all places count the same; see :func:`nearness`."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the lexicon: all its patterns in one expression."""

    topic: str
    weight: float
    regex: re.Pattern[str]
    openings: frozenset[str] | None
    """How the words begin at which it can match; ``None`` if it can match anywhere."""

    def matches(self, low: str, begins: Sequence[int]) -> Iterator[re.Match[str]]:
        """What ``regex.finditer`` finds in a text in lower case, given where words begin at which it can match."""
        if self.openings is None:
            yield from self.regex.finditer(low)
            return
        end = 0
        for begin in begins:
            if begin >= end and (match := self.regex.match(low, begin)):
                end = match.end()
                yield match


@cache
def lexicon() -> tuple[Pattern, ...]:
    """The compiled lexicon, in the order of the table."""
    rows = []
    text = files("demandgraph.extract").joinpath("topics.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        topic, weight, patterns = line.split("\t")
        choices = re.split(r"\s\|\s", patterns)
        joined = "|".join(f"(?:{compile_pattern(pattern)})" for pattern in choices)
        rows.append(Pattern(topic, float(weight), re.compile(joined), openings(choices)))
    return tuple(rows)


@cache
def rows_by_opening() -> dict[str, list[int]]:
    """For each way in which a word can begin the rows of the lexicon that can match there."""
    found: dict[str, list[int]] = {}
    for n, row in enumerate(lexicon()):
        for opening in row.openings or ():
            found.setdefault(opening, []).append(n)
    return found


@cache
def anywhere() -> tuple[int, ...]:
    """The rows of the lexicon that can match at any word."""
    return tuple(n for n, row in enumerate(lexicon()) if row.openings is None)


# Names and set phrases whose words say nothing of the action.
SILENT = re.compile(
    r"(?:media|press|news) releases?|human rights (?=defenders?|advocates?|activists?|organi[sz]ations?|groups?|lawyers?|monitors?|campaigners?|workers?|NGOs?)|(?:the|this) present (?:resolution|declaration|decision|report)|in law and (?:in )?practice|(?:United Nations )?(?:Office of the )?(?:United Nations )?High Commissioner for (?:Human Rights|Refugees)|Human Rights (?:Council|Committee|Commission)"
    r"|human rights (?:instruments?|treat(?:y|ies)|mechanisms?|bodies|education)|International Covenant on [\w, ]+? Rights|rights[- ]based approach"
    r"|(?<=Convention) on the (?:Rights of the Child|Rights of Persons with Disabilities|Elimination of All Forms of Discrimination against Women)"
    r"|(?<=Convention) on the Elimination of All Forms of Racial Discrimination|(?<=Convention) against Torture",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)  # titles and actions are asked for again and again
def scores(text: str) -> Mapping[str, float]:
    """The sum of weights of each topic that a text speaks for."""
    text = SILENT.sub(lambda m: " ".join("x" for _ in m.group().split()), text)
    low = text.lower()
    rows, by_opening = lexicon(), rows_by_opening()
    begins: dict[int, list[int]] = {n: [] for n in anywhere()}
    for begin, opening in openings_in(low):
        for n in by_opening.get(opening, ()):
            begins.setdefault(n, []).append(begin)
    first_words = [word.start() for word in islice(PRINTED.finditer(low), FAR + 1)]
    best: dict[str, list[float]] = {}
    for n in sorted(begins):
        row = rows[n]
        seen: set[str] = set()
        for match in row.matches(low, begins[n]):
            word = match.group().strip()
            if word in seen:
                continue
            seen.add(word)
            before = bisect_left(first_words, match.start())
            best.setdefault(row.topic, []).append(row.weight * nearness(before))
    for topic, weights in frame_scores(text).items():
        best.setdefault(topic, []).extend(SHARE * w for w in weights)
    total = {}
    for topic, found in best.items():
        values = sorted(found, key=abs, reverse=True)
        # the strongest word settles most; further ones support it less and less
        total[topic] = sum(v * (1.0, 0.5, 0.3, 0.2)[min(n, 3)] for n, v in enumerate(values))
    return total


@cache
def precedence() -> dict[str, int]:
    """The place of each topic in the lexicon: of two that score the same the earlier wins."""
    return {topic: n for n, topic in enumerate(dict.fromkeys(p.topic for p in lexicon()))}


def topic_of(action: str, *context: str) -> str:
    """The topic of an action; ``context`` (its sentence, the title) only helps where the action itself says nothing."""
    settled = topic_of_act(action)
    if settled is not None:
        return settled
    order = precedence()
    for text, floor in ((action, FLOOR), *((c, FLOOR * 2) for c in context)):
        ranked = sorted(scores(text).items(), key=lambda item: (-item[1], order[item[0]]))
        if ranked and ranked[0][1] >= floor:
            return ranked[0][0]
    return "other"
