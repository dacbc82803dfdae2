"""Finds acts of asking whose trigger is a noun of the frame table (*its call for a truce*, *the need to disarm*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_chains import chained
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch, is_finite, noun_phrase, skip, subject_of
from demandgraph.extract.demand_impersonal import RISING
from demandgraph.extract.demand_nominals import Match, agentive
from demandgraph.extract.demand_phrases import object_span
from demandgraph.extract.demand_slots import match_slot
from demandgraph.extract.demand_verbs import AMID, FORMS, acts_as_verb, listed_noun
from demandgraph.extract.frames import NOUNS, VERBS, Frame, rule_name

if TYPE_CHECKING:
    from spacy.tokens import Token


NOUN_FORMS: dict[str, str] = {n: n for n in NOUNS} | {
    (n[:-1] + "ies" if n.endswith("cy") or n.endswith("ty") else n + "s"): n for n in NOUNS
}


# Light verbs that lend their subject to a noun of asking: "reiterated its call", "expressed the need".
SUPPORT = frozenset(
    """reiterate repeat renew make issue back support echo join endorse launch voice express state stress emphasize
    emphasise underline underscore recall recognize recognise acknowledge note highlight reaffirm affirm raise have
    submit present send address direct extend add contain include see share advance lodge sign transmit deliver restate
    insist press put maintain feel publish formulate""".split()
)


BACKING = frozenset(
    "support back welcome heed answer repeat echo amplify hear receive reject oppose ignore second".split()
)


BARE_NOUNS = frozenset({"need", "importance", "necessity", "urgency", "imperative"})


FACING = frozenset("face resist ignore defy dismiss reject receive heed meet shun".split())
"""Verbs whose subject is asked by the calls that are their object (*faces calls to resign*)."""


STATEMENTS = frozenset(
    """reiterate repeat stress emphasize emphasise underline underscore recall highlight reaffirm affirm express state
    recognize recognise insist note acknowledge support agree see point draw""".split()
)


def noun_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking whose trigger is a noun (*its call for a truce*, *the need to reform the police*)."""
    doc = st.doc
    for i in range(st.start, st.end):
        lemma = NOUN_FORMS.get(doc[i].lower_)
        if lemma is None or doc[i].dep_ == "compound":
            continue
        object_of = i > st.start and doc[i - 1].lemma_.lower() in SUPPORT | BACKING and doc[i].lower_.endswith("s")
        if doc[i].pos_ not in {"NOUN", "PROPN"} and not object_of and not listed_noun(doc[i]):
            continue
        if (listed := _include(st, i, NOUNS[lemma])) is not None:
            yield listed
            continue
        if (
            not object_of
            and doc[i].lower_ in FORMS
            and acts_as_verb(st, i, FORMS[doc[i].lower_][1], VERBS[FORMS[doc[i].lower_][0]])
        ):
            continue
        if lemma in BARE_NOUNS and not _stated(doc[i]):
            continue
        frame = NOUNS[lemma]
        if doc[i].lower_ == "demand" and not any(c.dep_ in {"det", "poss", "amod"} for c in doc[i].lefts):
            continue  # demand for bread fell
        if (opened := _open_noun(st, i, frame)) is not None:
            yield opened
            continue
        for slot in frame.slots:
            match = match_slot(st, i, slot, st.end)
            if match is None:
                continue
            if slot == "for" and lemma == "need" and st.doc[match.content].pos_ == "PROPN":
                continue
            ask = _noun_ask(st, i, frame, slot, match)
            if slot == "for-N-to" and ask.content[1] - ask.content[0] < 2 and frame.lemma in PUT_FORWARD:
                break  # recommendations for the makers to adopt
            yield from chained(st, ask if slot != "for" else _callers(st, ask))
            break
        else:
            if (match := _that_behind(st, i, frame)) is not None:
                yield _noun_ask(st, i, frame, "that", match)


