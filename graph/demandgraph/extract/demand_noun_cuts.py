"""Cuts coordinated noun phrases into single actions (*the release of X and the restoration of Y*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_action_nouns import is_action_noun, needs_object
from demandgraph.extract.demand_grammar import QUOTES
from demandgraph.extract.demand_joints import Cut, after_joint, join_bare

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def noun_cuts(doc: Doc, start: int, end: int) -> list[Cut]:
    """Cut before each coordinated phrase whose head is a noun of action."""
    heads, bounds = [start], [start]
    depth = 0
    k = start + 1
    while k < end:
        token = doc[k]
        if token.text in {"(", ")"}:
            depth = max(0, depth + (1 if token.text == "(" else -1))
        if not depth and (token.text in {",", ";"} or token.lower_ in {"and", "&"} or _as_well_as(doc, k, end)):
            after, firm = after_joint(doc, k, end)
            if _as_well_as(doc, after, end):
                after, firm = after + 3, True
            if after < end and doc[after].lower_ == "for" and firm:  # call for A and for B
                heads.append(after + 1)
                bounds.append(k)
                k = after + 1
                continue
            if firm and after + 2 < end and doc[after].lower_ == "that" and doc[after].tag_ in {"IN", "WDT"}:
                heads.append(after + 1)  # demands their release, and that the charges be dropped
                bounds.append(k)
                k = after + 1
                continue
            if firm and after < end and doc[k - 1].text in QUOTES and doc[after].text in QUOTES:
                heads.append(after)  # chanted “fair pay” and “an end to the raids”
                bounds.append(k)
                k = after + 1
                continue
            head = _nominal_head(doc, after, end)
            if head is not None and is_action_noun(head) and _own_phrase(doc, after, head, heads[-1], k):
                heads.append(after)
                bounds.append(k)
            k = max(after, k + 1)
            continue
        k += 1
    cuts = [(h, b) for h, b in zip(heads, [*bounds[1:], end], strict=True) if b > h]
    return join_bare(cuts, lambda first, last: _is_bare(doc, first, last))


def _as_well_as(doc: Doc, k: int, end: int) -> bool:
    return k + 2 < end and doc[k].lower_ == "as" and doc[k + 1].lower_ == "well" and doc[k + 2].lower_ == "as"


def _nominal_head(doc: Doc, i: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at ``i``: the last noun before its first preposition or clause."""
    head = None
    for k in range(i, min(end, i + 12)):
        token = doc[k]
        if token.pos_ in {"NOUN", "PROPN"} or (token.tag_ == "VBG" and k + 1 < end and doc[k + 1].lower_ == "of"):
            head = token
        elif token.pos_ in {"DET", "ADJ", "PRON", "NUM", "ADV"} or (
            token.tag_ in {"VBN", "VBG", "POS"} and head is None
        ):
            if head is not None and token.pos_ in {"DET", "PRON"}:
                break
            if token.pos_ == "PRON" and token.tag_ != "PRP$":
                break
        elif token.lower_ in {"and", ",", "or"} and k + 1 < end and doc[k + 1].pos_ == "ADJ" and head is None:
            continue  # immediate and unconditional release
        elif token.text in {"-", '"', "“"} or token.tag_ == "POS":
            continue
        else:
            break
    return head


def _own_phrase(doc: Doc, after: int, head: Token, current: int, joint: int) -> bool:
    """Whether a coordinated noun of action opens a phrase of its own rather than continuing a list of objects."""
    last = doc[joint - 1]
    if doc[after].lower_ in {"other", "similar", "related", "such"}:
        return False  # torture and other cruel treatment
    first = _nominal_head(doc, current, joint)
    if first is not None and first.i == joint - 1 and needs_object(first) and head.i + 1 < len(doc):
        return False  # investigation and prosecution of …: shares its object
    if head.dep_ == "conj":
        over = head
        while over.dep_ == "conj":
            over = over.head
        if first is not None and over.i == first.i:
            return True
    marked = (
        doc[after].pos_ in {"DET", "PRON"}
        or doc[after].pos_ == "ADJ"
        or (head.i + 1 < len(doc) and doc[head.i + 1].lower_ in {"of", "for", "to", "in", "on", "from", "with"})
    )
    deep = any(t.lower_ in {"including", "such", "between", "through", "by", "against"} for t in doc[current:joint])
    return marked and not deep and last.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "ADV", "PUNCT", "NUM", "VERB"}


def _is_bare(doc: Doc, start: int, end: int) -> bool:
    """Whether a cut holds no noun, or only one that wants an object it does not have."""
    nouns = [t for t in doc[start:end] if t.pos_ in {"NOUN", "PROPN", "PRON"} or (t.tag_ == "VBG" and t.dep_ != "amod")]
    return not nouns or (len(nouns) == 1 and needs_object(nouns[0]) and nouns[0].i == end - 1)
