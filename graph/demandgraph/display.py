"""How results show themselves in a notebook: HTML in which everything that comes from documents is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from demandgraph.characters import portable
from demandgraph.errors import ExportError

if TYPE_CHECKING:
    import pandas

ROWS = 20
"""Rows that a table shows."""
LENGTH = 240
"""Characters that a cell shows."""


def brief(text: str, length: int = LENGTH) -> str:
    """A text on one line, cut at a length.

    >>> brief("end  the\\nban", 7)
    'end th…'
    """
    line = " ".join(portable(text).split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def html(value: object) -> str:
    """A value as HTML: several joined, nothing for ``None``."""
    if isinstance(value, tuple | list):
        value = "; ".join(map(str, value))
    return "" if value is None else escape(brief(str(value)))


def html_table(columns: Sequence[str], rows: Iterable[Sequence[object]], total: int, noun: str = "row") -> str:
    """The first rows as a table, with how many there are.

    Parameters
    ----------
    columns : their names
    rows : of values; only as many are taken as are shown
    total : how many rows there are
    noun : what a row is
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(f'<td>{html(v)}</td>' for v in row)}</tr>\n" for row in islice(rows, ROWS))
    count = f"{total:,} {noun}{'' if total == 1 else 's'}" + (f", {ROWS} shown" if total > ROWS else "")
    return (
        f'<table style="text-align: left"><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>\n<p>{count}</p>'
    )


def html_fields(fields: Mapping[str, object], quote: str = "") -> str:
    """One thing: its fields that have a value, and the words that say so."""
    lines = "".join(f"<tr><th>{escape(k)}</th><td>{html(v)}</td></tr>\n" for k, v in fields.items() if html(v))
    words = f"<blockquote>{escape(brief(quote, 4 * LENGTH))}</blockquote>" if quote else ""
    return f'<table style="text-align: left"><tbody>{lines}</tbody></table>{words}'


def data_frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows as a data frame of pandas, which has the columns even if there are no rows.

    Raises
    ------
    ExportError
        If pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ImportError:
        raise ExportError("a data frame needs pandas; install it with: pip install pandas") from None
    return DataFrame(list(rows), columns=list(columns))
