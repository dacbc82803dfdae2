"""Who is who in one document: its actors, and whom each stretch of its text refers to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.authority import Authority
from demandgraph.extract.actor_building import Building
from demandgraph.extract.actor_holders import settle_roles
from demandgraph.extract.actor_identity import metonym, register, signed_by_bodies
from demandgraph.extract.actor_listing import active, states_and_bodies
from demandgraph.extract.actor_pseudonyms import join_pseudonyms
from demandgraph.extract.actor_roles import find_roles
from demandgraph.extract.coreference import antecedent, candidates
from demandgraph.extract.mention_heads import before_titled
from demandgraph.extract.mention_phrases import resolve_head, resolve_phrase
from demandgraph.extract.mention_scan import scan, short_forms
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_index import index_of
from demandgraph.extract.name_line import Line, line_of
from demandgraph.extract.name_roster import mark_rosters
from demandgraph.extract.name_shapes import BRACKET, Name, named_compounds
from demandgraph.extract.names import Chunker
from demandgraph.extract.voice import settle
from demandgraph.extract.voice_quotes import find_quotes
from demandgraph.model import Actor, Affiliation, Demand, Event
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["Cast"]


@dataclass(slots=True)
class Cast(Building):
    """The actors of one document.

    The extractors ask it three things: whom a noun phrase refers to (:meth:`refer`), who speaks at a place of the
    document (:meth:`voice`), and whom an open appeal addresses (:attr:`addressees`).
    """

    @classmethod
    def of(cls, parsed: ParsedDocument, authority: Authority) -> Cast:
        """Read a document's cast."""
        cast = cls(parsed)
        index = index_of(authority)
        for block, doc in enumerate(parsed.docs):
            if doc is not None and len(doc):
                line = line_of(parsed, block, doc)
                cast.lines.append(line)
                cast.by_block[block] = line
        mark_rosters(cast.lines)
        hits = [index.hits(line) for line in cast.lines]
        for line, found in zip(cast.lines, hits, strict=True):
            for hit in found.values():
                if hit.how == "adjective":
                    cast.adjectives.update({(line.block, i): hit.entry for i in range(hit.start, hit.end)})
        abbreviations = {m["abbr"] for m in BRACKET.finditer(parsed.text)}
        small = frozenset(w for line in cast.lines for w in line.text if w.islower())
        bodies_sign = signed_by_bodies(cast.lines)
        compounds = named_compounds(cast.lines)
        glossary = cast.glossary()
        collective = frozenset(abbreviation for *_, abbreviation in glossary)
        names: list[Name] = []
        for line, found in zip(cast.lines, hits, strict=True):
            sign = bodies_sign and line.kind == "signature"
            names += Chunker(line, found, abbreviations, authority.find, small, sign, compounds, collective).names()
        cast.registry, of = register(names, authority)
        cast.authority = authority
        for name in names:
            entry = of.get(id(name))
            if entry is not None:
                cast.place(name, entry)
                if name.kind == "Inhabitants" and name.entry is not None:
                    cast.registry.by_iri.setdefault(f"{name.entry.iri}#people", entry.id)
            elif name.kind == "Metonym" and name.entry is not None and metonym(name):
                ident = cast.country(name.entry).id
                cast.add(Mention(name.line, name.start, name.end, (ident,), "metonym"))
            elif name.kind == "State" and name.entry is not None:
                cast.add(Mention(name.line, name.start, name.end, (cast.country(name.entry).id,), "state"))
        cast.parents()
        cast.known_elsewhere(hits)
        cast.abbreviate_groups(glossary)
        join_pseudonyms(cast)
        for line, h in zip(cast.lines, hits, strict=True):
            scan(cast, line, h)
        for entry in cast.entries.values():
            for head in cast.heads_of(entry.id):
                cast.first_by_head.setdefault(head, entry.id)
        for line in cast.lines:
            short_forms(cast, line)
        for line, h in zip(cast.lines, hits, strict=True):
            if line.casing != "upper":
                cast.roles += find_roles(cast, line, h)
        settle_roles(cast, cast.roles)
        cast.parents()
        settle(cast)
        cast.quotes = find_quotes(cast)
        cast.quote_starts = [q.begin for q in cast.quotes]
        return cast

    def refer(self, span: Span, group: bool = True) -> tuple[str, ...]:
        """The actors that a noun phrase denotes, in the order of the text, without repetition.

        Coordinated names give one actor each; *the Lithuanian government* gives Lithuania; pronouns and role nouns give
        whom they stand for. With ``group``, a collective that is no actor yet (*all parties to the conflict*) becomes
        one. Actors that only stand in a modifier (*the decision of the Council*) are not given.
        """
        line = self.by_block.get(self.parsed.block_of(span[0]))
        if line is None:
            return ()
        start = max(span.start, line.first)
        if start >= span.end:
            return self.voice(line.begin[span.start]) if span.start < len(line) else ()
        return tuple(resolve_phrase(self, line, start, span.end, group, 0))

    def resolve(self, line: Line, head: int, depth: int) -> tuple[str, ...]:
        """The actors of the noun phrase with a given head, its coordinated ones included."""
        spot = (line.block, head)
        if spot in self.working or depth > 8:
            return ()
        self.working.add(spot)
        try:
            found: list[str] = []
            chain = [head]
            while chain and len(found) < 200:
                token = chain.pop(0)
                owner = line.owner[token]
                if owner is not None and self.entries[owner.ids[0]].type == "Person":
                    found += before_titled(self, line, token)
                found += resolve_head(self, line, token, 0, len(line), True, depth)
                for child in line.children(token):
                    if line.dep[child] == "conj" or (
                        line.dep[child] == "pobj" and line.dep[token] in {"agent", "prep"}
                    ):
                        chain.append(child)
            return tuple(dict.fromkeys(found))
        finally:
            self.working.discard(spot)

    def resolve_span(self, line: Line, start: int, end: int) -> tuple[str, ...]:
        return tuple(resolve_phrase(self, line, start, end, True, 1))

    def pronoun(self, line: Line, token: int, depth: int) -> tuple[str, ...]:
        """Whom a pronoun stands for."""
        if depth > 5:
            return ()
        return antecedent(self, line, token, depth)

    def holder(self, role: str, bodies: list[str]) -> str | None:
        """The person who holds a role in one of some bodies, if the document says so."""
        return next((p for b in bodies if (p := self.holders.get((role, b)))), None)

    def voice(self, offset: int) -> tuple[str, ...]:
        """Who speaks at an offset: the speaker of the quotation around it, the body whose clause it is, else the author."""
        at = bisect_right(self.quote_starts, offset) - 1
        if at >= 0 and offset < self.quotes[at].end and self.quotes[at].speakers:
            return self.quotes[at].speakers
        line = self.line_at(offset)
        if line is not None and line.kind in {"operative", "preamble", "body"} and self.adopter:
            return self.adopter
        return self.author

    def pair_before(self, line: Line, token: int, depth: int) -> list[str]:
        """The two named actors last mentioned side by side: *both parties*."""
        for other, at in candidates(self, line, token):
            ids = self.resolve(other, at, depth + 1)
            if len(ids) == 2 and all(self.entries[i].named for i in ids):
                return list(ids)
        return []

    def first_person(self, offset: int, singular_form: bool) -> tuple[str, ...]:
        """Whom *I* or *we* means at an offset: *we* of one who speaks for a state or body outside quotations is that body."""
        speakers = self.voice(offset)
        if singular_form:
            return tuple(s for s in speakers if self.entries[s].type == "Person") or speakers
        if len(speakers) == 1 and speakers == self.author and speakers[0] in self.speaks_for:
            return (self.speaks_for[speakers[0]],)
        return speakers

    def actors_of(
        self, demands: Iterable[Demand], events: Iterable[Event], affiliations: Iterable[Affiliation]
    ) -> tuple[Actor, ...]:
        """The actors to be listed: those that take part in a finding, and the named ones that do, say or undergo something."""
        taking_part: set[str] = set()
        for d in demands:
            taking_part.update(d.issuers, d.addressees, d.beneficiaries, d.initiators)
        for e in events:
            taking_part.update(e.agents, e.recipients)
        for a in affiliations:
            taking_part.update((a.person, a.organization))
        acting = active(self) | states_and_bodies(self)
        listed = {i for i in self.entries if i in taking_part or i in acting}
        return tuple(
            Actor(
                e.id, e.name, e.type, tuple(a for a in dict.fromkeys(e.aliases) if a != e.name),
                tuple(sorted(e.mentions)), e.part_of if e.part_of in listed else None, e.matches,
            )
            for e in sorted(self.entries.values(), key=lambda e: e.id)
            if e.id in listed
        )  # fmt: skip
