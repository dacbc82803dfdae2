"""One block's tokens as plain lists, which are read many times faster than spaCy's token objects."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract.readings import readings_of
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from demandgraph.extract.mentions import Mention


@dataclass(slots=True)
class Line:
    """The tokens of one block. ``source`` is the text that the parser was given, ``at`` are offsets in it, ``begin`` and
    ``end`` are offsets in the document's text, ``first`` is the first real token.

    ``casing`` is ``sentence`` where capitals tell names, ``title`` where every content word has one, ``upper`` where
    everything is in capitals. ``fresh`` are tokens that begin a printed line of an address or signature. ``owner`` holds the mention that covers a token, if any.
    """

    block: int
    kind: str
    doc: Doc
    source: str
    text: list[str]
    low: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    lemma: list[str]
    spaced: list[bool]
    at: list[int]
    begin: list[int]
    end: list[int]
    first: int
    casing: str
    fresh: set[int]
    starts: set[int]
    bounds: list[int]
    owner: list[Mention | None]
    kids: list[list[int]] | None = field(default=None)

    def __len__(self) -> int:
        return len(self.text)

    def words(self, start: int, end: int) -> str:
        """The text of tokens ``start`` to ``end`` (exclusive) as the parser saw it."""
        if start >= end:
            return ""
        last = end - 1
        return "".join(self.text[i] + (" " if self.spaced[i] and i < last else "") for i in range(start, end)).strip()

    def children(self, token: int) -> list[int]:
        """The syntactic dependents of a token, in order."""
        if self.kids is None:
            self.kids = [[] for _ in self.text]
            for i, h in enumerate(self.head):
                if h != i:
                    self.kids[h].append(i)
        return self.kids[token]

    def sentence(self, token: int) -> tuple[int, int]:
        """First and last (exclusive) token of the sentence around a token."""
        at = bisect_right(self.bounds, token)
        return self.bounds[at - 1] if at else 0, self.bounds[at] if at < len(self.bounds) else len(self.text)

    def after(self, offset: int) -> int:
        """The first token that begins behind an offset."""
        return max(self.first, bisect_right(self.begin, offset))


ATTRIBUTES: list[int | str] = ["ORTH", "POS", "TAG", "DEP", "ENT_TYPE", "LEMMA", "SPACY", "IDX", "HEAD", "SENT_START"]
"""What is read of each token, in one array: to ask every token for every property takes several times as long."""


def line_of(parsed: ParsedDocument, block: int, doc: Doc) -> Line:
    """Read a block's tokens once."""
    layout = parsed.blocks[block]
    orth, pos_ids, tags, deps, ents, lemmas, spaces, offsets, heads, sent_starts = doc.to_array(ATTRIBUTES).T
    read = readings_of(doc.vocab.strings)
    words, spaced, at = orth.tolist(), spaces.astype(bool).tolist(), offsets.tolist()
    source = "".join([w + " " if blank else w for w, blank in zip(read.string.each(words), spaced, strict=True)])
    text, pos = read.word.each(words), read.string.each(pos_ids.tolist())
    shift, virtual = layout.begin, len(layout.virtual)
    first = sum(a < virtual for a in at) if virtual else 0
    begin = [a + shift for a in at] if not virtual else [max(shift, shift + a - virtual) for a in at]
    end = [b + len(w) for b, w in zip(begin, text, strict=True)]
    end[:first] = [shift] * first
    bounds = [0, *(i for i in (sent_starts == 1).nonzero()[0].tolist() if i)]
    fresh: set[int] = set()
    if layout.kind in {"address", "signature", "copy"}:
        fresh = {i for i in range(max(first, 1), len(text)) if "\n" in parsed.text[begin[i - 1] : end[i]]}
    return Line(
        block, layout.kind, doc, source, text, read.low.each(words), pos, read.string.each(tags.tolist()),
        read.string.each(deps.tolist()), [i + head for i, head in enumerate(heads.astype("int64").tolist())],
        read.string.each(ents.tolist()), read.lemma.each(lemmas.tolist()), spaced, at, begin, end,
        first, casing(text, pos, layout.kind), fresh, set(bounds), bounds, [None] * len(text),
    )  # fmt: skip


def casing(text: list[str], pos: list[str], kind: str) -> str:
    """How far capitals in a line tell names: ``sentence``, ``title`` or ``upper``."""
    words = [w for w in text if w[0].isalpha()]
    if not words:
        return "sentence"
    long = [w for w in words if len(w) > 3]
    if len(long) >= 3 and sum(w.isupper() for w in long) >= 0.8 * len(long):
        return "upper"
    telling = text[-1] == ":" and any(p == "VERB" and w.islower() for w, p in zip(text, pos, strict=True))
    if len(long) >= 4 and text[-1] not in ".;," and len(words) < 40 and not telling:
        content = [w for w, p in zip(text, pos, strict=True) if len(w) > 3 and w.isalpha()]
        if content and sum(w[0].isupper() for w in content) >= 0.85 * len(content):
            return "title"
    return "sentence"
