"""Makes one event of the mentions that tell the same one, the fullest telling first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from demandgraph.dates import compatible
from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_families import CUSTODY, FAMILY, RAIDING, STAGES, families, joined, kin, same_vote, terms
from demandgraph.extract.event_mention import Mention
from demandgraph.extract.event_weight import calibrated
from demandgraph.extract.event_words import is_definite
from demandgraph.model import Event, Phrase
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLINGS = 6
"""How many tellings of an event are kept as its evidence."""
RECENT, COMPARED = 80, 8
"""How many earlier events of its type, and how many tellings of each, a mention is compared with."""
OTHERS = frozenset({"another", "similar", "second", "new", "different", "further", "other"})
TALKING = frozenset({"discuss", "discuss-together"})
NEAR = 1500
"""Characters within which *they discussed* takes up the last meeting told, *the strike began on Monday* a strike."""
BEGUN = frozenset({"Repression", "Violence", "Release", "Sanction", "Demonstration"})
"""Types of which a later sentence may give the date."""
DEEDS = frozenset({"Repression", "Violence", "Release", "Sanction", "Demonstration", "LegalAction"})
"""Types of which two dates mean two events."""
BY_OBJECT = frozenset({"Condemnation", "Support"})
VAGUE = frozenset("effort work initiative role step measure commitment progress contribution".split())
"""Objects that say nothing by themselves of what is supported: which effort it is stands behind them."""


def same(a: Mention, b: Mention) -> bool:
    """Whether two mentions of a document tell one event."""
    if a.trigger.type != b.trigger.type or not compatible(a.date, b.date):
        return False
    if not compatible(a.place, b.place) and not locked_up(a, b):
        return False
    if a.trigger.type == "Statement":
        if not a.agents and not b.agents:
            return bool(subject(a)) and subject(a) == subject(b)
        return bool(a.agents and b.agents) and (a.agents[0] == b.agents[0] or set(a.agents) == set(b.agents))
    if a.trigger.type == "Meeting" and b.trigger.name in TALKING:  # what a meeting talked about is that meeting
        return bool(parties(a) & parties(b)) or (in_common(b) and b.sentence.begin - a.sentence.end < NEAR)
    if a.trigger.name == b.trigger.name == "adopted-act":
        return bool(a.date and a.date == b.date)
    if b.trigger.name == "vote-for" and a.trigger.type == "Adoption":
        return True
    if a.trigger.type in BY_OBJECT:
        others = a.recipients and b.recipients and not set(a.recipients) & set(b.recipients)
        return set(a.agents) == set(b.agents) and not others and same_object(a, b)
    if joined(a, b) or same_report(a, b) or points_at(b, a) or same_vote(a, b):
        return True
    if not kin(a, b):
        return False
    whom = bool(set(a.recipients) & set(b.recipients))
    if (whom and a.date and a.date == b.date) or a.counts & b.counts:
        return True
    if numbers(a) and numbers(b) and not numbers(a) & numbers(b):
        return False
    if any(c.lower_ in OTHERS for m in (a, b) for t in [m.word, *m.objects] for c in t.children):
        return False
    clash = (a.agents and b.agents and not set(a.agents) & set(b.agents)) or (
        a.recipients and b.recipients and not whom
    )
    if clash:
        return False
    if families(a) & families(b) & STAGES and terms(a) and terms(b):
        return terms(a) == terms(b)
    if a.trigger.pos == b.trigger.pos == "V" and a.objects and b.objects:
        if not same_object(a, b):
            return whom or retold(a, b)
        if {a.trigger.name, b.trigger.name} <= CUSTODY or taken_up(b):
            return True
    if whom or set(a.agents) & set(b.agents) or (a.date and a.date == b.date) or (a.place and a.place == b.place):
        return True
    new = b.place or (b.date and (a.date or a.trigger.type not in BEGUN or b.sentence.begin - a.sentence.end > NEAR))
    return refers_back(b) and not new and not (b.agents and not a.agents) and not (b.recipients and not a.recipients)


def locked_up(a: Mention, b: Mention) -> bool:
    """Whether both tell that the same people are in custody: *held in Norland*, *held at a prison in Norton*."""
    return bool(set(a.recipients) & set(b.recipients) and families(a) & families(b) & STAGES)


def parties(mention: Mention) -> set[str]:
    return {*mention.agents, *mention.recipients}


def in_common(mention: Mention) -> bool:
    """Whether those who met are taken up as a whole: *they discussed*, *both sides discussed*."""
    return any(
        s.lower_ in {"they", "sides", "leaders", "parties", "participants"} for s in syntax.subjects(mention.word)
    )


def numbers(mention: Mention) -> set[str]:
    """How many a deed befalls, as told: *three* of *the three editors were arrested*."""
    return {c.lower_ for o in mention.objects for c in o.children if c.dep_ == "nummod"}


def differs(mention: Mention, group: list[Mention]) -> bool:
    """Whether a mention cannot tell the event of a group, though it is like one of its tellings.

    It counts another number of people, bears another date than one of them, or tells an arrest where one tells a sentence:
    a mention between them (*his imprisonment*) does not make them one.
    """
    if mention.trigger.type not in DEEDS:
        return False
    told = group[:COMPARED]
    if not all(compatible(m.date, mention.date) for m in told):
        return True
    count = numbers(mention)
    others = set().union(*(numbers(m) for m in told))
    if count and others and not count & others and mention.trigger.type in {"Repression", "Release"}:
        return True
    stage = families(mention) & STAGES
    return bool(stage) and any(families(m) & STAGES and not stage & families(m) for m in told)


def same_report(a: Mention, b: Mention) -> bool:
    """Whether *the report says* takes up a report told of before: of the same body, or of none that is named."""
    if b.trigger.name != "report-says" or a.trigger.type != "Report":
        return False
    definite = any(is_definite(s) for s in syntax.subjects(b.word))
    return bool(set(a.agents) & set(b.agents)) or (definite and not b.agents)


def subject(mention: Mention) -> str:
    """The word that heads a speaker's name or description, for speakers that the cast does not know."""
    heads = syntax.subjects(mention.word) if mention.trigger.pos == "V" else []
    return heads[0].lemma_.lower() if heads else ""


