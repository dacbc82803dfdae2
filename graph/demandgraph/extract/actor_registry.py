"""Decides which names of a document are one actor, and what kind of actor it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from demandgraph.authority import Authority
from demandgraph.authority import Entry as Known
from demandgraph.authority import key as authority_key
from demandgraph.extract.name_lexicon import BODY_HEADS, NICKNAMES, REGIME_NOUNS, SUFFIXES, singular
from demandgraph.extract.names import JOINING, Name, initials_of
from demandgraph.model import Phrase

TYPES = {"Person", "Country", "Institution", "Organization", "Group"}
NOT_ACTORS = {"EVENT", "LAW", "WORK_OF_ART", "DATE", "TIME", "LANGUAGE", "PRODUCT", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
SCENES = {"GPE", "LOC", "FAC"}


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


def name_key(text: str) -> str:
    """A name for comparison: lower case, no article, possessive or punctuation."""
    low = re.sub(r"['’]s?(?=\W|$)", "", text.lower())
    parts = re.findall(r"[^\W_]+", low)
    if len(parts) > 1 and parts[0] in {"the", "a", "an", "his", "her", "its", "their", "our"}:
        parts = parts[1:]
    return " ".join(parts)


def slug(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-") or "actor"


class Registry:
    """The actors of a document by every form of their names."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.by_key: dict[str, str] = {}
        self.by_iri: dict[str, str] = {}
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
        if kind == "Person" and key:
            self.by_surname[person_parts(key)[-1]].append(ident)
        return entry

    def alias(self, entry: Entry, form: str, rename: bool = True) -> None:
        """Let a form name an actor; the fullest form becomes the name."""
        if form == entry.name or form in entry.aliases:
            return
        if entry.known is not None and name_key(form) == name_key(entry.known.name):
            entry.aliases.append(entry.name)
            entry.name = form
        elif entry.known is not None and name_key(entry.name) == name_key(entry.known.name):
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
        for entry in self.entries.values():
            if entry.type == "Person" and name_key(entry.name).replace(" ", "") == key:
                return entry
        for surname, ids in self.by_surname.items():
            if variant(surname, key):
                return self.entries[ids[0]]
        for entry in self.entries.values():  # a name whose family name comes first
            if entry.type == "Person" and name_key(entry.name).split()[0] == key and len(entry.name.split()) > 1:
                return entry
        return None


def fuller(form: str, name: str, kind: str) -> bool:
    """Whether a form is a fuller name than another: full words beat an abbreviation, more words beat fewer."""
    if name_key(form) == name_key(name):
        return name.isupper() and not form.isupper() and len(name) > 5
    if form.isupper() != name.isupper() and len(min(form, name, key=len).split()) == 1:
        return name.isupper()
    if kind == "Person":
        return len(form.split()) > len(name.split())
    return len(form) > len(name) and not form.isupper() and len(form.split()) > len(name.split())


def person_parts(key: str) -> list[str]:
    """The given and family names in a person's name, without *Jr* and decorations."""
    parts = key.split()
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return parts


def same_person(a: list[str], b: list[str]) -> bool:
    """Whether two names with one family name can be one person's: one is the end of the other, or the given names agree."""
    return a == b[-len(a) :] or b == a[-len(b) :] or compatible(a, b)


def compatible(a: list[str], b: list[str]) -> bool:
    """Whether two names of persons with one surname can be one person's: no two given names that differ."""
    if len(a) < 2 or len(b) < 2:
        return True
    x, y = NICKNAMES.get(a[0], a[0]), NICKNAMES.get(b[0], b[0])
    if min(len(x), len(y)) >= 4 and x[0] == y[0] and distance(x, y, 1) <= 1:
        return True
    return x == y or (len(x) == 1 and y.startswith(x)) or (len(y) == 1 and x.startswith(y)) or variant(x, y)


def variant(a: str, b: str) -> bool:
    """Whether two long words are spellings of one name: one or two letters apart, same beginning."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 6 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    return distance(a, b, 2) <= (1 if shorter < 9 else 2)


def distance(a: str, b: str, most: int) -> int:
    """Edit distance, at least ``most + 1`` if it is above ``most``."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > most:
            return most + 1
    return row[-1]


