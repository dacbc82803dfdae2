"""Finds what is put as *must*, *should*, *ought to*, *need to*, or as a duty that somebody holds another to have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch, in_quote, infinitive, noun_phrase, skip
from demandgraph.extract.demand_speech import speech_source
from demandgraph.extract.demand_words import ADVERBS, REMARKS, SELF
from demandgraph.extract.frames import MODALS

if TYPE_CHECKING:
    from spacy.tokens import Token


CONDITIONAL = frozenset("if whether unless lest until why how what when where once before after".split())
DUTIES = {"obligation": "demand", "duty": "demand", "responsibility": "call"}
BOUND = {"obliged", "obligated", "bound", "duty-bound", "required"}


OWED = {"obliged", "obligated", "duty-bound", "duty"}
"""Words of duty that ask also in the author's own voice, where a document takes a position."""


ADVISED = {"advised": ("would", "be", "well"), "well": ("would", "do")}
"""Last words of advice, and those before them (*would be well advised to V*, *would do well to V*)."""


AVOWING = {"Appeal", "Statement", "Speech"}


def modal_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking put with a modal auxiliary."""
    doc = st.doc
    for i in range(st.start, st.end):
        token = doc[i]
        low = token.lower_
        told = low in {"needed", "had"} and speech_source(token)[1]  # said that the ministry needed to act
        entry = MODALS.get(
            {"needed": "need", "had": "have"}[low] if told else token.lemma_.lower() if low in {"has", "needs"} else low
        )
        if entry is None or st.parsed.is_virtual(token):
            continue
        verb_at = _verb_of(st, i)
        if verb_at is None or (low == "shall" and not _ordains(st, token)):
            continue
        if low == "needed" and i > st.start and doc[i - 1].lower_ == "as":
            continue  # to meet, as needed, to find …
        ask = _modal(st, i, verb_at, *entry)
        if ask is not None:
            yield ask


def _ordains(st: Stretch, shall: Token) -> bool:
    """Whether *shall* orders: in a clause of a resolution, in a main clause of its own (*The parties shall withdraw …*)."""
    verb = shall.head
    return (
        st.block.kind == "operative"
        and not st.avows
        and verb.dep_ == "ROOT"
        and shall.i > st.start
        and doc_subject(verb) is not None
    )


def doc_subject(verb: Token) -> Token | None:
    """The named subject of a verb, in the active."""
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}), None)


def _verb_of(st: Stretch, i: int) -> int | None:
    """Where the verb phrase under a modal begins (at *not*, an adverb, or the verb)."""
    doc, low = st.doc, st.doc[i].lower_
    if low in {"must", "should", "shall"}:
        return i + 1 if i + 1 <= st.end else None
    if low in {"ought", "have", "has", "need", "needs", "needed", "had"}:
        bare = (
            i + 1 < st.end
            and st.doc[i + 1].lower_ == "to"
            and all(t.is_punct or t.is_space for t in doc[i + 2 : st.end])
        )
        if (
            low in {"need", "needs"}
            and st.doc[i].pos_ not in {"VERB", "AUX"}
            and not (bare and i > st.start and doc[i - 1].pos_ in {"NOUN", "PROPN", "PRON"})
        ):
            return None
        j = skip(doc, i + 1, st.end)
        if j < st.end and doc[j].lower_ == "to" and all(t.is_punct or t.is_space for t in doc[j + 1 : st.end]):
            return j + 1
        return infinitive(doc, j, st.end)
    return None


def _modal(st: Stretch, i: int, begin: int, force: str, certainty: float) -> Ask | None:
    doc = st.doc
    while begin + 1 < st.end and doc[begin].lower_ in {"and", "will", "can", "should", "must", "shall"}:
        begin += 1  # must and will be held to account
    at = skip(doc, begin, st.end)
    if at >= st.end - 1 and all(
        t.is_punct or t.is_space or t.lower_ in {"to", "be", "at", "least", "also"} for t in doc[begin : st.end]
    ):
        return _modal_list(st, i, force, certainty)  # the government should:
    if at >= st.end or (doc[at].lower_ in {"have", "'ve"} and at + 1 < st.end and doc[at + 1].tag_ in {"VBN"}):
        return None  # should have known: a reproach
    if doc[at].pos_ in {"SCONJ", "CCONJ"} or doc[at].text in {"-", "–", "—", "--", ".", ")"}:
        return None  # you should – because …
    if (
        doc[at].lower_ in {"have", "be", "do"}
        and at + 1 < st.end
        and doc[at + 1].text in {",", ";", ".", ")", "–", "—"}
    ):
        return None  # as they should have, …
    verb = doc[at]
    if verb.dep_ in {"aux", "auxpass"} and verb.head.i > at:
        verb = verb.head
    subject = _modal_subject(st, i, verb)
    if subject is None or st.question or _conditional(st, i, verb):
        return None
    low = subject.lower_
    span = noun_phrase(subject)
    if span[1] > i:
        span = (span[0], i)
    if any(t.lemma_.lower() in {"construe", "interpret"} for t in doc[at : min(st.end, at + 4)]):
        return None  # should not be construed as an endorsement
    if low in SELF or (low in {"who", "which", "that", "what"} and subject.tag_ in {"WP", "WDT"}):
        return None
    passive = doc[at].lemma_.lower() == "be" and any(t.tag_ == "VBN" for t in doc[at + 1 : min(st.end, at + 5)])
    remark = next((t for t in doc[at : min(st.end, at + 4)] if t.lemma_.lower() in REMARKS), None)
    if (low == "it" and remark is not None) or doc[at].lemma_.lower() in {
        "know",
        "understand",
        "remember",
        "realize",
        "realise",
        "note",
        "recall",
        "expect",
    }:
        return None
    end = content_end(doc, begin, st.end, max(verb.i, begin), st.start, own=True)
    if low == "there":
        start = skip(doc, at + 1, st.end)
        return Ask("rules/demand/there-must-be", force, certainty, i, subject.i, (start, max(end, start)), "noun")
    if verb.lemma_.lower() == "be" and not passive and low in {"this", "it", "that", "these", "they"}:
        return None
    if passive and not (subject.head.i == verb.i and i - span[0] <= 25):
        span = (span[0], min(span[1], i))
    elif passive:
        span = (span[0], i)  # the rights, those of women included, must be upheld: the whole clause
    if doc[begin].text == ",":
        begin = at  # should, according to the panel, adopt
    kind = "infinitive" if low == "you" or (not passive and subject.pos_ in {"NOUN", "PROPN", "PRON"}) else "whole"
    rule = f"rules/demand/{doc[i].lemma_.lower() if doc[i].lower_ in {'has', 'needs'} else doc[i].lower_}" + (
        "-passive" if passive else ""
    )
    by: Span | None = None
    if passive:
        agent = next((t for t in doc[at + 1 : end] if t.lower_ == "by" and t.dep_ == "agent"), None)
        held = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
        by = noun_phrase(held) if held is not None else None
    own = any(subject.i == c.i for c in verb.children) or any(subject.i == c.i for c in doc[i].children)
    return Ask(
        rule, force, certainty, i, span[0] if own else i, (begin, end), "modal-passive" if passive else "modal" if kind == "infinitive" else kind,
        None, span, by,
    )  # fmt: skip


def _modal_list(st: Stretch, i: int, force: str, certainty: float) -> Ask | None:
    """A modal whose verb phrases are the items of the list that follows."""
    subject = _modal_subject(st, i, st.doc[i])
    if subject is None or subject.lower_ in SELF:
        return None
    span = noun_phrase(subject)
    name = f"rules/demand/{st.doc[i].lower_}-list"
    return Ask(name, force, certainty, i, span[0], (st.end, st.end), "list", None, (span[0], min(span[1], i)))


def _modal_subject(st: Stretch, i: int, verb: Token) -> Token | None:
    """The subject of a modal's clause: of its verb, of the verb it is coordinated with, else the phrase before it."""
    floor = st.start
    if st.block.kind in {"title", "heading"}:  # *League: Army must go*: the clause begins behind the colon
        floor = next((k + 1 for k in range(i - 1, st.start, -1) if st.doc[k].text == ":"), st.start)
    candidates = [
        verb,
        st.doc[i],
        st.doc[i].head,
        verb.head if verb.dep_ in {"xcomp", "aux", "auxpass", "conj"} else verb,
    ]
    for head in candidates:
        for child in head.children:
            if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and floor <= child.i < i:
                if head.dep_ == "relcl" and child.tag_ in {"WDT", "WP"}:
                    return child
                return child
    over = verb
    for _ in range(4):
        if over.dep_ != "conj" or over.head.i == over.i:
            break
        over = over.head
        for child in over.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and floor <= child.i < i:
                return child
    k = i - 1
    while k > st.start and (st.doc[k].lower_ in ADVERBS or st.doc[k].text in {",", ")"}):
        k -= 1
    if k >= st.start and st.doc[k].pos_ in {"NOUN", "PROPN", "PRON"} and not st.parsed.is_virtual(st.doc[k]):
        return st.doc[k]
    return None


