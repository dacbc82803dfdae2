"""Words for persons, groups and their offices: titles, roles, collectives, pronouns, verbs of saying."""

from __future__ import annotations

from demandgraph.extract.name_words import words

TITLES = words(
    """
    mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor emeritus emerita sir dame lord lady madam madame h.e. h.e hon hon. rt
    excellency honourable honorable holiness eminence beatitude majesty highness reverend rev rev. father sister brother imam rabbi sheikh sayyid
    ayatollah hajj pope patriarch cardinal archbishop bishop metropolitan mufti dalai
    general gen. gen colonel col. col major maj. captain capt. capt lieutenant lt. lt sergeant sgt. admiral commander
    sg dg srsg
    marshal brigadier corporal constable inspector superintendent sheriff
    monsignor msgr msgr. deacon canon chaplain venerable swami lama guru mullah maulana grand-mufti justice comrade
    señor señora don doña monsieur herr frau sri shri smt haji maître ing. adv. lieutenant-general major-general
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
    liaison lobbyist strategist interpreter translator clerk registrar auditor governor-general statesman whip laureate winner nominee intern
    """
)
"""What a person is called by office, trade or relation: *the Minister*, *the journalist*."""
OFFICES = words("commissioner rapporteur secretary-general ombudsman ombudsperson high-representative")
"""Offices that act as bodies when no person is named: *the High Commissioner*."""
STATE_ROLES = words(
    "president premier minister chancellor king queen ambassador governor secretary monarch emir sultan"
)
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
    gunman gunmen assailant attacker bystander demonstrator aid-worker paramedic refugee-child hostage-taker
    fisher diver trader weaver baker driver seller hunter herder grower gatherer builder cleaner porter herdsman shepherd nanny
    carpenter mechanic electrician cook waiter clerk accountant cashier docker stevedore steelworker textile-worker
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
    municipality nation authorities elites masses backers allies partner partners regime parties leaders representatives
    prisoners detainees lawmakers politicians students forces groups members observers donors lenders creditors
    """
)
"""Nouns whose plural is a collective that can act: *prisoners*, *governments*, *parties*."""
COLLECTIVE_HEADS = words(
    "group team collective coalition network platform initiative campaign committee movement union"
)
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
REPRESENTING = words(
    "representative representatives delegate delegation delegations ambassador leader leaders spokesman spokesperson"
)
TRANSPARENT = words(
    """
    number numbers majority minority group groups range series variety hundreds thousands millions dozens scores tens lot
    all both each some many most several any none half part rest remainder members array collection pair couple handful
    score list coalition wave
    """
)
"""Nouns that count rather than name: *a number of states* are the states."""
PARTICLES = words(
    "de la le du des del della do dos los las ould da di von van der den bin ibn al el ul abu ben bint y e dos das af zu ter"
)
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
KINSHIP = words(
    "wife husband son daughter brother sister father mother uncle cousin nephew niece grandson granddaughter spouse widow aide"
)
"""Roles whose complement is another person: *brother of X*."""
SURNAME_ROLES = words(
    "bishop king prince pope judge major abbot chancellor dean sheriff marshal constable fellow chief partner baker priest"
)
"""Roles that are also family names."""
AGES = words(
    """man woman child boy girl men women children boys girls infant elderly youth brothers sisters sons daughters mothers
    fathers"""
)
"""Nouns of sex and age, which go together as one group: *women and children*."""

DEEDS = frozenset(
    """raid attack investigation operation crackdown strike shelling bombing decision statement team staff official agent
    officer member leader troop force fighter militant commander report call appeal campaign spokesman spokesperson""".split()
)
"""Nouns whose first part is who does it: *KGB raids*."""
