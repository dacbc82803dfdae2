"""Checks list markers against the numbering of the whole text: initials are none, a lost full stop is put up with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.language.markers import Marker
from demandgraph.language.pieces import Piece

BARE = re.compile(r"(?P<number>\d{1,3})\s+(?=[A-Z][a-z])")
DOUBTFUL = ("capital", "chapter", "letter", "LETTER ()", "roman")
"""Kinds of marker that need a neighbour in the numbering: "A. Smith", "I. The…", "v. State"."""


def check_numbering(pieces: Sequence[Piece], text: str) -> None:
    """Take away markers that no numbering bears out, and find numbers whose full stop is missing."""
    seen: dict[str, list[int]] = {}
    for piece in pieces:
        if piece.marker is not None:
            seen.setdefault(piece.marker.kind, []).append(piece.marker.value)
    values = {kind: set(v) for kind, v in seen.items()}
    last = 0
    for piece in pieces:
        marker = piece.marker
        if marker is None:
            match = BARE.match(piece.text) if piece.open and last else None
            if match and int(match["number"]) == last + 1 and last + 2 in values.get("number", set()):
                piece.marker = Marker(match["number"], "number", last + 1, match.end())
                shift(piece, match.end(), text)
                last += 1
            continue
        if marker.kind in DOUBTFUL and not {marker.value - 1, marker.value + 1} & neighbours(values, marker):
            piece.marker = None
            piece.begin = text.rfind(marker.text, 0, piece.begin)
            shift(piece, 0, text)
        elif marker.kind == "number":
            last = marker.value


def neighbours(values: dict[str, set[int]], marker: Marker) -> set[int]:
    """The numbers that occur with a kind of marker; "I." may be a letter as well."""
    known = set(values.get(marker.kind, ()))
    if marker.kind == "chapter" and marker.text[:-1] in ("I", "V", "X"):  # it may be a letter: H., I., J.
        letter = ord(marker.text[0]) - 64
        known |= {v - letter + marker.value for v in values.get("capital", ())}
    return known


def shift(piece: Piece, width: int, text: str) -> None:
    """Move the beginning of a piece and read its text anew."""
    piece.begin += width
    piece.text = text[piece.begin : piece.end]
    piece.words = len(piece.text.split())
