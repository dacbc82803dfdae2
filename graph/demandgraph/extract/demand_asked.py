"""Finds who is asked and who asks where the asking word has no slot for it: *N from X*, *a letter to X demanding N*, *the group*."""

from __future__ import annotations

from collections.abc import Sequence

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_phrases import belongs, object_span
from demandgraph.extract.demand_subjects import COMMUNICATION

PAPERS = frozenset("letter message email e-mail note appeal petition statement complaint telegram memorandum".split())
"""Papers that are sent to somebody."""
LEAVING = frozenset(
    """withdrawal release removal exclusion expulsion protection freedom return evacuation exit departure independence
    retreat deportation transfer extradition refugee import relief safety ban exemption aid support""".split()
)
"""Nouns behind which *from* says out of where or against what, not of whom."""
FARTHEST_PAPER = 60
"""Tokens before the participle at which a paper's *to* phrase may begin."""
BODIES = {
    "organisation": "Organization", "organization": "Organization", "group": "Organization", "union": "Organization",
    "association": "Organization", "party": "Organization", "watchdog": "Organization", "movement": "Organization",
    "coalition": "Organization", "federation": "Organization", "network": "Organization", "charity": "Organization",
    "foundation": "Organization", "alliance": "Organization", "ngo": "Organization", "body": "Institution",
    "company": "Organization", "firm": "Organization", "corporation": "Organization", "manufacturer": "Organization",
    "agency": "Institution", "committee": "Institution", "council": "Institution", "assembly": "Institution",
}  # fmt: skip
"""Nouns that with *the* alone stand for the body named last, and that body's type."""


