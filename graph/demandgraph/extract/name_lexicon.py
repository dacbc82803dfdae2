"""Words that tell what a capitalised name is: heads of bodies, titles of persons, what is no actor at all.

Everything is lower case and singular; plurals are cut by :func:`singular`. The lists are closed classes of English as
far as such classes are closed: nouns for public bodies, for private bodies, for holders of an office, for papers,
places and occasions that carry capitals but do nothing.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """The words of a table cell."""
    return frozenset(text.split())


PUBLIC_HEADS = words(
    """
    administration agency airforce army assembly authority bundestag bureau cabinet chamber chancellery
    chancery commissariat commission consulate council court customs delegation department diet directorate
    duma embassy forces gendarmerie government guard inspectorate intelligence jirga judiciary junta knesset kgb
    legislature majlis marines military militia ministry mission municipality navy office ombudsman ombudsperson
    parliament police politburo prefecture prison procuratorate prosecution rada regime registry riigikogu
    saeima secretariat sejm senate seimas service storting supremecourt taskforce treasury tribunal verkhovna
    prosecutor constabulary battalion regiment
    """
)
"""Heads of public bodies: *Ministry of Labour*, *Supreme Court*."""

PRIVATE_HEADS = words(
    """
    academy action aid airlines alliance amnesty association bloc brigade broadcasting brotherhood campaign caucus center
    centre charity church circle clinic club coalition collective college company confederation conglomerate congress
    consortium cooperative corporation corporations corp corps daily defenders diocese enterprise faction federation
    fellowship foundation front fund fraternity gazette gmbh group guild herald hospital house inc industries
    initiative institute institution international journal league legion liberation limited llc lobby ltd magazine media
    mirror monitor monitors mosque movement museum network news newspaper ngo observatory observer opposition orchestra order
    organisation organization partnership party platform post press project radio reporter reporters review
    school seminary society solidarity station studio syndicate synod team telegraph television theatre times trust tv
    union university watch workshop
    """
)
"""Heads of bodies that are not public: *Federation of Miners*, *Evening Press*."""

EITHER_HEADS = words(
    """
    council commission committee congress union bank fund office board organization organisation centre center group
    institute mission service panel assembly forum conference partnership network programme program initiative mechanism
    corporation press secretariat chamber academy front order house force forces guard court delegation
    bureau agency administration authority institution subcommittee taskforce team unit division section branch community
    """
)
"""Heads that public and private bodies share; what stands before and after them decides."""

BODY_HEADS = PUBLIC_HEADS | PRIVATE_HEADS | EITHER_HEADS

PUBLIC_SIGNS = words(
    """
    national federal state supreme constitutional human security general foreign european united un eu ministerial
    parliamentary presidential royal central electoral election judicial legislative intergovernmental interministerial
    military defence defense interior internal public civil regional municipal city district provincial high special
    permanent standing select joint working economic investigative investigation criminal police nations council senate
    congress parliament government governmental rights inter-american african interim monitoring peacekeeping affairs border
    armed air naval intelligence counter-terrorism anti-corruption prosecutor prosecutors statistics treasury customs
    """
)
"""Words beside a shared head that make it a public body: *Supreme Council*, *Committee on Foreign Affairs*."""

STRONG_PUBLIC_SIGNS = words(
    """
    un eu nations government governmental ministerial parliamentary presidential intergovernmental interministerial state
    federal military armed police inter-agency congressional central supreme joint municipal royal
    """
)
"""Words that make even the head of a private body public: *Parliamentary Group*."""

PRIVATE_SIGNS = words(
    """
    helsinki workers women youth students journalists lawyers jurists trade trades labor labour catholic orthodox islamic
    muslim jewish christian baptist red crescent cross diaspora world independent free democratic people peoples popular
    citizens civic consumers farmers peasants refugees survivors veterans writers pen solidarity strike coordination
    anti-crisis transitional shadow exile resistance opposition liberation revolutionary global grassroots community friends
    """
)
"""Words beside a shared head that make it a private body: *Strike Committee*, *Workers' Council*."""

