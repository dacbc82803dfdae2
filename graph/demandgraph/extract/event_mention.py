"""Reads one mention of an event: the trigger's word class, its participants, its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.cast import Cast
from demandgraph.extract.event_fact import FACT, Telling, told
from demandgraph.extract.event_lexicon import (
    ACTS, COURTS, DOCUMENTS, HAPPENING, LIGHT_VERBS, PARTITIVES, POLICE, TRIGGERS, Trigger,
)  # fmt: skip
from demandgraph.extract.event_time import Dated, date_for, dates_of, place_for
from demandgraph.parsed import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
BARE_KINDS = frozenset({"title", "heading", "item", "operative", "preamble", "recommendation"})


@dataclass(slots=True)
class Mention:
    """One telling of an event. ``agents`` and ``recipients`` are actor ids, ``span`` is the clause that tells it."""

    trigger: Trigger
    word: Token
    verb: Token | None
    sentence: Sentence
    kind: str
    telling: Telling
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    objects: list[Token] = field(default_factory=list)
    date: str | None = None
    place: str | None = None
    span: Span | None = None
    confidence: float = 0.0
    number: bool = False
    counts: frozenset[str] = frozenset()
    occasion: bool = False
    """A word such as *yesterday* or *last month* stands in the clause, whether or not it can be resolved."""


@dataclass(slots=True)
class Reader:
    """Reads the mentions of a document, sentence by sentence."""

    parsed: ParsedDocument
    cast: Cast
    reference: str | None = None
    _cache: dict[tuple[int, int, int], tuple[str, ...]] = field(default_factory=dict)

    def mentions(self, sentence: Sentence) -> Iterator[Mention]:
        """The mentions of one sentence, told as facts, whose word class finds what it needs."""
        dates: list[Dated] | None = None
        kind = self.parsed.blocks[sentence.block].kind
        found: list[Mention] = []
        for token in sentence.span:
            rows = rows_of(token)
            if not rows or self.parsed.is_virtual(token):
                continue
            if token.dep_ == "amod" or token.dep_ == "compound" and token.pos_ != "VERB":
                continue
            telling = FACT if rows[0].pos == "P" else told(token)
            if telling is None:
                continue
            if dates is None:
                dates = dates_of(self.parsed, sentence, self.reference)
            for row in rows:
                mention = self.read(row, token, sentence, kind, telling, dates)
                if mention is not None:
                    if not any(covers(m, mention) for m in found):
                        found.append(mention)
                    break
        yield from found

    def read(
        self, row: Trigger, token: Token, sentence: Sentence, kind: str, telling: Telling, dates: list[Dated]
    ) -> Mention | None:
        """Read a token as an event of one word class, ``None`` if something that the class needs is missing."""
        mention = Mention(row, token, None, sentence, kind, telling)
        agents: list[Token]
        recipients: list[Token]
        if row.pos in {"V", "A"}:
            mention.verb = token
            mention.objects = logical_objects(token) if row.pos == "V" else syntax.prep_objects(token, ("by", "at", "to", "of"))
            agents, recipients = self._of_verb(row, token, mention.objects)
        elif row.pos == "P":
            agents, recipients = syntax.prep_objects(token, ("to",)), []
            if any(a.lemma_.lower() in DOCUMENTS | {"source", "estimate", "figure"} for a in agents):
                return None
        else:
            agents, recipients = self._of_noun(row, token, mention)
        mention.agents = self.actors(agents)
        if not mention.agents and row.pos == "V" and "subj" in row.agents:
            mention.agents = self._implied_agent(token, kind)
        if "voice" in row.agents:
            mention.agents = self.cast.adopter or self.cast.voice(self.parsed.begin(token))
        frame = mention.verb or holding_verb(token)
        found = date_for(token, frame, dates)
        mention.date = found.iso if found else None
        if found and found.assumed and not telling.future and self.reference and found.iso > self.reference and is_past(token, frame):
            mention.date = f"{int(found.iso[:4]) - 1}{found.iso[4:]}"
        mention.occasion = found is not None or has_occasion(token, frame)
        narrow = row.type in {"Condemnation", "Support", "Statement", "Adoption", "Report", "LegalAction"}
        mention.place = place_for(token, mention.verb, narrow) if row.type not in {"Condemnation", "Support"} else None
        mention.recipients = self.recipients(row, recipients, mention.agents)
        counts = [t for t in token.subtree if t.ent_type_ == "CARDINAL" or t.like_num and t.ent_type_ not in {"DATE", "TIME", "MONEY"}]
        mention.number = bool(counts)
        mention.counts = frozenset(t.text for t in counts if t.text.isdigit() and len(t.text) > 1)
        shared = token.dep_ == "conj" and not syntax.children(token, "nsubj", "nsubjpass")
        keep = [*([] if shared else agents), *recipients] + ([found.first, found.last] if found else [])
        mention.span = self._span(mention, keep)
        return mention if all(meets(need, mention, self) for need in row.needs) else None

    # ------------------------------------------------------------ participants

    def _of_verb(self, row: Trigger, verb: Token, objects: list[Token]) -> tuple[list[Token], list[Token]]:
        passive = row.pos == "V" and syntax.is_passive(verb)
        agents: list[Token] = []
        recipients: list[Token] = []
        for place in row.agents:
            if place == "through":
                agents = syntax.prep_objects(verb, ("through",))
            elif not agents:
                agents = syntax.by_agents(verb) if place == "by" or passive else syntax.subjects(verb)
        for place in row.recipients:
            if recipients:
                break
            if place.startswith("obj"):
                recipients = objects
            elif place == "subj":
                recipients = syntax.subjects(verb)
            else:
                recipients = syntax.prep_objects(verb, (place.rstrip("*"),)) if place != "targeting" else []
                if not recipients and row.pos == "A":  # "committed to supporting the refugees"
                    recipients = [
                        o for p in verb.children if p.lower_ == place.rstrip("*") for c in p.children if c.dep_ == "pcomp" for o in syntax.objects(c)
                    ]
                if place == "targeting":
                    recipients = [r for o in objects for m in syntax.measured(o, PARTITIVES) for r in self._noun_place(m, place, False)]
                if not recipients:
                    for o in objects:
                        recipients += syntax.noun_objects(o, (place.rstrip("*"),))
        return agents, recipients

    def _of_noun(self, row: Trigger, noun: Token, mention: Mention) -> tuple[list[Token], list[Token]]:
        agents: list[Token] = []
        recipients: list[Token] = []
        verb = light_verb(noun)
        mention.verb = verb
        if verb is not None and {"poss", "poss+"} & set(row.agents + row.recipients):
            outer = _outer(noun)
            if outer.dep_ in {"dobj", "pobj"} and not syntax.is_passive(verb):
                agents = syntax.subjects(verb)
            elif syntax.is_passive(verb) and (outer.dep_ == "nsubjpass" or verb.dep_ in {"acl", "relcl"}):
                agents = syntax.by_agents(verb)
            if agents and verb.lemma_.lower() in {"suffer", "face"}:
                agents, recipients = [], agents
            if row.recipients and not recipients:
                recipients = syntax.prep_objects(verb, [p.rstrip("*") for p in row.recipients if p not in {"of", "in", "by"}])
        for place in row.agents:
            if not agents:
                agents = self._noun_place(noun, place, bool(recipients))
        for place in row.recipients:
            if not recipients:
                recipients = [t for t in self._noun_place(noun, place, False) if t not in agents]
        return agents, recipients

    def _noun_place(self, noun: Token, place: str, taken: bool) -> list[Token]:
        place = place.rstrip("*")
        if place in {"poss+", "poss-"}:  # the genitive of "arrest" is the agent only beside an "of" phrase
            free = not syntax.noun_objects(noun, ("of", "against"))
            return [c for c in noun.children if c.dep_ == "poss"] if free == (place == "poss-") else []
        if place == "poss":
            return [c for c in noun.children if c.dep_ == "poss"]
        if place == "mod":
            return [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and c.ent_type_ in {"GPE", "NORP", "ORG"}]
        if place == "by":
            return syntax.by_agents(noun) or _led_by(noun)
        if place == "clause":
            verb = syntax.governing_verb(noun)
            return syntax.subjects(verb) if verb is not None and not syntax.is_passive(verb) else []
        if place == "targeting":
            return [
                o
                for c in noun.children
                if c.dep_ == "acl" and c.lower_ in {"targeting", "against", "affecting", "involving"}
                for o in syntax.children(c, "dobj", "pobj")
            ]
        if place in {"faced", "prepared"}:
            return [
                o for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" for o in syntax.by_agents(c)
            ]
        return syntax.noun_objects(noun, (place,))

    def _implied_agent(self, verb: Token, kind: str) -> tuple[str, ...]:
        """The speaker of a clause without subject, and the body behind a document that is its subject."""
        if syntax.is_passive(verb):
            return ()
        subjects = syntax.subjects(verb)
        if not subjects and self._lead_document(verb):
            return self.cast.adopter
        if not subjects:
            return self.cast.voice(self.parsed.begin(verb)) if kind in BARE_KINDS | {"paragraph"} else ()
        first = subjects[0]
        if self.parsed.is_virtual(first):
            return self.cast.voice(self.parsed.begin(verb))
        if first.lemma_.lower() in DOCUMENTS:
            return self.behind(first)
        return ()

    def _lead_document(self, verb: Token) -> bool:
        """Whether the clause is an item of a list whose lead-in speaks of a document: *The resolution –*."""
        blocks = self.parsed.blocks
        index = self.parsed.block_of(verb)
        lead = blocks[index].lead_in
        if lead is None or not self.cast.adopter:
            return False
        doc = self.parsed.docs[lead]
        return doc is not None and any(t.lemma_.lower() in DOCUMENTS and t.dep_ in {"nsubj", "ROOT", "nsubjpass"} for t in doc)

    def behind(self, document: Token) -> tuple[str, ...]:
        """The body behind a document: its maker by the text, the one who adopts or issues it, else the adopter."""
        makers = [c for c in document.children if c.dep_ == "poss"] + (syntax.by_agents(document) or _led_by(document))
        makers += syntax.noun_objects(document, ("of", "from")) if document.lemma_.lower() in {"report", "statement"} else []
        found = self.actors(makers)
        if found:
            return found
        verb = document.head
        if document.dep_ in {"dobj"} and verb.pos_ == "VERB":
            found = self.actors(syntax.subjects(verb))
            if found:
                return found
        return self.cast.adopter or self.cast.author

    def actors(self, heads: Iterable[Token], group: bool = True) -> tuple[str, ...]:
        """The actors that noun phrases denote."""
        found: list[str] = []
        for head in heads:
            if head.lower_ in {"it", "there", "this", "which", "what"} and head.dep_ == "expl":
                continue
            span = syntax.np_span(head)
            key = (self.parsed.block_of(head), span.start, span.end)
            if key not in self._cache:
                self._cache[key] = self.cast.refer(span, group)
            found.extend(self._cache[key])
        return tuple(dict.fromkeys(found))

    def recipients(self, row: Trigger, heads: list[Token], agents: tuple[str, ...]) -> tuple[str, ...]:
        """The recipients: the actors of the phrases, or (``obj*``) whoever is behind the thing named."""
        star = any(r.endswith("*") for r in row.recipients)
        found: list[str] = []
        for head in heads:
            for noun in syntax.conjuncts(head) if star else [head]:
                direct = self.actors([noun]) if not star else self.actors_alone(noun)
                found.extend(direct or (self.owners(noun) if star else ()))
        return tuple(a for a in dict.fromkeys(found) if a not in agents)

    def actors_alone(self, noun: Token) -> tuple[str, ...]:
        """The actors that a noun phrase denotes, those coordinated with it left out."""
        if noun.pos_ not in {"PROPN", "PRON"} and not is_collective(noun):
            return ()
        return self.actors([noun])

    def owners(self, noun: Token, depth: int = 0) -> tuple[str, ...]:
        """Who is behind a thing: *Norland's raid*, *the raid by Norland*, *the efforts shown by Norland*, *the role of*."""
        for place in ("poss", "by", "mod", "of", "for", "to", "from", "in"):
            if place in {"for", "to", "from", "in"} and depth:
                continue
            found = [t for t in self._noun_place(noun, place, False)]
            if place in {"of", "to"}:
                actors = tuple(a for t in found for a in (self.actors_alone(t) or (self.owners(t, depth + 1) if depth < 2 else ())))
            elif place in {"in", "for", "from"}:
                actors = ()
            else:
                actors = self.actors(found)
            if actors:
                return actors
        return ()

    def kind_of(self, actor: str) -> str:
        """The type of an actor, empty if it is not known."""
        entry = self.cast.entries.get(actor)
        return entry.type if entry is not None else ""

    def is_personal(self, actor: str) -> bool:
        """Whether an actor is a person or a group of people."""
        return self.kind_of(actor) in {"Person", "Group"}

    # ------------------------------------------------------------ evidence

    def _span(self, mention: Mention, keep: list[Token]) -> Span:
        token, verb = mention.word, mention.verb
        if mention.trigger.pos == "P" or mention.trigger.pos == "V" and (
            mention.trigger.type == "Statement" or "said" in mention.trigger.needs
        ):
            return self._said_span(mention)
        if mention.trigger.pos == "N" and verb is None:
            return self._noun_span(token, keep)
        anchor = verb if verb is not None else token
        span = syntax.clause_span(anchor, [k for k in [token, *keep] if self._near(anchor, k)])
        return self._within(span, mention.sentence)

    def _said_span(self, mention: Mention) -> Span:
        """Who says what: the clause of the verb of saying with the clause or quotation that it governs."""
        verb, sentence = mention.word, mention.sentence.span
        start, end = verb.left_edge.i, verb.right_edge.i + 1
        if mention.trigger.pos == "P":
            start, end = verb.i, max(end, verb.head.right_edge.i + 1)
        elif verb.dep_ in {"relcl", "acl"}:
            start = min(start, verb.head.left_edge.i)
        else:
            own = syntax.children(verb, "nsubj")
            start = min([own[0].left_edge.i, verb.i] if own and verb.dep_ == "conj" else [start])
        quotes = [t.i for t in sentence if t.text in {'"', "“", "”"}]
        if quotes:
            start, end = min(start, quotes[0]), max(end, quotes[-1] + 1)
        if end - start > 60:
            start, end = max(start, verb.i - 45), min(end, verb.i + 45)
        return self._within(verb.doc[start:end], mention.sentence)

    @staticmethod
    def _near(anchor: Token, token: Token) -> bool:
        return abs(token.i - anchor.i) <= 45 and token.sent.start <= anchor.i < token.sent.end

    def _noun_span(self, noun: Token, keep: list[Token]) -> Span:
        span = syntax.np_span(noun, wide=True)
        start, end = span.start, span.end
        for k in keep:
            if noun.sent.start <= k.i < noun.sent.end and abs(k.i - noun.i) < 15:
                start, end = min(start, k.i), max(end, k.i + 1)
        return noun.doc[start:end]

    def _within(self, span: Span, sentence: Sentence) -> Span:
        start, end = max(span.start, sentence.span.start), min(span.end, sentence.span.end)
        while start < end - 1 and (self.parsed.is_virtual(span.doc[start]) or span.doc[start].is_punct and span.doc[start].text not in '"“'):
            start += 1
        while end - 1 > start and span.doc[end - 1].is_punct and span.doc[end - 1].text not in '"”)':
            end -= 1
        return span.doc[start:end]


