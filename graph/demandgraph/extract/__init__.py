"""Parsed document to findings: actors, demands, events, affiliations, figures."""

from demandgraph.extract.findings import extract

__all__ = ["extract"]
