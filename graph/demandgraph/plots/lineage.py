"""Draws the history of a demand: a row for each step, time to the right, arrows to what takes it up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from demandgraph.plots.drawing import FAINT, GROUND, LINES, PALETTE, axes_for, described, empty, plain, titled, write
from demandgraph.tracing.history import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from demandgraph.graph import Graph
    from demandgraph.tracing import Step, Trace

BLUE, ORANGE, GREEN, PURPLE, _, SKY, _ = PALETTE
TEXT, INSET = 0.24, 0.014
"""How far the text of a step stands above its line, in rows, and from the ends, where arrows pass."""
ARROW = {"arrowstyle": "-|>", "color": FAINT, "linewidth": 0.9, "shrinkA": 6, "shrinkB": 6}
ELBOW = {"connectionstyle": "angle,angleA=90,angleB=0,rad=6"}
"""Down from the earlier step, then across to the later one, so that arrows keep to the lines."""
MARKS = {
    "raised": ("o", BLUE),
    "adopted": ("s", BLUE),
    "repeated": ("o", SKY),
    "readdressed": (">", SKY),
    "retold": (".", FAINT),
    "narrowed": ("v", GREEN),
    "widened": ("^", GREEN),
    "answered": ("D", ORANGE),
    "became": ("D", PURPLE),
    "stated": (".", FAINT),
}
"""Kind of a step → its mark and colour; no two kinds differ in colour alone."""


def lineage(graph: Graph, demand: str | Trace, ax: Axes | None = None, *, top: int = 24) -> Axes:
    """The history of a demand across documents: who raised, adopted, repeated and answered it, and when.

    Parameters
    ----------
    graph : the graph
    demand : IRI, id or words of a demand, as :meth:`Graph.trace` takes them, or what it gave
    ax : axes to draw on; new ones if not given
    top : steps at most, the earliest ones; the note says how many more there are

    Raises
    ------
    QueryError
        If there is no such demand.
    ExportError
        If matplotlib is not installed.
    """
    trace = graph.trace(demand) if isinstance(demand, str) else demand
    steps = trace.steps[:top]
    ax = axes_for(ax, 9, 1.3 + 0.5 * max(2, len(steps)))
    title = plain(trace.label, 70)
    if not steps:
        return empty(ax, title, "Nothing is known of it.")
    more = f"; {counted(len(trace) - top, 'further step')} not drawn" if len(trace) > top else ""
    titled(ax, title, f"{trace.summary}{more}")
    at = positions(steps)
    ax.hlines(range(len(steps)), 0, 1, colors=LINES, linewidth=0.8, zorder=0)
    rows = {step.demand: n for n, step in reversed(list(enumerate(steps))) if step.status is None}
    for n, step in enumerate(steps):
        for earlier in sorted({rows[i] for i in step.follows if i in rows} - {n}):
            ax.annotate(
                "", (at[n], n), (at[earlier], earlier),
                zorder=2, arrowprops=ARROW | ({} if at[n] == at[earlier] else ELBOW),
            )  # fmt: skip
        mark, colour = MARKS[step.kind]
        ax.scatter(at[n], n, marker=mark, color=colour, s=70, zorder=3)
        words = f"{step.kind}: {step.status}" if step.status else step.kind
        how = {"fontsize": 9, "zorder": 4, "bbox": {"facecolor": GROUND, "linewidth": 0, "pad": 0.8}}
        write(ax, INSET, n - TEXT, row_of(step), **how)
        write(ax, 1 - INSET, n - TEXT, words, ha="right", color=BLUE if colour == SKY else colour, **how)
    ax.set_yticks([])
    ax.set_ylim(len(steps) - 0.6, -0.8)
    ax.set_xlim(-0.02, 1.02)
    dated = sorted({(at[n], s.date) for n, s in enumerate(steps) if s.date})
    ends = [dated[0], *dated[-1:]] if len(dated) > 1 else dated
    for (x, words), side in zip(ends, ("left", "right"), strict=False):
        write(ax, x, len(steps) - 0.6, words, ha=side, va="top", fontsize=9, color=FAINT)
    if steps[-1].date is None:
        write(ax, 1, len(steps) - 0.6, "undated", ha="right", va="top", fontsize=9, color=FAINT)
    ax.set_xticks([])
    told = "; ".join(f"{s.date or 'undated'}, {s.kind}{f' ({s.status})' if s.status else ''}: {s.who}" for s in steps)
    return described(ax, f"History of the demand “{trace.label}” ({trace.summary}). {told}.")


def row_of(step: Step) -> str:
    """What is written beside a step."""
    when = step.date or "undated"
    one, other = (step.addressees, step.issuers) if step.status else (step.issuers, step.addressees)
    head, asked = (plain(several(names, 1), 46) if names else "" for names in (one, other))
    return f"{when}  {head or plain(step.document)}" + (f" → {asked}" if asked else "")


def several(names: tuple[str, ...], most: int) -> str:
    """Names in one line; of many the first and how many more.

    >>> several(("Chile", "Norway", "Ghana"), 1)
    'Chile +2'
    """
    more = len(names) - most
    return ", ".join(plain(name, 42) for name in names[:most]) + (f" +{more}" if more > 0 else "")


def positions(steps: tuple[Step, ...]) -> list[float]:
    """Where each step lies on the line of time, from 0 to 1; what has no date lies at the end, apart."""
    days = [day(step.date) for step in steps]
    known = [d for d in days if d is not None]
    first, last = min(known, default=0), max(known, default=0)
    width = 1.0 if None not in days else 0.84
    return [1.0 if d is None else width * (d - first) / max(1, last - first) for d in days]


def day(text: str | None) -> int | None:
    """The number of a date's day; of a month or year its first, as it is only drawn."""
    if not text:
        return None
    try:
        return date.fromisoformat((text + "-01-01")[:10] if len(text) < 7 else (text + "-01")[:10]).toordinal()
    except ValueError:
        return None
