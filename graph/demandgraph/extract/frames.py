"""The frames of asking: which words ask, in which constructions, and with what force.

Three tables. :data:`VERBS` and :data:`NOUNS` list triggers by lemma with the constructions ("slots") that they enter;
:data:`PREDICATES` the impersonal ones (*it is vital that …*); :data:`MODALS` the auxiliaries. The verb classes follow
Levin and VerbNet (*urge* 58.1, *order* 58.3, *advise* 37.9, *promote* 102) and the operative verbs of the drafting
manuals of the United Nations and of parliaments.

Slots, ``N`` being a noun phrase and ``V`` a verb phrase::

    N-to         urge N to V              to-N-to      appeal to N to V
    N-that       ask N that S             to-N-for     appeal to N for N
    on-N-to      call on N to V           N-for        press N for N
    on-N-for     call on N for N          N-from       request of N (that)
    on-N-that    call on N that S         that         demand that S
    for          call for N               N            demand N
    for-N-to     call for N to V          ing          recommend V-ing
    to           propose to V             on           insist on N / V-ing
    N-done       want N V-ed                       N-with       task N with V-ing
    to-noun      appeal to N (of nouns: the request to N to V is `to-N-to`)
    against      warn against N / V-ing
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger with its constructions.

    ``certainty`` (0..1) is how often the trigger in one of its slots really asks for an action; ``authority`` marks
    orders, which ask only where an organ of the issuer is told what to do.
    """

    lemma: str
    force: str
    slots: tuple[str, ...]
    example: str
    certainty: float = 0.9


# lemma | force | slots | certainty | example
_VERBS = """
urge       | urge      | N-to N-that that on-N-to N     | .95 | urged the parties to talk
appeal     | urge      | to-N-to to-N-for for to-N-that | .90 | appealed to donors for help
implore    | urge      | N-to                           | .95 | implores the court to act
beseech    | urge      | N-to                           | .95 | beseeches them to relent
beg        | urge      | N-to                           | .80 | begs the minister to listen
entreat    | urge      | N-to                           | .95 | entreats them to stay
exhort     | urge      | N-to                           | .95 | exhorts members to pay
adjure     | urge      | N-to                           | .90 | adjures them to stop
plead      | urge      | with-N-to with-N-for for       | .85 | pleaded with the guards for mercy
press      | urge      | N-to N-for for on-N-to         | .75 | pressed the council for a date
pressure   | urge      | N-to N-for                     | .80 | pressures the junta to free them
prod       | urge      | N-to                           | .70 | prods the bank to pay
caution    | urge      | N-against N-not-to against     | .60 | cautioned them against haste
tell       | demand    | N-to                           | .50 | told the firm to stop
bid        | request   | N-to                           | .40 | bade them to wait
push       | urge      | N-to for                       | .60 | pushes for an inquiry
lobby      | urge      | N-to N-for for                 | .65 | lobbied the senate for reform
campaign   | call      | for                            | .55 | campaigns for land reform
agitate    | call      | for                            | .60 | agitates for a vote
clamor     | call      | for                            | .65 | clamored for change
clamour    | call      | for                            | .65 | clamoured for change
petition   | urge      | N-to N-for for                 | .85 | petitioned the crown to pardon them
call       | call      | on-N-to on-N-for on-N-that for-N-to for | .95 | called on states to ratify
advocate   | call      | for-N-to that for N ing        | .80 | advocates an arms embargo
demand     | demand    | that N-from for-N-to to-be N   | .90 | demanded that troops leave
insist     | demand    | that on                        | .80 | insists on a retrial
order      | demand    | N-to that                      | .70 | ordered the agency to report
instruct   | demand    | N-to that                      | .90 | instructs its president to forward this
direct     | demand    | N-to that                      | .80 | directed the department to comply
command    | demand    | N-to that                      | .80 | commands them to halt
mandate    | demand    | N-to that                      | .75 | mandates the committee to follow up
task       | demand    | with-that N-to N-with          | .70 | tasks the secretariat to prepare
charge     | demand    | N-to                           | .60 | charges the bureau to report
require    | demand    | N-to that                      | .55 | requires companies to disclose
oblige     | demand    | N-to                           | .50 | obliges the state to pay
warn       | demand    | N-against N-not-to             | .60 | warned the army not to intervene
admonish   | demand    | N-to                           | .70 | admonished them to obey
request    | request   | N-to N-that that N-from N      | .95 | requests the office to publish
ask        | request   | N-favour N-to N-that for-N-to for that to-be | .80 | asks the bank to wait
invite     | request   | N-to                           | .95 | invites states to contribute
encourage  | request   | N-to N                         | .85 | encourages donors to give
solicit    | request   | N-from N                       | .50 | solicits contributions
enjoin     | urge      | N-to                           | .90 | enjoins them to refrain
remind     | request   | N-to                           | .60 | reminds states to report
counsel    | recommend | N-to that                      | .70 | counsels them to wait
recommend  | recommend | N-to to-N-to to-N-that that ing N | .95 | recommends that schools reopen
propose    | recommend | to-N-to to-N-that that to ing N | .75 | proposes to set up a fund
suggest    | recommend | to-N-that that ing N           | .60 | suggests merging the bodies
advise     | recommend | N-to that N-against against    | .70 | advises ministers to resign
decide     | demand    | that                           | .60 | decides that the office shall move
resolve    | demand    | that                           | .60 | resolved that the envoy be recalled
need       | call      | N-to                           | .50 | needs the donors to pay
want       | request   | N-to N-done N                  | .60 | wants the mayor to resign
seek       | request   | N                              | .50 | is seeking the return of the land
favour     | call      | N ing                          | .50 | favours a ban
favor      | call      | N ing                          | .50 | favors lifting the ban
look       | call      | to-N-to                        | .60 | looks to the council to act
count      | call      | on-N-to                        | .60 | counts on members to help
nudge      | urge      | N-to                           | .70 | nudged the firm to settle
pressurise | urge      | N-to                           | .80 | pressurises staff to leave
pressurize | urge      | N-to                           | .80 | pressurizes staff to leave
expect     | call      | N-to N-from                    | .60 | expects the government to act
challenge  | call      | N-to                           | .60 | challenges leaders to act
write      | request   | to-N-to                        | .60 | wrote to the minister to intervene
"""