def head_words(name: str) -> list[str]:
    """The words of a name before its first small word."""
    parts = name_key(name).split()
    for i, word in enumerate(parts):
        if word in JOINING and i:
            return parts[:i]
    return parts


def short_of(short: list[str], long: list[str]) -> bool:
    """Whether a name of several words is another one's short form: its end, or all before a small word."""
    if len(short) >= len(long) or len(short) < 2:
        return False
    if long[-len(short) :] == short and not any(w in JOINING for w in long[: -len(short)]):
        return singular(short[-1]) in BODY_HEADS or any(singular(w) in BODY_HEADS for w in short)
    if long[: len(short)] == short and long[len(short)] in JOINING | {"in": None, "of": None}:
        return any(singular(w) in BODY_HEADS for w in short)
    return False


def decide(names: list[Name], trust_places: bool, surnames: set[str]) -> str:
    """The kind of a form from all places where it stands: what the recogniser, its neighbours and its shape say."""
    votes: Counter[str] = Counter()
    for name in names:
        votes.update(name.votes)
    text = names[0].text
    parts = text.split() or [text]
    title = sum(n.title for n in names)
    person = 2 * min(votes["PERSON"], 4) + 4 * title - 3 * min(votes["the"], 2)
    person += 4 * min(votes["given"], 2) + 2 * min(votes["role"], 2) + 4 * min(votes["led"], 1)
    if len(parts) == 1 and votes["mod"] == len(names) and not votes["led"]:
        person -= 2
    if name_key(parts[-1]) in surnames and not votes["the"]:
        person += 4
    body = 2 * min(votes["ORG"], 4) - 2 * (votes["mod"] == len(names)) + 2 * min(votes["the"], 2) + 4 * any(n.abbreviation for n in names)
    group = 2 * votes["NORP"]
    scene = 2 * sum(votes[x] for x in SCENES) + 2 * min(votes["in"], 3)
    other = 2 * sum(votes[x] for x in NOT_ACTORS)
    if text.isupper() and 2 <= len(text) <= 8 and len(parts) == 1:
        body += 2 if votes["ORG"] or votes["the"] else 1
        person -= 3
    best = max(person, body, group, scene, other)
    if best <= 0:
        return "none"
    if best == person:
        return "Person"
    if best == body:
        return "Organization"
    if best == group:
        return "Group" if parts[-1].endswith("s") else "none"
    if best == scene and trust_places:
        return "Country" if votes["GPE"] else "none"
    return "none"


def register(names: Iterable[Name], authority: Authority) -> tuple[Registry, dict[int, Entry]]:
    """Make the actors of all names, full forms first; the second value leads from ``id(name)`` to its actor."""
    registry = Registry()
    forms: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.kind in {"Adjective", "Metonym", "State"}:
            continue
        forms[name_key(name.text)].append(name)
    of: dict[int, Entry] = {}
    kinds: dict[str, str] = {}
    surnames = {key.split()[-1] for key, same in forms.items() if key and any(n.title or n.votes.get("led") for n in same)}
    for key, same in sorted(forms.items(), key=lambda f: -len(f[0].split())):
        known = Counter(n.kind for n in same if n.kind != "?")
        kinds[key] = known.most_common(1)[0][0] if known else decide(same, not authority.entries, surnames)
        if kinds[key] == "Person" and len(key.split()) > 1:
            surnames.add(key.split()[-1])
    full = sorted(forms, key=lambda k: (-len(k.split()), -len(k), forms[k][0].line.block, k))
    for key in full:  # what an authority knows keeps its identity
        same = forms[key]
        entry_known = next((n.entry for n in same if n.entry is not None and n.kind != "Inhabitants"), None)
        if entry_known is None or not key:
            continue
        preferred = forms.get(name_key(entry_known.name), same)
        entry = registry.create(preferred[0].text, entry_known.type, known=entry_known)
        registry.alias(entry, same[0].text)
        for n in same:
            of[id(n)] = entry
            abbreviate(registry, entry, n)
    defined = {name_key(n.abbreviation) for same in forms.values() for n in same if n.abbreviation}
    for key in full:
        same = forms[key]
        if id(same[0]) in of or key in defined or not all(n.text[0].isupper() for n in same):
            continue
        local = local_entry(registry, authority, same[0].text)
        if local is not None:
            entry = registry.create(same[0].text, local.type, known=local)
            for n in same:
                of[id(n)] = entry
                abbreviate(registry, entry, n)
    for key in full:
        same, kind = forms[key], kinds[key]
        if not key or kind not in TYPES | {"Inhabitants"} or id(same[0]) in of:
            continue
        entry = find_or_create(registry, key, same, kind, authority)
        for n in same:
            of[id(n)] = entry
            abbreviate(registry, entry, n)
    return registry, of


