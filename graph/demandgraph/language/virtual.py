"""What is done to a block's text for the parser: words put before a clause that begins with its verb, capitals calmed.

``It urges…``, ``It is recalling…`` (operative and preambular clauses: the subject is the body that speaks), ``They
should release…`` (an action in the imperative: whoever is asked), ``They want to release…``, ``They say that…``.
Nothing may be concluded from the added words themselves; :meth:`ParsedDocument.is_virtual` tells them.
"""

from __future__ import annotations

import re

from demandgraph.language.openers import opener
from demandgraph.language.parliamentary import RESOLVED
from demandgraph.language.shapes import SMALL, is_shouted
from demandgraph.language.tongue import ENGLISH

HE = "It "
THEY = "They should "
IS = "It is "
WANTS = "They want "
SAY = "They say "


def virtual_of(kind: str, text: str) -> str:
    """The words to be put before a block for the parser, ``""`` for none.

    Parameters
    ----------
    kind : of the block
    text : of the block
    """
    if kind not in ("operative", "preamble", "item", "recommendation"):
        return ""
    if kind == "operative" and (formula := RESOLVED.match(text)) and (formula["comma"] or formula["that"]):
        return ""
    first = opener(text)
    if first == "operative" and kind in ("operative", "item"):
        return HE
    if first == "participle" and (kind == "preamble" or (kind == "operative" and text[:1].isupper())):
        return "" if text.lower().startswith(("whereas", "having regard")) else IS
    if first == "imperative":
        return THEY
    if first == "infinitive":
        return WANTS
    if first == "that":
        return SAY
    return ""


def lowered(virtual: str, text: str) -> str:
    """A block's text behind its virtual words: its first letter in lower case unless it is an acronym."""
    if not virtual or len(text) < 2 or text[1].isupper():
        return text
    first = text[0].lower()
    return first + text[1:] if len(first) == 1 else text  # a few letters have no small form of one character


def calmed(text: str) -> str:
    """A text in capitals as a headline would print it, *Union Asks Minister to Act*; any other text as it is.

    Short words that are no function words stay in capitals: they may be abbreviations.
    """
    if len(text) < 12 or not is_shouted(text):
        return text
    return WORD.sub(lambda match: _calm(match.group()), text)


def _calm(word: str) -> str:
    small = word.lower()
    if len(small) != len(word) or (len(word) < 4 and small not in ENGLISH and small not in SMALL):
        return word
    return small if small in ENGLISH or small in SMALL else word[0] + small[1:]


WORD = re.compile(r"[^\W\d_]+")
