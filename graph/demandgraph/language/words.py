"""Word lists written as running text."""

from __future__ import annotations


def words(*lists: str) -> frozenset[str]:
    """The words of texts, separated by blanks."""
    return frozenset(word for text in lists for word in text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, separated by bars or line breaks."""
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|")) - {""}
