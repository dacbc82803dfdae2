"""Decides which events of different documents are one, and which may be.

Conservative: the same class and the same day, somebody who took part in common or the same place, nothing that
contradicts (another place, others who did it, the number of another text), and much the same words about it, or the
same number. An event told by several documents keeps all their descriptions, figures among them, each in the graph of
its document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from demandgraph.across import Doubt, LocalId, Names
from demandgraph.iris import slug
from demandgraph.model import Findings
from demandgraph.resolve.likeness import weights
from demandgraph.resolve.partition import Partition
from demandgraph.resolve.tellings import Telling, contradiction, reasons, similarity, tellings_of

ALIKE = 0.35
"""Weighted share of the words from which on two tellings may be of one event."""
DOUBTFUL = 0.45
"""Likelihood from which on two tellings that are not taken as one are reported."""
CANDIDATES = 64
"""How many tellings of one month and class one is compared with by each actor, place and number."""
MOST = 200
"""Doubts that are reported, the most doubtful first: nobody goes through more."""
Pair = tuple[float, str, Telling, Telling]
"""How likely two tellings are of one event, why, and the tellings."""


def merge_events(findings: Sequence[Findings], names: Names) -> tuple[dict[LocalId, str], list[Pair]]:
    """The IRIs of events that several documents tell (all others are not listed), and which may be one beside.

    An event has the IRI that its telling in the first of the documents (by name) would have.

    Parameters
    ----------
    findings : of all documents, grounded; their order does not matter
    names : the IRIs of what they found
    """
    told = [t for f in findings for t in tellings_of(f, names)]
    by_id = {t.id: t for t in told}
    worth = weights(t.words | t.around for t in told)
    groups: Partition[LocalId] = Partition(by_id)
    members = {t.id: [t] for t in told}
    unsure: list[Pair] = []
    for score, why, one, other in sorted(scored(told, worth), key=lambda s: (-s[0], s[2].id, s[3].id)):
        a, b = groups.find(one.id), groups.find(other.id)
        if a == b:
            continue
        if is_same(one, other, worth) and not any(contradiction(x, y) for x in members[a] for y in members[b]):
            groups.join(a, b)
            members[groups.find(a)] = members.pop(a) + members.pop(b)
        elif score >= DOUBTFUL:
            unsure.append((score, why, one, other))
    found: dict[LocalId, str] = {}
    for group in groups.groups():
        if len(group) > 1:
            iri = min(names.finding("event", by_id[i].document, by_id[i].event.id) for i in group)
            found.update((i, iri) for i in group)
    return found, unsure


def scored(told: Iterable[Telling], worth: Mapping[str, float]) -> Iterator[Pair]:
    """Pairs of tellings that do not contradict each other and have something in common, with how likely they are one."""
    blocks: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in told:
        blocks[telling.event.type, telling.date[:7]].append(telling)
    for block in blocks.values():
        index: dict[str, list[Telling]] = defaultdict(list)
        for one in sorted(block, key=lambda t: t.id):
            keys = sorted({*one.participants, *one.numbers, one.place} - {""})
            near = {other.id: other for key in keys for other in index[key][:CANDIDATES]}
            for other in near.values():
                if not contradiction(one, other):
                    yield *reasons(one, other, worth), other, one
            for key in keys:
                index[key].append(one)


def is_same(one: Telling, other: Telling, worth: Mapping[str, float]) -> bool:
    """Whether two tellings that do not contradict each other are certainly of one event."""
    day = one.date == other.date and len(one.date) == 10
    return day and (bool(one.numbers & other.numbers) or similarity(one, other, worth) >= ALIKE)


def event_doubts(unsure: Iterable[Pair], names: Names) -> tuple[Doubt, ...]:
    """What may be one event and is not joined, once for each pair, the most doubtful first."""
    told: dict[tuple[str, str], Doubt] = {}
    for score, why, *pair in unsure:
        (one, first), (other, second) = sorted((names.event(t.document, t.event.id), label(t)) for t in pair)
        if one != other:
            told.setdefault((one, other), Doubt("event", one, other, (first, second), score, why))
    return tuple(sorted(told.values(), key=lambda d: (-d.score, d.one, d.other))[:MOST])


def label(telling: Telling) -> str:
    """An event in a few words: its class, its date, and the words that tell it."""
    words = " ".join(telling.event.evidence[0].text.split())
    return f"{telling.event.type} {telling.date}: {words}"


def place_labels(findings: Sequence[Findings]) -> dict[str, str]:
    """One label for each place, whichever way the documents write it."""
    labels: dict[str, set[str]] = defaultdict(set)
    for f in findings:
        for event in f.events:
            if event.place and event.place.strip():
                labels[slug(event.place)].add(event.place.strip())
    return {name: max(forms) for name, forms in labels.items() if name}
