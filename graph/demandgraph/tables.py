"""Rows as a table for people: words are broken only where nothing else fits, and nothing is ever cut off."""

from __future__ import annotations

import sys
from collections.abc import Sequence

LONGEST_WORD = 24
"""Words up to this length widen their column; longer ones (IRIs) are broken."""
ELSEWHERE = 160
"""Columns of a table that does not go to a terminal."""
GAP = 3
"""What stands between two columns."""


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as wide as the terminal allows; each row on one line where it fits.

    Parameters
    ----------
    columns : the headings
    rows : their cells; line breaks in them become blanks
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console() if sys.stdout.isatty() else Console(width=ELSEWHERE, color_system=None)
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, width in zip(columns, widths([list(columns), *cells], console.width), strict=True):
        grid.add_column(Text(column), overflow="fold", width=width)
    for row in cells:
        grid.add_row(*map(Text, row))  # Text: no markup is read in what documents say
    with console.capture() as captured:
        console.print(grid, width=max(console.width, (1 + GAP) * len(columns)))
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column shall be.

    As wide as its widest cell if all fit; else at least as wide as its longest word, the rest being shared by need; else
    the widest give way, down to one character.

    >>> widths([["a", "one two three"]], 20), widths([["a", "one two three"]], 12), widths([["a", "one two three"]], 7)
    ([1, 13], [1, 8], [1, 3])
    """
    columns = [[row[n] for row in rows] for n in range(len(rows[0]) if rows else 0)]
    room -= GAP * max(0, len(columns) - 1)
    natural = [max(1, *map(len, cells)) for cells in columns]
    words = [max((len(w) for cell in cells for w in cell.split()), default=1) for cells in columns]
    least = [min(word, LONGEST_WORD, wide) for word, wide in zip(words, natural, strict=True)]
    if sum(natural) <= room:
        return natural
    while sum(least) > max(room, len(least)):
        least[least.index(max(least))] -= 1
    spare, need = max(0, room - sum(least)), [wide - low for wide, low in zip(natural, least, strict=True)]
    return [low + spare * more // max(1, sum(need)) for low, more in zip(least, need, strict=True)]
