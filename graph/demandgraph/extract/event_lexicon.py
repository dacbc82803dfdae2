"""The words that tell events: verbs and nouns by class, with the places where their participants stand.

The classes follow PLOVER's event types and VerbNet's verb classes (judgment-33, say-37.7, murder-42.1, attack-33,
meet-36.3, appoint-29.1 …). Each row is one class of words that share a frame:

``name | event type | part of speech | agent | recipient | needs | weight | lemmas | example``

*agent* and *recipient* list the places to look at, in this order, until one names an actor. For verbs ``subj`` and
``obj`` are logical (a passive's ``obj`` is its grammatical subject), ``obj*`` is the object or whoever is behind it
(*condemned Norland's attack* → Norland). For nouns ``poss`` is the genitive, ``mod`` a nationality or name before the
noun. Any other word is a preposition; ``targeting`` stands for participles (*raids targeting X*).

*needs* are conditions, all of which must hold:

``act``       the object is a resolution, law, appeal, treaty …
``person``    the object (or an agent of the noun) is a person or people
``party``     an actor takes part; ``agent``, ``recipient``: in that role
``dated``     a date stands in the clause
``fixed``     a date, or an actor as agent together with a place, number or second actor
``said``      a clause or quotation says what was said
``with:W``    the word W (a particle, preposition or object) depends on the trigger; ``with:A/B``: one of them
``intr``      there is no direct object

*weight* is the confidence before the evidence of one mention is counted (see :mod:`event_weight`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trigger:
    """One word class: what a word of it tells, and where its participants stand."""

    name: str
    type: str
    pos: str
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    needs: tuple[str, ...]
    weight: float
    example: str

    @property
    def rule(self) -> str:
        return f"rules/event/{self.type.lower()}/{self.name}"


_TABLE = """
judge        | Condemnation | V | subj | obj* | not:death/prison/jail/imprisonment/life | .85 | condemn deplore denounce decry deprecate censure lambast lambaste castigate excoriate vilify | The council condemned the raid.
criticise    | Condemnation | V | subj | obj* | agent | .70 | criticise criticize slam blast rebuke chastise reprimand lament bemoan assail | The minister criticised the new law.
accuse       | Condemnation | V | subj | obj | recipient | .75 | accuse blame | She accused the army of theft.
hold-responsible | Condemnation | V | subj | obj | with:responsible/accountable recipient main | .70 | hold | Deputies hold the general responsible for the deaths.
condemnation | Condemnation | N | poss by mod from | of* | object agent | .55 | condemnation denunciation censure | the ministry's condemnation of the raid
condemnation-heading | Condemnation | N | voice | of* | heading | .65 | condemnation | Condemnation of censorship
outrage      | Condemnation | V | subj | at over with:express | with:outrage/dismay/horror/condemnation/indignation/disapproval | .65 | express voice | The union expressed outrage at the ruling.
appal        | Condemnation | A | subj | by at* | opener | .65 | appalled outraged horrified | Appalled by the attack on the convoy,

