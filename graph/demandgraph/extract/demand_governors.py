"""Finds what governs each item of a list: the asking words of its lead-in or heading, with who asks whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from demandgraph.extract.demand_asked import written_to
from demandgraph.extract.demand_asks import Ask, without_nested
from demandgraph.extract.demand_clefts import TRIGGERS as CLEFTS
from demandgraph.extract.demand_clefts import cleft_asks
from demandgraph.extract.demand_grammar import Stretch, stretches
from demandgraph.extract.demand_guards import asks_nothing
from demandgraph.extract.demand_impersonal import TRIGGERS, impersonal_asks
from demandgraph.extract.demand_lists import (
    Governor,
    announces,
    enumeration_start,
    governs,
    item_content,
    list_pointing,
    names_demands,
)
from demandgraph.extract.demand_modals import ADVISED, BOUND, DUTIES, duty_asks, modal_asks
from demandgraph.extract.demand_nouns import NOUN_FORMS, noun_asks
from demandgraph.extract.demand_predicates import imperative_start, predicate_asks, wish_asks, would_like
from demandgraph.extract.demand_resolved import resolved_asks
from demandgraph.extract.demand_roles import Roles
from demandgraph.extract.demand_verbs import FORMS, verb_asks
from demandgraph.extract.frames import MODALS, PREDICATES
from demandgraph.parsed import ParsedDocument

LONGEST_ITEM = 70
"""Tokens that a line may have to be read as an item although the layout does not show it as one."""


FINDERS: tuple[tuple[Callable[[Stretch], Iterator[Ask]], frozenset[str]], ...] = (
    (verb_asks, frozenset(FORMS)),
    (noun_asks, frozenset(NOUN_FORMS)),
)
"""What finds acts of asking, each with the words (lower case) without which it finds nothing."""
IMPERSONAL: tuple[tuple[Callable[[Stretch], Iterator[Ask]], frozenset[str]], ...] = (
    (modal_asks, frozenset(MODALS) | {"has", "had", "needs", "needed"}),
    (predicate_asks, frozenset(PREDICATES)),
    (wish_asks, frozenset({"see"})),
    (would_like, frozenset({"like", "love", "prefer"})),
    (duty_asks, frozenset(DUTIES) | BOUND | frozenset(ADVISED)),
    (impersonal_asks, TRIGGERS),
    (cleft_asks, CLEFTS),
)
"""The same for what a preamble only states."""


def asks_of(st: Stretch) -> list[Ask]:
    """All acts of asking in a sentence but imperatives, overlapping ones put in order."""
    words = set(st.low_words())
    finders = FINDERS if st.avows else FINDERS + IMPERSONAL
    found = [ask for find, needed in finders if needed & words for ask in find(st)]
    if st.block.kind == "operative" and not st.avows:
        found += resolved_asks(st)
    return without_nested(st, found)


def nearest(st: Stretch, ask: Ask) -> Ask:
    """An act of asking whose list stands under a second one: *urges you to call on the members to: …* addresses the members."""
    for inner in verb_asks(st):
        if inner.kind == "list" and inner.trigger > ask.trigger and inner.addressee is not None:
            return replace(ask, addressee=inner.addressee)
    for inner in modal_asks(st):  # convey to the minister that the port should be committed to the following:
        if inner.trigger > ask.trigger and inner.addressee is not None and announces(st) and ask.kind != "modal":
            return replace(ask, addressee=inner.addressee)
    return ask


@dataclass(slots=True)
class Lists:
    """The lists of one document: for each block its sentences, its lead-in and what governs it."""

    parsed: ParsedDocument
    roles: Roles
    sentences: dict[int, list[Stretch]] = field(default_factory=dict)
    governors: dict[int, Governor | None] = field(default_factory=dict)
    speakers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    runs: dict[int, int | None] = field(default_factory=dict)
    items: dict[int, list[int]] = field(default_factory=dict)

    def pieces(self, index: int) -> list[Stretch]:
        """The sentences of a block."""
        if index not in self.sentences:
            self.sentences[index] = list(stretches(self.parsed, index))
        return self.sentences[index]

    def governor_of(self, index: int) -> Governor | None:
        """What governs a block as an item of a list; a sub-item is governed by its item's own governor in turn."""
        blocks = self.parsed.blocks
        lead = self.lead_of(index)
        if lead is None:
            return self.heading_governor(index)
        for _ in range(4):
            if lead not in self.governors:
                self.governors[lead] = None  # against circles
                self.governors[lead] = self.find_governor(lead)
            found = self.governors[lead]
            above = blocks[lead].lead_in if blocks[lead].kind != "paragraph" else self.lead_of(lead)
            if (
                found is not None
                or blocks[lead].kind not in {"item", "operative", "preamble", "paragraph"}
                or above is None
                or above == lead
            ):
                return found
            lead = above
        return None

    def enumerates(self, st: Stretch) -> bool:
        """Whether the next sentence of the block begins to enumerate (*I propose three steps. First, …*)."""
        pieces = self.pieces(st.index)
        following = next((p for p in pieces if p.start >= st.end), None)
        return following is not None and enumeration_start(following) is not None

    def leads(self, index: int) -> bool:
        """Whether a block is the lead-in of the next one."""
        return index + 1 < len(self.parsed.blocks) and self.lead_of(index + 1) == index

    def lead_of(self, index: int) -> int | None:
        """The block that governs an item: as laid out, else the paragraph that ends openly before a run of item-like lines."""
        block = self.parsed.blocks[index]
        if block.lead_in is not None or block.kind not in {"item", "heading", "paragraph"}:
            return block.lead_in
        if index not in self.runs:
            self.runs[index] = self._run(index)
        return self.runs[index]

    def _run(self, index: int) -> int | None:
        blocks = self.parsed.blocks
        if not self._item_like(index):
            return None
        k = index - 1
        while k >= 0 and blocks[k].kind in {"furniture", "foreign"}:
            k -= 1
        if k < 0 or self.parsed.docs[k] is None:
            return None
        if self.runs.get(k) is not None:
            return self.runs[k]
        if blocks[k].kind == blocks[index].kind == "item":
            return self.lead_of(k)
        if blocks[k].kind not in {"paragraph", "body"} or not self.pieces(k):
            return None
        st = self.pieces(k)[-1]
        colon = next((t.text for t in reversed(st.doc[st.start : st.end]) if not t.is_space), "") == ":"
        opened = any(a.kind == "list" for a in verb_asks(st)) or (blocks[index].kind == "item" and announces(st))
        return k if colon or opened else None

    def _item_like(self, index: int) -> bool:
        """Whether a block reads like an item: short, one sentence, and no statement of its own."""
        block, doc = self.parsed.blocks[index], self.parsed.docs[index]
        if block.kind == "item":
            return True
        if doc is None or not 0 < len(doc) <= LONGEST_ITEM or len(self.pieces(index)) != 1:
            return False
        first = next((t for t in doc if not t.is_space and not t.is_punct), None)
        if first is None:
            return False
        if first.text[:1].islower() or first.tag_ in {"VB", "VBG", "TO"} or first.lower_ in {"that", "to"}:
            return True
        states = any(t.tag_ in {"VBZ", "VBD", "VBP", "MD"} and t.dep_ == "ROOT" for t in doc)
        return not states or imperative_start(self.pieces(index)[0]) is not None

    def heading_governor(self, index: int) -> Governor | None:
        """The governor of an item under a heading such as *Recommendations* or *Our demands*."""
        block = self.parsed.blocks[index]
        heading = block.heading
        if block.kind != "item" or heading is None or self.parsed.docs[heading] is None:
            return None
        if heading not in self.governors:
            self.governors[heading] = self.named(heading)
        return self.governors[heading]

    def named(self, heading: int) -> Governor | None:
        """What a heading that names demands makes of the list below it."""
        st = next(iter(self.pieces(heading)), None)
        if st is None or st.end - st.start > 8 or not (force := names_demands(st)):
            return None
        ask = Ask("rules/demand/list-under-heading", force, 0.75, st.start, st.start, (st.end, st.end), "list")
        return self.governor(st, ask)

    def find_governor(self, lead: int) -> Governor | None:
        """What in a lead-in governs its items, if it asks for anything."""
        if self.parsed.docs[lead] is None or self.parsed.blocks[lead].kind == "preamble":
            return None
        pieces = self.pieces(lead)
        best: tuple[Stretch, Ask] | None = None
        latest: tuple[Stretch, Ask] | None = None
        for n, st in enumerate(pieces):
            for ask in asks_of(st):
                latest = (st, ask)
                final = n == len(pieces) - 1
                if (final and governs(st, ask)) or (not final and list_pointing(st, ask)):
                    best = (st, ask)
        if best is None and self.items_act(lead):
            best = latest
        if best is not None:
            return self.governor(best[0], nearest(*best))
        if self.parsed.blocks[lead].kind == "heading":
            return self.named(lead)
        if pieces and announces(pieces[-1]) and (force := names_demands(pieces[-1])):
            st = pieces[-1]
            ask = Ask("rules/demand/list-of-demands", force, 0.8, st.start, st.start, (st.end, st.end), "list")
            return self.governor(st, ask)
        return None

    def items_act(self, lead: int) -> bool:
        """Whether the items under a lead-in are worded as actions: imperatives, infinitives, gerunds, *that* clauses."""
        if not self.items:
            for index, block in enumerate(self.parsed.blocks):
                if block.lead_in is not None:
                    self.items.setdefault(block.lead_in, []).append(index)
        firsts = [next(iter(self.pieces(index)), None) for index in self.items.get(lead, ())]
        shapes = [item_content(st)[2] != "noun" for st in firsts if st is not None]
        return len(shapes) > 1 and sum(shapes) * 2 >= len(shapes)

    def governor(self, st: Stretch, ask: Ask) -> Governor | None:
        """The governor that an act of asking makes, with its actors resolved."""
        issuers, nobody = self.roles.issuers(st, ask, self.speaker(st.index))
        if nobody or asks_nothing(st, ask, issuers, self.parsed.document):
            return None
        addressees = self.roles.addressees(st, ask.addressee, acts=True)
        if ask.addressee is None:
            addressees = addressees or written_to(st, self.roles.cast, ask)
        you = ask.addressee is None or self.roles.says_you(st, ask.addressee)
        whom = self.roles.cast.addressees
        return Governor(ask, st, issuers, addressees or (whom if you else ()), you and bool(whom))

    def speaker(self, index: int) -> tuple[str, ...]:
        """Who speaks in the items of a list whose lead-in is only a subject (*The assembly:*)."""
        block = self.parsed.blocks[index]
        lead = block.lead_in
        if lead is None or block.kind != "item" or self.parsed.docs[lead] is None:
            return ()
        if (governor := self.governor_of(index)) is not None:
            return governor.issuers
        if lead not in self.speakers:
            self.speakers[lead] = self._subject(lead)
        return self.speakers[lead]

    def _subject(self, lead: int) -> tuple[str, ...]:
        pieces = self.pieces(lead)
        for token in pieces[-1].doc[pieces[-1].start : pieces[-1].end] if pieces else ():
            if token.dep_ in {"nsubj", "ROOT"} and token.pos_ in {"NOUN", "PROPN", "PRON"}:
                return self.roles.cast.refer(token.doc[token.left_edge.i : token.i + 1], group=False)
        return ()
