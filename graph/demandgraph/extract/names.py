"""Cuts the capitalised sequences of a line into names and tells what kind of name each one is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from demandgraph.authority import Entry
from demandgraph.extract.name_index import QUALIFYING, Hit
from demandgraph.extract.name_lexicon import (
    BODY_HEADS, COLLECTIVE_HEADS, EITHER_HEADS, GROUP_HEADS, HONORIFICS, NO_BODIES, OCCASIONS, PAPERS, PARTICLES, PERSON_NOUNS, PLACES, PORTFOLIO, PRIVATE_HEADS,
    PRIVATE_SIGNS, PUBLIC_HEADS, PUBLIC_SIGNS, ROLE_MODIFIERS, ROLES, SAYING, SPOKEN_PAPERS, STATE_NOUNS, STRONG_PUBLIC_SIGNS, SURNAME_ROLES, THINGS, TITLES, TRADES,
    among, is_given, singular,
)  # fmt: skip
from demandgraph.extract.name_line import Line

CLOSED = frozenset("DET PRON ADP CCONJ SCONJ AUX PART INTJ PUNCT NUM SYM SPACE".split())
OPENERS = frozenset(
    """acknowledge affirm alarm also appal appeal appreciate ask aware bear call commend concern condemn confirm congratulate
    conscious consider convince decide declare deeply demand deplore determine dismay disturb draw emphasize emphasise
    encourage endorse express firmly further gravely guide have having hope insist instruct invite keep mindful
    note observe outrage pay profoundly proclaim reaffirm realise realize recall recognize recognise recommend regret
    reiterate remind remain request resolve respect salute seek shock strongly stress support take thank underline
    underscore urge voice warn welcome whereas while reject dear sincerely yours respectfully additionally
    furthermore moreover meanwhile however therefore thus hence now release ensure stop allow let please see read
    photo source contact media tel""".split()
)
"""What opens a sentence or clause with a capital and is no name, by lemma."""
SCOPES = frozenset(
    """global regional national international local continental africa asia europe americas oceania organisations
    organizations individuals signatories signed networks countries""".split()
)
"""Headings within a list of signatories."""
OFFICE_BODIES = frozenset("office council cabinet committee assembly board chamber secretariat bureau conference house".split())
OFFICE_MODIFIERS = frozenset("the high human rights special public parliamentary prime chief united nations un deputy attorney federal children".split())
SCENE_NOUNS = frozenset("annexation occupation capital outskirts siege liberation reunification part parts residents".split())
JOINING = {"of": None, "for": None, "on": None, "to": None, "against": None, "in": None, "without": None, "under": None}
POSSESSIVE_JOIN = frozenset(
    """people peoples women men children worker workers teacher teachers lawyer lawyers journalist journalists prosecutor
    prosecutors general king queen citizen citizens farmer farmers student students reporter reporters doctor doctors
    mother mothers father soldier soldiers writer writers prisoner prisoners ombudsman president governor mayor
    consumer consumers parent parents nurse nurses miner miners commissioner representative attorney state""".split()
)
PARTY_SEAT = re.compile(r"[A-Z]{1,3}-\s?[A-Z][A-Za-z]{1,3}")
ROMAN = re.compile(r"[IVXLC]+")
BRACKET = re.compile(
    r"""\s?\(\s*(?:(?:the|hereafter|hereinafter|henceforth|or|known\ as|referred\ to\ as|abbreviated)[\s,:]+)*
        ["'“‘]?(?P<abbr>[A-Z0-9][\w&./-]{0,13}[A-Za-z0-9+])["'”’]?\s*\)""",
    re.VERBOSE,
)


SELF_TITLED = re.compile(
    r"\b(?:(?:statement|letter|appeal|declaration|communiqu[eé]|message|petition|remarks|speech|address|release|call)s?"
    r"\s+(?:(?!to\b|with\b|on\b|of\b)\w+\s+){0,2}?(?:by|from)"
    r"|(?<!\w\s)(?:(?:open|joint|public|urgent)\s+)*(?:statement|letter|appeal|declaration|petition|address|remarks|speech)\s+of)"
    r"\s+(?:the\s+|an?\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
"""A title that names its author: *Statement by X*, *Open letter of the Y*."""


@dataclass(slots=True)
class Name:
    """A name as it stands once in the text. ``kind`` is an actor type, ``Inhabitants``, ``none`` or ``?`` (undecided)."""

    line: Line
    start: int
    end: int
    kind: str
    entry: Entry | None = None
    parent: Entry | None = None
    abbreviation: str | None = None
    title: bool = False
    votes: dict[str, int] = field(default_factory=dict)
    inner: list[Hit] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.line.words(self.start, self.end).split())


class Chunker:
    """Reads one line; :meth:`names` is its result."""

    def __init__(
        self,
        line: Line,
        hits: dict[int, Hit],
        abbreviations: set[str],
        find: Callable[[str], Entry | None],
        small: frozenset[str] = frozenset(),
        bodies_sign: bool = False,
        compounds: frozenset[str] = frozenset(),
    ) -> None:
        self.compounds = compounds
        self.small, self.bodies_sign = small, bodies_sign
        self.find = find
        self.line, self.hits, self.abbreviations = line, hits, abbreviations
        self.low, self.text, self.pos = line.low, line.text, line.pos
        self.n = len(line)
        self.sure = line.kind in {"signature", "address", "copy"}
        self.forced = self.expansions(line) if "(" in line.text and line.casing == "sentence" else {}
        if compounds:
            self.forced |= {i: i + 3 for i in range(line.first, self.n - 2) if "".join(self.low[i : i + 3]) in compounds}

    def expansions(self, line: Line) -> dict[int, int]:
        """Stretches that an abbreviation in brackets behind them spells out: *Our Sea Is Not Yours (OSINY)*."""
        found: dict[int, int] = {}
        starts = {t.idx: i for i, t in enumerate(line.doc)}
        for m in BRACKET.finditer(line.doc.text):
            letters = [c.lower() for c in m["abbr"] if c.isalpha()]
            end = next((starts[k] for k in range(m.start(), m.start() + 3) if k in starts and line.text[starts[k]] == "("), 0)
            while end > line.first and not line.text[end - 1][0].isalnum():
                end -= 1
            i, want = end - 1, len(letters) - 1
            while i >= line.first and want >= 0 and end - i <= 12 and line.text[i][0].isalpha():
                if line.low[i][0] == letters[want] and not (line.text[i].islower() and letters[want] != line.low[i][0]):
                    want -= 1
                    if want < 0:
                        break
                elif line.text[i][0].isupper():
                    break
                i -= 1
            if want < 0 and end - i >= 3 and line.text[i][0].isupper():
                small = sum(w.islower() for w in line.text[i:end])
                if small <= (end - i) / 2 and not any(self.hits.get(k) and self.hits[k].end > end for k in range(i, end)):
                    found[i] = end
        return found

    def field(self) -> Name | None:
        """What opens a line of an address or signature block, up to a comma or bracket: a body or a person."""
        line, s = self.line, self.line.first
        while s < self.n and (self.low[s] in {"the", "and", "&"} or not self.text[s][0].isalnum()):
            s += 1
        if s >= self.n or not self.text[s][0].isupper() or self.low[s] in OPENERS:
            return None
        end = s
        while end < self.n and end not in self.line.fresh and self.text[end] not in {",", "(", ";", ":", "/", "|", "–", "—"} and not (
            self.text[end] == "-" and self.line.spaced[end - 1]
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
        breaking = [i for i in range(s, whole) if self.breaks(i)]
        if breaking:
            return None
        if self.headed(s, whole) or any(singular(w) in COLLECTIVE_HEADS for w in self.low[s:whole]):
            inner = [self.hits[i] for i in range(s, whole) if i in self.hits]
            if inner and inner[0].start == s and inner[0].end >= whole:
                return None
            kind = self.kind_of_head(s, whole, inner)
            if kind in {"Institution", "Organization", "?"} and any(self.low[i] not in JOINING for i in range(s, whole)):
                if kind == "?" and is_given(self.text[s]):
                    return None
                return self.finish(Name(line, s, whole, "Organization" if kind == "?" else kind, inner=inner))
            return None
        if self.bodies_sign and not any(i in self.hits and self.hits[i].start == s for i in (s,)):
            return self.finish(Name(line, s, whole, "Organization"))
        plain = all(self.text[i][0].isupper() or self.low[i] in PARTICLES or self.text[i] in {"-", "."} for i in range(s, whole))
        if plain and 2 <= whole - s <= 5 and not any(i in self.hits for i in range(s, whole)):
            name = self.finish(Name(line, s, whole, "?"))
            behalf = "behalf" in self.low[whole : whole + 4]
            if behalf or is_given(self.text[s]) or name.votes.get("PERSON"):
                name.title = True
            return name
        return None

    def names(self) -> list[Name]:
        """The names of the line in order; those of kind ``none`` keep others from being read inside them."""
        if self.line.kind == "body" and self.line.casing == "upper" and self.n > 3:
            start = next((i for i in range(self.line.first, self.n) if singular(self.low[i]) in BODY_HEADS or i in self.hits), -1)
            if start >= 0 and self.low[start + 1 : start + 2] == ["of"]:
                return [Name(self.line, start, self.n, "Institution")]
        window = self.window() if self.line.casing == "title" and not self.sure else None
        if window:
            known = [self.of_hit(h) for h in self.hits.values() if h.how in {"name", "inhabitants"} and not window[0] <= h.start < window[1]]
            return sorted(known + self.scan(*window), key=lambda n: n.start)
        if self.line.casing == "upper" or (self.line.casing == "title" and not self.sure):
            return [self.of_hit(h) for h in self.hits.values() if h.how in {"name", "inhabitants"}]
        return self.scan(self.line.first, self.n)

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

    def window(self) -> tuple[int, int] | None:
        """In a title in capitals, the words that say who speaks: *Statement by **Minister X Y** on Trade*."""
        match = SELF_TITLED.search(self.line.doc.text)
        if not match:
            return None
        start = next((i for i in range(self.n) if self.line.doc[i].idx >= match.end()), self.n)
        end = start
        while end < self.n and self.low[end] not in {"on", "regarding", "about", "to", "at", "following", "concerning", "in", "after", "as", "with", ":"}:
            end += 1
        return (start, end) if end > start else None

    def scan(self, first: int, last: int) -> list[Name]:
        found: list[Name] = []
        i = first
        if self.sure or self.line.kind == "body":
            opening = self.field()
            if opening is not None:
                found.append(opening)
                i = opening.end
                if self.bodies_sign:
                    return found + [self.of_hit(h) for h in self.hits.values() if h.start >= i and h.how == "name"]
        while i < last:
            if i in self.forced and self.forced[i] <= last and not (i in self.hits and self.hits[i].end >= self.forced[i]):
                found.append(self.expansion(i, self.forced[i]))
                i = self.forced[i]
                continue
            if not self.capital(i) or self.breaks(i):
                i += 1
                continue
            end = min(self.sequence(i), last)
            if not (end + 1 < self.n and self.text[end] == "-" and self.low[end + 1] in QUALIFYING and not self.line.spaced[end]):
                found += self.split(i, end)
            i = max(end, i + 1)
        return found

    # -- how far a sequence reaches

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
            return (len(word) > 2 and word[0].islower() and any(c.isupper() for c in word[1:]) and "." not in word) and (
                word[0] in "ie" or "-" in word
            )
        if i in self.hits:
            return True
        if self.pos[i] in CLOSED and not (word.isupper() and len(word) > 2) and self.line.tag[i] not in {"NNP", "NNPS"}:
            return False
        if self.low[i] in {"i", "the", "a", "an", "this", "that", "these", "those", "we", "our", "it", "they", "its", "their"}:
            return False
        if self.opening(i) and not self.sure:
            if self.line.lemma[i] in OPENERS or self.low[i] in OPENERS or self.low[i].rstrip("s").rstrip("e") in OPENERS:
                return False
            if self.pos[i] in {"VERB", "ADV", "AUX"} and not self.line.ent[i]:
                return False
        return True

    def breaks(self, i: int) -> bool:
        """Whether a token is a title or role that stands outside the name beside it."""
        word = singular(self.low[i])
        if i in self.hits:
            return False
        if word in SURNAME_ROLES and i > self.line.first and (
            (self.line.ent[i] == "PERSON" and self.line.ent[i - 1] == "PERSON") or is_given(self.text[i - 1])
        ):
            return False
        if word not in ROLES and word not in TITLES and self.low[i] not in TITLES:
            return False
        if word in TRADES and self.low[i] != word and i + 2 < self.n:  # *Doctors Without Borders*
            if self.low[i + 1] in {"without", "for", "against"} and self.text[i + 2][0].isupper() and i + 2 not in self.hits:
                return False
        j = i + 1  # *Prosecutor General's Office*, *General Assembly*: the role is part of a body's name
        while j < self.n and (self.capital(j) or self.low[j] in {"'s", "'", "-", "&"}):
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
        while j < self.n and j not in self.line.fresh:
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
                if self.breaks(j) and not self.office_of(start, j) and not (
                    singular(self.low[j]) in TRADES
                    and self.low[j] != singular(self.low[j])
                    and (self.headed(start, j) or (j + 1 < self.n and singular(self.low[j + 1]) in BODY_HEADS))
                ):
                    break
                j += 1
            elif self.text[j] == "-" and j + 1 < self.n and not self.line.spaced[j - 1] and not self.line.spaced[j]:
                if self.low[j + 1] in QUALIFYING:
                    break
                j += 2
            elif self.text[j] in {"&", "+"} and j + 1 < self.n and self.capital(j + 1):
                j += 2
            elif self.low[j] in {"'s", "'"} and self.joins_possessive(start, j):
                j += 1
            elif self.text[j][0].isdigit() and self.text[j - 1][0].isalpha() and singular(self.low[j - 1]) in {"no", "no.", "group"}:
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
        if k < self.n and self.paper(start, j) and (word in JOINING or word in {"and", "from", "with", "relating", "concerning"}):
            if self.low[k] in {"a", "an", "the"}:
                k += 1
            if k < self.n and self.text[k][0].isupper():
                return k
        if k >= self.n or not (self.capital(k) or k in self.hits) or self.opening(k):
            return 0
        last = singular(self.low[j - 1])
        if last in STATE_NOUNS and word != "of":
            return 0
        if word in JOINING:
            if self.breaks(k) and not (last in BODY_HEADS or last in {"office", "support"} or singular(self.low[j - 1]) in TRADES):
                return 0
            if word in {"without", "against", "for"} and singular(self.low[j - 1]) in TRADES and start == j - 1:
                return k
            body = last in BODY_HEADS or self.low[j - 1] in BODY_HEADS
            if word == "in":
                known = k in self.hits and self.hits[k].how == "name"
                place = known and last not in {"state", "force", "forces", "mission", "office", "delegation", "embassy"}
                return k if (body or self.headed(start, j)) and (not place) and self.same_entity(j) else 0
            if word in {"of", "for", "on", "against", "to"}:
                if word == "of" and start == j - 1 and last in {"government", "parliament", "president", "leader", "state"}:
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
        return bool(line.ent[j]) and line.ent[j] == line.ent[j - 1] and j + 1 < self.n and line.ent[j + 1] == line.ent[j]

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

    # -- what a sequence is

    def of_hit(self, hit: Hit) -> Name:
        if hit.how == "office":
            return Name(self.line, hit.start, hit.end, "Institution", parent=hit.entry)
        kind = {
            "name": hit.entry.type, "inhabitants": "Inhabitants", "metonym": "Metonym", "adjective": "Adjective",
        }[hit.how]
        return Name(self.line, hit.start, hit.end, kind, hit.entry)

    def split(self, s: int, e: int) -> list[Name]:
        """Cut one sequence into the names in it."""
        while s < e and (self.low[s] in {"the", "'s", "'", "-", "and", "&"} or (self.low[s] in JOINING and self.text[s][0].islower())):
            s += 1
        while e > s and self.low[e - 1] in {"the", "and", "&", "'s", "'", "-", *JOINING} and (self.text[e - 1][0].islower() or e - s > 1):
            e -= 1
        next_breaks = e < self.n and singular(self.low[e]) in ROLES
        if next_breaks:
            while e > s and self.low[e - 1] in ROLE_MODIFIERS and (e - 1) not in self.hits:
                e -= 1
        if s >= e:
            return []
        inner = [self.hits[i] for i in range(s, e) if i in self.hits]
        if s > self.line.first and self.low[s - 1] in HONORIFICS and not inner:
            return [self.finish(Name(self.line, s, e, "?", title=True))]
        if all(self.low[i] in PORTFOLIO or self.low[i] in ROLE_MODIFIERS or self.low[i] in {"and", "&"} for i in range(s, e)):
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
        if e - s == 1 and not inner and singular(self.low[s]) in BODY_HEADS and not self.sure:
            return []  # *the Council*: a short form, not a name
        defined = self.abbreviation(s, e)
        tail = 0 if defined else self.person_tail(s, e, inner)
        if tail:
            return [*self.split(s, tail), self.finish(Name(self.line, tail, e, "?", title=True))]
        kind = self.kind_of_head(s, e, inner)
        if kind in {"Institution", "Organization"} and self.low[e - 1] == "action" and self.low[e - 2] in {"for", "of"}:
            kind = "none"
        if kind == "several":  # *Permanent Missions of A*: a description, made an actor where it takes part
            return [self.of_hit(h) for h in inner if h.how == "name"]
        if kind == "Group":
            return [Name(self.line, s, e, "Group")]
        if kind in {"Institution", "Organization"} and "(" in self.text[s:e]:
            clean = BRACKET.sub("", self.line.words(s, e))
            known = self.find(clean)
            if known is not None:
                return [self.finish(Name(self.line, s, e, known.type, known))]
        if kind in {"Institution", "Organization", "none"}:
            if inner and inner[0].how == "adjective" and inner[0].start == s and kind == "none":
                return [Name(self.line, s, e, kind)]
            name = Name(self.line, s, e, kind, inner=inner)
            return [self.finish(name)]
        cut = [] if defined else self.cut(s, e, inner)
        if cut:
            return [n for a, b in cut for n in self.split(a, b)]
        if s > self.line.first and self.text[s - 1] == "(" and PARTY_SEAT.fullmatch(self.line.words(s, e)):
            return []  # *(D-CA)*
        if any(c in "/_*#@\\" for i in range(s, e) for c in self.text[i]):
            return []
        if e - s == 1 and (any(c.isdigit() for c in self.text[s]) or self.common(s)):
            return []
        if self.sure and e - s == 1 and not self.text[s].isupper() and self.text[s][1:].islower() and self.line.ent[s] != "PERSON":
            return []
        if self.low[e - 1] == "action" and e - s > 2 and self.low[e - 2] in {"for", "of"}:
            return []
        if self.line.kind == "dateline" or (e - s == 1 and (self.low[s] in NO_BODIES or ROMAN.fullmatch(self.text[s]))):
            return []
        return [self.finish(Name(self.line, s, e, "?", inner=inner))]

    def person_tail(self, s: int, e: int, inner: list[Hit]) -> int:
        """Where the name of a person begins that closes a role: *Head of NAM **Pavel X***; 0 if none does."""
        low = self.low
        person = next((i for i in range(s + 1, e) if self.line.ent[i] == "PERSON" and self.line.ent[i - 1] != "PERSON"), 0)
        if person and e - person >= 2 and not self.headed(person, e) and self.line.ent[e - 1] == "PERSON" and low[person - 1] not in JOINING:
            if all(w not in JOINING and w != "and" for w in low[person:e]) and self.text[person - 1] != "-":
                return person
        role = s >= 2 and low[s - 1] in {"of", "for", "at", "the"} and any(singular(w) in ROLES for w in low[max(0, s - 4) : s])
        if not role:
            return 0
        for i in range(s + 1, e - 1):
            if is_given(self.text[i]) and low[i - 1] not in JOINING and low[i - 1] not in {"and", "'s"} and not self.headed(i, e):
                return i
        plain = e  # the last run of plain capitalised words
        while plain > s and self.text[plain - 1][0].isupper() and not self.text[plain - 1].isupper() and low[plain - 1] not in JOINING and (
            singular(low[plain - 1]) not in BODY_HEADS and low[plain - 1] not in PORTFOLIO and not any(h.start <= plain - 1 < h.end for h in inner)
        ):
            plain -= 1
        plain = max(plain, e - 3)
        if 2 <= e - plain and plain > s and low[plain - 1] not in JOINING and low[plain - 1] not in {"and", "'s"}:
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
        head = self.low[core - 1]
        one = singular(head)
        if self.text[min(core, e - 1)] == "(" and core < e:
            head = self.low[e - 1]
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
            1 for h in inner if h.how == "name" and h.start == s and (h.entry.type == "Institution" or (h.entry.type == "Country" and signs is PUBLIC_SIGNS))
        )
        private = len(beside & PRIVATE_SIGNS)
        if one in {"conference", "programme", "program"}:
            return "none"
        lean = one in PUBLIC_HEADS or head in PUBLIC_HEADS
        if one in PRIVATE_HEADS or head in PRIVATE_HEADS:
            lean = False
        elif one in {"council", "commission", "committee", "office", "board", "service", "panel", "mission", "fund", "bank", "subcommittee"}:
            lean = True
        return "Institution" if public > private or (public == private and lean) else "Organization"

    def finish(self, name: Name) -> Name:
        """Gather what speaks for each kind, and the abbreviation in brackets behind the name."""
        line, s, e = self.line, name.start, name.end
        for i in range(s, e):
            if line.ent[i]:
                name.votes[line.ent[i]] = name.votes.get(line.ent[i], 0) + 1
        before = self.low[s - 1] if s else ""
        if before in TITLES or singular(before) in ROLES or (before in PERSON_NOUNS and singular(before) == before and before not in BODY_HEADS):
            name.title = True
        if before == "the":
            name.votes["the"] = 1
        elif before in {"in", "near", "outside", "across", "throughout", "inside"}:
            name.votes["in"] = 1
        elif before == "of" and s > 1 and (singular(self.low[s - 2]) in PLACES or self.low[s - 2] in SCENE_NOUNS):
            name.votes["in"] = 2
        if e < self.n and self.low[e] in {"region", "regions", "province", "oblast", "district", "peninsula", "city", "area"}:
            name.votes["in"] = 2
        if name.kind == "?":
            if is_given(self.text[s]) and e - s > 1:
                name.votes["given"] = 1
            self.role_behind(name, e)
            if self.sure and not self.bodies_sign and 2 <= e - s <= 3 and not any(w.isupper() for w in self.text[s:e]) and not self.headed(s, e):
                name.votes["given"] = 1
            if 2 <= e - s <= 4 and before != "the" and not self.headed(s, e) and self.speaks(s, e):
                name.votes["role"] = 1
            if e - s == 1 and line.dep[s] in {"compound", "amod", "nmod"}:
                name.votes["mod"] = 1
            if before == "by" and s > 1 and self.low[s - 2] in {"headed", "led", "chaired", "founded", "written", "authored"}:
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
        if e < k < self.n or (k == e and k < self.n and self.text[k][0].isupper()):
            if singular(self.low[k]) in ROLES and self.low[k] == singular(self.low[k]):
                name.votes["role"] = 1


def named_compounds(lines: list[Line]) -> frozenset[str]:
    """Words such as *Sea-based* that stand as a name of their own somewhere in a document, not before a noun."""
    found: set[str] = set()
    for line in lines:
        for i in range(line.first, len(line) - 2):
            if line.text[i + 1] == "-" and line.low[i + 2] in QUALIFYING and line.text[i][0].isupper() and not line.spaced[i]:
                behind = line.pos[i + 3] if i + 3 < len(line) else "PUNCT"
                asks = i + 3 < len(line) and line.low[i + 3] in {"calls", "urges", "demands", "asks", "requests", "appeals", "welcomes", "condemns"}
                if behind in {"VERB", "AUX"} or asks or (line.dep[i + 2] in NOMINAL_ROLES and behind not in {"NOUN", "PROPN", "ADJ"}):
                    found.add("".join(line.low[i : i + 3]))
    return frozenset(found)


NOMINAL_ROLES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "agent", "appos"})


