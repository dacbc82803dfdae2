"""A document's demands as they can be compared: the country, the actions and the objects, named alike everywhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from demandgraph.across import LocalId, Names
from demandgraph.model import Actor, Demand, Document, Findings
from demandgraph.resolve.asks import Ask, asks_of, without_asides
from demandgraph.resolve.known import Known
from demandgraph.resolve.likeness import negated
from demandgraph.resolve.naming import name_key
from demandgraph.resolve.scenes import country_forms, places_in, scene

# Who rules a country is that country, in a document about it: "the Maron regime", "the authorities".
RULERS = re.compile(
    r"\b(?:[Tt]he\s+)?(?:[A-Z][\w-]+(?:['’]s)?\s+){0,2}(?:regime|government|authorities|junta)\b(?:['’]s?)?", re.UNICODE
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A demand of one document, as far as it matters for comparing it.

    ``country`` is the name key of the country that it is about, empty where none is told; ``asked`` the IRIs of whom
    it asks; ``asks`` what it asks for, the main thing first; ``date`` when it was made: the date of the event at which it was, or
    else the document's; empty where neither is told.
    """

    id: LocalId
    demand: Demand
    document: Document
    country: str
    asked: frozenset[str]
    asks: tuple[Ask, ...]
    negated: bool
    date: str = ""


def wordings_of(
    findings: Findings, names: Names, known: Known, decided: Collection[LocalId] = frozenset()
) -> list[Wording]:
    """The demands of a document that have words to compare, or of which it is decided what they are the same as."""
    document, about = findings.document, scene(findings, known)
    forms = country_forms(findings, known)
    by_id = {a.id: a for a in findings.actors}
    dates = {e.id: e.date for e in findings.events if e.date}
    found = []
    for demand in findings.demands:
        roles = {*demand.issuers, *demand.addressees}
        asked = frozenset(names.actors[document.sha256, a].iri for a in demand.addressees)
        spans = list(spans_of(demand, findings, names, forms))
        parties = {name_key(known.label(by_id[i]), "Country") for i in roles if by_id[i].type == "Country"}
        country = country_of({s[2] for s in spans}, about, parties) or sole_country(demand, by_id, known)
        text = with_actors(without_asides(demand.action.text), spans, country, roles)
        asks = tuple(a for a in asks_of(text, demand.topic) if a.action or a.objects)
        local = (document.sha256, demand.id)
        if asks or local in decided:
            date = made_on(document.date or "", min((dates[e] for e in demand.made_at if e in dates), default=""))
            found.append(Wording(local, demand, document, country, asked, asks, negated(demand.action.text), date))
    return found


def made_on(written: str, event: str) -> str:
    """When a demand was made: at its event, if that was before the document was written, which tells of it later.

    >>> made_on("2031-06-01", "2031-05-09"), made_on("2031-06-01", "2031-09"), made_on("", "2031")
    ('2031-05-09', '2031-06-01', '2031')
    """
    return event if event and (not written or event <= written) else written or event


Span = tuple[int, int, str, str]
"""Begin and end within the action, the name key of the country named there, or else the actor's id and IRI."""


def spans_of(demand: Demand, findings: Findings, names: Names, forms: Mapping[str, str]) -> Iterator[Span]:
    """Where an action names countries and other actors by their names."""
    begin, text = demand.action.begin, without_asides(demand.action.text)
    for b, e, key in places_in(text, forms):
        yield b, e, key, ""
    for actor in findings.actors:
        if actor.type not in ("Country", "Group"):
            iri = names.actors[findings.document.sha256, actor.id].iri
            for m in actor.mentions:
                if begin <= m.begin and m.end <= begin + len(text) and m.text != m.text.lower():
                    yield m.begin - begin, m.end - begin, "", f"{actor.id} {iri.rsplit('/', 1)[-1]}"


def country_of(named: set[str], about: str, parties: set[str]) -> str:
    """The country that a demand is about: the only one that it names, else the document's."""
    others = named - {about, ""} - parties
    return others.pop() if len(others) == 1 and about not in named else about


def sole_country(demand: Demand, by_id: Mapping[str, Actor], known: Known) -> str:
    """The country that is asked, if it is asked alone."""
    asked = [by_id[i] for i in demand.addressees]
    return name_key(known.label(asked[0]), "Country") if len(asked) == 1 and asked[0].type == "Country" else ""


def with_actors(text: str, spans: list[Span], country: str, roles: set[str]) -> str:
    """An action with one sign for each actor that it names; the parties and the country itself are left out."""
    edits = [(m.start(), m.end(), "") for m in RULERS.finditer(text) if ruled(m, spans, country)]
    for begin, end, key, actor in spans:
        local, _, sign = actor.partition(" ")
        gone = key == country if key else local in roles or bool(RULERS.fullmatch(text[begin:end]))
        edits.append((begin, end, "" if gone else f" @{key or sign} "))
    at = 0
    written = []
    for begin, end, sign in sorted(edits, key=lambda e: (e[0], -e[1])):
        if begin >= at:
            written += [text[at:begin], sign]
            at = end
    return "".join((*written, text[at:]))


def ruled(match: re.Match[str], spans: list[Span], country: str) -> bool:
    """Whether rulers named in an action are those of the country that it is about."""
    return all(key in ("", country) for b, e, key, _ in spans if match.start() <= b and e <= match.end())
