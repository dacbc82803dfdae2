"""Looks at the words around a head noun that decide which actor it denotes: determiners, adjectives, names beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention

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


LINKED = frozenset("nmod compound appos conj dep".split())


def before_titled(cast: Cast, line: Line, token: int) -> list[str]:
    """The persons coordinated before one that a role opens: *Trust chair **Ann Lee** and governor Tom Bell said*.

    The parser takes such a name for a modifier of the next one.
    """
    mention = line.owner[token]
    found: list[str] = []
    joint = frozenset({"and", "&"})
    while mention is not None and len(found) < 8:
        k = mention.start - 1
        while k > line.first and mention.start - k < 8 and names_role(line, k, mention):
            k -= 1
        bare = k == mention.start - 1 and mention.how != "role"
        if bare or k <= line.first or line.low[k] not in joint:
            break
        k -= line.low[k] in {"and", "&"} and line.text[k - 1] == ","
        other = line.owner[k - 1]
        if other is None or other.how != "name" or cast.entries[other.ids[0]].type != "Person":
            break
        at = other.head
        for _ in range(4):
            if (
                line.dep[at] not in LINKED
                or line.head[at] in range(mention.start, mention.end)
                or line.head[at] == token
            ):
                break
            at = line.head[at]
        if line.dep[at] not in LINKED or not k < line.head[at] <= max(token, mention.end):
            break
        found += other.ids
        mention, joint = other, frozenset({"and", "&", ","})
    return found


def names_role(line: Line, k: int, mention: Mention) -> bool:
    """Whether a token before a person's name belongs to what the person is called by."""
    owner = line.owner[k]
    if k >= mention.start:
        return mention.how == "role"
    if owner is not None:
        return (owner.how == "role" and set(owner.ids) == set(mention.ids)) or (
            owner.how in {"name", "state"}
            and (line.owner[k + 1] is not None and names_role(line, k + 1, mention) and owner.ids != mention.ids)
        )
    return line.pos[k] in {"NOUN", "PROPN", "ADJ"} and line.dep[k] in {"amod", "compound", "nmod", "nsubj", "conj"}


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
