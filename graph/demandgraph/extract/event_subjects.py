"""The conditions of word classes that look at who acts and what is judged: courts, police, crowds, bodies that vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_judging import JUDGED
from demandgraph.extract.event_lexicon import COURTS, PARTITIVES, POLICE, triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention
    from demandgraph.extract.event_roles import Roles

Words = frozenset[str]
LEGAL = frozenset(
    "icc icj lawsuit criminal crimes charges complaint legal law case corruption indictment suit rights".split()
)


def actors_of(verb: Token) -> list[Token]:
    """The words that head whoever acts, of a passive its *by* phrase."""
    return syntax.by_agents(verb) if syntax.is_passive(verb) else syntax.subjects(verb)


def court(mention: Mention, roles: Roles, words: Words) -> bool:
    """A court, prosecutor or word of the law somewhere in the sentence."""
    return any(t.lower_ in COURTS | LEGAL for t in mention.word.sent)


def court_subject(mention: Mention, roles: Roles, words: Words) -> bool:
    return any(t.lower_ in COURTS for s in syntax.subjects(mention.word) for t in syntax.np_span(s))


def court_agent(mention: Mention, roles: Roles, words: Words) -> bool:
    return any(t.lower_ in COURTS for t in syntax.np_span(mention.word))


def police(mention: Mention, roles: Roles, words: Words) -> bool:
    """Police or another authority acts."""
    heads = actors_of(mention.word)
    return any(t.lower_ in POLICE for h in heads for t in syntax.np_span(h))


def predicate(mention: Mention, roles: Roles, words: Words) -> bool:
    """What a clause says of its subject: *the raid is unacceptable*."""
    return mention.word.dep_ == "acomp" and mention.word.head.lemma_.lower() in {"be", "remain", "become"}


def deed(mention: Mention, roles: Roles, words: Words) -> bool:
    """The subject is something that was done: a verbal noun, a clause, a word of the lexicon with its own event."""
    verb = mention.word.head
    believed = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in OPINING
    if verb.dep_ not in {"ROOT", "conj", "parataxis"} and not believed:
        return False
    table = triggers()
    for s in syntax.subjects(verb):
        lemma = s.lemma_.lower()
        bare = s.tag_ == "NN" and not any(
            c.dep_ != "punct" for c in s.children
        )  # "torture is a crime": a general truth
        done = s.pos_ == "NOUN" and (lemma in JUDGED or lemma.endswith(VERBAL) or ("N", lemma) in table)
        if s.dep_ == "csubj" or (done and not bare):
            return True
        if s.lower_ in {"it", "this", "that"} and any(
            c.dep_ in {"ccomp", "advcl", "xcomp"} and c.i > mention.word.i
            for v in (verb, mention.word)
            for c in v.children
        ):
            return s.lower_ == "it"
    return False


OPINING = frozenset("believe think consider feel find".split())
"""Verbs under which whoever speaks in the document says what they hold: *we believe that the raid is unlawful*."""
VERBAL = ("tion", "sion", "ment", "ing", "al", "ure")
"""Endings of nouns that name a deed: *the delaying*, *the closure*."""


def attribute(mention: Mention, roles: Roles, words: Words) -> bool:
    """A noun that a clause says of its subject: *the raid is an outrage*."""
    return mention.word.dep_ == "attr" and mention.word.head.lemma_.lower() in {"be", "remain", "become"}


ASSEMBLIES = frozenset(
    """delegate delegates member members assembly parliament senate house council committee convention congress
    conference voters mps lawmakers legislature board plenary deputies cabinet legislators senators""".split()
)


def assembly(mention: Mention, roles: Roles, words: Words) -> bool:
    """Those who act are a body that decides by vote: *passed by the delegates*."""
    heads = actors_of(mention.word)
    return any(t.lower_ in ASSEMBLIES for h in heads for t in syntax.np_span(h))


def civil(mention: Mention, roles: Roles, words: Words) -> bool:
    """Those who act have no power to prosecute: *the union charged the company with bad faith*."""
    heads = actors_of(mention.word)
    official = any(t.lower_ in POLICE | COURTS for h in heads for t in syntax.np_span(h))
    return not official and all(roles.kind_of(a) in {"Organization", "Group", "Person"} for a in mention.agents)


CROWDS = frozenset(
    """protester protestor demonstrator crowd people student worker farmer activist striker resident villager miner
    driver supporter citizen youth woman teacher nurse trucker picket""".split()
)


def crowd(mention: Mention, roles: Roles, words: Words) -> bool:
    """People act, not an authority: *farmers blocked the road*."""
    heads = actors_of(mention.word)
    nouns = [m for h in heads for m in syntax.measured(h, PARTITIVES)]
    if any(t.lemma_.lower() in {"hundred", "thousand"} for t in nouns):
        return True
    return any(t.lemma_.lower() in CROWDS or (t.ent_type_ == "NORP" and t.tag_ in {"NNS", "NNPS"}) for t in nouns)
