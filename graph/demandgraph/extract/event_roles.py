"""Finds who takes part in an event: the phrases that a word class names as places, and the actors behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.cast import Cast
from demandgraph.extract.event_lexicon import DOCUMENTS, PARTITIVES, Trigger
from demandgraph.extract.event_noun_frames import (
    Heads,
    attending,
    befallen,
    befalls,
    listed_names,
    noun_place,
    writing,
)
from demandgraph.extract.event_words import is_adopting, is_collective, late_participle, light_verb, outer_noun
from demandgraph.extract.figure_units import BODIES
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE_KINDS = frozenset({"title", "heading", "item", "operative", "preamble", "recommendation", "paragraph"})
"""Kinds of blocks in which a clause without subject is the document's own."""
DEEDS = frozenset("act attack violence action crime deed atrocity killing raid arrest measure abuse violation".split())
UNDERGOING = frozenset("suffer face endure experience undergo receive have".split())
"""Verbs whose subject is befallen by the event of their object."""
MESSAGES = frozenset(
    """letter address message speech statement remark call interview appeal petition note telegram communication
    correspondence memorandum submission""".split()
)
HELPING = frozenset("support help assist aid protect back defend serve".split())


@dataclass(slots=True)
class Roles:
    """Finds the participants of the events of one document, and remembers who acted last."""

    parsed: ParsedDocument
    cast: Cast
    last_speakers: tuple[str, ...] = ()
    """The agents of the last position told, for pronouns that nothing else resolves."""
    last_doers: tuple[str, ...] = ()
    """The agents of the last violence or repression told, for *such acts*."""
    _known: dict[tuple[int, int, int], tuple[str, ...]] = field(default_factory=dict)

    # ------------------------------------------------------------ phrases

    def of_verb(self, row: Trigger, verb: Token, objects: Heads) -> tuple[Heads, Heads]:
        """The heads of agent and recipient phrases of a verb (or predicate adjective)."""
        passive = row.pos == "V" and (syntax.is_passive(verb) or late_participle(verb) is not None)
        agents: Heads = []
        for place in row.agents:
            if place == "through":  # a law pushed through parliament: parliament passed it
                agents = syntax.prep_objects(verb, ("through",))
            elif place == "obj":  # "the bill passed parliament"
                agents = objects
            elif not agents and place not in {"behind", "voice"}:
                agents = syntax.by_agents(verb) if place == "by" or passive else syntax.subjects(verb)
                agents = agents + syntax.companions(verb, agents)
        if not row.agents and verb.lemma_.lower() in UNDERGOING:  # "faced threats from officials"
            deeds = [d for o in objects or syntax.objects(verb) for d in syntax.conjuncts(o)]
            agents = syntax.by_agents(verb) or [a for d in deeds for a in syntax.by_agents(d)]
            agents = agents or syntax.prep_objects(verb, ("from",))
            agents = agents or [a for d in deeds for a in syntax.noun_objects(d, ("from",))]
        recipients: Heads = []
        for place in row.recipients:
            recipients = recipients or self._verb_place(row, verb, place.rstrip("*"), objects)
        if not recipients and row.type == "Statement":  # "said in a letter to the council"
            words = [*objects, *syntax.prep_objects(verb, ("in", "during"))]
            words = [o for o in words if o.lemma_.lower() in MESSAGES]
            recipients = [r for o in words for r in syntax.noun_objects(o, ("to", "with"))]
        return agents, recipients

    def _verb_place(self, row: Trigger, verb: Token, place: str, objects: Heads) -> Heads:
        if place == "obj":
            return objects
        if place == "subj":
            return syntax.subjects(verb)
        if place == "below":  # "gave the order to deport them"
            return [o for v in verb.subtree if v.dep_ == "acl" and v.tag_ == "VB" for o in syntax.objects(v)]
        if place == "targeting":
            return [r for o in objects for m in syntax.measured(o, PARTITIVES) for r in noun_place(m, place)]
        found = syntax.timeless(syntax.prep_objects(verb, (place,)))
        if not found and row.pos == "A":  # "committed to supporting the refugees"
            clauses = [c for p in verb.children if p.lower_ == place for c in p.children if c.lemma_.lower() in HELPING]
            found = [o for c in clauses for o in syntax.objects(c)]
        return found or [r for o in objects for c in syntax.conjuncts(o) for r in syntax.noun_objects(c, (place,))]

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
            if agents and verb.lemma_.lower() in UNDERGOING:
                agents, recipients = [], agents
            if row.recipients and not recipients:
                recipients = syntax.prep_objects(
                    verb, [p.rstrip("*") for p in row.recipients if p not in {"of", "in", "by"}]
                )
        if "copula" in row.needs:  # "our thoughts are with the families"
            recipients = syntax.prep_objects(noun.head, row.recipients)
        for place in row.agents:
            agents = agents or noun_place(noun, place)
            if row.type == "Review" and place == "of" and agents and agents[0].pos_ == "NOUN":
                # "the review of the law", not "the session of the council"
                agents = [t for t in agents if is_collective(t)]
        if not agents and row.type == "Meeting" and syntax.noun_objects(noun, ("with",)):
            agents = attending(noun)
        for place in row.recipients:
            recipients = recipients or [t for t in noun_place(noun, place) if t not in agents]
        if row.recipients and len(recipients) == 1:
            recipients = befallen(recipients[0], row.recipients)
        if row.type == "Meeting" and not agents:  # "a workshop with the participation of experts"
            parts = [p for a in (noun, verb) if a is not None for p in syntax.children(a, "prep") if p.lower_ == "with"]
            taking = [
                o for p in parts for o in syntax.children(p, "pobj") if o.lower_ in {"participation", "attendance"}
            ]
            agents = [t for o in taking for t in syntax.noun_objects(o, ("of",))]
        return agents, recipients, verb

    # ------------------------------------------------------------ actors

    def actors(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """The actors that noun phrases denote."""
        found: list[str] = []
        for head in heads:
            if head.dep_ == "expl":
                continue
            if own := self.own_side(head):
                found.extend(own)
                continue
            span = syntax.np_span(head)
            key = (self.parsed.block_of(head), span.start, span.end)
            if key not in self._known:
                self._known[key] = self.cast.refer(span)
            found.extend(self._known[key])
            found.extend(self.actors(syntax.apposed(head)))
            found.extend(self.actors(syntax.singled_out(head)))
        return tuple(dict.fromkeys(found))

    def own_side(self, head: Token) -> tuple[str, ...]:
        """Those who speak, where they name themselves by what they are: *our governments*, *our union*."""
        lemma = head.lemma_.lower()
        if lemma not in BODIES or head.pos_ != "NOUN" or not any(c.lower_ == "our" for c in head.children):
            return ()
        speakers = self.cast.first_person(self.parsed.begin(head), False)
        kinds = {self.kind_of(a) for a in speakers}
        if head.tag_ == "NNS":
            return speakers if len(speakers) > 1 and not kinds & {"Person", "Group"} else ()
        public = lemma in {"government", "country", "nation", "state", "parliament"}
        return speakers if len(speakers) == 1 and kinds == ({"Country"} if public else {"Organization"}) else ()

    def recipients(self, row: Trigger, heads: Heads, agents: tuple[str, ...]) -> tuple[str, ...]:
        """The recipients: the actors of the phrases, or (``obj*``) whoever is behind the thing named."""
        star = any(r.endswith("*") for r in row.recipients)
        found: list[str] = []
        for head in heads:
            for noun in syntax.conjuncts(head) if star else [head]:
                if star:
                    found.extend(self.itself(noun) or self.owners(noun))
                else:  # "the review of Norland's record" reviews Norland
                    found.extend(self.actors([noun]) or (self.owners(noun) if row.type == "Review" else ()))
                found.extend(self.included(noun))
        return tuple(a for a in dict.fromkeys(found) if a not in agents)

    def itself(self, noun: Token) -> tuple[str, ...]:
        """The actors that a noun phrase denotes by its own head; none for things and deeds."""
        return self.actors([noun]) if noun.pos_ in {"PROPN", "PRON"} or is_collective(noun) else ()

    def included(self, noun: Token) -> tuple[str, ...]:
        """The named ones of a wider set: *all neighbours, in particular Norland*, *partners, the Union and Norland*."""
        return self.actors(listed_names(noun)) if noun.pos_ == "NOUN" else ()

    def owners(self, noun: Token, depth: int = 0) -> tuple[str, ...]:
        """Who is behind a thing: *Norland's raid*, *the efforts shown by Norland*, *the role of Norland*, *such acts*."""
        for place in ("poss", "by", "mod", "of", "to"):
            if place == "to" and depth:
                continue
            heads = noun_place(noun, place)
            if place == "of" and befalls(noun):
                continue
            if place in {"of", "to"}:
                found = [a for t in heads for a in self.itself(t) or (self.owners(t, depth + 1) if depth < 2 else ())]
            else:
                found = [*self.actors(heads), *(a for t in heads for a in self.included(t))]
            if found:
                return tuple(dict.fromkeys(found))
        pointing = any(c.lower_ in {"such", "these", "this", "those"} for c in noun.children)
        return self.last_doers if pointing and noun.lemma_.lower() in DEEDS else ()

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

    def maker(self, document: Token, places: tuple[str, ...] = ("poss", "by", "of", "from", "mod")) -> tuple[str, ...]:
        """Who made a document, by its own phrase: *the institute's report*, *a report by the institute*."""
        for place in places:
            found = self.actors(noun_place(document, place))
            if found:
                return found
        return ()

    def behind(self, document: Token) -> tuple[str, ...]:
        """The body behind a document: its maker by the text, the one who adopts or issues it, else the adopter."""
        makers = noun_place(document, "poss") + noun_place(document, "by") + noun_place(document, "mod")
        if document.lemma_.lower() in {"report", "statement"}:
            makers += syntax.noun_objects(document, ("of", "from"))
        found = self.actors(makers)
        if not found and document.dep_ == "dobj" and document.head.pos_ == "VERB":
            found = self.actors(syntax.subjects(document.head))
        return found or self.cast.adopter or self.cast.author

    def kind_of(self, actor: str) -> str:
        """The type of an actor, empty if it is not known."""
        entry = self.cast.entries.get(actor)
        return entry.type if entry is not None else ""

    def is_personal(self, actor: str) -> bool:
        """Whether an actor is a person or a group of people."""
        return self.kind_of(actor) in {"Person", "Group"}
