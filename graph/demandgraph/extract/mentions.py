"""A place in the text where an actor is named or referred to."""

from __future__ import annotations

from dataclasses import dataclass

from demandgraph.extract.name_line import Line


@dataclass(slots=True)
class Mention:
    """Tokens ``start`` to ``end`` of a line that stand for actors; ``how`` is name, role, body, regime, state or pronoun."""

    line: Line
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
