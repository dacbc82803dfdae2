"""Lists: which pieces are items, how deep they are nested, which piece governs them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.language.openers import opener
from demandgraph.language.pieces import Piece
from demandgraph.language.shapes import is_sentence

ANNOUNCES = re.compile(
    r"\b(?:following|follows?|namely|below|measures?|steps?|to|that|including|as)\s*[.:]?$|\b(?:the following|as "
    r"follows)\b",
    re.IGNORECASE,
)
SILENT = frozenset(("furniture", "foreign", "footnote"))
LONG = 60
"""Words from which on a marked piece of several sentences is a numbered paragraph rather than an item."""


def mark_lists(pieces: list[Piece]) -> None:
    """Mark items of lists, with and without markers; give clauses and items their level and lead-in."""
    mark_unmarked(pieces)
    nest(pieces)


def nest(pieces: Sequence[Piece]) -> None:
    """Give every marked piece its level and the piece that governs it."""
    stack: list[
        tuple[str, int, int | None]
    ] = []  # (kind of marker, last value, lead-in) from the outermost list inwards
    last: int | None = None  # the last piece that can lead in
    recent: list[int | None] = []  # the last piece at each level
    top: dict[str, list[Piece]] = {}
    for i, piece in enumerate(pieces):
        if piece.kind in SILENT:
            continue
        if piece.marker is None or piece.kind in (
            "title",
            "heading",
            "address",
            "signature",
            "vote",
            "copy",
            "dateline",
        ):
            if piece.kind not in ("item", "preamble") or piece.lead_in is None:
                last = i
                if piece.kind not in ("item",):
                    stack, recent = [], []
            continue
        kind = settle(piece, stack)
        value = piece.marker.value
        depth = next(
            (d for d in range(len(stack) - 1, -1, -1) if stack[d][0] == kind and follows(stack[d][1], value)), None
        )
        if depth is None:
            depth, lead_in = enter(pieces, stack, recent, last, kind)
            if depth == 0 and lead_in is None and not stack:
                lead_in = governs(pieces, last, i)
            del stack[depth:]
            stack.append((kind, value, lead_in))
        else:
            del stack[depth + 1 :]
            lead_in = stack[depth][2]
            stack[depth] = (kind, value, lead_in)
        del recent[depth:]
        recent.append(i)
        piece.level = depth
        if piece.lead_in is None:
            piece.lead_in = lead_in
        if piece.open and lead_in is not None:
            piece.kind = "item"
        elif piece.open:
            top.setdefault(kind, []).append(piece)
    for members in top.values():  # what nothing governs: items, or the numbered paragraphs of a report
        long = sum(is_paragraph(p) for p in members) > len(members) / 4
        for piece in members:
            piece.kind = "paragraph" if long else "item"


def settle(piece: Piece, stack: Sequence[tuple[str, int, int | None]]) -> str:
    """The kind of a piece's marker; "(i)" is a letter after "(h)" and a roman number elsewhere."""
    marker = piece.marker
    assert marker is not None
    kind = marker.kind
    text = marker.text.strip("().[] ").lower()
    if kind in ("letter ()", "letter", "LETTER ()", "roman") and text and not set(text) - set("ivxlc"):
        top = [s for s in stack if s[0] in ("letter ()", "letter", "LETTER ()")]
        if kind != "roman" and top and top[-1][1] + 1 == marker.value:
            return kind
        if len(text) == 1 and text not in "iv":
            return kind
        return "roman ()" if "(" in marker.text else "roman"
    if kind in ("chapter", "capital") and text in ("i", "v", "x"):
        top = [s for s in stack if s[0] == "capital"]
        return "capital" if top and top[-1][1] + 1 == ord(text) - 96 else "chapter"
    return kind


def follows(last: int, value: int) -> bool:
    """Whether a list can go on with this value: bullets always, numbers when they rise."""
    return value == 0 or value > last or last > 90


