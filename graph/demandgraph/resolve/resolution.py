"""Pass 2: takes the findings of all documents and decides what they have in common. It rewrites none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from demandgraph.across import Names, Resolution
from demandgraph.authority import Authority
from demandgraph.iris import document_names
from demandgraph.model import Findings
from demandgraph.resolve.actors import merge_actors
from demandgraph.resolve.demands import share_demands
from demandgraph.resolve.events import merge_events, place_labels
from demandgraph.resolve.known import Known
from demandgraph.vocab import DEFAULT_BASE


def resolve(findings: Iterable[Findings], base: str = DEFAULT_BASE, authority: Authority | None = None) -> Resolution:
    """Decide who is who and what is the same across documents.

    Parameters
    ----------
    findings : of all documents, grounded; the result does not depend on their order
    base : base IRI of resources
    authority : gives the actors that it knows their labels
    """
    ordered = sorted(findings, key=lambda f: f.document.sha256)
    known = Known(authority)
    documents = document_names(f.document for f in ordered)
    actors, unsure = merge_actors(ordered, base, documents, known)
    names = Names(base, documents, actors, {}, place_labels(ordered))
    names = replace(names, events=merge_events(ordered, names))
    return Resolution(names, share_demands(ordered, names, known), unsure)
