"""Decides which actors of different documents are one, and what each is called.

Merging is conservative: better two nodes for one actor than one node for two. In the order of their force, the grounds
are: the same identity in an authority; the same name where the name tells who is meant; the same name in documents
about the same country where it does not (*Supreme Court*, *protesters*, a family name); an abbreviation that one
document introduces and another uses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from demandgraph.across import Doubt, Identity, LocalId
from demandgraph.corrections.links import Links
from demandgraph.iris import actor_iri, distinct, slug
from demandgraph.model import ACTOR_TYPES, Actor, Document, Findings
from demandgraph.resolve.alike import Link, Named, links_of
from demandgraph.resolve.known import Known, family
from demandgraph.resolve.naming import OFFICE_WORDS, introduces, is_abbreviation, name_key, tells_who
from demandgraph.resolve.partition import BoundPartition, Partition
from demandgraph.resolve.scenes import country_forms, places_in, scene, scenes

NOTHING = Links()
TWO_CLASSES = 0.6
"""How certain it is that one name under two classes is one actor: often one of the classes was misread."""
RULED = frozenset(("government", "authorities", "state", "federal-government", "central-government"))
"""Names of a state that only its document tells."""

BEFORE = 24
"""Characters before a name in which an office may stand."""
HEADS = re.compile(r"\b(President|Prime Minister|Chancellor|Premier|Pope)(?: [A-Z][\w.’'-]*){1,4}$")


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor of one document.

    ``key`` is what all spellings of its name share, ``scenes`` the countries that the document is about, ``context`` what
    the name needs beside it to tell who is meant, if anything, ``label`` and ``identities`` what an authority calls it and knows it by.
    """

    id: LocalId
    actor: Actor
    document: Document
    key: str
    context: str
    scenes: frozenset[str]
    label: str
    identities: tuple[str, ...]


def appearances(findings: Findings, document_name: str, known: Known) -> list[Appearance]:
    """The actors of a document, each with what else is needed to tell who it is."""
    document, about, about_all = findings.document, scene(findings, known), scenes(findings, known)
    forms = country_forms(findings, known)
    by_id = {a.id: a for a in findings.actors}
    found = []
    for actor in findings.actors:
        identities, context = tuple(known.identities(actor)), ""
        key = name_key(actor.name, actor.type)
        if not identities and family(actor.type) == "body":
            key, context = office(actor.name, key, forms)
        if not identities and actor.type == "Country" and key in RULED:
            key = about or key
        if not identities and not context and not tells_who(actor, document.text):
            parent = by_id.get(actor.part_of or "")
            context = (name_key(known.label(parent), parent.type) if parent else about) or document_name
        found.append(
            Appearance(
                (document.sha256, actor.id),
                actor,
                document,
                key,
                context,
                about_all | heads(actor, document.text),
                known.label(actor),
                identities,
            )
        )
    return found


def heads(actor: Actor, text: str) -> frozenset[str]:
    """The offices of a state's head before a person's name, which tell as much as the country that a text is about.

    Only one is *President Maron* wherever it stands, if only one full name has this family name.
    """
    if actor.type != "Person":
        return frozenset()
    last = actor.name.split()[-1:]
    told = (text[max(0, m.begin - BEFORE) : m.end].split() for m in actor.mentions)
    found = (HEADS.search(" ".join(words)) for words in told if words[-1:] == last)
    return frozenset(f"{m[1].lower()} {last[0].casefold()}" for m in found if m)


def office(name: str, key: str, forms: Mapping[str, str]) -> tuple[str, str]:
    """The key of an office without its country, and the country: *Varanian Ministry of Defence*, *Varania's parliament*.

    Names that mean something without the country (*Varanian Helsinki Circle*) are kept whole, with an empty country.
    """
    places = list(places_in(name, forms))
    if len(places) != 1:
        return key, ""
    begin, end, country = places[0]
    rest = name_key(re.sub(r"^['’]s?", "", name[end:]) if begin == 0 else name[:begin] + name[end:], "Institution")
    words = [w for w in rest.split("-") if w]
    while words and words[-1] in ("of", "the", "in", "for"):
        words.pop()
    return ("-".join(words), country) if words and set(words) <= OFFICE_WORDS else (key, "")


def merge_actors(
    findings: Sequence[Findings],
    base: str,
    document_names: Mapping[str, str],
    known: Known,
    decided: Links = NOTHING,
) -> tuple[dict[LocalId, Identity], tuple[Doubt, ...]]:
    """Who each actor of each document is across all of them, and which actors may be one beside.

    Parameters
    ----------
    findings : of all documents, grounded; their order does not matter
    base : base IRI of resources
    document_names : readable name of each document, by ``sha256``
    known : the authority's actors, which it gives their labels
    decided : which actors people say are one, and which are not; this goes before everything else
    """
    seen = [a for f in findings for a in appearances(f, document_names[f.document.sha256], known)]
    groups = BoundPartition((a.id for a in seen), decided.same, decided.apart)
    by_identity: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
    by_name: dict[tuple[str, str, str], list[Appearance]] = defaultdict(list)
    for a in seen:
        by_name[a.actor.type, a.key, a.context].append(a)
        for identity in a.identities:
            by_identity[identity, family(a.actor.type)].append(a)
    for alike in by_identity.values():
        join_all(groups, alike)
    for alike in by_name.values():
        certain = {groups.find(a.id) for a in alike if a.identities}
        # Where an authority tells two apart, the name alone does not say which of them is meant.
        join_all(groups, alike if len(certain) < 2 else [a for a in alike if not a.identities])
    join_abbreviations(groups, seen)
    by_id = {a.id: a for a in seen}
    unsure = [(link, a, b) for link, a, b in join_alike(groups, by_id) if groups.may_join(a, b)]
    unsure += [(link, a, b) for link, a, b in of_two_classes(seen) if groups.may_join(a, b)]
    found = name_groups([[by_id[i] for i in group] for group in groups.groups()], base)
    return found, doubts(unsure, found)