PUT_FORWARD = frozenset({"recommendation", "proposal", "suggestion", "request", "demand"})
"""What is itself taken up, followed or met."""


def _callers(st: Stretch, ask: Ask) -> Ask:
    """*Calls for clemency from rights groups*: who calls stands behind what is called for."""
    if ask.kind != "noun" or st.doc[ask.trigger].lower_ not in {"calls", "appeals", "pleas", "demands", "requests"}:
        return ask
    noun = st.doc[ask.trigger]
    if any(c.dep_ == "poss" for c in noun.lefts) or (
        ask.issuer is not None and noun.i < ask.issuer[0] < ask.content[0]
    ):
        return ask
    for k in range(ask.content[0] + 1, min(ask.content[1] - 1, ask.content[0] + 8)):
        held = object_span(st.doc[k]) if st.doc[k].lower_ == "from" else None
        if held is not None and agentive(st, *held):
            return replace(ask, issuer=held, content=(ask.content[0], k))
    return ask


def _that_behind(st: Stretch, i: int, frame: Frame) -> Match | None:
    """*The recommendation of the Board that the dam be repaired*: the clause stands behind who asks."""
    if "that" not in frame.slots or i + 3 >= st.end or st.doc[i + 1].lower_ not in {"of", "by", "from"}:
        return None
    held = object_span(st.doc[i + 1])
    for k in range(i + 3, min(st.end - 1, i + FARTHEST_THAT, held[1] + 1 if held is not None else i)):
        if st.doc[k].lower_ == "that":
            return Match(None, k + 1, "clause") if st.doc[k].tag_ == "IN" or st.doc[k].dep_ == "mark" else None
    return None


FARTHEST_THAT = 18
"""Tokens behind a noun of asking within which its clause begins."""


def _include(st: Stretch, i: int, frame: Frame) -> Ask | None:
    """*Its recommendations include banning …*, *several demands, including a truce and …*."""
    doc = st.doc
    if frame.lemma in BARE_NOUNS or not doc[i].lower_.endswith("s"):
        return None
    k = skip(doc, i + 1, st.end)
    if k < st.end and doc[k].text == ",":
        k += 1
    if k + 1 < st.end and doc[k + 1].lemma_.lower() in RISING:
        return None  # calls are growing for …
    if k >= st.end or doc[k].lower_ not in {"include", "includes", "included", "are", "were", "including"}:
        return None
    start = skip(doc, k + 1, st.end)
    while start < st.end and doc[start].lower_ in {"to", "that", "for", ":"}:
        start += 1
    if start >= st.end or (doc[start].tag_ in {"VBN", "JJ"} and doc[k].lower_ in {"are", "were"}):
        return None
    kind = "gerund" if doc[start].tag_ == "VBG" else "infinitive" if doc[start].tag_ == "VB" else "noun"
    issuer = next(((c.left_edge.i, c.i + 1) for c in doc[i].lefts if c.dep_ == "poss"), None)
    if (
        issuer is None
        and (verb := doc[i].head).pos_ == "VERB"
        and doc[i].dep_ == "dobj"
        and (subject := subject_of(verb)) is not None
    ):
        issuer = noun_phrase(subject)
    end = content_end(doc, start, st.end, k, st.start, own=True)
    rule = f"rules/demand/noun-{frame.lemma}-include"
    return Ask(rule, frame.force, 0.7, i, issuer[0] if issuer else i, (start, end), kind, issuer)