thank        | Support | V | subj | obj* | - | .85 | thank commend praise applaud salute laud hail congratulate | The mayor thanked the volunteers.
grateful     | Support | A | subj | to* | recipient | .65 | grateful thankful indebted | The mayor is grateful to the volunteers.
proud-to     | Support | A | subj | of* | recipient agent | .45 | proud supportive appreciative | We are proud of the volunteers.
committed-to | Support | A | subj | to* | agent recipient | .50 | committed | Norland is committed to supporting the refugees.
welcome      | Support | V | subj | obj* | agent | .60 | welcome | The assembly welcomed the efforts of the mediators.
appreciate   | Support | V | subj | obj* | agent recipient | .60 | appreciate | We appreciate the host's commitment.
back         | Support | V | subj | obj* | agent recipient | .60 | support back endorse | Ruritania supports the mediators.
back-plan    | Support      | V | subj | obj* | agent with:effort/efforts/call/calls/proposal/proposals/initiative/initiatives/process/plan/work/resolution/waiver/request/position/statement/mandate/mission/reform/reforms/agenda/establishment/creation/appointment/nomination/campaign | .50 | support back endorse | We support the proposal for a waiver.
stand-with   | Support | V | subj | with by alongside beside | with:with/by/alongside/beside/behind recipient | .80 | stand | We stand with the families.
tribute      | Support | V | subj | to* | with:tribute/homage/respect/heed | .65 | pay | The senate paid tribute to the miners.
express-support | Support | V | subj | for* with* to* toward* towards* | with:support/solidarity/gratitude/thank/thanks/appreciation/condolence/condolences/sympathy/sympathies/commitment/backing/recognition/admiration/respect | .80 | express extend offer reiterate reaffirm affirm voice declare pledge renew convey confirm send restate reassert demonstrate show underline | They expressed solidarity with the strikers.
give-aid     | Support | V | subj | to for obj | with:aid/assistance/support/help/relief/funding/fund/funds/grant/loan/equipment/shelter/advice/training/supplies/medicine/food/asylum/protection agent | .55 | provide give deliver grant allocate donate send extend contribute supply | Norland provided assistance to the refugees.
assist       | Support | V | subj | obj | agent recipient | .45 | assist help aid fund shelter | The clinic helped the survivors.
recognise-as | Support | V | subj | obj | with:as agent recipient person | .40 | recognise recognize | Norland recognised Ms Orr as president.
support-noun | Support | N | poss by mod from | for* with* to* of* | agent recipient | .50 | support solidarity gratitude condolences | Norland's support for the rebels
support-heading | Support | N | voice | for* with* to* | heading recipient | .55 | support solidarity gratitude thanks | Full support for the mediators
aid-noun     | Support | N | poss by from | to for | agent recipient | .45 | assistance aid | Norland's assistance to the refugees

say          | Statement | V | subj | to | said agent | .70 | say state announce declare note stress emphasise emphasize underline underscore warn add explain claim argue comment remark observe point insist assert maintain reply respond respond confirm write tweet post predict caution testify reveal admit acknowledge mention pledge vow promise voice contend affirm recount recall opine quip exclaim lament deny repeat highlight remind signal complain | The speaker said that talks would resume.
write-to     | Statement | V | subj | to | agent recipient | .65 | write | The union wrote to the minister.
express-view | Statement | V | subj | to | with:concern/concerns/view/views/doubt/doubts/hope/regret/alarm/opposition/dismay/confidence/readiness/fear/fears/worry/objection/reservations agent | .55 | express voice raise reiterate convey | The envoy expressed concern over the ruling.
ask          | Statement | V | subj | on to obj | agent other | .50 | urge demand request insist implore ask press plead | The union urged the minister to resign.
call-on      | Statement | V | subj | on upon to obj | agent other with:on/upon/for/to | .50 | call appeal | The union called on the minister to resign.
ask-noun     | Statement | N | poss by of from | to on | agent other | .45 | call appeal demand request warning pledge promise accusation allegation | the envoy's call for calm
tell         | Statement | V | subj | obj | said agent | .70 | tell | The speaker told reporters that talks would resume.
inform       | Statement | V | subj | obj | agent recipient | .65 | inform notify assure brief | The envoy informed the members of the talks.
call-names   | Statement | V | subj | - | agent quoted | .60 | call describe label brand dub term | The envoy called the vote “a farce”.
speak        | Statement | V | subj | to with | agent fixed intr | .50 | speak testify comment | The envoy spoke in Norton on 3 May.
according    | Statement | P | of | - | agent speaker | .55 | according | According to the envoy, talks will resume.
statement    | Statement | N | poss by from of mod | to | object agent | .50 | statement speech declaration announcement remarks remark address comment comments communique communiqué interview message testimony keynote | the minister's statement on the border
position     | Statement | N | poss by of | - | agent spoken | .55 | position view opinion stance | the positions voiced by the envoy
issue-statement | Statement | V | subj | to | with:statement/communiqué/communique/declaration/appeal/warning/alert/message/letter/apology/speech/address/announcement/communication/communications/alert/advisory/submission agent | .60 | issue make release deliver give publish post send | The council issued a statement on the ruling.

