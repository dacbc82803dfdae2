"""Reads Markdown: the text as a reader sees it, with lists and headings as plain lines, and its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from demandgraph.ingest.content import Content, iso_date, join_lines, one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*")


def read_markdown(text: str) -> Content:
    """Read Markdown. Front matter may give ``title``, ``date``, ``publisher`` and ``source``."""
    from markdown_it import MarkdownIt  # only where there is Markdown to read

    fields: dict[str, str] = {}
    if front := FRONT_MATTER.match(text):
        fields = front_matter(front.group(1))
        text = text[front.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    notes = []
    date = iso_date(fields.get("date", ""))
    if fields.get("date") and not date:
        notes.append(f"the front matter's date {fields['date']!r} is not like 2024-02-08 and was left out")
    return Content(
        text=join_lines(lines_of(tokens)),
        title=one_line(fields.get("title", "")) or first_heading(tokens),
        date=date,
        publisher=one_line(fields.get("publisher", "")),
        source=one_line(fields.get("source", "")),
        notes=tuple(notes),
    )


def front_matter(text: str) -> dict[str, str]:
    """The ``key: value`` lines of front matter, keys in lower case; nested values are left out."""
    fields: dict[str, str] = {}
    for line in text.split("\n"):
        if match := FIELD.fullmatch(line):
            value = match.group(2)
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            fields.setdefault(match.group(1).lower(), value)
    return fields


def first_heading(tokens: list[Token]) -> str | None:
    """The text of a heading of the first level that opens the document."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return one_line(inline_text(tokens[1]))
    return None


def lines_of(tokens: list[Token]) -> list[str]:
    """The lines of a parsed Markdown text: paragraphs between empty lines, list items behind their markers."""
    lines: list[str] = []
    numbers: list[int | None] = []  # of the lists around: the next number, None for bullets
    marker, tight = "", False
    cells: list[str] = []
    for token in tokens:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
            if not numbers:
                lines.append("")
        elif kind == "list_item_open":
            number = numbers[-1]
            marker = "- " if number is None else f"{number}{token.markup} "
            numbers[-1] = None if number is None else number + 1
        elif kind in ("paragraph_open", "heading_open"):
            tight = token.hidden
        elif kind in ("td_open", "th_open"):
            cells.append("")
        elif kind == "tr_close":
            lines.append(" | ".join(cells))
            cells = []
        elif kind == "inline" and cells:
            cells[-1] = inline_text(token).replace("\n", " ")
        elif kind == "inline":
            indent = "  " * max(0, len(numbers) - 1)
            for line in inline_text(token).split("\n"):
                lines.append(indent + (marker or ("  " if numbers else "")) + line)
                marker = ""
            if not tight:
                lines.append("")
        elif kind in ("fence", "code_block"):
            lines += [*token.content.split("\n"), ""]
        elif kind == "html_block":
            from demandgraph.ingest.html import text_of  # only where there is HTML in it

            lines += [*text_of(token.content).split("\n"), ""]
        elif kind in ("table_close", "hr"):
            lines.append("")
    return lines


def inline_text(token: Token) -> str:
    """The text of a paragraph or heading without its markup; a hard break ends a line, a soft one does not."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            parts.append("\n")
    return "".join(parts)
