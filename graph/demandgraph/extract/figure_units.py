"""What numbers count and what they only measure: noun classes for figures.

Nouns are lemmas in lower case. A noun that stands in none of the sets is judged by its form (agent suffixes) and by
the number before it: a large number in digits counts almost anything that is not a measure.
"""

from __future__ import annotations

# Quantities, time, money, space, positions in a text: a number before them is no figure.
MEASURES = frozenset(
    """year month week day hour minute second decade century fortnight night weekend millennium quarter semester term
    age anniversary birthday time date period o'clock am pm gmt cet
    percent per cent % percentage point fraction third half degree celsius
    dollar euro pound sterling yen yuan ruble rouble hryvnia franc rupee peso cent penny usd eur gbp chf
    kilometre kilometer km metre meter cm mm mile foot inch yard acre hectare litre liter gallon barrel ton tonne kg
    kilogram kilo gram gramme watt megawatt mw gigawatt gw kwh volt bit byte megabyte gigabyte
    chapter section article clause paragraph para page line footnote annex appendix volume level step stage phase
    degree order side hand leg way part aspect dimension pillar principle goal target objective priority area field
    theme topic reason factor element component criterion condition point issue question problem challenge lesson thing
    kind type sort form category class tier level set pair round series session cycle generation front track lane
    world continent hemisphere language word letter-size size view like share click thought idea option choice approach
    minute-long second-class storey story floor bedroom square cubic speed rate ratio tooth inch month-long
    covenant pillar freedom model pole axis amendment meeting edition""".split()
) - {"story", "meeting", "amendment", "article", "letter", "language", "word"}

PERSONS = frozenset(
    """people person individual man woman child boy girl adult youth youngster teenager minor baby infant family member
    human being life soul victim casualty fatality death dead injured wounded missing survivor detainee prisoner hostage
    captive inmate refugee migrant idp returnee evacuee asylum-seeker exile national citizen resident inhabitant civilian
    villager local foreigner student pupil schoolchild schoolgirl schoolboy teacher doctor nurse patient lawyer judge
    prosecutor journalist reporter editor blogger activist protester protestor demonstrator marcher dissident opponent
    defender worker employee staff official officer policeman policewoman soldier serviceman troop personnel fighter
    militant rebel guerrilla mercenary peacekeeper general commander politician minister mp mep lawmaker legislator
    senator deputy delegate representative ambassador diplomat expert rapporteur observer monitor participant attendee
    signatory supporter follower voter candidate leader president director priest monk nun bishop cleric believer muslim
    christian jew farmer fisherman miner driver sailor passenger crew mother father parent wife husband sister brother
    son daughter relative friend colleague neighbour neighbor speaker guest visitor volunteer author writer poet artist
    musician filmmaker scientist scholar academic professor researcher doctor medic paramedic firefighter user
    respondent interviewee witness informant suspect defendant accused convict criminal terrorist gunman attacker
    perpetrator dictator figure trader businessman entrepreneur owner shareholder consumer customer client household
    couple population half-million community""".split()
)
BODIES = frozenset(
    """country nation state government party faction organisation organization ngo group association union federation
    network body institution agency company firm corporation business enterprise bank outlet newspaper magazine
    broadcaster station channel website platform newsroom medium university school hospital clinic church mosque
    synagogue temple court tribunal parliament ministry department embassy consulate mission delegation entity
    movement committee commission council chamber foundation institute centre center club coalition alliance municipality
    city town village district region province oblast prison camp colony facility unit battalion brigade vessel ship
    tanker""".split()
)
ACTS = frozenset(
    """vote ballot abstention yes no aye nay case incident instance occasion attack assault strike airstrike raid search
    arrest detention abduction kidnapping disappearance killing murder assassination execution massacre rape bombing
    shelling explosion violation abuse crime offence offense charge count conviction sentence verdict trial hearing
    lawsuit investigation inquiry proceeding prosecution complaint protest rally demonstration march meeting visit
    mission election referendum recommendation proposal request demand appeal call question response answer reply
    comment contribution submission allegation threat sanction measure restriction ban veto amendment project programme
    program operation sortie rocket missile drone bomb shell weapon warhead mine tank aircraft helicopter ceasefire
    evacuation deportation transfer release pardon""".split()
)
DOCUMENTS = frozenset(
    """document resolution report letter statement declaration communication petition signature law bill act decree
    regulation convention treaty agreement protocol decision ruling judgment order article story book publication
    photograph photo picture image video film recording record file page email message post tweet questionnaire survey
    study submission communication interview visa permit passport scholarship grant ticket certificate name entry""".split()
) - {"page"}
COUNTED = PERSONS | BODIES | ACTS | DOCUMENTS

# Verbs that say what became of those counted, when the number stands alone: "over 300 were hurt".
FATES = frozenset(
    """kill murder shoot execute wound injure hurt maim arrest detain imprison jail abduct kidnap disappear displace
    deport exile flee return die perish drown starve sentence convict charge try release free pardon evacuate rescue miss
    attend sign participate join vote abstain support oppose adopt accept reject note implement remain fulfil fulfill
    protest march demonstrate gather rally trap strand infect hospitalise hospitalize register
    bear live""".split()
)
# Words before a number that make it the name of something: "Article 7", "resolution 60", "No. 19".
NAMING = frozenset(
    """article art rule section sec § paragraph paragraphs para paras chapter annex appendix resolution resolutions res
    decision decisions no nos number numbers nr page pages p pp volume vol item items part figure table phase protocol
    clause principle goal sdg target question point room suite street st avenue box route flight bill order case session
    round option category type level grade class version channel form stage step day week title subsection act law
    convention directive regulation amendment recommendations recommendation group unit annexes articles sections rules
    tel phone fax mobile op zone sector block district school hospital prison colony camp checkpoint highway road at
    mig su boeing airbus covid agenda g a b c""".split()
) - {"at", "a"}

# Votes: the word beside the number, and the unit that it stands for.
VOTES = {
    "favour": "votes in favour", "favor": "votes in favour", "for": "votes in favour", "yes": "votes in favour",
    "against": "votes against", "no": "votes against", "opposed": "votes against", "abstention": "abstentions",
    "abstentions": "abstentions", "abstaining": "abstentions", "abstained": "abstentions", "abstain": "abstentions",
}  # fmt: skip

_AGENT_SUFFIXES = ("ers", "ors", "ists", "ants", "ents", "ians", "ees", "eers", "smen", "women", "persons")
_NOT_AGENTS = frozenset(
    """events documents papers numbers letters matters orders centers centres shelters posters offers powers factors
    sectors moments movements agreements treatments statements elements components percents cents currents servers
    computers orders borders corners rivers waters trailers numbers parameters quarters chapters headquarters
    instruments amendments arguments developments departments governments parliaments continents incidents accidents
    doors floors towers flowers meters kilometers litres liters""".split()
)


def is_person_noun(lemma: str, text: str) -> bool:
    """Whether a noun names people: by the list, or by the ending of its plural (*miners*, *pensioners*)."""
    low = text.lower()
    return lemma in PERSONS or (low.endswith(_AGENT_SUFFIXES) and low not in _NOT_AGENTS and lemma not in MEASURES)