adopt        | Adoption | V | subj | - | act | .85 | adopt pass approve enact ratify promulgate endorse | The assembly adopted a resolution on water.
sign-law     | Adoption | V | subj | - | act with:law/into/act/bill/legislation/decree/order | .75 | sign | The president signed the bill into law.
become-law   | Adoption | V | - | - | with:law/force/effect act | .70 | become enter come | the Act, which became law in May
push-through | Adoption | V | through subj | - | act with:through | .60 | push rush ram steer force vote | a law rushed through parliament
vote-for     | Adoption | V | subj | - | agent with:for/against/favour/favor/to/down/on | .55 | vote | Members voted for the motion.
reject       | Adoption | V | subj | - | act agent | .55 | reject repeal veto defeat revoke | The senate rejected the bill.
adoption     | Adoption | N | by poss | - | ofact | .45 | adoption passage ratification enactment approval promulgation | the adoption of the law by the diet
vote-noun    | Adoption | N | by of poss clause | - | dated agent | .45 | vote | in a vote on 3 May, the assembly removed the judge
decision     | Adoption | N | by of poss | - | agent body below-to | .45 | decision | the decision of the council to set up a mission
adopted-act  | Adoption | N | poss by mod of | - | actdate | .45 | resolution act law | Assembly resolution 12/3 of 5 March 2003

meet         | Meeting | V | subj | with obj | agent recipient | .70 | meet | The envoy met with the rebels.
meet-date    | Meeting | V | subj | with | agent fixed | .60 | meet convene confer | Ministers met in Norton on 3 May.
discuss      | Meeting | V | subj | with | agent fixed | .55 | discuss consult negotiate | Yesterday we discussed the plan.
visit        | Meeting | V | subj | obj | agent fixed | .50 | visit | The envoy visited the camp on 3 May.
meeting      | Meeting | N | of poss by between mod | with between | held | .70 | meeting talks talk summit conference consultation consultations negotiation negotiations dialogue roundtable round-table briefing forum gathering workshop seminar webinar symposium convention assembly | Talks were held in Norton.
meeting-fixed | Meeting | N | of poss by between mod | with between | fixed | .52 | meeting talks talk summit conference consultation consultations negotiation negotiations visit congress briefing | the summit in Norton last month
session      | Review | N | of poss by mod | of on | held | .65 | session review hearing examination inspection monitoring | The session will be held on 3 May.
review       | Review | N | of poss by mod | of on for into | fixed | .45 | review hearing examination inspection audit session | the third review of Norland in 2020
examine      | Review | V | subj | obj | agent fixed | .50 | review examine inspect monitor audit | The committee reviewed Norland in May.

protest      | Demonstration | V | subj | against at | intr | .65 | protest demonstrate rally march picket riot | Thousands protested in Norton.
strike       | Demonstration | V | subj | against | intr with:work/job/over/against/for agent | .40 | strike | Nurses struck over pay.
to-streets   | Demonstration | V | subj | - | with:streets/street/square | .65 | take pour | People took to the streets.
assemble     | Demonstration | V | subj | - | with:peacefully/call/protest/demand/streets/square | .55 | assemble gather | Students gathered to protest.
rally        | Demonstration | N | of by poss mod | - | fixed | .60 | rally protest demonstration march picket vigil sit-in walkout riot manifestation parade hunger-strike | a rally of miners in Norton
uprising     | Demonstration | N | of by poss mod | against | definite | .50 | uprising revolt unrest strike protests demonstrations rallies riots marches | the uprising in Norland

