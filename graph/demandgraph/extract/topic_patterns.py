"""Turns the patterns of the topic tables into regular expressions."""

from __future__ import annotations

import re


def compile_pattern(pattern: str) -> str:
    """A pattern of a table (``*`` any ending, ``(a/b)`` alternatives, ``(a)?`` optional, ``_`` up to five words).

    Its letters are in lower case: to search a text in lower case takes half the time of a search that ignores case.
    """
    out = []
    for word in re.findall(r"\([^()]*\)\??|\S+", pattern.strip().lower()):
        if word == "_":
            out.append(r"(?:[\w'’-]+[\s,“\"]+){0,5}?")
            continue
        optional = word.endswith("?") and word.startswith("(")
        body = word[1:-2] if optional else word[1:-1] if word.startswith("(") and word.endswith(")") else word
        choices = [c.strip() for c in re.split(r"[/|]", body) if c.strip()]
        joined = "|".join(_word(c) for c in choices)
        out.append(rf"(?:(?:{joined})[\s,]+)?" if optional else rf"\b(?:{joined})\b[\s,“\"]*")
    return "".join(out)


def _word(choice: str) -> str:
    if any(c in choice for c in "[?"):
        return choice.replace(" ", r"\s+").replace("*", r"[\w'’-]*")
    return re.escape(choice).replace(r"\*", r"[\w'’-]*").replace(r"\ ", r"\s+")
