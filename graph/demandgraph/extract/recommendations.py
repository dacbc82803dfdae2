"""Finds recommendations."""

from __future__ import annotations

from demandgraph.extract.cast import Cast
from demandgraph.model import Demand
from demandgraph.parsed import ParsedDocument


def find_recommendations(parsed: ParsedDocument, cast: Cast) -> tuple[Demand, ...]:
    """Find recommendations in a parsed document."""
    return ()
