"""Finds affiliations."""

from __future__ import annotations

from demandgraph.extract.cast import Cast
from demandgraph.model import Affiliation
from demandgraph.parsed import ParsedDocument


def find_affiliations(parsed: ParsedDocument, cast: Cast) -> tuple[Affiliation, ...]:
    """Find affiliations in a parsed document."""
    return ()
