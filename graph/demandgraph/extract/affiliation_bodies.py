"""Finds the body of a role that is not named with it: behind the person, above the organ, the state spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.affiliation_relations import BODIES as PRIVATE_AND_PUBLIC
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention

BODIES = PRIVATE_AND_PUBLIC | {"Country"}
LAYOUT = frozenset({"signature", "address", "copy"})
OF = frozenset({"of", "from", "with", "at"})


HIGH_OFFICES = frozenset("president premier minister chancellor speaker".split())
FARTHEST = 40
"""Tokens before an office in which its state is named."""


def state_of(cast: Cast, role: Role) -> str | None:
    """The one state that is named shortly before an office of state: *protests in Freeland … Prime Minister Ann Lee*."""
    line = role.line
    if singular(line.low[role.noun]) not in HIGH_OFFICES or not line.text[role.noun][0].isupper():
        return None
    if role.how != "role of body, then name" or role.end - role.start > 3 or line.kind in LAYOUT | {"title", "heading"}:
        return None
    named = {
        m.ids
        for m in line.owner[max(line.first, role.start - FARTHEST) : role.start]
        if m is not None and cast.entries[m.ids[0]].type == "Country"
    }
    if len(named) != 1:
        return None
    state = next(iter(named))
    weight = {e.id: len(e.mentions) for e in cast.entries.values() if e.type == "Country"}
    most = max(weight.values())
    return state[0] if len(state) == 1 and weight[state[0]] == most else None


ORGANS = frozenset("board council committee department division unit office faculty school section team desk".split())


def whole_body(cast: Cast, role: Role, organ: str) -> str | None:
    """The body that an organ is said to be of behind a comma: *Chair of the Executive Board, **the Harbour Trust***."""
    line, k = role.line, role.end
    entry = cast.entries[organ]
    if singular(entry.name.lower().split()[-1]) not in ORGANS or k + 1 >= len(line) or line.text[k] != ",":
        return None
    k += 1 + (line.low[k + 1] == "the")
    owner = line.owner[k] if k < len(line) else None
    if owner is None or owner.how != "name" or owner.start != k or organ in owner.ids or len(entry.mentions) > 1:
        return None
    if cast.entries[owner.ids[0]].type not in {"Organization", "Institution"}:
        return None
    entry.part_of = entry.part_of or owner.ids[0]
    return owner.ids[0]


def body_of_named(cast: Cast, role: Role) -> str | None:
    """The body named behind the person whom a role introduces: *President Ann Lee **of Freeland***."""
    line, k = role.line, role.end
    while k < len(line) and line.owner[k] is None and k - role.end < 3:
        k += 1
    owner = line.owner[k] if k < len(line) else None
    if owner is None or role.person not in owner.ids or owner.end + 1 >= len(line) or line.low[owner.end] not in OF:
        return None
    k = owner.end + 1 + (line.low[owner.end + 1] == "the")
    body = line.owner[k] if k < len(line) else None
    if body is None or body.how not in {"name", "state"} or cast.entries[body.ids[0]].type not in BODIES:
        return None
    return body.ids[0]


OPPOSED = frozenset(
    """critic opponent enemy rival adversary victim target supporter friend survivor prisoner ally fan guest part
    front light case terms place charge search support favour favor response addition one some many most""".split()
)
"""What one is without belonging to the body: *Ann Lee, a **critic** of the Trust*."""
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
AT = frozenset("at with of for from".split())


def trade(line: Line, person: Mention, body: Mention) -> str | None:
    """A title that no lexicon has, between a person and a body: *Ann Lee, **crane technician** at the Trust*."""
    first, last = person.end, body.start - 1
    if line.low[last] == "the":
        last -= 1
    if first >= last - 1 or line.text[first] != "," or line.low[last] not in AT or last - first > 7:
        return None
    first += 1 + (line.low[first + 1] in {"a", "an", "the"})
    inside = range(first, last)
    noun = any(line.pos[i] in {"NOUN", "PROPN"} and line.owner[i] is None for i in inside)
    plain = all(line.pos[i] in NAMING or line.low[i] in {"and", "-"} for i in inside)
    if not noun or not plain or line.low[first] == "and" or OPPOSED & {singular(line.low[i]) for i in inside}:
        return None
    return line.words(first, last)
