"""What a report consists of, whatever it is written as: headings, paragraphs, tables, findings with their words, figures.

Texts are plain: whoever writes them escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from demandgraph.characters import portable
from demandgraph.tracing.pages import BIDI

LONGEST = 700
"""Letters of a quote at most."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section; ``level`` is 2 or 3."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``lesser`` for remarks on how to read what follows."""

    text: str
    lesser: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; ``numbers`` are the columns that hold numbers, ``caption`` says what it shows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it is cited: its number in the list of sources, and how it is named there."""

    number: int
    title: str
    publisher: str | None
    date: str | None
    kind: str
    file: str
    address: str | None

    @property
    def name(self) -> str:
        """Publisher, title and date in one line."""
        return ", ".join(part for part in (self.publisher, f"“{self.title}”", self.date or "undated") if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with the words that bear it: ``quote`` stands at ``begin`` to ``end`` of the text of ``source``."""

    claim: str
    quote: str
    source: Source
    begin: int
    end: int
    date: str | None = None

    @property
    def place(self) -> str:
        """Where the quote stands in its document."""
        return f"characters {self.begin}–{self.end}"


@dataclass(frozen=True, slots=True)
class Findings:
    """Several findings in a list."""

    items: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: an SVG element, its ``name`` in file names, what it shows in words, and its caption."""

    name: str
    svg: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources."""

    items: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that tell how large a corpus is, each with what it counts."""

    items: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Table | Findings | Picture | Sources | Numbers


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its title, the line below it, and its blocks."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def line(text: str, limit: int = LONGEST) -> str:
    """A text on one line, without signs that no file can carry or that turn its direction; too long a one is cut.

    >>> line("Free  them\\nall, at once", 12)
    'Free them …'
    """
    one = " ".join(portable(text).translate(BIDI).split())
    return one if len(one) <= limit else f"{one[: limit - 1].rsplit(' ', 1)[0]} …"


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an s.

    >>> counted(1, "demand"), counted(1200, "demand")
    ('1 demand', '1,200 demands')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: tuple[str, ...] | list[str], most: int = 4) -> str:
    """Names in a sentence; of many the first few and how many more.

    >>> listed(["Chile", "Norway"]), listed(["Chile", "Norway", "Ghana"], 1)
    ('Chile and Norway', 'Chile and 2 others')
    """
    head, more = list(names[:most]), len(names) - most
    if more > 0:
        return f"{', '.join(head)} and {counted(more, 'other')}"
    return f"{', '.join(head[:-1])} and {head[-1]}" if len(head) > 1 else "".join(head)
