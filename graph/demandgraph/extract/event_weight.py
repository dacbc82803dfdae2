"""Weighs the evidence of one mention: the word class's own weight, what its clause adds, how it is told."""

from __future__ import annotations

from itertools import pairwise

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_mention import Mention
from demandgraph.extract.event_roles import Roles
from demandgraph.extract.event_words import is_definite

THRESHOLD = 0.5
# Types whose simple present states a habit (*police arrest critics*), unlike performatives (*we condemn*).
EPISODIC = frozenset(
    {"Repression", "Violence", "Meeting", "Demonstration", "Release", "Sanction", "Report", "Election", "Other",
     "Adoption", "LegalAction", "Review"}
)  # fmt: skip
FORESEEABLE = frozenset(
    {"Meeting", "Review", "Election", "Other", "Adoption", "Demonstration", "LegalAction", "Sanction", "Release"}
)
"""Types of which a scheduled one is an event; others that are still to come are intentions."""
AGENT, RECIPIENT, DATE, PLACE, NUMBER = 0.05, 0.05, 0.12, 0.05, 0.05
GENERAL, FUTURE, TITLE, FOOTNOTE, OWN_WORDS, BARE_NOUN = -0.25, -0.4, -0.05, -0.25, -0.6, -0.15
UNNAMED, GENERIC, PLEDGED, BESIDE = -0.25, -0.3, -0.2, -0.3
BY_KIND = {"title": TITLE, "heading": TITLE, "footnote": FOOTNOTE, "signature": FOOTNOTE, "recommendation": -0.4}
TIED, NOBODY, ASIDE = -0.1, -0.4, -0.15
"""The worst penalty for a presupposed event that is tied to a date or place; a title in which nobody acts."""
POSITIONS = frozenset({"Statement"})


def weigh(mention: Mention, own: frozenset[str], roles: Roles) -> float:
    """Confidence of a mention, 0 to 1. ``own`` are the actors in whose words the document itself speaks."""
    trigger, telling = mention.trigger, mention.telling
    value = trigger.weight + (max(telling.penalty, TIED) if mention.date or mention.place else telling.penalty)
    value += AGENT * bool(mention.agents) + RECIPIENT * bool(mention.recipients)
    value += DATE * (mention.date is not None) + PLACE * (mention.place is not None) + NUMBER * mention.number
    value += BY_KIND.get(mention.kind, 0.0)
    if mention.kind in {"title", "heading"} and not mention.agents:
        value += NOBODY
    if (
        telling.general
        and trigger.type in EPISODIC
        and "behind" not in trigger.agents
        and trigger.pos == "V"
        and mention.kind not in {"title", "heading"}
        and not lasts(mention)
    ):
        value += GENERAL
    if telling.future and not (trigger.type in FORESEEABLE and (mention.date or mention.occasion)):
        value += FUTURE if trigger.type != "Support" else PLEDGED
    if telling.effort and trigger.type != "Support":
        value += FUTURE
    if trigger.pos == "N" and mention.verb is None:
        word = mention.word
        definite = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in word.children)
        if not definite and not (mention.date or mention.place):
            value += BARE_NOUN
    if trigger.type in POSITIONS and (
        (set(mention.agents) & own and in_own_voice(mention, roles)) or opens_clause(mention, roles)
    ):
        value += OWN_WORDS
    if trigger.type in POSITIONS and mention.agents and not (mention.date or mention.occasion):
        value += UNNAMED * all(roles.kind_of(a) == "Group" for a in mention.agents)
    if trigger.name == "ask" and (
        mention.word.dep_ == "relcl" or (mention.word.dep_ == "advcl" and mention.word.tag_ == "VBG")
    ):
        value += BESIDE  # "marched, demanding that": what a march asks for tells of the march
    if trigger.name in POINTED and not (mention.date or mention.place) and passing(mention):
        value += BESIDE
    if trigger.type == "Support" and mention.word.dep_ in {"acl", "relcl", "advcl", "pcomp"}:
        value += ASIDE
    if (
        trigger.pos == "V"
        and mention.word.dep_ in {"acl", "relcl"}
        and not (mention.date or mention.place or mention.agents or mention.occasion)
    ):
        if trigger.type == "Adoption" and not mention.number:
            value += NOBODY
        if mention.word.head.lower_ in {"those", "people", "persons", "individuals", "all", "anyone"}:
            value += GENERIC
    return round(max(0.0, min(0.99, value)), 2)


POINTED = frozenset({"arrest-noun", "support-noun"})
"""Classes of nouns that mostly take up what is told elsewhere where a pronoun says whose they are."""


def passing(mention: Mention) -> bool:
    """Whether a deed is only pointed at (*her arrest*) or still to be feared (*faces imprisonment*)."""
    feared = mention.verb is not None and mention.verb.lemma_.lower() in {"face", "fear", "risk", "avoid", "escape"}
    # "our support for the nurses is unwavering" is said, not pointed at
    return feared or any(c.dep_ == "poss" and c.lower_ in {"his", "her", "its", "their"} for c in mention.word.children)


STATES = frozenset({"languish", "into-custody", "held"})
"""Classes of what lasts: the present tense tells of certain people that they are still in prison, no habit."""


def lasts(mention: Mention) -> bool:
    """Whether certain people are told to be in custody: *our colleague remains in prison*, not *editors are jailed*."""
    if mention.trigger.name not in STATES or mention.word.lemma_.lower() == "die":
        return False
    heads = syntax.subjects(mention.word)
    return mention.number or any(is_definite(h) or h.pos_ in {"PRON", "PROPN"} for h in heads)


def opens_clause(mention: Mention, roles: Roles) -> bool:
    """Whether the trigger opens a preambular clause (*Recalling its resolution*): the adopting body's words."""
    opening = next((t for t in mention.sentence.span if not roles.parsed.is_virtual(t)), None)
    first = opening is not None and opening.i == mention.word.i
    return first and mention.kind == "preamble" and mention.word.tag_ == "VBG"


def in_own_voice(mention: Mention, roles: Roles) -> bool:
    """Whether the document itself speaks (*we*, a clause without subject, the adopting body), not a named speaker."""
    subjects = syntax.subjects(mention.word)
    if (
        set(mention.agents) & set(roles.cast.adopter)
        or mention.kind in {"operative", "preamble", "item"}
        or not subjects
    ):
        return True
    return any(roles.parsed.is_virtual(s) or s.lower_ in {"we", "i", "it", "they"} for s in subjects)


# Weight → share of such events that careful readers list, measured on annotated documents.
RELIABILITY = ((0.5, 0.65), (0.6, 0.78), (0.7, 0.86), (0.8, 0.88), (0.99, 0.97))


def calibrated(weight: float) -> float:
    """The confidence that a weight deserves, between the measured points by straight lines."""
    for (low, below), (high, above) in pairwise(RELIABILITY):
        if weight <= high:
            return round(below + (above - below) * max(0.0, weight - low) / (high - low), 2)
    return RELIABILITY[-1][1]
