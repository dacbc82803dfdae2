"""Tells who holds a role: the person in apposition, the one introduced with it earlier, or the office itself."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from demandgraph.extract.actor_apposition import behind_particulars, far_apposition, recognised, titled_behind
from demandgraph.extract.actor_columns import above as cell_above
from demandgraph.extract.actor_offices import mark, noun_of, office, office_of_state, other_charge
from demandgraph.extract.actor_words import OFFICES, ROLES, TITLES
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast

ACTING = frozenset("acting serving currently in the her his capacity function of as and also".split())
"""Words between two offices of one person: *deputy head, **acting as** head*."""
LAYOUT = frozenset({"address", "signature", "copy", "item"})


def person_at(cast: Cast, line: Line, k: int) -> str | None:
    """The person whose name begins at a token, behind titles such as *Mr*."""
    while (
        k < len(line)
        and line.owner[k] is None
        and (
            line.low[k] in TITLES
            or line.text[k] in {".", '"', "“", "'"}
            or (line.low[k] in {"his", "her", "the"} and k + 1 < len(line) and line.low[k + 1] in TITLES)
        )
    ):
        k += 1
    owner = line.owner[k] if k < len(line) else None
    if owner is not None and owner.how == "name" and owner.start == k and cast.entries[owner.ids[0]].type == "Person":
        return owner.ids[0]
    return None


def holder(cast: Cast, role: Role, before: list[Role]) -> tuple[str | None, str]:
    """The person in apposition to a role: before it, behind it, or shared with the role before."""
    line, k = role.line, role.start - 1
    beside = before[-1] if before and before[-1].line is line and before[-1].end < role.start else None
    between = line.low[beside.end : role.start] if beside is not None else []
    if beside is not None and beside.person and {"as", "acting"} & set(between) and all(w in ACTING for w in between):
        return beside.person, "shared"
    while k >= line.first and (
        line.low[k] in {"the", "a", "an", "then", "its", "their", "our"}
        or line.pos[k] in {"DET", "NUM"}
        or line.text[k].isspace()
    ):
        k -= 1
    if k - 1 >= line.first and line.low[k] in {"and", "&"} and line.text[k - 1] == ",":
        k -= 1
        if line.low[role.start - 1] == "the" and k > line.first and person_ends(cast, line, k - 1):
            return None, "list"  # *Ann Lee, and the envoy of Norland*
        if line.tag[role.noun] in {"NNS", "NNPS"} and person_ends(cast, line, k - 1):
            return None, "list"  # *Ann Lee, and Reef Trust members*
    if k >= line.first and line.text[k] in {",", "(", "-", "--", "—", "–", "/", ":"}:
        previous = line.owner[k - 1] if k - 1 >= line.first else None
        if previous is not None and previous.how == "name" and cast.entries[previous.ids[0]].type == "Person":
            if copied(line, role, before, previous):
                return None, "list"
            if line.tag[role.noun] in {"NNS", "NNPS"}:
                role.others = listed(cast, line, k)
            return previous.ids[0], "name, role"
        if (
            before
            and before[-1].person
            and before[-1].end >= k
            and before[-1].how in {"name, role", "shared", "name is role"}
        ):
            return before[-1].person, "shared"
    elif k >= line.first and (owner := line.owner[k]) is not None and owner.how == "name":
        shown = line.text[role.noun][0].isupper() or line.kind in {"signature", "address"}
        if shown and cast.entries[owner.ids[0]].type == "Person":
            return owner.ids[0], "name, role"
    elif k >= line.first and line.lemma[k] in {"be", "as", "become", "remain"}:
        subject = next(
            (
                c
                for c in line.children(line.head[k] if line.lemma[k] == "as" else k)
                if line.dep[c] == "nsubj" and c < k
            ),
            None,
        )
        if line.low[k] == "as" and (named := recognised(cast, line, k)):
            return named, "name is role"
        if subject is not None and line.lemma[k] != "as":
            ids = cast.resolve(line, subject, 1)
            if len(ids) == 1 and cast.entries[ids[0]].type == "Person":
                return ids[0], "name is role"
    elif k >= line.first and line.low[k] in {"and", "&", ";"} and before and before[-1].end == k:
        shared = before[-1].how != "role of body, then name"
        if shared and before[-1].person:
            return before[-1].person, "shared"
    found = far_apposition(cast, role) or behind_particulars(cast, role) or titled_behind(cast, role)
    if found:
        return found, "name, role"
    k = role.end
    if (
        (role.orgs or (k > role.noun + 2 and line.low[role.noun] in {"leader", "head", "chair", "chairman"}))
        and k + 1 < len(line)
        and line.low[k] in {"is", "was", "remains"}
        and (person := person_at(cast, line, k + 1))
    ):
        return person, "name is role"
    beside_name = k < len(line) and line.text[k] in {",", ":", "-", "—", "–", "("}
    if beside_name and (person := person_at(cast, line, k + 1)) and not opens_clause(line, role.noun, k):
        return person, "role, name"
    if k < len(line) and line.low[k] in {"and", "&"}:  # *Head of A and Chair of B Name*: settled from behind
        return None, "open"
    return None, ""


def opens_clause(line: Line, noun: int, comma: int) -> bool:
    """Whether a comma ends what stands before the clause: *Held by the **officer**, Ann Lee said*, no apposition."""
    owner = line.owner[comma + 1]
    if line.text[comma] != ",":
        return False
    head = owner.head if owner is not None else comma + 1
    if line.tag[noun] in {"NNS", "NNPS"} and line.lemma[noun] != line.low[noun] and line.dep[head] != "appos":
        return line.kind not in LAYOUT
    return line.dep[noun] == "pobj" and line.dep[head] in {"nsubj", "nsubjpass"}


def person_ends(cast: Cast, line: Line, i: int) -> bool:
    """Whether a token belongs to the name of a person."""
    owner = line.owner[i]
    return owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person"


def copied(line: Line, role: Role, before: list[Role], person: Mention) -> bool:
    """Whether a role goes on a list of holders: *to President Ann Lee, **the Secretary of Ports** and the Director of Reefs*."""
    titled = bool(before) and before[-1].line is line and before[-1].end <= person.start <= before[-1].end + 1
    if not titled or line.low[role.start - 1] != "the" or before[-1].person not in person.ids:
        return False
    behind = [w for w in line.low[role.end : role.end + 5] if w not in {"the", "to"}]
    return behind[:1] in (["and"], [","]) and any(singular(w) in ROLES for w in behind[1:3])


def listed(cast: Cast, line: Line, k: int) -> tuple[str, ...]:
    """The persons in a list that ends before token ``k``: *A, B and C, the editors*."""
    found: list[str] = []
    i = k - 1
    while i >= line.first:
        owner = line.owner[i]
        if owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person":
            found += owner.ids
            i = owner.start - 1
        elif line.text[i] in {",", "&"} or line.low[i] == "and":
            i -= 1
        else:
            break
    return tuple(reversed(found))


def settle_roles(cast: Cast, roles: list[Role]) -> None:
    """Give coordinated roles their person, roles without name the one who was introduced with it, and note holders."""
    for left_role, right_role in itertools.pairwise(roles):
        same = left_role.line is right_role.line and right_role.start - left_role.end <= 2
        if (
            left_role.person is None
            and left_role.how == "open"
            and right_role.person
            and same
            and right_role.how != "name, role"
        ):
            left_role.person, left_role.how = right_role.person, "shared"
    for later, role in zip(reversed(roles), [*reversed(roles[:-1])], strict=False):
        listing = role.line is later.line and role.line.kind in LAYOUT and 0 <= later.start - role.end <= 2
        if role.person is None and listing and later.person and later.how in {"role of body, then name", "shared"}:
            role.person, role.how = later.person, "shared"
    signing: str | None = None
    held = {r.line.block for r in roles if r.person}
    for role in roles:  # a name in one line of a signature, the office in the next
        if role.person is None and role.line.kind == "signature" and role.start <= role.line.first + 1:
            above = cell_above(cast, role.line)
            if above is not None and above.block in held:
                continue
            names = (
                [m.ids[0] for m in above.owner if m is not None and m.how == "name"]
                if above and above.kind == "signature"
                else []
            )
            signing = next((n for n in reversed(names) if cast.entries[n].type == "Person"), None)
            if signing is not None:
                role.person, role.how = signing, "name, role"
    for role in roles:  # a name in the first line of an address, the office in the next
        if role.person is None and role.line.kind == "address" and role.start <= role.line.first + 1:
            above = cast.before(role.line)
            top = above is not None and above.kind == "address" and above.block not in held
            person = person_at(cast, above, above.first) if top and above is not None else None
            opening = cast.before(above) if person and above is not None else None
            if person and (opening is None or opening.kind != "address"):
                role.person, role.how = person, "name, role"
    for role in roles:  # an office in one line of an address, the name in the next
        if role.person is None and role.line.kind == "address" and len(role.line) - role.end <= 1:
            below = cast.by_block.get(role.line.block + 1)
            person = person_at(cast, below, below.first) if below is not None and below.kind == "address" else None
            if person is not None:
                role.person, role.how = person, "role, name"
    for role in roles:
        if role.office in cast.entries and role.person:
            cast.merge(role.office, role.person)
    known: dict[str, list[Role]] = {}
    for role in roles:
        if role.person:
            known.setdefault(noun_of(role), []).append(role)
            for org in role.orgs:
                cast.holders.setdefault((noun_of(role), org), role.person)
    for role in roles:
        line = role.line
        if role.person is None and line.tag[role.noun] not in {"NNS", "NNPS"}:
            before = line.low[role.start - 1] if role.start > line.first else ""
            definite = (
                before in {"the", "this", "that", "mr.", "mr", "madam"}
                or line.text[role.noun][0].isupper()
                or bool(role.orgs)
            )
            earlier = [r for r in known.get(noun_of(role), []) if agrees(cast, r, role)]
            if definite and earlier:
                role.person, role.how, role.direct = earlier[0].person, "introduced earlier", False
        if role.person:
            mark(cast, role, role.person)
        elif line.tag[role.noun] not in {"NNS", "NNPS"}:
            office(cast, role) if noun_of(role) in OFFICES else office_of_state(cast, role)


def agrees(cast: Cast, known: Role, role: Role) -> bool:
    """Whether a role without name can be the known one: the same bodies, or none named."""
    if other_charge(known, role):
        return False
    if not role.orgs:
        return True
    if not known.orgs:  # *Statement by the Foreign Minister of Freeland*, and below *Foreign Minister Ann Lee said*
        return role.line.kind in {"title", "heading"} and title_words(known) == title_words(role)
    if set(role.orgs) & set(known.orgs):
        return True
    parents = {cast.entries[o].part_of for o in known.orgs} | {cast.entries[o].part_of for o in role.orgs}
    return bool(parents & (set(role.orgs) | set(known.orgs)) - {None})


def title_words(role: Role) -> list[str]:
    """What a role is called, without the body: *foreign minister*."""
    return [w for w in role.line.low[role.start : role.noun + 1] if w not in {"the", "a", "an"}]