detain       | Repression | V | subj by | obj | person | .80 | arrest detain imprison jail incarcerate apprehend abduct interrogate | Police arrested four editors.
sentence     | Repression | V | subj by | obj | person | .75 | sentence convict | The editor was sentenced to six years.
torture      | Repression | V | subj by | obj | party | .65 | torture persecute harass intimidate mistreat silence gag surveil oppress repress prosecute | Guards tortured the prisoners.
outlaw       | Repression | V | subj by | obj | anchored | .60 | ban outlaw blacklist disband dissolve censor suppress block close shut shutter evict disbar criminalise criminalize | The court banned the union.
raid         | Repression | V | subj by | obj | party | .65 | raid search | Officers raided the newsroom.
expel        | Repression | V | subj by | obj | person | .60 | deport exile expel banish extradite | Norland deported the singer.
question-by-police | Repression | V | subj by | obj | person police | .65 | summon question seize interrogate search | The editor was summoned by police.
crack-down   | Repression | V | subj | on against | with:down recipient | .60 | crack clamp | The army cracked down on strikers.
deprive      | Repression | V | subj by | obj | person with:of agent | .55 | deprive strip rob | They stripped her of her citizenship.
violate      | Repression | V | subj by | obj | agent with:violation/violations/abuse/abuses | .45 | commit perpetrate | The regime committed grave violations.
deny         | Repression | V | subj by | obj to | with:access/visit/visits/care/treatment/request/requests/permission/contact/visa/passport/bail/lawyer/lawyers party | .50 | deny refuse withhold reject block | The prison refused the lawyers' requests.
send-back    | Repression | V | subj by | obj | person with:forcibly/force/back/away | .55 | send return transfer remove relocate move evict drive | Strikers were forcibly sent back.
order-violence | Violence | V | subj | against | with:violence/killing/attack/strike/shelling/bombing/assault/offensive | .60 | order | The junta ordered violence against strikers.
order-repress | Repression | V | subj | obj | with:crackdown/arrest/arrests/detention/ban/closure/eviction/deportation | .60 | order | The junta ordered the arrest of the editor.
give-order   | Repression | V | subj | obj of | with:order below:deprive/arrest/detain/deport/torture/ban/expel/kill/shoot/beat/jail/seize | .60 | give issue | The junta gave the order to deport them.
arrest-noun  | Repression | N | by poss+ mod | of against on targeting faced poss- | party | .55 | arrest detention imprisonment deportation incarceration sentencing expulsion abduction interrogation prosecution exile trial persecution kidnapping eviction torture ill-treatment mistreatment | the arrest of journalists by the junta
crackdown-noun | Repression | N | by poss mod | of against on targeting faced | party | .55 | raid crackdown harassment suppression intimidation oppression censorship ban clampdown | the junta's crackdown on students
repress-noun | Repression | N | by poss mod | of against on faced targeting | party | .45 | repression violation abuse restriction reprisal silencing | the regime's repression of students

kill         | Violence | V | subj by | obj | - | .70 | kill murder assassinate massacre slaughter execute behead lynch | Soldiers killed nine villagers.
wound        | Violence | V | subj by | obj | person | .60 | injure wound maim rape stab beat assault kidnap displace | Dozens were wounded.
attack       | Violence | V | subj by | obj | party | .65 | attack bomb bombard shell ambush besiege storm torch pillage ravage | Rebels attacked the town.
invade       | Violence | V | subj by | obj | party | .75 | invade annex occupy seize overthrow overrun conquer | Norland invaded the island.
fire-at      | Violence | V | subj | on at towards against into | with:missile/rocket/shot/drone/shell/bullet/fire/mortar | .65 | fire open launch | The fleet fired missiles at the port.
die          | Violence | V | - | subj | fixed | .45 | die perish drown | Six miners died in Norton on 3 May.
intervene    | Violence | V | subj | in against | with:militarily | .60 | intervene | Norland intervened militarily.
wage         | Violence | V | subj | against on | with:war/offensive/attack/campaign/assault/aggression/strike/coup/operation | .60 | wage launch start unleash mount stage carry commit conduct | Norland waged war on its neighbour.
atrocity     | Violence | V | subj by | against | agent with:crime/crimes/atrocity/atrocities/genocide/massacre/murder/cleansing | .48 | commit perpetrate | The militia committed war crimes.
attack-noun  | Violence | N | by poss mod of-agent | on against at targeting of | party | .60 | attack invasion aggression assault offensive bombing shelling bombardment airstrike incursion onslaught siege war coup occupation annexation intrusion strike raid | Norland's attack on the port
killing-noun | Violence | N | by poss+ mod | of against poss- | definite | .55 | killing murder assassination massacre execution shooting death rape genocide slaughter lynching poisoning displacement disappearance | the killing of nine villagers
conflict-noun | Violence | N | by poss mod | against between with | definite | .40 | war conflict violence hostilities fighting clash clashes battle bloodshed explosion blast atrocity atrocities | the war in Norland

