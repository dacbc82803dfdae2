"""Bytes become text, or it is said why not."""

from __future__ import annotations

import codecs

import pytest

from demandgraph.ingest.decode import decode

TEXT = "Žofie asks “why”.\nNobody answers."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16-le", "utf-16-be", "utf-32-le", "crlf", "cr"],
)
def test_certain_encodings(raw: bytes) -> None:
    assert decode(raw) == (TEXT, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“We ask for nothing – but an answer,” said Hélène Brémond.", "cp1252"),
        ("Мы требуем освободить всех задержанных журналистов. " * 5, "cp1251"),
    ],
)
def test_older_encoding_is_guessed_and_noted(text: str, encoding: str) -> None:
    decoded, notes = decode(text.encode(encoding))
    assert decoded == text
    assert len(notes) == 1 and "guess" in notes[0] and "UTF-8" in notes[0]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"Release\x00them", "NUL"),
        ("no mark".encode("utf-16-le"), "NUL"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(1, 32)) * 20 + b"text", "binary"),
        ("žluťoučký ".encode() * 10 + b"caf\xe9 stra\xdfe", "mixes encodings"),
        (codecs.BOM_UTF8 + b"abc\xff", "marked as utf-8"),
    ],
)
def test_what_is_no_text_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode(raw)


def test_unportable_characters_are_replaced_one_for_one() -> None:
    text, _ = decode("page one\x0cpage two, \x07a \ufffe b".encode() + b" and so on" * 30)
    assert text.startswith("page one\npage two,  a \ufffd b")
