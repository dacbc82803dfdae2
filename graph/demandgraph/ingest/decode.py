"""Bytes to text: encodings, line ends, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from demandgraph.characters import portable

# The longer mark first: UTF-32's begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
GUESSED = "read as {}, which is a guess; save it as UTF-8 to be certain"
FEW = 0.1
"""Share of bytes beyond ASCII under which a text is taken for western."""
MOST_CONTROLS = 0.005
"""Share of control characters above which a file is no text."""


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode a file's bytes.

    A byte order mark decides; without one UTF-8 is tried, then one of the older encodings is guessed from the letters.
    Line ends become line feeds, characters that no file format carries are replaced one for one.

    Returns
    -------
    The text, and remarks on how it was read.

    Raises
    ------
    ValueError
        With the reason why the bytes are no text, or none whose encoding is certain enough.
    """
    if not raw.strip():
        raise ValueError("the file is empty")
    for start, what in FORMATS:
        if raw.startswith(start):
            raise ValueError(f"holds {what}, not text; convert it to text first")
    text, notes = to_text(raw)
    if "\x00" in text:
        raise ValueError("holds NUL bytes, so it is binary or UTF-16 without a mark; save it as UTF-8")
    if len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise ValueError("holds binary data, not text")
    text = portable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return text.removeprefix("\ufeff"), notes


def to_text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode bytes by their mark, as UTF-8, or by a guess."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise ValueError(f"is marked as {encoding}, but byte {error.start + len(mark)} is not") from None
    if b"\x00" in raw:
        return "\x00", ()
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if MULTIBYTE.search(raw):
            raise ValueError(
                f"mixes encodings: UTF-8 in places, but not at byte {error.start}; save all of it as UTF-8"
            ) from None
    return guess(raw)


def guess(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode bytes that are not UTF-8: as Windows-1252 if few letters are in doubt, else by which letters are likely.

    In an English text a few accents and curly quotes do not tell the western encoding from its neighbours, but nearly
    all such files have it.
    """
    if len(CONTROLS.findall(raw.decode("latin-1"))) > MOST_CONTROLS * len(raw):
        raise ValueError("holds binary data, not text")
    if sum(byte > 0x7F for byte in raw) < FEW * len(raw):
        try:
            return raw.decode("cp1252"), (GUESSED.format("Windows-1252"),)
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # only where a guess is needed

    best = from_bytes(raw).best()
    if best is None:
        raise ValueError("is in no encoding that could be recognised; save it as UTF-8")
    return str(best), (GUESSED.format(best.encoding),)
