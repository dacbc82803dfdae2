"""Title, headings and datelines among the pieces of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demandgraph.language.letters import APPEAL_TITLE
from demandgraph.language.markers import Marker
from demandgraph.language.pieces import Piece, after
from demandgraph.language.shapes import is_dateline, is_heading_like, is_postal, is_sentence, is_shouted

# Lines that say what sort of document follows, not what it is about.
LABEL = re.compile(
    r"(?:(?:for )?immediate release|(?:joint |urgent |official )?(?:media|press|news) (?:release|statement"
    r"|advisory|note|communiqu[eé])s?|press releases?|communiqu[eé]|statement|declaration"
    r"|(?:joint |concurrent |draft |legislative )*resolution|open letter|appeal|petition|speech|news|report"
    r"|memorandum|press service|opinion|op-ed|letter|(?:\w+[ ,/-]+){0,5}(?:media|press) release)\W*$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b[012]?\d[:.][0-5]\d\b")
NUMBERED_TITLE = re.compile(
    r"(?P<number>(?:(?:resolution|decision)\s+)?(?:[A-Z]/)?[\w.-]{1,8}/[\w./-]{1,12}"
    r"|\d{1,4}\s?\(\d{4}\))[.:]?\s+(?=\S)",
    re.IGNORECASE,
)
CHAPTER = re.compile(
    r"(?:chapter|part|section|annex|appendix|article|title|agenda item|item)\s+(?:\d{1,3}|[IVXLC]+"
    r"|[A-Z])\b",
    re.IGNORECASE,
)
# Parts of a printed head: numbers of bills, sessions, agenda items, distribution.
HEAD_LINE = re.compile(
    r"\b(?:calendar no|agenda item|\d+(?:st|nd|rd|th) (?:congress|session)|(?:first|second|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth|[a-z]+-[a-z]+) session|distr\b|original: |s\. ?(?:con\. |j\. )?res\."
    r"|h\. ?(?:con\. |j\. )?res\.|"
    r"official records|provisional|adopted texts|texts adopted|without reference to|printed|report no)",
    re.IGNORECASE,
)
# A line that holds nothing but the name of a body: the letterhead, not the title.
LETTERHEAD = re.compile(
    r"(?!(?:Report|Resolution|Statement|Declaration|Letter|Summary|Minutes|Communiqu[eé]|Decision)s? )"
    r"(?:the )?(?:[A-Z][\w’'.-]* (?:(?:of|for|on|and|the|to|in) )*){0,8}(?:Council|Assembly|Parliament"
    r"|Commission|Committee|Nations|Union|Organi[sz]ation|Senate|Congress|Ministry|Office|Secretariat"
    r"|Federation"
    r"|Association|Court|Affairs|Department|Government|Embassy|Mission|House|Rights|Review|Press Room"
    r"|Newsroom)(?:,? [A-Z][a-z]+(?:-[a-z]+)? session)?$"
)
OF_BODY = re.compile(
    r"\b(?:resolution|recommendation|decision|declaration|statement|motion) (?:of|by|on)\b", re.IGNORECASE
)
FRONT = 12
"""How many pieces at the beginning of a text may hold its title."""


def mark_headings(pieces: list[Piece], title: str | None) -> None:
    """Mark title, headings and datelines; ``title`` is what the container of the text says its title is."""
    for piece in pieces:
        if piece.open and (is_dateline(piece.text) or is_publication_line(piece.text)):
            piece.kind = "dateline"
    mark_title(pieces, title)
    top = next((i for i, p in enumerate(pieces) if p.kind == "title"), 0)
    for i, piece in enumerate(pieces):
        if piece.open and piece.words < 7 and CLOCK.search(piece.text) and not piece.ends_sentence:
            piece.kind = "dateline"
        elif (piece.open and i < top and piece.words < 20 and piece.marker is None and not piece.ends_sentence) or (
            piece.open and is_heading(piece, pieces, i)
        ):
            piece.kind = "heading"


def is_publication_line(text: str) -> bool:
    """Whether a short line says when and where a text was published: "Press release, plenary session, 18-07-2019"."""
    return len(text.split()) < 14 and is_dateline(text[-60:]) is False and bool(PUBLISHED.match(text))


PUBLISHED = re.compile(
    r"(?:(?:published|posted|updated|last updated|date|issued|released|press releases?|media release"
    r"|news)\b\s*[:,|–-]?\s*.{0,60}\b(?:19|20)\d\d\b.{0,12}$)",
    re.IGNORECASE,
)


def mark_title(pieces: list[Piece], title: str | None) -> None:
    """Mark the piece that is the document's title."""
    if title:
        wanted = squeeze(title)
        for piece in pieces[:30]:
            if piece.kind in ("", "heading") and squeeze(piece.text) == wanted:
                piece.kind = "title"
                return
    candidates: list[Piece] = []
    body = next((i for i, p in enumerate(pieces[:60]) if p.kind == "body"), None)
    for piece in pieces[: body if body is not None else FRONT * 3]:
        if piece.kind in ("salutation", "preamble", "operative"):
            break
        if not piece.open:
            continue
        if body is None and (
            piece.words > 45 or (is_sentence_shaped(piece) and (candidates or piece.gap == 0 or piece.words > 25))
        ):
            break
        if piece.words <= 60:
            candidates.append(piece)
        if len(candidates) >= FRONT:
            break
    letter = any(p.kind == "salutation" for p in pieces[:40])
    head = (
        pieces[0]
        if letter and len(pieces) > 1 and pieces[1].kind == "furniture" and is_postal(pieces[1].text)
        else None
    )
    best = best_title(candidates, body is not None, head)
    if head is not None and head is not best and head.open:
        head.kind = "heading"
    if best is None:
        return
    best.kind = "title"
    if match := NUMBERED_TITLE.match(best.text):
        best.marker = Marker(match.group().rstrip(), "symbol", 0, match.end())
        best.begin += match.end()
        best.text = best.text[match.end() :]
    wanted = squeeze(best.text)
    for piece in pieces:  # the title once more, below a letterhead
        if piece.open and len(wanted) > 20 and squeeze(piece.text) == wanted:
            piece.kind = "heading"


