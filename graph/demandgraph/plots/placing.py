"""Finds places: for the nodes of a network component by component, and for labels beside them where they overlap least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

SEED = 7
Box = tuple[float, float, float, float]
Point = tuple[float, float]
# Where a label may stand: the direction from the node, and how it is aligned there.
SIDES = (
    (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (0.7, 0.7), (0.7, -0.7), (-0.7, 0.7), (-0.7, -0.7),
)  # fmt: skip


def layout(network: networkx.Graph[str], width: float) -> dict[str, Point]:
    """A place for each node: components are laid out one by one and put on shelves, the largest first.

    ``width`` is that of the whole in units of a component's radius; the same network gives the same places.
    """
    import networkx as nx

    parts = sorted((sorted(part) for part in nx.connected_components(network)), key=lambda part: (-len(part), part))
    found: dict[str, Point] = {}
    x = y = shelf = 0.0
    for part in parts:
        radius = max(0.9, 0.8 * len(part) ** 0.6)
        if x and x + 2 * radius > width:
            x, y, shelf = 0.0, y - shelf, 0.0
        own = alone(network.subgraph(part), part, radius)
        for name in part:
            found[name] = (round(x + radius + own[name][0], 4), round(y - radius + own[name][1], 4))
        x, shelf = x + 2 * radius + 0.5, max(shelf, 2 * radius + 0.3)
    return found


def alone(part: networkx.Graph[str], names: Sequence[str], radius: float) -> dict[str, Point]:
    """The places of a component around its middle."""
    import networkx as nx

    if len(names) <= 2:
        return {name: (0.0, radius * (0.45 - 0.9 * n)) for n, name in enumerate(names)}
    ordered: networkx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(names)
    edges = sorted((*sorted((a, b)), weight) for a, b, weight in part.edges(data="weight", default=1))
    ordered.add_edges_from((a, b, {"weight": weight**0.5}) for a, b, weight in edges)
    spots = nx.spring_layout(ordered, seed=SEED, iterations=300, k=2.2 / len(names) ** 0.5, scale=radius * 0.8)
    return {name: (float(spot[0]), float(spot[1])) for name, spot in spots.items()}


def label_boxes(
    points: Mapping[str, Point],
    sizes: Mapping[str, Point],
    radii: Mapping[str, float],
    order: Sequence[str],
    lines: Sequence[tuple[Point, Point]] = (),
) -> dict[str, Box]:
    """A box for each label beside its node, where it overlaps the others, the nodes and the lines least.

    Parameters
    ----------
    points : places of the nodes, in points of a printer
    sizes : width and height of each label, in the same
    radii : radius of each node
    order : whose label is placed first; the later ones have to make way
    lines : their ends
    """
    taken: list[Box] = [
        (x - radii[n], y - radii[n], x + radii[n], y + radii[n]) for n, (x, y) in sorted(points.items())
    ]
    taken += [dot for line in lines for dot in dots(line)]
    found: dict[str, Box] = {}
    for name in order:
        choices = [box_at(points[name], sizes[name], radii[name] + 3, side) for side in SIDES]
        costs = [(sum(overlap(box, other) for other in taken), n) for n, box in enumerate(choices)]
        found[name] = choices[min(costs)[1]]
        taken.append(found[name])
    return found


def dots(line: tuple[Point, Point]) -> list[Box]:
    """A line as small boxes along it."""
    (x1, y1), (x2, y2) = line
    steps = max(1, int(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 / 6))
    middles = ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(1, steps))
    return [(x - 1.5, y - 1.5, x + 1.5, y + 1.5) for x, y in middles]


def box_at(point: Point, size: Point, away: float, side: Point) -> Box:
    """The box of a label on one side of its node."""
    (x, y), (w, h), (dx, dy) = point, size, side
    left = x + away * dx - (w if dx < 0 else w / 2 if dx == 0 else 0)
    foot = y + away * dy - (h if dy < 0 else h / 2 if dy == 0 else 0)
    return (left, foot, left + w, foot + h)


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return across * up if across > 0 and up > 0 else 0.0
