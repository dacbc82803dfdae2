"""Tells given names, from a list of some 24,000 of many languages."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case without accents."""
    text = (files("demandgraph.extract") / "names_given.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and line[0] != "#")


def is_given(word: str) -> bool:
    """Whether a word is known as a given name."""
    low = word.lower()
    if low in given_names():
        return True
    if low.isascii():
        return False
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return plain in given_names()