def rows_of(token: Token) -> tuple[Trigger, ...]:
    """The word classes that a token may belong to."""
    pos = POS.get(token.pos_)
    lemma = token.lemma_.lower()
    if token.lower_ == "according":
        return TRIGGERS["P", "according"]
    if pos is None:
        return ()
    if token.ent_type_ in {"DATE", "TIME"} and lemma in {"march", "may"}:
        return ()
    rows = TRIGGERS.get((pos, lemma), ())
    if not rows and pos == "A" or token.tag_ == "VBN":
        rows += TRIGGERS.get(("A", token.lower_), ())
    if pos == "N" and token.pos_ == "PROPN":
        # A capital word is part of a name unless it begins its sentence; names of meetings are meetings.
        rows = rows or TRIGGERS.get(("N", token.lower_), ()) or TRIGGERS.get(("N", token.lower_.removesuffix("s")), ())
        if token.i != token.sent.start and not token.text.islower():
            rows = tuple(r for r in rows if r.type in {"Meeting", "Adoption"})
    return rows


def logical_objects(verb: Token) -> list[Token]:
    """What the verb's action befalls: the object, of a passive the subject."""
    if not syntax.is_passive(verb):
        return syntax.objects(verb)
    if verb.dep_ == "acl":
        return [verb.head]
    return syntax.subjects(verb)


