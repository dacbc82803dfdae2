"""Sources to parsed documents: grounding, batches, languages, odd input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demandgraph.language import analyse, detect_language, is_readable
from demandgraph.language.analyse import for_parser
from demandgraph.model import Source
from demandgraph.parsed import Block, ParsedDocument

if TYPE_CHECKING:
    from spacy.language import Language

LAYOUTS = Path(__file__).parent / "layouts"
SAME = str.maketrans("\n\r\t\f\v\u00a0“”„‘’–", '      """\'\'-')


def parse(text: str, nlp: Language) -> ParsedDocument:
    return next(iter(analyse([Source("x.txt", "x.txt", text)], nlp)))


def check(parsed: ParsedDocument) -> None:
    """Every token that stands in the document is found at its offsets, letter by letter."""
    text = parsed.text
    for i, doc in enumerate(parsed.docs):
        for token in doc or ():
            begin, end = parsed.begin(token), parsed.end(token)
            assert parsed.block_of(token) == i
            assert parsed.blocks[i].begin <= begin <= end <= parsed.blocks[i].end
            if parsed.is_virtual(token):
                assert token.text in parsed.blocks[i].virtual
                continue
            stands = text[begin:end]
            assert len(stands) == len(token.text)
            for there, here in zip(stands, token.text, strict=True):
                assert there.translate(SAME).lower() == here.lower() or here in " ,\u2060\ufffd"
    last = 0
    for sentence in parsed.sentences:
        assert last <= sentence.begin < sentence.end <= len(text)
        assert not text[sentence.begin].isspace()
        assert not text[sentence.end - 1].isspace()
        last = sentence.end
    assert list(parsed.quotes) == sorted(parsed.quotes)
    for begin, end in parsed.quotes:
        assert parsed.quote_at(begin) == (begin, end)


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.txt")), ids=lambda p: p.stem)
def test_tokens_are_grounded(path: Path, nlp: Language) -> None:
    parsed = parse(path.read_text(encoding="utf-8"), nlp)
    assert parsed.sentences
    check(parsed)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text(text: str, nlp: Language) -> None:
    check(parse(text, nlp))


def test_one_document_for_each_source_in_order(nlp: Language) -> None:
    texts = [f"Note {i}\n\nThe union asks the minister for {i} boats." for i in range(20)]
    sources = [Source(f"{i}.txt", f"{i}.txt", t) for i, t in enumerate(texts)]
    for batch in (1, 7, 64):
        names = [p.document.file_name for p in analyse(sources, nlp, batch)]
        assert names == [s.file_name for s in sources]


def test_neighbours_make_no_difference(nlp: Language) -> None:
    """A document is parsed alike alone and among others."""
    text = (LAYOUTS / "open-letter.txt").read_text(encoding="utf-8")
    other = (LAYOUTS / "news.txt").read_text(encoding="utf-8")
    alone = parse(text, nlp)
    among = list(analyse([Source(f"{i}.txt", "", t) for i, t in enumerate([other, text, other])], nlp))[1]
    assert alone.blocks == among.blocks
    deps = [[t.dep_ for d in p.docs if d is not None for t in d] for p in (alone, among)]
    assert deps[0] == deps[1]
    one, other = ([d.tensor.tobytes() for d in p.docs if d is not None] for p in (alone, among))
    assert one == other  # to the last bit: a rebuild of one document must give what a build of all gives


def test_another_language_is_laid_out_but_not_parsed(nlp: Language) -> None:
    text = "Offener Brief\n\nWir fordern die Regierung auf, die Gefangenen sofort und ohne Bedingungen freizulassen."
    parsed = parse(text, nlp)
    assert parsed.document.language == "de"
    assert not is_readable(parsed.document.language)
    assert parsed.blocks
    assert parsed.sentences == ()
    assert all(doc is None for doc in parsed.docs)


@pytest.mark.parametrize("text", ["", " \n\n", "12 34", "😀😀", "\u202b\u200f", "\x00\x01"])
def test_nothing_to_read(text: str, nlp: Language) -> None:
    parsed = parse(text, nlp)
    assert parsed.sentences == ()
    assert detect_language(text) == "und"


def test_lone_surrogates_do_no_harm(nlp: Language) -> None:
    check(parse("The union \ud800 asks for help.", nlp))


def test_a_word_cut_at_the_end_of_a_line_is_one_token(nlp: Language) -> None:
    lines = [
        "The union of the river towns asks all the members of the joint commis-",
        "sion to meet before the summer and to publish the studies on which the",
        "plan is based. It also asks them to invite the mayors of the towns.",
    ]
    parsed = parse("\n".join(lines), nlp)
    tokens = [parsed.text[parsed.begin(t) : parsed.end(t)] for t in parsed.tokens()]
    assert "commis-\nsion" in tokens


def test_skipped_stretches_are_blanks_for_the_parser() -> None:
    text = "We ask the\n\n3/7\n\nminister to act."
    block = Block("paragraph", 0, len(text), skipped=((12, 15),))
    assert for_parser(text, block).split() == ["We", "ask", "the", "minister", "to", "act."]
    assert len(for_parser(text, block)) == len(text)


def test_virtual_subject_makes_the_opening_verb_the_root(nlp: Language) -> None:
    text = (
        "The Council of Nations,\nRecalling its resolution 3/1,\n1. Demands that all parties cease fire;\n"
        "2. Requests the Envoy to report."
    )
    parsed = parse(text, nlp)
    roots = {parsed.blocks[s.block].kind: s.span.root.text for s in parsed.sentences}
    assert roots["preamble"] == "recalling"
    assert roots["operative"] == "requests"
    for doc in parsed.docs[2:]:
        assert doc is not None
        subject = next(t for t in doc if t.dep_ == "nsubj")
        assert parsed.is_virtual(subject)