def enter(
    pieces: Sequence[Piece],
    stack: Sequence[tuple[str, int, int | None]],
    recent: Sequence[int | None],
    last: int | None,
    kind: str,
) -> tuple[int, int | None]:
    """Level and lead-in of a list that begins."""
    above = recent[-1] if recent else None
    known = [k for k, _, _ in stack]
    if kind in known:  # the same markers begin anew: a list beside the first one
        depth = known.index(kind)
        return depth, recent[depth - 1] if depth and recent else (
            last if last is not None and pieces[last].leads_in else None
        )
    if above is not None and (last is None or above > last):
        inner = kind.split()[0] in ("letter", "roman", "bullet", "dash", "LETTER", "bracketed")
        preamble = pieces[above].kind == "preamble" and not pieces[above].leads_in
        if pieces[above].leads_in or (inner and not preamble) or (pieces[above].text[-1] in ":,—-" and not preamble):
            return len(stack), above
        return 0, None
    if last is not None and (pieces[last].leads_in or announces(pieces[last])):
        return 0, last
    return 0, None


def governs(pieces: Sequence[Piece], last: int | None, index: int) -> int | None:
    """The piece right above a list if it can govern it without a colon: a heading such as "Our demands", or a sentence
    that the items end.
    """
    above = pieces[last] if last is not None else None
    if above is None or any(pieces[j].kind not in SILENT for j in range((last or 0) + 1, index)):
        return None
    if above.kind == "heading":
        return last if DEMANDS.search(above.text) else None
    return last if above.open and not above.ends_sentence and pieces[index].text[:1].islower() else None


DEMANDS = re.compile(
    r"\b(?:demands?|recommend\w*|propos\w+|asks?|requests?|calls?|measures?|steps?|actions?|must|should"
    r"|priorit\w+|wants?|needs?|expects?|urges?|appeals?)\b",
    re.IGNORECASE,
)


def announces(piece: Piece) -> bool:
    """Whether a piece without a colon at its end announces a list."""
    return piece.kind in ("", "paragraph", "body", "operative", "preamble", "item") and bool(
        ANNOUNCES.search(piece.text[-120:])
    )


def is_paragraph(piece: Piece) -> bool:
    """Whether a marked piece that nothing governs is rather a numbered paragraph: long, or of several sentences."""
    return piece.words >= LONG or (
        piece.words > 25 and re.search(r"[.!?]\s", piece.text) is not None and is_sentence(piece.text)
    )


def mark_unmarked(pieces: list[Piece]) -> None:
    """Mark items that have no marker: short pieces after a lead-in that end with a semicolon or begin alike."""
    i = 0
    while i < len(pieces):
        lead = pieces[i]
        if lead.kind in ("", "paragraph") and lead.leads_in:
            run = unmarked_run(pieces, i + 1)
            for j in run:
                pieces[j].kind, pieces[j].lead_in = "item", i
            i = run[-1] if run else i
        i += 1


def unmarked_run(pieces: Sequence[Piece], start: int) -> list[int]:
    """Indexes of the pieces from ``start`` on that form a list without markers."""
    run: list[int] = []
    shape = ""
    for j in range(start, len(pieces)):
        piece = pieces[j]
        if piece.kind in SILENT:
            continue
        if not piece.open or piece.marker is not None or piece.words > 120 or piece.text[0] in '“"«':
            break
        first = opener(piece.text)
        lower = piece.text[:1].islower()
        goes_on = re.search(r"(?:[;,]|;\s*(?:and|or))$", piece.text) is not None
        if not run:
            if not (goes_on or lower or first in ("infinitive", "that", "imperative", "operative", "participle")):
                break
            shape = first
        elif not goes_on and not lower and (not first or first != shape) and not list_goes_on(pieces, run):
            break
        run.append(j)
        if not goes_on and piece.ends_sentence and list_goes_on(pieces, run[:-1]):
            break
    enough = len(run) > 1 or (run and not pieces[run[0]].words > 60 and pieces[run[0]].text[:1].islower())
    return run if enough else []


def list_goes_on(pieces: Sequence[Piece], run: Sequence[int]) -> bool:
    """Whether the last item ended with a semicolon, so that one more must come."""
    return bool(run) and re.search(r";(?:\s*(?:and|or))?$", pieces[run[-1]].text) is not None
