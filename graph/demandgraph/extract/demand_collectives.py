"""Finds the collective, office or body without a name that a phrase of asking names (*States*, *the court*, *many farmers*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_building import QUANTIFIERS
from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_action_nouns import is_action_noun
from demandgraph.extract.demand_asks import Span
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_role_words import ABOUT, BARE_BODIES, COURTS, TOLD
from demandgraph.extract.demand_slots import CONCERNED
from demandgraph.extract.demand_words import AGENT_NOUNS, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token

EVERYBODY = frozenset({"all", "those", "everyone", "everybody"})
"""Words that with *concerned*, *involved* or *affected* name whom something concerns."""


def collective(cast: Cast, st: Stretch, span: Span, head: Token) -> tuple[str, ...]:
    """A bare collective or office that a capital hides from the tagger (*States*, *the Secretary-General*)."""
    low = head.lower_
    words = [t.lower_ for t in st.doc[span[0] : span[1]]]
    if len(words) > 1 and words[0] in EVERYBODY and words[-1] in CONCERNED:
        phrase = st.parsed.phrase(st.parsed.begin(st.doc[span[0]]), st.parsed.end(st.doc[span[1] - 1]))
        return (cast.note(phrase, phrase.text, "Group"),)
    if low in BARE_BODIES and span[1] - span[0] == 1:
        phrase = st.parsed.phrase(st.parsed.begin(head), st.parsed.end(head))
        return (cast.note(phrase, phrase.text, "Institution"),)
    single = head.lemma_.lower() if head.tag_ == "NNS" else low.removesuffix("s")
    if head.tag_ == "NN" and low in COURTS and st.doc[span[0]].pos_ == "DET":
        phrase = st.parsed.phrase(st.parsed.begin(st.doc[span[0] + 1]), st.parsed.end(head))
        return (cast.note(phrase, phrase.text, COURTS[low]),)
    people = head.tag_ == "NNS" and can_act(single, "NN") and not is_action_noun(head)
    if head.tag_ not in {"NNS", "NNP", "NNPS"} or (single not in AGENT_NOUNS and not people):
        return ()
    plural = head.tag_ == "NNS" or (low.endswith("s") and low not in AGENT_NOUNS)
    if not plural and st.doc[span[0]].lower_ != "the":
        return ()
    start = span[0]
    while start < head.i and (st.doc[start].pos_ in {"DET", "PRON", "NUM"} or st.doc[start].lower_ in ABOUT):
        start += 1
    if head.i - start > 3:
        return ()
    phrase = st.parsed.phrase(st.parsed.begin(st.doc[start]), st.parsed.end(head))
    ident = cast.note(phrase, phrase.text, "Group" if plural else "Institution")
    if plural and start > span[0] and (word := st.doc[span[0]].lower_) in QUANTIFIERS:
        form, entry = f"{word} {phrase.text}", cast.entries[ident]
        if form not in entry.aliases:
            entry.aliases.append(form)  # all States, both sides
    return (ident,)


LONGEST_TITLE = 4
"""Words that a role or body without a name may be called by."""


def told(cast: Cast, st: Stretch, span: Span, head: Token) -> tuple[str, ...]:
    """One body, crowd or office that is urged to act: the frame says that it can (*the student movement*, *the mayor*)."""
    low = head.lower_
    kind = TOLD.get(low) or COURTS.get(low) or ("Person" if can_act(low) else "")
    common = head.tag_ == "NN" or (head.tag_ == "NNP" and head.text.islower())
    if not common or not kind or (low not in TOLD and is_action_noun(head)):
        return ()
    start = span[0]
    for k in range(span[0], head.i):
        if st.doc[k].pos_ in {"DET", "PRON", "NUM"} or st.doc[k].tag_ == "POS" or st.doc[k].text == ",":
            start = k + 1
    if (
        not 0 <= head.i - start < LONGEST_TITLE
        or start == st.start
        or st.doc[start - 1].lower_ in {"no", "any", "each"}
    ):
        return ()
    phrase = st.parsed.phrase(st.parsed.begin(st.doc[start]), st.parsed.end(head))
    return (cast.note(phrase, phrase.text, kind),)
