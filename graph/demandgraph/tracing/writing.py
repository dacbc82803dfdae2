"""Writes a demand's history to a file, in the form of its suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from demandgraph.errors import ExportError
from demandgraph.store import Store
from demandgraph.tracing.figure import as_svg
from demandgraph.tracing.history import Trace
from demandgraph.tracing.pages import as_json, as_markdown, as_text
from demandgraph.tracing.subgraph import subgraph
from demandgraph.trig import PREFIXES, to_trig, to_turtle
from demandgraph.wholly import written


def as_turtle(store: Store, trace: Trace) -> str:
    """What the history rests on, without named graphs."""
    return "".join(to_turtle(subgraph(store, trace), store.base))


def as_trig(store: Store, trace: Trace) -> str:
    """What the history rests on, in the named graphs that say it."""
    return "".join(to_trig(subgraph(store, trace), store.base))


def as_jsonld(store: Store, trace: Trace) -> str:
    """What the history rests on, in the named graphs that say it, as JSON-LD."""
    ordered = sorted(subgraph(store, trace), key=lambda q: (str(q.graph_name), str(q)))
    return (serialize(ordered, format=RdfFormat.JSON_LD, prefixes=dict(PREFIXES)) or b"").decode("utf-8") + "\n"


FORMATS: Mapping[str, Callable[[Store, Trace], str]] = {
    ".svg": lambda _, trace: as_svg(trace),
    ".md": lambda _, trace: as_markdown(trace),
    ".txt": lambda _, trace: as_text(trace),
    ".json": lambda _, trace: as_json(trace),
    ".ttl": as_turtle,
    ".trig": as_trig,
    ".jsonld": as_jsonld,
}
SUFFIXES = tuple(FORMATS)
"""The suffixes that :func:`write` knows."""


def check(path: Path) -> None:
    """See to it that a file's suffix tells how to write it.

    Raises
    ------
    ExportError
        If it does not.
    """
    if path.suffix.lower() not in FORMATS:
        raise ExportError(f"{path}: unknown suffix {path.suffix or '(none)'}; there are {', '.join(SUFFIXES)}")


def write(store: Store, trace: Trace, path: str | Path) -> None:
    """Write a history to a file: a figure, a text, or the part of the graph that it rests on.

    The file is replaced as a whole or not at all.

    Raises
    ------
    ExportError
        If the suffix is unknown or the file cannot be written.
    """
    path = Path(path)
    check(path)
    text = FORMATS[path.suffix.lower()](store, trace)
    with written(path) as file:
        file.write(text.encode())
