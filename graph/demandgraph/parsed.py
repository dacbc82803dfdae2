"""A document as the language stage hands it on: its text, its layout blocks and their sentences.

Each block is parsed on its own. What the parser was given may differ from the document's text in single characters
(line breaks, curly quotes) and may begin with a few words that the document does not contain (a subject put before a
clause that starts with its verb); :meth:`ParsedDocument.begin` and :meth:`ParsedDocument.end` lead from tokens back to
offsets in :attr:`Document.text`, and :meth:`ParsedDocument.is_virtual` tells the added words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.model import Document, Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

BLOCK_KINDS = (
    "furniture",  # navigation, page numbers, captions, contact lines: never read for findings
    "foreign",  # another language than the document's
    "title",
    "heading",
    "dateline",
    "address",  # one addressee of an address block: name, title, body
    "salutation",
    "paragraph",
    "item",  # of a bulleted, numbered or lettered list; `lead_in` is the block that governs it
    "body",  # "The Human Rights Council," - who speaks in the clauses below
    "preamble",  # preambular clause or recital
    "operative",  # operative clause; `lead_in` leads from a sub-clause to its clause
    "recommendation",  # numbered recommendation of a review; `lead_in` is the paragraph that says what became of it
    "vote",  # how an act was adopted, roll-call lists
    "signature",
    "copy",  # "Cc: …"
    "footnote",
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of layout. ``begin`` and ``end`` enclose its text without list marker and surrounding blanks.

    ``marker`` is the list marker or clause number as printed, ``level`` the depth of nesting (0 = not nested),
    ``lead_in`` and ``heading`` are the indexes of the block that governs this one and of the heading above it.
    ``virtual`` are words put before the text for the parser, such as ``"It "`` before *urges all parties*.
    ``skipped`` are stretches inside that are none of its text, such as the foot and head of a page in mid-sentence; the
    parser gets blanks for them.
    """

    kind: str
    begin: int
    end: int
    marker: str | None = None
    level: int = 0
    lead_in: int | None = None
    heading: int | None = None
    virtual: str = ""
    skipped: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: ``span`` is spaCy's, ``begin`` and ``end`` are offsets in the document's text."""

    block: int
    begin: int
    end: int
    span: Span


@dataclass(slots=True)
class ParsedDocument:
    """Text, blocks and sentences of one document.

    ``docs`` holds a spaCy document for each block that was parsed, ``None`` for the others (furniture, foreign).
    """

    document: Document
    blocks: tuple[Block, ...]
    docs: tuple[Doc | None, ...]
    sentences: tuple[Sentence, ...] = field(default=())
    quotes: tuple[tuple[int, int], ...] = field(default=())
    """Stretches in quotation marks, as offsets ``(begin, end)`` with their marks, in order, without overlap."""

    @property
    def text(self) -> str:
        return self.document.text

    def block_of(self, token: Token) -> int:
        """Index of the block that a token belongs to."""
        return int(token.doc.user_data["block"])

    def begin(self, token: Token) -> int:
        """Offset of a token's first character in the document's text (a virtual token: where its block begins)."""
        block = self.blocks[self.block_of(token)]
        return max(block.begin, block.begin + token.idx - len(block.virtual))

    def end(self, token: Token) -> int:
        """Offset behind a token's last character in the document's text."""
        block = self.blocks[self.block_of(token)]
        return max(block.begin, block.begin + token.idx + len(token.text) - len(block.virtual))

    def is_virtual(self, token: Token) -> bool:
        """Whether the token was added for the parser and does not stand in the document."""
        return token.idx < len(self.blocks[self.block_of(token)].virtual)

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation that an offset stands in, if any."""
        i = bisect_right(self.quotes, offset, key=lambda q: q[0]) - 1
        return self.quotes[i] if i >= 0 and offset < self.quotes[i][1] else None

    def phrase(self, begin: int, end: int) -> Phrase:
        """The phrase between two offsets, without surrounding blanks."""
        text = self.text[begin:end]
        begin += len(text) - len(text.lstrip())
        return Phrase(begin, begin + len(text.strip()), text.strip())

    def phrase_of(self, span: Span) -> Phrase:
        """The phrase that a spaCy span covers."""
        return self.phrase(self.begin(span[0]), self.end(span[-1]))

    def tokens(self) -> Iterator[Token]:
        """All tokens that stand in the document, in its order."""
        for doc in self.docs:
            if doc is not None:
                yield from (t for t in doc if not self.is_virtual(t))
