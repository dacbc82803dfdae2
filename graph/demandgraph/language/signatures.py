"""Who signs: the lines under a closing formula, lists of signatories, the name at the end of a text."""

from __future__ import annotations

import re

from demandgraph.dates import find_dates
from demandgraph.language.letters import BARE_TO, is_closing, is_short, mark_block, take_label
from demandgraph.language.openers import opener
from demandgraph.language.pieces import Piece
from demandgraph.language.shapes import is_name_like

SIGNERS = re.compile(
    r"(?:.{0,80}\b(?:joined|signed|co-?signed|endorsed|supported|undersigned|signatory|signatories|signatures"
    r"|subscribed|on behalf of)\b.{0,60}|(?:the )?(?:representatives|members|participants|initiators|authors"
    r"|organi[sz]ers|undersigned|endorsers|signers|co-?signers|endorsing organi[sz]ations)\b.{0,80})[:–—-]$",
    re.IGNORECASE,
)
BEHALF = re.compile(r"(?:signed\s+)?(?:on behalf of|for and on behalf of|for the)\s", re.IGNORECASE)
PERSON = re.compile(
    r"(?:To\s+)?(?:The\s+)?(?:H\.?\s?E\.?\s|His\s|Her\s|Their\s|Hon(?:ou?rable)?\b|Rt\.? Hon|Mrs?\b|Ms\b"
    r"|Miss\b|Dr\b|Prof\b|Sir\b|Dame\b|Lord\b|Lady\b|Rev\b|Archbishop\b|Cardinal\b)"
)
BYLINE_ROLE = re.compile(
    r"\b(?:chair(?:man|woman|person)?|president|director|secretary|coordinator|head|representative|founder"
    r"|spokes\w+|member|minister|ambassador|facilitator|manager|officer|leader|commissioner|speaker|deputy"
    r"|executive|general|editor|dr|prof|professor)\b",
    re.IGNORECASE,
)


def mark_signatures(pieces: list[Piece]) -> None:
    """Mark who signs: after a closing formula, after a line that announces signatories, or at the very end."""
    for i, piece in enumerate(pieces):
        if not piece.open:
            continue
        if is_closing(piece):
            if mark_block(pieces, i + 1, "signature", i, announced="sign" in piece.text.lower()):
                piece.kind = "furniture"
        elif piece.words < 16 and SIGNERS.match(piece.text):
            mark_block(pieces, i + 1, "signature", i, announced=True)
        elif BEHALF.match(piece.text) and is_short(piece) and i > len(pieces) / 2:
            piece.kind = "signature"
    mark_last_lines(pieces)


def join_entries(pieces: list[Piece], text: str) -> None:
    """Join the lines that give one person's name, role and body."""
    split_columns(pieces, text)
    kept: list[Piece] = []
    moved: list[int] = []
    for piece in pieces:
        above = kept[-1] if kept else None
        if above is not None and goes_with(piece, above):
            above.end, above.text = piece.end, text[above.begin : piece.end]
            above.lines = [*above.lines, *piece.lines]
            above.words += piece.words
        else:
            kept.append(piece)
        moved.append(len(kept) - 1)
    for piece in kept:
        if piece.lead_in is not None:
            piece.lead_in = moved[piece.lead_in]
        if piece.kind == "address" and piece.marker is None and (match := BARE_TO.match(piece.text)):
            take_label(piece, match.end())
    pieces[:] = kept


COLUMN = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{4,}")
"""The wide blank between two columns of signatures."""
CELL = re.compile(r"[^\W\d_][^\t\n]{3,}")


def split_columns(pieces: list[Piece], text: str) -> None:
    """Cut lines of a signature that hold several persons or bodies side by side, one in each column, into their cells."""
    moved: list[int] = []
    kept: list[Piece] = []
    for piece in pieces:
        moved.append(len(kept))
        kept += cells_of(piece, text) if piece.kind == "signature" and piece.marker is None else [piece]
    for piece in kept:
        if piece.lead_in is not None:
            piece.lead_in = moved[piece.lead_in]
    pieces[:] = kept


def cells_of(piece: Piece, text: str) -> list[Piece]:
    """The cells of a piece whose lines all have as many columns, in the order of the text; else the piece itself."""
    rows = []
    for line in piece.lines:
        ends = [
            line.begin,
            *(k for m in COLUMN.finditer(line.text) for k in (line.begin + m.start(), line.begin + m.end())),
            line.end,
        ]
        rows.append(list(zip(ends[::2], ends[1::2], strict=True)))
    many = {len(row) for row in rows}
    if (
        len(many) != 1
        or many == {1}
        or not all(CELL.match(text, b, e) and is_name_like(text[b:e], 12) for r in rows for b, e in r)
    ):
        return [piece]
    return [
        Piece(b, e, text[b:e], 1, [line], kind=piece.kind, lead_in=piece.lead_in)
        for line, row in zip(piece.lines, rows, strict=True)
        for b, e in row
    ]


def goes_with(piece: Piece, above: Piece) -> bool:
    """Whether a line of an address or signature goes on with the entry above it."""
    if (
        piece.kind != above.kind
        or piece.kind not in ("address", "signature")
        or piece.gap
        or piece.marker
        or len(above.lines) > 6
    ):
        return False
    if starts_entry(piece.text) and starts_entry(above.text):
        return False
    return not PERSON.match(piece.text) and not BARE_TO.match(piece.text)


def starts_entry(text: str) -> bool:
    """Whether a line is complete in itself: "Ana Bel, Head of the Union", "Bel Union – Ana Bel", "Hon. Ana Bel MP"."""
    return re.search(r"\S,\s|\s[–—-]\s|\son behalf of\s", text) is not None or TITLED_OF_BODY.match(text) is not None


TITLED_OF_BODY = re.compile(r"(?:Dr|Prof|Professor|Mrs?|Ms|Rev)\b\.?(?: [A-Z][\w.’'-]*){3,7} of [A-Z]")
"""*Dr Ann Lee University of Norton*: complete without a comma."""


def mark_last_lines(pieces: list[Piece]) -> None:
    """Mark the name and role at the end of a text that has no closing formula."""
    run: list[Piece] = []
    for piece in reversed(pieces):
        if piece.kind in ("furniture", "copy", "foreign", "dateline"):
            if run:
                break
            continue
        if not is_short(piece) or piece.words > 9 or piece.marker or len(run) > 5 or opener(piece.text) == "operative":
            break
        run.append(piece)
    before = sum(p.words for p in pieces if p.open) - sum(p.words for p in run)
    if not run or before < 40 or len(run) > 5:
        return
    run.reverse()
    name = run[0].text
    if (
        not 2 <= len(name.split()) <= 7
        or (name.isupper() and len(run) == 1)
        or find_dates(name)
        or any(c in name for c in ":?!")
    ):
        return
    if len(run) == 1 and not (len(name.split()) < 5 or BYLINE_ROLE.search(name)):
        return
    for piece in run:
        piece.kind = "signature"
