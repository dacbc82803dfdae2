"""Finds when and where: the date and the place that stand in a trigger's clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.dates import find_dates
from demandgraph.extract.figure_units import is_person_noun
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = 30
"""How many words off the only place of a sentence may stand and still be that of an event told in it."""
WHERE = frozenset("in at near outside inside across throughout around from on".split())
PLACES = frozenset({"GPE", "LOC", "FAC"})
CLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis", "conj", "acl"})


@dataclass(slots=True)
class Dated:
    """A date of a sentence: its ISO form and its tokens."""

    iso: str
    first: Token
    last: Token
    assumed: bool = False
    """The text gives no year; it was counted from the reference date."""
    owner: Token = field(init=False)

    def __post_init__(self) -> None:
        self.owner = _owner(self.first, self.last)


def _owner(first: Token, last: Token) -> Token:
    """The word outside the date on which the date depends, prepositions passed over."""
    span = range(first.i, last.i + 1)
    token = next((t for t in first.doc[first.i : last.i + 1] if t.head.i not in span), first)
    token = token.head
    while token.pos_ in {"ADP", "SCONJ"} and token.head.i != token.i:
        token = token.head
    return token


def reference_of(parsed: ParsedDocument) -> str | None:
    """The date from which dates without a year are counted: the document's own, else the latest full date it tells."""
    if parsed.document.date:
        return parsed.document.date
    dates = [(begin, iso) for begin, _, iso in find_dates(parsed.text) if len(iso) == 10]
    past = [iso for begin, iso in dates if not AHEAD.search(parsed.text, max(0, begin - 90), begin)]
    return max(past or [iso for _, iso in dates], default=None)


AHEAD = re.compile(
    r"\b(?:will|shall|upcoming|forthcoming|next|until|by|to be held|look(?:ing)? forward)\b", re.IGNORECASE
)
"""Words before a date that make it one to come, from which what is told as past is not counted."""


MONTH_OR_DIGIT = re.compile(r"\d|January|February|March|April|May|June|July|August|September|October|November|December")
SAME = re.compile(r"\bthe same (?P<unit>day|month|year)\b", re.IGNORECASE)


def dates_of(
    parsed: ParsedDocument, sentence: Sentence, reference: str | None = None, last: str | None = None
) -> list[Dated]:
    """The dates of a sentence, those without a year settled by the document's own date where it has one."""
    text = parsed.text[sentence.begin : sentence.end]
    if (
        not any(c.isdigit() for c in text)
        and "day" not in text
        and "month" not in text
        and "year" not in text
        and ("last" not in text and "night" not in text and " in " not in text)
    ):
        return []
    found = []
    tokens = [t for t in sentence.span if not parsed.is_virtual(t)]
    mentions = find_dates(text, reference or parsed.document.date)
    if not parsed.document.date:  # "today" and "last week" count from the document's date only
        mentions = [m for m in mentions if MONTH_OR_DIGIT.search(text[m[0] : m[1]])]
    if last and (same := SAME.search(text)):
        mentions.append((*same.span(), last[: {"day": 10, "month": 7, "year": 4}[same["unit"].lower()]]))
    for begin, end, iso in mentions:
        inside = [t for t in tokens if begin <= parsed.begin(t) - sentence.begin < end and not t.is_space]
        if inside:
            assumed = iso[:4] not in text[begin:end] and len(iso) > 4
            found.append(Dated(iso, inside[0], inside[-1], assumed))
    return found


def is_later(iso: str, reference: str | None) -> bool:
    """Whether a date lies so far behind the reference date that what is told as past must have been a year before."""
    if reference is None or len(iso) < 7 or len(reference) < 7:
        return False
    months = [int(d[:4]) * 12 + int(d[5:7]) for d in (iso, reference)]
    return months[0] > months[1] + 1


def is_before(iso: str, reference: str | None) -> bool:
    """Whether a date lies before the reference date, so that what is told as to come must be a year later."""
    return reference is not None and min(len(iso), len(reference)) >= 7 and iso < reference[: len(iso)]


def date_for(trigger: Token, verb: Token | None, dates: list[Dated], span: Span | None = None) -> Dated | None:
    """The date that belongs to a trigger: below it, else in its verb's clause, the most precise and nearest first."""
    if not dates:
        return None
    if trigger.dep_ == "relcl":  # "May 2011, when she was summoned"
        for d in dates:
            if d.first.i <= trigger.head.i <= d.last.i:
                return d
    clause = {trigger.i} | ({verb.i} if verb is not None else set())
    ranked = []
    for d in dates:
        for steps, t in enumerate([d.owner, *d.owner.ancestors]):
            if t.i in clause:
                ranked.append((t.i != trigger.i, steps, -len(d.iso), d.first.i, d))
                break
            if (t.dep_ in CLAUSES and t.pos_ in {"VERB", "AUX"}) or steps > 4:
                break
    if ranked:
        best = min(ranked, key=lambda r: r[:4])[4]
        # "this year's summit, on 30 November": the more precise of two dates that agree
        return max((d for d in dates if d.iso.startswith(best.iso)), key=lambda d: len(d.iso))
    if len(dates) == 1 and span is not None and span.start <= dates[0].first.i < span.end:
        return dates[0]
    return None


