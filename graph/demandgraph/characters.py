"""Replaces, one for one, the characters that RDF, XML and JSON files cannot all carry."""

from __future__ import annotations

import re

# XML 1.0 allows tab, line feed, carriage return and everything from the blank on, except surrogates and U+FFFE/U+FFFF.
# DEL and the C1 controls are allowed but discouraged, and no text means them; NEL is a line break of its own.
UNPORTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LINE_BREAKS = "\x0b\x0c"
"""Vertical tab and form feed: they separate lines and pages, so they become line feeds."""


def portable(text: str) -> str:
    """``text`` with every character that a file format might refuse replaced, so that offsets stay true.

    Page and line separators among the controls become line feeds, other controls blanks; lone surrogates and
    non-characters become U+FFFD.

    >>> portable("one\\x0ctwo\\x00")
    'one\\ntwo '
    """
    return UNPORTABLE.sub(replacement, text)


def replacement(match: re.Match[str]) -> str:
    """What stands for one unportable character."""
    character = match.group()
    if character in LINE_BREAKS:
        return "\n"
    return " " if ord(character) < 0xD800 else "\ufffd"


def shown(name: str) -> str:
    """A name as it may be printed on one line: what a terminal would act on, or cannot show, is escaped.

    >>> print(shown("a" + chr(10) + "b.txt"))
    a\\nb.txt
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
