"""Who demands what of whom: documents in, a knowledge graph with its evidence out.

>>> import demandgraph as dg
>>> report = dg.build("examples", "demo")  # doctest: +SKIP
>>> graph = dg.open("demo")  # doctest: +SKIP
>>> graph.ask("who-demands-what")  # doctest: +SKIP

Every command is a function here or a method of :class:`Graph`; ``docs/python.md`` shows them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demandgraph.version import __version__

if TYPE_CHECKING:
    from demandgraph import plots
    from demandgraph.building import build
    from demandgraph.errors import DemandGraphError
    from demandgraph.export.formats import formats
    from demandgraph.graph import Graph, open
    from demandgraph.query import Answer, questions
    from demandgraph.records import ActorRecord, DemandRecord, DocumentRecord, EventRecord
    from demandgraph.report import Report
    from demandgraph.results import Records
    from demandgraph.server.serving import serve

__all__ = [
    "ActorRecord",
    "Answer",
    "DemandGraphError",
    "DemandRecord",
    "DocumentRecord",
    "EventRecord",
    "Graph",
    "Records",
    "Report",
    "__version__",
    "build",
    "formats",
    "open",
    "plots",
    "questions",
    "serve",
]

# Loaded when first used: reading documents takes a language model, asking a graph does not.
HOMES = {
    "ActorRecord": "demandgraph.records",
    "Answer": "demandgraph.query",
    "DemandGraphError": "demandgraph.errors",
    "DemandRecord": "demandgraph.records",
    "DocumentRecord": "demandgraph.records",
    "EventRecord": "demandgraph.records",
    "Graph": "demandgraph.graph",
    "Records": "demandgraph.results",
    "Report": "demandgraph.report",
    "build": "demandgraph.building",
    "formats": "demandgraph.export.formats",
    "open": "demandgraph.graph",
    "questions": "demandgraph.query",
    "serve": "demandgraph.server.serving",
}
MODULES = ("plots",)
"""Modules that are public as they are."""


def __getattr__(name: str) -> Any:
    if name not in HOMES and name not in MODULES:
        raise AttributeError(f"module 'demandgraph' has no attribute {name!r}")
    from importlib import import_module

    if name in MODULES:
        return import_module(f"demandgraph.{name}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