def initials_of(name: str) -> set[str]:
    """The abbreviations that the first letters of a name make: with and without its small words, hyphens read both ways."""
    found = set()
    for parts in (name.split(), re.findall(r"[^\W\d_]+", name)):
        found.add("".join(p[0] for p in parts if p[0].isalpha()).upper())
        found.add("".join(p[0] for p in parts if p[0].isupper()))
    return {f for f in found if len(f) > 1}


def initials_fit(abbreviation: str, name: str) -> bool:
    """Whether a bracketed form can abbreviate a name: its capitals begin words of the name, in order, all but one."""
    letters = [c.lower() for c in abbreviation if c.isalpha()]
    parts = [w.lower() for w in re.findall(r"[^\W\d_]+", name)]
    if len(letters) < 2 or not parts:
        return False
    capitals = [c.lower() for c in abbreviation if c.isupper()]
    at = hits = 0
    for c in capitals:
        for k in range(at, len(parts)):
            if parts[k][0] == c:
                hits, at = hits + 1, k + 1
                break
    if hits >= max(2, len(capitals) - 1):
        return True
    joined, at = "".join(parts), 0  # *UNCTAD*: letters from inside words too
    for c in letters:
        at = joined.find(c, at) + 1
        if not at:
            return False
    return parts[0][0] == letters[0]
