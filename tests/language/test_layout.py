"""Layout: golden files, and the promises that hold for any text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demandgraph.language.layout import lay_out
from demandgraph.language.lines import BLANK
from demandgraph.parsed import BLOCK_KINDS, Block

LAYOUTS = Path(__file__).parent / "layouts"
CASES = sorted(p.stem for p in LAYOUTS.glob("*.txt"))
UPDATE = bool(os.environ.get("UPDATE_LAYOUTS"))  # writes the golden files anew: read the difference before keeping it


def printed(text: str) -> str:
    """The blocks of a text, one a line: index, kind, level, lead-in, heading, marker, virtual words, text."""
    rows = []
    for i, b in enumerate(lay_out(text)):
        lead = "-" if b.lead_in is None else str(b.lead_in)
        heading = "-" if b.heading is None else str(b.heading)
        inside = text[b.begin : b.end].replace("\n", "␤")
        rows.append("\t".join((str(i), b.kind, str(b.level), lead, heading, b.marker or "-", b.virtual or "-", inside)))
    return "\n".join(rows) + "\n"


def test_there_are_cases() -> None:
    assert len(CASES) >= 20


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str) -> None:
    text = (LAYOUTS / f"{case}.txt").read_text(encoding="utf-8")
    golden = LAYOUTS / f"{case}.blocks"
    if UPDATE:
        golden.write_text(printed(text), encoding="utf-8")
    assert printed(text) == golden.read_text(encoding="utf-8")


def check(text: str) -> tuple[Block, ...]:
    """Check what holds for every layout; returns the blocks."""
    blocks = lay_out(text)
    last = 0
    for i, block in enumerate(blocks):
        assert block.kind in BLOCK_KINDS
        assert last <= block.begin < block.end <= len(text), "blocks are in order and do not overlap"
        between = text[last : block.begin]
        if block.marker:
            assert block.marker in between
            between = between.replace(block.marker, "", 1)
        assert not any(c.isalnum() for c in between), "between blocks stand blanks and markers only"
        assert text[block.begin] not in BLANK
        assert text[block.end - 1] not in BLANK
        assert block.lead_in is None or 0 <= block.lead_in < len(blocks)
        assert block.lead_in != i
        assert block.heading is None or blocks[block.heading].kind == "heading"
        for begin, end in block.skipped:
            assert block.begin <= begin < end < block.end
        last = block.end
    assert not any(c.isalnum() for c in text[last:])
    return blocks


# Text that looks like documents: words, markers, dates, names and breaks in any order.
PIECES = st.sampled_from(
    [
        "The Council of Nations,", "Recalling its resolution,", "1. Urges all States to act;", "(a) to free them;",
        "(b) to stop;", "A. whereas", "II. Findings", "•", "- item", "* note", "1", "12.", "3/7", "A/HRC/14/37", "____",
        "Dear Minister,", "To:", "Cc: Ana Bel", "Yours sincerely,", "Ana Bel", "President of the Union", "3 May 2030",
        "We demand:", "Release the teachers;", "“Stop it,” she said.", "Home", "7 views", "© 2030 Union", "In favour:",
        "Amberland, Norholm", "[Adopted without a vote.]", "www.example.org", "\n", "\n\n", "\n\n\n", "\f", "\r\n",
        " ",
        "   ", "\t", "\u200b", "\u00a0",
        "The government of the country has not answered any letter that was sent to it",
        "MEDIA RELEASE", "140.1 Ratify the Convention (Norholm);", "Требуем освобождения", "释放所有人", "😀", "#",
        "Title of an appeal", "to: (a) open it; (b) close it;", "Whereas it rains;", "Resolved, That the Senate--",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=40).map("\n".join))
def test_holds_for_documents(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_holds_for_any_text(text: str) -> None:
    check(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=30).map("\n".join))
def test_is_deterministic(text: str) -> None:
    assert lay_out(text) == lay_out(text)


@pytest.mark.parametrize("case", CASES)
def test_holds_for_the_golden_texts(case: str) -> None:
    check((LAYOUTS / f"{case}.txt").read_text(encoding="utf-8"))


def test_holds_for_the_annotated_documents(shared: Path) -> None:
    files = sorted(shared.glob("*/*.txt"))
    assert files
    for file in files:
        check(file.read_text(encoding="utf-8", errors="replace"))


def test_title_of_the_container_wins() -> None:
    text = "Union of Dockers\n\nOur statement on the port\n\nThe port was closed on Monday. We protest."
    blocks = lay_out(text, title="Our Statement on the Port")
    assert [text[b.begin : b.end] for b in blocks if b.kind == "title"] == ["Our statement on the port"]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 50_000,
        "a" * 300_000,
        "(" * 50_000 + ")" * 50_000,
        "“" * 20_000,
        "1. " * 20_000,
        "\n".join(["Ana Bel"] * 20_000),
        "." * 100_000,
        " " * 300_000 + "x",
        "The Council, Recalling it, " + "Noting it, " * 8_000,
        "We ask to: " + "(a) act; " * 8_000,
    ],
    ids=["words", "one word", "brackets", "quotes", "markers", "names", "stops", "blanks", "running", "inline"],
)
def test_takes_linear_time(text: str) -> None:
    """Seconds at most where anything quadratic takes minutes; and no block is too long for the parser."""
    for block in check(text):
        assert block.kind in ("furniture", "foreign") or block.end - block.begin <= 8_000
