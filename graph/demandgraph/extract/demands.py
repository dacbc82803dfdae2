"""Finds demands."""

from __future__ import annotations

from demandgraph.extract.cast import Cast
from demandgraph.model import Event, Demand
from demandgraph.parsed import ParsedDocument


def find_demands(parsed: ParsedDocument, cast: Cast, events: tuple[Event, ...]) -> tuple[Demand, ...]:
    """Find demands in a parsed document."""
    return ()
