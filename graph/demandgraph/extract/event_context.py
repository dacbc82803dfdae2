"""What an event takes from what stands around it: the speaker of a quotation, the place of the meeting, *they*.

A sentence inside a quotation is told by its speaker; what participants of a meeting said there was said at its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.event_occasion import ELSEWHEN, at_the_occasion
from demandgraph.model import Event
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from demandgraph.extract.event_mention import Mention

DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}?)(?: [A-Z][a-z]{2,8}\.? \d{1,2})?(?:, [^—–\n]{1,40}| \([^)\n]*\))?"
    r"(?: ?[—–] ?| --? )(?=[A-Z\d\"“‘'])(?![^—–\n]{1,60}[—–])"
)
"""What opens a news report: *NORTON, 3 May (NNA) –*, *Norton May 3 —*; not *Ana Orr — a nurse — was*."""
PLACE_AND_DATE = re.compile(
    r"[\[(]?(?P<place>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}), (?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?),? \d{4}"
)
OWN = "rules/event/statement/own"
DECIDED = "rules/event/other/decide-clause"
ELSEWHERE = frozenset({"Condemnation", "Support", "Report", "Sanction"})
"""Types that no dateline sites."""
AT_THE_EVENT = re.compile(
    r"\b(?:at|during|attending|in|of|told) the (?:same )?(?:event|meeting|conference|summit|rally|briefing|panel|hearing"
    r"|ceremony|forum|gathering|session|protest|demonstration|debate|discussion|vigil|talks|workshop|seminar)\b(?! of| on)",
    re.IGNORECASE,
)
"""Words that say that something was said at the occasion told before."""
SCENE = re.compile(
    r"\b(?:crackdown|violence|repression|war|conflict|fighting|protests?|demonstrations?|coup|massacre|arrests?|killings?"
    r"|atrocities|attacks?|clashes|unrest|crisis|situation|uprising|detentions?|executions?)\b(?: \w+){0,3}? in "
    r"(?:the )?(?P<place>[A-Z][\w'’-]+(?: (?:and |of )?[A-Z][\w'’-]+){0,2})\W*$",
    re.IGNORECASE,
)
"""The end of a title that says of what deeds in which place the document speaks."""
TARGET = re.compile(r"\b(?:against|on|upon) (?:the )?([A-Z][\w-]+)")
"""Whom a deed strikes, so that the place is theirs: *the attack against Norland*."""
SPOKEN = frozenset({"Statement", "Condemnation", "Support"})
OCCASIONS = frozenset({"Meeting", "Demonstration", "Review"})
LEAD = 3
"""Sentences of a news report that tell its news."""
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


def in_context(events: Iterable[Event], parsed: ParsedDocument) -> list[Event]:
    """Events with the places and dates that the document gives them beside their own words; what has one keeps it."""
    told = at_the_event(list(events), parsed)
    for step in (at_the_dateline, given_out, in_the_news, in_the_release, decided):
        told = [step(event, parsed) for event in told]
    return in_the_title(at_the_meeting(at_the_occasion(told, parsed)), parsed)


def in_the_title(told: list[Event], parsed: ParsedDocument) -> list[Event]:
    """Deeds with the place of the deeds that the title is about: *Statement on the Crackdown **in Norland***.

    Only those told in sentences that name no other place, in a document that tells of none elsewhere.
    """
    match = SCENE.search(parsed.document.title or "")
    if match is None:
        return told
    scene = match["place"]

    def sited(e: Event) -> Event:
        if e.place or e.type not in {"Repression", "Violence", "Demonstration"}:
            return e
        sentence = sentence_of(parsed, e.evidence[0].begin)
        places = {n.text for n in sentence.span.ents if n.label_ in {"GPE", "LOC"}} if sentence is not None else set()
        places |= {m[1] for p in e.evidence for m in TARGET.finditer(p.text)}
        return replace(e, place=scene) if all(scene in p or p in scene for p in places) else e

    return [sited(e) for e in told]


def at_the_event(told: list[Event], parsed: ParsedDocument) -> list[Event]:
    """Events with place and date of the occasion told before, where they say that it was there: *she said at the event*."""
    occasions = sorted(
        ((e.evidence[0].begin, e) for e in told if e.type in OCCASIONS and (e.place or e.date)), key=lambda o: o[0]
    )
    if not occasions:
        return told

    def sited(e: Event) -> Event:
        if (e.place and e.date) or e.type not in SPOKEN:
            return e
        sentence = sentence_of(parsed, e.evidence[0].begin)
        if sentence is None or not AT_THE_EVENT.search(parsed.text, sentence.begin, sentence.end):
            return e
        before = [o for begin, o in occasions if begin < sentence.end and o is not e]
        place = next((o.place for o in reversed(before) if o.place and not o.place.islower()), None)
        day = next((o.date for o in reversed(before[-1:]) if o.date), None)
        return replace(e, place=e.place or place, date=e.date or day)

    return [sited(e) for e in told]


def sentence_of(parsed: ParsedDocument, offset: int) -> Sentence | None:
    """The sentence that an offset stands in."""
    at = bisect_right(parsed.sentences, offset, key=lambda s: s.begin) - 1
    return parsed.sentences[at] if at >= 0 and offset < parsed.sentences[at].end else None


def at_the_meeting(told: list[Event]) -> list[Event]:
    """Events with the place of the only talks that a document tells, where their participants said what they said."""
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

    return [replace(e, place=meeting.place, date=e.date or meeting.date) if said_there(e) else e for e in told]


def at_the_dateline(event: Event, parsed: ParsedDocument) -> Event:
    """An event with the place that opens a news report: *NORTON — The council adopted …* was adopted in Norton."""
    if event.place or event.type in ELSEWHERE:
        return event
    for phrase in event.evidence:
        sentence = sentence_of(parsed, phrase.begin)
        if sentence is None:
            continue
        begin = parsed.blocks[sentence.block].begin
        match = DATELINE.match(parsed.text, begin, begin + 100)
        if match and sentence.begin in {begin, match.end()}:
            place = match["place"]
            return replace(event, place=place.title() if place.isupper() else place)
    return event


def given_out(event: Event, parsed: ParsedDocument) -> Event:
    """The statement that a document is, with the place in its line of place and date: *Norton, 3 May 2031*."""
    if event.place or event.rule != OWN:
        return event
    lines = (parsed.text[b.begin : b.end] for b in parsed.blocks if b.kind == "dateline")
    match = next((m for line in lines if (m := PLACE_AND_DATE.match(line))), None)
    return replace(event, place=match["place"]) if match else event


def decided(event: Event, parsed: ParsedDocument) -> Event:
    """What an operative clause decides (*Decides to establish a fund*) is decided on the date of the resolution."""
    if event.date or event.rule != DECIDED or parsed.document.date is None:
        return event
    sentence = sentence_of(parsed, event.evidence[0].begin)
    operative = sentence is not None and parsed.blocks[sentence.block].kind == "operative"
    return replace(event, date=parsed.document.date) if operative else event


def in_the_release(event: Event, parsed: ParsedDocument) -> Event:
    """What a press release tells that somebody said, by its main verb and without another time: it is of its date."""
    own = parsed.document.date
    if event.date or own is None or parsed.document.kind != "PressRelease" or not event.agents:
        return event
    sentence = sentence_of(parsed, event.evidence[0].begin) if event.type in SPOKEN else None
    if sentence is None or ELSEWHEN.search(parsed.text, sentence.begin, sentence.end):
        return event
    root = sentence.span.root
    inside = event.evidence[0].begin <= parsed.begin(root) < event.evidence[0].end
    helping = {c.lower_ for c in root.children if c.dep_ == "aux"}
    told = root.tag_ in {"VBD", "VBZ", "VBP"} and not helping
    progressive = root.tag_ == "VBG" and bool(helping & {"is", "are"}) and "been" not in helping
    return replace(event, date=own) if inside and (told or progressive) else event


def in_the_news(event: Event, parsed: ParsedDocument) -> Event:
    """An event that the first sentences of a news report tell in the perfect (*has announced*): it is of its date."""
    own = parsed.document.date
    if (
        event.date
        or own is None
        or event.type not in {*SPOKEN, "Adoption"}
        or parsed.document.kind not in {"NewsReport", "PressRelease"}
    ):
        return event
    running = (s for s in parsed.sentences if parsed.blocks[s.block].kind in {"paragraph", "body"})
    lead = list(islice(running, LEAD))
    within_lead = ((s, p) for p in event.evidence for s in lead if s.begin <= p.begin < s.end)
    sentence, phrase = next(within_lead, (None, None))
    if sentence is None or phrase is None:
        return event
    root = sentence.span.root
    helping = {c.lower_ for c in root.children if c.dep_ == "aux"}
    perfect = (root.tag_ == "VBN" and helping & {"has", "have"}) or (root.tag_ == "VBG" and helping & {"is", "are"})
    within = phrase.begin <= parsed.begin(root) < phrase.end
    conjunct = any(
        c.dep_ == "conj" and phrase.begin <= parsed.begin(c) < phrase.end and c.tag_ == "VBN" for c in root.children
    )
    return replace(event, date=own) if perfect and (within or conjunct) else event
