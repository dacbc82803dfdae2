"""Lists of records: read when they are first looked at, shown as a table in a notebook, handed on to pandas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from demandgraph.display import data_frame, html_fields, html_table

if TYPE_CHECKING:
    import pandas

FIRST = 3
"""Records that the ``repr`` of a list shows."""


class Record:
    """What a graph tells of one thing. Each class of records is a frozen dataclass."""

    __slots__ = ()
    NOUN: ClassVar[str] = "record"
    SHOWN: ClassVar[tuple[str, ...]] = ()
    """The fields that a notebook shows."""

    def _repr_html_(self) -> str:
        told = {name: getattr(self, name) for name in self.SHOWN if name != "quote"}
        return html_fields(told, getattr(self, "quote", ""))


R_co = TypeVar("R_co", bound=Record, covariant=True)


class Records(Sequence[R_co], Generic[R_co]):
    """Records in a fixed order, as a sequence that is read from the graph when it is first looked at.

    It equals a list of the same records. A notebook shows the first ones as a table.
    """

    __slots__ = ("_found", "_kind", "_read")

    def __init__(self, kind: type[R_co], read: Callable[[], Sequence[R_co]]) -> None:
        self._kind = kind
        self._read = read
        self._found: Sequence[R_co] | None = None

    @property
    def records(self) -> Sequence[R_co]:
        """The records as they were read."""
        if self._found is None:
            self._found = tuple(self._read())
        return self._found

    @overload
    def __getitem__(self, index: int) -> R_co: ...
    @overload
    def __getitem__(self, index: slice) -> Records[R_co]: ...
    def __getitem__(self, index: int | slice) -> R_co | Records[R_co]:
        if isinstance(index, slice):
            part = self.records[index]
            return Records(self._kind, lambda: part)
        return self.records[index]

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self.records)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str | bytes):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it equals lists, which have none

    def __repr__(self) -> str:
        noun = self._kind.NOUN + ("" if len(self) == 1 else "s")
        lines = [f"<{len(self):,} {noun}>", *(f"  {r!r}" for r in self.records[:FIRST])]
        return "\n".join([*lines, "  …"] if len(self) > FIRST else lines)

    def _repr_html_(self) -> str:
        shown = self._kind.SHOWN
        rows = ([getattr(r, name) for name in shown] for r in self.records)
        return html_table(shown, rows, len(self), self._kind.NOUN)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the fields."""
        return tuple(f.name for f in fields(self._kind)) if is_dataclass(self._kind) else ()

    def to_dicts(self) -> Iterator[dict[str, Any]]:
        """Each record as a dictionary of plain values."""
        names = self.columns
        return ({name: getattr(record, name) for name in names} for record in self.records)

    def to_pandas(self) -> pandas.DataFrame:
        """The records as a data frame, one row each; raises :class:`~demandgraph.errors.ExportError` without pandas."""
        return data_frame(self.to_dicts(), self.columns)