def place_for(trigger: Token, verb: Token | None, own_clause_only: bool = False) -> str | None:
    """The place of an event: a preposition of place with a place name, below the trigger or its verb."""
    if trigger.dep_ == "relcl" and any(c.lower_ == "where" for c in trigger.children):  # "in Norton, where we met"
        return name_of_place(trigger.head) or _place_below(trigger.head, 1)
    for anchor in (trigger, verb):
        if anchor is None or (anchor is trigger and own_clause_only and trigger.pos_ not in {"VERB", "AUX"}):
            continue
        found = _place_below(anchor, 0 if own_clause_only or anchor is not trigger else 2)
        if found:
            return found
    return None


def nearest_place(trigger: Token, span: Span | None, claimed: set[str]) -> str | None:
    """The place named nearest to a trigger with *in* or *at*: in its own telling, else the only one of the sentence.

    ``claimed`` are places that belong to other events of the sentence; those of people (*nurses in Norland*) do not count.
    """
    found = [
        (abs(t.i - trigger.i), t.i, p)
        for t in trigger.sent
        if t.dep_ == "prep" and (p := _in_place(t)) and (not _of_people(t.head) or t.head.head.i == trigger.i)
    ]
    inside = [f for f in found if span is not None and span.start <= f[1] < span.end]
    if inside:
        return min(inside)[2]
    near = min(found, default=None)
    only = near is not None and len({p for _, _, p in found}) == 1
    return near[2] if near is not None and only and near[0] <= NEAR and near[2] not in claimed else None


def _of_people(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.ent_type_ == "NORP" or is_person_noun(noun.lemma_.lower(), noun.text)


def _place_below(anchor: Token, depth: int) -> str | None:
    for c in anchor.children:
        if c.dep_ == "prep" and c.lower_ in WHERE - ({"from"} if anchor.pos_ == "NOUN" else {"from", "on"}):
            for name in c.children:
                if name.dep_ == "pobj" and (place := name_of_place(name)):
                    return place
        if c.dep_ == "prep" and c.lower_ == "to" and anchor.lemma_.lower() in MOVING | VISITS:
            for name in c.children:
                if name.dep_ == "pobj" and (place := name_of_place(name)):
                    return place
        if c.dep_ == "prep" and c.lower_ in {
            "on",
            "in",
        }:  # "on 4 May in Norton": the parser hangs the place on the date
            days = [d for d in c.children if d.dep_ == "pobj" and d.ent_type_ == "DATE"]
            found = (p for d in days for m in d.subtree if m.dep_ == "prep" and (p := _in_place(m)))
            if place := next(found, None):
                return place
        if c.dep_ in {"npadvmod", "advmod"} and c.ent_type_ in PLACES:
            return name_of_place(c)
    if anchor.pos_ in {"VERB", "AUX"}:  # "adopted at a rally in Norton"; two such places are none
        inner = {
            p
            for c in anchor.children
            if c.dep_ == "prep" and c.lower_ in {"at", "during"}
            for m in c.subtree
            if m.dep_ == "prep" and (p := _in_place(m))
        }
        if len(inner) == 1:
            return inner.pop()
    if depth:
        for c in anchor.children:
            if c.dep_ in {"prep", "agent"}:
                for noun in c.children:
                    if noun.dep_ == "pobj" and (place := _place_below(noun, depth - 1)):
                        return place
            elif (
                c.dep_ in {"dobj", "nsubjpass", "nsubj"} and c.pos_ != "PROPN" and (place := _place_below(c, depth - 1))
            ):
                return place
    if anchor.pos_ == "VERB":  # "arrested Ana Orr in Norton": the parser may hang the place on the name
        for c in anchor.children:
            if c.dep_ == "dobj" and c.pos_ == "PROPN":
                found = (p for m in c.children if m.dep_ == "prep" and m.i > c.i and (p := _in_place(m)))
                return next(found, None)
    return None


VISITS = frozenset("visit trip journey".split())
MOVING = frozenset("return travel flee move go come arrive fly escape emigrate".split())
SITES = frozenset(
    """center centre prison square camp hospital university station airport embassy headquarters palace colony jail court
    stadium park street church cathedral mosque hall port base""".split()
)


def _in_place(prep: Token) -> str | None:
    if prep.lower_ not in {"in", "at", "near", "outside", "throughout"}:
        return None
    return next((p for n in prep.children if n.dep_ == "pobj" and (p := name_of_place(n))), None)


def name_of_place(token: Token) -> str | None:
    """The name of the place that a token heads, ``None`` if it heads none."""
    if token.ent_type_ not in PLACES and not (token.ent_type_ == "ORG" and token.lower_ in SITES):
        if token.ent_type_ or token.pos_ != "PROPN" or len(token.text) < 3 or not token.text.istitle():
            return None
        first = token.i
        while (
            first > token.sent.start
            and token.doc[first - 1].pos_ == "PROPN"
            and token.doc[first - 1].dep_ == "compound"
        ):
            first -= 1
        return token.doc[first : token.i + 1].text
    ent = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
    if ent is None:
        return None
    if ent.text.islower():
        return None
    words = [t for t in ent if not (t.i == ent.start and t.pos_ == "DET")]
    name = token.doc[words[0].i : words[-1].i + 1].text if words else ""
    return name.removesuffix("'s").strip() or None
