"""Lists of demands: which words of a lead-in govern the items, and what each item asks."""

from __future__ import annotations

from dataclasses import dataclass

from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_grammar import Stretch, infinitive, is_to, skip
from demandgraph.extract.demand_words import LIST_NOUNS
from demandgraph.extract.frames import NOUNS
from demandgraph.extract.topic_acts import VAGUE

NESTED = frozenset(
    {
        "by",
        "including",
        "particular",
        "namely",
        "through",
        "following",
        "follows",
        "follow",
        "below",
        "as",
        "e.g.",
        "i.e.",
        "alia",
        "via",
        "that",
        "include",
        "includes",
        "included",
        "comprise",
        "comprises",
        "involve",
        "involves",
        "mean",
        "means",
        "are",
        "be",
        "is",
        "would",
        "will",
        "to",
    }
)
GENERAL_VERBS = frozenset(
    "take adopt implement undertake make consider follow apply pursue introduce do carry accept heed meet".split()
)
DEMAND_NOUNS = frozenset(
    {"demand", "request", "recommendation", "proposal", "call", "appeal", "ask", "plea", "measure", "step", "action"}
)


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs a list: the asking words, their sentence, and who is resolved to ask and be asked."""

    ask: Ask
    st: Stretch
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    from_letter: bool
    """The addressees are *you*: an item may pick its own from the address block."""


def announces(st: Stretch) -> bool:
    """Whether a sentence leads over to a list: it ends with a colon or dash, or with *the following measures*."""
    words = [t for t in st.doc[st.start : st.end] if not t.is_space]
    if not words:
        return False
    if words[-1].text in {":", "-", "—", "–", "--"} or words[-1].lower_ in {"to", "by", "that"}:
        return True
    tail = [t.lower_ for t in words[-6:]]
    return "following" in tail or "below" in tail or "follows" in tail


def list_pointing(st: Stretch, ask: Ask) -> bool:
    """Whether an act of asking names no action but the list that follows (*to take the following steps:*)."""
    if ask.kind == "list":
        return True
    start, end = ask.content
    words = st.doc[start:end]
    if not len(words):
        return True
    nouns = [t for t in words if t.pos_ in {"NOUN", "PROPN"}]
    following = any(t.lower_ in {"following", "below"} for t in words)
    first = skip(st.doc, start, end)
    general = first < end and st.doc[first].lemma_.lower() in GENERAL_VERBS
    head = nouns[0].lemma_.lower() if nouns else ""
    plain = ask.kind == "noun" and len(nouns) == 1
    return ((following or general or plain) and head in LIST_NOUNS) or (following and not nouns)


INCLUDING = frozenset("include comprise contain involve mean consist entail encompass".split())


def governs(st: Stretch, ask: Ask) -> bool:
    """Whether an act of asking in the last sentence of a lead-in reaches over to the items."""
    if list_pointing(st, ask):
        return True
    start = skip(st.doc, ask.content[0], ask.content[1])
    if start < ask.content[1] and st.doc[start].lemma_.lower() in INCLUDING and announces(st):
        return True  # a ban should include:
    if announces(st) and VAGUE.fullmatch(st.doc[ask.content[0] : ask.content[1]].text.strip(" :-—–")):
        return True  # appeals to you to act now:
    tail = " ".join(t.lower_ for t in st.doc[max(ask.trigger, st.end - 6) : st.end])
    if announces(st) and any(f"{means} the following" in tail for means in ("through", "via", "by means of")):
        return True  # to help the town through the following measures:
    words = [
        t.lower_
        for t in st.doc[ask.trigger : st.end]
        if not t.is_space and t.text not in {":", "-", "—", "–", "--", ","}
    ]
    return bool(words) and words[-1] in NESTED


NEEDED = frozenset("needed necessary required urgent essential crucial vital imperative indispensable".split())


def names_demands(st: Stretch) -> str | None:
    """The force of a lead-in or heading that only names what follows: *Our demands:*, *Recommendations*."""
    nouns = [t for t in st.doc[st.start : st.end] if t.pos_ in {"NOUN", "PROPN"}]
    if len(nouns) > 8:
        return None
    if any(t.lemma_.lower() in LIST_NOUNS for t in nouns) and any(
        t.lower_ in NEEDED for t in st.doc[st.start : st.end]
    ):
        return "call"  # the following steps are needed:
    for token in nouns:
        frame = NOUNS.get(token.lemma_.lower())
        if frame is not None and token.lemma_.lower() in DEMAND_NOUNS and token.tag_ in {"NNS", "NNPS", "NN", "NNP"}:
            return frame.force
    return None


ORDINALS = frozenset(
    "first second third fourth fifth firstly secondly thirdly fourthly finally lastly next one two three".split()
)


def enumeration_start(st: Stretch) -> int | None:
    """Where the content of an enumerating sentence begins (*Second, the reopening of …*), ``None`` if it does not enumerate."""
    doc = st.doc
    if st.end - st.start > 3 and doc[st.start].lower_ in ORDINALS and doc[st.start + 1].text in {",", ":"}:
        return st.start + 2
    return None


def item_content(st: Stretch) -> tuple[int, int, str]:
    """Where an item's action begins and ends, and of what kind it is."""
    doc = st.doc
    start = st.start
    while start < st.end and (
        st.parsed.is_virtual(doc[start])
        or doc[start].is_space
        or doc[start].is_punct
        or doc[start].lower_ in {"and", "or"}
    ):
        start += 1
    if start >= st.end:
        return st.end, st.end, "noun"
    at = skip(doc, start, st.end)
    if at > start and at < st.end and doc[at].tag_ in {"VBG", "VB", "VBP"}:
        return start, st.end, "gerund" if doc[at].tag_ == "VBG" else "imperative"
    if is_to(doc[start]) and (content := infinitive(doc, start, st.end)) is not None:
        return content, st.end, "infinitive"
    if doc[start].lower_ == "that":
        return start + 1, st.end, "clause"
    if doc[start].tag_ == "VBG":
        return start, st.end, "gerund"
    if doc[start].tag_ in {"VB", "VBP"} or any(st.parsed.is_virtual(t) for t in doc[st.start : start]):
        return start, st.end, "imperative"
    return start, st.end, "noun"


def states(st: Stretch) -> bool:
    """Whether a sentence has a subject and a finite verb: no action, subjunctive (*a fund be created*) or noun."""
    for root in (t for t in st.doc[st.start : st.end] if t.dep_ == "ROOT" and t.pos_ in {"VERB", "AUX"}):
        verbs = [root, *(c for c in root.children if c.dep_ in {"aux", "auxpass"})]
        subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children)
        if subject and any(v.tag_ in {"VBZ", "VBD", "VBP", "MD"} for v in verbs):
            return True
    return False
