"""Draws who demands the same as whom, with the coalitions in colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.plots.communities import communities, ties
from demandgraph.plots.drawing import GROUND, INK, OTHER, PALETTE, axes_for, described, empty, plain, titled
from demandgraph.plots.placing import label_boxes, layout
from demandgraph.tracing.history import counted

if TYPE_CHECKING:
    import networkx
    from matplotlib.axes import Axes

    from demandgraph.graph import Graph

FORMS = "osD^vPX"
"""Marks of the coalitions in turn, so that nobody has to tell them apart by colour alone."""
FONT = 8.0


def coalition_network(
    graph: Graph,
    ax: Axes | None = None,
    *,
    network: str = "co-issuing",
    top: int = 30,
    since: str | None = None,
    until: str | None = None,
) -> Axes:
    """Who demands the same: lines join actors that share demands, coalitions have a colour and a mark.

    Coalitions are communities of the network (see :func:`demandgraph.plots.communities`); a line is the thicker the
    more demands it stands for. Where an actor stands in the figure means nothing.

    Parameters
    ----------
    graph : the graph
    ax : axes to draw on; new ones if not given
    network : ``co-issuing``, or ``actor-demand``, which also counts those who accepted a demand
    top : actors at most, those that share the most demands
    since, until : ISO dates of any precision between which the documents lie, both included

    Raises
    ------
    ExportError
        If ``network`` is another one, or matplotlib is not installed.
    """
    title = "Who demands the same"
    found = ties(graph, network, since, until)
    groups = communities(found)
    shares = dict(found.degree(weight="weight"))
    kept = sorted(sorted(found), key=lambda name: -shares[name])[:top]
    drawn = found.subgraph(kept)
    ax = axes_for(ax, 9, 2.2 + 0.16 * max(12, len(kept)))
    if not drawn.number_of_edges():
        return empty(ax, title, "No two actors make the same demand.")
    note = "Lines join actors that share demands; colours and marks are coalitions."
    titled(
        ax,
        title,
        note + (f" {counted(len(found) - len(kept), 'further actor')} not drawn." if len(found) > top else ""),
    )
    ax.set_xticks([])
    ax.set_yticks([])
    of = {name: n for n, group in enumerate(groups) for name in group}
    draw(ax, drawn, of, shares)
    return described(ax, f"{title}. {told(found, groups)}")


def draw(ax: Axes, network: networkx.Graph[str], of: dict[str, int], shares: dict[str, int]) -> None:
    """Draw the nodes, lines and labels."""
    places = layout(network, 2.6 * max(2.0, len(network) ** 0.5))
    most = max(weight for *_, weight in network.edges(data="weight"))
    for a, b, weight in sorted(network.edges(data="weight"), key=lambda e: sorted(e[:2])):
        (x1, y1), (x2, y2) = places[a], places[b]
        colour = PALETTE[of[a]] if of[a] == of[b] < len(PALETTE) else OTHER
        ax.plot([x1, x2], [y1, y2], color=colour, alpha=0.55, linewidth=0.8 + 3 * weight / most, zorder=1)
    largest = max(shares[name] for name in network)
    areas = {name: 45 + 190 * shares[name] / largest for name in network}
    for name in sorted(network):
        n = of[name]
        ax.scatter(
            *places[name], s=areas[name], zorder=3, marker=FORMS[n % len(FORMS)], edgecolor=GROUND, linewidth=0.8,
            color=PALETTE[n] if n < len(PALETTE) else OTHER,
        )  # fmt: skip
    ax.margins(0.16, 0.12)
    ax.autoscale_view()
    labels = {name: plain(network.nodes[name].get("label", name), 38) for name in network}
    box = ax.get_position()
    figure = ax.get_figure(root=True)
    assert figure is not None
    wide, high = (72 * side for side in figure.get_size_inches())
    (left, right), (foot, head) = ax.get_xlim(), ax.get_ylim()
    scale = (wide * box.width * 1.1 / (right - left), high * box.height / (head - foot))
    points = {name: (x * scale[0], y * scale[1]) for name, (x, y) in places.items()}
    sizes = {name: (0.56 * FONT * len(labels[name]), 1.25 * FONT) for name in network}
    radii = {name: 0.55 * areas[name] ** 0.5 for name in network}
    lines = sorted((points[min(a, b)], points[max(a, b)]) for a, b in network.edges)
    order = sorted(sorted(network), key=lambda name: -shares[name])
    for name, (x1, y1, x2, y2) in label_boxes(points, sizes, radii, order, lines).items():
        x, y = points[name]
        side = "left" if x1 >= x else "right" if x2 <= x else "center"
        at = {"left": x1, "right": x2, "center": (x1 + x2) / 2}[side]
        ax.annotate(
            labels[name], places[name], (at - x, (y1 + y2) / 2 - y), textcoords="offset points", ha=side,
            va="center", fontsize=FONT, zorder=4, parse_math=False, color=INK,
            bbox={"facecolor": GROUND, "alpha": 0.7, "linewidth": 0, "pad": 0.6},
        )  # fmt: skip


def told(network: networkx.Graph[str], groups: list[list[str]]) -> str:
    """The coalitions in words."""
    names = [[str(network.nodes[name].get("label", name)) for name in group] for group in groups]
    return " ".join(f"Coalition {n}: {', '.join(group)}." for n, group in enumerate(names, 1))
