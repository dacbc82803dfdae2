"""A built graph, opened: questions to it, and what it holds as plain records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demandgraph.errors import StoreError
from demandgraph.folder import REPORT, STORE
from demandgraph.holding import Holding
from demandgraph.store import Store
from demandgraph.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    import networkx
    from rdflib import Dataset

    from demandgraph.codings import Imported
    from demandgraph.corrections import Correction, Doubtful
    from demandgraph.explore import Explorer
    from demandgraph.remote import Pushed
    from demandgraph.remote.pushing import Progress
    from demandgraph.tracing import Match, Trace

ADDRESS = re.compile(r"(https?):/+", re.IGNORECASE)
"""How the address of a store begins; a path made of it has lost a slash."""


class Graph(Holding):
    """A graph that was built; made by :func:`open`.

    >>> graph = open("demo")  # doctest: +SKIP
    >>> [d.action for d in graph.demands() if "European Union" in d.addressees]  # doctest: +SKIP
    """

    def doubts(self, kind: str | None = None, limit: int | None = None) -> list[Doubtful]:
        """What a person should look at, the most doubtful first; see :func:`demandgraph.corrections.open_doubts`."""
        from demandgraph.corrections import open_doubts

        return open_doubts(folder_of(self), kind, limit)

    def decide(
        self, doubt: Doubtful, answer: str, *, by: str, why: str = "", values: Mapping[str, Any] | None = None
    ) -> Correction:
        """Write down what a person answers to a doubt; the next build applies it.

        >>> graph.decide(graph.doubts()[0], "different", by="Anna Kovar", why="two offices")  # doctest: +SKIP

        See :func:`demandgraph.corrections.decide` for the answers and errors.
        """
        from demandgraph.corrections import decide

        return decide(folder_of(self), doubt, answer, by=by, why=why, values=values)

    def codings(self, table: str | Path, by: str | None = None) -> Imported:
        """Take demands that were coded by hand from a CSV file into the graph's corrections.

        ``by`` says who coded rows that do not say so. The next build applies them; see
        :func:`demandgraph.codings.import_codings` for what it raises.
        """
        from demandgraph.codings import import_codings

        return import_codings(Path(table), folder_of(self), self.documents(), self.demands(), by)

    def to_networkx(
        self, network: str | None = None, *, since: str | None = None, until: str | None = None, lean: bool = False
    ) -> networkx.Graph[str]:
        """The graph as a network for :mod:`networkx`.

        Parameters
        ----------
        network : without it everything, as a ``MultiDiGraph`` by the rule of the ontology (see
            :mod:`demandgraph.export.network`); else one made for analysis: ``actors`` (who demands of whom),
            ``actor-topic``, ``actor-demand`` (with agreement), ``co-issuing``, ``document-demand`` or ``participation``
            (see :mod:`demandgraph.export.projections`)
        since, until : ISO dates of any precision, both included, between which the documents (for ``participation`` the
            events) of such a network lie
        lean : leave out the words and names of the phrases that bear nodes and edges, if everything is asked for

        Raises
        ------
        ExportError
            If there is no network of that name.
        """
        from demandgraph.export import projected, to_networkx

        if network is None:
            return to_networkx(self.store, lean)
        return projected(self.store, network, since, until)

    def slices(self, network: str, by: str = "year") -> dict[str, networkx.Graph[str]]:
        """A network made for analysis (see :meth:`to_networkx`) for each ``year`` or ``month`` that has a date."""
        from demandgraph.export import slices

        return slices(self.store, network, by)

    def to_rdflib(self) -> Dataset:
        """The graph as an rdflib dataset, whose default graph is the union of all named graphs."""
        return self.store.to_rdflib()

    def explore(
        self,
        focus: str | None = None,
        depth: int = 1,
        title: str = "",
        out: str | Path | None = None,
        limit: int | None = None,
    ) -> Explorer:
        """The interactive page of the graph: a notebook shows it in place; ``out`` is a file to write it to.

        ``focus`` is the name or IRI of an actor to open on, with what is up to ``depth`` steps away. Of a graph with
        more than ``limit`` things only some documents are shown (0: all). See :func:`demandgraph.explore.explore` for
        what it raises.
        """
        from demandgraph.explore import explore
        from demandgraph.explore.part import LIMIT

        most = LIMIT if limit is None else limit
        return explore(self.store.raw, focus=focus, depth=depth, title=title, out=out, limit=most)

    def trace(self, demand: str, out: str | Path | Iterable[str | Path] = ()) -> Trace:
        """The history of a demand: raised by whom, adopted, repeated and answered by whom, with the words that say so.

        ``demand`` is the IRI or id of a demand or shared demand, or words of it; the best match is taken. ``out`` are
        files to write it to, as a figure (``.svg``), text or RDF; see :func:`demandgraph.tracing.write`.
        """
        from demandgraph.tracing import check, trace, write

        files = [Path(out)] if isinstance(out, str | Path) else [Path(file) for file in out]
        for file in files:
            check(file)
        history = trace(self.store, demand)
        for file in files:
            write(self.store, history, file)
        return history

    def report(self, path: str | Path, *, title: str = "", since: str | None = None, until: str | None = None) -> None:
        """Write a report of the corpus to read and print, ``.html`` or ``.md``; see :func:`demandgraph.reporting.report`.

        >>> graph.report("report.html", title="Demands on Merovia", since="2031")  # doctest: +SKIP
        """
        from demandgraph.reporting import report

        report(self, path, title=title, since=since, until=until)

    def matches(self, demand: str) -> list[Match]:
        """The demands that an IRI, an id or words may mean, the best first; :meth:`trace` takes the first.

        Raises
        ------
        QueryError
            If there is none.
        """
        from demandgraph.tracing import matches

        return matches(self.store, demand)

    def push(
        self,
        url: str,
        *,
        query_url: str = "",
        update_url: str = "",
        graph_url: str = "",
        everything: bool = False,
        progress: Progress | None = None,
    ) -> Pushed:
        """Send the graph to a SPARQL 1.1 store, only what has changed; see :func:`demandgraph.remote.push`.

        >>> graph.push("http://localhost:8890/sparql")  # doctest: +SKIP
        """
        from demandgraph.remote import push

        return push(
            self.store, url, query_url=query_url, update_url=update_url, graph_url=graph_url, everything=everything,
            progress=progress,
        )  # fmt: skip

    def validate(self, shapes: Iterable[str | Path] = ()) -> list[str]:
        """What does not conform to the SHACL shapes, one sentence each; empty if everything does.

        ``shapes`` are files of further shapes; a broken one raises :class:`~demandgraph.errors.AuthorityError` before
        anything is checked.
        """
        from demandgraph.shapes import validate

        return validate(self.store.union(), [Path(shape) for shape in shapes])

    def export(
        self,
        path: str | Path,
        *,
        lean: bool = False,
        about: str | None = None,
        network: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        """Write the graph to a file in the format of its suffix; see :func:`demandgraph.export.export`.

        ``lean`` leaves out phrases and texts; ``about`` is the name or IRI of the actor or shared demand that a dossier
        (``.md``, ``.html``) is about; ``network``, ``since`` and ``until`` choose a network made for analysis (see
        :meth:`to_networkx`) for a format of networks.
        """
        from demandgraph.explore.layout import spread
        from demandgraph.export import Options, export

        export(self.store, path, Options(lean, about, network, since, until, spread))


def folder_of(graph: Graph) -> Path:
    """The folder that a graph was opened from, where its corrections are kept.

    Raises
    ------
    StoreError
        If it was not opened from a folder.
    """
    if graph.folder is None:
        raise StoreError("this graph has no folder that corrections could be kept in; open it with demandgraph.open")
    return graph.folder


def open(folder: str | Path, base: str | None = None) -> Graph:
    """Open a graph that :func:`demandgraph.build` has written, or one that was pushed to a SPARQL store.

    Parameters
    ----------
    folder : the folder of the graph, or the address of the store (``http://…``)
    base : base IRI of the graph in a store that has several

    Raises
    ------
    StoreError
        If there is none, it is broken, or the store cannot be reached.
    """
    if address := ADDRESS.match(str(folder)):
        from demandgraph.remote import connect

        return Graph(connect(f"{address[1]}://{str(folder)[address.end() :]}", base))
    folder = Path(folder)
    if not folder.is_dir():
        raise StoreError(
            f"{folder}: there is no such folder; build a graph with: demandgraph build SOURCE --out {folder}"
        )
    try:
        base = str(json.loads((folder / REPORT).read_text(encoding="utf-8")).get("base", DEFAULT_BASE))
    except (OSError, ValueError, AttributeError):
        raise StoreError(f"{folder}: holds no graph; build one with: demandgraph build SOURCE --out {folder}") from None
    return Graph(Store.open(folder / STORE, base), folder)
