"""Draws who asks whom as a table of numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from demandgraph.export.projections import within
from demandgraph.plots.drawing import GROUND, INK, LINES, axes_for, described, empty, plain, titled, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Rectangle

    from demandgraph.graph import Graph

SHADES = ("#eaf2f9", "#0b3c68")
"""The colours of the least and of the greatest number; also in grey, the darker is the more."""


def issuer_addressee_matrix(
    graph: Graph,
    ax: Axes | None = None,
    *,
    top: int = 12,
    since: str | None = None,
    until: str | None = None,
) -> Axes:
    """Who demands how often of whom: issuers are rows, addressees columns, each cell has the number of demands.

    A demand of two issuers on three addressees counts in each of the six cells. Those who only ask, or are only asked,
    nobody are in no cell.

    Parameters
    ----------
    graph : the graph
    ax : axes to draw on; new ones if not given
    top : rows and columns at most, those with the most demands
    since, until : ISO dates of any precision between which the documents lie, both included

    Raises
    ------
    ExportError
        If matplotlib is not installed.
    """
    counts: Counter[tuple[str, str]] = Counter()
    title = "Who asks whom: number of demands"
    issuers: Counter[str] = Counter()
    for d in graph.demands():
        if within(d.date, since, until) and d.addressees:
            counts.update((a, b) for a in d.issuers for b in d.addressees)
            issuers.update(d.issuers)
    rows = ranked(issuers)[:top]
    addressees: Counter[str] = Counter()
    for (a, b), n in counts.items():
        if a in rows:
            addressees[b] += n
    columns = ranked(addressees)[:top]
    rows = [a for a in rows if any(counts[a, b] for b in columns)]
    ax = axes_for(ax, 3.4 + 0.52 * max(4, len(columns)), 2.6 + 0.34 * max(3, len(rows)))
    if not columns:
        return empty(ax, title, "No demand has both an issuer and an addressee.")
    drawn = sum(counts[a, b] for a in rows for b in columns)
    note = (
        f"{sum(counts.values()) - drawn} of {sum(counts.values())} between others"
        if drawn < sum(counts.values())
        else ""
    )
    titled(ax, title, f"Not drawn: {note}." if note else "")
    from matplotlib.colors import LinearSegmentedColormap

    colours = LinearSegmentedColormap.from_list("demands", SHADES)
    most = max(counts[a, b] for a in rows for b in columns)
    for y, a in enumerate(rows):
        for x, b in enumerate(columns):
            n = counts[a, b]
            share = n / most
            ax.add_patch(cell(x, y, colours(share) if n else GROUND))
            if n:
                write(
                    ax, x, y, str(n), ha="center", va="center_baseline", fontsize=9, color=GROUND if share > 0.45 else INK
                )  # fmt: skip
    ax.set_yticks(range(len(rows)), [plain(a, 42) for a in rows], parse_math=False)
    ax.set_xticks(
        range(len(columns)), [plain(b) for b in columns], rotation=40, ha="right", rotation_mode="anchor", parse_math=False
    )  # fmt: skip
    ax.set_xlim(-0.5, len(columns) - 0.5)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    pairs = sorted(
        ((n, a, b) for (a, b), n in counts.items() if a in rows and b in columns), key=lambda t: (-t[0], t[1:])
    )
    told = "; ".join(f"{a} asks {b} {n} times" if n > 1 else f"{a} asks {b} once" for n, a, b in pairs[:20])
    return described(ax, f"{title}. {told}{' and others' if len(pairs) > 20 else ''}.")


def cell(x: int, y: int, colour: Any) -> Rectangle:
    """The ground of a cell."""
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor=LINES, linewidth=0.8, zorder=0)


def ranked(counts: Counter[str]) -> list[str]:
    """Names by their number, those of one number by the alphabet."""
    return sorted(counts, key=lambda name: (-counts[name], name))
