"""Finds events: what happened, happens or is scheduled, told as a fact, with participants, date and place."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from demandgraph.extract.cast import Cast
from demandgraph.extract.event_context import in_context, speaks_inside
from demandgraph.extract.event_mention import Mention, Reader
from demandgraph.extract.event_merge import event_of, merged
from demandgraph.extract.event_own import dated, own_adoption, with_own_statement
from demandgraph.extract.event_places import nearest_place
from demandgraph.extract.event_quotes import with_quotes
from demandgraph.extract.event_time import reference_of
from demandgraph.extract.event_weight import THRESHOLD, weigh
from demandgraph.model import Event
from demandgraph.parsed import ParsedDocument

log = logging.getLogger(__name__)

LONGEST = 600
"""Tokens of the longest sentence that is read: behind that is unpunctuated matter, whose parse means nothing."""
SITED = frozenset({"Violence", "Repression", "Demonstration", "Meeting", "Election", "Release"})
"""Types whose place may stand anywhere in the sentence."""
SILENT = frozenset({"furniture", "foreign", "address", "salutation", "copy", "dateline", "recommendation"})


def find_events(parsed: ParsedDocument, cast: Cast) -> tuple[Event, ...]:
    """Find the events of a parsed document, one for each thing that happened, in the order of the text."""
    mentions = find_mentions(parsed, cast)
    groups = [g for g in merged(mentions) if not only_titles(g)]
    told = [(event_of(group, parsed), group) for group in groups]
    events = [event for event, _ in told if event.evidence]
    present = frozenset(event.id for event, group in told if is_performed(group[0]))
    adoption = own_adoption(parsed, cast, events)
    if adoption is not None:
        events.append(adoption)
    events = with_quotes(events, parsed, cast)
    events = with_own_statement(parsed, cast, events)
    return tuple(unique(in_context(dated(events, parsed, cast, present), parsed)))


def is_performed(mention: Mention) -> bool:
    """Whether saying it does it: *Norland thanks the crew* happens as it is written."""
    return mention.word.tag_ in {"VBZ", "VBP"} and mention.telling.general and mention.word.dep_ in {"ROOT", "conj"}


def only_titles(group: list[Mention]) -> bool:
    """Whether titles alone tell an event, by a noun: what the body does not tell again is a topic, not an event."""
    return all(
        m.kind in {"title", "heading"} and m.trigger.pos == "N" and m.trigger.agents != ("voice",) for m in group
    )


def find_mentions(parsed: ParsedDocument, cast: Cast) -> list[Mention]:
    """All mentions of events that are certain enough; a sentence on which a rule fails costs its own mentions only."""
    reader = Reader(parsed, cast, reference_of(parsed))
    own = frozenset(cast.author) | frozenset(cast.adopter)
    found: list[Mention] = []
    for sentence in parsed.sentences:
        if parsed.blocks[sentence.block].kind in SILENT or len(sentence.span) > LONGEST:
            continue
        try:
            certain = []
            for mention in reader.mentions(sentence):
                mention.confidence = weigh(mention, own, reader.roles)
                if mention.confidence >= THRESHOLD and not speaks_inside(mention, parsed, cast):
                    certain.append(mention)
            claimed = {m.place for m in certain if m.place}
            for mention in certain:
                if mention.place is None and mention.trigger.type in SITED:
                    mention.place = nearest_place(mention.word, mention.span, claimed)
            found += certain
        except Exception:
            log.exception("%s: an event rule failed on: %s", parsed.document.file_name, sentence.span.text[:200])
    return found


def unique(events: Iterable[Event]) -> list[Event]:
    """Events with ids made distinct (two of one type at one place get a suffix)."""
    seen: dict[str, int] = {}
    result = []
    for event in events:
        n = seen[event.id] = seen.get(event.id, 0) + 1
        result.append(event if n == 1 else replace(event, id=f"{event.id}-{n}"))
    return result
