"""Counts whether a document speaks as *we* or as *I*, outside its quotations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from demandgraph.extract.voice_quotes import spans

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast


def plural_voice(cast: Cast) -> bool:
    """Whether a document says *we* more often than *I*, outside quotations."""
    plural, single = own_pronouns(cast)
    return plural > single


def single_voice(cast: Cast) -> bool:
    """Whether a document says *I* outside quotations."""
    return own_pronouns(cast)[1] > 0


def own_pronouns(cast: Cast) -> tuple[int, int]:
    """How often a document says *we* and how often *I*, outside quotations."""
    quoted = spans(cast)
    counts = Counter(
        line.low[i] for line in cast.lines for i in range(line.first, len(line))
        if line.low[i] in {"we", "our", "i", "my"} and not any(b <= line.begin[i] < e for b, e in quoted)
    )  # fmt: skip
    return counts["we"] + counts["our"], counts["i"] + counts["my"]
