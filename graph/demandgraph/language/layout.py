"""Cuts a text into layout blocks: furniture, headings, lists, address blocks, clauses, paragraphs."""

from __future__ import annotations

import re

from demandgraph.parsed import Block


def lay_out(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, in its order; every letter of the text lies in exactly one block."""
    blocks = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if line.strip():
            begin = match.start() + len(line) - len(line.lstrip())
            blocks.append(Block("paragraph", begin, match.start() + len(line.rstrip())))
    return tuple(blocks)
