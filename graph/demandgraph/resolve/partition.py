"""Groups things by pairs that belong together; the groups do not depend on the order of the pairs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Partition(Generic[T]):
    """A division of things into groups, which only ever grow together (union-find)."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self.parent: dict[T, T] = {thing: thing for thing in things}

    def find(self, thing: T) -> T:
        """What stands for a thing's group."""
        root = self.parent.setdefault(thing, thing)
        while root != self.parent[root]:
            root = self.parent[root]
        while thing != root:
            self.parent[thing], thing = root, self.parent[thing]
        return root

    def join(self, one: T, other: T) -> None:
        """Put two things into one group."""
        self.parent[self.find(one)] = self.find(other)

    def groups(self) -> list[list[T]]:
        """The groups, their members in the order in which they came in."""
        found: dict[T, list[T]] = {}
        for thing in self.parent:
            found.setdefault(self.find(thing), []).append(thing)
        return list(found.values())
