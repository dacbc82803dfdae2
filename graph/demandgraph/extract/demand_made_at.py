"""Ties demands to the event at which they were made: the adoption, the rally, the meeting, the statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from demandgraph.dates import compatible
from demandgraph.model import Demand, Document, Event

NEAR = 600
"""Characters between a demand and a statement of its issuer that can still be one occasion."""
WHOLE = 20000
"""Characters over which a document's own adoption loses one point of fitness: it fits wherever it is told."""
OWN_ACT = re.compile(
    r"\b(?:the|this|our|present|following)\s+(?:\w+\s+)?"
    r"(?:appeal|resolution|statement|declaration|letter|motion|petition|communiqu[eé]|address)\b"
    r"|\b(?:this|the\s+present)\s+decision\b",
    re.IGNORECASE,
)
CARRIER = re.compile(
    r"\b(?:appeals?|resolutions?|statements?|declarations?|letters?|motions?|petitions?|communiqu[eé]s?|conclusions|recommendations?"
    r"|resolved|addresses|memorand(?:um|a)|manifestos?|platform|programme|program|opinions?|reports?)\b",
    re.IGNORECASE,
)
"""Texts in which demands are made: to adopt one is an occasion, to adopt a budget or a price is none."""
BY_ANOTHER = re.compile(r"\b(?:adopted|passed|approved|proclaimed|endorsed)\b(?:\W+\w+){0,6}?\W+by\W+the\W+[A-Z]")
"""A participle whose agent is named, though it is no actor that was found."""
RECITAL = re.compile(r"\W*(?:whereas|which)\b", re.IGNORECASE)
"""What a resolution recalls was decided on another occasion."""
SITTING = re.compile(
    r"\b(?:meeting|conference|congress|convention|summit|session|assembly|council|forum|gathering|round[- ]?table|rally|march|vigil)\b",
    re.IGNORECASE,
)
"""Gatherings that issue statements."""
FILED = ("/file", "/sue", "/ask-court", "/appeal-to-court")
"""Rules of events that put a request before a court."""
CROWD = frozenset(
    "activists attendees campaigners community crowd delegates demonstrators groups marchers members organisers organizers"
    " participants people picketers protesters protestors rally residents strikers students supporters unionists workers".split()
)
"""Words that name those who take part in a gathering without telling who they are."""
OWN_KINDS = frozenset({"Appeal", "Resolution", "Speech", "Statement"})
"""Kinds of documents that are an act of their author's."""
BESIDE = 1.0
"""What a report that does not hold the demand counts less than a statement."""
SAID = frozenset({"Condemnation", "LegalAction", "Other", "Review"})
"""Further types of events at which something is said; who gives aid or votes does not ask by it."""
LEAD = 0.25
"""The share of a document in which it tells what it is about."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of a document when its demands are tied to events.

    ``adopter`` and ``author`` are ids of actors, ``voice`` tells who speaks at an offset,
    ``represented`` are the bodies in whose name the author speaks.
    """

    document: Document
    adopter: Sequence[str] = ()
    author: Sequence[str] = ()
    voice: Callable[[int], tuple[str, ...]] | None = None
    represented: Sequence[str] = ()

    def speakers(self, demand: Demand) -> set[str]:
        """Who speaks where a demand stands, if that is a quotation."""
        if self.voice is None:
            return set()
        found = set(self.voice(demand.action.begin))
        return found if found != set(self.author) else set()


def distance(demand: Demand, event: Event) -> int:
    """Characters between a demand's evidence and the nearest telling of an event, 0 where they overlap."""
    spot = demand.evidence[0] if demand.evidence else demand.action
    gaps = [max(0, p.begin - spot.end, spot.begin - p.end) for p in event.evidence]
    return min(gaps, default=10**9)


def fitness(demand: Demand, event: Event, occasion: Occasion) -> float:
    """How well an event fits as the occasion of a demand; 0 means not at all."""
    gap = distance(demand, event)
    askers, agents = set(demand.issuers), set(event.agents)
    if event.type == "Adoption":
        return _adoption(askers, agents, gap, event, occasion)
    asks = bool(askers & agents)
    if event.rule.endswith("/statement/own"):
        if askers and askers <= {*occasion.author, *occasion.represented}:
            return max(1.0, 3.2 if gap == 0 else 0.0)
        if not askers and occasion.document.kind in OWN_KINDS and not occasion.speakers(demand):
            return 0.3
    if event.type == "Report" and askers & set(occasion.adopter):
        return 0.0  # what a resolution asks for is asked by its adoption
    if event.type == "Report" and gap and event.evidence[0].begin > demand.action.begin:
        return 0.0  # told after the demand, it is not what the demand was made in
    if event.type in {"Statement", "Report"}:
        if occasion.speakers(demand) & agents:
            return 2.6 - min(gap, WHOLE) / WHOLE
        if asks and gap == 0:
            return 3.2
        if asks and gap <= NEAR:  # a report told beside is less often the occasion than what was said
            return 1.5 - gap / NEAR - (BESIDE if event.type == "Report" else 0.0)
        if _goes_on(demand, event, occasion):
            return 0.5
        return _released(askers, agents, event, occasion)
    if event.type in {"Demonstration", "Meeting"}:
        if gap == 0 and (asks or not agents):
            return 2.2
        near = 0.9 - gap / NEAR if asks and gap <= NEAR / 2 else 0.0
        return max(near, _gathering(askers, agents, event, occasion))
    if event.type == "LegalAction" and event.rule.endswith(FILED) and gap == 0 and (asks or not agents):
        return 3.3
    return 0.4 if asks and gap == 0 and event.type in SAID else 0.0


