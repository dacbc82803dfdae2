"""Finds who takes part in an event: the phrases at the places that its word class names, and the actors that they give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_judging import sayer
from demandgraph.extract.event_lexicon import DOCUMENTS, PARTITIVES, Trigger
from demandgraph.extract.event_noun_frames import (
    Heads,
    attending,
    befallen,
    noun_place,
    writing,
)
from demandgraph.extract.event_participants import SUFFERED, Participants
from demandgraph.extract.event_words import is_adopting, is_collective, late_participle, light_verb, outer_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE_KINDS = frozenset({"title", "heading", "item", "operative", "preamble", "recommendation", "paragraph"})
"""Kinds of blocks in which a clause without subject is the document's own."""
UNDERGOING = frozenset("suffer face endure experience undergo receive have".split())
"""Verbs whose subject is befallen by the event of their object."""
MESSAGES = frozenset(
    """letter address message speech statement remark call interview appeal petition note telegram communication
    correspondence memorandum submission""".split()
)
TRIED = frozenset({"Repression", "LegalAction"})
SENT_AWAY = frozenset("deport deportation expel expulsion extradite extradition banish".split())
PROPERTY = frozenset(
    """office headquarters home house flat apartment premises newsroom base convoy car vehicle boat ship website account
    page studio farm compound shop residence building store account bureau offices premise""".split()
)
"""What is somebody's, so that a deed against it befalls whoever has it: *attacked the headquarters of the union*."""
HELPING = frozenset("support help assist aid protect back defend serve".split())


