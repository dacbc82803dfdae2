"""Reads the surroundings of a role: far appositions, particulars, verbs of appointing, portfolios, the body behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.authority import key
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention


def far_apposition(cast: Cast, role: Role) -> str | None:
    """*X, the trade and Latin America manager at Y*: the role's first words may be names that the scan stopped at."""
    line = role.line
    for k in range(role.start - 1, max(line.first, role.start - 6), -1):
        if line.pos[k] in {"VERB", "AUX", "PRON", "PUNCT"}:
            return None
        if line.low[k] in {"the", "a", "an"}:
            owner = line.owner[k - 2] if k - 2 >= line.first and line.text[k - 1] == "," else None
            if owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person":
                return owner.ids[0]
            return None
    return None


RECOGNISING = frozenset(
    "recognise recognize appoint elect name nominate declare inaugurate swear confirm reinstate accept regard know".split()
)


def recognised(cast: Cast, line: Line, k: int) -> str | None:
    """The person whom a verb takes for the holder of a role: *recognise **Ann Lee** as president*."""
    owner = line.owner[k - 1] if k - 1 >= line.first else None
    if owner is None or owner.how != "name" or cast.entries[owner.ids[0]].type != "Person":
        return None
    above = line.head[k] if line.dep[k] == "prep" else line.head[owner.head]
    verbs = {line.lemma[above], line.lemma[line.head[owner.head]]}
    return owner.ids[0] if verbs & RECOGNISING else None


PARTICULARS = frozenset("born aged known b. age years old also then formerly".split())


def behind_particulars(cast: Cast, role: Role) -> str | None:
    """The person behind whose name particulars stand before the role: *Ann Lee, **born 1960,** head of the Trust*."""
    line, k = role.line, role.start - 1
    while k >= line.first and line.low[k] in {"the", "a", "an"}:
        k -= 1
    if k < line.first or line.text[k] not in {",", ")"}:
        return None
    for i in range(k - 1, max(line.first, k - 12), -1):
        if line.owner[i] is not None:
            owner = line.owner[i]
            between = line.low[i + 1 : k + 1]
            plain = between[0] in {",", "("} and (
                bool(PARTICULARS & set(between)) or any(w[0].isdigit() for w in between) or len(between) <= 6
            )
            named = owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person"
            return owner.ids[0] if owner is not None and plain and named else None
        if line.tag[i] in {"VBZ", "VBP", "VBD", "MD"} and line.low[i] not in PARTICULARS:
            return None
        if line.text[i] in {".", ";", ":"} or line.low[i] in {"and", "that", "who", "which"}:
            return None
    return None


ACADEMIC = frozenset("professor lecturer dean dr doctor fellow researcher scientist lawyer advocate".split())


def titled_behind(cast: Cast, role: Role) -> str | None:
    """The person who is titled by another body behind the role: *Chair of the Trust, **Norton University Professor** Ann Lee*."""
    line, k = role.line, role.end
    if line.text[k : k + 1] != [","] or not line.text[role.noun][0].isupper() or not role.orgs:
        return None
    titled = False
    for i in range(k + 1, min(len(line), k + 9)):
        owner = line.owner[i]
        if owner is not None and cast.entries[owner.ids[0]].type == "Person":
            return owner.ids[0] if titled and owner.how == "name" else None
        if not line.text[i][0].isupper() and line.low[i] not in {"of", "the", "'s"}:
            return None
        titled = singular(line.low[i]) in ACADEMIC
    return None


PORTFOLIO_HOLDERS = frozenset("minister secretary commissioner".split())
"""Who has several portfolios at once."""


def portfolio_end(line: Line, noun: int, comma: int) -> int:
    """Where a list of portfolios ends: *Minister for Labour**, Trade and Social Security** of Freeland*; 0 if it is none."""
    if singular(line.low[noun]) not in PORTFOLIO_HOLDERS or line.low[noun + 1 : noun + 2] not in (["for"], ["of"]):
        return 0
    k, closed = comma + 1, False
    while k < len(line) and k - comma < 14 and line.owner[k] is None:
        if line.low[k] in {"and", "&"}:
            closed = True
        elif (line.text[k] != "," and not (line.text[k][0].isupper() and line.pos[k] in {"NOUN", "PROPN", "ADJ"})) or (
            closed and line.text[k] == ","
        ):
            break
        k += 1
    return k if closed and k - 1 > comma and line.text[k - 1][0].isupper() else 0


def single(line: Line, person: str, start: int) -> bool:
    """Whether a person stands behind a role alone, without a list of others."""
    k = next((k for k in range(start, len(line)) if (m := line.owner[k]) is not None and person in m.ids), start)
    mention = line.owner[k]
    end = mention.end if mention is not None else k
    return line.low[end : end + 1] not in (["and"], [","], ["&"])


def body_behind(cast: Cast, line: Line, k: int) -> str | None:
    """In an address or signature, the body named after a role: *Chair, Harbour Trust*."""
    if line.kind not in {"address", "signature", "copy", "roster"} or k >= len(line):
        return None
    if line.text[k] in {",", "/", "-", "–", "|"}:
        k += 1
    elif k not in line.fresh:
        return None
    if k < len(line) and line.low[k] == "the":
        k += 1
    owner = line.owner[k] if k < len(line) else None
    if owner is None or owner.how != "name" or owner.start != k:
        return None
    return owner.ids[0] if cast.entries[owner.ids[0]].type in {"Institution", "Organization"} else None


def body_beside(cast: Cast, line: Line, noun: int, k: int) -> Mention | None:
    """The body that follows a role without *of*: *Ann Lee, **chair** Harbour Trust*, in running text only behind a name."""
    owner = line.owner[k] if k < len(line) else None
    if owner is None or owner.how != "name" or owner.start != k or k in line.fresh:
        return None
    if cast.entries[owner.ids[0]].type not in {"Institution", "Organization"}:
        return None
    if line.kind in {"signature", "address", "copy", "roster"}:
        return owner
    behind = owner.end + (line.low[owner.end : owner.end + 1] in (["prof"], ["prof."], ["dr"], ["dr."], ["mr"], ["ms"]))
    person = line.owner[behind] if behind < len(line) else None
    if line.text[noun][0].isupper() and person is not None and cast.entries[person.ids[0]].type == "Person":
        return owner  # *Chairman **Reef Council** Prof. Ann Lee*
    comma = next((i for i in range(noun - 1, max(line.first, noun - 6), -1) if line.text[i] == ","), 0)
    named = line.owner[comma - 1] if comma > line.first else None
    held = named is not None and named.how == "name" and cast.entries[named.ids[0]].type == "Person"
    closed = owner.end >= len(line) or line.text[owner.end] in {",", ".", ";", ")", "*"} or line.low[owner.end] == "and"
    return owner if held and closed and line.tag[noun] in {"NN", "NNP"} else None


def local_body(cast: Cast, text: str) -> str | None:
    """The body whose office a title names in its own documents: *High Representative*."""
    for entry in cast.authority.by_local.get(key(text), ()):
        for parent in cast.authority.parents(entry):
            if parent.iri in cast.registry.by_iri:
                return cast.registry.by_iri[parent.iri]
    return None
