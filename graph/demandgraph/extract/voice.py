"""Who speaks in a document: its author, whom it addresses, who adopted it, and who is quoted where."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.name_lexicon import SAYING
from demandgraph.extract.name_line import Line
from demandgraph.extract.names import SELF_TITLED

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

ADOPTING = frozenset("adopt pass approve endorse vote".split())
ADOPTED = frozenset("resolution appeal declaration motion statement text document communiqué".split())
WRITING = frozenset(
    """write urge call appeal ask request demand condemn express welcome protest recommend encourage invite implore reiterate
    reaffirm support join deplore denounce commend thank extend seek propose insist petition regret""".split()
)
"""Verbs by which an author does what the document is for."""
PRESENT, PAST = frozenset({"VBZ", "VBP", "VBG"}), frozenset({"VBD", "VBN"})
STATE_OFFICES = frozenset("president premier minister chancellor secretary advisor adviser spokesperson spokesman spokeswoman ambassador king".split())


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the offsets inside its marks, and who speaks it."""

    begin: int
    end: int
    speakers: tuple[str, ...]


def find_quotes(cast: Cast) -> list[Quote]:
    """The quotations of a document with their speakers, in its order."""
    found: list[Quote] = []
    last: tuple[str, ...] = ()
    for begin, end in spans(cast):
        if len(cast.parsed.text[begin:end].split()) < 4:
            continue
        speakers = speaker(cast, begin, end)
        if not speakers and found and begin - found[-1].end < 800 and near(cast, found[-1].end, begin):
            speakers = last
        last = speakers or last
        found.append(Quote(begin, end, speakers))
    return found


def near(cast: Cast, a: int, b: int) -> bool:
    """Whether two quotations belong together: nothing or one short clause between them."""
    return len(re.findall(r"\w+", cast.parsed.text[a:b])) <= 14


def spans(cast: Cast) -> list[tuple[int, int]]:
    """The stretches inside quotation marks; one that is not closed in its paragraph runs on to a later one's end."""
    parsed = cast.parsed
    found = [(b + 1, e - 1 if parsed.text[e - 1] in MARKS else e) for b, e in parsed.quotes]
    blocks = [b for i, b in enumerate(parsed.blocks) if parsed.docs[i] is not None]
    covered = sorted(parsed.quotes)
    for n, block in enumerate(blocks):
        text = parsed.text[block.begin : block.end]
        if text[:1] not in {"“", '"', "«"} or any(b <= block.begin < e for b, e in covered):
            continue
        for last in range(n + 1, min(n + RUNS_ON, len(blocks))):
            later = parsed.text[blocks[last].begin : blocks[last].end]
            if later[:1] in {"“", '"', "«"} or blocks[last].kind in {"heading", "title", "signature"}:
                break
            if later[-1:] in {"”", '"', "»"}:
                found.append((block.begin + 1, block.end))
                found += [(b.begin, b.end) for b in blocks[n + 1 : last + 1]]
                break
    return sorted(found)


MARKS = frozenset('“”„"«»‟\'')
RUNS_ON = 8


def speaker(cast: Cast, begin: int, end: int) -> tuple[str, ...]:
    """Who speaks a quotation: the subject of the verb of saying behind it, before it, or in the line above."""
    line = cast.line_at(end)
    if line is not None:
        after = [i for i in range(line.first, len(line)) if line.begin[i] > end]
        if found := clause_speaker(cast, line, after[:25], after=True):
            return found
    line = cast.line_at(begin)
    if line is None:
        return ()
    before = [i for i in range(line.first, len(line)) if line.end[i] < begin]
    if found := clause_speaker(cast, line, before[-40:], after=False):
        return found
    above = cast.before(line)
    if not before and above is not None and len(above) and above.text[-1] == ":":
        if found := clause_speaker(cast, above, list(range(above.first, len(above)))[-40:], after=False):
            return found
    return ()


def clause_speaker(cast: Cast, line: Line, tokens: list[int], after: bool) -> tuple[str, ...]:
    """The subject of the nearest verb of saying among some tokens of a line."""
    if after:
        cut = next((n for n, i in enumerate(tokens) if line.text[i] in {"“", '"', "«"} and n > 1), len(tokens))
        tokens = tokens[:cut]
    else:
        starts = [n for n, i in enumerate(tokens) if line.text[i] in {"”", "»"}]
        tokens = tokens[starts[-1] + 1 :] if starts else tokens
    verbs = [i for i in tokens if line.lemma[i] in SAYING and line.pos[i] in {"VERB", "AUX", "NOUN", "PROPN"} and line.tag[i] != "VB"]
    inside = set(tokens)
    for verb in verbs if after else reversed(verbs):
        subjects = [c for c in line.children(verb) if line.dep[c] in {"nsubj", "nsubjpass"} and c in inside]
        for subject in subjects:
            if ids := cast.resolve(line, subject, 1):
                return ids
        mentions = [m for i in tokens if (m := line.owner[i]) is not None and m.how != "state"]
        before = [m for m in mentions if m.end <= verb]
        if before:
            persons = [m for m in before if cast.entries[m.ids[0]].type == "Person"]
            return (persons[-1] if persons else before[0]).ids
        behind = [m for m in mentions if m.start > verb and m.start - verb <= 8]
        if behind and after:
            persons = [m for m in behind if cast.entries[m.ids[0]].type == "Person"]
            return (persons[0] if persons else behind[0]).ids
    for i in tokens:
        if line.low[i] == "according" and not after:
            mentions = [m for k in tokens if k > i and (m := line.owner[k]) is not None]
            if mentions:
                return mentions[0].ids
    return ()


