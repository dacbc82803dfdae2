"""Writes a graph as JSON-LD in the terms of ``ontology/context.jsonld``, framed: what is found has its phrases inside.

The file carries the context itself, so that it is read without a network. Every named graph is an object with its
resources; in it a phrase stands inside the first resource that points to it, and is referred to from then on.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Quad

from demandgraph.export.options import Options
from demandgraph.export.rdf_files import quads_by_graph
from demandgraph.export.resources import PHRASE_MARK, is_phrase
from demandgraph.rdf import RDF, XSD
from demandgraph.store import Store
from demandgraph.trig import PREFIXES, RELATIVE
from demandgraph.vocab import ontology_folder

TYPE = RDF + "type"
NATIVE = {XSD + "boolean": {"true": True, "false": False}}
Said = Mapping[str, Mapping[str, Sequence[Any]]]
"""Subject → property → terms."""


@cache
def context() -> dict[str, Any]:
    """The terms that ``ontology/context.jsonld`` defines."""
    whole: dict[str, Any] = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return whole


@cache
def term_names() -> dict[str, str]:
    """IRI of a class or property → its term in the context."""
    found = {}
    for name, meaning in context().items():
        target = meaning.get("@id") if isinstance(meaning, dict) else meaning
        if isinstance(target, str) and not target.startswith("@") and not target.endswith(("#", "/")):
            found[expanded(target)] = name
    return found


def expanded(name: str) -> str:
    """A prefixed name in full."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def write_jsonld(store: Store, file: BinaryIO, options: Options) -> None:
    """JSON-LD: all named graphs, framed, in a fixed order."""
    head = {**context(), "@base": store.base}
    file.write(b'{\n"@context": ' + dumped(head) + b',\n"@graph": [')
    for number, (graph, quads) in enumerate(quads_by_graph(store, options)):
        file.write(b",\n" if number else b"\n")
        file.write(b'{"id": ' + dumped(relative(graph, store.base)) + b', "@graph": [')
        for place, node in enumerate(framed(quads, store.base)):
            file.write((b",\n" if place else b"\n") + dumped(node))
        file.write(b"\n]}")
    file.write(b"\n]\n}\n")


def dumped(value: object) -> bytes:
    """A value as JSON. A lone surrogate, which UTF-8 cannot carry, is escaped."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def framed(quads: Sequence[Quad], base: str) -> Iterator[dict[str, Any]]:
    """The resources of a named graph as objects, in the order of their IRIs."""
    said: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        subject = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
        said[subject][quad.predicate.value].append(quad.object)
    shown: set[str] = set()
    for subject in sorted(said, key=lambda s: (PHRASE_MARK in s, s)):  # phrases inside others wherever they can be
        if subject not in shown:
            yield node(subject, said, base, shown)


def node(subject: str, said: Said, base: str, shown: set[str]) -> dict[str, Any]:
    """A resource as an object; its phrases inside where they were not shown before."""
    shown.add(subject)
    made: dict[str, Any] = {"id": relative(subject, base)}
    own = said[subject]
    if TYPE in own:
        made["type"] = single([name(t.value) for t in sorted(own[TYPE], key=str)])
    for predicate in sorted(own):
        if predicate != TYPE:
            key = name(predicate)
            made[key] = single([value(key, t, said, base, shown) for t in sorted(own[predicate], key=str)])
    return made


def value(key: str, term: Any, said: Said, base: str, shown: set[str]) -> Any:
    """A term as a value of a property."""
    meaning = context().get(key)
    kind = meaning.get("@type") if isinstance(meaning, dict) else None
    if isinstance(term, Literal):
        return literal(term, kind)
    if is_phrase(term) and term.value in said and term.value not in shown:
        return node(term.value, said, base, shown)
    iri = term.value if isinstance(term, NamedNode) else str(term)
    if kind == "@vocab":
        space = meaning.get("@context", {}).get("@vocab", "") if isinstance(meaning, dict) else ""
        short = iri.removeprefix(space)
        if short != iri and short not in context():  # a kind of document may be called like a class of events
            return short
        return {"id": relative(iri, base)}
    return relative(iri, base) if kind == "@id" else {"id": relative(iri, base)}


def literal(term: Literal, kind: str | None) -> Any:
    """A literal, as short as the context lets it be."""
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if kind and expanded(kind) == datatype:
        return NATIVE.get(datatype, {}).get(term.value, term.value)
    if datatype == XSD + "string" and not kind:
        return term.value
    return {"@value": term.value, "@type": name(datatype)}


def relative(iri: str, base: str) -> str:
    """An IRI relative to the base where that needs no care, else in full."""
    rest = iri.removeprefix(base)
    return rest if rest != iri and RELATIVE.fullmatch(rest) else iri


def name(iri: str) -> str:
    """A class, property or datatype by its term in the context, or with its prefix."""
    if iri in term_names():
        return term_names()[iri]
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and prefix in context():
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def single(values: list[Any]) -> Any:
    """A value by itself, several as a list."""
    return values[0] if len(values) == 1 else values
