"""Finds *it is vital that …*, *we would like to see …*, *let …* and imperatives."""

from __future__ import annotations

from collections.abc import Iterator

from demandgraph.extract.demand_asks import Ask, Span, as_list
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import (
    QUOTES,
    Stretch,
    infinitive,
    is_finite,
    is_verb,
    noun_phrase,
    skip,
    subject_of,
)
from demandgraph.extract.demand_idioms import asks_nobody
from demandgraph.extract.demand_slots import match_slot
from demandgraph.extract.demand_speech import speech_source
from demandgraph.extract.demand_words import ACTION_VERBS, ADVERBS, DOCUMENTS, PAGE_IMPERATIVES, REMARKS, SELF
from demandgraph.extract.frames import PREDICATES

COUNTED = frozenset("first second third fourth fifth last only next nth same".split())
"""Words before *time* that count occasions (*it is the first time that …*)."""


def predicate_asks(st: Stretch) -> Iterator[Ask]:
    """*It is vital that S*, *it is time to V*, *it is crucial for N to V*."""
    doc = st.doc
    for i in range(st.start + 1, st.end):
        entry = PREDICATES.get(doc[i].lower_)
        if entry is None or doc[i].tag_ == "RB" or (doc[i].lower_ == "time" and doc[i - 1].lower_ in COUNTED):
            continue
        if (
            doc[i].lower_ == "time"
            and i + 2 < st.end
            and doc[i + 1].lower_ in {"has", "had"}
            and doc[i + 2].lower_ == "come"
        ):
            if (ask := _predicate(st, i + 2, entry)) is not None:  # the time has come to act
                yield ask
            continue
        k = i - 1
        while k > st.start and (
            doc[k].lower_ in ADVERBS or doc[k].pos_ in {"ADV", "DET"} or doc[k].lower_ in {"high", "of"}
        ):
            k -= 1
        be = doc[k]
        if (
            be.lower_ == "it"
            and k > st.start
            and doc[k - 1].lemma_.lower() in {"consider", "deem", "find", "think", "believe", "make"}
        ):
            if not st.question and (ask := _predicate(st, i, entry)) is not None:  # considers it essential that
                yield ask
            continue
        if be.lemma_.lower() not in {
            "be",
            "'s",
            "’s",
            "remain",
            "become",
            "deem",
            "consider",
            "find",
            "make",
        } and be.lower_ not in {"'s", "’s"}:
            continue
        if be.lower_ in {"was", "were", "been"} and not speech_source(be)[1]:
            continue
        timely = doc[i].lower_ == "time" and doc[k - 1 if k > st.start else k].lower_ in {"now", "this", "today"}
        if be.lower_ != "it" and not timely and not any(t.lower_ == "it" for t in doc[max(st.start, k - 3) : k]):
            continue
        ask = _predicate(st, i, entry)
        if ask is not None and not st.question:
            yield ask


def wish_asks(st: Stretch) -> Iterator[Ask]:
    """*We would like to see N*, *they want to see the guards punished*."""
    doc = st.doc
    for i in range(st.start + 2, st.end - 1):
        if (
            doc[i].lower_ != "see"
            or doc[i - 1].lower_ != "to"
            or doc[i - 2].lower_
            not in {"like", "want", "wants", "wish", "love", "wanted", "need", "needs", "expect", "expects"}
        ):
            continue
        start = skip(doc, i + 1, st.end)
        if start >= st.end or (
            doc[start].pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and doc[start].tag_ not in {"VBN", "VBG"}
        ):
            continue
        subject = subject_of(doc[i - 2])
        end = content_end(doc, start, st.end, i, st.start)
        yield Ask(
            "rules/demand/want-to-see",
            "call",
            0.6,
            i - 2,
            i - 2,
            (start, end),
            "noun",
            noun_phrase(subject) if subject else None,
        )


def would_like(st: Stretch) -> Iterator[Ask]:
    """*They would like the ministry to reopen the case*."""
    doc = st.doc
    for i in range(st.start + 2, st.end - 3):
        if doc[i].lower_ not in {"like", "love", "prefer"} or doc[i - 1].lower_ not in {"would", "'d", "’d"}:
            continue
        match = match_slot(st, i, "N-to", st.end)
        subject = subject_of(doc[i])
        if match is None or match.addressee is None or doc[match.addressee[0]].lower_ in SELF:
            continue
        end = content_end(doc, match.content, st.end, i, st.start)
        yield Ask(
            "rules/demand/would-like-to-infinitive", "request", 0.7, i, i, (match.content, end), match.kind,
            noun_phrase(subject) if subject is not None else None, match.addressee,
        )  # fmt: skip


def _overdue(st: Stretch, j: int) -> bool:
    """Whether a clause in the past tense with a subject of its own begins (*it is time the ministry answered*)."""
    return any(
        t.tag_ == "VBD" and any(c.dep_ in {"nsubj", "nsubjpass"} and j <= c.i < t.i for c in t.children)
        for t in st.doc[j + 1 : min(st.end, j + 8)]
    )


