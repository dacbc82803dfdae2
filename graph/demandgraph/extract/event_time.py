"""Finds when: the date that stands in a trigger's clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from demandgraph.dates import find_dates, full_dates
from demandgraph.extract.event_when import (
    GIVEN_OUT,
    causes_of,
    is_occasion,
    is_simultaneous,
    leading_to,
    occurring,
    opened_by,
    performed,
    reported_by,
    shared_before,
)
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DAY = len("2031-05-03")
BACKGROUND = frozenset("after following since before despite over about regarding concerning against ahead".split())
"""Prepositions whose phrase tells something else, with a date of its own: *after the vote of 3 May, the council met*."""
GIVING = GIVEN_OUT | frozenset("approve enact promulgate endorse ratify conclude table submit".split())
TIMES = frozenset(
    """morning afternoon evening night day week month year spring summer autumn fall winter end beginning start course
    middle half part quarter hour dawn eve date early late""".split()
)
"""Nouns before *of* that are parts of a time themselves: *the night of 3 May*."""
MODIFIERS = frozenset({"nummod", "compound", "nmod", "amod"})
ROUGHLY = frozenset("over about some nearly almost than least most approximately around roughly to".split())
"""Words before a number that is no year: *over 2000 miners*."""
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
    dates = full_dates(parsed.text)
    past = [iso for begin, _, iso in dates if not AHEAD.search(parsed.text, max(0, begin - 90), begin)]
    return max(past or [iso for _, _, iso in dates], default=None)


AHEAD = re.compile(
    r"\b(?:will|shall|upcoming|forthcoming|next|until|by|to be held|look(?:ing)? forward)\b", re.IGNORECASE
)
"""Words before a date that make it one to come, from which what is told as past is not counted."""


MONTH_OR_DIGIT = re.compile(r"\d|January|February|March|April|May|June|July|August|September|October|November|December")
SAME = re.compile(r"\bthe same (?P<unit>day|month|year)\b", re.IGNORECASE)
NEXT_TO = re.compile(
    r"\b(?:the (?P<before>previous|preceding)|the (?P<after>following|next)) day\b"
    r"|\b(?:a|one|the) day (?:(?P<earlier>earlier|before)|(?P<later>later|after))\b(?!\s+(?:the|a|an|its|his|her|their)\b)",
    re.IGNORECASE,
)
"""A day told by its distance from the day told before: *the previous day*, *a day later*."""
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
COUNTED = re.compile(
    rf"(?<!about )(?<!nearly )(?<!almost )(?<!some )(?<!than )\b(?P<count>a|one|{'|'.join(NUMBERS)}|\d{{1,2}}) (?P<unit>day|month|year)s? (?P<way>later|earlier|after|before)\b",
    re.IGNORECASE,
)
"""A date told by its distance from the date told before: *four days later*, *three months after the vote*."""


def shifted(match: re.Match[str], last: str) -> str | None:
    """The date so far from the last one told, ``None`` if that one is not precise enough to count from."""
    word = match["count"].lower()
    n = int(word) if word.isdigit() else NUMBERS.index(word) + 2 if word in NUMBERS else 1
    n = n if match["way"].lower() in {"later", "after"} else -n
    unit = match["unit"].lower()
    if unit == "day":
        return (date.fromisoformat(last) + timedelta(days=n)).isoformat() if len(last) == DAY else None
    if unit == "year":
        return f"{int(last[:4]) + n:04}"
    if len(last) < len("2031-05"):
        return None
    months = int(last[:4]) * 12 + int(last[5:7]) - 1 + n
    return f"{months // 12:04}-{months % 12 + 1:02}"


def dates_of(
    parsed: ParsedDocument, sentence: Sentence, reference: str | None = None, last: str | None = None
) -> list[Dated]:
    """The dates of a sentence, those without a year settled by the document's own date where it has one."""
    text = parsed.text[sentence.begin : sentence.end]
    if (
        not MONTH_OR_DIGIT.search(text)
        and "day" not in text
        and "month" not in text
        and "year" not in text
        and "week" not in text
        and ("last" not in text and "night" not in text and " in " not in text)
    ):
        return []
    found = []
    mentions = find_dates(text, reference or parsed.document.date)
    if not parsed.document.date:  # "today" and "last week" count from the document's date only
        mentions = [m for m in mentions if MONTH_OR_DIGIT.search(text[m[0] : m[1]])]
    if last and (same := SAME.search(text)):
        mentions.append((*same.span(), last[: {"day": 10, "month": 7, "year": 4}[same["unit"].lower()]]))
    day = last if last and len(last) == DAY else parsed.document.date
    if day and len(day) == DAY and " day" in text and (beside := NEXT_TO.search(text)):
        shift = timedelta(days=-1 if beside["before"] or beside["earlier"] else 1)
        mentions.append((*beside.span(), (date.fromisoformat(day) + shift).isoformat()))
    elif last and not mentions and (away := COUNTED.search(text)) and (iso := shifted(away, last)):
        mentions.append((*away.span(), iso))
    real = (t for t in sentence.span if not parsed.is_virtual(t) and not t.is_space)
    tokens = [(parsed.begin(t) - sentence.begin, t) for t in real] if mentions else []
    for begin, end, iso in mentions:
        inside = [t for at, t in tokens if begin <= at < end]
        if inside and not is_amount(inside):
            counted = iso[:4] not in text[begin:end] and len(iso) > 4
            # from another date that the text tells, nothing follows about which of two years it is
            assumed = counted and bool(parsed.document.date)
            found.append(Dated(iso, inside[0], inside[-1], assumed))
    return found


