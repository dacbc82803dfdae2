"""The label *Attention: …* in an address: the lines right above it say whom a letter is for, it only who is to open it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.language.pieces import Piece
from demandgraph.language.shapes import is_dateline, is_postal, is_sentence

ATTENTION = re.compile(r"(?:attn|attention|for the attention of)\b", re.IGNORECASE)
"""The label of whoever in a body is to open the letter."""
LONGEST = 20
"""Words of a line of an address, and lines of one."""


def mark_body_above(pieces: Sequence[Piece], index: int) -> bool:
    """Mark the lines that stand without a blank line above *Attention: …*; tells whether the letter is for them only."""
    if ATTENTION.match(pieces[index].text) is None:
        return False
    top = index
    while top > 0 and pieces[top].gap == 0 and fits(pieces[top - 1]):
        top -= 1
    named = [p for p in pieces[top:index] if p.open and not is_postal(p.text)]
    for piece in named:
        piece.kind = "address"
    return bool(named) and not greeted(pieces, index)


def greeted(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the salutation greets whom the label names: then the letter is for that person as well."""
    named = set(re.findall(r"[A-Z]\w{2,}", pieces[index].text))
    below = (p.text for p in pieces[index + 1 : index + LONGEST] if p.text.startswith("Dear "))
    return any(named & set(re.findall(r"[A-Z]\w{2,}", text[5:])) for text in below)


def fits(piece: Piece) -> bool:
    """Whether a line can stand in an address block."""
    if piece.kind not in {"", "furniture"} or piece.marker is not None or piece.words > LONGEST:
        return False
    return not is_dateline(piece.text) and not is_sentence(piece.text) and not piece.leads_in