election     | Election | N | by | - | definite | .60 | election elections referendum plebiscite runoff by-election poll polls ballot | the presidential election of 2020
elect        | Election | V | subj by | obj | person dated | .50 | elect re-elect | She was elected president in 2019.
win-election | Election | V | - | - | with:election/elections/referendum | .45 | win | He won the election.

investigate  | LegalAction | V | subj by | obj* | agent court | .55 | investigate indict probe charge | The prosecutor indicted the general.
sue          | LegalAction | V | subj | obj against | party | .70 | sue indict impeach | The union sued the ministry.
file         | LegalAction | V | subj | against to in with | with:lawsuit/complaint/suit/petition/case/appeal/charge/charges/claim/application/document/documents/motion agent court | .65 | file lodge submit bring launch initiate open | Lawyers filed a complaint against the general.
refer        | LegalAction | V | subj | to obj | agent court | .55 | refer | Norland referred the case to the court.
rule         | LegalAction | V | subj | - | courtsubj | .60 | rule find order decide issue hold reject dismiss overturn uphold | The court ruled that the ban was void.
acquit       | LegalAction | V | subj by | obj | person | .55 | acquit | The court acquitted the captain.
lawsuit      | LegalAction | N | by poss mod | against into of | party | .42 | lawsuit indictment verdict ruling judgment judgement referral warrant prosecution | the prosecutor's investigation into the deaths
inquiry      | LegalAction | N | by poss mod | into of on against | agent public | .50 | investigation inquiry probe | the prosecutor's investigation into the deaths
court-decision | LegalAction | N | of by poss | on | courtagent agent | .62 | decision ruling judgment judgement order opinion verdict | the decision of the International Court

report       | Report | V | subj | - | said agent bodysubj | .65 | report estimate | The ministry reported that prices rose.
publish      | Report | V | subj | - | with:report/study/survey/finding/findings/analysis/investigation/assessment/review/data/index/figures/results/paper agent | .65 | publish release issue present launch conduct prepare compile | The institute published a report.
determine    | Report       | V | subj | - | said agent | .62 | determine document find conclude verify establish | The mission found that prisoners had been beaten.
report-noun  | Report | N | of by poss from mod prepared | - | agent | .60 | report study survey analysis findings finding assessment | the report of the High Commissioner
according-report | Report | P | of | - | agent | .65 | according | According to the ministry, prices rose.

sanction     | Sanction | V | subj by | obj | agent party | .75 | sanction blacklist embargo | The treasury sanctioned two firms.
impose       | Sanction | V | subj by | on against upon targeting | with:sanction/sanctions/embargo/restriction/restrictions/ban/tariff/tariffs/measure/measures/penalty/penalties agent | .65 | impose adopt lift ease tighten extend expand introduce suspend remove issue announce unveil levy renew | Norland imposed sanctions on the bank.
freeze       | Sanction | V | subj by | obj | with:asset/assets/account/accounts agent | .60 | freeze | Norland froze the assets of the bank.
expel-diplomat | Sanction | V | subj by | obj | with:diplomat/diplomats/ambassador/envoy agent | .55 | expel summon recall | Norland expelled two diplomats.
sanction-noun | Sanction | N | by poss mod | against on targeting | agent recipient | .45 | sanction sanctions embargo | Norland's sanctions against the bank

release      | Release | V | subj by | obj | person | .75 | release free liberate pardon amnesty repatriate | The junta released two editors.
release-noun | Release | N | by poss+ | of poss- | recipient occasioned | .45 | release pardon amnesty liberation | the release of the editors on 3 May

