"""Findings that people add: only with words that stand in the document, and not twice where the reading finds them too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from demandgraph.across import LocalId
from demandgraph.corrections.correction import ActorName, Correction, Key
from demandgraph.corrections.matching import KIND_FIELDS, Corpus, Finding, Range
from demandgraph.corrections.outcome import Unapplied
from demandgraph.corrections.setting import Setter
from demandgraph.iris import digest
from demandgraph.model import Affiliation, Demand, Event, Figure, Findings, Phrase


def added_actor(corpus: Corpus, setter: Setter, correction: Correction) -> LocalId:
    """The actor that a correction adds, or the one of its name and class that the document has.

    Raises
    ------
    Unapplied
        If its name, or the words that refer to it, do not stand in the document.
    """
    key = correction.keys[0]
    findings = corpus.document(key)
    if not corpus.places(findings, key.quote or key.name):
        raise Unapplied("vanished", "these words do not stand in the document any more")
    local = setter.actor(findings.document.sha256, ActorName(key.name, key.type))
    if key.quote:
        mention(corpus, findings.document.sha256, local, key)
    return findings.document.sha256, local


def mention(corpus: Corpus, sha256: str, local: str, key: Key) -> None:
    """Note where a document refers to an actor by other words than its name."""
    findings = corpus.findings[sha256]
    begin, end = place_of(corpus, findings, key)
    phrase = Phrase(begin, end, findings.document.text[begin:end])
    actors = tuple(
        replace(a, mentions=tuple(sorted({*a.mentions, phrase}))) if a.id == local else a for a in findings.actors
    )
    corpus.findings[sha256] = replace(findings, actors=actors)


def added_finding(corpus: Corpus, setter: Setter, correction: Correction) -> LocalId:
    """The finding that a correction adds, or the one that is there already.

    Raises
    ------
    Unapplied
        If its words do not stand in the document, or stand there several times and nothing tells which are meant.
    """
    key, kind = correction.keys[0], correction.kind
    findings = corpus.document(key)
    sha256 = findings.document.sha256
    fit = corpus.fitting(kind, key, findings)
    if len(fit) == 1:
        return sha256, fit[0].id
    if len(fit) > 1:
        raise Unapplied(
            "refused", f"{len(fit)} {kind}s rest on these words; tell by 'action' or 'occurrence' which is meant"
        )
    try:
        new = made(corpus, setter, correction, findings, place_of(corpus, findings, key))
    except Unapplied:
        corpus.findings[sha256] = findings
        raise
    changed: dict[str, Any] = {KIND_FIELDS[kind]: (*getattr(findings, KIND_FIELDS[kind]), new)}
    corpus.findings[sha256] = replace(corpus.findings[sha256], **changed)
    return sha256, new.id


def place_of(corpus: Corpus, findings: Findings, key: Key) -> Range:
    """The one place where the words of a key stand."""
    ranges = corpus.quoted(findings, key)
    if len(ranges) > 1 and key.near is not None:
        near = key.near
        ranges = sorted(ranges, key=lambda r: (abs(r[0] - near), r))[:1]
    if len(ranges) > 1:
        raise Unapplied("refused", f"these words stand {len(ranges)} times in the document; give 'occurrence'")
    return ranges[0]


def made(corpus: Corpus, setter: Setter, correction: Correction, findings: Findings, place: Range) -> Finding:
    """A new finding that rests on a place, without its roles."""
    key = correction.keys[0]
    begin, end = place
    evidence = (Phrase(begin, end, findings.document.text[begin:end]),)
    told = (correction.kind, key.quote, key.occurrence, key.action, key.type, key.person, key.organization, key.value)
    name, rule, sha256 = f"hand-{digest(repr(told))}", f"hand/{correction.by}", findings.document.sha256
    if correction.kind == "demand":
        action = corpus.phrase(findings, key.action, [place]) if key.action else evidence[0]
        return Demand(name, action, evidence, confidence=1.0, rule=rule)
    if correction.kind == "event":
        return Event(name, key.type, evidence, confidence=1.0, rule=rule)
    if correction.kind == "figure":
        return Figure(name, key.value or 0.0, None, evidence, confidence=1.0, rule=rule)
    person = setter.actor(sha256, ActorName(key.person), "Person")
    organization = setter.actor(sha256, ActorName(key.organization))
    return Affiliation(name, person, organization, None, evidence, confidence=1.0, rule=rule)
