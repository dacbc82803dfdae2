"""Draws the model as docs/model.svg: its classes with their values, and the links between them.

What is drawn comes from ontology/demandgraph.ttl; only the places of the boxes are decided here. Run
``python scripts/make_figure.py`` after a change of the ontology.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from vocabulary import Term, terms

TARGET = Path(__file__).resolve().parent.parent / "docs" / "model.svg"
WIDTH, HEIGHT = 1240, 900
LINE = 18
HEAD = 30


@dataclass(frozen=True, slots=True)
class Box:
    """A class in the figure: its place, its colour, and borrowed values that the ontology gives no domain for."""

    name: str
    x: int
    y: int
    w: int
    fill: str
    borrowed: tuple[str, ...] = ()


BOXES = (
    Box("dg:Document", 40, 300, 230, "#e8eef7", ("nfo:fileName", "nif:isString", "dcterms:title", "dcterms:date")),
    Box("nif:Phrase", 40, 620, 230, "#f3f3f3", ("nif:beginIndex", "nif:endIndex", "nif:anchorOf")),
    Box("dg:SharedDemand", 490, 40, 250, "#fdebd0", ("skos:prefLabel",)),
    Box("dg:Demand", 490, 280, 250, "#fbd9b0"),
    Box("dg:Event", 490, 640, 250, "#dcefdc"),
    Box("dg:Affiliation", 950, 60, 250, "#eee4f4"),
    Box("dg:Actor", 950, 280, 250, "#e3d4ee", ("skos:prefLabel", "skos:altLabel", "skos:exactMatch")),
    Box("dg:Place", 950, 600, 250, "#dcefdc", ("rdfs:label",)),
    Box("dg:Figure", 950, 710, 250, "#dcefdc"),
)
BORROWED_LINKS = {
    "nif:referenceContext": ("nif:Phrase", "dg:Document"),
    "itsrdf:taIdentRef": ("nif:Phrase", "dg:Actor"),
    "org:member": ("dg:Affiliation", "dg:Actor"),
    "org:organization": ("dg:Affiliation", "dg:Actor"),
}
EVERYWHERE = {"dg:confidence", "dg:foundBy"}
"""Values that all findings have: told in the caption, not in every box."""
DRAWN_FROM = {
    "dg:evidence": ("dg:Demand", "dg:Event"),
    "dg:issuer": ("dg:Demand",),
    "dg:addressee": ("dg:Demand",),
    "dg:beneficiary": ("dg:Demand",),
    "dg:initiator": ("dg:Demand",),
}
"""Where a link that several classes have is drawn from."""
CAPTION = (
    "Solid lines are links between things, dashed lines lead to the words that are the evidence. Every demand, event, affiliation",
    "and figure has evidence, a confidence and the name of the rule that found it. Each actor is exactly one of five kinds, each",
    "event one of fifteen. Names with another prefix than dg: are borrowed.",
)


def local(name: str) -> str:
    """A name as the figure shows it: the vocabulary's own without prefix."""
    return name.removeprefix("dg:")


def drawn_links(all_terms: list[Term]) -> dict[tuple[str, str], list[str]]:
    """The links between each two boxes, by name."""
    boxes = {box.name for box in BOXES}
    found: dict[tuple[str, str], list[str]] = {}
    for term in all_terms:
        if term.kind != "link":
            continue
        if term.name in BORROWED_LINKS:
            found.setdefault(BORROWED_LINKS[term.name], []).append(term.name)
            continue
        sources = DRAWN_FROM.get(term.name, term.domains)
        for source in sources:
            for target in term.ranges:
                if source in boxes and target in boxes:
                    found.setdefault((source, target), []).append(term.name)
    return found


def values(box: Box, all_terms: list[Term]) -> list[str]:
    """The values that a box lists: those of its class that lead to no other box."""
    boxes = {b.name for b in BOXES}
    own = [
        t.name
        for t in all_terms
        if t.kind in ("value", "link")
        and box.name in t.domains
        and t.name not in EVERYWHERE
        and not boxes & set(t.ranges)
    ]
    return [*box.borrowed, *own]


def lines_of(box: Box, all_terms: list[Term]) -> list[str]:
    """The text of a box below its name, two values a line."""
    names = [local(v) for v in values(box, all_terms)]
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < 30:
            lines[-1] += f", {name}"
        else:
            lines.append(name)
    kinds = [local(t.name) for t in all_terms if box.name in t.parents]
    if kinds:
        lines.append(f"kinds: {kinds[0]}")
        for kind in kinds[1:]:
            if len(lines[-1]) + len(kind) < 34:
                lines[-1] += f", {kind}"
            else:
                lines.append(f"  {kind}")
    return lines


