"""Tells what became of recommendations: by the paragraph above them, or by their numbers elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Number = tuple[int, ...]

# In the order in which they decide; each status with the words by which a state gives it.
ANSWERS = (
    # "did not enjoy the support of", "cannot accept", "is not in a position to support", "rejected"
    ("rejected", re.compile(
        r"\b(?:do|does|did|could|can|would|will|has|have|are|is|were|was)\s*(?:not|n[’'Õ]t)\s+(?:\w+\s+){0,6}?"
        r"(?:enjoy|supported|support|accepted|accept|agreed?|approved?|endorsed?)\b"
        r"|\bcannot\s+(?:\w+\s+){0,3}?(?:enjoy|support|accept|agree|approve|endorse)"
        r"|\bnot\s+(?:accepted|supported|enjoy)|\bunable\s+to\s+(?:accept|support)"
        r"|\breject(?:s|ed)?\b|\bdeclin(?:es|ed)\b|\brefus(?:es|ed)\b|\bunacceptable\b|\bnot\s+acceptable\b",
        re.IGNORECASE)),
    # "have been examined by … and enjoy its support"
    ("accepted", re.compile(
        r"\benjoy(?:s|ed)?\s+(?:\w+[’'Õ]?s?\s+){0,6}?support\b|\b(?:has|have|had|having|with)\s+(?:the|its|their|full)\s+(?:\w+\s+)?support\b",
        re.IGNORECASE)),
    # "accepts in part": the procedure knows no half acceptance, such a recommendation counts as noted; "would thus be noted"
    ("noted", re.compile(
        r"\b(?:partially|partly)\s+(?:accept|support)|\b(?:considered|regarded|treated)\s+(?:as\s+)?noted\b|\b(?:will|would)\s+(?:\w+\s+)?be\s+noted\b"
        r"|\b(?:accept|support)(?:s|ed)?\s+(?:it\s+|them\s+)?(?:in\s+part|partially|partly)\b",
        re.IGNORECASE)),
    # "will be examined by", "will provide responses in due time", "are under consideration"
    ("under-consideration", re.compile(
        r"\b(?:will|shall|to|would|should)\s+(?:then\s+)?(?:be\s+)?(?:\w+ly\s+|further\s+)?"
        r"(?:examin|consider|stud(?:y|ied)|review|respon[ds]|repl(?:y|ied)|answer|provid|inform|includ|giv|address|submit|present)\w*"
        r"|\bunder\s+(?:\w+\s+)?(?:consideration|examination|review|study)\b|\bbeing\s+(?:examined|considered|studied|reviewed)\b"
        r"|\bpending\b|\bdeferred\b|\bin\s+due\s+(?:course|time)\b",
        re.IGNORECASE)),
    # "were noted", "takes note of", "Noted recommendations"
    ("noted", re.compile(
        r"\b(?:are|were|is|was|be|been|being|thus|duly|therefore|only|simply|hereby|and)\s+noted\b|\bnoted\s+(?:by|recommendations?)\b"
        r"|\btak(?:es?|en|ing)\s+note\b|\btook\s+note\b|^\W*noted\b|\bnot(?:es|ed)\s+(?:the\s+)?(?:following\s+)?recommendations?\b",
        re.IGNORECASE)),
    # "accepts the following recommendations", "Supported"
    ("accepted", re.compile(
        r"\b(?:accept(?:s|ed|ance)?|support(?:s|ed)?|agree(?:s|d)?|approv(?:es?|ed)|endors(?:es?|ed)|welcomes?\s+and\s+accepts?)\b",
        re.IGNORECASE)),
    # "have already been implemented"
    ("implemented", re.compile(
        r"\b(?:already|been|are|is|as|were|fully)\s+(?:\w+\s+)?(?:implemented|realized|realised|fulfilled|carried\s+out)\b|^\W*implemented\b",
        re.IGNORECASE)),
)  # fmt: skip
SENTENCE = re.compile(r"(?:[^.;]|\.(?=\d|\s?\d|[a-z]))+[.;]?")
NOUN = r"\brecommendations?\b"
REFERENCE = r"\d{1,3}(?:\.\s?\d{1,3})?"
REFERENCES = rf"{REFERENCE}(?:\s*(?:,\s*and|,|;|and|to|through|&|[-–—Ð])\s*{REFERENCE}(?![\d%]))*"
PLACE = (
    r"(?:\s{1,60}(?:contained|made|listed|set\s+out|given|numbered|under|in|nos?\.?|numbers?|the|paragraphs?|paras?\.?"
    r"|sub-?paragraphs?)){0,8}\s{0,60}:?\s{0,9}"
)
CITED = re.compile(rf"\brecommendations?{PLACE}(?P<numbers>{REFERENCES})", re.IGNORECASE)
# "The Government accepts recommendations 1, 4 and 7-9"
BEFORE = re.compile(
    r"(?P<answer>(?:^|(?<=[.;:\n]))[^.;:\n]{0,120}\b(?:accepts?|accepted|supports?|supported|support|rejects?|rejected|notes?|noted|note\s+of"
    r"|endorses?|endorsed)(?:\s+(?:the|following|all|also|these|below)){0,4})\s+$",
    re.IGNORECASE,
)
# "recommendations 77.13 and 77.43 above have already been implemented", "Recommendation 12: accepted"
AFTER = re.compile(
    r"(?:\s{0,60}(?:above|below|of\s+the\s+report|respectively)){0,3},?\s{0,60}"
    r"(?P<answer>(?:[:–—-]\s{0,9}|(?=(?:also\s+)?(?:is|are|was|were|has|have|had|do|does|did|enjoy|enjoys|enjoyed|cannot|could|can|will|would)\b))"
    rf"(?:(?!{NOUN})[^.;\n]|\n(?!\s*\n)){{1,160}})",
    re.IGNORECASE,
)
LOOK_BEHIND = 160  # characters before a reference that can hold its verb
RANGE = re.compile(rf"(?P<first>{REFERENCE})(?:\s*(?:to|through|[-–—Ð])\s*(?P<last>{REFERENCE}))?", re.IGNORECASE)


def answer_of(words: str) -> str | None:
    """The status that a paragraph gives to the recommendations below it, ``None`` if it gives none.

    >>> answer_of("The recommendations listed below did not enjoy the support of Ruritania:")
    'rejected'
    """
    for sentence in SENTENCE.finditer(" ".join(words.split())):
        for status, pattern in ANSWERS:
            if pattern.search(sentence.group()):
                return status
    return None


def numbered_answers(words: str) -> Iterator[tuple[str, Number, int, int]]:
    """What a paragraph says of recommendations by their numbers: status, number, and where the statement stands."""
    for match in CITED.finditer(words):
        after = AFTER.match(words, match.end())
        begin, end = match.start(), after.end() if after else match.end()
        status = answer_of(after["answer"]) if after else None
        if status is None:
            start = max(0, begin - LOOK_BEHIND)
            before = BEFORE.search(words[start:begin])
            if before:
                status, begin, end = answer_of(before["answer"]), start + before.start(), match.end()
        if status:
            for number in read_numbers(match["numbers"]):
                if (
                    len(number) > 1 or "para" not in match.group().lower()
                ):  # "in paragraph 23" is none of the list's numbers
                    yield status, number, begin, end


def read_numbers(words: str) -> Iterator[Number]:
    """The numbers that a list of references holds, ranges told out: *1, 4 and 7-9*, *121.4–121.7*, *122.17-18*."""
    for match in RANGE.finditer(words):
        first = parse_number(match["first"])
        last = parse_number(match["last"] or match["first"])
        if len(last) < len(first):  # "122.17-18"
            last = (*first[:-1], *last)
        if first[:-1] == last[:-1] and 0 <= last[-1] - first[-1] <= 400:
            yield from ((*first[:-1], n) for n in range(first[-1], last[-1] + 1))
        else:
            yield first
            yield last


def parse_number(marker: str | None) -> Number:
    """A marker as the numbers that it counts with: *77. 24.* gives ``(77, 24)``."""
    return tuple(int(n) for n in re.findall(r"\d{1,3}", marker or ""))


def resolve_numbers(mentioned: Number, numbers: Iterable[Number]) -> Number | None:
    """Which recommendation a number means: its own, or the only one that ends with it where all share the beginning."""
    pool = set(numbers)
    if mentioned in pool:
        return mentioned
    if len(mentioned) == 1 and len({n[:-1] for n in pool}) == 1:
        full = (*next(iter(pool))[:-1], mentioned[0])
        return full if full in pool else None
    return None
