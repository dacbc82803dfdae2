"""Finds demands: an action, or the end of one, that an actor says somebody ought to take.

Each sentence is searched for words that ask (:mod:`frames`), what they ask is cut into single actions
(:mod:`coordination`), the actors are resolved by the cast, and a demand that is stated twice becomes one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.coordination import split
from demandgraph.extract.demand_actions import action_phrase, condition_in, deadline_in
from demandgraph.extract.demand_asks import Ask, noun_asks, verb_asks, without_nested
from demandgraph.extract.demand_draft import Draft, first_stem, stems
from demandgraph.extract.demand_grammar import QUOTES, Stretch, stretches
from demandgraph.extract.demand_guards import asks_nothing
from demandgraph.extract.demand_initiators import attach
from demandgraph.extract.demand_lists import Governor, announces, governs, item_content, list_pointing, names_demands
from demandgraph.extract.demand_made_at import link
from demandgraph.extract.demand_merge import merge
from demandgraph.extract.demand_modals import imperative_asks, imperative_start, modal_asks, predicate_asks, speech_source, wish_asks
from demandgraph.extract.demand_roles import Roles, clause_parts
from demandgraph.extract.demand_slots import agentive, find_infinitive
from demandgraph.extract.topics import topic_of
from demandgraph.model import Demand, Event, Phrase
from demandgraph.parsed import ParsedDocument
from demandgraph.rdf import slug

if TYPE_CHECKING:
    from spacy.tokens import Token

log = logging.getLogger(__name__)

SKIPPED = {
    "furniture", "foreign", "dateline", "address", "salutation", "recommendation", "vote", "signature", "copy", "footnote",
}  # fmt: skip
MODAL_KINDS = {"modal", "modal-passive", "whole"}
OPEN_KINDS = {"Appeal", "Statement", "Speech"}
"""Kinds of documents whose own sentences may be imperatives."""


@dataclass(slots=True)
class Reader:
    """Reads one document block by block and collects drafts."""

    parsed: ParsedDocument
    cast: Cast
    roles: Roles = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    governors: dict[int, Governor | None] = field(default_factory=dict)
    speakers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    runs: dict[int, int | None] = field(default_factory=dict)
    led: frozenset[int] = frozenset()
    body_begins: int = 0
    """Index of the block where a letter that somebody introduces begins: what stands before it is a summary."""

    def __post_init__(self) -> None:
        self.roles = Roles(self.cast, self.parsed.document)
        letter = [i for i, b in enumerate(self.parsed.blocks) if b.kind in {"address", "salutation"}]
        self.body_begins = letter[0] if letter else 0
        self.led = frozenset(b.lead_in for b in self.parsed.blocks if b.lead_in is not None)

    def read(self) -> list[Draft]:
        """Read all blocks; a sentence on which a rule fails is skipped and logged."""
        for index, block in enumerate(self.parsed.blocks):
            if block.kind in SKIPPED or self.parsed.docs[index] is None:
                continue
            for number, st in enumerate(stretches(self.parsed, index)):
                try:
                    self.read_stretch(st, number)
                except Exception:  # one sentence must not cost the document
                    log.exception("%s: sentence at %d skipped", self.parsed.document.file_name, self.parsed.begin(st.doc[st.start]))
        return self.drafts

    def read_stretch(self, st: Stretch, number: int) -> None:
        index, kind = st.index, st.block.kind
        governor = self.governor_of(index) if number == 0 else None
        asks = [*verb_asks(st), *noun_asks(st)]
        if kind != "preamble":
            asks += [*modal_asks(st), *predicate_asks(st), *wish_asks(st)]
        if not asks and self.imperatives_allowed(st):
            asks += imperative_asks(st)
        asks = without_nested(st, asks)
        if not asks:
            self.roles.listen(st)
        if governor is not None:
            own = [a for a in asks if self.opens_item(st, a)]
            if not own:
                self.item(st, number, governor)
                return
            asks = own
        lead = self.lead_speaker(index)
        before: tuple[str, ...] = ()
        found = len(self.drafts)
        for n, ask in enumerate(asks):
            joined = before if n and ask.issuer is None and ask.kind not in MODAL_KINDS else ()
            self.ask(st, number, ask, (joined or lead) if ask.issuer is None else (), governor, last=n == len(asks) - 1)
            before = self.roles.last.get(st.index, ())
        if governor is not None and len(self.drafts) == found:
            self.item(st, number, governor)  # what looked like its own demand was none

    def opens_item(self, st: Stretch, ask: Ask) -> bool:
        """Whether an act of asking inside an item is the item's own (*calls for …*, *X should …*), not part of its action."""
        before = [t for t in st.doc[st.start : ask.first] if not st.parsed.is_virtual(t) and t.is_alpha]
        if ask.kind in MODAL_KINDS and ask.content[1] - ask.first < (st.end - st.start) // 2:
            return False
        return len(before) <= 2 and (ask.rule.split("/")[-1][:4] in {"must", "shou", "ough"} or ask.kind != "imperative" and ask.issuer is None and not any(
            t.lower_ in {"they"} for t in st.doc[st.start : st.start + 1] if st.parsed.is_virtual(t)
        ) and st.doc[ask.trigger].tag_ != "VBG" and "/noun-" not in ask.rule)  # fmt: skip

    def imperatives_allowed(self, st: Stretch) -> bool:
        if st.block.kind in {"heading", "title"}:
            return True
        if st.block.kind not in {"paragraph", "item"}:
            return False
        if self.parsed.document.kind in OPEN_KINDS:
            return True
        return st.block.kind == "item" or self.cast.voice(st.offset(st.start)) != self.cast.author

    # -- lists

    def governor_of(self, index: int) -> Governor | None:
        """What governs a block as an item of a list; a sub-item is governed by its item's own governor in turn."""
        lead = self.lead_of(index)
        for _ in range(4):
            if lead is None:
                return self.heading_governor(index)
            if lead not in self.governors:
                self.governors[lead] = self.find_governor(lead)
            if self.governors[lead] is not None:
                return self.governors[lead]
            if self.parsed.blocks[lead].kind not in {"item", "operative", "preamble"} or lead == self.parsed.blocks[lead].lead_in:
                return None
            lead = self.parsed.blocks[lead].lead_in
        return None

    def lead_of(self, index: int) -> int | None:
        """The block that governs an item: as laid out, else the paragraph that ends openly before a run of item-like lines."""
        block = self.parsed.blocks[index]
        if block.lead_in is not None or block.kind not in {"item", "heading", "paragraph"}:
            return block.lead_in
        if index not in self.runs:
            self.runs[index] = self.find_run(index)
        return self.runs[index]

    def find_run(self, index: int) -> int | None:
        blocks = self.parsed.blocks
        if not self.item_like(index):
            return None
        k = index - 1
        while k >= 0 and (blocks[k].kind in {"furniture", "foreign"}):
            k -= 1
        if k < 0 or self.parsed.docs[k] is None:
            return None
        if blocks[k].kind in {"item", "heading", "paragraph"} and k in self.runs and self.runs[k] is not None:
            return self.runs[k]
        if blocks[k].kind == "item" and blocks[index].kind == "item":
            return self.lead_of(k)
        if blocks[k].kind not in {"paragraph", "body"}:
            return None
        st = (list(stretches(self.parsed, k)) or [None])[-1]
        if st is None:
            return None
        colon = next((t.text for t in reversed(st.doc[st.start : st.end]) if not t.is_space), "") == ":"
        return k if colon or any(a.kind == "list" for a in verb_asks(st)) or blocks[index].kind == "item" and announces(st) else None

    def item_like(self, index: int) -> bool:
        """Whether a block reads like an item: short, one sentence, and no statement of its own."""
        block, doc = self.parsed.blocks[index], self.parsed.docs[index]
        if block.kind == "item":
            return True
        if doc is None or len(doc) > 70 or not len(doc):
            return False
        pieces = list(stretches(self.parsed, index))
        if len(pieces) != 1:
            return False
        first = next((t for t in doc if not t.is_space and not t.is_punct), None)
        if first is None:
            return False
        if first.text[:1].islower() or first.tag_ in {"VB", "VBG", "TO"} or first.lower_ in {"that", "to"}:
            return True
        return not any(t.tag_ in {"VBZ", "VBD", "VBP", "MD"} and t.dep_ == "ROOT" for t in doc) or imperative_start(pieces[0]) is not None

    def heading_governor(self, index: int) -> Governor | None:
        """The governor of an item under a heading such as *Recommendations* or *Our demands*."""
        block = self.parsed.blocks[index]
        if block.kind != "item" or block.lead_in is not None or block.heading is None or self.parsed.docs[block.heading] is None:
            return None
        if block.heading not in self.governors:
            self.governors[block.heading] = None
            st = next(iter(stretches(self.parsed, block.heading)), None)
            if st is not None and st.end - st.start <= 8 and (force := names_demands(st)):
                ask = Ask("rules/demand/list-under-heading", force, 0.75, st.start, st.start, (st.end, st.end), "list")
                self.governors[block.heading] = self.governor(st, ask)
        return self.governors[block.heading]

    def find_governor(self, lead: int) -> Governor | None:
        if self.parsed.docs[lead] is None or self.parsed.blocks[lead].kind == "preamble":
            return None
        pieces = list(stretches(self.parsed, lead))
        best: tuple[Stretch, Ask] | None = None
        latest: tuple[Stretch, Ask] | None = None
        for n, st in enumerate(pieces):
            asks = without_nested(st, [*verb_asks(st), *noun_asks(st), *modal_asks(st), *predicate_asks(st), *wish_asks(st)])
            final = n == len(pieces) - 1
            for ask in asks:
                latest = (st, ask)
                if final and governs(st, ask) or not final and list_pointing(st, ask):
                    best = (st, ask)
        if best is None and pieces and self.items_act(lead):
            best = latest
        if best is not None:
            return self.governor(*best)
        if pieces and announces(pieces[-1]) and (force := names_demands(pieces[-1])):
            st = pieces[-1]
            ask = Ask("rules/demand/list-of-demands", force, 0.8, st.start, st.start, (st.end, st.end), "list")
            return self.governor(st, ask)
        return None

    def items_act(self, lead: int) -> bool:
        """Whether the items under a lead-in are worded as actions: imperatives, infinitives, gerunds, *that* clauses."""
        shapes = []
        for index, block in enumerate(self.parsed.blocks):
            if block.lead_in == lead and (st := next(iter(stretches(self.parsed, index)), None)) is not None:
                shapes.append(item_content(st)[2] != "noun")
        return len(shapes) > 1 and sum(shapes) * 2 >= len(shapes)

    def governor(self, st: Stretch, ask: Ask) -> Governor | None:
        issuers, nobody = self.roles.issuers(st, ask, self.lead_speaker(st.index))
        if nobody:
            return None
        addressees = self.roles.addressees(st, ask.addressee)
        you = ask.addressee is None or any(t.lower_ == "you" for t in st.doc[ask.addressee[0] : ask.addressee[1]])
        return Governor(ask, st, issuers, addressees or (self.cast.addressees if you else ()), you and bool(self.cast.addressees))

    def lead_speaker(self, index: int) -> tuple[str, ...]:
        """Who speaks in the items of a list whose lead-in is only a subject (*The assembly:*)."""
        lead = self.parsed.blocks[index].lead_in
        if lead is None or self.parsed.blocks[index].kind not in {"item"} or self.parsed.docs[lead] is None:
            return ()
        if (governor := self.governor_of(index)) is not None:
            return governor.issuers
        if lead not in self.speakers:
            found: tuple[str, ...] = ()
            pieces = list(stretches(self.parsed, lead))
            if pieces:
                st = pieces[-1]
                subject = next((t for t in st.doc[st.start : st.end] if t.dep_ in {"nsubj", "ROOT"} and t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
                if subject is not None:
                    found = self.cast.refer(st.doc[subject.left_edge.i : subject.i + 1], group=False)
            self.speakers[lead] = found
        return self.speakers[lead]

    def item(self, st: Stretch, number: int, governor: Governor) -> None:
        """An item of a list of demands: one demand, whatever its grammar."""
        start, end, kind = item_content(st)
        addressees = governor.addressees
        if governor.from_letter or kind == "noun":
            addressees = self.roles.agent_in(st, start, end) or addressees
        if governor.from_letter and addressees == governor.addressees:
            addressees = self.pick(st, start, end) or addressees
        lead = self.sentence(governor.st)
        rule = governor.ask.rule + "-item"
        self.add(st, number, start, end, rule, governor.ask.force, governor.ask.certainty, governor.issuers, addressees, (lead,))

    def pick(self, st: Stretch, start: int, end: int) -> tuple[str, ...]:
        """The addressees of a letter that an item names itself."""
        named: set[str] = set()
        for k in range(start, end):  # of Novaria, by the Ministry, Novaria's: not "in the Ministry's building"
            token = st.doc[k]
            if token.pos_ == "PROPN" and self.belongs(token, start):
                named.update(self.cast.refer(st.doc[k : k + 1], group=False))
        related = {}
        for ident in self.cast.addressees:
            entry = self.cast.entries.get(ident)
            related[ident] = ident
            if entry is not None and entry.part_of:
                related.setdefault(entry.part_of, entry.part_of)
        return tuple(related[i] for i in related if i in named)

    def belongs(self, name: Token, start: int) -> bool:
        """Whether a name stands behind *of* or *by*, or possesses what is to be done, itself or as one of several."""
        while name.dep_ in {"conj", "appos", "compound", "nmod"} and name.head.i >= start and name.head.i != name.i:
            name = name.head
        return name.dep_ == "poss" or name.dep_ == "pobj" and name.head.lower_ in {"of", "by"}

    # -- single acts of asking

    def ask(
        self, st: Stretch, number: int, ask: Ask, lead: tuple[str, ...], governor: Governor | None, last: bool
    ) -> None:
        """One act of asking: its roles, and a demand for each action."""
        issuers, nobody = self.roles.issuers(st, ask, lead)
        if nobody or asks_nothing(st, ask, issuers, self.parsed.document):
            return
        if ask.kind in MODAL_KINDS and self.parsed.document.kind == "NewsReport" and not lead and self.told_by_reporter(st, ask):
            return
        if governor is not None and not ask.addressee:
            addressees: tuple[str, ...] = governor.addressees
        else:
            addressees = ()
        start, end = ask.content
        if (st.index in self.led or st.index + 1 < len(self.parsed.blocks) and self.lead_of(st.index + 1) == st.index) and last and (ask.kind == "list" or list_pointing(st, ask) or governs(st, ask)):
            return
        if ask.kind == "list" or (list_pointing(st, ask) or governs(st, ask)) and announces(st):
            return
        if st.block.kind == "preamble" and (ask.issuer is None or not issuers or set(issuers) <= set(self.cast.adopter)):
            return
        if self.roles.is_self(st, ask.addressee):
            return
        kind = "infinitive" if ask.kind == "modal" else ask.kind
        prefix = start
        if ask.kind in {"modal", "modal-passive", "whole"}:
            thing = ask.addressee is not None and st.doc[ask.addressee[0]].lower_ in {"it", "this", "that", "these"} and ask.addressee[1] - ask.addressee[0] == 1
            span = ask.extra if ask.kind != "modal" or thing else ask.addressee
            addressees = self.roles.addressees(st, span)
            held = self.roles.behind(st, ask.addressee) if not addressees and ask.kind == "modal" and ask.addressee else ()
            if not addressees and ask.addressee is not None and ask.trigger - ask.addressee[1] <= 2:
                if not any(t.text in QUOTES for t in st.doc[ask.addressee[1] : start]):
                    prefix = ask.addressee[0]
            addressees = addressees or held
        elif ask.kind == "imperative":
            addressees = addressees or self.imperative_addressees(st)
        else:
            addressees = self.roles.addressees(st, ask.addressee) or addressees
            if not addressees and self.says_you(st, ask):
                addressees = self.cast.addressees
        if addressees and issuers and set(addressees) <= set(issuers):
            others = self.roles.last.get(st.index) or lead
            if ask.issuer is None or st.doc[ask.issuer[0]].pos_ != "PRON" or not others or set(addressees) <= set(others):
                return
            issuers = others  # "it also called on …": nobody asks himself
        cuts = split(st.doc, start, end, kind)
        for n, (a, b) in enumerate(cuts):
            who, begin = addressees, a
            if kind == "noun" and not who and (k := find_infinitive(st, a, b)) is not None and agentive(st, a, k):
                who, begin = self.roles.addressees(st, (a, k)), k + 1  # calls for talks, as well as for the parties to meet
                begin = begin if who else a
            if kind == "clause":
                subject, verb, passive = clause_parts(st, a, b)
                if subject is not None and verb is not None and not passive:
                    if self.roles.is_self(st, subject):
                        continue
                    thing = subject[1] - subject[0] == 1 and st.doc[subject[0]].lower_ in {"it", "this", "that"}
                    named = () if thing else self.roles.addressees(st, subject)
                    if named or any(t.lower_ == "you" for t in st.doc[subject[0] : subject[1]]):
                        who, begin = named, verb
                    pieces = split(st.doc, verb, b, "finite")
                    if len(pieces) > 1:
                        begin = begin if named else a
                        for m, (first, last) in enumerate(pieces):
                            self.add(st, number, first if m else begin, last, ask.rule, ask.force, ask.certainty, issuers, who)
                        continue
                elif passive:
                    who = self.roles.agent_in(st, a, b) or addressees
            elif kind in {"noun", "gerund"} and not who:
                who = self.roles.agent_in(st, a, b)
            if n == 0 and prefix < start:
                begin = prefix
            self.add(st, number, begin, b, ask.rule, ask.force, ask.certainty, issuers, who)
        if issuers:
            self.roles.last[st.index] = issuers

    def told_by_reporter(self, st: Stretch, ask: Ask) -> bool:
        """Whether nobody but the reporter says that something must be done: then it is background."""
        if st.index in self.roles.last or speech_source(st.doc[ask.trigger])[1] or st.block.kind in {"title", "heading"}:
            return False
        return self.cast.voice(st.offset(ask.trigger)) == self.cast.author

    def says_you(self, st: Stretch, ask: Ask) -> bool:
        span = ask.addressee
        return span is not None and any(t.lower_ == "you" for t in st.doc[span[0] : span[1]])

    def imperative_addressees(self, st: Stretch) -> tuple[str, ...]:
        if self.cast.voice(st.offset(st.start)) == self.cast.author:
            return self.cast.addressees
        return ()

    # -- findings

    def sentence(self, st: Stretch) -> Phrase:
        first = next((t for t in st.doc[st.start : st.end] if not st.parsed.is_virtual(t)), st.doc[st.start])
        return self.parsed.phrase(self.parsed.begin(first), self.parsed.end(st.doc[st.end - 1]))

    def add(
        self, st: Stretch, number: int, start: int, end: int, rule: str, force: str, certainty: float,
        issuers: tuple[str, ...], addressees: tuple[str, ...], more: tuple[Phrase, ...] = (),
    ) -> None:  # fmt: skip
        action = action_phrase(st, start, end)
        if action is None or not any(c.isalpha() for c in action.text):
            return
        sentence = self.sentence(st)
        words = action.text.split()
        certainty -= 0.1 * (not issuers) + 0.15 * (len(words) < 2) + 0.05 * (len(words) > 60)
        demand = Demand(
            id=f"{slug(' '.join(words[:6]), 40) or 'demand'}-{action.begin}",
            action=action,
            evidence=(sentence, *more),
            issuers=issuers,
            addressees=addressees,
            beneficiaries=self.roles.beneficiaries(st, start, end),
            topic=topic_of(action.text, sentence.text),
            force=force,
            condition=condition_in(self.parsed, sentence.begin, sentence.end),
            deadline=deadline_in(self.parsed, action.begin, sentence.end),
            confidence=round(max(0.05, min(0.99, certainty)), 2),
            rule=rule,
        )
        summary = st.block.kind in {"title", "heading"} or st.index < self.body_begins
        listed = self.lead_of(st.index) if rule.endswith("-item") else None
        self.drafts.append(Draft(demand, st.index, number, stems(action.text), summary, first_stem(action.text), listed))


def find_demands(parsed: ParsedDocument, cast: Cast, events: tuple[Event, ...]) -> tuple[Demand, ...]:
    """Find the demands of a parsed document, in the order of the text.

    Parameters
    ----------
    parsed : the document
    cast : its actors
    events : its events, among which the occasion of each demand is looked for
    """
    drafts = Reader(parsed, cast).read()
    drafts = merge(drafts, parsed.document.kind == "Resolution")
    drafts = attach(drafts, parsed, cast)
    return link(tuple(d.demand for d in drafts), events, parsed.document, cast.adopter)
