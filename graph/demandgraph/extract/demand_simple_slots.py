"""Slots without an addressee: *demand that S*, *call for N*, *demand N*, *recommend V-ing*, *insist on N*."""

from __future__ import annotations

from demandgraph.extract.demand_action_nouns import is_action_noun
from demandgraph.extract.demand_grammar import Stretch, infinitive, is_to
from demandgraph.extract.demand_nominals import Match, head_noun, starts_phrase
from demandgraph.extract.demand_words import AGENT_NOUNS

CAMPAIGNING = frozenset("campaign push lobby press agitate clamor clamour".split())
"""Verbs whose *for* phrase may be a person, a time or a side as well as an action."""
CAUSES = frozenset(
    """law bill treaty rule right tribunal justice freedom independence equality democracy statehood mandate tax fund
    commission solution deadline date policy""".split()
)
"""Nouns that name no action but what a campaign wants to come about."""


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
        if doc[j].pos_ != "ADP" or (
            doc[j].lower_ in {"on", "upon"} and doc[j + 1 if j + 1 < limit else j].ent_type_ not in {"DATE", "TIME"}
        ):
            return None
        later = next(
            (k for k in range(j + 1, min(limit, j + 8)) if doc[k].lower_ == "for" and doc[k].head.i == i), None
        )
        if later is None:
            return None
        j = later
    if j + 1 >= limit or (
        not starts_phrase(st, j + 1, limit) and doc[j + 1].pos_ != "ADV" and doc[j + 1].tag_ != "VBG"
    ):
        return None
    if doc[j + 1].tag_ == "VBG" and doc[j + 1].dep_ not in {"amod", "compound"} and doc[j + 1].pos_ != "ADJ":
        return Match(None, j + 1, "gerund")
    head = head_noun(st, j + 1, limit)
    if head is None or (doc[j + 1].ent_type_ in {"DATE", "TIME"} and head.ent_type_ in {"DATE", "TIME"}):
        return None
    if doc[i].lemma_.lower() in CAMPAIGNING and not (is_action_noun(head) or head.lemma_.lower() in CAUSES):
        return None  # campaigned for the party, pushed for months
    if any(t.lower_ == "what" for t in doc[max(st.start, i - 4) : i]):  # that is what I called for
        return None
    return Match(None, j + 1, "noun")


def _noun(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    doc = st.doc
    while j - 1 > i and (doc[j - 1].dep_ == "amod" or doc[j - 1].lower_ == "further"):  # "further vigilance"
        j -= 1
    if not starts_phrase(st, j, limit) or doc[j].lower_ in {"that", "it", "who", "which", "what", "how", "why"}:
        return None
    if doc[j].tag_ in {"VBG"} and doc[j].dep_ not in {"amod", "compound"}:
        return None
    head = head_noun(st, j, limit)
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


def _noun_from(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    """*expect bolder steps from the ministry*: an action and who owes it."""
    match = _noun(st, i, j, limit)
    if match is None:
        return None
    head = head_noun(st, j, limit)
    owed = any(t.lower_ == "from" and (t.head.i == i or t.head == head) for t in st.doc[match.content : limit])
    return match if owed else None


def _demanding(form: str) -> bool:
    """Verbs whose object is what is asked, not who."""
    return form.startswith(("demand", "request", "propos", "recommend", "advocat"))


def _gerund(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    return Match(None, j, "gerund") if st.doc[j].tag_ == "VBG" and st.doc[j].dep_ not in {"amod", "compound"} else None


def _on(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    if st.doc[j].lower_ not in {"on", "upon"} or j + 1 >= limit:
        return None
    if st.doc[j + 1].tag_ == "VBG":
        return Match(None, j + 1, "gerund")
    return Match(None, j + 1, "noun") if starts_phrase(st, j + 1, limit) else None


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


def _done(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    """*wants the mine closed*: a phrase whose head a participle follows."""
    doc = st.doc
    if not starts_phrase(st, j, limit) or doc[j].lower_ in {"that", "it", "who", "which", "what", "how"}:
        return None
    head = head_noun(st, j, limit)
    k = head.i + 1 if head is not None else j + 1
    while k < limit and doc[k].tag_ == "RB":
        k += 1
    if head is None or k >= limit or doc[k].tag_ not in {"VBN", "VBD"} or doc[k].head.i != i:
        return None
    return Match(None, j, "noun")


def _favour(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    """*asked the Council for an extension*: who is asked, and the action or help that stands behind *for*."""
    doc = st.doc
    held = next((c for c in doc[i].children if c.dep_ in {"dobj", "dative"} and c.left_edge.i == j), None)
    word = next((c for c in doc[i].children if c.lower_ == "for" and c.dep_ == "prep"), None)
    if held is None or word is None or word.i <= held.i or word.i + 1 >= limit:
        return None
    head = head_noun(st, word.i + 1, limit)
    if head is None or held.pos_ not in {"PROPN", "NOUN"} or not (is_action_noun(head) or head.lemma_.lower() in GIVEN):
        return None
    return Match((j, word.i), word.i + 1, "noun")


GIVEN = frozenset(
    """asylum weapon arms system troop soldier fund money loan grant supply equipment ammunition tent food medicine vaccine
    guarantee assurance invitation permit visa plan pledge explanation apology answer""".split()
)
"""What somebody is asked for besides actions."""


def _to_be(st: Stretch, i: int, j: int, limit: int) -> Match | None:
    """*demanded to be paid*: what who asks wants to have done to themselves."""
    doc = st.doc
    if not is_to(doc[j]) or j + 2 >= limit or doc[j + 1].lower_ != "be" or doc[j + 2].tag_ != "VBN":
        return None
    return Match(None, j + 1, "infinitive")


SIMPLE = {
    "N-favour": _favour,
    "to-be": _to_be,
    "that": _that,
    "for": _for,
    "N": _noun,
    "N-done": _done,
    "N-from": _noun_from,
    "ing": _gerund,
    "on": _on,
    "of": _of,
    "to": _to,
    "against": _against,
}