def local_entry(registry: Registry, authority: Authority, form: str) -> Known | None:
    """The body that a form names only in its own or its parent's documents, if this is such a document."""
    entries = authority.by_local.get(authority_key(form), ())
    own = [e for e in entries if e.iri in registry.by_iri]
    if own:
        return own[0]
    for entry in entries:
        if any(p.iri in registry.by_iri for p in authority.parents(entry)):
            return entry
    return None


def abbreviate(registry: Registry, entry: Entry, name: Name) -> None:
    if not name.abbreviation:
        return
    other = registry.of(name.abbreviation)
    registry.alias(entry, name.abbreviation)
    if other is None or other is entry:
        registry.by_key[name_key(name.abbreviation)] = entry.id


def expands(short: list[str], long: list[str], authority: Authority) -> bool:
    """Whether what a long name has before its short form only says whose it is: a state, its adjective, a known body."""
    if long[: len(short)] == short:
        return True
    before = " ".join(long[: -len(short)])
    return before in authority.by_adjective or before in authority.by_name or not authority.entries


def find_or_create(registry: Registry, key: str, same: list[Name], kind: str, authority: Authority) -> Entry:
    text = same[0].text.removeprefix("The ").removeprefix("the ")
    if kind == "Inhabitants":
        return registry.create(text, "Group")
    if kind == "Person":
        entry = registry.person(text)
        if entry is not None:
            registry.alias(entry, text)
            return entry
        entry = registry.create(text, "Person")
        entry.weak = len(key.split()) == 1 and not any(n.title or n.votes.get("led") for n in same)
        return entry
    if key in registry.by_key:
        return registry.entries[registry.by_key[key]]
    parts = key.split()
    if text.isupper() and len(parts) == 1 and 2 <= len(text) <= 8:
        stands = [e for e in registry.entries.values() if e.type in {"Institution", "Organization"} and text in initials_of(e.name)]
        if len(stands) == 1:
            registry.alias(stands[0], text)
            return stands[0]
    if kind in {"Institution", "Organization"} and len(parts) > 1:
        longer = [
            e for e in registry.entries.values()
            if e.type in {"Institution", "Organization"} and short_of(parts, name_key(e.name).split())
        ]
        longer = [e for e in longer if expands(parts, name_key(e.name).split(), authority)]
        if len(longer) == 1 and not any(n.abbreviation for n in same):
            registry.alias(longer[0], text)
            return longer[0]
    clean = re.sub(r"\s*\([^)]*\)", "", text).strip()
    if clean.isupper() and " " in clean:
        clean = proper(clean)
    if len(parts) == 1 and all(n.kind == "?" for n in same) and not text.isupper() and (someone := registry.person(text)):
        registry.alias(someone, text)
        return someone
    entry = registry.create(clean or text, kind)
    registry.alias(entry, text)
    entry.weak = all(n.kind == "?" for n in same) and not any(n.abbreviation and n.votes.get("ORG") for n in same)
    return entry


def proper(text: str) -> str:
    """A name in capitals as it is written elsewhere."""
    parts = text.split()
    return " ".join(w.lower() if w.lower() in JOINING or w in {"THE", "AND"} else w.capitalize() for w in parts)


def is_regime(word: str) -> bool:
    return singular(word) in REGIME_NOUNS
