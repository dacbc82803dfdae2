"""Finds what other installed packages add: readers of files, extractors of findings, and formats of export.

A package adds a function by an entry point of one of :data:`GROUPS`; ``docs/extending.md`` shows how. A plug-in that
fails costs what it would have given, never more: whoever runs one catches whatever it raises.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

READERS = "demandgraph.readers"
"""The entry point's name is the suffix that it reads, without its dot; the function is ``read(path: Path) -> Source``."""
EXTRACTORS = "demandgraph.extractors"
"""The name is free; the function is ``extract(parsed: ParsedDocument, findings: Findings) -> Findings``."""
EXPORTERS = "demandgraph.exporters"
"""The name is the suffix, without its dot; ``write(store: Store, file: BinaryIO, options: Options) -> None``."""
GROUPS = (READERS, EXTRACTORS, EXPORTERS)
NOT_RULES = ("__pycache__",)


@dataclass(frozen=True, slots=True)
class Plugin:
    """A function that another package adds.

    Attributes
    ----------
    group : what it adds, one of :data:`GROUPS`
    name : the name of its entry point
    value : where the function is, as ``module:function``
    package, version : of the distribution that it comes with; empty if that does not say
    """

    group: str
    name: str
    value: str
    package: str
    version: str
    entry: EntryPoint = field(repr=False, compare=False)

    def load(self) -> Callable[..., Any]:
        """The function; raises whatever its package raises when it is imported."""
        function: Callable[..., Any] = self.entry.load()
        return function

    @property
    def suffix(self) -> str:
        """The suffix that a reader or exporter takes, in lower case, with its dot."""
        return f".{self.name.lower().lstrip('.')}"

    def __str__(self) -> str:
        """How it is named to people: the entry point and its package."""
        return f"{self.name} of {' '.join(filter(None, (self.package, self.version))) or self.value}"


def plugins(group: str) -> tuple[Plugin, ...]:
    """The plug-ins of a group that are installed, in the order of their names.

    Of several with one name the first by package counts, so that it does not depend on the order of installation.
    """
    return installed(group, tuple(sys.path))


@cache
def installed(group: str, path: tuple[str, ...]) -> tuple[Plugin, ...]:
    """The plug-ins of a group on a path; looking through all that is installed takes some time."""
    found: dict[str, Plugin] = {}
    for entry in entry_points(group=group):
        package = entry.dist.name if entry.dist else ""
        version = entry.dist.version if entry.dist else ""
        plugin = Plugin(group, entry.name, entry.value, package or "", version or "", entry)
        found[plugin.name] = min(found.get(plugin.name, plugin), plugin, key=lambda p: (p.package, p.value))
    return tuple(found[name] for name in sorted(found))


def by_suffix(group: str, own: Iterable[str]) -> dict[str, Plugin]:
    """Suffix → plug-in of a group; the project's ``own`` suffixes cannot be taken."""
    taken = set(own)
    found: dict[str, Plugin] = {}
    for plugin in plugins(group):
        if plugin.suffix not in taken:
            found.setdefault(plugin.suffix, plugin)
    return found


def fingerprint(plugin: Plugin) -> str:
    """A hash of a plug-in's version and files: it changes when what the plug-in does may have changed."""
    whole = hashlib.sha256(f"{plugin.group} {plugin.name} {plugin.value} {plugin.package} {plugin.version}\n".encode())
    for path in files_of(plugin.value.partition(":")[0].partition(".")[0]):
        whole.update(f"{path.name} ".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def files_of(package: str) -> Iterator[Path]:
    """The files of an importable module or package, without importing it."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        return
    for folder in spec.submodule_search_locations or ():
        inside = (p for p in Path(folder).rglob("*") if p.is_file() and not set(NOT_RULES) & set(p.parts))
        yield from sorted(inside, key=lambda p: p.relative_to(folder).as_posix())
    if not spec.submodule_search_locations and spec.origin and Path(spec.origin).is_file():
        yield Path(spec.origin)


def used(groups: Iterable[str], suffixes: Iterable[str] = ()) -> dict[str, str]:
    """Package → version of the plug-ins that a build is made with.

    Parameters
    ----------
    groups : the groups whose plug-ins all have a part in it
    suffixes : those of the files that it read; readers have a part in it by these
    """
    seen = {suffix.lower() for suffix in suffixes}
    taken = [p for group in groups for p in plugins(group)] + [p for p in plugins(READERS) if p.suffix in seen]
    return {p.package or p.value: p.version or "unknown" for p in sorted(taken, key=lambda p: (p.package, p.value))}
