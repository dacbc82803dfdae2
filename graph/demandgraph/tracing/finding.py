"""Finds the demand that somebody means: by its IRI, by its id, or by words of it."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode

from demandgraph.errors import QueryError
from demandgraph.rdf import RDF, SKOS
from demandgraph.records import pairs
from demandgraph.store import Store
from demandgraph.tracing.history import shortened
from demandgraph.tracing.telling import Reader
from demandgraph.vocab import DG

ENOUGH = 0.5
"""Share of the words asked for, rare ones counting more, that a demand must have at least."""
WORD = re.compile(r"[^\W_]+")
ROOT = 4
"""Letters that two forms of one word must have in common at least, and all but as many as ``ENDING`` of the longer."""
ENDING = 3
IDLE = frozenset(
    "a an and are as at be by do for from in into is it its of on or s that the their this to was who with".split()
)
"""Words that say nothing about a demand."""


@dataclass(frozen=True, slots=True)
class Match:
    """A demand that words may mean: its IRI, label and id, how well it fits (0..1), and how many documents state it."""

    iri: str
    id: str
    label: str
    score: float
    documents: int


@dataclass(frozen=True, slots=True)
class Wordings:
    """All demands as they can be looked for: what each shared demand, or single demand that is not shared, says.

    ``labels`` has what each is called, ``members`` its demands, ``actions`` what each of these asks for.
    """

    labels: Mapping[str, str]
    members: Mapping[str, Sequence[str]]
    actions: Mapping[str, str]


def wordings(store: Store) -> Wordings:
    """Read the wordings of all demands."""
    actions = dict(sorted(values(store, DG.action)))
    shared = dict(sorted(values(store, DG.expresses)))
    members: dict[str, list[str]] = defaultdict(list)
    for demand in actions:
        members[shared.get(demand, demand)].append(demand)
    names = {iri: name for iri in members if iri not in actions and (name := label_of(store, iri))}
    return Wordings({iri: names.get(iri, actions[m[0]]) for iri, m in members.items()}, members, actions)


def values(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    """All that has a property, with its values, straight from the store: a query takes many times as long."""
    for quad in store.raw.quads_for_pattern(None, NamedNode(predicate), None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject.value, quad.object.value


def label_of(store: Store, iri: str) -> str | None:
    """What a shared demand is called."""
    found = store.raw.quads_for_pattern(NamedNode(iri), NamedNode(SKOS + "prefLabel"), None, DefaultGraph())
    return min((q.object.value for q in found if isinstance(q.object, Literal)), default=None)


def matches(store: Store, words: str) -> list[Match]:
    """The demands that an IRI, an id or words may mean, the best first.

    Sentences around the actions are looked through only if no action has enough of the words.

    Raises
    ------
    QueryError
        If there is none.
    """
    if named := by_name(store, words.strip().removeprefix("<").removesuffix(">")):
        return [named]
    known = wordings(store)
    if not (found := by_words(known, known.actions.items(), words)):
        quotes = pairs(store, "?s a dg:Demand ; dg:evidence/nif:anchorOf ?o")
        found = by_words(known, ((demand, text) for demand, texts in quotes.items() for text in texts), words)
    if not found:
        what = shortened(words, 60)
        raise QueryError(f"no demand is called or says {what!r}; demandgraph ask DIR shared-demands lists some")
    return found


def by_name(store: Store, name: str) -> Match | None:
    """The demand of an IRI or an id, if there is one; for a demand that is shared, the shared one."""
    reader = Reader(store)
    for iri in (name, *(f"{store.base}{part}{name}" for part in ("", "shared/", "demand/"))):
        try:
            types = reader.values(iri, RDF + "type")
        except ValueError:  # words are no IRI
            continue
        if DG.Demand in types:
            iri = next(iter(reader.values(iri, DG.expresses)), iri)
        elif DG.SharedDemand not in types:
            continue
        members = reader.subjects(DG.expresses, iri) or [iri]
        label = reader.label(iri) or reader.value(members[0], DG.action) or ""
        return Match(iri, id_of(iri), label, 1.0, documents(members))
    return None


def id_of(iri: str) -> str:
    """The last segment of an IRI, by which a demand can be named: ``appeal.d1``, ``stronger-sanctions``."""
    return iri.rsplit("/", 1)[-1]


def documents(members: Iterable[str]) -> int:
    """In how many documents demands stand; the id of a demand begins with its document's name."""
    return len({id_of(demand).split(".", 1)[0] for demand in members})


def by_words(known: Wordings, texts: Iterable[tuple[str, str]], words: str) -> list[Match]:
    """The demands that have enough of some words, the best first, then those of most documents.

    ``texts`` are what demands say, each with the IRI of its demand.
    """
    of = {demand: iri for iri, members in known.members.items() for demand in members}
    alternatives: dict[str, set[frozenset[str]]] = defaultdict(set)
    for iri, name in known.labels.items():
        alternatives[iri].add(frozenset(words_of(name)))
    for demand, text in texts:
        if demand in of:
            alternatives[of[demand]].add(frozenset(words_of(text)))
    counts = Counter(word for have in alternatives.values() for word in set().union(*have))
    forms = {word: {form for form in counts if alike(word, form)} for word in dict.fromkeys(words_of(words))}
    worth = {w: math.log(1 + len(alternatives) / (1 + sum(counts[f] for f in forms[w]))) for w in forms}
    total = sum(worth.values())
    found = []
    for iri, several in alternatives.items():
        share, close = max((fit(have, forms, worth), closeness(have, forms)) for have in several)
        if total and share / total >= ENOUGH:
            score, members = round(share / total, 2), documents(known.members[iri])
            found.append((-score, -members, -close, Match(iri, id_of(iri), known.labels[iri], score, members)))
    return [match for *_, match in sorted(found, key=lambda f: (*f[:3], f[3].iri))]


def fit(have: frozenset[str], forms: Mapping[str, set[str]], worth: Mapping[str, float]) -> float:
    """What the words sought are worth that a text has."""
    return sum(value for word, value in worth.items() if not forms[word].isdisjoint(have))


def closeness(have: frozenset[str], forms: Mapping[str, set[str]]) -> float:
    """Share of a text's words that are sought: of two texts that have the same words, the shorter one fits better."""
    return len(have & set().union(*forms.values())) / max(1, len(have))


def words_of(text: str) -> list[str]:
    """The words of a text that say something, in small letters without accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return [word for word in WORD.findall(text.lower()) if word not in IDLE]


def alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, as far as their beginnings tell.

    >>> alike("release", "releasing"), alike("sanction", "sanctions"), alike("prison", "president")
    (True, True, False)
    """
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or (common >= ROOT and common + ENDING >= max(len(one), len(other)))
