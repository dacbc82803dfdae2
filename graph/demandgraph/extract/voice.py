"""Who speaks in a document: its author, whom it addresses, who adopted it, and who is quoted where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.name_lexicon import SAYING
from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

ADOPTING = frozenset("adopt pass approve endorse vote".split())
ADOPTED = frozenset("resolution appeal declaration motion statement text document communiqué law bill".split())
OPEN, CLOSE = "“«", "”»"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the offsets inside its marks, and who speaks it."""

    begin: int
    end: int
    speakers: tuple[str, ...]


def find_quotes(cast: Cast) -> list[Quote]:
    """The quotations of a document with their speakers, in its order."""
    found: list[Quote] = []
    last: tuple[str, ...] = ()
    for begin, end in spans(cast):
        if len(cast.parsed.text[begin:end].split()) < 4:
            continue
        speakers = speaker(cast, begin, end)
        if not speakers and found and begin - found[-1].end < 400 and near(cast, found[-1].end, begin):
            speakers = last
        last = speakers or last
        found.append(Quote(begin, end, speakers))
    return found


def near(cast: Cast, a: int, b: int) -> bool:
    """Whether two quotations belong together: nothing or one short clause between them."""
    return len(re.findall(r"\w+", cast.parsed.text[a:b])) <= 14


def spans(cast: Cast) -> list[tuple[int, int]]:
    """Where quotation marks open and close; a quotation may run over several paragraphs."""
    found: list[tuple[int, int]] = []
    text = cast.parsed.text
    blocks = [b for i, b in enumerate(cast.parsed.blocks) if cast.parsed.docs[i] is not None]
    open_at: int | None = None
    open_block = 0
    for n, block in enumerate(blocks):
        for m in re.finditer(r'[“”«»"]', text[block.begin : block.end]):
            at, mark = block.begin + m.start(), m.group()
            before = text[at - 1] if at else " "
            opens = mark in OPEN or (mark == '"' and open_at is None) or (mark == "”" and open_at is None and before.isspace())
            if opens:
                if open_at is not None and n > open_block:  # a new paragraph of the same quotation
                    found.append((open_at, blocks[n - 1].end))
                open_at, open_block = at + 1, n
            elif open_at is not None:
                found.append((open_at, at))
                open_at = None
        if open_at is not None and n - open_block >= 6:
            found.append((open_at, blocks[open_block].end))
            open_at = None
    if open_at is not None:
        found.append((open_at, blocks[open_block].end))
    return found


def speaker(cast: Cast, begin: int, end: int) -> tuple[str, ...]:
    """Who speaks a quotation: the subject of the verb of saying behind it, before it, or in the line above."""
    line = cast.line_at(end)
    if line is not None:
        after = [i for i in range(line.first, len(line)) if line.begin[i] > end]
        if found := clause_speaker(cast, line, after[:25], after=True):
            return found
    line = cast.line_at(begin)
    if line is None:
        return ()
    before = [i for i in range(line.first, len(line)) if line.end[i] < begin]
    if found := clause_speaker(cast, line, before[-40:], after=False):
        return found
    above = cast.before(line)
    if not before and above is not None and len(above) and above.text[-1] == ":":
        if found := clause_speaker(cast, above, list(range(above.first, len(above)))[-40:], after=False):
            return found
    return ()


def clause_speaker(cast: Cast, line: Line, tokens: list[int], after: bool) -> tuple[str, ...]:
    """The subject of the nearest verb of saying among some tokens of a line."""
    if after:
        cut = next((n for n, i in enumerate(tokens) if line.text[i] in {"“", '"', "«"} and n > 1), len(tokens))
        tokens = tokens[:cut]
    else:
        starts = [n for n, i in enumerate(tokens) if line.text[i] in {"”", "»"}]
        tokens = tokens[starts[-1] + 1 :] if starts else tokens
    verbs = [i for i in tokens if line.lemma[i] in SAYING and line.pos[i] in {"VERB", "AUX", "NOUN", "PROPN"} and line.tag[i] != "VB"]
    inside = set(tokens)
    for verb in verbs if after else reversed(verbs):
        subjects = [c for c in line.children(verb) if line.dep[c] in {"nsubj", "nsubjpass"} and c in inside]
        for subject in subjects:
            if ids := cast.resolve(line, subject, 1):
                return ids
        mentions = [m for i in tokens if (m := line.owner[i]) is not None and m.how != "state"]
        before = [m for m in mentions if m.end <= verb]
        if before:
            persons = [m for m in before if cast.entries[m.ids[0]].type == "Person"]
            return (persons[-1] if persons else before[0]).ids
        behind = [m for m in mentions if m.start > verb and m.start - verb <= 8]
        if behind and after:
            persons = [m for m in behind if cast.entries[m.ids[0]].type == "Person"]
            return (persons[0] if persons else behind[0]).ids
    for i in tokens:
        if line.low[i] == "according" and not after:
            mentions = [m for k in tokens if k > i and (m := line.owner[k]) is not None]
            if mentions:
                return mentions[0].ids
    return ()


