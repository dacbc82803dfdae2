"""Rows as Markdown: a table, or a list with quotes where the rows have the words that they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence

QUOTED = ("quote", "words")
"""The columns that hold what a document says."""
MEANING = re.compile(r"([\\`*_{}\[\]<>|~&$])|(?<!\S)([#+-]|\d+[.)])(?=\s|$)|(://|www\.)")
"""What Markdown would act on: signs anywhere, marks of headings and lists, addresses that become links."""


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is.

    >>> escaped("<b> 1. *x*")
    '\\\\<b\\\\> 1\\\\. \\\\*x\\\\*'
    """
    return MEANING.sub(_escape, " ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    sign, mark, address = match.groups()
    if sign:
        return f"\\{sign}"
    if mark:
        return f"{mark[:-1]}\\{mark[-1]}"
    return address.replace(":", "\\:").replace(".", "\\.")


def markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows as Markdown.

    Parameters
    ----------
    columns : their names; of ``quote`` and ``words`` the first that is there is quoted below each row
    rows : the cells
    """
    quoted = next((columns.index(name) for name in QUOTED if name in columns), None)
    if quoted is None:
        lines = [columns, ["---"] * len(columns), *([escaped(cell) for cell in row] for row in rows)]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)
    items = []
    for row in rows:
        cells = [
            f"**{escaped(name)}:** {escaped(cell)}"
            for n, (name, cell) in enumerate(zip(columns, row, strict=True))
            if n != quoted and cell
        ]
        quote = f"\n\n  > {escaped(row[quoted])}" if row[quoted] else ""
        items.append(f"- {' · '.join(cells) or '…'}{quote}\n")
    return "\n".join(items)
