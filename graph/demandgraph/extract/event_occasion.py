"""Gives a deed the date and place of the occasion that the text takes it up from: *nine were held during the rally*.

A deed told in the simple past right behind another one, with no time or place of its own, happened when and where that
one did; a clause that names an occasion told elsewhere (*during the rally*) has that one's date and place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.event_places import place_below
from demandgraph.model import Event
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEDS = frozenset({"Violence", "Repression", "Release", "Demonstration"})
"""Types of events that follow one another in a story."""
AT_OCCASION = re.compile(
    r"\b(?:during|at|dispers(?:ed|al of|ing)|broke up|covering|hours (?:before|after)|(?:before|after) the (?:start|end) of)"
    r" (?:the|this|that|a|these|those) (?:\w+ ){0,2}?"
    r"(?P<occasion>rally|protest|demonstration|march|picket|strike|vigil|raid|clash|siege|riot|sit-in)(?:e?s)?\b",
    re.IGNORECASE,
)
"""Words that name the occasion of a deed."""
OCCASION = re.compile(r"\b(?P<occasion>rally|protest|demonstration|march|picket|strike|vigil|sit-in)\b", re.IGNORECASE)
ELSEWHEN = re.compile(
    r"\b(?:earlier|previous|previously|later|since|ago|former|formerly|recent|recently|past|years?|months?|weeks?|days?"
    r"|history|always|often|repeatedly|regularly|before|until|last|now|currently|then|meanwhile|subsequent(?:ly)?"
    r"|next|other|another|elsewhere|separate(?:ly)?|also in|in \d{4}|\w+day)\b",
    re.IGNORECASE,
)
"""Words that move a sentence to another time or place."""
MONTH = len("2031-05")
FOLLOWING = 2
"""How many sentences on a story goes on with what it has told."""


def at_the_occasion(events: Iterable[Event], parsed: ParsedDocument) -> list[Event]:
    """Events with the date and place of the occasion at which, or of the deed right after which, they are told."""
    told = [sited(e, parsed) for e in events]
    occasions = [e for e in told if e.type in DEEDS and (e.date or e.place)]
    if not occasions:
        return told
    starts = [s.begin for s in parsed.sentences]
    result: dict[str, Event] = {}
    story: tuple[Event, int] | None = None
    for e in sorted(told, key=lambda e: e.evidence[0].begin):
        if e.type not in DEEDS:
            continue
        at = max(bisect_right(starts, e.evidence[0].begin) - 1, 0)
        sentence = parsed.sentences[at]
        text = parsed.text[sentence.begin : sentence.end]
        named = AT_OCCASION.search(text)
        source = occasion_of(named["occasion"], occasions, e) if named else None
        if source is None and story is not None and 0 < at - story[1] <= FOLLOWING:
            simple = is_simple_past(e, parsed, at) and not ELSEWHEN.search(text)
            source = story[0] if simple and not e.date and not e.place else None
        if source is not None:
            same_day = not e.date or not source.date or e.date == source.date
            e = replace(e, date=e.date or source.date, place=e.place or (source.place if same_day else None))
            result[e.id] = e
        if e.date and len(e.date) >= MONTH:
            story = e, at
    return [result.get(e.id, e) for e in told]


def sited(event: Event, parsed: ParsedDocument) -> Event:
    """A demonstration with the place at which a phrase elsewhere puts it: *the dispersal of **a rally in Norton***."""
    if event.type != "Demonstration" or event.place or not event.date:
        return event
    named = {m["occasion"].lower() for p in event.evidence for m in OCCASION.finditer(p.text)}
    if not named:
        return event
    nouns = (t for s in parsed.sentences for t in s.span if t.pos_ == "NOUN" and t.lower_ in named)
    places = {place for noun in nouns if (place := place_below(noun))}
    return replace(event, place=places.pop()) if len(places) == 1 else event


def occasion_of(word: str, occasions: list[Event], event: Event) -> Event | None:
    """The only occasion of that name that the document dates or sites, ``None`` if there are several or none."""
    word = word.lower()
    found = [o for o in occasions if o.id != event.id and any(word in p.text.lower() for p in o.evidence)]
    found = [o for o in found if o.type == "Demonstration"] or found
    dates = {o.date for o in found if o.date}
    if not found or len(dates) > 1:
        return None
    return max(found, key=lambda o: (bool(o.date) + bool(o.place), -o.evidence[0].begin))


def is_simple_past(event: Event, parsed: ParsedDocument, at: int) -> bool:
    """Whether an event is told as the next step of a story: by a verb in the simple past, active or passive."""
    phrase = event.evidence[0]
    tokens = [t for t in parsed.sentences[at].span if phrase.begin <= parsed.begin(t) < phrase.end]
    verbs = [t for t in tokens if t.pos_ == "VERB" and t.dep_ in {"ROOT", "conj", "advcl", "ccomp"}]
    return any(_is_past(v) for v in verbs) and not any(c.lower_ in {"has", "have", "had"} for c in tokens)


def _is_past(verb: Token) -> bool:
    helping = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return (verb.tag_ == "VBD" and not helping) or (verb.tag_ == "VBN" and helping <= {"was", "were"} and bool(helping))
