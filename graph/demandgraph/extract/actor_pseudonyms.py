"""Joins a person or body and the other name or pseudonym that the text gives in brackets or apposition: *Ann Lee (pseudonym Red Owl)*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import TITLES

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

KNOWN_AS = re.compile(
    r"[,(]\s*(?:(?:better|also|formerly|widely|commonly|popularly)\s+known\s+as|known\s+(?:also\s+)?as|a\.?k\.?a\.?|alias"
    r"|pseudonyms?|under\s+the\s+(?:pseudonym|pen\s+name)|pen\s+name|nom\s+de\s+(?:guerre|plume)|real\s+name|born\s+as)"
    r"(?:\s+is|\s+of)?\s*:?\s*[\"“'‘]?(?P<name>[^\W\d_][\w’'-]*(?:[^\S\n]+[^\W\d_][\w’'-]*){0,4}?)\s*[\"”'’]?\s*(?=[),;.])",
    re.IGNORECASE,
)


NAMED = frozenset({"Person", "Organization", "Institution"})


def join_pseudonyms(cast: Cast) -> None:
    """Make every pseudonym an alias of the person or body whose name stands right before it."""
    for match in KNOWN_AS.finditer(cast.parsed.text):
        line = cast.line_at(match.start())
        if line is None or not match["name"][0].isupper():
            continue
        k = line.after(match.start() - 1)
        while k > line.first and line.begin[k] > match.start():
            k -= 1
        owner = line.owner[k - 1] if line.first < k < len(line) else None
        if owner is None or owner.how != "name" or cast.entries[owner.ids[0]].type not in NAMED:
            continue
        person = cast.entries[owner.ids[0]]
        words = match["name"].split()
        while len(words) > 1 and words[0].lower() in TITLES:
            words = words[1:]
        name = " ".join(words)
        other = cast.registry.of(name)
        if other is not None and other.id != person.id and other.known is None:
            cast.merge(other.id, person.id)
        if other is None or other.known is None:
            cast.registry.alias(person, name, rename=False)
