"""Writes a graph to a file in the format that its name asks for, as a whole or not at all."""

from __future__ import annotations

from pathlib import Path

from demandgraph.export.formats import format_of
from demandgraph.export.options import Options
from demandgraph.store import Store
from demandgraph.wholly import written

PLAIN = Options()


def export(store: Store, path: str | Path, options: Options = PLAIN) -> None:
    """Write a graph to a file, in the format that its suffix asks for; see :data:`demandgraph.export.formats.OWN`.

    The file is replaced as a whole or not at all.

    Parameters
    ----------
    store : the graph
    path : where to; the longest suffix that is known counts, so that ``x.demands.csv`` is another table than ``x.csv``
    options : what to leave out, and whom a dossier is about

    Raises
    ------
    ExportError
        If the suffix is unknown, the format needs what is not there, or the file cannot be written.
    """
    path = Path(path)
    write = format_of(path).load()
    with written(path) as file:
        write(store, file, options)
