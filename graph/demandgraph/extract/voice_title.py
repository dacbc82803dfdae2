"""Reads from a title who speaks in the document below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.name_shapes import SELF_TITLED

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

WRITING = frozenset(
    """write urge call appeal ask request demand condemn express welcome protest recommend encourage invite implore reiterate
    reaffirm support join deplore denounce commend thank extend seek propose insist petition regret""".split()
)
"""Verbs by which an author does what the document is for."""
PRESENT, PAST = frozenset({"VBZ", "VBP", "VBG"}), frozenset({"VBD", "VBN"})
OWN_PAPERS = frozenset("letter statement appeal declaration petition communiqué communique".split())


def author_title(cast: Cast) -> tuple[str, ...]:
    """title: *Statement by Minister X*, *Appeal of the Y*."""
    for n, line in enumerate(cast.lines[:6]):
        match = SELF_TITLED.search(line.source[:300])
        if (
            match is None
            or len(line) > 60
            or (n > 2 and match.start() > 12)
            or (line.kind not in {"title", "heading"} and match.start() > 20)
        ):
            continue
        role = next(
            (
                r
                for r in cast.roles
                if r.line is line and r.person and match.end() - 4 <= line.doc[r.start].idx < match.end() + 8
            ),
            None,
        )
        if role is not None and role.person:
            return (role.person,)
        for k in range(line.first, len(line)):
            mention = line.owner[k]
            if mention is not None and mention.start == k and match.end() <= line.doc[k].idx < match.end() + 60:
                if mention.how == "role" or cast.entries[mention.ids[0]].named:
                    between = line.source[match.end() : line.doc[k].idx]
                    if len(between.split()) <= (6 if cast.entries[mention.ids[0]].type == "Person" else 1):
                        return mention.ids
                break
    return ()


def author_genitive(cast: Cast) -> tuple[str, ...]:
    """title: whose letter or statement it is (*Civil Society Letter to …*, *The Heads' Statement*)."""
    for line in cast.lines[:2]:
        if line.kind not in {"title", "heading"}:
            continue
        paper = next(
            (i for i in range(line.first + 1, min(len(line), line.first + 12)) if line.low[i] in OWN_PAPERS), 0
        )
        end = paper
        while end > line.first and line.low[end - 1] in {
            "'s",
            "'",
            "joint",
            "open",
            "public",
            "urgent",
            "press",
            "common",
        }:
            end -= 1
        if not paper or end <= line.first:
            continue
        mention = line.owner[end - 1]
        if mention is not None and mention.start <= line.first + 1 and mention.how == "name":
            return mention.ids
        if line.low[end - 2 : end] == ["civil", "society"] or line.low[end - 1] in {"ngo", "cso", "ngos", "csos"}:
            start = end - 2 if line.low[end - 1] == "society" else end - 1
            return (cast.describe(line, start, end, end - 1, "Group"),) if start <= line.first + 1 else ()
    return ()


def author_heading(cast: Cast) -> tuple[str, ...]:
    """title sentence: a body that is no organ of a state asks for something in it (*The League demands …*)."""
    return title_subject(cast, "Organization")


def author_heading_group(cast: Cast) -> tuple[str, ...]:
    """title sentence: a group asks for something in it (*Miners demand …*)."""
    return title_subject(cast, "Group")


MANY = frozenset(
    """unions organisations organizations groups associations federations parties ngos charities churches companies
    coalitions networks campaigners societies""".split()
)
"""Bodies in the plural: names of none."""


def title_subject(cast: Cast, kind: str) -> tuple[str, ...]:
    if cast.parsed.document.kind == "NewsReport":
        return ()
    for line in cast.lines[:3]:
        if line.kind not in {"title", "heading"}:
            continue
        for i in range(line.first, len(line)):
            if line.lemma[i] in WRITING and line.pos[i] == "VERB" and line.tag[i] in PRESENT:
                subject = next((c for c in line.children(i) if line.dep[c] == "nsubj" and c < i), None)
                if subject is not None and kind == "Organization" and line.low[subject] in MANY:
                    continue  # *Unions Ask …*: which ones, the text says
                ids = cast.resolve(line, subject, 1) if subject is not None else ()
                if ids and all(cast.entries[k].type == kind for k in ids):
                    return ids
    return ()
