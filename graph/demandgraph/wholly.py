"""Writes a file as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from demandgraph.errors import ExportError


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write bytes to; when the block ends well, it takes the place of ``path``, else nothing has happened.

    Raises
    ------
    ExportError
        If the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with suppress(OSError):
            part.unlink()
