"""Finds who holds which role in which body, or speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import KINSHIP, STATE_ROLES, STATE_SERVANTS
from demandgraph.extract.affiliation_beside import from_prepositions
from demandgraph.extract.affiliation_bodies import (
    body_of_named,
    chamber_of,
    closing_body,
    colleague,
    honoured,
    house,
    owned_body,
    whole_body,
)
from demandgraph.extract.affiliation_clauses import from_clauses
from demandgraph.extract.affiliation_layout import LAYOUT, from_layout
from demandgraph.extract.affiliation_people import late_holder, people_behind
from demandgraph.extract.affiliation_relations import from_relations, from_signed_lines, mentions, ministry, phrase
from demandgraph.extract.affiliation_states import addressed_state, state_of
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular
from demandgraph.model import Affiliation, Phrase
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast

BODIES = {"Organization", "Institution", "Country"}
CONFIDENCE = {
    "rules/affiliation/name-role": 0.9,  # Ann Lee, director of the Harbour Trust
    "rules/affiliation/role-name": 0.9,  # Harbour Trust director Ann Lee; Director of the Harbour Trust Ann Lee
    "rules/affiliation/name-is-role": 0.85,  # Ann Lee is the director of the Harbour Trust
    "rules/affiliation/shared-name": 0.85,  # Ann Lee, director of the Harbour Trust and member of the Port Council
    "rules/affiliation/on-behalf": 0.9,  # Ann Lee, on behalf of the Harbour Trust
    "rules/affiliation/name-of-body": 0.7,  # Ann Lee of the Harbour Trust; Ann Lee (Harbour Trust)
    "rules/affiliation/signature": 0.8,  # Ann Lee / Chair, in a letter of the Harbour Trust
    "rules/affiliation/office-of-state": 0.6,  # Statement by President Ann Lee: Freeland condemns …
    "rules/affiliation/body-then-role": 0.8,  # Harbour Trust, director Ann Lee
    "rules/affiliation/verb": 0.8,  # Ann Lee, who heads the Harbour Trust; the Harbour Trust, led by Ann Lee
    "rules/affiliation/clause": 0.8,  # she works for the Harbour Trust; the Trust, which is led by Ann Lee
    "rules/affiliation/genitive": 0.7,  # the Harbour Trust's Ann Lee
    "rules/affiliation/own-release": 0.7,  # Spokesperson Ann Lee said, in a press release of the Harbour Trust
    "rules/affiliation/signature-of-body": 0.75,  # Harbour Trust – Ann Lee, Tom Bell
}
HOW = {
    "name, role": "name-role", "role of body, then name": "role-name", "role, name": "role-name",
    "name is role": "name-is-role", "shared": "shared-name",
}  # fmt: skip


def find_affiliations(parsed: ParsedDocument, cast: Cast) -> tuple[Affiliation, ...]:
    """Find the affiliations that a document states: one per person and body, the fullest statement first."""
    found: dict[tuple[str, str], Affiliation] = {}
    stated = from_roles, from_layout, from_prepositions, from_clauses, from_relations, from_signed_lines
    for person, body, role, evidence, rule in (f for source in stated for f in source(cast)):
        if person == body or cast.entries[person].type != "Person" or cast.entries[body].type not in BODIES:
            continue
        known = found.get((person, body))
        if known is not None and (known.role or not role):
            continue
        ident = known.id if known else f"aff-{len(found) + 1}"
        found[person, body] = Affiliation(
            ident, person, body, role, (evidence,), CONFIDENCE[f"rules/affiliation/{rule}"], f"rules/affiliation/{rule}"
        )
    return tuple(found.values())


Found = tuple[str, str, str | None, Phrase, str]


def from_roles(cast: Cast) -> Iterator[Found]:
    """Roles whose body is named with them."""
    before: Role | None = None
    first: dict[str, str] = {}
    for role in cast.roles:
        person, previous, before = role.person if role.direct else None, before, role
        noun = role.line.lemma[role.noun].lower()
        if noun in KINSHIP:
            continue
        people = people_behind(cast, role)
        if people and role.how == "name, role" and not role.others:
            person = None  # *X, members of the Trust A and B*: the plural goes with those behind it
        if person is None and not people:
            if (person := late_holder(cast, role, previous)) is None:
                continue
            role = replace(role, person=person, how=role.how or "late", direct=True)
        bodies, rule = bodies_of(cast, role, previous)
        if not bodies and (body := colleague(cast, role, first)):
            bodies = [body]
        if bodies and person is not None:
            first.setdefault(person, bodies[0])
        if people:
            yield from spread(cast, role, people, bodies, rule)
            if person is None or person in {p for p, _ in people}:
                continue
        for other in role.others:
            for body in bodies[:1]:
                yield other, body, role.text, evidence(cast, role.line, other, role.start, role.end), rule
        for body in bodies[: 1 if noun in STATE_ROLES or not coordinated(role) else 3]:
            if person is not None:
                yield person, body, role.text, evidence(cast, role.line, person, role.start, role.end), rule


def spread(
    cast: Cast, role: Role, people: list[tuple[str, str | None]], bodies: list[str], rule: str
) -> Iterator[Found]:
    """A role in the plural, for each person with the own body or the common one; *presidents of A and B, X and Y*."""
    paired = len(bodies) == len(people) > 1 and all(cast.entries[b].type == "Country" for b in bodies)
    for n, (person, own) in enumerate(people):
        body = own if own is not None and serves(cast, role, own) else bodies[n if paired else 0] if bodies else None
        if body is not None:
            yield person, body, role.text, evidence(cast, role.line, person, role.start, role.end), rule


def bodies_of(cast: Cast, role: Role, previous: Role | None) -> tuple[list[str], str]:
    """The bodies in which a role is held, the likeliest source first, and the rule that found them."""
    rule = HOW.get(role.how, "name-role")
    bodies = [b for b in role.orgs if cast.entries[b].type in BODIES and serves(cast, role, b)]
    bodies = within(cast, role, bodies)
    if bodies:
        whole = whole_body(cast, role, bodies[0])
        return ([whole, *bodies[1:]] if whole else bodies), rule
    if body := body_before(cast, role):
        return [body], "body-then-role"
    for source in (ministry, body_of_named, honoured, closing_body, owned_body):
        body = source(cast, role)
        if body and serves(cast, role, body):
            return [body], rule
    if body := split_title(role, previous):
        return [body], rule
    person = role.person or ""
    if role.line.kind == "signature" and (body := letterhead(cast, person)):
        return [body], "signature"
    if body := cast.speaks_for.get(person):
        return [body], "office-of-state"
    if body := chamber_of(cast, role):
        return [body], rule
    if body := state_of(cast, role) or addressed_state(cast, role):
        return [body], "office-of-state"
    if body := house(cast, role):
        return [body], "own-release"
    return [], rule


SWALLOWED = frozenset("amid after before by during against since until following because when while over under".split())


def within(cast: Cast, role: Role, bodies: list[str]) -> list[str]:
    """The bodies of a role without those that it only names: owners of its organ, what stands behind *amid* or *by*.

    *spokeswoman for the **Senate's** Committee on Ports* is of the committee.
    """
    line, kept = role.line, list(bodies)
    if len(kept) > 1 or SWALLOWED & set(line.low[role.noun : role.end]):
        for mention in mentions(line, role.noun + 1, role.end):
            ident = mention.ids[0]
            owning = len(kept) > 1 and line.low[mention.end : mention.end + 1] in (["'s"], ["’s"], ["'"])
            if ident in kept and (owning or SWALLOWED & set(line.low[role.noun : mention.start])):
                kept.remove(ident)
    return kept


def split_title(role: Role, previous: Role | None) -> str | None:
    """The body before a title that hyphens split: *Harbour Gazette editor-in-**chief***."""
    if previous is None or previous.line is not role.line or previous.person or not previous.orgs:
        return None
    return previous.orgs[0] if previous.end + 1 == role.start and role.line.text[previous.end] == "-" else None


def serves(cast: Cast, role: Role, body: str) -> bool:
    """Whether a role can be held in a body: *a Freelandish painter* is of Freeland, not in its service."""
    entry = cast.entries[body]
    if entry.type == "Country":
        return singular(role.line.low[role.noun]) in STATE_SERVANTS
    return not (
        entry.weak
        and " " not in entry.name
        and not entry.name.isupper()
        and not entry.aliases
        and len(entry.mentions) < 2
    )


STATUSES = frozenset(
    "prisoner detainee defendant plaintiff victim survivor widow veteran dissident activist whistleblower".split()
)
"""Nouns for what a person is without holding it in a body."""


def coordinated(role: Role) -> bool:
    """Whether a role names several bodies side by side: *member of A and B*."""
    return " and " in role.text


def body_before(cast: Cast, role: Role) -> str | None:
    """The body that opens the line or list item of a role: *Harbour Trust, director Ann Lee*."""
    line, k = role.line, role.start - 1
    if singular(line.low[role.noun]) in STATUSES:
        return None
    titled = line.low[role.noun + 1 : role.noun + 2] == [":"] and line.text[k] == ","
    if line.kind not in LAYOUT | {"item"} and not titled:
        return None
    while k >= line.first:
        owner = line.owner[k]
        if (
            owner is not None
            and owner.how in {"name", "body"}
            and cast.entries[owner.ids[0]].type in {"Organization", "Institution"}
        ):
            return owner.ids[0]
        k -= 1
    return None


def letterhead(cast: Cast, person: str) -> str | None:
    """The one body in whose name a letter speaks."""
    bodies = [a for a in cast.author if cast.entries[a].type in {"Organization", "Institution"}]
    return bodies[0] if len(bodies) == 1 else None


def evidence(cast: Cast, line: Line, person: str, start: int, end: int) -> Phrase:
    """The words from the person's name to the end of the role, or the role alone if the name is far."""
    for i in [*range(end, min(end + 6, len(line))), *range(start - 1, max(line.first - 1, start - 40), -1)]:
        owner = line.owner[i]
        if owner is not None and person in owner.ids and owner.how == "name":
            return phrase(cast, line, min(start, owner.start), max(end, owner.end))
    return phrase(cast, line, start, end)
