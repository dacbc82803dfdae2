"""Ties demands to the event at which they were made: the adoption, the rally, the meeting, the statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from demandgraph.model import Demand, Document, Event

OCCASIONS = ("Adoption", "Demonstration", "Statement", "Meeting", "Report", "Condemnation", "Support", "Review")
"""Types of events at which demands are made, the likeliest first."""
NEAR = 600
"""Characters between a demand and a statement of its issuer that can still be one occasion."""


def distance(demand: Demand, event: Event) -> int:
    """Characters between a demand's evidence and the nearest telling of an event, 0 where they overlap."""
    spot = demand.evidence[0] if demand.evidence else demand.action
    gaps = [max(0, p.begin - spot.end, spot.begin - p.end) for p in event.evidence]
    return min(gaps, default=10**9)


def fitness(demand: Demand, event: Event, document: Document, adopter: Sequence[str]) -> float:
    """How well an event fits as the occasion of a demand; 0 means not at all."""
    if event.type not in OCCASIONS:
        return 0.0
    asker = bool(set(demand.issuers) & set(event.agents))
    gap = distance(demand, event)
    if event.type == "Adoption":
        body = asker or (not event.agents and bool(set(demand.issuers) & set(adopter)))
        if document.kind == "Resolution" and not event.agents and not demand.issuers:
            body = True
        if document.kind == "Appeal" and gap < 5000 and set(demand.issuers) & (set(adopter) | set(event.agents)):
            body = True
        return 3.0 - min(gap, 20000) / 20000 if body else 0.0
    if event.type in {"Statement", "Report"}:
        if asker and gap == 0:
            return 3.2
        return 1.5 - gap / NEAR if asker and gap <= NEAR else 0.0
    if event.type in {"Demonstration", "Meeting"}:
        if gap == 0 and (asker or not event.agents):
            return 2.2
        return 0.9 - gap / NEAR if asker and gap <= NEAR / 2 else 0.0
    return 0.4 if asker and gap == 0 else 0.0


def link(demands: Sequence[Demand], events: Sequence[Event], document: Document, adopter: Sequence[str] = ()) -> tuple[Demand, ...]:
    """Give each demand the event that fits best, if one fits.

    Parameters
    ----------
    demands, events : the findings of one document
    document : the document, for its kind
    adopter : ids of the actors that adopted the act that the document is or reports
    """
    linked = []
    for demand in demands:
        best, fit = None, 0.0
        for event in events:
            score = fitness(demand, event, document, adopter)
            if score > fit:
                best, fit = event, score
        linked.append(replace(demand, made_at=(best.id,)) if best is not None else demand)
    return tuple(linked)
