"""Judges whether a word tells its event as a fact: not demanded, wished, supposed, negated or merely possible.

The judgement is a penalty on the confidence: ``0.0`` for a plain fact, a negative number where the telling is only
presupposed (*the attacks must stop*), and ``None`` where nothing is told to have happened (*calls for the release of*).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demandgraph.extract.event_moods import BARE, is_inverted, is_subjunctive

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Verbs under which an action is wished, asked, planned or feared, not told.
WISHES = frozenset(
    """ask beg urge call demand request require insist implore appeal press push invite encourage recommend propose
    suggest advise advocate order instruct direct command want wish hope expect intend plan aim seek try attempt
    strive need prefer desire agree refuse decline fail threaten fear worry risk consider contemplate promise pledge vow
    offer decide commit undertake prepare allow permit enable let help oblige compel authorise authorize empower mandate
    entitle warrant deserve prevent avoid avert prohibit forbid ban stop end halt cease combat counter fight eliminate
    eradicate abolish oppose resist reject ensure guarantee promote facilitate foster strengthen support protect
    safeguard deter discourage hinder doubt question wonder suppose imagine pretend should must ought dare
    deny persuade convince aspire deserve wait delay postpone continue resume lift""".split()
) - {"support", "continue", "resume", "order", "oppose", "reject", "fight", "question", "help", "compel"}
# Verbs that a "to"-infinitive below them makes a fact: it was done.
IMPLICATIVE = frozenset(
    "begin start continue manage proceed come go happen force compel lead cause help use oblige".split()
)
SCHEDULED = frozenset("set due scheduled slated expected planned bound poised".split())
"""Words that an infinitive below them makes a scheduled event: *the licence is set to expire in May*."""
EFFORTS = frozenset("work act strive proud ready committed determined pleased prepared".split())
WISH_NOUNS = frozenset(
    """call demand request appeal need risk threat prevention end cessation halt possibility prospect plan proposal fear
    right protection freedom prohibition elimination eradication abolition likelihood danger necessity obligation
    intention readiness willingness refusal failure absence lack idea hope wish importance goal aim purpose objective
    use accession preparation combat termination possibility suspicion definition concept importance topic issue struggle fight campaign effort insistence pressure
    opportunity responsibility duty power law offence participation moratorium safety""".split()
) - {"use", "law", "participation", "issue", "topic"}
# Nouns whose infinitive was carried out or set going: "its decision to ban the union".
ORDERS = frozenset("order decision action move step ruling decree initiative".split())
UNREAL = frozenset(
    """any no every each potential possible future further alleged hypothetical proposed planned additional
    unlikely impending eventual such another more""".split()
) - {"such", "another", "planned", "more"}
CONDITIONS = frozenset("if unless until till whether lest once before provided".split())
UNREAL_MODALS = frozenset("must should may might could would can ca cannot shall ought need 'd".split())
FUTURE = frozenset({"will", "'ll", "wo"})


TALKED = frozenset({"talk", "think", "dream", "speculate", "joke"})
"""Verbs behind whose *about* nothing has been done: *talked about pulling out*."""
NOBODY = frozenset({"none", "nobody", "nothing", "neither"})
"""Subjects that deny their verb: *none of the editors was freed*."""
LIGHT = frozenset("have make stage give take attend mount issue".split())
"""Verbs whose bare object is no more a fact than they are."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event is told: the penalty, and whether it is still to come."""

    penalty: float
    future: bool = False
    general: bool = False
    """Told in the simple present, as a habit or standing fact."""
    effort: bool = False
    """Told as what somebody works, stands ready or is proud to do: enough for support, not for deeds."""


FACT = Telling(0.0)
POSITIONS = frozenset(
    "condemn reaffirm reiterate denounce deplore protest express support welcome commend thank honour honor".split()
)
"""Verbs that take a position: as the purpose of a gathering they tell what it did."""
HEDGES = frozenset("like wish want let allow permit desire".split())
"""Verbs behind which a speaker does what the infinitive says: *I would like to thank the crew*, *let me commend them*."""
PERFORMED = POSITIONS | frozenset(
    """congratulate salute applaud praise appreciate acknowledge recognise recognize extend convey pay offer
    criticise criticize reject""".split()
)
"""Verbs that are done by saying so."""
HOLDING = frozenset(
    """hold conduct convene organise organize resume start begin open launch carry initiate schedule publish release
    issue produce submit""".split()
)
"""Verbs that bring an event about: what they hold, unless they are a fact, has not happened."""


def told(token: Token) -> Telling | None:
    """How the event of a trigger is told, ``None`` if not as something that happens, happened or is scheduled."""
    return None if is_question(token.sent) else told_by_words(token)