def height(box: Box, all_terms: list[Term]) -> int:
    return HEAD + LINE * len(lines_of(box, all_terms)) + 10


def border(cx: float, cy: float, w: float, h: float, tx: float, ty: float) -> tuple[float, float]:
    """Where the line from a box's centre to a point crosses the box's border."""
    dx, dy = tx - cx, ty - cy
    scale = min(w / 2 / abs(dx) if dx else 1e9, h / 2 / abs(dy) if dy else 1e9)
    return cx + dx * scale, cy + dy * scale


def label(x: float, y: float, names: list[str]) -> str:
    """The names of links, one below the other, on a white ground."""
    shown = [local(n) for n in names]
    w, h = 7.2 * max(map(len, shown)) + 8, 16 * len(shown) + 4
    texts = "".join(
        f'<text x="{x:.0f}" y="{y - h / 2 + 14 + 16 * i:.0f}" text-anchor="middle">{escape(name)}</text>'
        for i, name in enumerate(shown)
    )
    ground = f'<rect x="{x - w / 2:.0f}" y="{y - h / 2:.0f}" width="{w:.0f}" height="{h:.0f}" fill="#fff" rx="3"/>'
    return f'<g class="link">{ground}{texts}</g>'


def figure() -> str:
    """The whole figure as SVG."""
    all_terms = terms()
    place = {b.name: (b.x + b.w / 2, b.y + height(b, all_terms) / 2, b.w, height(b, all_terms)) for b in BOXES}
    arrows, labels = [], []
    for (source, target), names in drawn_links(all_terms).items():
        style = ' stroke-dasharray="5 4"' if target == "nif:Phrase" or source == "nif:Phrase" else ""
        sx, sy, sw, sh = place[source]
        tx, ty, tw, th = place[target]
        if source == target:
            x, y = sx - sw / 2 + 16, sy - sh / 2
            path = f"M{x:.0f} {y:.0f} v-22 h22 v22"
            labels.append(label(x + 30 + 3.6 * max(len(local(n)) for n in names), y - 14, names))
        elif (source, target) == ("nif:Phrase", "dg:Actor"):  # around everything below
            bottom, right = HEIGHT - 62, WIDTH - 16
            path = f"M{sx:.0f} {sy + sh / 2:.0f} V{bottom} H{right} V{ty:.0f} H{tx + tw / 2:.0f}"
            labels.append(label((sx + right) / 2, bottom, names))
        else:
            x1, y1 = border(sx, sy, sw, sh, tx, ty)
            x2, y2 = border(tx, ty, tw, th, sx, sy)
            path = f"M{x1:.0f} {y1:.0f} L{x2:.0f} {y2:.0f}"
            share = 0.3 if {source, target} & {"nif:Phrase", "dg:Document"} and abs(y1 - y2) > 100 and x1 != x2 else 0.5
            labels.append(label(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, names))
        arrows.append(f'<path d="{path}"{style}/>')
    boxes = [drawn_box(b, lines_of(b, all_terms), height(b, all_terms)) for b in BOXES]
    caption = "".join(
        f'<text x="40" y="{HEIGHT - 40 + 16 * i}" class="caption">{escape(line)}</text>'
        for i, line in enumerate(CAPTION)
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 20}" role="img" '
            'aria-label="The classes of the demandgraph vocabulary and the links between them" '
            'font-family="Helvetica, Arial, sans-serif" font-size="13">',
            "<style>.name{font-weight:bold;font-size:15px}.caption{fill:#444}.link{fill:#333}</style>",
            '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
            'orient="auto"><path d="M0 0L10 5L0 10z" fill="#555"/></marker></defs>',
            f'<rect width="{WIDTH}" height="{HEIGHT + 20}" fill="#fff"/>',
            '<g fill="none" stroke="#555" stroke-width="1.4" marker-end="url(#arrow)">',
            *(arrow.replace("/>", ' marker-end="url(#arrow)"/>') for arrow in arrows),
            "</g>",
            *boxes,
            *labels,
            caption,
            "</svg>",
            "",
        ]
    )


def drawn_box(box: Box, lines: list[str], h: int) -> str:
    """One class: a box with its name and its values."""
    texts = "".join(
        f'<text x="{box.x + 12}" y="{box.y + HEAD + 14 + LINE * i}" xml:space="preserve">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<g><rect x="{box.x}" y="{box.y}" width="{box.w}" height="{h}" rx="8" fill="{box.fill}" stroke="#888"/>'
        f'<text x="{box.x + 12}" y="{box.y + 22}" class="name">{escape(local(box.name))}</text>{texts}</g>'
    )


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(figure(), encoding="utf-8")
    print(TARGET)


if __name__ == "__main__":
    main()
