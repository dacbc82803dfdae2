"""Finds affiliations that verbs, genitives and signature lines state: *Ann Lee, who heads the Trust*, *Trust – Ann Lee*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import ROLES
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention
    from demandgraph.extract.name_line import Line
    from demandgraph.model import Phrase

Found = tuple[str, str, str | None, "Phrase", str]
BODIES = frozenset({"Organization", "Institution"})
LEADING = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair", "chaired": "chair",
    "directs": "director", "directed": "director", "runs": "head", "founded": "founder", "co-founded": "co-founder",
    "represents": "representative", "represented": "representative", "joined": "member", "edits": "editor",
    "edited": "editor", "established": "founder", "created": "founder",
}  # fmt: skip
"""Verbs of holding an office, with the role that their subject has."""
AMBIGUOUS = frozenset("directed joined established created".split())
"""Those that mean something else as often: *directed the Council to act*; only the clause tells."""
WORKING = frozenset({("works", "for"), ("works", "at"), ("works", "with"), ("worked", "for"), ("worked", "at")})
BECOMING = frozenset(
    "is was be became becomes becoming remains appointed elected named made nominated serves served as".split()
)
PREVENTING = frozenset(
    "not never prevented barred blocked stopped denied refused from with by together against".split()
)
"""What says that somebody does not hold the office, or that another does: *arrested **with** members of the Trust*."""
BETWEEN = frozenset(", the a an has had been also currently now then who then-".split())
LOCATING = frozenset("of at for in with".split())
FARTHEST = 11
"""Tokens between the names of a person and of a body that one clause may relate."""
DASHES = frozenset("– — - -- : |".split())
LONGEST_BODY = 6


def from_relations(cast: Cast) -> Iterator[Found]:
    """*Ann Lee heads the Trust*, *Ann Lee was appointed director of the Trust*, *the Trust, led by Ann Lee*."""
    for line in cast.lines:
        if line.casing != "sentence" or line.kind in {"signature", "address", "copy"}:
            continue
        named = [m for m in mentions(line) if m.how in {"name", "body"}]
        for left, right in pairwise(named):
            if right.start - left.end > FARTHEST or right.start >= line.sentence(left.start)[1]:
                continue
            kinds = cast.entries[left.ids[0]].type, cast.entries[right.ids[0]].type
            between = line.low[left.end : right.start]
            words = [w for w in between if w not in BETWEEN]
            span = line.begin[left.start], line.end[right.end - 1]
            if kinds[0] == "Person" and left.how == "name" and kinds[1] in BODIES | {"Country"}:
                role = held(words, kinds[1])
                if role is not None:
                    yield left.ids[0], right.ids[0], role or None, cast.parsed.phrase(*span), "verb"
            elif kinds[1] == "Person" and right.how == "name" and kinds[0] in BODIES:
                role = holding(words, between)
                if role is not None:
                    rule = "genitive" if words == ["'s"] else "verb"
                    yield right.ids[0], left.ids[0], role or None, cast.parsed.phrase(*span), rule


def held(words: list[str], kind: str) -> str | None:
    """The role that the words between a person and a body state, empty for one without a name, ``None`` for none."""
    if kind in BODIES and len(words) == 1 and words[0] in LEADING and words[0] not in AMBIGUOUS:
        return LEADING[words[0]]
    if kind in BODIES and words == ["co", "-", "founded"]:
        return LEADING["co-founded"]
    if kind in BODIES and tuple(words) in WORKING:
        return ""
    rest = [w for w in words if w not in BECOMING]
    if len(rest) == len(words) or len(rest) < 2 or words[0] not in BECOMING or rest[-1] not in LOCATING:
        return None
    if (
        not PREVENTING & set(rest)
        and all(w.replace("-", "").isalpha() for w in rest)
        and any(singular(w) in ROLES for w in rest[:-1])
    ):
        return " ".join(rest[:-1]) if rest[0] not in LOCATING else None
    return None


def holding(words: list[str], between: list[str]) -> str | None:
    """The role that the words between a body and a person state (see :func:`held`)."""
    if len(words) == 2 and words[0] in LEADING and words[1] == "by":
        return LEADING[words[0]]
    if between == ["'s"]:
        return ""
    if words[:1] == ["whose"] and len(words) <= 4 and singular(words[-1]) in ROLES:
        return " ".join(words[1:])
    return None


def ministry(cast: Cast, role: Role) -> str | None:
    """The ministry that a minister without country heads, if the text names it: *Minister for Ports* – *Ministry of Ports*."""
    line = role.line
    if singular(line.low[role.noun]) != "minister":
        return None
    after = [w for w in line.low[role.noun + 1 : role.end] if w not in {"for", "of", "the"}]
    portfolio = " ".join(after) or (line.low[role.noun - 1] if role.noun > role.start else "")
    if not portfolio:
        return None
    wanted = {f"ministry of {portfolio}", f"ministry for {portfolio}", f"{portfolio} ministry"}
    return next((e.id for e in cast.entries.values() if e.type == "Institution" and e.name.lower() in wanted), None)


def from_signed_lines(cast: Cast) -> Iterator[Found]:
    """Signature lines that open with the body: *Harbour Trust – Ann Lee, Tom Bell*; *Harbour Trust: Ann Lee*.

    Words that no rule knows for a body are one where two such lines stand in the document.
    """
    opened = [
        (line, lead, people) for line in cast.lines if line.kind == "signature" for lead, people in openings(cast, line)
    ]
    unknown = [o for o in opened if isinstance(o[1], tuple)]
    for line, lead, people in opened:
        if isinstance(lead, tuple):
            if len(unknown) < 2:
                continue
            entry = cast.registry.create(line.words(*lead), "Organization")
            cast.registry.mention(entry, cast.parsed.phrase(line.begin[lead[0]], line.end[lead[1] - 1]))
            body, start = entry.id, lead[0]
        else:
            body, start = lead.ids[0], lead.start
        for person in people:
            span = cast.parsed.phrase(line.begin[start], line.end[person.end - 1])
            yield person.ids[0], body, None, span, "signature-of-body"


def openings(cast: Cast, line: Line) -> Iterator[tuple[Mention | tuple[int, int], list[Mention]]]:
    """What opens each printed line of a signature before a dash or colon, with the persons named behind it."""
    starts = sorted({line.first, *line.fresh})
    for start, stop in zip(starts, [*starts[1:], len(line)], strict=True):
        dash = next((k for k in range(start + 1, min(stop, start + LONGEST_BODY + 8)) if line.text[k] in DASHES), None)
        if dash is None or (line.text[dash] == "-" and not line.spaced[dash - 1]):
            continue
        people = [
            m for m in mentions(line, dash + 1, stop) if m.how == "name" and cast.entries[m.ids[0]].type == "Person"
        ]
        if not people or people[0].start != dash + 1:
            continue
        owner = line.owner[start]
        if owner is not None:
            kind = cast.entries[owner.ids[0]].type
            if owner.end == dash and owner.how in {"name", "body"} and kind in BODIES | {"Country"}:
                yield owner, people
            elif owner.end == dash and kind == "Group":
                yield (start, dash), people
        elif dash - start <= LONGEST_BODY and unknown_body(line, start, dash):
            yield (start, dash), people


def unknown_body(line: Line, start: int, end: int) -> bool:
    """Whether words that are no known name can name a body: capitalised, and no role."""
    named = all(line.owner[k] is None and line.text[k][0].isupper() for k in range(start, end))
    return named and not any(singular(w) in ROLES for w in line.low[start:end])


def mentions(line: Line, start: int = 0, stop: int | None = None) -> Iterator[Mention]:
    """The mentions in a line, or in a part of it, each once."""
    seen: set[int] = set()
    for mention in line.owner[start:stop]:
        if mention is not None and id(mention) not in seen:
            seen.add(id(mention))
            yield mention


def phrase(cast: Cast, line: Line, start: int, end: int) -> Phrase:
    """The words of a line from token ``start`` to ``end`` (exclusive)."""
    return cast.parsed.phrase(line.begin[start], line.end[end - 1])
