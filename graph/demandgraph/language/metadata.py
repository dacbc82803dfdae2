"""Reads what a document says of itself: title, date, publisher, language, kind."""

from __future__ import annotations

from dataclasses import dataclass

from demandgraph.model import Source
from demandgraph.parsed import Block


@dataclass(frozen=True, slots=True)
class About:
    """A document's own metadata."""

    title: str | None
    date: str | None
    publisher: str | None
    language: str
    kind: str


def describe(source: Source, blocks: tuple[Block, ...]) -> About:
    """Read the metadata of a source from its layout."""
    return About(source.title, source.date, source.publisher, "en", "Report")
