"""Looks up what a person names: an actor by any of its names, a document, a place, a concept, a class of events.

Each function gives the term of the graph, or says in one line what there is instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Literal, NamedNode

from demandgraph.dates import is_date
from demandgraph.errors import QueryError
from demandgraph.model import EVENT_TYPES
from demandgraph.query import run
from demandgraph.store import Store
from demandgraph.vocab import FORCES, ONTOLOGY, STATUSES, TOPICS, Scheme

Term = NamedNode | Literal
NEAREST = 3
"""How many names an error offers."""
ALIKE = 60.0
"""How alike a name must be to be offered, of 100."""


def key(name: str) -> str:
    """What of a name is compared: letters and digits without case, accents and a leading article.

    >>> key("The Café  Society")
    'cafe society'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return re.sub(r"^the ", "", " ".join(re.findall(r"\w+", plain)))


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names most like a name, as the end of an error message."""
    from rapidfuzz import fuzz, process

    by_key = {key(k): k for k in sorted(set(known), reverse=True)}
    found = process.extract(key(name), list(by_key), scorer=fuzz.WRatio, limit=NEAREST, score_cutoff=ALIKE)
    best = sorted(found, key=lambda match: (-match[1], match[0]))
    return f"; did you mean {' or '.join(by_key[match[0]] for match in best)}?" if best else ""


def of_names(store: Store, sparql: str, what: str, name: str) -> NamedNode:
    """The one thing of a name, or of an IRI in full or relative to the base.

    Parameters
    ----------
    sparql : gives each thing (``?thing``) with its names (``?name``) and the rank of each (``?rank``): a thing whose
        name has a lower rank is taken before others
    what : what it is called in an error, with its article
    """
    ranked: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    things, labels = set(), []
    for row in run(store, sparql):
        things.add(row["thing"])
        labels.append(str(row["name"]))
        ranked[row["rank"]][key(str(row["name"]))].add(row["thing"])
    for iri in (name, store.base + name):
        if iri in things:
            return NamedNode(iri)
    for rank in sorted(ranked):
        found = sorted(ranked[rank].get(key(name), ()))
        if len(found) == 1:
            return NamedNode(found[0])
        if found:
            choices = " or ".join(iri.removeprefix(store.base) for iri in found)
            raise QueryError(f"{len(found)} in the graph are called {name!r}; give one of them by its IRI: {choices}")
    raise QueryError(f"the graph has no {what} called {name!r}{nearest(name, labels)}")


def actor(store: Store, name: str) -> NamedNode:
    """The actor of a name; its label counts more than its other names."""
    sparql = """SELECT ?thing ?name ?rank WHERE {
        ?thing a dg:Actor .
        { ?thing skos:prefLabel ?name BIND (1 AS ?rank) } UNION { ?thing skos:altLabel ?name BIND (2 AS ?rank) } }"""
    return of_names(store, sparql, "actor", name)


def document(store: Store, name: str) -> NamedNode:
    """The document of a file name, with or without its suffix, or of a title."""
    sparql = """SELECT ?thing ?name ?rank WHERE {
        { ?thing a dg:Document ; nfo:fileName ?name BIND (1 AS ?rank) }
        UNION { ?thing a dg:Document ; nfo:fileName ?f BIND (REPLACE(?f, "[.][^.]*$", "") AS ?name) BIND (2 AS ?rank) }
        UNION { ?thing a dg:Document ; dcterms:title ?name BIND (3 AS ?rank) } }"""
    return of_names(store, sparql, "document", name)


def place(store: Store, name: str) -> NamedNode:
    """The place of a name."""
    return of_names(
        store, "SELECT ?thing ?name (1 AS ?rank) WHERE { ?thing a dg:Place ; rdfs:label ?name }", "place", name
    )


def one_of(what: str, namespace: str, names: Iterable[str]) -> Callable[[Store, str], NamedNode]:
    """Looks a name up in a fixed list; case, blanks and hyphens do not matter."""
    known = {re.sub(r"\W", "", name).casefold(): name for name in names}

    def look_up(store: Store, name: str) -> NamedNode:
        found = known.get(re.sub(r"\W", "", name.removeprefix(namespace)).casefold())
        if found is None:
            hint = nearest(name, known.values())
            raise QueryError(f"there is no {what} {name!r}{hint or '; there are ' + ', '.join(known.values())}")
        return NamedNode(namespace + found)

    return look_up


def concept(what: str, scheme: Scheme) -> Callable[[Store, str], NamedNode]:
    """Looks a concept up by its name."""
    return one_of(what, scheme.namespace, scheme)


def date(store: Store, text: str) -> Literal:
    """A date as text: a day, month or year."""
    if not is_date(text):
        raise QueryError(f"{text!r} is no date; write it as 2024, 2024-05 or 2024-05-31")
    return Literal(text)


def words(store: Store, text: str) -> Literal:
    """Words to look for."""
    if not text.strip():
        raise QueryError("the words to look for are empty")
    if "\0" in text or any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise QueryError("the words to look for hold a character that no text can have")
    return Literal(text)


KINDS: Mapping[str, Callable[[Store, str], Term]] = {
    "ACTOR": actor,
    "DATE": date,
    "DOCUMENT": document,
    "EVENT": one_of("class of events", ONTOLOGY, EVENT_TYPES),
    "FORCE": concept("force", FORCES),
    "PLACE": place,
    "STATUS": concept("status", STATUSES),
    "TOPIC": concept("topic", TOPICS),
    "WORDS": words,
}
"""What a parameter can be: the word in a question's file, and what makes a term of what a user writes."""
