"""Finds what persons are called by office, trade or relation, and for which body: *Y's President X*, *X, Head of Y*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.authority import Entry as Known
from demandgraph.extract.actor_apposition import body_behind, body_beside, local_body, portfolio_end, single
from demandgraph.extract.actor_holders import holder, person_at
from demandgraph.extract.actor_words import ROLE_MODIFIERS, ROLES, TITLES
from demandgraph.extract.name_index import QUALIFYING, Hit
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention

COMPLEMENTS = frozenset("of for at to in on with from against".split())
STOPS = frozenset("VERB AUX SCONJ PRON".split())
OFFICE_NOUNS = frozenset(
    "representative commissioner rapporteur secretary-general secretary general president director-general ombudsman envoy".split()
)
ENVOYS = frozenset("ambassador envoy consul emissary".split())


@dataclass(slots=True)
class Role:
    """A role as it stands once in the text: tokens ``start`` to ``end``, its noun ``noun``, whose it is and where."""

    line: Line
    start: int
    end: int
    noun: int
    orgs: list[str]
    person: str | None
    how: str
    direct: bool = True
    others: tuple[str, ...] = ()
    office: str | None = None

    @property
    def text(self) -> str:
        return self.line.words(self.start, self.end)


def find_roles(cast: Cast, line: Line, hits: dict[int, Hit]) -> list[Role]:
    """The roles in one line whose names are already marked."""
    found: list[Role] = []
    adjectives = {h.end - 1: h for h in hits.values() if h.how == "adjective"}
    i = line.first
    while i < len(line):
        word = singular(line.low[i])
        owner = line.owner[i]
        if owner is not None and owner.how == "name" and owner.start == i:
            if (role := titled_office(cast, owner, found)) is not None:
                found.append(role)
                i = max(role.end, owner.end)
                continue
            i = owner.end
            continue
        if (
            word in ROLES
            and line.owner[i] is None
            and (
                line.pos[i] in {"NOUN", "PROPN", "ADJ", "X"}
                or line.low[i + 1 : i + 2] == [":"]
                or (line.kind in {"signature", "roster"} and line.text[i - 1] == ",")
            )
            and not compound(line, i)
        ):
            role = read(cast, line, i, adjectives, found)
            found.append(role)
            i = max(role.end, i + 1)
        else:
            i += 1
    return found


def titled_office(cast: Cast, mention: Mention, before: list[Role]) -> Role | None:
    """An office of the authority that a person is named with: ***High Representative** for Foreign Affairs **X***."""
    line = mention.line
    entry = cast.entries[mention.ids[0]]
    heads = [i for i in range(mention.start, mention.end) if singular(line.low[i]) in OFFICE_NOUNS]
    if not heads or entry.type != "Institution" or singular(line.low[mention.start]) == "office":
        return None
    end, _, person = right(cast, line, mention.end - 1)
    if person is None and mention.end < len(line) and line.low[mention.end] == "for":
        end, _, person = right(cast, line, mention.end - 1)
    role = Role(
        line,
        mention.start,
        end,
        heads[0],
        [],
        person,
        "role of body, then name",
        office=entry.id,
    )
    if person is None:
        role.person, role.how = holder(cast, role, before)
        if role.person is None:
            return None
    parent = entry.part_of
    if parent is None and entry.known is not None:
        above = list(cast.authority.parents(entry.known))
        parent = next((cast.registry.by_iri[k.iri] for k in above if k.iri in cast.registry.by_iri), None)
        parent = parent or next((p for k in above if (p := named_inside(cast, mention, k))), None)
    role.orgs = [parent] if parent else []
    for i in range(mention.start, mention.end):
        line.owner[i] = None
    return role


def named_inside(cast: Cast, mention: Mention, known: Known) -> str | None:
    """The body whose name stands inside the name of its office: *Secretary-General **of the United Nations***."""
    line = mention.line
    begin, end = line.begin[mention.start], line.end[mention.end - 1]
    text = cast.parsed.text[begin:end]
    for form in sorted({known.name, *known.names}, key=len, reverse=True):
        at = text.find(form)
        if at >= 0:
            entry = cast.registry.create(form, known.type, known=known)
            cast.registry.mention(entry, cast.parsed.phrase(begin + at, begin + at + len(form)))
            return entry.id
    return None


def compound(line: Line, i: int) -> bool:
    """Whether a role noun only modifies another noun: *member states*, *journalist association*, *Vice President*."""
    k = i + 1
    while k < len(line) and (line.text[k] == "-" or (line.low[k] in ROLE_MODIFIERS and line.owner[k] is None)):
        k += 2 if line.text[k] == "-" else 1
    if k >= len(line):
        return False
    if line.low[k] in {"state", "states"}:
        return True
    if singular(line.low[k]) in ROLES:
        return line.owner[k] is None and (line.head[i] == k or line.text[k][0].isupper() == line.text[i][0].isupper())
    return line.pos[k] == "NOUN" and line.owner[k] is None and (line.head[i] == k or line.dep[i] == "compound")


def read(cast: Cast, line: Line, i: int, adjectives: dict[int, Hit], before: list[Role]) -> Role:
    start, orgs = left(cast, line, i, adjectives)
    end, more, inner = right(cast, line, i)
    if not more and (body := body_behind(cast, line, end)):
        more = [body]
    bodies = [*more, *orgs]
    if singular(line.low[i]) in ENVOYS and line.low[i + 1 : i + 2] == ["to"]:  # sent by the one to the other
        bodies = [*orgs, *(b for b in more if cast.entries[b].type != "Country")]
    role = Role(line, start, end, i, list(dict.fromkeys(bodies)), None, "")
    if not role.orgs and line.text[i][0].isupper() and (body := local_body(cast, role.text)):
        role.orgs = [body]
    if inner and line.tag[i] in {"NNS", "NNPS"} and line.low[i] != singular(line.low[i]) and single(line, inner, end):
        inner = None  # *the Trust's partners Salt with Pepper*
    role.person, role.how = inner, "role of body, then name" if inner else ""
    if role.person is None:
        role.person, role.how = holder(cast, role, before)
    return role


def left(cast: Cast, line: Line, i: int, adjectives: dict[int, Hit]) -> tuple[int, list[str]]:
    """The beginning of a role and the bodies named before its noun: ***the German foreign** minister*."""
    orgs: list[str] = []
    start = i
    k = i - 1
    while k >= line.first:
        owner = line.owner[k]
        if owner is not None:
            kinds = {cast.entries[x].type for x in owner.ids}
            if owner.how in {"name", "state", "regime", "body"} and not kinds & {"Person"} and owner.end == k + 1:
                orgs += [x for x in owner.ids if cast.entries[x].type != "Group"]
                start = k = owner.start
                k -= 1
                continue
            break
        if k in adjectives:
            orgs.append(cast.country(adjectives[k].entry).id)
            start = adjectives[k].start
            k = start - 1
            continue
        word = line.low[k]
        if word in {'"', "“", "”", "''"} and k - 1 >= line.first and line.owner[k - 1] is not None:
            k -= 1
            continue
        if word in {"'s", "'"}:
            if k - 1 >= line.first and (line.owner[k - 1] is not None or k - 1 in adjectives):
                k -= 1
                continue
            break
        if (
            word == "-"
            or word in ROLE_MODIFIERS
            or singular(word) in ROLES
            or (
                line.pos[k] in {"NOUN", "PROPN", "ADJ"}
                and (line.head[k] == i or line.dep[k] in {"compound", "amod", "nmod"})
            )
        ):
            start = k
        else:
            break
        k -= 1
    while start < i and (line.text[start] == "-" or line.low[start] == "old"):
        start += 1  # *the 34 year-**old** member*
    return start, orgs


def right(cast: Cast, line: Line, i: int) -> tuple[int, list[str], str | None]:
    """The end of a role, the bodies named behind its noun, and the person whose name closes it.

    *President **of Ukraine Viktor X***, *Head **of the Mission to the UN***.
    """
    orgs: list[str] = []
    k = i + 1
    if k < len(line) and line.low[k] == "general":
        k += 1
    while k < len(line) and (
        line.low[k] in {"extraordinary", "plenipotentiary"} or (line.low[k : k + 2] == ["and", "plenipotentiary"])
    ):
        k += 1
    if k < len(line) and line.low[k] in {"designate", "elect", "emeritus", "-"}:
        k += 2 if line.low[k] == "-" else 1
    if k < len(line) and (person := person_at(cast, line, k)):
        return k, orgs, person
    if k >= len(line) or line.low[k] not in COMPLEMENTS:
        if (body := body_beside(cast, line, i, k)) is not None:
            return body.end, list(body.ids), person_at(cast, line, body.end)
        return k, orgs, None
    end = k
    while k < len(line) and k - i < 24:
        owner = line.owner[k]
        titled = line.low[k] in TITLES or (
            line.low[k] in {"his", "her", "the"} and line.low[k + 1 : k + 2] and line.low[k + 1] in TITLES
        )
        if owner is None and titled and (person := person_at(cast, line, k)):
            return end, orgs, person
        if owner is not None:
            kind = cast.entries[owner.ids[0]].type
            if kind == "Person" and owner.how == "name":
                if line.pos[k - 1] in {"ADP", "DET", "CCONJ"}:
                    break
                return end, orgs, owner.ids[0]
            if kind != "Group":
                orgs += owner.ids
            k = end = owner.end
            continue
        if (
            line.text[k] in {",", ";", ":", "(", ")", ".", "-", "--", '"'}
            or line.pos[k] in STOPS
            or line.tag[k] == "TO"
        ):
            if line.text[k] == "-" and not line.spaced[k]:
                k += 2 if line.low[k + 1 : k + 2] and line.low[k + 1] in QUALIFYING else 1
                continue
            short = line.text[k] == "(" and orgs and line.text[k + 2 : k + 3] == [")"]
            if short and (person := person_at(cast, line, k + 3)):
                return end, orgs, person  # *Chair of the Reef Trust (RT) Ann Lee*
            if line.text[k] == "," and (beyond := portfolio_end(line, i, k)):
                k = end = beyond
                continue
            break
        if line.pos[k] == "CCONJ" and (
            k + 1 >= len(line)
            or (line.owner[k + 1] is None and singular(line.low[k + 1]) in ROLES | TITLES | ROLE_MODIFIERS)
            or line.low[k + 1] in {"the", "a"}
            or person_at(cast, line, k + 1)
        ):
            break
        if (
            singular(line.low[k]) in ROLES
            and k + 1 < len(line)
            and (person_at(cast, line, k + 1) or line.low[k + 1] in {"of", "for"})
        ):
            return end, orgs, None
        k += 1
        if line.pos[k - 1] in {"NOUN", "PROPN", "ADJ", "NUM"}:
            end = k
    return end, orgs, None
