"""Reads HTML: the text of the main content with its block structure, and what the head says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.ingest.content import Content, iso_date, join_lines, one_line

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

DROPPED = (
    "script", "style", "nav", "footer", "noscript", "template", "iframe", "svg", "math", "form", "button", "select",
    "input", "textarea", "head", "object", "embed", "audio", "video", "canvas", "dialog",
)  # fmt: skip
DROPPED_ROLES = ("navigation", "contentinfo", "search", "banner", "menu", "dialog", "alertdialog")
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "header", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "hr", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
SPACED = {"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul", "dl"}
"""Blocks with an empty line before and behind, as a browser shows them."""
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
BLANKS = re.compile(r"[ \t\n\r\f]+")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
TITLES = ("citation_title", "dcterms.title", "dc.title", "og:title", "twitter:title")
DATES = (
    "citation_publication_date", "article:published_time", "og:published_time", "dcterms.issued", "dcterms.date",
    "dc.date.issued", "dc.date", "datepublished", "pubdate", "publishdate", "date",
)  # fmt: skip
PUBLISHERS = ("citation_publisher", "dcterms.publisher", "dc.publisher", "og:site_name", "publisher")


def read_html(text: str) -> Content:
    """Read an HTML page.

    Scripts, styles, navigation, forms, footers and hidden parts are dropped. If one ``main`` or ``article`` holds
    most of the text, it is the content; else the whole body is.
    """
    soup = parse(text)
    about = metadata(soup)
    title = first(about, TITLES) or (one_line(soup.title.get_text()) if soup.title else None)
    canonical = soup.find("link", rel="canonical", href=True)
    address = str(canonical["href"]) if canonical else about.get("og:url", "")
    date = next((iso for name in DATES if (iso := iso_date(about.get(name, "")))), None) or time_element(soup)
    return Content(
        text=content_text(soup),
        title=title,
        date=date,
        publisher=first(about, PUBLISHERS),
        source=address.strip() if re.match(r"https?://\S+$", address.strip()) else None,
    )


def text_of(fragment: str) -> str:
    """The text of a fragment of HTML."""
    return block_text(parse(fragment)).strip("\n")


def parse(text: str) -> BeautifulSoup:
    """Parse HTML, however broken.

    Raises
    ------
    ValueError
        If even a forgiving parser gives up.
    """
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    try:
        return BeautifulSoup(text, "html.parser")
    except ParserRejectedMarkup:
        raise ValueError("is no HTML that can be parsed; save the page again, or as text") from None


def metadata(soup: BeautifulSoup) -> dict[str, str]:
    """What the ``meta`` elements say, by lower-case name or property; the first of each counts."""
    about: dict[str, str] = {}
    for meta in soup.find_all("meta", content=True):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and str(meta["content"]).strip():
            about.setdefault(str(name).lower(), str(meta["content"]))
    return about


def first(about: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first of several metadata fields that says something."""
    return next((value for name in names if (value := one_line(about.get(name, "")))), None)


def time_element(soup: BeautifulSoup) -> str | None:
    """The date of the page's only ``time`` element, if there is just one date."""
    dates = {iso_date(str(time["datetime"])) for time in soup.find_all("time", datetime=True)}
    return next(iter(dates)) if len(dates) == 1 else None


def is_read(tag: Tag) -> bool:
    """Whether a reader sees an element as part of the text: no machinery, no navigation, nothing hidden."""
    style = re.sub(r"\s", "", str(tag.get("style", ""))).lower()
    return not (
        tag.name in DROPPED
        or tag.get("role") in DROPPED_ROLES
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def content_text(soup: BeautifulSoup) -> str:
    """The text of the one ``main`` or ``article`` that holds at least half of it, else that of the whole page."""
    whole = block_text(soup)
    for name in ("main", "article"):
        found = soup.find_all(name, limit=2)
        if len(found) == 1 and len(part := block_text(found[0])) * 2 >= len(whole):
            return part
    return whole


def block_text(root: Tag) -> str:
    """The text of an element as lines: one a block, list items behind their markers, cells between bars.

    Walks without recursion, since nothing limits how deep a page is nested.
    """
    from bs4.element import CData, NavigableString, Tag

    lines = [""]
    marker = ""  # of the item whose text has not begun yet
    next_number: dict[int, int] = {}  # of each ordered list

    def new_line(spaced: bool) -> None:
        if lines[-1].strip() and lines[-1] != marker:
            lines.append("")
        if spaced and len(lines) > 1 and lines[-2] and not lines[-1]:
            lines.append("")

    def add(string: str, verbatim: bool) -> None:
        string = INVISIBLE.sub("", string)
        if verbatim:
            first_line, *others = string.split("\n")
            lines[-1] += first_line
            lines.extend(others)
        else:
            string = BLANKS.sub(" ", string)
            lines[-1] += string.removeprefix(" ") if not lines[-1] or lines[-1].endswith(" ") else string

    stack: list[tuple[Tag | NavigableString, bool, Place]] = [(root, False, Place())]
    while stack:
        node, leaving, place = stack.pop()
        if isinstance(node, NavigableString):
            if type(node) in (NavigableString, CData):  # the other kinds are comments and declarations
                add(str(node), place.verbatim)
            continue
        if not is_read(node):
            continue
        if node.name == "br":
            lines.append("")
            continue
        if node.name in BLOCKS:
            new_line(node.name in SPACED and not (place.in_item and node.name in ("ul", "ol", "p")))
        elif node.name in ("td", "th") and not leaving and lines[-1].strip():
            lines[-1] = lines[-1].rstrip() + " | "
        if not leaving:
            if node.name == "li":
                lines[-1] = marker = item_marker(node, place, next_number)
            stack.append((node, True, place))
            inside = place.inside(node)
            stack += [(c, False, inside) for c in reversed(node.contents) if isinstance(c, Tag | NavigableString)]
    return join_lines(lines)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a page a node stands: the list around it, how deep that is nested, whether blanks count."""

    list_: Tag | None = None
    depth: int = 0
    in_item: bool = False
    verbatim: bool = False

    def inside(self, tag: Tag) -> Place:
        """The place of a tag's children."""
        if tag.name in ("ul", "ol"):
            return Place(tag, self.depth + 1, self.in_item, self.verbatim)
        if tag.name == "li" and not self.in_item:
            return Place(self.list_, self.depth, True, self.verbatim)
        return Place(self.list_, self.depth, self.in_item, True) if tag.name == "pre" else self


def item_marker(item: Tag, place: Place, next_number: dict[int, int]) -> str:
    """What a browser prints before a list item, indented by how deep it is nested; counts on in ``next_number``."""
    indent = "  " * min(9, max(0, place.depth - 1))
    if place.list_ is None or place.list_.name != "ol":
        return indent + "- "
    key = id(place.list_)
    number = integer(item.get("value"), next_number.get(key, integer(place.list_.get("start"), 1)))
    next_number[key] = number + 1
    return f"{indent}{numeral(number, str(place.list_.get('type') or '1'))}. "


def integer(value: object, otherwise: int) -> int:
    """An attribute's value as a number."""
    return int(str(value)) if re.fullmatch(r"-?\d{1,6}", str(value)) else otherwise


def numeral(number: int, style: str) -> str:
    """A number as an ordered list shows it: ``1``, ``a``, ``A``, ``i`` or ``I``."""
    if number < 1 or style == "1":
        return str(number)
    if style in "aA":
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(97 + rest) + letters
    else:
        letters = ""
        for value, letter in ROMAN:
            letters += letter * (number // value)
            number %= value
    return letters.upper() if style.isupper() else letters
