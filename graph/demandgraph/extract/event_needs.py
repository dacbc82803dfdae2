"""The conditions that word classes of events make: each is a small predicate, named as in the lexicon."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_lexicon import ACTS, COURTS, DOCUMENTS, PARTITIVES, POLICE
from demandgraph.extract.figure_units import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention, Reader

Words = frozenset[str]
PEOPLE = frozenset("PERSON NORP".split())


def _party(mention: Mention, reader: Reader, words: Words) -> bool:
    return bool(mention.agents or mention.recipients)


def _agent(mention: Mention, reader: Reader, words: Words) -> bool:
    return bool(mention.agents)


def _recipient(mention: Mention, reader: Reader, words: Words) -> bool:
    return bool(mention.recipients)


def _dated(mention: Mention, reader: Reader, words: Words) -> bool:
    return mention.date is not None


def _fixed(mention: Mention, reader: Reader, words: Words) -> bool:
    return mention.date is not None or mention.occasion or bool(
        mention.agents and (mention.place or mention.number or mention.recipients)
    )


def _act(mention: Mention, reader: Reader, words: Words) -> bool:
    """The object is what is adopted; of *become law* it is the subject."""
    heads = mention.objects or syntax.subjects(mention.word)
    return any(is_act(t) for h in heads for t in syntax.conjuncts(h))


def is_act(noun: Token) -> bool:
    """Whether a noun is a resolution, law, appeal or a name of one (*the Water Act*)."""
    return noun.lemma_.lower() in ACTS or any(w in ACTS for w in noun.text.lower().split()) or noun.ent_type_ == "LAW"


def _ofact(mention: Mention, reader: Reader, words: Words) -> bool:
    of = syntax.noun_objects(mention.word, ("of",))
    return any(is_act(t) for t in of) and (mention.date is not None or bool(mention.agents))


def _actdate(mention: Mention, reader: Reader, words: Words) -> bool:
    """A past act with its number and date: *resolution 12/3 of 5 March 2003*."""
    return mention.date is not None and bool(mention.agents) and mention.verb is None


def _person(mention: Mention, reader: Reader, words: Words) -> bool:
    """The object is somebody: a person, people, or an actor that the document knows as one."""
    if mention.recipients and any(reader.is_personal(a) for a in mention.recipients):
        return True
    heads = mention.objects or [t for p in ("of",) for t in syntax.noun_objects(mention.word, (p,))]
    return any(
        is_person_noun(t.lemma_.lower(), t.text) or t.ent_type_ in PEOPLE or t.pos_ == "PRON" and t.lower_ not in {"it", "this", "that"}
        or t.pos_ == "NUM" or t.pos_ == "PROPN" and (t.ent_type_ in {"", "PERSON"} or mention.trigger.type == "Repression")
        for h in heads
        for t in syntax.conjuncts(h)
    )  # fmt: skip


def _with(mention: Mention, reader: Reader, words: Words) -> bool:
    """One of the words depends on the trigger: particle, preposition, object, complement."""
    verb = mention.word
    for c in verb.children:
        if c.dep_ in {"dobj", "nsubjpass"} and any(
            m.lower_ in words or m.lemma_.lower() in words for d in syntax.conjuncts(c) for m in syntax.measured(d, PARTITIVES)
        ):
            return True
        if c.lower_ in words or c.lemma_.lower() in words:
            return True
        if c.dep_ in {"dobj", "prep", "oprd", "ccomp", "nsubjpass", "acomp", "xcomp", "advcl", "dative", "attr"}:
            for d in syntax.conjuncts(c) if c.dep_ != "prep" else c.children:
                if d.lower_ in words or d.lemma_.lower() in words:
                    return True
                if c.dep_ in {"ccomp", "prep"} and any(e.lower_ in words for e in d.children if e.dep_ in {"acomp", "conj"}):
                    return True
    heads = logical(mention)
    return any(t.lower_ in words or t.lemma_.lower() in words for h in heads for t in syntax.conjuncts(h))


def logical(mention: Mention) -> list[Token]:
    """The logical objects of a verb mention."""
    return mention.objects if mention.trigger.pos == "V" else []


def _intransitive(mention: Mention, reader: Reader, words: Words) -> bool:
    return not syntax.children(mention.word, "dobj") and not syntax.is_passive(mention.word)


def _indicative(mention: Mention, reader: Reader, words: Words) -> bool:
    return not mention.telling.future and mention.word.tag_ != "VBG"


def _said(mention: Mention, reader: Reader, words: Words) -> bool:
    """A clause, quotation or colon says what was said."""
    verb = mention.word
    if any(c.dep_ in {"ccomp", "xcomp"} and c.tag_ != "VB" for c in verb.children):
        return True
    text = reader.parsed.text[mention.sentence.begin : mention.sentence.end + 3]
    if any(q in text for q in '"“”«»'):
        return True
    tail = text[reader.parsed.end(verb) - mention.sentence.begin :]
    if ":" in tail[:40]:
        return True
    return verb.dep_ == "ccomp" or verb.dep_ == "parataxis" or any(
        c.dep_ == "prep" and c.lower_ in {"of", "about", "on", "against"} for c in verb.children
    ) or any(o.lemma_.lower() in {"concern", "readiness", "hope", "position", "view"} for o in mention.objects)


def _quoted(mention: Mention, reader: Reader, words: Words) -> bool:
    text = reader.parsed.text[mention.sentence.begin : mention.sentence.end + 2]
    return any(q in text for q in '"“”')


def _spoken(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(
        c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in {"voice", "express", "state", "announce", "present", "take"}
        for c in mention.word.children
    )


def _held(mention: Mention, reader: Reader, words: Words) -> bool:
    """A light verb says that it took place, or was scheduled."""
    return mention.verb is not None and (
        bool(mention.agents or mention.recipients or mention.date or mention.place) or mention.occasion
    )


def _definite(mention: Mention, reader: Reader, words: Words) -> bool:
    """One certain event: with a date, a place or a party."""
    return bool(mention.date or mention.place or mention.agents or mention.recipients)


def _heading(mention: Mention, reader: Reader, words: Words) -> bool:
    """The head of a line without verb: a heading or list item such as *Condemnation of censorship*."""
    return mention.word.dep_ == "ROOT" and bool(mention.agents) and mention.kind in {"heading", "item", "paragraph", "title"}


def _opener(mention: Mention, reader: Reader, words: Words) -> bool:
    """The first word of a preambular clause, or a predicate."""
    first = next((t for t in mention.sentence.span if not reader.parsed.is_virtual(t)), None)
    return first is not None and first.i == mention.word.i or mention.word.dep_ == "acomp"


def _object(mention: Mention, reader: Reader, words: Words) -> bool:
    """A noun that is itself the object or subject of a light verb, or carries its maker."""
    return mention.verb is not None or bool(mention.agents)


def _court(mention: Mention, reader: Reader, words: Words) -> bool:
    """A court, prosecutor or police somewhere in the clause."""
    return any(t.lower_ in COURTS or t.lower_ in _LEGAL for t in mention.word.sent)


_LEGAL = frozenset("icc icj lawsuit criminal crimes charges complaint legal law case corruption indictment suit rights".split())


def _courtsubj(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(t.lower_ in COURTS for s in syntax.subjects(mention.word) for t in syntax.np_span(s))


def _courtagent(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(t.lower_ in COURTS for t in syntax.np_span(mention.word))


def _police(mention: Mention, reader: Reader, words: Words) -> bool:
    verb = mention.word
    heads = syntax.by_agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    return any(t.lower_ in POLICE for h in heads for t in syntax.np_span(h)) or any(
        c.dep_ == "prep" and c.lower_ == "by" and any(t.lower_ in POLICE for t in c.subtree) for c in verb.children
    )


def _below(mention: Mention, reader: Reader, words: Words) -> bool:
    """One of the words stands anywhere below the trigger."""
    return any(t.lemma_.lower() in words for t in mention.word.subtree)


def _anchored(mention: Mention, reader: Reader, words: Words) -> bool:
    """Somebody, some time or some place ties it down."""
    return bool(mention.agents or mention.recipients or mention.date or mention.place) or mention.occasion


def _speaker(mention: Mention, reader: Reader, words: Words) -> bool:
    """Somebody who says rather than reports: a person, a state, an organisation; of a body, no figures are given."""
    kinds = {reader.kind_of(a) for a in mention.agents}
    return kinds != {"Institution"} or not any(t.like_num for t in mention.sentence.span)


def _document(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(t.lemma_.lower() in DOCUMENTS | {"request", "demand"} for o in mention.objects for t in syntax.conjuncts(o))


def _occasioned(mention: Mention, reader: Reader, words: Words) -> bool:
    """A date, an occasion, or a verb that says it took place."""
    return mention.date is not None or mention.occasion or mention.verb is not None


def _other(mention: Mention, reader: Reader, words: Words) -> bool:
    """Not the document's own voice: what *we* or the adopting body asks is a demand; a named asker is told of."""
    if set(mention.agents) & set(reader.cast.adopter) or mention.kind != "paragraph":
        return False
    if not set(mention.agents) & set(reader.cast.author):
        return not mention.telling.general
    subjects = syntax.subjects(mention.word) if mention.trigger.pos == "V" else []
    return mention.occasion and any(s.pos_ == "PROPN" for s in subjects)


