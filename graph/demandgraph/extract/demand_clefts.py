"""Finds demands that the frame of a sentence states: *our demand is to V*, *what is needed is N*, *it is up to N to V*, *we say to N: V*."""

from __future__ import annotations

from collections.abc import Iterator

from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch, infinitive, is_finite, noun_phrase, skip, subject_of
from demandgraph.extract.demand_idioms import asks_nobody
from demandgraph.extract.demand_nominals import agentive, starts_phrase
from demandgraph.extract.demand_phrases import object_span
from demandgraph.extract.demand_predicates import imperative_start
from demandgraph.extract.demand_slots import find_infinitive
from demandgraph.extract.demand_words import SELF

ASKED = {
    "demand": "demand", "request": "request", "appeal": "urge", "plea": "urge", "recommendation": "recommend",
    "proposal": "recommend", "suggestion": "recommend", "call": "call", "advice": "recommend", "message": "call",
}  # fmt: skip
"""Nouns that a form of *be* joins to what is asked, with their force (a *message* only before a colon)."""
NEEDED = frozenset({"needed", "required", "need", "needs", "want", "wants", "demand", "demands", "ask", "asks"})
"""The last word of *what … is* clauses that ask."""
DUTY = frozenset({"up", "falls", "fell"})
"""Words behind *it* that leave an action to somebody (*it is up to N to V*, *it falls to N to V*)."""
FREE = frozenset("decide choose judge determine say see know imagine guess speculate wait ask".split())
"""What is left to somebody's judgement rather than asked of them."""
FORCES = {"say": "call", "tell": "call", "repeat": "call", "message": "call", "cry": "call", "call": "call"} | {
    "appeal": "urge", "urge": "urge", "plead": "urge", "ask": "request", "demand": "demand"
}  # fmt: skip
"""What somebody does who then speaks to a person behind a colon (*we say to the bank: pay up*), and how strongly it asks."""
ULTIMATUM = frozenset("until deadline ultimatum".split())
TRIGGERS = frozenset(ASKED) | {"what", "up", "falls", "fell", ":", "gave", "given", "gives", "give"}
"""The words without which nothing is found here."""


def cleft_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking that the frame of a sentence states."""
    for i in range(st.start, st.end - 2):
        low = st.doc[i].lower_
        found: Ask | None = None
        if low in ASKED:
            found = _is_to(st, i)
        elif low == "what":
            found = _what_is(st, i)
        elif low in DUTY:
            found = _left_to(st, i)
        elif low == ":":
            found = _behind_colon(st, i)
        elif low in {"gave", "given", "gives", "give"}:
            found = _ultimatum(st, i)
        if found is not None:
            yield found


def _is_to(st: Stretch, i: int) -> Ask | None:
    """*The panel's main recommendation is to close the camp*, *their demand is that he be freed*."""
    doc = st.doc
    be = doc[i].head
    if doc[i].dep_ != "nsubj" or be.lemma_.lower() != "be" or be.lower_ not in {"is", "was", "remains"} or be.i < i:
        return None
    if st.question or any(c.dep_ in {"aux", "neg"} for c in be.children):
        return None
    at = skip(doc, be.i + 1, st.end)
    clause = at < st.end and doc[at].lower_ == "that"
    content = at + 1 if clause else infinitive(doc, at, st.end)
    if content is None or doc[i].lower_ == "message":
        return None
    holder = next((c for c in doc[i].lefts if c.dep_ == "poss"), None)
    maker: Span | None = (holder.left_edge.i, holder.i + 1) if holder is not None else None
    if maker is None:
        by = next((c for c in doc[i].rights if c.lower_ in {"of", "by", "from"} and c.i < be.i), None)
        maker = object_span(by) if by is not None else None
    if maker is None and doc[i].lower_ in {"call", "advice", "suggestion"}:
        return None
    end = content_end(doc, content, st.end, be.i, st.start)
    kind = "clause" if clause else "infinitive"
    return Ask(f"rules/demand/noun-{doc[i].lower_}-is", ASKED[doc[i].lower_], 0.75, i, i, (content, end), kind, maker)


