"""Tells whom reviews of one state mean by *the State party*: the state whose report they examine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from demandgraph.extract.cast import Cast
from demandgraph.extract.recommendation_actors import note_actor
from demandgraph.extract.recommendation_state import Reviewed
from demandgraph.model import Demand, Phrase
from demandgraph.parsed import ParsedDocument

PARTY = re.compile(r"\bState\s+(?:party|Party)\b|\bState\s+under\s+(?:review|examination)\b")
ENOUGH = 2  # a resolution may speak of a State party once; a review does so throughout


def speaks_of_party(text: str) -> bool:
    """Whether a text is about a State party throughout."""
    return len(PARTY.findall(text)) >= ENOUGH


def address_party(
    parsed: ParsedDocument, cast: Cast, demands: Sequence[Demand], reviewed: Reviewed
) -> tuple[Demand, ...]:
    """Give demands of *the State party* that state as addressee.

    Only where the words stand before the action, in its sentence or in what governs it; *the report of the State
    party* within an action asks nothing of it.
    """
    naming = reviewed.document
    if naming is None or not speaks_of_party(parsed.text):
        return tuple(demands)
    addressed = []
    for demand in demands:
        place = party_in(parsed, demand) if not demand.addressees else None
        if place is not None:
            demand = replace(demand, addressees=(note_actor(cast, parsed.text, place.begin, place.end, naming.name),))
        addressed.append(demand)
    return tuple(addressed)


def party_in(parsed: ParsedDocument, demand: Demand) -> Phrase | None:
    """Where a demand's evidence names the State party as the one that is asked."""
    for phrase in demand.evidence:
        end = demand.action.begin if phrase.begin <= demand.action.begin < phrase.end else phrase.end
        match = PARTY.search(parsed.text, phrase.begin, end) or PARTY.match(
            parsed.text, demand.action.begin, demand.action.end
        )
        if match:
            return Phrase(match.start(), match.end(), match.group())
    return None