def asked_from(st: Stretch, cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """Of whom something is asked by a *from* phrase behind the first noun or nouns (*answers and an inquiry from N*)."""
    doc = st.doc
    for k in range(start + 1, end - 1):
        if doc[k].text in {";", ":"} or doc[k].tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return ()
        if doc[k].lower_ != "from":
            continue
        over = doc[k].head
        away = over.pos_ == "VERB" or LEAVING & {doc[k - 1].lemma_.lower(), over.lemma_.lower()}
        if away and over.i >= start:
            return ()
        held = object_span(doc[k])
        return cast.refer(doc[k + 1 : min(end, held[1])], group=False) if held is not None else ()
    return ()


def doer_of(st: Stretch, cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """Who is to act by the noun before the action noun: *government support for the crews*, *LUS action on piracy*."""
    noun = next(
        (t for t in st.doc[start : min(end, start + 8)] if t.lemma_.lower() in ACTING and t.pos_ == "NOUN"), None
    )
    if noun is None:
        return ()
    named = [c for c in noun.lefts if c.dep_ in {"compound", "poss", "nmod"} and c.i >= start]
    return tuple(dict.fromkeys(i for c in named for i in cast.refer(st.doc[c.left_edge.i : c.i + 1], group=False)))


def parties_to(st: Stretch, start: int, end: int) -> Span | None:
    """Those between whom something mutual is asked for: *talks between N and M*, *cooperation among the ministries*."""
    for k in range(start + 1, end - 1):
        if st.doc[k].lower_ in {"between", "among", "amongst"}:
            held = object_span(st.doc[k])
            near = {st.doc[k].head.lemma_.lower(), st.doc[k - 1].lemma_.lower()}
            return (held[0], min(end, held[1])) if held is not None and MUTUAL & near else None
    return None


MUTUAL = frozenset(
    """talk negotiation dialogue dialog cooperation co-operation coordination co-ordination ceasefire cease-fire truce
    reconciliation consultation exchange understanding unity solidarity collaboration discussion partnership""".split()
)
"""What those do together between or among whom it is asked for."""
ACTING = frozenset(
    "action support intervention help assistance leadership response funding involvement pressure backing".split()
)
"""What the noun before it does or gives."""


def written_to(st: Stretch, cast: Cast, ask: Ask) -> tuple[str, ...]:
    """To whom goes the paper, message or talk that asks: *wrote to N, demanding …*, *a letter to N calling for …*,
    *met with N to call for …*, *In a letter to N, the union called for …*.
    """
    doc = st.doc
    purpose = doc[ask.trigger].tag_ == "VB" and ask.trigger > st.start and doc[ask.trigger - 1].lower_ == "to"
    if doc[ask.trigger].tag_ == "VBG" or purpose:
        for k in range(ask.trigger - 2, max(st.start, ask.trigger - FARTHEST_PAPER), -1):
            if not (doc[k].lower_ == "to" and doc[k].tag_ in {"IN", "TO"}) and doc[k].lower_ != "with":
                continue
            before = doc[k - 1].lemma_.lower()
            sent = doc[k].head.lemma_.lower()
            talk = sent in TALKING or before in TALKS
            if talk if doc[k].lower_ == "with" else before in PAPERS or sent in PAPERS or sent in COMMUNICATION:
                held = object_span(doc[k])
                return _listed(st, cast, k + 1, min(ask.trigger, held[1])) if held is not None else ()
        return ()
    return _headed_by_paper(st, cast, ask)


def _listed(st: Stretch, cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """The actors of a phrase, with the names that stand behind its commas where the parse of a long list misses some."""
    found = list(cast.refer(st.doc[start:end], group=False))
    line = cast.by_block.get(st.index)
    if line is None or "," not in line.text[start:end]:
        return tuple(found)
    for k in range(start + 1, min(end, len(line))):
        mention = line.owner[k]
        if mention is None or mention.start != k:
            continue
        before = k - 1 - (line.low[k - 1] == "the")
        if line.low[before] in {",", "and", ";"}:
            found += [i for i in mention.ids if i not in found]
    return tuple(found)


def _headed_by_paper(st: Stretch, cast: Cast, ask: Ask) -> tuple[str, ...]:
    """Whom a sentence names at its head as the reader of the paper, or the partner of the talk, in which something is
    asked (*In a letter to the mayor, they called for …*, *At a meeting with the minister on Monday, …*).
    """
    doc = st.doc
    first = next((k for k in range(st.start, st.end) if not doc[k].is_space and not doc[k].is_punct), st.end)
    if first >= ask.trigger or doc[first].lower_ not in {"in", "at", "during", "with"}:
        return ()
    for k in range(first + 1, min(ask.trigger, first + 12)):
        if doc[k].text == ",":
            return ()
        head = doc[k - 1].lemma_.lower()
        if (doc[k].lower_ == "to" and head in PAPERS) or (doc[k].lower_ == "with" and head in TALKS):
            held = object_span(doc[k])
            return cast.refer(doc[k + 1 : min(ask.trigger, held[1])], group=False) if held is not None else ()
    return ()


TALKING = frozenset("meet speak talk gather plead intercede raise discuss consult negotiate".split())
"""Verbs whose *with* phrase names to whom somebody speaks."""
TALKS = frozenset(
    "meeting talk conversation call discussion audience encounter session negotiation consultation".split()
)
"""Nouns of the same."""


def body_named_last(st: Stretch, cast: Cast, start: int, end: int, earlier: Sequence[str]) -> tuple[str, ...]:
    """Whom *the organisation*, *the union* stands for: the body of that type that asked last, else the one named last.

    ``earlier`` holds who asked so far, the last one first.
    """
    words = [t for t in st.doc[start:end] if not t.is_space]
    if len(words) != 2 or words[0].lower_ not in {"the", "this"} or words[1].text[:1].isupper():
        return ()
    kind = BODIES.get(words[1].lower_)
    if kind is None:
        return ()
    for ident in earlier:
        if ident in cast.entries and cast.entries[ident].named and cast.entries[ident].type == kind:
            return (ident,)
    offset = st.offset(words[0].i)
    best: tuple[int, str] | None = None
    for entry in cast.entries.values():
        if not entry.named or entry.type != kind:
            continue
        last = max((m.begin for m in entry.mentions if m.begin < offset), default=-1)
        if last >= 0 and (best is None or last > best[0]):
            best = (last, entry.id)
    return (best[1],) if best is not None else ()


def announced(st: Stretch, cast: Cast, ask: Ask) -> tuple[str, ...]:
    """Whose words a title gives behind a colon (*Relief League: Army must lift siege*)."""
    colon = next((k for k in range(st.start, ask.trigger) if st.doc[k].text == ":"), None)
    ids = cast.refer(st.doc[st.start : colon], group=False) if colon is not None and colon > st.start else ()
    return ids if all(cast.entries[i].type != "Country" for i in ids) else ()


def behind(st: Stretch, cast: Cast, span: Span) -> tuple[str, ...]:
    """Who stands behind a thing that must act or stop: its possessor, the agent of its participle (*laws adopted by N*)."""
    for token in st.doc[span[0] : span[1]]:
        held = None
        if token.dep_ == "poss":
            held = (token.left_edge.i, token.i + 1)
        elif token.lower_ == "by" and token.head.tag_ == "VBN":
            held = object_span(token)
        if held is not None and (ids := cast.refer(st.doc[held[0] : held[1]], group=False)):
            return ids
    return ()


def picked(st: Stretch, cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """Those addressees of a letter whom an item names itself (*sanctions of Novaria*, *by the Ministry*, *Novaria's*)."""
    named: set[str] = set()
    for k in range(start, end):
        token = st.doc[k]
        if token.pos_ == "PROPN" and belongs(token, start):
            named.update(cast.refer(st.doc[k : k + 1], group=False))
    related: list[str] = []
    for ident in cast.addressees:
        entry = cast.entries.get(ident)
        related += [ident, entry.part_of] if entry is not None and entry.part_of else [ident]
    return tuple(i for i in dict.fromkeys(related) if i in named)
