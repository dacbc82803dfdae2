"""What looks like a demand and is none: questions, reproaches, own intentions, remarks, needs that nobody states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_grammar import Stretch, skip
from demandgraph.extract.demand_speech import speech_source
from demandgraph.extract.demand_unasked import (
    extortion,
    is_subject,
    market,
    needed_for,
    no_doubt,
    no_obligation,
    state_of_mind,
    told_how,
)
from demandgraph.extract.demand_words import SPEECH
from demandgraph.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATION = {"not", "n't", "n’t", "never", "no", "without"}
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
# Verbs of frames that are harmless words elsewhere: they ask only of an actor, never of a thing.
CONTENTLESS = frozenset("know see hear say tell speak understand remember note mention".split())
LEARNT = frozenset({"know", "understand", "realise", "realize", "remember"})
"""What one only *wants* others to do."""
WISHES = ("rules/demand/want-", "rules/demand/would-like-")


def asks_nothing(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """Whether an act of asking is no demand after all."""
    return any(guard(st, ask, issuers, document) for guard in GUARDS)


def _question(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    return st.question and ask.kind != "list"


def _negated(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*did not call for*, *never asked*, *nobody asks*: no demand was made (modals are negated differently)."""
    modal = ask.kind in {"modal", "modal-passive", "imperative"} or (ask.kind == "whole" and ask.issuer is None)
    if modal or "/it-is-" in ask.rule:
        return False
    before = st.doc[max(st.start, ask.trigger - 3) : ask.trigger]
    if any(t.lower_ in NEGATION and t.head.i == ask.trigger for t in before):
        return True
    subjects = (c for c in st.doc[ask.trigger].children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < ask.trigger)
    return any(s.lower_ in NOBODY or any(c.lower_ in {"no", "neither"} for c in s.children) for s in subjects)