def join_alike(groups: Partition[LocalId], by_id: Mapping[LocalId, Appearance]) -> list[tuple[Link, LocalId, LocalId]]:
    """Join groups whose names are spellings of one; what is not certain is given back, with a member of each group."""
    members = [[by_id[i] for i in group] for group in groups.groups()]
    named = [named_group(n, group) for n, group in enumerate(members)]
    sure, unsure = links_of(named)
    known = {groups.find(group[0].id): set(n.identities) for group, n in zip(members, named, strict=True)}
    for link in sure:
        one, other = (groups.find(members[n][0].id) for n in (link.one, link.other))
        if one != other and not (known[one] and known[other] and known[one].isdisjoint(known[other])):
            groups.join(one, other)
            known[groups.find(one)] = known[one] | known[other]
    return [(link, members[link.one][0].id, members[link.other][0].id) for link in unsure]


def of_two_classes(seen: Iterable[Appearance]) -> Iterator[tuple[Link, LocalId, LocalId]]:
    """Actors of one name but of classes that exclude each other: they stay apart, and a person may say otherwise."""
    by_key: dict[str, dict[str, Appearance]] = defaultdict(dict)
    for a in seen:
        if a.actor.type != "Group" and not a.context:
            first = by_key[a.key].setdefault(a.actor.type, a)
            by_key[a.key][a.actor.type] = min(first, a, key=lambda x: x.id)
    for alike in by_key.values():
        for one, other in combinations(sorted(alike), 2):
            why = f"the same name, once read as {one.lower()}, once as {other.lower()}"
            yield Link(TWO_CLASSES, why, 0, 0), alike[one].id, alike[other].id


def named_group(number: int, group: Sequence[Appearance]) -> Named:
    """A group of appearances as far as it matters for comparing names."""
    return Named(
        number,
        min(group, key=lambda a: a.id).actor.type,
        tuple(sorted({a.actor.name for a in group})),
        frozenset(s for a in group for s in a.scenes),
        min((a.context for a in group), default="") if all(a.context for a in group) else "",
        frozenset(a.document.sha256 for a in group),
        frozenset(i for a in group for i in a.identities),
    )


def doubts(unsure: Iterable[tuple[Link, LocalId, LocalId]], found: Mapping[LocalId, Identity]) -> tuple[Doubt, ...]:
    """What may be one actor and is not joined, once for each pair, the most doubtful first."""
    told: dict[tuple[str, str], Doubt] = {}
    for link, a, b in unsure:
        one, other = sorted((found[a], found[b]), key=lambda i: i.iri)
        if one.iri != other.iri:
            doubt = Doubt("actor", one.iri, other.iri, (one.label, other.label), link.score, link.why)
            told.setdefault((one.iri, other.iri), doubt)
    return tuple(sorted(told.values(), key=lambda d: (-d.score, d.one, d.other)))


def join_all(groups: Partition[LocalId], alike: Sequence[Appearance]) -> None:
    """Put appearances into one group."""
    groups.join_all([a.id for a in alike])


def join_abbreviations(groups: Partition[LocalId], seen: Sequence[Appearance]) -> None:
    """Join actors known by an abbreviation only to the one actor for which some document introduces it."""
    introduced: dict[str, list[Appearance]] = defaultdict(list)
    for a in seen:
        for form in (a.actor.name, *a.actor.aliases):
            if is_abbreviation(form) and introduces(a.document.text, a.actor, form):
                introduced[form].append(a)
    for a in seen:
        if a.identities or not is_abbreviation(a.actor.name):
            continue
        fit = [b for b in introduced.get(a.actor.name, ()) if family(b.actor.type) == family(a.actor.type)]
        # Documents about other countries mostly mean other bodies by the same letters.
        near = any(a.scenes & b.scenes or not (a.scenes and b.scenes) for b in fit)
        if near and len({groups.find(b.id) for b in fit}) == 1:
            groups.join(a.id, fit[0].id)


def name_groups(groups: Iterable[Sequence[Appearance]], base: str) -> dict[LocalId, Identity]:
    """Give each group of appearances its label, class and IRI."""
    wanted: dict[str, dict[int, str]] = defaultdict(dict)
    described: list[tuple[Sequence[Appearance], str, str]] = []
    for number, group in enumerate(groups):
        label = label_of(group)
        counts = Counter(a.actor.type for a in group)
        type_ = min(counts, key=lambda t: (-counts[t], ACTOR_TYPES.index(t)))
        context = min((a.context for a in group), default="") if all(a.context for a in group) else ""
        told = not context or f"-{context}-" in f"-{slug(label, 100)}-"
        wanted[type_][number] = slug(label if told else f"{label} {context}", 100)
        described.append((group, label, type_))
    found: dict[LocalId, Identity] = {}
    for type_, names in wanted.items():
        given = distinct(names, lambda n: " ".join(sorted("/".join(a.id) for a in described[n][0])))
        for number, name in given.items():
            group, label, _ = described[number]
            identity = Identity(actor_iri(base, type_, name), label, type_)
            found.update((a.id, identity) for a in group)
    return found


def label_of(group: Sequence[Appearance]) -> str:
    """What an actor goes by: its name in the authority, else the name in most documents, rather long than short."""
    known = sorted(a.label for a in group if a.identities)
    if known:
        return known[0]
    documents: dict[str, set[str]] = defaultdict(set)
    for a in group:
        documents[a.actor.name].add(a.document.sha256)
    return min(documents, key=lambda n: (is_abbreviation(n), -len(documents[n]), -len(n), n))
