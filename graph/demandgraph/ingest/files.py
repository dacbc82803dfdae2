"""Paths to sources: which files there are, and how each is read by its suffix."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from demandgraph.characters import portable
from demandgraph.errors import SourceError
from demandgraph.ingest.content import Content
from demandgraph.ingest.decode import decode
from demandgraph.ingest.html import read_html
from demandgraph.ingest.markdown import read_markdown
from demandgraph.ingest.plain import read_plain
from demandgraph.model import Source

Reader = Callable[[str], Content]
READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
"""Which reader takes a file, by its lower-case suffix."""
ABOUT_THE_FOLDER = frozenset(("readme",))
"""Files of a folder that speak of it and are none of its documents, by their names without suffix in lower case."""
DEFAULT_LIMIT = 5_000_000
"""Largest file that is read, in bytes: a book has about a million."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What a list of files and folders comes to.

    ``files`` are in the order of their names, each once; ``errors`` are paths that lead nowhere; ``others`` counts the
    files of folders that were passed over, by suffix or name.
    """

    files: tuple[Path, ...]
    errors: tuple[SourceError, ...]
    others: Mapping[str, int]


def walk(sources: Iterable[str | Path], passed_over: Callable[[Path], bool] = lambda _: False) -> Walk:
    """List the files that sources come to.

    A folder stands for all files in it and below whose suffix has a reader; hidden files and folders (those whose names
    begin with a dot), read-me files, links to folders and folders that ``passed_over`` tells are passed over. The
    result does not depend on the order of the sources.
    """
    found: dict[str, Path] = {}
    errors: dict[str, SourceError] = {}
    others: dict[str, set[str]] = {}

    def add(path: Path) -> None:
        place = located(path)
        found[place] = min(path, found.get(place, path), key=str)

    def fail(path: str, reason: str) -> None:
        errors[path] = SourceError(path, reason)

    for source in map(Path, sources):
        try:
            is_folder = source.is_dir()
        except OSError as error:  # a name too long, a folder above that may not be searched
            fail(str(source), reason_of(error))
            continue
        if is_folder:
            before = len(found)
            for folder, folders, names in os.walk(source, onerror=lambda e: fail(str(e.filename), reason_of(e))):
                folders[:] = sorted(f for f in folders if not f.startswith(".") and not passed_over(Path(folder, f)))
                for name in sorted(n for n in names if not n.startswith(".")):
                    path = Path(folder, name)
                    about = path.stem.lower() in ABOUT_THE_FOLDER
                    if path.suffix.lower() in READERS and not about:
                        add(path)
                    else:
                        kind = path.stem if about else path.suffix.lower()
                        others.setdefault(kind, set()).add(located(path))
            if len(found) == before and not any(located(source) in p for p in found):
                fail(str(source), f"the folder holds no {', '.join(READERS)} file")
        else:
            add(source)
    ordered = sorted(found.values(), key=lambda p: (p.name, p.as_posix()))
    return Walk(tuple(ordered), tuple(errors[k] for k in sorted(errors)), {s: len(others[s]) for s in sorted(others)})


def located(path: Path) -> str:
    """Where a path leads, without following links: two names of one file are two sources with the same text."""
    return os.path.abspath(path)  # noqa: PTH100


def read(path: str | Path, limit: int = DEFAULT_LIMIT) -> Source:
    """Read a file by its suffix.

    Parameters
    ----------
    path : the file
    limit : largest size in bytes

    Raises
    ------
    SourceError
        If the file is missing, unreadable, too large, empty, no text, or has a suffix that no reader takes.
    """
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    try:
        if not path.exists():
            raise ValueError("there is no such file")
        if not path.is_file():
            raise ValueError("is not a file")
        if reader is None:
            raise ValueError(f"has the suffix {path.suffix or '(none)'}; files of {', '.join(READERS)} can be read")
        if path.stat().st_size > limit:
            size = path.stat().st_size / 1e6
            raise ValueError(
                f"is too large ({size:.1f} MB, the limit is {limit / 1e6:g} MB); split it or raise the limit"
            )
        text, notes = decode(path.read_bytes())
        if not any(c.isalpha() for c in text):
            raise ValueError("the file holds no letter")
        content = reader(text)
    except OSError as error:
        raise SourceError(str(path), reason_of(error)) from error
    except ValueError as error:
        raise SourceError(str(path), str(error)) from None
    except RecursionError:
        raise SourceError(str(path), "is nested too deeply to be read") from None
    if not any(c.isalpha() for c in content.text):
        raise SourceError(str(path), "holds markup, but no text")
    return Source(
        file_name=path.name,
        source=content.source or path.as_posix(),
        text=portable(content.text),
        title=content.title and portable(content.title),
        date=content.date,
        publisher=content.publisher and portable(content.publisher),
        notes=(*notes, *content.notes),
    )


def reason_of(error: OSError) -> str:
    """Why a file could not be read, in words."""
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    return (error.strerror or "cannot be read").lower()
