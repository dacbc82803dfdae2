"""Writes a report as one HTML page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from demandgraph.reporting.blocks import (
    Block,
    Document,
    Finding,
    Findings,
    Heading,
    Numbers,
    Paragraph,
    Picture,
    Source,
    Sources,
    Table,
    line,
)

STYLE = """
:root { --ink: #1b1f24; --faint: #57606a; --rule: #d5dae0; --ground: #ffffff; --card: #f5f7f9; --link: #0b5394 }
@media (prefers-color-scheme: dark) {
:root { --ink: #e6e9ed; --faint: #a3adb8; --rule: #3a424c; --ground: #15181c; --card: #1e2329; --link: #86b7ee } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 48rem; background: var(--ground); color: var(--ink);
font: 1.0625rem/1.6 Charter, "Bitstream Charter", Cambria, Georgia, "DejaVu Serif", serif; overflow-wrap: break-word }
h1, h2, h3, nav, table, caption, figcaption, .numbers, .where, .lesser, .claim, .sources { font-family: system-ui, -apple-system,
"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .3rem; text-wrap: balance }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 3.2rem 0 .8rem; padding-top: .9rem; border-top: 2px solid var(--ink) }
h3 { font-size: 1.08rem; line-height: 1.35; margin: 2.2rem 0 .5rem }
a { color: var(--link) }
.subtitle { color: var(--faint); margin: 0 0 1.6rem }
nav ul { list-style: none; margin: 1.4rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .92rem }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.2rem, 1fr)); gap: .6rem; margin: 1.6rem 0; padding: 0 }
.numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; background: var(--card); border-radius: .4rem; padding: .6rem .8rem }
.numbers dd { margin: 0; font-size: 1.55rem; font-weight: 650; font-variant-numeric: tabular-nums; line-height: 1.2 }
.numbers dt { color: var(--faint); font-size: .84rem }
.lesser { color: var(--faint); font-size: .88rem }
.wide { overflow-x: auto; margin: 1.2rem 0 1.6rem }
table { border-collapse: collapse; width: 100%; font-size: .86rem; line-height: 1.4 }
caption { text-align: left; font-weight: 650; padding-bottom: .4rem }
th { text-align: left; font-weight: 600; color: var(--faint); border-bottom: 1.5px solid var(--ink); white-space: nowrap }
th, td { padding: .34rem .7rem .34rem 0; vertical-align: top }
td { border-bottom: 1px solid var(--rule) }
td:first-child { min-width: 6.2rem }
.n { text-align: right; font-variant-numeric: tabular-nums }
.date, .ref { white-space: nowrap; font-variant-numeric: tabular-nums }
figure { margin: 1.6rem 0 }
.drawing { overflow-x: auto; background: #ffffff; border: 1px solid var(--rule); border-radius: .4rem; padding: .8rem }
.drawing svg { display: block; width: 100%; min-width: 34rem; height: auto }
figcaption { color: var(--faint); font-size: .86rem; margin-top: .4rem }
.findings { list-style: none; padding: 0; margin: 1rem 0 }
.findings li { margin: 0 0 1.25rem; padding-left: .9rem; border-left: 3px solid var(--rule) }
.claim { font-size: .92rem; font-weight: 600; margin: 0; line-height: 1.45 }
.claim time { color: var(--faint); font-weight: 500; font-variant-numeric: tabular-nums; margin-right: .5em }
blockquote { margin: .2rem 0 .15rem; font-style: italic }
.where { color: var(--faint); font-size: .8rem; margin: 0 }
.sources { font-size: .88rem; padding-left: 2.2rem } .sources li { margin: .45rem 0 } .sources li:target { background: var(--card) }
@media (max-width: 34rem) { body { padding-top: 1.4rem; font-size: 1rem } h1 { font-size: 1.55rem }
table { min-width: 32rem } }
@media print { @page { margin: 2cm 1.8cm } body { max-width: none; padding: 0; font-size: 10.5pt } nav { display: none }
a { color: inherit; text-decoration: none } .wide, .drawing { overflow: visible; border: 0; padding: 0 }
.drawing svg { min-width: 0 } .findings li, figure, tr, .numbers { break-inside: avoid }
h2, h3, caption { break-after: avoid } }
@media print and (prefers-color-scheme: dark) {
:root { --ink: #000; --faint: #444; --rule: #bbb; --ground: #fff; --card: #f2f2f2; --link: #000 } }
"""
REFERENCE = re.compile(r"\[(\d+)\]")
DATE = re.compile(r"\d{4}(-\d\d){0,2}|–")


def html(report: Document) -> str:
    """A report as a page."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    headings = [block for block in report.blocks if isinstance(block, Heading) and block.level == 2]
    contents = "".join(f'<li><a href="#{anchor(h)}">{escape(h.text)}</a></li>' for h in headings)
    body = "\n".join(part for block in report.blocks for part in WRITERS[type(block)](block))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(line(report.title))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n"
        f'<h1 dir="auto">{escape(line(report.title))}</h1>\n<p class="subtitle">{escape(report.subtitle)}</p>\n'
        f'<nav aria-label="Contents"><ul>{contents}</ul></nav>\n</header>\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def anchor(heading: Heading) -> str:
    """The name of a section in addresses."""
    return re.sub(r"[^a-z]+", "-", heading.text.lower()).strip("-")


def heading_html(block: Heading) -> Iterator[str]:
    """A heading; those of sections can be led to."""
    name = f' id="{anchor(block)}"' if block.level == 2 else ' dir="auto"'
    yield f"<h{block.level}{name}>{escape(block.text)}</h{block.level}>"


def paragraph_html(block: Paragraph) -> Iterator[str]:
    """A paragraph."""
    kind = ' class="lesser"' if block.lesser else ""
    yield f"<p{kind}>{escape(block.text)}</p>"


def numbers_html(block: Numbers) -> Iterator[str]:
    """Numbers side by side."""
    yield '<dl class="numbers">'
    yield from (f"<div><dt>{escape(noun)}</dt><dd>{escape(number)}</dd></div>" for number, noun in block.items)
    yield "</dl>"


def table_html(block: Table) -> Iterator[str]:
    """A table, which a narrow screen can move sideways."""
    kinds = ['class="n"' if n in block.numbers else "" for n in range(len(block.columns))]
    head = "".join(
        f'<th scope="col" {kind}>{escape(name)}</th>' for name, kind in zip(block.columns, kinds, strict=True)
    )
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{escape(block.caption)}"><table>'
    yield f"<caption>{escape(block.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>"
    for row in block.rows:
        cells = "".join(cell(text, kind) for text, kind in zip(row, kinds, strict=True))
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table></div>"


def cell(text: str, kind: str) -> str:
    """A cell of a table; a number in brackets leads to the source."""
    if reference := REFERENCE.fullmatch(text):
        return f'<td class="ref"><a href="#source-{reference[1]}">{text}</a></td>'
    kind = kind or ('class="date"' if DATE.fullmatch(text) else 'dir="auto"')
    return f"<td {kind}>{escape(text)}</td>"


def findings_html(block: Findings) -> Iterator[str]:
    """Claims with their quotes."""
    yield '<ul class="findings">'
    yield from (finding_html(item) for item in block.items)
    yield "</ul>"


def finding_html(item: Finding) -> str:
    """A claim with its quote and where it stands."""
    source = item.source
    when = f"<time>{escape(item.date)}</time> " if item.date else ""
    return (
        f'<li><p class="claim" dir="auto">{when}{escape(item.claim)}</p>'
        f'<blockquote dir="auto">{escape(item.quote)}</blockquote>'
        f'<p class="where" dir="auto"><a href="#source-{source.number}">[{source.number}]</a> {escape(source.name)}, {item.place}</p></li>'
    )


def picture_html(block: Picture) -> Iterator[str]:
    """A figure; what it shows in words is in its title."""
    yield f'<figure><div class="drawing" tabindex="0" role="region" aria-label="Figure: {escape(line(block.alt, 90))}">'
    yield f"{block.svg}</div><figcaption>{escape(block.caption)}</figcaption></figure>"


def sources_html(block: Sources) -> Iterator[str]:
    """The list of sources."""
    yield '<ol class="sources">'
    for source in block.items:
        yield f'<li id="source-{source.number}" value="{source.number}" dir="auto">{source_html(source)}</li>'
    yield "</ol>"


def source_html(source: Source) -> str:
    """A source as it is listed."""
    link = (
        f', <a href="{escape(source.address)}" rel="noreferrer">{escape(line(source.address))}</a>'
        if source.address
        else ""
    )
    return f"{escape(source.name)} ({escape(source.kind)}). {escape(source.file)}{link}"


WRITERS: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: heading_html,
    Paragraph: paragraph_html,
    Numbers: numbers_html,
    Table: table_html,
    Findings: findings_html,
    Picture: picture_html,
    Sources: sources_html,
}
