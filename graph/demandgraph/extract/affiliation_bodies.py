"""Finds the body of a role that is not named with it: behind the person, above the organ, the state spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import SAYING, STATE_ROLES
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
    if {"former", "ex"} & set(line.low[max(0, role.start - 1) : role.noun]):
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


def chamber_of(cast: Cast, role: Role) -> str | None:
    """The one parliament of a document, for its speaker: *the **parliamentary speaker**, Ann Lee*."""
    words = role.line.low[role.start : role.noun + 1]
    if words[-1] != "speaker" or not {"parliamentary", "parliament"} & set(
        words
    ):  # *Speaker Lee* may be of another one
        return None
    if {"former", "ex", "then"} & set(words):
        return None
    chambers = [i for i in cast.entries if cast.is_chamber(i) and i not in (*cast.author, *cast.adopter)]
    return chambers[0] if len(chambers) == 1 else None


SPOKEN_FOR = frozenset("spokesperson spokesman spokeswoman".split())
OWN_OFFICES = SPOKEN_FOR | frozenset(
    """convenor convener co-convenor coordinator co-ordinator chair chairperson chairman chairwoman co-chair director
    executive secretary-general treasurer""".split()
)
"""Offices that a body's own press release gives its people without naming itself: ***Spokesperson** Ann Lee said*."""
LONGEST_OFFICE = 4


def house(cast: Cast, role: Role) -> str | None:
    """The body whose own press release a role stands in without a body."""
    noun, line = singular(role.line.low[role.noun]), role.line
    if cast.parsed.document.kind != "PressRelease" or line.kind in LAYOUT or len(cast.author) != 1:
        return None
    kind = cast.entries[cast.author[0]].type
    if noun not in (OWN_OFFICES if kind == "Organization" else SPOKEN_FOR) or kind not in PRIVATE_AND_PUBLIC:
        return None
    plain = role.how in {"role of body, then name", "name, role"} and role.end - role.start <= LONGEST_OFFICE
    alone = role.end <= role.noun + 1 and not any(
        w in {"'s", "his", "her", "its", "a", "an"} for w in line.low[max(0, role.start - 2) : role.start]
    )
    said = any(line.dep[i] == "nsubj" and line.lemma[line.head[i]] in SAYING for i in speaking(role))
    return cast.author[0] if plain and alone and said else None


def speaking(role: Role) -> range:
    """The tokens of a role and of the name that stands beside it."""
    line, first, last = role.line, role.start, role.end
    while (
        first - 1 >= line.first
        and last - first < LONGEST_OFFICE + 6
        and line.text[first - 1] not in {".", '"', "”", "“"}
    ):
        if line.owner[first - 1] is None and line.text[first - 1] != ",":
            break
        first -= 1
    while (
        last < len(line)
        and last - first < LONGEST_OFFICE + 6
        and (line.owner[last] is not None or line.text[last] == ",")
    ):
        last += 1
    return range(first, last)


def addressed_state(cast: Cast, role: Role) -> str | None:
    """The state of an office in an address: the one that the address names, else the only one of the letter."""
    line = role.line
    if line.kind not in {"address", "salutation"} or not any(
        w in HIGH_OFFICES for w in line.low[role.start : role.end]
    ):
        return None
    near = {
        i for other in cast.lines if other.kind == "address" for m in other.owner if m is not None
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


def introduces_speech(line: Line, person: Mention, body: Mention) -> bool:
    """Whether a person and a body introduce what the person says: *Ann Lee, Harbour Trust (HT), Norway, added: …*."""
    k = body.end
    if line.text[person.end] != "," or line.low[person.end + 1 : body.start] not in ([], ["the"]):
        return False
    if line.text[k : k + 1] == ["("]:
        k = next((i + 1 for i in range(k, min(k + 6, len(line))) if line.text[i] == ")"), k)
    if line.text[k : k + 1] == [","] and k + 1 < len(line) and line.text[k + 1][0].isupper():
        place = line.owner[k + 1]
        k = place.end if place is not None and place.start == k + 1 else k + 2
    k += line.text[k : k + 1] == [","]
    return k < len(line) and (line.text[k] == ":" or (line.lemma[k] in SAYING and line.tag[k] in {"VBD", "VBZ"}))


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
    if line.low[first - 1] == "the" and singular(line.low[last - 1]) in STATE_ROLES:
        return None  # an office, which the roles have read or put apart
    if not noun or not plain or line.low[first] == "and" or OPPOSED & {singular(line.low[i]) for i in inside}:
        return None
    return line.words(first, last)
