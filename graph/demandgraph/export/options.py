"""What a user can choose about an export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Layout = Callable[[int, Sequence[tuple[int, int]], Sequence[int]], Sequence[tuple[float, float]]]
"""Number of nodes, edges as pairs of indices, for each node the one that it starts from → positions in pixels."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to write.

    Attributes
    ----------
    lean : leave out the phrases, the evidence that they are, and the texts of the documents
    about : name or IRI of the actor or shared demand that a dossier is about
    network : name of a network made for analysis (see :mod:`demandgraph.export.projections`), in formats of networks
    since, until : ISO dates between which the documents of such a network lie, both included
    layout : gives positions to the nodes of formats that have them
    """

    lean: bool = False
    about: str | None = None
    network: str | None = None
    since: str | None = None
    until: str | None = None
    layout: Layout | None = None
