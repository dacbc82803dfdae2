"""From what is asked to the words of each action: cutting, trimming, conditions and deadlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import QUOTES, Stretch, is_to
from demandgraph.model import Phrase

if TYPE_CHECKING:
    from demandgraph.parsed import ParsedDocument

LEADING = {",", ";", ":", "and", "to", "-", "—", "–", "also", "that", "(", "for", "or", "further", "then"}
TRAILING = {",", ";", ":", ".", "and", "or", "-", "—", "–", "--", "!", "(", "but", "while", "also", "by", "as", "that"}
# Adjuncts that say why or on what ground, never what: cut where enough of the action stands before them.
ADJUNCTS = re.compile(
    r"""[,;\s]+(?:with\ a\ view\ to|in\ order\ (?:to|that)|so\ as\ to|so\ that|with\ the\ (?:aim|purpose|goal|objective)\ of
    |in\ (?:accordance|conformity|compliance|line)\ with|as\ (?:appropriate|necessary|required)|where\ (?:appropriate|necessary|possible|applicable)
    |(?:and,?\ )?in\ this\ regard|with\ regard\ to|in\ the\ context\ of|instead\ of|on\ the\ grounds?\ that|pursuant\ to|according\ to|in\ an?\ (?:\w+\ )?(?:letter|statement|petition|message|interview|speech|op-ed|tweet)|taking\ into\ account|bearing\ in\ mind)\b.*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# What only spells an action out or gives examples: cut where it is long and the action stands before it in full.
SPELT_OUT = re.compile(
    r"""[,;\s]+(?:including|(?:and,?\ )?in\ particular|especially|notably|(?:through|by|with),?\ inter\ alia|among\ other\ things|such\ as)\b.*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
SHORTEST_TAIL = 12
"""Words from which a tail that spells an action out is cut."""
MARKER = re.compile(
    r"(?:in\s+particular,?\s+|inter\s+alia,?\s+|namely,?\s+)?(?:\(?[ivx]{1,4}\)|\(?[a-h]\)|[a-h]\.|\(?\d{1,2}\))\s+(?:to\s+|that\s+)?|(?:in\s+particular|inter\s+alia),?\s+(?:to\s+)?"
)
DEADLINE = re.compile(
    r"""\b(?:(?:by|before|until|no\ later\ than|not\ later\ than|prior\ to)\s+(?:the\ end\ of\ )?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?
    (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{1,2})?(?:,?\s+\d{4})?|\d{4}
    |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next\ (?:week|month|year)|the\ end\ of\ the\ (?:week|month|year))
    |within\s+(?:the\ next\s+)?(?:\d+|one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety)\s+(?:hours?|days?|weeks?|months?|years?)
    |at\ its\s+[\w-]+\s+(?:regular\s+)?session)\b""",
    re.VERBOSE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|until|provided\ that|as\ long\ as|on\ condition\ that|in\ case|once)\s+(?:[\w'’-]+\s+){1,25}?[\w'’-]+(?=\s*(?:[,;.!]|$))"
)


def action_phrase(st: Stretch, start: int, end: int) -> Phrase | None:
    """The words of an action between two tokens, without leading and trailing function words and adjuncts."""
    doc = st.doc
    while (
        start < end
        and (doc[start].is_space or doc[start].lower_ in LEADING or is_to(doc[start]))
        and not _names(st, start, end)
    ):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].lower_ in TRAILING or _lone_quote(st, start, end)):
        end -= 1
    if start < end and doc[start].text in QUOTES and sum(t.text in QUOTES for t in doc[start:end]) % 2:
        start += 1
    while start < end and st.parsed.is_virtual(doc[start]):
        start += 1
    if start >= end:
        return None
    phrase = st.parsed.phrase(st.parsed.begin(doc[start]), st.parsed.end(doc[end - 1]))
    return trim(st.parsed, phrase)


def _names(st: Stretch, start: int, end: int) -> bool:
    """*for* and *to* belong to the action only before a gerund or a clause (*that it be*): never here."""
    return False


def _lone_quote(st: Stretch, start: int, end: int) -> bool:
    doc = st.doc
    return doc[end - 1].text in QUOTES and sum(t.text in QUOTES for t in doc[start:end]) % 2 == 1


def trim(parsed: ParsedDocument, phrase: Phrase) -> Phrase:
    """Drop a trailing adjunct, or a long tail that spells the action out, when at least four words stand before it."""
    cut = ADJUNCTS.search(phrase.text)
    if cut and len(phrase.text[: cut.start()].split()) >= 4:
        phrase = parsed.phrase(phrase.begin, phrase.begin + cut.start())
    tail = SPELT_OUT.search(phrase.text)
    if tail and len(phrase.text[: tail.start()].split()) >= 4 and len(tail.group().split()) >= SHORTEST_TAIL:
        phrase = parsed.phrase(phrase.begin, phrase.begin + tail.start())
    marker = MARKER.match(phrase.text)
    if marker and marker.end() < len(phrase.text):
        phrase = parsed.phrase(phrase.begin + marker.end(), phrase.end)
    text = phrase.text.rstrip(" ,;:.!—–-")
    return parsed.phrase(phrase.begin, phrase.begin + len(text))


def deadline_in(parsed: ParsedDocument, begin: int, end: int) -> Phrase | None:
    """By when: a date or span of time in the words between two offsets."""
    found = DEADLINE.search(parsed.text, begin, end)
    return parsed.phrase(found.start(), found.end()) if found else None


def condition_in(parsed: ParsedDocument, begin: int, end: int) -> Phrase | None:
    """On what condition: an *if*, *unless* or *until* clause in the words between two offsets."""
    found = CONDITION.search(parsed.text, begin, end)
    return parsed.phrase(found.start(), found.end()) if found else None
