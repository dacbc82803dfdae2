"""Finds what is put as *must*, *should*, *it is vital that …*, *let …* or in the imperative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Ask, Span, as_list
from demandgraph.extract.demand_grammar import QUOTES, Stretch, content_end, infinitive, is_finite, is_verb, noun_phrase, skip
from demandgraph.extract.demand_words import ACTION_VERBS, ADVERBS, DOCUMENTS, PAGE_IMPERATIVES, REMARKS, SELF, SPEECH
from demandgraph.extract.frames import MODALS, PREDICATES

if TYPE_CHECKING:
    from spacy.tokens import Token

CONDITIONAL = {"if", "whether", "unless", "lest", "until", "why", "how", "what", "when", "where", "once", "before", "after"}


def speech_source(verb: Token) -> tuple[Token | None, bool]:
    """The subject of the verb of saying above a clause (*the minister said that …*), and whether there is such a verb."""
    here = verb
    for token in verb.sent:
        if token.lower_ == "according" and (held := [c for c in token.subtree if c.dep_ == "pobj"]):
            return held[0], True
    for _ in range(8):
        head = here.head
        if head.i == here.i:
            return None, False
        if here.dep_ in {"ccomp", "advcl", "parataxis", "acl"} and head.lemma_.lower() in SPEECH and head.pos_ == "VERB":
            if here.dep_ != "ccomp" and head.i < here.i and here.dep_ != "parataxis":
                here = head
                continue
            return _subject(head), True
        here = head
    return None, False


def _subject(verb: Token) -> Token | None:
    from demandgraph.extract.demand_grammar import subject_of

    return subject_of(verb)


def modal_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking put with a modal auxiliary."""
    doc = st.doc
    for i in range(st.start, st.end):
        token = doc[i]
        low = token.lower_
        entry = MODALS.get(token.lemma_.lower() if low in {"has", "needs"} else low)
        if entry is None or st.parsed.is_virtual(token):
            continue
        verb_at = _verb_of(st, i)
        if verb_at is None or low == "shall":
            continue
        ask = _modal(st, i, verb_at, *entry)
        if ask is not None:
            yield ask


