"""A readable report of a corpus: what was read, who demands what of whom, and what became of it, with the words."""

from demandgraph.reporting.writing import report

__all__ = ["report"]
