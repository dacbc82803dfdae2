"""Matches the slots of a frame to the words behind a trigger: where the addressee stands and where the content begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import FINITE, Stretch, infinitive, is_to, skip
from demandgraph.extract.demand_nominals import Match, agentive, names_thing, next_word, starts_phrase
from demandgraph.extract.demand_simple_slots import SIMPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

PREPOSITIONS = {"on": {"on", "upon"}, "to": {"to"}, "with": {"with"}, "for": {"for"}}


# Nouns that take an infinitive of their own: "States with the power to act".
INFINITIVE_NOUNS = frozenset(
    """effort ability right obligation commitment attempt decision failure duty power capacity will willingness intention
    opportunity responsibility plan readiness need refusal means way right mandate""".split()
)


# Verbs and adjectives that take an infinitive of their own inside a relative clause.
TO_VERBS = frozenset(
    """seek want wish try attempt continue fail refuse intend plan hope need have help begin start choose aim tend able
    willing ready likely agree promise claim threaten decide dare be use seem appear prepare strive work manage""".split()
)


RELATIVE = {"who", "which", "that", "whose", "those", "where", "whom"}


CONCERNED = frozenset({"concerned", "involved", "affected"})
"""Participles that stand behind *all*, *those*, *parties*, and that the tagger takes for a past tense."""
WISHING = frozenset({"want", "need", "expect", "like", "prefer", "wish"})
"""Verbs whose passive infinitive says what is wished, of nobody (*wants new schools to be built*)."""
ABOUT = frozenset({"about", "regarding", "concerning", "over"})
"""Words that open what is told, not who is told."""
NAMED = frozenset({"ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART"})
"""Types of names that may hold a preposition."""
LONGEST_PHRASE = 100
"""Tokens that an addressee may have: co-ordinated bodies in resolutions run long."""


def match_slot(st: Stretch, i: int, slot: str, limit: int, passive: bool = False) -> Match | None:
    """Match one slot behind the trigger at ``i``; ``passive`` when the addressee is the trigger's subject."""
    doc = st.doc
    j = skip(doc, i + 1, limit)
    if j >= limit:
        return None
    if passive:
        return _passive(st, j, slot, limit)
    if slot in SIMPLE:
        return SIMPLE[slot](st, i, j, limit)
    parts = slot.split("-")
    if parts[0] == "N":
        start, tail = j, "-".join(parts[1:])
        if doc[start].lower_ in {"that", "on", "upon", "for", "to", "with", "by", "from", "in", "at"}:
            return None
    else:
        words = PREPOSITIONS[parts[0]]
        j = next((k for k in range(i + 1, j) if doc[k].lower_ in words), j)  # taken for an adverb: calls upon all
        if doc[j].lower_ not in words:
            return None
        start, tail = next_word(st, j + 1, limit), "-".join(parts[2:])
        if start < limit and doc[start].ent_type_ in {"DATE", "TIME"}:  # called on Monday for …
            return None
    if not starts_phrase(st, start, limit):
        return None
    return _tail(st, start, tail, limit, parts[0])


