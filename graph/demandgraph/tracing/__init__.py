"""A demand's history across documents: raised by whom, taken up and repeated by whom, and what became of it."""

from demandgraph.tracing.finding import Match, matches
from demandgraph.tracing.history import Occasion, Step, Trace
from demandgraph.tracing.tracing import trace, trace_of
from demandgraph.tracing.writing import SUFFIXES, check, write

__all__ = ["SUFFIXES", "Match", "Occasion", "Step", "Trace", "check", "matches", "trace", "trace_of", "write"]