def _outer(noun: Token) -> Token:
    """The noun that stands for another one in the clause: its measure (*a wave of arrests*), the first of a coordination."""
    for _ in range(6):
        if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in PARTITIVES:
            noun = noun.head.head
        else:
            break
    return noun


def light_verb(noun: Token) -> Token | None:
    """The verb that only says that the event of a noun takes place: *held talks*, *the rally was held*, *talks began*."""
    noun = _outer(noun)
    verb = noun.head
    if verb.pos_ == "ADP" and verb.lower_ == "in" and verb.head.lemma_.lower() in {"participate", "join", "engage"}:
        return verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        # "talks held in Norton": a participle below the noun
        own = next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_.lower() in LIGHT_VERBS | HAPPENING), None)
        # "the session of the committee on water, which will be held in May": the relative clause may hang on a later noun
        return own or next(
            (c for c in noun.subtree if c.dep_ == "relcl" and c.lemma_.lower() in {"hold", "take", "begin", "start"} and c.i > noun.i), None
        )
    lemma = verb.lemma_.lower()
    if noun.dep_ in {"dobj", "nsubjpass"} and lemma in LIGHT_VERBS:
        return verb
    if noun.dep_ in {"nsubj", "nsubjpass"} and lemma in HAPPENING | {"hold"}:
        return verb
    return None