# -- the document's own voice


def settle(cast: Cast) -> None:
    """Set the author, the adopter and the addressees of a document, with the reason for each."""
    cast.adopter, cast.adopter_reason = find_adopter(cast)
    cast.addressees = find_addressees(cast)
    cast.author, cast.author_reason = find_author(cast)
    if len(cast.author) == 1 and cast.entries[cast.author[0]].type == "Person":
        if (body := represented(cast, cast.author[0])) is not None:
            cast.speaks_for[cast.author[0]] = body


def find_adopter(cast: Cast) -> tuple[tuple[str, ...], str]:
    for rule in (adopter_body, adopter_verb, adopter_genitive):
        if ids := rule(cast):
            return ids, ADOPTER_REASONS[rule.__name__]
    return (), ""


ADOPTER_REASONS = {
    "adopter_body": "the body that the clauses below belong to",
    "adopter_verb": "subject of the verb of adoption",
    "adopter_genitive": "resolution of a body",
}


def adopter_body(cast: Cast) -> tuple[str, ...]:
    """*The General Assembly,* above the clauses of a resolution."""
    for line in cast.lines:
        if line.kind == "body" and (ids := names_in(cast, line)):
            return tuple(ids[:1])
    return ()


def adopter_verb(cast: Cast) -> tuple[str, ...]:
    """*The Assembly adopted a resolution*; *the appeal was adopted by the congress*."""
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.lemma[i] not in ADOPTING or line.pos[i] != "VERB":
                continue
            children = line.children(i)
            if any(line.dep[c] in {"dobj", "nsubjpass"} and line.lemma[c] in ADOPTED for c in children):
                for c in children:
                    if line.dep[c] in {"nsubj", "agent"} and (ids := cast.resolve(line, c, 1)):
                        return ids
    return ()


def adopter_genitive(cast: Cast) -> tuple[str, ...]:
    """*A resolution of the Assembly*, *the Assembly's resolution*."""
    for line in cast.lines:
        for i in range(line.first, len(line)):
            if line.lemma[i] != "resolution":
                continue
            near = range(i + 2, min(i + 5, len(line))) if line.low[i + 1 : i + 2] in (["of"], ["by"], ["from"]) else range(0)
            for k in near:
                mention = line.owner[k]
                if mention is not None and cast.entries[mention.ids[0]].type == "Institution":
                    return mention.ids
    return ()


TO_WHOM = re.compile(r"\b(?:letter|appeal|petition|message|open call|address)\b.{0,80}?\bto\s+(?:the\s+)?", re.IGNORECASE)


def find_addressees(cast: Cast) -> tuple[str, ...]:
    """Whom a document addresses: its address block, else its salutation, else what its title says."""
    found: list[str] = []
    for line in cast.lines:
        if line.kind == "address":
            found += addressed(cast, line)
    if not found:
        for line in cast.lines:
            if line.kind == "salutation":
                found += names_in(cast, line) or list(cast.resolve_span(line, line.first, len(line)))
    if not found:
        for line in cast.lines[:4]:
            match = TO_WHOM.search(line.doc.text) if line.kind in {"title", "heading"} else None
            if match:
                start = next((k for k in range(line.first, len(line)) if line.doc[k].idx >= match.end()), len(line))
                mention = next((m for m in line.owner[start : start + 3] if m is not None), None)
                if mention is not None:
                    found += mention.ids
                    break
    return tuple(dict.fromkeys(found))


def addressed(cast: Cast, line: Line) -> list[str]:
    """The addressees in one address: the persons and the bodies that stand for themselves, not inside a role."""
    inside = {i for role in cast.roles if role.line is line for i in range(role.start, role.end)}
    found = []
    for i, mention in enumerate(line.owner):
        if mention is not None and i == mention.start and (i not in inside or mention.how == "role"):
            found += mention.ids
    if not found:
        found += cast.resolve_span(line, line.first, len(line))
    return list(dict.fromkeys(found))


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
            if line.low[i] == "we" and (i == line.first or line.low[i - 1] not in {"that", "which", "as", "whom"}) and i + 2 < len(line) and line.text[i + 1] == ",":
                end = next((k for k in range(i + 2, min(i + 60, len(line))) if line.text[k] == ","), 0)
                if end and line.pos[i + 2] in {"DET", "PROPN", "NOUN", "ADJ"} and (ids := cast.resolve_span(line, i + 2, end)):
                    return ids
    return ()


