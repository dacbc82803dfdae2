"""Cuts a report of a review into pieces: numbered or unnumbered paragraphs, with page furniture left out.

Unlike the general layout this looks at nothing but what tells recommendations apart: their numbers. It has to read the
same list printed one paragraph a line, with the number on a line of its own, or hard-wrapped over pages with running
heads in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from demandgraph.attribution import FURNITURE
from demandgraph.language.lines import BLANK, Line, split_lines

FURNITURE_LINE = re.compile(FURNITURE)
LABEL = r"(?:(?:Recommendation|Recommandation|Rec\.?|R\.?)\s*(?:[Nn]o\.?\s*)?)?"
# Tried in this order; groups hold what the marker counts with.
FAMILIES = (
    ("dotted", re.compile(rf"{LABEL}\(?(\d{{1,3}})\.(\d{{1,3}})(?:\.(\d{{1,3}}))?[.):]{{0,2}}(?=\s|[A-Z]|$)")),
    ("dotted", re.compile(r"(\d{1,3})\.\s(\d{1,3})\.(?=\s+[A-Z])")),
    ("number", re.compile(rf"{LABEL}\(?(\d{{1,3}})[.)](?=\s|[A-Z]|$)")),
    ("number", re.compile(r"Rec(?:ommendation|\.)\s*(?:[Nn]o\.?\s*)?(\d{1,3})\s*[:.–-]?(?=\s|$)")),
    ("letter", re.compile(r"\(([a-z])\1?\)(?=\s|[A-Z]|$)|([a-z])[.)](?=\s|$)")),
    ("roman", re.compile(r"\(?([ivx]{1,5})\)(?=\s|$)")),
    ("bullet", re.compile(r"([•●○▪■‣·¥*–—-])(?=\s|$)")),
    ("chapter", re.compile(r"([IVX]{1,5}|[A-Z])\.(?=\s+\S)")),
)
FINISHED = re.compile(r"[.;:!?][\"”’')\]]*(?:[*†‡]+|\[?\d{1,2}\]?)?$")
# Where a numbered paragraph begins within a line.
INNER_NUMBER = re.compile(r"[.;:)][*†‡]{0,3}\s+(?=\d{1,3}\.(?:\d{1,3}\.?)?\s+[^\W\d_a-z])")
CHAPTER = 1500  # characters of a line that may hold several paragraphs
LONG = 45  # characters of a line that may have been wrapped


@dataclass(slots=True)
class Piece:
    """A paragraph: ``start`` is where its number begins, ``begin`` and ``end`` enclose the rest.

    ``family`` is the kind of its number (``dotted``, ``number``, ``letter``, ``roman``, ``bullet``, ``chapter``), empty
    if it has none; ``numbers`` is what it counts to, outermost first.
    """

    start: int
    begin: int
    end: int
    marker: str | None
    family: str
    numbers: tuple[int, ...]

    def follows(self, other: Piece) -> bool:
        """Whether this is a later item of the list that ``other`` is an item of."""
        if self.family != other.family or not self.family:
            return False
        if self.family == "bullet":
            return self.marker == other.marker
        return (
            len(self.numbers) == len(other.numbers)
            and self.numbers[:-1] == other.numbers[:-1]
            and other.numbers[-1] < self.numbers[-1] <= other.numbers[-1] + (60 if self.family == "dotted" else 5)
        )


def read_number(line: str) -> tuple[str, str, tuple[int, ...], int] | None:
    """The number that a line begins with: as printed, its family, what it counts to, how many characters it takes."""
    for family, pattern in FAMILIES:
        match = pattern.match(line)
        if match is None:
            continue
        groups = [g for g in match.groups() if g]
        if family in ("dotted", "number"):
            numbers: tuple[int, ...] = tuple(int(g) for g in groups)
        elif family == "letter":
            numbers = (ord(groups[0]) - 96,)
        else:
            numbers = (0,)
        return match.group().strip(), family, numbers, match.end()
    return None


def cut(text: str) -> list[Piece]:
    """The pieces of a text, in order."""
    pieces: list[Piece] = []
    last: Line | None = None
    broken, gap = False, 0  # what stands between the line and the last one that was read: furniture, blank lines
    for line in (part for whole in split_lines(text) for part in shorter(whole)):
        gap = max(gap, line.gap)
        if last is not None and FURNITURE_LINE.fullmatch(line.text):
            broken = True
            continue
        here = pieces[-1] if pieces else None
        number = read_number(line.text)
        if here is not None and last is not None and goes_on(here, last, line, number, gap, broken):
            here.begin = min(here.begin, line.begin)
            here.end = line.end
        else:
            pieces.append(piece_of(text, line, number))
        last, broken, gap = line, False, 0
    return pieces


def shorter(line: Line) -> Iterator[Line]:
    """A line, or where it is a whole chapter printed without line breaks the paragraphs that it holds."""
    if len(line.text) < CHAPTER:
        yield line
        return
    cuts = [0, *(m.end() for m in INNER_NUMBER.finditer(line.text)), len(line.text)]
    for i, (begin, end) in enumerate(pairwise(cuts)):
        words = line.text[begin:end].rstrip()
        yield replace(
            line, begin=line.begin + begin, end=line.begin + begin + len(words), text=words, gap=0 if i else line.gap
        )


def piece_of(text: str, line: Line, number: tuple[str, str, tuple[int, ...], int] | None) -> Piece:
    """A new piece that begins with a line; one that is a number alone takes the next line's text."""
    if number is None:
        return Piece(line.begin, line.begin, line.end, None, "", ())
    marker, family, numbers, width = number
    rest = text[line.begin + width : line.end]
    begin = line.begin + width + len(rest) - len(rest.lstrip(BLANK))
    return Piece(line.begin, begin if rest.strip(BLANK) else line.end + len(text), line.end, marker, family, numbers)


def goes_on(
    here: Piece, last: Line, line: Line, number: tuple[str, str, tuple[int, ...], int] | None, gap: int, broken: bool
) -> bool:
    """Whether a line continues the piece before it."""
    if here.begin > here.end:  # its number stood alone
        return number is None or number[1] in ("letter", "roman", "bullet", "chapter")
    finished = FINISHED.search(last.text) is not None
    if number is not None:
        opens = number[1] == "dotted" and line.text[number[3] :].lstrip()[:1].isupper()
        if gap or finished or opens or len(last.text) < LONG:
            return False
        new = Piece(0, 0, 0, number[0], number[1], number[2])
        return not new.follows(here)  # a number at the beginning of a wrapped line
    if not gap:
        return True
    first = line.text[0]
    return not finished and (first.islower() or first in "(," or (broken and len(last.text) >= LONG))