def is_past(token: Token, verb: Token | None) -> bool:
    """Whether the clause is told in a past tense (a participle counts: *detained on 3 May*)."""
    main = verb if verb is not None else token if token.pos_ == "VERB" else syntax.governing_verb(token)
    return main is None or main.tag_ in {"VBD", "VBN"}


def covers(first: Mention, second: Mention) -> bool:
    """Whether two mentions of one type are one telling: a verb and the noun that is its object or bears its participle."""
    if first.trigger.type != second.trigger.type:
        return False
    a, b = first.word, second.word
    return b.head.i == a.i and b.dep_ in {"dobj", "nsubjpass", "pobj"} or (
        b.dep_ in {"acl", "relcl"} and b.head.i == a.i
    ) or (b.dep_ == "conj" and b.head.i == a.i and a.pos_ == b.pos_ and same_arguments(a, b))


def same_arguments(a: Token, b: Token) -> bool:
    """Whether a coordinated trigger shares all its arguments (*deplores and condemns the attack*)."""
    if a.pos_ == "VERB":
        return bool(syntax.children(b, "nsubj", "nsubjpass") == []) and (
            not syntax.children(a, "dobj") or not syntax.children(b, "dobj")
        ) and not syntax.children(b, "agent")
    return not any(c.dep_ == "prep" for c in a.children)


