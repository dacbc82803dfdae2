"""Finds footnotes and endnotes."""

from __future__ import annotations

import re

from demandgraph.language.markers import Marker
from demandgraph.language.pieces import Piece, after

NOTES = re.compile(r"(?:end|foot)?notes?|references|sources|bibliography", re.IGNORECASE)
NOTE = re.compile(
    r"(?P<number>\d{1,2}|[*†‡§]{1,3}|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})\s*(?=(?:See\b|Ibid|A/|S/|E/|CCPR|Available"
    r"|Adopted|Resolution|Official Records|United Nations,|https?:|www\.|For |The (?:annex|present|list"
    r"|report)|In accordance|As |OJ |Texts adopted|\(?OJ|[A-Z][\w ]+,|Cf\.))"
)
RULE = re.compile(r"[_—–-]{3,}$")


def mark_footnotes(pieces: list[Piece], text: str) -> None:
    """Mark notes under a heading of their own, under a rule, and those that begin like a citation."""
    notes = under_rule = False
    stars = sum(p.marker is not None and p.marker.kind == "dash *" for p in pieces)
    for i, piece in enumerate(pieces):
        if piece.kind == "footnote":
            cut_number(piece, text)
            continue
        if piece.kind == "furniture":
            under_rule = bool(RULE.match(piece.text)) or (under_rule and not piece.gap)
            continue
        if not piece.open:
            notes = under_rule = False
            continue
        title = piece.text.strip(" .:").lower()
        if piece.words < 3 and NOTES.fullmatch(title) and (2 * i > len(pieces) or numbered_after(pieces, i)):
            piece.kind, notes = "heading", True
        elif notes and (piece.marker is not None or NOTE.match(piece.text)):
            piece.kind = "footnote"
        elif is_note(piece, pieces, i, under_rule, stars):
            cut_number(piece, text)
            piece.kind = "footnote"
        else:
            notes = under_rule = False


def numbered_after(pieces: list[Piece], index: int) -> bool:
    """Whether the next piece is the first one of a numbered list."""
    below = after(pieces, index)
    return below is not None and below.marker is not None and below.marker.value == 1


def is_note(piece: Piece, pieces: list[Piece], index: int, under_rule: bool, stars: int) -> bool:
    """Whether a piece outside of a section of notes is one."""
    match = NOTE.match(piece.text) if not piece.text.endswith("*") else None  # *emphasis*
    if under_rule and piece.marker is None and re.match(r"\d{1,2}\s|[*†‡]|\[\d", piece.text):
        return True
    if piece.marker is not None:
        return (piece.marker.kind == "dash *" and stars == 1) or (
            piece.marker.text.startswith("[") and 2 * index > len(pieces)
        )
    return match is not None and piece.words < 80 and (not match["number"].isdigit() or index > 3)


def cut_number(piece: Piece, text: str) -> None:
    """Take the number of a note out of its text."""
    match = re.match(r"(\d{1,2}|[*†‡§]{1,3}|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})\s*(?=\S)", piece.text)
    if piece.marker is None and match and match.end() < len(piece.text):
        piece.marker = Marker(match.group(1), "note", 0, match.end())
        piece.begin += match.end()
        piece.text = text[piece.begin : piece.end]
