"""Characters that a file format might refuse are replaced one for one."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from demandgraph.characters import portable, shown

ANY = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY)
def test_portable(text: str) -> None:
    plain = portable(text)
    assert len(plain) == len(text)
    assert portable(plain) == plain
    Literal(plain)
    element = ElementTree.Element("x")
    element.text = plain
    ElementTree.fromstring(ElementTree.tostring(element))


def test_ordinary_text_is_left_alone() -> None:
    text = "“Žofie”\tasks:\n• why? 😀 न"
    assert portable(text) == text


@given(ANY)
def test_shown_is_one_printable_line(text: str) -> None:
    assert shown(text).isprintable()
    shown(text).encode()
