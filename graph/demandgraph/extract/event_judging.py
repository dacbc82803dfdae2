"""Reads judgements on somebody's deeds: *called the raid a disgrace*, *said that the sentence was unacceptable*.

A predicate can condemn by itself. Whoever uses it of a deed condemns it, whether the document speaks, a verb of calling
(*describe as*, *label*, *consider*) puts it on its object, or a verb of saying reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_fact import told
from demandgraph.extract.event_lexicon import triggers
from demandgraph.extract.event_words import is_deed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention
    from demandgraph.extract.event_roles import Roles

Words = frozenset[str]

DAMNING = frozenset(
    """unacceptable intolerable outrageous unjustifiable inexcusable reprehensible deplorable abhorrent despicable shameful
    disgraceful unconscionable inadmissible barbaric appalling unforgivable dishonest unjustified cruel inhumane inhuman
    immoral shocking disturbing disgusting horrific horrifying horrible heinous cowardly senseless indefensible scandalous
    contemptible undemocratic unjust unfair wrong wrongful alarming inappropriate improper unethical illegal unlawful
    illegitimate unconstitutional criminal irresponsible reckless hypocritical discriminatory disproportionate excessive
    arbitrary repugnant vile abominable atrocious sickening unreasonable unwarranted shameless misguided racist harsh
    draconian brutal savage absurd ridiculous ludicrous farcical politically-motivated fraudulent rigged bogus sham
    oppressive repressive authoritarian dictatorial punitive vindictive degrading humiliating insulting offensive
    provocative dangerous abusive flawed sinister nonsensical monstrous incompetent void invalid baseless unfounded
    disastrous catastrophic short-sighted shortsighted heartless callous treacherous toxic hostile inflammatory odious
    condemnable insensitive disrespectful
    violation breach outrage disgrace insult affront betrayal travesty mockery abomination injustice shame crime tragedy
    farce sham scandal atrocity provocation aggression repression censorship persecution harassment intimidation
    retaliation blackmail witch-hunt charade masquerade pretext massacre genocide apartheid abuse assault attack
    crackdown barbarity brutality cruelty lie lies hypocrisy blow setback miscarriage failure mistake disaster theft
    robbery fraud smear parody absurdity assassination murder bloodbath terrorism threat torture""".split()
)
"""What, said of a deed, condemns it."""
BRANDING = frozenset("illegal unlawful criminal dangerous hostile void invalid threat".split())
"""Words that authorities also put on people and parties, to ban them, and courts on acts, to annul them."""
MEASURES = frozenset("act form piece example case attempt campaign instance matter part kind sort pattern".split())
"""Nouns that say nothing of what a deed is: the noun behind their *of* does (*an act of repression*)."""
QUOTES = frozenset({'"', "“", "‘", "'", "«"})
CLOSING = frozenset({'"', "”", "’", "'", "»"})
WIDE = 14
"""Words of a quoted complement that are read."""
JUDGED = frozenset(
    """law bill verdict ruling sentence decision policy move step act proposal plan practice measure rule ban conduct
    behaviour behavior raid attack trial charge case vote election referendum legislation tactic treatment silence strike
    response decree order action statement remark comment delay cut blockade use threat situation murder death war
    sanction crime violence restriction law-making procedure process approach proceeding campaign system abuse""".split()
)
"""Nouns for what somebody has done, said or laid down."""
VERBAL = ("tion", "sion", "ment", "ing", "al", "ure", "ance")


def is_damning(token: Token) -> bool:
    """Whether a word condemns what it is said of; denied (*not illegal*) or doubted it does not."""
    if token.lower_ not in DAMNING and token.lemma_.lower() not in DAMNING:
        return False
    return not any(c.dep_ == "neg" or c.lower_ in {"no", "not", "less", "un", "non"} for c in token.children)


def complements(verb: Token) -> list[Token]:
    """The words by which a verb of calling judges its object: its complement, what follows *as*, what it quotes."""
    found: list[Token] = []
    for c in verb.children:
        if c.i < verb.i and c.dep_ != "oprd":
            continue
        if c.dep_ in {"oprd", "acomp", "attr"} or (c.dep_ == "ccomp" and c.pos_ in {"ADJ", "NOUN"}):
            found.append(c)
        elif c.dep_ in {"ccomp", "xcomp"} and c.lemma_.lower() == "be":
            found += syntax.children(c, "acomp", "attr")
        elif c.dep_ == "prep" and c.lower_ == "as":
            found += [d for d in c.children if d.dep_ in {"pobj", "amod", "pcomp", "acomp"}]
    found = [t for f in found for t in syntax.conjuncts(f)]
    for t in list(found):
        found += [d for d in t.children if d.dep_ in {"amod", "compound"}]
        if t.lemma_.lower() in MEASURES:
            found += [o for o in syntax.noun_objects(t, ("of", "to")) for o in syntax.conjuncts(o)]
    return found + quoted_words(verb)


def quoted_words(verb: Token) -> list[Token]:
    """The words of the first short quotation behind a verb in its clause: *called the raid “a disgrace”*."""
    doc, stop = verb.doc, min(verb.sent.end, verb.i + 30)
    start = next((i for i in range(verb.i + 1, stop) if doc[i].text in QUOTES and doc[i].dep_ != "case"), None)
    if start is None or any(doc[i].dep_ == "cc" and doc[i].head.i == verb.i for i in range(verb.i, start)):
        return []
    end = next((i for i in range(start + 1, min(stop, start + WIDE)) if doc[i].text in CLOSING), None)
    return list(doc[start + 1 : end]) if end is not None else []


def damning(mention: Mention, roles: Roles, words: Words) -> bool:
    """A verb of calling puts a word that condemns on its object; authorities who brand people ban them instead."""
    hits = [t for t in complements(mention.word) if is_damning(t)]
    judged = mention.objects or syntax.children(mention.word, "ccomp", "xcomp", "oprd")
    urging = any(c.dep_ in {"prep", "prt"} and c.lower_ in {"on", "upon", "for"} for c in mention.word.children)
    if not hits or not judged or urging:  # "called on the council to end the “barbaric” raids"
        return False
    branded = all(t.lower_ in BRANDING for t in hits)
    official = any(roles.kind_of(a) in {"Country", "Institution"} for a in mention.agents)
    clauses = syntax.children(mention.word, "ccomp", "xcomp")
    deeds = [*mention.objects, *(s for c in clauses for s in syntax.children(c, "nsubj"))]
    return not (branded and official) or any(is_judged(o) for o in deeds)


def sayer(predicate: Token) -> list[Token]:
    """Who says it, of a predicate whose clause is reported or quoted: *the mayor said that the raid was shameful*."""
    verb = predicate.head
    for _ in range(2):  # "said the raid was cruel and that the sentence was shameful"
        if verb.dep_ == "conj":
            verb = verb.head
    above = verb.head
    if verb.dep_ != "ccomp" or above.pos_ != "VERB" or not is_saying(above):
        return []
    if syntax.is_passive(above) or told(above) is None or is_doubted(above):
        return []
    return syntax.subjects(above)


def is_doubted(verb: Token) -> bool:
    """Whether a clause is itself only asked: *nobody knows whether she said that …*."""
    return any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children)


def is_saying(verb: Token) -> bool:
    """Whether a verb reports speech."""
    lemma = verb.lemma_.lower()
    return lemma == "tell" or any(row.name == "say" for row in triggers().get(("V", lemma), ()))


def is_judged(noun: Token) -> bool:
    """Whether a noun names something done, said or laid down, and a certain one: *the raid*, not *murder*."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or not (lemma in JUDGED or lemma.endswith(VERBAL) or ("N", lemma) in triggers()):
        return False
    return noun.tag_ == "NNS" or any(c.dep_ != "punct" for c in noun.children)


