"""Paths to sources: which files there are, and how each is read by its suffix."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from demandgraph.characters import portable
from demandgraph.dates import is_date
from demandgraph.errors import SourceError
from demandgraph.ingest.content import Content
from demandgraph.ingest.decode import decode
from demandgraph.ingest.html import read_html
from demandgraph.ingest.markdown import read_markdown
from demandgraph.ingest.plain import read_plain
from demandgraph.model import Source
from demandgraph.plugins import READERS as PLUGGED
from demandgraph.plugins import Plugin, by_suffix

Reader = Callable[[str], Content]
READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
"""Which of the project's own readers takes a file, by its lower-case suffix."""
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


def suffixes() -> tuple[str, ...]:
    """The suffixes of files that can be read: the project's own, then those of plug-ins."""
    return (*READERS, *by_suffix(PLUGGED, READERS))


def walk(sources: Iterable[str | Path], passed_over: Callable[[Path], bool] = lambda _: False) -> Walk:
    """List the files that sources come to.

    A folder stands for all files in it and below whose suffix has a reader; hidden files and folders (those whose names
    begin with a dot), read-me files, links to folders and folders that ``passed_over`` tells are passed over. The
    result does not depend on the order of the sources.
    """
    found: dict[str, Path] = {}
    errors: dict[str, SourceError] = {}
    others: dict[str, set[str]] = {}
    known = suffixes()

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
                    if path.suffix.lower() in known and not about:
                        add(path)
                    else:
                        kind = path.stem if about else path.suffix.lower()
                        others.setdefault(kind, set()).add(located(path))
            if len(found) == before and not any(located(source) in p for p in found):
                fail(str(source), f"the folder holds no {', '.join(known)} file")
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
    suffix = path.suffix.lower()
    plugin = by_suffix(PLUGGED, READERS).get(suffix) if suffix not in READERS else None
    try:
        if not path.exists():
            raise ValueError("there is no such file")
        if not path.is_file():
            raise ValueError("is not a file")
        if plugin is None and suffix not in READERS:
            raise ValueError(f"has the suffix {path.suffix or '(none)'}; files of {', '.join(suffixes())} can be read")
        if path.stat().st_size > limit:
            size = path.stat().st_size / 1e6
            raise ValueError(
                f"is too large ({size:.1f} MB, the limit is {limit / 1e6:g} MB); split it or raise the limit"
            )
        source = plugged(path, plugin) if plugin else own(path)
    except OSError as error:
        raise SourceError(str(path), reason_of(error)) from error
    except ValueError as error:
        raise SourceError(str(path), str(error)) from None
    except RecursionError:
        raise SourceError(str(path), "is nested too deeply to be read") from None
    return replace(
        source,
        text=portable(source.text),
        title=source.title and portable(source.title),
        publisher=source.publisher and portable(source.publisher),
    )


def own(path: Path) -> Source:
    """Read a file by one of the project's own readers."""
    text, notes = decode(path.read_bytes())
    if not any(c.isalpha() for c in text):
        raise ValueError("the file holds no letter")
    content = READERS[path.suffix.lower()](text)
    if not any(c.isalpha() for c in content.text):
        raise ValueError("holds markup, but no text")
    return Source(
        path.name, content.source or path.as_posix(), content.text, content.title, content.date, content.publisher,
        (*notes, *content.notes),
    )  # fmt: skip


def plugged(path: Path, plugin: Plugin) -> Source:
    """Read a file by a plug-in; whatever goes wrong there becomes a :class:`ValueError`."""
    try:
        source = plugin.load()(path)
    except SourceError as error:
        raise ValueError(error.reason) from None
    except Exception as error:  # a reader that fails costs its file only
        reason = " ".join(str(error).split())[:200]
        raise ValueError(f"the plug-in {plugin} cannot read it ({type(error).__name__}: {reason})") from error
    if not isinstance(source, Source):
        raise ValueError(f"the plug-in {plugin} gave {type(source).__name__} instead of a Source")
    given = (source.text, source.source, source.title or "", source.date or "", source.publisher or "", *source.notes)
    if not all(isinstance(part, str) for part in given):
        raise ValueError(f"the plug-in {plugin} gave a Source with a part that is no text")
    if source.date and not is_date(source.date):
        raise ValueError(f"the plug-in {plugin} gave the date {source.date!r}; it is written as 2024-05-31")
    if not any(c.isalpha() for c in source.text):
        raise ValueError(f"the plug-in {plugin} found no text in it")
    return replace(source, file_name=path.name, source=source.source or path.as_posix())


def reason_of(error: OSError) -> str:
    """Why a file could not be read, in words."""
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    return (error.strerror or "cannot be read").lower()