# -- the document's own voice


def settle(cast: Cast) -> None:
    """Set the author, the adopter and the addressees of a document, with the reason for each."""
    cast.adopter, cast.adopter_reason = find_adopter(cast)
    cast.addressees = find_addressees(cast)
    cast.author, cast.author_reason = find_author(cast)


def find_adopter(cast: Cast) -> tuple[tuple[str, ...], str]:
    for line in cast.lines:
        if line.kind == "body":
            ids = names_in(cast, line)
            if ids:
                return tuple(ids[:1]), "the body that the clauses below belong to"
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.lemma[i] in ADOPTING and line.pos[i] == "VERB":
                objects = [c for c in line.children(i) if line.dep[c] in {"dobj", "nsubjpass"}]
                if any(line.lemma[c] in ADOPTED for c in objects):
                    for c in line.children(i):
                        if line.dep[c] == "nsubj" or line.dep[c] == "agent":
                            ids = cast.resolve(line, c, 1)
                            if ids:
                                return ids, "subject of the verb of adoption"
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.lemma[i] == "resolution" and i + 2 < len(line) and line.low[i + 1] in {"of", "by", "from"}:
                m = next((line.owner[k] for k in range(i + 2, min(i + 5, len(line))) if line.owner[k]), None)
                if m is not None and cast.entries[m.ids[0]].type == "Institution":
                    return m.ids, "resolution of a body"
    return (), ""


def find_addressees(cast: Cast) -> tuple[str, ...]:
    found: list[str] = []
    for line in cast.lines:
        if line.kind == "address":
            found += names_in(cast, line)[:3]
    if not found:
        for line in cast.lines:
            if line.kind == "salutation":
                found += names_in(cast, line)
    return tuple(dict.fromkeys(found))


SELF_TITLED = re.compile(
    r"\b(?:statement|letter|appeal|address|remarks|speech|declaration|communiqu[eé]|message|release|call|petition)s?"
    r"\s+(?:(?!to\b|with\b|on\b)\w+\s+){0,2}?(?:by|from|of)\s+(?:the\s+|an?\s+)?(?=[A-Z])",
    re.IGNORECASE,
)


def find_author(cast: Cast) -> tuple[tuple[str, ...], str]:
    if any(line.kind in {"operative", "body"} for line in cast.lines) and cast.adopter:
        return cast.adopter, "body of a resolution"
    for line in cast.lines:
        for i in range(line.first, min(len(line), 400)):
            if line.low[i] == "we" and i + 1 < len(line) and line.text[i + 1] == ",":
                end = next((k for k in range(i + 2, min(i + 60, len(line))) if line.text[k] == ","), 0)
                if end and (ids := cast.resolve_span(line, i + 2, end)):
                    return ids, "apposition to we"
    signed = [line for line in cast.lines if line.kind == "signature"]
    if signed:
        ids = [i for line in signed for i in names_in(cast, line)]
        bodies = [i for i in ids if cast.entries[i].type in {"Organization", "Institution"}]
        if bodies:
            return tuple(dict.fromkeys(bodies)), "signatories"
        if ids:
            return tuple(dict.fromkeys(ids)), "signatories"
    for line in cast.lines[:6]:
        m = SELF_TITLED.search(line.doc.text[:300])
        if m:
            after = [k for k in range(line.first, len(line)) if line.doc[k].idx >= m.end() and line.owner[k]]
            if after and line.doc[after[0]].idx - m.end() < 20 and line.text[after[0]][0].isupper():
                mention = line.owner[after[0]]
                assert mention is not None
                return mention.ids, "title"
    publisher = cast.parsed.document.publisher
    if publisher and (entry := cast.registry.of(publisher)):
        return (entry.id,), "publisher"
    bodies = sorted(
        (e for e in cast.entries.values() if e.type == "Organization"), key=lambda e: (-len(e.mentions), e.id)
    )
    if cast.adopter and cast.parsed.document.kind in {"Resolution", "Appeal"}:
        return cast.adopter, "adopting body"
    if bodies:
        return (bodies[0].id,), "most named organisation"
    return cast.adopter, "adopting body" if cast.adopter else "none found"


def names_in(cast: Cast, line: Line) -> list[str]:
    """The actors named in a line, in its order."""
    return list(dict.fromkeys(i for m in line.owner if m is not None for i in m.ids))
