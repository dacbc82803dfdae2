"""The actors of one document, by every form of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from demandgraph.authority import Entry as Known
from demandgraph.extract.actor_names import fuller, name_key, person_parts, same_person, slug, variant
from demandgraph.model import Phrase


@dataclass(slots=True)
class Entry:
    """An actor while the document is being read.

    ``named`` tells a proper name from a description; ``weak`` that only a guess makes it an actor.
    """

    id: str
    name: str
    type: str
    aliases: list[str] = field(default_factory=list)
    mentions: list[Phrase] = field(default_factory=list)
    part_of: str | None = None
    matches: tuple[str, ...] = ()
    named: bool = True
    weak: bool = False
    known: Known | None = None


class Registry:
    """The actors of a document by every form of their names."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.by_key: dict[str, str] = {}
        self.by_iri: dict[str, str] = {}
        self.by_edge: dict[str, list[str]] = defaultdict(list)
        self.by_given: dict[str, str] = {}
        self.by_surname: dict[str, list[str]] = defaultdict(list)
        self.seen: dict[str, set[tuple[int, int]]] = defaultdict(set)

    def create(self, name: str, kind: str, named: bool = True, known: Known | None = None) -> Entry:
        """The actor of that name, made if there is none yet."""
        if known is not None and known.iri in self.by_iri:
            entry = self.entries[self.by_iri[known.iri]]
            self.alias(entry, name)
            return entry
        key = name_key(name)
        if known is None and key in self.by_key:
            return self.entries[self.by_key[key]]
        base = ident = slug(name)
        n = 2
        while ident in self.entries:
            ident, n = f"{base}-{n}", n + 1
        entry = Entry(ident, name, kind, named=named, known=known)
        if known is not None:
            entry.matches = known.matches
            self.by_iri[known.iri] = ident
        self.entries[ident] = entry
        self.by_key.setdefault(key, ident)
        if kind in {"Institution", "Organization"} and key:
            for word in {key.split()[0], key.split()[-1]}:
                self.by_edge[word].append(ident)
        if kind == "Person" and key:
            self.by_given.setdefault(key.replace(" ", ""), ident)
            if " " in key:
                self.by_given.setdefault(key.split()[0], ident)
            self.by_surname[person_parts(key)[-1]].append(ident)
        return entry

    def alias(self, entry: Entry, form: str, rename: bool = True) -> None:
        """Let a form name an actor; the fullest form becomes the name."""
        if form == entry.name or form in entry.aliases:
            return
        shouted = form.isupper() and len(form) > 5
        if entry.known is not None and name_key(form) == name_key(entry.known.name) and not shouted:
            entry.aliases.append(entry.name)
            entry.name = form
        elif (
            entry.known is not None and name_key(entry.name) == name_key(entry.known.name) and not entry.name.isupper()
        ):
            entry.aliases.append(form)
        elif rename and entry.named and fuller(form, entry.name, entry.type):
            entry.aliases.append(entry.name)
            entry.name = form
        else:
            entry.aliases.append(form)
        self.by_key.setdefault(name_key(form), entry.id)

    def mention(self, entry: Entry, phrase: Phrase) -> None:
        span = (phrase.begin, phrase.end)
        if phrase.text and span not in self.seen[entry.id]:
            self.seen[entry.id].add(span)
            entry.mentions.append(phrase)

    def of(self, form: str) -> Entry | None:
        ident = self.by_key.get(name_key(form))
        return self.entries[ident] if ident else None

    def person(self, form: str) -> Entry | None:
        """The person whom a surname, or another spelling of it, stands for, if there is one."""
        key = name_key(form)
        if not key:
            return None
        if key in self.by_key and self.entries[self.by_key[key]].type == "Person":
            return self.entries[self.by_key[key]]
        parts = person_parts(key)
        ids = self.by_surname.get(parts[-1], [])
        if len(parts) > 1:
            same = [i for i in ids if same_person(parts, person_parts(name_key(self.entries[i].name)))]
            return self.entries[same[0]] if same else None
        if ids:
            return self.entries[ids[0]]
        for surname, ids in self.by_surname.items():
            if variant(surname, key):
                return self.entries[ids[0]]
        ident = self.by_given.get(key)  # written as one word, or the family name comes first
        return self.entries.get(ident) if ident else None


SHORT_STATES = {"un": "united nations", "us": "united states", "eu": "european union", "uk": "united kingdom"}


def same_form(registry: Registry, key: str) -> Entry | None:
    """The actor of a name that differs in its state's short form or its number only: *UN Office on X*, *Corsair fighters*."""
    first, _, rest = key.replace("u s ", "us ").replace("u n ", "un ").partition(" ")
    forms = [f"{SHORT_STATES[first]} {rest}"] if first in SHORT_STATES and rest else []
    forms += [f"{short} {key[len(full) + 1 :]}" for short, full in SHORT_STATES.items() if key.startswith(full + " ")]
    if not rest:
        forms.append(key + "s")
    for form in forms:
        entry = registry.entries.get(registry.by_key.get(form, ""))
        if entry is not None and (rest or entry.type in {"Group", "Organization"}):
            return entry
    return None