def reported(mention: Mention, roles: Roles, words: Words) -> bool:
    """A clause under a verb of saying judges a deed, or what was just told (*this is unacceptable*)."""
    verb = mention.word.head
    finite = verb.tag_ in {"VBZ", "VBP", "VBD", "VBN"} or any(c.tag_ in {"VBZ", "VBP", "VBD"} for c in verb.children)
    if not finite or not sayer(mention.word) or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    return any(
        s.dep_ == "csubj" or s.lower_ in {"this", "that", "these"} or is_judged(s) or points_on(s, verb)
        for s in syntax.subjects(verb)
    )


def points_on(subject: Token, verb: Token) -> bool:
    """Whether *it* stands for a clause that follows: *it is shameful that the clinic was closed*."""
    behind = [c for v in (verb, *syntax.children(verb, "acomp", "attr")) for c in v.children if c.i > verb.i]
    return subject.lower_ == "it" and any(c.dep_ in {"ccomp", "advcl", "xcomp", "csubj"} for c in behind)


def judged_object(mention: Mention, roles: Roles, words: Words) -> bool:
    """The object is something that somebody has done: *regrets the closure*, not *regrets the plight*."""
    return any(is_judged(o) for o in mention.objects)


def with_somebody(mention: Mention, roles: Roles, words: Words) -> bool:
    """Somebody is named or described with whom the talks below the verb were held: *in talks with his colleagues*."""
    talks = [o for c in mention.word.children if c.dep_ == "prep" for o in syntax.children(c, "pobj")]
    return bool(mention.recipients) or any(syntax.noun_objects(o, ("with",)) for o in talks)


