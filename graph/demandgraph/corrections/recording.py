"""Writes a decision to a corrections file: one line at the end, checked first and on the disk when the call returns."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from demandgraph.characters import portable, shown
from demandgraph.corrections.correction import Correction
from demandgraph.corrections.form import FormError
from demandgraph.corrections.reading import FOLDER, correction_of
from demandgraph.errors import CorrectionError

REVIEW = "review.jsonl"
"""The file that decisions made in a review go to."""
ORDER = ("decision", "kind", "one", "other", "name", "class", "document", "quote", "action", "set", "by", "when", "why")
"""Keys in the order in which a line is best read; others come between."""


def now() -> str:
    """This moment, in UTC and to the microsecond: of two decisions made in a row, the second is the later one."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def line_of(data: Mapping[str, Any]) -> str:
    """A correction as a line of a file."""
    middle = ORDER.index("set")
    rank = {name: n if n < middle else n + 1000 for n, name in enumerate(ORDER)}
    ordered = dict(sorted(data.items(), key=lambda item: (rank.get(item[0], middle), item[0])))
    return portable(json.dumps(ordered, ensure_ascii=False)) + "\n"


def check(data: Mapping[str, Any]) -> Correction:
    """A correction from an object, or an error for the user.

    Raises
    ------
    CorrectionError
        If it is not one.
    """
    try:
        return correction_of(data)
    except FormError as error:
        raise CorrectionError(f"this is no correction: {shown(str(error))}") from None


def record(folder: Path, data: Mapping[str, Any], file: str = REVIEW) -> Correction:
    """Append a decision to a corrections file of a graph.

    Parameters
    ----------
    folder : the graph's folder
    data : the decision, with the keys that ``docs/corrections.md`` describes
    file : name of the file in the folder's ``corrections/``

    Raises
    ------
    CorrectionError
        If it is not a correction, or cannot be written.
    """
    correction = check(data)
    append(folder / FOLDER / file, [line_of(data)])
    return correction


def append(path: Path, lines: Iterable[str]) -> None:
    """Append lines to a file, in one write, and see to it that they are on the disk."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 1))
            cut = size > 0 and file.read(1) != b"\n"  # somebody's editor leaves the last line open
            file.write((("\n" if cut else "") + "".join(lines)).encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be written ({error.strerror or error})") from error
