"""Which spaCy pipeline stands behind a name, found without loading it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed pipeline: its version, and a hash of all its files, which changes with whatever is in them."""

    version: str
    sha256: str


def installed(name: str) -> Installed | None:
    """The pipeline that is installed under a name or lies in a folder, or ``None`` if it cannot be told.

    Parameters
    ----------
    name : of an installed package or path of a folder, as spaCy takes it
    """
    try:
        folder = folder_of(name)
        if folder is None:
            return None
        version = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get("version")
        return Installed(str(version or "unknown"), hash_of(folder))
    except (OSError, ValueError, AttributeError, ImportError):
        return None


def folder_of(name: str) -> Path | None:
    """Where the files of a pipeline are; like spaCy, this takes a package first."""
    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):
        return Path(name) if Path(name).is_dir() else None
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def hash_of(folder: Path) -> str:
    """A hash of the names and contents of all files in a folder, compiled Python aside."""
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
