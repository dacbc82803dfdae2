"""Reads what a document says of itself: title, date, publisher, language, kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from demandgraph.dates import find_dates, full_dates, is_date
from demandgraph.language.headings import LETTERHEAD
from demandgraph.language.kinds import kind_of
from demandgraph.language.shapes import capital_share
from demandgraph.language.tongue import detect_language
from demandgraph.model import Source
from demandgraph.parsed import Block

ADOPTED = re.compile(
    r"\b(?:adopted|approved|passed|endorsed|voted|signed|issued|published|released|announced|convened|gathered"
    r"|met|held|took place|wrote|sent)\b",
    re.IGNORECASE,
)
NAME = r"(?P<name>[A-Z][^,.;:|–—\n]{2,80}?)"
IMPRINT = re.compile(
    rf"(?:published by|issued by|released by|source|publisher|press release (?:by|of|from)|media release (?:by|of"
    rf"|from))\s*:?\s*(?:the )?{NAME}\s*$",
    re.IGNORECASE,
)
RIGHTS = re.compile(
    r"(?:©|\bcopyright\b)\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*(?:by )?(?P<name>[A-Z][\w’'& "
    r"-]{2,60})",
    re.IGNORECASE,
)
BODY = re.compile(r"The (?P<name>[A-Z][^,]{3,80})[,:]$")
BEHALF = re.compile(r"\bon behalf of (?:the )?(?P<name>[A-Z][^,(;]{3,80})")
ISSUER = re.compile(
    r"(?:\([A-Z][\w .,]+\)\s*)?(?:The )?(?P<name>[A-Z][\w’'-]+(?: (?:of|for|in|and|the|on|to"
    r"|[A-Z][\w’'-]+)){0,9}) \([A-Z][A-Za-z-]{1,9}\)"
)
DATELINE_END = re.compile(r"\)?\s*(?:[–—:]|-\s)|\)")
TITLED = re.compile(
    r"\b(?:resolution|declaration|statement|decision|recommendation|opinion|communiqu[eé]|letter|report|appeal)"
    r"(?: of| dated| adopted on|,)? ?$",
    re.IGNORECASE,
)
"""What in a title stands before the date of the act."""
GIVEN_OUT = re.compile(
    r"(?:joint |press |media |open )?(?:statement|letter|declaration|communiqu[eé]|release|appeal|resolution|petition)\b"
    r"(?! on the (?:anniversary|occasion)\b)",
    re.IGNORECASE,
)
"""A title that begins with what the document is."""
UPDATED = re.compile(r"\s*(?:last )?(?:updated|modified|revised|reviewed)\b", re.IGNORECASE)
"""What opens the line that tells when the page was changed last, not when the document was given out."""
DATED_ADDRESS = re.compile(
    r"(?=[^\n]{0,80}https?://)(?:source|original|originally|translat|first published|published|published at|read|via|link"
    r"|from|https?://)[^\n]{0,200}?/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)(?:/|$|\b)",
    re.IGNORECASE,
)
"""A line that gives the address at which the text was published, with the day in it."""
TITLE_YEAR = re.compile(
    r"\b(?:day|week|month|anniversary|summit|conference|forum|congress|session),? (?P<year>(?:19|20)\d\d)\W*$",
    re.IGNORECASE,
)
"""The year behind the occasion that a title names."""
DONE = re.compile(r"\b(?:adopted|approved|signed|issued|done)\b")
FRONT = 15
"""How many blocks at the beginning may be a printed head."""
HEAD = 8
"""How many blocks of running text at the beginning may hold the date of the act that the document reports."""


@dataclass(frozen=True, slots=True)
class About:
    """A document's own metadata."""

    title: str | None
    date: str | None
    publisher: str | None
    language: str
    kind: str


