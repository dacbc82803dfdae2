"""Reads who makes a recommendation: the names in brackets that close it, *Ratify the Protocol (Norway, Sweden);*.

Reports of reviews tell the maker of each recommendation in a bracket at its end, and put several recommendations into
one paragraph, each closed by its own bracket. A bracket closes a recommendation when it holds nothing but names and a
semicolon, a full stop or the end follows; any other bracket belongs to the words of the recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Known = Callable[[str], bool]
"""Whether a name is a state's or a body's, by an authority."""


def words(text: str) -> frozenset[str]:
    """The words of a list of words."""
    return frozenset(text.split())


SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.()\-]+){1,7}"
# A page number, a document symbol, or both.
FURNITURE = (
    rf"(?:[-–—]\s*)?\d{{1,4}}(?:\s*[-–—])?|(?:\d{{1,4}}[ \t]+)?{SYMBOL}(?:[ \t]+\d{{1,4}})?"
    r"|(?:\d{1,4}[ \t]+)?GE\.\d\d-\d{4,6}(?:[ \t]*\([A-Z]\))?(?:[ \t]+\d{1,10})?|[Pp]age\s+\d+(?:\s+of\s+\d+)?"
)
FURNITURE_LINE = re.compile(rf"(?:(?<=[\n\f])|^)[ \t\u00a0]*(?:{FURNITURE})[ \t\u00a0]*(?=[\r\n\f]|$)")


def without_furniture(text: str) -> str:
    """A text of the same length in which the lines that are page numbers and document symbols are blank."""
    if "\n" not in text:
        return text
    return FURNITURE_LINE.sub(lambda match: " " * len(match.group()), text)


@dataclass(frozen=True, slots=True)
class Maker:
    """A name in a closing bracket; the offsets count from the beginning of the text that was read."""

    begin: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """One recommendation of a paragraph: ``begin`` and ``end`` enclose its words, at ``close`` its bracket ends."""

    begin: int
    end: int
    close: int
    makers: tuple[Maker, ...] = ()


# One bracket inside another at most: "(Iran (Islamic Republic of), Peru)".
BRACKET = re.compile(r"\((?:[^()]|\([^()]{0,300}\)){1,600}\)")
BETWEEN = re.compile(r"\s*(?:[/,&]|and\b|;(?=\s*\())?\s*")
# Asterisks and numbers of footnotes between the bracket and the stop: "(Turkey)**;" "(Chile).3" "(Peru)[2];"
NOTE = r"(?:[*†‡§¹²³⁰⁴-⁹]{1,4}|\[\d{1,3}\]|\d{1,2}(?=[;.\s]|$))?"
STOP = re.compile(
    rf"[ \t]*{NOTE}\s*(?:[.,]?;[.,]?(?:\s*(?:and|or)\b)?|\.(?=\s|\d{{1,2}}(?:\s|$)|\[|[*†‡]|$)|,?\s*$|(?=\s\d{{1,3}}\.\d{{1,3}}\.?\s)){NOTE}"
)
LINE_STOP = re.compile(rf"[ \t]*{NOTE}[ \t]*,?[ \t]*[\r\n]\s*(?=[^\W\d_a-z]|\d{{1,3}}[.)]|[•\-–(])")
SOFT_STOP = re.compile(r"\s*(?:,(?:\s*(?:and|or))?\s+(?=[a-z])|,?\s+(?=[A-Z]))")
SHARED = re.compile(r"\s*(?:/|(?:and|or)\b)")
SEQUEL = re.compile(r"\((?:b|ii|2)\)")
ENUMERATOR = re.compile(
    r"(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:\.{1,2}\d{1,3}){0,3})[).](?=\s|[A-Z])"
    r"|\d{1,3}\.\d{1,3}(?=\s)|[•*·–-](?=\s))\s*"
)
OPENING = re.compile(r"(?:[;,.:]|(?:and|or)\s|to\s)\s*", re.IGNORECASE)
SEPARATOR = re.compile(r"[,;/&|]|\s+-\s+")
AND = re.compile(r"\s+and\s+")
GIVEN_BY = re.compile(
    r"(?:(?:recommended|proposed|made|suggested)\s+)?(?:by|from)\s+(?:the\s+)?|the\s+|and\s+", re.IGNORECASE
)
TRAILING_NOTE = re.compile(r"[\s*†‡§¹²³⁰⁴-⁹]*(?:\[\d+\])?$")
# Names of states that hold an "and" of their own.
COMPOUND = re.compile(
    r"\b(?:bosnia|trinidad|antigua|kitts|vincent|tom[eé]|great\s+britain|serbia|turks|wallis|heard|pierre|svalbard)\s+and\s+",
    re.IGNORECASE,
)
INVERTED = re.compile(r"\bof(?:\s+the)?$", re.IGNORECASE)
# An apostrophe that was read in another encoding: a capital inside a word.
APOSTROPHE = re.compile(r"(?<=[a-z])[ÕÔ´`](?=[a-z]?\b)")
LINKS = words("former of the and to in de la da do dos du des d' el al e y for against on - –")
ABBREVIATIONS = words("UK USA US UAE DRC DPRK FYROM PRC ROK KSA EU AU CAR PNG BIH NZ")
# Heads of what recommendations name in brackets and what makes none: papers, rules, parts of papers, plans.
PAPERS = words(
    """act acts agenda agreement annex appendix article articles assembly bill chapter charter code constitution
    convention conventions covenant declaration decree directive document draft fund goal goals guidelines index law
    laws level list no objective optional option para paragraph part phase plan policy principle principles programme
    program project protocol protocols recommendation recommendations regulation regulations report resolution rights
    rules sdg section standards statute strategy system target targets treaty vision volume"""
)


def split_parts(text: str, known: Known | None = None) -> tuple[Part, ...]:
    """The recommendations that a paragraph holds, each with its makers.

    Parameters
    ----------
    text : the paragraph, without its number; line breaks and running heads of pages may stand anywhere
    known : whether a name is a state's; with it brackets count that their form alone leaves in doubt

    Returns
    -------
    At least one part unless the text is blank; a part that names no maker has none.
    """
    text = without_furniture(text)
    parts: list[Part] = []
    begin = 0
    for makers, group_begin, close in closings(text, known):
        part = trimmed(text, begin, group_begin, close, (*within(text, begin, group_begin, known), *makers))
        begin = close
        if part is not None:
            parts.append(part)
        elif parts:  # "(Mexico); (Egypt);": a bracket of its own adds to the recommendation before it
            last = parts[-1]
            parts[-1] = Part(last.begin, last.end, close, (*last.makers, *makers))
    rest = trimmed(text, begin, len(text), len(text), ())
    if rest is not None and (not parts or len(text[rest.begin : rest.end].split()) > 2):
        parts.append(mended(text, rest, known))
    return tuple(parts)


def within(text: str, begin: int, end: int, known: Known | None) -> Iterator[Maker]:
    """Makers told in the middle of a recommendation: *sign (Chile)/ratify (Peru) the treaty (Chile, Peru)*."""
    if known is None:
        return
    for bracket in BRACKET.finditer(text, begin, end):
        if SHARED.match(text, bracket.end()):
            yield from (m for m in read_makers(bracket.group()[1:-1], bracket.start() + 1, known) if known(m.name))


def closings(text: str, known: Known | None = None) -> Iterator[tuple[tuple[Maker, ...], int, int]]:
    """The closing brackets of a text: makers, where the brackets begin, where their stop ends."""
    groups: list[list[re.Match[str]]] = []
    for bracket in BRACKET.finditer(text):
        if groups and (gap := BETWEEN.match(text, groups[-1][-1].end())) and gap.end() == bracket.start():
            groups[-1].append(bracket)
        else:
            groups.append([bracket])
    for group in groups:
        end = group[-1].end()
        stop = STOP.match(text, end) or LINE_STOP.match(text, end)
        soft = stop is None and known is not None and SOFT_STOP.match(text, end)
        if not stop and not soft:
            continue
        makers: list[Maker] = []
        first, sure = end, False
        for bracket in reversed(group):
            found = read_makers(bracket.group()[1:-1], bracket.start() + 1, known)
            certain = known is not None and any(known(m.name) for m in found)
            if not found or (soft and not certain) or (sure and not certain):
                break
            makers[:0] = found
            first, sure = bracket.start(), sure or certain
        if makers:
            yield tuple(makers), first, stop.end() if stop else end


def read_makers(content: str, offset: int, known: Known | None = None) -> tuple[Maker, ...]:
    """The names in a bracket, none if it holds anything but names.

    Parameters
    ----------
    content : what stands between the brackets
    offset : where that begins, in the text that the makers' offsets shall count in
    known : whether a name is a state's; a bracket with one such name may hold other words beside
    """
    pieces: list[tuple[int, int]] = []
    for begin, end in outside_brackets(content):
        if pieces and INVERTED.search(content[begin:end].rstrip()):  # "Korea, Republic of" is one name
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((begin, end))
    makers: list[Maker] = []
    strange = False
    for begin, end in pieces:
        for b, e in split_and(content, begin, end, known):
            while match := GIVEN_BY.match(content, b, e):
                b = match.end()
            e = b + len(TRAILING_NOTE.sub("", content[b:e]))
            name = forward(straight(content[b:e]))
            if not name:
                continue
            if (known is not None and known(name)) or is_name(name):
                makers.append(Maker(offset + b, offset + e, name))
            else:
                strange = True
    if strange:
        makers = [m for m in makers if known is not None and known(m.name)]
    return tuple(makers)


def straight(words: str) -> str:
    """A name on one line, with apostrophes for what was read as a capital."""
    return APOSTROPHE.sub("’", " ".join(words.split()))


def forward(name: str) -> str:
    """*Korea, Republic of* as *Republic of Korea*."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma and INVERTED.search(tail) else name


