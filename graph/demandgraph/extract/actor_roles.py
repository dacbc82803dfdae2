"""Finds what persons are called by office, trade or relation, and for which body: *Y's President X*, *X, Head of Y*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.authority import Entry as Known
from demandgraph.authority import key
from demandgraph.extract.actor_registry import local_entry, name_key
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_index import Hit
from demandgraph.extract.name_lexicon import OFFICES, ROLE_MODIFIERS, ROLES, TITLES, singular
from demandgraph.extract.name_line import Line

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

COMPLEMENTS = frozenset("of for at to in on with from against".split())
STOPS = frozenset("VERB AUX SCONJ PRON".split())
OFFICE_NOUNS = frozenset("representative commissioner rapporteur secretary-general secretary general president director-general ombudsman envoy".split())
LAYOUT = frozenset({"address", "signature", "copy", "item"})
WEAK_ROLES = frozenset("member worker officer official observer monitor speaker partner student scientist expert".split())


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
        if word in ROLES and line.owner[i] is None and line.pos[i] in {"NOUN", "PROPN", "ADJ", "X"} and not compound(line, i):
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
    parent = entry.part_of
    if parent is None and entry.known is not None:
        known = next(iter(cast.authority.parents(entry.known)), None)
        parent = cast.registry.by_iri.get(known.iri) if known else None
        if known is not None and parent is None:
            parent = named_inside(cast, mention, known)
    role = Role(line, mention.start, end, heads[0], [parent] if parent else [], person, "role of body, then name", office=entry.id)
    if person is None:
        role.person, role.how = holder(cast, role, before)
        if role.person is None:
            return None
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
    role = Role(line, start, end, i, list(dict.fromkeys([*more, *orgs])), None, "")
    if not role.orgs and line.text[i][0].isupper() and (body := local_body(cast, role.text)):
        role.orgs = [body]
    role.person, role.how = inner, "role of body, then name" if inner else ""
    if role.person is None:
        role.person, role.how = holder(cast, role, before)
    return role


def body_behind(cast: Cast, line: Line, k: int) -> str | None:
    """In an address or signature, the body named after a role: *Chair, Harbour Trust*."""
    if line.kind not in {"address", "signature", "copy"} or k >= len(line):
        return None
    if line.text[k] in {",", "/", "-", "–", "|"}:
        k += 1
    elif k not in line.fresh:
        return None
    if k < len(line) and line.low[k] == "the":
        k += 1
    owner = line.owner[k] if k < len(line) else None
    if owner is not None and owner.how == "name" and owner.start == k:
        if cast.entries[owner.ids[0]].type in {"Institution", "Organization"}:
            return owner.ids[0]
    return None


def local_body(cast: Cast, text: str) -> str | None:
    """The body whose office a title names in its own documents: *High Representative*."""
    for entry in cast.authority.by_local.get(key(text), ()):
        for parent in cast.authority.parents(entry):
            if parent.iri in cast.registry.by_iri:
                return cast.registry.by_iri[parent.iri]
    return None


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
        if word == "-" or word in ROLE_MODIFIERS or singular(word) in ROLES:
            start = k
        elif line.pos[k] in {"NOUN", "PROPN", "ADJ"} and (line.head[k] == i or line.dep[k] in {"compound", "amod", "nmod"}):
            start = k
        else:
            break
        k -= 1
    return start, orgs


def right(cast: Cast, line: Line, i: int) -> tuple[int, list[str], str | None]:
    """The end of a role, the bodies named behind its noun, and the person whose name closes it.

    *President **of Ukraine Viktor X***, *Head **of the Mission to the UN***.
    """
    orgs: list[str] = []
    k = i + 1
    if k < len(line) and line.low[k] == "general":
        k += 1
    while k < len(line) and (line.low[k] in {"extraordinary", "plenipotentiary"} or (line.low[k : k + 2] == ["and", "plenipotentiary"])):
        k += 1
    if k < len(line) and line.low[k] in {"designate", "elect", "emeritus", "-"}:
        k += 2 if line.low[k] == "-" else 1
    if k < len(line) and (person := person_at(cast, line, k)):
        return k, orgs, person
    if k >= len(line) or line.low[k] not in COMPLEMENTS:
        return k, orgs, None
    end = k
    while k < len(line) and k - i < 24:
        owner = line.owner[k]
        if owner is None and (line.low[k] in TITLES or line.low[k] in {"his", "her", "the"}) and (person := person_at(cast, line, k)):
            if line.owner[k] is None and (line.low[k] in TITLES or line.low[k + 1] in TITLES):
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
        if line.text[k] in {",", ";", ":", "(", ")", ".", "-", "--", '"'} or line.pos[k] in STOPS or line.tag[k] == "TO":
            if line.text[k] == "-" and not line.spaced[k]:
                k += 1
                continue
            break
        if line.pos[k] == "CCONJ" and (
            k + 1 >= len(line) or line.owner[k + 1] is None and singular(line.low[k + 1]) in ROLES | TITLES | ROLE_MODIFIERS
            or line.low[k + 1] in {"the", "a"} or person_at(cast, line, k + 1)
        ):
            break
        if singular(line.low[k]) in ROLES and k + 1 < len(line) and (person_at(cast, line, k + 1) or line.low[k + 1] in {"of", "for"}):
            return end, orgs, None
        k += 1
        if line.pos[k - 1] in {"NOUN", "PROPN", "ADJ", "NUM"}:
            end = k
    return end, orgs, None


def person_at(cast: Cast, line: Line, k: int) -> str | None:
    """The person whose name begins at a token, behind titles such as *Mr*."""
    while k < len(line) and line.owner[k] is None and (
        line.low[k] in TITLES
        or line.text[k] in {".", '"', "“", "'"}
        or (line.low[k] in {"his", "her", "the"} and k + 1 < len(line) and line.low[k + 1] in TITLES)
    ):
        k += 1
    owner = line.owner[k] if k < len(line) else None
    if owner is not None and owner.how == "name" and owner.start == k and cast.entries[owner.ids[0]].type == "Person":
        return owner.ids[0]
    return None


def holder(cast: Cast, role: Role, before: list[Role]) -> tuple[str | None, str]:
    """The person in apposition to a role: before it, behind it, or shared with the role before."""
    line, k = role.line, role.start - 1
    while k >= line.first and (
        line.low[k] in {"the", "a", "an", "then", "its", "their", "our"} or line.pos[k] in {"DET", "NUM"} or line.text[k].isspace()
    ):
        k -= 1
    if k - 1 >= line.first and line.low[k] in {"and", "&"} and line.text[k - 1] == ",":
        k -= 1
    if k >= line.first and line.text[k] in {",", "(", "-", "--", "—", "–", "/", ":"}:
        previous = line.owner[k - 1] if k - 1 >= line.first else None
        if previous is not None and previous.how == "name" and cast.entries[previous.ids[0]].type == "Person":
            if line.tag[role.noun] in {"NNS", "NNPS"}:
                role.others = listed(cast, line, k)
            return previous.ids[0], "name, role"
        if before and before[-1].person and before[-1].end >= k and before[-1].how in {"name, role", "shared", "name is role"}:
            return before[-1].person, "shared"
    elif k >= line.first and (owner := line.owner[k]) is not None and owner.how == "name":
        if cast.entries[owner.ids[0]].type == "Person" and (line.text[role.noun][0].isupper() or line.kind in {"signature", "address"}):
            return owner.ids[0], "name, role"
    elif k >= line.first and line.lemma[k] in {"be", "as", "become", "remain"}:
        subject = next((c for c in line.children(line.head[k] if line.lemma[k] == "as" else k) if line.dep[c] == "nsubj" and c < k), None)
        if subject is not None and line.lemma[k] != "as":
            ids = cast.resolve(line, subject, 1)
            if len(ids) == 1 and cast.entries[ids[0]].type == "Person":
                return ids[0], "name is role"
    elif k >= line.first and line.low[k] in {"and", "&", ";"} and before and before[-1].end == k and before[-1].person:
        if before[-1].how != "role of body, then name":
            return before[-1].person, "shared"
    found = far_apposition(cast, role)
    if found:
        return found, "name, role"
    k = role.end
    if k < len(line) and line.text[k] in {",", ":", "-", "—", "–", "("} and (person := person_at(cast, line, k + 1)):
        return person, "role, name"
    if k < len(line) and line.low[k] in {"and", "&"}:  # *Head of A and Chair of B Name*: settled from behind
        return None, "open"
    return None, ""


def far_apposition(cast: Cast, role: Role) -> str | None:
    """*X, the trade and Latin America manager at Y*: the role's first words may be names that the scan stopped at."""
    line = role.line
    for k in range(role.start - 1, max(line.first, role.start - 6), -1):
        if line.pos[k] in {"VERB", "AUX", "PRON", "PUNCT"}:
            return None
        if line.low[k] in {"the", "a", "an"}:
            owner = line.owner[k - 2] if k - 2 >= line.first and line.text[k - 1] == "," else None
            if owner is not None and owner.how == "name" and cast.entries[owner.ids[0]].type == "Person":
                return owner.ids[0]
            return None
    return None


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
    for left_role, right_role in zip(roles, roles[1:], strict=False):
        same = left_role.line is right_role.line and right_role.start - left_role.end <= 2
        if left_role.person is None and left_role.how == "open" and right_role.person and same and right_role.how != "name, role":
            left_role.person, left_role.how = right_role.person, "shared"
    for later, role in zip(reversed(roles), [*reversed(roles[:-1])], strict=False):
        listing = role.line is later.line and role.line.kind in LAYOUT and 0 <= later.start - role.end <= 2
        if role.person is None and listing and later.person and later.how in {"role of body, then name", "shared"}:
            role.person, role.how = later.person, "shared"
    signing: str | None = None
    for role in roles:  # a name in one line of a signature, the office in the next
        if role.person is None and role.line.kind == "signature" and role.start <= role.line.first + 1:
            above = cast.before(role.line)
            names = [m.ids[0] for m in above.owner if m is not None and m.how == "name"] if above and above.kind == "signature" else []
            signing = next((n for n in reversed(names) if cast.entries[n].type == "Person"), None)
            if signing is not None:
                role.person, role.how = signing, "name, role"
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
            definite = before in {"the", "this", "that", "mr.", "mr", "madam"} or line.text[role.noun][0].isupper() or bool(role.orgs)
            same = [r for r in known.get(noun_of(role), []) if agrees(cast, r, role)]
            if definite and same:
                role.person, role.how, role.direct = same[0].person, "introduced earlier", False
        if role.person:
            mark(cast, role, role.person)
        elif noun_of(role) in OFFICES and line.tag[role.noun] not in {"NNS", "NNPS"}:
            office(cast, role)


