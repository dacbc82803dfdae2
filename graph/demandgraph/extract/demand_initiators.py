"""Finds who, by the text, brought demands into somebody else's document, and gives it to the demands meant.

Such a sentence says something of the paragraph, provision, list or demand told just before: *it was included on the
initiative of the union*, *the provision was proposed by X*, *the result of X's efforts*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_draft import Draft
from demandgraph.extract.demand_grammar import Stretch, stretches
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What was brought in stands at the head of the sentence, the document somewhere in it, and how it was brought behind.
THING = re.compile(
    r"^(?:\W*(?:\w+\W+){1,8}?)?(?:inclusion|insertion|provisions?|paragraphs?|points?|measures?|amendments?|wording|standpoint|position|"
    r"demands?|recommendations?|proposals?|clauses?|articles?|passages?|language|this|it|these|they|idea|section|part)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:resolution|text|document|declaration|act|drafting|draft|motion|appeal|report|bill)\b", re.IGNORECASE
)
WORK = r"(?:initiative|proposals?|suggestions?|request|insistence|efforts?|work|advocacy|lobbying|consultations?|contributions?|amendments?|campaign|input|recommendations?)"
BROUGHT = re.compile(
    rf"\b(?:on|at|upon|through|following|after)\s+(?:the\s+)?{WORK}\s+(?:of|by|from)\b"
    r"|\b(?:initiated|proposed|suggested|put\s+forward|introduced|submitted|inserted|included|added|tabled|brought\s+in)\s+(?:\w+\s+){0,2}?"
    r"(?:by|thanks\s+to|with\s+the\s+(?:\w+\s+)?(?:participation|involvement|help|support|contribution)\s+of)\b"
    rf"|\b(?:result|outcome|fruit|product)\s+of\b(?=[^.;]*{WORK})"
    rf"|\b(?:arises?|arose|stems?|stemmed|results?|resulted|comes?|came|originates?|originated)\s+(?:\w+\s+)?from\b(?=[^.;]*{WORK})"
    rf"|(?:’s|'s)\s+(?:\w+\s+)?{WORK}\b",
    re.IGNORECASE,
)
SIGNS = tuple(
    """initiative proposal suggestion request insistence effort work advocacy lobbying consultation contribution amendment
    campaign input recommendation initiated proposed suggested forward introduced submitted inserted included added tabled
    brought""".split()
)
"""Letters of which some stand in every text in which :data:`BROUGHT` finds something."""
BACK = re.compile(
    r"\b(?:this|these|that|those|the)\s+(?:\w+\s+)?(?:measures?|demands?|provisions?|points?|paragraphs?|proposals?|steps?|recommendations?)\b",
    re.I,
)


def initiator_sentences(parsed: ParsedDocument) -> list[Stretch]:
    """The sentences that say who brought something into a document."""
    found = []
    for index, block in enumerate(parsed.blocks):
        if block.kind != "paragraph":
            continue
        low = parsed.text[
            block.begin : block.end
        ].lower()  # the expression is slow, and most paragraphs have none of its words
        if not any(sign in low for sign in SIGNS) or not BROUGHT.search(parsed.text, block.begin, block.end):
            continue
        for st in stretches(parsed, index):
            text = st.doc[st.start : st.end].text
            if THING.search(text) and PLACE.search(text) and BROUGHT.search(text):
                found.append(st)
    return found


def bringers(cast: Cast, st: Stretch) -> tuple[str, ...]:
    """Who brought it in: the actors behind the words of bringing (or the possessor before *'s initiative*)."""
    doc: Doc = st.doc
    text = doc[st.start : st.end].text
    match = next((m for m in BROUGHT.finditer(text)), None)
    if match is None:
        return ()
    base = doc[st.start].idx
    begin, end = base + match.start(), base + match.end()
    if match.group().lower().startswith(("’s", "'s")):
        before = [t for t in doc[st.start : st.end] if t.idx < begin][-6:]
        return cast.refer(doc[before[0].i : before[-1].i + 1], group=False)[-1:] if before else ()
    behind = [t for t in doc[st.start : st.end] if t.idx >= end]
    stop = next((n for n, t in enumerate(behind) if t.text in {".", ";", ":"} or n > 14), len(behind))
    if not stop:
        return ()
    ids = cast.refer(doc[behind[0].i : behind[stop - 1].i + 1], group=False)
    if not ids:
        for token in behind[:stop]:
            if ids := cast.refer(doc[token.i : token.i + 1], group=False):
                break
    return ids[:1]


def attach(drafts: Sequence[Draft], parsed: ParsedDocument, cast: Cast) -> list[Draft]:
    """Give initiators to the demands that such a sentence means: those of its paragraph, else of the list before it."""
    result = list(drafts)
    for st in initiator_sentences(parsed):
        ids = bringers(cast, st)
        if not ids:
            continue
        at = parsed.begin(st.doc[st.start])
        same = [n for n, d in enumerate(result) if d.block == st.index and d.demand.action.begin < at]
        if same and not BACK.search(st.doc[st.start : st.end].text.split(" in ")[0]):
            chosen = (
                same if not _only_last(st) else [n for n in same if result[n].sentence == result[same[-1]].sentence]
            )
        elif same:
            chosen = same
        else:
            chosen = _list_before(result, parsed, st.index)
        for n in chosen:
            demand = result[n].demand
            if not set(ids) & set(demand.issuers):
                result[n] = replace(result[n], demand=replace(demand, initiators=ids))
    return result


def _only_last(st: Stretch) -> bool:
    """*This represents …*: the demand of the sentence just before, not the whole paragraph."""
    words = [t.lower_ for t in st.doc[st.start : st.start + 2]]
    return (
        bool(words)
        and words[0] in {"this", "it", "that"}
        and (len(words) < 2 or words[1] not in {"paragraph", "point", "section"})
    )


def _list_before(drafts: Sequence[Draft], parsed: ParsedDocument, index: int) -> list[int]:
    """The demands of the list that ends just before a block, with their lead-in."""
    lead = parsed.blocks[index - 1].lead_in if index > 0 else None
    if lead is None:
        return [n for n, d in enumerate(drafts) if d.block == index - 1]
    return [n for n, d in enumerate(drafts) if parsed.blocks[d.block].lead_in == lead or d.block == lead]
