"""Gives demands whose own words say little the topic that fits their document's subject: what its other demands, title and opening are about.

*Much more needs to be done* means more of what the rest of the text asks for. A demand that says clearly what it asks
for keeps its own topic; the less it says, the more the subject counts. A bare exhortation (*act now*) stays ``other``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from demandgraph.extract.topic_acts import topic_of_act
from demandgraph.extract.topics import FLOOR, precedence, scores
from demandgraph.model import Demand, Document

NONE = "other"
FORM = "procedure"
"""The topic that no document is about, whatever many of its demands ask for."""
WEAK = 4.0
"""An action whose words weigh less than this, on the scale of ``topics.tsv``, says too little by itself."""
WEIGHT = 6.0
"""What it counts if the whole document has one topic."""
STRAY = 0.1
"""A share of the document up to this is no part of its subject."""
SENTENCE = 0.2
"""How much the sentence counts beside an action that names no topic."""
OPENING = 3000
"""Characters in which a document says what it is about."""
TITLE_VOTES, OPENING_VOTES = 1.0, 2.0
"""How many demands a title and an opening count for."""


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    positive = {topic: weight for topic, weight in weights.items() if weight > 0}
    total = sum(positive.values())
    return {topic: weight / total for topic, weight in positive.items()}


def _votes_of_text(document: Document) -> dict[str, float]:
    votes: dict[str, float] = {}
    for text, weight in ((document.title or "", TITLE_VOTES), (document.text[:OPENING], OPENING_VOTES)):
        for topic, share in _shares(scores(text)).items():
            votes[topic] = votes.get(topic, 0) + weight * share
    return votes


def subject_shares(topics: Sequence[str], document: Document) -> dict[str, float]:
    """The share of a document that each topic has, by its demands, title and opening.

    Parameters
    ----------
    topics : those of its demands
    document : its title and opening are read
    """
    return _subject(Counter(topics), _votes_of_text(document))


def _subject(demands: Mapping[str, float], text: Mapping[str, float]) -> dict[str, float]:
    votes = {topic: demands.get(topic, 0) + text.get(topic, 0) for topic in {*demands, *text} - {NONE, FORM}}
    return _shares(votes)


def with_subject(demands: Sequence[Demand], document: Document) -> tuple[Demand, ...]:
    """The demands, those whose own words say little under the topic that fits the document's subject best."""
    weighed = {n: _own_words(demand) for n, demand in enumerate(demands)}
    if all(own is None for own in weighed.values()):
        return tuple(demands)
    text = _votes_of_text(document)
    given = Counter(demand.topic for demand in demands)
    rank = precedence()
    found = []
    for n, demand in enumerate(demands):
        own = weighed[n]
        if own is not None:
            # the demand's own topic is what is in question
            subject = _subject(given - Counter((demand.topic,)), text)
            total = {t: own.get(t, 0) + WEIGHT * max(0, subject.get(t, 0) - STRAY) for t in {*own, *subject}}
            best = max(total, key=lambda t: (total[t], -rank.get(t, 0)), default=NONE)
            demand = replace(demand, topic=best) if total.get(best, 0) >= FLOOR else demand
        found.append(demand)
    return tuple(found)


def _own_words(demand: Demand) -> dict[str, float] | None:
    """What the words of a demand speak for, ``None`` if they settle its topic."""
    action = " ".join(demand.action.text.split())
    if topic_of_act(action) is not None:
        return None
    own = dict(scores(action))
    most = max(own.values(), default=0)
    if most >= WEAK:
        return None
    if most < FLOOR and demand.evidence:
        for topic, weight in scores(demand.evidence[0].text).items():
            own[topic] = own.get(topic, 0) + SENTENCE * weight
    return own
