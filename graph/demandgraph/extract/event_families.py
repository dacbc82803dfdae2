"""Which words and word classes tell the same kind of deed, so that one mention may refer back to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_words import is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention

# Words for the same deed: a noun mention refers back to a verb mention of its family. A word may be of two families.
FAMILIES = (
    "arrest detain detention apprehend raid round imprison imprisonment jail hold custody nab", "attack assault strike bomb bombing shell shelling siege onslaught offensive",
    "kill killing murder death die massacre assassinate assassination", "invade invasion war aggression annex annexation occupy occupation intrusion",
    "protest rally demonstration demonstrate march picket uprising strike", "meet meeting talk talks summit conference consultation negotiation negotiations dialogue",
    "elect election elections vote poll referendum", "adopt adoption pass passage approve endorse ratify sign resolution act law vote",
    "report publish study find document", "condemn condemnation deplore denounce", "investigate investigation inquiry probe",
    "sentence convict conviction trial jail imprison imprisonment", "review session hearing examination examine", "release free pardon liberate",
    "abduct abduction kidnap kidnapping seize", "sue suit lawsuit litigation", "ruling judgment judgement verdict rule",
    "close closure shut shutdown", "ban banning outlaw", "sanction sanctions embargo", "dissolve dissolution disband",
    "deport deportation expel expulsion", "designate designation label labelling list listing brand", "evict eviction",
)  # fmt: skip
FAMILY: dict[str, frozenset[object]] = {
    word: frozenset(i for i, line in enumerate(FAMILIES) if word in line.split())
    for word in {w for line in FAMILIES for w in line.split()}
}
# Word classes whose verb says little, by a word of the family that they are of: "go" on strike, "file" a suit.
BY_CLASS = {
    name: FAMILY[word]
    for word, names in {
        "arrest": "held languish into-custody round-up pick-up",
        "protest": "go-on-strike stage-protest to-streets turn-out join-protest draw-crowd gather-crowd assemble converge chant down-tools travel-protest",
        "lawsuit": "sue sue-somebody file lodge-appeal lawsuit-brings take-to-court take-to-labour-court",
        "ruling": "rule rule-that strike-down hand-down court-decision treaty-body-finds",
        "sanctions": "impose sanction announce-sanctions sanction-noun measures-against sanctions-extended join-sanctions",
        "conviction": "found-guilty hand-sentence",
        "designation": "list-as brand brand-noun",
    }.items()
    for name in names.split()
}
STAGES = FAMILY["arrest"] | FAMILY["sentence"]
"""Families that follow one another in one person's case."""
CUSTODY = frozenset({"held", "into-custody", "languish", "detain"})
"""Classes of being held: two sentences on the same people tell one custody."""
DEALS = frozenset({"agree-to-free", "deal-to-free"})
"""Classes of which the deed stands in an infinitive."""
VOTES = frozenset({"election", "win-election", "go-to-polls"})
KINDS_OF_VOTE = frozenset(
    """presidential parliamentary legislative local municipal mayoral regional referendum runoff midterm primary
    congressional senate provincial by-election first second previous last next""".split()
)
RAIDING = frozenset({"raid", "raid-rooms", "seize-goods", "take-away"})
"""Classes of what police do on one visit: they search and take things away."""
LONG = frozenset("war conflict occupation siege violence hostilities genocide".split())
"""Violence that lasts: what is done in a war is told for itself."""
WITHIN = frozenset("in during by from after amid".split())


def families(mention: Mention) -> frozenset[object]:
    """The families of a mention's word, of its word class if the word has none, else the class itself."""
    lemma = mention.word.lemma_.lower()
    name = mention.trigger.name
    if name in DEALS:
        return frozenset({"deal"})
    found = FAMILY.get(lemma) or FAMILY.get(mention.word.lower_) or BY_CLASS.get(name)
    return frozenset(found) if found else frozenset({name})


def kin(a: Mention, b: Mention) -> bool:
    """Whether two mentions may tell the same deed, by their words."""
    return not families(a).isdisjoint(families(b))


def freed(mention: Mention) -> set[str]:
    """Whom somebody agreed to free, by the words that head their phrases."""
    below = syntax.children(mention.word, "xcomp", "acl")
    return {t.lemma_.lower() for v in below for o in syntax.objects(v) for t in syntax.conjuncts(o)}


def terms(mention: Mention) -> set[str]:
    """For how long somebody is locked up: *14 years*; what tells one sentence from the next."""
    return {
        f"{t.lower_} {t.head.lemma_.lower()}"
        for t in mention.word.subtree
        if t.dep_ == "nummod" and t.head.lemma_.lower() in {"year", "month", "day"}
    }


def within(inner: Token, outer: Token) -> bool:
    """Whether a word stands below another in its clause: *died when shells hit*, *lost their lives in the shelling*."""
    if inner.dep_ in {"conj", "advcl"}:
        return inner.head.i == outer.i
    if inner.lemma_.lower() in LONG:
        return False
    return inner.dep_ == "pobj" and inner.head.lower_ in WITHIN and inner.head.head.i == outer.i


def joined(a: Mention, b: Mention) -> bool:
    """Whether one sentence tells two sides of one deed: *nine were killed and twelve wounded*, *a march drew many*."""
    first, second = a.word, b.word
    if a.trigger.name in DEALS and b.trigger.name in DEALS and freed(a) & freed(b):
        return True
    if a.sentence is not b.sentence:
        return False
    if first.dep_ in {"nsubj", "nsubjpass"} and first.head.i == second.i:
        return not (a.recipients and b.recipients) or bool(set(a.recipients) & set(b.recipients))
    apart = a.agents and b.agents and set(a.agents) != set(b.agents)
    if apart:
        return False
    if a.trigger.type == "Violence":
        if second.dep_ == "conj" and not (a.trigger.pos == b.trigger.pos == "V"):
            return False
        return within(second, first) or (first.dep_ != "conj" and within(first, second))
    raiding = a.trigger.name in RAIDING and b.trigger.name in RAIDING
    return raiding and second.dep_ in {"conj", "advcl"}


def modifiers(mention: Mention) -> list[Token]:
    """What says which vote is meant: the modifiers of the noun and those of the nouns around it."""
    nouns = [mention.word, *mention.objects, *syntax.children(mention.word, "dobj", "nsubjpass")]
    return [t for n in nouns for t in [n, *n.children, *(d for c in n.children for d in c.children)]]


def same_vote(a: Mention, b: Mention) -> bool:
    """Whether *went to the polls*, *won the presidential election* and *the election was held* tell one vote."""
    if not {a.trigger.name, b.trigger.name} <= VOTES:
        return False
    words = [modifiers(m) for m in (a, b)]
    kinds = [{t.lower_ for t in w} & KINDS_OF_VOTE for w in words]
    nations = [{t.lower_ for t in w if t.ent_type_ in {"GPE", "NORP"}} for w in words]
    if a.sentence is b.sentence:
        return a.trigger.pos != b.trigger.pos
    if any(x and y and not x & y for x, y in (kinds, nations)):
        return False
    tied = bool((a.date and a.date == b.date) or (a.place and a.place == b.place) or (kinds[0] & kinds[1]))
    return tied or any(is_definite(n) for n in [b.word, *b.objects])
