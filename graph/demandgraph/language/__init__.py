"""Text to parsed document: layout, metadata, sentences."""

from demandgraph.language.analyse import analyse, is_readable, load_pipeline
from demandgraph.language.tongue import detect_language

__all__ = ["analyse", "detect_language", "is_readable", "load_pipeline"]