def holding_verb(noun: Token) -> Token | None:
    """The verb during whose action a noun's event took place: *adopted at a rally in Norton on 3 May*."""
    prep = noun.head
    if noun.pos_ == "NOUN" and prep.pos_ == "ADP" and prep.lower_ in {"at", "during", "to"}:
        if prep.lower_ == "to" and prep.head.lemma_.lower() not in {"go", "come", "travel"}:
            return None
        above = prep.head
        while above.pos_ in {"ADP", "PROPN", "NUM"} and above.head != above:
            above = above.head
        if above.pos_ == "VERB":
            return above
    return None


_OCCASIONS = frozenset(
    """yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december""".split()
)


def has_occasion(token: Token, verb: Token | None) -> bool:
    """Whether *yesterday*, *last month*, *this week* stands in the clause."""
    for anchor in (token, verb):
        for c in anchor.children if anchor is not None else ():
            if c.lower_ in _OCCASIONS or c.dep_ == "prep" and any(
                d.lower_ in _OCCASIONS for d in c.children if d.dep_ == "pobj" and d.ent_type_ == "DATE"
            ):
                return True
            if c.lower_ in {"month", "week", "year"} and any(d.lower_ in {"last", "this", "next"} for d in c.children):
                return True
    if token.dep_ == "pobj" and token.i + 2 < len(token.doc):
        after = token.doc[token.i + 1 : token.i + 3]
        return after[0].lower_ in {"last", "this"} and after[1].lower_ in {"month", "week", "year", "summer", "autumn", "spring"}
    return False


def is_collective(noun: Token) -> bool:
    """Whether a common noun may denote actors by itself: people, bodies, states; not things or deeds."""
    from demandgraph.extract.figure_units import BODIES, is_person_noun

    lemma = noun.lemma_.lower()
    return is_person_noun(lemma, noun.text) or lemma in BODIES or noun.ent_type_ == "NORP" or lemma in _COLLECTIVES


_COLLECTIVES = frozenset(
    """police army military regime junta authority authorities force forces media press public opposition society troops
    diaspora leadership administration presidency secretariat delegation parliament team staff""".split()
)


def _led_by(noun: Token) -> list[Token]:
    return [o for c in noun.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"} for o in syntax.by_agents(c)]


def meets(need: str, mention: Mention, reader: Reader) -> bool:
    """Whether a mention has what its word class needs (see :mod:`event_lexicon`)."""
    from demandgraph.extract.event_needs import NEEDS

    name, _, value = need.partition(":")
    return NEEDS[name](mention, reader, frozenset(value.split("/")) if value else frozenset())


__all__ = ["ACTS", "COURTS", "POLICE", "Mention", "Reader"]