def _conditional(st: Stretch, i: int, verb: Token) -> bool:
    """Whether the modal stands under *if*, *whether*, *why*, *until* … or opens an inverted condition."""
    behind_comma = i > st.start and st.doc[i - 1].text in {",", ";"} and st.doc[i].lower_ == "should"
    before = any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < i for c in verb.children)
    if st.doc[i].i == st.start or (behind_comma and not before):
        return True  # should he refuse, …; but: the towns, including ours, should act
    return any(
        c.lower_ in CONDITIONAL and c.dep_ in {"mark", "advmod", "dobj", "pobj", "attr"} and c.i < i
        for head in {verb, st.doc[i].head}
        for c in head.children
    )


def _advising(st: Stretch, i: int) -> int | None:
    """Where the modal of a phrase of advice that ends at ``i`` stands."""
    before = ADVISED[st.doc[i].lower_]
    first = i - len(before)
    if first > st.start and tuple(t.lower_ for t in st.doc[first:i]) == before:
        return first
    return None


def duty_asks(st: Stretch) -> Iterator[Ask]:
    """*States have a duty to V*, *they are obliged to V*, said by somebody; *they would do well to V*, said by anybody."""
    doc = st.doc
    for i in range(st.start + 1, st.end - 2):
        low = doc[i].lower_
        if low in DUTIES:
            k = i - 1
            while k > st.start and (doc[k].pos_ in {"DET", "ADJ", "ADV", "CCONJ", "NUM"} or doc[k].text == ","):
                k -= 1
            verb = doc[k]
            if verb.lower_ not in {"have", "has"}:
                continue
            force = DUTIES[low]
        elif low in BOUND:
            k = i - 1
            while k > st.start and doc[k].tag_ == "RB":
                k -= 1
            verb = doc[k]
            if verb.lower_ not in {"are", "is"}:
                continue
            force = "demand"
        elif low in ADVISED and (would := _advising(st, i)) is not None:
            k, verb, force = would, doc[would], "recommend"
        else:
            continue
        content = infinitive(doc, skip(doc, i + 1, st.end), st.end)
        if content is None or not (
            low in ADVISED
            or (low in OWED and st.parsed.document.kind in AVOWING)
            or speech_source(doc[i])[1]
            or speech_source(verb)[1]
            or in_quote(doc, st.start, i)
        ):
            continue
        subject = _modal_subject(st, k, verb) or _modal_subject(st, k, doc[i])
        if subject is None or subject.lower_ in SELF | {"who", "which", "that", "it"}:
            continue
        span = noun_phrase(subject)
        end = content_end(doc, content, st.end, i, st.start)
        yield Ask(
            f"rules/demand/{'-'.join((*ADVISED[low], low)) if low in ADVISED else f'duty-{low}'}",
            force,
            0.5,
            k,
            span[0],
            (content, end),
            "modal",
            None,
            (span[0], min(span[1], k)),
        )