def points_at(b: Mention, a: Mention) -> bool:
    """Whether a clause names an event told before as its occasion: *nine were hurt during these rallies*."""
    lemma = a.word.lemma_.lower()
    if b.trigger.name in RAIDING and b.number:
        return False  # "seized forty phones during the raids" tells more than the raids
    return any(
        n.lemma_.lower() == lemma and any(d.lower_ in {"these", "this", "those", "that", "the"} for d in n.children)
        for p in b.word.children
        if p.dep_ == "prep" and p.lower_ in {"during", "in", "at"}
        for n in p.children
    )


# Words for one document: a definite "document" or "text" may stand for any.
SYNONYMS = {"legislation": "law", "bill": "law", "act": "law", "statute": "law", "measure": "law", "text": "document"}


def content(mention: Mention) -> set[str]:
    """The content words of what a deed befalls."""
    found: set[str] = set()
    for o in mention.objects:
        for t in syntax.np_span(o, wide=True):
            if t.pos_ in {"NOUN", "PROPN", "ADJ"} and not t.is_stop:
                lemma = t.lemma_.lower()
                found.add(SYNONYMS.get(lemma, lemma))
    return found


def objects_of(mention: Mention) -> list[Token]:
    """What a deed befalls, of a relative clause the noun before it: *the editor who was jailed*."""
    verb = mention.word
    return [verb.head if verb.dep_ == "relcl" and o.tag_ in {"WDT", "WP"} else o for o in mention.objects]