def is_question(sentence: Span) -> bool:
    """Whether a sentence ends in a question mark, be it inside a bracket or quotation."""
    last = sentence.end
    return any(sentence.doc[i].text == "?" for i in range(max(0, last - 2), last))


def told_by_words(token: Token) -> Telling | None:
    """The same as :func:`told` for a token of a sentence that is known to be no question."""
    if token.pos_ == "ADJ" and token.dep_ == "acomp":
        return _verb(token.head)
    return _verb(token) if token.pos_ in {"VERB", "AUX"} else _noun(token)


def is_hedged(verb: Token) -> bool:
    """Whether an infinitive is done by its politeness: *the crew wishes to thank*, *allow me to express*."""
    head = verb.head
    if verb.lemma_.lower() in PERFORMED and is_begged(verb):
        return True
    if verb.lemma_.lower() not in PERFORMED or head.lemma_.lower() not in HEDGES or verb.tag_ != "VB":
        return False
    if any(c.dep_ == "neg" for v in (verb, head) for c in v.children):
        return False
    lemma = head.lemma_.lower()
    if lemma == "like":
        return any(c.lower_ in {"would", "should", "'d", "’d"} for c in head.children)
    first = {c.lower_ for v in (verb, head) for c in v.children if c.dep_ in {"nsubj", "dobj", "dative"}}
    if lemma in {"let", "allow", "permit"}:
        return bool(first & {"me", "us"})
    return lemma == "wish" or bool(first & {"i", "we"})


def is_begged(verb: Token) -> bool:
    """Whether a speaker asks leave to do what the verb says, and so does it: *may I express my sympathy*."""
    leave = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "may"), None)
    return leave is not None and any(
        c.dep_ == "nsubj" and c.lower_ in {"i", "we"} and leave.i < c.i for c in verb.children
    )


def is_gathering(verb: Token) -> bool:
    """Whether a clause says that people have come together: what for is what they then say (*met to condemn*)."""
    here = verb.lemma_.lower() == "be" and any(c.lower_ == "here" for c in verb.children)
    return here or verb.lemma_.lower() in {"meet", "gather", "convene", "assemble", "come", "rally"}


def is_refused(verb: Token) -> bool:
    """Whether somebody was told not to do something: *they were not allowed to enter* forbids, it does not deny."""
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    modal = any(c.tag_ == "MD" for c in verb.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    return verb.lemma_.lower() in {"allow", "permit"} and passive and negated and not modal


def _verb(verb: Token, depth: int = 0) -> Telling | None:
    if depth > 8:
        return FACT
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    negated = any(c.dep_ == "neg" or c.lower_ in {"never", "neither", "nor", "hardly"} for c in verb.children)
    if negated and not is_refused(verb):
        return None
    for subject in verb.children:
        if subject.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        if subject.lower_ in NOBODY or any(c.lower_ in {"no", "neither"} for c in subject.children):
            return None
    if any(c.lower_ in UNREAL_MODALS and c.tag_ == "MD" for c in auxiliaries):
        return None
    future = any(c.lower_ in FUTURE for c in auxiliaries)
    head, label = verb.head, verb.dep_
    if is_hedged(verb):
        return Telling(0.0, general=True)
    if is_subjunctive(verb, auxiliaries) or is_inverted(verb, auxiliaries):
        return None
    if any(c.lower_ in CONDITIONS and c.dep_ in {"mark", "advmod"} for v in (verb, *auxiliaries) for c in v.children):
        return None
    if any(c.lower_ == "to" and c.tag_ == "TO" for c in auxiliaries):
        if label in {"xcomp", "ccomp"} and head.lemma_.lower() in IMPLICATIVE:
            above = _verb(head, depth + 1)
            return above and replace(above, effort=above.effort or above.future)
        if label in {"advcl", "xcomp"} and verb.lemma_.lower() in POSITIONS and is_gathering(head):
            return _verb(head, depth + 1)
        if head.lemma_.lower() in EFFORTS and label in {"xcomp", "advcl", "ccomp", "acl"}:
            above = _verb(head.head if head.pos_ == "ADJ" else head, depth + 1)
            return above and Telling(above.penalty, above.future, effort=True)
        if label in {"xcomp", "ccomp", "advcl"} and head.lower_ in SCHEDULED:
            above = _verb(head.head if head.pos_ == "ADJ" else head, depth + 1)
            return above and replace(above, future=True, general=False)
        if label == "acl" and head.lemma_.lower() in ORDERS:
            return _weaker(_noun(head, depth + 1), 0.1)
        return None
    if verb.tag_ == "VB" and not auxiliaries and not any(c.dep_ == "nsubj" for c in verb.children):
        if label == "conj" and head.pos_ in {"VERB", "AUX"}:
            return _verb(head, depth + 1)
        if label in {"xcomp", "ccomp"} and head.lemma_.lower() in BARE:
            return _verb(head, depth + 1)
        return None  # an imperative
    if label == "conj" and head.pos_ in {"VERB", "AUX"} and not auxiliaries:
        if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) and verb.tag_ != "VB":
            return _own(verb, future)
        if verb.tag_ == "VBP" and any(c.tag_ in {"TO", "MD"} for c in head.children):
            return _verb(head, depth + 1)
        return (
            _verb(head, depth + 1)
            if verb.tag_ == head.tag_ or verb.tag_ in {"VBG", "VBN", "VB"}
            else _own(verb, future)
        )
    fronted = label == "ccomp" and verb.i < head.i and any(c.dep_ == "nsubj" for c in verb.children)
    if label in {"ccomp", "xcomp"} and head.pos_ in {"VERB", "AUX"} and head.lemma_.lower() in WISHES and not fronted:
        return None
    if label in {"xcomp", "ccomp"} and not auxiliaries and verb.tag_ in {"VBG", "VBN"} and head.pos_ in {"VERB", "AUX"}:
        return _verb(head, depth + 1)
    if verb.tag_ == "VBG" and not auxiliaries:
        if label in {"pcomp", "prep"}:
            if head.lower_ == "without":
                return None
            governor = head.head
            if governor.lemma_.lower() in WISHES | WISH_NOUNS | TALKED:
                return None
            return _weaker(
                _verb(governor, depth + 1) if governor.pos_ in {"VERB", "AUX"} else _noun(governor, depth + 1), 0.1
            )
        if label == "advcl" and head.pos_ in {"VERB", "AUX"}:
            return _verb(head, depth + 1)
        if label == "acl":
            return _noun(head, depth + 1)
        if label in {"csubj", "dobj", "pobj", "nsubj"}:
            return None
    if label in {"relcl", "acl"} and any(c.lower_ in UNREAL for c in head.children):
        return None
    if label == "relcl" and head.lower_ in {"those", "anyone", "all", "everyone", "whoever"}:
        return _weaker(_own(verb, future), 0.15)
    return _own(verb, future)