def noun_of(role: Role) -> str:
    return singular(role.line.low[role.noun])


def agrees(cast: Cast, known: Role, role: Role) -> bool:
    """Whether a role without name can be the known one: the same bodies, or none named."""
    if not role.orgs:
        return True
    if not known.orgs:
        return False
    if set(role.orgs) & set(known.orgs):
        return True
    parents = {cast.entries[o].part_of for o in known.orgs} | {cast.entries[o].part_of for o in role.orgs}
    return bool(parents & (set(role.orgs) | set(known.orgs)) - {None})


def mark(cast: Cast, role: Role, person: str) -> None:
    """Let a role stand for its person where no name covers it."""
    line = role.line
    mention = Mention(line, role.start, role.end, (person,), "role")
    for i in range(role.start, role.end):
        if line.owner[i] is None:
            line.owner[i] = mention
    phrase = cast.parsed.phrase(line.begin[role.start], line.end[role.end - 1])
    entry = cast.entries[person]
    if len(phrase.text) < 90 and len(phrase.text.split()) > 1 or line.text[role.noun][0].isupper():
        cast.registry.mention(entry, phrase)


def office(cast: Cast, role: Role) -> None:
    """*The High Commissioner*: an office that acts as a body when nobody is named."""
    line = role.line
    end = role.noun + 1
    if end < len(line) and line.low[end] == "general":
        end += 1
    short = line.words(role.start, end)
    if end + 1 < role.end and (line.low[end] == "on" or (line.low[end] in {"for", "of"} and line.text[end + 1][0].isupper())):
        end = role.end
    text = line.words(role.start, end)
    entry = cast.registry.of(text)
    if entry is None and not line.text[role.noun][0].isupper():
        return
    if entry is None and (local := local_entry(cast.registry, cast.authority, text)) is not None:
        entry = cast.registry.create(text, local.type, known=local)
    if entry is None and text == short:  # *the Special Rapporteur*: the one on the matter that was named last
        same = [e for e in cast.entries.values() if e.type == "Institution" and name_key(e.name).startswith(name_key(short) + " ")]
        entry = same[-1] if same else None
    if entry is None:
        entry = cast.registry.create(text, "Institution")
        if role.orgs and role.orgs[0] != entry.id:
            entry.part_of = role.orgs[0]
    cast.registry.alias(entry, text)
    cast.add(Mention(line, role.start, end, (entry.id,), "name"))