def same_object(a: Mention, b: Mention) -> bool:
    heads = [
        {SYNONYMS.get(t.lemma_.lower(), t.lemma_.lower()) for o in objects_of(m) for t in syntax.conjuncts(o)}
        for m in (a, b)
    ]
    shared = heads[0] & heads[1]
    if shared and shared <= VAGUE and a.trigger.type in BY_OBJECT:
        words = content(a), content(b)  # "the efforts to rebuild the port" are not "the efforts to end the war"
        return 2 * len((words[0] & words[1]) - VAGUE) > min(len(w - VAGUE) for w in words)
    if shared or (a.trigger.type == "Adoption" and "document" in heads[0] | heads[1]):
        return True
    words = content(a), content(b)
    if a.trigger.type in BY_OBJECT and 2 * len(words[0] & words[1]) > min(map(len, words)):
        return True
    return bool(a.recipients and set(a.recipients) == set(b.recipients) and (not heads[0] or not heads[1]))


def taken_up(b: Mention) -> bool:
    """Whether what a deed befalls is pointed at as told of before: *these conditions were imposed in May*."""
    return any(c.lower_ in {"this", "these", "those", "such"} for o in b.objects for c in o.children)


def retold(a: Mention, b: Mention) -> bool:
    """Whether the text names whom its title only described: *jails blogger*, then *has jailed the blogger Ana Orr*."""
    if a.kind not in {"title", "heading"} or a.recipients:
        return False
    words = content(a)
    return bool(words) and words <= content(b)


def refers_back(mention: Mention) -> bool:
    """Whether a mention points to an event told before: *these raids*, *the meeting*."""
    heads = [mention.word] if mention.trigger.pos == "N" else [o for o in mention.objects if o.lemma_.lower() in FAMILY]
    return any(c.lower_ in {"the", "this", "these", "that", "those", "such"} for h in heads for c in h.children)


def fullness(mention: Mention) -> tuple[int, int]:
    words = len(mention.span) if mention.span is not None else 0
    facts = 2 * bool(mention.agents) + 2 * bool(mention.recipients) + 2 * bool(mention.date) + bool(mention.place)
    return facts + (mention.kind not in {"title", "heading"}), -abs(words - 18)


def merged(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Groups of mentions that tell one event each, in the order of the text; the fullest telling first in its group.

    A mention is compared with the latest events of its type only, so that the cost stays linear in long documents.
    """
    groups: list[list[Mention]] = []
    latest: dict[str, deque[list[Mention]]] = {}
    for mention in mentions:
        recent = latest.setdefault(mention.trigger.type, deque(maxlen=RECENT))
        home = next(
            (g for g in recent if any(same(m, mention) for m in g[:COMPARED]) and not differs(mention, g)), None
        )
        if home is None:
            home = []
            groups.append(home)
            recent.appendleft(home)
        home.append(mention)
    return [sorted(g, key=fullness, reverse=True) for g in groups]


def event_of(group: list[Mention], parsed: ParsedDocument) -> Event:
    """The event that a group of mentions tells."""
    first = group[0]
    evidence: list[Phrase] = []
    for m in group:
        if m.span is not None and (phrase := parsed.phrase_of(m.span)).text and phrase not in evidence:
            evidence.append(phrase)
        if len(evidence) == TELLINGS:
            break
    dates = [m.date for m in group if m.date]
    places = [m.place for m in group if m.place] or [m.site for m in group if m.site]
    begin = min(parsed.begin(m.word) for m in group)
    return Event(
        id=f"{first.trigger.type.lower()}-{begin}",
        type=first.trigger.type,
        evidence=tuple(evidence),
        date=max(dates, key=len) if dates else None,
        place=places[0] if places else None,
        agents=next((m.agents for m in group if m.agents), ()),
        recipients=union(m.recipients for m in group),
        confidence=calibrated(max(m.confidence for m in group)),
        rule=first.trigger.rule,
    )


def union(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for part in parts for a in part))
