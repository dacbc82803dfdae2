"""Matches the slots of a frame to the words behind a trigger: where the addressee stands and where the content begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.coordination import NOT_ACTIONS, is_action_noun
from demandgraph.extract.demand_grammar import FINITE, Stretch, infinitive, is_to, skip
from demandgraph.extract.demand_words import AGENT_NOUNS, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token

NP_START = {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}
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
LONGEST_PHRASE = 60
"""Tokens that an addressee may have: co-ordinated bodies in resolutions run long."""


@dataclass(frozen=True, slots=True)
class Match:
    """Addressee span (or ``None``), where the content begins, and of what kind the content is."""

    addressee: tuple[int, int] | None
    content: int
    kind: str


def match_slot(st: Stretch, i: int, slot: str, limit: int, passive: bool = False) -> Match | None:
    """Match one slot behind the trigger at ``i``; ``passive`` when the addressee is the trigger's subject."""
    doc = st.doc
    j = skip(doc, i + 1, limit)
    if j >= limit:
        return None
    if passive:
        return _passive(st, j, slot, limit)
    if slot in _SIMPLE:
        return _SIMPLE[slot](st, i, j, limit)
    parts = slot.split("-")
    if parts[0] == "N":
        start, tail = j, "-".join(parts[1:])
        if doc[start].lower_ in {"that", "on", "upon", "for", "to", "with", "by", "from", "in", "at"}:
            return None
    else:
        if doc[j].lower_ not in PREPOSITIONS[parts[0]]:
            return None
        start, tail = _next(st, j + 1, limit), "-".join(parts[2:])
        if start < limit and doc[start].ent_type_ in {"DATE", "TIME"}:  # called on Monday for …
            return None
    if not _starts_phrase(st, start, limit):
        return None
    return _tail(st, start, tail, limit, parts[0])


def _next(st: Stretch, i: int, limit: int) -> int:
    """The next token that is no blank."""
    while i < limit and st.doc[i].is_space:
        i += 1
    return i


def _starts_phrase(st: Stretch, i: int, limit: int) -> bool:
    if i >= limit:
        return False
    token = st.doc[i]
    return token.pos_ in NP_START or token.tag_ in {"VBG", "VBN", "JJ"} or token.text in {'"', "“"}


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
        first = k - 1 if doc[k - 1].lower_ == "not" else content
        if content is None or end <= start or (tail == "not-to" and "not" not in {doc[k - 1].lower_, doc[content].lower_}):
            return None
        if first == k - 1 and doc[k - 1].lower_ == "not":
            first = k - 1
        if (prep == "for" or not agentive(st, start, end)) and doc[content].lower_ == "be" and content + 1 < limit and "VBN" in {t.tag_ for t in doc[content + 1 : content + 4]}:
            return Match(None, start, "whole")  # for the road to be opened: the whole phrase says what is asked
        if prep == "for" and not agentive(st, start, end):
            return None
        if prep == "N" and _thing(st, start, end):
            return Match(None, start, "whole")  # wants the practice to end
        return Match((start, end), first, "infinitive")
    if tail == "that":
        for k in range(start + 1, min(limit, start + 25)):
            if doc[k].lower_ == "that" and doc[k].tag_ == "IN":
                return Match((start, k), k + 1, "clause")
            if doc[k].tag_ in FINITE or doc[k].text in {";", ","}:
                return None
        return None
    if tail in {"for", "against"}:
        for k in range(start + 1, min(limit, start + LONGEST_PHRASE)):
            low = doc[k].lower_
            if low == tail and doc[k - 1].lower_ != "responsible" and k + 1 < limit and _starts_phrase(st, k + 1, limit):
                return Match((start, k), k + 1 if tail == "for" else k, "noun")
            if doc[k].tag_ in FINITE or doc[k].text in {";", ":"}:
                return None
        return None
    return None


def find_infinitive(st: Stretch, start: int, limit: int) -> int | None:
    """The *to* that opens what the addressee beginning at ``start`` is asked to do."""
    doc = st.doc
    relative = aside = False
    fallback = None
    for k in range(start, min(limit, start + LONGEST_PHRASE)):
        token = doc[k]
        low = token.lower_
        before = doc[k - 1]
        if k > start and is_to(token) and infinitive(doc, k, limit) is not None:
            weak = before.lemma_.lower() in INFINITIVE_NOUNS or (aside and before.text != ",")
            if relative and before.lemma_.lower() in TO_VERBS:
                continue  # those who seek to evade …
            if not weak and (fallback is None or before.lower_ != "order"):
                return k
            if fallback is None:
                fallback = k
            continue
        if low == "that" and token.tag_ == "IN" and k > start and token.dep_ == "mark":
            break
        if low in RELATIVE and k > start:
            relative = True
        if token.text == "," and k + 1 < limit and doc[k + 1].pos_ in {"ADP", "SCONJ"} and doc[k + 1].lower_ != "as":
            aside = True  # the Office, with a view to improving its ability to react, to …
        if token.text in {";", ":", ".", "?", "!"}:
            break
        if token.tag_ in FINITE and token.pos_ in {"VERB", "AUX"} and not relative and token.dep_ not in {"relcl", "acl"}:
            if token.tag_ == "VBP" and token.text[:1].isupper():
                continue  # a name that the tagger took for a verb
            break
    return fallback


def agentive(st: Stretch, start: int, end: int) -> bool:
    """Whether a noun phrase can be told to act: its head is a name or a noun, but none of action."""
    head = _head(st, start, end) or st.doc[start]
    if head.pos_ in {"PRON", "PROPN"} or head.ent_type_ in {"ORG", "GPE", "PERSON", "NORP"}:
        return True
    return can_act(head.lemma_.lower(), head.tag_) and not is_action_noun(head)


