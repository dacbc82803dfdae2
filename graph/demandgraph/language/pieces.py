"""Lines to pieces: paragraphs, list items, headings as they stand, with hard line breaks joined."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from demandgraph.language.furniture import furniture_of, name_of
from demandgraph.language.lines import Line, split_lines, trim
from demandgraph.language.markers import ALONE, Marker, read_marker
from demandgraph.language.openers import opener
from demandgraph.language.shapes import is_dateline
from demandgraph.language.tongue import is_foreign
from demandgraph.language.words import words

ENDS = re.compile(r"[.!?:;…](?:[\"”’»)\]]|\d{1,2}$|\[\d+\])*$")
PAGE = frozenset(("page", "symbol", "head", "rule", "note"))
"""Furniture that stands between two pages."""
KINDS = {"note": "footnote"}
LONGEST = 8_000
"""Characters that a block may have at most; so many are some 1,250 words."""
SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"(])")
# Words that no line of its own ends with.
UNFINISHED = words(
    "the a an of to in on for with by at from and or as into its their our his her that which who under upon between"
)


@dataclass(slots=True)
class Piece:
    """A block in the making. ``lines`` are the lines it was joined from; ``kind`` is empty as long as it is unknown."""

    begin: int
    end: int
    text: str
    gap: int
    lines: list[Line]
    marker: Marker | None = None
    kind: str = ""
    level: int = 0
    lead_in: int | None = None
    heading: int | None = None
    virtual: str = ""
    words: int = field(default=0)
    skipped: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        self.words = len(self.text.split())

    @property
    def ends_sentence(self) -> bool:
        return bool(re.search(r"[.!?…][\"”’'»)\]\d]*$", self.text[-8:]))

    @property
    def leads_in(self) -> bool:
        """Whether it announces what comes next: ends with a colon or a dash."""
        return bool(re.search(r"(?::|[—–]|--|\s-)[\"”’]?$", self.text[-4:]))

    @property
    def open(self) -> bool:
        """Whether its kind is still to be found."""
        return not self.kind


def cut(text: str, language: str) -> list[Piece]:
    """Cut a text into pieces; furniture and lines in other languages have their kind already."""
    lines = split_lines(text)
    names = furniture_of(lines)
    width = wrap_width(lines)
    pieces: list[Piece] = []
    i = 0
    while i < len(lines):
        group, marker, kind = [lines[i]], None, KINDS.get(names[i], "furniture") if names[i] else ""
        gap = lines[i].gap
        if ALONE.match(lines[i].text) and i + 1 < len(lines) and not names[i + 1] and lines[i + 1].gap < 2:
            alone = read_marker(lines[i].text + " X")  # "12." on a line of its own: the paragraph follows
            if alone is not None and not read_marker(lines[i + 1].text):
                i, marker, kind, group = i + 1, alone, "", [lines[i + 1]]
        if not kind and is_foreign(group[0].text, language):
            kind = "foreign"
        begin = group[0].begin
        if marker is None and not kind and (marker := read_marker(group[0].text)):
            begin, _ = trim(text, begin + marker.width, group[0].end)
        skipped: list[tuple[int, int]] = []
        while not kind and i + 1 < len(lines):
            ahead = i + 1
            while ahead < len(lines) and names[ahead] in PAGE and ahead - i < 20:  # a page ends in mid-sentence
                ahead += 1
            if ahead > i + 1 and (ahead == len(lines) or not over_page(group[-1], lines[ahead])):
                ahead = i + 1
            if ahead == i + 1 and not continues(group[-1], lines[ahead], width, marker, names[ahead]):
                break
            if ahead > i + 1:
                skipped.append((lines[i + 1].begin, lines[ahead - 1].end))
            group.append(lines[ahead])
            i = ahead
        end = group[-1].end
        if begin < end:
            pieces.append(Piece(begin, end, text[begin:end], gap, group, marker, kind, skipped=tuple(skipped)))
        i += 1
    for piece in pieces:
        if piece.open and len(piece.lines) > 1 and piece.words < 60 and name_of(" ".join(piece.text.split())):
            piece.kind = "furniture"
    return pieces


def after(pieces: Sequence[Piece], index: int, skip: Collection[str] = ("furniture",)) -> Piece | None:
    """The next piece that is of none of the kinds given."""
    return next((pieces[j] for j in range(index + 1, len(pieces)) if pieces[j].kind not in skip), None)


def before(pieces: Sequence[Piece], index: int, skip: Collection[str] = ("furniture", "foreign")) -> Piece | None:
    """The last piece above that is of none of the kinds given."""
    return next((pieces[j] for j in range(index - 1, -1, -1) if pieces[j].kind not in skip), None)


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which a text is hard-wrapped, 0 if each line is a paragraph of its own."""
    columns = sorted(
        a.column
        for a, b in pairwise(lines)
        if b.gap == 0
        and 30 < a.column < 170
        and b.text[:1].islower()
        and not ENDS.search(a.text[-8:])
        and a.text[-1] != ","
    )
    if len(columns) < 2 or len(columns) < len(lines) / 40:
        return 0
    return columns[int(len(columns) * 0.97)]


