"""Draws how many demands there are on each topic in each year or month."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from demandgraph.export.projections import within
from demandgraph.plots.drawing import BLUE, FAINT, GROUND, INK, LINES, axes_for, described, empty, plain, titled, write
from demandgraph.plots.periods import LENGTHS, periods, unit_of
from demandgraph.tracing.history import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from demandgraph.graph import Graph

TICKS = 14
"""Periods at most that are named below the figure."""
SMALLEST, LARGEST = 130.0, 620.0
"""Areas of the discs, in square points."""


def demands_by_topic(
    graph: Graph,
    ax: Axes | None = None,
    *,
    top: int = 12,
    by: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Axes:
    """Demands by topic over time: a row for each topic, a column for each period, the number of demands in a disc.

    A demand is as old as the document that states it; what stands in undated documents is not drawn, and the note says
    how much that is. The last line counts the documents, without which a rise means nothing.

    Parameters
    ----------
    graph : the graph
    ax : axes to draw on; new ones if not given
    top : topics at most, those with the most demands
    by : ``year`` or ``month``; what suits the dates if not given
    since, until : ISO dates of any precision, both included

    Raises
    ------
    ExportError
        If ``by`` is something else, or matplotlib is not installed.
    """
    demands = [d for d in graph.demands() if within(d.date, since, until)]
    unit = unit_of((d.date for d in demands if d.date), by)
    length, title = LENGTHS[unit], f"Demands by topic and {unit}"
    dated = [(d.topic, d.date[:length], d.document) for d in demands if d.date and len(d.date) >= length]
    columns = periods((date for _, date, _ in dated), unit)
    counts = Counter((topic, date) for topic, date, _ in dated)
    totals = sorted(Counter(topic for topic, _, _ in dated).items(), key=lambda item: (-item[1], item[0]))
    rows = [topic for topic, _ in totals[:top]]
    ax = axes_for(ax, min(10, max(6, 2.8 + 0.5 * len(columns))), 1.7 + 0.3 * max(4, len(rows)))
    if not rows:
        return empty(ax, title, "No demand has a date.")
    missing = [
        f"{counted(len(demands) - len(dated), 'demand')} of undated documents" if len(demands) > len(dated) else "",
        f"{sum(n for _, n in totals[top:])} on {counted(len(totals) - top, 'further topic')}"
        if len(totals) > top
        else "",
    ]
    note = "; ".join(part for part in missing if part)
    titled(ax, title, f"Not drawn: {note}." if note else "")
    ax.hlines(range(len(rows)), -0.6, len(columns) - 0.4, colors=LINES, linewidth=0.8, zorder=0)
    most = max(counts.values())
    for y, topic in enumerate(rows):
        for x, period in enumerate(columns):
            if n := counts[topic, period]:
                share = n / most
                ax.scatter(x, y, s=max(SMALLEST, LARGEST * share), color=tint(share), linewidth=0)
                write(
                    ax, x, y, str(n), ha="center", va="center_baseline", fontsize=8.5, color=GROUND if share > 0.5 else INK
                )  # fmt: skip
    foot = len(rows)
    for x, period in enumerate(columns):
        files = len({document for _, date, document in dated if date == period})
        write(ax, x, foot, str(files or "–"), ha="center", va="center_baseline", fontsize=8.5, color=FAINT)
    ax.set_yticks(range(foot + 1), [*(plain(topic) for topic in rows), "documents"])
    ax.get_yticklabels()[-1].set_color(FAINT)
    step = -(-len(columns) // TICKS)
    ax.set_xticks(range(0, len(columns), step), columns[::step], rotation=0 if unit == "year" else 35)
    ax.set_xlim(-0.6, len(columns) - 0.4)
    ax.set_ylim(foot + 0.6, -0.7)
    told = (
        f"{topic}: " + ", ".join(f"{counts[topic, p]} in {p}" for p in columns if counts[topic, p]) for topic in rows
    )
    return described(ax, f"{title}. {'; '.join(told)}. {f'Not drawn: {note}.' if note else ''}")


def tint(share: float) -> tuple[float, float, float]:
    """The colour of a disc, the darker the larger its share of the largest one; opaque, so that no line shines through.

    >>> tint(1.0)
    (0.0, 0.447, 0.698)
    """
    full = (int(BLUE[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (round(1 - (1 - part) * (0.25 + 0.75 * share), 3) for part in full)
    return red, green, blue
