"""Finds figures."""

from __future__ import annotations

from demandgraph.extract.cast import Cast
from demandgraph.model import Event, Figure
from demandgraph.parsed import ParsedDocument


def find_figures(parsed: ParsedDocument, cast: Cast, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """Find figures in a parsed document."""
    return ()
