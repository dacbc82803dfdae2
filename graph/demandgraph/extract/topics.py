"""Assigns each demand its topic by a weighted lexicon of actions and their objects.

The lexicon is ``topics.tsv`` beside this module. Every pattern that a text contains adds its weight to its topic, more
so near the beginning, where the action stands; the highest sum wins, earlier topics of the table before later ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FLOOR = 2.0
"""Sums below this are no topic: ``other``."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the lexicon: all its patterns in one expression."""

    topic: str
    weight: float
    regex: re.Pattern[str]


def _compile(pattern: str) -> str:
    """A pattern of the table as a regular expression."""
    out = []
    for word in re.findall(r"\([^()]*\)\??|\S+", pattern.strip()):
        if word == "_":
            out.append(r"(?:[\w'’-]+[\s,“\"]+){0,5}?")
            continue
        optional = word.endswith("?") and word.startswith("(")
        body = word[1:-2] if optional else word[1:-1] if word.startswith("(") and word.endswith(")") else word
        choices = [c.strip() for c in re.split(r"[/|]", body) if c.strip()]
        joined = "|".join(_word(c) for c in choices)
        out.append(rf"(?:(?:{joined})[\s,]+)?" if optional else rf"\b(?:{joined})\b[\s,“\"]*")
    return "".join(out)


def _word(choice: str) -> str:
    if any(c in choice for c in "[?"):
        return choice.replace(" ", r"\s+").replace("*", r"[\w'’-]*")
    return re.escape(choice).replace(r"\*", r"[\w'’-]*").replace(r"\ ", r"\s+")


@cache
def lexicon() -> tuple[Pattern, ...]:
    """The compiled lexicon, in the order of the table."""
    rows = []
    text = files("demandgraph.extract").joinpath("topics.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        topic, weight, patterns = line.split("\t")
        joined = "|".join(f"(?:{_compile(pattern)})" for pattern in re.split(r"\s\|\s", patterns))
        rows.append(Pattern(topic, float(weight), re.compile(joined, re.IGNORECASE)))
    return tuple(rows)


# Names and set phrases whose words say nothing of the action.
SILENT = re.compile(
    r"in law and (?:in )?practice|(?:United Nations )?(?:Office of the )?(?:United Nations )?High Commissioner for (?:Human Rights|Refugees)|Human Rights (?:Council|Committee|Commission)"
    r"|human rights (?:instruments?|treat(?:y|ies)|mechanisms?|bodies|education)|International Covenant on [\w, ]+? Rights|rights[- ]based approach",
    re.IGNORECASE,
)


def scores(text: str) -> dict[str, float]:
    """The sum of weights of each topic that a text speaks for."""
    text = SILENT.sub(lambda m: " ".join("x" for _ in m.group().split()), text)
    best: dict[str, list[float]] = {}
    for row in lexicon():
        seen: set[str] = set()
        for match in row.regex.finditer(text):
            word = match.group().lower().strip()
            if word in seen:
                continue
            seen.add(word)
            before = len(text[: match.start()].split())
            near = 1.0 if before < 4 else 0.8 if before < 9 else 0.55
            best.setdefault(row.topic, []).append(row.weight * near)
    total = {}
    for topic, found in best.items():
        values = sorted(found, key=abs, reverse=True)
        # the strongest word settles most; further ones support it less and less
        total[topic] = sum(v * (1.0, 0.5, 0.3, 0.2)[min(n, 3)] for n, v in enumerate(values))
    return total


def topic_of(action: str, *context: str) -> str:
    """The topic of an action; ``context`` (its sentence, the title) only helps where the action itself says nothing."""
    order = {topic: n for n, topic in enumerate(dict.fromkeys(p.topic for p in lexicon()))}
    for text, floor in ((action, FLOOR), *((c, FLOOR * 2) for c in context)):
        ranked = sorted(scores(text).items(), key=lambda item: (-item[1], order[item[0]]))
        if ranked and ranked[0][1] >= floor:
            return ranked[0][0]
    return "other"
