"""Cuts the evidence of an event: the shortest stretch with its trigger and main participants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_lexicon import Trigger
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 60
"""Tokens of the longest reported clause that is given whole."""
REACH = 45
"""How far from its trigger a participant may stand and still be kept in the evidence."""


def evidence_span(
    parsed: ParsedDocument, trigger: Trigger, word: Token, verb: Token | None, sentence: Sentence, keep: Iterable[Token]
) -> Span:
    """The stretch that tells an event.

    Parameters
    ----------
    word : the trigger
    verb : the verb of its clause, the trigger itself or a light verb; ``None`` for a noun that stands by itself
    keep : participants and date, which the stretch encloses where they are near
    """
    if trigger.pos == "P" or (
        trigger.pos == "V" and (trigger.type == "Statement" or {"said", "claims"} & set(trigger.needs))
    ):
        return trimmed(parsed, reported(trigger, word, sentence), sentence)
    if verb is None:
        return trimmed(parsed, phrase(word, keep), sentence)
    own = verb.sent
    near = [k for k in (word, *keep) if abs(k.i - verb.i) <= REACH and own.start <= k.i < own.end]
    return trimmed(parsed, syntax.clause_span(verb, near), sentence)


def reported(trigger: Trigger, verb: Token, sentence: Sentence) -> Span:
    """Who says what: the clause of the verb of saying with the clause or quotation that it governs."""
    start, end = clause_start(verb), verb.right_edge.i + 1
    if trigger.pos == "P":
        start, end = verb.i, max(end, verb.head.right_edge.i + 1)
    elif verb.dep_ in {"relcl", "acl"}:
        start = min(start, verb.head.left_edge.i)
    elif verb.dep_ == "conj" and (own := syntax.children(verb, "nsubj")):
        start = min(own[0].left_edge.i, verb.i)
    quotes = [t.i for t in sentence.span if t.text in {'"', "“", "”"}]
    if quotes:
        start, end = min(start, quotes[0]), max(end, quotes[-1] + 1)
    if end - start > LONGEST:
        start, end = max(start, verb.i - REACH), min(end, verb.i + REACH)
    return verb.doc[start:end]


def clause_start(verb: Token) -> int:
    """Where the clause of a verb begins, an adverbial clause before it left out (*Recalling its call, the board said*)."""
    own = (c.left_edge.i for c in verb.children if c.dep_ != "advcl" and not c.is_punct)
    return min(min(own, default=verb.i), verb.i)


def phrase(noun: Token, keep: Iterable[Token]) -> Span:
    """The noun phrase of a trigger, stretched to what must be kept."""
    span = syntax.np_span(noun, wide=True)
    start, end = span.start, span.end
    own = noun.sent
    for k in keep:
        if own.start <= k.i < own.end and abs(k.i - noun.i) < 15:
            start, end = min(start, k.i), max(end, k.i + 1)
    return noun.doc[start:end]


def trimmed(parsed: ParsedDocument, span: Span, sentence: Sentence) -> Span:
    """A span inside its sentence, without added words and without punctuation at its ends."""
    doc = span.doc
    start, end = max(span.start, sentence.span.start), min(span.end, sentence.span.end)
    while start < end - 1 and (parsed.is_virtual(doc[start]) or (doc[start].is_punct and doc[start].text not in '"“')):
        start += 1
    while end - 1 > start and doc[end - 1].is_punct and doc[end - 1].text not in '"”)':
        end -= 1
    return doc[start:end]
