"""Decides which events of different documents are one.

Conservative: the same class, the same day, somebody who did it in common, no contradiction in the place, and much the
same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from demandgraph.across import LocalId, Names
from demandgraph.iris import slug
from demandgraph.model import Document, Event, Findings
from demandgraph.resolve.likeness import content, likeness, weights
from demandgraph.resolve.partition import Partition

ALIKE = 0.35
"""Weighted share of content words above which two tellings may be of one event."""


def merge_events(findings: Sequence[Findings], names: Names) -> dict[LocalId, str]:
    """The IRIs of events that several documents tell; all others are not listed.

    An event has the IRI that its telling in the first of the documents (by name) would have.
    """
    told: dict[tuple[str, str], list[tuple[Document, Event]]] = defaultdict(list)
    for f in findings:
        for event in f.events:
            if event.date and len(event.date) == 10 and event.agents:
                told[event.type, event.date].append((f.document, event))
    words = {(d.sha256, e.id): words_of(e) for events in told.values() for d, e in events}
    worth = weights(words.values())
    groups: Partition[LocalId] = Partition()
    tellings: dict[LocalId, tuple[Document, Event]] = {}
    for events in told.values():
        for (d1, e1), (d2, e2) in combinations(events, 2):
            one, other = (d1.sha256, e1.id), (d2.sha256, e2.id)
            agents = [{names.actors[d.sha256, a].iri for a in e.agents} for d, e in ((d1, e1), (d2, e2))]
            same_place = not e1.place or not e2.place or slug(e1.place) == slug(e2.place)
            if d1 != d2 and agents[0] & agents[1] and same_place and likeness(words[one], words[other], worth) >= ALIKE:
                groups.join(one, other)
                tellings |= {one: (d1, e1), other: (d2, e2)}
    found: dict[LocalId, str] = {}
    for group in groups.groups():
        if len({sha for sha, _ in group}) == len(group):  # two events of one document stay two
            iri = min(names.finding("event", d, e.id) for d, e in (tellings[i] for i in group))
            found.update((i, iri) for i in group)
    return found


def words_of(event: Event) -> tuple[str, ...]:
    """The content words of an event's fullest telling."""
    return content(event.evidence[0].text)


def place_labels(findings: Sequence[Findings]) -> dict[str, str]:
    """One label for each place, whichever way the documents write it."""
    labels: dict[str, set[str]] = defaultdict(set)
    for f in findings:
        for event in f.events:
            if event.place and event.place.strip():
                labels[slug(event.place)].add(event.place.strip())
    return {name: max(forms) for name, forms in labels.items() if name}
