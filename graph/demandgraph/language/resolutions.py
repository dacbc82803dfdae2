"""The parts of a resolution: who speaks, preambular clauses, operative clauses, how it was adopted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.dates import find_dates
from demandgraph.language.openers import opener
from demandgraph.language.parliamentary import mark_parliamentary
from demandgraph.language.pieces import Piece, before
from demandgraph.language.shapes import capital_share

# A line that only names the body that speaks: "The General Assembly," "The Congress of Teachers, meeting in Rome,"
BODY = re.compile(r"(?:The|THE|Les?|La)\s+[A-Z][^.;!?]{2,160}[,:]$")
CHAMBER = re.compile(
    r"(?:IN|In) (?:THE|the) [A-Z][A-Za-z ]*(?:SENATE|HOUSE|CONGRESS|ASSEMBLY|PARLIAMENT|Senate|House|Congress"
    r"|Assembly|Parliament)[A-Za-z ]*[,;]?$"
)
CHAMBER_SHORT = re.compile(r"(?:IN|In) (?:THE|the) (?:SENATE|HOUSE|Senate|House)[A-Za-z ]*[,;]?$")
RESOLVED = re.compile(
    r"(?:(?:now|therefore|and),? ?){0,3}(?:it is |be it )?(?:further |hereby )?(?:resolved"
    r"|enacted)\b.{0,120}?(?:[,:;]|--|[—–-])?$",
    re.IGNORECASE,
)
RESOLVES = re.compile(
    r"(?:[A-Z][^.;]{0,80}\s)?(?:hereby |therefore )?(?:RESOLVES?|DECIDES?|DECLARES?|resolves?|decides?"
    r"|declares?)\s*(?:as follows|that)?\s*:$"
)
MEETING = re.compile(
    r"(?:\d{1,4}(?:st|nd|rd|th)|[a-z-]+(?:first|second|third|th))\s+(?:plenary |formal |closed |public "
    r")?(?:meeting|session|sitting)\b.{0,80}$",
    re.IGNORECASE,
)
VOTE = re.compile(
    r"[\[(]?\s*(?:(?:unanimously )?(?:adopted|approved|passed|agreed to|carried|rejected)\b(?: (?:by|without"
    r"|at|on|unanimously|with|in)\b.{0,240})?[.\])]*$"
    r"|(?:a |the )?(?:recorded|roll-?call|final) vote\b.{0,160}$|the voting was as follows.{0,20}$|(?:in "
    r"favou?r|for|against|abstain(?:ing|ed)|abstentions?|absent|not (?:present|voting)|yeas?|nays?|yes|no"
    r"|ayes?|noes)\s*(?:\(\d+\)|\d+)?\s*:"
    r"|(?:passed|agreed to) (?:the|by the|in the) (?:senate|house)\b.{0,60}$|attest\b.{0,40}$|reported (?:by"
    r"|without|with)\b.{0,80}$)",
    re.IGNORECASE,
)
DATED_VOTE = re.compile(
    r"(?P<date>[^\[(.;:]{6,40}?),?\s*[\[(]\s*(?:unanimously )?(?:adopted|approved|passed)\b", re.IGNORECASE
)
"""A line on which the date stands before the vote (*3 May 2031 [Adopted by a recorded vote of …*)."""
UPDATED = re.compile(r"(?:last )?(?:updated|published|posted|modified)\b", re.IGNORECASE)
ADOPTED = re.compile(
    r"(?:unanimously )?(?:adopted|approved|done|signed) (?:unanimously|by|at|in|on|this|without)\b", re.IGNORECASE
)
ADOPTED_BY = re.compile(r"(?:resolution |decision )?(?:adopted|approved) (?:by|at|on|unanimously)\b", re.IGNORECASE)
ROLL = re.compile(
    r"(?:in favou?r|for|against|abstain(?:ing|ed)|abstentions?|absent|yeas?|nays?|yes|no|ayes?|noes)\s*(?:\(\d+\)"
    r"|\d+)?\s*:\s*$",
    re.IGNORECASE,
)


def mark_clauses(pieces: Sequence[Piece]) -> bool:
    """Find the clauses of resolutions and mark their pieces; tells whether there are any."""
    if mark_parliamentary(pieces):
        last = max((i for i, p in enumerate(pieces) if p.kind == "operative"), default=0)
        for piece in pieces[last + 1 :]:
            if piece.open and is_vote(piece, "over"):
                piece.kind = "vote"
        return True
    body: Piece | None = None
    texts = [i for i, p in enumerate(pieces) if p.kind in ("", "title", "heading", "dateline")]
    state = ""  # "preamble" after the body's line, "operative" after the first operative clause
    for n, i in enumerate(texts):
        piece, after = pieces[i], [pieces[j] for j in texts[n + 1 : n + 3]]
        if is_body(piece, after):
            piece.kind, state, body = "body", "preamble", piece
        elif body is None:
            continue
        elif is_vote(piece, state):
            piece.kind = "vote"
        elif state != "over" and piece.open:
            state = mark_clause(piece, pieces, i, state, body)
    roll_calls(pieces)
    if body is not None:  # "Resolution adopted by … on …" above the body's line
        for piece in pieces[: next(i for i, p in enumerate(pieces) if p.kind == "body")]:
            if piece.open and piece.words < 40 and ADOPTED_BY.match(piece.text):
                piece.kind = "vote"
    else:  # the last line of an appeal or declaration
        for piece in pieces[-max(3, len(pieces) // 4) :]:
            if piece.open and piece.words < 30 and ADOPTED.match(piece.text):
                piece.kind = "vote"
    return body is not None


def is_body(piece: Piece, after: Sequence[Piece]) -> bool:
    """Whether a piece only says who speaks in the clauses below it."""
    text = piece.text
    if piece.marker is not None or piece.words > 30 or not after:
        return False
    if CHAMBER_SHORT.match(text) or (CHAMBER.match(text) and piece.words < 12):
        return True
    if (RESOLVED.match(text) and piece.words < 25) or (RESOLVES.match(text) and piece.words < 25):
        return any(opener(p.text) or p.marker for p in after)
    if not BODY.match(text) or not re.search(r"[,:]$", text):
        return False
    following = after[0]
    return opener(following.text) in ("participle", "operative") or bool(
        following.marker and opener(following.text) in ("participle", "operative", "that")
    )


def mark_clause(piece: Piece, pieces: Sequence[Piece], index: int, state: str, body: Piece) -> str:
    """Mark one piece below a body's line; returns the state after it: ``preamble``, ``operative`` or ``over``."""
    first = opener(piece.text)
    above = before(pieces, index) or body
    resolved = RESOLVED.match(body.text) is not None or RESOLVES.match(body.text) is not None
    marker = piece.marker
    recital = marker is not None and marker.kind.split()[0] in ("capital", "dash")
    nested = marker is not None and marker.kind.split()[0] in ("letter", "roman", "bullet", "dash", "LETTER", "clause")
    if (
        first == "participle"
        and piece.ends_sentence
        and any(p.text == piece.text for p in pieces[max(0, index - 12) : index])
    ):
        return state  # the long title once more
    if piece.text[:7].lower() == "whereas" or (
        state == "preamble" and not resolved and (recital or in_preamble(piece, above, nested))
    ):
        piece.kind = "preamble"
    elif (
        first == "operative"
        or (resolved and (marker or first))
        or (marker is not None and (state == "operative" or not nested))
    ):
        piece.kind = "operative"
    elif first == "participle" and (state == "preamble" or piece.text[-1] in ",;"):
        piece.kind = "preamble"
        return state
    elif state == "preamble" and piece.text[-1] in ",;" and piece.words > 4:
        piece.kind = "preamble"
    elif state == "operative" and piece.text[-1] in ",;" and not piece.ends_sentence:
        piece.kind = "operative"
    elif state == "operative" and above.text[-1] in ".!" and piece.words > 1:
        return "over"
    return "operative" if piece.kind == "operative" else state


def in_preamble(piece: Piece, above: Piece, nested: bool) -> bool:
    """Whether a piece is a part of the preambular clause above it."""
    if piece.marker is None or above.kind != "preamble":
        return False
    return nested or above.leads_in or (above.marker is not None and above.marker.kind == piece.marker.kind)


def is_vote(piece: Piece, state: str) -> bool:
    """Whether a piece tells how, where and when the act was adopted."""
    if piece.words > 60 or UPDATED.match(piece.text) or (piece.marker is not None and piece.marker.kind != "bracketed"):
        return False
    if (MEETING.match(piece.text) and piece.words < 16) or VOTE.match(piece.text):
        return True
    if (dated := DATED_VOTE.match(piece.text)) is not None and find_dates(dated["date"]):
        return True
    if state in ("operative", "over") and piece.words < 16:
        dates = find_dates(piece.text)
        return (
            bool(dates)
            and not piece.text.endswith(":")
            and (
                dates[0][1] - dates[0][0] > len(piece.text) / 2
                or bool(re.search(r"\[?adopted", piece.text, re.IGNORECASE))
            )
        )
    return False


def roll_calls(pieces: Sequence[Piece]) -> None:
    """Mark the lists of names below "In favour:", "Against:", "Abstaining:"."""
    voting = False
    for piece in pieces:
        if piece.kind == "vote":
            voting = bool(ROLL.match(piece.text))
        elif voting and piece.kind in ("", "heading", "operative", "preamble") and is_roll(piece):
            piece.kind, piece.virtual = "vote", ""
        elif piece.kind not in ("furniture", "foreign"):
            voting = False


def is_roll(piece: Piece) -> bool:
    """Whether a piece is a list of names, or a line of one."""
    return capital_share(piece.text) > 0.75 and not re.search(r"[.:;!?]\s", piece.text) and piece.words < 400
