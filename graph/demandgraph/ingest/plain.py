"""Reads plain text, which is taken as it stands."""

from __future__ import annotations

from demandgraph.ingest.content import Content


def read_plain(text: str) -> Content:
    """Plain text is its own content."""
    return Content(text)
