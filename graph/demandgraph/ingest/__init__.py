"""Files to sources: one module a format, and what they share."""

from demandgraph.ingest.files import DEFAULT_LIMIT, READERS, Walk, read, walk

__all__ = ["DEFAULT_LIMIT", "READERS", "Walk", "read", "walk"]
