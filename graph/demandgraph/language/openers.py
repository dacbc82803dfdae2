"""The verbs and participles that clauses, appeals and list items begin with, and what they tell of the clause."""

from __future__ import annotations

import re

from demandgraph.language.words import words

# Adverbs that stand before the verb of a clause: "Also requests", "Deeply concerned", "Strongly condemns".
ADVERBS = words(
    """also further strongly deeply gravely seriously extremely particularly fully firmly solemnly urgently once again
    therefore hereby furthermore moreover especially warmly highly equally again likewise accordingly immediately
    unequivocally resolutely categorically profoundly greatly duly hence thus unreservedly vigorously expressly
    respectfully sincerely earnestly unanimously"""
)
# Participles and adjectives of preambular clauses beside the forms in -ing (drafting manuals).
PREAMBULAR = words(
    """appalled alarmed aware concerned conscious convinced determined disturbed dismayed encouraged gratified guided
    horrified inspired mindful motivated moved outraged perturbed preoccupied reassured reminded resolved saddened
    shocked troubled united committed dedicated desirous anxious cognizant confident hopeful impressed worried
    distressed indignant whereas having being"""
)
# Third-person verbs that open operative clauses, with what they do beyond the plain ending -s.
OPERATIVE = words(
    """accepts acknowledges adopts advises affirms agrees appeals applauds appoints appreciates approves asks asserts
    assures attaches authorises authorizes believes calls commemorates commends commits condemns confirms
    congratulates considers convenes decides declares demands denounces deplores designates directs disapproves
    draws echoes emphasises emphasizes encourages endorses entrusts establishes exhorts expects expresses extends
    finds fixes gives hails highlights holds honors honours hopes identifies implores insists instructs intends
    invites joins laments launches looks mandates notes objects observes offers opposes orders pays pledges points
    praises proclaims proposes protests provides questions ratifies reaffirms realises realizes recalls receives
    recognises recognizes recommends refers regrets reiterates rejects remains reminds renews repeats requests
    requires reserves resolves responds reminds salutes seeks shares solicits stands states strengthens stresses
    suggests supports suspends takes thanks trusts underlines underscores undertakes urges views voices warns
    welcomes wishes"""
)
# Base forms that imperatives and infinitives of appeals, recommendations and lists of measures begin with.
BASE = words(
    """abandon abide abolish abstain accede accelerate accept accord account achieve acknowledge acquit act adapt
    address adhere adjust admit adopt advance advise advocate afford agree aid align allocate allow amend amplify
    annul answer appeal apply appoint approve arrange arrest ask assess assign assist assure attend authorise
    authorize avoid award back ban bar base be bear become begin block boost boycott break bring broaden build call
    cancel carry cease challenge change charge check choose clarify clear close collaborate collect combat come
    commemorate commence commission commit communicate compensate complete comply conclude condemn conduct confirm
    confiscate consider consolidate constitute construct consult contact continue contribute control convene convert
    convey convict cooperate co-operate coordinate co-ordinate counter create criminalise criminalize curb cut deal
    decide declare decrease decriminalise decriminalize dedicate defend define delay deliver demand demonstrate
    denounce deny deploy deport designate desist destroy detain determine develop devise devote direct disband
    disclose discontinue discourage discuss dismantle dismiss disseminate distribute divest do document donate draft
    draw drop ease educate elaborate eliminate embed emphasise empower enable enact encourage end endeavour endorse
    enforce engage enhance enlarge enquire ensure enter envisage equip eradicate escalate establish evacuate
    evaluate examine exchange exclude exempt exercise exert exhaust exonerate expand expedite expel explain explore
    expose express extend extradite facilitate fight finalise finalize finance find follow forbid formalise
    formulate foster free freeze fulfil fulfill fund furnish gather get give go grant guarantee guard guide halt
    hand harmonise harmonize have heed help hire hold honor honour host identify impeach implement impose improve
    include incorporate increase inform initiate inquire insist inspect institute institutionalise institutionalize
    integrate intensify intervene introduce invest investigate invite involve isolate issue join keep label launch
    lead leave legalise legalize let levy liberate lift limit link list listen lobby look lower maintain make
    mandate meet mediate mobilise mobilize moderate modernise modernize modify monitor move name negotiate nominate
    normalise notify nullify observe offer open operationalise operationalize oppose order organise organize outlaw
    oversee pardon participate pass pause pay penalise perform permit persuade place plan pledge postpone prepare
    present preserve press prevent prioritise prioritize proceed proclaim prohibit promote promulgate propose
    prosecute protect protest provide publicise publicize publish punish pursue put raise ratify reach reaffirm
    reassess recall receive recognise recognize recommend reconsider reconstitute record recruit redouble reduce
    refer reform refrain refuse register regularise regularize regulate rehabilitate reinforce reinstate reject
    release relocate remain remedy remember remind remove render renew renounce reopen repair repatriate repeal
    replace reply report request require rescind resettle reside resist resolve respect respond restart restore
    restrain restrict resume rethink return reveal reverse review revise revisit revoke safeguard sanction save
    scale schedule scrap seek seize send serve set settle share show sign simplify speak spare speed stand start
    state stay step stop strengthen strike strip submit subject summon supply support surrender suspend sustain
    tackle take target terminate tighten toughen track train transfer transform translate transmit treat try turn
    uncover undergo undertake unblock unite update uphold upgrade urge use utilise utilize vacate verify view visit
    vote waive warn watch welcome widen withdraw withhold work write"""
)
# Of these, the ones that are as often nouns: "release of prisoners", told by the word that follows.
ALSO_NOUNS = words(
    """access account act address advance aid answer appeal approach arrest attack award back ban bar base block boost
    boycott break build call challenge change charge check control counter cut deal delay demand document draft draw
    drop ease end exercise express fight force free freeze fund guarantee guard guide halt hand help hire hold honor
    honour host increase issue label launch lead leave let lift limit link list look mandate meet monitor move name
    notice offer open order pardon pass pause pay place plan pledge press progress protest raise reach recall record
    reform register release remedy repair repeal reply report request resettle resolve respect return reverse review
    sanction schedule share show sign speed stand start state stay step stop strike subject supply support surrender
    target track train transfer treat try turn update upgrade use view visit vote warrant watch welcome work"""
)
NOMINAL = words(
    """of for in from by on at between against among within is are was were has have had will would should must as than
    per"""
)
WORDS = re.compile(r"[^\W\d_][\w'’-]*")


