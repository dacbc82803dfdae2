"""Noun phrases behind a trigger: where one begins, its head, and whether it names somebody who can act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.demand_action_nouns import NOT_ACTIONS, is_action_noun
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_words import can_act

if TYPE_CHECKING:
    from spacy.tokens import Token


NP_START = {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}


@dataclass(frozen=True, slots=True)
class Match:
    """Addressee span (or ``None``), where the content begins, and of what kind the content is."""

    addressee: tuple[int, int] | None
    content: int
    kind: str


def next_word(st: Stretch, i: int, limit: int) -> int:
    """The next token that is no blank."""
    while i < limit and st.doc[i].is_space:
        i += 1
    return i


def starts_phrase(st: Stretch, i: int, limit: int) -> bool:
    if i >= limit:
        return False
    token = st.doc[i]
    return token.pos_ in NP_START or token.tag_ in {"VBG", "VBN", "JJ"} or token.text in {'"', "“"}


def head_noun(st: Stretch, j: int, limit: int) -> Token | None:
    """The head noun of the phrase that begins at ``j``: the last of its first run of nominal words."""
    doc, head = st.doc, None
    for k in range(j, min(limit, j + 15)):
        token = doc[k]
        if token.pos_ in {"NOUN", "PROPN"}:
            head = token
        elif head is not None and token.pos_ not in {"NOUN", "PROPN"} and token.lower_ not in {"'s", "’s", "'", "’"}:
            if token.pos_ == "PART":
                continue
            break
        elif token.pos_ not in NP_START | {"ADV", "CCONJ", "PUNCT", "PART"} and token.tag_ not in {"VBN", "VBG"}:
            break
    return head


def agentive(st: Stretch, start: int, end: int) -> bool:
    """Whether a noun phrase can be told to act: its head is a name or a noun, but none of action."""
    head = head_noun(st, start, end) or st.doc[start]
    if head.pos_ in {"PRON", "PROPN"} or head.ent_type_ in {"ORG", "GPE", "PERSON", "NORP"}:
        return True
    return can_act(head.lemma_.lower(), head.tag_) and not is_action_noun(head)


def names_thing(st: Stretch, start: int, end: int) -> bool:
    """Whether a noun phrase names a process or thing, which cannot be asked to act (*the war*, *the violence*)."""
    head = head_noun(st, start, end)
    if head is None or head.pos_ != "NOUN" or can_act(head.lemma_.lower(), head.tag_):
        return False
    return is_action_noun(head) or head.lemma_.lower() in NOT_ACTIONS | {
        "war",
        "conflict",
        "practice",
        "law",
        "policy",
        "killing",
    }
