"""Finds figures: numbers that count people, votes, acts or documents, with their unit and qualifier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from demandgraph.extract.cast import Cast
from demandgraph.extract.figure_counts import what_it_counts
from demandgraph.extract.figure_units import NAMING, VOTES, is_person_noun
from demandgraph.extract.number_words import Number, find_numbers
from demandgraph.model import Event, Figure
from demandgraph.parsed import ParsedDocument, Sentence

SKIPPED_BLOCKS = frozenset({"furniture", "foreign", "address", "copy", "dateline", "salutation"})
MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTH_BEFORE = re.compile(rf"\b{MONTHS}\s+$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"^(?:\s*(?:-|–|to|and)\s*\d+)?\s+(?:of\s+)?{MONTHS}(?!\w)", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:usd|eur|gbp|us\$|dollars|euros?|rs\.?))\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![\w])([^\W\d_]+)[.:#]?\s*(?:\(?\d+\)?(?:,| and| to| or|-|–)\s*)*$")
_AGE = re.compile(r"^(?:\s+(?:years?|months?)[\s-]old\b|-year)|^\s*(?:years?|months?) of age", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|aging|under the age of|over the age of|ages)\s+(?:of\s+)?$", re.IGNORECASE)
_VOTE_AFTER = re.compile(
    r"^\s*(?:member\s+)?(?:states?\s+|countries\s+|members?\s+|votes?\s+|voted\s+|voting\s+)?(?:were\s+)?"
    r"(?P<word>in favou?r|for\b|against|opposed|abstentions?|abstain(?:ed|ing)?|yes\b|no\b)",
    re.IGNORECASE,
)
_VOTES_TO = re.compile(
    r"(?P<a>\d+)(?:\s+votes?)?(?:\s+in\s+favou?r)?\s*(?:to|[-–:])\s*(?:none|(?P<b>\d+))", re.IGNORECASE
)
_VOTE_CUE = re.compile(r"\b(?:vot(?:e[sd]?|ing)|ballot|adopted|approved|passed|rejected|defeated)\b", re.IGNORECASE)
_TALLY = re.compile(r"(?<![\w.-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w-]|[.,]\d)")
_TALLY_CUE = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|adopted|approved|passed|rejected|defeated)\b[^.;:\d]{0,30}$", re.IGNORECASE
)
_RATE_BEFORE = re.compile(
    r"\b(?:per|every|(?:one|two|three|\d+)\s+(?:in|out\s+of)(?:\s+every)?)\s+$", re.IGNORECASE
)  # *per 10,000 people*, *one in three women*
_TIME_BEFORE = re.compile(
    rf"\b(?:in|since|during|until|till|before|after|by|from|the|this|its|their|year|late|early|mid|spring|summer|autumn|fall|winter|{MONTHS})"
    r"[\s-]+$",
    re.IGNORECASE,
)
_NOUN_NEXT = re.compile(r"^\s+(?:[a-z]+\s+)?(?P<noun>[a-z]+s|people|women|men|children|staff)\b")
_ACRONYM_BEFORE = re.compile(r"\b[A-Z]{2,}\s$")


def find_figures(parsed: ParsedDocument, cast: Cast, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """Find the figures of a parsed document; each belongs to the event in whose telling it stands, if any."""
    found: list[Figure] = []
    for sentence in parsed.sentences:
        if parsed.blocks[sentence.block].kind in SKIPPED_BLOCKS:
            continue
        text = parsed.text[sentence.begin : sentence.end]
        numbers = find_numbers(text)
        if numbers or _TALLY.search(text):
            found.extend(_figures(parsed, sentence, text, numbers, events))
    return tuple(_distinct(found, lambda f: parsed.text[max(0, f.evidence[0].begin - 8) : f.evidence[0].begin]))


def _figures(
    parsed: ParsedDocument, sentence: Sentence, text: str, numbers: tuple[Number, ...], events: tuple[Event, ...]
) -> Iterator[Figure]:
    """The figures of one sentence; votes of one count are read together."""
    counts = [
        m
        for m in _VOTES_TO.finditer(text)
        if m["b"] and not (len(m["a"]) == len(m["b"]) == 4) and _VOTE_CUE.search(text[: m.start()])
    ]
    numbers = _with_tallies(text, numbers)
    against = {m.start("b"): m for m in counts}
    favour = {m.start("a"): m for m in counts}
    last_unit: str | None = None
    for number in numbers:
        if number.begin in favour or number.begin in against:
            match = favour.get(number.begin) or against[number.begin]
            unit = "votes in favour" if number.begin in favour else "votes against"
            end = match.end("a") if number.begin in favour else match.end()
            begin = number.start if number.begin in favour else match.start()
            if number.begin in favour and (tail := re.match(r"\s+votes?(?:\s+in\s+favou?r)?", text[end:])):
                end += tail.end()
            yield _figure(parsed, sentence, number, unit, begin, end, events, "votes", 0.95)
            continue
        vote = _vote(text, number)
        if vote:
            unit, end = vote
            yield _figure(parsed, sentence, number, unit, number.start, end, events, "votes", 0.95)
            continue
        if _names_something(text, number):
            continue
        count = what_it_counts(parsed, sentence, text, number, last_unit)
        if count:
            last_unit = last_unit if count.rule == "alone" else count.unit
            yield _figure(
                parsed, sentence, number, count.unit, number.start, count.end, events, count.rule, count.confidence
            )


def _with_tallies(text: str, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """The numbers of a sentence with those of votes told by a dash, which are no numbers elsewhere: *passed 62-38*."""
    known = {n.begin for n in numbers}
    tallies = [
        Number(*m.span(side), m.start(side), float(m[side]), None, False, False)
        for m in _TALLY.finditer(text)
        if m.start("a") not in known and m.start("b") not in known and _TALLY_CUE.search(text[: m.start()])
        for side in ("a", "b")
    ]
    return tuple(sorted((*numbers, *tallies), key=lambda n: n.begin)) if tallies else numbers


def _figure(
    parsed: ParsedDocument, sentence: Sentence, number: Number, unit: str, begin: int, end: int,
    events: tuple[Event, ...], rule: str, confidence: float,
) -> Figure:  # fmt: skip
    phrase = parsed.phrase(sentence.begin + begin, sentence.begin + end)
    around = [
        (p.end - p.begin, e.id)
        for e in events
        for p in e.evidence
        if p.begin <= phrase.begin and phrase.end <= p.end and e.type != "Statement"
    ]
    return Figure(
        id=f"figure-{sentence.begin + number.begin}-{number.value:g}",
        value=number.value,
        unit=unit,
        evidence=(phrase,),
        qualifier=number.qualifier,
        event=min(around)[1] if around else None,
        confidence=confidence,
        rule=f"rules/figure/{rule}",
    )


def _vote(text: str, number: Number) -> tuple[str, int] | None:
    """Unit and end of a vote count: *31 votes in favour*, *9 against*, *12 members abstained*."""
    match = _VOTE_AFTER.match(text[number.end :])
    if not match or not (_VOTE_CUE.search(text) or "abst" in text.lower()):
        return None
    word = match["word"].lower()
    if word in {"for", "no"} and not re.match(r"\s*(?:,|;|\.|and\b|to\b|votes?\b|$)", text[number.end + match.end() :]):
        return None
    return VOTES[word.replace("in ", "")], number.end + match.end()


def _names_something(text: str, number: Number) -> bool:
    """Whether a number is part of a date, a sum of money, an age, a clause number or another name."""
    before, after = text[max(0, number.start - 40) : number.start], text[number.end : number.end + 40]
    tight = text[max(0, number.begin - 40) : number.begin]
    if _MONEY_BEFORE.search(tight) or _AGE.match(after) or _AGE_BEFORE.search(before):
        return True
    if not number.in_words and number.value == int(number.value):
        if number.value <= 31 and (_MONTH_BEFORE.search(tight) or _MONTH_AFTER.match(after)):
            return True
        if 1000 <= number.value <= 2100 and re.fullmatch(r"\d{4}", text[number.begin : number.end]):
            noun = _NOUN_NEXT.match(after)
            people = noun is not None and is_person_noun(noun["noun"].removesuffix("s"), noun["noun"])
            if not people or (_TIME_BEFORE.search(tight) and not number.qualifier):
                return True  # a year
    if _RATE_BEFORE.search(before):
        return True
    if number.qualifier:
        return False
    if _ACRONYM_BEFORE.search(tight) or number.value != int(number.value):
        return True  # "COP 27", "140.18"
    name = _NAME_BEFORE.search(tight)
    if name and name.group(1).lower() in NAMING:
        return True
    # "(2)" and "2." at the head of a sentence are markers
    return bool(re.search(r"(?:^|\s)\($", tight) and after.startswith(")")) or (
        not tight.strip() and bool(re.match(r"[.)]\s", after))
    )


def _distinct(figures: list[Figure], before: Callable[[Figure], str]) -> Iterator[Figure]:
    """The same count told again (same value, same unit head) is one figure, shown where it is told first."""
    seen: set[tuple[float, str]] = set()
    for figure in figures:
        words = (figure.unit or "").lower().split() or [""]
        key = (figure.value, "other " * ("other" in words) + words[-1])
        back = re.search(r"\b(?:the|these|those|all)\s+$", before(figure), re.IGNORECASE)
        if back and figure.value <= 12 and any(value == figure.value for value, _ in seen):
            continue  # "the three sailors" are those already counted
        if key not in seen:
            seen.add(key)
            yield figure