TITLES = words(
    """
    mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady madam madame h.e. h.e hon hon. rt
    excellency honourable honorable holiness eminence beatitude majesty highness reverend rev rev. father sister brother imam rabbi sheikh sayyid
    ayatollah hajj pope patriarch cardinal archbishop bishop metropolitan mufti dalai
    general gen. gen colonel col. col major maj. captain capt. capt lieutenant lt. lt sergeant sgt. admiral commander
    sg dg srsg
    marshal brigadier corporal constable inspector superintendent sheriff
    st. saint king queen prince princess emperor sultan emir duke
    """
)
"""Words that only stand before the name of a person."""

ROLES = words(
    """
    president vice-president premier minister prime-minister chancellor vice-chancellor secretary secretary-general
    under-secretary undersecretary deputy governor mayor ambassador envoy consul attaché attache representative
    rapporteur commissioner chair chairman chairwoman chairperson co-chair vice-chair head leader co-leader chief director
    director-general managing-director executive ceo coordinator co-ordinator spokesman spokeswoman spokesperson founder
    co-founder cofounder member senator congressman congresswoman congressperson lawmaker parliamentarian legislator mp mep
    speaker judge prosecutor attorney lawyer barrister solicitor advocate ombudsman ombudsperson counsel counsellor
    councillor councilor officer official adviser advisor aide assistant manager editor editor-in-chief journalist reporter
    correspondent columnist blogger photographer writer author poet publisher producer broadcaster filmmaker
    activist campaigner defender dissident opposition-leader politician candidate analyst researcher expert scholar
    academic lecturer professor rector vice-rector dean principal teacher student scientist economist historian doctor
    physician nurse engineer worker farmer artist musician actor singer treasurer trustee secretary-treasurer convenor
    convener organiser organizer facilitator moderator delegate diplomat negotiator mediator observer monitor commander
    commandant colonel veteran fellow partner patron prisoner detainee defendant plaintiff whistleblower widow wife
    husband son daughter brother sister father mother uncle cousin nephew niece grandson granddaughter spouse
    king queen prince princess pope patriarch archbishop bishop priest pastor dictator autocrat strongman ruler
    vice-minister high-representative frontman businessman businesswoman oligarch entrepreneur volunteer supporter
    interpreter translator clerk registrar auditor governor-general statesman whip laureate winner nominee intern
    """
)
"""What a person is called by office, trade or relation: *the Minister*, *the journalist*."""

OFFICES = words("commissioner rapporteur secretary-general ombudsman ombudsperson high-representative")
"""Offices that act as bodies when no person is named: *the High Commissioner*."""

STATE_ROLES = words("president premier minister chancellor king queen ambassador governor secretary monarch emir sultan")
"""Offices of a state: *the German chancellor* holds office in Germany."""

STATE_SERVANTS = STATE_ROLES | words(
    """president vice-president minister vice-minister deputy lawmaker parliamentarian legislator mp senator congressman
    congresswoman prosecutor attorney general spokesman spokeswoman spokesperson representative envoy diplomat negotiator
    commissioner mayor governor official officer commander colonel judge justice ombudsman adviser advisor consul speaker
    head chief leader delegate king queen prince dictator ruler autocrat rapporteur"""
)
"""Roles that one holds for a state: a *Freelandish minister* serves Freeland, a *Freelandish painter* does not."""

ROLE_MODIFIERS = words(
    """
    deputy vice acting interim former ex outgoing incoming current then newly elected senior chief first second permanent
    special principal prime foreign high executive managing general honorary late assistant associate regional national
    federal state press opposition finance defence defense interior justice health education labour labor environment
    human rights de facto self-proclaimed self-declared ousted deposed exiled jailed imprisoned detained sanctioned
    extraordinary plenipotentiary emeritus emerita legitimate illegitimate longtime long-time veteran prominent leading co political policy legal media communications
    """
)