def describe(source: Source, blocks: tuple[Block, ...], language: str | None = None) -> About:
    """Read the metadata of a source from its layout; what its container says comes first."""
    text = source.text
    title = source.title or title_of(text, blocks)
    date = source.date if source.date and is_date(source.date) else date_of(text, blocks)
    kind = kind_of(text, blocks, title)
    publisher = source.publisher or publisher_of(text, blocks, kind)
    return About(title, date, publisher, language or detect_language(text), kind)


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The title as printed, on one line, without a closing full stop."""
    found = next((text[b.begin : b.end] for b in blocks if b.kind == "title"), None)
    if found is None:
        return None
    return " ".join(found.split()).rstrip(" .*†‡") or None


def date_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The document's own date: of its vote or dateline, of the act that its first or last paragraphs report."""

    def of(*kinds: str, among: Sequence[Block] = blocks) -> list[str]:
        return [text[b.begin : b.end] for b in among if b.kind in kinds]

    resolution = any(b.kind == "operative" for b in blocks)
    head, tail = blocks[:FRONT], blocks[-HEAD:]
    printed = [
        *(of("vote") if resolution else []),
        *of("dateline"),
        *of("vote"),
        *of("furniture", "heading", among=head),
    ]
    running = of("paragraph", "title", "heading", "item")
    paragraphs = of("paragraph")[:1]
    return (
        next(days(part for part in printed if not UPDATED.match(part)), None)
        or next((iso for part in of("title") for b, e, iso in full(part) if heads(part, b, e)), None)
        or next((iso for part in running[:HEAD] for b, e, iso in full(part) if reports(part, b, e)), None)
        or next(days(part for part in reversed(running[-HEAD:]) if DONE.search(part)), None)
        or next(days(of("signature", "furniture", among=tail)), None)
        or next((iso for part in paragraphs for b, _, iso in full(part) if "." not in part[:b].replace("U.", "")), None)
        or next(days(printed), None)
        or next((iso for part in of("dateline") for _, _, iso in find_dates(part) if len(iso) == 7), None)
        or next((iso for block in (*blocks[:FRONT], *blocks[-HEAD:]) if (iso := in_address(text, block))), None)
        or next((year for part in of("title") if (year := last_year(part))), None)
    )


def in_address(text: str, block: Block) -> str | None:
    """The day that the page address of a source line holds: *Source: https://example.org/2031/05/03/march/*."""
    match = DATED_ADDRESS.match(text, block.begin, block.end)
    day = match and f"{match['year']}-{match['month']}-{match['day']}"
    return day if day and is_date(day) else None


def last_year(title: str) -> str | None:
    """The year that ends a title: *Statement on Human Rights Day 2031*; not that of a plan (*Agenda 2031*)."""
    match = TITLE_YEAR.search(title)
    return match["year"] if match else None


def full(part: str) -> Iterator[tuple[int, int, str]]:
    """The dates of a stretch that name a day."""
    return iter(full_dates(part))


def heads(title: str, begin: int, end: int) -> bool:
    """Whether a date in a title is the document's own: behind the kind of act, or the last words of *Statement by …*."""
    behind = title[end:].strip(" .)]*")
    return bool(TITLED.search(title[:begin])) or (not behind and bool(GIVEN_OUT.match(title)))


def days(parts: Iterable[str]) -> Iterator[str]:
    """The days that stretches name."""
    return (iso for part in parts for _, _, iso in full(part))


def reports(part: str, begin: int, end: int) -> bool:
    """Whether a date in a paragraph is that of the act reported: at its beginning, with "today", or beside the verb."""
    place = part[:begin]
    if len(place.split()) <= 6 and (not place or capital_share(place) > 0.8) and DATELINE_END.match(part, end):
        return True  # "PORT AMBER, 4 June 2030 – The union …"
    sentence = part[max(part.rfind(". ", 0, begin), 0) : (part.find(". ", end) + 1) or len(part)]
    if part.startswith(sentence[:40]) and (begin < 40 or re.search(r"\btoday\b", sentence, re.IGNORECASE)):
        return bool(ADOPTED.search(sentence)) or (
            begin < 30 and bool(re.match(r"[\s–—:(,-]", part[end : end + 1] or " ")) and begin == 0
        )
    return bool(re.search(r"\b(?:adopted|signed into law|approved|passed)\b", sentence[: 10**4])) and part.startswith(
        sentence[:40]
    )


def publisher_of(text: str, blocks: Sequence[Block], kind: str = "Report") -> str | None:
    """The publisher as the document states it: imprint, letterhead, the body that speaks or signs."""
    front = [(b, " ".join(text[b.begin : b.end].split())) for b in blocks[:FRONT]]
    for block, line in front:
        if block.kind in ("dateline", "heading", "furniture") and (match := IMPRINT.match(line)):
            return match["name"].strip()
    for block, line in front[:6]:
        if block.kind in ("heading", "dateline") and LETTERHEAD.match(line) and len(line.split()) > 1:
            return line
    kinds = [b.kind for b, _ in front[:2]]
    if kinds == ["heading", "furniture"] and any(b.kind == "salutation" for b in blocks):
        return front[0][1]
    for block in blocks:
        line = " ".join(text[block.begin : block.end].split())
        if block.kind == "body" and (match := BODY.match(line)):
            return match["name"]
        if block.kind == "furniture" and (match := RIGHTS.search(line)):
            return match["name"].strip(" .,-–")
        if block.kind == "signature" and (match := BEHALF.search(line)):
            return match["name"].strip()
    first = next((text[b.begin : b.end] for b in blocks if b.kind == "paragraph"), "")
    if kind == "PressRelease" and (match := ISSUER.match(first)):
        return match["name"]
    return None
