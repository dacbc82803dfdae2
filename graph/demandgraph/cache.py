"""Keeps what was found in each document, in the folder of its graph, so that only what has changed is read again.

An entry is found by a key: a hash of what the document says and of all that decides what is found in it. A change in any
of them asks for another key, so that an entry is never out of date. What is in a file is not trusted: an entry that is
broken, cut short or not of this software's making is passed over, and its document is read again.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from demandgraph.findings_json import decode, encode, sequence
from demandgraph.grounding import ground
from demandgraph.model import Findings, Source
from demandgraph.plugins import EXTRACTORS, fingerprint, plugins
from demandgraph.vocab import ontology_folder

LIBRARIES = ("spacy", "thinc", "numpy", "py3langid")
"""Libraries that decide how a text is read."""
LATER = frozenset(("resolve", "corrections", "tracing", "export", "explore", "commands", "ontology", "__pycache__"))
"""Folders of the package that have no part in reading a document; every other file has, unless it is shown otherwise."""
RULES = (".py", ".tsv", ".txt")
LARGEST = 100_000_000
"""Bytes above which a file is no entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found in one document: grounded, with remarks on what was dropped because the text does not say it."""

    findings: Findings
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries of an older graph, and the folder for those of the new one.

    Parameters
    ----------
    old : folder with the entries of an earlier build; it may be missing
    new : folder to which the entries of this build are written
    stamp : stands for all that decides what is found, beside the document: see :func:`stamp_of`
    """

    old: Path
    new: Path
    stamp: str

    def get(self, source: Source) -> Entry | None:
        """What an earlier build found in a document, if it is known; it is kept for the next build."""
        path = self.old / self.file_of(source)
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
                return None
            data = path.read_bytes()
            entry = read_entry(data, source)
        except (OSError, ValueError, RecursionError):
            return None
        self.write(source, data)
        return entry

    def put(self, source: Source, entry: Entry) -> None:
        """Keep what was found in a document, unless it would not come back as it is."""
        data = written(entry)
        try:
            same = read_entry(data, source) == entry
        except ValueError:
            same = False
        if same:
            self.write(source, data)

    def write(self, source: Source, data: bytes) -> None:
        """Write an entry to the new folder."""
        self.new.mkdir(exist_ok=True)
        (self.new / self.file_of(source)).write_bytes(data)

    def file_of(self, source: Source) -> str:
        """The name of a document's entry. What the file is called and where it lies has no part in it."""
        about = [self.stamp, source.text, source.title, source.date, source.publisher]
        return hashlib.sha256(json.dumps(about).encode()).hexdigest() + ".json"


def written(entry: Entry) -> bytes:
    """An entry as a file: the hash of its content on the first line, then the content."""
    content = json.dumps([encode(entry.findings), entry.dropped], separators=(",", ":")).encode()
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content + b"\n"


def read_entry(data: bytes, source: Source) -> Entry:
    """The entry that a file holds.

    Raises
    ------
    ValueError
        If the file is damaged, has another shape, or tells what the document's text does not bear out.
    """
    told, _, content = data.partition(b"\n")
    content = content.removesuffix(b"\n")
    if told != hashlib.sha256(content).hexdigest().encode():
        raise ValueError("damaged")
    value: Any = json.loads(content)
    findings, dropped = sequence(value, 2)
    sha256 = hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    found = decode(findings, source.file_name, source.source, source.text, sha256)
    if ground(found) != (found, ()):
        raise ValueError("not borne out by the text")
    if not all(isinstance(remark, str) for remark in sequence(dropped)):
        raise ValueError("not a remark")
    return Entry(found, tuple(dropped))


def stamp_of(pipeline: str, authority: Iterable[Path] = ()) -> str:
    """A hash of all that decides what is found in a document, beside the document.

    That are the rules and tables of the package and of plug-ins, the shipped and the given authority files, the language
    pipeline, and the versions of Python, of the libraries and of the kind of processor.

    Parameters
    ----------
    pipeline : a hash of the language pipeline
    authority : the user's authority files, in their order
    """
    whole = hashlib.sha256()

    def add(name: str, content: bytes) -> None:
        whole.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())

    for name in LIBRARIES:
        add(name, version_of(name).encode())
    add("python", f"{platform.python_version()} {platform.machine()}".encode())
    add("pipeline", pipeline.encode())
    for folder in (files("demandgraph"), ontology_folder() / "authorities"):
        for name, file in below(folder):
            add(name, file.read_bytes())
    for path in authority:
        add(path.suffix, path.read_bytes())
    for plugin in plugins(EXTRACTORS):
        add(plugin.name, fingerprint(plugin).encode())
    return whole.hexdigest()


def below(folder: Traversable, name: str = "") -> Iterable[tuple[str, Traversable]]:
    """The files of rules in a folder and below it, with their paths, in their order."""
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        path = f"{name}/{item.name}"
        if item.is_dir():
            if item.name not in LATER:
                yield from below(item, path)
        elif item.name.endswith((*RULES, ".ttl")):
            yield path, item


def version_of(library: str) -> str:
    """The version of a library, empty if it has none."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
