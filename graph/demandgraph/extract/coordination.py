"""Cuts what is asked into single actions: one for each coordinated verb or action noun with objects of its own.

Decided on words and tags: the parser's coordination is right in short phrases only. *Investigate and prosecute the
perpetrators* is one action (the first verb has no object of its own), *release the prisoners and drop the charges* two;
*visas, scholarships and grants* are objects of one, *the release of prisoners and the restoration of rights* two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import QUOTES, infinitive, is_to, is_verb, skip
from demandgraph.extract.demand_joints import Cut, after_joint, join_bare
from demandgraph.extract.demand_noun_cuts import noun_cuts
from demandgraph.extract.demand_words import ACTION_VERBS, ADVERBS, LIST_NOUNS
from demandgraph.extract.frames import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FREED = frozenset("all the those them him her jailed detained imprisoned political every its their any".split())
"""Words behind *free* that make a verb of it."""

BINOMIALS = frozenset({("law", "order"), ("peace", "order"), ("search", "rescue"), ("command", "control")})
"""Pairs of nouns of which the second looks like a verb (*maintain law and order*)."""
OBJECT = frozenset({"DT", "PRP$"})
"""Tags of the first word of an object (*restore law and order the withdrawal*)."""
INTRANSITIVE = frozenset("resign stop leave withdraw disarm act apologise apologize".split())
"""Verbs that ask something whole without an object."""


def split(doc: Doc, start: int, end: int, kind: str) -> list[Cut]:
    """The single actions in ``start``–``end``: token spans in the order of the text, never empty."""
    if kind in {"infinitive", "imperative"}:
        cuts = _verbs(doc, start, end, {"VB", "VBP"})
    elif kind == "gerund":
        cuts = _verbs(doc, start, end, {"VBG"})
    elif kind == "finite":
        cuts = _verbs(doc, start, end, {"VB", "VBP", "VBZ"})
    elif kind == "clause":
        cuts = _clauses(doc, start, end)
    elif kind == "noun":
        cuts = noun_cuts(doc, start, end)
    else:
        cuts = [(start, end)]
    return cuts or [(start, end)]


def _verbs(doc: Doc, start: int, end: int, tags: set[str]) -> list[Cut]:
    """Cut coordinated verb phrases; a verb without an object of its own stays with the next one."""
    heads = [start]
    bounds = [start]
    embedded = ""
    depth = 0
    k = start + 1
    while k < end:
        token = doc[k]
        if token.text in QUOTES or token.text in {"(", ")"}:
            depth = 1 - depth if token.text in QUOTES else max(0, depth + (1 if token.text == "(" else -1))
        joint = token.text in {",", ";"} or token.lower_ in {"and", "&"}
        joint = joint and not _as_needed(doc, k, end)
        if joint and not depth:
            after, firm = after_joint(doc, k, end)
            to = infinitive(doc, after, end) if tags & {"VB"} else None
            if to is not None and (firm or (token.text == "," and _more_to_come(doc, to, end))):
                heads.append(to)
                bounds.append(k)
                embedded = ""
                k = to
                continue
            verb = skip(doc, after, end)
            if to is None and verb < end and not is_to(doc[after]) and _is_head(doc, verb, end, tags):
                if (
                    doc[k - 1].tag_ in {"VB", "VBP"}
                    and k - 1 > start
                    and doc[k - 1].i not in {t.i for t in _verb_tokens(doc, heads, end)}
                ):
                    k = max(after, k + 1)
                    continue  # steps to investigate, prosecute and punish: one object for all of them
                chain = _conj_of(doc[verb], {t.i for t in _verb_tokens(doc, heads, end)})
                known = doc[verb].lower_ in ACTION_VERBS or doc[verb].lower_ in VERBS or "VBG" in tags
                comma = token.text in {",", ";"}
                if chain or (
                    known and _free(embedded, comma, doc[verb]) and (embedded or not _conj_inside(doc[verb], start))
                ):
                    heads.append(after)
                    bounds.append(k)
                    embedded = ""
                    k = verb
                    continue
            for between in range(k, max(after, k + 1)):
                embedded = _embedding(doc, between, embedded)
            k = max(after, k + 1)
            continue
        embedded = _embedding(doc, k, embedded)
        k += 1
    cuts = [(h, b) for h, b in zip(heads, [*bounds[1:], end], strict=True)]
    return join_bare(cuts, lambda first, last: _is_bare(doc, first, last))


def _as_needed(doc: Doc, k: int, end: int) -> bool:
    """Whether a comma opens or closes a short aside (*to work with them, as needed, to find …*)."""
    opens = k + 3 < end and doc[k + 1].lower_ == "as" and doc[k + 3].text == ","
    return doc[k].text == "," and (opens or (doc[k - 2].lower_ == "as" and doc[k - 3].text == ","))


def _embedding(doc: Doc, k: int, now: str) -> str:
    """What kind of clause is open inside the action after token ``k``, to which a following verb may belong.

    ``measures``: an infinitive that says what measures; ``purpose``: one that says what for; ``clause``: a finite
    clause, ``modal`` if its verb stands under a modal (*that they can vote and stand*).
    """
    token = doc[k]
    if is_to(token) and k + 1 < len(doc) and doc[k + 1].tag_ in {"VB", "RB"}:
        before = doc[k - 1].lemma_.lower() if k else ""
        return (
            "measures"
            if before in LIST_NOUNS | {"effort", "ability", "right", "initiative", "programme", "program"}
            else now or "purpose"
        )
    if token.lower_ in {"that", "which", "who", "whether", "how"} and token.dep_ != "det":
        return "clause" if now != "measures" else now
    if now == "clause" and token.tag_ == "MD":
        return "modal"
    return now


def _free(embedded: str, comma: bool, verb: Token) -> bool:
    """Whether a verb behind a joint may stand beside the first one although a clause is open inside the action."""
    if embedded == "purpose":
        return comma
    if embedded == "clause":
        return comma and verb.tag_ == "VB"
    return not embedded


def _is_head(doc: Doc, i: int, end: int, tags: set[str]) -> bool:
    if "VBG" in tags:
        return doc[i].tag_ == "VBG" and doc[i].dep_ not in {"amod", "compound"}
    if "VBZ" in tags and doc[i].tag_ == "VBZ":
        return doc[i].dep_ == "conj"
    if doc[i].tag_ == "VBP" and doc[i].dep_ not in {"conj", "ROOT", "ccomp", "xcomp", "advcl", "dep"}:
        return False
    if (
        i + 1 < end
        and doc[i + 1].lower_ in {"for", "of"}
        and doc[i].lower_ in {"respect", "support", "need", "call", "demand", "care", "concern"}
    ):
        return False  # promote dialogue and respect for minorities
    if i >= 2 and (doc[i - 2].lower_, doc[i].lower_) in BINOMIALS and (i + 1 >= end or doc[i + 1].tag_ not in OBJECT):
        return False
    known = doc[i].lower_ in ACTION_VERBS or doc[i].lower_ in VERBS
    if (
        not known
        and i + 1 < end
        and doc[i + 1].pos_ == "NOUN"
        and "VBG" not in tags
        and i >= 2
        and doc[i - 2].pos_ == "NOUN"
    ):
        return False  # propaganda and hate speech: a compound
    if doc[i].lower_ == "free" and doc[i].tag_ == "JJ" and i + 1 < end and doc[i + 1].lower_ in FREED:
        return True
    return (
        is_verb(doc, i, end)
        and doc[i].tag_ not in {"NNS", "NNPS"}
        and not (doc[i].pos_ in {"NOUN", "ADJ", "PROPN"} and doc[i].dep_ != "conj")
    )


def _verb_tokens(doc: Doc, heads: list[int], end: int) -> list[Token]:
    return [doc[min(skip(doc, h, end), end - 1)] for h in heads]


def _conj_of(token: Token, heads: set[int]) -> bool:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
        if token.i in heads:
            return True
    return False


def _conj_inside(token: Token, start: int) -> bool:
    """Whether the parser coordinates a verb with one that stands deeper inside the action."""
    return token.dep_ == "conj" and token.head.i > start and token.head.pos_ in {"VERB", "AUX"} and token.head.dep_ in {
        "relcl", "acl", "pcomp",
    }  # fmt: skip


def _more_to_come(doc: Doc, k: int, end: int) -> bool:
    """Whether *, to V* is one of a list (*, to V, and to V*), not the purpose of what stands before it."""
    for i in range(k, end - 2):
        if doc[i].text in {",", ";"} or doc[i].lower_ == "and":
            after, firm = after_joint(doc, i, end)
            if firm and infinitive(doc, after, end) is not None:
                return True
    return False


def _is_bare(doc: Doc, start: int, end: int) -> bool:
    """Whether a verb has no object of its own and so belongs to its neighbour."""
    own = [
        t
        for t in doc[start:end]
        if t.is_alpha
        and t.lower_ not in ADVERBS
        and t.tag_ not in {"RB", "RP", "CC"}
        and not (is_to(t) and t.i == start)
    ]
    if not own:
        return True
    last = own[-1]
    dangling = last.pos_ == "ADP" and last.lower_ not in {"up", "down", "out", "in", "back", "on", "off"}
    dangling = dangling and not any(t.tag_ in {"WRB", "WP", "WDT"} for t in own)  # wherever it comes from
    return (len(own) == 1 and own[0].lower_ not in INTRANSITIVE) or dangling or last.lower_ == "to"


def _clauses(doc: Doc, start: int, end: int) -> list[Cut]:
    """Cut at *, and that*."""
    heads, bounds = [start], [start]
    for k in range(start + 1, end):
        if doc[k].lower_ in {",", ";", "and"}:
            after, firm = after_joint(doc, k, end)
            if (
                after < end
                and doc[after].lower_ == "that"
                and doc[after].tag_ in {"IN", "WDT", "DT"}
                and bounds[-1] < k
                and firm
            ):
                heads.append(after + 1)
                bounds.append(k)
    return [(h, b) for h, b in zip(heads, [*bounds[1:], end], strict=True) if b > h]