PORTFOLIO = words(
    """
    affairs defence defense finance justice interior health education policy security trade rights development labour labor
    environment agriculture energy transport culture economy commerce employment immigration integration neighbourhood
    external relations enlargement cooperation co-operation reform communication communications communities relations migration
    """
)
"""What ministers and commissioners are for."""

PAPERS = words(
    """
    accord act agenda agreement amendment annex appeal appendix article articles bill budget calendar certificate chapter charter
    clause code communique communiqué compact constitution contract convention covenant decision declaration decree
    directive document draft edition framework goals goal guideline guidelines instrument law laws legislation letter
    manifesto measures memorandum note objective observations opinion order ordinance outcome paper paragraph peace petition plan
    policy principles programme program proposal protocol provisions recommendation recommendations record regulation
    report resolution review roadmap rule rules schedule section standards statement statute strategy summary
    release releases bulletin newsletter video advisory alert notice remarks speech interview briefing result
    supplement target targets text title treaty understanding volume vision
    """
)
"""Heads of papers: laws, treaties, reports. A name with such a head is no actor."""

SPOKEN_PAPERS = words(
    """letter letters appeal statement statements report note opinion release releases speech remarks petition press bulletin
    newsletter video alert notice interview briefing paper text record review decision order result proposal recommendation"""
)
"""Papers whose *of*, *from* and *by* lead to their author and not to a part of their title."""

OCCASIONS = words(
    """
    anniversary assault attack award campaign celebration ceremony championship championships conference conflict congress crisis cup day days
    decade dialogue election elections era event exhibition festival games holocaust holodomor invasion jubilee massacre
    meeting month offensive olympics operation pandemic period plenary prize process referendum revolution round
    season seminar session presidency chairmanship spring summit symposium uprising war week winter year years world-war workshop cold
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter ramadan
    """
)
"""Heads of occasions and times."""

PLACES = words(
    """
    airport area avenue bank basin bay beach boulevard border bridge building camp canal cathedral channel city coast
    corridor county desert district east gulf hall headquarters heights highway hotel island islands isle lake lane line
    mountain mountains mount north oblast ocean palace park peninsula plaza port prison province quarter region river road room
    sea south square station strait straits street strip territory territories town tower valley village ward west zone zones
    colony detention facility continent hemisphere cemetery memorial monument square
    """
)
"""Heads of places."""

THINGS = words(
    """
    website internet web covid covid-19 email e-mail telephone fax tel phone page photo image video source contact
    copyright license licence item file english french russian spanish arabic chinese german language annex table figure
    no no. res res. sess doc doc. vol xv
    ibid annex see footnote god bible quran constitution communism nazism fascism islam christianity democracy war rule law rights
    """
)

GROUP_HEADS = words(
    """
    people peoples population populations public society community communities diaspora citizenry
    youth media press opposition elite leadership workforce clergy staff personnel crew family families
    police troops forces militia militias gang gangs group groups team delegation delegations electorate
    minority minorities civilians
    """
)
"""Singular-looking nouns that denote a collective."""

