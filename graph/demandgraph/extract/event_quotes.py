"""Statements told by quotation: who is quoted, with which words, as further evidence or as an event of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from demandgraph.extract.cast import Cast
from demandgraph.model import Event, Phrase
from demandgraph.parsed import ParsedDocument

MOST = 6
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+|$)")


def with_quotes(events: Iterable[Event], parsed: ParsedDocument, cast: Cast) -> list[Event]:
    """Events with the quotations of their speakers added; a speaker who has no Statement yet gets one."""
    result = list(events)
    own = set(cast.author) | set(cast.adopter)
    for quote in getattr(cast, "quotes", ()):
        speakers = tuple(quote.speakers)
        if not speakers:
            continue
        phrases = sentences(parsed, quote.begin, quote.end)
        if not phrases:
            continue
        home = next((i for i, e in enumerate(result) if e.type == "Statement" and e.agents[:1] == speakers[:1]), None)
        if home is not None:
            event = result[home]
            more = [p for p in phrases if not any(e.begin <= p.begin and p.end <= e.end for e in event.evidence)]
            result[home] = replace(event, evidence=(*event.evidence, *more)[: MOST + 2])
        elif not set(speakers) & own and whole(parsed.text[quote.begin : quote.end]):
            rule = "rules/event/statement/quotation"
            ident = f"statement-{quote.begin}"
            result.append(Event(ident, "Statement", tuple(phrases[:MOST]), agents=speakers, confidence=0.6, rule=rule))
    return sorted(result, key=lambda e: e.evidence[0].begin)


def whole(text: str) -> bool:
    """Whether a quotation is a sentence that somebody said, not a term or title in quotation marks."""
    words = text.split()
    return len(words) > 7 and text.lstrip("[( ")[:1].isupper() and text.rstrip()[-1:] in ".,!?…—"


def sentences(parsed: ParsedDocument, begin: int, end: int) -> list[Phrase]:
    """The sentences of a quotation, those of two or three words left out."""
    found = []
    for match in _SENTENCE.finditer(parsed.text[begin:end]):
        phrase = parsed.phrase(begin + match.start(), begin + match.end())
        if len(phrase.text.split()) > 3:
            found.append(phrase)
    return found
