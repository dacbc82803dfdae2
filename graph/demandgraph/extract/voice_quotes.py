"""Finds who speaks each quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import SAYING
from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast


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
        if len(cast.parsed.text[begin:end].split()) < SHORTEST:
            continue
        speakers = speaker(cast, begin, end)
        if not speakers and found and begin - found[-1].end < 800 and near(cast, found[-1].end, begin):
            speakers = last
        last = speakers or last
        found.append(Quote(begin, end, speakers))
    return found


SHORTEST = 4
"""Words of a quotation that can be somebody's speech; fewer are a term in quotation marks."""


def near(cast: Cast, a: int, b: int) -> bool:
    """Whether two quotations belong together: nothing or one short clause between them."""
    return len(re.findall(r"\w+", cast.parsed.text[a:b])) <= 14


def spans(cast: Cast) -> list[tuple[int, int]]:
    """The stretches inside quotation marks; one that is not closed in its paragraph runs on to a later one's end."""
    parsed = cast.parsed
    found = [(b + 1, e - 1 if parsed.text[e - 1] in MARKS else e) for b, e in parsed.quotes]
    blocks = [b for i, b in enumerate(parsed.blocks) if parsed.docs[i] is not None]
    found += reopened(cast)
    covered = sorted(parsed.quotes)
    for n, block in enumerate(blocks):
        text = parsed.text[block.begin : block.end]
        closed = any(b <= block.begin < e and parsed.text[e - 1] in CLOSING for b, e in covered)
        if text[:1] not in {"“", '"', "«"} or closed:
            continue
        for last in range(n + 1, min(n + RUNS_ON, len(blocks))):
            later = parsed.text[blocks[last].begin : blocks[last].end]
            if later[:1] in {"“", '"', "«"} or blocks[last].kind in {"heading", "title", "signature"}:
                break
            if later[-1:] in {"”", '"', "»"}:
                if not any(b <= block.begin < e for b, e in covered):
                    found.append((block.begin + 1, block.end))
                found += [(b.begin, b.end) for b in blocks[n + 1 : last + 1]]
                break
    return sorted(found)


def reopened(cast: Cast) -> list[tuple[int, int]]:
    """What stands behind a straight mark that opens where one was to close: *"We will stay. "We are many.*

    News reports open each paragraph of a longer quotation and close the last one only.
    """
    parsed, found = cast.parsed, []
    text, starts = parsed.text, sorted(b for b, _ in parsed.quotes)
    for _, e in parsed.quotes:
        if text[e - 1 : e] != '"' or not text[e - 2 : e - 1].isspace() or not text[e : e + 1].isalpha():
            continue
        stop = next((b.end for b in parsed.blocks if b.begin <= e < b.end), e)
        if not any(e <= b < stop for b in starts):
            found.append((e, stop - (text[stop - 1] in MARKS)))
    return found


MARKS = frozenset("“”„\"«»‟'")
CLOSING = frozenset('”"»')
RUNS_ON = 8


def speaker(cast: Cast, begin: int, end: int) -> tuple[str, ...]:
    """Who speaks a quotation: the subject of the verb of saying behind it, before it, or in the line above."""
    text = cast.parsed.text
    if text[max(0, begin - 3) : begin].rstrip(" \u00a0" + OPENING)[-1:] == ":" and (found := introduced(cast, begin)):
        return found
    line = cast.line_at(end)
    if line is not None:
        after = list(range(line.after(end), min(len(line), line.after(end) + 30)))
        # behind a full stop another sentence begins, whoever speaks in it: “We will stay.” The mayor said …
        ended = text[max(0, end - 1) : end + 1].strip()[-2:].rstrip(CLOSED)[-1:] == "."
        if not ended and (found := clause_speaker(cast, line, after[:25], after=True)):
            return found
        if found := signed(cast, line, after):
            return found
    return introduced(cast, begin)


OPENING = "“\"'‘«"
CLOSED = "”\"'’»"


def introduced(cast: Cast, begin: int) -> tuple[str, ...]:
    """Who speaks a quotation by the words before it, in its line or the one above that ends in a colon."""
    line = cast.line_at(begin)
    if line is None:
        return ()
    opening = line.after(begin - 1)
    before = [i for i in range(max(line.first, opening - 45), opening) if line.end[i] < begin]
    if found := clause_speaker(cast, line, before[-40:], after=False):
        return found
    above = cast.before(line)
    if not before and above is not None and len(above) and above.text[-1] == ":":
        return clause_speaker(cast, above, list(range(above.first, len(above)))[-40:], after=False)
    return ()


def signed(cast: Cast, line: Line, after: list[int]) -> tuple[str, ...]:
    """Whose name stands behind a quotation that fills its paragraph: *“We will not leave.” – Ana Orr, teacher*."""
    behind = [i for i in after if line.text[i] not in MARKS | DASHES]
    if not behind or len(after) >= 30 or line.text[line.first] not in MARKS | {"'"}:
        return ()
    if line.pos[behind[0]] != "PROPN" or any(line.pos[i] in {"VERB", "AUX"} for i in behind[:6]):
        return ()
    mention = line.owner[behind[0]]
    if mention is not None:
        return mention.ids
    last = behind[0]
    while last + 1 <= behind[-1] and line.pos[last + 1] == "PROPN" and line.ent[last + 1] == "PERSON":
        last += 1
    return unlisted(cast, line, last)


SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson official representative".split())
DASHES = frozenset("-–—―") | {"--"}


def unlisted(cast: Cast, line: Line, subject: int) -> tuple[str, ...]:
    """A person that the tagger knows for one and who is no actor yet: the speaker of a quotation is one."""
    start = subject
    while start > line.first and line.pos[start - 1] == "PROPN" and line.ent[start - 1] == "PERSON":
        start -= 1
    if line.ent[subject] != "PERSON" or not 1 <= subject - start <= 3 or line.owner[subject] is not None:
        return ()
    phrase = cast.parsed.phrase(line.begin[start], line.end[subject])
    return (cast.note(phrase, " ".join(phrase.text.split()), "Person"),)


def clause_speaker(cast: Cast, line: Line, tokens: list[int], after: bool) -> tuple[str, ...]:
    """The subject of the nearest verb of saying among some tokens of a line."""
    if after:
        cut = next((n for n, i in enumerate(tokens) if line.text[i] in {"“", '"', "«"} and n > 1), len(tokens))
        tokens = tokens[:cut]
    else:
        starts = [n for n, i in enumerate(tokens) if line.text[i] in {"”", "»"}]
        tokens = tokens[starts[-1] + 1 :] if starts else tokens
    verbs = [
        i
        for i in tokens
        if line.lemma[i] in SAYING and line.pos[i] in {"VERB", "AUX", "NOUN", "PROPN"} and line.tag[i] != "VB"
    ]
    inside = set(tokens)
    for verb in verbs if after else reversed(verbs):
        subjects = [c for c in line.children(verb) if line.dep[c] in {"nsubj", "nsubjpass"} and c in inside]
        for subject in subjects:
            if ids := cast.resolve(line, subject, 1) or unlisted(cast, line, subject):
                return ids
        mentions = [m for i in tokens if (m := line.owner[i]) is not None and m.how != "state"]
        before = [m for m in mentions if m.end <= verb]
        if any(line.lemma[s] in SPOKESPEOPLE for s in subjects):  # whose spokesman: the body named last
            bodies = [m for m in before if cast.entries[m.ids[0]].type != "Person"]
            before = bodies[-1:] or before
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
