"""Finds figures: numbers that count people, votes, acts or documents, with their unit and qualifier."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.figure_units import (
    COUNTED, FATES, MEASURES, NAMING, VOTES, is_person_noun,
)  # fmt: skip
from demandgraph.extract.number_words import Number, find_numbers
from demandgraph.model import Event, Figure
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SKIPPED_BLOCKS = frozenset({"furniture", "foreign", "address", "copy", "dateline", "salutation"})
MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTH_BEFORE = re.compile(rf"\b{MONTHS}\s+$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"^(?:\s*(?:-|–|to|and)\s*\d+)?\s+(?:of\s+)?{MONTHS}(?!\w)", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥]|\b(?:usd|eur|gbp|us\$|dollars|euros?|rs\.?))\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![\w])([^\W\d_]+)[.:#]?\s*(?:\(?\d+\)?(?:,| and| to| or|-|–)\s*)*$")
_PERCENT_AFTER = re.compile(r"^\s*(?:%|per\s?cent\b|percent\b|percentage points?\b)", re.IGNORECASE)
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
_ACRONYM_BEFORE = re.compile(r"\b[A-Z]{2,}\s$")


def find_figures(parsed: ParsedDocument, cast: Cast, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """Find the figures of a parsed document; each belongs to the event in whose telling it stands, if any."""
    found: list[Figure] = []
    for sentence in parsed.sentences:
        if parsed.blocks[sentence.block].kind in SKIPPED_BLOCKS:
            continue
        text = parsed.text[sentence.begin : sentence.end]
        numbers = find_numbers(text)
        if numbers:
            found.extend(_figures(parsed, sentence, text, numbers, events))
    return tuple(_distinct(found, lambda f: parsed.text[max(0, f.evidence[0].begin - 8) : f.evidence[0].begin]))


def _figures(
    parsed: ParsedDocument, sentence: Sentence, text: str, numbers: tuple[Number, ...], events: tuple[Event, ...]
) -> Iterator[Figure]:
    """The figures of one sentence; votes of one count are read together."""
    counts = [m for m in _VOTES_TO.finditer(text) if m["b"] and _VOTE_CUE.search(text[: m.start()])]
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
        counted = _counted(parsed, sentence, text, number, last_unit)
        if counted:
            unit, end, rule, confidence = counted
            last_unit = last_unit if rule == "alone" else unit
            yield _figure(parsed, sentence, number, unit, number.start, end, events, rule, confidence)


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
    """Unit and end of a vote count: *458 votes in favor*, *18 against*, *77 countries abstained*."""
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
            return True  # a year
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


def _counted(
    parsed: ParsedDocument, sentence: Sentence, text: str, number: Number, last_unit: str | None
) -> tuple[str, int, str, float] | None:
    """What a number counts: unit, end of the evidence in the sentence's text, rule, confidence."""
    tokens = [t for t in sentence.span if not parsed.is_virtual(t)]
    after = [t for t in tokens if parsed.begin(t) - sentence.begin >= number.end]
    if text[number.end :].startswith(("'s", "’s")) or number.value == 1 and after and after[0].lower_ == "of":
        return None
    percent = _PERCENT_AFTER.match(text[number.end :])
    if percent:
        return _percentage(parsed, sentence, text, number.end + percent.end(), after)
    words = _unit(after)
    if words:
        head = words[-1]
        if not _countable(head, number):
            return None
        unit = _text(parsed, words)
        if head.lemma_.lower() == "time" and not _petition_times(text, number, after):
            return None
        end = parsed.end(head) - sentence.begin
        rule = "people" if is_person_noun(head.lemma_.lower(), head.text) or head.ent_type_ == "NORP" else "count"
        return unit, end, rule, 0.9 if rule == "people" else 0.75
    return _alone(parsed, sentence, text, number, after, last_unit)


def _text(parsed: ParsedDocument, words: list[Token]) -> str:
    """The words of a unit as they stand in the text, with single blanks."""
    return " ".join(parsed.text[parsed.begin(words[0]) : parsed.end(words[-1])].split())


def _petition_times(text: str, number: Number, after: list[Token]) -> bool:
    """*petitioned more than ten times*, but not *three times higher* nor *three times a day*."""
    rest = [t.text.lower() for t in after[1:3]]
    return number.value > 2 and not (rest and rest[0] in {"as", "more", "the", "a", "per", "higher", "larger", "greater"})


def _percentage(
    parsed: ParsedDocument, sentence: Sentence, text: str, end: int, after: list[Token]
) -> tuple[str, int, str, float] | None:
    """A share of people: *70 % of children*."""
    rest = [t for t in after if parsed.begin(t) - sentence.begin >= end]
    if not rest or rest[0].lower_ != "of":
        return None
    words = _unit(rest[1:], determiners=True)
    if not words or not (is_person_noun(words[-1].lemma_.lower(), words[-1].text) or words[-1].ent_type_ == "NORP"):
        return None
    unit = "% of " + _text(parsed, words)
    return unit, parsed.end(words[-1]) - sentence.begin, "percentage", 0.6


