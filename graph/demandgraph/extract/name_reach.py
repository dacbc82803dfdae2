"""Tells how far a capitalised sequence reaches: over *of*, *for* and *and*, hyphens, brackets and small words."""

from __future__ import annotations

from demandgraph.extract.actor_words import (
    PARTICLES,
    PERSON_NOUNS,
    PORTFOLIO,
    ROLES,
    STATE_NOUNS,
    TRADES,
)
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_index import QUALIFYING
from demandgraph.extract.name_lexicon import (
    BODY_HEADS,
    CALENDAR,
    FOREIGN_HEADS,
    FOREIGN_JOINING,
    MEMBERSHIP,
    OCCASIONS,
    PAPERS,
    PLACES,
    STATE_FORMS,
    WEEKDAYS,
)
from demandgraph.extract.name_shapes import JOINING, OFFICE_BODIES, OFFICE_MODIFIERS, POSSESSIVE_JOIN
from demandgraph.extract.name_tokens import Tokens
from demandgraph.extract.name_words import among, singular

LONGEST = 40
"""Tokens that one name may have."""


UNITING = frozenset("united amalgamated associated allied international national".split())
"""What unites people of a calling in the name of their union."""
NUMBERED = frozenset("no no. group local battalion brigade regiment chapter lodge".split())
"""Bodies that are told apart by a number behind their name: *Dockers' Union Local **12***."""
GENERALS = frozenset(
    "inspector attorney auditor comptroller prosecutor solicitor surgeon director advocate registrar".split()
)
"""Offices that *General* belongs to."""


