"""Finds demands: an action, or the end of one, that an actor says somebody ought to take.

Each sentence is searched for words that ask (:mod:`frames`), what they ask is cut into single actions
(:mod:`coordination`), the actors are resolved by the cast, and a demand that is stated twice becomes one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_actions import action_phrase, condition_in, deadline_in
from demandgraph.extract.demand_asked import picked
from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_beneficiaries import beneficiaries
from demandgraph.extract.demand_contents import MODAL_KINDS, Action, actions, modal_addressees
from demandgraph.extract.demand_draft import Draft, first_stem, stems
from demandgraph.extract.demand_governors import Lists, asks_of
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_guards import asks_nothing, told_reason
from demandgraph.extract.demand_initiators import attach
from demandgraph.extract.demand_lists import (
    Governor,
    announces,
    enumeration_start,
    governs,
    item_content,
    list_pointing,
    states,
)
from demandgraph.extract.demand_made_at import Occasion, link
from demandgraph.extract.demand_merge import merge
from demandgraph.extract.demand_predicates import imperative_asks
from demandgraph.extract.demand_roles import Roles
from demandgraph.extract.demand_speech import speech_source
from demandgraph.extract.topic_acts import VAGUE
from demandgraph.extract.topic_subject import with_subject
from demandgraph.extract.topics import topic_of
from demandgraph.iris import slug
from demandgraph.model import Demand, Event, Phrase
from demandgraph.parsed import ParsedDocument

log = logging.getLogger(__name__)

SKIPPED = {
    "furniture", "foreign", "dateline", "address", "salutation", "recommendation", "vote", "signature", "copy",
    "footnote",
}  # fmt: skip
OWN_OFFICERS = ("rules/demand/instruct-", "rules/demand/direct-", "rules/demand/task-", "rules/demand/mandate-")
"""Orders that a body gives to its own officers."""
OPEN_KINDS = {"Appeal", "Statement", "Speech"}
"""Kinds of documents whose own sentences may be imperatives."""


@dataclass(slots=True)
class Reader:
    """Reads one document block by block and collects drafts."""

    parsed: ParsedDocument
    cast: Cast
    roles: Roles = field(init=False)
    lists: Lists = field(init=False)
    drafts: list[Draft] = field(default_factory=list)
    enumerated: Governor | None = None
    """What governs sentences such as *First, …. Second, ….* in the paragraph being read."""
    led: frozenset[int] = frozenset()
    """Blocks that are lead-ins by the layout."""
    teasers: frozenset[int] = frozenset()
    """Items before the first paragraph: the summary of a press release."""
    body_begins: int = 0
    """Index of the block where a letter that somebody introduces begins: what stands before it is a summary."""

    def __post_init__(self) -> None:
        blocks = self.parsed.blocks
        self.roles = Roles(self.cast, self.parsed.document)
        self.lists = Lists(self.parsed, self.roles)
        self.led = frozenset(b.lead_in for b in blocks if b.lead_in is not None)
        self.body_begins = next((i for i, b in enumerate(blocks) if b.kind in {"address", "salutation"}), 0)
        text = next((i for i, b in enumerate(blocks) if b.kind in {"paragraph", "operative", "body"}), 0)
        self.teasers = frozenset(i for i, b in enumerate(blocks[:text]) if b.kind == "item" and b.lead_in is None)

    def read(self) -> list[Draft]:
        """Read all blocks; a sentence on which a rule fails is skipped and logged."""
        for index, block in enumerate(self.parsed.blocks):
            if block.kind in SKIPPED or self.parsed.docs[index] is None:
                continue
            for number, st in enumerate(self.lists.pieces(index)):
                try:
                    self.read_sentence(st, number)
                except Exception:  # one sentence must not cost the document
                    name, offset = self.parsed.document.file_name, self.parsed.begin(st.doc[st.start])
                    log.exception("%s: sentence at %d skipped", name, offset)
        return self.drafts

    def read_sentence(self, st: Stretch, number: int) -> None:
        """Collect the demands of one sentence, the ``number``-th of its block."""
        governor = self.lists.governor_of(st.index) if number == 0 else None
        if governor is not None and governor.ask.rule.endswith("/list-under-heading") and states(st):
            governor = None  # a heading such as *Recommendations* also stands above what is told
        if (
            self.enumerated is not None
            and self.enumerated.st.index == st.index
            and (start := enumeration_start(st)) is not None
        ):
            item = Action(start, st.end, self.enumerated.addressees)
            self.add(st, number, item, self.enumerated.ask, self.enumerated.issuers, self.sentence(self.enumerated.st))
            return
        asks = [a for a in asks_of(st) if not told_reason(st, a)]
        if not asks and self.may_command(st):
            asks = list(imperative_asks(st))
        if not asks:
            self.roles.listen(st)
        if governor is not None:
            asks = [a for a in asks if self.opens_item(st, a)]
        found = len(self.drafts)
        speaker = self.lists.speaker(st.index)
        before: tuple[str, ...] = ()
        for n, ask in enumerate(asks):
            joined = before if n and ask.kind not in MODAL_KINDS else ()
            lead = (joined or speaker) if ask.issuer is None else ()
            self.take(st, number, ask, lead, governor, last=n == len(asks) - 1)
            before = self.roles.last.get(st.index, ())
        if governor is not None and len(self.drafts) == found:
            self.take_item(st, number, governor)

    def opens_item(self, st: Stretch, ask: Ask) -> bool:
        """Whether an act of asking inside an item is the item's own (*calls for …*, *X should …*), not part of its action."""
        subject = ask.addressee if ask.kind in MODAL_KINDS else None
        words = st.doc[st.start : ask.first if subject is None else min(ask.first, subject[0])]
        if sum(t.is_alpha for t in words if not st.parsed.is_virtual(t)) > 2:
            return False
        if ask.kind in MODAL_KINDS:
            return ask.content[1] - ask.first >= (st.end - st.start) // 2
        told = st.parsed.is_virtual(st.doc[st.start]) and st.doc[st.start].lower_ == "they"
        participle = st.doc[ask.trigger].tag_ == "VBG"
        return (
            ask.kind != "imperative" and ask.issuer is None and not told and not participle and "/noun-" not in ask.rule
        )

    def may_command(self, st: Stretch) -> bool:
        """Whether a sentence may be an imperative that asks: in open appeals, quotations, items, headlines."""
        kind = st.block.kind
        if kind in {"heading", "title", "item"}:
            return True
        if kind != "paragraph":
            return False
        if self.parsed.document.kind in OPEN_KINDS:
            return True
        return self.cast.voice(st.offset(st.start)) != self.cast.author

    def take(
        self, st: Stretch, number: int, ask: Ask, lead: tuple[str, ...], governor: Governor | None, last: bool
    ) -> None:
        """One act of asking: its roles, and a draft for each action.

        ``lead`` is who speaks when the words do not say it, ``last`` whether it is the sentence's last act of asking.
        """
        issuers, nobody = self.roles.issuers(st, ask, lead)
        if nobody or asks_nothing(st, ask, issuers, self.parsed.document) or self.roles.is_self(st, ask.addressee):
            return
        if self.background(st, ask, issuers, lead) or self.left_to_list(st, ask, last):
            return
        general = governor.addressees if governor is not None and not ask.addressee else ()
        begin = ask.content[0]
        if ask.kind in MODAL_KINDS:
            addressees, begin = modal_addressees(st, ask, self.roles)
        elif ask.kind == "imperative":
            addressees = general or self.commanded(st)
        else:
            addressees = self.roles.addressees(st, ask.addressee, acts=True) or general
        if addressees and issuers and set(addressees) <= set(issuers):
            others = self.roles.last.get(st.index) or lead or self.cast.author
            span = ask.addressee
            if span is not None and (
                ask.rule.startswith(OWN_OFFICERS) or (ask.kind not in MODAL_KINDS and st.doc[span[0]].tag_ == "PRP")
            ):
                addressees = ()  # instructs its president to forward the text; urged it to act (not itself)
                others = issuers
            elif span is not None and ask.issuer is None and st.doc[span[0]].lower_ == "both":
                addressees, others = (), issuers  # both governments should act, said by two others
            elif ask.issuer is None:
                return
            elif st.doc[ask.issuer[0]].pos_ != "PRON" or not set(others) - set(addressees):
                addressees, others = (), issuers  # a name that stands for two: who asks is surer than who is asked
            issuers = others  # "it also called on …": nobody asks himself
        single = governor is not None and ask.kind == "modal" and st.block.kind == "item"
        found = (
            [Action(begin, ask.content[1], addressees)] if single else actions(st, ask, self.roles, addressees, begin)
        )
        for action in found:
            self.add(st, number, action, ask, issuers)
        self.roles.latest[st.index] = issuers
        if issuers:
            self.roles.last[st.index] = issuers
        if len(issuers) > 1:
            self.roles.jointly = issuers

    def background(self, st: Stretch, ask: Ask, issuers: tuple[str, ...], lead: tuple[str, ...]) -> bool:
        """Whether only the reporter, or a preamble, says that something must be done."""
        if st.avows:
            if ask.issuer is None and st.doc[ask.trigger].tag_ == "VBG" and "/noun-" not in ask.rule:
                return False  # "…, and encouraging all States to sign": asked all the same
            return ask.issuer is None or not issuers or set(issuers) <= set(self.cast.adopter)
        if ask.kind not in MODAL_KINDS or ask.issuer is not None or self.parsed.document.kind != "NewsReport" or lead:
            return False
        if (
            st.index in self.roles.last
            or st.block.kind in {"title", "heading"}
            or speech_source(st.doc[ask.trigger])[1]
        ):
            return False
        return self.cast.voice(st.offset(ask.trigger)) == self.cast.author

    def left_to_list(self, st: Stretch, ask: Ask, last: bool) -> bool:
        """Whether the items that follow say what is asked."""
        pointing = ask.kind == "list" or list_pointing(st, ask) or governs(st, ask)
        if not pointing:
            return False
        leads = last and (st.index in self.led or self.lists.leads(st.index))
        if list_pointing(st, ask) and self.lists.enumerates(st):
            self.enumerated = self.lists.governor(st, ask)
            return True
        return ask.kind == "list" or leads or announces(st)

    def commanded(self, st: Stretch) -> tuple[str, ...]:
        """Whom the document's own imperatives address."""
        return self.cast.addressees if self.cast.voice(st.offset(st.start)) == self.cast.author else ()

    def take_item(self, st: Stretch, number: int, governor: Governor) -> None:
        """An item of a list of demands: one demand, whatever its grammar."""
        start, end, kind = item_content(st)
        if self.lists.leads(st.index) and st.doc[end - 1].text == ":" and st.doc[max(start, end - 2)].lower_ == "to":
            return  # *in your debates, to:*, the rest of a lead-in on a line of its own
        addressees = governor.addressees
        if governor.from_letter or kind == "noun":
            addressees = self.roles.agent_in(st, start, end) or addressees
        if governor.from_letter and addressees == governor.addressees:
            addressees = picked(st, self.cast, start, end) or addressees
        self.add(st, number, Action(start, end, addressees), governor.ask, governor.issuers, self.sentence(governor.st))

    def sentence(self, st: Stretch) -> Phrase:
        """The words of a sentence."""
        first = next((t for t in st.doc[st.start : st.end] if not st.parsed.is_virtual(t)), st.doc[st.start])
        return self.parsed.phrase(self.parsed.begin(first), self.parsed.end(st.doc[st.end - 1]))

    def add(
        self, st: Stretch, number: int, action: Action, ask: Ask, issuers: tuple[str, ...], lead: Phrase | None = None
    ) -> None:
        """Keep a draft of an action; ``lead`` is the lead-in's sentence if it is an item."""
        phrase = action_phrase(st, action.begin, action.end)
        if phrase is None or not any(c.isalpha() for c in phrase.text):
            return
        sentence = self.sentence(st)
        words = phrase.text.split()
        doubt = 0.1 * (not issuers) + 0.15 * (len(words) < 2) + 0.05 * (len(words) > 60) + 0.1 * action.spelt_out
        demand = Demand(
            id=f"{slug(' '.join(words[:6]), 40) or 'demand'}-{phrase.begin}",
            action=phrase,
            evidence=(sentence, lead) if lead is not None else (sentence,),
            issuers=issuers,
            addressees=action.addressees,
            beneficiaries=beneficiaries(st, self.cast, action.begin, action.end),
            topic=topic_of(phrase.text, sentence.text, self.parsed.document.title or ""),
            force=ask.force,
            condition=condition_in(self.parsed, sentence.begin, sentence.end),
            deadline=deadline_in(self.parsed, phrase.begin, sentence.end),
            confidence=round(max(0.05, min(0.99, ask.certainty - doubt)), 2),
            rule=ask.rule + ("-item" if lead is not None else "-spelt-out" if action.spelt_out else ""),
        )
        summary = st.block.kind in {"title", "heading"} or st.index < self.body_begins or st.index in self.teasers
        if summary and VAGUE.fullmatch(phrase.text):
            return  # a headline's *calls on the minister to act*
        listed = self.lists.lead_of(st.index) if lead is not None else None
        self.drafts.append(
            Draft(demand, st.index, number, stems(phrase.text), summary, first_stem(phrase.text), listed)
        )


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
    occasion = Occasion(parsed.document, cast.adopter, cast.author, cast.voice, tuple(cast.speaks_for.values()))
    return link(with_subject([d.demand for d in drafts], parsed.document), events, occasion)
