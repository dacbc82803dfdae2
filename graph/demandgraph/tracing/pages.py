"""Writes a demand's history for readers: as text for a terminal, as Markdown, as JSON, and as HTML for notebooks."""

from __future__ import annotations

import json
import re
import textwrap
from html import escape

from demandgraph.characters import shown
from demandgraph.markdown import escaped
from demandgraph.tracing.history import ASKED, UNDATED, Step, Trace, quoted, shortened

WIDTH = 100
"""Columns of text."""
INDENT = " " * 12
ENTITY = re.compile(r"\\([<>&])")
"""Signs of HTML, for which not every reader of Markdown takes a backslash."""
BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of writing: they could make a line say something else than it does."""


def claim(step: Step) -> str:
    """Who brought a demand in, as what it is: the claim of a document."""
    return f"on the initiative of {', '.join(step.initiators)}, by what this document says" if step.initiators else ""


def outcome(step: Step) -> str:
    """What became of a demand, in words."""
    return step.status.replace("-", " ") if step.status else ""


def told(step: Step) -> str:
    """Who asked whom; of an answer, what it says to what they asked."""
    return f"{outcome(step)}, what was asked by {step.who}" if step.status else step.who


def notes(step: Step) -> list[str]:
    """What else there is to say of a step."""
    occasion = f"made at: {step.occasion}" if step.occasion else ""
    return [note for note in (occasion, claim(step)) if note]


def source(step: Step) -> str:
    """Where the words of a step stand."""
    return f"{step.document}, characters {step.begin}–{step.end}"


def line(text: str) -> str:
    """A text on one line that no terminal acts on."""
    return shown(" ".join(text.translate(BIDI).split()))


def as_text(trace: Trace) -> str:
    """A history as text: a dated list with quotes."""
    lines = [*textwrap.wrap(line(trace.label), WIDTH), line(trace.summary), line(trace.iri)]
    for step in trace:
        head = f"{step.date or UNDATED:<12}{step.kind:<12} "
        lines += [
            "",
            *wrapped(f"{head}{line(told(step))}", "", INDENT),
        ]
        if step.kind in ASKED:
            lines += wrapped(f"asks: {line(step.action)}", INDENT, INDENT)
        lines += wrapped(quoted(line(step.quote)), INDENT, INDENT + " ")
        lines += [part for note in (source(step), *notes(step)) for part in wrapped(line(note), INDENT, INDENT)]
    return "\n".join(text.rstrip() for text in lines) + "\n"


def wrapped(text: str, first: str, rest: str) -> list[str]:
    """A text in lines of :data:`WIDTH` columns; words are kept whole where they fit."""
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest) or [first]


def as_json(trace: Trace) -> str:
    """A history as JSON."""
    return json.dumps(trace.to_dict(), ensure_ascii=False, indent=1) + "\n"


def marked(text: str) -> str:
    """A text in which Markdown finds no markup.

    >>> print(marked("*free* <b>all</b> of 2031-03-20"))
    \\*free\\* &lt;b&gt;all&lt;/b&gt; of 2031-03-20
    """
    return ENTITY.sub(lambda sign: escape(sign[1], quote=False), escaped(line(text)))


def as_markdown(trace: Trace) -> str:
    """A history as Markdown: a heading, and a list item with a quotation for each step."""
    lines = [f"# {marked(trace.label)}", "", marked(trace.summary), ""]
    for step in trace:
        lines += [f"- **{step.date or UNDATED}, {step.kind}**: {marked(told(step))}", ""]
        if step.kind in ASKED:
            lines += [f"  asks: {marked(step.action)}", ""]
        lines += [
            f"  > {marked(step.quote)}",
            "",
            f"  {'; '.join(marked(n) for n in (source(step), *notes(step)))}",
            "",
        ]
    return "\n".join(lines)


def step_html(step: Step) -> str:
    """A step as a piece of HTML."""
    asks = f"<br>asks: {escape(step.action)}" if step.kind in ASKED else ""
    small = "; ".join(escape(note) for note in (source(step), *notes(step)))
    return (
        f"<div><time>{escape(step.date or UNDATED)}</time> <b>{escape(step.kind)}</b>: {escape(told(step))}{asks}"
        f"<blockquote>{escape(step.quote)}</blockquote><small>{small}</small></div>"
    )


def trace_html(trace: Trace) -> str:
    """A history as a piece of HTML."""
    items = "".join(f"<li>{step_html(step)}</li>" for step in trace)
    return f"<section><h3>{escape(trace.label)}</h3><p>{escape(trace.summary)}</p><ol>{items}</ol></section>"


def as_line(step: Step, limit: int = 80) -> str:
    """A step in one line."""
    return shortened(f"{step.date or UNDATED} {step.kind}: {step.who}", limit)