def _remark(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*asked to know*, *urges readers to note*."""
    start, end = ask.content
    first = skip(st.doc, start, end)
    return (
        ask.kind == "infinitive"
        and first < end
        and st.doc[first].lemma_.lower()
        in (CONTENTLESS if ask.addressee is None else LEARNT if ask.rule.startswith(WISHES) else ())
    )


def _conditional(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*if the Council calls for …*, *had he asked them to …*."""
    return any(c.lower_ in {"if", "unless", "whether"} and c.dep_ == "mark" for c in st.doc[ask.trigger].children)


def _future_of_self(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*we will continue to call for*: an intention, told of later asking."""
    if ask.rule.endswith("/want-to-see") or "/would-like-" in ask.rule or ask.kind in {"modal", "imperative"}:
        return False
    children = [c for c in st.doc[ask.trigger].children if c.dep_ == "aux"]
    return any(c.lower_ in {"would", "might", "could"} for c in children) and not any(
        t.lower_ in {"we", "i"} for t in st.doc[max(st.start, ask.trigger - 4) : ask.trigger]
    )


POLITE = frozenset(
    "comment interview regard regards condolence condolences thanks congratulation congratulations attention patience".split()
)
SUBJUNCTIVE = ("insist", "suggest", "advise", "warn", "advocate", "propose")
PURPOSES = frozenset(
    """express thank inform ask request urge raise convey congratulate tell say share protest seek extend offer explain
    invite appeal call demand apologise apologize bring draw let add remind complain announce introduce confirm""".split()
)


def _politeness(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*a request for comment*, *please accept our regards*, *please find attached*."""
    start, end = ask.content
    words = [t.lower_ for t in st.doc[start : min(end, start + 6)]]
    if not words:
        return False
    if ask.kind == "noun" and words[0] in POLITE:
        return True
    if ask.kind != "imperative":
        return False
    return words[0] in {"accept", "find", "feel", "hesitate", "rest", "contact", "know", "note", "see"} and (
        bool(POLITE & set(words)) or words[0] in {"find", "feel", "rest", "contact", "note", "see"} or "our" in words
    )


def _claim(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*insists that the law protects them*: a claim; a demand would have *protect* or *should protect*."""
    if ask.kind != "clause" or not ask.rule.split("/")[-1].startswith(SUBJUNCTIVE):
        return False
    verbs = [
        t
        for t in st.doc[ask.content[0] : ask.content[1]]
        if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"relcl", "acl", "amod"}
    ]
    first = verbs[0] if verbs else None
    return (
        first is None
        or first.tag_ in {"VBZ", "VBD"}
        or first.lower_ in {"are", "were", "will", "would", "can", "could", "may", "have"}
    )


def _letter_purpose(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*wrote to the minister to express concern*: why one writes, not what is asked."""
    if not ask.rule.startswith("rules/demand/write-"):
        return False
    first = skip(st.doc, *ask.content)
    return first >= ask.content[1] or st.doc[first].lemma_.lower() in PURPOSES


def _intention(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*we will encourage investment*: what one means to do."""
    if not ask.rule.endswith("encourage-noun"):
        return False
    return any(t.lower_ in {"will", "shall", "to"} for t in st.doc[max(st.start, ask.trigger - 3) : ask.trigger])


def _foreseen(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*They would have to turn back*, *it may need to be rebuilt*: what follows from something, asked by nobody."""
    if ask.rule.split("/")[-1].removesuffix("-passive") not in {"have", "has", "need", "needs"}:
        return False
    return any(
        c.dep_ == "aux" and c.lower_ in FORESEEING and c.i < ask.trigger for c in st.doc[ask.trigger].children
    ) or (st.doc[ask.trigger - 1].lower_ in FORESEEING)


FORESEEING = frozenset({"would", "may", "might", "could", "'d", "’d", "did", "does", "do"})
LAYING_DOWN = tuple(
    f"rules/demand/{verb}-" for verb in ("require", "oblige", "stipulate", "instruct", "mandate", "direct")
)
"""What laws do."""
LAYS_DOWN = frozenset("stipulate provide state say specify prescribe require mandate".split())
LAWS = frozenset("law laws legislation rules constitution bill decree regulations statute".split())


def _law_told(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*Under the law, associations must register*, *the Act requires them to*: a duty that is told, nobody's demand."""
    if ask.issuer is not None and ask.rule.startswith(LAYING_DOWN) and _is_law(st.doc[slice(*ask.issuer)].root):
        return True
    if ask.kind not in {"modal", "modal-passive", "whole"}:
        return False
    subject, reported = speech_source(st.doc[ask.trigger])
    if reported and subject is not None and _is_law(subject):
        return True
    for k in range(st.start + 1, ask.trigger - 1):  # This Act stipulates that they must register
        if st.doc[k].lemma_.lower() in LAYS_DOWN and _is_law(st.doc[k - 1]) and st.doc[k + 1].lower_ == "that":
            return True
    if any(
        t.lower_ == "according" and LAWS & {w.lower_ for w in t.doc[t.i : t.i + 5]} for t in st.doc[st.start : st.end]
    ):
        return True  # must be adopted by two thirds, according to the rules
    words = [t.lower_ for t in st.doc[st.start : ask.trigger]]
    if ask.rule.endswith(("/have", "/must")) and document.kind == "NewsReport":
        words += ["", *(t.lower_ for t in st.doc[ask.trigger : st.end])]
    told = document.kind == "NewsReport" and ask.rule.endswith(("/have", "/must"))
    under = next(
        (n for n, w in enumerate(words) if w in {"under", "per"} and (told or n < 2 or words[n - 1] == ",")), None
    )
    return under is not None and bool(LAWS & set(words[under + 1 : under + 6]))


def _is_law(noun: Token) -> bool:
    """Whether a noun names a law (*this Act*, *the Electoral Code*, *section 5*)."""
    return noun.lower_ in LAWS | {"act", "code", "ordinance", "section", "article"} and noun.dep_ in {
        "nsubj",
        "ROOT",
        "pobj",
    }


def _own_past(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*we have pressed for peace*: what one has done, not what one asks now."""
    if not ask.rule.split("/")[-1].startswith(("press", "push", "lobby", "advocate", "campaign", "agitate")):
        return False
    before = [t.lower_ for t in st.doc[max(st.start, ask.trigger - 4) : ask.trigger]]
    return bool({"we", "i"} & set(before)) and bool({"have", "'ve", "had"} & set(before))


def _hardship(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*It is a scandal that the poor have to queue*: what people must put up with."""
    if not ask.rule.endswith(("/have", "/has")):
        return False
    verb = st.doc[ask.trigger]
    over = verb.head if verb.dep_ in {"aux", "ccomp", "acl", "xcomp", "relcl"} else verb
    return verb.dep_ in {"acl", "relcl", "advcl"} or (verb.dep_ == "ccomp" and over.lemma_.lower() not in SPEECH)


def told_reason(st: Stretch, ask: Ask) -> bool:
    """*punished for asking for work*: an asking that is told as the reason of something else."""
    return st.doc[ask.trigger].tag_ == "VBG" and ask.trigger > st.start and st.doc[ask.trigger - 1].lower_ == "for"


def _own_decision(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*decided that the plan was good*, *decides to meet*: only *decides that X shall …* tells somebody to act."""
    if not ask.rule.startswith(("rules/demand/decide-", "rules/demand/resolve-")):
        return False
    verbs = [t for t in st.doc[slice(*ask.content)] if t.pos_ in {"VERB", "AUX"}]
    if verbs and verbs[0].lower_ == "be" and verbs[0].dep_ == "auxpass":
        return False  # resolved that the envoy be recalled
    return not any(
        t.lower_ in {"shall", "should", "must"}
        for t in st.doc[ask.content[0] : min(ask.content[1], ask.content[0] + 15)]
    )


SOUGHT_FOR_ONESELF = frozenset(
    """asylum refuge shelter comment advice treatment work election re-election reelection control revenge answer guidance
    information knowledge power attention approval protection opportunity employment cover consent""".split()
)
"""What one seeks for oneself or of nobody."""
EXPECTED = frozenset(
    "fall rise grow drop decline recover slow ease increase begin start arrive last reach become cost happen end open finish".split()
)
"""Verbs of what *should* happen by a plan."""


def _own_search(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*people seeking asylum*, *ways to seek help*: only who *seeks* or *is seeking* something of others asks for it."""
    if not ask.rule.startswith("rules/demand/seek-"):
        return False
    token = st.doc[ask.trigger]
    progressive = any(c.dep_ == "aux" and c.lemma_.lower() == "be" for c in token.children)
    if ask.issuer is None or token.tag_ in {"VB", "VBN"} or (token.tag_ == "VBG" and not progressive):
        return True
    return any(t.lemma_.lower() in SOUGHT_FOR_ONESELF for t in st.doc[ask.content[0] : ask.content[0] + 4])


def _planned(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*The trial should begin in June*, *should be able to answer by Monday*: what a report expects."""
    if document.kind != "NewsReport" or not ask.rule.endswith("/should"):
        return False
    first = skip(st.doc, *ask.content)
    if first + 1 >= ask.content[1]:
        return False
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in st.doc[first : ask.content[1]])
    able = st.doc[first].lower_ == "be" and st.doc[first + 1].lower_ in {"able", "ready", "available"}
    return dated and (able or st.doc[first].lemma_.lower() in EXPECTED or st.doc[first + 1].lower_ == "place")


def _no_excuse(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*That should not hide the fact …*: a remark on what one should think."""
    if ask.kind != "modal" or ask.addressee is None or st.doc[ask.addressee[0]].lower_ not in {"this", "that"}:
        return False
    words = [t.lower_ for t in st.doc[ask.content[0] : ask.content[0] + 2]]
    return ask.addressee[1] - ask.addressee[0] == 1 and bool({"not", "n't", "never"} & set(words))


INTENDING = frozenset(
    """plan intend vow prepare consider aim threaten promise pledge mean decide expect likely unlikely set due ready poised
    reluctant unwilling refuse decline fail hesitate stop cease""".split()
)
"""Verbs under which an act of asking is yet to come."""


def _yet_to_ask(st: Stretch, ask: Ask, issuers: tuple[str, ...], document: Document) -> bool:
    """*They plan to ask the minister to resign*: asked by nobody yet."""
    token = st.doc[ask.trigger]
    if ask.kind in {"modal", "modal-passive", "imperative"} or token.tag_ != "VB":
        return False
    over = token.head.lemma_.lower()
    return (token.dep_ == "xcomp" and over in INTENDING) or (token.dep_ == "acl" and over in INTENTIONS)


INTENTIONS = frozenset(
    """intention plan threat idea power right ability authority willingness refusal failure freedom readiness reluctance
    chance opportunity""".split()
)
"""The same as nouns (*backed down on their threat to call for a strike*)."""
GUARDS = (
    _question, _negated, _remark, _conditional, _future_of_self, _politeness, _claim, _letter_purpose, _intention, _law_told,
    _own_decision, _own_past, _hardship, _own_search, _planned, _no_excuse, _yet_to_ask,
    _foreseen, extortion, no_obligation, no_doubt, state_of_mind, needed_for, market, told_how, is_subject,
)  # fmt: skip
