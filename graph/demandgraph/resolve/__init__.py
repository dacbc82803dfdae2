"""All findings to what they have in common: who is who, which events and demands are the same."""

from demandgraph.resolve.resolution import resolve

__all__ = ["resolve"]
