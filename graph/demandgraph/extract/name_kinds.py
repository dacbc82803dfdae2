"""Tells what kind of name a capitalised sequence is, by its head noun and its neighbours."""

from __future__ import annotations

from demandgraph.extract.actor_words import (
    GROUP_HEADS,
    PERSON_NOUNS,
    PORTFOLIO,
    ROLES,
    TRADES,
)
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_index import Hit
from demandgraph.extract.name_lexicon import (
    BODY_HEADS,
    EITHER_HEADS,
    FOREIGN_HEADS,
    FOREIGN_JOINING,
    FOREIGN_PUBLIC,
    OCCASIONS,
    PAPERS,
    PLACES,
    PRIVATE_HEADS,
    PRIVATE_SIGNS,
    PUBLIC_HEADS,
    PUBLIC_SIGNS,
    SHARED_HEADS,
    STATE_FORMS,
    STRONG_PUBLIC_SIGNS,
    THINGS,
)
from demandgraph.extract.name_reach import UNITING
from demandgraph.extract.name_shapes import JOINING, Name
from demandgraph.extract.name_signs import Signs
from demandgraph.extract.name_words import among, singular


class Kinds(Signs):
    """What kind of name a capitalised sequence is, and where it falls into several."""

    def of_hit(self, hit: Hit) -> Name:
        if hit.how == "office":
            return Name(self.line, hit.start, hit.end, "Institution", parent=hit.entry)
        kind = {
            "name": hit.entry.type,
            "inhabitants": "Inhabitants",
            "metonym": "Metonym",
            "adjective": "Adjective",
        }[hit.how]
        return Name(self.line, hit.start, hit.end, kind, hit.entry)

    def person_tail(self, s: int, e: int, inner: list[Hit]) -> int:
        """Where the name of a person begins that closes a role: *Head of NAM **Pavel X***; 0 if none does."""
        low = self.low
        person = next(
            (i for i in range(s + 1, e) if self.line.ent[i] == "PERSON" and self.line.ent[i - 1] != "PERSON"), 0
        )
        whole = person and e - person >= 2 and self.line.ent[e - 1] == "PERSON" and not self.headed(person, e)
        after_name = whole and low[person - 1] not in JOINING and self.text[person - 1] != "-"
        if after_name and all(w not in JOINING and w != "and" for w in low[person:e]):
            return person
        role = (
            s >= 2
            and low[s - 1] in {"of", "for", "at", "the"}
            and any(singular(w) in ROLES for w in low[max(0, s - 4) : s])
        )
        if not role:
            return 0
        for i in range(s + 1, e - 1):
            if (
                is_given(self.text[i])
                and low[i - 1] not in JOINING
                and low[i - 1] not in {"and", "'s"}
                and not self.headed(i, e)
            ):
                return i
        plain = e  # the last run of plain capitalised words
        while (
            plain > s
            and self.text[plain - 1][0].isupper()
            and not self.text[plain - 1].isupper()
            and low[plain - 1] not in JOINING
            and (
                singular(low[plain - 1]) not in BODY_HEADS
                and low[plain - 1] not in PORTFOLIO
                and not any(h.start <= plain - 1 < h.end for h in inner)
            )
        ):
            plain -= 1
        plain = max(plain, e - 3)
        if e - plain >= 2 and plain > s and low[plain - 1] not in JOINING and low[plain - 1] not in {"and", "'s"}:
            return plain
        return 0

    def common(self, i: int) -> bool:
        """Whether a lone capitalised word is a common noun: *Member **States***, *the **Parties***."""
        one = singular(self.low[i])
        return one in PERSON_NOUNS or one in GROUP_HEADS or one in PAPERS or one in THINGS or self.low[i] in self.small

    def cut(self, s: int, e: int, inner: list[Hit]) -> list[tuple[int, int]]:
        """Where a sequence without head noun falls into parts: after a country, before a person."""
        for i in range(s + 1, e):
            opens = self.line.ent[i] == "PERSON" and self.line.ent[i - 1] != "PERSON"
            if opens and self.text[i - 1][-1] != "-" and not is_given(self.text[i - 1]):
                return [(s, i), (i, e)]
        for hit in inner:
            if hit.start == s + 1 and hit.end == e and is_given(self.text[s]) and self.line.ent[hit.start] == "PERSON":
                continue  # a family name that is also a state's
            if hit.start > s and (hit.how == "name" or hit.end == e):
                return [(s, hit.start), (hit.start, e)]
            if hit.start == s and hit.end < e and (e - hit.end >= 2 or hit.how in {"name", "adjective"}):
                return [(s, hit.end), (hit.end, e)]
        for i in range(e - 2, s, -1):
            if self.low[i - 1] in PORTFOLIO:
                return [(s, i), (i, e)]
        if e - s >= 3 and self.text[s] in self.abbreviations:
            return [(s, s + 1), (s + 1, e)]
        return []

    def kind_of_head(self, s: int, e: int, inner: list[Hit]) -> str:
        """The kind of a sequence by its head noun: the last word before the first small word."""
        end = s
        while end < e and self.low[end] not in JOINING and self.text[end] != "(":
            end += 1
        core = e if end == e else end
        if self.paper(s, e):
            return "none"
        countries = {i for h in inner if h.how == "name" and h.start > s for i in range(h.start, h.end)}
        while core - 1 > s and (core - 1) in countries and self.headed(s, core - 1):
            core -= 1  # *Transparency Network Georgia*
        joined = any(w in FOREIGN_JOINING for w in self.low[s + 1 : e])
        if self.low[s] in FOREIGN_HEADS and (joined or (e - s > 1 and self.low[s] not in SHARED_HEADS)):
            return "Institution" if self.low[s] in FOREIGN_PUBLIC else "Organization"
        last = self.low[e - 1]
        if self.union_of_people(s, e):
            return "Organization"
        if self.low[core - 1] in STATE_FORMS and core < e and self.low[core] == "of":
            return "Country"
        if (
            core == e
            and e - s >= 2
            and not self.headed(s, e)
            and last != singular(last)
            and singular(last) in PERSON_NOUNS - TRADES
            and singular(last) not in BODY_HEADS
        ):
            return "Group"  # *Least Developed Countries*
        head = self.low[core - 1]
        if core < e and not among(head, BODY_HEADS | PAPERS | OCCASIONS | PLACES) and self.low[e - 1] in BODY_HEADS:
            head = self.low[e - 1]  # *Women for Peace Network*
        one = singular(head)
        if self.text[min(core, e - 1)] == "(" and core < e:
            head = self.low[e - 1]
            one = singular(head)
        if "(" in self.text[s:e] and among(self.low[e - 1], BODY_HEADS):
            head = self.low[e - 1]  # *Financing for the Sea (FfS) Group*
            one = singular(head)
        whole = [singular(w) for w in self.low[s:e]]
        if head.isdigit() and core - 1 > s:
            head = one = singular(self.low[core - 2])
        if one in BODY_HEADS and head != one and head not in BODY_HEADS and not head.endswith(("news", "times")):
            return "Group" if self.sure else "several"
        if one in BODY_HEADS or head in BODY_HEADS:
            if e - s == 1 and not self.sure:
                return "?"
            if one in EITHER_HEADS or head in EITHER_HEADS:
                return self.either(s, e, core, head, one, inner, whole)
            if one in OCCASIONS and one not in PRIVATE_HEADS:
                return "none"
            return "Institution" if one in PUBLIC_HEADS or head in PUBLIC_HEADS else "Organization"
        last_word = self.low[e - 1]
        if among(last_word, PAPERS | THINGS) or among(head, OCCASIONS) or among(last_word, OCCASIONS - BODY_HEADS):
            return "none"
        if among(head, PAPERS) or among(head, PLACES) or among(head, THINGS):
            if inner and inner[0].start == s and inner[0].how == "name" and e - s > 1 and inner[0].end >= core:
                return "?"
            label = self.line.ent[s]
            return (
                "?"
                if label in {"ORG", "PERSON"} and one in PLACES and e - s > 1 and not inner and not self.sure
                else "none"
            )
        return "?"

    def union_of_people(self, s: int, e: int) -> bool:
        """Whether a name unites people of a calling: *United Harbour **Workers***, *National **Pilots** United*, *Dockers of Norland*."""
        many = [i for i in range(s, e) if self.low[i] != singular(self.low[i]) and singular(self.low[i]) in TRADES]
        if not many or e - s < 3 or any(self.text[i].islower() and self.low[i] not in JOINING for i in range(s, e)):
            return False
        if (self.low[e - 1] in UNITING and not self.headed(s, e)) or (many[0] == s and self.low[s + 1] == "without"):
            return True  # *Welders Without Frontiers*
        whole = many[-1] == e - 1 or self.low[many[-1] + 1] == "of"
        return whole and (self.low[s] in UNITING or (many[-1] < e - 1 and many[-1] > s and (many[-1] + 2) in self.hits))

    def either(self, s: int, e: int, core: int, head: str, one: str, inner: list[Hit], whole: list[str]) -> str:
        """Public or private, for a head noun that both kinds of body share."""
        beside = {*whole, *self.low[s:e]} - {one, head}
        signs = STRONG_PUBLIC_SIGNS if one in PRIVATE_HEADS or head in PRIVATE_HEADS else PUBLIC_SIGNS
        public = len(beside & signs) + sum(
            1
            for h in inner
            if h.how == "name"
            and h.start == s
            and (h.entry.type == "Institution" or (h.entry.type == "Country" and signs is PUBLIC_SIGNS))
        )
        private = len(beside & PRIVATE_SIGNS)
        if one in {"conference", "programme", "program"}:
            return "none"
        lean = one in PUBLIC_HEADS or head in PUBLIC_HEADS
        if one in PRIVATE_HEADS or head in PRIVATE_HEADS:
            lean = False
        elif one in {
            "council",
            "commission",
            "committee",
            "office",
            "board",
            "service",
            "panel",
            "mission",
            "fund",
            "bank",
            "subcommittee",
        }:
            lean = True
        return "Institution" if public > private or (public == private and lean) else "Organization"