def _what_is(st: Stretch, i: int) -> Ask | None:
    """*What is needed is a truth commission*, *what we demand is an inquiry*, *what the town needs is a clinic*."""
    doc = st.doc
    k = next((k for k in range(i + 1, min(st.end - 2, i + 12)) if doc[k].lower_ in NEEDED), None)
    if k is None or st.question:
        return None
    be = k + 1
    while be < st.end - 1 and (doc[be].tag_ == "RB" or doc[be].lower_ in {"now", "most", "today", "urgently"}):
        be += 1
    if doc[be].lower_ != "is" or not starts_phrase(st, be + 1, st.end) or doc[be + 1].lower_ in {"that", "this"}:
        return None
    who = doc[i + 1 : k]
    owner = (i + 1, k) if len(who) and not any(t.pos_ in {"AUX", "VERB"} for t in who) else None
    asks = doc[k].lemma_.lower() in {"demand", "ask", "want"}
    if owner is not None and not asks and doc[i + 1].lower_ not in SELF:
        owner = None  # what the town needs: said by who speaks
    end = content_end(doc, be + 1, st.end, be, st.start)
    force = "demand" if doc[k].lemma_.lower() == "demand" else "call"
    return Ask(f"rules/demand/what-is-{doc[k].lemma_.lower()}", force, 0.65, k, i, (be + 1, end), "noun", owner)


def _left_to(st: Stretch, i: int) -> Ask | None:
    """*It is up to the state to repair the bridge*, *it falls to the Council to act*."""
    doc = st.doc
    if doc[i + 1].lower_ != "to" or i == st.start:
        return None
    before = [t.lower_ for t in doc[max(st.start, i - 4) : i]]
    if "it" not in before or (doc[i].lower_ == "up" and not {"is", "was", "'s", "’s"} & set(before)):
        return None
    to = find_infinitive(st, i + 2, st.end)
    content = infinitive(doc, to, st.end) if to is not None else None
    if to is None or content is None or st.question or doc[i + 2].lower_ in SELF | {"you"}:
        return None
    if not agentive(st, i + 2, to) or doc[skip(doc, content, st.end)].lemma_.lower() in FREE:
        return None
    end = content_end(doc, content, st.end, i, st.start)
    return Ask("rules/demand/it-is-up-to", "call", 0.65, i, i, (content, end), "infinitive", None, (i + 2, to))


def _behind_colon(st: Stretch, i: int) -> Ask | None:
    """*We say to the bank: pay what you owe*: an imperative behind words of saying, with whom they speak to."""
    doc = st.doc
    rest = Stretch(st.parsed, st.index, doc, i + 1, st.end)
    start = imperative_start(rest)
    if start is None or asks_nobody(rest, start) or st.block.kind in {"title", "heading"}:
        return None
    verb = next((t for t in reversed(doc[st.start : i]) if t.lemma_.lower() in FORCES and t.i > st.start), None)
    if verb is None or any(t.tag_ == "VBD" for t in doc[st.start : i]):
        return None
    told = next(
        (t for t in doc[verb.i + 1 : i] if t.lower_ in {"to", "on", "upon"} and object_span(t) is not None), None
    )
    heard = object_span(told) if told is not None else None
    if heard is None and verb.pos_ == "VERB":
        held = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
        heard = noun_phrase(held) if held is not None else None
    subject = subject_of(verb) if verb.pos_ == "VERB" else next((c for c in verb.lefts if c.dep_ == "poss"), None)
    if subject is None:
        return None
    end = content_end(doc, start, st.end, start, st.start, own=True)
    force = FORCES[verb.lemma_.lower()]
    return Ask(
        f"rules/demand/{verb.lemma_.lower()}-imperative", force, 0.8, verb.i, verb.i, (start, end), "infinitive",
        noun_phrase(subject) if subject.lower_ not in {"my", "our"} else None, (heard[0], min(heard[1], i)) if heard is not None else None,
    )  # fmt: skip


def _ultimatum(st: Stretch, i: int) -> Ask | None:
    """*The farmers gave the government until Friday to scrap the tax*."""
    doc = st.doc
    if doc[i].pos_ != "VERB" or any(c.dep_ == "auxpass" for c in doc[i].children):
        return None
    subject = subject_of(doc[i])
    k = next(
        (k for k in range(i + 2, min(st.end - 2, i + 12)) if doc[k].lower_ in ULTIMATUM or is_finite(doc[k])), None
    )
    if k is None or doc[k].lower_ not in ULTIMATUM or subject is None or not agentive(st, i + 1, k):
        return None
    to = next((m for m in range(k + 1, min(st.end - 1, k + 10)) if infinitive(doc, m, st.end) is not None), None)
    if to is None or any(t.text in {",", ";"} for t in doc[k:to]):
        return None
    last = k - 1 if doc[k - 1].lower_ in {"a", "an"} else k
    end = content_end(doc, to + 1, st.end, i, st.start)
    return Ask(
        "rules/demand/give-until",
        "demand",
        0.75,
        i,
        i,
        (to + 1, end),
        "infinitive",
        noun_phrase(subject),
        (i + 1, last),
    )
