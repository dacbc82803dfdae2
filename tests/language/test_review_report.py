"""Reports of reviews: lists of recommendations in the layouts in which they are printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demandgraph.language.layout import lay_out
from demandgraph.language.review_report import recommendation_ranges, review_blocks
from demandgraph.parsed import Block

DOTTED = """II. Conclusions and/or recommendations
12. The recommendations listed below enjoy the support of Ruritania:
12.1. Open the archives of the river guard (Norway);
12.2. Lower the tolls on bridges and ferries (Sweden, Chad); plant hedges along the roads (Mali);
13. The following recommendations will be examined by Ruritania, which will respond in due course:
13.1. Teach both languages in all schools (Mali).
14. All conclusions reflect the position of the submitting States.
"""
NUMBERS_APART = """86. During the debate the following recommendations were made to Ruritania:

1.
Open the archives of the river guard (Norway);

2.
Lower the tolls on bridges and ferries (Sweden; Chad);

87.
Ruritania will give its response to these recommendations before the next session.
"""
WRAPPED = """      12. The recommendations of the dialogue/listed below have
      been examined by Ruritania and enjoy the support of Ruritania:
            12.1     Open the archives of the river guard to the families of the missing and to
            historians (Norway);
            12.2     Lower the tolls on bridges

                                                                                          7
\fA/XY/12/3


            and ferries (Sweden) (Islamic Republic of
            Iran);

      13. All conclusions reflect the position of the submitting States.
"""
INLINE = """86. During the debate the following recommendations were made to Ruritania: 1. Open the archives
(Norway); 2. Lower the tolls (Sweden, Chad); plant hedges along the roads (Mali). 3. Teach both languages (Togo).

87. The response of Ruritania will follow.
"""
BULLETS = """Recommendations that enjoy the support of Ruritania

• Open the archives of the river guard (Norway)
• Lower the tolls on bridges and ferries (Sweden, Chad)

Recommendations noted by Ruritania

• Teach both languages in all schools (Mali)
"""
ANSWERED = """Matrix of recommendations, Ruritania
Theme: Archives
12.1 Open the archives of the river guard (Norway);
Source of position: A/XY/12/3/Add.1
Supported
- Truth
Theme: Roads
12.7 Lower the tolls on bridges (Sweden) (Chad);
Source of position: A/XY/12/3/Add.1
Noted
"""
TABLE = """# Recommendations to Ruritania

| No. | Recommendation | Recommending State | Response |
| --- | --- | --- | --- |
| 1 | Open the archives of the river guard | Norway | Accepted |
| 2 | Lower the tolls on bridges | Sweden, Chad | Noted |
"""
SIGNATORIES = """We recommend the following steps to the ministry, and we stand by them.

Signatories of these recommendations:
1. Friends of the River (Norway)
2. Society for Hedges (Sweden)
3. Toll Watch (Chad)
"""
COMMITTEE = """6. The Committee recommends that the State party:

(a) Open the archives of the river guard (arts. 2 and 3);

(b) Lower the tolls on bridges (see paragraph 4).
"""
TITLE = "Ruritania: report of the review\n\n"


def recommendations(text: str) -> tuple[list[tuple[str | None, str, str]], tuple[Block, ...]]:
    """Marker, first words and the words of the lead-in of each recommendation; all blocks."""
    blocks = review_blocks(text, lay_out_plain) or ()
    found = []
    for block in blocks:
        if block.kind == "recommendation":
            lead = blocks[block.lead_in] if block.lead_in is not None else None
            first = " ".join(text[block.begin : block.end].split()[:2])
            found.append((block.marker, first, " ".join(text[lead.begin : lead.end].split()) if lead else ""))
    return found, blocks


def lay_out_plain(text: str) -> tuple[Block, ...]:
    """One paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            begin = at + len(line) - len(line.lstrip())
            blocks.append(Block("paragraph", begin, at + len(line.rstrip())))
        at += len(line) + 1
    return tuple(blocks)


def test_dotted_numbers() -> None:
    found, blocks = recommendations(DOTTED)
    support = "The recommendations listed below enjoy the support of Ruritania:"
    assert [(m, w, lead[:25]) for m, w, lead in found] == [
        ("12.1.", "Open the", support[:25]),
        ("12.2.", "Lower the", support[:25]),
        ("13.1.", "Teach both", "The following recommendat"),
    ]
    first = next(b for b in blocks if b.kind == "recommendation")
    assert DOTTED[first.begin : first.end] == "Open the archives of the river guard (Norway);"
    assert [DOTTED[b.begin : b.end] for b in blocks if b.begin > DOTTED.index("(Mali).")] == [
        "14. All conclusions reflect the position of the submitting States."
    ]


