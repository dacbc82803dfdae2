"""Enters names, aliases, mentions and descriptions into the cast of one document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.authority import Authority
from demandgraph.authority import Entry as Known
from demandgraph.extract.actor_identity import head_words
from demandgraph.extract.actor_names import name_key
from demandgraph.extract.actor_registry import Entry, Registry
from demandgraph.extract.actor_words import PERSON_NOUNS
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_index import Hit
from demandgraph.extract.name_lexicon import BODY_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_shapes import BRACKET, Name
from demandgraph.extract.name_words import singular
from demandgraph.model import Phrase
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.voice_quotes import Quote

CHAMBERS = frozenset(
    "parliament senate assembly congress duma rada sejm bundestag knesset house chamber saeima seimas storting".split()
)
COUNTING = frozenset("all any every both many several most numerous".split())
"""Words that say how many of a group are meant."""
SAY_LITTLE = frozenset("head friend leader supporter".split())  # without what follows: *heads **of agencies***
TAKING_UP = frozenset({"the", "these", "those", "its", "their", "all", "both"})
QUANTIFIERS = frozenset({"all", "both", "every"})
"""Words before a group that are part of what it is called."""


@dataclass(slots=True)
class Building:
    """The cast of a document while it is being read: its lines, actors and mentions, and how they are entered."""

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
    last_state: str | None = None
    last_by_head: dict[str, str] = field(default_factory=dict)
    first_by_head: dict[str, str] = field(default_factory=dict)
    resolved: dict[tuple[int, int, bool], tuple[str, ...]] = field(default_factory=dict)
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
        self.counted(self.entries[ident], line, start, text)
        return ident

    def adjective_at(self, line: Line, token: int) -> Known | None:
        """The state whose adjective covers a token."""
        return self.adjectives.get((line.block, token))

    def by_adjective(self, line: Line, token: int, known: Known) -> str:
        """The state that an adjective stands for, with the adjective as a mention of it."""
        entry = self.country(known)
        self.registry.mention(entry, self.parsed.phrase(line.begin[token], line.end[token]))
        return entry.id

    def glossary(self) -> list[tuple[Line, int, int, str]]:
        """Groups that an abbreviation in brackets stands for, with their tokens: *civil society organisations (CSOs)*."""
        found = []
        for line in self.lines:
            if "(" not in line.text:
                continue
            starts = {t.idx: i for i, t in enumerate(line.doc)}
            for match in BRACKET.finditer(line.doc.text):
                end = next((starts[k] for k in range(match.start(), match.start() + 3) if k in starts), 0)
                while end > line.first and not line.text[end - 1][0].isalnum():
                    end -= 1
                letters = [c.lower() for c in match["abbr"] if c.isupper()]
                start = end - len(letters)
                if len(letters) < 2 or start < line.first or not line.text[end - 1].islower():
                    continue
                spelled = [w[0] for w in line.low[start:end]]
                plural = line.tag[end - 1] in {"NNS", "NNPS"} and singular(line.low[end - 1]) in PERSON_NOUNS
                if spelled == letters and plural:
                    found.append((line, start, end, match["abbr"]))
        return found

    def abbreviate_groups(self, glossary: list[tuple[Line, int, int, str]]) -> None:
        """Let the abbreviations of groups stand for them."""
        for line, start, end, abbreviation in glossary:
            text = line.words(start, end)
            entry = self.registry.of(text) or self.registry.create(text, "Group", named=False)
            self.registry.alias(entry, abbreviation, rename=False)
            self.registry.by_key[name_key(abbreviation)] = entry.id

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
        if kind == "Group" and start > line.first and (line.low[start - 1] in COUNTING or line.pos[start - 1] == "NUM"):
            phrase = self.parsed.phrase(line.begin[start - 1], line.end[end - 1])
        entry = self.registry.of(text) or self.same_group(line, start, end, head, text)
        if entry is None:
            entry = self.registry.create(text, kind, named=False)
            self.groups.setdefault(line.low[head], []).append(entry.id)
        self.registry.mention(entry, phrase)
        if not entry.named:
            short = " ".join(self.parsed.text[line.begin[start] : line.end[head]].split())
            telling = head + 1 < end and (" " in short or singular(line.low[head]) not in SAY_LITTLE)
            if telling and short not in {entry.name, *entry.aliases}:
                entry.aliases.append(short)
                self.registry.by_key.setdefault(name_key(short), entry.id)
            self.counted(entry, line, start, text)
        return entry.id

    def counted(self, entry: Entry, line: Line, start: int, text: str) -> None:
        """Let a group also be called as its quantifier or possessor has it: *all States*, *her two sisters*."""
        k = start - 1
        while k > line.first and line.pos[k] == "NUM":
            k -= 1
        if (
            k >= line.first
            and line.tag[k] == "PRP$"
            and (form := f"{line.words(k, start)} {text}") not in entry.aliases
        ):
            entry.aliases.append(form)
        before = start - 1 - (line.low[start - 1 : start] == ["the"])
        if before >= line.first and line.low[before] in QUANTIFIERS and entry.type == "Group":
            form = f"{line.low[before]} {text}"
            if form not in entry.aliases:
                entry.aliases.append(form)

    def same_group(self, line: Line, start: int, end: int, head: int, text: str) -> Entry | None:
        """The group that a shorter description takes up: *political prisoners … the prisoners*."""
        before = line.low[start - 1] if start > line.first else ""
        ids = [i for i in self.groups.get(line.low[head], []) if i in self.entries]
        bare = start == head and len(ids) == 1
        if before not in TAKING_UP and not bare:
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