def _body(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(reader.kind_of(a) == "Institution" for a in mention.agents)


def _below_to(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(c.dep_ == "acl" and c.tag_ == "VB" for c in mention.word.children)


def _not(mention: Mention, reader: Reader, words: Words) -> bool:
    """None of the words depends on the trigger: *condemned to death* is no condemnation."""
    return not any(d.lower_ in words for c in mention.word.children if c.dep_ == "prep" and c.lower_ == "to" for d in c.children)


def _main(mention: Mention, reader: Reader, words: Words) -> bool:
    """A finite verb outside relative clauses."""
    return mention.word.dep_ not in {"relcl", "acl"} and mention.word.tag_ != "VBG"


def _public(mention: Mention, reader: Reader, words: Words) -> bool:
    """A state or public body acts, or the words are of criminal law: no inquiry by a newspaper or a firm."""
    return any(reader.kind_of(a) in {"Country", "Institution"} for a in mention.agents) or any(
        t.lower_ in COURTS | {"criminal", "police"} for t in mention.word.subtree
    )


def _personal(mention: Mention, reader: Reader, words: Words) -> bool:
    return any(reader.is_personal(a) for a in mention.agents)


def _bodysubj(mention: Mention, reader: Reader, words: Words) -> bool:
    """The speaker is no person: bodies report, persons say."""
    return not any(reader.is_personal(a) for a in mention.agents)


NEEDS: dict[str, Callable[[Mention, Reader, Words], bool]] = {
    "party": _party, "agent": _agent, "recipient": _recipient, "dated": _dated, "fixed": _fixed, "act": _act,
    "ofact": _ofact, "actdate": _actdate, "person": _person, "with": _with, "intr": _intransitive,
    "indicative": _indicative, "said": _said, "quoted": _quoted, "spoken": _spoken, "held": _held,
    "definite": _definite, "heading": _heading, "opener": _opener, "object": _object, "court": _court,
    "courtsubj": _courtsubj, "courtagent": _courtagent, "police": _police, "bodysubj": _bodysubj, "below": _below,
    "personal": _personal, "not": _not, "main": _main, "public": _public, "anchored": _anchored, "occasioned": _occasioned, "speaker": _speaker,
    "document": _document,
    "other": _other, "body": _body, "below-to": _below_to,
}  # fmt: skip
