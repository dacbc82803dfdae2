"""Writes a report as Markdown, with its figures in files beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from demandgraph.markdown import escaped
from demandgraph.reporting.blocks import (
    Block,
    Document,
    Findings,
    Heading,
    Numbers,
    Paragraph,
    Picture,
    Sources,
    Table,
    line,
)


def markdown(report: Document, stem: str) -> tuple[str, dict[str, str]]:
    """A report as Markdown, and the files of its figures by name.

    ``stem`` begins the names of the figures' files, as it does that of the report.
    """
    parts = [f"# {escaped(line(report.title))}", escaped(report.subtitle)]
    files = {}
    for block in report.blocks:
        if isinstance(block, Picture):
            name = f"{stem}-{block.name}.svg"
            files[name] = f'<?xml version="1.0" encoding="utf-8"?>\n{block.svg}'
            parts.append(f"![{escaped(block.alt)}]({quote(name)})")
            parts.append(f"*{escaped(block.caption)}*")
        else:
            parts.append("\n".join(WRITERS[type(block)](block)))
    return "\n\n".join(part for part in parts if part) + "\n", files


def heading_text(block: Heading) -> Iterator[str]:
    """A heading."""
    yield f"{'#' * block.level} {escaped(block.text)}"


def paragraph_text(block: Paragraph) -> Iterator[str]:
    """A paragraph."""
    yield escaped(block.text)


def numbers_text(block: Numbers) -> Iterator[str]:
    """Numbers in a line."""
    yield " · ".join(f"**{number}** {escaped(noun)}" for number, noun in block.items)


def table_text(block: Table) -> Iterator[str]:
    """A table."""
    yield f"**{escaped(block.caption)}**\n"
    yield f"| {' | '.join(map(escaped, block.columns))} |"
    yield "|" + "|".join(" ---: " if n in block.numbers else " --- " for n in range(len(block.columns))) + "|"
    yield from (f"| {' | '.join(map(escaped, row))} |" for row in block.rows)


def findings_text(block: Findings) -> Iterator[str]:
    """Claims with their quotes."""
    for item in block.items:
        when = f"{item.date} " if item.date else ""
        yield f"- {when}**{escaped(item.claim)}**\n\n  > {escaped(item.quote)}\n"
        yield f"  {escaped(f'[{item.source.number}] {item.source.name}, {item.place}')}\n"


def sources_text(block: Sources) -> Iterator[str]:
    """The list of sources; numbered by hand, so that the numbers are those of the citations everywhere."""
    for source in block.items:
        link = f" <{quote(source.address, safe=':/?&=%#~+,;@')}>" if source.address else ""
        yield f"- {escaped(f'[{source.number}] {source.name} ({source.kind}). {source.file}')}{link}"


WRITERS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: heading_text,
    Paragraph: paragraph_text,
    Numbers: numbers_text,
    Table: table_text,
    Findings: findings_text,
    Sources: sources_text,
}
