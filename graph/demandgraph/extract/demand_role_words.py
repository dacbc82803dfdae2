"""Words by which the roles of a demand are told: acts and papers that speak, bodies without a name, kinds of texts."""

from __future__ import annotations

# Subjects that speak without being actors or papers: their asker is whoever made them.
ACTS = frozenset(
    """condemnation support position campaign initiative point speech message protest chapter text slogan banner
    speaker word title headline address remark comment conclusion outcome meeting conference summit rally demonstration
    session event answer response reaction reply stance view opinion vote part annex heading page website action""".split()
)
ATTITUDE = frozenset(
    """inform present express condemn welcome support criticize criticise reject denounce deplore warn voice oppose back
    praise hail defend accuse blame protest complain reveal report point""".split()
)
BARE_BODIES = frozenset({"parliament", "congress", "government", "cabinet"})
"""Bodies that stand without an article (*asks parliament to vote*)."""
ABOUT = frozenset("more than at least about some over nearly almost around up to".split())
"""Words before a number."""
RECEIVING = frozenset("receive get see find read obtain face".split())
"""Verbs whose subject did not make the paper that is their object."""
SIGNING = frozenset("sign write send issue publish draft author launch start initiate organise organize file".split())
"""What the makers of a paper do with it."""
FINDINGS = frozenset("report review study audit guidance guideline paper brief survey".split())
"""Papers that ask in the name of who was last told to have written one."""
COURTS = {
    "court": "Institution", "tribunal": "Institution", "ministry": "Institution", "committee": "Institution",
    "commission": "Institution", "council": "Institution", "agency": "Institution", "regulator": "Institution",
    "union": "Organization", "company": "Organization", "party": "Organization", "association": "Organization",
    "ombudsman": "Institution", "board": "Institution", "authority": "Institution", "police": "Institution",
    "expert": "Person", "rapporteur": "Person", "prosecutor": "Institution", "judge": "Person",
}  # fmt: skip
"""Bodies and offices that ask without a name (*a court in the capital ordered …*), with their types."""
REPORTING = {"NewsReport", "PressRelease", "Report"}
OWN_BODIES = frozenset(
    """government country nation state organisation organization union group association federation network coalition
    church community party member delegation team movement league society institution""".split()
)
"""Bodies that with *our* are those who speak."""

_TOLD = {
    "Institution": """regime body authority administration bureaucracy judiciary military army navy presidency leadership
    palace inspectorate watchdog regulator legislature chamber panel treasury cabinet executive force""",
    "Organization": """firm chain operator maker manufacturer supplier provider retailer employer publisher broadcaster
    lender insurer carrier producer distributor developer organiser organizer exporter coalition alliance bloc
    federation network newspaper bank university hospital school church club team brand giant corporation foundation
    charity platform airline""",
    "Group": """movement industry sector community faction wing camp side opposition hierarchy clergy public electorate
    everyone everybody population diaspora youth majority minority elite establishment crowd profession workforce""",
}
TOLD = {word: kind for kind, words in _TOLD.items() for word in words.split()}
"""Nouns in the singular that name whom a verb of asking has as its addressee, with their types."""
ASSEMBLED = frozenset("conference congress convention synod assembly council senate parliament".split())
"""Bodies that their own motions name by the noun alone (*Conference calls on …*)."""