def cosponsored(mention: Mention, roles: Roles, words: Words) -> bool:
    """*co-sponsored the draft*: others stand by what one has proposed; the tokenizer cuts the prefix off."""
    word = mention.word
    before = [t.lower_ for t in word.doc[max(0, word.i - 2) : word.i]]
    return word.lower_.startswith("co") or before == ["co", "-"] or before[-1:] == ["co"]


def of_words(mention: Mention, roles: Roles, words: Words) -> bool:
    """One of the words follows the noun's *of*: *the declaration of independence*."""
    return any(t.lemma_.lower() in words for t in syntax.noun_objects(mention.word, ("of",)))


def said_that(mention: Mention, roles: Roles, words: Words) -> bool:
    """A clause with *that* hangs on a predicate: *adamant that the port would stay open*."""
    return any(
        c.dep_ in {"ccomp", "advcl"} and any(m.lower_ == "that" for m in c.children)
        for v in (mention.word, mention.word.head)
        for c in v.children
    )


def regretted(mention: Mention, roles: Roles, words: Words) -> bool:
    """What is regretted is what a state, body or authority has done: *regrets that Norland has left the union*."""
    clauses = syntax.children(mention.word, "ccomp")
    return any(
        told(c) is not None and c.tag_ != "VB" and any(s.pos_ in {"NOUN", "PROPN"} for s in syntax.subjects(c))
        for c in clauses
    )


def stately(mention: Mention, roles: Roles, words: Words) -> bool:
    """A state is recognised, not what it did: *recognised Norland*, *recognised the State of Norland*."""
    named = any(h.pos_ == "PROPN" or h.lemma_.lower() in STATEHOOD for h in mention.objects)
    return named and any(roles.kind_of(a) == "Country" for a in mention.recipients)


STATEHOOD = frozenset("state independence sovereignty republic government statehood".split())


NOT_GIVEN = frozenset(
    """information evidence report detail answer reply response details data list opportunity chance notice update briefing
    explanation name order instruction statement testimony speech access rise way birth reason attention priority
    example documents document copy letter comment guidance translation figures weight lie damage blow warning word
    time interview space context basis framework""".split()
)


def givable(mention: Mention, roles: Roles, words: Words) -> bool:
    """A thing is given, and it is counted or of use: no answer, no order."""
    things = syntax.children(mention.word, "dobj")
    return mention.number and any(o.pos_ == "NOUN" and o.lemma_.lower() not in NOT_GIVEN for o in things)


WRONGS = frozenset(
    """conduct indifference persecution narrative notion attempt hypocrisy impunity double-standard interference
    attempts racism violence aggression terrorism discrimination annexation occupation blockade censorship intimidation threats harassment
    criminalisation criminalization militarisation militarization colonialism apartheid logic lie slander defamation
    complicity silence exclusion""".split()
)


def wrongdoing(mention: Mention, roles: Roles, words: Words) -> bool:
    """What is rejected is a wrong: a deed of the lexicon, or a word for one (*the persecution of the nurses*)."""
    return any(o.lemma_.lower() in WRONGS or is_deed(o) for o in mention.objects)


def owned(mention: Mention, roles: Roles, words: Words) -> bool:
    """The document's own voice: what others object to is told of them."""
    speaking = any(s.lower_ in {"we", "i"} for s in syntax.subjects(mention.word))
    return speaking or bool(set(mention.agents) & {*roles.cast.author, *roles.cast.adopter})


def ended(mention: Mention, roles: Roles, words: Words) -> bool:
    """The noun is the subject of a verb that says that talks took their course: *talks broke down*."""
    verb = mention.word.head
    return mention.word.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_.lower() in COURSES and told(verb) is not None


COURSES = frozenset("break collapse fail stall end conclude reopen restart resume produce yield".split())


def unread(mention: Mention, roles: Roles, words: Words) -> bool:
    """Not the report in which the same clause finds something, nor the one that it examines: that is told by its verb."""
    noun = mention.word
    if noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return not any(row.name == "determine" for row in triggers().get(("V", noun.head.head.lemma_.lower()), ()))
    verb = noun.head
    return noun.dep_ not in {"dobj", "nsubjpass"} or not any(
        row.name == "consider-report" for row in triggers().get(("V", verb.lemma_.lower()), ())
    )


def counted(mention: Mention, roles: Roles, words: Words) -> bool:
    """A number or a date ties it down."""
    return mention.number or mention.date is not None