appoint      | Other | V | subj by | obj | fixed | .55 | appoint nominate name elect designate inaugurate | She was appointed envoy in 2019.
found        | Other | V | subj by | with | fixed | .55 | found launch establish create inaugurate unveil form set | Norland launched a fund with its allies.
agree        | Other | V | subj by | with | agent with:agreement/treaty/accord/deal/pact/memorandum/contract/ceasefire/truce/convention/protocol fixed | .60 | sign conclude reach strike broker | Norland signed an accord with the rebels.
transmit     | Other | V | subj by | to | recipient document | .60 | send submit transmit forward deliver hand present | The appeal was sent to the ministries.
introduce-bill | Other | V | subj by | to | act agent | .60 | submit introduce table sponsor propose move | Ms Orr submitted the following resolution.
join         | Other | V | subj | obj | agent fixed | .45 | join leave quit resign withdraw | Norland joined the union in 2004.
move         | Other | V | subj | - | agent occasioned | .50 | return flee emigrate leave travel arrive come fly visit | She returned to Norland in 1999.
mark         | Other | V | subj by | - | occasioned | .55 | mark celebrate commemorate observe | On 8 May the town marks the anniversary.
celebration  | Other | N | of by poss | - | occasioned | .55 | celebration celebrations commemoration ceremony festival parade | celebrations on 9 May in Norton
secure       | Other | V | subj by | - | agent with:opening/access/passage/delivery/agreement/permission | .45 | secure obtain negotiate | The group secured access to the valley.
expose       | Other | V | subj by | - | agent with:photograph/photographs/document/documents/files/evidence | .45 | smuggle photograph leak expose | A clerk smuggled the files out.
award        | Other | V | subj by | obj to | fixed person | .50 | award honour honor decorate | She was awarded the prize in 2019.
cooperate    | Other | V | subj | with | agent recipient | .40 | cooperate collaborate | The union cooperates with the ministry.
"""


def _read(table: str) -> dict[tuple[str, str], tuple[Trigger, ...]]:
    found: dict[tuple[str, str], tuple[Trigger, ...]] = {}
    for line in table.strip().splitlines():
        if not line.strip():
            continue
        name, kind, pos, agents, recipients, needs, weight, lemmas, example = (c.strip() for c in line.split(" | "))
        places = [tuple(w for w in cell.split() if w != "-") for cell in (agents, recipients, needs)]
        trigger = Trigger(name, kind, pos, *places, float(weight), example)
        for lemma in dict.fromkeys(lemmas.split()):
            found[pos, lemma] = (*found.get((pos, lemma), ()), trigger)
    return found


TRIGGERS = _read(_TABLE)
"""Word classes by part of speech (``V``, ``N``, ``A``, ``P``) and lemma, in the order in which they are tried."""

DOCUMENTS = frozenset(
    """resolution law act bill appeal statement declaration decision motion legislation amendment budget text document
    treaty convention protocol constitution decree code charter report agenda programme program plan strategy policy
    agreement communique communiqué petition letter ordinance regulation directive measure package recommendation rule
    reform statute ban outcome communication letter memorandum manifesto proposal paragraph draft""".split()
)
ACTS = DOCUMENTS - {"letter", "report", "measure", "petition", "proposal", "draft", "communication", "memorandum"}
"""What is adopted, passed, ratified."""
COURTS = frozenset(
    """court courts tribunal tribunals judge judges prosecutor prosecutors prosecution jury icc icj echr ecthr magistrate
    chamber judiciary""".split()
)
POLICE = frozenset(
    "police officer officers agent agents authorities kgb fsb security force forces militia guard guards soldiers regime".split()
)
LIGHT_VERBS = frozenset(
    """hold have conduct carry launch make issue stage organise organize take give deliver publish mount commit perform
    undertake wage begin start continue suffer face attend host convene execute perpetrate initiate open join lead
    participate resume deploy use employ unleash order intensify escalate secure obtain win negotiate facilitate
    continue see witness experience endure report document announce""".split()
) - {"see", "witness", "report", "document", "announce"}
"""Verbs that say little more than that the event of their object took place; their subject is its agent."""
PARTITIVES = frozenset(
    """set series number round package wave range array host variety spate campaign act kind form piece string spree
    sequence pattern batch bout succession flurry case instance lot couple dozen hundred thousand""".split()
)
"""Nouns that only measure what follows their *of*: *a series of raids*."""
HAPPENING = frozenset(
    "take happen occur begin start continue last end follow erupt resume hold schedule mark plan slate due".split()
)
"""Verbs whose subject is an event that takes place (*talks began*, *the rally was held*)."""