def _tail(st: Stretch, start: int, tail: str, limit: int, prep: str) -> Match | None:
    doc = st.doc
    if tail in {"to", "not-to"}:
        k = find_infinitive(st, start, limit)
        if k is None:
            return None
        content = infinitive(doc, k, limit)
        end = k
        while end > start and (doc[end - 1].lower_ in {",", "not", "-", "—", "–", "--"} or doc[end - 1].tag_ == "RB"):
            end -= 1
        if content is None or end <= start:
            return None
        if tail == "not-to" and "not" not in {doc[k - 1].lower_, doc[content].lower_}:
            return None
        first = k - 1 if doc[k - 1].lower_ == "not" else content
        if (
            (prep == "for" or doc[start - 1].lemma_.lower() in WISHING or not agentive(st, start, end))
            and doc[content].lower_ == "be"
            and content + 1 < limit
            and "VBN" in {t.tag_ for t in doc[content + 1 : content + 4]}
        ):
            return Match(None, start, "whole")  # for the road to be opened: the whole phrase says what is asked
        if prep == "for" and not agentive(st, start, end):
            return None
        if prep == "N" and names_thing(st, start, end):
            return Match(None, start, "whole")  # wants the practice to end
        return Match((start, end), first, "infinitive")
    if tail == "that":
        for k in range(start + 1, min(limit, start + 25)):
            if doc[k].lower_ == "that" and doc[k].tag_ == "IN":
                return Match((start, k), k + 1, "clause")
            if doc[k].tag_ in FINITE or doc[k].text in {";", ","}:
                return None
        return None
    if tail == "with":
        for k in range(start + 1, min(limit - 1, start + 25)):
            if doc[k].lower_ == "with" and doc[k + 1].tag_ == "VBG":
                return Match((start, k), k + 1, "gerund")
            if doc[k].tag_ in FINITE or doc[k].text in {";", ":", ","}:
                return None
        return None
    if tail in {"for", "against"}:
        for k in range(start + 1, min(limit, start + LONGEST_PHRASE)):
            low = doc[k].lower_
            if low == tail and k + 1 < limit and _in_name(doc[k - 1], doc[k], doc[k + 1]):
                continue
            if low == tail and doc[k - 1].lower_ != "responsible" and k + 1 < limit and starts_phrase(st, k + 1, limit):
                return Match((start, k), k + 1 if tail == "for" else k, "noun")
            if doc[k].tag_ in FINITE or doc[k].text in {";", ":"}:
                return None
        return None
    return None


def _in_name(before: Token, prep: Token, behind: Token) -> bool:
    """Whether a preposition stands inside a name or title (*the Office for Peace*, *the Commissioner for Human Rights*)."""
    if prep.ent_iob_ == "I" and prep.ent_type_ in NAMED:
        return True
    return before.text[:1].isupper() and behind.text[:1].isupper() and {before.pos_, behind.pos_} == {"PROPN"}


def find_infinitive(st: Stretch, start: int, limit: int) -> int | None:
    """The *to* that opens what the addressee beginning at ``start`` is asked to do."""
    doc = st.doc
    relative = aside = False
    fallback = None
    for k in range(start, min(limit, start + LONGEST_PHRASE)):
        token = doc[k]
        low = token.lower_
        before = doc[k - 1 - (doc[k - 1].lower_ == "not")]
        if k > start and is_to(token) and infinitive(doc, k, limit) is not None:
            weak = before.lemma_.lower() in INFINITIVE_NOUNS or (aside and before.text != ",")
            if relative and before.lemma_.lower() in TO_VERBS:
                continue  # those who seek to evade …
            if not weak and (fallback is None or before.lower_ != "order"):
                return k
            if weak and any(t.lower_ in ABOUT for t in doc[start:k]) and before.lemma_.lower() in INFINITIVE_NOUNS:
                continue  # told the press about its decision to leave
            if fallback is None:
                fallback = k
            continue
        if low == "that" and token.tag_ == "IN" and k > start and token.dep_ == "mark":
            break
        if low in CONCERNED and k > start:
            continue  # all concerned, those involved
        if low in RELATIVE and k > start:
            relative = True
        if token.text == "," and k + 1 < limit and doc[k + 1].pos_ in {"ADP", "SCONJ"} and doc[k + 1].lower_ != "as":
            aside = True  # the Office, with a view to improving its ability to react, to …
        if token.text in {";", ":", ".", "?", "!"}:
            break
        if (
            token.tag_ in FINITE
            and token.pos_ in {"VERB", "AUX"}
            and not relative
            and token.dep_ not in {"relcl", "acl"}
        ):
            if token.tag_ == "VBP" and token.text[:1].isupper():
                continue  # a name that the tagger took for a verb
            break
    return fallback


def _passive(st: Stretch, j: int, slot: str, limit: int) -> Match | None:
    doc = st.doc
    if doc[j].lower_ == "by":  # is urged by the Council to …
        k = find_infinitive(st, j + 1, limit)
        return (
            Match(None, infinitive(doc, k, limit) or k + 1, "infinitive")
            if k is not None and slot.endswith("to")
            else None
        )
    if doc[j].lower_ in {"on", "upon"} and j + 1 < limit:
        j = skip(doc, j + 1, limit)
    if slot.endswith("to") and j < limit and (content := infinitive(doc, j, limit)) is not None:
        return Match(None, content, "infinitive")
    if slot == "that" and j < limit and doc[j].lower_ == "that":
        return Match(None, j + 1, "clause")
    return None
