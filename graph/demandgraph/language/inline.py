"""Cuts lists that stand inside one paragraph, "… to: (a) release …; (b) amend …", into pieces."""

from __future__ import annotations

import re

from demandgraph.language.markers import Marker, letter, read_marker, roman
from demandgraph.language.openers import opener
from demandgraph.language.pieces import Piece

# A marker in brackets (or with a closing bracket) behind a colon, semicolon or dash.
MARKER = re.compile(
    r"(?:[:;,—–]|--|\bto|\bthat)\s*(?P<joint>(?:and|or|and/or)\s+)?(?P<marker>\(?(?P<number>[a-z]|[ivx]{1,5}"
    r"|\d{1,2})\))\s+(?=\S)"
)
# "The Council of Nations, Recalling …, Noting …, 1. Urges …; 2. Decides …"
BODY = re.compile(
    r"The (?:[A-Z][\w’'-]*|of|the|and|for|on|in)(?: (?:[A-Z][\w’'-]*|of|the|and|for|on"
    r"|in)){0,12},\s+(?=[A-Z])"
)
CLAUSE = re.compile(r"[,;]\s+(?P<clause>(?P<number>\d{1,3}\.\s+)?)(?=[A-Z])")
SEPARATED = re.compile(r"[;:—–]|--")


def split_inline(pieces: list[Piece], text: str) -> list[Piece]:
    """The pieces of a text with inline lists cut into a lead-in and its items."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.open and piece.words > 20 and (stops := running(piece.text)):
            for begin, end in zip([0, *stops], [*stops, len(piece.text)], strict=True):
                result.append(clause(piece, text, piece.begin + begin, piece.begin + end))
            continue
        cuts = enumeration(piece.text) if piece.open and piece.words > 12 and ")" in piece.text else []
        if not cuts:
            result.append(piece)
            continue
        begin = piece.begin
        ends = [c[0] for c in cuts] + [len(piece.text)]
        result.append(part(piece, text, begin, begin + ends[0], piece.marker, piece.gap))
        for (_, start, marker), end in zip(cuts, ends[1:], strict=True):
            result.append(part(piece, text, begin + start, begin + end, marker, 0))
    return result


def running(text: str) -> list[int]:
    """Where the clauses of a resolution that was printed as one paragraph begin, none if it is none."""
    head = BODY.match(text)
    if head is None or opener(text[head.end() :]) != "participle":
        return []
    stops = [head.end()]
    for match in CLAUSE.finditer(text, head.end()):
        before, rest = text[match.start()], text[match.end() : match.end() + 80]
        if match["number"] or opener(rest) in (("participle", "operative") if before == "," else ("operative",)):
            stops.append(match.start("clause"))
    return stops if len(stops) > 2 else []


def clause(piece: Piece, text: str, begin: int, end: int) -> Piece:
    """A clause cut out of a running resolution, with its number as its marker."""
    marker = read_marker(text[begin : begin + 12]) if text[begin].isdigit() else None
    return part(piece, text, begin + (marker.width if marker else 0), end, marker, 0)


def enumeration(text: str) -> list[tuple[int, int, Marker]]:
    """Where the items of an inline list stand: (end of what is before, begin of the item, marker)."""
    best: list[tuple[int, int, Marker]] = []
    for kind, value in (("letter", letter), ("roman", roman), ("bracketed", int)):
        run: list[tuple[int, int, Marker]] = []
        for match in MARKER.finditer(text):
            number = match["number"]
            if (
                (kind == "bracketed" and not number.isdigit())
                or (kind != "bracketed" and number.isdigit())
                or (kind == "letter" and len(number) > 1)
            ):
                continue
            if value(number) != len(run) + 1:
                continue
            before = text[match.start() : match.start("marker")].strip()
            if run and not SEPARATED.match(before):
                run = run if len(run) > 1 else []
                break
            if not run and not SEPARATED.match(before) and not re.match(r"to|that", before):
                continue
            style = " ()" if match["marker"].startswith("(") else ""
            name = kind + style if kind != "bracketed" else kind
            run.append(
                (
                    match.start("marker"),
                    match.end(),
                    Marker(match["marker"], name, len(run) + 1, match.end() - match.start("marker")),
                )
            )
        if len(run) > max(1, len(best)):
            best = run
    return best


def part(piece: Piece, text: str, begin: int, end: int, marker: Marker | None, gap: int) -> Piece:
    """A piece cut out of another one."""
    stretch = text[begin:end]
    end = begin + len(stretch.rstrip())
    return Piece(begin, end, text[begin:end], gap, piece.lines, marker)