def _thing(st: Stretch, start: int, end: int) -> bool:
    """Whether a noun phrase names a process or thing, which cannot be asked to act (*the war*, *the violence*)."""
    head = _head(st, start, end)
    if head is None or head.pos_ != "NOUN" or can_act(head.lemma_.lower(), head.tag_):
        return False
    return is_action_noun(head) or head.lemma_.lower() in NOT_ACTIONS | {"war", "conflict", "practice", "law", "policy", "killing"}


def _that(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    doc = st.doc
    if doc[j].lower_ == "that" and j + 1 < limit and doc[j].tag_ in {"IN", "WDT", "DT"} and doc[j].dep_ != "det":
        return Match(None, j + 1, "clause")
    for child in doc[i].children:  # demanded the army leave: a clause without "that"
        if child.dep_ == "ccomp" and child.i > i and child.tag_ == "VB" and child.i < limit:
            subject = next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > i), None)
            if subject is not None and subject.left_edge.i == j and not any(is_to(t) for t in doc[j : child.i]):
                return Match(None, j, "clause")
    return None


def _for(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    doc = st.doc
    if doc[j].lower_ != "for":  # called on Monday for, called in a letter for
        if doc[j].pos_ != "ADP" or (doc[j].lower_ in {"on", "upon"} and doc[j + 1 if j + 1 < limit else j].ent_type_ not in {"DATE", "TIME"}):
            return None
        later = next((k for k in range(j + 1, min(limit, j + 8)) if doc[k].lower_ == "for" and doc[k].head.i == i), None)
        if later is None:
            return None
        j = later
    if j + 1 >= limit or (not _starts_phrase(st, j + 1, limit) and doc[j + 1].pos_ != "ADV" and doc[j + 1].tag_ != "VBG"):
        return None
    if doc[j + 1].tag_ == "VBG" and doc[j + 1].dep_ not in {"amod", "compound"} and doc[j + 1].pos_ != "ADJ":
        return Match(None, j + 1, "gerund")
    head = _head(st, j + 1, limit)
    if head is None or (doc[j + 1].ent_type_ in {"DATE", "TIME"} and head.ent_type_ in {"DATE", "TIME"}):
        return None
    if any(t.lower_ == "what" for t in doc[max(st.start, i - 4) : i]):  # that is what I called for
        return None
    return Match(None, j + 1, "noun")


def _noun(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    doc = st.doc
    while j - 1 > i and (doc[j - 1].dep_ == "amod" or doc[j - 1].lower_ == "further"):  # "further vigilance"
        j -= 1
    if not _starts_phrase(st, j, limit) or doc[j].lower_ in {"that", "it", "who", "which", "what", "how", "why"}:
        return None
    if doc[j].tag_ in {"VBG"} and doc[j].dep_ not in {"amod", "compound"}:
        return None
    head = _head(st, j, limit)
    if head is None:
        return None
    # The verbs of asking take their addressee as object ("asked the minister"): only an action is something asked for.
    lemma = head.lemma_.lower()
    if not _demanding(doc[i].lower_) and not is_action_noun(head):
        return None
    if head.pos_ == "PROPN" or (lemma in AGENT_NOUNS and head.tag_ not in {"VBG"}):
        return None  # asks the minister, requests the Secretary-General
    if head.ent_type_ == "PERSON" or (head.pos_ == "PRON" and head.lower_ not in {"its", "their"}):
        return None
    return Match(None, j, "noun")


def _demanding(form: str) -> bool:
    """Verbs whose object is what is asked, not who."""
    return form.startswith(("demand", "request", "propos", "recommend", "advocat"))


def _head(st: Stretch, j: int, limit: int) -> Token | None:
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


def _gerund(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    return Match(None, j, "gerund") if st.doc[j].tag_ == "VBG" and st.doc[j].dep_ not in {"amod", "compound"} else None


def _on(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    if st.doc[j].lower_ not in {"on", "upon"} or j + 1 >= limit:
        return None
    if st.doc[j + 1].tag_ == "VBG":
        return Match(None, j + 1, "gerund")
    return Match(None, j + 1, "noun") if _starts_phrase(st, j + 1, limit) else None


def _of(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    if st.doc[j].lower_ != "of" or j + 1 >= limit:
        return None
    if st.doc[j + 1].tag_ == "VBG" and st.doc[j + 1].dep_ not in {"amod", "compound"}:
        return Match(None, j + 1, "gerund")
    return None  # the importance of peace: a value, not an action


def _to(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    content = infinitive(st.doc, j, limit)
    return Match(None, content, "infinitive") if content is not None else None


def _against(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    return Match(None, j, "noun") if st.doc[j].lower_ == "against" else None


def _passive(st: Stretch, j: int, slot: str, limit: int) -> Match | None:
    doc = st.doc
    if doc[j].lower_ == "by":  # is urged by the Council to …
        k = find_infinitive(st, j + 1, limit)
        return Match(None, infinitive(doc, k, limit) or k + 1, "infinitive") if k is not None and slot.endswith("to") else None
    if doc[j].lower_ in {"on", "upon"} and j + 1 < limit:
        j = skip(doc, j + 1, limit)
    if slot.endswith("to") and j < limit and (content := infinitive(doc, j, limit)) is not None:
        return Match(None, content, "infinitive")
    if slot == "that" and j < limit and doc[j].lower_ == "that":
        return Match(None, j + 1, "clause")
    return None


_SIMPLE = {"that": _that, "for": _for, "N": _noun, "ing": _gerund, "on": _on, "of": _of, "to": _to, "against": _against}
