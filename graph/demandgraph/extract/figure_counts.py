"""Reads what a number counts: the noun phrase behind it, the verb that tells its fate, or what was counted before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.figure_units import COUNTED, FATES, MEASURES, is_person_noun
from demandgraph.extract.number_words import Number
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

PERCENT_AFTER = re.compile(r"^\s*(?:%|per\s?cent\b|percent\b|percentage points?\b)", re.IGNORECASE)
RANGE_END = re.compile(r"^\s*[-–—]\s*\d[\d.,]*\s+")
POINTING = frozenset("them us which whom".split())
COMPARING = frozenset("as more the a per higher larger greater".split())
FATAL = frozenset("kill murder wound injure die arrest detain displace execute".split())
"""Verbs that befall people: a bare number before them counts people."""
STATES = frozenset("dead missing homeless wounded injured".split())
"""Adjectives that tell what became of people: *left 14 **dead***."""
CONFIRMED = frozenset("confirmed reported found feared presumed believed left listed".split())
"""What stands between a number and such a state: *512 **confirmed** dead*."""
GATHERED = frozenset(
    "workforce crowd crew staff population membership team group delegation audience total garrison community congregation".split()
)
"""Collectives whose size stands behind *of*: *a **crowd** of 4,000*."""
REACHING = frozenset(
    "to at of is was are were reach reached reaches exceed exceeded top topped pass passed hit stands".split()
)
"""What stands between a count that was named and its number: *the number of detainees rose **to** 320*."""
NEAR = 12
"""Words before a number that are looked at; behind it twice as many."""
FURTHER = frozenset("more further additional".split())


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts. ``end`` is where the evidence ends in the sentence's text."""

    unit: str
    end: int
    rule: str
    confidence: float


def what_it_counts(
    parsed: ParsedDocument, sentence: Sentence, text: str, number: Number, last: str | None
) -> Count | None:
    """What a number of a sentence counts, ``None`` if no people, votes, acts, bodies or documents.

    Parameters
    ----------
    text : the sentence's text; the number's offsets count from its beginning
    last : the unit that was counted before in this sentence, for numbers without a noun of their own
    """
    before, after = around(parsed, sentence, number)
    if text[number.end :].startswith(("'s", "’s")) or (number.value == 1 and after and after[0].lower_ == "of"):
        return None
    percent = PERCENT_AFTER.match(text[number.end :])
    if percent:
        end = number.end + percent.end()
        return _share(parsed, sentence, [t for t in after if parsed.begin(t) - sentence.begin >= end])
    words = unit_words(after)
    if not words:
        return _alone(parsed, sentence, number, before, after, last)
    head = words[-1]
    times = head.lemma_.lower() == "time"
    if not countable(head, number) or (times and not _occasions(number, after)):
        return None
    people = _is_people(head)
    rule, confidence = ("people", 0.9) if people else ("count", 0.75)
    return Count(_text(parsed, words), parsed.end(head) - sentence.begin, rule, confidence)


def around(parsed: ParsedDocument, sentence: Sentence, number: Number) -> tuple[list[Token], list[Token]]:
    """The words right before and right behind a number of a sentence."""
    span = sentence.span
    low, high = 0, len(span)
    while low < high:  # the first token that begins behind the number
        middle = (low + high) // 2
        if parsed.begin(span[middle]) - sentence.begin >= number.end:
            high = middle
        else:
            low = middle + 1
    before = [t for t in span[max(0, low - NEAR) : low] if not parsed.is_virtual(t)]
    return [t for t in before if parsed.end(t) - sentence.begin <= number.begin], list(span[low : low + 2 * NEAR])


def _text(parsed: ParsedDocument, words: list[Token]) -> str:
    """The words of a unit as they stand in the text, with single blanks; the end of a range (*20–30 pails*) is none."""
    return RANGE_END.sub("", " ".join(parsed.text[parsed.begin(words[0]) : parsed.end(words[-1])].split()))


def _is_people(noun: Token) -> bool:
    demonym = (noun.ent_type_ == "NORP" and noun.tag_ in {"NNS", "NNPS"}) or (
        noun.tag_ == "NNPS" and noun.text.endswith(("ans", "tons", "is"))  # *Britons*, *Iraqis*
    )
    return demonym or is_person_noun(noun.lemma_.lower(), noun.text)


def _occasions(number: Number, after: list[Token]) -> bool:
    """*was summoned ten times*, but not *three times higher* nor *three times a day*."""
    return number.value > 2 and not (len(after) > 1 and after[1].lower_ in COMPARING)


def _share(parsed: ParsedDocument, sentence: Sentence, rest: list[Token]) -> Count | None:
    """A share of people: *40 % of pupils*."""
    if not rest or rest[0].lower_ != "of":
        return None
    words = unit_words(rest)
    if not words or not (_is_people(words[-1]) or words[-1].lemma_.lower() == "population"):
        return None
    return Count("% of " + _text(parsed, words), parsed.end(words[-1]) - sentence.begin, "percentage", 0.6)


