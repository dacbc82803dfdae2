"""Who is who in one document: its actors, and whom each stretch of its text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.authority import Authority
from demandgraph.model import Actor, Affiliation, Demand, Event, Phrase
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Span

NER_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Country"}


@dataclass(slots=True)
class Entry:
    """An actor while the document is being read."""

    id: str
    name: str
    type: str
    aliases: list[str] = field(default_factory=list)
    mentions: list[Phrase] = field(default_factory=list)
    part_of: str | None = None
    matches: tuple[str, ...] = ()


@dataclass(slots=True)
class Cast:
    """The actors of one document.

    The extractors ask it three things: whom a noun phrase refers to (:meth:`refer`), who speaks at a place of the
    document (:meth:`voice`), and whom an open appeal addresses (:attr:`addressees`).
    """

    parsed: ParsedDocument
    entries: dict[str, Entry] = field(default_factory=dict)
    author: tuple[str, ...] = ()
    """Who speaks as *we*, *I* or by imperatives in the document itself: signatories, adopting body, publisher."""
    addressees: tuple[str, ...] = ()
    """Who is meant by *you* and by imperatives: the address block, the salutation."""
    adopter: tuple[str, ...] = ()
    """Who adopted the resolution or appeal that the document is, contains or reports."""

    @classmethod
    def of(cls, parsed: ParsedDocument, authority: Authority) -> Cast:
        """Read a document's cast."""
        cast = cls(parsed)
        for sentence in parsed.sentences:
            for ent in sentence.span.ents:
                if ent.label_ in NER_TYPES:
                    cast.note(parsed.phrase_of(ent), ent.text, NER_TYPES[ent.label_])
        return cast

    def note(self, phrase: Phrase, name: str, kind: str) -> str:
        """Note a mention of the actor called ``name``, creating the actor at its first one; returns its id."""
        key = re.sub(r"[\W_]+", "-", name.lower()).strip("-") or "actor"
        entry = self.entries.setdefault(key, Entry(key, name, kind))
        if phrase not in entry.mentions:
            entry.mentions.append(phrase)
        return key

    def refer(self, span: Span, group: bool = True) -> tuple[str, ...]:
        """The actors that a noun phrase denotes, in the order of the text, without repetition.

        Coordinated names give one actor each; *the Lithuanian government* gives Lithuania; pronouns and role nouns give
        whom they stand for. With ``group``, a collective that is no actor yet (*all parties to the conflict*) becomes
        one. Actors that only stand in a modifier (*the decision of the Council*) are not given.
        """
        begin, end = self.parsed.begin(span[0]), self.parsed.end(span[-1])
        found = [(m.begin, e.id) for e in self.entries.values() for m in e.mentions if begin <= m.begin < end]
        return tuple(dict.fromkeys(i for _, i in sorted(found)))

    def voice(self, offset: int) -> tuple[str, ...]:
        """Who speaks at an offset: the speaker of the quotation around it, the body whose clause it is, else the author."""
        return self.author

    def actors_of(
        self, demands: Iterable[Demand], events: Iterable[Event], affiliations: Iterable[Affiliation]
    ) -> tuple[Actor, ...]:
        """The actors to be listed: those that take part in a finding, and the named ones that do, say or undergo something."""
        return tuple(
            Actor(e.id, e.name, e.type, tuple(e.aliases), tuple(sorted(e.mentions)), e.part_of, e.matches)
            for e in sorted(self.entries.values(), key=lambda e: e.id)
        )
