"""What word classes need before they count: each condition of the lexicon by its name.

Conditions that look at words are in :mod:`event_conditions` and :mod:`event_subjects`, those that look at the shape of the
clause in :mod:`event_clauses`; those here look at what the mention has: participants, date, place, and the words that were
said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from demandgraph.extract import event_clauses as clauses
from demandgraph.extract import event_conditions as words_of
from demandgraph.extract import event_judging as judging
from demandgraph.extract import event_subjects as subjects_of
from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_conditions import Words
from demandgraph.extract.event_lexicon import COURTS
from demandgraph.extract.event_words import is_collective, is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention
    from demandgraph.extract.event_roles import Roles

Condition = Callable[["Mention", "Roles", Words], bool]
SPOKEN_OBJECTS = frozenset("concern readiness hope position view".split())
ABOUT = frozenset("of about on against".split())


def meets(need: str, mention: Mention, roles: Roles) -> bool:
    """Whether a mention has what its word class needs (see :mod:`event_lexicon`)."""
    name, _, value = need.partition(":")
    return NEEDS[name](mention, roles, frozenset(value.split("/")) if value else frozenset())


def is_lexical(need: str) -> bool:
    """Whether a condition looks at words only, so that it can be asked before participants and dates are looked for."""
    return need.partition(":")[0] in LEXICAL


def party(mention: Mention, roles: Roles, words: Words) -> bool:
    return bool(mention.agents or mention.recipients)


def agent(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody acts: an actor that the cast knows, or at least a subject that can be somebody."""
    if mention.agents:
        return True
    verbal = mention.trigger.pos == "V"
    heads = (
        [] if verbal and syntax.is_passive(mention.word) else syntax.subjects(mention.word) if verbal else mention.heads
    )
    return any(is_somebody(t) for t in heads)


def is_somebody(noun: Token) -> bool:
    """Whether a noun can denote somebody, known or not."""
    if noun.ent_type_ in {"DATE", "TIME", "LAW", "EVENT"}:
        return False
    return noun.pos_ == "PROPN" or is_collective(noun)


def recipient(mention: Mention, roles: Roles, words: Words) -> bool:
    return bool(mention.recipients)


def personal(mention: Mention, roles: Roles, words: Words) -> bool:
    return any(roles.is_personal(a) for a in mention.agents)


def several(mention: Mention, roles: Roles, words: Words) -> bool:
    """Two or more act together: *the envoy and the minister*, *both sides*."""
    heads = syntax.subjects(mention.word)
    many = any(syntax.children(h, "conj") or h.lower_ in {"they", "both", "sides", "parties"} for h in heads)
    return len(mention.agents) > 1 or (many and bool(mention.agents or mention.recipients))


def body(mention: Mention, roles: Roles, words: Words) -> bool:
    return any(roles.kind_of(a) == "Institution" for a in mention.agents)


def body_subject(mention: Mention, roles: Roles, words: Words) -> bool:
    """The speaker is no person: bodies report, persons say."""
    return not any(roles.is_personal(a) for a in mention.agents)


def public(mention: Mention, roles: Roles, words: Words) -> bool:
    """A state or public body acts, or the words are of criminal law: no inquiry by a newspaper or a firm."""
    return any(roles.kind_of(a) in {"Country", "Institution"} for a in mention.agents) or any(
        t.lower_ in COURTS | {"criminal", "police", "prosecutors"} for t in (*mention.word.subtree, *mention.heads)
    )


