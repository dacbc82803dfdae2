"""Finds the body of a role that is not named with it: behind the person, above the organ, owned by *its* or *the group's*."""

from __future__ import annotations

from collections.abc import Mapping
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


def chamber_of(cast: Cast, role: Role) -> str | None:
    """The one parliament of a document, for its speaker or member: *the **parliamentary speaker**, Ann Lee*."""
    words = role.line.low[role.start : role.noun + 1]
    if words[-1] in {"member", "mp"} and role.line.low[role.noun + 1 : role.noun + 2] == ["for"]:
        if role.line.text[role.end - 1][0].isupper():  # *Ann Lee, Member for North Amber*
            chambers = [i for i in cast.entries if cast.is_chamber(i)]
            return chambers[0] if len(chambers) == 1 else None
        return None
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


OWNING = frozenset({"'s", "’s", "'", "’"})


def owned_body(cast: Cast, role: Role) -> str | None:
    """The body that a possessive before a role stands for: ***its** chair, Ann Lee*; ***the group's** chair*."""
    line, k = role.line, role.start - 1
    while k > line.first and line.owner[k] is None and line.pos[k] == "ADJ" and line.head[k] == role.noun:
        k -= 1
    if k < line.first:
        return None
    if line.low[k] in OWNING and k - 1 >= line.first and line.dep[k - 1] == "poss":
        token = k - 1
    elif line.low[k] in {"its", "their"}:
        token = k
    else:
        return None
    ids = cast.resolve(line, token, 1)
    if not ids and line.low[token] in BODY_NOUNS and (last := last_body(cast, line, token)):
        ids = (last,)
    if not ids and line.low[token] == "its" and (last := last_body(cast, line, token)):
        ids = (last,)
    if len(ids) != 1 or not cast.entries[ids[0]].named or cast.entries[ids[0]].type not in BODIES:
        return None
    return ids[0]


BODY_NOUNS = frozenset(
    """group organisation organization company firm corporation union party charity ngo association network agency
    foundation institute university college movement newspaper magazine outlet watchdog think-tank""".split()
)
"""Nouns that take up a body whose name does not contain them: *Reef Watch … the **group's** chair*."""


def last_body(cast: Cast, line: Line, token: int) -> str | None:
    """The organisation named last before a token, in its line or the one above."""
    above = cast.before(line)
    for other, end in ((line, token), (above, len(above) if above is not None else 0)):
        if other is None:
            continue
        for k in range(end - 1, other.first - 1, -1):
            owner = other.owner[k]
            if owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Organization":
                return owner.ids[0]
    return None


def colleague(cast: Cast, role: Role, found: Mapping[str, str]) -> str | None:
    """The body of the one whose deputy somebody is: *chair Ann Lee and **her** deputy, Tom Bell*.

    Parameters
    ----------
    found : the first body of each person whose affiliation is known
    """
    line, k = role.line, role.start - 1
    if k < line.first or line.low[k] not in {"his", "her"} or line.low[role.start] not in ASSISTING:
        return None
    ids = cast.resolve(line, k, 1)
    return found.get(ids[0]) if len(ids) == 1 else None


ASSISTING = frozenset(
    "deputy successor predecessor vice assistant adviser advisor spokesman spokeswoman spokesperson".split()
)


def closing_body(cast: Cast, role: Role) -> str | None:
    """The body behind a comma that closes an apposition: *Ann Lee (Director, **Harbour Trust**)*."""
    line, k = role.line, role.end
    if role.how != "name, role" or not line.text[role.noun][0].isupper() or line.low[k : k + 1] != [","]:
        return None
    k += 1 + (line.low[k + 1 : k + 2] == ["the"])
    owner = line.owner[k] if k < len(line) else None
    if owner is None or owner.how != "name" or owner.start != k or owner.end >= len(line):
        return None
    known = cast.entries[owner.ids[0]].type in {"Organization", "Institution"}
    return owner.ids[0] if known and line.text[owner.end] in {")", ",", ":", ";", "–", "—"} else None


def honoured(cast: Cast, role: Role) -> str | None:
    """The body behind a title of honour: *Ann Lee, professor **emerita** at Harbour University*."""
    line, k = role.line, role.end
    if (
        line.low[k : k + 1] not in (["emerita"], ["emeritus"])
        or line.low[k + 1 : k + 2] == []
        or line.low[k + 1] not in OF
    ):
        return None
    k += 2 + (line.low[k + 2 : k + 3] == ["the"])
    owner = line.owner[k] if k < len(line) else None
    return owner.ids[0] if owner is not None and owner.how == "name" and owner.start == k else None
