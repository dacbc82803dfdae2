"""Nouns of action: which nouns name something done, which of them need an object, which stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


# Nouns of action that stand alone; the suffixes below add the regular nominalisations.
ACTION_NOUNS = frozenset(
    """access action aid asylum ban ceasefire cease-fire truce change compliance control dialogue disarmament effort
    election embargo end engagement exchange extradition focus follow-up halt help implementation increase inquiry
    intervention investigation justice negotiation participation pressure probe progress reform relief repeal respect
    restraint retrial return review sanction support talk tribunal trial vigilance vote withdrawal freeze release rescue
    cooperation co-operation cut debate disclosure enforcement expulsion funding guarantee inspection lifting mechanism
    monitoring observance pardon amnesty peace permission poll preparation probe protest pullout purge quota rebuild recount
    redress reduction referendum referral rejection renewal repair reparation replacement report resettlement resignation
    response restoration resumption reversal revision rollback safeguard scrutiny settlement step strengthening
    suspension termination transfer transition transparency treatment unity upgrade verification visit waiver boycott
    briefing consultation coordination deployment designation destruction dismantling dismissal dissolution
    documentation elimination evacuation extension facilitation granting inclusion isolation legislation liberation
    limit measure meeting moratorium outreach oversight prevention prohibition promotion prosecution punishment
    ratification reconsideration recognition reconciliation rehabilitation compensation accountability adherence
    calm caution clemency mercy leniency patience moderation tolerance prudence haste
    adoption abolition answer apology care clarification closure commitment cessation""".split()
)


SUFFIXES = ("tion", "sion", "ment", "ance", "ence", "ification", "isation", "ization", "al", "ing", "ure", "ism")


NOT_ACTIONS = frozenset(
    """government parliament department commission delegation organisation organization association institution nation
    population federation administration corporation establishment union region generation foundation mission opposition
    coalition section million religion profession agreement document instrument constitution convention declaration
    resolution position condition situation question information environment moment element audience conference science
    violence evidence influence audience presence absence tribunal criminal journal official individual material rival
    capital hospital animal professional principal national general thing king ring building being spring evening morning
    communication television opinion version dimension tension pension occasion passion session race culture nature
    structure infrastructure literature future measure feature agriculture figure picture treasure pressure procedure
    committee parliament station location fashion cushion crime proportion portion obligation discrimination detention
    persecution repression aggression corruption oppression exploitation occupation invasion prison person reason season
    journalism racism terrorism extremism tourism activism mechanism organism capitalism assembly jurisdiction intelligence
    conscience sentence difference experience audience substance distance circumstance instance finance province
    ambulance allowance insurance importance significance relevance competence independence persistence innocence""".split()
)


# Nominalisations of transitive verbs: alone before "and" they wait for the next one's object
# (*thorough investigation and prosecution of the crimes*).
NEED_OBJECT = frozenset(
    """investigation prosecution promotion protection implementation elimination prevention dismantling strengthening
    monitoring documentation establishment creation removal destruction adoption development preparation identification
    enforcement ratification execution punishment respect observance collection dissemination facilitation design
    realization realisation fulfilment fulfillment planning deployment preservation advancement inquiry maintenance
    planning provision evaluation lifting repeal revocation granting""".split()
)


# Nominalisations that are complete by themselves.
STANDALONE = frozenset(
    """compensation rehabilitation reparation negotiation consultation action election sanction restitution
    reconciliation restoration cooperation accountability justice dialogue ceasefire amnesty release mediation
    liberation demilitarisation demilitarization de-escalation participation education protection legislation inspection
    investment disarmament reform treatment recognition inclusion integration resignation evacuation coordination
    intervention moderation transition ratification extradition cessation""".split()
)


def is_action_noun(token: Token) -> bool:
    """Whether a noun names an action or its end, by list or by the suffix of a nominalisation."""
    lemma = token.lemma_.lower()
    if lemma in ACTION_NOUNS:
        return True
    if lemma in NOT_ACTIONS or (token.pos_ == "PROPN" and lemma[:1].isupper()):
        return False
    return len(lemma) > 6 and lemma.endswith(SUFFIXES) and token.tag_ in {"NN", "VBG", "NNS"}


def needs_object(noun: Token) -> bool:
    """Whether a noun of action is incomplete without what it acts on."""
    lemma = noun.lemma_.lower()
    if lemma in STANDALONE:
        return False
    return lemma in NEED_OBJECT or lemma.endswith(("tion", "sion", "sis", "ment"))
