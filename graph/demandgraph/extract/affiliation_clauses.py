"""Finds affiliations that a clause states: *Ann Lee, who heads the legal team of the Trust*, *she works for the Trust*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.affiliation_people import named_people, real, subject
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention
    from demandgraph.extract.name_line import Line
    from demandgraph.model import Phrase

Found = tuple[str, str, str | None, "Phrase", str]
BODIES = frozenset({"Organization", "Institution"})
LAYOUT = frozenset({"signature", "address", "copy", "roster", "title", "heading"})
LEADING = {
    "head": "head", "lead": "leader", "chair": "chair", "direct": "director", "run": "head", "found": "founder",
    "co": "co-founder", "cofound": "co-founder", "represent": "representative", "join": "member", "edit": "editor",
    "manage": "manager", "own": "owner", "coordinate": "coordinator", "preside": "president",
    "rejoin": "member",
}  # fmt: skip
"""Verbs with the body as object, and the role of their subject."""
SERVING: dict[str, tuple[frozenset[str], str | None]] = {
    "work": (frozenset("for at with in".split()), None),
    "serve": (frozenset("on in at with".split()), None),
    "sit": (frozenset({"on", "in"}), "member"),
    "volunteer": (frozenset("for with at".split()), "volunteer"),
    "intern": (frozenset("for with at".split()), "intern"),
    "write": (frozenset({"for"}), "writer"),
    "report": (frozenset({"for"}), "reporter"),
    "blog": (frozenset({"for"}), "blogger"),
    "teach": (frozenset({"at", "in"}), "teacher"),
    "lecture": (frozenset({"at", "in"}), "lecturer"),
    "study": (frozenset({"at"}), "student"),
    "enrol": (frozenset({"at", "in"}), "student"),
    "enroll": (frozenset({"at", "in"}), "student"),
    "speak": (frozenset({"for", "behalf"}), "on behalf of"),
    "appear": (frozenset({"for", "behalf"}), "on behalf of"),
    "act": (frozenset({"for", "behalf"}), "on behalf of"),
    "sign": (frozenset({"for", "behalf"}), "on behalf of"),
    "belong": (frozenset({"to"}), "member"),
    "preside": (frozenset({"over"}), "president"),
    "practise": (frozenset({"at", "with"}), None),
    "employ": (frozenset({"by", "at", "with"}), "employee"),
    "hire": (frozenset({"by"}), "employee"),
}  # fmt: skip
"""Verbs with the body behind a preposition, and the role of their subject, if they name one."""
PASSIVE = frozenset({"employ"})
LED = frozenset("lead head chair direct run found represent manage preside edit coordinate".split())
"""Verbs whose passive subject is the body: *the Trust is **headed** by Ann Lee*."""
PARTS = frozenset(
    "team department division unit branch office desk programme program board work wing section bureau delegation mission".split()
)
"""What is of the body whose part one leads: *heads the **team** of the Trust*."""
BOARDS = frozenset("board committee council staff bench executive panel".split())


def from_clauses(cast: Cast) -> Iterator[Found]:
    """Verbs of leading, serving and speaking for a body, with whatever stands for the person."""
    for line in cast.lines:
        if line.casing != "sentence" or line.kind in LAYOUT:
            continue
        seen: set[int] = set()
        for mention in line.owner:
            if mention is None or id(mention) in seen:
                continue
            seen.add(id(mention))
            if mention.how in {"name", "body", "state"} and cast.entries[mention.ids[0]].type in BODIES | {"Country"}:
                yield from stated(cast, line, mention)


def stated(cast: Cast, line: Line, body: Mention) -> Iterator[Found]:
    """What the clause around a body states about it."""
    verb, link = governor(line, body.head)
    if verb is None or not real(line, verb):
        return
    lemma = line.lemma[verb]
    country = cast.entries[body.ids[0]].type == "Country"
    if link == "subject":
        if lemma in LED:
            agent = next((c for c in line.children(verb) if line.dep[c] == "agent"), None)
            led_by = None if agent is None else next((c for c in line.children(agent) if line.dep[c] == "pobj"), None)
            yield from found(cast, line, led_by, body, LEADING[lemma])
        return
    if link == "":
        if lemma not in LEADING or (country and lemma != "represent") or passive(line, verb):
            return
        if lemma in {"found", "co"} and line.low[verb] in {"found", "find", "finds", "finding"}:
            return
        if any(line.dep[c] in {"xcomp", "ccomp"} for c in line.children(verb)):
            return  # *directed the Council to prepare it*
        if lemma in {"join", "rejoin"} and not lasting(line, verb):
            return
        yield from found(cast, line, subject(line, verb), body, LEADING[lemma])
        return
    links, role = SERVING.get(lemma, (frozenset(), None))
    if link not in links or (country and role != "on behalf of") or (lemma in PASSIVE) != passive(line, verb):
        return
    yield from found(cast, line, subject(line, verb), body, role)


def lasting(line: Line, verb: int) -> bool:
    """Whether joining is becoming a member, not taking part: not *joined the Trust **in calling** for it*, ***on Monday***."""
    for c in line.children(verb):
        if line.dep[c] != "prep" or line.low[c] == "as":
            continue
        inside = line.children(c)
        if not (line.low[c] in {"in", "since"} and any(line.text[k].isdigit() for k in inside)):
            return False
    return True


def found(cast: Cast, line: Line, token: int | None, body: Mention, role: str | None) -> Iterator[Found]:
    """The affiliations of the persons that a token stands for."""
    if token is None or body.start <= token < body.end:
        return
    for person in named_people(cast, line, token):
        owner = line.owner[token]
        first, last = (owner.start, owner.end) if owner is not None else (token, token + 1)
        span = line.begin[min(first, body.start)], line.end[max(last, body.end) - 1]
        yield person, body.ids[0], role, cast.parsed.phrase(*span), "clause"


def passive(line: Line, verb: int) -> bool:
    """Whether a verb is in the passive, with or without its auxiliary."""
    if line.tag[verb] != "VBN":
        return False
    kids = {line.dep[c] for c in line.children(verb)}
    return "auxpass" in kids or "agent" in kids or (line.dep[verb] == "acl" and "aux" not in kids)


def governor(line: Line, head: int) -> tuple[int | None, str]:
    """The verb above a noun, and what links them: ``""`` for its object, ``subject``, or the preposition."""
    dep, above = line.dep[head], line.head[head]
    if dep == "dobj":
        return above, ""
    if dep == "nsubjpass":
        return above, "subject" if line.tag[head] != "NNP" or line.ent[head] != "GPE" else ""
    if dep != "pobj":
        return None, ""
    prep, up = line.low[above], line.head[above]
    if line.pos[up] in {"VERB", "AUX"}:
        return up, prep
    noun, role = singular(line.low[up]), line.dep[up]
    if prep == "of" and role == "nsubjpass" and noun in {"delegation", "mission"}:
        return line.head[up], "subject"
    if prep == "of" and noun == "behalf" and role == "pobj":
        return line.head[line.head[up]], "behalf"
    if prep in {"of", "at", "in"} and noun in PARTS and role == "dobj":
        return line.head[up], ""
    if prep == "of" and noun in BOARDS and role == "pobj":
        return line.head[line.head[up]], line.low[line.head[up]]
    return None, ""
