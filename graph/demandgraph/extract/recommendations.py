"""Finds the recommendations that a report of a review lists: who makes them to whom, and what became of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from demandgraph.attribution import Maker, Part, split_parts
from demandgraph.attribution_table import read_row
from demandgraph.extract.cast import Cast
from demandgraph.extract.recommendation_actors import note_actor
from demandgraph.extract.recommendation_dialogue import settle_dialogue
from demandgraph.extract.recommendation_party import address_party, speaks_of_party
from demandgraph.extract.recommendation_retold import join_retold
from demandgraph.extract.recommendation_state import Reviewed, owner_of
from demandgraph.extract.recommendation_status import (
    Number,
    answer_of,
    numbered_answers,
    parse_number,
    resolve_numbers,
)
from demandgraph.extract.topics import topic_of
from demandgraph.model import Demand, Event, Phrase
from demandgraph.parsed import Block, ParsedDocument

LISTED, TABLED = "rules/recommendation/listed", "rules/recommendation/tabled"
BELOW = re.compile(
    r"\b(?:these|the\s+above|above[- ]mentioned|said)\s+recommendations\b|\brecommendations\s+(?:listed\s+)?above\b",
    re.IGNORECASE,
)
AFTER = 2  # so many blocks below a list may say what became of it


@dataclass(slots=True)
class Found:
    """A block of recommendations as it was read."""

    index: int
    block: Block
    parts: tuple[Part, ...]
    number: Number
    lead: Block | None
    status: str | None = None
    evidence: list[Phrase] = field(default_factory=list)
    rule: str = LISTED


def find_recommendations(parsed: ParsedDocument, cast: Cast, events: tuple[Event, ...] = ()) -> tuple[Demand, ...]:
    """Find the listed recommendations of a parsed document.

    Every recommendation gives one demand, whatever it asks in how many sentences; its issuers are the states in the
    brackets that close it, its addressee is the state under review. With ``events`` it was made at the review of that
    state, if they hold one.
    """
    blocks = [(i, b) for i, b in enumerate(parsed.blocks) if b.kind == "recommendation"]
    if not blocks:
        return ()
    known = states_of(cast)
    found = [read_block(parsed, i, b, known) for i, b in blocks]
    answer_below(parsed, found)
    answer_by_number(parsed, found)
    reviewed = Reviewed(parsed.text, known)
    if reviewed.document is None:
        actions = [(i.block.begin + p.begin, i.block.begin + p.end) for i in found for p in i.parts]
        reviewed.document = owner_of(actions, reviewed)
    demands: list[Demand] = []
    used: Counter[str] = Counter()
    occasions: dict[tuple[str, ...], tuple[str, ...]] = {}
    for item in found:
        addressees = addressee_of(parsed, cast, reviewed, item)
        if addressees not in occasions:
            occasions[addressees] = review_of(addressees, cast, events)
        for part in item.parts:
            demand = demand_of(parsed, cast, item, part, addressees, used)
            demands.append(replace(demand, made_at=occasions[addressees]))
    return tuple(demands)


def with_dialogue(
    parsed: ParsedDocument, cast: Cast, recommendations: tuple[Demand, ...], demands: tuple[Demand, ...]
) -> tuple[Demand, ...]:
    """Listed recommendations and the other demands of a document; one demand where its account of the dialogue tells both.

    Parameters
    ----------
    recommendations : what :func:`find_recommendations` found
    demands : what was found in the rest of the document
    """
    if not recommendations and not speaks_of_party(parsed.text):
        return demands
    known = states_of(cast)
    reviewed = Reviewed(parsed.text, known)
    addressed = address_party(parsed, cast, demands, reviewed)
    if not recommendations:
        return addressed
    return join_retold(recommendations, settle_dialogue(parsed, cast, addressed, known, reviewed))


def review_of(addressees: tuple[str, ...], cast: Cast, events: tuple[Event, ...]) -> tuple[str, ...]:
    """The event at which a state was reviewed: the first review that names it."""
    names = {name for i in addressees for name in (cast.entries[i].name, *cast.entries[i].aliases)}
    for event in events:
        if event.type == "Review" and any(name in phrase.text for name in names for phrase in event.evidence):
            return (event.id,)
    return ()


def states_of(cast: Cast) -> Callable[[str], bool] | None:
    """Whether a name is that of a state; ``None`` if no authority is at hand."""
    authority = cast.authority
    if not authority.entries:
        return None

    def known(name: str) -> bool:
        entry = authority.find(name)
        return entry is not None and entry.type == "Country"

    return known


def read_block(parsed: ParsedDocument, index: int, block: Block, known: Callable[[str], bool] | None) -> Found:
    """Read a recommendation's parts, number and the paragraph above it."""
    words = parsed.text[block.begin : block.end]
    lead = parsed.blocks[block.lead_in] if block.lead_in is not None else None
    if lead is not None:
        above = parsed.text[lead.begin : lead.end]
        part, response = read_row(above, words, known)
        if part is not None:
            return Found(index, block, (part,), parse_number(block.marker), lead, answer_of(response), rule=TABLED)
    found = Found(index, block, split_parts(words, known), parse_number(block.marker), lead)
    if lead is not None:
        found.status = answer_of(parsed.text[lead.begin : lead.end])
    if found.status is None and block.heading is not None:
        heading = parsed.blocks[block.heading]
        found.status = answer_of(parsed.text[heading.begin : heading.end])
        if found.status:
            found.evidence.append(parsed.phrase(heading.begin, heading.end))
    return found


