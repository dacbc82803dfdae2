"""Reads word tables, and cuts English plurals."""

from __future__ import annotations

from functools import lru_cache


def words(text: str) -> frozenset[str]:
    """The words of a table cell."""
    return frozenset(text.split())


IRREGULAR = {
    "people": "people", "children": "child", "women": "woman", "men": "man", "policemen": "policeman",
    "countries": "country", "parties": "party", "bodies": "body", "families": "family", "ministries": "ministry",
    "agencies": "agency", "authorities": "authority", "communities": "community", "news": "news", "times": "times",
    "forces": "forces", "press": "press", "media": "media", "witnesses": "witness", "businesses": "business",
    "congress": "congress", "corps": "corps", "airlines": "airlines", "crisis": "crisis", "persons": "person",
    "universities": "university", "companies": "company", "allies": "ally", "enemies": "enemy", "series": "series",
    "lawmakers": "lawmaker", "process": "process", "minorities": "minority", "adversaries": "adversary",
}  # fmt: skip


def among(word: str, nouns: frozenset[str]) -> bool:
    """Whether a lower-case noun, or its singular, is in a list."""
    return word in nouns or singular(word) in nouns


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The singular of a lower-case noun, by the regular endings and a few exceptions."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
