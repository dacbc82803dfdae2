"""Gives demands whose own words name no topic that of the document's subject: what its other demands, title and opening are about.

*Much more needs to be done* means more of what the rest of the text asks for. Where the text has no one subject, the
topic stays ``other``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from demandgraph.extract.topic_acts import topic_of_act
from demandgraph.extract.topics import scores
from demandgraph.model import Demand, Document

NONE = "other"
UNTOLD = frozenset({NONE, "procedure"})
"""Topics that are no subject of a document."""
LEAST = 0.4
"""The share of what a document speaks for that makes a topic its subject."""
OPENING = 3000
"""Characters in which a document says what it is about."""
TITLE_VOTES, OPENING_VOTES = 1.0, 2.0
"""How many demands a title and an opening count for."""


def _shares(text: str) -> dict[str, float]:
    positive = {topic: score for topic, score in scores(text).items() if score > 0}
    total = sum(positive.values())
    return {topic: score / total for topic, score in positive.items()}


def subject_of(topics: Sequence[str], document: Document) -> str:
    """The topic that a document is about, ``other`` if it has no one subject.

    Parameters
    ----------
    topics : those of its demands
    document : its title and opening are read
    """
    votes: Counter[str] = Counter(topic for topic in topics if topic not in UNTOLD)
    weighted: dict[str, float] = {topic: float(n) for topic, n in votes.items()}
    for text, weight in ((document.title or "", TITLE_VOTES), (document.text[:OPENING], OPENING_VOTES)):
        for topic, share in _shares(text).items():
            weighted[topic] = weighted.get(topic, 0.0) + weight * share
    if not weighted:
        return NONE
    best = min(weighted, key=lambda topic: (-weighted[topic], topic))
    return best if best not in UNTOLD and weighted[best] >= LEAST * sum(weighted.values()) else NONE


def with_subject(demands: Sequence[Demand], document: Document) -> tuple[Demand, ...]:
    """The demands, those without a topic of their own under the document's subject; bare exhortations stay ``other``."""
    if all(demand.topic != NONE for demand in demands):
        return tuple(demands)
    subject = subject_of([demand.topic for demand in demands], document)
    return tuple(
        replace(demand, topic=subject)
        if demand.topic == NONE and topic_of_act(" ".join(demand.action.text.split())) != NONE
        else demand
        for demand in demands
    )
