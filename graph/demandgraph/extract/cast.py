"""Who is who in one document: its actors, and whom each stretch of its text refers to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.authority import Authority
from demandgraph.authority import Entry as Known
from demandgraph.extract.actor_registry import Entry, Registry, head_words, name_key, register
from demandgraph.extract.actor_roles import Role, find_roles, settle_roles
from demandgraph.extract.coreference import antecedent, candidates
from demandgraph.extract.mention_phrases import resolve_head, resolve_phrase
from demandgraph.extract.mention_scan import scan, short_forms
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_index import Hit, index_of
from demandgraph.extract.name_lexicon import BODY_HEADS, ROLES, is_given, singular
from demandgraph.extract.name_line import Line, line_of
from demandgraph.extract.names import BRACKET, Chunker, Name, named_compounds
from demandgraph.extract.voice import Quote, find_quotes, settle
from demandgraph.model import Actor, Affiliation, Demand, Event, Phrase
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Span

__all__ = ["Cast", "Entry"]

ACTIVE = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "ROOT", "iobj", "attr"})
CHAMBERS = frozenset("parliament senate assembly congress duma rada sejm bundestag knesset house chamber saeima seimas storting".split())
TAKING_UP = frozenset({"the", "these", "those", "its", "their", "all", "both"})
DEEDS = frozenset(
    """raid attack investigation operation crackdown strike shelling bombing decision statement team staff official agent
    officer member leader troop force fighter militant commander report call appeal campaign spokesman spokesperson""".split()
)
"""Nouns whose first part is who does it: *KGB raids*."""
LOCATIVE = frozenset({"in", "at", "within", "across", "throughout", "near", "inside", "outside", "around", "into", "under"})


@dataclass(slots=True)
class Cast:
    """The actors of one document.

    The extractors ask it three things: whom a noun phrase refers to (:meth:`refer`), who speaks at a place of the
    document (:meth:`voice`), and whom an open appeal addresses (:attr:`addressees`).
    """

    parsed: ParsedDocument
    registry: Registry = field(default_factory=Registry)
    authority: Authority = field(default_factory=Authority)
    roles: list[Role] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    author: tuple[str, ...] = ()
    """Who speaks as *we*, *I* or by imperatives in the document itself: signatories, adopting body, publisher."""
    addressees: tuple[str, ...] = ()
    """Who is meant by *you* and by imperatives: the address block, the salutation."""
    adopter: tuple[str, ...] = ()
    """Who adopted the resolution or appeal that the document is, contains or reports."""
    author_reason: str = ""
    adopter_reason: str = ""
    quotes: list[Quote] = field(default_factory=list)
    regimes: dict[str, str] = field(default_factory=dict)
    last_regime: str | None = None
    last_country: str | None = None
    last_by_head: dict[str, str] = field(default_factory=dict)
    first_by_head: dict[str, str] = field(default_factory=dict)
    resolved: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    by_block: dict[int, Line] = field(default_factory=dict)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    speaks_for: dict[str, str] = field(default_factory=dict)
    quote_starts: list[int] = field(default_factory=list)
    adjectives: dict[tuple[int, int], Known] = field(default_factory=dict)
    working: set[tuple[int, int]] = field(default_factory=set)

    @property
    def entries(self) -> dict[str, Entry]:
        """The actors by id."""
        return self.registry.entries

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
        hits = [index.hits(line) for line in cast.lines]
        for line, found in zip(cast.lines, hits, strict=True):
            for hit in found.values():
                if hit.how == "adjective":
                    cast.adjectives.update({(line.block, i): hit.entry for i in range(hit.start, hit.end)})
        abbreviations = {m["abbr"] for m in BRACKET.finditer(parsed.text)}
        small = frozenset(w for line in cast.lines for w in line.text if w.islower())
        bodies_sign = signed_by_bodies(cast.lines)
        compounds = named_compounds(cast.lines)
        names: list[Name] = []
        for line, found in zip(cast.lines, hits, strict=True):
            sign = bodies_sign and line.kind == "signature"
            names += Chunker(line, found, abbreviations, authority.find, small, sign, compounds).names()
        cast.registry, of = register(names, authority)
        cast.authority = authority
        for name in names:
            entry = of.get(id(name))
            if entry is not None:
                cast.place(name, entry)
                if name.kind == "Inhabitants" and name.entry is not None:
                    cast.registry.by_iri.setdefault(f"{cast.country_key(name.entry)}#people", entry.id)
            elif name.kind == "Metonym" and name.entry is not None and metonym(name):
                ident = cast.country(name.entry).id
                cast.add(Mention(name.line, name.start, name.end, (ident,), "metonym"))
            elif name.kind == "State" and name.entry is not None:
                cast.add(Mention(name.line, name.start, name.end, (cast.country(name.entry).id,), "state"))
        cast.parents()
        cast.known_elsewhere(hits)
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
        settle(cast)
        cast.quotes = find_quotes(cast)
        cast.quote_starts = [q.begin for q in cast.quotes]
        return cast

    # -- building

    def place(self, name: Name, entry: Entry) -> None:
        self.add(Mention(name.line, name.start, name.end, (entry.id,), "name"))

    def add(self, mention: Mention) -> None:
        """Mark a mention on its line; a longer one covers the shorter ones inside it."""
        line = mention.line
        for i in range(mention.start, mention.end):
            line.owner[i] = mention
        phrase = self.parsed.phrase(line.begin[mention.start], line.end[mention.end - 1])
        for ident in mention.ids:
            entry = self.entries[ident]
            if len(mention.ids) == 1:
                self.registry.mention(entry, phrase)
                if mention.how in {"name", "state", "regime"} and mention.end - mention.start < 14:
                    self.registry.alias(entry, " ".join(phrase.text.split()), rename=mention.how == "name")

    def known_elsewhere(self, hits: list[dict[int, Hit]]) -> None:
        """Find in headings and capitals the names that the rest of the document made known."""
        forms: dict[str, list[tuple[list[str], str]]] = {}
        for key, ident in self.registry.by_key.items():
            parts = key.split()
            if parts and (len(parts) > 1 or len(key) > 3):
                forms.setdefault(parts[0], []).append((parts, ident))
        for group in forms.values():
            group.sort(key=lambda f: -len(f[0]))
        for line in self.lines:
            if line.casing == "sentence":
                continue
            i = line.first
            while i < len(line):
                step = 1
                for parts, ident in forms.get(name_key(line.text[i]), ()) if line.text[i][0].isupper() else ():
                    if line.owner[i] is None and [name_key(w) for w in line.text[i : i + len(parts)]] == parts:
                        self.add(Mention(line, i, i + len(parts), (ident,), "name"))
                        step = len(parts)
                        break
                i += step

    def heads_of(self, ident: str) -> list[str]:
        """The nouns that can stand for a body: the head of its name."""
        entry = self.entries[ident]
        if entry.type not in {"Institution", "Organization"}:
            return []
        found = []
        for form in (entry.name, *entry.aliases):
            parts = head_words(form)
            if len(name_key(form).split()) > 1 and parts:
                found += [singular(w) for w in parts[-1:] + parts[:1] if singular(w) in BODY_HEADS]
        return list(dict.fromkeys(found))

    def country(self, known: Known) -> Entry:
        """The actor for a state of the authority."""
        ident = self.registry.by_iri.get(known.iri)
        return self.entries[ident] if ident else self.registry.create(known.name, known.type, known=known)

    def merge(self, ident: str, into: str) -> None:
        """Let one actor be another: an office that turns out to be held by a person whom the document names."""
        gone, kept = self.entries.pop(ident), self.entries[into]
        for form in (gone.name, *gone.aliases):
            self.registry.alias(kept, form, rename=False)
        for phrase in gone.mentions:
            self.registry.mention(kept, phrase)
        for table in (self.registry.by_key, self.registry.by_iri, self.last_by_head, self.first_by_head):
            for key, value in table.items():
                if value == ident:
                    table[key] = into
        for line in self.lines:
            for mention in line.owner:
                if mention is not None and ident in mention.ids:
                    mention.ids = tuple(into if i == ident else i for i in mention.ids)
        for entry in self.entries.values():
            if entry.part_of == ident:
                entry.part_of = None

    def country_key(self, known: Known) -> str:
        return known.iri

    def people(self, country: str, line: Line, start: int, end: int) -> str:
        """The people of a country: *Belarusians*, *the people of Belarus* and *the Belarusian population* are one group."""
        key = f"{country}#people"
        phrase = self.parsed.phrase(line.begin[start], line.end[end - 1])
        text = " ".join(phrase.text.split())
        ident = self.registry.by_iri.get(key)
        if ident is None:
            ident = self.registry.create(text, "Group", named=False).id
            self.registry.by_iri[key] = ident
        self.registry.alias(self.entries[ident], text, rename=False)
        self.registry.mention(self.entries[ident], phrase)
        return ident

    def adjective_at(self, line: Line, token: int) -> Known | None:
        """The state whose adjective covers a token."""
        return self.adjectives.get((line.block, token))

    def is_chamber(self, ident: str) -> bool:
        """Whether an actor is a parliament or an assembly."""
        entry = self.entries[ident]
        return entry.type == "Institution" and any(
            w in CHAMBERS for form in (entry.name, *entry.aliases) for w in form.lower().split()
        )

    def parents(self) -> None:
        """Tie organs to the bodies they belong to, where the document names both."""
        for entry in self.entries.values():
            if entry.known is not None and entry.part_of is None:
                for parent in self.authority.parents(entry.known):
                    if parent.iri in self.registry.by_iri:
                        entry.part_of = self.registry.by_iri[parent.iri]
                        break

    def only_regime(self) -> str | None:
        return next(iter(self.regimes)) if len(self.regimes) == 1 else None

    def describe(self, line: Line, start: int, end: int, head: int, kind: str) -> str:
        """The actor that a description stands for, made at its first mention."""
        phrase = self.parsed.phrase(line.begin[start], line.end[end - 1])
        text = " ".join(phrase.text.split())
        entry = self.registry.of(text) or self.same_group(line, start, end, head, text)
        if entry is None:
            entry = self.registry.create(text, kind, named=False)
            self.groups.setdefault(line.low[head], []).append(entry.id)
        self.registry.mention(entry, phrase)
        if not entry.named:
            first = start
            short = " ".join(self.parsed.text[line.begin[first] : line.end[head]].split())
            if short != entry.name and short not in entry.aliases and head + 1 < end:
                entry.aliases.append(short)
                self.registry.by_key.setdefault(name_key(short), entry.id)
        return entry.id

    def same_group(self, line: Line, start: int, end: int, head: int, text: str) -> Entry | None:
        """The group that a shorter description takes up: *political prisoners … the prisoners*."""
        before = line.low[start - 1] if start > line.first else ""
        if before not in TAKING_UP:
            return None
        key = name_key(text)
        for ident in reversed(self.groups.get(line.low[head], [])):
            if ident in self.entries:
                known = name_key(self.entries[ident].name)
                if known.endswith(" " + key) or known.startswith(key + " "):
                    return self.entries[ident]
        return None

    def note(self, phrase: Phrase, name: str, kind: str) -> str:
        """Note a mention of the actor called ``name``, creating the actor at its first one; returns its id."""
        entry = self.registry.of(name) or self.registry.create(name, kind)
        self.registry.mention(entry, phrase)
        return entry.id

    # -- asking

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
            found = list(resolve_head(self, line, head, 0, len(line), True, depth))
            for child in line.children(head):
                if line.dep[child] == "conj":
                    found += self.resolve(line, child, depth + 1)
                elif line.dep[child] == "pobj" and line.dep[head] in {"agent", "prep"}:
                    found += self.resolve(line, child, depth + 1)
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

    def line_at(self, offset: int) -> Line | None:
        """The line of the block that holds an offset."""
        blocks = self.parsed.blocks
        low, high = 0, len(blocks)
        while low < high:
            middle = (low + high) // 2
            if blocks[middle].begin <= offset:
                low = middle + 1
            else:
                high = middle
        for i in range(low - 1, max(-1, low - 3), -1):
            if blocks[i].begin <= offset <= blocks[i].end:
                return self.by_block.get(i)
        return None

    def before(self, line: Line) -> Line | None:
        """The line before another one."""
        for block in range(line.block - 1, max(-1, line.block - 6), -1):
            if (other := self.by_block.get(block)) is not None:
                return other
        return None

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
        active = self.active() | self.states_and_bodies()
        parents = {e.part_of for e in self.entries.values() if e.id in taking_part | active and e.part_of}
        return tuple(
            Actor(
                e.id, e.name, e.type, tuple(a for a in dict.fromkeys(e.aliases) if a != e.name),
                tuple(sorted(e.mentions)), e.part_of, e.matches,
            )
            for e in sorted(self.entries.values(), key=lambda e: e.id)
            if e.id in taking_part or e.id in parents or e.id in active
        )  # fmt: skip

    def active(self) -> set[str]:
        """The named actors that do, say, are asked or undergo something somewhere in the document."""
        found: set[str] = set()
        for line in self.lines:
            for i, mention in enumerate(line.owner):
                if mention is None or i != mention.start:
                    continue
                if mention.how == "name" and self.entries[mention.ids[0]].weak and not strong(line, mention):
                    continue
                if line.kind in {"address", "signature", "vote", "copy", "salutation"} or self.acts(line, mention):
                    found.update(k for k in mention.ids if self.entries[k].named and self.entries[k].type != "Group")
        return found

    def states_and_bodies(self) -> set[str]:
        """What the authority knows, unless it only modifies other nouns (*UN resolutions*)."""
        found: set[str] = set()
        for line in self.lines:
            for i, mention in enumerate(line.owner):
                if mention is not None and i == mention.start:
                    for ident in mention.ids:
                        entry = self.entries[ident]
                        if entry.known is not None and entry.type != "Group" and (
                            entry.type == "Country" or line.dep[mention.head] not in {"compound", "nmod", "amod"}
                        ):
                            found.add(ident)
        return found

    def acts(self, line: Line, mention: Mention) -> bool:
        head = mention.head
        for _ in range(12):
            dep = line.dep[head]
            if dep in ACTIVE:
                return line.kind not in {"heading", "title"} or dep != "ROOT"
            if dep == "pobj":
                word = line.low[line.head[head]]
                if word in {"including", "like"}:
                    return True
                if word == "as":
                    head = line.head[line.head[head]]
                    continue
                return word in {"by", "to", "with", "against", "on", "upon", "from", "between", "for", "of"} and (
                    self.entries[mention.ids[0]].type != "Country" or word in {"by", "with", "on", "upon", "between", "against"}
                )
            if dep == "poss":
                return True
            if dep not in {"conj", "appos", "compound", "nmod"}:
                return False
            head = line.head[head]
        return False


def strong(line: Line, mention: Mention) -> bool:
    """Whether a name of which little is known does or undergoes something itself."""
    if line.kind in {"signature", "address", "copy"}:
        return True
    head = mention.head
    for _ in range(8):
        if line.dep[head] not in {"conj", "appos"}:
            break
        head = line.head[head]
    if line.dep[head] in {"nsubj", "nsubjpass", "agent", "dobj", "poss", "dative"}:
        return True
    if line.dep[head] == "compound":
        return line.text[mention.start].isupper() and line.ent[mention.start] == "ORG" and line.lemma[line.head[head]] in DEEDS
    if line.dep[head] != "pobj":
        return False
    word, above = line.low[line.head[head]], line.head[line.head[head]]
    if word in {"by", "with", "including"}:
        return True
    doing = line.pos[above] == "VERB" or line.lemma[above] in DEEDS or line.lemma[above] in ROLES
    return doing and word in {"from", "to", "of", "on", "against"}


def signed_by_bodies(lines: list[Line]) -> bool:
    """Whether a document's list of signatures is one of bodies: most lines have the head noun of one, few a given name."""
    signed = [line for line in lines if line.kind == "signature" and len(line) > line.first]
    if len(signed) < 5:
        return False
    bodies = sum(any(singular(w) in BODY_HEADS for w in line.low) for line in signed)
    persons = sum(is_given(line.text[line.first]) for line in signed)
    roles = sum(any(w in ROLES for w in line.low) for line in signed)
    return bodies > 0.4 * len(signed) and bodies > 3 * persons and roles < 0.2 * len(signed)


def metonym(name: Name) -> bool:
    """Whether a seat of power stands for its state: it acts or is acted upon, and is no place where something is."""
    line, i = name.line, name.end - 1
    if line.dep[i] in {"nsubj", "nsubjpass"}:
        verb = line.head[i]
        return line.pos[verb] == "VERB" and line.lemma[verb] not in {"host", "see", "lie", "be", "witness"}
    if line.dep[i] == "pobj":
        word, above = line.low[line.head[i]], line.lemma[line.head[line.head[i]]]
        return word in {"by", "upon", "against"} or (word == "on" and above in {"call", "urge", "prevail", "press", "pressure", "sanction"})
    if line.dep[i] == "dobj":
        return line.lemma[line.head[i]] in {"urge", "ask", "call", "press", "condemn", "accuse", "blame", "demand", "request", "warn", "tell"}
    return line.dep[i] == "poss" and line.text[name.start].lower() in {"kremlin", "moscow", "beijing", "brussels", "washington"} and False