class Reach(Tokens):
    """How far a capitalised sequence reaches in one line."""

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
                if self.low[j] in WEEKDAYS and not (j + 1 < self.n and self.capital(j + 1)):
                    break  # *the Senate Thursday passed*
                if (
                    self.breaks(j)
                    and not self.office_of(start, j)
                    and not (self.low[j] == "general" and self.low[j - 1] in GENERALS and self.office_of(start, j - 1))
                    and not (
                        self.low[j] != singular(self.low[j]) and self.low[j - 2] == "to" and self.headed(start, j - 2)
                    )
                    and not (
                        singular(self.low[j]) in TRADES
                        and self.low[j] != singular(self.low[j])
                        and (
                            self.headed(start, j)
                            or self.low[start] in UNITING
                            or (j + 1 < self.n and singular(self.low[j + 1]) in BODY_HEADS)
                            or (j + 2 in self.hits and self.low[j + 1] == "of")
                        )
                    )
                ):
                    break
                j += 1
            elif self.text[j] == "-" and j + 1 < self.n and not self.line.spaced[j - 1] and not self.line.spaced[j]:
                if self.low[j + 1] in QUALIFYING:
                    break
                j += 2
            elif self.low[start] in FOREIGN_HEADS and (k := self.foreign(j)):
                j = k
            elif (self.text[j] in {"&", "+"} and j + 1 < self.n and self.capital(j + 1)) or (
                self.low[j] in {"'s", "'"} and self.joins_possessive(start, j)
            ):
                j += 2
            elif self.text[j][0].isdigit() and self.text[j - 1][0].isalpha() and singular(self.low[j - 1]) in NUMBERED:
                j += 1
            elif (k := self.particle(start, j)) or (k := self.connector(start, j)) or (k := self.bracket(start, j)):
                j = k
            else:
                break
        return j

    def foreign(self, j: int) -> int:
        """*Instituto **de la** Prensa **y la** Radio*: where a Romance name goes on behind its small words, else 0."""
        k = j
        while (
            k < self.n
            and k - j < 3
            and (self.low[k] in FOREIGN_JOINING or self.low[k].startswith(("d'", "l'", "d’", "l’")))
        ):
            k += 1
        return k + 1 if j < k < self.n and self.text[k][0].isupper() and k not in self.line.fresh else 0

    def office_of(self, start: int, j: int) -> bool:
        """*Office of the **Ombudsman***, *Council of Ministers*: a role that belongs to the name of a body."""
        k = j - 1
        while k > start and (self.low[k] in OFFICE_MODIFIERS or k in self.hits):
            k -= 1
        return k > start and self.low[k] == "of" and among(self.low[k - 1], OFFICE_BODIES)

    def joins_possessive(self, start: int, j: int) -> bool:
        if not (j + 1 < self.n and self.capital(j + 1)) or self.breaks(j + 1):
            return False
        word = self.low[j - 1]
        if word in POSSESSIVE_JOIN:
            return True
        # *Miners' Union*, *Welders' and Fitters' Guild*: a plural of people before the head of a body
        one = singular(word)
        many = word != one and (one in PERSON_NOUNS or self.text[j] == "'") and (j - 1) not in self.hits
        return many and self.text[j - 1][0].isupper() and self.headed(j + 1, min(self.n, j + 4))

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

    def connector(self, start: int, j: int) -> int:
        """*Ministry **of** Labour **and** Social Policy*: where the name goes on after a small word, else 0."""
        word = self.low[j]
        k = j + 1
        if word in {"relative", "relating", "pertaining"} and k < self.n and self.low[k] == "to":
            k += 1
        if k < self.n and self.low[k] in {"the", "its"} and word in JOINING:
            k += 1
        if (
            k < self.n
            and self.paper(start, j)
            and (word in JOINING or word in {"and", "from", "with", "relating", "relative", "pertaining", "concerning"})
        ):
            if self.low[k] in {"a", "an", "the"}:
                k += 1
            if k < self.n and self.text[k][0].isupper():
                return k
        if k >= self.n or not (self.capital(k) or k in self.hits) or self.opening(k) or self.text[k] in self.collective:
            return 0
        if word in {"on", "in", "to", "for"} and self.low[k] in CALENDAR and self.text[j - 1] not in {"of", "for"}:
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
                if j - 1 in self.hits and self.hits[j - 1].how == "inhabitants" and self.headed(start, j):
                    return k  # *Union of Freelanders **in** Norland*
                known = k in self.hits and self.hits[k].how == "name"
                place = known and last not in {"state", "force", "forces", "mission", "office", "delegation", "embassy"}
                end = self.hits[k].end if known else k + 1
                while not known and end < self.n and self.text[end][0].isupper():
                    end += 1
                whole = (
                    self.text[end : end + 1] == ["("]
                    and self.text[end + 1 : end + 2] != []
                    and self.text[end + 1].isupper()
                )
                if whole and (body or self.headed(start, j)) and len(self.text[end + 1]) > 2:
                    return k  # *Union for the Reefs **in** Norland (URN)*
                return k if (body or self.headed(start, j)) and (not place) and self.same_entity(j) else 0
            if word in {"of", "for", "on", "against", "to"}:
                if (
                    word == "of"
                    and start == j - 1
                    and last in {"government", "parliament", "president", "leader", "state"}
                ):
                    return 0  # *Government of X* is read with its country
                office = last == "general" and self.low[start] == "office"
                if body or office or last in PAPERS | OCCASIONS | PLACES or (word == "of" and last in STATE_FORMS):
                    return k
                if word == "of" and (k in self.hits or self.low[k] in STATE_FORMS) and self.low[j - 1] in PORTFOLIO:
                    return k if self.headed(start, j) else 0
                if word == "of" and last in MEMBERSHIP and self.low[j - 1] != last and self.headed(start, j):
                    return k  # *Committee of Families **of** the Missing*
                if word == "to" and self.headed(start, j) and last not in {"and"}:
                    return k if self.same_entity(j) or (self.hits.get(k) and self.headed(start, j)) else 0
                return k if self.same_entity(j) and self.line.ent[j] in {"ORG", "LAW", "EVENT", "WORK_OF_ART"} else 0
            return k if self.same_entity(j) else 0
        if word in {"and", ","} and not self.breaks(k):
            return self.conjunct(start, j, k)
        return 0

    def conjunct(self, start: int, j: int, k: int) -> int:
        """*Health **and** Social Policy* within one name; two bodies side by side are two names."""
        end = k
        while end < self.n and (self.capital(end) or self.text[end] == "-") and end not in self.hits:
            end += 1
        if end == k:
            return 0
        right_head = singular(self.low[end - 1]) in BODY_HEADS
        if (
            self.text[j] == ","
            and right_head
            and (
                (
                    end == k + 1 and end < self.n and self.low[end] in {"of", "for"}
                )  # *Professor of Law, University of Norton*
                or (start > 1 and self.low[start - 1] in {"of", "for"} and singular(self.low[start - 2]) in ROLES)
                or (j - start in {2, 3} and is_given(self.text[start]))  # *Ann Lee, Reef Trust*
            )
        ):
            return 0
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
