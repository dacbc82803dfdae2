"""Which records a user wants: what a person names becomes a pattern of SPARQL over the subject ``?s``.

The parameters are called as those of the saved questions (see :mod:`demandgraph.asking`), and are looked up in the same
way: an actor by any of its names, a document by its file or title, a date as a day, month or year.
"""

from __future__ import annotations

from collections.abc import Mapping

from demandgraph import lookup
from demandgraph.errors import QueryError
from demandgraph.lookup import KINDS
from demandgraph.model import ACTOR_TYPES, DOCUMENT_KINDS
from demandgraph.store import Store
from demandgraph.vocab import KIND, ONTOLOGY

SINCE = "FILTER (STR(?date_since) >= SUBSTR({}, 1, STRLEN(STR(?date_since))))"
UNTIL = "FILTER (SUBSTR(STR(?date_until), 1, STRLEN({0})) <= {0})"
SAYS = "FILTER (CONTAINS(LCASE(?words), LCASE({})))"
MENTIONED = "?in nif:referenceContext {} ; itsrdf:taIdentRef ?s ."

Pattern = tuple[str, str]
"""What a parameter takes (a name of :data:`LOOK_UPS`), and the pattern that it adds, with ``{}`` for its term."""
DEMANDS: Mapping[str, Pattern] = {
    "actor": ("ACTOR", "?s dg:issuer|dg:addressee|dg:beneficiary|dg:initiator {} ."),
    "issuer": ("ACTOR", "?s dg:issuer {} ."),
    "addressee": ("ACTOR", "?s dg:addressee {} ."),
    "beneficiary": ("ACTOR", "?s dg:beneficiary {} ."),
    "initiator": ("ACTOR", "?s dg:initiator {} ."),
    "topic": ("TOPIC", "?s dg:topic {} ."),
    "force": ("FORCE", "?s dg:force {} ."),
    "status": ("STATUS", "?s dg:status {} ."),
    "document": ("DOCUMENT", "?s dg:statedIn {} ."),
    "words": ("WORDS", f"?s dg:action ?words . {SAYS}"),
    "since": ("DATE", f"?s dg:statedIn/dcterms:date ?date_since . {SINCE}"),
    "until": ("DATE", f"?s dg:statedIn/dcterms:date ?date_until . {UNTIL}"),
}
EVENTS: Mapping[str, Pattern] = {
    "actor": ("ACTOR", "?s dg:agent|dg:recipient {} ."),
    "agent": ("ACTOR", "?s dg:agent {} ."),
    "recipient": ("ACTOR", "?s dg:recipient {} ."),
    "event": ("EVENT", "?s a {} ."),
    "place": ("PLACE", "?s dg:place {} ."),
    "document": ("DOCUMENT", "?s dg:describedIn {} ."),
    "words": ("WORDS", f"?s dg:evidence/nif:anchorOf ?words . {SAYS}"),
    "since": ("DATE", f"?s dg:date ?date_since . {SINCE}"),
    "until": ("DATE", f"?s dg:date ?date_until . {UNTIL}"),
}
ACTORS: Mapping[str, Pattern] = {
    "actor": ("ACTOR", "VALUES ?s {{ {} }}"),
    "type": ("TYPE", "?s a {} ."),
    "document": ("DOCUMENT", MENTIONED),
}
DOCUMENTS: Mapping[str, Pattern] = {
    "document": ("DOCUMENT", "VALUES ?s {{ {} }}"),
    "kind": ("KIND", "?s dg:documentKind {} ."),
    "words": ("WORDS", f"?s nif:isString ?words . {SAYS}"),
    "since": ("DATE", f"?s dcterms:date ?date_since . {SINCE}"),
    "until": ("DATE", f"?s dcterms:date ?date_until . {UNTIL}"),
}
LOOK_UPS = {
    **KINDS,
    "TYPE": lookup.one_of("class of actors", ONTOLOGY, ACTOR_TYPES),
    "KIND": lookup.one_of("kind of document", KIND, DOCUMENT_KINDS),
}


def narrowed(store: Store, patterns: Mapping[str, Pattern], given: Mapping[str, str | None]) -> str:
    """The patterns of what is given, each with the term that it names; ``None`` counts as not given.

    Raises
    ------
    QueryError
        If the graph does not know what a parameter names, or there is no such parameter.
    """
    found = []
    for name, value in given.items():
        if value is None:
            continue
        if name not in patterns:
            raise QueryError(f"there is no parameter {name!r}; there are {', '.join(patterns)}")
        kind, pattern = patterns[name]
        found.append(pattern.format(LOOK_UPS[kind](store, str(value))))
    return " ".join(found)
