"""Pass 2: takes the findings of all documents and decides what they have in common. It rewrites none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from demandgraph.across import Doubt, Names, Resolution
from demandgraph.authority import Authority
from demandgraph.corrections.links import Decided
from demandgraph.iris import document_names
from demandgraph.model import Findings
from demandgraph.resolve.actors import merge_actors
from demandgraph.resolve.decided import decide_events
from demandgraph.resolve.demands import group_demands, share_demands
from demandgraph.resolve.events import event_doubts, merge_events, place_labels
from demandgraph.resolve.known import Known
from demandgraph.resolve.near_demands import demand_doubts
from demandgraph.vocab import DEFAULT_BASE

UNDECIDED = Decided()


def resolve(
    findings: Iterable[Findings],
    base: str = DEFAULT_BASE,
    authority: Authority | None = None,
    decided: Decided = UNDECIDED,
) -> Resolution:
    """Decide who is who and what is the same across documents.

    Parameters
    ----------
    findings : of all documents, grounded; the result does not depend on their order
    base : base IRI of resources
    authority : gives the actors that it knows their labels
    decided : what people say is one, and what is not; nothing that is computed goes against it
    """
    ordered = sorted(findings, key=lambda f: f.document.sha256)
    known = Known(authority, ordered)
    documents = document_names(f.document for f in ordered)
    actors, unsure = merge_actors(ordered, base, documents, known, decided.actors)
    names = Names(base, documents, actors, {}, place_labels(ordered))
    told, alike = merge_events(ordered, names)
    names = replace(names, events=decide_events(told, ordered, names, decided.events))
    groups = group_demands(ordered, names, known, decided.demands)
    unsure = by_doubt((*unsure, *demand_doubts(groups, names), *event_doubts(alike, names)))
    return Resolution(names, share_demands(groups, names), unsure)


def by_doubt(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Doubts, those that are nearest to being one first."""
    return tuple(sorted(doubts, key=lambda d: (-d.score, d.kind, d.one, d.other)))
