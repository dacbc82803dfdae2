"""What people decide about a graph, kept in files and applied in every build: one decision a line, keyed by words."""

from demandgraph.corrections.applying import Corrected, apply
from demandgraph.corrections.correction import Correction, Key
from demandgraph.corrections.doubts import Doubtful, Side, doubtful
from demandgraph.corrections.links import Decided, Links
from demandgraph.corrections.outcome import Outcome, Problem
from demandgraph.corrections.reading import Loaded
from demandgraph.corrections.reading import load as load_corrections
from demandgraph.corrections.recording import record
from demandgraph.corrections.review import decide, open_doubts

__all__ = [
    "Corrected",
    "Correction",
    "Decided",
    "Doubtful",
    "Key",
    "Links",
    "Loaded",
    "Outcome",
    "Problem",
    "Side",
    "apply",
    "decide",
    "doubtful",
    "load_corrections",
    "open_doubts",
    "record",
]
