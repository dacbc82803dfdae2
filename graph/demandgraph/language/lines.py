"""Lines of a text with their offsets, the raw material of layout."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Everything that ends a line in some file format; \r\n is one break.
LINE = re.compile("[^\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029]+")
PAGE_BREAK = "\f"
# Blanks that str.strip() leaves in place: zero-width characters, marks of writing direction, the byte order mark.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
BLANK = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + (
    "\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029" + INVISIBLE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: ``text[begin:end]`` without surrounding blanks.

    ``indent`` is the number of characters before it, ``gap`` the number of blank lines above it (0: it follows the line
    before immediately), ``page`` whether a page break stands between it and the line before.
    """

    begin: int
    end: int
    text: str
    indent: int
    gap: int
    page: bool = False

    @property
    def column(self) -> int:
        """Where the line ends, counted from the left margin."""
        return self.indent + len(self.text)


def trim(text: str, begin: int, end: int) -> tuple[int, int]:
    """Move two offsets inwards over blanks and invisible characters."""
    stretch = text[begin:end]
    begin += len(stretch) - len(stretch.lstrip(BLANK))
    return begin, max(begin, begin + len(stretch.strip(BLANK)))


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    last = 0
    for match in LINE.finditer(text):
        begin, end = trim(text, match.start(), match.end())
        if begin == end:
            continue
        between = text[last:begin]
        breaks = between.count("\n") or between.count("\r") or sum(not LINE.match(c) for c in between)
        indent = len(text[match.start() : begin].expandtabs(4))
        gap = max(0, breaks - 1) if lines else breaks
        lines.append(Line(begin, end, text[begin:end], indent, gap, PAGE_BREAK in between))
        last = end
    return lines
