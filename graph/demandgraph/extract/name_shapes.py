"""The shapes of names: what opens and joins them, abbreviations in brackets, titles that name an author."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from demandgraph.authority import Entry as Known
from demandgraph.extract.name_index import QUALIFYING, Hit
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
    photo source contact media tel resolved ordered adopted approved""".split()
)
"""What opens a sentence or clause with a capital and is no name, by lemma."""
SCOPES = frozenset(
    """global regional national international local continental africa asia europe americas oceania organisations
    organizations individuals signatories signed networks countries""".split()
)
"""Headings within a list of signatories."""
OFFICE_BODIES = frozenset(
    "office council cabinet committee assembly board chamber secretariat bureau conference house".split()
)
OFFICE_MODIFIERS = frozenset(
    "the high human rights special public parliamentary prime chief united nations un deputy attorney federal children".split()
)
SCENE_NOUNS = frozenset(
    "annexation occupation capital outskirts siege liberation reunification part parts residents".split()
)
JOINING = {"of": None, "for": None, "on": None, "to": None, "against": None, "in": None, "without": None, "under": None}
POSSESSIVE_JOIN = frozenset(
    """people peoples women men children worker workers teacher teachers lawyer lawyers journalist journalists prosecutor
    prosecutors general king queen citizen citizens farmer farmers student students reporter reporters doctor doctors
    mother mothers father soldier soldiers writer writers prisoner prisoners ombudsman president governor mayor
    consumer consumers parent parents nurse nurses miner miners commissioner representative attorney state""".split()
)
PARTY_NOUNS = frozenset("party movement militia".split())
"""Small nouns that belong to the name before them: *the Free Coast **party***."""
ARTICLES = frozenset("al el ul ad ar as ash at az an".split())
"""Arabic articles, which open a family name with a hyphen."""
FINITE = frozenset("is are was were has have had will must should can may be".split())
PARTY_SEAT = re.compile(r"[A-Z]{1,3}-\s?[A-Z][A-Za-z]{1,3}")
ROMAN = re.compile(r"[IVXLC]+")
INITIAL = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
"""*D. Orr*: initials and a family name."""
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
    entry: Known | None = None
    parent: Known | None = None
    abbreviation: str | None = None
    title: bool = False
    votes: dict[str, int] = field(default_factory=dict)
    inner: list[Hit] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.line.words(self.start, self.end).split())


def named_compounds(lines: list[Line]) -> frozenset[str]:
    """Words such as *Sea-based* that stand as a name of their own somewhere in a document, not before a noun."""
    found: set[str] = set()
    for line in lines:
        for i in range(line.first, len(line) - 2):
            if (
                line.text[i + 1] == "-"
                and line.low[i + 2] in QUALIFYING
                and line.text[i][0].isupper()
                and not line.spaced[i]
            ):
                behind = line.pos[i + 3] if i + 3 < len(line) else "PUNCT"
                asks = i + 3 < len(line) and line.low[i + 3] in {
                    "calls",
                    "urges",
                    "demands",
                    "asks",
                    "requests",
                    "appeals",
                    "welcomes",
                    "condemns",
                }
                if (
                    behind in {"VERB", "AUX"}
                    or asks
                    or (line.dep[i + 2] in NOMINAL_ROLES and behind not in {"NOUN", "PROPN", "ADJ"})
                ):
                    found.add("".join(line.low[i : i + 3]))
    return frozenset(found)


NOMINAL_ROLES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss", "agent", "appos"})


def initials_of(name: str) -> set[str]:
    """The abbreviations that the first letters of a name make: with and without its small words, hyphens read both ways."""
    found = set()
    core = name.partition(" of ")[0]
    if len(core.split()) > 2:
        found.add("".join(p[0] for p in core.split() if p[0].isupper()))
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
    return bool(parts[0][0] == letters[0])