def test_numbers_on_lines_of_their_own_and_the_paragraph_after_the_list() -> None:
    found, blocks = recommendations(NUMBERS_APART)
    assert [f[:2] for f in found] == [("1.", "Open the"), ("2.", "Lower the")]
    assert all(lead.endswith("were made to Ruritania:") for *_, lead in found)
    assert [NUMBERS_APART[b.begin : b.end][:3] for b in blocks[3:]] == ["87.", "Rur"]


def test_hard_wrapped_lines_and_running_heads() -> None:
    found, blocks = recommendations(WRAPPED)
    assert [f[:2] for f in found] == [("12.1", "Open the"), ("12.2", "Lower the")]
    second = [b for b in blocks if b.kind == "recommendation"][1]
    assert WRAPPED[second.begin : second.end].endswith("Iran);")


def test_numbering_inside_a_paragraph() -> None:
    found, _ = recommendations(INLINE)
    assert [f[:2] for f in found] == [("1.", "Open the"), ("2.", "Lower the"), ("3.", "Teach both")]
    assert {lead[-12:] for *_, lead in found} == {"o Ruritania:"}


def test_bullets_below_headings() -> None:
    found, blocks = recommendations(BULLETS)
    assert [lead for *_, lead in found] == ["Recommendations that enjoy the support of Ruritania"] * 2 + [
        "Recommendations noted by Ruritania"
    ]
    assert {blocks[b.lead_in].kind for b in blocks if b.lead_in is not None} == {"heading"}


def test_each_recommendation_with_its_own_answer() -> None:
    found, _ = recommendations(ANSWERED)
    assert found == [("12.1", "Open the", "Supported"), ("12.7", "Lower the", "Noted")]


def test_rows_of_a_table() -> None:
    found, _ = recommendations(TABLE)
    assert [f[0] for f in found] == ["1", "2"]
    assert found[0][2] == "| No. | Recommendation | Recommending State | Response |"


@pytest.mark.parametrize(
    "text",
    [
        SIGNATORIES,
        COMMITTEE,
        "",
        "Ruritania lowered its tolls (Norway).",
        "The report made no recommendations (Chad).",
        "The panel recommended:\n1. Rivers (Norway)\n2. Roads (Sweden)",
    ],
)
def test_other_texts_are_no_reports_of_reviews(text: str) -> None:
    assert review_blocks(text) is None
    assert recommendation_ranges(text) == ()


def test_a_recommendation_that_names_nobody_belongs_to_its_list() -> None:
    text = DOTTED.replace("(Norway)", "").replace("(Mali).", "(Mali)")
    assert [m for m, *_ in recommendations(text)[0]] == ["12.1.", "12.2.", "13.1."]


def test_a_recommendation_that_a_page_broke_in_two() -> None:
    text = DOTTED.replace("Open the archives", "Ratify OP.\n\nADR and open the archives")
    found, blocks = recommendations(text)
    assert found[0][:2] == ("12.1.", "Ratify OP.")
    block = next(b for b in blocks if b.kind == "recommendation")
    assert text[block.begin : block.end].endswith("(Norway);")


@pytest.mark.parametrize("text", [DOTTED, NUMBERS_APART, WRAPPED, INLINE, BULLETS, ANSWERED, TABLE])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_layout_holds_together(text: str, ends: str) -> None:
    text = (TITLE + text).replace("\n", ends)
    blocks = lay_out(text)
    assert sum(b.kind == "recommendation" for b in blocks) >= 2
    for before, after in pairwise(blocks):
        assert before.end <= after.begin
    for i, block in enumerate(blocks):
        assert text[block.begin : block.end].strip()
        assert block.lead_in is None or (0 <= block.lead_in < len(blocks) and block.lead_in != i)


def test_ranges_cover_the_recommendations_with_their_numbers() -> None:
    words = [DOTTED[begin:end] for begin, end in recommendation_ranges(DOTTED)]
    assert words[1] == "12.1. Open the archives of the river guard (Norway);"
    assert len(words) == 5


PIECES = st.sampled_from(
    ["12. ", "12.1 ", "1. ", "(a) ", "The following recommendations were made to Ruritania:", "(Norway)", ";", "\n", "\n\n", "(",
     ")", "Open the archives", "|", "\t", "\f", "Supported", " ", "7", "A/XY/3"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_mixture_is_laid_out_without_overlap(text: str) -> None:
    blocks = review_blocks(text, lay_out_plain) or ()
    for before, after in pairwise(blocks):
        assert before.begin < before.end <= after.begin < after.end
