"""Names to IRIs: readable, stable, and the same in every order of the documents."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from demandgraph.model import Document
from demandgraph.vocab import DEFAULT_BASE

Key = TypeVar("Key", bound=Hashable)
BASE = re.compile(r"https?://[^\s<>\"{}|\\^`?#\x00-\x20/]+/(?:(?!\.\.?/)[^\s<>\"{}|\\^`?#\x00-\x20/]+/)*")


def slug(text: str, limit: int = 60) -> str:
    """A readable IRI segment: letters without accents and digits, joined by hyphens, cut at a word.

    >>> slug("Comité d’action (Genève)")
    'comite-d-action-geneve'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    joined = "-".join(re.findall(r"[^\W_]+", plain))
    return joined if len(joined) <= limit else joined[:limit].rsplit("-", 1)[0]


def digest(text: str, length: int = 8) -> str:
    """The first hexadecimal digits of a text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def distinct(wanted: Mapping[Key, str], identity: Callable[[Key], str]) -> dict[Key, str]:
    """Give every key a name of its own: those that want the same name all get a digest of their identity behind it.

    Parameters
    ----------
    wanted : the name that each key would like to have; an empty one counts as ``x``
    identity : what tells a key from every other, independent of the order in which they come
    """
    by_name: dict[str, list[Key]] = defaultdict(list)
    for key, name in wanted.items():
        by_name[name or "x"].append(key)
    given: dict[Key, str] = {}
    for name, keys in by_name.items():
        for key in keys:
            crowded = len(keys) > 1 or not wanted[key]
            own = f"{name}-{digest(identity(key))}" if crowded else name
            given[key] = own if not crowded or own not in by_name else f"{name}-{digest(identity(key), 64)}"
    return given


def document_names(documents: Iterable[Document]) -> dict[str, str]:
    """A readable name for each document (by ``sha256``), from its file name without suffix."""
    wanted = {d.sha256: slug(d.file_name.rsplit(".", 1)[0] or d.file_name) for d in documents}
    return distinct(wanted, lambda sha256: sha256)


def check_base(base: str) -> str:
    """The base IRI if resources can live under it.

    Raises
    ------
    ValueError
        If it is not an ``http`` or ``https`` IRI that ends in ``/``.
    """
    if not BASE.fullmatch(base):
        raise ValueError(
            f"base IRI {base!r} must begin with http(s)://, end in / and have no ? or #, like {DEFAULT_BASE}"
        )
    return base


def segment(local: str) -> str:
    """A local id as an IRI segment: unchanged where it can be, else its slug with a digest."""
    return local if re.fullmatch(r"[A-Za-z0-9_.-]*[A-Za-z0-9_-]", local) else f"{slug(local) or 'x'}-{digest(local)}"


def actor_iri(base: str, type_: str, name: str) -> str:
    """The IRI of an actor of a class under its distinct name."""
    return f"{base}actor/{type_.lower()}/{name}"
