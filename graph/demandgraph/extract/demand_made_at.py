"""Ties demands to the event at which they were made: the adoption, the rally, the meeting, the statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from demandgraph.model import Demand, Document, Event

NEAR = 600
"""Characters between a demand and a statement of its issuer that can still be one occasion."""
WHOLE = 20000
"""Characters over which a document's own adoption loses one point of fitness: it fits wherever it is told."""
OWN_ACT = re.compile(
    r"\b(?:the|this|our|present|following)\s+(?:\w+\s+)?"
    r"(?:appeal|resolution|statement|declaration|letter|motion|petition|communiqu[eé]|decision|address)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of a document when its demands are tied to events.

    ``adopter`` and ``author`` are ids of actors, ``voice`` tells who speaks at an offset,
    ``represented`` are the bodies in whose name the author speaks.
    """

    document: Document
    adopter: Sequence[str] = ()
    author: Sequence[str] = ()
    voice: Callable[[int], tuple[str, ...]] | None = None
    represented: Sequence[str] = ()

    def speakers(self, demand: Demand) -> set[str]:
        """Who speaks where a demand stands, if that is a quotation."""
        if self.voice is None:
            return set()
        found = set(self.voice(demand.action.begin))
        return found if found != set(self.author) else set()


def distance(demand: Demand, event: Event) -> int:
    """Characters between a demand's evidence and the nearest telling of an event, 0 where they overlap."""
    spot = demand.evidence[0] if demand.evidence else demand.action
    gaps = [max(0, p.begin - spot.end, spot.begin - p.end) for p in event.evidence]
    return min(gaps, default=10**9)


def fitness(demand: Demand, event: Event, occasion: Occasion) -> float:
    """How well an event fits as the occasion of a demand; 0 means not at all."""
    gap = distance(demand, event)
    askers, agents = set(demand.issuers), set(event.agents)
    if event.type == "Adoption":
        return _adoption(askers, agents, gap, event, occasion)
    asks = bool(askers & agents)
    if event.rule.endswith("/statement/own") and askers and askers <= {*occasion.author, *occasion.represented}:
        return max(1.0, 3.2 if gap == 0 else 0.0)
    if event.type in {"Statement", "Report"}:
        if occasion.speakers(demand) & agents:
            return 2.6 - min(gap, WHOLE) / WHOLE
        if asks and gap == 0:
            return 3.2
        if asks and gap <= NEAR:
            return 1.5 - gap / NEAR
        if _goes_on(demand, event, occasion):
            return 0.5
        return _released(askers, agents, event, occasion)
    if event.type in {"Demonstration", "Meeting"}:
        if gap == 0 and (asks or not agents):
            return 2.2
        return 0.9 - gap / NEAR if asks and gap <= NEAR / 2 else 0.0
    return 0.4 if asks and gap == 0 else 0.0


def _adoption(askers: set[str], agents: set[str], gap: int, event: Event, occasion: Occasion) -> float:
    """An adoption fits the demands of who adopted, and those of an appeal that says of itself that it was adopted."""
    kind = occasion.document.kind
    adopted = bool(askers & agents) or (not agents and bool(askers & set(occasion.adopter)))
    if kind == "Resolution" and not agents and not askers:
        adopted = True
    own = kind in {"Appeal", "Resolution", "Statement"} and any(OWN_ACT.search(p.text) for p in event.evidence)
    if own and (not askers or askers & (set(occasion.author) | set(occasion.adopter))):
        adopted = True
    return 3.0 - min(gap, WHOLE) / WHOLE if adopted else 0.0


def _released(askers: set[str], agents: set[str], event: Event, occasion: Occasion) -> float:
    """A press release is one statement of its author's: the first one told in it holds its demands together."""
    own = {*occasion.author, *occasion.represented}
    if occasion.document.kind != "PressRelease" or event.type != "Statement" or not askers or not askers <= own:
        return 0.0
    return (
        0.4 - 0.3 * min(p.begin for p in event.evidence) / max(1, len(occasion.document.text)) if agents & own else 0.0
    )


def _goes_on(demand: Demand, event: Event, occasion: Occasion) -> bool:
    """Whether a demand goes on, in the same paragraph, with what a statement just before tells."""
    spot = demand.evidence[0] if demand.evidence else demand.action
    before = [p.end for p in event.evidence if p.end <= spot.begin]
    if not before or spot.begin - max(before) > NEAR:
        return False
    return "\n" not in occasion.document.text[max(before) : spot.begin].strip(" ")


def link(demands: Sequence[Demand], events: Sequence[Event], occasion: Occasion) -> tuple[Demand, ...]:
    """Give each demand the event that fits best, if one fits.

    Parameters
    ----------
    demands, events : the findings of one document
    occasion : the document, who adopted it and who speaks in it
    """
    linked = []
    for demand in demands:
        best, fit = None, 0.0
        for event in events:
            score = fitness(demand, event, occasion)
            if score > fit:
                best, fit = event, score
        linked.append(replace(demand, made_at=(best.id,)) if best is not None else demand)
    return tuple(linked)
