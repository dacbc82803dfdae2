"""Reads an action as a verb of one class and the nouns of others: what is to be done, and to what.

Two tables beside this module: ``topic_words.tsv`` sorts words into classes, ``topic_frames.tsv`` says what a verb's class
makes of a noun's (to *free* the *detained* is ``release``, to *visit* them ``treatment``). They catch what no pattern of
``topics.tsv`` foresees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONGEST = 4
"""Words of the longest entry."""
SHORTEST_STEM = 3
REACH = 8
"""How many words may lie between a verb and its noun."""
FRAME, NOUN, VERB = 5.0, 4.0, 2.0
"""Weights of a frame, a noun's class and a verb's class, on the scale of ``topics.tsv``."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class of words: whether verbs or nouns, its name, and the topic that it hints at alone."""

    part: str
    name: str
    topic: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a class at a place of the text, counted in words."""

    kind: Class
    at: int


def _rows(name: str) -> list[list[str]]:
    text = files("demandgraph.extract").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words() -> dict[str, dict[str, Class]]:
    """The classes by part and entry; an entry that ends in ``*`` is a stem."""
    table: dict[str, dict[str, Class]] = {"verb": {}, "noun": {}}
    for part, name, topic, entries in _rows("topic_words.tsv"):
        kind = Class(part, name, None if topic == "-" else topic)
        for entry in entries.split():
            table[part].setdefault(entry.replace("_", " "), kind)
    return table


@cache
def first_words() -> dict[str, frozenset[str]]:
    """The first words, of three letters or more, of the entries that have several, by part: others stand alone."""
    return {
        part: frozenset(w for e in table if " " in e and len(w := e.partition(" ")[0]) >= SHORTEST_STEM)
        for part, table in words().items()
    }


@cache
def frames() -> dict[tuple[str, str], str]:
    """The topic of each verb class with each noun class."""
    table: dict[tuple[str, str], str] = {}
    for verbs, nouns, topic, _ in _rows("topic_frames.tsv"):
        for verb in verbs.split():
            for noun in nouns.split():
                table.setdefault((verb, noun), topic)
    return table


@lru_cache(maxsize=20_000)
def _class_of(part: str, text: str) -> Class | None:
    """The class of a run of words, by its whole form or its longest stem."""
    table = words()[part]
    if text in table:
        return table[text]
    for length in range(len(text), SHORTEST_STEM - 1, -1):
        if kind := table.get(text[:length] + "*"):
            # a stem ends within the last word of the run
            return kind if " " not in text[length:].rstrip() else None
    return None


def classes_in(text: str) -> tuple[list[Found], list[Found]]:
    """The verbs and the nouns of a text that belong to a class, in order; of overlapping entries the longest."""
    found: dict[str, list[Found]] = {"verb": [], "noun": []}
    tokens = [m.group() for m in WORD.finditer(text)]
    lower = [t.lower().replace("’", "'").removesuffix("'s") for t in tokens]
    for part, hits in found.items():
        at, first = 0, first_words()[part]
        while at < len(lower):
            longest = LONGEST if lower[at] in first else 1
            for length in range(min(longest, len(lower) - at), 0, -1):
                kind = _class_of(part, " ".join(lower[at : at + length]))
                if kind is not None:
                    hits.append(Found(kind, at))
                    at += length - 1
                    break
            else:
                if part == "noun" and at and tokens[at][0].isupper() and not tokens[at].isupper():
                    hits.append(Found(NAME, at))
            at += 1
    return found["verb"], found["noun"]


NAME = Class("noun", "name", None)


def nearness(at: int) -> float:
    """How much a word counts by its place: the action stands first, its object next, circumstances last."""
    return 1.0 if at < 4 else 0.8 if at < 9 else 0.55


def frame_scores(text: str) -> dict[str, list[float]]:
    """What the frames, nouns and verbs of a text speak for: the weights of each topic."""
    verbs, nouns = classes_in(text)
    scores: dict[str, list[float]] = {}
    for noun in nouns:
        frame = None
        for verb in verbs:
            # a noun behind its verb, or the subject of a passive before it
            if -4 <= noun.at - verb.at <= REACH and (frame := frames().get((verb.kind.name, noun.kind.name))):
                scores.setdefault(frame, []).append(FRAME * nearness(max(verb.at, noun.at - 3)))
                break
        if frame is None and noun.kind.topic:
            scores.setdefault(noun.kind.topic, []).append(NOUN * nearness(noun.at))
    for verb in verbs:
        if verb.kind.topic:
            scores.setdefault(verb.kind.topic, []).append(VERB * nearness(verb.at))
    return scores
