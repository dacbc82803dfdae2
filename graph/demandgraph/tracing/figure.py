"""Draws a demand's history as SVG: time runs downwards, each issuer has a lane, arrows show what takes up what.

The figure has no script and no font of its own, says everything in text as well, and follows the reader's choice of a
light or dark page.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from demandgraph.characters import portable
from demandgraph.tracing.history import ASKED, KINDS, UNDATED, Step, Trace, quoted, several, shortened
from demandgraph.tracing.pages import BIDI, claim, outcome

WIDTH = 980
MARGIN = 24
DATES = 118
"""Width of the column of dates."""
LANE = 30
"""Width of a lane."""
MOST_LANES = 10
"""The lanes at most; the issuers of the last steps share the last one."""
HEADING, LINE, STEP = 23, 18, 20
"""Heights in pixels: a line of the heading, a line of text, the space between two steps."""
LETTER = 6.9
"""Mean width of a letter of the text, in pixels."""
DASHES = {"retold": "1 4", "narrowed": "6 4", "widened": "6 4", "answered": "2 3", "became": "2 3"}
"""How the arrow to a step of a kind is dashed; those of statements of the demand itself are whole."""
# Colours that keep their contrast (4.5 : 1 and more as text) on the light and on the dark ground, for each in turn.
LIGHT = ("#1d5fa8", "#a3430f", "#23723a", "#8a2f86", "#9a6a00", "#0d7377", "#b0273b", "#5d5296", "#5c6b00", "#555f69")
DARK = ("#82b4f0", "#f0a070", "#7fcf93", "#dd92da", "#e0b84d", "#62c9cd", "#f28b9a", "#b3a8ec", "#b9c95a", "#b4bec8")


def as_svg(trace: Trace) -> str:
    """The figure of a history."""
    lanes = lanes_of(trace.steps)
    left = DATES + LANE * (max(lanes.values(), default=0) + 1) + MARGIN
    columns = int((WIDTH - left - 2 * MARGIN) / LETTER)
    heading = textwrap.wrap(clean(trace.label), int((WIDTH - 2 * MARGIN) / 11)) or ["(no words)"]
    top = MARGIN + HEADING * len(heading) + 2 * LINE
    texts = [text_of(step, columns) for step in trace]
    rows = [top + sum(len(t) * LINE + STEP for t in texts[:n]) + 10 for n in range(len(texts))]
    foot = top + sum(len(t) * LINE + STEP for t in texts)
    legend = list(legend_of(trace.steps, foot + 8))
    height = foot + 8 + LINE * (len(legend) + 1) + MARGIN
    body = [
        f'<text x="{MARGIN}" y="{MARGIN + HEADING * (n + 0.7):.0f}" class="heading">{mark(part)}</text>'
        for n, part in enumerate(heading)
    ]
    body.append(
        f'<text x="{MARGIN}" y="{MARGIN + HEADING * len(heading) + 10}" class="faint">{mark(clean(trace.summary))}</text>'
    )
    body += bands(lanes, top - 4, foot - STEP // 2)
    body += arrows(trace.steps, lanes, rows)
    for n, step in enumerate(trace):
        body += drawn(step, lanes[lane_name(step)], rows[n], texts[n], left)
    body += [part for parts in legend for part in parts]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="{WIDTH}"'
        f' height="{height}" viewBox="0 0 {WIDTH} {height}">\n'
        f'<title id="title">{mark("History of the demand: " + clean(trace.label))}</title>\n'
        f'<desc id="desc">{mark(described(trace))}</desc>\n{style()}\n'
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def lane_name(step: Step) -> str:
    """Whose lane a step is in: that of whoever asks; of a text that does not tell it, the document's."""
    return "\n".join(step.issuers) or f"\n{step.document}"


def lanes_of(steps: Sequence[Step]) -> dict[str, int]:
    """The number of each lane, in the order in which they begin."""
    names = dict.fromkeys(lane_name(step) for step in steps)
    return {name: min(n, MOST_LANES - 1) for n, name in enumerate(names)}


def across(lane: int) -> int:
    """Where a lane is."""
    return DATES + LANE // 2 + LANE * lane


def bands(lanes: Mapping[str, int], top: int, foot: int) -> Iterator[str]:
    """The lanes, from the first step to the last."""
    for lane in sorted(set(lanes.values())):
        yield f'<rect class="lane c{lane}" x="{across(lane) - 10}" y="{top}" width="20" height="{foot - top}" rx="10"/>'


def arrows(steps: Sequence[Step], lanes: Mapping[str, int], rows: Sequence[int]) -> Iterator[str]:
    """An arrow from each step to those that take it up: along the lane of the one, then across to the other."""
    at: dict[str, int] = {}
    for n, step in enumerate(steps):
        if step.status is None:
            at.setdefault(step.demand, n)
    for n, step in enumerate(steps):
        dash = f' stroke-dasharray="{DASHES[step.kind]}"' if step.kind in DASHES else ""
        for earlier in sorted({at[i] for i in step.follows if i in at} - {n}):
            x1, x2 = across(lanes[lane_name(steps[earlier])]), across(lanes[lane_name(step)])
            y1, y2 = rows[earlier], rows[n]
            down, right = (1 if y2 > y1 else -1), (1 if x2 > x1 else -1)
            if x1 == x2:
                way, head = f"V{y2 - 15 * down}", f"M{x2} {y2 - 9 * down}l-4 {-8 * down}h8z"
            else:
                way = f"V{y2 - 9 * down}Q{x1} {y2} {x1 + 9 * right} {y2}H{x2 - 15 * right}"
                head = f"M{x2 - 9 * right} {y2}l{-8 * right} -4v8z"
            yield f'<path class="arrow"{dash} d="M{x1} {y1}{way}"/>'
            yield f'<path class="head" d="{head}"/>'


