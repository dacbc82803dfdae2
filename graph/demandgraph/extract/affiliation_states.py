"""Finds the state of an office that is named without one: *Prime Minister Ann Lee* in a text on one state, in a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast

HIGH_OFFICES = frozenset("president premier minister chancellor speaker".split())
OWN_OFFICES = (
    "foreign minister", "minister for", "minister of", "foreign secretary", "home secretary", "attorney general",
    "attorney-general", "chief justice", "finance minister", "defence minister", "justice minister", "interior minister",
    "trade minister", "immigration minister", "health minister", "education minister",
)  # fmt: skip
"""Offices that a text names without state where it means that of its own author."""
LAYOUT = frozenset({"signature", "address", "copy"})
FARTHEST = 40
"""Tokens before an office in which its state is named."""
LONGEST_OFFICE = 12


def state_of(cast: Cast, role: Role) -> str | None:
    """The state of an office without one: the only one named shortly before, or that of the author."""
    line = role.line
    if not line.text[role.noun][0].isupper() or line.kind in LAYOUT or role.end - role.start > LONGEST_OFFICE:
        return None
    if {"former", "ex"} & set(line.low[max(0, role.start - 1) : role.noun]):
        return None
    return state_before(cast, role) or state_of_author(cast, role)


def state_before(cast: Cast, role: Role) -> str | None:
    """The one state that is named shortly before an office of state: *protests in Freeland … Prime Minister Ann Lee*."""
    line = role.line
    if singular(line.low[role.noun]) not in HIGH_OFFICES or role.how != "role of body, then name":
        return None
    if role.end - role.start > 3 or line.kind in {"title", "heading"}:
        return None
    first = max(line.first, role.start - FARTHEST)
    named = {m.ids for m in line.owner[first : role.start] if m is not None and is_state(cast, m.ids[0])}
    if len(named) != 1:
        return None
    state = next(iter(named))
    weight = {e.id: len(e.mentions) for e in cast.entries.values() if e.type == "Country"}
    if len(state) != 1 or weight[state[0]] != max(weight.values()):
        return None
    if state[0] in own_states(cast) and scene(cast, role, first) - {cast.entries[state[0]].name}:
        return None  # the author's own state and another as the scene: whose president, the text does not say
    return state[0]


def scene(cast: Cast, role: Role, first: int) -> set[str]:
    """The states named before an office, as mere places too."""
    line = role.line
    known = (
        cast.authority.by_name.get(line.low[k])
        for k in range(first, role.start)
        if line.ent[k] == "GPE" and line.text[k][0].isupper()
    )
    return {k.name for k in known if k is not None and k.type == "Country"}


def state_of_author(cast: Cast, role: Role) -> str | None:
    """The state of the author for an office that every state has: *Foreign Minister Ann Lee* in a union's letter."""
    if role.how not in {"role of body, then name", "role, name"}:
        return None
    words = " ".join(role.line.low[role.start : role.end]) + " "
    if not words.startswith(tuple(office + " " for office in OWN_OFFICES)):
        return None
    own = own_states(cast)
    return next(iter(own)) if len(own) == 1 else None


def own_states(cast: Cast) -> set[str]:
    """The states that the authors are, speak for or have in their names."""
    found = {i for i in cast.author if is_state(cast, i)}
    found |= {s for i in cast.author if (s := cast.speaks_for.get(i)) is not None and is_state(cast, s)}
    return found or homes(cast)


def is_state(cast: Cast, ident: str) -> bool:
    return cast.entries[ident].type == "Country"


def addressed_state(cast: Cast, role: Role) -> str | None:
    """The state of an office in an address: the one that the address names, else the only one of the letter."""
    line = role.line
    if line.kind not in {"address", "salutation", "copy"} or not any(
        w in HIGH_OFFICES for w in line.low[role.start : role.end]
    ):
        return None
    near = {
        i for other in cast.lines if other.kind in {"address", "copy"} for m in other.owner if m is not None
        for i in m.ids if cast.entries[i].type == "Country"
    }  # fmt: skip
    if role.text.lower().startswith("dear "):
        return None
    near = near or homes(cast) or {e.id for e in cast.entries.values() if e.type == "Country"}
    return near.pop() if len(near) == 1 else None


def homes(cast: Cast) -> set[str]:
    """The states that the names of the authors say they are of: the *Freelandish Seamen's Union* writes to its own minister."""
    found = set()
    for ident in cast.author:
        for word in cast.entries[ident].name.lower().split():
            known = cast.authority.by_adjective.get(word) or cast.authority.by_name.get(word)
            if known is not None and known.type == "Country":
                found.add(cast.country(known).id)
    return found
