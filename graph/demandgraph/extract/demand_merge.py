"""Takes demands that a document states twice as one, quoted where it is said most fully."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from demandgraph.extract.demand_draft import Draft

BODY = 0.8
"""Share of the smaller wording's stems that must recur for two demands of the body to be one."""
WINDOW = 1500
"""How many demands back a repetition is looked for."""
SUMMARY = 0.5
"""The same where one of the two stands in a title, a heading or a summary."""


def likeness(a: Draft, b: Draft) -> float:
    """How much of the shorter wording stands in the other one (0..1)."""
    if not a.stems or not b.stems:
        return 0.0
    return len(a.stems & b.stems) / min(len(a.stems), len(b.stems))


def compatible(a: Draft, b: Draft) -> bool:
    """Whether two demands can be one: the same asker and the same asked, where both are known."""
    x, y = a.demand, b.demand
    for left, right in ((x.issuers, y.issuers), (x.addressees, y.addressees)):
        if left and right and not set(left) & set(right) and not (a.summary or b.summary):
            return False
    return True


def merge(drafts: Sequence[Draft], resolution: bool) -> list[Draft]:
    """One draft for each demand, in the order of the text; ``resolution`` keeps operative clauses apart."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept[-WINDOW:] if _same(k, draft, resolution)), None)
        if twin is None:
            kept.append(draft)
            continue
        better = _fuller(twin, draft)
        other = draft if better is twin else twin
        kept[kept.index(twin)] = _with_roles_of(better, other)
    return sorted(kept, key=lambda d: (d.demand.action.begin, d.demand.action.end))


def _same(a: Draft, b: Draft, resolution: bool) -> bool:
    if a.block == b.block and a.sentence == b.sentence:
        inside = a.demand.action.begin < b.demand.action.end and b.demand.action.begin < a.demand.action.end
        return inside and likeness(a, b) >= BODY
    if a.lead is not None and a.lead == b.lead:
        return False
    alike = likeness(a, b)
    least = min(len(a.stems), len(b.stems))
    x, y = set(a.demand.addressees), set(b.demand.addressees)
    if a.stems == b.stems and ((least >= 3 and x & y) or (least >= 2 and x == y)):
        return True
    if bool(x) != bool(y) and not (a.summary or b.summary) and least < 4:
        return False
    if not compatible(a, b):
        return False
    if _headline(a, b) or (a.demand.topic == b.demand.topic == "release" and _generic_twin(a, b)):
        return True
    if a.summary or b.summary:
        return alike >= SUMMARY and (least > 1 or a.demand.topic == b.demand.topic)
    if resolution:
        return alike >= 0.95 and least >= 4 and abs(len(a.stems) - len(b.stems)) <= 2
    if least < 3 and not (a.demand.addressees and set(a.demand.addressees) == set(b.demand.addressees)):
        return False
    return alike >= BODY and least >= 2 and a.demand.topic == b.demand.topic


def _headline(a: Draft, b: Draft) -> bool:
    """Whether one is a headline whose action (its first word) the other one says at length, to the same addressee."""
    if not (a.summary or b.summary):
        return False
    x, y = (a, b) if a.summary else (b, a)
    same = set(x.demand.addressees) & set(y.demand.addressees) or not (x.demand.addressees and y.demand.addressees)
    return bool(same) and bool(x.first & y.stems or y.first & x.stems) and x.demand.topic == y.demand.topic


def _generic_twin(a: Draft, b: Draft) -> bool:
    """*the release of three journalists* and *the release of* their names: one demand told twice."""
    named = [any(w[:1].isupper() for w in d.demand.action.text.split()[1:]) for d in (a, b)]
    return bool(a.first & b.stems and b.first & a.stems) and named[0] != named[1]


def _fuller(a: Draft, b: Draft) -> Draft:
    if a.summary != b.summary:
        return b if a.summary else a
    return b if len(b.stems) > len(a.stems) + 1 else a


def _with_roles_of(better: Draft, other: Draft) -> Draft:
    """Give the kept wording the roles that only the other one states."""
    x, y = better.demand, other.demand
    return replace(
        better,
        demand=replace(
            x,
            evidence=tuple(dict.fromkeys((*x.evidence, *y.evidence[:1]))),
            issuers=x.issuers or y.issuers,
            addressees=x.addressees or y.addressees,
            beneficiaries=tuple(dict.fromkeys((*x.beneficiaries, *y.beneficiaries))),
            initiators=tuple(dict.fromkeys((*x.initiators, *y.initiators))),
        ),
    )
