"""Finds events."""

from __future__ import annotations

from demandgraph.extract.cast import Cast
from demandgraph.model import Event
from demandgraph.parsed import ParsedDocument


def find_events(parsed: ParsedDocument, cast: Cast) -> tuple[Event, ...]:
    """Find events in a parsed document."""
    return ()
