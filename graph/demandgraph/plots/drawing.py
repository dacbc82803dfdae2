"""Draws on matplotlib axes in one small, quiet style, and writes figures so that the same ones give the same files.

matplotlib is imported when something is drawn. Texts come from documents: none is read as a formula, and each is kept to
one line of characters that XML can carry.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demandgraph.characters import portable
from demandgraph.errors import ExportError
from demandgraph.tracing.pages import BIDI
from demandgraph.wholly import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

INK, FAINT, LINES, GROUND = "#1b1f24", "#57606a", "#d5dae0", "#ffffff"
"""Colours of text, of lesser text, of lines and of the ground."""
BLUE = "#0072b2"
# Okabe and Ito (2008): told apart with every common colour blindness; their yellow is too light for a white ground.
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
OTHER = "#9aa3ad"
"""What has no colour of its own."""
LABEL = 34
"""Letters of a label at most."""
UNDATED_FILES: Mapping[str, Mapping[str, Any]] = {
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "ModDate": None, "Producer": None, "Creator": None},
    ".png": {"Software": None},
}
"""Suffix → the metadata that would tell when, or with which version, a file was made."""


def axes_for(ax: Axes | None, width: float, height: float) -> Axes:
    """The axes to draw on: the given ones, else new ones in a figure of some size in inches.

    Raises
    ------
    ExportError
        If matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        import matplotlib.pyplot as plt
    except ModuleNotFoundError as error:
        raise ExportError(
            f"figures need {error.name}, which is not installed: pip install 'demandgraph[plots]'"
        ) from None
    figure, new = plt.subplots(figsize=(width, height), layout="constrained")
    figure.patch.set_facecolor(GROUND)
    return new


def plain(text: str, limit: int = LABEL) -> str:
    """A text on one line, cut at a word where it is too long.

    >>> plain("Committee of Families of Port Halden", 24)
    'Committee of Families …'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head[limit // 2 :] else head.rstrip()} …"


def one_line(text: str) -> str:
    """A text on one line, without signs that no file can carry or that turn its direction."""
    return " ".join(portable(text).translate(BIDI).split())


def write(ax: Axes, x: float, y: float, text: str, **how: Any) -> Text:
    """Put a text on axes as it is, without reading formulas in it."""
    return ax.text(x, y, text, **{"color": INK, "parse_math": False, **how})


def titled(ax: Axes, title: str, note: str = "") -> None:
    """Give axes a title and below it a lesser line, both on the left, in place of a frame."""
    ax.set_title(title, loc="left", color=INK, fontsize=12, fontweight="bold", pad=24 if note else 10, parse_math=False)
    if note:
        ax.annotate(
            note, (0, 1), (0, 8), xycoords="axes fraction", textcoords="offset points", color=FAINT, fontsize=8.5,
            annotation_clip=False, parse_math=False,
        )  # fmt: skip
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.tick_params(length=0, labelsize=9, colors=INK)


def empty(ax: Axes, title: str, what: str) -> Axes:
    """Axes that say that there is nothing to draw."""
    titled(ax, title)
    ax.set_xticks([])
    ax.set_yticks([])
    write(ax, 0.5, 0.5, what, ha="center", va="center", transform=ax.transAxes, color=FAINT, fontsize=10)
    return described(ax, f"{title}. {what}")


def described(ax: Axes, words: str) -> Axes:
    """Keep what axes show in words, for :func:`alt_text`."""
    ax.set_label(one_line(words))
    return ax


def alt_text(ax: Axes) -> str:
    """What a figure shows, in words, for those who do not see it.

    >>> alt_text(plots.demands_by_topic(graph))  # doctest: +SKIP
    'Demands by topic and year. sanctions: 2 in 2023, 5 in 2024. …'
    """
    return str(ax.get_label())


@contextmanager
def quietly() -> Iterator[None]:
    """Draw without a warning of each sign that matplotlib's own font does not have; a reader's fonts may."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support .* natively")
        yield


def rendered(ax: Axes, suffix: str) -> bytes:
    """The figure of axes as a file, the same bytes for the same figure."""
    import matplotlib

    with matplotlib.rc_context({"svg.hashsalt": "demandgraph", "svg.fonttype": "none"}), quietly():
        file = io.BytesIO()
        ax.get_figure(root=True).savefig(  # type: ignore[union-attr]
            file, format=suffix[1:], metadata=dict(UNDATED_FILES[suffix]), dpi=144, facecolor=GROUND
        )
    return file.getvalue()


def save(ax: Axes, path: str | Path) -> None:
    """Write the figure of some axes to a file: ``.svg``, ``.png`` or ``.pdf``.

    The same figure gives the same bytes with the same version of matplotlib. An SVG has the description of
    :func:`alt_text` in it and its texts as text.

    Raises
    ------
    ExportError
        If the suffix is another one, or the file cannot be written.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in UNDATED_FILES:
        raise ExportError(f"{path}: unknown suffix {path.suffix or '(none)'}; there are {', '.join(UNDATED_FILES)}")
    if suffix == ".svg":
        from demandgraph.plots.inline import svg

        content = ('<?xml version="1.0" encoding="utf-8"?>\n' + svg(ax, path.stem)).encode()
    else:
        content = rendered(ax, suffix)
    with written(path) as file:
        file.write(content)