def over_page(last: Line, line: Line) -> bool:
    """Whether a sentence goes on behind the foot and head of a page."""
    return len(last.text) > 15 and last.text[-1] not in ":;" and mid_sentence(last, line) and not read_marker(line.text)


def continues(last: Line, line: Line, width: int, marker: Marker | None, furniture: str) -> bool:
    """Whether a line goes on with the sentence of the line before it, cut only by the width of a page."""
    marked = read_marker(line.text)
    if line.gap:  # a paragraph cut in mid-sentence by a blank line: "… human rights" - "institutions. At …"
        whole = line.gap < 4 and len(last.text) > 80 and last.text[-1].isalnum() and mid_sentence(last, line)
        return whole and not marked and not furniture
    if line.text[-1] not in ".,;" and is_dateline(line.text) and not furniture:
        return False
    open_end = not ENDS.search(last.text[-8:])
    first = line.text.split(maxsplit=1)[0]
    full = width > 0 and last.column + 1 + len(first) > width and last.column > width * 0.5
    if furniture:  # the address of a page at the end of a sentence, a lone full stop
        return full and open_end and furniture in ("contact", "rule") and last.text[-1] != ":" and len(last.text) > 40
    if marked:
        dash = (
            marked.kind.startswith("dash")
            and line.text[marked.width].islower()
            and (marker is None or marker.kind != marked.kind)
        )
        return (
            full
            and open_end
            and (
                dash or marked.kind == "bracketed" or (marked.kind.startswith(("letter", "roman")) and marked.value > 3)
            )
        )
    if last.text.rsplit(maxsplit=1)[-1].lower() in UNFINISHED and not re.search(r"[;,] (?:and|or)$", last.text):
        return True
    if last.text[-1] in ",;" and line.text[0].isupper() and opener(line.text) in ("participle", "operative"):
        return False  # the next clause of a resolution
    if last.text.isupper() and line.text.isupper() and len(last.text) > 25 and open_end and not marker:
        return True
    if full:
        return open_end or line.text[:1].islower() or last.text[-1] not in ":;"
    if not mid_sentence(last, line):
        return False
    if width:
        return last.column > width * 0.6 and last.text[-1] != ","
    return last.text[-1] not in ",;-–—" and 40 < len(last.text) < 140


def mid_sentence(last: Line, line: Line) -> bool:
    """Whether one line ends without a stop and the next goes on in small letters."""
    return not ENDS.search(last.text[-8:]) and line.text[:1].islower()


def cut_long(pieces: list[Piece], text: str) -> list[Piece]:
    """The pieces with those that are too long for the parser cut at the end of a sentence, or of a word."""
    result: list[Piece] = []
    moved: dict[int, int] = {}
    for i, piece in enumerate(pieces):
        moved[i] = len(result)
        if piece.end - piece.begin <= LONGEST or piece.kind in ("furniture", "foreign"):
            result.append(piece)
            continue
        begin = piece.begin
        while begin < piece.end:
            end = piece.end if piece.end - begin <= LONGEST else cut_at(text, begin, begin + LONGEST)
            b, e = trim(text, begin, end)
            if b < e:
                first = begin == piece.begin
                result.append(
                    Piece(
                        b,
                        e,
                        text[b:e],
                        piece.gap if first else 0,
                        piece.lines,
                        piece.marker if first else None,
                        piece.kind,
                        piece.level,
                        piece.lead_in,
                    )
                )
            begin = end
    for piece in result:
        if piece.lead_in is not None and len(result) > len(pieces):
            piece.lead_in = moved[piece.lead_in]
    return result


def cut_at(text: str, begin: int, end: int) -> int:
    """Where to cut a stretch that must not go beyond ``end``: behind a sentence, else a word, else right there."""
    window = text[begin + (end - begin) // 2 : end]
    stops = [m.end() for m in SENTENCE.finditer(window)]
    blank = max(window.rfind(" "), window.rfind("\n"))
    return end - len(window) + stops[-1] if stops else end - len(window) + blank + 1 if blank >= 0 else end