PERSON_NOUNS = ROLES | words(
    """
    adult adolescent ally accomplice adversary applicant asylum-seeker athlete author authority backer belligerent beneficiary boy
    captive carer caregiver child children citizen civilian client colleague combatant companion consumer contractor
    contributor creditor creditor critic customer deportee descendant disabled donor dissident dweller elder elite
    employee employer enabler enemy entity entrepreneur european exile expatriate extremist faction fan fighter
    fisherman foreigner friend frontliner gangster girl graduate guard guest heir hero hostage household human
    individual infant inhabitant inmate insurgent internee investor islander jew christian muslim juvenile kidnapper killer
    kin laborer labourer landowner lecturer lender man men mercenary merchant migrant militant militiaman miner minor monk
    mothers murderer national neighbor neighbour newborn nomad nun objector occupant occupier offender operative opponent
    organisation organization orphan owner pacifist parent participant party passenger patient peasant peacekeeper
    pensioner performer perpetrator person persons people personnel persecutor petitioner pilgrim pilot player policeman
    policemen policewoman practitioner predecessor professional proponent protester protestor provider proxy pupil
    rebel recipient refugee relative relief resident respondent responder retiree returnee rival sailor schoolchild schoolchildren
    schoolgirl schoolboy seafarer senior separatist settler shareholder signatory sister-nation smuggler soldier specialist
    speaker sponsor stakeholder state subject successor supplier survivor suspect sympathiser sympathizer taxpayer terrorist
    torturer tourist trader trafficker trainee traveller traveler tribe troop user vendor victim villager visitor voter
    victimizer warlord warrior witness woman women worker youngster youth zealot actor agency ngo csos cso institution institutions
    government parliament ministry court country countries power powers union bloc company companies corporation business
    businesses bank association network coalition body bodies council commission committee employers team side sides mission
    institution outlet outlets broadcaster platform regulator region-state
    municipality authorities elites masses backers allies partner partners regime parties leaders representatives
    prisoners detainees lawmakers politicians students forces groups members observers donors lenders creditors
    """
)
"""Nouns whose plural is a collective that can act: *prisoners*, *governments*, *parties*."""

COLLECTIVE_HEADS = words("group team collective coalition network platform initiative campaign committee movement union")
"""Heads of bodies that are often written small: *Initiative group of former prisoners*."""

ARMED = words(
    """armed security police military occupation occupying defence defense government special russian intelligence
    peacekeeping enforcement border riot ground air naval regular regime state coalition allied"""
)
"""What makes *forces* a public body and not a camp of people."""

LAWMAKERS = words("mep lawmaker parliamentarian legislator deputy senator congressman mp congressperson")
"""Members of a parliament, who in the plural stand for it."""

COLLECTIVE_PLURALS = words(
    """
    authorities forces troops elites masses lawmakers servicemen servicewomen policemen firefighters mps meps csos ngos
    nationals police people personnel media children women men youth families communities
    """
)

STATE_NOUNS = words("government authorities administration leadership state cabinet")
"""Nouns that with a country's name or adjective denote the country itself: *the Lithuanian government*."""

REGIME_NOUNS = words("regime junta dictatorship")

REPRESENTING = words("representative representatives delegate delegation delegations ambassador leader leaders spokesman spokesperson")

TRANSPARENT = words(
    """
    number numbers majority minority group groups range series variety hundreds thousands millions dozens scores tens lot
    all both each some many most several any none half part rest remainder members array collection pair couple handful
    score list coalition wave
    """
)
"""Nouns that count rather than name: *a number of states* are the states."""

CONNECTORS = words("of for on in to against and the de la le du des von van der den bin ibn al el & at with under without")
PARTICLES = words("de la le du des da di von van der den bin ibn al el ul abu ben bint y e dos das af zu ter")

METONYM_BODIES = {"mep": "european parliament", "lawmaker": "", "senator": "", "congressman": ""}

PRONOUNS_SPEAKER = words("i we me us my our ours mine myself ourselves")
PRONOUNS_ADDRESSEE = words("you your yours yourself yourselves")
PRONOUNS_PERSON = words("he she him her his hers himself herself")
PRONOUNS_BODY = words("it its itself")
PRONOUNS_PLURAL = words("they them their theirs themselves")
PRONOUNS = PRONOUNS_SPEAKER | PRONOUNS_ADDRESSEE | PRONOUNS_PERSON | PRONOUNS_BODY | PRONOUNS_PLURAL

SAYING = words(
    """
    say tell state note stress emphasise emphasize add explain declare announce comment remark argue claim insist warn
    write report conclude point observe recall ask reply respond affirm reaffirm reiterate urge call demand acknowledge
    admit agree believe caution complain confirm deny describe denounce condemn express highlight inform mention predict
    promise propose recommend suggest reveal tweet underline underscore vow welcome voice assert allege advise appeal continue
    lament deplore quote speak testify pledge
    """
)