def author_title(cast: Cast) -> tuple[str, ...]:
    """title: *Statement by Minister X*, *Appeal of the Y*."""
    for n, line in enumerate(cast.lines[:6]):
        match = SELF_TITLED.search(line.doc.text[:300])
        if match is None or len(line) > 60 or (n > 2 and match.start() > 12) or (line.kind not in {"title", "heading"} and match.start() > 20):
            continue
        role = next((r for r in cast.roles if r.line is line and r.person and match.end() - 4 <= line.doc[r.start].idx < match.end() + 8), None)
        if role is not None and role.person:
            return (role.person,)
        for k in range(line.first, len(line)):
            mention = line.owner[k]
            if mention is not None and mention.start == k and match.end() <= line.doc[k].idx < match.end() + 60:
                if mention.how == "role" or cast.entries[mention.ids[0]].named:
                    between = line.doc.text[match.end() : line.doc[k].idx]
                    if len(between.split()) <= (6 if cast.entries[mention.ids[0]].type == "Person" else 1):
                        return mention.ids
                break
    return ()


def author_writes(cast: Cast) -> tuple[str, ...]:
    """letter: its first paragraphs say who writes (*The League urges you to …*)."""
    if not cast.addressees and not any(line.kind in {"address", "salutation"} for line in cast.lines):
        return ()
    return opening_subject(cast, WRITING, 4, needs_you=True)


def author_signed(cast: Cast) -> tuple[str, ...]:
    """signatories: the bodies that sign, else the persons."""
    signed = [line for line in cast.lines if line.kind == "signature"]
    ids = [i for line in signed for i in names_in(cast, line)]
    bodies = [i for i in ids if cast.entries[i].type in {"Organization", "Institution"}]
    return tuple(bodies) or in_whose_name(cast, [i for i in ids if cast.entries[i].type == "Person"])


def in_whose_name(cast: Cast, persons: list[str]) -> tuple[str, ...]:
    """The bodies whose office persons sign with, else the persons; a public body only if they write *we*."""
    last = {line.block for line in cast.lines[-6:]}
    we = plural_voice(cast)
    bodies = [
        org for role in cast.roles
        if role.person in persons and role.direct and (role.line.kind == "signature" or role.line.block in last)
        for org in role.orgs
        if cast.entries[org].type in ({"Organization", "Institution"} if we else {"Organization"}) and org not in cast.addressees
    ]  # fmt: skip
    return tuple(dict.fromkeys(bodies or persons))


def plural_voice(cast: Cast) -> bool:
    """Whether a document says *we* more often than *I*, outside quotations."""
    quoted = spans(cast)
    counts = Counter(
        line.low[i] for line in cast.lines for i in range(line.first, len(line))
        if line.low[i] in {"we", "our", "i", "my"} and not any(b <= line.begin[i] < e for b, e in quoted)
    )  # fmt: skip
    return counts["we"] + counts["our"] > counts["i"] + counts["my"]


def author_publisher(cast: Cast) -> tuple[str, ...]:
    """publisher: the document says who issues it."""
    publisher = cast.parsed.document.publisher
    entry = cast.registry.of(publisher) if publisher else None
    return (entry.id,) if entry is not None else ()


def author_heading(cast: Cast) -> tuple[str, ...]:
    """title sentence: a body that is no organ of a state asks for something in it (*The League demands …*)."""
    return title_subject(cast, "Organization")


def author_heading_group(cast: Cast) -> tuple[str, ...]:
    """title sentence: a group asks for something in it (*Miners demand …*)."""
    return title_subject(cast, "Group")


def title_subject(cast: Cast, kind: str) -> tuple[str, ...]:
    if cast.parsed.document.kind == "NewsReport":
        return ()
    for line in cast.lines[:3]:
        if line.kind not in {"title", "heading"}:
            continue
        for i in range(line.first, len(line)):
            if line.lemma[i] in WRITING and line.pos[i] == "VERB" and line.tag[i] in PRESENT:
                subject = next((c for c in line.children(i) if line.dep[c] == "nsubj" and c < i), None)
                ids = cast.resolve(line, subject, 1) if subject is not None else ()
                if ids and all(cast.entries[k].type == kind for k in ids):
                    return ids
    return ()


