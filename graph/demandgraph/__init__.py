"""Who demands what of whom: documents in, a knowledge graph with its evidence out.

>>> import demandgraph as dg
>>> report = dg.build("examples", "demo")  # doctest: +SKIP
>>> graph = dg.open("demo")  # doctest: +SKIP
>>> graph.ask("who-demands-what")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demandgraph.version import __version__

if TYPE_CHECKING:
    from demandgraph.building import build
    from demandgraph.errors import DemandGraphError
    from demandgraph.graph import Graph, open
    from demandgraph.report import Report

__all__ = ["DemandGraphError", "Graph", "Report", "__version__", "build", "open"]

# Loaded when first used: reading documents takes a language model, asking a graph does not.
HOMES = {
    "DemandGraphError": "demandgraph.errors",
    "Graph": "demandgraph.graph",
    "Report": "demandgraph.report",
    "build": "demandgraph.building",
    "open": "demandgraph.graph",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'demandgraph' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
