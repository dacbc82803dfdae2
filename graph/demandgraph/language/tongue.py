"""Which language a text or a line of it is written in."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter

from demandgraph.language.words import words

# The words that make a third and more of any English text: enough to know it without a model.
ENGLISH = words(
    """the of and to in a is that for on with as are by be this an at from it its which not or we have has was were
    their they our you your his her he she will who all had been would there can must should upon these those into
    under more no any if but also than other such may do does did between through against during before after about
    over while where when what how why because both each i my me us them him so only own same some out up down off
    then once here too very just"""
)
# Function words of other languages in Latin letters: without one of them or an accent no model needs to be asked.
OTHERS = words(
    """le la les des du de et que qui pour dans est une un au aux sur par avec el los las del para por con una y en o os
    as do da dos das com il lo gli che di della dei per der die das und ist nicht von zu den mit auf ein eine het een
    van niet voor met op i w na z nie do oraz v se je s och att det som av og er til af ir un kad ve bir bu ile si cu
    care a az es hogy nem ne su od te dan yang untuk dengan ng mga sa ang"""
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STEM = re.compile(r"([^\W\d_]+)(?:['’][^\W\d_]+)?")
"""A word up to its apostrophe."""
STRANGE = re.compile("[^\\x00-\u024f\u2000-\u206f]")
"""What is neither Latin nor punctuation."""
SCRIPTS = (
    ("LATIN", "latin"), ("CYRILLIC", "cyrillic"), ("GREEK", "greek"), ("ARABIC", "arabic"), ("HEBREW", "hebrew"),
    ("CJK", "han"), ("HIRAGANA", "kana"), ("KATAKANA", "kana"), ("HANGUL", "hangul"), ("DEVANAGARI", "devanagari"),
    ("THAI", "thai"), ("GEORGIAN", "georgian"), ("ARMENIAN", "armenian"), ("BENGALI", "bengali"),
    ("ETHIOPIC", "ethiopic"),
)  # fmt: skip
# Languages that a script alone stands for, and those that a model must choose from.
OF_SCRIPT = {
    "greek": "el", "arabic": "ar", "hebrew": "he", "han": "zh", "kana": "ja", "hangul": "ko", "devanagari": "hi",
    "thai": "th", "georgian": "ka", "armenian": "hy", "bengali": "bn", "ethiopic": "am",
}  # fmt: skip
CHOICES = {
    "cyrillic": words("ru uk be bg sr mk kk ky mn"),
    "arabic": words("ar fa ur ps ug"),
    "devanagari": words("hi mr ne"),
    "latin": words(
        """en fr es pt de it nl pl cs sk sl hr bs sv da no fi et lv lt hu ro sq tr az id ms vi tl sw ca eu gl ga cy mt
        is lb af"""
    ),
}
SAMPLE = 20_000
"""Characters of a text that are looked at, from its beginning, middle and end."""


def script_of(char: str) -> str:
    """The script of a letter, ``other`` if it is none of the known ones."""
    if char < "\u0250":
        return "latin"
    name = unicodedata.name(char, "")
    return next((script for prefix, script in SCRIPTS if name.startswith(prefix)), "other")


def scripts(text: str) -> dict[str, int]:
    """How many letters of each script a text has; a Han, kana or Hangul character weighs three."""
    counts: dict[str, int] = {}
    for char, n in _letters(text).items():
        script = script_of(char)
        counts[script] = counts.get(script, 0) + n * (3 if script in ("han", "kana", "hangul") else 1)
    return counts


def _letters(text: str) -> dict[str, int]:
    return {char: n for char, n in Counter(text).items() if char.isalpha()}


def english_share(text: str) -> float:
    """Which share of a text's words are English function words, 0..1."""
    found = STEM.findall(text.lower())
    return sum(map(ENGLISH.__contains__, found)) / len(found) if found else 0.0


def sample(text: str) -> str:
    """At most :data:`SAMPLE` characters from the beginning, middle and end of a text."""
    if len(text) <= SAMPLE:
        return text
    part = SAMPLE // 3
    middle = len(text) // 2
    return "\n".join((text[:part], text[middle : middle + part], text[-part:]))


def detect_language(text: str) -> str:
    """The main language of a text as a BCP 47 code, ``und`` if it has no letters.

    A text in several languages counts as English if a third of it is: the English part can be read.
    """
    text = sample(text)
    counts = scripts(text)
    if not counts:
        return "und"
    script = max(counts, key=lambda s: counts[s])
    if script != "latin":
        latin = "".join(c if c.isspace() or script_of(c) == "latin" else " " for c in text)
        if counts.get("latin", 0) > sum(counts.values()) / 3 and english_share(latin) > 0.25:
            return "en"
        if script == "han" and counts.get("kana", 0) > counts["han"] / 20:
            return "ja"
        return _choose(text, script) if script in CHOICES else OF_SCRIPT.get(script, "und")
    share = english_share(text)
    if share > 0.3:
        return "en"
    # All capitals, lists of names, noise: say "another language" only with good reason.
    return _confident(text, 4.0 if share < 0.25 else 8.0)


def is_foreign(line: str, main: str) -> bool:
    """Whether a line of a document is in another language than the document's main one."""
    if main == "en" and (line.isascii() or not STRANGE.search(line)):  # no need to count its letters
        return _reads_foreign(line)
    counts = scripts(line)
    if not counts:
        return False
    script = max(counts, key=lambda s: counts[s])
    main_script = next((s for s, codes in CHOICES.items() if main in codes), "") or next(
        (s for s, code in OF_SCRIPT.items() if code == main), "latin"
    )
    strange = sum(n for s, n in counts.items() if s != main_script and not (main == "ja" and s in ("han", "kana")))
    if script != main_script:
        return strange > 0.6 * sum(counts.values())
    return main == "en" and _reads_foreign(line)


def _reads_foreign(line: str) -> bool:
    """Whether a line in Latin letters has the words of another language than English."""
    found = WORD.findall(line)
    if len(found) < 10 or english_share(line) > 0.16:
        return False
    if sum(w[0].islower() for w in found) < len(found) / 2:  # a list of names
        return False
    if sum(w.lower() in OTHERS for w in found) < 2 and line.isascii():
        return False
    return _confident(line, 6.0) != "en"


def _rank(text: str) -> list[tuple[str, float]]:
    import py3langid  # loads a model: only when the words do not settle it

    return list(py3langid.rank(text))


def _choose(text: str, script: str) -> str:
    allowed = CHOICES[script]
    return next((code for code, _ in _rank(text) if code in allowed), "und")


def _confident(text: str, margin: float) -> str:
    """The language of a text in Latin letters if it is far more likely than English, else English."""
    ranked = [(code, score) for code, score in _rank(text) if code in CHOICES["latin"]]
    english = next((score for code, score in ranked if code == "en"), -math.inf)
    best, score = ranked[0]
    return best if (score - english) / math.sqrt(len(text.encode("utf-8", "replace"))) > margin else "en"
