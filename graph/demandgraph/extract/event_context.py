"""What an event takes from what stands around it: the speaker of a quotation, the place of the meeting, *they*.

A sentence inside a quotation is told by its speaker; what participants of a meeting said there was said at its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.model import Event
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from demandgraph.extract.event_mention import Mention

DATELINE = re.compile(r"(?P<place>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})(?:, [^—–\n]{1,40}| \([^)\n]*\))? ?[—–] ?(?=\S)")
SITED_BY_DATELINE = frozenset({"Adoption", "Meeting", "Demonstration", "Review"})
TALKS = ("rules/event/meeting/meeting", "rules/event/meeting/meet")
"""Rules whose meetings are talks between parties: what their participants say in the document they said there."""


def speaks_inside(mention: Mention, parsed: ParsedDocument, cast: Cast) -> bool:
    """Whether a Statement is told inside somebody else's quotation: *"The Council has warned of it," said Ana Orr*.

    The quotation is a Statement of its speaker; what it says that others have said is a part of that.
    """
    word = mention.word
    timeless = word.tag_ in {"VBZ", "VBP"} or any(c.dep_ == "aux" for c in word.children)
    if mention.trigger.type != "Statement" or mention.trigger.pos != "V" or mention.date or not timeless:
        return False  # "the Council warned on Monday" is an occasion of its own
    begin = parsed.begin(mention.word)
    speakers = next((set(q.speakers) for q in getattr(cast, "quotes", ()) if q.begin <= begin < q.end), None)
    return bool(speakers) and not (set(mention.agents) & (speakers or set()))


def at_the_meeting(events: Iterable[Event]) -> list[Event]:
    """Events with the place of the only talks that a document tells, where their participants said what they said."""
    told = list(events)
    talks = [
        e for e in told if e.place and (e.rule in TALKS or e.type == "Demonstration") and (e.agents or e.recipients)
    ]
    if len(talks) != 1:
        return told
    meeting = talks[0]
    present = set(meeting.agents) | set(meeting.recipients)

    def said_there(e: Event) -> bool:
        after = e.evidence[0].begin > meeting.evidence[0].begin
        return (
            e.type == "Statement"
            and not e.place
            and after
            and bool(e.agents)
            and set(e.agents) <= present
            and (not e.date or not meeting.date or e.date == meeting.date)
        )

    return [replace(e, place=meeting.place) if said_there(e) else e for e in told]


def at_the_dateline(events: Iterable[Event], parsed: ParsedDocument) -> list[Event]:
    """Events with the place that opens a news report: *NORTON — The council adopted …* was adopted in Norton."""

    starts = sorted(s.begin for s in parsed.sentences)

    def sited(e: Event) -> Event:
        if e.place or e.type not in SITED_BY_DATELINE:
            return e
        for phrase in e.evidence:
            start = starts[max(0, bisect_right(starts, phrase.begin) - 1)] if starts else phrase.begin
            match = DATELINE.match(parsed.text, start, start + 100)
            if match:
                place = match["place"]
                return replace(e, place=place.title() if place.isupper() else place)
        return e

    return [sited(e) for e in events]
