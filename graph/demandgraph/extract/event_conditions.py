"""The conditions of word classes that look at words: what depends on the trigger, what its object or subject is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_clauses import is_dating
from demandgraph.extract.event_fact import told
from demandgraph.extract.event_lexicon import ACT_CODES, ACTS, DOCUMENTS, PARTITIVES, triggers
from demandgraph.extract.event_words import SITTINGS, is_definite
from demandgraph.extract.figure_units import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention
    from demandgraph.extract.event_roles import Roles

Words = frozenset[str]
DEEDS = frozenset({"Violence", "Repression", "Demonstration", "LegalAction", "Release"})
REPORTS = frozenset("report study findings survey index".split())
GOVERNED = frozenset("dobj prep oprd ccomp nsubjpass acomp xcomp advcl dative attr".split())


def is_act(noun: Token) -> bool:
    """Whether a noun is a resolution, law, appeal or a name of one (*the Water Act*)."""
    return noun.lemma_.lower() in ACTS or noun.ent_type_ == "LAW" or noun.lower_ in ACT_CODES


def objects_all(mention: Mention) -> list[Token]:
    """What the deed befalls, every coordinated one."""
    return [t for o in mention.objects for t in syntax.conjuncts(o)]


def act(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object is what is adopted; of *become law* it is the subject."""
    return any(is_act(t) for h in mention.objects or syntax.subjects(mention.word) for t in syntax.conjuncts(h))