def _verb_of(st: Stretch, i: int) -> int | None:
    """Where the verb phrase under a modal begins (at *not*, an adverb, or the verb)."""
    doc, low = st.doc, st.doc[i].lower_
    if low in {"must", "should", "shall"}:
        return i + 1 if i + 1 <= st.end else None
    if low in {"ought", "have", "has", "need", "needs"}:
        bare = i + 1 < st.end and st.doc[i + 1].lower_ == "to" and all(t.is_punct or t.is_space for t in doc[i + 2 : st.end])
        if low in {"need", "needs"} and st.doc[i].pos_ not in {"VERB", "AUX"} and not (bare and i > st.start and doc[i - 1].pos_ in {"NOUN", "PROPN", "PRON"}):
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
    if at >= st.end - 1 and all(t.is_punct or t.is_space or t.lower_ in {"to", "be", "at", "least", "also"} for t in doc[begin : st.end]):
        return _modal_list(st, i, force, certainty)  # the government should:
    if at >= st.end or doc[at].lower_ in {"have", "'ve"} and at + 1 < st.end and doc[at + 1].tag_ in {"VBN"}:
        return None  # should have known: a reproach
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
    if low in SELF or low in {"who", "which", "that", "what"} and subject.tag_ in {"WP", "WDT"}:
        return None
    passive = doc[at].lemma_.lower() == "be" and any(t.tag_ == "VBN" for t in doc[at + 1 : min(st.end, at + 5)])
    remark = next((t for t in doc[at : min(st.end, at + 4)] if t.lemma_.lower() in REMARKS), None)
    if low == "it" and remark is not None or doc[at].lemma_.lower() in {"know", "understand", "remember", "realize", "realise", "note", "recall"}:
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
    return Ask(
        rule, force, certainty, i, span[0], (begin, end), "modal-passive" if passive else "modal" if kind == "infinitive" else kind,
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
    candidates = [verb, st.doc[i], st.doc[i].head, verb.head if verb.dep_ in {"xcomp", "aux", "auxpass", "conj"} else verb]
    for head in candidates:
        for child in head.children:
            if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and st.start <= child.i < i:
                if head.dep_ == "relcl" and child.tag_ in {"WDT", "WP"}:
                    return child
                return child
    over = verb
    for _ in range(4):
        if over.dep_ != "conj" or over.head.i == over.i:
            break
        over = over.head
        for child in over.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and st.start <= child.i < i:
                return child
    k = i - 1
    while k > st.start and (st.doc[k].lower_ in ADVERBS or st.doc[k].text in {",", ")"}):
        k -= 1
    if k >= st.start and st.doc[k].pos_ in {"NOUN", "PROPN", "PRON"} and not st.parsed.is_virtual(st.doc[k]):
        return st.doc[k]
    return None


def _conditional(st: Stretch, i: int, verb: Token) -> bool:
    """Whether the modal stands under *if*, *whether*, *why*, *until* … or opens an inverted condition."""
    if st.doc[i].i == st.start or (i > st.start and st.doc[i - 1].text in {",", ";"} and st.doc[i].lower_ == "should"):
        return True
    return any(
        c.lower_ in CONDITIONAL and c.dep_ in {"mark", "advmod", "dobj", "pobj", "attr"} and c.i < i
        for head in {verb, st.doc[i].head}
        for c in head.children
    )


def predicate_asks(st: Stretch) -> Iterator[Ask]:
    """*It is vital that S*, *it is time to V*, *it is crucial for N to V*."""
    doc = st.doc
    for i in range(st.start + 1, st.end):
        entry = PREDICATES.get(doc[i].lower_)
        if entry is None or doc[i].tag_ == "RB":
            continue
        k = i - 1
        while k > st.start and (doc[k].lower_ in ADVERBS or doc[k].pos_ in {"ADV", "DET"} or doc[k].lower_ in {"high", "of"}):
            k -= 1
        be = doc[k]
        if be.lemma_.lower() not in {"be", "'s", "’s", "remain", "become", "deem", "consider", "find", "make"} and be.lower_ not in {"'s", "’s"}:
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
        if doc[i].lower_ != "see" or doc[i - 1].lower_ != "to" or doc[i - 2].lower_ not in {"like", "want", "wants", "wish", "love", "wanted"}:
            continue
        start = skip(doc, i + 1, st.end)
        if start >= st.end or doc[start].pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and doc[start].tag_ not in {"VBN", "VBG"}:
            continue
        subject = _subject(doc[i - 2])
        end = content_end(doc, start, st.end, i, st.start)
        yield Ask("rules/demand/want-to-see", "call", 0.6, i - 2, i - 2, (start, end), "noun", noun_phrase(subject) if subject else None)


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
        if k is None:
            return None
        if doc[j + 1].lower_ in SELF:
            return None
        addressee, start, kind = (j + 1, k), infinitive(doc, k, st.end) or k + 1, "infinitive"
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
    return as_list(st, Ask(f"rules/demand/it-is-{doc[i].lower_}-{name}", force, certainty, i, first, (start, end), kind, None, addressee))


def imperative_asks(st: Stretch, force: str = "urge") -> Iterator[Ask]:
    """A sentence that begins with a verb in the base form (*Release them*, *Do not wait*, *Let the people vote*)."""
    start = imperative_start(st)
    if start is None:
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
    if headed and (token.tag_ not in {"VB", "VBP"} and low not in {"do", "stop", "free", "release", "end"} or any(t.lower_ in DOCUMENTS for t in doc[k + 1 : k + 3])):
        return None
    if low in {"do", "don't", "never"} or low == "never":
        follows = doc[k + 1].lower_ if k + 1 < st.end else ""
        if low == "do" and follows in {"not", "n't", "n’t"}:
            return k
        if low == "never" and is_verb(doc, k + 1, st.end):
            return k
    if low in PAGE_IMPERATIVES and not (low in {"call", "follow", "listen"} and k + 1 < st.end and doc[k + 1].lower_ in {"to", "the"}):
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
        if not verbs and (follows_token.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV"} or follows_token.lower_ in {"to", "an", "on", "up", "down"}):
            return k
        if token.tag_ == "VBP" and token.dep_ == "ROOT":
            return k
    return None
