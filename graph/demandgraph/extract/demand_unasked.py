"""What is said of needs, markets, doubts and states of mind in words that elsewhere ask for something."""

from __future__ import annotations

from demandgraph.extract.demand_action_nouns import is_action_noun
from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.model import Document

NOBODY = frozenset({"no", "nobody", "none", "noone"})
"""What a subject begins with that leaves nobody."""


def no_obligation(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*No one has to wait*, *you do not need to be a lawyer*: nothing is asked where nothing must be done."""
    if not ask.rule.endswith(("/have", "/has", "/need", "/needs")):
        return False
    verb = st.doc[ask.trigger]
    free = ask.addressee is not None and st.doc[ask.addressee[0]].lower_ in NOBODY
    return free or any(c.dep_ == "neg" and c.i < verb.i for c in verb.children)


CERTAIN = frozenset("mistake doubt illusion illusions confusion question surprise misunderstanding ambiguity".split())


def no_doubt(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*There should be no mistake*: an assurance."""
    if not ask.rule.endswith("/there-must-be"):
        return False
    words = [t.lower_ for t in st.doc[ask.content[0] : ask.content[0] + 3]]
    return words[:1] in (["no"], ["little"]) and bool(CERTAIN & set(words))


AWARE = frozenset(
    """aware proud ashamed grateful thankful glad happy surprised sorry afraid worried alarmed embarrassed clear obvious
    evident noted remembered mentioned stressed pleased satisfied familiar interested impossible possible easy
    enough""".split()
)
"""What people *should be* without doing anything."""


def state_of_mind(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*The public should be aware that roads are closed*, *it should be clear*: a remark."""
    if ask.kind not in {"modal", "modal-passive", "whole"}:
        return False
    words = [t.lower_ for t in st.doc[ask.content[0] : min(ask.content[1], ask.content[0] + 5)] if t.tag_ != "RB"]
    return len(words) > 1 and words[0] == "be" and words[1] in AWARE


def needed_for(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*Voters whose support they need to win*, *the skills that people need to find work*: what something is needed for."""
    verb = st.doc[ask.trigger]
    if not ask.rule.endswith(("/need", "/needs", "/have", "/has")) or verb.dep_ != "relcl":
        return False
    return not any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in verb.children)


ON_SALE = frozenset(
    """create meet satisfy boost drive increase reduce fuel grow rise fall outstrip surge drop exceed stimulate outpace
    soar decline cut curb generate see lower raise""".split()
)
"""What happens to the demand of a market."""
MARKETS = frozenset(
    """global strong high domestic consumer growing rising increased market nationwide local huge weak low public
    worldwide international great heavy soaring falling booming popular energy electricity housing""".split()
)


def told_how(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*I will tell you what to do*, *asked members how to vote*: a question behind the verb, no action asked for."""
    start = ask.content[0]
    before = [t for t in st.doc[max(ask.trigger + 1, start - 3) : start + 2] if t.tag_ in {"WP", "WRB", "WDT"}]
    return ask.kind == "infinitive" and any(t.i + 1 < st.end and t.nbor().lower_ == "to" for t in before)


def is_subject(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*Return to the treaty will bring relief*: a noun that looks like an imperative and is what the clause is about."""
    word = st.doc[ask.trigger]
    if ask.kind != "imperative" or word.dep_ not in {"nsubj", "nsubjpass", "csubj"}:
        return False
    return word.head.i > word.i and any(c.dep_ == "aux" and c.i > word.i for c in word.head.children)


def market(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*A strong demand for workers*, *demand for fish is rising*: what buyers want, no act of asking."""
    noun = st.doc[ask.trigger]
    if not ask.rule.startswith("rules/demand/noun-demand-for") or noun.lower_ != "demand":
        return False
    head = next((t for t in st.doc[ask.content[0] : ask.content[1]] if t.pos_ in {"NOUN", "PROPN"}), None)
    if head is not None and is_action_noun(head):
        return False
    return noun.head.lemma_.lower() in ON_SALE or any(c.lower_ in MARKETS for c in noun.lefts)


EXTORTED = frozenset("bribe ransom kickback payoff baksheesh dowry".split())


def extortion(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*The guards demanded bribes*: a crime that is told."""
    return ask.kind == "noun" and any(t.lemma_.lower() in EXTORTED for t in st.doc[ask.content[0] : ask.content[0] + 4])