def document(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object is a document of any kind."""
    return any(t.lemma_.lower() in DOCUMENTS | {"request", "demand"} for t in objects_all(mention))


def of_report(mention: Mention, roles: Roles, words: Words) -> bool:
    """*the publication of the report*."""
    return any(t.lemma_.lower() in REPORTS for t in syntax.noun_objects(mention.word, ("of",)))


def of_act(mention: Mention, roles: Roles, words: Words) -> bool:
    """*the adoption of the law*, by somebody or on a date, or of one with a name (*of the Water Act*)."""
    acts = [t for t in syntax.noun_objects(mention.word, ("of",)) if is_act(t)]
    named = any(t.pos_ == "PROPN" or syntax.children(t, "poss") for t in acts)
    return bool(acts) and (named or bool(mention.date or mention.agents))


def of_body(mention: Mention, roles: Roles, words: Words) -> bool:
    """*the creation of the Water Board*: of something with a name."""
    return any(t.pos_ == "PROPN" for t in syntax.noun_objects(mention.word, ("of",)))


def person(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object is somebody: a person, people, or an actor that the document knows as one."""
    if any(roles.is_personal(a) for a in mention.recipients):
        return True
    heads = syntax.subjects(mention.word) if mention.trigger.recipients == ("subj",) else objects_all(mention)
    return any(_is_person(m, mention) for t in heads for m in syntax.measured(t, PARTITIVES | QUANTIFIERS))


QUANTIFIERS = frozenset(
    "most many some all several few none half majority minority both one two three number ten".split()
)
"""Words that stand for the people behind their *of*: *most of the editors were jailed*."""


def _is_person(noun: Token, mention: Mention) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ not in {"it", "this", "that"}
    if noun.pos_ == "PROPN":
        return noun.ent_type_ in {"", "PERSON", "NORP"} or mention.trigger.type == "Repression"
    return noun.pos_ == "NUM" or noun.ent_type_ in {"PERSON", "NORP"} or is_person_noun(noun.lemma_.lower(), noun.text)


def with_word(mention: Mention, roles: Roles, words: Words) -> bool:
    """One of the words depends on the trigger: particle, preposition, object, complement."""
    for c in mention.word.children:
        if _is_one(c, words) and c.dep_ != "nsubj" and not is_dating(c):
            return True
        if c.dep_ not in GOVERNED:
            continue
        if c.dep_ == "dobj" and any(
            d.dep_ == "amod" and d.i == mention.word.i + 1 and d.lower_ in words for d in c.children
        ):
            return True  # "shot dead six workers"
        if c.dep_ in {"dobj", "nsubjpass"} and any(p.dep_ == "prep" and p.lower_ in words for p in c.children):
            return True  # "stripped her of": the parser may hang the preposition on the object
        below = (
            c.children if c.dep_ == "prep" else [m for d in syntax.conjuncts(c) for m in syntax.measured(d, PARTITIVES)]
        )
        if any(_is_one(d, words) for d in below):
            return True
        if c.dep_ == "dobj" and any(  # "sent forty trucks of aid"
            _is_one(o, words) for p in c.children if p.dep_ == "prep" and p.lower_ == "of" for o in p.children
        ):
            return True
        if c.dep_ in {"ccomp", "prep"} and any(e.lower_ in words for e in c.children if e.dep_ in {"acomp", "conj"}):
            return True
    return mention.trigger.pos == "V" and any(_is_one(t, words) for t in objects_all(mention))


def _is_one(token: Token, words: Words) -> bool:
    return token.lower_ in words or (token.pos_ != "VERB" and token.lemma_.lower() in words)


def not_to(mention: Mention, roles: Roles, words: Words) -> bool:
    """None of the words follows *to*: *condemned to death* is no condemnation."""
    return not any(d.lower_ in words for c in mention.word.children if c.lower_ == "to" for d in c.children)


CLOSINGS = frozenset("attention consideration time reading patience interest advance".split())


def no_closing(mention: Mention, roles: Roles, words: Words) -> bool:
    """Not the formula that ends a letter: *Thank you for your attention*."""
    verb = mention.word
    if verb.tag_ == "VBG" and verb.sent[-1].i - verb.i < 4 and "you" in {t.lower_ for t in verb.subtree}:
        return False  # "Thanking you,"
    formula = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "you" and not syntax.children(verb, "nsubj")
    return not formula or not any(t.lower_ in CLOSINGS for t in verb.subtree)


def below(mention: Mention, roles: Roles, words: Words) -> bool:
    """One of the words stands anywhere below the trigger."""
    return any(t.lemma_.lower() in words for t in mention.word.subtree)


def transitive(mention: Mention, roles: Roles, words: Words) -> bool:
    """Something is the verb's object, or a passive's subject, and it is none of the words."""
    return bool(mention.objects) and not any(_is_one(t, words) for t in mention.objects)


def object_is(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object itself is one of the words: *used weapons*, not *used the law as a weapon*."""
    return any(_is_one(m, words) for t in objects_all(mention) for m in syntax.measured(t, PARTITIVES))


def state(mention: Mention, roles: Roles, words: Words) -> bool:
    """A state or place with a name is what the deed befalls: *suspended Norland*."""
    whom = {roles.kind_of(a) for a in mention.recipients}
    return "Country" in whom or any(t.ent_type_ == "GPE" for t in objects_all(mention))


def human(mention: Mention, roles: Roles, words: Words) -> bool:
    """No state is what the deed befalls: *suspended two workers*."""
    return not state(mention, roles, words)


def named(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object has a name: *founded the Water Council*."""
    return any(t.pos_ == "PROPN" and t.ent_type_ not in {"DATE", "TIME"} for t in objects_all(mention))


def subject_is(mention: Mention, roles: Roles, words: Words) -> bool:
    """The subject, or whoever a passive is done by, is one of the words: *the report found*, *hit by a drone*."""
    verb = mention.word
    return any(_is_one(s, words) for s in (*syntax.subjects(verb), *syntax.by_agents(verb)))


def copula(mention: Mention, roles: Roles, words: Words) -> bool:
    """The subject of *be*: *our thoughts are with the families*."""
    verb = mention.word.head
    return mention.word.dep_ == "nsubj" and verb.lemma_.lower() in {"be", "go", "remain"} and told(verb) is not None


def heading(mention: Mention, roles: Roles, words: Words) -> bool:
    """The head of a line without verb: a heading or list item such as *Condemnation of censorship*."""
    bare = mention.word.dep_ == "ROOT" and mention.kind in {"heading", "item", "paragraph", "title"}
    return bare and bool(mention.agents)


def opener(mention: Mention, roles: Roles, words: Words) -> bool:
    """The first word of a preambular clause, or a predicate."""
    first = next((t for t in mention.sentence.span if not roles.parsed.is_virtual(t)), None)
    opening = first is not None and (first.i == mention.word.i or first in syntax.children(mention.word, "auxpass"))
    return opening or mention.word.dep_ == "acomp"


def press(mention: Mention, roles: Roles, words: Words) -> bool:
    """*a press conference*, *a news briefing*: an occasion to speak, once it has taken place."""
    return not mention.telling.future and any(
        c.lower_ in {"press", "news", "media"} for c in syntax.children(mention.word, "compound", "amod")
    )


CRIMES = frozenset(
    """espionage spying murder manslaughter killing fraud corruption bribery embezzlement torture rape assault theft
    robbery trafficking smuggling laundering genocide crime crimes perjury kidnapping abduction bombing massacre arson
    abuse violence battery extortion blackmail forgery racketeering collusion negligence piracy""".split()
)


def crime(mention: Mention, roles: Roles, words: Words) -> bool:
    """A crime against others is what somebody is found guilty of: no charge by which opinions are punished."""
    heads = [
        mention.word,
        *mention.objects,
    ]  # "convicted two officers of theft": the parser may hang it on the officers
    if mention.word.dep_ == "conj" and mention.word.head.lemma_.lower() in JUDGED:
        heads.append(mention.word.head)  # "found guilty of theft and sentenced to nine years"
    heads += [c for h in heads for c in h.children if c.dep_ in {"acomp", "oprd", "amod"}]  # "guilty of theft"
    preps = [c for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "over", "with"}]
    whom = [*objects_all(mention), *syntax.noun_objects(mention.word, ("of", "against"))]
    if any(t.lemma_.lower() in CRITICS for o in whom for t in syntax.np_span(o)):
        return False
    return any(t.lemma_.lower() in CRIMES for p in preps for t in p.subtree)


CRITICS = frozenset(
    """protester protestor demonstrator activist journalist editor reporter blogger weblogger defender dissident student
    opposition writer poet unionist campaigner critic""".split()
)
"""People whose trial for a crime may be the punishment of what they say."""
JUDGED = frozenset("find convict accuse try charge".split())
UNDOING = frozenset(
    """drop overturn quash dismiss uphold withdraw annul reverse vacate suspend stay review void reduce commute
    appeal challenge contest criticise criticize""".split()
)
"""Verbs that speak of a charge or sentence of before: it is they that tell what happened now."""


def standing(mention: Mention, roles: Roles, words: Words) -> bool:
    """A charge or sentence that no court undoes in the same clause: *overturned the conviction* tells a ruling."""
    word = mention.word
    return word.dep_ not in {"dobj", "nsubjpass"} or word.head.lemma_.lower() not in UNDOING


def doing(mention: Mention, roles: Roles, words: Words) -> bool:
    """One of the words is an infinitive below the trigger: *agreed to free them*, *the decision to free them*."""
    return any(
        c.dep_ in {"xcomp", "acl", "ccomp"} and c.tag_ == "VB" and c.lemma_.lower() in words
        for c in mention.word.children
    )


def doers(mention: Mention, roles: Roles, words: Words) -> bool:
    """One of the words stands in the phrase of whoever acts: *a gang of armed men*."""
    return any(t.lemma_.lower() in words for h in mention.heads for t in syntax.np_span(h, wide=True))


def victim(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody whom the deed befalls, known to the cast, or one certain person: *the arrest of our colleague*."""
    if mention.recipients or mention.agents:
        return True
    heads = syntax.noun_objects(mention.word, ("of", "against"))
    return any(
        is_person_noun(t.lemma_.lower(), t.text)
        and (is_definite(t) or any(c.dep_ == "nummod" or c.ent_type_ == "PERSON" for c in t.children))
        for h in heads
        for t in syntax.conjuncts(h)
    )


def telephone(mention: Mention, roles: Roles, words: Words) -> bool:
    """*a phone call*, *a video conference*: talks at a distance."""
    means = {"phone", "telephone", "video", "conference"}
    return any(c.lower_ in means for c in syntax.children(mention.word, "compound", "nmod"))


def reported(mention: Mention, roles: Roles, words: Words) -> bool:
    """A report by somebody, or one that is known already (*the report*)."""
    return bool(mention.agents) or any(is_definite(s) for s in syntax.subjects(mention.word))


def thing(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object is no occasion: *the conference opened* tells of the conference."""
    table = triggers()
    occasions = SITTINGS | DEEDS  # "a trial opened", "launched an attack"
    return not any(r.type in occasions for t in objects_all(mention) for r in table.get(("N", t.lemma_.lower()), ()))


def named_meeting(mention: Mention, roles: Roles, words: Words) -> bool:
    """A meeting with a name of its own: *the Norton Summit*."""
    word = mention.word
    named = word.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in syntax.children(word, "compound", "nmod"))
    return named and is_definite(word) and word.ent_type_ != "PERSON"


def spoken(mention: Mention, roles: Roles, words: Words) -> bool:
    """A participle says that a position was taken: *the position voiced by the envoy*."""
    verbs = {"voice", "express", "state", "announce", "present", "take"}
    return any(c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in verbs for c in mention.word.children)
