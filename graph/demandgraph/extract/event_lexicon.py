"""The words that tell events: verbs and nouns by class, with the places where their participants stand.

The classes follow PLOVER's event types and VerbNet's verb classes (judgment-33, say-37.7, murder-42.1, attack-33,
meet-36.3, appoint-29.1 …). Each row of ``event_triggers.tsv`` is one class of words that share a frame:

``name, event type, part of speech, agent, recipient, needs, weight, lemmas, example``

*part of speech*: ``V`` verb, ``N`` noun, ``A`` adjective, ``P`` the preposition *according to*.

*agent* and *recipient* list the places to look at, in this order, until one names somebody.

- For verbs ``subj`` and ``obj`` are logical (a passive's ``obj`` is its grammatical subject), ``by`` is the agent of a
  passive, ``below`` the object of an infinitive below (*the order to deport them*), ``behind`` whoever made the document
  that is the subject. A star (``obj*``) stands for the thing or whoever is behind it (*condemned Norland's raid*).
- For nouns ``poss`` is the genitive, ``poss+`` a genitive beside an *of* phrase (*the junta's arrest of editors*),
  ``poss-`` one without (*the editor's arrest*), ``mod`` a nationality or name before the noun, ``faced`` and ``by`` also
  take participles (*the raids led by X*), ``targeting`` likewise (*raids targeting X*), ``clause`` is the subject of the
  clause, ``voice`` who speaks in the document.
- Any other word is a preposition.

*needs* are conditions, all of which must hold; :data:`demandgraph.extract.event_needs.NEEDS` has them by name.
``with:A/B`` means that one of these words depends on the trigger as particle, preposition, object or complement.

*weight* is how certain a word of the class is before the evidence of one mention is counted (:mod:`event_weight`).

*example* is a sentence, or a noun phrase, that the class finds; the tests read each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

WORDED = ("with:", "below:", "bysubj:")
"""Needs that only one of their words can meet."""


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
    words: tuple[frozenset[str], ...] = ()
    """Of each of these sets a word must stand in the sentence, or some need cannot be met."""

    def possible(self, vocabulary: frozenset[str]) -> bool:
        """Whether a sentence with these words and lemmas (lower case) can have what the class needs."""
        return all(not wanted.isdisjoint(vocabulary) for wanted in self.words)

    @property
    def rule(self) -> str:
        return f"rules/event/{self.type.lower()}/{self.name}"


@cache
def triggers() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """The word classes by part of speech (``V``, ``N``, ``A``, ``P``) and lemma, in the order in which they are tried."""
    found: dict[tuple[str, str], tuple[Trigger, ...]] = {}
    table = files("demandgraph.extract").joinpath("event_triggers.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, kind, pos, agents, recipients, needs, weight, lemmas, example = line.split("\t")
        places = [tuple(w for w in cell.split() if w != "-") for cell in (agents, recipients, needs)]
        wanted = tuple(frozenset(n.partition(":")[2].split("/")) for n in places[2] if n.startswith(WORDED))
        trigger = Trigger(name, kind, pos, places[0], places[1], places[2], float(weight), example, wanted)
        for lemma in lemmas.split():
            found[pos, lemma] = (*found.get((pos, lemma), ()), trigger)
    return found


DOCUMENTS = frozenset(
    """resolution law act bill appeal statement declaration decision motion legislation amendment budget text document
    treaty convention protocol constitution decree code charter report agenda programme program plan strategy policy
    agreement communique communiqué petition letter ordinance regulation directive measure package recommendation rule
    reform statute ban outcome communication letter memorandum manifesto proposal paragraph draft""".split()
)
ACTS = DOCUMENTS - {"letter", "report", "measure", "petition", "proposal", "draft", "communication", "memorandum"}
"""What is adopted, passed, ratified."""
ACT_CODES = frozenset("unscr unscrs unsc unga hr hb sb hjr sjr".split())
"""Abbreviations with which numbered acts are named: *UNSCR 12*, *HB 7*."""
COURTS = frozenset(
    """court courts tribunal tribunals judge judges prosecutor prosecutors prosecution jury icc icj echr ecthr magistrate
    chamber judiciary bench""".split()
)
POLICE = frozenset(
    "police officer officers agent agents authorities security force forces militia guard guards soldiers regime".split()
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
