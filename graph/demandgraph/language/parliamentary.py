"""The clauses of resolutions in the parliamentary form, which need no line that names the body: *Whereas …; Resolved, that …*.

Unions, parties, councils, churches and American legislatures write so (Robert's Rules of Order, section 10). The formula
is kept from the parser, which reads what is resolved better without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.language.pieces import Piece

RESOLVED = re.compile(
    r"(?:(?:now|therefore|then|and|let it|be it|it is|also|further|finally|hereby)\b,?\s*){0,6}resolved\b"
    r"(?:\s+(?:further|finally|also))?(?P<comma>[,:;]?)\s*(?P<that>that\b[,:]?\s*(?:be it\s+)?)?",
    re.IGNORECASE,
)
"""The formula that opens an operative clause, up to the clause itself."""
WHEREAS = re.compile(r"whereas\b[,:]?", re.IGNORECASE)
HANDOVER = re.compile(
    r"[;,.]?\s*(?:and\s*)?[,;]?\s*(?:(?:now|therefore|then|let it|be it|it is|also|further|finally|hereby|resolved)\b,?\s*){2,8}"
    r"(?:that\b)?\s*[:.,;]?$",
    re.IGNORECASE,
)
"""The words by which a clause hands over to the next: *; and be it further*."""


def mark_parliamentary(pieces: Sequence[Piece]) -> bool:
    """Mark the clauses of a resolution in the parliamentary form; tells whether there are any."""
    recitals = [p for p in pieces if p.kind in OPEN and p.words > 4 and WHEREAS.match(p.text)]
    resolved = [p for p in pieces if p.kind in OPEN and p.words > 5 and opens_clause(p)]
    if not resolved or len(recitals) + len(resolved) < 2:
        return False
    for piece in recitals:
        piece.kind = "preamble"
    for piece in resolved:
        piece.kind = "operative"
        formula = RESOLVED.match(piece.text)
        if formula is not None and formula["that"] and piece.marker is None:
            piece.skipped += ((piece.begin, piece.begin + formula.end()),)
    for piece in (*recitals, *resolved):
        if (over := HANDOVER.search(piece.text)) is not None and over.start() > 0:
            piece.skipped += ((piece.begin + over.start(), piece.begin + len(piece.text)),)
    return True


OPEN = frozenset({"", "title", "heading"})


def opens_clause(piece: Piece) -> bool:
    """Whether a piece opens with the formula and holds its clause: *Resolved, that the union …*; not *Resolved issues
    were …*, not *Resolved, That the Senate—* above a list.
    """
    formula = RESOLVED.match(piece.text)
    if formula is None or not (formula["comma"] or formula["that"]):
        return False
    clause = HANDOVER.sub("", piece.text[formula.end() :]).rstrip()
    return len(clause.split()) > 3 and re.search(r"[:,\u2014\u2013-]$", clause) is None