def outside_brackets(content: str) -> Iterator[tuple[int, int]]:
    """The pieces between commas, semicolons and slashes that stand in no inner bracket, without surrounding blanks."""
    depth, begin, marks = 0, 0, [m.start() for m in SEPARATOR.finditer(content)]
    stops, separators = {i: c for i, c in enumerate(content) if c in "()"}, set(marks)
    ends = {m.start(): m.end() for m in SEPARATOR.finditer(content)}
    for i in sorted({*stops, *separators, len(content)}):
        if i in stops:
            depth += 1 if stops[i] == "(" else -1
        elif depth <= 0 or i == len(content):
            piece = content[begin:i]
            left = begin + len(piece) - len(piece.lstrip())
            if piece.strip():
                yield left, left + len(piece.strip())
            begin = ends.get(i, i)


def split_and(content: str, begin: int, end: int, known: Known | None) -> Iterator[tuple[int, int]]:
    """Split *Norway and Sweden* but not *Trinidad and Tobago*."""
    piece = content[begin:end]
    if known is not None and known(" ".join(piece.split())):
        yield begin, end
        return
    whole = {match.end() for match in COMPOUND.finditer(content, begin, end)}
    left = begin
    for match in AND.finditer(content, begin, end):
        if match.end() not in whole:
            yield left, match.start()
            left = match.end()
    yield left, end


