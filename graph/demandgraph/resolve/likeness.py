"""How much two wordings say the same: the content words that they share, rare ones counting more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping


def words_in(listed: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(listed.split())


FUNCTION_WORDS = words_in(
    """
    a about above according across after against all also among an and any are as at be been before being between both
    but by can could do does done during each either ensure every for from further had has have he her him his how i
    in including into is it its itself may me might more most must my need needed needs no of on one only or other
    others our out over own should so some such than that the their them themselves then there these they this those
    through to toward towards under until up upon us was we were what when where whether which while who whom whose
    will with within without would you your
    """
)
# How soon, how much, how strongly: what is asked for is the same with and without them.
DEGREES = words_in(
    """
    absolute active actively additional adequate another appropriate complete completely comprehensive concrete continue
    continued decisive earliest effective effectively efforts entire fast firm firmly full fully genuine immediate
    immediately maximum meaningful necessary new ongoing possible prompt promptly proper quick quickly rapid rapidly
    greater greatest harder hardest harsher harshest heavier heaviest relevant renewed specific step steps strict stricter
    strictest strong stronger strongest sufficient swift swiftly take taking tighter tightest total tough tougher
    toughest unconditional unconditionally urgent urgently wider widest without delay
    """
)
# Nouns and verbs that only carry what is asked for: "take measures to", "support efforts to", "a policy of".
LIGHT = words_in(
    """
    act acts adopt adopting adoption aim aimed allow appropriate assist attempt attempts basis call calling carry case
    cases commit committed conduct country decision decisions demand demanding effort ensure ensuring extent facilitate
    facilitating follow following framework give giving help implement implementation instrument instruments intensity issue issues join
    joint keep level levels make making manner matter means measure measures method methods need needed order package
    packages policies policy power powers practical practice pressing problem process provide providing purpose regard relation
    remaining request scale seek situation so start starting support supporting sure undertake urge urging use
    using way ways work
    """
)
NEGATIONS = words_in("not no never without non refrain abstain avoid stop cease end halt prevent")
# The longest first; at least four letters must be left, before -y and -i five (party is no part).
SUFFIXES = (
    "izations", "isations", "ization", "isation", "ations", "ation", "ating", "ators", "ated", "ates", "ator", "ate",
    "ments", "ment", "ities", "ions", "ity", "ings", "ing", "ances", "ences", "ance", "ence", "ively", "ive", "ically", "ical", "ally", "al", "ion", "ors", "or", "ers",
    "er", "ed", "ies", "ly", "es", "e", "s", "y", "i",
)  # fmt: skip


def stem(word: str) -> str:
    """A word without the endings that tell its forms apart.

    >>> {stem(w) for w in ("release", "releasing", "released")}, stem("prisoners") == stem("prisoner")
    ({'releas'}, True)
    """
    word = word.replace("ise", "ize").replace("isa", "iza") if len(word) > 6 else word
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= (5 if suffix in "yi" else 4):
            return stem(word[: -len(suffix)]) if suffix in ("s", "es", "ies", "ly") else word[: -len(suffix)]
    return word


def content(text: str) -> tuple[str, ...]:
    """The stems of a text's content words, each once, in its order; words of degree are left out."""
    words = re.findall(r"[^\W\d_]{2,}|\d+", re.sub(r"['’]s\b", "", text.lower()))
    return tuple(dict.fromkeys(stem(w) for w in words if w not in FUNCTION_WORDS and w not in DEGREES))


def negated(text: str) -> bool:
    """Whether a text asks that something not be done."""
    return any(word in NEGATIONS for word in re.findall(r"[^\W\d_]+", text.lower())[:4])


def weights(wordings: Iterable[Collection[str]]) -> dict[str, float]:
    """What each stem is worth: the more wordings have it, the less it tells them apart."""
    counts: Counter[str] = Counter()
    total = 0
    for wording in wordings:
        counts.update(set(wording))
        total += 1
    return {word: 1 + math.log((1 + total) / (1 + n)) for word, n in counts.items()}


def likeness(one: Collection[str], other: Collection[str], worth: Mapping[str, float]) -> float:
    """Share of the weight of two sets of stems that both have, 0..1 (weighted Jaccard)."""
    a, b = set(one), set(other)
    union = sum(worth[w] for w in a | b)
    return sum(worth[w] for w in a & b) / union if union else 0.0