def first_words(text: str, count: int = 6) -> list[str]:
    """The first words of a text in lower case, markers and quotation marks left out."""
    return [w.lower() for w in WORDS.findall(text[:120])[:count]]


def opener(text: str) -> str:
    """What a clause begins with, leading adverbs aside.

    Returns
    -------
    ``operative`` (*Also urges*), ``participle`` (*Deeply concerned by*, *Recalling*), ``imperative`` (*Release*,
    *Immediately impose*, *Do not*, *be free*), ``infinitive`` (*to release*), ``that`` (*that all…*), ``""`` for
    anything else
    """
    found = first_words(text)
    while found and (found[0] in ADVERBS or (len(found) > 1 and found[0].endswith("ly") and found[0] not in BASE)):
        found.pop(0)
    if not found:
        return ""
    first, then = found[0], found[1] if len(found) > 1 else ""
    if first == "that":
        return "that"
    if first == "to" or (first == "not" and then == "to"):
        verb = then if first == "to" else found[2] if len(found) > 2 else ""
        return "infinitive" if verb in BASE or verb.endswith("ly") or verb in ("not", "also", "further") else ""
    if first in ("do", "don't", "don’t", "never", "not"):
        return "imperative" if then == "not" or then in BASE else ""
    if first in PREAMBULAR or (first.endswith("ing") and len(first) > 5 and first not in NOT_PARTICIPLES):
        return "participle"
    if first in OPERATIVE or (base_of(first) and text[:1].islower()):
        noun = first in NOUNS_IN_S and then in NOMINAL and (first, then) not in VERB_AND_PARTICLE
        return "" if noun else "operative"
    if first in BASE:
        return "" if first in ALSO_NOUNS and (then in NOMINAL or not then) else "imperative"
    return ""


def base_of(word: str) -> str:
    """The base form of a verb in the third person (*denies*), ``""`` if it is none that is known."""
    for ending, base in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + base in BASE:
            return word[: -len(ending)] + base
    return ""


NOT_PARTICIPLES = words(
    "during nothing something anything everything morning evening building beijing meeting spring string"
)
NOUNS_IN_S = words(
    """appeals demands requests supports states views notes calls offers orders protests questions proposes hopes
    wishes points honours honors trusts"""
)
VERB_AND_PARTICLE = frozenset((v, p) for v in ("calls", "appeals") for p in ("for", "on", "upon", "to")) | {
    ("hopes", "for"),
    ("protests", "against"),
}
