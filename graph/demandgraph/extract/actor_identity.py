"""Decides which names of a document are one actor, and what kind of actor it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from demandgraph.authority import Authority
from demandgraph.authority import Entry as Known
from demandgraph.authority import key as authority_key
from demandgraph.extract.actor_names import name_key
from demandgraph.extract.actor_registry import Entry, Registry, same_form
from demandgraph.extract.actor_words import ROLES
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_lexicon import BODY_HEADS, OPENING_BODIES
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_shapes import INITIAL, JOINING, Name, initials_of
from demandgraph.extract.name_words import singular

TYPES = {"Person", "Country", "Institution", "Organization", "Group"}
NOT_ACTORS = frozenset(
    "EVENT LAW WORK_OF_ART DATE TIME LANGUAGE PRODUCT CARDINAL ORDINAL MONEY PERCENT QUANTITY".split()
)
STATE_DEEDS = frozenset(
    """aggression annexation arrest assault attack campaign claim crackdown decision deportation detention disinformation
    embassy ambassador imprisonment interference invasion jailing occupation offensive oppression persecution policy
    propaganda repression sanction threat veto violation war""".split()
)
"""What a seat of power does as its state: *the Kremlin's **war***, but not *Moscow's streets*."""
ASKED = frozenset("urge ask call press condemn accuse blame demand request warn tell".split())
ETHNIC = ("ian", "ean", "yan", "ese", "ish")
"""How words end that only tell a people or region: *Vellanian*."""
SCENES = {"GPE", "LOC", "FAC"}


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
    if all(n.line.tag[n.end - 1] == "VBZ" and n.line.pos[n.end - 1] == "VERB" for n in names) and not text.isupper():
        return "none"  # *Norland **Remembers***: a motto
    title = sum(n.title for n in names)
    person = 2 * min(votes["PERSON"], 4) + 4 * title - 3 * min(votes["the"], 2)
    person += (
        4 * min(votes["given"], 2)
        + (2 if votes["ORG"] or len(parts) < 2 else 4) * min(votes["role"], 2)
        + 4 * min(votes["led"], 1)
    )
    person += 4 * min(votes["undergoes"], 1)
    if len(parts) == 1 and votes["mod"] == len(names) and not votes["led"]:
        person -= 2
    if name_key(parts[-1]) in surnames and not votes["the"]:
        person += 4
    body = (
        2 * min(votes["ORG"], 4)
        - 2 * (votes["mod"] == len(names))
        + 2 * min(votes["the"], 2)
        + 4 * any(n.abbreviation for n in names)
        + 4 * min(votes["corporate"], 2)
        + 2 * min(votes["acts"], 2)
    )
    if INITIAL.fullmatch(text):
        person += 6
    if person > 0 and len(parts) > 1 and parts[0].lower() in OPENING_BODIES and not title:
        person, body = 0, max(body, person + 1)
    if votes["corporate"] and not title:
        person -= 4
    if text.isupper():
        body += 2 * min(votes["deed"], 1)
    group = 2 * votes["NORP"] + 6 * min(votes["people"], 1)
    if len(parts) == 1 and not title and any(n.line.tag[n.end - 1] == "NNPS" for n in names) and text.endswith("s"):
        person, group = 0, max(group, person if votes["NORP"] else 0)  # *the Socialists*: many, no family name
    scene = 2 * min(sum(votes[x] for x in SCENES), 4) + 2 * min(votes["in"], 3)
    other = 2 * min(sum(votes[x] for x in NOT_ACTORS), 4)
    if len(parts) == 1 and text.endswith(ETHNIC) and votes["mod"] + votes["deed"] == len(names) and not title:
        return "none"  # *Vellanian fighters*: whose they are by descent
    if text.isupper() and 2 <= len(text) <= 8 and len(parts) == 1:
        body += 2 if votes["ORG"] or votes["the"] else 1
        person -= 3
    if votes["state"] and not title and not votes["given"] and 4 * min(votes["state"], 2) > person - 4:
        return "Country"
    best = max(person, body, group, scene, other)
    if best <= 0:
        return "none"
    if best == person:
        return "Person"
    if best == body:
        return "Organization"
    if best == group:
        return "Group" if parts[-1].endswith("s") or votes["people"] else "none"
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
    surnames = {
        key.split()[-1] for key, same in forms.items() if key and any(n.title or n.votes.get("led") for n in same)
    }
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
    alike = same_form(registry, key)
    if alike is not None:
        registry.alias(alike, text)
        return alike
    if text.isupper() and len(parts) == 1 and 2 <= len(text) <= 8:
        stands = [
            e
            for e in registry.entries.values()
            if e.type in {"Institution", "Organization"} and text in initials_of(e.name)
        ]
        if len(stands) == 1:
            registry.alias(stands[0], text)
            return stands[0]
    if kind in {"Institution", "Organization"} and len(parts) > 1:
        longer = [
            e
            for e in (
                registry.entries[i] for i in registry.by_edge.get(parts[0], []) + registry.by_edge.get(parts[-1], [])
            )
            if e.type in {"Institution", "Organization"} and short_of(parts, name_key(e.name).split())
        ]
        longer = [e for e in longer if expands(parts, name_key(e.name).split(), authority)]
        longer = list({e.id: e for e in longer}.values())
        if len(longer) == 1 and not any(n.abbreviation for n in same):
            registry.alias(longer[0], text)
            return longer[0]
    clean = re.sub(r"\s*\([^)]*\)", "", text).strip()
    if clean.isupper() and " " in clean:
        clean = proper(clean)
    if (
        len(parts) == 1
        and all(n.kind == "?" for n in same)
        and not text.isupper()
        and (someone := registry.person(text))
    ):
        registry.alias(someone, text)
        return someone
    entry = registry.create(clean or text, kind)
    registry.alias(entry, text)
    if text[0].isupper() and len(parts) > 2 and text.split()[-1].islower() and singular(parts[-1]) in BODY_HEADS:
        registry.alias(entry, text.rsplit(" ", 1)[0], rename=False)  # *the Free Coast party*: *Free Coast*
    entry.weak = all(n.kind == "?" for n in same) and not any(
        n.votes.get("called") or (n.abbreviation and n.votes.get("ORG")) for n in same
    )
    return entry


def proper(text: str) -> str:
    """A name in capitals as it is written elsewhere."""
    parts = text.split()
    return " ".join(w.lower() if w.lower() in JOINING or w in {"THE", "AND"} else w.capitalize() for w in parts)


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
        return word in {"by", "upon", "against"} or (
            word == "on" and above in {"call", "urge", "prevail", "press", "pressure", "sanction"}
        )
    if line.dep[i] == "dobj":
        return line.lemma[line.head[i]] in ASKED
    return line.dep[i] == "poss" and singular(line.low[line.head[i]]) in STATE_DEEDS
