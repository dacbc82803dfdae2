"""Words that tell what a capitalised name is: heads of bodies, papers, occasions, places."""

from __future__ import annotations

from demandgraph.extract.name_words import words

PUBLIC_HEADS = words(
    """
    administration agency airforce army assembly authority bundestag bureau cabinet chamber chancellery
    chancery commissariat commission consulate council court customs delegation department diet directorate
    duma embassy forces gendarmerie government guard inspectorate intelligence jirga judiciary junta knesset
    legislature majlis marines military militia ministry mission municipality navy office ombudsman ombudsperson
    parliament police politburo prefecture prison procuratorate prosecution rada regime registry riigikogu
    saeima secretariat sejm senate seimas service storting supremecourt taskforce treasury tribunal verkhovna
    prosecutor constabulary battalion regiment command fleet squadron platoon
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
    union university watch workshop chambers
    """
)
"""Heads of bodies that are not public: *Federation of Miners*, *Evening Press*."""
PUBLIC_NAMES = words("kgb fsb gru cia fbi nsa nsc mi5 mi6 mossad stasi irgc sbu dhs ice frontex")
"""Abbreviations of state services that texts use without spelling them out."""

EITHER_HEADS = words(
    """
    council commission committee congress union bank fund office board organization organisation centre center group
    institute mission service panel assembly forum conference partnership network programme program initiative mechanism
    corporation press secretariat chamber academy front order house force forces guard court delegation
    bureau agency administration authority institution subcommittee taskforce team unit division section branch community
    """
)
"""Heads that public and private bodies share; what stands before and after them decides."""
FOREIGN_PUBLIC = words(
    """ministerio ministère ministério tribunal corte fiscalía fiscalia gobierno gouvernement governo asamblea assemblée senado
    defensoría procuraduría procuradoria"""
)
FOREIGN_PRIVATE = words(
    """grupo instituto asociación asociacion associação associação fundación fundacion fundação federación federação sindicato
    unión união centro comité comitê comisión red rede movimiento movimento colectivo coletivo coordinadora consejo conselho
    frente alianza aliança plataforma observatorio observatório liga corporación mesa articulação confederación
    association fédération syndicat ligue réseau mouvement collectif conseil institut union fondation observatoire groupe
    coordination confédération amis maison comite verband verein bund stiftung gewerkschaft gesellschaft netzwerk"""
)
"""Heads of bodies in Romance and German names, where they come first: *Instituto de Prensa*."""
SHARED_HEADS = words(
    "association union coordination institut groupe corte tribunal red mesa amis maison bund verein rede liga centro grupo"
)
"""Of these, what other languages have too: they need a small word behind them."""
OPENING_BODIES = words(
    "public access amnesty oxfam global article reporters index freedom equality common earth rights human"
)
"""First words of the names of bodies that look like those of persons: ***Public** Haven*, ***Access** Today*."""
FOREIGN_HEADS = FOREIGN_PUBLIC | FOREIGN_PRIVATE
FOREIGN_JOINING = words(
    "de del la las los el le les du des da do dos das y e et a à para por pour en em con com contra sur sobre und für der im"
)
"""Small words inside such names."""
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
    families mothers parents relatives widows fishers miners sailors dockers nurses doctors tenants victims villagers
    """
)
"""Words beside a shared head that make it a private body: *Strike Committee*, *Workers' Council*."""
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
    newsletter video alert notice interview briefing paper text record review decision order result proposal recommendation
    resolution resolutions"""
)
"""Papers whose *of*, *from* and *by* lead to their author and not to a part of their title."""
OCCASIONS = words(
    """
    anniversary assault attack award campaign celebration ceremony championship championships conference conflict congress crisis cup day days
    decade dialogue election elections era event exhibition festival games holocaust holodomor invasion jubilee massacre
    meeting month offensive olympics operation pandemic period plenary prize process referendum revolution round
    season seminar session presidency chairmanship spring summit symposium uprising war week winter year years world-war workshop cold
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter ramadan talks negotiations consultations hearing hearings
    """
)
"""Heads of occasions and times."""
PLACES = words(
    """
    airport area avenue bank basin bay beach boulevard border bridge building camp canal cathedral channel city coast
    corridor county desert district east gulf hall headquarters heights highway hotel island islands isle lake lane line
    mountain mountains mount north oblast ocean palace park peninsula plaza port prison province quarter region river road room
    sea south square station strait straits street strip territory territories town tower valley village ward west zone zones
    colony detention facility continent hemisphere cemetery memorial monument square palais constituency riding precinct
    township borough parish gorge creek falls ridge forest reef delta canyon dam reservoir glacier plateau
    """
)
"""Heads of places."""
THINGS = words(
    """
    nature earth humanity planet website internet web covid covid-19 email e-mail telephone fax tel phone page photo image video source contact
    pipeline railway refinery benefit allowance scholarship grant stipend subsidy tax tariff loan pension missile rocket
    weapon warhead bomb bomber drone torpedo rifle vaccine virus drug reactor satellite index survey database dataset
    hashtag app theory syndrome disease culture civilization civilisation heritage genocide famine drought earthquake
    hurricane cyclone flood
    copyright license licence item file english french russian spanish arabic chinese german language annex table figure
    no no. res res. sess doc doc. vol xv
    ibid annex see footnote god bible quran koran torah gospel system constitution communism nazism fascism islam christianity democracy war rule law rights
    """
)
NO_BODIES = words(
    """covid covid-19 hiv aids lgbt lgbti lgbtq lgbtqi lgbtqia lgbtiq sogi trips gdp gni sdg sdgs mdg mdgs ngo ngos cso csos idp idps ip it ict
    dna pdf url faq tv ai uav phe pheic pcr hq ceo cfo coo id no usd eur gbp chf am pm gmt utc cet est ldc ldcs sids r&d wmd
    csw upr pta mps meps mlas mlcs lgbtqi+ unscr unscrs hrc/res fta mou ied icbm rsvp ok sos asap etc op l rev add corr"""
)
"""Abbreviations that name no actor."""
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
CALENDAR = WEEKDAYS | words(
    "january february march april june july august september october november december today yesterday tomorrow"
)
"""Times that stand behind a name and are no part of it: *the Senate on **Thursday***, *the Council in **June***."""
STATE_FORMS = words("republic kingdom emirate sultanate principality duchy")
"""What a state is by its constitution: *Republic of Freeland*."""
MEMBERSHIP = words(
    """family mother father parent relative wife widow friend worker woman man youth student child veteran survivor victim
    prisoner teacher lawyer journalist miner farmer fisher peasant citizen resident refugee defender descendant"""
)
"""Whom a body is of, in the plural: *Committee of **Families** of Norton*, *League of **Friends** of the Sea*."""
