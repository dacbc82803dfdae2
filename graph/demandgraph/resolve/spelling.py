"""Spellings of one name: what Latin letters make of it in one language or another, folded to one form."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from demandgraph.resolve.patterns import rows

LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj", "ј": "y", "љ": "lj",
        "њ": "nj", "ћ": "c", "џ": "dzh",
    }
)  # fmt: skip
"""Letters that do not come apart into a plain one and a mark; the Cyrillic ones by the usual English romanisation."""

# What different romanisations write for one sound, in the order in which it is replaced.
SOUNDS = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"shch|chtch|schtsch|szcz", "s"),
        (r"tsch|tch|tz(?=[aeiou]|$)|cz", "c"),
        (r"tsi", "ti"),
        (r"dzi", "di"),
        (r"ts", "c"),
        (r"dzh", "j"),
        (r"dj", "d"),
        (r"zh", "z"),
        (r"sch|sh|sz", "s"),
        (r"ch(?=[aeiouy]|$)", "c"),
        (r"kh|ch", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"ck|q", "k"),
        (r"c(?=[aou]|[kltr])", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=[aeo])u(?=sk)", "v"),
        (r"(?<=[aeo])u$", "v"),
        (r"ff$", "v"),
        (r"ae(?=[^aeiou])", "a"),
        (r"oe(?=[^aeiou])", "o"),
        (r"ue(?=[^aeiou])", "u"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"[yj](?=[aou])", "i"),
        (r"(?<![^-])[yj]e", "e"),
        (r"y|j(?=[^aeiou]|$)", "i"),
        (r"(?<=[bdklmnprstvzfc])ie", "e"),
        (r"ii+", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])h(?=[^aeiou]|$)|(?<=[^aeiou][aeiou])h$", ""),
    )
)


def plain(name: str) -> str:
    """A name in lower case and plain Latin letters.

    >>> plain("Łukasz Żółć"), plain("Зеленский")
    ('lukasz zolc', 'zelenskiy')
    """
    folded = unicodedata.normalize("NFC", name.lower()).translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


@cache
def fold(word: str) -> str:
    """The form that all romanisations of a word share, as far as rules go.

    >>> fold("Tsikhanouskaya") == fold("Tikhanovskaya"), fold("Hryhorii") == fold("Hryhoriy")
    (True, True)
    """
    word = re.sub(r"[^a-z]", "", plain(word)) or plain(word)
    for pattern, folded in SOUNDS:
        word = pattern.sub(folded, word)
    return word


@cache
def bones(word: str) -> str:
    """The consonants of a folded word, and its first letter."""
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


@cache
def same_names() -> dict[str, str]:
    """For each listed spelling and its folded form, the first spelling of its row."""
    found: dict[str, str] = {}
    for _, spellings in rows("same_names.tsv", 2):
        words = spellings.split()
        for word in words:
            found.setdefault(word, words[0])
    folded: dict[str, set[str]] = {}
    for word, first in found.items():
        folded.setdefault(fold(word), set()).add(first)
    return {form: min(firsts) for form, firsts in folded.items() if len(firsts) == 1 and len(form) > 4} | found


@cache
def canonical(word: str) -> str:
    """What stands for a word and its listed spellings: the first of them, else its folded form."""
    listed = same_names()
    letters = plain(word)
    return listed.get(letters) or listed.get(fold(word)) or fold(word)
