"""Reads the strings of spaCy's ids, each once: what it does anew for every token takes a good part of a document's time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore

GLUED = re.compile(r"([^\W\d_][\w'’-]*?[^\W\d_])(?:[-—]{2,}|[,.;:)\]]+\d{1,3}|(?<=[a-z]{3})\d{1,2})$")


class Reading(dict[int, str]):
    """Strings of spaCy by their ids, in one form, each made once."""

    def __init__(self, strings: StringStore, form: Callable[[str], str]) -> None:
        self.strings, self.form = strings, form

    def __missing__(self, number: int) -> str:
        found = self[number] = self.form(self.strings[number])
        return found

    def each(self, numbers: Iterable[int]) -> list[str]:
        """The strings that some ids stand for."""
        return list(map(self.__getitem__, numbers))


@dataclass(frozen=True, slots=True)
class Readings:
    """The forms in which a line gives the strings of a pipeline."""

    string: Reading
    word: Reading
    """Words without what is no part of a name."""
    low: Reading
    """The same in lower case."""
    lemma: Reading


MOST = 100_000
"""Words that are kept for the next line."""
_last: tuple[StringStore, Readings] | None = None


def readings_of(strings: StringStore) -> Readings:
    """The readings of a pipeline's strings, kept for the next line."""
    global _last
    if _last is None or _last[0] is not strings or len(_last[1].word) > MOST:
        forms: tuple[Callable[[str], str], ...] = (str, bare, lambda word: bare(word).lower(), str.lower)
        _last = strings, Readings(*(Reading(strings, form) for form in forms))
    return _last[1]


def strings_of(ids: Iterable[int], strings: StringStore) -> list[str]:
    """The strings that spaCy's ids stand for."""
    return readings_of(strings).string.each(ids)


def bare(word: str) -> str:
    """A word without what is no part of a name: dashes and footnote numbers, *the Senate--*, *Child,8*."""
    glued = GLUED.match(word) if len(word) > 3 and not word[-1].isalpha() else None
    return glued.group(1) if glued else word
