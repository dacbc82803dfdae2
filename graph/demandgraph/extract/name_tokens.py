"""Judges the tokens of one line: which capitals belong to names, what begins a sentence, what stands outside a name."""

from __future__ import annotations

from collections.abc import Callable

from demandgraph.authority import Entry as Known
from demandgraph.extract.actor_words import ROLES, SURNAME_ROLES, TITLES, TRADES
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_index import Hit
from demandgraph.extract.name_lexicon import BODY_HEADS, OCCASIONS, PAPERS, SPOKEN_PAPERS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_shapes import CLOSED, JOINING, OPENERS
from demandgraph.extract.name_words import among, singular

PRESIDING = frozenset("chairman chairwoman chairperson spokesperson spokesman spokeswoman convenor convener".split())
"""Roles that never open the name of a body."""


class Tokens:
    """What the tokens of one line are to a name."""

    def __init__(
        self,
        line: Line,
        hits: dict[int, Hit],
        abbreviations: set[str],
        find: Callable[[str], Known | None],
        small: frozenset[str] = frozenset(),
        bodies_sign: bool = False,
        compounds: frozenset[str] = frozenset(),
        collective: frozenset[str] = frozenset(),
    ) -> None:
        self.collective = collective
        self.compounds = compounds
        self.small, self.bodies_sign = small, bodies_sign
        self.find = find
        self.line, self.hits, self.abbreviations = line, hits, abbreviations
        self.low, self.text, self.pos = line.low, line.text, line.pos
        self.n = len(line)
        self.sure = line.kind in {"signature", "address", "copy", "roster"}
        self.forced: dict[int, int] = {}

    def opening(self, i: int) -> bool:
        """Whether a token has its capital because a sentence, clause or quotation begins there."""
        line = self.line
        if i <= line.first or i in line.starts or i in line.fresh:
            return True
        before = self.text[i - 1]
        return before in {":", ";", '"', "“", "(", "[", "-", "--", "—", "•", "‘", "'"} or (
            not before[0].isalnum() and (i - 1 <= line.first or i - 1 in line.starts)
        )

    def capital(self, i: int) -> bool:
        word = self.text[i]
        if not word[0].isupper():
            return (
                len(word) > 2
                and not word.islower()
                and word[0].islower()
                and any(c.isupper() for c in word[1:])
                and "." not in word
            ) and (word[0] in "ie" or "-" in word)
        if i in self.hits:
            return True
        if self.pos[i] in CLOSED and not (word.isupper() and len(word) > 2) and self.line.tag[i] not in {"NNP", "NNPS"}:
            return False
        if self.low[i] in {
            "i",
            "the",
            "a",
            "an",
            "this",
            "that",
            "these",
            "those",
            "we",
            "our",
            "it",
            "they",
            "its",
            "their",
        }:
            return False
        if self.opening(i) and not self.sure:
            if (
                self.line.lemma[i] in OPENERS
                or self.low[i] in OPENERS
                or self.low[i].rstrip("s").rstrip("e") in OPENERS
            ):
                return False
            if self.pos[i] in {"VERB", "ADV", "AUX"} and not self.line.ent[i]:
                named = (
                    is_given(word) and i + 1 < self.n and self.line.tag[i + 1] == "NNP"
                )  # *Ana Orr*, read as an adverb
                return named and self.pos[i] != "AUX"
        return True

    def breaks(self, i: int) -> bool:
        """Whether a token is a title or role that stands outside the name beside it."""
        word = singular(self.low[i])
        if i in self.hits:
            return False
        if (
            word in SURNAME_ROLES
            and i > self.line.first
            and ((self.line.ent[i] == "PERSON" and self.line.ent[i - 1] == "PERSON") or is_given(self.text[i - 1]))
        ):
            return False
        if word not in ROLES and word not in TITLES and self.low[i] not in TITLES:
            return False
        if word == "don" and i + 1 < self.n and self.capital(i + 1):
            return i + 2 < self.n and self.text[i + 2][0].isupper()  # *Don Lee*, but *Don Luis Orr*
        if word == "justice" and not (i + 1 < self.n and self.capital(i + 1)):
            return False  # *Centre for Peace and **Justice***, not *Justice Ann Lee*
        joined = i + 2 < self.n and self.low[i + 1] in {"without", "for", "against"}
        if joined and word in TRADES and self.low[i] != word:  # *Doctors Without Borders*
            plain = self.text[i + 2][0].isupper() and i + 2 not in self.hits
            if plain:
                return False
        if word in PRESIDING and i + 1 < self.n and self.low[i + 1] not in {"'s", "'"}:
            return True  # ***Chairman** Reef Council Ann Lee*
        j = i + 1  # *Prosecutor General's Office*, *General Assembly*: the role is part of a body's name
        while j < min(self.n, i + 8) and (self.capital(j) or self.low[j] in {"'s", "'", "-", "&"}):
            if singular(self.low[j]) in BODY_HEADS and (singular(self.low[j]) not in ROLES):
                return False
            if singular(self.low[j]) in ROLES and j > i + 1:
                break
            j += 1
        return True

    def headed(self, start: int, end: int) -> bool:
        return any(singular(w) in BODY_HEADS or w in BODY_HEADS for w in self.low[start:end])

    def same_entity(self, j: int) -> bool:
        """Whether the entity recogniser too reads over token ``j``."""
        line = self.line
        return (
            bool(line.ent[j]) and line.ent[j] == line.ent[j - 1] and j + 1 < self.n and line.ent[j + 1] == line.ent[j]
        )

    def code(self, i: int) -> bool:
        """Whether capitals are a code: of a bill (***HB** 1204*) or of a state behind a town (*Norton, **CA***)."""
        word = self.text[i]
        if not word.isupper() or i in self.hits or word in self.abbreviations:
            return False
        numbered = i + 1 < self.n and self.text[i + 1].isdigit() and len(self.text[i + 1]) > 1
        postal = i > self.line.first + 1 and self.text[i - 1] == "," and self.text[i - 2][0].isupper()
        return (numbered and len(word) <= 5) or (postal and len(word.rstrip(".")) == 2 and not self.sure)

    def paper(self, start: int, j: int) -> bool:
        """Whether a sequence is the title of a treaty, law or meeting, in which every word belongs to it."""
        end = start
        while end < j and self.low[end] not in JOINING and self.low[end] != "and":
            end += 1
        head = self.low[end - 1]
        if among(head, SPOKEN_PAPERS):
            return False
        return (among(head, PAPERS) or among(head, OCCASIONS)) and not among(head, BODY_HEADS)
