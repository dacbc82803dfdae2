"""The ISO 3166 codes of a graph's countries, from the authority of states."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from demandgraph.export.resources import UNION
from demandgraph.rdf import SKOS
from demandgraph.store import Store
from demandgraph.vocab import ONTOLOGY, ontology_folder


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a country, such as ``PL`` and ``POL``; empty where ISO 3166 has none."""

    alpha2: str = ""
    alpha3: str = ""


@cache
def known_codes() -> dict[str, Codes]:
    """Identity in another authority → codes."""
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    matches: dict[str, str] = {}
    text = (ontology_folder() / "authorities" / "states.ttl").read_bytes()
    for triple in pyoxigraph.parse(text, format=RdfFormat.TURTLE):
        subject = getattr(triple.subject, "value", "")
        if triple.predicate.value == SKOS + "notation" and isinstance(triple.object, Literal):
            codes[subject][triple.object.datatype.value.removeprefix(ONTOLOGY)] = triple.object.value
        elif triple.predicate.value == SKOS + "exactMatch":
            matches[getattr(triple.object, "value", "")] = subject
    found = {s: Codes(c.get("Alpha2Code", ""), c.get("Alpha3Code", "")) for s, c in codes.items()}
    return {match: found[s] for match, s in matches.items() if s in found}


def country_codes(store: Store) -> dict[str, Codes]:
    """IRI of an actor → codes, for every country that the authority of states knows."""
    found: dict[str, Codes] = {}
    for quad in store.raw.quads_for_pattern(None, NamedNode(SKOS + "exactMatch"), None, UNION):
        codes = known_codes().get(getattr(quad.object, "value", ""))
        if codes and isinstance(quad.subject, NamedNode):
            found[quad.subject.value] = codes
    return found
