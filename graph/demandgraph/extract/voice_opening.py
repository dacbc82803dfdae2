"""Reads from the first paragraphs of a document who writes it: whose acts of asking they tell, what *we* call ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.mention_naming import reach
from demandgraph.extract.name_line import Line
from demandgraph.extract.voice_title import PAST, PRESENT, WRITING

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast


def opening_subject(
    cast: Cast,
    verbs: frozenset[str],
    most: int,
    needs_you: bool,
    past: bool = False,
    kinds: frozenset[str] | None = None,
) -> tuple[str, ...]:
    """The named body that is subject of a verb of asking or writing, in the present, in the first paragraphs, and those
    that are named beside it (*The League and forty unions urge …*).
    """
    wanted = kinds or BODIES
    seen = 0
    for line in cast.lines:
        if line.kind not in {"paragraph"} or len(line) < 8:
            continue
        seen += 1
        if seen > most:
            break
        for i in range(line.first, len(line)):
            if (
                line.lemma[i] in verbs
                and line.tag[i] in (PAST if past else PRESENT)
                and (not needs_you or "you" in line.low or "your" in line.low)
            ):
                for c in line.children(i):
                    if line.dep[c] != "nsubj":
                        continue
                    mention, dash = line.owner[c], dateline_end(line, i)
                    if dash is not None and (mention is None or c < dash):
                        mention = next((m for m in line.owner[dash + 1 : i] if m is not None), None)
                    if mention is None or set(mention.ids) & set(cast.addressees):
                        continue
                    if cast.entries[mention.ids[0]].type in wanted:
                        return beside(cast, line, c, mention.ids)
    return ()


BODIES = frozenset({"Organization", "Institution", "Person"})


def beside(cast: Cast, line: Line, subject: int, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The actors of a subject with those that are coordinated with it, all of them behind the dateline."""
    verb = line.head[subject]
    dash = dateline_end(line, verb)
    if dash is not None and not any(line.tag[k] in FINITE for k in range(dash + 1, verb)):
        every = cast.resolve_span(line, dash + 1, verb)
    elif any(line.dep[c] == "conj" for c in line.children(subject)):
        every = cast.resolve(line, subject, 1)
    else:
        return ids
    found = tuple(i for i in every if i not in cast.addressees)
    return found if set(ids) & set(found) else ids + found


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DATELINE = 14
"""Tokens of a line within which its dateline ends."""
DASHES = frozenset({"-", "–", "—", "--"})


DATING = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X"})
"""Word classes of place and date."""


def dateline_end(line: Line, before: int) -> int | None:
    """Where the dash stands that ends a dateline (*GENEVA, 7 April – The Council adopted …*)."""
    dash = next((k for k in range(line.first + 1, min(before, line.first + DATELINE)) if line.text[k] in DASHES), None)
    if dash is None or any(line.pos[k] not in DATING for k in range(line.first, dash)):
        return None
    return dash


def author_release(cast: Cast) -> tuple[str, ...]:
    """press release: what it opens with (*The League calls on …*)."""
    if cast.parsed.document.kind not in {"PressRelease", "Statement", "Appeal", "Resolution"}:
        return ()
    if any(line.kind == "salutation" for line in cast.lines):
        return ()  # who a letter tells about in its first lines has not written it
    return opening_subject(cast, WRITING, 3, needs_you=False) or opening_subject(
        cast, WRITING, 3, needs_you=False, past=True
    )


def author_government(cast: Cast) -> tuple[str, ...]:
    """government's release: it opens with what the state does (*The Norlandish Government condemns …*)."""
    if cast.parsed.document.kind not in {"PressRelease", "Statement"}:
        return ()
    return opening_subject(cast, WRITING, 2, needs_you=False, kinds=frozenset({"Country"}))


def author_meeting(cast: Cast) -> tuple[str, ...]:
    """meeting: those who met say what it agreed (*The third meeting of A and B endorsed …*)."""
    if cast.parsed.document.kind not in {"Statement", "Resolution"}:
        return ()
    for line in [line for line in cast.lines if line.kind == "paragraph" and len(line) >= 8][:2]:
        for i in range(line.first, len(line)):
            if line.lemma[i] not in MEETINGS or line.dep[i] not in {"nsubj", "nsubjpass"}:
                continue
            ids = [
                k for c in line.children(i) if c > i and line.low[c] in {"of", "between"}
                for held in line.children(c) for k in cast.resolve(line, held, 1)
            ]  # fmt: skip
            if len(set(ids)) > 1:
                return tuple(ids)
    return ()


MEETINGS = frozenset("meeting conference summit congress session convention talk consultation".split())


def author_described(cast: Cast) -> tuple[str, ...]:
    """we are: the document says who its we is (*We are farmers from …*, *As miners, we …*, *We write as members of …*)."""
    for line in cast.lines:
        if line.kind != "paragraph":
            continue
        for i in range(line.first, len(line)):
            if line.low[i] != "we" or line.dep[i] != "nsubj":
                continue
            verb = line.head[i]
            if line.lemma[verb] == "be":
                names = [c for c in line.children(verb) if line.dep[c] == "attr"]
            else:
                capacities = [
                    c for c in line.children(verb)
                    if line.low[c] == "as" and line.dep[c] == "prep" and (c < i or line.lemma[verb] in SPEAKING)
                ]  # fmt: skip
                names = [c for a in capacities for c in line.children(a) if line.dep[c] == "pobj"]
            attribute = next((c for c in names if line.tag[c] == "NNS"), None)
            if attribute is not None and line.lemma[attribute] == "member":  # some of them, not the body itself
                return (cast.describe(line, attribute, reach(line, attribute)[1], attribute, "Group"),)
            if attribute is not None and (ids := cast.resolve(line, attribute, 1)):
                return ids
    return ()


SPEAKING = WRITING | frozenset("speak stand come unite gather sign address send submit".split())
"""Verbs behind which *as* says in what capacity somebody speaks (*We write as nurses*)."""
