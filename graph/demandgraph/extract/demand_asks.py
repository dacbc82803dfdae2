"""What an act of asking is before its actors are known, and how overlapping ones in a sentence are put in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import Stretch, before_asides

if TYPE_CHECKING:
    from spacy.tokens import Token

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ask:
    """One act of asking as the words give it, before actors are resolved and the content is cut.

    ``issuer`` is the span of who asks, ``None`` for the voice of the place; ``addressee`` the span of who is asked;
    ``content`` may be empty when a list follows. ``kind`` is ``infinitive``, ``clause``, ``noun``, ``gerund``,
    ``imperative`` or ``modal``; ``trigger`` and ``first`` are the asking word and the first token of the whole.
    """

    rule: str
    force: str
    certainty: float
    trigger: int
    first: int
    content: Span
    kind: str
    issuer: Span | None = None
    addressee: Span | None = None
    extra: Span | None = None
    """A second place where the addressee may stand (a *by* phrase)."""


def as_list(st: Stretch, ask: Ask) -> Ask:
    """An act of asking whose clause has a subject only, its verbs being the items (*recommends that States:*)."""
    words = [t for t in st.doc[ask.content[0] : ask.content[1]] if not t.is_punct and not t.is_space]
    acts = len(words) > 1 and any(t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"acl", "amod", "relcl"} for t in words)
    closed = any(t.is_alpha or t.text in {".", "!", "?"} for t in st.doc[ask.content[1] - 1 : st.end] if t not in words)
    if ask.kind != "clause" or not words or acts or closed:
        return ask
    return replace(ask, content=(st.end, st.end), kind="list", addressee=(words[0].i, words[-1].i + 1))


def without_nested(st: Stretch, asks: list[Ask]) -> list[Ask]:
    """Drop an act of asking inside another one (*urges donors to heed the call for aid*); cut the outer one before a coordinated clause."""
    kept: list[Ask] = []
    for ask in sorted(asks, key=lambda a: (a.first, a.trigger)):
        outer = next((k for k in kept if k.trigger < ask.trigger < k.content[1] and k.kind != "list"), None)
        if outer is None:
            kept.append(ask)
            continue
        token = st.doc[ask.trigger]
        same = _same_voice(st, outer, token)
        pivot = ask.first if ask.first > outer.content[0] and not same else ask.trigger
        passive = outer.kind == "clause" and any(t.dep_ == "auxpass" for t in st.doc[outer.content[0] : pivot])
        beside = (
            same
            or (passive and token.dep_ == "conj" and st.doc[pivot - 1].lower_ == "and")
            or token.tag_ not in {"VB", "NN", "NNS"}
            or (token.tag_ == "VB" and token.head.i < outer.content[0])
        )
        if beside and pivot > outer.content[0] + 1 and _coordinated(st, pivot, outer.content[0]):
            kept[kept.index(outer)] = replace(outer, content=(outer.content[0], pivot))
            kept.append(replace(ask, issuer=outer.issuer, first=ask.trigger) if same else ask)
    return kept


VOICED = frozenset({"appeal", "call", "demand", "insist", "urge"})
"""What is said rather than asked of others to say: *we urge Norland to free them and **demand** an inquiry*."""


def _same_voice(st: Stretch, outer: Ask, token: Token) -> bool:
    """Whether a base form goes on with the present tense of the outer verb, however the parser has coordinated it."""
    verb = st.doc[outer.trigger]
    finite = (
        verb.tag_ in {"VBP", "VB"} and verb.dep_ in {"ROOT", "conj", "ccomp"} and verb.lower_ == verb.lemma_.lower()
    )
    asking = finite and verb.lower_ not in {"want", "need", "expect"}
    return (
        asking and token.lower_ in VOICED and token.tag_ in {"VB", "VBP"} and st.doc[token.i - 1].lower_ in {"and", ","}
    )


def _coordinated(st: Stretch, first: int, floor: int) -> bool:
    """Whether a clause that begins at ``first`` is joined to what stands before it by a comma or *and*."""
    k = before_asides(st.doc, first, floor)
    while k > floor and st.doc[k].lower_ == "that":
        k -= 1
    return st.doc[k].lower_ in {",", ";", "and", "but", "—", "–", "--", ":"}
