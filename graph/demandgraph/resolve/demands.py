"""Decides which demands of different documents are the same, and which of them came first.

Conservative: the same topic, documents about the same country (or the same one asked), both or neither negated, and
nearly the same content words. Who words a demand quite differently is not found here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from demandgraph.across import LocalId, Names, SharedDemand
from demandgraph.iris import distinct, slug
from demandgraph.model import Demand, Document, Findings
from demandgraph.resolve.likeness import content, likeness, negated, weights
from demandgraph.resolve.partition import Partition

ALIKE = 0.6
"""Weighted share of content words above which two wordings are the same demand."""
CORE = 0.25
"""The same, where all words of one wording stand in the other and both begin with the same one."""
LAST_DAY = {4: "-12-31", 7: "-31", 10: ""}
FIRST_DAY = {4: "-01-01", 7: "-01", 10: ""}


@dataclass(frozen=True, slots=True)
class Wording:
    """A demand of one document, as far as it matters for comparing it."""

    id: LocalId
    demand: Demand
    document: Document
    stems: tuple[str, ...]
    asked: frozenset[str]
    country: str
    negated: bool


def share_demands(findings: Sequence[Findings], names: Names, countries: Mapping[str, str]) -> tuple[SharedDemand, ...]:
    """Find the demands that documents share.

    Parameters
    ----------
    findings : of all documents, grounded; their order does not matter
    names : the IRIs of what they found
    countries : which country each document is about, by ``sha256``; empty where it is about none
    """
    wordings = [w for f in findings for w in wordings_of(f, names, countries.get(f.document.sha256, ""))]
    worth = weights(w.stems for w in wordings)
    links: dict[frozenset[LocalId], float] = {}
    for one, other in candidates(wordings):
        strength = likeness(one.stems, other.stems, worth)
        if compatible(one, other) and (strength >= ALIKE or (strength >= CORE and same_core(one, other))):
            links[frozenset((one.id, other.id))] = strength
    by_id = {w.id: w for w in wordings}
    groups = link_completely(links)
    return name_shared([[by_id[i] for i in group] for group in groups], names)


def wordings_of(findings: Findings, names: Names, country: str) -> list[Wording]:
    """The demands of a document that have words to compare."""
    document = findings.document
    found = []
    for demand in findings.demands:
        asked = frozenset(names.actors[document.sha256, a].iri for a in demand.addressees)
        text = demand.action.text
        wording = Wording((document.sha256, demand.id), demand, document, content(text), asked, country, negated(text))
        if wording.stems:
            found.append(wording)
    return found


def candidates(wordings: Iterable[Wording]) -> Iterable[tuple[Wording, Wording]]:
    """Pairs of different documents on one topic that share a word."""
    index: dict[tuple[str, str], list[Wording]] = defaultdict(list)
    for wording in wordings:
        for word in wording.stems:
            index[wording.demand.topic, word].append(wording)
    pairs = {}
    for alike in index.values():
        for one, other in combinations(alike, 2):
            if one.document.sha256 != other.document.sha256:
                pairs[frozenset((one.id, other.id))] = (one, other)
    return pairs.values()


def compatible(one: Wording, other: Wording) -> bool:
    """Whether two demands may be the same by where they stand and whom they ask."""
    if one.negated != other.negated:
        return False
    return bool(one.asked & other.asked) or (bool(one.country) and one.country == other.country)


def same_core(one: Wording, other: Wording) -> bool:
    """Whether one wording only adds to the other, both beginning with the same content word."""
    a, b = set(one.stems), set(other.stems)
    return one.stems[0] == other.stems[0] and (a <= b or b <= a)


def link_completely(links: Mapping[frozenset[LocalId], float]) -> list[list[LocalId]]:
    """Groups in which every two members of different documents are linked, the strongest links first."""
    groups: Partition[LocalId] = Partition(sorted({i for pair in links for i in pair}))
    members = {i: [i] for i in groups.parent}
    for pair in sorted(links, key=lambda p: (-links[p], sorted(p))):
        a, b = (groups.find(i) for i in sorted(pair))
        if a == b:
            continue
        if all(x[0] == y[0] or frozenset((x, y)) in links for x in members[a] for y in members[b]):
            groups.join(a, b)
            members[groups.find(a)] = sorted([*members[a], *members[b]])
    return [sorted(g) for g in groups.groups() if len({i[0] for i in g}) > 1]


def name_shared(groups: Sequence[Sequence[Wording]], names: Names) -> tuple[SharedDemand, ...]:
    """Give each group its label, IRI and order in time."""
    labels = {n: label_of(group) for n, group in enumerate(groups)}
    given = distinct(
        {n: slug(label) for n, label in labels.items()}, lambda n: " ".join("/".join(w.id) for w in groups[n])
    )
    found = []
    for n, group in enumerate(groups):
        iri = {w.id: names.finding("demand", w.document, w.demand.id) for w in group}
        dated = sorted((w for w in group if w.document.date), key=lambda w: (bounds(w.document), w.id))
        shared = SharedDemand(
            iri=f"{names.base}shared/{given[n]}",
            label=labels[n],
            topic=group[0].demand.topic,
            members=tuple(sorted(iri.values())),
            restates=tuple((iri[w.id], iri[dated[0].id]) for w in dated if is_before(dated[0].document, w.document)),
            first=dated[0].document.date if dated else None,
            last=max(dated, key=lambda w: bounds(w.document)[::-1]).document.date if dated else None,
            documents=len({w.document.sha256 for w in group}),
            issuers=len({names.actors[w.document.sha256, i].iri for w in group for i in w.demand.issuers}),
        )
        found.append(shared)
    return tuple(sorted(found, key=lambda s: s.iri))


def label_of(group: Sequence[Wording]) -> str:
    """What a shared demand goes by: the wording that has most in common with the others, the shorter one of two."""
    worth = weights(w.stems for w in group)

    def order(wording: Wording) -> tuple[float, int, str]:
        nearness = sum(likeness(wording.stems, other.stems, worth) for other in group)
        return (-round(nearness, 6), len(wording.demand.action.text), wording.demand.action.text)

    return min(group, key=order).demand.action.text


def is_before(one: Document, other: Document) -> bool:
    """Whether a document is certainly older than another one."""
    return bounds(one)[1] < bounds(other)[0]


def bounds(document: Document) -> tuple[str, str]:
    """The first and the last day that a document's date may mean."""
    date = document.date or ""
    return date + FIRST_DAY.get(len(date), ""), date + LAST_DAY.get(len(date), "")
