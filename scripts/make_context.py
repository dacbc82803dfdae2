"""Writes ontology/context.jsonld, the context by which graphs become readable JSON-LD.

Run ``python scripts/make_context.py`` after a change of ontology/demandgraph.ttl.
"""

from __future__ import annotations

import json
from typing import Any

from vocabulary import ONTOLOGY, PREFIXES, Term, terms

TARGET = ONTOLOGY / "context.jsonld"
SKIPPED = {"annotation", "datatype"}
IN_GRAPHS = {"dcterms", "itsrdf", "nfo", "nif", "org", "prov", "rdfs", "skos"}


SCHEMES = {"dg:Topic": "topic", "dg:Force": "force", "dg:Status": "status", "dg:DocumentKind": "kind"}


def definition(term: Term) -> Any:
    """What a key of the context stands for: links are IRIs, values of one datatype are coerced to it.

    Links to a concept take its bare name: ``"topic": "release"``.
    """
    scheme = next((SCHEMES[r] for r in term.ranges if r in SCHEMES), None)
    if scheme:
        return {"@id": term.name, "@type": "@vocab", "@context": {"@vocab": PREFIXES[scheme]}}
    if term.kind == "link":
        return {"@id": term.name, "@type": "@id"}
    if term.kind == "value" and len(term.ranges) == 1 and term.ranges[0] not in ("xsd:string", "rdf:langString"):
        return {"@id": term.name, "@type": term.ranges[0]}
    return term.name


def in_graphs(term: Term, prefix: str) -> bool:
    """Whether graphs of documents say anything with a term."""
    if prefix == "dg":
        return term.kind not in SKIPPED
    return prefix in IN_GRAPHS and bool(term.projection or prefix in ("org", "prov"))


def context() -> dict[str, Any]:
    """Prefixes first, then the vocabulary's own terms by their local names, then borrowed ones whose name is free."""
    used = {"dg", "xsd", "foaf", "rdf", *IN_GRAPHS}
    keys: dict[str, Any] = {prefix: PREFIXES[prefix] for prefix in sorted(used)}
    keys |= {"id": "@id", "type": "@type"}
    all_terms = terms()
    for own in (True, False):
        for term in all_terms:
            prefix, _, local = term.name.partition(":")
            if (prefix == "dg") is own and local not in keys and in_graphs(term, prefix):
                keys[local] = definition(term)
    return {"@context": keys}


def main() -> None:
    """Write the file."""
    TARGET.write_text(json.dumps(context(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(context()['@context'])} keys")


if __name__ == "__main__":
    main()