@dataclass(slots=True)
class Roles(Participants):
    """Finds the participants of the events of one document at the places that their word classes name."""

    def of_verb(self, row: Trigger, verb: Token, objects: Heads) -> tuple[Heads, Heads]:
        """The heads of agent and recipient phrases of a verb (or predicate adjective)."""
        passive = row.pos == "V" and (syntax.is_passive(verb) or late_participle(verb) is not None)
        agents: Heads = []
        for place in row.agents:
            if place == "through":  # a law pushed through parliament: parliament passed it
                agents = syntax.prep_objects(verb, ("through",))
            elif place == "obj":  # "the bill passed parliament"
                agents = objects
            elif place == "sayer":  # "said that the raid was shameful"
                agents = sayer(verb)
            elif not agents and place not in {"behind", "voice"}:
                agents = syntax.by_agents(verb) if place == "by" or passive else syntax.subjects(verb)
                agents = agents + syntax.companions(verb, agents)
        if not agents and (passive or not row.agents):
            agents = self.deputed(row, verb)
        if not row.agents and verb.lemma_.lower() in UNDERGOING:  # "faced threats from officials"
            deeds = [d for o in objects or syntax.objects(verb) for d in syntax.conjuncts(o)]
            agents = syntax.by_agents(verb) or [a for d in deeds for a in syntax.by_agents(d)]
            agents = agents or syntax.prep_objects(verb, ("from",))
            agents = agents or [a for d in deeds for a in syntax.noun_objects(d, ("from",))]
        recipients: Heads = []
        for place in row.recipients:  # "blocked access to the website": a thing gives way to what a later place names
            if all(self.is_thing(h, place) for h in recipients):
                recipients = self._verb_place(row, verb, place.rstrip("*"), objects) or recipients
        if not recipients and row.type == "Meeting":  # "raised it in talks with", "spoke by telephone with"
            talks = syntax.prep_objects(verb, ("in", "during", "by", "at", "on", "over"))
            recipients = [r for o in talks for r in syntax.noun_objects(o, ("with",))]
        if not recipients and row.type == "Statement":  # "said in a letter to the council"
            words = [*objects, *syntax.prep_objects(verb, ("in", "during"))]
            words = [o for o in words if o.lemma_.lower() in MESSAGES]
            recipients = [r for o in words for r in syntax.noun_objects(o, ("to", "with"))]
        return agents, recipients

    def _verb_place(self, row: Trigger, verb: Token, place: str, objects: Heads) -> Heads:
        if place == "obj":
            return objects + syntax.companions(verb, objects) if syntax.is_passive(verb) else objects
        if place == "subj":
            return syntax.subjects(verb) if row.pos != "A" else syntax.extraposed(verb) or syntax.subjects(verb)
        if place == "below":  # "gave the order to deport them"
            return [o for v in verb.subtree if v.dep_ == "acl" and v.tag_ == "VB" for o in syntax.objects(v)]
        if place == "targeting":
            return [r for o in objects for m in syntax.measured(o, PARTITIVES) for r in noun_place(m, place)]
        if place == "within":  # "regrets that Norland has left": who did it
            return [s for c in syntax.children(verb, "ccomp") for s in syntax.subjects(c)]
        found = syntax.timeless(syntax.prep_objects(verb, (place,)))
        if not found and row.pos == "A":  # "committed to supporting the refugees"
            clauses = [c for p in verb.children if p.lower_ == place for c in p.children if c.lemma_.lower() in HELPING]
            found = [o for c in clauses for o in syntax.objects(c)]
        nouns = objects or (syntax.subjects(verb) if any(n.startswith("bysubj") for n in row.needs) else [])
        inner = [r for o in nouns for c in syntax.conjuncts(o) for r in syntax.noun_objects(c, (place,))]
        # "issued warrants for Ana Orr for her part in the raid": the noun's own phrase, where the verb's names nobody
        own = not found or (inner and all(self.is_thing(h) for h in found))
        return syntax.timeless(inner) if own else found

    def of_noun(self, row: Trigger, noun: Token) -> tuple[Heads, Heads, Token | None]:
        """The heads of agent and recipient phrases of a noun, and the light verb that says that it took place."""
        agents: Heads = []
        recipients: Heads = []
        verb = light_verb(noun)
        if verb is not None and {"poss", "poss+"} & set(row.agents + row.recipients):
            outer = outer_noun(noun)
            if outer.dep_ in {"dobj", "pobj"} and not syntax.is_passive(verb):
                agents = syntax.subjects(verb)
            elif syntax.is_passive(verb) and (outer.dep_ == "nsubjpass" or verb.dep_ in {"acl", "relcl"}):
                agents = syntax.by_agents(verb)
            if agents and verb.lemma_.lower() in UNDERGOING and row.type != "Meeting":
                agents, recipients = [], agents
            if row.recipients and not recipients:
                places = [p.rstrip("*") for p in row.recipients if p not in {"of", "in", "by"}]
                recipients = syntax.timeless(syntax.prep_objects(verb, places))
        if "copula" in row.needs:  # "our thoughts are with the families"
            recipients = syntax.prep_objects(noun.head, row.recipients)
        if (
            verb is not None and verb.pos_ == "NOUN" and "by" in row.agents
        ):  # "the holding of the seminar by the council"
            agents = noun_place(verb, "by") or noun_place(verb, "poss")
        for place in row.agents:
            agents = agents or noun_place(noun, place)
            if row.type == "Review" and place == "of" and agents and agents[0].pos_ == "NOUN":
                # "the review of the law", not "the session of the council"
                agents = [t for t in agents if is_collective(t)]
        if not agents and row.type == "Meeting" and syntax.noun_objects(noun, ("with",)):
            agents = attending(noun)
        for place in row.recipients:
            recipients = recipients or [t for t in noun_place(noun, place) if t not in agents]
        if not agents and (row.type in TRIED or noun.lemma_ == "hearing"):
            agents = self.expelling(noun) or [t for a in (noun, verb) if a is not None for t in syntax.court_before(a)]
        if row.type in SUFFERED and row.recipients and len(recipients) == 1:
            recipients = befallen(recipients[0], row.recipients)
        if row.type == "Meeting" and not agents:  # "a workshop with the participation of experts"
            parts = [p for a in (noun, verb) if a is not None for p in syntax.children(a, "prep") if p.lower_ == "with"]
            taking = [
                o for p in parts for o in syntax.children(p, "pobj") if o.lower_ in {"participation", "attendance"}
            ]
            agents = [t for o in taking for t in syntax.noun_objects(o, ("of",))]
        return agents, recipients, verb

    def is_thing(self, head: Token, place: str = "") -> bool:
        """Whether a noun denotes nobody; of a place with a star not even by whose it is."""
        if head.pos_ != "NOUN" or is_collective(head) or self.actors([head]):
            return False
        return not (place.endswith("*") and self.owners(head))

    def deputed(self, row: Trigger, verb: Token) -> Heads:
        """Who did what a passive tells where no *by* phrase of its own says it: far off, by order, in which court."""
        found: Heads = []
        if row.agents:
            found = [h for h in syntax.distant_by(verb) if self.actors([h])]
            found = found or [h for h in syntax.ordered_by(verb) if self.actors([h])]
            found = found or self.expelling(verb)
        return found or (syntax.court_before(verb) if row.type in TRIED else [])

    def expelling(self, word: Token) -> Heads:
        """The state that sends somebody away, told as where from: *deported from Norland*, *the expulsion from Norland*."""
        if word.lemma_.lower() not in SENT_AWAY:
            return []
        places = syntax.prep_objects(word, ("from",)) or syntax.noun_objects(word, ("from",))
        return [p for p in places if any(self.kind_of(a) == "Country" for a in self.actors([p]))]

    def recipients(self, row: Trigger, heads: Heads, agents: tuple[str, ...]) -> tuple[str, ...]:
        """The recipients: the actors of the phrases, or (``obj*``) whoever is behind the thing named."""
        star = any(r.endswith("*") for r in row.recipients)
        found: list[str] = []
        for head in heads:
            for noun in syntax.conjuncts(head) if star else [head]:
                if star:
                    found.extend(self.itself(noun) or self.owners(noun, kind=row.type))
                else:  # "the review of Norland's record" reviews Norland
                    whose = row.type == "Review" or (row.type in SUFFERED and noun.lemma_.lower() in PROPERTY)
                    found.extend(self.actors([noun]) or (self.owners(noun, kind=row.type) if whose else ()))
                found.extend(self.included(noun))
        if row.type == "Violence":  # "an attack on Norton": where, not whom
            found = [a for a in found if not self.is_site(a, heads)]
        return tuple(a for a in dict.fromkeys(found) if a not in agents)

    def is_site(self, actor: str, heads: Heads) -> bool:
        """Whether an actor is no more than the town that a deed befell."""
        towns = any(h.ent_type_ in {"GPE", "LOC", "FAC"} for h in heads)
        return towns and self.kind_of(actor) in {"Organization", "Institution"} and not self.cast.entries[actor].matches

    def accusers(self, row: Trigger, verb: Token, heads: Heads, agents: tuple[str, ...]) -> tuple[str, ...]:
        """Who condemns, where a participle seems to have whoever did the deed for its subject: *…, condemning its raid*."""
        pronouns = any(h.pos_ == "PRON" for h in heads)
        if (
            row.type != "Condemnation"
            or verb.tag_ != "VBG"
            or pronouns
            or not set(agents) & set(self.recipients(row, heads, ()))
        ):
            return agents
        return tuple(a for a in self.cast.voice(self.parsed.begin(verb)) if a not in agents)

    def implied(self, verb: Token, kind: str) -> tuple[str, ...]:
        """The agent that no phrase names: the speaker of a clause without subject, the body behind a document."""
        if syntax.is_passive(verb):
            return self.actors(writing(verb)) if is_adopting(verb) else ()
        subjects = syntax.subjects(verb)
        if not subjects:
            if self._under_document(verb):
                return self.cast.adopter
            return self.cast.voice(self.parsed.begin(verb)) if kind in BARE_KINDS else ()
        first = subjects[0]
        if self.parsed.is_virtual(first):
            return self.cast.voice(self.parsed.begin(verb))
        if first.lower_ in {"he", "she"} and any(self.kind_of(a) != "Person" for a in self.last_speakers):
            return ()
        if first.lower_ in {"they", "it", "he", "she"}:
            return self.last_speakers
        return self.behind(first) if first.lemma_.lower() in DOCUMENTS and not is_adopting(verb) else ()

    def _under_document(self, verb: Token) -> bool:
        """Whether the clause is an item of a list whose lead-in speaks of a document: *The resolution –*."""
        lead = self.parsed.blocks[self.parsed.block_of(verb)].lead_in
        doc = self.parsed.docs[lead] if lead is not None and self.cast.adopter else None
        return doc is not None and any(
            t.lemma_.lower() in DOCUMENTS and t.dep_ in {"nsubj", "ROOT", "nsubjpass"} for t in doc
        )
