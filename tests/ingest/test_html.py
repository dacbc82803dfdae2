"""HTML is read as a reader sees it."""

from __future__ import annotations

import time

import pytest

from demandgraph.ingest.html import numeral, read_html


def body(markup: str) -> str:
    return read_html(f"<html><body>{markup}</body></html>").text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one\n  two</p><p>three</p>", "one two\n\nthree\n"),
        ("<p>one<br>two</p>", "one\ntwo\n"),
        ("<h1>T</h1>text <b>bold</b>, <i>it</i>", "T\n\ntext bold, it\n"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b\n"),
        ("<ol start=3><li>a</li><li value=7>b</li><li>c</li></ol>", "3. a\n7. b\n8. c\n"),
        ("<ol type=a><li><p>one</p></li><li>two<ul><li>x</li></ul></li></ol>", "a. one\nb. two\n  - x\n"),
        ("<ol><li>unclosed<li>items</ol>", "1. unclosed\n2. items\n"),
        ("<table><tr><th>A<th>B</tr><tr><td>1<td>2</tr></table>", "A | B\n1 | 2\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("a&nbsp;b &amp; c&shy;d&#8203;e", "a\u00a0b & cde\n"),
        ("<nav>menu</nav><div role=navigation>menu</div><p>x</p><footer>f</footer>", "x\n"),
        ("<script>alert(1)</script><style>p{}</style><noscript>n</noscript><p>x</p>", "x\n"),
        ("<p hidden>no</p><p style='display: none'>no</p><p aria-hidden=true>no</p><p>x</p>", "x\n"),
        ("<!-- no --><p>x</p>", "x\n"),
    ],
)
def test_blocks(markup: str, text: str) -> None:
    assert body(markup) == text


def test_main_content_alone_is_read_if_it_holds_most() -> None:
    assert body("<div>teaser</div><main><p>the whole long text</p></main>") == "the whole long text\n"
    assert "outside" in body(f"<main>x</main><p>{'outside ' * 20}</p>")
    assert "second" in body("<article>first text</article><article>second text</article>")


def test_head_says_what_the_page_is() -> None:
    content = read_html(
        """<head><title>A | Site</title><meta property="og:title" content=" A  title ">
        <meta name="DC.date" content="2031-05-04T10:00:00Z"><meta property="og:site_name" content="Lintel">
        <link rel="canonical" href="https://example.org/a"></head><body>x</body>"""
    )
    assert (content.title, content.date, content.publisher, content.source) == (
        "A title",
        "2031-05-04",
        "Lintel",
        "https://example.org/a",
    )


def test_without_metadata() -> None:
    content = read_html("<title>Only this</title><p>x</p><time datetime='2031-05'>May</time>")
    assert (content.title, content.date, content.publisher, content.source) == ("Only this", "2031-05", None, None)
    assert read_html("<time datetime='2031-05'>a</time><time datetime='2031-06'>b</time>").date is None


def test_address_that_is_none_is_not_taken() -> None:
    assert read_html("<link rel=canonical href='javascript:alert(1)'><p>x</p>").source is None


def test_numerals() -> None:
    assert [numeral(n, "i") for n in (1, 4, 9, 14)] == ["i", "iv", "ix", "xiv"]
    assert [numeral(n, "A") for n in (1, 26, 27, 53)] == ["A", "Z", "AA", "BA"]
    assert numeral(-2, "a") == "-2"


@pytest.mark.parametrize("markup", ["<div>" * 20_000, "<ol>" + "<li>x" * 20_000, "<b><ul>" * 5_000])
def test_strange_nesting_is_quick(markup: str) -> None:
    begin = time.perf_counter()
    read_html(f"{markup}deep text")
    assert time.perf_counter() - begin < 5


def test_what_no_parser_takes_is_said_so() -> None:
    with pytest.raises(ValueError, match="no HTML that can be parsed"):
        read_html("<![" * 10)
