"""Chooses the part of a very large graph that one page can hold: whole documents, those first that share most.

A page of everything grows without bound, and so does the time until a browser shows it. Documents are taken or left as
a whole, so that whatever the page says of a document is complete.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demandgraph.explore.view import Edge

LIMIT = 20_000
"""Nodes of a page: some 700 documents, 6 MB, a few seconds until a browser shows it."""
IN = ("statedIn", "describedIn")
"""Edges that lead from a finding to its document."""
ENDS = ("member", "organization")
"""Edges that lead from an affiliation to its ends."""


def part(kinds: Mapping[str, str], edges: Iterable[Edge], limit: int, focus: Collection[str] = ()) -> dict[str, str]:
    """The nodes of a page, with their kinds: all of them if there are at most ``limit``.

    Parameters
    ----------
    kinds : all nodes by IRI, with their kinds
    edges : between them
    limit : nodes at most; the last document taken may exceed it by what it alone speaks of
    focus : actors whose documents come first
    """
    if len(kinds) <= limit:
        return dict(kinds)
    out: dict[str, list[tuple[str, str]]] = defaultdict(list)
    held: dict[str, list[str]] = defaultdict(list)
    expressed: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.role in IN:
            held[edge.target].append(edge.source)
        elif edge.role == "expresses":
            expressed[edge.target].add(edge.source)
        out[edge.source].append((edge.role, edge.target))
    shared = {demand for demands in expressed.values() if len(demands) > 1 for demand in demands}
    wanted = set(focus)
    share: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for document, findings in held.items():
        for finding in findings:
            share[document] += finding in shared
            near[document] += any(target in wanted for _, target in out[finding])
    documents = (iri for iri, kind in kinds.items() if kind == "Document")
    kept: set[str] = {iri for iri in wanted if iri in kinds}
    for document in sorted(documents, key=lambda d: (-near[d], -share[d], -len(held[d]), d)):
        if len(kept) >= limit:
            break
        kept.add(document)
        for finding in held[document]:
            kept.add(finding)
            # Not to other documents, nor to demands of theirs.
            kept.update(t for role, t in out[finding] if role not in (*IN, "restates") and t in kinds)
    ends = {iri: [t for role, t in out[iri] if role in ENDS] for iri, kind in kinds.items() if kind == "Affiliation"}
    kept.update(iri for iri, both in ends.items() if both and kept.issuperset(both))
    return {iri: kind for iri, kind in kinds.items() if iri in kept}
