"""Finds affiliations in signatures, address and copy lines: *Ann Lee, on behalf of the Trust*, *Ann Lee, Trust*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.affiliation_relations import mentions, phrase

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention
    from demandgraph.extract.name_line import Line
    from demandgraph.model import Phrase

Found = tuple[str, str, str | None, "Phrase", str]
BODIES = frozenset({"Organization", "Institution", "Country"})
LAYOUT = frozenset({"signature", "address", "copy", "roster"})


def from_layout(cast: Cast) -> Iterator[Found]:
    """Signature, address and copy lines: *Ann Lee, on behalf of the Trust*; *Ann Lee, Harbour Trust*."""
    for line in cast.lines:
        if line.kind not in LAYOUT:
            continue
        last: Mention | None = None
        spoken_for: Mention | None = None
        for mention in mentions(line):
            kind = cast.entries[mention.ids[0]].type
            if kind == "Person" and mention.how == "name":
                last = mention
                if spoken_for is not None and mention.start - spoken_for.end == 1:
                    span = phrase(cast, line, spoken_for.start, mention.end)
                    yield mention.ids[0], spoken_for.ids[0], "on behalf of", span, "on-behalf"
                    last = None
                spoken_for = None
            elif (
                kind in BODIES
                and opens_with_behalf(line, mention)
                and (last is None or named_behind(cast, line, mention))
            ):
                spoken_for, last = mention, None  # *On behalf of the Harbour Trust: Ann Lee*
            elif last is not None and mention.how in {"name", "body"} and kind in BODIES:
                stated = beside(line, last, mention)
                if stated is not None and not listed_bodies(cast, line, last, mention):
                    yield last.ids[0], mention.ids[0], stated[0], phrase(cast, line, last.start, mention.end), stated[1]
                    last = None


def beside(line: Line, person: Mention, body: Mention) -> tuple[str | None, str] | None:
    """The role and the rule by which a name and a body behind it go together in a printed line or two."""
    between = line.low[person.end : body.start]
    if "behalf" in between:
        return "on behalf of", "on-behalf"
    articled = 2 if between[-1:] == ["the"] else 1
    if 2 < len(between) <= 7 and between[0] == "," and between[-articled] == "of":
        title = line.words(person.end + 1, body.start - articled)
        if title[:1].isupper():  # *Ann Lee, Harbourmaster of the Trust*: a title that no lexicon has
            return title, "name-role"
    return (None, "name-of-body") if all(w in PLAIN for w in between) else None


PLAIN = frozenset({",", "-", "–", "—", "(", "the", "/", "for"})


def named_behind(cast: Cast, line: Line, body: Mention) -> bool:
    """Whether a person is named right behind a body, at most a colon between."""
    k = body.end + (line.text[body.end : body.end + 1] == [":"])
    owner = line.owner[k] if k < len(line) else None
    return owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person"


def listed_bodies(cast: Cast, line: Line, person: Mention, body: Mention) -> bool:
    """Whether the name of a body was taken for a person: in a list of bodies one a line, or before its own initials."""
    initials = "".join(w[0] for w in line.text[person.start : person.end] if w[0].isupper())
    short = line.words(body.start, body.end)
    if line.text[body.start - 1] == "(" and short.isupper() and len(short) > 2 and short.endswith(initials):
        return True
    if body.start not in line.fresh:
        return False
    heads = [line.owner[k] for k in sorted({line.first, *line.fresh})]
    kinds = [cast.entries[m.ids[0]].type for m in heads if m is not None and m.how in {"name", "body"}]
    return sum(k in {"Organization", "Institution"} for k in kinds) > 2 * kinds.count("Person")


def opens_with_behalf(line: Line, mention: Mention) -> bool:
    """Whether a printed line begins with *On behalf of* (or *For*) and a body."""
    k = mention.start - 1 - (line.low[mention.start - 1] == "the") if mention.start > line.first else -1
    if k < line.first:
        return False
    start = k - 2 if line.low[max(line.first, k - 2) : k + 1] == ["on", "behalf", "of"] else k
    return (start < k or line.low[k] == "for") and (start <= line.first or start in line.fresh)