def _predicate(st: Stretch, i: int, entry: tuple[str, float]) -> Ask | None:
    doc = st.doc
    force, certainty = entry
    j = skip(doc, i + 1, st.end)
    addressee: Span | None = None
    if j >= st.end:
        return None
    if all(t.is_punct or t.is_space or t.lower_ in {"that", "to"} for t in doc[j : st.end]):
        return Ask(f"rules/demand/it-is-{doc[i].lower_}-list", force, certainty, i, i, (st.end, st.end), "list")
    if doc[j].lower_ == "that":
        start, kind = j + 1, "clause"
    elif (content := infinitive(doc, j, st.end)) is not None:
        start, kind = content, "infinitive"
    elif doc[j].lower_ in {"for", "of"}:
        k = next((k for k in range(j + 2, min(st.end, j + 30)) if infinitive(doc, k, st.end) is not None), None)
        if k is None or any(t.lower_ in {"because", "since", "as", ";", ":"} for t in doc[j + 1 : k]):
            return None
        if doc[j + 1].lower_ in SELF:
            return None
        addressee, start, kind = (j + 1, k), infinitive(doc, k, st.end) or k + 1, "infinitive"
    elif doc[i].lower_ == "time" and _overdue(st, j):
        start, kind = j, "clause"
    else:
        return None
    at = skip(doc, start, st.end)
    if at < st.end and doc[at].lemma_.lower() in REMARKS and kind == "infinitive":
        return None
    if kind == "clause" and doc[start].lower_ in SELF:
        return None
    end = content_end(doc, start, st.end, i, st.start)
    name = {"clause": "that", "infinitive": "to"}[kind]
    first = max(st.start, i - 3)
    return as_list(
        st,
        Ask(
            f"rules/demand/it-is-{'time' if doc[i].lower_ == 'come' else doc[i].lower_}-{name}",
            force,
            certainty,
            i,
            first,
            (start, end),
            kind,
            None,
            addressee,
        ),
    )


def imperative_asks(st: Stretch, force: str = "urge") -> Iterator[Ask]:
    """A sentence that begins with a verb in the base form (*Release them*, *Do not wait*, *Let the people vote*)."""
    start = imperative_start(st)
    if start is None or asks_nobody(st, start):
        return
    doc = st.doc
    content = start
    while content < st.end and doc[content].lower_ == "please":
        content += 1
    rule = "rules/demand/imperative"
    if doc[start].lower_ in {"let", "allow", "permit"} and start + 1 < st.end and doc[start + 1].lower_ in {"us", "me"}:
        return  # let us conclude, allow me to add
    if doc[start].lower_ == "let":
        if start + 1 < st.end and doc[start + 1].lower_ in {"'s", "’s", "it", "there"}:
            return
        rule = "rules/demand/let"
    end = content_end(doc, content, st.end, content, st.start, own=True)
    if end - content < 2 and st.end - start > 3:
        return
    yield Ask(rule, force, 0.75, start, start, (content, end), "imperative")


def imperative_start(st: Stretch) -> int | None:
    """Where the imperative of a sentence begins, or ``None`` when the sentence is not imperative."""
    doc = st.doc
    k = st.start
    while k < st.end and st.parsed.is_virtual(doc[k]):
        k += 1
    if k > st.start and k < st.end and doc[st.start + 1].lower_ == "should":
        at = skip(doc, k, st.end)  # "They should" before an item that begins with its verb
        return k if is_verb(doc, at, st.end) and doc[at].lower_ not in PAGE_IMPERATIVES else None
    while k < st.end and (
        doc[k].is_space or doc[k].text in QUOTES | {",", "-", "•", "–"} or doc[k].lower_ in ADVERBS | {"foremost", "and", "so", "but", "please"}
        or (doc[k].tag_ in {"RB"} and doc[k].lower_ not in {"not", "no"})
    ):  # fmt: skip
        k += 1
    if k >= st.end or st.parsed.is_virtual(doc[k]):
        return None
    token = doc[k]
    low = token.lower_
    headed = st.block.kind in {"heading", "title"}
    if headed and (
        (token.tag_ not in {"VB", "VBP"} and low not in {"do", "stop", "free", "release", "end"})
        or any(t.lower_ in DOCUMENTS for t in doc[k + 1 : k + 3])
    ):
        return None
    if ":" in {t.text for t in doc[k + 1 : k + 3]} and doc[st.end - 1].text not in {".", "!"}:
        return None  # *Release Type: Media Release*: a label with its value
    short = sum(t.is_alpha for t in doc[k : st.end]) <= 4
    if short and k + 1 < st.end and doc[k + 1].lower_ in DOCUMENTS | {"text", "letter", "quote"}:
        return None  # *Open letter*, *End text*
    if low in {"do", "don't", "never"} or low == "never":
        follows = doc[k + 1].lower_ if k + 1 < st.end else ""
        if low == "do" and follows in {"not", "n't", "n’t"}:
            return k
        if low == "never" and is_verb(doc, k + 1, st.end):
            return k
    if low in PAGE_IMPERATIVES and not (
        low in {"call", "follow", "listen"} and k + 1 < st.end and doc[k + 1].lower_ in {"to", "the"}
    ):
        return None
    if low == "let":
        return k
    if low == "be" and k + 1 < st.end and token.tag_ == "VB" and token.dep_ == "ROOT":
        return k
    if low not in ACTION_VERBS or token.tag_ in {"VBD", "VBN", "VBZ", "VBG", "NNS", "NNPS", "MD"}:
        return None
    if any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < k for c in token.children):
        return None
    follows_token = doc[k + 1] if k + 1 < st.end else None
    if follows_token is None:
        return None
    if token.tag_ == "VB" and token.dep_ in {"ROOT", "ccomp", "advcl", "conj", "dep"}:
        return k
    if token.tag_ in {"VBP", "NN", "NNP", "VB", "JJ"}:
        verbs = [t for t in doc[st.start : st.end] if is_finite(t) and t.i != k and t.dep_ == "ROOT"]
        if follows_token.lower_ in {"for", "of", "in", "from", "is", "was", "and", "&", "by"} and token.tag_ != "VBP":
            return None
        if not verbs and (
            follows_token.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV"}
            or follows_token.lower_ in {"to", "an", "on", "up", "down"}
        ):
            return k
        if token.tag_ == "VBP" and token.dep_ == "ROOT":
            return k
    return None
