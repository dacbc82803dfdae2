"""Events as people want them: one where they say so, apart where they say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from demandgraph.across import LocalId, Names
from demandgraph.corrections.links import Links
from demandgraph.model import Findings
from demandgraph.resolve.partition import BoundPartition


def decide_events(
    merged: Mapping[LocalId, str], findings: Sequence[Findings], names: Names, decided: Links
) -> dict[LocalId, str]:
    """The IRIs of events that several tellings share, after what people decided.

    Parameters
    ----------
    merged : the IRIs as the comparison of tellings has them
    findings : of all documents
    names : the IRIs of what they found
    decided : which tellings are of one event, and which are not
    """
    if not decided:
        return dict(merged)
    documents = {f.document.sha256: f.document for f in findings}
    sets = (*decided.same, *(side for sides in decided.apart for side in sides))
    told = sorted({*merged, *(i for members in sets for i in members if i[0] in documents)})
    groups = BoundPartition(told, decided.same, decided.apart)
    by_iri: dict[str, list[LocalId]] = defaultdict(list)
    for local in told:
        if local in merged:
            by_iri[merged[local]].append(local)
    for members in by_iri.values():
        groups.join_all(members)
    found: dict[LocalId, str] = {}
    for group in groups.groups():
        if len(group) > 1:
            iri = min(names.finding("event", documents[sha256], local) for sha256, local in group)
            found.update((i, iri) for i in group)
    return found
