"""Tells what kind of name a capitalised sequence is, by its head noun and its neighbours."""

from __future__ import annotations

from demandgraph.extract.actor_words import (
    DEEDS,
    GROUP_HEADS,
    PERSON_NOUNS,
    PORTFOLIO,
    ROLE_MODIFIERS,
    ROLES,
    SAYING,
    TITLES,
    TRADES,
)
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_index import Hit
from demandgraph.extract.name_lexicon import (
    BODY_HEADS,
    EITHER_HEADS,
    OCCASIONS,
    PAPERS,
    PLACES,
    PRIVATE_HEADS,
    PRIVATE_SIGNS,
    PUBLIC_HEADS,
    PUBLIC_SIGNS,
    STRONG_PUBLIC_SIGNS,
    THINGS,
)
from demandgraph.extract.name_reach import Reach
from demandgraph.extract.name_shapes import BRACKET, JOINING, SCENE_NOUNS, Name, initials_fit
from demandgraph.extract.name_words import among, singular


class Kinds(Reach):
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
            if self.line.ent[i] == "PERSON" and self.line.ent[i - 1] != "PERSON" and self.text[i - 1][-1] != "-":
                return [(s, i), (i, e)]
        for hit in inner:
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
        last = self.low[e - 1]
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
        if among(self.low[e - 1], PAPERS) or among(head, OCCASIONS):
            return "none"
        if among(head, PAPERS) or among(head, PLACES) or among(head, THINGS):
            if inner and inner[0].start == s and inner[0].how == "name" and e - s > 1 and inner[0].end >= core:
                return "?"
            label = self.line.ent[s]
            return "?" if label in {"ORG", "PERSON"} and one in PLACES and e - s > 1 and not inner else "none"
        return "?"

    def either(self, s: int, e: int, core: int, head: str, one: str, inner: list[Hit], whole: list[str]) -> str:
        """Public or private, for a head noun that both kinds of body share."""
        beside = set(whole) - {one}
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

    def finish(self, name: Name) -> Name:
        """Gather what speaks for each kind, and the abbreviation in brackets behind the name."""
        line, s, e = self.line, name.start, name.end
        for i in range(s, e):
            if line.ent[i]:
                name.votes[line.ent[i]] = name.votes.get(line.ent[i], 0) + 1
        before = self.low[s - 1] if s else ""
        if (
            before in TITLES
            or singular(before) in ROLES
            or (before in PERSON_NOUNS and singular(before) == before and before not in BODY_HEADS)
        ):
            name.title = True
        if before == "the":
            name.votes["the"] = 1
        elif before in {"in", "near", "outside", "across", "throughout", "inside"}:
            name.votes["in"] = 1
        elif before == "of" and s > 1 and (singular(self.low[s - 2]) in PLACES or self.low[s - 2] in SCENE_NOUNS):
            name.votes["in"] = 2
        if e < self.n and self.low[e] in {
            "region",
            "regions",
            "province",
            "oblast",
            "district",
            "peninsula",
            "city",
            "area",
        }:
            name.votes["in"] = 2
        if name.kind == "?":
            if is_given(self.text[s]) and e - s > 1:
                name.votes["given"] = 1
            self.role_behind(name, e)
            if (
                self.sure
                and not self.bodies_sign
                and 2 <= e - s <= 3
                and not any(w.isupper() for w in self.text[s:e])
                and not self.headed(s, e)
            ):
                name.votes["given"] = 1
            if 2 <= e - s <= 4 and before != "the" and not self.headed(s, e) and self.speaks(s, e):
                name.votes["role"] = 1
            if e - s == 1 and line.dep[s] in {"compound", "amod", "nmod"}:
                name.votes["deed" if line.lemma[line.head[s]] in DEEDS else "mod"] = 1
            if (
                before == "by"
                and s > 1
                and self.low[s - 2] in {"headed", "led", "chaired", "founded", "written", "authored"}
            ):
                name.votes["led"] = 1
        name.abbreviation = self.abbreviation(s, e)
        return name

    def abbreviation(self, s: int, e: int) -> str | None:
        """The abbreviation in brackets behind a name, if the name can have it."""
        if e >= self.n or (self.text[e] != "(" and self.text[e] not in {'"', "'", "”"}):
            return None
        at = self.line.doc[e - 1].idx + len(self.text[e - 1])
        match = BRACKET.match(self.line.doc.text, at)
        if match is None and self.text[e] in {'"', "'", "”"}:
            match = BRACKET.match(self.line.doc.text, at + 1)
        return match["abbr"] if match and initials_fit(match["abbr"], self.line.words(s, e)) else None

    def speaks(self, s: int, e: int) -> bool:
        """Whether a name is the subject of a verb of saying, or stands behind *by*."""
        line = self.line
        for i in range(s, e):
            if line.dep[i] == "nsubj" and line.lemma[line.head[i]] in SAYING:
                return True
            if line.dep[i] == "pobj" and line.low[line.head[i]] == "by" and line.dep[line.head[i]] == "agent":
                return True
        return False

    def role_behind(self, name: Name, e: int) -> None:
        """Note a role that follows a name (*X, the chairman*) and a regime that is called by it (*the X regime*)."""
        k = e
        if k < self.n and self.low[k] in {"'s", "'"}:
            k += 1
        if k < self.n and self.low[k] in {"regime", "dictatorship"}:
            name.votes["led"] = 1
        if k < self.n and self.text[k] in {",", "("}:
            k += 1
        while k < self.n and (self.low[k] in {"the", "a", "an"} or self.low[k] in ROLE_MODIFIERS) and k - e < 6:
            k += 1
        if (
            k < self.n
            and (e < k or self.text[k][0].isupper())
            and self.low[k] in ROLES
            and self.low[k] == singular(self.low[k])
        ):
            name.votes["role"] = 1