NO_BODIES = words(
    """covid covid-19 hiv aids lgbt lgbti lgbtq lgbtqi lgbtqia lgbtiq sogi trips gdp gni sdg sdgs mdg mdgs ngo ngos cso csos idp idps ip it ict
    dna pdf url faq tv ai uav phe pheic pcr hq ceo cfo coo id no usd eur gbp chf am pm gmt utc cet est ldc ldcs sids r&d wmd
    csw upr pta fta mou ied icbm rsvp ok sos asap etc op l rev add corr"""
)
"""Abbreviations that name no actor."""

TRADES = words(
    """reporter journalist doctor physician lawyer nurse engineer teacher student writer author artist scientist worker farmer
    mother father parent friend veteran soldier prisoner woman youth citizen neighbour lecturer scholar advocate
    defender activist musician actor economist jurist judge scientist fellow""",
)
"""Callings whose plural opens or closes the name of a body: *Doctors Without Borders*, *Union of Journalists*."""

SUFFIXES = words("jr jr. sr sr. ii iii iv oam am ao ac obe cbe mbe kbe phd ph.d. md mp mep qc kc esq esq.")
"""What stands behind the family name of a person."""

NICKNAMES = {
    "joe": "joseph", "mike": "michael", "bill": "william", "bob": "robert", "jim": "james", "tom": "thomas",
    "tony": "anthony", "dave": "david", "chris": "christopher", "steve": "stephen", "dan": "daniel", "ben": "benjamin",
    "sam": "samuel", "liz": "elizabeth", "kate": "katherine", "alex": "alexander", "nick": "nicholas", "matt": "matthew",
    "andy": "andrew", "ted": "edward", "dick": "richard", "rick": "richard", "jeff": "jeffrey", "greg": "gregory",
    "ken": "kenneth", "ron": "ronald", "don": "donald", "sue": "susan", "tim": "timothy", "ed": "edward",
}  # fmt: skip

HONORIFICS = words(
    """mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady h.e. h.e hon hon. excellency honourable
    honorable rev rev. father imam sheikh ayatollah gen. col. maj. capt. lt. lt sgt. senator congressman congresswoman"""
)
"""Titles behind which everything is the name of a person."""

KINSHIP = words("wife husband son daughter brother sister father mother uncle cousin nephew niece grandson granddaughter spouse widow aide")
"""Roles whose complement is another person: *brother of X*."""

SURNAME_ROLES = words("bishop king prince pope judge major abbot chancellor dean sheriff marshal constable fellow chief partner baker priest")
"""Roles that are also family names."""

AGES = words("man woman child boy girl men women children boys girls infant elderly youth")
"""Nouns of sex and age, which go together as one group: *women and children*."""


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case without accents."""
    text = (files("demandgraph.extract") / "names_given.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and line[0] != "#")


def is_given(word: str) -> bool:
    """Whether a word is known as a given name."""
    low = word.lower()
    if low in given_names():
        return True
    if low.isascii():
        return False
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return plain in given_names()


IRREGULAR = {
    "people": "people", "children": "child", "women": "woman", "men": "man", "policemen": "policeman",
    "countries": "country", "parties": "party", "bodies": "body", "families": "family", "ministries": "ministry",
    "agencies": "agency", "authorities": "authority", "communities": "community", "news": "news", "times": "times",
    "forces": "forces", "press": "press", "media": "media", "witnesses": "witness", "businesses": "business",
    "congress": "congress", "corps": "corps", "airlines": "airlines", "crisis": "crisis", "persons": "person",
    "universities": "university", "companies": "company", "allies": "ally", "enemies": "enemy", "series": "series",
    "lawmakers": "lawmaker", "process": "process", "minorities": "minority", "adversaries": "adversary",
}  # fmt: skip


def among(word: str, nouns: frozenset[str]) -> bool:
    """Whether a lower-case noun, or its singular, is in a list."""
    return word in nouns or singular(word) in nouns


def singular(word: str) -> str:
    """The singular of a lower-case noun, by the regular endings and a few exceptions."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