def _unit(after: list[Token], determiners: bool = True) -> list[Token]:
    """The noun phrase that follows a number, up to its head: *(of the) former political prisoners*."""
    i = 0
    if after and after[0].lower_ == "of":
        i = 1
        while determiners and i < len(after) and (after[i].pos_ in {"DET", "PRON"} or after[i].lower_ in {"these", "those"}):
            if after[i].lower_ in {"them", "us", "which", "whom"}:
                return []
            i += 1
    elif after and after[0].lower_ in {"more", "further", "additional"}:
        i = 1
    words: list[Token] = []
    head = -1
    for t in after[i : i + 12]:
        if t.pos_ in {"NOUN", "PROPN"} and not (t.tag_ == "POS"):
            words.append(t)
            head = len(words)
            if t.tag_ in {"NNS", "NNPS"} or t.lemma_.lower() in COUNTED:
                joined = _coordinated(t, after)
                if joined:
                    return words + joined
                following = after[after.index(t) + 1] if after.index(t) + 1 < len(after) else None
                if following is None or following.pos_ not in {"NOUN", "PROPN"}:
                    break
        elif t.pos_ in {"ADJ", "NUM"} or t.tag_ in {"VBN", "VBG", "POS", "HYPH"} or t.lower_ in {"-", "and", "other"}:
            if t.lower_ == "and" and not (words and words[-1].pos_ in {"ADJ"}):
                break
            words.append(t)
        elif t.text in {'"', "'", "“", "”"}:
            continue
        else:
            break
    if head < 0:
        return []
    return words[:head]


def _coordinated(noun: Token, after: list[Token]) -> list[Token]:
    """The rest of a coordinated unit: *men, women and children*, *entities and individuals*."""
    at = after.index(noun)
    tail: list[Token] = []
    best: list[Token] = []
    for t in after[at + 1 : at + 8]:
        if t.lower_ in {",", "and", "or"}:
            tail.append(t)
        elif t.tag_ in {"NNS", "NNPS"} and tail:
            tail.append(t)
            if any(x.lower_ in {"and", "or"} for x in tail):
                best = list(tail)
        else:
            break
    return best


def _countable(head: Token, number: Number) -> bool:
    """Whether a noun is one that figures count, given the number before it."""
    low = re.sub(r"\W.*$", "", head.text.lower())  # footnote marks stick to words: "years.6"
    lemma = head.lemma_.lower() if low == head.text.lower() else low.removesuffix("s")
    person = is_person_noun(lemma, low) or (head.ent_type_ == "NORP" and head.tag_ in {"NNS", "NNPS"})
    if number.value == 1:
        return person and not number.vague and lemma not in {"person", "member", "side", "community", "figure"}
    if lemma == "time":
        return True
    if low in MEASURES or lemma in MEASURES and lemma not in COUNTED:
        return False
    if person or number.vague:
        return True
    if number.in_words and number.value <= 12:
        return lemma in COUNTED
    return head.tag_ in {"NNS", "NNPS"} or lemma in COUNTED


def _alone(
    parsed: ParsedDocument, sentence: Sentence, text: str, number: Number, after: list[Token], last_unit: str | None
) -> tuple[str, int, str, float] | None:
    """A number without noun: what it counts is said by its verb (*over 14,000 have been wounded*) or stood before."""
    if number.value == 1 and number.in_words:
        return None
    if last_unit and len(after) > 1 and after[0].lower_ == "of" and after[1].lower_ in {"them", "whom", "which", "these"}:
        return last_unit, parsed.end(after[1]) - sentence.begin, "part", 0.7
    digits = not number.in_words or number.qualifier is not None
    for t in after[:6]:
        if t.pos_ == "AUX" or t.pos_ == "ADV" or t.lower_ in {"been", "others", "more"}:
            continue
        if t.lemma_.lower() in FATES and t.pos_ in {"VERB", "ADJ"} and (digits or last_unit or _fatal(t)):
            unit = f"{last_unit} {t.text}" if last_unit and not _fatal(t) else f"people {t.text}" if _fatal(t) else t.text
            return unit, parsed.end(t) - sentence.begin, "alone", 0.7
        break
    if last_unit and digits or number.in_words and number.qualifier == "only" and last_unit:
        # "out of 266 recommendations ... implemented only two": the verb before says which of them
        verb = next((t for t in reversed(_before(parsed, sentence, number)[-4:]) if t.lemma_.lower() in FATES), None)
        if verb is not None:
            return f"{last_unit} {verb.text}", number.end, "alone", 0.6
    return None


def _before(parsed: ParsedDocument, sentence: Sentence, number: Number) -> list[Token]:
    return [t for t in sentence.span if not parsed.is_virtual(t) and parsed.end(t) - sentence.begin <= number.begin]


def _fatal(verb: Token) -> bool:
    return verb.lemma_.lower() in {"kill", "murder", "wound", "injure", "die", "arrest", "detain", "displace", "execute"}


def _distinct(figures: list[Figure], before: Callable[[Figure], str]) -> Iterator[Figure]:
    """The same count told again (same value, same unit head) is one figure, shown where it is told first."""
    seen: set[tuple[float, str]] = set()
    for figure in figures:
        words = (figure.unit or "").lower().split() or [""]
        key = (figure.value, "other " * ("other" in words) + words[-1])
        back = re.search(r"\b(?:the|these|those|all)\s+$", before(figure), re.IGNORECASE)
        if back and figure.value <= 12 and any(value == figure.value for value, _ in seen):
            continue  # "the three activists" are those already counted
        if key not in seen:
            seen.add(key)
            yield figure


