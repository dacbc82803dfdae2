"""Finds who holds which role in which body, or speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import KINSHIP, STATE_ROLES, STATE_SERVANTS
from demandgraph.extract.affiliation_bodies import (
    addressed_state,
    body_of_named,
    chamber_of,
    house,
    introduces_speech,
    state_of,
    trade,
    whole_body,
)
from demandgraph.extract.affiliation_relations import from_relations, from_signed_lines, ministry
from demandgraph.extract.name_lexicon import BODY_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular
from demandgraph.model import Affiliation, Phrase
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from demandgraph.extract.actor_roles import Role
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention

BODIES = {"Organization", "Institution", "Country"}
LAYOUT = {"signature", "address", "copy", "roster"}
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
    stated = from_roles, from_layout, from_prepositions, from_relations, from_signed_lines
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
    for role in cast.roles:
        noun = role.line.lemma[role.noun].lower()
        if not role.person or not role.direct or noun in KINSHIP:
            continue
        bodies = [b for b in role.orgs if cast.entries[b].type in BODIES and serves(cast, role, b)]
        rule = HOW.get(role.how, "name-role")
        if bodies and (whole := whole_body(cast, role, bodies[0])):
            bodies = [whole, *bodies[1:]]
        if not bodies and (body := body_before(cast, role)):
            bodies, rule = [body], "body-then-role"
        if not bodies and (body := ministry(cast, role)):
            bodies = [body]
        if not bodies and (body := body_of_named(cast, role)) and serves(cast, role, body):
            bodies = [body]
        if not bodies and role.line.kind == "signature" and (body := letterhead(cast, role.person)):
            bodies, rule = [body], "signature"
        if not bodies and (body := cast.speaks_for.get(role.person)):
            bodies, rule = [body], "office-of-state"
        if not bodies and (body := chamber_of(cast, role)):
            bodies = [body]
        if not bodies and (body := state_of(cast, role) or addressed_state(cast, role)):
            bodies, rule = [body], "office-of-state"
        if not bodies and (body := house(cast, role)):
            bodies, rule = [body], "own-release"
        for person in role.others:
            for body in bodies[:1]:
                yield person, body, role.text, evidence(cast, role.line, person, role.start, role.end), rule
        for body in bodies[: 1 if noun in STATE_ROLES or not coordinated(role) else 3]:
            yield role.person, body, role.text, evidence(cast, role.line, role.person, role.start, role.end), rule


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


def from_layout(cast: Cast) -> Iterator[Found]:
    """Signature, address and copy lines: *Ann Lee, on behalf of the Trust*; *Ann Lee, Harbour Trust*."""
    for line in cast.lines:
        if line.kind not in LAYOUT:
            continue
        last: Mention | None = None
        spoken_for: Mention | None = None
        for mention in mentions(line):
            kind = cast.entries[mention.ids[0]].type
            if kind == "Person" and mention.how == "name":
                last = mention
                if spoken_for is not None and mention.start - spoken_for.end == 1:
                    span = phrase(cast, line, spoken_for.start, mention.end)
                    yield mention.ids[0], spoken_for.ids[0], "on behalf of", span, "on-behalf"
                    last = None
                spoken_for = None
            elif kind in BODIES and opens_with_behalf(line, mention):
                spoken_for, last = mention, None  # *On behalf of the Harbour Trust: Ann Lee*
            elif last is not None and mention.how in {"name", "body"} and kind in BODIES:
                between = line.low[last.end : mention.start]
                behalf = "behalf" in between
                if (
                    len(between) > 2
                    and between[0] == ","
                    and between[-1] in {"of", "the"}
                    and "of" in between[-2:]
                    and len(between) <= 7
                ):
                    title = line.words(last.end + 1, mention.start - (2 if between[-1] == "the" else 1))
                    if title[:1].isupper():  # *Ann Lee, Harbourmaster of the Trust*: a title that no lexicon has
                        yield (
                            last.ids[0],
                            mention.ids[0],
                            title,
                            phrase(cast, line, last.start, mention.end),
                            "name-role",
                        )
                        last = None
                        continue
                if behalf or all(w in {",", "-", "–", "—", "(", "the", "/", "for"} for w in between):
                    role = "on behalf of" if behalf else None
                    rule = "on-behalf" if behalf else "name-of-body"
                    yield last.ids[0], mention.ids[0], role, phrase(cast, line, last.start, mention.end), rule
                    last = None


def opens_with_behalf(line: Line, mention: Mention) -> bool:
    """Whether a printed line begins with *On behalf of* (or *For*) and a body."""
    k = mention.start - 1 - (line.low[mention.start - 1] == "the") if mention.start > line.first else -1
    if k < line.first:
        return False
    start = k - 2 if line.low[max(line.first, k - 2) : k + 1] == ["on", "behalf", "of"] else k
    return (start < k or line.low[k] == "for") and (start <= line.first or start in line.fresh)


def from_prepositions(cast: Cast) -> Iterator[Found]:
    """*Ann Lee of the Harbour Trust*, *Ann Lee (Harbour Trust)*, *Ann Lee, on behalf of the Trust*."""
    for line in cast.lines:
        if line.kind in LAYOUT or line.casing != "sentence":
            continue
        previous: Mention | None = None
        for mention in mentions(line):
            kind = cast.entries[mention.ids[0]].type
            if previous is not None and mention.how in {"name", "state"} and kind in BODIES:
                between = [w for w in line.low[previous.end : mention.start] if w not in {",", "the", '"', "“"}]
                stated = between in (["("], ["of"], ["from"], ["with"]) or (
                    not between and mention.start > previous.end and attributed(line, previous, mention)
                )
                headed = any(singular(w) in BODY_HEADS for w in line.low[mention.start : mention.end])
                owned = between in (["'s"], ["’s"]) and kind == "Organization" and headed
                if kind != "Country" and (stated or owned) and mention.start - previous.end <= 4:
                    yield (
                        previous.ids[0],
                        mention.ids[0],
                        None,
                        phrase(cast, line, previous.start, mention.end),
                        "name-of-body",
                    )
                elif kind != "Country" and (title := trade(line, previous, mention)):
                    yield (
                        previous.ids[0],
                        mention.ids[0],
                        title,
                        phrase(cast, line, previous.start, mention.end),
                        "name-role",
                    )
                elif "behalf" in between and len(between) <= 5:
                    yield (
                        previous.ids[0],
                        mention.ids[0],
                        "on behalf of",
                        phrase(cast, line, previous.start, mention.end),
                        "on-behalf",
                    )
            previous = mention if kind == "Person" and mention.how == "name" else None


QUOTE_END = frozenset("” \" '' – — - --".split())


def attributed(line: Line, person: Mention, body: Mention) -> bool:
    """Whether a person and a body close a line behind a quotation: *“We stay.” – Ann Lee, Harbour Trust*."""
    before = line.text[person.start - 1] if person.start > line.first else ""
    return (before in QUOTE_END and len(line) - body.end <= 1) or introduces_speech(line, person, body)


def mentions(line: Line) -> Iterator[Mention]:
    seen: set[int] = set()
    for mention in line.owner:
        if mention is not None and id(mention) not in seen:
            seen.add(id(mention))
            yield mention


def evidence(cast: Cast, line: Line, person: str, start: int, end: int) -> Phrase:
    """The words from the person's name to the end of the role, or the role alone if the name is far."""
    for i in [*range(end, min(end + 6, len(line))), *range(start - 1, max(line.first - 1, start - 40), -1)]:
        owner = line.owner[i]
        if owner is not None and person in owner.ids and owner.how == "name":
            return phrase(cast, line, min(start, owner.start), max(end, owner.end))
    return phrase(cast, line, start, end)


def phrase(cast: Cast, line: Line, start: int, end: int) -> Phrase:
    return cast.parsed.phrase(line.begin[start], line.end[end - 1])