def _own(verb: Token, future: bool) -> Telling:
    general = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ == "aux" for c in verb.children)
    passive = any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return Telling(0.0, future, general or (passive and not any(c.dep_ == "aux" for c in verb.children)))


def _noun(noun: Token, depth: int = 0) -> Telling | None:
    if any(c.lower_ in UNREAL and c.dep_ in {"det", "amod"} for c in noun.children):
        return None
    presupposed = Telling(
        -0.05 if any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in noun.children) else -0.25
    )
    current = noun
    nouns = 0
    for _ in range(12):
        head = current.head
        if head.i == current.i:
            return FACT
        label = current.dep_
        if head.pos_ in {"VERB", "AUX"}:
            if label in {"nsubjpass", "nsubj", "advmod", "npadvmod"}:
                above = _verb(head, depth + 1) if depth < 8 else FACT
                held = head.lemma_.lower() in HOLDING | {"take", "happen", "occur"}
                return above if above is not None or held else presupposed
            lemma = head.lemma_.lower()
            if (
                lemma in WISHES
                and nouns < 2
                and (label in {"dobj", "dative", "oprd", "attr", "xcomp"} or (label == "prep" and lemma in _WITH_PREP))
            ):
                return None
            if head.lower_ == "according":
                return FACT
            above = _verb(head, depth + 1) if depth < 8 else FACT
            if (
                above is None
                and label in {"dobj", "conj"}
                and (lemma in HOLDING or (lemma in LIGHT and _is_bare(current)))
            ):
                return None
            return above if above is not None else presupposed
        if label in {"prep", "agent"} and current.lower_ in {"without", "unless"}:
            return None
        if head.pos_ in {"NOUN", "PROPN"} and label in {"prep", "acl", "compound", "poss"}:
            nouns += 1
            if nouns == 1 and head.lemma_.lower() in WISH_NOUNS and label != "poss":
                return None
            if nouns == 1 and any(c.lower_ in UNREAL and c.dep_ in {"det", "amod"} for c in head.children):
                return None
        current = head
    return FACT


def _is_bare(noun: Token) -> bool:
    """Whether nothing says which one is meant: what somebody needs *to have meetings* or *a talk* has not happened."""
    return not any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in noun.children)


_WITH_PREP = frozenset(
    {"call", "appeal", "press", "push", "insist", "protect", "prevent", "prepare", "plan", "ask", "aim"}
)


def _weaker(telling: Telling | None, by: float) -> Telling | None:
    return telling and replace(telling, penalty=telling.penalty - by)
