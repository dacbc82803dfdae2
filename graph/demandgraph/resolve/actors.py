"""Decides which actors of different documents are one, and what each is called.

Merging is conservative: better two nodes for one actor than one node for two. In the order of their force, the grounds
are: the same identity in an authority; the same name where the name tells who is meant; the same name in documents
about the same country where it does not (*Supreme Court*, *protesters*, a family name); an abbreviation that one
document introduces and another uses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from demandgraph.across import Identity, LocalId
from demandgraph.iris import actor_iri, distinct, slug
from demandgraph.model import ACTOR_TYPES, Actor, Document, Findings
from demandgraph.resolve.known import Known, family
from demandgraph.resolve.naming import introduces, is_abbreviation, name_key, tells_who
from demandgraph.resolve.partition import Partition
from demandgraph.resolve.scenes import scene


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor of one document.

    ``key`` is what all spellings of its name share, ``context`` what the name needs beside it to tell who is meant, if
    anything, ``label`` and ``identities`` what an authority calls it and knows it by.
    """

    id: LocalId
    actor: Actor
    document: Document
    key: str
    context: str
    label: str
    identities: tuple[str, ...]


def appearances(findings: Findings, document_name: str, known: Known) -> list[Appearance]:
    """The actors of a document, each with what else is needed to tell who it is."""
    document, about = findings.document, scene(findings, known)
    by_id = {a.id: a for a in findings.actors}
    found = []
    for actor in findings.actors:
        identities, context = tuple(known.identities(actor)), ""
        if not identities and not tells_who(actor, document.text):
            parent = by_id.get(actor.part_of or "")
            context = (name_key(known.label(parent), parent.type) if parent else about) or document_name
        key = name_key(actor.name, actor.type)
        found.append(
            Appearance((document.sha256, actor.id), actor, document, key, context, known.label(actor), identities)
        )
    return found


def merge_actors(
    findings: Sequence[Findings], base: str, document_names: Mapping[str, str], known: Known
) -> dict[LocalId, Identity]:
    """Who each actor of each document is across all of them.

    Parameters
    ----------
    findings : of all documents, grounded; their order does not matter
    base : base IRI of resources
    document_names : readable name of each document, by ``sha256``
    known : the authority's actors, which it gives their labels
    """
    seen = [a for f in findings for a in appearances(f, document_names[f.document.sha256], known)]
    groups = Partition(a.id for a in seen)
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
    return name_groups([[by_id[i] for i in group] for group in groups.groups()], base)


def join_all(groups: Partition[LocalId], alike: Sequence[Appearance]) -> None:
    """Put appearances into one group."""
    for other in alike[1:]:
        groups.join(alike[0].id, other.id)


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
        if len({groups.find(b.id) for b in fit}) == 1:
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
        wanted[type_][number] = slug(f"{label} {context}", 100) if context else slug(label, 100)
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
