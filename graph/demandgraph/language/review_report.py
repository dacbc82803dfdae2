"""Lays out reports of reviews: numbered recommendations, and the paragraphs that say what became of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from demandgraph.language.lines import trim
from demandgraph.language.review_runs import SHORT_WORDS, Run, find_runs
from demandgraph.language.review_table import Table, find_tables
from demandgraph.parsed import Block

Rest = Callable[[str], tuple[Block, ...]]


def review_blocks(text: str, rest: Rest | None = None) -> tuple[Block, ...] | None:
    """Lay out the report of a review.

    Parameters
    ----------
    text : the document
    rest : lays out what holds no recommendation; it is given the text with the recommendations and the paragraphs above
        them blanked out, so that its offsets are those of the text. Without it only the recommendations are returned

    Returns
    -------
    Blocks in the order of the text, ``None`` if the text holds no list of recommendations. A ``recommendation`` block
    has its number as ``marker`` and leads to the paragraph above it, to its own response, or to its table's header.
    """
    runs, tables = find_runs(text), find_tables(text)
    if not runs and not tables:
        return None
    claims = claimed(runs, tables)
    others = rest(blank_out(text, claims)) if rest is not None else ()
    return merge(own_blocks(text, runs, tables), others, text, claims)


def recommendation_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Where recommendations (numbers included), the paragraphs above them and their responses stand, in order."""
    return tuple(claimed(find_runs(text), find_tables(text)))


def claimed(runs: list[Run], tables: list[Table]) -> list[tuple[int, int]]:
    """All that the blocks of recommendations take from the text, in order and without overlap."""
    ranges = {(i.start, i.end) for r in runs for i in r.items}
    ranges |= {i.answer for r in runs for i in r.items if i.answer}
    ranges |= {(r.lead.start, r.lead.end) for r in runs if r.lead}
    ranges |= {(b, e) for t in tables for b, e in (t.header, *(row[:2] for row in t.rows))}
    clear: list[tuple[int, int]] = []
    for begin, end in sorted(ranges):
        if not clear or begin >= clear[-1][1]:
            clear.append((begin, end))
    return clear


def own_blocks(text: str, runs: list[Run], tables: list[Table]) -> list[Block]:
    """The blocks of recommendations, their leads and answers, in order; links are indexes in this list."""
    made: dict[tuple[int, int], Block] = {}
    links: dict[tuple[int, int], tuple[int, int]] = {}
    for run in runs:
        lead = (run.lead.begin, run.lead.end) if run.lead else None
        if lead and run.lead:
            heading = len(text[lead[0] : lead[1]].split()) <= SHORT_WORDS and text[lead[1] - 1] not in ".:;"
            made[lead] = Block("heading" if heading else "paragraph", *lead, marker=run.lead.marker)
        for item in run.items:
            place = (item.begin, item.end)
            made[place] = Block("recommendation", *place, marker=item.marker)
            if item.answer:
                made[item.answer] = Block("paragraph", *item.answer)
            target = item.answer or lead
            if target:
                links[place] = target
    for table in tables:
        made[table.header] = Block("paragraph", *table.header)
        for begin, end, marker in table.rows:
            made[begin, end] = Block("recommendation", begin, end, marker=marker)
            links[begin, end] = table.header
    places = sorted(made)
    index = {place: i for i, place in enumerate(places)}
    return [replace(made[p], lead_in=index[links[p]]) if p in links else made[p] for p in places]


def blank_out(text: str, claims: list[tuple[int, int]]) -> str:
    """A text of the same length with the claimed stretches empty."""
    parts, last = [], 0
    for begin, end in claims:
        parts += [text[last:begin], re.sub(r"[^\n]", " ", text[begin:end])]
        last = end
    return "".join([*parts, text[last:]])


def merge(own: list[Block], others: tuple[Block, ...], text: str, claims: list[tuple[int, int]]) -> tuple[Block, ...]:
    """Put two lists of blocks into one, with their links led to the new indexes.

    A block of the rest that spans a claimed stretch is cut there.
    """
    pieces = [(part, i) for i, block in enumerate(others) for part in outside(block, text, claims)]
    tagged = sorted(
        [(b.begin, 0, i, b) for i, b in enumerate(own)] + [(b.begin, 1, i, b) for b, i in pieces], key=lambda t: t[:3]
    )
    index: dict[tuple[int, int], int] = {}
    for n, (_, source, i, _) in enumerate(tagged):
        index.setdefault((source, i), n)
    merged: list[Block] = []
    heading: int | None = None
    for n, (_, source, _, block) in enumerate(tagged):
        lead = index.get((source, block.lead_in)) if block.lead_in is not None else None
        above = index.get((source, block.heading)) if block.heading is not None else None
        merged.append(replace(block, lead_in=lead, heading=heading if source == 0 else above))
        if block.kind == "heading":
            heading = n
    return tuple(merged)


def outside(block: Block, text: str, claims: list[tuple[int, int]]) -> Iterator[Block]:
    """What is left of a block when the claimed stretches are taken out."""
    begin = block.begin
    at = bisect_right(claims, (block.begin, block.begin))
    for first, last in claims[max(0, at - 1) :]:
        if first >= block.end:
            break
        if last <= begin:
            continue
        left, right = trim(text, begin, max(begin, first))
        if left < right:
            yield replace(block, begin=left, end=right)
        begin = last
    left, right = trim(text, begin, block.end)
    if left < right:
        yield replace(block, begin=left, end=right)
