"""Finds the collective, office or body without a name that a phrase of asking names (*States*, *the court*, *many farmers*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_action_nouns import is_action_noun
from demandgraph.extract.demand_asks import Span
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_role_words import ABOUT, BARE_BODIES, COURTS
from demandgraph.extract.demand_words import AGENT_NOUNS, can_act

if TYPE_CHECKING:
    from spacy.tokens import Token


def collective(cast: Cast, st: Stretch, span: Span, head: Token) -> tuple[str, ...]:
    """A bare collective or office that a capital hides from the tagger (*States*, *the Secretary-General*)."""
    low = head.lower_
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
    return (cast.note(phrase, phrase.text, "Group" if plural else "Institution"),)
