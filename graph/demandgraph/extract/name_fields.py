"""Reads what opens a line of an address, signature or roster: a body, a person, or a titled person right before a body."""

from __future__ import annotations

from demandgraph.extract.actor_words import COLLECTIVE_HEADS, HONORIFICS, PARTICLES
from demandgraph.extract.name_craft import thing_end
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_kinds import Kinds
from demandgraph.extract.name_lexicon import BODY_HEADS, PLACES
from demandgraph.extract.name_shapes import FINITE, JOINING, OPENERS, SCOPES, Name
from demandgraph.extract.name_words import among, singular


class Fields(Kinds):
    """The first field of a line in which every capital belongs to a name."""

    def field(self) -> Name | None:
        """What opens a line of an address or signature block, up to a comma or bracket: a body or a person."""
        line, s = self.line, self.line.first
        while s < self.n and (self.low[s] in {"the", "and", "&"} or not self.text[s][0].isalnum()):
            s += 1
        if s >= self.n or not self.text[s][0].isupper() or self.low[s] in OPENERS:
            return None
        end = s
        while (
            end < self.n
            and end not in self.line.fresh
            and self.text[end] not in {",", "(", ";", ":", "/", "|", "–", "—"}
            and not (self.text[end] == "-" and self.line.spaced[end - 1])
        ):
            end += 1
        if end < self.n and self.text[end] == "(" and self.headed(s, end + 4) and (k := self.bracket(s, end)):
            end = k  # *Trade for Development (TfD) Group*
            while end < self.n and self.capital(end) and end not in self.line.fresh:
                end += 1
        whole = end
        if end < self.n and self.text[end] == "," and not self.headed(s, end):
            tail = end
            while tail < self.n and self.text[tail] not in {"(", ";", ":"}:
                tail += 1
            if self.headed(end, tail) and singular(self.low[tail - 1]) in BODY_HEADS and "and" in self.low[end:tail]:
                whole = tail  # *Labour, Health and Safety Foundation*
        if whole - s == 1 and self.bodies_sign and s not in self.hits and self.low[s] not in SCOPES:
            return self.finish(Name(line, s, whole, "Organization"))
        if whole - s < 2 or whole - s > 16:
            return None
        if self.low[s] in HONORIFICS and (tail := self.titled(s, whole)):
            return self.finish(Name(line, s + 1, tail, "?", title=True))
        breaking = [i for i in range(s, whole) if self.text[i][0].isupper() and self.breaks(i)]
        if breaking or thing_end(line, s, whole):
            return None
        if self.headed(s, whole) or any(singular(w) in COLLECTIVE_HEADS for w in self.low[s:whole]):
            inner = [self.hits[i] for i in range(s, whole) if i in self.hits]
            if inner and inner[0].start == s and inner[0].end >= whole:
                return None
            kind = self.kind_of_head(s, whole, inner)
            if kind == "?" and among(self.low[whole - 1], PLACES):
                return None  # *Assembly Hall*
            if any(w in FINITE for w in self.low[s:whole]):
                return None  # a headline
            if kind in {"Institution", "Organization", "?"} and any(
                self.low[i] not in JOINING for i in range(s, whole)
            ):
                if kind == "?" and is_given(self.text[s]):
                    return None
                return self.finish(Name(line, s, whole, "Organization" if kind == "?" else kind, inner=inner))
            return None
        if self.bodies_sign and not any(i in self.hits and self.hits[i].start == s for i in (s,)):
            return self.finish(Name(line, s, whole, "Organization"))
        plain = all(
            self.text[i][0].isupper() or self.low[i] in PARTICLES or self.text[i] in {"-", "."} for i in range(s, whole)
        )
        if plain and 2 <= whole - s <= 5 and not any(i in self.hits for i in range(s, whole)):
            name = self.finish(Name(line, s, whole, "?"))
            behalf = "behalf" in self.low[whole : whole + 4]
            if behalf or is_given(self.text[s]) or name.votes.get("PERSON"):
                name.title = True
            return name
        return None

    def titled(self, s: int, e: int) -> int:
        """Where the name behind a title ends if a body follows without a comma: *Dr **Ann Lee** University of Norton*; else 0."""
        k = s + 1
        while k < e and (self.low[k] in HONORIFICS or self.text[k] == "."):
            k += 1
        head = next((i for i in range(k, e) if singular(self.low[i]) in BODY_HEADS or i in self.hits), e)
        if head == e or k > s + 1:
            return 0
        if head in self.hits and self.hits[head].entry.type == "Country" and head - k > 2:
            return k + 2 if is_given(self.text[k]) else 0  # *Ms Ann Lee Global Affairs Norland*
        if self.low[head + 1 : head + 2] in (["of"], ["for"], ["in"]) or head in self.hits:
            return head if 2 <= head - k <= 4 and not any(w.islower() for w in self.text[k:head]) else 0
        return k + 2 if head - k > 2 and is_given(self.text[k]) else 0