def is_name(name: str) -> bool:
    """Whether words have the form of a state's name: capitals, few words, no abbreviation of a paper, no digits."""
    words = [w for w in re.split(r"[\s()]+", name) if w]
    if not words or len(words) > 10 or any(c.isdigit() for c in name):
        return False
    if len(words) == 1:
        bare = words[0].replace(".", "")
        if len(bare) < 3 or any(sum(c.isupper() for c in piece) > 1 for piece in bare.split("-")):
            return bare.upper() in ABBREVIATIONS
    if not (words[0][0].isupper() or words[0] == "former") or any(w.lower().strip(".,’'") in PAPERS for w in words):
        return False
    if sum(w.isupper() and len(w) > 1 for w in words) and not name.isupper():
        return False
    return all(w[0].isupper() or w.lower() in LINKS or w[:2].lower() in ("d'", "d’") for w in words)


def trimmed(text: str, begin: int, end: int, close: int, makers: tuple[Maker, ...]) -> Part | None:
    """A part without number, joining words and stops around it; ``None`` if nothing is left."""
    while begin < end:
        blank = len(text[begin:end]) - len(text[begin:end].lstrip())
        begin += blank
        match = ENUMERATOR.match(text, begin, end) or OPENING.match(text, begin, end)
        if match is None or match.end() == begin:
            break
        if match.group().startswith("(") and SEQUEL.search(text, match.end(), end):
            break  # "(a) …; (b) …" is one recommendation
        begin = match.end()
    end = begin + len(text[begin:end].rstrip(" \t\r\n\u00a0;,:"))
    if text[begin:end].endswith(".") and not text[begin:end].endswith("etc."):
        end -= 1
    return Part(begin, end, close, makers) if any(c.isalpha() for c in text[begin:end]) else None


def mended(text: str, part: Part, known: Known | None) -> Part:
    """A last part whose bracket has lost one of its sides, with its makers where they can be told."""
    words = text[part.begin : part.end]
    at = words.rfind("(")
    if at > 0 and ")" not in words[at:] and len(words) - at < 120:
        makers = read_makers(words[at + 1 :], part.begin + at + 1, known)
        if makers:
            return trimmed(text, part.begin, part.begin + at, part.close, makers) or part
    if known is not None and words.endswith(")") and words.count(")") > words.count("("):
        for match in list(re.finditer(r"(?<=\s)(?=[A-Z])", words))[-8:]:
            if known(" ".join(words[match.start() : -1].split())):
                name = " ".join(words[match.start() : -1].split())
                maker = Maker(part.begin + match.start(), part.end - 1, name)
                return trimmed(text, part.begin, maker.begin, part.close, (maker,)) or part
    return part
