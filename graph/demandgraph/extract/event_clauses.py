"""The conditions of word classes that look at the shape of the clause: its voice, its object, its infinitive, its aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_fact import is_refused

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention
    from demandgraph.extract.event_roles import Roles

Words = frozenset[str]


def below_to(mention: Mention, roles: Roles, words: Words) -> bool:
    """An infinitive says what was decided."""
    return any(c.dep_ == "acl" and c.tag_ == "VB" for c in mention.word.children)


def intransitive(mention: Mention, roles: Roles, words: Words) -> bool:
    return not syntax.children(mention.word, "dobj") and not syntax.is_passive(mention.word)


def passive(mention: Mention, roles: Roles, words: Words) -> bool:
    """A passive clause, no bare participle."""
    return syntax.is_passive(mention.word) and bool(syntax.children(mention.word, "nsubjpass"))


def active(mention: Mention, roles: Roles, words: Words) -> bool:
    """No passive, and no bare participle (*committed to peace*)."""
    verb = mention.word
    perfect = any(c.lemma_.lower() in {"have", "'ve"} for c in syntax.children(verb, "aux"))
    return not syntax.is_passive(verb) and (verb.tag_ != "VBN" or perfect or verb.dep_ == "conj")


def phrasal(mention: Mention, roles: Roles, words: Words) -> bool:
    """No clause says it: *stressed her support*, not *stressed that support came late*."""
    return not syntax.children(mention.word, "ccomp")


def untargeted(mention: Mention, roles: Roles, words: Words) -> bool:
    """Nobody is aimed at: *the launch of missiles*, not *against ships*."""
    aiming = [c for c in mention.word.children if c.lower_ in {"against", "at", "into", "on", "towards"}]
    return all(is_dating(c) for c in aiming) and not any(t.lower_ == "against" for t in mention.word.subtree)


ARMED = frozenset(
    """air drone missile rocket military warplane jet fighter bomber aircraft army artillery nuclear rebel naval
    pre-emptive preemptive retaliatory airstrike navy troops target""".split()
)


def unarmed(mention: Mention, roles: Roles, words: Words) -> bool:
    """Nothing in the sentence is of war: *a strike of the miners*, not *of the air force*."""
    noun = mention.trigger.pos == "N"
    aimed = noun and any(c.lower_ in {"on", "into"} and not is_dating(c) for c in mention.word.children)
    return not aimed and not any(t.lemma_.lower() in ARMED for t in mention.word.sent)


NATURAL = frozenset(
    """cancer heart stroke illness disease natural age pneumonia covid covid-19 infection tumour tumor leukaemia leukemia
    diabetes malaria cholera complications peacefully sleep""".split()
)


def unnatural(mention: Mention, roles: Roles, words: Words) -> bool:
    """No illness or age is named as the cause of a death."""
    return not any(t.lower_ in NATURAL for t in mention.word.subtree)


def is_dating(prep: Token) -> bool:
    """Whether a preposition says when: *on 3 May*."""
    below = syntax.children(prep, "pobj")
    return bool(below) and all(o.ent_type_ in {"DATE", "TIME"} for o in below)


def retained(mention: Mention, roles: Roles, words: Words) -> bool:
    """A passive whose object stays behind: *she was denied a hearing*."""
    return syntax.is_passive(mention.word) and bool(syntax.children(mention.word, "dobj"))


def topical(mention: Mention, roles: Roles, words: Words) -> bool:
    """An object or clause says what about: *discussed the plan*, *discussed how to pay*."""
    return bool(mention.objects or syntax.children(mention.word, "ccomp", "xcomp"))


def refused(mention: Mention, roles: Roles, words: Words) -> bool:
    """The verb is negated: what is *not allowed* is forbidden."""
    return is_refused(mention.word)


def main(mention: Mention, roles: Roles, words: Words) -> bool:
    """A finite verb outside relative clauses."""
    return mention.word.dep_ not in {"relcl", "acl"} and mention.word.tag_ != "VBG"


def infinitive(mention: Mention, roles: Roles, words: Words) -> bool:
    """An infinitive below the verb says what is meant (*threatened to close the port*), and it is none of the words."""
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" and c.lemma_.lower() not in words for c in mention.word.children)


def purpose(mention: Mention, roles: Roles, words: Words) -> bool:
    """An infinitive, anywhere below the verb, says what is to be done: *directed the board, with its staff, to report*."""
    return any(t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.children) for t in mention.word.subtree)


def in_title(verb: Token) -> bool:
    """Whether a verb stands inside a title that running text quotes: *its report “Silence the Press” of May*."""
    if verb.pos_ != "VERB" or not verb.text.istitle() or verb.i == verb.sent.start:
        return False
    if not (verb.nbor(-1).text.istitle() or verb.nbor(-1).text in {'"', "“", "‘", "'"}):
        return False
    after = [t for t in verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)] if t.is_alpha and len(t.text) > 3]
    return len(after) > 1 and all(t.text.istitle() for t in after[:3])
