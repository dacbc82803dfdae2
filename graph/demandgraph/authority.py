"""What is known beforehand of states and intergovernmental bodies: names, adjectives, inhabitants, parents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One state or body of an authority file.

    ``name`` is the preferred name; ``names`` all names and abbreviations, ``name`` included. ``adjectives`` (*Belarusian*)
    and ``inhabitants`` (*Belarusians*) belong to states; ``metonyms`` are capitals and seats that stand for it (*Minsk*,
    *the Kremlin*). ``type`` is ``Country`` or ``Institution`` (or ``Organization`` for a non-state body).
    """

    iri: str
    name: str
    type: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    part_of: str | None = None
    matches: tuple[str, ...] = ()


@dataclass(slots=True)
class Authority:
    """Look-up over entries; keys are lower-case names without a leading article."""

    entries: tuple[Entry, ...] = ()
    by_iri: dict[str, Entry] = field(default_factory=dict)
    by_name: dict[str, Entry] = field(default_factory=dict)
    by_adjective: dict[str, Entry] = field(default_factory=dict)
    by_inhabitant: dict[str, Entry] = field(default_factory=dict)
    by_metonym: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Authority:
        """Index entries; of two that share a name, the first one keeps it."""
        authority = cls(tuple(entries))
        for entry in authority.entries:
            authority.by_iri.setdefault(entry.iri, entry)
            for index, forms in (
                (authority.by_name, (entry.name, *entry.names)),
                (authority.by_adjective, entry.adjectives),
                (authority.by_inhabitant, entry.inhabitants),
                (authority.by_metonym, entry.metonyms),
            ):
                for form in forms:
                    index.setdefault(key(form), entry)
        return authority


def key(name: str) -> str:
    """A name as the indexes know it: lower case, no leading article, single blanks."""
    words = name.lower().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def load() -> Authority:
    """Load the authority files that ship with the project."""
    return Authority.of(())
