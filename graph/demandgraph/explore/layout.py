"""Where everything stands: deterministic positions in time that grows linearly with the graph."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

GOLDEN = math.pi * (3 - math.sqrt(5))


def spiral(n: int, spacing: float = 1.0) -> list[tuple[float, float]]:
    """``n`` points of a sunflower: evenly spread over a disc, the first in the middle."""
    return [
        (spacing * math.sqrt(i + 0.5) * math.cos(i * GOLDEN), spacing * math.sqrt(i + 0.5) * math.sin(i * GOLDEN))
        for i in range(n)
    ]


def compact(
    boxes: Sequence[tuple[float, float]], edges: Sequence[tuple[int, int, float]], aspect: float = 2.2
) -> list[tuple[int, int]]:
    """Positions for a few dozen labelled boxes such that no two overlap and linked ones are near.

    Parameters
    ----------
    boxes : width and height of each box with its label, in pixels
    edges : pairs of indices with a weight
    aspect : width of the picture divided by its height

    Notes
    -----
    Fruchterman and Reingold's forces over all pairs (quadratic: meant for at most some hundreds), then boxes that
    overlap are pushed apart along the shorter way until none do.
    """
    import numpy as np

    n = len(boxes)
    if n == 0:
        return []
    size = np.array(boxes, dtype=float)
    pos: Floats = np.array(spiral(n), dtype=float)
    ideal = 1.5
    ends = np.array([(a, b) for a, b, _ in edges], dtype=int).reshape(-1, 2)
    pull = np.array([w for _, _, w in edges], dtype=float)
    rounds = 300
    for step in range(rounds):
        delta = pos[:, None, :] - pos[None, :, :]
        far = np.sqrt((delta**2).sum(axis=2)) + 1e-3
        push = (delta / far[:, :, None] ** 2).sum(axis=1) * ideal**2
        if len(ends):
            span = pos[ends[:, 1]] - pos[ends[:, 0]]
            length = np.sqrt((span**2).sum(axis=1))[:, None]
            force = span * length / ideal * pull[:, None]
            np.add.at(push, ends[:, 0], force)
            np.add.at(push, ends[:, 1], -force)
        push -= pos * 0.35
        norm = np.sqrt((push**2).sum(axis=1))[:, None] + 1e-9
        heat = 1.2 * (1 - step / rounds) + 0.01
        pos += push / norm * np.minimum(norm, heat)
    ranks = pos.argsort(axis=0).argsort(axis=0) / max(n - 1, 1) - 0.5
    pos -= (pos.max(axis=0) + pos.min(axis=0)) / 2
    pos = 0.5 * pos / (np.ptp(pos, axis=0) + 1e-9) + 0.5 * ranks  # half of the way to an even spread
    area = float((size[:, 0] * size[:, 1]).sum()) * 1.3
    frame = np.array([math.sqrt(area * aspect), math.sqrt(area / aspect)])
    return [(round(x), round(y)) for x, y in _part(pos * frame, size, frame).tolist()]


def _part(pos: Floats, size: Floats, frame: Floats, rounds: int = 500) -> Floats:
    """Push overlapping boxes apart along the shorter way until none do; the frame that holds them grows as it must."""
    import numpy as np

    n = len(pos)
    half = (size[:, None, :] + size[None, :, :]) / 2
    tie = np.sign(np.arange(n)[:, None] - np.arange(n)[None, :])
    for _ in range(rounds):
        delta = pos[:, None, :] - pos[None, :, :]
        over = half - np.abs(delta)
        hit = np.asarray((over > 0).all(axis=2))
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        sideways = hit & (over[:, :, 0] < over[:, :, 1] * 2.4)
        upright = hit & ~sideways
        sign = np.where(delta == 0, tie[:, :, None], np.sign(delta))
        pos[:, 0] += (np.where(sideways, over[:, :, 0], 0) * sign[:, :, 0]).sum(axis=1) * 0.3
        pos[:, 1] += (np.where(upright, over[:, :, 1], 0) * sign[:, :, 1]).sum(axis=1) * 0.3
        room = np.maximum((frame - size) / 2, 0)
        pos = np.clip(pos, -room, room)
        frame = frame * 1.004
    return pos


def spread(
    n: int, edges: Sequence[tuple[int, int]], home: Sequence[int], spacing: float = 46.0, aspect: float = 2.2
) -> list[tuple[int, int]]:
    """Positions for a graph of any size, no two closer than ``spacing`` pixels.

    Parameters
    ----------
    n : number of nodes
    edges : pairs of indices
    home : for each node the index of the node that it starts from, its own for a hub (such as its document)
    spacing : least distance of two nodes, in pixels
    aspect : width of the picture divided by its height

    Notes
    -----
    Nodes start in a sunflower around their home. Edges pull; everything repels everything through a density grid,
    whose field one Fourier transform a round gives (so a round costs the same for every node); at last every node
    takes the nearest free cell of a honeycomb.
    """
    import numpy as np

    if n == 0:
        return []
    start = _homes(n, home)
    pos: Floats = np.array(start, dtype=float)
    ends = np.array(edges, dtype=int).reshape(-1, 2)
    degree = np.bincount(ends.ravel(), minlength=n).astype(float)
    rounds = int(min(160, max(40, 400_000 / max(n, 1))))
    grid = int(min(128, max(16, math.sqrt(n) * 2)))
    kernel = _kernel(grid)
    reach = math.sqrt(n)
    for step in range(rounds):
        move = _repulsion(pos, grid, kernel) * 0.9
        if len(ends):
            span = pos[ends[:, 1]] - pos[ends[:, 0]]
            force = span * 0.35
            both = np.concatenate([ends[:, 0], ends[:, 1]])
            for axis in (0, 1):
                pulls = np.concatenate([force[:, axis], -force[:, axis]])
                move[:, axis] += np.bincount(both, weights=pulls, minlength=n) / np.maximum(degree, 1) ** 0.8
        move -= pos * 0.02
        norm = np.sqrt((move**2).sum(axis=1))[:, None] + 1e-9
        heat = 0.12 * reach * (1 - step / rounds) + 0.05
        pos += move / norm * np.minimum(norm, heat)
    return _honeycomb(pos, degree, spacing, aspect)


def _homes(n: int, home: Sequence[int]) -> list[tuple[float, float]]:
    """A sunflower of sunflowers: hubs over a disc, each with its own around it."""
    own: dict[int, list[int]] = {}
    for i in range(n):
        own.setdefault(home[i], []).append(i)
    hubs = sorted(own, key=lambda h: (-len(own[h]), h))
    centres = spiral(len(hubs), 1.2 * math.sqrt(n / max(len(hubs), 1)))
    pos = [(0.0, 0.0)] * n
    for hub, (cx, cy) in zip(hubs, centres, strict=True):
        members = sorted(own[hub], key=lambda i: (i != hub, i))
        for i, (x, y) in zip(members, spiral(len(members), 0.6), strict=True):
            pos[i] = (cx + x, cy + y)
    return pos


def _kernel(grid: int) -> tuple[Any, Any]:
    """Fourier transforms of the force (x, y) that a unit of mass in the middle of a padded grid exerts."""
    import numpy as np

    axis = np.fft.fftfreq(2 * grid, 1 / (2 * grid))
    x, y = np.meshgrid(axis, axis, indexing="ij")
    square = x**2 + y**2 + 0.5
    return np.fft.rfft2(x / square), np.fft.rfft2(y / square)


def _repulsion(pos: Floats, grid: int, kernel: tuple[Any, Any]) -> Floats:
    """The push of every node on every node, through a grid of their density."""
    import numpy as np

    low, high = pos.min(axis=0), pos.max(axis=0)
    cell = max(float((high - low).max()) / (grid - 3), 1e-9)
    at = (pos - low) / cell + 1
    corner = at.astype(int)
    part = at - corner
    mass = np.zeros((2 * grid, 2 * grid))
    corners = []
    for dx in (0, 1):
        for dy in (0, 1):
            share = np.abs(1 - dx - part[:, 0]) * np.abs(1 - dy - part[:, 1])
            spot = (corner[:, 0] + dx, corner[:, 1] + dy)
            corners.append((spot, share))
            np.add.at(mass, spot, share)
    wave = np.fft.rfft2(mass)
    force = np.zeros_like(pos)
    for axis in (0, 1):
        field = np.fft.irfft2(wave * kernel[axis], s=mass.shape) / cell
        for spot, share in corners:
            force[:, axis] += field[spot] * share
    return force


def _honeycomb(pos: Floats, weight: Floats, spacing: float, aspect: float) -> list[tuple[int, int]]:
    """Every node in the nearest free cell of a honeycomb, the weightiest first."""
    import numpy as np

    n = len(pos)
    fill = 0.4  # of the cells are taken: room to see what belongs together
    height = math.sqrt(3) / 2
    frame = math.sqrt(n / fill / height) * np.array([math.sqrt(aspect), 1 / math.sqrt(aspect)])
    low, high = np.percentile(pos, 2, axis=0), np.percentile(pos, 98, axis=0)
    plain = np.clip((pos - low) / (high - low + 1e-9), -0.05, 1.05) - 0.5
    ranks = (pos.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") + 0.5) / n - 0.5
    pos = (0.45 * plain + 0.55 * ranks) * frame
    taken: set[tuple[int, int]] = set()
    ring = _rings()
    found: list[tuple[int, int]] = [(0, 0)] * n
    for i in np.argsort(-weight, kind="stable").tolist():
        x, y = float(pos[i, 0]), float(pos[i, 1]) / height
        row = round(y)
        column = round(x - 0.5 * (row % 2))
        cell = (column, row)
        if cell in taken:
            cell = next(c for dx, dy in ring() if (c := (column + dx, row + dy)) not in taken)
        taken.add(cell)
        found[i] = (
            round((cell[0] + 0.5 * (cell[1] % 2)) * spacing),
            round(cell[1] * height * spacing),
        )
    return found


def _rings() -> Any:
    """Offsets in the order of their distance, as many as are asked for, computed once."""
    offsets: list[tuple[int, int]] = []
    done = 0

    def each() -> Any:
        nonlocal done
        i = 0
        while True:
            if i == len(offsets):
                done += 8
                offsets[:] = sorted(
                    ((x, y) for x in range(-done, done + 1) for y in range(-done, done + 1)),
                    key=lambda c: (c[0] ** 2 + c[1] ** 2, c),
                )
                offsets[:] = [c for c in offsets if c[0] ** 2 + c[1] ** 2 <= done**2]
            yield offsets[i]
            i += 1

    return each
