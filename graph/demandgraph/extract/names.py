"""Cuts the capitalised sequences of a line into names and tells what kind of name each one is."""

from __future__ import annotations

from demandgraph.extract.actor_words import (
    HONORIFICS,
    PORTFOLIO,
    ROLE_MODIFIERS,
    ROLES,
    STATE_NOUNS,
)
from demandgraph.extract.name_craft import thing_end
from demandgraph.extract.name_fields import Fields
from demandgraph.extract.name_index import QUALIFYING
from demandgraph.extract.name_lexicon import BODY_HEADS, NO_BODIES, PUBLIC_NAMES, SPOKEN_PAPERS
from demandgraph.extract.name_seats import leading, people_end, portfolio, represented, seat_start
from demandgraph.extract.name_shapes import (
    ARTICLES,
    BRACKET,
    JOINING,
    PARTY_NOUNS,
    PARTY_SEAT,
    ROMAN,
    SELF_TITLED,
    Name,
)
from demandgraph.extract.name_words import among, singular


class Chunker(Fields):
    """Reads one line; :meth:`names` is its result."""

    def names(self) -> list[Name]:
        """The names of the line in order; those of kind ``none`` keep others from being read inside them."""
        line = self.line
        if "(" in line.text and line.casing == "sentence":
            self.forced = self.expansions(line)
        if self.compounds:
            self.forced |= {
                i: i + 3 for i in range(line.first, self.n - 2) if "".join(self.low[i : i + 3]) in self.compounds
            }
        if self.line.kind == "body" and self.line.casing == "upper" and self.n > 3:
            start = next(
                (i for i in range(self.line.first, self.n) if singular(self.low[i]) in BODY_HEADS or i in self.hits), -1
            )
            if start >= 0 and self.low[start + 1 : start + 2] == ["of"]:
                return [Name(self.line, start, self.n, "Institution")]
        window = self.window() if self.line.casing == "title" and not self.sure else None
        if window:
            known = [
                self.of_hit(h)
                for h in self.hits.values()
                if h.how in {"name", "inhabitants"} and not window[0] <= h.start < window[1]
            ]
            return sorted(known + self.scan(*window), key=lambda n: n.start)
        if self.line.casing == "upper" or (self.line.casing == "title" and not self.sure):
            return [self.of_hit(h) for h in self.hits.values() if h.how in {"name", "inhabitants"}]
        return self.scan(self.behind_label(), self.n)

    def behind_label(self) -> int:
        """The first token, in a title that begins as *Statement of the* the one behind that."""
        line = self.line
        match = SELF_TITLED.match(line.source) if line.kind in {"title", "heading"} else None
        if match is None:
            return line.first
        return next((i for i in range(line.first, self.n) if line.doc[i].idx >= match.end()), line.first)

    def expansion(self, s: int, e: int) -> Name:
        """The name that an abbreviation spells out."""
        inner = [self.hits[i] for i in range(s, e) if i in self.hits]
        known = self.find(self.line.words(s, e))
        if known is not None:
            return self.finish(Name(self.line, s, e, known.type, known))
        kind = self.kind_of_head(s, e, inner)
        if kind in {"Institution", "Organization"}:
            return self.finish(Name(self.line, s, e, kind, inner=inner))
        name = self.finish(Name(self.line, s, e, "?" if kind != "none" else "none", inner=inner))
        name.abbreviation = None if kind == "none" else name.abbreviation
        return name

    def scan(self, first: int, last: int) -> list[Name]:
        found: list[Name] = []
        i = max(first, self.dateline()) if first == self.line.first else first
        if self.sure or self.line.kind == "body":
            opening = self.field()
            if opening is not None:
                found.append(opening)
                i = opening.end
                if self.bodies_sign:
                    return found + [self.of_hit(h) for h in self.hits.values() if h.start >= i and h.how == "name"]
        while i < last:
            if (
                i in self.forced
                and self.forced[i] <= last
                and not (i in self.hits and self.hits[i].end >= self.forced[i])
            ):
                found.append(self.expansion(i, self.forced[i]))
                i = self.forced[i]
                continue
            if not self.capital(i) or self.breaks(i):
                i += 1
                continue
            end = min(self.sequence(i), last)
            if (
                i - 2 >= first
                and self.low[i - 2] in ARTICLES
                and self.text[i - 1] == "-"
                and not self.line.spaced[i - 1]
            ):
                i -= 2  # *al-Amin*
            if not (
                end + 1 < self.n
                and self.text[end] == "-"
                and self.low[end + 1] in QUALIFYING
                and not self.line.spaced[end]
            ):
                found += self.split(i, end)
            i = max(end, i + 1, found[-1].end if found else 0)
        return found

    def split(self, s: int, e: int) -> list[Name]:
        """Cut one sequence into the names in it."""
        while s < e and (
            self.low[s] in {"the", "'s", "'", "-", "and", "&"}
            or (self.low[s] in JOINING and self.text[s][0].islower())
            or self.text[s].isspace()
        ):
            s += 1
        while e > s and (
            self.text[e - 1].isspace()
            or (
                self.low[e - 1] in {"the", "and", "&", "'s", "'", "-", *JOINING}
                and (self.text[e - 1][0].islower() or e - s > 1)
            )
        ):
            e -= 1
        next_breaks = e < self.n and singular(self.low[e]) in ROLES
        if next_breaks:
            while e > s and self.low[e - 1] in ROLE_MODIFIERS and (e - 1) not in self.hits:
                e -= 1
            s = leading(self, s, e)
        if s >= e:
            return []
        if end := portfolio(self, s, e) or represented(self, s, e):
            return [Name(self.line, s, end, "none")]
        inner = [self.hits[i] for i in range(s, e) if i in self.hits]
        if not inner and (end := people_end(self, s, e)):
            return [self.finish(Name(self.line, s, end, "Group"))]
        if not (inner and inner[0].end >= e) and (end := thing_end(self.line, s, e)):
            return [Name(self.line, s, end, "none")]
        if s > self.line.first and self.low[s - 1] in HONORIFICS and not inner:
            return [self.finish(Name(self.line, s, e, "?", title=True))]
        if all(
            self.low[i] in PORTFOLIO or self.low[i] in ROLE_MODIFIERS or self.low[i] in {"and", "&"}
            for i in range(s, e)
        ):
            return []
        if self.low[e - 1] in STATE_NOUNS and inner and inner[0].start == s and inner[0].end == e - 1:
            entry = inner[0].entry
            if entry.type == "Country" and inner[0].how in {"name", "adjective"}:
                return [Name(self.line, s, e, "State", entry)]
        if inner and inner[0].start == s and inner[0].end >= e:
            return [self.finish(self.of_hit(inner[0]))]
        if len(inner) == 2 and inner[0].start == s and inner[1].start == inner[0].end and inner[1].end == e:
            body, place = inner
            if body.how == place.how == "name" and body.entry.type == "Organization" and place.entry.type == "Country":
                return [self.finish(Name(self.line, s, e, "Organization", parent=body.entry, inner=inner))]
        if e - s == 1 and (self.text[s] in self.collective or self.code(s)):
            return []
        if e - s == 1 and not inner and self.low[s] in PUBLIC_NAMES and self.text[s].isupper():
            return [self.finish(Name(self.line, s, e, "Institution"))]
        if e - s == 1 and not inner and singular(self.low[s]) in BODY_HEADS and not self.sure:
            return []  # *the Council*: a short form, not a name
        if seat := seat_start(self, s, e):
            return [*(self.split(s, seat) if seat > s else []), Name(self.line, seat, e, "none")]
        defined = self.abbreviation(s, e)
        tail = 0 if defined else self.person_tail(s, e, inner)
        if tail:
            return [*self.split(s, tail), self.finish(Name(self.line, tail, e, "?", title=True))]
        kind = self.kind_of_head(s, e, inner)
        if kind in {"Institution", "Organization"} and self.low[e - 1] == "action" and self.low[e - 2] in {"for", "of"}:
            kind = "none"
        if kind == "several":  # *Permanent Missions of A*: a description, made an actor where it takes part
            return [self.of_hit(h) for h in inner if h.how == "name"]
        if kind in {"Group", "Country"}:
            return [self.finish(Name(self.line, s, e, kind))]
        if kind in {"Institution", "Organization"} and "(" in self.text[s:e]:
            clean = BRACKET.sub("", self.line.words(s, e))
            known = self.find(clean)
            if known is not None:
                return [self.finish(Name(self.line, s, e, known.type, known))]
        if (
            kind == "none"
            and inner
            and inner[0].start == s
            and inner[0].how == "name"
            and inner[0].entry.type == "Institution"
        ):
            rest = [w for w in self.low[inner[0].end : e] if not w[0].isdigit() and w not in {"no", "no."}]
            if rest and all(among(w, SPOKEN_PAPERS) for w in rest):
                return [self.of_hit(inner[0])]  # *Security Council Resolution 2*: the body's own
        if kind in {"Institution", "Organization", "none"}:
            if inner and inner[0].how == "adjective" and inner[0].start == s and kind == "none":
                return [Name(self.line, s, e, kind)]
            name = Name(self.line, s, e, kind, inner=inner)
            return [self.finish(name)]
        if (
            e < self.n
            and self.low[e] in PARTY_NOUNS
            and self.text[e].islower()
            and any(not any(h.start <= i < h.end for h in inner) for i in range(s, e))
        ):
            name = self.finish(
                Name(self.line, s, e + 1, "Organization", inner=inner)
            )  # *the ruling Free Coast **party***
            return [name]
        cut = [] if defined else self.cut(s, e, inner)
        if cut:
            return [n for a, b in cut for n in self.split(a, b)]
        if s > self.line.first and self.text[s - 1] == "(" and PARTY_SEAT.fullmatch(self.line.words(s, e)):
            return []  # *(D-CA)*
        if any(c in "/_*#@\\" for i in range(s, e) for c in self.text[i]):
            return []
        if e - s == 1 and (any(c.isdigit() for c in self.text[s]) or self.common(s)):
            return []
        if (
            self.sure
            and e - s == 1
            and not self.text[s].isupper()
            and self.text[s][1:].islower()
            and self.line.ent[s] != "PERSON"
        ):
            return []
        if self.low[e - 1] == "action" and e - s > 2 and self.low[e - 2] in {"for", "of"}:
            return []
        if self.line.kind == "dateline" or (e - s == 1 and (self.low[s] in NO_BODIES or ROMAN.fullmatch(self.text[s]))):
            return []
        return [self.finish(Name(self.line, s, e, "?", inner=inner))]
