"""Finds who says *we* in a document itself, rule by rule, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.mentions import names_in
from demandgraph.extract.voice_opening import (
    author_described,
    author_government,
    author_meeting,
    author_release,
    opening_subject,
)
from demandgraph.extract.voice_pronouns import plural_voice
from demandgraph.extract.voice_state import author_byline, author_state
from demandgraph.extract.voice_title import (
    WRITING,
    author_genitive,
    author_heading,
    author_heading_group,
    author_title,
)

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.name_line import Line


def find_author(cast: Cast) -> tuple[tuple[str, ...], str]:
    """Who says *we* in the document itself, and by which rule."""
    for rule in AUTHOR_RULES:
        if ids := rule(cast):
            return tuple(dict.fromkeys(ids)), (rule.__doc__ or "").split(":")[0]
    return (), "none found"


def author_resolution(cast: Cast) -> tuple[str, ...]:
    """body of a resolution: its clauses are its words."""
    clauses = any(line.kind in {"operative", "body", "preamble"} for line in cast.lines)
    return cast.adopter if clauses else ()


def author_apposition(cast: Cast) -> tuple[str, ...]:
    """apposition to we: *We, the heads of the member churches, …*."""
    for line in cast.lines:
        if line.kind in {"title", "heading", "footnote"}:
            continue
        for i in range(line.first, min(len(line), 400)):
            if (
                line.low[i] == "we"
                and (i == line.first or line.low[i - 1] not in {"that", "which", "as", "whom"})
                and i + 2 < len(line)
                and line.text[i + 1] == ","
            ):
                commas = [k for k in range(i + 2, min(i + 60, len(line) - 1)) if line.text[k] == ","]
                end = next((k for k in commas if line.low[k + 1] in SPOKEN_ON or line.tag[k + 1] in {"VBP", "MD"}), 0)
                end = end or next(iter(commas), 0)
                if "undersigned" in line.low[i + 2 : end] and 0 < len(signed := signing_bodies(cast)) <= MANY:
                    return signed  # they are named below
                if (
                    end
                    and line.pos[i + 2] in {"DET", "PROPN", "NOUN", "ADJ"}
                    and (ids := cast.resolve_span(line, i + 2, end) or self_named(cast, line, i + 2, end))
                ):
                    return ids
    return ()


def self_named(cast: Cast, line: Line, start: int, end: int) -> tuple[str, ...]:
    """The body that calls itself by a name in quotation marks (*We, the news platform "River-Voice", …*)."""
    marks = [k for k in range(start, end) if line.text[k] == '"']
    if len(marks) != 2 or marks[0] == start or marks[1] - marks[0] not in range(2, 9):
        return ()
    phrase = cast.parsed.phrase(line.begin[marks[0] + 1], line.end[marks[1] - 1])
    if line.pos[marks[0] - 1] != "NOUN" or not phrase.text[:1].isupper():
        return ()
    return (cast.note(phrase, phrase.text, "Organization"),)


SPOKEN_ON = WRITING | frozenset("hereby also therefore strongly".split())
"""What stands behind the comma that closes an apposition to *we*."""


def author_writes(cast: Cast) -> tuple[str, ...]:
    """letter: its first paragraphs say who writes (*The League urges you to …*)."""
    if not cast.addressees and not any(line.kind in {"address", "salutation"} for line in cast.lines):
        return ()
    return opening_subject(cast, WRITING, 4, needs_you=True)


def author_signed(cast: Cast) -> tuple[str, ...]:
    """signatories: the bodies that sign, else the persons."""
    bodies = signing_bodies(cast)
    if len(bodies) > MANY and (group := signing_group(cast)):
        return group
    persons = [i for i in signing(cast) if cast.entries[i].type == "Person"]
    if not bodies and len(persons) > CROWD and (group := told_signatories(cast)):
        return group
    return bodies or in_whose_name(cast, persons)


CROWD = 7
"""Persons who sign above which the collective that the text makes of them speaks."""
MANY = 20
"""Signatories above which a group that the text names for them speaks."""


def signing(cast: Cast) -> list[str]:
    """The actors named in the signature."""
    return [i for line in cast.lines if line.kind == "signature" for i in names_in(cast, line)]


def signing_bodies(cast: Cast) -> tuple[str, ...]:
    """The bodies that sign: not those that somebody signs as a member of."""
    if sign_for_themselves(cast):
        return ()
    seats = {
        i for role in cast.roles
        if role.line.kind == "signature" and role.line.lemma[role.noun] in MEMBERS
        for i in role.orgs
    }  # fmt: skip
    return tuple(i for i in signing(cast) if cast.entries[i].type in {"Organization", "Institution"} and i not in seats)


def sign_for_themselves(cast: Cast) -> bool:
    """Whether persons sign, some with the body where they work and some with none: their bodies do not sign."""
    alone = with_body = 0
    for line in cast.lines:
        if line.kind == "signature":
            kinds = [cast.entries[i].type for i in names_in(cast, line)]
            if kinds[:1] == ["Person"]:
                bodies = {"Organization", "Institution"} & set(kinds)
                with_body, alone = with_body + bool(bodies), alone + (not bodies and len(line) - line.first > 3)
    return alone > 0 and with_body + alone > 2


def author_on_behalf(cast: Cast) -> tuple[str, ...]:
    """in whose name: the one who writes says it (*I write on behalf of the League*)."""
    if len(signing_bodies(cast)) > 1:
        return ()
    opening = [line for line in cast.lines if line.kind == "paragraph" and len(line) >= 8][:OPENING]
    for line in opening:
        for i in range(line.first, len(line) - 3):
            if line.low[i : i + 2] != ["behalf", "of"]:
                continue
            near = line.low[max(line.first, i - 12) : i + 26]
            held = next((c for c in line.children(i + 1) if line.dep[c] == "pobj"), None)
            if held is None or not {"i", "we"} & set(near):
                continue
            ids = cast.resolve(line, held, 1)
            if ids and not set(ids) & set(cast.addressees) and all(cast.entries[k].type != "Person" for k in ids):
                return ids
    return ()


OPENING = 3
"""Paragraphs in which a letter says who writes it."""


def signing_group(cast: Cast) -> tuple[str, ...]:
    """The group that the text names for many signatories: *we, the undersigned unions*, *Letter of civil society*."""
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.low[i] in {"undersigned", "undersigning"} and line.head[i] != i and line.tag[line.head[i]] == "NNS":
                return cast.resolve(line, line.head[i], 1)
    return author_genitive(cast)


def told_signatories(cast: Cast) -> tuple[str, ...]:
    """The collective that the text makes of those who sign: *Over forty nurses and doctors have signed the letter*, *a
    letter signed by sixty mayors*, *we, the undersigned nurses*.
    """
    for line in cast.lines:
        if line.kind == "signature":
            break
        for i in range(line.first, len(line)):
            if line.lemma[i] not in SIGNED or line.pos[i] != "VERB":
                continue
            signs = [c for c in line.children(i) if line.dep[c] == "nsubj" and c < i]
            by = [c for c in line.children(i) if line.low[c] == "by"]
            signs += [c for b in by for c in line.children(b) if line.dep[c] == "pobj"]
            for head in signs:
                if line.tag[head] == "NNS" and line.lemma[head] not in {"organisation", "organization", "group"}:
                    last = max(
                        [head, *(c for c in line.children(head) if line.dep[c] == "conj" and line.tag[c] == "NNS")]
                    )
                    while more := [c for c in line.children(last) if line.dep[c] == "conj" and line.tag[c] == "NNS"]:
                        last = max(more)
                    start = head
                    while start - 1 >= line.first and line.pos[start - 1] == "ADJ":
                        start -= 1
                    return (cast.describe(line, start, last + 1, head, "Group"),)
    return signing_group(cast)


SIGNED = frozenset({"sign", "co-sign", "cosign", "endorse"})


def in_whose_name(cast: Cast, persons: list[str]) -> tuple[str, ...]:
    """The bodies whose office persons sign with, else the persons; a public body only if they write *we*."""
    last = {line.block for line in cast.lines[-6:]}
    we, own = plural_voice(cast), sign_for_themselves(cast)
    bodies = [
        org for role in cast.roles
        if not own and role.person in persons and role.direct and role.line.lemma[role.noun] not in MEMBERS and (role.line.kind == "signature" or role.line.block in last)
        for org in role.orgs
        if cast.entries[org].type in ({"Organization", "Institution"} if we else {"Organization"}) and org not in cast.addressees
    ]  # fmt: skip
    return tuple(dict.fromkeys(bodies or persons))


MEMBERS = frozenset("member senator representative congressman congresswoman mp mep lawmaker deputy delegate".split())
"""Roles in a body whose holders do not speak for it."""


def author_publisher(cast: Cast) -> tuple[str, ...]:
    """publisher: the document says who issues it."""
    publisher = cast.parsed.document.publisher
    entry = cast.registry.of(publisher) if publisher else None
    return (entry.id,) if entry is not None else ()


def author_letterhead(cast: Cast) -> tuple[str, ...]:
    """letterhead: the organisation whose name alone fills one of the first lines of a document that says we."""
    if not plural_voice(cast):
        return ()
    for line in cast.lines[:3]:
        mention = line.owner[line.first] if line.first < len(line) else None
        if mention is None or mention.end < len(line) or len(mention.ids) != 1:
            continue
        entry = cast.entries[mention.ids[0]]
        if entry.type == "Organization" and entry.named and not entry.weak:
            return mention.ids
    return ()


def author_adopter(cast: Cast) -> tuple[str, ...]:
    """adopting body: of the act that the document reports."""
    return cast.adopter


def author_last(cast: Cast) -> tuple[str, ...]:
    """last lines: a letter or appeal whose signature stands in short lines at its end."""
    if cast.parsed.document.kind != "Appeal" and not any(line.kind in {"address", "salutation"} for line in cast.lines):
        return ()
    signed: list[str] = []
    for line in cast.lines[-6:]:
        if line.kind in {"paragraph", "item"} and len(line) <= 12 and line.text[-1] not in {".", ":", "!", "?"}:
            ids = [i for i in names_in(cast, line) if cast.entries[i].type in {"Person", "Organization"}]
            if ids and not set(ids) & set(cast.addressees):
                signed += ids
    bodies = [i for i in signed if cast.entries[i].type == "Organization"]
    return tuple(bodies) or (in_whose_name(cast, signed[:1]) if signed else ())


def author_senders(cast: Cast) -> tuple[str, ...]:
    """senders: who is told to have written or signed (*Forty unions wrote to …*, *signed the letter*)."""
    if cast.parsed.document.kind not in {"PressRelease", "Appeal", "Statement", "Resolution"}:
        return ()
    seen = 0
    for line in cast.lines:
        if line.kind != "paragraph" or len(line) < 8:
            continue
        seen += 1
        if seen > 4:
            break
        for i in range(line.first, len(line)):
            if line.lemma[i] not in SENDING or line.pos[i] != "VERB":
                continue
            children = line.children(i)
            sent = any(line.lemma[c] in SENT for c in children) or (
                line.lemma[i] == "write" and any(line.low[c] == "to" for c in children)
            )
            subject = next((c for c in children if line.dep[c] == "nsubj"), None)
            ids = cast.resolve(line, subject, 1) if sent and subject is not None else ()
            if ids and not set(ids) & set(cast.addressees) and all(cast.entries[k].type != "Country" for k in ids):
                return ids
    return ()


SENDING = frozenset("write send sign issue release publish deliver submit co-sign cosign address".split())
SENT = frozenset("letter appeal statement petition declaration call".split())
AUTHOR_RULES = (
    author_resolution, author_apposition, author_title, author_genitive, author_writes, author_on_behalf, author_signed,
    author_byline, author_publisher, author_heading, author_senders, author_release, author_heading_group, author_last,
    author_described, author_meeting, author_government, author_state, author_letterhead, author_adopter,
)  # fmt: skip
