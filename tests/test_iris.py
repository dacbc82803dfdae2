"""Names become IRIs that are readable, stable and never the same for two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from demandgraph.iris import check_base, distinct, document_names, segment, slug
from demandgraph.model import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lake Council", "lake-council"),
        ("  “Café” d’Été! ", "cafe-d-ete"),
        ("Рада озера", "рада-озера"),
        ("!!!", ""),
        ("word " * 30, "-".join(["word"] * 12)),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_slug_is_always_a_part_of_an_iri(text: str) -> None:
    NamedNode(f"https://example.org/{slug(text)}")
    assert slug(slug(text)) == slug(text) or not slug(text).isascii()


@given(st.lists(st.sampled_from(["", "a", "b", "a-b"]), max_size=8))
def test_distinct_names_do_not_depend_on_the_order(wanted: list[str]) -> None:
    numbered = dict(enumerate(wanted))
    given_names = distinct(numbered, str)
    assert len(set(given_names.values())) == len(wanted)
    assert distinct(dict(reversed(numbered.items())), str) == given_names
    assert all(given_names[n] == name for n, name in numbered.items() if name and wanted.count(name) == 1)


def test_documents_with_one_name_are_told_apart() -> None:
    documents = [Document(f, f, f, f"{n}00") for n, f in enumerate(["a/x.txt", "x.txt", "x.md", "y.txt", "_.txt"])]
    names = document_names(documents)
    assert len(set(names.values())) == 5
    assert names["300"] == "y"
    assert names == document_names(documents[::-1])


@pytest.mark.parametrize("base", ["https://example.org/", "http://x.example/a/b/"])
def test_base(base: str) -> None:
    assert check_base(base) == base


@pytest.mark.parametrize(
    "base",
    ["", "example.org/", "https://example.org", "https://example.org/#", "https://x/a b/", "urn:x:/", "https://x/../"],
)
def test_no_base(base: str) -> None:
    with pytest.raises(ValueError, match="base IRI"):
        check_base(base)


@given(st.text(), st.text())
def test_segments_differ_where_ids_do(one: str, other: str) -> None:
    assert (segment(one) == segment(other)) == (one == other)
    NamedNode(f"https://example.org/{segment(one)}")
