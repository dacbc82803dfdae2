"""Tells how far a capitalised sequence reaches: over *of*, *for* and *and*, hyphens, brackets and small words."""

from __future__ import annotations

from collections.abc import Callable

from demandgraph.authority import Entry as Known
from demandgraph.extract.actor_words import PARTICLES, ROLES, STATE_NOUNS, SURNAME_ROLES, TITLES, TRADES
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_index import QUALIFYING, Hit
from demandgraph.extract.name_lexicon import BODY_HEADS, OCCASIONS, PAPERS, PLACES, SPOKEN_PAPERS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_shapes import CLOSED, JOINING, OFFICE_BODIES, OFFICE_MODIFIERS, OPENERS, POSSESSIVE_JOIN
from demandgraph.extract.name_words import among, singular

LONGEST = 40
"""Tokens that one name may have."""


class Reach:
    """How far a capitalised sequence reaches in one line."""

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
        self.sure = line.kind in {"signature", "address", "copy"}
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
                len(word) > 2 and word[0].islower() and any(c.isupper() for c in word[1:]) and "." not in word
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
                return False
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
        joined = i + 2 < self.n and self.low[i + 1] in {"without", "for", "against"}
        if joined and word in TRADES and self.low[i] != word:  # *Doctors Without Borders*
            plain = self.text[i + 2][0].isupper() and i + 2 not in self.hits
            if plain:
                return False
        j = i + 1  # *Prosecutor General's Office*, *General Assembly*: the role is part of a body's name
        while j < min(self.n, i + 8) and (self.capital(j) or self.low[j] in {"'s", "'", "-", "&"}):
            if singular(self.low[j]) in BODY_HEADS and (singular(self.low[j]) not in ROLES):
                return False
            if singular(self.low[j]) in ROLES and j > i + 1:
                break
            j += 1
        return True

    def sequence(self, i: int) -> int:
        """The end of the capitalised sequence that begins at a token."""
        start, j = i, i + 1
        if i in self.hits:
            j = self.hits[i].end
        while j < self.n and j not in self.line.fresh and j - start < LONGEST:
            if self.text[j].isspace():
                k = j + 1
                if k < self.n and self.capital(k) and not self.opening(k) and not self.breaks(k):
                    j = k + 1
                    continue
                break
            if j in self.hits and self.text[j][0].isupper() and not self.breaks(j):
                j = self.hits[j].end
            elif self.text[j][0].isupper() and self.paper(start, j):
                j += 1
            elif self.capital(j) and not self.opening(j):
                if (
                    self.breaks(j)
                    and not self.office_of(start, j)
                    and not (
                        singular(self.low[j]) in TRADES
                        and self.low[j] != singular(self.low[j])
                        and (self.headed(start, j) or (j + 1 < self.n and singular(self.low[j + 1]) in BODY_HEADS))
                    )
                ):
                    break
                j += 1
            elif self.text[j] == "-" and j + 1 < self.n and not self.line.spaced[j - 1] and not self.line.spaced[j]:
                if self.low[j + 1] in QUALIFYING:
                    break
                j += 2
            elif self.text[j] in {"&", "+"} and j + 1 < self.n and self.capital(j + 1):
                j += 2
            elif (self.low[j] in {"'s", "'"} and self.joins_possessive(start, j)) or (
                self.text[j][0].isdigit()
                and self.text[j - 1][0].isalpha()
                and singular(self.low[j - 1]) in {"no", "no.", "group"}
            ):
                j += 1
            elif (k := self.particle(start, j)) or (k := self.connector(start, j)) or (k := self.bracket(start, j)):
                j = k
            else:
                break
        return j

    def office_of(self, start: int, j: int) -> bool:
        """*Office of the **Ombudsman***, *Council of Ministers*: a role that belongs to the name of a body."""
        k = j - 1
        while k > start and (self.low[k] in OFFICE_MODIFIERS or k in self.hits):
            k -= 1
        return k > start and self.low[k] == "of" and among(self.low[k - 1], OFFICE_BODIES)

    def joins_possessive(self, start: int, j: int) -> bool:
        if not (j + 1 < self.n and self.capital(j + 1)) or self.breaks(j + 1):
            return False
        return self.low[j - 1] in POSSESSIVE_JOIN

    def particle(self, start: int, j: int) -> int:
        """*Ursula von der Leyen*: small words inside the name of a person."""
        if self.low[j] in PARTICLES and j + 2 < self.n and self.text[j + 1] == "-" and self.capital(j + 2):
            return j + 3  # al-X
        k = j
        while k < self.n and self.low[k] in PARTICLES and self.text[k][0].islower() and k - j < 3:
            k += 1
        if k == j or k >= self.n or not self.capital(k) or self.breaks(k):
            return 0
        return k if not self.headed(start, j) else 0

    def headed(self, start: int, end: int) -> bool:
        return any(singular(w) in BODY_HEADS or w in BODY_HEADS for w in self.low[start:end])

    def connector(self, start: int, j: int) -> int:
        """*Ministry **of** Labour **and** Social Policy*: where the name goes on after a small word, else 0."""
        word = self.low[j]
        k = j + 1
        if k < self.n and self.low[k] in {"the", "its"} and word in JOINING:
            k += 1
        if (
            k < self.n
            and self.paper(start, j)
            and (word in JOINING or word in {"and", "from", "with", "relating", "concerning"})
        ):
            if self.low[k] in {"a", "an", "the"}:
                k += 1
            if k < self.n and self.text[k][0].isupper():
                return k
        if k >= self.n or not (self.capital(k) or k in self.hits) or self.opening(k) or self.text[k] in self.collective:
            return 0
        last = singular(self.low[j - 1])
        if last in STATE_NOUNS - {"cabinet"} and word != "of":
            return 0
        if word in JOINING:
            if self.breaks(k) and not (
                last in BODY_HEADS or last in {"office", "support"} or singular(self.low[j - 1]) in TRADES
            ):
                return 0
            if word in {"without", "against", "for"} and singular(self.low[j - 1]) in TRADES and start == j - 1:
                return k
            body = last in BODY_HEADS or self.low[j - 1] in BODY_HEADS
            if word == "in":
                known = k in self.hits and self.hits[k].how == "name"
                place = known and last not in {"state", "force", "forces", "mission", "office", "delegation", "embassy"}
                return k if (body or self.headed(start, j)) and (not place) and self.same_entity(j) else 0
            if word in {"of", "for", "on", "against", "to"}:
                if (
                    word == "of"
                    and start == j - 1
                    and last in {"government", "parliament", "president", "leader", "state"}
                ):
                    return 0  # *Government of X* is read with its country
                if body or last in PAPERS | OCCASIONS | PLACES:
                    return k
                if word == "to" and self.headed(start, j) and last not in {"and"}:
                    return k if self.same_entity(j) or (self.hits.get(k) and self.headed(start, j)) else 0
                return k if self.same_entity(j) and self.line.ent[j] in {"ORG", "LAW", "EVENT", "WORK_OF_ART"} else 0
            return k if self.same_entity(j) else 0
        if word in {"and", ","} and not self.breaks(k):
            return self.conjunct(start, j, k)
        return 0

    def paper(self, start: int, j: int) -> bool:
        """Whether a sequence is the title of a treaty, law or meeting, in which every word belongs to it."""
        end = start
        while end < j and self.low[end] not in JOINING and self.low[end] != "and":
            end += 1
        head = self.low[end - 1]
        if among(head, SPOKEN_PAPERS):
            return False
        return (among(head, PAPERS) or among(head, OCCASIONS)) and not among(head, BODY_HEADS)

    def same_entity(self, j: int) -> bool:
        """Whether the entity recogniser too reads over token ``j``."""
        line = self.line
        return (
            bool(line.ent[j]) and line.ent[j] == line.ent[j - 1] and j + 1 < self.n and line.ent[j + 1] == line.ent[j]
        )

    def conjunct(self, start: int, j: int, k: int) -> int:
        """*Health **and** Social Policy* within one name; two bodies side by side are two names."""
        end = k
        while end < self.n and (self.capital(end) or self.text[end] == "-") and end not in self.hits:
            end += 1
        if end == k:
            return 0
        right_head = singular(self.low[end - 1]) in BODY_HEADS
        inner = [i for i in range(start, j) if self.low[i] in JOINING]
        if inner:  # in the complement: Ministry of A and B
            after = inner[-1] + 1
            left_known = any(i in self.hits for i in range(after, j))
            follows_body = end < self.n and self.low[end] in {"of", "for"} and right_head
            abbreviation = all(self.text[i].isupper() for i in range(k, end))
            if left_known or right_head or follows_body or abbreviation or self.line.ent[k] in {"PERSON", "GPE"}:
                return 0
            if self.text[j] == ",":  # Ministry of A, B and C
                return k if end < self.n and self.low[end] in {"and", ","} and self.same_entity(j) else 0
            return k
        if right_head and not self.headed(start, j) and not any(i in self.hits for i in range(start, j)):
            tail = self.line.ent[j - 1]
            whole = self.same_entity(j) or (j - start <= 2 and not tail) or (self.sure and self.text[j] != ",")
            return k if whole else 0
        return 0

    def bracket(self, start: int, j: int) -> int:
        """*United Nations (UN) General Assembly*: a bracket inside a name."""
        if self.text[j] != "(" or j + 3 >= self.n or self.text[j + 2] != ")" or not self.capital(j + 3):
            return 0
        k = j + 3
        while k < self.n and self.capital(k):
            if singular(self.low[k]) in BODY_HEADS and not self.opening(j + 3):
                return j + 3
            k += 1
        return 0
