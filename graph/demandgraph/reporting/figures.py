"""Draws the figures of a report, if matplotlib is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from demandgraph.reporting.blocks import Paragraph, Picture

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MISSING = "The figure is left out: it needs matplotlib, which comes with pip install 'demandgraph[plots]'."


def available() -> bool:
    """Whether figures can be drawn."""
    return find_spec("matplotlib") is not None


def picture(name: str, caption: str, size: tuple[float, float], draw: Callable[[Axes], Axes]) -> Iterator[Picture]:
    """A figure of some size in inches, drawn on axes that belong to no screen."""
    if not available():
        return
    from matplotlib.figure import Figure

    from demandgraph.plots import alt_text, svg

    ax = draw(Figure(figsize=size, layout="constrained").subplots())
    yield Picture(name, svg(ax, name), alt_text(ax), caption)


def remark() -> Iterator[Paragraph]:
    """A line in place of all figures, where they cannot be drawn."""
    if not available():
        yield Paragraph(MISSING.replace("The figure is", "Figures are").replace("it needs", "they need"), lesser=True)
