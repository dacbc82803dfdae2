"""Composes the report of a corpus and writes it: one page, or Markdown with its figures beside it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from demandgraph.dates import is_date
from demandgraph.errors import ExportError, QueryError
from demandgraph.reporting.blocks import Document, Paragraph, counted
from demandgraph.reporting.corpus import Corpus
from demandgraph.reporting.histories import answers, coalitions, events, shared
from demandgraph.reporting.page import html
from demandgraph.reporting.sections import actors, method, overview, read, topics
from demandgraph.reporting.text import markdown

if TYPE_CHECKING:
    from demandgraph.graph import Graph

SECTIONS = (overview, read, actors, topics, shared, answers, events, coalitions, method)
SUFFIXES = (".html", ".md")
TITLE = "Who demands what of whom"


def report(
    graph: Graph, path: str | Path, *, title: str = "", since: str | None = None, until: str | None = None
) -> None:
    """Write a report of the graph's corpus to a file.

    The same graph gives the same bytes. A page (``.html``) has its figures in it and needs no network; for Markdown
    (``.md``) they are written beside it. Without matplotlib they are left out, and a line says so.

    Parameters
    ----------
    graph : the graph
    path : file to write, ``.html`` or ``.md``
    title : heading of the report
    since, until : ISO dates of any precision between which the documents lie, both included

    Raises
    ------
    ExportError
        If the suffix is another one, or a file cannot be written; what was there before is kept.
    QueryError
        If a date is none.
    """
    path = Path(path)
    check(path, since, until)
    composed = compose(graph, title, since, until)
    files: dict[str, str] = {}
    if path.suffix.lower() == ".html":
        content = html(composed)
    else:
        content, files = markdown(composed, path.stem)
    replace({**{path.with_name(name): text for name, text in files.items()}, path: content})


def check(path: Path, since: str | None, until: str | None) -> None:
    """See to it that a report can be written as it is asked for, before anything is read.

    Raises
    ------
    ExportError, QueryError
        As :func:`report`.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ExportError(f"{path}: unknown suffix {path.suffix or '(none)'}; a report is written as .html or .md")
    for date in filter(None, (since, until)):
        if not is_date(date):
            raise QueryError(f"{date!r} is no date; write it as 2024, 2024-05 or 2024-05-31")


def compose(graph: Graph, title: str = "", since: str | None = None, until: str | None = None) -> Document:
    """The report of a corpus, whatever it is written as."""
    corpus = Corpus(graph, since, until)
    dates = sorted(s.date for s in corpus.sources.values() if s.date)
    span = f" of {dates[0]} to {dates[-1]}" if len(dates) > 1 else f" of {dates[0]}" if dates else ""
    asked = " to ".join(
        part for part in (since or ("the beginning" if until else ""), until or ("now" if since else "")) if part
    )
    subtitle = f"A report on {counted(len(corpus.sources), 'document')}{span}" + (
        f"; period asked for: {asked}" if asked else ""
    )
    if not corpus.sources:
        return Document(title or TITLE, subtitle, (Paragraph("No document lies in this period."),))
    return Document(title or TITLE, subtitle, tuple(block for section in SECTIONS for block in section(corpus)))


def replace(files: dict[Path, str]) -> None:
    """Write several files; none of them is touched before all are written."""
    for path in files:
        if path.is_dir():
            raise ExportError(f"{path}: is a folder; name another file")
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    try:
        for path, content in files.items():
            parts[path].write_text(content, encoding="utf-8", newline="\n")
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        raise ExportError(f"{error.filename or path}: cannot be written ({error.strerror or error})") from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