def _adoption(askers: set[str], agents: set[str], gap: int, event: Event, occasion: Occasion) -> float:
    """An adoption fits the demands of who adopted, and those of an appeal that says of itself that it was adopted."""
    kind = occasion.document.kind
    told = [(p.text, p.begin) for p in event.evidence]
    texts = [text for text, _ in told]
    if not agents and any(BY_ANOTHER.search(text) for text in texts):
        return 0.0
    adopted = bool(askers & agents) or (not agents and bool(askers & set(occasion.adopter)))
    if kind == "Resolution" and any(asker in agent for asker in askers for agent in agents):
        adopted = True  # the delegates to a congress, the members of a council
    if kind == "Resolution" and not agents and not askers:
        adopted = True
    own = kind in {"Appeal", "Resolution", "Statement"} and any(OWN_ACT.search(text) for text in texts)
    if own and (not askers or askers & (set(occasion.author) | set(occasion.adopter))):
        adopted = True
    if not adopted:
        return 0.0
    if not own and kind in OWN_KINDS - {"Resolution"} and gap > 0 and not any(CARRIER.search(text) for text in texts):
        return (
            0.6 - 0.5 * min(gap, WHOLE) / WHOLE
        )  # a decision that the document tells of, not one that holds its demands
    if any(RECITAL.match(text) or RECITAL.match(_line(occasion.document.text, at)) for text, at in told):
        return 0.5
    past = not occasion.document.date or not compatible(event.date, occasion.document.date)
    told_of = kind in OWN_KINDS and gap > 0 and not own and bool(occasion.document.date)
    if past and (event.rule.endswith("/adopted-act") if kind == "Resolution" else told_of):
        return 0.5  # *its resolution of 5 May 2001*, which this one builds upon
    fit = 2.7 if event.rule.endswith("/resolved") else 3.4 if gap == 0 else 3.0
    return fit + 0.05 * any(CARRIER.search(text) for text in texts) - min(gap, WHOLE) / WHOLE


def _line(text: str, at: int) -> str:
    """The first words of the line of an offset."""
    begin = text.rfind("\n", 0, at) + 1
    return text[begin : begin + 20]


def _gathering(askers: set[str], agents: set[str], event: Event, occasion: Occasion) -> float:
    """A gathering with which a document begins holds what those who took part ask in it, and its joint statement."""
    document = occasion.document
    place = min((p.begin for p in event.evidence), default=0) / max(1, len(document.text))
    if place > LEAD:
        return 0.0
    own = {*occasion.author, *occasion.represented}
    if document.kind in {"Resolution", "Statement"} and SITTING.search(document.title or ""):
        return 1.2 - place if not askers or askers & (agents | own) else 0.0
    crowd = bool(askers) and all(set(asker.split("-")) <= CROWD for asker in askers)
    return 0.35 - place if askers & agents or (crowd and event.type == "Demonstration") else 0.0


def _released(askers: set[str], agents: set[str], event: Event, occasion: Occasion) -> float:
    """A press release is one statement of its author's: the first one told in it holds its demands together."""
    own = {*occasion.author, *occasion.represented}
    if occasion.document.kind != "PressRelease" or event.type != "Statement" or not askers or not askers <= own:
        return 0.0
    return (
        0.4 - 0.3 * min(p.begin for p in event.evidence) / max(1, len(occasion.document.text)) if agents & own else 0.0
    )


def _goes_on(demand: Demand, event: Event, occasion: Occasion) -> bool:
    """Whether a demand goes on, in the same paragraph, with what a statement just before tells."""
    spot = demand.evidence[0] if demand.evidence else demand.action
    before = [p.end for p in event.evidence if p.end <= spot.begin]
    if not before or spot.begin - max(before) > NEAR:
        return False
    return "\n" not in occasion.document.text[max(before) : spot.begin].strip(" ")


def _with_adopter(event: Event, events: Sequence[Event]) -> Event:
    """An adoption told without its agent (*in a resolution adopted on Monday, the Council urges …*), with who speaks in its clause."""
    if event.type != "Adoption" or event.agents or not any(CARRIER.search(p.text) for p in event.evidence):
        return event
    if any(BY_ANOTHER.search(p.text) for p in event.evidence):
        return event
    spans = [(p.begin, p.end) for p in event.evidence]
    speakers = {
        agent
        for other in events
        if other.type in {"Adoption", "Condemnation", "Statement"} and other is not event
        for p in other.evidence
        if any(begin < p.end and p.begin < end for begin, end in spans)
        for agent in other.agents
    }
    return replace(event, agents=tuple(sorted(speakers))) if len(speakers) == 1 else event


def link(demands: Sequence[Demand], events: Sequence[Event], occasion: Occasion) -> tuple[Demand, ...]:
    """Give each demand the event that fits best, if one fits.

    Parameters
    ----------
    demands, events : the findings of one document
    occasion : the document, who adopted it and who speaks in it
    """
    events = tuple(_with_adopter(event, events) for event in events)
    linked = []
    for demand in demands:
        best, fit = None, 0.0
        for event in events:
            score = fitness(demand, event, occasion)
            if score > fit:
                best, fit = event, score
        linked.append(replace(demand, made_at=(best.id,)) if best is not None else demand)
    return tuple(linked)