def answer_below(parsed: ParsedDocument, found: list[Found]) -> None:
    """Give lists without an answer above them the one below: *The response to these recommendations will be …*"""
    lists: dict[int | None, list[Found]] = {}
    for item in found:
        lists.setdefault(item.block.lead_in, []).append(item)
    for items in lists.values():
        if any(item.status for item in items):
            continue
        last = items[-1].index
        for block in parsed.blocks[last + 1 : last + 1 + AFTER]:
            words = parsed.text[block.begin : block.end]
            status = answer_of(words) if block.kind != "recommendation" and BELOW.search(words) else None
            if status:
                for item in items:
                    item.status = status
                    item.evidence.append(parsed.phrase(block.begin, block.end))
                break


def answer_by_number(parsed: ParsedDocument, found: list[Found]) -> None:
    """Let what the report says of single recommendations by their numbers go before what it says of their list."""
    by_number: dict[Number, list[Found]] = {}
    for item in found:
        if item.number:
            by_number.setdefault(item.number, []).append(item)
    by_number = {n: items for n, items in by_number.items() if len(items) == 1}
    first = found[0].index
    for index, block in enumerate(parsed.blocks):
        if index < first or block.kind in ("recommendation", "furniture", "foreign"):
            continue
        words = parsed.text[block.begin : block.end]
        if "ecommendation" not in words:
            continue
        for status, mentioned, begin, end in numbered_answers(words):
            number = resolve_numbers(mentioned, by_number)
            for item in by_number.get(number, []) if number else []:
                item.status = status
                item.evidence.append(parsed.phrase(block.begin + begin, block.begin + end))


def addressee_of(parsed: ParsedDocument, cast: Cast, reviewed: Reviewed, item: Found) -> tuple[str, ...]:
    """The state under review, noted where the paragraph above the recommendation names it."""
    place = item.lead or item.block
    naming = reviewed.at(place.begin, place.end)
    if naming is None:
        return ()
    return (note_actor(cast, parsed.text, naming.begin, naming.end, naming.name),)


def issuers_of(parsed: ParsedDocument, cast: Cast, offset: int, makers: tuple[Maker, ...]) -> tuple[str, ...]:
    """The states and bodies in a recommendation's brackets."""
    ids = (note_actor(cast, parsed.text, offset + m.begin, offset + m.end, m.name) for m in makers)
    return tuple(dict.fromkeys(ids))


def demand_of(
    parsed: ParsedDocument, cast: Cast, item: Found, part: Part, addressees: tuple[str, ...], used: Counter[str]
) -> Demand:
    """The demand that a part of a recommendation makes."""
    offset = item.block.begin
    action = parsed.phrase(offset + part.begin, offset + part.end)
    issuers = issuers_of(parsed, cast, offset, part.makers)
    evidence = [parsed.phrase(offset + part.begin, offset + max(part.end, part.close))]
    if item.lead is not None:
        evidence.append(parsed.phrase(item.lead.begin, item.lead.end))
    return Demand(
        id=local_id(item, used),
        action=action,
        evidence=tuple(dict.fromkeys([*evidence, *item.evidence])),
        issuers=issuers,
        addressees=addressees,
        topic=topic_of(" ".join(action.text.split())),
        force="recommend",
        status=item.status,
        confidence=0.95 if issuers and addressees else 0.8,
        rule=item.rule,
    )


def local_id(item: Found, used: Counter[str]) -> str:
    """A readable id: the recommendation's number, with a letter from its second part on."""
    base = "recommendation-" + (".".join(map(str, item.number)) if item.number else f"at-{item.block.begin}")
    used[base] += 1
    return base if used[base] == 1 else f"{base}-{used[base]}"