def text_of(step: Step, columns: int) -> list[tuple[str, str]]:
    """The lines of a step, each with its class."""
    state = f": {outcome(step)}" if step.status else ""
    asked = f" → {several(step.addressees, 3)}" if step.addressees else ""
    head = f"{several(step.issuers, 3) or '(issuer not stated)'}{asked}"
    found = [("kind", f"{step.kind}{state}")]
    found += [("who", part) for part in cut(head, columns, 2)]
    if step.kind in ASKED:
        found += [("who", part) for part in cut(f"asks: {step.action}", columns, 2)]
    found += [("quote", part) for part in cut(quoted(step.quote), columns, 3)]
    told = "; ".join(part for part in (step.document, str(step.occasion or ""), claim(step)) if part)
    return found + [("faint", part) for part in cut(told, columns, 2)]


def cut(text: str, columns: int, most: int) -> list[str]:
    """A text in some lines; what does not fit is left out, which a sign says."""
    return textwrap.wrap(clean(text), columns, max_lines=most, placeholder=" …") or [""]


def drawn(step: Step, lane: int, y: int, text: Sequence[tuple[str, str]], left: int) -> Iterator[str]:
    """A step: its date, its mark, its text, and all its words for whoever points at it or hears it."""
    full = f"{step.date or UNDATED}, {step.kind}: {step.who}. {quoted(step.quote)} ({step.document})"
    yield f"<g><title>{mark(clean(full))}</title>"
    yield f'<text x="{MARGIN}" y="{y + 5}" class="date">{mark(step.date or UNDATED)}</text>'
    yield symbol(step.kind, across(lane), y, f"mark c{lane}")
    for n, (kind, words) in enumerate(text):
        colour = f" t{lane}" if kind == "kind" else ""
        yield f'<text x="{left}" y="{y + 5 + n * LINE}" class="{kind}{colour}">{mark(words)}</text>'
    yield "</g>"


def symbol(kind: str, x: int, y: int, names: str) -> str:
    """The mark of a kind of step."""
    if kind in ("answered", "became"):
        return f'<path class="{names}" d="M{x} {y - 8}l8 8l-8 8l-8 -8z"/>'
    if kind in ("narrowed", "widened"):
        return f'<path class="{names} open" d="M{x - 7} {y - 6}h14l-7 12z"/>'
    if kind == "adopted":
        return f'<rect class="{names}" x="{x - 7}" y="{y - 7}" width="14" height="14" rx="2"/>'
    return f'<circle class="{names}{"" if kind == "raised" else " open"}" cx="{x}" cy="{y}" r="{8 if kind == "raised" else 6}"/>'


def legend_of(steps: Sequence[Step], y: int) -> Iterator[list[str]]:
    """The kinds that occur, each with its mark and what it means."""
    present = [kind for kind in KINDS if any(step.kind == kind for step in steps)]
    for n, kind in enumerate(present):
        at = y + LINE * (n + 1)
        yield [
            symbol(kind, MARGIN + 8, at - 4, "mark plain"),
            f'<text x="{MARGIN + 26}" y="{at}" class="faint">{mark(f"{kind}: {KINDS[kind]}")}</text>',
        ]


def described(trace: Trace) -> str:
    """The figure in words."""
    steps = (f"{s.date or UNDATED}, {s.kind}: {s.who} ({s.document})" for s in trace)
    return clean(f"{trace.summary}. " + "; ".join(shortened(s, 240) for s in steps))


def clean(text: str) -> str:
    """A text on one line with the characters that XML can carry, and without signs that turn its direction."""
    return " ".join(portable(text).translate(BIDI).split())


def mark(text: str) -> str:
    """A text as the content of an element."""
    return escape(text)


def style() -> str:
    """The style sheet, for light and dark pages."""
    lanes = "\n".join(f".c{n}{{stroke:{c};fill:{c}}}.t{n}{{fill:{c}}}" for n, c in enumerate(LIGHT))
    dark = "".join(f".c{n}{{stroke:{c};fill:{c}}}.t{n}{{fill:{c}}}" for n, c in enumerate(DARK))
    return f"""<style>
text{{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:13.5px;fill:#1b1f24}}
{lanes}
.ground{{fill:#ffffff}}
.heading{{font-size:19px;font-weight:600}}
.kind{{font-weight:700}}
.date{{font-variant-numeric:tabular-nums;font-weight:600}}
.quote{{font-style:italic}}
.faint{{font-size:12px;fill:#57606a}}
.mark{{stroke-width:2.5}}
.plain{{stroke:#57606a;fill:#57606a}}
.mark.open{{fill:#ffffff}}
.lane{{stroke:none;opacity:.13}}
.arrow{{stroke:#57606a;stroke-width:1.4;fill:none}}
.head{{fill:#57606a}}
@media (prefers-color-scheme:dark){{
text{{fill:#e8ecf1}}
.ground,.mark.open{{fill:#14181d}}
{dark}
.mark.open{{fill:#14181d}}
.faint{{fill:#a9b3be}}
.plain{{stroke:#a9b3be;fill:#a9b3be}}
.lane{{stroke:none;opacity:.2}}
.arrow{{stroke:#a9b3be;fill:none}}
.head{{fill:#a9b3be}}
}}
</style>"""
