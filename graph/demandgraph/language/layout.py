"""Cuts a text into layout blocks: furniture, headings, lists, address blocks, clauses, paragraphs."""

from __future__ import annotations

from dataclasses import replace

from demandgraph.language.footnotes import mark_footnotes
from demandgraph.language.headings import mark_headings
from demandgraph.language.inline import split_inline
from demandgraph.language.letters import mark_letter
from demandgraph.language.lists import mark_lists
from demandgraph.language.numbering import check_numbering
from demandgraph.language.pieces import Piece, cut, cut_long
from demandgraph.language.resolutions import mark_clauses
from demandgraph.language.review_report import review_blocks
from demandgraph.language.signatures import join_entries, mark_signatures
from demandgraph.language.tongue import detect_language
from demandgraph.language.virtual import virtual_of
from demandgraph.parsed import Block


def lay_out(text: str, title: str | None = None, language: str | None = None) -> tuple[Block, ...]:
    """Cut a text into blocks, in its order.

    Blocks do not overlap, and what lies between them are blanks, invisible characters and list markers only.

    Parameters
    ----------
    text : the document's text
    title : its title, where its container (HTML, front matter) says so
    language : its main language, found in the text if not given
    """
    tongue = language or detect_language(text)
    blocks = review_blocks(text, lambda rest: lay_out_plain(rest, title, tongue))
    if blocks is None:
        blocks = lay_out_plain(text, title, tongue)
    return tuple(replace(b, virtual=virtual_of(b.kind, text[b.begin : b.end])) for b in blocks)


def lay_out_plain(text: str, title: str | None, language: str) -> tuple[Block, ...]:
    """Lay out a text, or the parts of a review's report that hold no recommendations."""
    pieces = split_inline(cut(text, language), text)
    check_numbering(pieces, text)
    mark_footnotes(pieces, text)
    mark_clauses(pieces)
    mark_letter(pieces)
    mark_signatures(pieces)
    join_entries(pieces, text)
    mark_headings(pieces, title)
    mark_lists(pieces)
    return finish(cut_long(pieces, text))


def finish(pieces: list[Piece]) -> tuple[Block, ...]:
    """Pieces to blocks, each with the heading above it."""
    blocks = []
    heading: int | None = None
    for i, piece in enumerate(pieces):
        kind = piece.kind or "paragraph"
        blocks.append(
            Block(
                kind=kind,
                begin=piece.begin,
                end=piece.end,
                marker=piece.marker.text if piece.marker else None,
                level=piece.level,
                lead_in=piece.lead_in,
                heading=None if kind in ("heading", "title") else heading,
                skipped=piece.skipped,
            )
        )
        if kind == "heading":
            heading = i
    return tuple(blocks)
