"""Joints of coordination: commas, semicolons, *and*, and what may stand between them and the next member."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

Cut = tuple[int, int]
"""First token of an action, and the first one behind it."""


def after_joint(doc: Doc, k: int, end: int) -> tuple[int, bool]:
    """From a comma, semicolon or *and* at ``k``: the next content token, and whether the joint holds an *and* or ``;``."""
    firm = False
    while k < end and (doc[k].text in {",", ";"} or doc[k].lower_ in {"and", "also", "then", "&"} or doc[k].is_space):
        firm = firm or doc[k].lower_ in {"and", "&"} or doc[k].text == ";"
        k += 1
    if k + 3 < end and doc[k].text == "(" and doc[k + 2].text == ")" and len(doc[k + 1].text) <= 4:
        k, firm = k + 3, True  # ; (ii) publish
    if k + 3 < end and [w.lower_ for w in doc[k : k + 4]] == ["as", "well", "as", "to"]:
        k, firm = k + 3, True  # , as well as to publish
    if k + 2 < end and doc[k].lower_ == "in" and doc[k + 1].lower_ in {"particular", "addition", "parallel"}:
        k = k + 2
    if (
        k + 2 < end
        and doc[k].lower_ in {"where", "when", "if", "as"}
        and doc[k + 1].tag_ in {"JJ", "VBN"}
        and doc[k + 2].text == ","
    ):
        k = k + 3  # , where necessary,
    return k, firm


def join_bare(cuts: list[Cut], bare: Callable[[int, int], bool]) -> list[Cut]:
    """Join each cut that cannot stand alone, as ``bare(start, end)`` tells, to the one behind it; the last one stays."""
    merged: list[Cut] = []
    pending: int | None = None
    for start, end in cuts:
        first = pending if pending is not None else start
        if end != cuts[-1][1] and bare(start, end):
            pending = first
            continue
        merged.append((first, end))
        pending = None
    if pending is not None:
        merged.append((pending, cuts[-1][1]))
    return merged