def unit_words(after: list[Token]) -> list[Token]:
    """The noun phrase that follows a number, up to its head: *(of the) retired railway workers*."""
    start = 0
    if after and after[0].lower_ == "of":
        start = 1
        while start < len(after) and (
            after[start].pos_ in {"DET", "PRON"} or after[start].lower_ in {"these", "those"}
        ):
            if after[start].lower_ in POINTING:
                return []
            start += 1
    elif after and after[0].lower_ in FURTHER:
        start = 1
    words: list[Token] = []
    head = 0
    for i, t in enumerate(after[start : start + 12], start):
        if t.pos_ in {"NOUN", "PROPN"} and t.tag_ != "POS":
            words.append(t)
            head = len(words)
            if t.tag_ in {"NNS", "NNPS"} or t.lemma_.lower() in COUNTED:
                joined = _coordinated(after[i + 1 : i + 8])
                if joined:
                    return words + joined
                if i + 1 >= len(after) or after[i + 1].pos_ not in {"NOUN", "PROPN"}:
                    break
        elif t.lower_ == "and":
            if not words or words[-1].pos_ != "ADJ":
                break
            words.append(t)
        elif t.pos_ in {"ADJ", "NUM"} or t.tag_ in {"VBN", "VBG", "POS", "HYPH"} or t.lower_ in {"-", "other"}:
            words.append(t)
        elif t.text not in {'"', "'", "“", "”"}:
            break
    while words and words[0].pos_ == "NUM":  # *thirteen of **fifteen** members*
        words, head = words[1:], head - 1
    return words[:head] if head > 0 else []


def _coordinated(rest: list[Token]) -> list[Token]:
    """The rest of a coordinated unit: *pupils, teachers and parents*."""
    tail: list[Token] = []
    best: list[Token] = []
    for t in rest:
        if t.lower_ in {",", "and", "or"}:
            tail.append(t)
        elif t.tag_ in {"NNS", "NNPS"} and tail:
            tail.append(t)
            if any(x.lower_ in {"and", "or"} for x in tail):
                best = list(tail)
        else:
            break
    return best


def countable(head: Token, number: Number) -> bool:
    """Whether a noun is one that figures count, given the number before it."""
    low = re.sub(r"\W.*$", "", head.text.lower())  # footnote marks stick to words: "years.6"
    lemma = head.lemma_.lower() if low == head.text.lower() else low.removesuffix("s")
    person = is_person_noun(lemma, low) or _is_people(head)
    if number.value == 1:
        return person and not number.vague and lemma not in {"person", "member", "side", "community", "figure"}
    if lemma == "time":
        return True
    if low in MEASURES or (lemma in MEASURES and lemma not in COUNTED):
        return False
    if person or number.vague:
        return True
    if number.in_words and number.value <= 12:
        return lemma in COUNTED
    return head.tag_ in {"NNS", "NNPS"} or lemma in COUNTED


def _told_before(sentence: Sentence, number: Number, before: list[Token], after: list[Token]) -> Count | None:
    """What words before a number without noun say it counts: *killed 14*, *the death toll rose to 48*, *a crowd of 300*."""
    words = [t for t in before if t.idx + len(t) - sentence.span[0].idx <= number.start or number.start == number.begin]
    if not words or (after and after[0].pos_ in {"NOUN", "PROPN", "ADJ", "SYM"}):
        return None
    last = words[-1]
    if last.lemma_.lower() in FATAL and last.pos_ == "VERB":
        return Count(f"people {last.text}", number.end, "alone", 0.7)
    if last.lower_ not in REACHING:
        return None
    if last.lower_ == "of" and len(words) > 1 and words[-2].lemma_.lower() in GATHERED:
        return Count(words[-2].text, number.end, "told before", 0.6)
    for i in range(len(words) - 2, -1, -1):
        low = words[i].lower_
        if low == "toll":
            return Count("deaths", number.end, "told before", 0.7)
        if low == "number" and words[i + 1].lower_ == "of" and i + 2 < len(words):
            unit = unit_words(words[i + 2 :])
            return Count(" ".join(t.text for t in unit), number.end, "told before", 0.7) if unit else None
        if words[i].text in {";", ",", ":"}:
            return None
    return None


def _alone(
    parsed: ParsedDocument,
    sentence: Sentence,
    number: Number,
    before: list[Token],
    after: list[Token],
    last: str | None,
) -> Count | None:
    """A number without noun: its verb says what it counts (*over 300 were hurt*), or it is a part of what stood before."""
    state = 1 if len(after) > 1 and after[0].lower_ in CONFIRMED and after[1].lower_ in STATES else 0
    stated = len(after) > state and after[state].lower_ in STATES
    if number.value == 1 and number.in_words and not (stated and after[state].head.pos_ != "NOUN"):
        return None
    if last and len(after) > 1 and after[0].lower_ == "of" and after[1].lower_ in POINTING | {"these"}:
        return Count(last, parsed.end(after[1]) - sentence.begin, "part", 0.7)
    exact = not number.in_words or number.qualifier is not None
    told = _told_before(sentence, number, before, after) if exact or number.vague else None
    if told is not None:
        return told
    if stated:
        return Count(f"people {after[state].text}", parsed.end(after[state]) - sentence.begin, "alone", 0.7)
    verb = next(
        (t for t in after[:6] if t.pos_ not in {"AUX", "ADV"} and t.lower_ not in {"been", "others", "more"}), None
    )
    if verb is not None and verb.lemma_.lower() in FATES and verb.pos_ in {"VERB", "ADJ"}:
        fatal = verb.lemma_.lower() in FATAL
        if fatal or last or exact:
            unit = f"people {verb.text}" if fatal else f"{last or 'people'} {verb.text}"
            return Count(unit, parsed.end(verb) - sentence.begin, "alone", 0.7)
    if last and (exact or number.qualifier == "only"):
        # "of the 40 requests, the board granted only three": the verb before says which of them
        done = next((t for t in reversed(before[-4:]) if t.lemma_.lower() in FATES), None)
        if done is not None:
            return Count(f"{last} {done.text}", number.end, "alone", 0.6)
    return None
