"""Closed word classes that the demand rules ask for: verbs of speech, adverbs, action verbs, list nouns, agents."""

from __future__ import annotations

# Verbs that report what somebody says or thinks: the subject of one is the issuer of what stands under it.
SPEECH = frozenset(
    """say state stress emphasize emphasise underline underscore note add argue believe think warn declare insist
    maintain reiterate affirm reaffirm repeat claim explain conclude observe comment write tell announce agree hold
    consider remark assert point highlight recall acknowledge recognize recognise feel contend opine tweet post
    submit find reply answer continue convince realize realise remind inform confirm suggest propose recommend demand
    urge request ask""".split()
)
# Participles after a comma that open a new act of speech and so close what is asked before them.
SPEECH_ING = frozenset(
    """saying stating stressing emphasizing emphasising underlining underscoring noting adding arguing warning declaring
    insisting reiterating affirming reaffirming claiming explaining observing recalling acknowledging recognizing
    recognising calling urging demanding asking requesting inviting encouraging appealing recommending expressing
    welcoming condemning deploring denouncing criticizing criticising describing citing pointing thanking praising
    commending rejecting reminding regretting proposing suggesting advocating pleading imploring exhorting voicing
    accusing blaming hoping believing considering concluding highlighting wishing pledging promising""".split()
)
# Verbs that open an operative or preambular clause (United Nations editorial and drafting manuals), third person.
OPERATIVE = frozenset(
    """accepts acknowledges adopts affirms agrees appeals appoints appreciates approves asks authorizes authorises calls
    commends concludes condemns confirms congratulates considers decides declares demands denounces deplores designates
    determines directs draws emphasizes emphasises encourages endorses establishes exhorts expresses highlights hopes
    insists instructs invites looks notes notices observes proclaims proposes reaffirms recalls recognizes recognises
    recommends regrets reiterates rejects remains reminds renews repeats requests requires resolves salutes stresses
    strongly submits suggests supports takes thanks trusts underlines underscores urges warns welcomes wishes
    commits honors honours praises applauds notes deems mandates opposes""".split()
)
# Nouns for documents that speak for whoever adopted, signed or wrote them.
DOCUMENTS = frozenset(
    """resolution document text declaration statement letter appeal petition report motion communique communiqué memorandum
    message brief submission decision recommendation opinion article provision paragraph clause press release
    manifesto charter note amendment draft bill op-ed editorial lawsuit suit complaint
    review audit study inquiry survey guideline guidance""".split()
)
# "the following measures", "these steps": content that only points at a list.
LIST_NOUNS = frozenset(
    """measure step action recommendation demand request proposal point following item thing way change commitment
    principle priority ask requirement task suggestion condition""".split()
)
# Adverbs and particles that may stand between a trigger's parts or before a verb.
ADVERBS = frozenset(
    """also further again once more strongly urgently solemnly firmly therefore thus hereby moreover furthermore instead
    now still immediately fully just only likewise formally publicly repeatedly explicitly additionally however
    respectfully kindly jointly unanimously particularly especially specifically equally similarly finally then even so
    earnestly sincerely categorically clearly consistently simply really actually personally always never first
    secondly lastly today yesterday please strenuously expressly actively""".split()
)
# Verbs whose content is a remark, not an action: "it should be noted", "it is important to remember".
REMARKS = frozenset(
    """note recall remember mention emphasize emphasise stress recognize recognise acknowledge understand underline
    underscore say know see consider observe highlight remark add admit realize realise point bear pay thank
    congratulate apologize regret forget""".split()
)
# Base forms that open requests in letters, appeals and lists; wider than VerbNet's `act` classes on purpose: the
# tagger often reads them as nouns at the head of a sentence.
ACTION_VERBS = frozenset(
    """abandon abide abolish abstain accede accelerate accept acknowledge act adapt address adhere adjust adopt advance
    advocate agree allocate allow amend annul apologise apologize apply appoint approve arrange arrest assess assist
    assure attend avoid ban bar begin block boycott bring broaden build call cancel carry cease change check clarify
    clear close combat come commit commission compensate complete comply concentrate condemn conduct confirm consider
    consult contact continue contribute control convene convey cooperate coordinate counter create cut deal decide
    declare decriminalise decriminalize defend define deliver demand demonstrate deny deploy designate desist detail
    develop direct disarm disband disclose discontinue dismantle dismiss disseminate distribute document do donate
    draw drop educate elaborate elect eliminate embrace employ empower enable enact encourage end endorse enforce
    engage enhance ensure enter equip eradicate escalate establish evacuate evaluate examine execute exclude exercise
    expand expedite expel explain explore expose express extend extradite facilitate fight finance find focus follow
    forward foster free freeze fulfil fulfill fund give go grant guarantee halt hand harmonise harmonize have hear help hire
    hold honor honour host identify immediately impeach implement impose improve include incorporate increase inform
    initiate insist inspect institute instruct integrate intensify intervene introduce invest investigate invite involve
    isolate issue join keep launch lay lead leave let liberate lift limit link listen look lower maintain make mandate
    mark meet mobilise mobilize monitor move name negotiate nominate notify observe obtain offer open oppose order
    organise organize oust outlaw overturn pardon participate pass pay permit persuade place plan play pledge postpone
    practise prepare present preserve press pressure prevent prioritise prioritize probe proceed process produce
    prohibit promote propose prosecute protect protest provide publish pull punish pursue push put quash raise ratify
    reach react reaffirm recall recognise recognize recommend reconsider reconstruct recruit redouble reduce reevaluate
    refer reform refrain refuse reinforce reinstate reinvigorate reject release remain remember remove renew renounce
    reopen repair repatriate repeal replace reply report repudiate request require rescind resist resolve respect respond
    restore restrain restrict resume retain return reveal reverse review revise revisit revoke safeguard sanction scale
    scrap secure seek seize send set settle share show sign simplify speak spare speed stand start state stay step
    stop strengthen strip structure submit summon supply support suspend sustain tackle take talk target tell terminate
    tighten track train transfer transmit treat try undertake unblock uphold urge use utilise utilize vacate value veto
    adjourn axe bolster boost broker cancel cap censure curb decarbonise decarbonize dissolve divest downgrade enlarge
    enrol enroll exempt expropriate finalise finalize fix fully-fund legalise legalize nationalise nationalize notify oblige
    outlaw overhaul overrule peg phase privatise privatize rebuild recalibrate recognise recuse refund regulate rehire
    reimburse relocate renegotiate replenish reschedule retrain retry rewrite roll save shelve shorten shut steer strike
    subsidise subsidize tax toughen unfreeze unlock update upgrade vacate verify vet
    vote waive warn welcome withdraw withhold work write don't do re""".split()
)
# Imperatives of web pages and press kits that ask nothing of anybody in the case.
PAGE_IMPERATIVES = frozenset(
    """see read click visit subscribe download follow share note contact watch listen email sign view learn find
    tweet like donate enter scroll search browse browse photo register rsvp call""".split()
)
# Nouns that can act: where the grammar alone must tell an addressee (*call for states to act*) from a thing.
AGENT_NOUNS = frozenset(
    """government authority state party member country leader minister president parliament council commission committee
    assembly congress senate official nation people citizen community actor stakeholder organisation organization agency
    body institution company business employer worker union court judge prosecutor police army force troop ally partner
    donor power regime administration ministry department office secretariat secretary general commissioner rapporteur
    expert delegation delegate mission representative ambassador diplomat embassy bank corporation industry firm
    lawmaker legislator mep politician candidate opposition faction group militia fighter rebel side belligerent player
    signatory mediator negotiator coordinator director chair chairman chairperson board league federation association
    network coalition alliance university school teacher student journalist media outlet newspaper broadcaster platform
    church clergy society individual person man woman child everyone anyone all those others victim family lawyer doctor
    hospital operator owner provider supplier manufacturer investor shareholder lender creditor city municipality province
    region neighbour neighbor majority minority voter electorate public youth system bodies entity mechanism team
    panel jury movement campaign relative resident inhabitant expert envoy president queen thousand hundred dozen million
    team group human wife husband mother father daughter son brother sister friend colleague peer staff crew
    prosecutor-general mayor governor king queen pope patriarch bishop ombudsman ombudsperson g7 g20 brics""".split()
)
CROWDS = frozenset("thousands hundreds dozens scores many some several most few others both people tens".split())
_THINGS_IN_ER = frozenset(
    "order paper number letter matter power border error factor water weather offer answer chapter centre center other".split()
)


def can_act(lemma: str, tag: str = "NN") -> bool:
    """Whether a noun (lower case) names somebody who can ask or be asked: by list, or by the ending of a person noun."""
    if lemma in AGENT_NOUNS or lemma in CROWDS or (tag.endswith("S") and lemma.rstrip("s") in AGENT_NOUNS):
        return True
    return lemma.endswith(("er", "or", "ist", "ant", "ian", "man", "ee", "eer", "ive")) and lemma not in _THINGS_IN_ER


SELF = frozenset({"i", "we", "us", "our", "me", "my", "ourselves"})
