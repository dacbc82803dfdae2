"""Text that nobody would write, or that a machine has spoiled: it is read without harm, exactly, and in bounded time."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.grounding import ground
from demandgraph.language import analyse
from demandgraph.model import Findings, Source

if TYPE_CHECKING:
    from spacy.language import Language

SAID = (
    "The Lake Guild calls on the Government of Varania to release all imprisoned journalists and urges the Assembly "
    "to admit observers. On 4 May 2031 police arrested 40 people in Orlen. "
)
WORDS = SAID.replace(".", "").split()
FRENCH = "Le syndicat demande au ministre d'ouvrir le port et de libérer tous les ouvriers arrêtés.\n\n"
RUSSIAN = "Профсоюз требует от министра открыть порт и освободить рабочих.\n\n"
ARABIC = "تطالب النقابة الوزير بفتح الميناء"
PER_WORD = 0.004
"""CPU seconds that a word may take; it takes a tenth of that on a machine of 2025."""
AT_LEAST = 5.0
"""CPU seconds that any text may take."""


def read(text: str, nlp: Language) -> Findings:
    """All that a text says, within the time that it may take, tied to its words, with no rule failing."""
    begin = time.process_time()
    (parsed,) = analyse([Source("x.txt", "x.txt", text)], nlp)
    findings = extract(parsed, authority.load())
    took = time.process_time() - begin
    assert took < AT_LEAST + PER_WORD * len(text.split())
    assert findings.notes == ()
    grounded, dropped = ground(findings)
    assert dropped == ()
    assert grounded == findings
    assert findings.document.text == text
    return findings


def spoiled(text: str) -> str:
    """A text as a bad scan gives it."""
    dice = random.Random(1)
    return "".join(
        dice.choice("lI1|0O§~^.") if c.isalpha() and dice.random() < 0.12 else "" if dice.random() < 0.03 else c
        for c in text
    )


def sprinkled(text: str, what: str, after: str = "") -> str:
    """A text with something put behind every third letter, or behind certain characters."""
    return "".join(c + (what if (c in after if after else n % 3 == 0) else "") for n, c in enumerate(text))


CASES = {
    "unpunctuated": " ".join(w.lower() for w in WORDS * 40),
    "one sentence of 10,000 words": " ".join([*WORDS, "and"] * 400)[:60_000] + ".",
    "one enumeration": "We urge Varania to release " + ", ".join(f"Ana Bel {n}" for n in range(800)) + ".",
    "one list": "We urge Varania: " + "; ".join(["to release the journalists"] * 800) + ".",
    "all capitals": (SAID * 20).upper(),
    "scanned": spoiled(SAID * 40),
    "three languages": (SAID + "\n\n" + FRENCH + RUSSIAN) * 15,
    "right to left": (f"\u202b{SAID}\u202c {ARABIC} \u200f\n\n") * 20,
    "zero width": sprinkled(SAID * 10, "\u200b"),
    "soft hyphens": sprinkled(SAID * 10, "\u00ad"),
    "marks upon marks": sprinkled(SAID, "\u0301" * 30),
    "emoji": sprinkled(SAID * 20, "😀👩‍👩‍👧", " "),
    "controls": (SAID + "\x01\x07\x1b[31m") * 20,
    "one line": SAID * 60,
    "short lines": "\n".join(WORDS * 100),
    "short lines of a document": "We urge Varania to act.\nOrlen, 4 May 2031\n- admit observers;\n1. to stop\nAna Bel\n"
    * 100,
    "numbers": " ".join(map(str, range(5000))) + " " + SAID,
    "a number of a thousand digits": f"Police arrested {'9' * 1000} people. " + SAID,
    "one word": "release" * 20_000,
    "blanks": ("release" + " " * 5000) * 10,
    "empty lines": ("\n" * 20 + "act") * 500,
    "opening quotes": "“" * 20_000 + SAID,
    "quotes": '“a” "b ' * 500 + SAID,
    "brackets": "(" * 20_000 + SAID + ")" * 20_000,
    "dots": "." * 100_000 + SAID,
    "stairs": "\n".join(" " * n + f"({n}) to admit observers;" for n in range(300)),
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_no_harm(text: str, nlp: Language) -> None:
    read(text, nlp)


def demands(text: str, nlp: Language) -> set[str]:
    return {d.action.text for d in read(text, nlp).demands}


@pytest.mark.parametrize("name", ["three languages", "one line", "opening quotes", "numbers"])
def test_what_is_said_in_between_is_found(name: str, nlp: Language) -> None:
    assert any("release all imprisoned journalists" in action for action in demands(CASES[name], nlp))


def test_what_stands_in_another_language_is_not_read(nlp: Language) -> None:
    text = CASES["three languages"]
    foreign = (FRENCH.strip(), RUSSIAN.strip())
    findings = read(text, nlp)
    phrases = [p for d in findings.demands for p in d.evidence] + [p for e in findings.events for p in e.evidence]
    assert phrases
    assert not any(line in p.text or p.text in line for p in phrases for line in foreign)


def test_the_time_grows_with_the_length(nlp: Language) -> None:
    """Twice the length of one sentence takes about twice the time, not four times."""

    def took(times: int) -> float:
        begin = time.process_time()
        read(" ".join([*WORDS, "and"] * times) + ".", nlp)
        return time.process_time() - begin

    took(10)
    assert took(200) < 3.2 * took(100)
