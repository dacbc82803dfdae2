"""The explorer as an object: a notebook shows it in place, and it writes itself to a file."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store

from demandgraph.errors import ExportError
from demandgraph.explore.page import actor_of, page
from demandgraph.explore.part import LIMIT
from demandgraph.explore.view import View, view_of


@dataclass(frozen=True, slots=True)
class Explorer:
    """The interactive page of a graph.

    Parameters
    ----------
    view : what it shows, as :func:`demandgraph.explore.view_of` reads it from a store
    title : heading of the page; by default it counts the documents
    focus : IRI or name of an actor to open on
    depth : with ``focus``, how many steps around it are shown
    height : of the frame in a notebook, in pixels
    """

    view: View = field(repr=False)
    title: str = ""
    focus: str | None = None
    depth: int = 1
    height: int = 640

    def html(self) -> str:
        """The whole page: a complete HTML document that makes no request."""
        return page(self.view, title=self.title, focus=self.focus, depth=self.depth)

    def write(self, path: Path | str) -> None:
        """Write the page to a file, as UTF-8.

        Raises
        ------
        ExportError : if the file cannot be written
        """
        content = self.html().encode("utf-8", "replace")
        try:
            Path(path).write_bytes(content)
        except OSError as error:
            raise ExportError(f"{path}: cannot be written ({error.strerror})") from error

    def _repr_html_(self) -> str:
        """The page in a frame of its own, which reaches nothing outside of it."""
        source = html.escape(self.html(), quote=True)
        style = f"width: 100%; height: {self.height}px; border: 1px solid #ccc"
        return f'<iframe title="Explorer" style="{style}" sandbox="allow-scripts allow-downloads" srcdoc="{source}"></iframe>'


def explore(
    store: Store,
    *,
    focus: str | None = None,
    depth: int = 1,
    title: str = "",
    out: Path | str | None = None,
    limit: int = LIMIT,
) -> Explorer:
    """Make the explorer of a graph.

    Parameters
    ----------
    store : the graph
    focus : IRI or name of an actor to open on
    depth : with ``focus``, how many steps around it are shown
    title : heading of the page; by default it counts the documents
    out : file to write the page to; without it, :meth:`Explorer.write` or a notebook can do so later
    limit : things from which on the page shows only some documents: those that name ``focus``, then those whose demands
        others share; 0 for everything, however large the page gets

    Raises
    ------
    QueryError : if no actor has the name that is to be opened on
    ExportError : if the file cannot be written
    """
    view = view_of(store, limit, focus)
    actor_of(view, focus)
    explorer = Explorer(view, title, focus, depth)
    if out is not None:
        explorer.write(out)
    return explorer
