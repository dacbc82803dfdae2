"""Finds the actors behind noun phrases: whom they denote, whose the thing or deed is that they name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.cast import Cast
from demandgraph.extract.event_noun_frames import Heads, befalls, listed_names, noun_place, undergone
from demandgraph.extract.event_rows import rest_of_row
from demandgraph.extract.event_words import is_collective, is_deed
from demandgraph.extract.figure_units import BODIES
from demandgraph.parsed import ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEDS = frozenset("act attack violence action crime deed atrocity killing raid arrest measure abuse violation".split())
DOERS = ("poss", "mod", "faced")
INSTRUMENTS = frozenset(
    """fire gunfire brushfire bullet shell rocket missile bomb drone tank jet warplane helicopter mine grenade sniper convoy car
    truck vehicle aircraft plane artillery mortar agent element operative""".split()
)
"""What does somebody's deed for him: *the army's bullets killed nine*."""
SUFFERED = frozenset({"Repression", "Violence", "Sanction"})
"""Types of events that befall somebody."""
STANDING = frozenset("registration accreditation operation organisation organization publication".split())
"""What is somebody's although its ending is that of a deed: *revoked the registration of the union*."""


@dataclass(slots=True)
class Participants:
    """Finds the actors behind the noun phrases of one document, and remembers who acted last."""

    parsed: ParsedDocument
    cast: Cast
    last_speakers: tuple[str, ...] = ()
    """The agents of the last position told, for pronouns that nothing else resolves."""
    last_doers: tuple[str, ...] = ()
    """The agents of the last violence or repression told, for *such acts*."""
    _known: dict[tuple[int, int, int], tuple[str, ...]] = field(default_factory=dict)

    def wielders(self, heads: Heads) -> tuple[str, ...]:
        """Who did what a deed or a weapon is said to have done: *Norland's shelling killed*, *the army's bullets*."""
        deeds = ((h, DOERS if is_deed(h) else (*DOERS, "of")) for h in heads if is_deed(h) or h.lemma_ in INSTRUMENTS)
        return tuple(a for h, places in deeds for a in self.maker(h, places) or self.actors(syntax.by_agents(h)))

    def actors(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """The actors that noun phrases denote."""
        found: list[str] = []
        for head in heads:
            if head.dep_ == "expl":
                continue
            if own := self.own_side(head):
                found.extend(own)
                continue
            if spelled := self.actors(syntax.spelled_out(head) or syntax.called(head)):
                found.extend(spelled)
                continue
            span = syntax.np_span(head)
            key = (self.parsed.block_of(head), span.start, span.end)
            if key not in self._known:
                self._known[key] = self.cast.refer(span)
            found.extend(self._known[key])
            if not self._known[key] and head.dep_ == "attr" and head.pos_ == "NOUN" and head.head.lemma_ == "be":
                found.extend(self.actors(s for s in syntax.children(head.head, "nsubj") if s.i != head.i))
            found.extend(self.actors(syntax.apposed(head)))
            found.extend(self.actors(syntax.singled_out(head)))
            found.extend(self.row(head))
        return tuple(dict.fromkeys(found))

    def row(self, head: Token) -> list[str]:
        """The persons of the row that a noun phrase opens, however the parser hung them."""
        spans = (syntax.np_span(t) for t in rest_of_row(head))
        return [a for s in spans for a in self.cast.refer(s, False) if self.kind_of(a) == "Person"]

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

    def itself(self, noun: Token) -> tuple[str, ...]:
        """The actors that a noun phrase denotes by its own head; none for things and deeds."""
        return self.actors([noun]) if noun.pos_ in {"PROPN", "PRON"} or is_collective(noun) else ()

    def included(self, noun: Token) -> tuple[str, ...]:
        """The named ones of a wider set: *all neighbours, in particular Norland*, *partners, the Union and Norland*."""
        return self.actors(listed_names(noun)) if noun.pos_ == "NOUN" else ()

    def owners(self, noun: Token, depth: int = 0, kind: str = "") -> tuple[str, ...]:
        """Who is behind a thing: *Norland's raid*, *the efforts shown by Norland*, *the role of Norland*, *such acts*.

        ``kind`` is the type of the event that the thing stands in: what a deed befalls (*revoked the registration of
        the union*) is no deed itself, and whoever condemns a deed does not condemn whom it befalls (*Ana Orr's arrest*).
        """
        for place in ("poss", "by", "claused", "mod", "of", "to"):
            if place == "to" and depth:
                continue
            heads = noun_place(noun, place)
            lasting = kind in SUFFERED and noun.lemma_.lower() in STANDING
            if place == "of" and befalls(noun) and not lasting and kind != "Release":
                continue
            if place == "poss" and kind == "Condemnation" and undergone(noun):
                continue
            if place in {"of", "to"}:
                found = [a for t in heads for a in self.itself(t) or (self.owners(t, depth + 1) if depth < 2 else ())]
            else:
                found = [*self.actors(heads), *(a for t in heads for a in self.included(t))]
            if found:
                return tuple(dict.fromkeys(found))
        pointing = any(c.lower_ in {"such", "these", "this", "those"} for c in noun.children)
        return self.last_doers if pointing and noun.lemma_.lower() in DEEDS else ()

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
