"""Marks names from which the author keeps a distance: *the so-called Ministry of Truth*, *the "elections"*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from demandgraph.model import Actor, Event, Phrase

SO_CALLED = "so-called"
SCARE_QUOTES = "scare-quotes"
# Behind one of these words a name is not the author's own; up to two words may stand between.
DISTANCE = re.compile(
    r"\b(?:so(?:[- ]| - )called|self[- ](?:styled|proclaimed|declared|appointed)|soi[- ]disant|purported|supposed)\s+(?:[\w'’-]+\s+){0,2}[\"“”'‘’«]?$",
    re.IGNORECASE,
)
BODIES = frozenset({"Institution", "Organization"})
REACH = 60
"""Characters before a name in which a word of distance is looked for."""
ALLEGED = re.compile(r"\balleged\s+[\"“‘]?$", re.IGNORECASE)
"""What stands right before the name of a body that may be none."""
SCARE = re.compile(r"[\"“«][^\"“”«»\n]{2,40}[\"”»]")
"""A few words in quotation marks: a name that is only cited, not a quotation."""


def stances(text: str, actors: Iterable[Actor], events: Iterable[Event]) -> tuple[tuple[Phrase, str], ...]:
    """The phrases that carry a distance, in the order of the text, each with ``so-called`` or ``scare-quotes``.

    Parameters
    ----------
    text : the document's text
    actors, events : what was found in it; an actor's mention is marked if the words before it or its quotation marks
        keep a distance, an event's evidence if it begins with such words or its own noun is put in quotation marks

    >>> name = Phrase(14, 28, "Harbour League")
    >>> stances("the so-called Harbour League", [Actor("a", "Harbour League", "Organization", (), (name,))], [])[0][1]
    'so-called'
    """
    found: dict[Phrase, str] = {}
    for body, mention in ((a.type in BODIES, m) for a in actors for m in a.mentions):
        before = text[max(0, mention.begin - REACH) : mention.begin]
        if DISTANCE.search(before) or DISTANCE.match(mention.text + " ") or (body and ALLEGED.search(before)):
            found[mention] = SO_CALLED
        elif quoted(text, mention):
            found[mention] = SCARE_QUOTES
    for evidence in (p for event in events for p in event.evidence):
        begin = re.sub(r"^(?:the|a|an|its|their)\s+", "", evidence.text, flags=re.IGNORECASE)
        if re.match(r"(?:so[- ]called|self[- ]styled|self[- ]proclaimed)\b", begin, re.IGNORECASE):
            found[evidence] = SO_CALLED
        elif len(evidence.text) <= 80 and (match := SCARE.search(evidence.text)) and len(match.group().split()) <= 3:
            found[evidence] = SCARE_QUOTES
    return tuple(sorted(found.items()))


def quoted(text: str, phrase: Phrase) -> bool:
    """Whether a name stands in quotation marks of its own."""
    before, after = text[phrase.begin - 1 : phrase.begin], text[phrase.end : phrase.end + 1]
    return bool(before and after) and before in '"“«' and after in '"”»' and len(phrase.text.split()) <= 5
