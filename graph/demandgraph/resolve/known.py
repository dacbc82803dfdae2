"""Which actors of documents an authority knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from demandgraph.authority import Authority, Entry
from demandgraph.model import Actor, Findings
from demandgraph.resolve.naming import name_key

TAUGHT = 2
"""Documents that must name a country which no authority has, before others are read with it in mind."""


class Known:
    """Looks actors up in an authority, or in none; knows the countries, too, that several documents name."""

    def __init__(self, authority: Authority | None = None, findings: Iterable[Findings] = ()) -> None:
        self.authority = authority or Authority()
        self.by_match: dict[str, Entry] = {}
        for entry in self.authority.entries:
            for iri in (entry.iri, *entry.matches):
                self.by_match.setdefault(iri, entry)
        self._country_words: dict[str, str] | None = None
        self.taught = dict(self.learned(findings))

    def country_words(self) -> dict[str, str]:
        """The names, adjectives and words for inhabitants of states, case-folded, each with the state's name key."""
        if self._country_words is None:
            self._country_words = {
                form.casefold(): name_key(entry.name, entry.type)
                for entry in self.authority.entries
                if entry.type == "Country"
                for form in (*entry.inhabitants, *entry.adjectives, *entry.names, entry.name)
            }
            self._country_words = self.taught | self._country_words
        return self._country_words

    def learned(self, findings: Iterable[Findings]) -> Iterator[tuple[str, str]]:
        """The words for countries that no authority has but several documents name, with their regular adjectives."""
        documents: dict[str, set[str]] = defaultdict(set)
        for f in findings:
            for actor in f.actors:
                if actor.type == "Country" and not actor.matches and self.entry(actor) is None:
                    documents[actor.name].add(f.document.sha256)
        for name in sorted(n for n, where in documents.items() if len(where) >= TAUGHT):
            yield name.casefold(), name_key(name, "Country")
            if name.endswith("a"):  # Varania, Varanian
                yield f"{name}n".casefold(), name_key(name, "Country")

    def entry(self, actor: Actor) -> Entry | None:
        """The entry that an actor is: by an identity that it has, else by its name if the class agrees."""
        for match in sorted(actor.matches):
            if match in self.by_match:
                return self.by_match[match]
        entry = self.authority.find(actor.name)
        return entry if entry and family(entry.type) == family(actor.type) else None

    def label(self, actor: Actor) -> str:
        """What an actor goes by in the authority, else in its document."""
        entry = self.entry(actor)
        return entry.name if entry else actor.name

    def identities(self, actor: Actor) -> Iterator[str]:
        """All that tells for certain who an actor is."""
        yield from actor.matches
        if entry := self.entry(actor):
            yield entry.iri


def family(kind: str) -> str:
    """A class of actors, those taken as one between which the reading of one document may err."""
    return "body" if kind in ("Institution", "Organization") else kind
