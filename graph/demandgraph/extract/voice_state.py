"""Finds the state or body for which an official speaks, and whose statement a government's text is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from demandgraph.extract.mentions import names_in
from demandgraph.extract.name_line import Line
from demandgraph.extract.voice_pronouns import plural_voice
from demandgraph.extract.voice_title import WRITING

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast


STATE_OFFICES = frozenset(
    "president premier minister chancellor secretary advisor adviser spokesperson spokesman spokeswoman ambassador king".split()
)


def author_byline(cast: Cast) -> tuple[str, ...]:
    """byline: a short line at the head of a statement names its speaker and the office (*Ida Hall, Secretary of State*)."""
    for line in bylines(cast):
        mention = line.owner[line.first]
        if mention is not None and cast.entries[mention.ids[0]].type == "Person":
            return mention.ids
    return ()


def bylines(cast: Cast) -> list[Line]:
    """The short lines at the head of a statement that name an office of state after a comma."""
    if cast.parsed.document.kind not in {"Statement", "PressRelease"}:
        return []
    return [
        line
        for line in cast.lines[:6]
        if 3 <= len(line) - line.first <= LONGEST_BYLINE
        and line.kind in {"paragraph", "heading", "title"}
        and "," in line.text[line.first + 1 : -1]
        and line.text[-1] not in {".", ":", "!", "?"}
        and STATE_OFFICES & set(line.low[line.text.index(",", line.first) :])
    ]


LONGEST_BYLINE = 14
"""Tokens of a line that gives name and office."""


def author_state(cast: Cast) -> tuple[str, ...]:
    """state: the country, or the body of states, whose positions a document tells that says we outside quotations."""
    if not plural_voice(cast):
        return ()
    best = positions(cast).most_common(1) or positions(cast, "Institution").most_common(1)
    return (best[0][0],) if best and (best[0][1] > 1 or bylines(cast)) else ()


def positions(cast: Cast, kind: str = "Country") -> Counter[str]:
    """How often each country, or body, is subject of a verb by which a government takes a position in the present."""
    found: Counter[str] = Counter()
    for line in cast.lines:
        for k, mention in enumerate(line.owner if line.kind in {"paragraph", "item"} else ()):
            if mention is None or mention.start != k or line.dep[mention.head] not in {"nsubj", "nsubjpass"}:
                continue
            verb = line.head[mention.head]
            felt = [line.low[c] for c in line.children(verb) if line.dep[c] == "acomp"]
            if (line.lemma[verb] in POSITION and line.tag[verb] != "VBD") or set(felt) & FELT:
                found.update(i for i in mention.ids if cast.entries[i].type == kind)
    return found


POSITION = WRITING | frozenset(
    "stand remain commit believe oppose continue recognize recognise concern alarm trouble waver congratulate mourn applaud reject".split()
)
"""Verbs by which a government takes a position."""
FELT = frozenset(
    "concerned troubled alarmed committed proud grateful outraged saddened ready determined appalled dismayed".split()
)
"""What a government says it is."""


def represented(cast: Cast, person: str) -> str | None:
    """The state or body for which a person speaks: that of the person's role, else, for an office of state, the
    country that the document makes act most often."""
    roles = [r for r in cast.roles if r.person == person and r.direct]
    stated = [o for r in roles for o in r.orgs if cast.entries[o].type in {"Country", "Institution", "Organization"}]
    office = any(role.line.lemma[role.noun] in STATE_OFFICES for role in roles)
    if stated and cast.entries[stated[0]].type == "Institution" and office and (best := positions(cast).most_common(1)):
        return best[0][0]  # a ministry's spokesperson tells the positions of the state
    if stated:
        return stated[0]
    if not office:
        return None
    topic = {i for line in cast.lines if line.kind == "title" for i in names_in(cast, line)}
    acting = Counter(
        i for line in cast.lines for k, m in enumerate(line.owner)
        if m is not None and m.start == k and line.dep[m.head] == "nsubj"
        for i in m.ids if cast.entries[i].type == "Country" and i not in topic
    )  # fmt: skip
    best = (positions(cast) or acting).most_common(1)
    return best[0][0] if best else None
