"""Groups things by pairs that belong together; the groups do not depend on the order of the pairs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
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

    def may_join(self, one: T, other: T) -> bool:
        """Whether nothing keeps the groups of two things apart."""
        return True

    def join(self, one: T, other: T) -> None:
        """Put two things into one group."""
        self.parent[self.find(one)] = self.find(other)

    def join_all(self, things: Sequence[T]) -> None:
        """Put things into one group, or into as few as may be, in their order."""
        heads = list(things[:1])
        for thing in things[1:]:
            head = next((h for h in heads if self.may_join(h, thing)), None)
            if head is None:
                heads.append(thing)
            else:
                self.join(head, thing)

    def groups(self) -> list[list[T]]:
        """The groups, their members in the order in which they came in."""
        found: dict[T, list[T]] = {}
        for thing in self.parent:
            found.setdefault(self.find(thing), []).append(thing)
        return list(found.values())


Members = Sequence[T]


class BoundPartition(Partition[T]):
    """A division in which some things are one from the beginning, and others never become one.

    Parameters
    ----------
    things : what is divided; what is not among them is passed over in the bounds
    same : sets of things that are one
    apart : pairs of sets; no member of one may be in a group with a member of the other
    """

    def __init__(
        self,
        things: Iterable[T],
        same: Iterable[Members[T]] = (),
        apart: Iterable[tuple[Members[T], Members[T]]] = (),
    ) -> None:
        super().__init__(things)
        self.marks: dict[T, set[tuple[int, int]]] = {}
        for members in same:
            there = [m for m in members if m in self.parent]
            for member in there[1:]:
                super().join(there[0], member)
        for number, sides in enumerate(apart):
            for side, members in enumerate(sides):
                for member in members:
                    if member in self.parent:
                        self.marks.setdefault(self.find(member), set()).add((number, side))

    def may_join(self, one: T, other: T) -> bool:
        """Whether no bound keeps the groups of two things apart."""
        if not self.marks:
            return True
        a, b = (self.marks.get(self.find(thing), ()) for thing in (one, other))
        few, many = sorted((a, b), key=len)
        return not any((number, 1 - side) in many for number, side in few)

    def join(self, one: T, other: T) -> None:
        """Put two things into one group, unless they are kept apart."""
        if not self.marks:
            super().join(one, other)
            return
        root, gone = self.find(other), self.find(one)
        if root != gone and self.may_join(one, other):
            super().join(one, other)
            if gone in self.marks:
                self.marks.setdefault(root, set()).update(self.marks.pop(gone))