def speaker(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody who says rather than reports: a person, a state, an organisation; a body without figures."""
    kinds = {roles.kind_of(a) for a in mention.agents}
    reporting = bool(kinds) and kinds <= {"Institution", "Organization"}
    return not reporting or not any(t.like_num and t.ent_type_ != "DATE" for t in mention.sentence.span)


def treasury(mention: Mention, roles: Roles, words: Words) -> bool:
    """One who imposes sanctions acts, and nobody is appointed *as* something."""
    verb = mention.word
    heads = syntax.by_agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)
    imposing = any(t.lower_ in SANCTIONING for h in heads for t in syntax.np_span(h))
    return imposing and not any(c.lower_ in {"as", "to"} or c.dep_ in {"oprd", "xcomp"} for c in verb.children)


SANCTIONING = frozenset("treasury ofac sanctions".split())


def other(mention: Mention, roles: Roles, words: Words) -> bool:
    """Not the document's own voice: what *we* or the adopting body asks is a demand; a named asker is told of."""
    if set(mention.agents) & set(roles.cast.adopter) or mention.kind != "paragraph":
        return False
    if not set(mention.agents) & set(roles.cast.author):
        return not mention.telling.general
    subjects = syntax.subjects(mention.word) if mention.trigger.pos == "V" else []
    return mention.occasion and any(s.pos_ == "PROPN" for s in subjects)


def narrated(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody is told of by name or office, the document's own author as well: *the President stressed*, not *we stress*."""
    if set(mention.agents) & set(roles.cast.adopter) or mention.kind != "paragraph" or mention.telling.general:
        return False
    named = any(s.pos_ in {"NOUN", "PROPN"} for s in syntax.subjects(mention.word))
    return named or not set(mention.agents) & set(roles.cast.author)


def dated(mention: Mention, roles: Roles, words: Words) -> bool:
    return mention.date is not None


def act_date(mention: Mention, roles: Roles, words: Words) -> bool:
    """A past act with its body and date: *Assembly resolution 12/3 of 5 March 2003*."""
    return mention.date is not None and bool(mention.agents) and mention.verb is None


def fixed(mention: Mention, roles: Roles, words: Words) -> bool:
    """A date, or somebody who acts, with a place, a number or somebody else."""
    beside = mention.place or mention.number or (mention.agents and mention.recipients)
    reviewed = mention.trigger.type == "Review" and mention.recipients and mention.place
    return mention.date is not None or mention.occasion or bool((mention.agents and beside) or reviewed)


def fixed_subject(mention: Mention, roles: Roles, words: Words) -> bool:
    """An occurrence with a date whose subject is no actor (*the outbreak*)."""
    return mention.date is not None and any(s.pos_ == "NOUN" for s in syntax.subjects(mention.word))


def anchored(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody, some time or some place ties it down."""
    return mention.occasion or bool(mention.agents or mention.recipients or mention.date or mention.place)


def tied(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody, a date or a number ties it down; a place alone does not."""
    return mention.occasion or bool(mention.agents or mention.recipients or mention.date or mention.number)


def sited(mention: Mention, roles: Roles, words: Words) -> bool:
    """A place says where."""
    return mention.place is not None


def done(mention: Mention, roles: Roles, words: Words) -> bool:
    """Told as done or going on, not as a habit or a plan."""
    return not mention.telling.general and not mention.telling.future


def performed(mention: Mention, roles: Roles, words: Words) -> bool:
    """A clause that does what it says: *The Water Council decides to extend the period*."""
    return mention.word.tag_ in {"VBZ", "VBP"}


def voiced(mention: Mention, roles: Roles, words: Words) -> bool:
    """The document itself judges, in running text: the standing law of a resolution's clauses is no judgement on a deed."""
    return mention.kind == "paragraph" and not mention.telling.future and not roles.cast.adopter


def occasioned(mention: Mention, roles: Roles, words: Words) -> bool:
    """A date, an occasion, or a verb that says that a noun's event took place."""
    return mention.date is not None or mention.occasion or (mention.trigger.pos == "N" and mention.verb is not None)


def held(mention: Mention, roles: Roles, words: Words) -> bool:
    """A light verb says that it took place, or was scheduled."""
    return mention.verb is not None and anchored(mention, roles, words)


def staged(mention: Mention, roles: Roles, words: Words) -> bool:
    """A light verb says that somebody held it, known or not."""
    return mention.verb is not None and (anchored(mention, roles, words) or any(is_somebody(h) for h in mention.heads))


def stood(mention: Mention, roles: Roles, words: Words) -> bool:
    """A noun that is itself the object of a light verb, or carries its maker."""
    return mention.verb is not None or bool(mention.agents)


def definite(mention: Mention, roles: Roles, words: Words) -> bool:
    """One certain event: with a date, a place, a party, or a name that tells which."""
    telling = any(
        c.ent_type_ in {"GPE", "NORP", "ORG", "DATE"} or c.lower_ in {"presidential", "parliamentary"}
        for c in syntax.children(mention.word, "amod", "compound")
    )
    pointed = mention.trigger.type == "Election" and any(c.lower_ in {"this", "these"} for c in mention.word.children)
    return (telling and is_definite(mention.word)) or pointed or anchored(mention, roles, words)


def said(mention: Mention, roles: Roles, words: Words) -> bool:
    """A clause, quotation or colon says what was said."""
    verb = mention.word
    clauses_below = syntax.children(verb, "ccomp", "xcomp")
    if syntax.is_passive(verb) and not clauses_below and all(s.lower_ != "it" for s in syntax.subjects(verb)):
        return False  # "the list was elaborated": a thing is made, nothing is said
    if any(c.tag_ != "VB" or syntax.children(c, "nsubj", "nsubjpass") for c in clauses_below):
        return True
    text = roles.parsed.text[mention.sentence.begin : mention.sentence.end + 3]
    if any(q in text for q in '"“”«»') or ":" in text[roles.parsed.end(verb) - mention.sentence.begin :][:40]:
        return True
    if text.rstrip().endswith((",", ":")):  # the quotation is the next paragraph
        return True
    about = any(
        c.dep_ == "prep" and c.lower_ in ABOUT and not any(o.ent_type_ in {"DATE", "TIME"} for o in c.children)
        for c in verb.children
    )
    doing = any(c.dep_ == "prep" and syntax.children(c, "pcomp") for c in verb.children)  # "admitted to closing it"
    quoting = verb.dep_ in {"ccomp", "parataxis"} and not syntax.children(verb, "mark")
    return about or doing or quoting or any(o.lemma_.lower() in SPOKEN_OBJECTS for o in mention.objects)


def claims(mention: Mention, roles: Roles, words: Words) -> bool:
    """A clause says what was found."""
    verb = mention.word
    about = any(c.dep_ == "prep" and c.lower_ in {"on", "about"} for c in verb.children)
    aside = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children)  # "as the board reported in May, …"
    return about or aside or verb.dep_ in {"ccomp", "parataxis"} or bool(syntax.children(verb, "ccomp"))


def stated(mention: Mention, roles: Roles, words: Words) -> bool:
    """A thing is announced by somebody (*the minister announced a new policy*)."""
    heads = mention.objects
    by_somebody = any(s.pos_ == "PRON" or is_somebody(s) for s in syntax.subjects(mention.word))
    announced = bool(heads) and heads[0].pos_ in {"NOUN", "PROPN"}
    return announced and by_somebody and bool(mention.agents) and clauses.main(mention, roles, words)


def quoted(mention: Mention, roles: Roles, words: Words) -> bool:
    text = roles.parsed.text[mention.sentence.begin : mention.sentence.end + 2]
    return any(q in text for q in '"“”')


NEEDS: dict[str, Condition] = {
    "party": party, "agent": agent, "recipient": recipient, "personal": personal, "body": body, "bodysubj": body_subject,
    "several": several, "narrated": narrated, "public": public, "speaker": speaker, "other": other, "treasury": treasury, "dated": dated, "actdate": act_date, "fixed": fixed,
    "fixedsubj": fixed_subject, "anchored": anchored, "tied": tied, "occasioned": occasioned, "held": held,
    "object": stood, "definite": definite, "said": said, "claims": claims, "stated": stated, "quoted": quoted,
    "act": words_of.act, "document": words_of.document, "ofreport": words_of.of_report, "ofact": words_of.of_act,
    "ofbody": words_of.of_body, "person": words_of.person, "with": words_of.with_word, "not": words_of.not_to,
    "below": words_of.below, "below-to": clauses.below_to, "intr": clauses.intransitive, "main": clauses.main,
    "bysubj": words_of.subject_is, "copula": words_of.copula, "court": subjects_of.court,
    "courtsubj": subjects_of.court_subject, "courtagent": subjects_of.court_agent, "police": subjects_of.police,
    "heading": words_of.heading, "opener": words_of.opener, "namedmeeting": words_of.named_meeting,
    "spoken": words_of.spoken, "no-closing": words_of.no_closing,
    "staged": staged, "thing": words_of.thing, "infinitive": clauses.infinitive, "crowd": subjects_of.crowd, "telephone": words_of.telephone,
    "reported": words_of.reported, "predicate": subjects_of.predicate, "press": words_of.press, "deed": subjects_of.deed, "purpose": clauses.purpose, "civil": subjects_of.civil, "attribute": subjects_of.attribute, "assembly": subjects_of.assembly, "sited": sited, "voiced": voiced, "performed": performed, "done": done, "transitive": words_of.transitive, "refused": clauses.refused, "passive": clauses.passive, "active": clauses.active, "unarmed": clauses.unarmed, "unnatural": clauses.unnatural, "phrasal": clauses.phrasal, "topical": clauses.topical, "untargeted": clauses.untargeted, "retained": clauses.retained, "named": words_of.named, "crime": words_of.crime, "damning": judging.damning, "judgedsaid": judging.reported, "cosponsored": judging.cosponsored, "ofwords": judging.of_words, "saidthat": judging.said_that, "counted": judging.counted, "unread": judging.unread, "regretted": judging.regretted, "stately": judging.stately, "givable": judging.givable, "ended": judging.ended, "wrongdoing": judging.wrongdoing, "owned": judging.owned, "judgedobject": judging.judged_object, "withsomebody": judging.with_somebody, "standing": words_of.standing, "doing": words_of.doing, "doers": words_of.doers, "victim": words_of.victim, "objectis": words_of.object_is, "state": words_of.state, "human": words_of.human,
}  # fmt: skip
LEXICAL = frozenset(
    """with not below below-to intr main bysubj copula court courtsubj courtagent police opener namedmeeting spoken act
    document ofreport ofbody no-closing predicate press deed purpose attribute assembly infinitive crowd telephone thing transitive refused passive active unarmed unnatural phrasal topical untargeted retained named standing doing objectis""".split()
)
