"""Looks at the words around a head noun that decide which actor it denotes: determiners, adjectives, names beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

MEN = frozenset(
    "team terrorist fighter militant gunman gunmen officer agent soldier trooper troop troops operative guerrilla insurgent".split()
)
"""By whom a body acts: *KGB officers* are the KGB."""
ARMS = frozenset(
    """aircraft airstrike airstrikes artillery bomb bombs bomber bombers drone drones gunboat gunboats helicopter helicopters
    jet jets missile missiles plane planes rocket rockets ship ships shelling strike strikes submarine tank tanks vessel
    vessels warplane warplanes warship warships""".split()
)
"""By what a state wages war: *Freelandish **jets*** bombed the port, that is Freeland did."""
OTHER = frozenset(
    "ruling governing other another different local rival regional provincial district lower higher foreign".split()
)
"""Adjectives that make it another body."""


def listed(line: Line, token: int) -> bool:
    """Whether a name opens a list of names."""
    named = line.owner[token] is not None
    return named and any(line.dep[c] == "conj" and line.owner[c] is not None for c in line.children(token))


BODIES = frozenset({"Institution", "Organization"})


def introduced(cast: Cast, line: Line, head: int, kinds: frozenset[str] = frozenset({"Person"})) -> str | None:
    """Whom a noun introduces without a comma: *her **colleague** Ann Lee*, *the relief **organisation** Harbour Aid*."""
    for child in line.children(head):
        owner = line.owner[child] if child > head and line.dep[child] == "appos" else None
        if owner is not None and owner.start == head + 1 and cast.entries[owner.ids[0]].type in kinds:
            return owner.ids[0]
    return None


def distinguished(cast: Cast, line: Line, head: int) -> bool:
    """Whether an adjective sets a body apart from the one named before: *the **ruling** party*, *the Freelandish court*."""
    return any(
        line.low[c] in OTHER or (line.dep[c] == "amod" and cast.adjective_at(line, c) is not None)
        for c in line.children(head)
        if c < head
    )


def people(cast: Cast, line: Line, head: int) -> str | None:
    """The people of a country: *the Belarusian people*, *the people of Belarus*."""
    if head - 1 >= line.first and (known := cast.adjective_at(line, head - 1)) is not None:
        start = head - 1
        while start > line.first and cast.adjective_at(line, start - 1) is known:
            start -= 1
        return cast.people(known.iri, line, start, head + 1)
    if head + 1 < len(line) and line.low[head + 1] in {"of", "in"}:
        k = head + 2
        if k < len(line) and line.low[k] == "the":
            k += 1
        owner = line.owner[k] if k < len(line) else None
        if (
            owner is not None
            and owner.how == "name"
            and (known := cast.entries[owner.ids[0]].known)
            and known.type == "Country"
        ):
            return cast.people(known.iri, line, head, owner.end)
    return None


def definite(line: Line, head: int) -> bool:
    return any(
        line.low[c] in {"the", "this", "our", "its", "that", "their", "his", "her"}
        for c in line.children(head)
        if c < head
    )


def asked(line: Line, head: int) -> bool:
    """Whether somebody asks the one that a noun denotes for something: *urge those who …*, *call on those with …*."""
    above = line.head[head]
    if line.dep[above] == "prep":
        above = line.head[above]
    return line.lemma[above] in {
        "call",
        "urge",
        "appeal",
        "ask",
        "demand",
        "encourage",
        "request",
        "invite",
        "implore",
        "press",
    }


def follows(line: Line, head: int, end: int) -> bool:
    return head + 1 < len(line) and line.low[head + 1] not in {",", ".", "of"}


def leading_name(cast: Cast, line: Line, head: int) -> str | None:
    """The actor whose name or demonym stands before a head: *the **NAM** team*."""
    for child in line.children(head):
        if child < head and line.dep[child] in {"compound", "poss", "nmod", "amod"} and (m := line.owner[child]):
            return m.ids[0]
    return None


def quality(cast: Cast, line: Line, head: int, owner: str | None) -> bool:
    """Whether leadership is what somebody shows, not those who lead: *the Minister's **leadership** on trade*."""
    return line.low[head + 1 : head + 2] in (["on"], ["in"]) or (
        owner is not None and cast.entries[owner].type == "Person"
    )


CAMPS = frozenset("democratic opposition political progressive rebel pro social popular left right separatist".split())


def of_state(cast: Cast, line: Line, first: int, head: int) -> bool:
    """Whether forces are those of a state: *the **Sudlandish** forces*, *Sudland's forces*; not *its democratic forces*."""
    if any(w in CAMPS or w.startswith(("pro-", "anti-")) for w in line.low[first:head]):
        return False
    start = min([first, *(c for c in line.children(head) if c < head)])
    owners = (m for k in range(start, head) if (m := line.owner[k]) is not None)
    return any(cast.adjective_at(line, k) is not None for k in range(start, head)) or any(
        cast.entries[m.ids[0]].type == "Country" for m in owners
    )