def _open_noun(st: Stretch, i: int, frame: Frame) -> Ask | None:
    """A noun of asking whose content is the list that follows: *its call on governments to:*, *the need for:*."""
    doc = st.doc
    last = st.end
    while last > i + 1 and (doc[last - 1].is_space or doc[last - 1].text in {":", "-", "—", "–", "--"}):
        last -= 1
    if last == st.end or last <= i + 1 or doc[last - 1].lower_ not in {"to", "for", "that"} or last - i > 40:
        return None
    if any(is_finite(t) for t in doc[i + 1 : last]):
        return None
    j = skip(doc, i + 1, last)
    addressee = (j + 1, last - 1) if doc[j].lower_ in {"on", "upon", "to", "for"} and last - 1 > j + 1 else None
    probe = _noun_ask(st, i, frame, "for", Match(None, st.end, "list"))
    return replace(
        probe, rule=f"rules/demand/noun-{frame.lemma}-list", content=(st.end, st.end), kind="list", addressee=addressee
    )


def _stated(noun: Token) -> bool:
    """Whether somebody states the need (*stressed the need for*), or it is said to be there (*there is a need to*)."""
    head = noun.head
    while head.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    if noun.dep_ == "conj":
        noun = head
        head = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr", "nsubj", "nsubjpass", "ROOT", "ccomp", "dep", "appos"}:
        lemma = head.lemma_.lower()
        return lemma in STATEMENTS or lemma in {"on", "about"} or (lemma == "be" and noun.dep_ == "attr")
    return False


def _noun_ask(st: Stretch, i: int, frame: Frame, slot: str, match: Match) -> Ask:
    noun = st.doc[i]
    end = content_end(st.doc, match.content, st.end, i, st.start) if match.content < st.end else st.end
    issuer: Span | None = None
    pronoun: Span | None = None
    clause = st.block.kind in {"operative", "preamble"}
    for child in noun.lefts:
        if child.dep_ == "poss" and child.pos_ == "PRON":
            pronoun = (child.i, child.i + 1)
        elif child.dep_ == "poss" or (child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN" and issuer is None):
            issuer = noun_phrase(child)  # the union's call, the Labour Watch call
    if issuer is None:
        for child in noun.rights:
            if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"} and child.i < match.content:
                held = next((c for c in child.children if c.dep_ == "pobj"), None)
                issuer = noun_phrase(held) if held is not None else None
    if issuer is None and not (clause and (pronoun is not None or frame.lemma in BARE_NOUNS)):
        head = noun.head
        while (
            head.dep_ in {"conj", "prep", "pobj"}
            and head.head.i != head.i
            and head.pos_ != "VERB"
            and head.lower_ not in AMID
        ):
            head = head.head
        if head.pos_ in {"VERB", "AUX"} and noun.dep_ not in {"nsubj", "nsubjpass"}:
            subject = subject_of(head)
            if subject is not None and subject.lower_ not in {"there", "it"} and not st.parsed.is_virtual(subject):
                issuer = noun_phrase(subject)
    issuer = issuer or (None if clause else pronoun)
    addressee = match.addressee
    if (
        slot == "for" and noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.i > match.content
    ):  # her appeal for calm was heard
        end = min([end, *(c.left_edge.i for c in noun.head.children if c.dep_ in {"aux", "auxpass"}), noun.head.i])
        end = max(end, match.content + 1)
    if addressee is None and noun.head.lemma_.lower() in FACING and noun.dep_ == "dobj":
        subject = subject_of(noun.head)
        faced = noun_phrase(subject) if subject is not None else None
        own = match.kind == "infinitive" or (match.kind == "clause" and st.doc[match.content].lower_ in {"it", "they"})
        if faced is not None and (own or (match.kind == "noun" and issuer == faced)):
            addressee = faced if own or agentive(st, *faced) else None
            issuer = None if issuer == faced else issuer
    if addressee is not None and noun.head.lemma_.lower() in FACING and noun.dep_ == "dobj" and issuer is not None:
        subject = subject_of(noun.head)  # "resisted calls for it to act": who resists has not called
        issuer = None if subject is not None and issuer == noun_phrase(subject) else issuer
    rule = rule_name(frame.lemma, slot).replace("/demand/", "/demand/noun-")
    return Ask(rule, frame.force, frame.certainty, i, i, (match.content, end), match.kind, issuer, addressee)