# lemma | force | slots | certainty | example. Slots follow the noun: `for` = "a call for N", `to` = "the demand to V".
_NOUNS = """
call           | call      | for-N-to on-N-to on-N-for to-N-to for to that | .85 | its call for a truce
demand         | demand    | for-N-to for to that on-N-to          | .85 | the demand for compensation
appeal         | urge      | to-N-to to-N-for for to               | .85 | an appeal to donors for tents
letter         | request   | to-N-to                               | .60 | wrote a letter to the mayor to reopen the case
plea           | urge      | to-N-to to-N-for for to               | .85 | a plea for mercy
petition       | urge      | to-N-to to-N-for for to               | .70 | the petition to reopen the case
request        | request   | to-N-to to-N-for for to that          | .75 | the request for access
invitation     | request   | to-N-to                               | .50 | the invitation to members to attend
encouragement  | request   | to-N-to                               | .50 | encouragement to states to join
recommendation | recommend | to-N-to to that for                   | .75 | the recommendation to close the camp
proposal       | recommend | for to that                           | .65 | the proposal to create a fund
suggestion     | recommend | for to that                           | .55 | the suggestion that aid be doubled
insistence     | demand    | on that                               | .70 | its insistence on a retrial
need           | call      | for-N-to for to                       | .75 | the need for restraint
necessity      | call      | for-N-to for to of                    | .70 | the necessity of reforming the police
urgency        | call      | of                                    | .60 | the urgency of opening the roads
imperative     | call      | for-N-to to of                        | .60 | the imperative to disarm
importance     | call      | of                                    | .45 | the importance of releasing the names
"""

# adjective or noun of "it is … that S / to V / for N to V" | force | certainty
_PREDICATES = """
vital | call | .9
crucial | call | .85
essential | call | .85
imperative | call | .9
necessary | call | .8
indispensable | call | .8
critical | call | .75
urgent | call | .8
important | call | .55
time | call | .75
advisable | recommend | .7
desirable | recommend | .6
incumbent | call | .8
paramount | call | .7
key | call | .5
needed | call | .7
wise | recommend | .5
prudent | recommend | .5
sensible | recommend | .5
"""

# auxiliary | force | certainty
_MODALS = """
must | demand | .8
should | call | .75
ought | call | .75
shall | demand | .3
have | demand | .65
need | call | .65
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _frames(table: str) -> dict[str, Frame]:
    return {
        lemma: Frame(lemma, force, tuple(slots.split()), example, float(certainty))
        for lemma, force, slots, certainty, example in _rows(table)
        if slots != "-"
    }


VERBS: dict[str, Frame] = _frames(_VERBS)
NOUNS: dict[str, Frame] = _frames(_NOUNS)
PREDICATES: dict[str, tuple[str, float]] = {w: (force, float(c)) for w, force, c in _rows(_PREDICATES)}
MODALS: dict[str, tuple[str, float]] = {w: (force, float(c)) for w, force, c in _rows(_MODALS)}

SLOT_NAMES = {
    "N-to": "to-infinitive", "N-done": "noun-participle", "N-that": "addressee-that", "that": "that-clause", "on-N-to": "on-to-infinitive",
    "on-N-for": "on-for-noun", "on-N-that": "on-that", "for": "for-noun", "for-N-to": "for-to-infinitive", "N": "noun",
    "N-from": "noun-from", "N-for": "for-noun", "to-N-to": "to-addressee-infinitive", "to-N-for": "to-addressee-for",
    "to-N-that": "to-addressee-that", "ing": "gerund", "to": "infinitive", "on": "on-noun", "of": "of-noun",
    "against": "against", "N-against": "against", "N-not-to": "not-to", "with-N-to": "with-infinitive",
    "with-N-for": "with-for", "N-with": "with-gerund", "N-favour": "for-favour", "to-be": "passive-infinitive",
}  # fmt: skip


def rule_name(lemma: str, slot: str) -> str:
    """The readable name of a rule, as it stands on a finding: ``rules/demand/urge-to-infinitive``."""
    return f"rules/demand/{lemma}-{SLOT_NAMES.get(slot, slot)}"


FORMS_OF_FORCE: dict[str, str] = (
    {lemma: frame.force for lemma, frame in VERBS.items()}
    | {f"{lemma} (noun)": frame.force for lemma, frame in NOUNS.items()}
    | {word: force for table in (PREDICATES, MODALS) for word, (force, _) in table.items()}
)
"""Every asking word of the tables with its force."""