def is_amount(tokens: list[Token]) -> bool:
    """Whether what looks like a year counts something: *over **2000** miners*."""
    first = tokens[0]
    counting = first.i > first.sent.start and first.nbor(-1).lower_ in ROUGHLY
    return len(tokens) == 1 and first.like_num and counting and first.dep_ == "nummod" and first.head.tag_ == "NNS"


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
    clause = {trigger.i} | ({verb.i} if verb is not None else set()) | performed(trigger) | occurring(trigger)
    clause |= leading_to(trigger)
    mains = causes_of(trigger) + reported_by(trigger)
    before = shared_before(trigger)
    opened = opened_by(trigger)
    ranked = []
    for d in dates:
        if is_of_another(d, trigger):
            continue
        for steps, t in enumerate([d.owner, *d.owner.ancestors]):
            if t.i in clause:
                ranked.append((t.i != trigger.i, steps, -len(d.iso), d.first.i, d))
                break
            if t.i in mains:  # "shelled the town on 3 May, killing two": also on 3 May
                ranked.append((True, steps + 9 * (1 + mains.index(t.i)), -len(d.iso), d.first.i, d))
                break
            if t.i in before and d.last.i < t.i:  # "today condemned the raid, but said": both today
                ranked.append((True, steps + 90, -len(d.iso), d.first.i, d))
                break
            if t.i in opened and d.last.i < opened[t.i]:
                ranked.append((True, steps + 90, -len(d.iso), d.first.i, d))
                break
            if (steps and t.lower_ in BACKGROUND) or steps > 4:
                break
            if t.dep_ in CLAUSES and t.pos_ in {"VERB", "AUX"} and not is_occasion(t) and not is_simultaneous(t):
                break
    if ranked:
        best = in_named_year(min(ranked, key=lambda r: r[:4])[4], trigger, dates)
        # "this year's summit, on 30 November": the more precise of two dates that agree
        return max((d for d in [best, *dates] if d.iso.startswith(best.iso)), key=lambda d: len(d.iso))
    if len(dates) == 1 and span is not None and span.start <= dates[0].first.i < span.end:
        return dates[0]
    return None


def is_of_another(date: Dated, trigger: Token) -> bool:
    """Whether *of* ties a date to what a verb acts on: *suspended the constitution **of 2007***, not *on the night of*.

    What is given out or adopted has the date on which that was done: *adopted the resolution of 3 May*.
    """
    if trigger.lemma_.lower() in GIVING:
        return False
    prep = date.first.doc[date.first.i - 1] if date.first.i else date.first
    noun = date.owner
    tied = prep.lower_ == "of" and prep.head.i == noun.i and noun.i != trigger.i
    return tied and noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ == "dobj" and noun.lemma_.lower() not in TIMES


def in_named_year(found: Dated, trigger: Token, dates: list[Dated]) -> Dated:
    """A day without a year in the year that names the occasion: *the **2031** summit on 30 November*."""
    if not found.assumed or len(found.iso) < DAY:
        return found
    occasions = {trigger.i, found.owner.i}
    year = next(
        (d for d in dates if len(d.iso) == len("2031") and d.last.dep_ in MODIFIERS and names(d, occasions)), None
    )
    if year is None:
        return found
    return Dated(year.iso + found.iso[len("2031") :], found.first, found.last)


def names(year: Dated, occasions: set[int]) -> bool:
    """Whether a year stands in the name of one of the occasions: *the **2031** Oslo summit*."""
    head = year.last.head
    return head.i in occasions or (head.dep_ in MODIFIERS and head.head.i in occasions)
