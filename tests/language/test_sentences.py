"""Sentence boundaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language


def sentences(text: str, nlp: Language) -> list[str]:
    parsed = next(iter(analyse([Source("x.txt", "x.txt", text)], nlp)))
    return [text[s.begin : s.end] for s in parsed.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The union met Mr. Reke and H.E. Ms. Marten on Monday.",
        "It is a breach of Art. 7 and of para. 3 of the Charter.",
        "The envoy of the U.S. Government came to St. Anne in May.",
        "Nils J. Abel said that the port was closed (see No. 3. It was early.) and left.",
        "“Stop it!” she said.",
        '"We will not go." Mr Reke said.',
        "They were held (for 3 days. Others longer) in the north.",
    ],
)
def test_one_sentence(text: str, nlp: Language) -> None:
    assert sentences(text, nlp) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The port was closed. The dockers left.", 2),
        ("They spoke to the U.N. The minister did not answer.", 2),
        ("“We stay here. We will not go.” The minister left the hall.", 3),
        ("Take action. Stop the trawlers. Open the port!", 3),
    ],
)
def test_several_sentences(text: str, count: int, nlp: Language) -> None:
    found = sentences(text, nlp)
    assert len(found) == count
    assert " ".join(found) == text


def test_blanks_at_the_end_belong_to_no_sentence(nlp: Language) -> None:
    assert sentences("The port was closed.   The dockers left.", nlp) == ["The port was closed.", "The dockers left."]
