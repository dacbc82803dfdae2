"""Text to parsed document: layout, metadata, sentences."""

from demandgraph.language.analyse import analyse, load_pipeline

__all__ = ["analyse", "load_pipeline"]
