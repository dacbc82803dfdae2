"""Looks at the words of a query or update without parsing it: what reaches out, and which graphs it names.

What decides over safety does not depend on where strings and comments begin, since a scanner can be made to see these
elsewhere than the parser does: it refuses every text that has the form of a clause which reaches out, wherever it stands.
"""

from __future__ import annotations

import re

SPACE = r"(?:[ \t\r\n]|#[^\r\n]*[\r\n])*"
TARGET = r"(?:<[^<>\"{}|^`\\\x00-\x20]*>|[?$]\w+|[\w.-]*:[\w.:%\\-]*)"
SERVICE = re.compile(rf"SERVICE{SPACE}(?:SILENT{SPACE})?{TARGET}{SPACE}\{{", re.IGNORECASE)
LOAD = re.compile(rf"LOAD{SPACE}(?:SILENT{SPACE})?(?:<|[\w.-]*:)", re.IGNORECASE)
PART_OF_NAME = re.compile(r"(?:[?$]\w*|:[\w-]*|@[\w-]*)$")
"""What before a word makes it a part of a variable, a prefixed name or a language tag."""
TOKEN = re.compile(
    r"""(?P<space>\s+|\#[^\r\n]*)
      |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      |(?P<text>\"{3}(?:[^\\]|\\.)*?\"{3}|'{3}(?:[^\\]|\\.)*?'{3}|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
      |(?P<name>[\w.-]*:(?:[\w.:%-]|\\.)*)
      |(?P<other>[?$@]\w+)
      |(?P<word>[A-Za-z]+)
      |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)


def reaches_out(text: str) -> str | None:
    """The clause of a query or update that would make a request to another server: ``SERVICE``, ``LOAD`` or none."""
    for name, pattern in (("SERVICE", SERVICE), ("LOAD", LOAD)):
        for match in pattern.finditer(text):
            if not PART_OF_NAME.search(text, max(0, match.start() - 200), match.start()):
                return name
    return None


def tokens(text: str) -> list[tuple[str, str, int]]:
    """The tokens of a query or update, without spaces and comments: kind, text and where each begins."""
    return [
        (match.lastgroup or "", match.group(), match.start())
        for match in TOKEN.finditer(text)
        if match.lastgroup != "space"
    ]


def words(text: str) -> set[str]:
    """The keywords that stand in a query or update, in capitals."""
    return {token.upper() for kind, token, _ in tokens(text) if kind == "word"}


def from_graphs(text: str) -> tuple[list[str], list[str]]:
    """What a query's ``FROM`` and ``FROM NAMED`` clauses name, as written: ``<IRI>`` or ``prefix:name``."""
    default: list[str] = []
    named: list[str] = []
    before = ""
    for kind, token, _ in tokens(text):
        if before == "FROM" and kind in ("iri", "name"):
            default.append(token)
        elif before == "FROM NAMED" and kind in ("iri", "name"):
            named.append(token)
        word = token.upper() if kind == "word" else ""
        before = "FROM NAMED" if (before, word) == ("FROM", "NAMED") else word
    return default, named


def prefixes(text: str) -> dict[str, str]:
    """The prefixes that a query declares."""
    seen = tokens(text)
    return {
        name[:-1]: iri[1:-1]
        for (_, word, _), (_, name, _), (kind, iri, _) in zip(seen, seen[1:], seen[2:], strict=False)
        if word.upper() == "PREFIX" and kind == "iri"
    }


def with_using(update: str, default: list[str], named: list[str]) -> str:
    """An update whose patterns are asked of some graphs: ``USING`` clauses before each ``WHERE`` of a modification.

    Parameters
    ----------
    default, named : IRIs as N-Triples writes them
    """
    clauses = "".join([f"USING {g} " for g in default] + [f"USING NAMED {g} " for g in named])
    pieces, last, depth, before = [], 0, 0, ""
    for kind, token, begin in tokens(update):
        depth += (token == "{") - (token == "}") if kind == "sign" else 0
        if kind == "word" and token.upper() == "WHERE" and depth == 0 and before == "}":
            pieces += [update[last:begin], clauses]
            last = begin
        before = token
    return "".join([*pieces, update[last:]])
