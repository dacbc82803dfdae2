"""Finds the names of an authority in a text, longest first, by where they begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from demandgraph.authority import SHOUTED, Authority, key
from demandgraph.authority import Entry as Known
from demandgraph.extract.name_line import Line

AMBIGUOUS_CAPITALS = frozenset(w.lower() for w in SHOUTED) | {"is", "as", "or", "no", "so"}
OFFICE_SIGNS = re.compile(
    r"Rapporteur|Expert|Mission|Inquiry|Delegation|Representative|Envoy|Advis[eo]r|Coordinator|Mechanism|Team|Presence|Office"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """An authority's name in a line: tokens ``start`` to ``end``.

    ``how`` is name, adjective, inhabitants, metonym, or office: an office of the entry that has a name of its own.
    """

    start: int
    end: int
    entry: Known
    how: str


class NameIndex:
    """All forms of an authority by their first word."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        table: dict[str, dict[str, tuple[Known, str, bool]]] = {}
        for entry in authority.entries:
            for how, forms in (
                ("name", (entry.name, *entry.names)),
                ("adjective", entry.adjectives),
                ("inhabitants", entry.inhabitants),
                ("metonym", entry.metonyms),
            ):
                for form in forms:
                    low = key(form).lower()
                    if not low:
                        continue
                    exact = form in SHOUTED or (len(form) <= 3 and form.upper() == form)
                    table.setdefault(first_word(low), {}).setdefault(low, (entry, how, exact))
        self.table = {
            word: sorted(((f, *e) for f, e in forms.items()), key=lambda f: (-len(f[0]), f[0]))
            for word, forms in table.items()
        }

    def offices(self, line: Line, ends: dict[int, int], starts: list[int]) -> dict[int, Hit]:
        """Names of offices that a body has many of: *Special Rapporteur on freedom of assembly*."""
        found: dict[int, Hit] = {}
        text = line.source
        if not OFFICE_SIGNS.search(text):
            return found
        at_token = {s: i for i, s in enumerate(starts)}
        for pattern, entry in self.authority.patterns:
            for m in pattern.finditer(text):
                first, after = at_token.get(m.start()), ends.get(m.end())
                if first is None or after is None or first < line.first:
                    continue
                end = complement_end(line, after)
                if end > after and (first not in found or found[first].end < end):
                    found[first] = Hit(first, end, entry, "office")
        return found

    def hits(self, line: Line) -> dict[int, Hit]:
        """The names in a line by their first token; none lies inside another."""
        found: dict[int, Hit] = {}
        text = line.source
        low = text.lower().replace("’", "'")
        if len(low) != len(text):  # a few letters grow in lower case
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")
        starts = line.at
        ends = {s + len(w): i + 1 for i, (s, w) in enumerate(zip(starts, line.text, strict=True))}
        offices = self.offices(line, ends, starts) if line.casing == "sentence" else {}
        i, n = line.first, len(line)
        while i < n:
            if i in offices:
                found[i] = offices[i]
                i = offices[i].end
                continue
            word = line.low[i]
            forms = self.table.get(word) or self.table.get(first_word(word))
            if forms and not line.text[i][0].islower():
                at = starts[i]
                for form, entry, how, exact in forms:
                    if not low.startswith(form, at) or at + len(form) not in ends:
                        continue
                    if exact and (
                        text[at : at + len(form)].upper() != text[at : at + len(form)]
                        or (line.casing == "upper" and form in AMBIGUOUS_CAPITALS)
                    ):
                        continue
                    end = ends[at + len(form)]
                    if how in {"name", "metonym"} and qualifies(line, end):
                        break  # *EU-led*, *Geneva-based*
                    if i > line.first and line.low[i - 1] in ELSEWHERE.get(form, ()):
                        break  # *Latin America*
                    if end > i:
                        found[i] = Hit(i, end, entry, how)
                        i = end - 1
                        break
            i += 1
        return found


ELSEWHERE = {"america": ("latin", "north", "south", "central"), "ireland": ("northern",), "guinea": ("new",)}
"""Words before a name that make it another place."""

QUALIFYING = frozenset(
    """based led backed aligned born sponsored run owned driven held controlled occupied related wide style era affiliated
    funded brokered supported imposed installed friendly""".split()
)


def qualifies(line: Line, end: int) -> bool:
    """Whether a name ends in a hyphen and a participle, so that it only describes something else."""
    return end + 1 < len(line) and line.text[end] == "-" and line.low[end + 1] in QUALIFYING and not line.spaced[end]


def complement_end(line: Line, start: int) -> int:
    """Where the subject of an office ends: before a verb, a clause, a mark, or the next body in a list."""
    i = start
    while i < len(line) and i - start < 18:
        word, pos = line.low[i], line.pos[i]
        if (
            word[0] in "_*#[]|"
            or word
            in {
                ",",
                ";",
                ".",
                ":",
                "(",
                ")",
                "who",
                "which",
                "that",
                "whose",
                "as",
                "is",
                "has",
                "at",
                "during",
                "by",
                "__",
            }
            or pos in {"AUX", "SCONJ"}
        ):
            break
        if pos == "VERB" and line.tag[i] in {"VBZ", "VBP", "VBD", "MD"}:
            break
        if word == "to" and (line.tag[i] == "TO" or (i + 1 < len(line) and line.tag[i + 1] == "VB")):
            following = i + 1 < len(line) and line.pos[i + 1] == "VERB"
            if following:
                break
        if (
            pos == "CCONJ"
            and i + 1 < len(line)
            and (line.low[i + 1] in {"the", "all", "other", "its", "his", "her", "to"} or line.pos[i + 1] == "VERB")
        ):
            break
        if (
            word in {"in", "with", "on", "for"}
            and i + 1 < len(line)
            and line.low[i + 1] in {"his", "her", "accordance", "a", "this", "response"}
        ):
            break
        i += 1
    while i > start and (
        line.pos[i - 1] in {"ADP", "CCONJ", "DET", "ADV", "PART"} or not line.text[i - 1][0].isalnum()
    ):
        i -= 1
    return i


def first_word(form: str) -> str:
    """What a form's first token begins with: all up to a blank, a hyphen or an apostrophe."""
    for i, c in enumerate(form):
        if c in " -'/" and i:
            return form[:i]
    return form


_last: NameIndex | None = None


def index_of(authority: Authority) -> NameIndex:
    """The index of an authority, kept for the next document."""
    global _last
    if _last is None or _last.authority is not authority:
        _last = NameIndex(authority)
    return _last
