"""Assigns each demand its topic by a weighted lexicon of actions and their objects.

An act that settles its topic by itself comes first (``topic_acts``). The lexicon is ``topics.tsv`` beside this module.
Beside its patterns count the frames of verb and noun classes (``topic_frames``), which know what no pattern foresees.
Every pattern that a text contains adds its weight to its topic, more so near the beginning, where the action stands;
the highest sum wins, earlier topics of the table before later ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from demandgraph.extract.topic_acts import topic_of_act
from demandgraph.extract.topic_frames import frame_scores
from demandgraph.extract.topic_patterns import compile_pattern

FLOOR = 2.0
"""Sums below this are no topic: ``other``."""
SHARE = 0.6
"""How much frames and word classes count beside the lexicon's patterns."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the lexicon: all its patterns in one expression."""

    topic: str
    weight: float
    regex: re.Pattern[str]


@cache
def lexicon() -> tuple[Pattern, ...]:
    """The compiled lexicon, in the order of the table."""
    rows = []
    text = files("demandgraph.extract").joinpath("topics.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        topic, weight, patterns = line.split("\t")
        joined = "|".join(f"(?:{compile_pattern(pattern)})" for pattern in re.split(r"\s\|\s", patterns))
        rows.append(Pattern(topic, float(weight), re.compile(joined)))
    return tuple(rows)


# Names and set phrases whose words say nothing of the action.
SILENT = re.compile(
    r"(?:media|press|news) releases?|human rights (?=defenders?|advocates?|activists?|organi[sz]ations?|groups?|lawyers?|monitors?|campaigners?|workers?|NGOs?)|(?:the|this) present (?:resolution|declaration|decision|report)|in law and (?:in )?practice|(?:United Nations )?(?:Office of the )?(?:United Nations )?High Commissioner for (?:Human Rights|Refugees)|Human Rights (?:Council|Committee|Commission)"
    r"|human rights (?:instruments?|treat(?:y|ies)|mechanisms?|bodies|education)|International Covenant on [\w, ]+? Rights|rights[- ]based approach"
    r"|(?<=Convention) on the (?:Rights of the Child|Rights of Persons with Disabilities|Elimination of All Forms of Discrimination against Women)"
    r"|(?<=Convention) on the Elimination of All Forms of Racial Discrimination|(?<=Convention) against Torture",
    re.IGNORECASE,
)


def scores(text: str) -> dict[str, float]:
    """The sum of weights of each topic that a text speaks for."""
    text = SILENT.sub(lambda m: " ".join("x" for _ in m.group().split()), text)
    low = text.lower()
    best: dict[str, list[float]] = {}
    for row in lexicon():
        seen: set[str] = set()
        for match in row.regex.finditer(low):
            word = match.group().strip()
            if word in seen:
                continue
            seen.add(word)
            before = len(low[: match.start()].split())
            near = 1.0 if before < 4 else 0.8 if before < 9 else 0.55
            best.setdefault(row.topic, []).append(row.weight * near)
    for topic, weights in frame_scores(text).items():
        best.setdefault(topic, []).extend(SHARE * w for w in weights)
    total = {}
    for topic, found in best.items():
        values = sorted(found, key=abs, reverse=True)
        # the strongest word settles most; further ones support it less and less
        total[topic] = sum(v * (1.0, 0.5, 0.3, 0.2)[min(n, 3)] for n, v in enumerate(values))
    return total


def topic_of(action: str, *context: str) -> str:
    """The topic of an action; ``context`` (its sentence, the title) only helps where the action itself says nothing."""
    settled = topic_of_act(action)
    if settled is not None:
        return settled
    order = {topic: n for n, topic in enumerate(dict.fromkeys(p.topic for p in lexicon()))}
    for text, floor in ((action, FLOOR), *((c, FLOOR * 2) for c in context)):
        ranked = sorted(scores(text).items(), key=lambda item: (-item[1], order[item[0]]))
        if ranked and ranked[0][1] >= floor:
            return ranked[0][0]
    return "other"
