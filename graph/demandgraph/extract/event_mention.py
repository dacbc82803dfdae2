"""Reads the mentions of events in a sentence: triggers that are told as facts, with what their word class needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.cast import Cast
from demandgraph.extract.event_acts import act_dates, listed_acts
from demandgraph.extract.event_fact import FACT, Telling, is_question, told_by_words
from demandgraph.extract.event_lexicon import DOCUMENTS, Trigger
from demandgraph.extract.event_needs import is_lexical, meets
from demandgraph.extract.event_places import name_of_place, named_after, place_for
from demandgraph.extract.event_roles import Roles
from demandgraph.extract.event_spans import evidence_span
from demandgraph.extract.event_standing import covers, stands_free
from demandgraph.extract.event_time import Dated, date_for, dates_of, is_before, is_later
from demandgraph.extract.event_when import opens_row
from demandgraph.extract.event_words import (
    SITTINGS,
    has_occasion,
    holding_verb,
    is_count,
    is_named_occasion,
    is_past,
    logical_objects,
    may_trigger,
    rows_of,
)  # fmt: skip
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NAMED_OCCASION = Telling(-0.05)
PERFORMATIVE = frozenset({"VBZ", "VBP", "VB"})
NARROW = frozenset({"Statement", "Adoption", "Report", "LegalAction"})
"""Types whose place stands in their own clause only: what they speak of happens elsewhere."""
DEEDS = frozenset({"Violence", "Repression"})
PLACELESS = frozenset({"Condemnation", "Support"})
POSITIONS = frozenset({"Condemnation", "Support", "Adoption", "Statement"})


@dataclass(slots=True)
class Mention:
    """One telling of an event.

    ``agents`` and ``recipients`` are actor ids, ``heads`` the words that head the agents' phrases whether or not the cast
    knows them, ``objects`` what the deed befalls; ``verb`` is the verb of the clause, ``span`` the stretch that tells it.
    ``site`` is the place that the deed befalls, where it took place if nothing says another one.
    ``counts`` are its exact numbers; ``occasion`` says that *yesterday* or the like stands in the clause, resolved or not.
    """

    trigger: Trigger
    word: Token
    sentence: Sentence
    kind: str
    telling: Telling
    verb: Token | None = None
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    objects: list[Token] = field(default_factory=list)
    heads: list[Token] = field(default_factory=list)
    date: str | None = None
    place: str | None = None
    span: Span | None = None
    confidence: float = 0.0
    number: bool = False
    counts: frozenset[str] = frozenset()
    occasion: bool = False
    site: str | None = None


@dataclass(slots=True)
class Reader:
    """Reads the mentions of a document, sentence by sentence, in its order."""

    parsed: ParsedDocument
    cast: Cast
    reference: str | None = None
    """The date from which dates without a year are counted."""
    last_date: str | None = None
    """The last date that the text gave, for *in the same month*."""
    last_place: str | None = None
    """The last place where something was told to happen, for *there*."""
    spoken_until: int = -9
    """Where the sentence ends in which somebody last took a position."""
    numbers: list[Token] = field(default_factory=list)
    """The numbers in the sentence that is being read."""
    roles: Roles = field(init=False)

    def __post_init__(self) -> None:
        self.roles = Roles(self.parsed, self.cast)

    def mentions(self, sentence: Sentence) -> Iterator[Mention]:
        """The mentions of one sentence, told as facts, whose word class finds what it needs."""
        kind = self.parsed.blocks[sentence.block].kind
        dates: list[Dated] | None = None
        found: list[Mention] = []
        line, doc = self.cast.by_block[sentence.block], sentence.span.doc
        first, last = sentence.span.start, sentence.span.end
        likely = (doc[i] for i in range(first, last) if may_trigger(line.low[i], line.lemma[i]))
        candidates = [(token, rows) for token in likely if (rows := rows_of(token))]
        if not candidates:
            return
        vocabulary = frozenset(line.low[first:last]).union(line.lemma[first:last])
        asked = is_question(sentence.span)
        self.numbers = [t for t in sentence.span if is_count(t)]
        for token, classes in candidates:
            rows = tuple(row for row in classes if row.possible(vocabulary))
            if not rows or self.parsed.is_virtual(token) or not stands_free(token, kind) or self.names_body(token):
                continue
            telling = FACT if rows[0].pos == "P" else None if asked else told_by_words(token)
            if telling is None and is_named_occasion(token):
                telling, rows = NAMED_OCCASION, tuple(r for r in rows if r.type in SITTINGS)
            if telling is None:
                continue
            if dates is None:
                dates = dates_of(self.parsed, sentence, self.reference, self.last_date)
                self.last_date = max((d.iso for d in dates), key=len) if dates else self.last_date
            read = (self.read(row, token, sentence, kind, telling, dates) for row in rows)
            mention = next((m for m in read if m is not None), None)
            if mention is not None and not any(covers(m, mention) for m in found):
                found.append(mention)
                if mention.trigger.name == "adopted-act":
                    found += listed_acts(mention, dates)
        for mention in found:
            self.remember(mention)
            yield mention

    def names_body(self, token: Token) -> bool:
        """Whether a capital word is part of the name of a body that is no meeting: *the Congress of Miners*."""
        line = self.cast.by_block.get(self.parsed.block_of(token)) if token.pos_ == "PROPN" else None
        owner = line.owner[token.i] if line is not None else None
        return (
            owner is not None
            and owner.how == "name"
            and owner.end - owner.start > 1
            and self.cast.entries[owner.ids[0]].type == "Organization"
        )

    def remember(self, mention: Mention) -> None:
        """Keep who acted, for pronouns and *such acts* in what follows."""
        self.last_place = mention.place or self.last_place
        if mention.agents and mention.trigger.type in POSITIONS:
            self.roles.last_speakers = mention.agents
            self.spoken_until = mention.sentence.end
        if mention.agents and mention.trigger.type in {"Violence", "Repression"}:
            self.roles.last_doers = mention.agents

    def read(
        self, row: Trigger, token: Token, sentence: Sentence, kind: str, telling: Telling, dates: list[Dated]
    ) -> Mention | None:
        """Read a token as an event of one word class, ``None`` if something that the class needs is missing."""
        mention = Mention(row, token, sentence, kind, telling)
        recipients: list[Token] = []
        if row.pos in {"V", "A"}:
            mention.objects = (
                logical_objects(token)
                if row.pos == "V"
                else syntax.subjects(token)
                if "subj*" in row.recipients
                else syntax.prep_objects(token, ("by", "at", "to", "of"))
            )
        if not all(meets(need, mention, self.roles) for need in row.needs if is_lexical(need)):
            return None
        if "infinitive" in row.needs:  # what sets one decision apart from the next is what was decided
            mention.objects = [o for c in syntax.children(token, "xcomp") for o in syntax.children(c, "dobj", "dative")]
        if row.pos == "P":
            mention.heads = syntax.prep_objects(token, ("to",))
            if any(a.lemma_.lower() in DOCUMENTS | {"source", "estimate", "figure"} for a in mention.heads):
                return None
        elif row.pos == "N":
            mention.heads, recipients, mention.verb = self.roles.of_noun(row, token)
            if "attribute" in row.needs:
                mention.verb = token.head  # the clause tells it, not the noun alone
            if row.type in PLACELESS:
                mention.objects = recipients  # what sets one condemnation apart from the next is what it condemns
        else:
            mention.verb = token
            mention.heads, recipients = self.roles.of_verb(row, token, mention.objects)
        mention.agents = self.agents(mention)
        mention.agents = self.roles.accusers(row, token, recipients, mention.agents)
        mention.recipients = self.roles.recipients(row, recipients, mention.agents)
        if (
            row.type == "Review" and row.pos == "N" and not mention.recipients
        ):  # "Norland's review": a state is reviewed
            mention.recipients = tuple(a for a in mention.agents if self.roles.kind_of(a) == "Country")
            mention.agents = tuple(a for a in mention.agents if a not in mention.recipients)
        if recipients and row.pos == "V" and row.type == "Support" and not row.recipients[0].startswith("obj"):
            mention.objects = recipients  # "expressed support for X": what sets it apart is X, not "support"
        counts = [t for t in self.numbers if t.i == token.i or token.is_ancestor(t)]
        mention.number = bool(counts)
        mention.counts = frozenset(t.text for t in counts if t.text.isdigit() and len(t.text) > 1)
        dated = self.locate(mention, dates)
        if row.type == "Violence":  # "the siege of Norton" took place in Norton
            mention.site = next((p for h in recipients if (p := name_of_place(h))), None)
        if not all(meets(need, mention, self.roles) for need in row.needs if not is_lexical(need)):
            return None
        shared = token.dep_ == "conj" and not syntax.children(token, "nsubj", "nsubjpass")
        keep = [*([] if shared else mention.heads), *recipients, *([dated.first, dated.last] if dated else [])]
        mention.span = evidence_span(self.parsed, row, token, mention.verb, sentence, keep)
        return mention

    def agents(self, mention: Mention) -> tuple[str, ...]:
        """The agents: those that phrases name, else those that the clause and its document imply."""
        row, token = mention.trigger, mention.word
        if "voice" in row.agents:
            return self.cast.adopter or self.cast.voice(self.parsed.begin(token))
        if "behind" in row.agents:
            return next((a for s in syntax.subjects(token) if (a := self.roles.maker(s))), ())
        found = self.roles.actors(mention.heads)
        if self.continues(mention):
            return self.roles.last_speakers
        if not found and row.pos == "V" and "subj" in row.agents:
            found = self.roles.implied(token, mention.kind)
        if not found and row.pos == "V" and row.type in DEEDS and "subj" in row.agents:
            found = self.roles.wielders(mention.heads)
        if not found and row.type == "Adoption" and mention.objects and not syntax.children(token, "dobj"):
            found = self.roles.owners(mention.objects[0], 2)
        if not found and mention.kind in {"preamble", "operative"} and row.type in PLACELESS and token.dep_ != "acl":
            found = self.cast.voice(self.parsed.begin(token))
        return found

    def continues(self, mention: Mention) -> bool:
        """Whether *it* or *he* takes up who spoke in the sentence right before: *It also called for calm.*"""
        heads = mention.heads
        if mention.trigger.type not in POSITIONS or mention.trigger.pos != "V" or len(heads) != 1:
            return False
        if mention.sentence.begin - self.spoken_until > 3 or mention.sentence.begin < self.spoken_until:
            return False
        kinds = {self.roles.kind_of(a) for a in self.roles.last_speakers}
        pronoun = heads[0].lower_
        return (pronoun == "it" and kinds and not kinds & {"Person", "Group"}) or (
            pronoun in {"he", "she"} and kinds == {"Person"} and mention.word.dep_ in {"parataxis", "ccomp"}
        )

    def locate(self, mention: Mention, dates: list[Dated]) -> Dated | None:
        """Set date and place of a mention; returns the date as it stands in its own clause, if it stands there."""
        row, token = mention.trigger, mention.word
        frame = mention.verb or holding_verb(token)
        found = date_for(token, frame, dates)
        if found is None and row.name == "adopted-act":
            found = next(iter(act_dates(token, dates)), None)
        if found is not None:
            mention.date = found.iso
            if found.assumed and mention.telling.future and is_before(found.iso, self.reference):
                mention.date = (
                    f"{int(found.iso[:4]) + 1}{found.iso[4:]}"  # "will meet again in September": the next one
                )
            elif (
                found.assumed
                and is_later(found.iso, self.reference)
                and not mention.telling.future
                and is_past(token, frame)
            ):
                mention.date = f"{int(found.iso[:4]) - 1}{found.iso[4:]}"  # told as past: the year before
            own = found.owner.i == token.i and found.iso == self.parsed.document.date
            clause = mention.kind in {"preamble", "operative"} and token.tag_ == "VBG"
            if row.type in PLACELESS and (token.tag_ in PERFORMATIVE or clause) and not own:
                mention.date = None  # "welcomes the adoption of the law on 3 May": the date is that of the law
        mention.occasion = found is not None or has_occasion(token, frame)
        if row.type not in PLACELESS:
            mention.place = place_for(token, frame, row.type in NARROW)
            if mention.place is None and any(c.lower_ == "there" and c.dep_ == "advmod" for c in token.children):
                mention.place = self.last_place
            if mention.place is None and row.type == "Meeting":
                occasions = [token, *syntax.children(token, "dobj")]
                mention.place = next((p for noun in occasions if (p := self.named_site(noun))), None)
        return None if found is not None and opens_row(found, token) else found

    def named_site(self, noun: Token) -> str | None:
        """The place that names an occasion (*the Oslo summit*), unless it is a state, which is what it is about."""
        name = named_after(noun)
        if name is None or any(self.roles.kind_of(a) in {"Country", "Person"} for a in self.roles.actors([name])):
            return None
        return name_of_place(name)