def author_described(cast: Cast) -> tuple[str, ...]:
    """we are: the document says who its we is (*We are farmers from …*, *As miners, we …*)."""
    for line in cast.lines:
        if line.kind != "paragraph":
            continue
        for i in range(line.first, len(line)):
            if line.low[i] == "we" and line.lemma[line.head[i]] == "be" and line.dep[i] == "nsubj":
                attribute = next((c for c in line.children(line.head[i]) if line.dep[c] == "attr" and line.tag[c] == "NNS"), None)
                if attribute is not None and (ids := cast.resolve(line, attribute, 1)):
                    return ids
    return ()


def author_release(cast: Cast) -> tuple[str, ...]:
    """press release: what it opens with (*The League calls on …*)."""
    if cast.parsed.document.kind not in {"PressRelease", "Statement", "Appeal"}:
        return ()
    return opening_subject(cast, WRITING, 3, needs_you=False) or opening_subject(cast, WRITING, 3, needs_you=False, past=True)


def author_most_named(cast: Cast) -> tuple[str, ...]:
    """most named organisation: of a document that says we outside quotations."""
    if not plural_voice(cast):
        return ()
    bodies = [e for e in cast.entries.values() if e.type == "Organization" and e.named and not e.weak]
    best = max(bodies, key=lambda e: (len(e.mentions), e.id), default=None)
    return (best.id,) if best is not None else ()


def author_adopter(cast: Cast) -> tuple[str, ...]:
    """adopting body: of the act that the document reports."""
    return cast.adopter


def author_last(cast: Cast) -> tuple[str, ...]:
    """last lines: a letter or appeal whose signature stands in short lines at its end."""
    if cast.parsed.document.kind != "Appeal" and not any(line.kind in {"address", "salutation"} for line in cast.lines):
        return ()
    for line in cast.lines[-6:]:
        if line.kind in {"paragraph", "item"} and len(line) <= 12 and line.text[-1] not in {".", ":", "!", "?"}:
            ids = [i for i in names_in(cast, line) if cast.entries[i].type in {"Person", "Organization"}]
            if ids and not set(ids) & set(cast.addressees):
                bodies = [i for i in ids if cast.entries[i].type == "Organization"]
                return tuple(bodies) or in_whose_name(cast, ids)
    return ()


def author_senders(cast: Cast) -> tuple[str, ...]:
    """senders: who is told to have written or signed (*Forty unions wrote to …*, *signed the letter*)."""
    if cast.parsed.document.kind not in {"PressRelease", "Appeal", "Statement"}:
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
            if sent and subject is not None and (ids := cast.resolve(line, subject, 1)):
                if not set(ids) & set(cast.addressees) and all(cast.entries[k].type != "Country" for k in ids):
                    return ids
    return ()


SENDING = frozenset("write send sign issue release publish deliver submit co-sign cosign address".split())
SENT = frozenset("letter appeal statement petition declaration call".split())


AUTHOR_RULES = (
    author_resolution, author_apposition, author_title, author_writes, author_signed, author_publisher, author_heading,
    author_senders, author_release, author_heading_group, author_last, author_described,
    author_most_named, author_adopter,
)  # fmt: skip


def opening_subject(cast: Cast, verbs: frozenset[str], most: int, needs_you: bool, past: bool = False) -> tuple[str, ...]:
    """The named body that is subject of a verb of asking or writing, in the present, in the first paragraphs."""
    seen = 0
    for line in cast.lines:
        if line.kind not in {"paragraph"} or len(line) < 8:
            continue
        seen += 1
        if seen > most:
            break
        for i in range(line.first, len(line)):
            if line.lemma[i] in verbs and line.tag[i] in (PAST if past else PRESENT) and (not needs_you or "you" in line.low or "your" in line.low):
                for c in line.children(i):
                    mention = line.owner[c] if line.dep[c] == "nsubj" else None
                    if mention is not None and cast.entries[mention.ids[0]].type in {"Organization", "Institution", "Person"}:
                        if not set(mention.ids) & set(cast.addressees):
                            return mention.ids
    return ()


def represented(cast: Cast, person: str) -> str | None:
    """The state or body for which a person speaks: that of the person's role, else, for an office of state, the
    country that the document makes act most often."""
    roles = [r for r in cast.roles if r.person == person and r.direct]
    for role in roles:
        for org in role.orgs:
            if cast.entries[org].type in {"Country", "Institution", "Organization"}:
                return org
    if not any(role.line.lemma[role.noun] in STATE_OFFICES for role in roles):
        return None
    acting = Counter(
        i for line in cast.lines for k, m in enumerate(line.owner)
        if m is not None and m.start == k and line.dep[m.head] == "nsubj"
        for i in m.ids if cast.entries[i].type == "Country"
    )  # fmt: skip
    best = acting.most_common(1)
    return best[0][0] if best else None


def names_in(cast: Cast, line: Line) -> list[str]:
    """The actors named in a line, in its order."""
    return list(dict.fromkeys(i for m in line.owner if m is not None for i in m.ids))