def best_title(candidates: Sequence[Piece], resolution: bool, head: Piece | None = None) -> Piece | None:
    """Which of the lines at the beginning is the title; ``head`` is the sender's name above the sender's address."""
    numbered = next((p for p in candidates if NUMBERED_TITLE.match(p.text) and p.words > 3), None)
    if numbered is not None:
        return numbered
    fit = [p for p in candidates if is_title(p) and p.open and not HEAD_LINE.search(p.text)]
    fit = [p for p in fit if not LETTERHEAD.match(p.text)] or fit
    fit = [p for p in fit if p is not head or APPEAL_TITLE.search(p.text)]
    if resolution and fit:
        return next((p for p in fit if OF_BODY.search(p.text)), fit[-1])
    return next((p for p in fit if not is_sentence_shaped(p)), None)


def is_sentence_shaped(piece: Piece) -> bool:
    """Whether a piece ends like a sentence of running text."""
    return piece.ends_sentence and piece.text[-1] not in "?!" and piece.words > 3


def is_title(piece: Piece) -> bool:
    """Whether a piece at the beginning can be the title."""
    return (
        (piece.marker is None or piece.marker.kind == "hash")
        and 2 <= piece.words <= 60
        and not LABEL.match(piece.text)
        and piece.text[-1] not in ";,"
        and not piece.text.startswith(("[", "("))
        and not piece.leads_in
    )


def squeeze(text: str) -> str:
    """A text for comparison: letters and digits in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def goes_on(piece: Piece, pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line without a stop is a sentence that the list below it ends: "We ask you" - "to suspend …"."""
    below = after(pieces, index, ("furniture", "foreign"))
    if below is None or below.marker is None or not below.text[:1].islower():
        return False
    return bool(SENTENCE_SUBJECT.match(piece.text)) and not is_shouted(piece.text)


SENTENCE_SUBJECT = re.compile(
    r"(?:(?:therefore|thus|hence|and|so|in conclusion|accordingly),? )?(?:we|i|they|it|he"
    r"|she|you)\b",
    re.IGNORECASE,
)


def is_heading(piece: Piece, pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is a heading over the pieces below it."""
    text = piece.text
    if piece.marker is not None and piece.marker.kind == "hash":
        return True
    if goes_on(piece, pieces, index):
        return False
    if LABEL.match(text) and piece.words < 8:
        return True
    if len(piece.lines) > 3 or not is_heading_like(text, 26 if is_shouted(text) else 16):
        return False
    below = after(pieces, index, ("furniture", "foreign"))
    if below is None or below.kind in ("signature", "copy", "address", "vote"):
        return False
    if piece.marker is not None:
        if piece.marker.kind not in ("chapter", "capital", "number", "decimal 1", "roman"):
            return False
        sibling = next(
            (
                p
                for p in pieces[max(0, index - 1) : index + 2]
                if p is not piece and p.marker and p.marker.kind == piece.marker.kind
            ),
            None,
        )
        return piece.marker.kind in ("chapter", "capital") and sibling is None and piece.words < 16
    if piece.leads_in and not is_shouted(text):
        return piece.words < 6 and below.marker is None and is_sentence(below.text)
    if CHAPTER.match(text):
        return True
    if text[-1] == "!" or (text[-1] == "?" and piece.words > 9):
        return False
    stands_out = (
        piece.gap > 0
        or is_shouted(text)
        or index == 0
        or pieces[index - 1].kind in ("title", "dateline", "heading", "furniture")
    )
    return (
        stands_out
        and (
            is_sentence(below.text)
            or below.marker is not None
            or below.kind in ("heading", "", "preamble", "operative", "foreign")
        )
        and (piece.words < 13 or is_shouted(text))
    )
