"""Finds the persons of a role that stand farther from it: in a list behind it, before *one of the*, above *as*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.actor_holders import person_at
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.name_line import Line

OPENING = frozenset(", : – — - ( such as including like namely".split())
JOINING = frozenset(", and & ;".split())
BETWEEN_OFFICES = frozenset(
    "and & , now then later currently formerly also previously since today the a an who is was".split()
)
"""Words between two offices of one person: *former director of the Trust **and now** chair of the Union*."""
MODIFYING = frozenset("amod compound nmod det advmod poss nummod punct npadvmod".split())
HOLDING = frozenset(
    """work serve act resign retire continue remain start begin step stand quit return swear volunteer employ sit
    take elect appoint name choose nominate select designate reelect re-elect install confirm reappoint inaugurate
    replace dismiss remove fire sack suspend hire succeed recognise recognize leave""".split()
)
"""Verbs of which *as* names the office of a person."""
APPOINTING = frozenset(
    """elect appoint name choose nominate select designate reelect re-elect install confirm reappoint replace dismiss
    remove fire sack suspend hire recognise recognize""".split()
)
"""Those whose object it is that has the office."""
POSTS = frozenset("post position role job office capacity function duty duties work time tenure seat".split())
PRESENT = frozenset("VBZ VBD VBN VBG VBP VB".split())


def people_behind(cast: Cast, role: Role) -> list[tuple[str, str | None]]:
    """The persons listed behind a role in the plural, each with the body named with it alone, if any.

    *members of the Trust **Ann Lee, Tom Bell** and **Mia Lund***; *ministers **Ann Lee of Freeland** and **Tom Bell of
    Norland***. One name is no list: *the Trust's partners Salt with Pepper*.
    """
    line, k = role.line, role.end
    if line.low[role.noun] == singular(line.low[role.noun]):
        return []
    if line.low[role.start] == "following" or line.low[role.start - 1 : role.start] == ["following"]:
        k = next((i for i in range(k, min(k + 12, len(line))) if line.text[i] == ":"), k)
    while k < len(line) and k - role.end < 16 and line.owner[k] is None and line.low[k] in OPENING:
        k += 1
    found: list[tuple[str, str | None]] = []
    while k < len(line) and (person := person_at(cast, line, k)):
        while line.owner[k] is None or person not in line.owner[k].ids:  # type: ignore[union-attr]
            k += 1  # titles
        k = line.owner[k].end  # type: ignore[union-attr]
        body, k = own_body(cast, line, k)
        found.append((person, body))
        while k < len(line) and line.low[k] in JOINING:
            k += 1
    return found if len(found) > 1 else []


def own_body(cast: Cast, line: Line, k: int) -> tuple[str | None, int]:
    """The body right behind a name, *of Freeland* or *(Harbour Trust)*, and where that ends."""
    if k + 1 >= len(line) or (line.low[k] not in {"of", "from"} and line.text[k] != "("):
        return None, k
    at = k + 1 + (line.low[k + 1] == "the")
    owner = line.owner[at] if at < len(line) else None
    if owner is None or owner.how not in {"name", "state"} or cast.entries[owner.ids[0]].type in {"Person", "Group"}:
        return None, k
    end = owner.end
    if line.text[k] == "(":
        end = next((i + 1 for i in range(end, min(end + 8, len(line))) if line.text[i] == ")"), end)
    return owner.ids[0], end


def late_holder(cast: Cast, role: Role, before: Role | None) -> str | None:
    """The person of a role to which the roles gave none.

    Parameters
    ----------
    before : the role that stands before it in the document
    """
    line = role.line
    if role.how == "list" or {m.how for m in line.owner[role.start : role.end] if m is not None} == {"body"}:
        return None  # *representative of the organisation*: whose, too much is guessed at once
    if line.tag[role.noun] not in {"NNS", "NNPS"}:
        if before is not None and before.line is line and before.person and 0 < role.start - before.end <= 4:
            between = line.low[before.end : role.start]
            if {"and", "&"} & set(between) and BETWEEN_OFFICES.issuperset(between):
                return before.person
        return modified_behind(cast, role) or with_as(cast, role) or appointed(cast, role) or entered(cast, role)
    return one_of(cast, role)


LISTING = frozenset({"signature", "roster", "copy"})


def entered(cast: Cast, role: Role) -> str | None:
    """The person whose entry in a list a role ends: *Ann Lee, chair Reef Union (Norton) **and Harbour Trust secretary***."""
    line = role.line
    if line.kind not in LISTING or role.person is not None:
        return None
    k = line.first
    named = {m.ids[0] for m in line.owner[line.first :] if m is not None and m.how == "name"}
    several = sum(cast.entries[i].type == "Person" for i in named) != 1
    person = None if several else person_at(cast, line, k)
    joined = any(w in JOINING for w in line.low[max(line.first, role.start - 2) : role.start])
    return person if joined and role.start > line.first + 2 else None


def one_of(cast: Cast, role: Role) -> str | None:
    """*Ann Lee, **one of the** founders of the Trust*; *Ann Lee is one of the founders of the Trust*."""
    line, k = role.line, role.start - 1
    while k > line.first and line.low[k] in {"the", "its", "their", "of", "chief", "main", "principal", "original"}:
        k -= 1
    if k <= line.first or line.low[k] not in {"one", "some"} or line.low[k + 1 : k + 2] != ["of"]:
        return None
    if line.low[k - 1] in {",", "(", "–", "—"}:
        return name_ending(cast, line, k - 1)
    if line.lemma[k - 1] == "be":
        return single_person(cast, line, next((c for c in line.children(k - 1) if line.dep[c] == "nsubj"), None))
    return None


def name_ending(cast: Cast, line: Line, k: int) -> str | None:
    """The person whose name ends before a token."""
    owner = line.owner[k - 1] if k > line.first else None
    named = owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person"
    return owner.ids[0] if owner is not None and named else None


def modified_behind(cast: Cast, role: Role) -> str | None:
    """The person before a role that opens with a participle: *Ann Lee, **presiding** judge of the Court*."""
    line, k = role.line, role.start - 1
    while k > line.first and role.start - k <= 5 and line.owner[k] is None and line.dep[k] in MODIFYING:
        if line.text[k] == "," or line.head[k] < k:
            break
        k -= 1
    if line.text[k] != "," or not any(line.tag[i] in {"VBG", "VBN"} for i in range(k + 1, role.start)):
        return None
    return name_ending(cast, line, k)


def with_as(cast: Cast, role: Role) -> str | None:
    """*Ann Lee works **as** a lawyer for the Trust*, *was elected **as** chair*, *resigned from her post **as** chair*."""
    line, k = role.line, role.start - 1
    while k > line.first and line.low[k] in {"a", "an", "the", "its", "their", "new", "first"}:
        k -= 1
    if k < line.first or line.low[k] != "as":
        return None
    if line.low[role.end : role.end + 1] == [","] and (person := person_at(cast, line, role.end + 1)):
        return person  # *As chair of the Trust, Ann Lee opened it*
    verb = line.head[k]
    if line.low[verb] in POSTS and line.pos[line.head[verb]] == "ADP":
        verb = line.head[line.head[verb]]
    if line.lemma[verb] not in HOLDING or not real(line, verb):
        return None
    if line.lemma[verb] in APPOINTING:
        kids = [c for c in line.children(verb) if line.dep[c] in {"dobj", "nsubjpass"}]
        return single_person(cast, line, kids[0] if kids else relative(line, verb))
    return single_person(cast, line, subject(line, verb))


def appointed(cast: Cast, role: Role) -> str | None:
    """*The Trust appointed **Ann Lee** executive director*: the person between the verb and the office."""
    line, k = role.line, role.start
    owner = line.owner[k - 1] if k > line.first else None
    if owner is None or not (person := name_ending(cast, line, k)):
        return None
    verb = owner.start - 1
    return person if verb >= line.first and line.lemma[verb] in APPOINTING and real(line, verb) else None


def relative(line: Line, verb: int) -> int | None:
    """The noun that a clause modifies: *Ann Lee, **elected** as chair*."""
    return line.head[verb] if line.dep[verb] in {"acl", "relcl"} else None


def subject(line: Line, verb: int) -> int | None:
    """Who does what a verb says, across relative pronouns, coordination, participles."""
    for _ in range(4):
        for c in line.children(verb):
            if line.dep[c] in {"nsubj", "nsubjpass"}:
                return line.head[verb] if line.low[c] in {"who", "that", "which"} else c
        if line.dep[verb] in {"acl", "relcl"}:
            return line.head[verb]
        if line.dep[verb] == "conj" or (line.dep[verb] == "advcl" and line.tag[verb] in {"VBG", "VBN"}):
            verb = line.head[verb]
            continue
        return None
    return None


def real(line: Line, verb: int) -> bool:
    """Whether a verb tells what is or was: not denied, not merely possible, wanted or supposed."""
    if line.pos[verb] not in {"VERB", "AUX"} or line.dep[verb] in {"xcomp", "pcomp"}:
        return False
    for c in line.children(verb):
        if line.dep[c] == "neg" or line.tag[c] == "MD" or (line.dep[c] == "mark" and line.low[c] in {"if", "to"}):
            return False
        if line.low[c] in {"never", "to"}:
            return False
    return not (line.tag[verb] == "VB" and line.dep[verb] == "ROOT")


def single_person(cast: Cast, line: Line, token: int | None) -> str | None:
    """The one named person that a noun phrase stands for."""
    people = list(named_people(cast, line, token))
    return people[0] if len(people) == 1 else None


def named_people(cast: Cast, line: Line, token: int | None) -> Iterator[str]:
    """The named persons that a noun phrase or pronoun stands for."""
    if token is None:
        return
    for ident in cast.resolve(line, token, 1):
        if cast.entries[ident].type == "Person" and cast.entries[ident].named:
            yield ident
