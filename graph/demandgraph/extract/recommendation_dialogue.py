"""Reads the account of the dialogue in a report of a review: who recommends in a paragraph, and what became of it.

Each paragraph of the account belongs to one delegation, whose name it begins with: *Norway welcomed the new law. It
recommended (a) …*. Reports of the first years list only what was accepted and refer to the account for the rest:
*The recommendations noted in paragraphs 22 (b) and 31 above did not enjoy the support of …*.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from demandgraph.extract.cast import Cast
from demandgraph.extract.recommendation_actors import note_actor
from demandgraph.extract.recommendation_state import NAME, SAME_LINE, Reviewed
from demandgraph.extract.recommendation_status import AFTER, answer_of, parse_number
from demandgraph.model import Demand, Phrase
from demandgraph.parsed import ParsedDocument

SPEAKER = re.compile(r"(?:The )?".replace(" ", SAME_LINE) + NAME.replace(" ", SAME_LINE))
# "Ruritania (a) open the archives": the addressee and the letter belong to the frame, not to the action.
LETTERED = re.compile(r"(?:[A-Z][\w’'Õ ]{1,60}?,?\s+)?\(([a-z])\)\s+")
LETTER = re.compile(r"\(([a-z])\)")
CITED = re.compile(
    r"\brecommendations?\b[^.;:]{0,160}?\bparagraphs?\s+"
    r"(?P<places>\d(?:\d|\s|,|\.(?=[a-z])|[-–]|\([a-z]\)|\b[a-z]\b|\band\b|\bto\b|\bsubparagraphs?\b){0,400})(?:above\b|below\b)?",
    re.IGNORECASE,
)
PLACE = re.compile(r"(?P<number>\d{1,3})|\((?P<letter>[a-z])\)|\.(?P<dotted>[a-z])\b|(?P<range>[-–]|\bto\b)")
Place = tuple[int, str | None]


def settle_dialogue(
    parsed: ParsedDocument,
    cast: Cast,
    demands: Sequence[Demand],
    known: Callable[[str], bool] | None,
    reviewed: Reviewed,
) -> tuple[Demand, ...]:
    """Give recommendations of the account their delegation, their addressee and what the report says of their paragraph.

    Parameters
    ----------
    demands : the demands found outside the list of recommendations
    known : whether a name is a state's; without it no delegation is told
    reviewed : the state under review
    """
    starts = [b.begin for b in parsed.blocks]
    answers = dict(cited_answers(parsed))
    speakers: dict[int, str | None] = {}
    settled = []
    for demand in demands:
        index = bisect_right(starts, demand.action.begin) - 1
        if index < 0 or parsed.blocks[index].kind in ("recommendation", "heading", "title", "furniture"):
            settled.append(demand)
            continue
        paragraph = paragraph_of(parsed, index)
        if paragraph not in speakers:
            speakers[paragraph] = speaker_of(parsed, cast, paragraph, known, reviewed)
        speaker = speakers[paragraph]
        if speaker is not None and "recommend" in demand.rule:
            demand = replace(
                unlettered(demand), issuers=(speaker,), addressees=demand.addressees or addressed(cast, reviewed)
            )
        number = parse_number(parsed.blocks[paragraph].marker)
        if len(number) == 1 and demand.status is None:
            letter = letter_of(parsed, paragraph, demand)
            answer = answers.get((number[0], letter)) or answers.get((number[0], None))
            if answer:
                demand = replace(demand, status=answer[0], evidence=(*demand.evidence, answer[1]))
        settled.append(demand)
    return tuple(settled)


def paragraph_of(parsed: ParsedDocument, index: int) -> int:
    """The numbered paragraph that a block is, or that governs it as one of its items."""
    for _ in range(3):
        lead = parsed.blocks[index].lead_in
        if lead is None or lead >= index or parsed.blocks[index].kind != "item":
            break
        index = lead
    return index


def speaker_of(
    parsed: ParsedDocument, cast: Cast, index: int, known: Callable[[str], bool] | None, reviewed: Reviewed
) -> str | None:
    """The delegation whose paragraph a block is: the state, other than the one under review, that it begins with."""
    block = parsed.blocks[index]
    match = SPEAKER.match(parsed.text, block.begin, min(block.end, block.begin + 200)) if known is not None else None
    if match is None or known is None or (reviewed.document is not None and match["name"] == reviewed.document.name):
        return None
    begin, end = match.span("name")
    name = " ".join(parsed.text[begin:end].split())
    return note_actor(cast, parsed.text, begin, end, name) if known(name) else None


def addressed(cast: Cast, reviewed: Reviewed) -> tuple[str, ...]:
    """The state under review as an actor."""
    naming = reviewed.document
    if naming is None:
        return ()
    return (note_actor(cast, reviewed.text, naming.begin, naming.end, naming.name),)


def unlettered(demand: Demand) -> Demand:
    """A demand whose action does not begin with an addressee and a letter."""
    match = LETTERED.match(demand.action.text)
    if match is None or match.end() >= len(demand.action.text):
        return demand
    action = demand.action
    return replace(demand, action=Phrase(action.begin + match.end(), action.end, action.text[match.end() :]))


def letter_of(parsed: ParsedDocument, index: int, demand: Demand) -> str | None:
    """The letter under which a demand stands in its paragraph."""
    letters = LETTER.findall(parsed.text[parsed.blocks[index].begin : demand.action.begin])
    return letters[-1] if letters else None


def cited_answers(parsed: ParsedDocument) -> Iterator[tuple[Place, tuple[str, Phrase]]]:
    """What the report says of the recommendations in its own paragraphs."""
    for block in parsed.blocks:
        if block.kind in ("recommendation", "furniture", "foreign"):
            continue
        words = parsed.text[block.begin : block.end]
        if "aragraph" not in words:
            continue
        for match in CITED.finditer(words):
            after = AFTER.match(words, match.end())
            status = answer_of(after["answer"]) if after else None
            if status and after:
                phrase = parsed.phrase(block.begin + match.start(), block.begin + after.end())
                yield from ((place, (status, phrase)) for place in read_places(match["places"]))


def read_places(words: str) -> Iterator[Place]:
    """Paragraphs and letters as cited: *22 (b) and (d), 24 (a)-(c), 31*.

    >>> list(read_places("22 (b) and (d), 31"))
    [(22, 'b'), (22, 'd'), (31, None)]
    """
    number, letters, ranged = 0, 0, False
    last: str | None = None
    for match in PLACE.finditer(words):
        letter = match["letter"] or match["dotted"]
        if match["number"]:
            if number and not letters and not (ranged and int(match["number"]) > number):
                yield number, None
            elif number and ranged and not letters:
                yield from ((n, None) for n in range(number, min(int(match["number"]), number + 50)))
            number, letters, last = int(match["number"]), 0, None
        elif letter and number:
            first = ord(last) + 1 if ranged and last else ord(letter)
            yield from ((number, chr(c)) for c in range(first, ord(letter) + 1))
            letters, last = letters + 1, letter
        ranged = bool(match["range"])
    if number and not letters:
        yield number, None
