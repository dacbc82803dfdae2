"""Finds the lists of numbered recommendations in a text, with the paragraphs that announce them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from demandgraph.attribution import closings, without_furniture
from demandgraph.language.openers import BASE
from demandgraph.language.review_pieces import Piece, cut

RECOMMEND = re.compile(r"\brecommend(?:ation|ations|ed|s|ing)?\b|\brecommandations?\b", re.IGNORECASE)
# A paragraph that announces recommendations may run on into the first of them.
ANNOUNCES = re.compile(r"\brecommendations?\b[^:]{0,600}?:\s*(?=\S)", re.IGNORECASE)
NOUN = re.compile(r"\brecommandations?\b|\brecommendations?\b", re.IGNORECASE)
ANNOUNCED = re.compile(r"\b(?:following|below|listed|enumerated|formulated|made\s+to)\b|:$", re.IGNORECASE)
ANSWERED = re.compile(
    r"\brecommendations?\b[^.;:]{0,200}\b(?:enjoy(?:s|ed)?|(?:be|been|were|are)\s+(?:examined|supported|accepted|rejected|noted))\b",
    re.IGNORECASE,
)
INLINE = re.compile(r"\s*(?:\d{1,3}\.\d{1,3}\.?|\(?\d{1,3}[.)]|\([a-z]{1,2}\)|•)\s+(?=\S)")
POSITION = re.compile(
    r"(?:(?:position|response|reply|status|decision|answer|comments?)\b[^:\n]{0,40}:\s*(?=\S)"
    r"|(?:(?:not|fully|partially|partly|already)\s+)?(?:support(?:ed|s)?|accept(?:ed|s)?|not(?:ed|es)|reject(?:ed|s)?|implemented"
    r"|under\s+(?:consideration|examination)|pending)(?:\s*/\s*noted|\s+in\s+part)?(?=\s*$|[.:;,–—]|\s-))",
    re.IGNORECASE,
)
# What stands under a recommendation in a table that was turned into lines.
UNDER = re.compile(
    r"\s*(?:source\s+of\s+position|theme|affected\s+persons|groups?\s+of\s+persons|position|[-–•]\s|[A-Z]\d{1,3}\s)",
    re.IGNORECASE,
)
SHORT_WORDS = 15
LOOK_BACK = 3
MANY = 8
ALONE_COUNTS = 3  # so many numbered recommendations speak for themselves


@dataclass(slots=True)
class Item:
    """One numbered recommendation: where its number and its text begin, where it ends, what says what became of it."""

    start: int
    begin: int
    end: int
    marker: str | None
    answer: tuple[int, int] | None = None


@dataclass(slots=True)
class Run:
    """A list of recommendations with the paragraph above it."""

    items: list[Item] = field(default_factory=list)
    lead: Piece | None = None
    last: Piece | None = None
    pending: int = 0
    closed: bool = True


def find_runs(text: str) -> list[Run]:
    """The lists of recommendations in a text."""
    if not RECOMMEND.search(text):
        return []
    pieces = cut(text)
    runs: list[Run] = []
    run: Run | None = None
    answer = -1
    for i, piece in enumerate(pieces):
        if i == answer:
            continue
        attributed = True
        lead, items = read_items(text, piece, run is None or run.last is None or not piece.follows(run.last))
        if items and run is not None and not piece.family and not run.pending and not run.closed:
            run.items[-1].end = items[-1].end  # a recommendation that the page or the scan broke in two
            run.closed, items = True, []
        elif items:
            if run is None or lead is not None or not joins(run, piece):
                before = [] if lead else items_above(text, pieces, i)
                run = Run(before, lead or lead_above(text, pieces, i - len(before), runs))
                runs.append(run)
                if before and not piece.family:  # broken in two like those that are found later in a list
                    before[-1].end, items, piece = items[-1].end, items[1:], pieces[i - 1]
        elif run is not None and goes_on(run, piece):
            items, attributed = [Item(piece.start, piece.begin, piece.end, piece.marker)], False
        elif run is not None:
            run.pending += 1
            words = len(text[piece.begin : piece.end].split())
            if words > SHORT_WORDS or run.pending > MANY or RECOMMEND.search(text, piece.begin, piece.end):
                run = None
        if run is not None and (items or run.last is None):
            run.items += items
            run.last, run.pending, run.closed = piece, 0, attributed
            answer = i + 1 if answer_below(text, pieces, i, run.items[-1]) else -1
    return [run for run in runs if is_list(text, run)]


def items_above(text: str, pieces: list[Piece], i: int) -> list[Item]:
    """The recommendations at the head of a list that name nobody: from number 1 on, below an announcement."""
    first = i if pieces[i].family else i - 1
    while first > 0 and i - first < MANY and pieces[first].follows(pieces[first - 1]):
        first -= 1
    if first == i or first < 1 or pieces[first].numbers[-1:] != (1,):
        return []
    if not announces(text[pieces[first - 1].begin : pieces[first - 1].end]):
        return []
    return [Item(p.start, p.begin, p.end, p.marker) for p in pieces[first:i]]


def joins(run: Run, piece: Piece) -> bool:
    """Whether a piece with recommendations belongs to the list before it."""
    if run.last is None:
        return False
    if not piece.family:
        return run.pending == 0
    same = piece.family == run.last.family == "dotted" and piece.numbers[0] == run.last.numbers[0]
    return same or piece.follows(run.last)


def goes_on(run: Run, piece: Piece) -> bool:
    """Whether a piece that names nobody is a recommendation of a list: by its number, below an announcement.

    The number may also continue the paragraphs of the report: *86. … 1. … 2. … 87.*
    """
    if run.last is None or not piece.follows(run.last):
        return False
    if run.lead is None:
        return piece.family == "dotted"
    return not (run.lead.family == "number" and piece.follows(run.lead))


def read_items(text: str, piece: Piece, announcing: bool) -> tuple[Piece | None, list[Item]]:
    """The recommendations of a piece that name who makes them, and the announcement before them if there may be one."""
    words = without_furniture(text[piece.begin : piece.end])
    found = list(closings(words))
    if not found:
        return None, []
    lead: Piece | None = None
    start, begin, marker = piece.start, piece.begin, piece.marker
    colon = ANNOUNCES.search(words, 0, min(found[0][1], 900)) if announcing else None
    if colon and ANNOUNCED.search(words, 0, colon.end() - 1):
        inline = INLINE.match(words, colon.end())
        end = piece.begin + len(words[: colon.end()].rstrip())
        lead = Piece(piece.start, piece.begin, end, piece.marker, piece.family, piece.numbers)
        start = piece.begin + colon.end()
        begin = piece.begin + (inline.end() if inline else colon.end())
        marker = inline.group().strip() if inline else None
    items: list[Item] = []
    for makers, first, close in found:
        if not makers or piece.begin + first <= begin:
            continue
        if items and UNDER.match(words, items[-1].end - piece.begin):
            break
        inline = INLINE.match(words, items[-1].end - piece.begin) if items else None
        if items and inline is None:
            items[-1].end = piece.begin + close
        elif items and inline is not None:
            at = piece.begin + inline.start()
            at += len(text[at : piece.begin + inline.end()]) - len(text[at : piece.begin + inline.end()].lstrip())
            items.append(Item(at, piece.begin + inline.end(), piece.begin + close, inline.group().strip()))
        else:
            items.append(Item(start, begin, piece.begin + close, marker))
    return lead, items


def lead_above(text: str, pieces: list[Piece], i: int, runs: list[Run]) -> Piece | None:
    """The paragraph or heading above a list that announces recommendations."""
    for back in range(1, LOOK_BACK + 1):
        if i - back < 0:
            return None
        piece = pieces[i - back]
        if runs and runs[-1].last is piece:
            return runs[-1].lead if back > 1 else None
        if announces(text[piece.begin : piece.end]):
            return piece
    return None


def announces(words: str) -> bool:
    """Whether a paragraph or heading announces a list of recommendations."""
    if not NOUN.search(words) or words.startswith("*"):
        return False
    if len(words.split()) <= SHORT_WORDS and words[-1] not in ".;":
        return not any(c.isdigit() for c in words)
    return ANNOUNCED.search(words) is not None or ANSWERED.search(words) is not None


def answer_below(text: str, pieces: list[Piece], i: int, item: Item) -> bool:
    """Take the line under a recommendation that says what became of it; whether that is the next piece."""
    offset, below = item.end, text[item.end : pieces[i].end]
    apart = not below.strip() and i + 1 < len(pieces) and not pieces[i + 1].family
    if apart:
        offset, below = pieces[i + 1].begin, text[pieces[i + 1].begin : pieces[i + 1].end]
    for line in list(re.finditer(r"[^\r\n]+", below))[:4]:
        words = line.group().strip()
        if words and POSITION.match(words):
            begin = offset + line.start() + line.group().index(words)
            item.answer = (begin, offset + len(below.rstrip()) if apart else begin + len(words))
            return apart
    return False


def is_list(text: str, run: Run) -> bool:
    """Whether a run is a list of recommendations rather than, say, of signatories with their countries."""
    if not run.items:
        return False
    numbered = sum("." in (i.marker or "").strip(".()") for i in run.items)
    if numbered >= ALONE_COUNTS or all(i.answer for i in run.items):
        return True
    return run.lead is not None and 2 * sum(says(text[i.begin : i.end]) for i in run.items) >= len(run.items)


def says(words: str) -> bool:
    """Whether words tell something to be done rather than name somebody."""
    first, *others = words.split() or [""]
    return first.lower() in BASE or first.lower() == "to" or any(w.islower() and len(w) > 4 for w in others)
