"""A place in the text where an actor is named or referred to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast


@dataclass(slots=True)
class Mention:
    """Tokens ``start`` to ``end`` of a line that stand for actors; ``how`` is name, role, body, regime, state or pronoun."""

    line: Line = field(repr=False)
    start: int
    end: int
    ids: tuple[str, ...]
    how: str

    @property
    def head(self) -> int:
        """The token that the rest of the sentence governs."""
        for i in range(self.start, self.end):
            if not self.start <= self.line.head[i] < self.end or self.line.head[i] == i:
                return i
        return self.end - 1

    @property
    def begin(self) -> int:
        return self.line.begin[self.start]


def names_in(cast: Cast, line: Line) -> list[str]:
    """The actors named in a line, in its order."""
    return list(dict.fromkeys(i for m in line.owner if m is not None for i in m.ids))
