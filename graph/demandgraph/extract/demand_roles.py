"""Resolves who asks whom for whom: from spans of words to actors of the cast."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_asked import LEAVING, announced, body_named_last
from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_collectives import collective, told
from demandgraph.extract.demand_companions import companions, holder
from demandgraph.extract.demand_grammar import Stretch, noun_phrase, subject_of
from demandgraph.extract.demand_nominals import head_noun
from demandgraph.extract.demand_phrases import (
    included,
    name_at,
    nominal_root,
    object_span,
    to_be,
    unknown_name,
    without_aside,
)
from demandgraph.extract.demand_plurals import named_together
from demandgraph.extract.demand_role_words import (
    ACTS,
    ASSEMBLED,
    ATTITUDE,
    FINDINGS,
    OWN_BODIES,
    RECEIVING,
    REPORTING,
    SIGNING,
)
from demandgraph.extract.demand_speech import hears, speech_source
from demandgraph.extract.demand_words import DOCUMENTS, SELF, SPEECH, can_act
from demandgraph.extract.voice_pronouns import single_voice
from demandgraph.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYERS = frozenset({"NOUN", "PROPN", "PRON"})
OPENING = SAYERS | {"DET", "ADJ", "NUM"}
"""Word classes that a phrase naming somebody begins with."""


@dataclass(slots=True)
class Roles:
    """Resolves the roles of one document's demands; remembers who asked last in each block."""

    cast: Cast
    document: Document
    last: dict[int, tuple[str, ...]] = field(default_factory=dict)
    latest: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Who asked last in each block, nobody included."""
    jointly: tuple[str, ...] = ()
    """Those who last asked together."""

    def issuers(self, st: Stretch, ask: Ask, lead: tuple[str, ...] = ()) -> tuple[tuple[str, ...], bool]:
        """Who asks, and whether the words name an asker that no actor stands for (then nothing asks)."""
        subject, others = companions(st, ask)
        ids, nobody = self._subject(st, ask if subject is None else replace(ask, issuer=subject), lead)
        if ids and others:
            ids += tuple(i for span in others for i in self.cast.refer(st.doc[slice(*span)]) if i not in ids)
        return tuple(dict.fromkeys(ids)), nobody

    def _subject(self, st: Stretch, ask: Ask, lead: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """Who asks by the asking word's own slots, by the clause above it, else by the place."""
        offset = st.offset(ask.trigger)
        if ask.issuer is not None:
            if (again := self.again(st, ask.issuer)) is not None:
                return again, False
            return self._named(st, ask.issuer, offset)
        if st.block.kind in {"title", "heading"} and (ids := announced(st, self.cast, ask)):
            return ids, False
        if (
            ask.rule.startswith("rules/demand/noun-")
            or ask.kind in {"modal", "modal-passive", "whole"}
            or "/it-is-" in ask.rule
            or "/there-" in ask.rule
            or "/what-is-" in ask.rule
        ):
            subject, reported = speech_source(st.doc[ask.trigger])
            told = subject is not None and (subject.lower_, subject.dep_) != ("it", "nsubjpass")  # it was agreed that …
            if reported and subject is not None and hears(subject):
                by = next((c for c in subject.head.children if c.dep_ == "agent"), None)
                span = object_span(by) if by is not None else None  # was told by the judge that it must act
                return (self.each(st, span) if span is not None else ()), False
            if reported and told and subject is not None and not st.parsed.is_virtual(subject):
                ids, _ = self._named(st, noun_phrase(subject), offset)
                if ids or subject.pos_ == "NOUN":
                    return ids, False
        if (
            "/it-is-" in ask.rule
            and (span := holder(st)) is not None
            and (ids := self.cast.refer(st.doc[slice(*span)]))
        ):
            return ids, False
        if lead:
            return lead, False
        return self.spoken(st, offset), False

    def listen(self, st: Stretch) -> None:
        """Remember whose position a report tells, for the sentences that go on with it."""
        if self.document.kind not in REPORTING or st.block.kind not in {"paragraph", "item"}:
            return
        for token in st.doc[st.start : st.end]:
            if token.lemma_.lower() in {"position", "view", "stance", "opinion"} and (ids := self.maker(st, token)):
                self.last[st.index] = ids
                return
        for token in st.doc[st.start : st.end]:
            if (
                token.pos_ == "VERB"
                and token.dep_ in {"ROOT", "conj", "ccomp", "parataxis"}
                and token.lemma_.lower() in SPEECH | ATTITUDE
            ):
                subject = next((c for c in token.children if c.dep_ == "nsubj" and c.pos_ in SAYERS), None)
                if subject is not None and (ids := self.cast.refer(st.doc[slice(*noun_phrase(subject))], group=False)):
                    self.last[st.index] = ids
                    return

    def spoken(self, st: Stretch, offset: int) -> tuple[str, ...]:
        """Who speaks at an offset; a report's own sentence goes on with the position told just before."""
        voice = self.cast.voice(offset)
        if (
            self.document.kind in REPORTING
            and voice == self.cast.author
            and st.block.kind in {"paragraph", "item"}
            and st.index in self.last
        ):
            return self.last[st.index]
        if voice == self.cast.author and len(voice) == 1 and voice[0] in self.cast.speaks_for:
            body = self.cast.speaks_for[voice[0]]
            if self.cast.entries[body].type == "Country" and not single_voice(self.cast):
                return (body,)  # a spokesperson's statement is the state's
        return voice

    def again(self, st: Stretch, span: Span) -> tuple[str, ...] | None:
        """Who asks in *It also calls for …* at the head of a sentence: who asked in the sentence before."""
        words = st.doc[span[0] : span[1]]
        follows = st.doc[span[1]].lower_ if span[1] < st.end else ""
        if len(words) != 1 or words[0].lower_ not in {"it", "they", "he", "she"} or span[0] != st.start:
            return None
        return self.latest.get(st.index) if follows in {"also", "further", "again"} else None

    def _named(self, st: Stretch, span: Span, offset: int) -> tuple[tuple[str, ...], bool]:
        words = st.doc[span[0] : span[1]]
        if not len(words):
            return self.cast.voice(offset), False
        head = words.root
        low = head.lower_
        if own := self.own(st, span):
            return own, False
        ids: tuple[str, ...] = self.maker(st, head) if head.lemma_.lower() in DOCUMENTS else ()
        if ids:
            return ids, False
        known = self.cast.refer(words, group=False)
        ids = ()
        if not any(i in self.cast.entries and self.cast.entries[i].named for i in known):
            asked = [self.last[block] for block in sorted(self.last, reverse=True)]
            ids = body_named_last(st, self.cast, *span, [i for found in asked for i in found])
            ids = ids or named_together(st, self.cast, *span, [*asked, self.jointly])
        ids = ids or self.cast.refer(words)
        if ids:
            return ids, False
        if low in SELF:
            return self.cast.voice(offset), False
        if not can_act(head.lemma_.lower(), head.tag_) and (ids := self.maker(st, head)):
            return ids, False  # the voice of the workers
        if head.lemma_.lower() in DOCUMENTS:
            told = self.document.kind in REPORTING and head.lemma_.lower() in FINDINGS
            before = self.last.get(st.index, ()) if told else ()
            return self.cast.adopter or before or self.cast.voice(offset), False
        if head.lemma_.lower() in ASSEMBLED and span[1] - span[0] == 1 and head.text[:1].isupper():
            phrase = st.parsed.phrase(st.offset(head.i), st.parsed.end(head))
            return (
                self.cast.note(phrase, head.text, "Institution"),
            ), False  # Conference calls on the executive to act
        if head.lemma_.lower() in ACTS:
            return self.last.get(st.index) or self.cast.adopter or self.cast.voice(offset), False
        if head.pos_ == "PRON":
            return self.last.get(st.index) or self.spoken(st, offset), False
        if group := collective(self.cast, st, span, nominal_root(words)):
            return group, False
        if (name := name_at(st, span, head)) is not None:
            return (self.cast.note(name, name.text, "Person" if head.ent_type_ == "PERSON" else "Organization"),), False
        return (), not (head.pos_ in {"PROPN", "NUM", "ADJ", "DET"} or can_act(head.lemma_.lower(), head.tag_))

    def own(self, st: Stretch, span: Span) -> tuple[str, ...]:
        """Who speaks, where they name themselves so (*our governments condemn …*, *our union calls on …*)."""
        words = st.doc[span[0] : span[1]]
        if words[0].lower_ != "our" or words.root.lemma_.lower() not in OWN_BODIES:
            return ()
        return self.cast.voice(st.offset(span[0]))

    def maker(self, st: Stretch, paper: Token) -> tuple[str, ...]:
        """Who made a document that speaks: its possessor or *of* / *by* phrase, the subject that adopted or sent it."""
        for child in paper.children:
            if child.dep_ in {"poss", "compound", "nmod"} and (
                ids := self.cast.refer(st.doc[child.left_edge.i : child.i + 1], group=False)
            ):
                return ids
            signs = child.dep_ == "acl" and child.lemma_.lower() in SIGNING
            signed = next((c for c in child.children if c.dep_ == "agent"), None) if signs else None
            if signed is not None and (makers := object_span(signed)) and (ids := self.each(st, makers)):
                return ids  # a petition signed by 400 nurses
            if child.dep_ in {"prep", "agent"} and child.lower_ in {"of", "by", "from"}:
                held = next((c for c in child.children if c.dep_ == "pobj"), None)
                if held is not None and (ids := self.cast.refer(st.doc[slice(*noun_phrase(held))], group=False)):
                    return ids
        if paper.dep_ in {"dobj", "pobj"} and not any(
            c.lower_ in {"this", "that", "the"} and paper.dep_ == "pobj" for c in paper.lefts
        ):
            verb = paper.head
            while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
                verb = verb.head
            subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
            if verb.lemma_.lower() in RECEIVING:
                return ()  # they received a leaflet urging them to leave
            if subject is not None and subject.i != paper.i:
                maker = noun_phrase(subject)
                if own := self.own(st, maker):
                    return own
                whole = self.cast.refer(st.doc[slice(*maker)], group=False)
                return whole or collective(self.cast, st, maker, subject)
        return ()

    def addressees(self, st: Stretch, span: Span | None, acts: bool = False) -> tuple[str, ...]:
        """Who is asked, by the words of a span (*you*: whom the document addresses); ``acts``: the frame says that they act."""
        if span is None:
            return ()
        named = included(st, span)
        span = without_aside(st, span)
        words = st.doc[span[0] : span[1]]
        if not len(words):
            return ()
        root = words.root.lower_
        if root in {"you", "your"} or any(t.lower_ in {"you", "your"} for t in words[:2]):
            return self.cast.refer(words) or self.cast.addressees
        found = self.each(st, span) + (self.each(st, named) if named else ())
        return tuple(dict.fromkeys(found)) or (told(self.cast, st, span, nominal_root(words)) if acts else ())

    def each(self, st: Stretch, span: Span) -> tuple[str, ...]:
        """The actors of a phrase, asked for part by part where the parse of a long coordination gives too few."""
        words = st.doc[span[0] : span[1]]
        whole = self.cast.refer(words)
        head = nominal_root(words)
        if not whole and head.pos_ == "NOUN" and not can_act(head.lemma_.lower(), head.tag_):
            return ()
        if not whole and (group := collective(self.cast, st, span, head)):
            return group
        if (
            not whole
            and (last := head_noun(st, *span)) is not None
            and (group := collective(self.cast, st, span, last))
        ):
            return group  # the head that the parser missed
        if not whole and (body := body_named_last(st, self.cast, *span, ())):
            return body
        if not whole and (name := unknown_name(st, span)):
            return (self.cast.note(name, name.text, "Organization"),)
        parts: list[Span] = []
        start = span[0]
        for k in range(span[0], span[1] + 1):
            if k == span[1] or st.doc[k].text in {",", ";"} or st.doc[k].lower_ in {"and", "&"}:
                if k > start:
                    parts.append((start, k))
                start = k + 1
        if len(parts) < 2 or len(whole) >= len(parts):
            return whole
        found = list(whole)
        for part in parts:
            head = st.doc[part[0] : part[1]].root
            if head.pos_ in {"NOUN", "PROPN"} and st.doc[part[0]].pos_ in OPENING:
                ids = self.cast.refer(st.doc[part[0] : part[1]]) or collective(self.cast, st, part, head)
                found += [i for i in ids if i not in found]
        return tuple(found)

    def says_you(self, st: Stretch, span: Span) -> bool:
        """Whether a span speaks to the reader: *you*, *you as chair*."""
        return any(t.lower_ == "you" for t in st.doc[span[0] : span[1]])

    def is_self(self, st: Stretch, span: Span | None) -> bool:
        return span is not None and st.doc[span[0] : span[1]].root.lower_ in SELF

    def agent_in(self, st: Stretch, start: int, end: int) -> tuple[str, ...]:
        """Who is to act by the words of the content: *… by the Council*, *on the part of the parties*."""
        doc = st.doc
        root = doc[start:end].root.i
        for k in range(start, end - 1):
            over, held = doc[k].head, object_span(doc[k])
            if held is None or held[0] >= end or over.i >= k:
                continue
            # "briefings to be held by the office", but not "repression by the regime": who does what is to end
            acts = doc[k].lower_ == "by" and ((over.tag_ == "VBN" and to_be(st, over.i)) or over.i == root)
            gives = doc[k].lower_ == "from" and over.i == root and over.lemma_.lower() not in LEAVING
            if (acts or gives) and (ids := self.cast.refer(doc[k + 1 : min(end, held[1])], group=False)):
                return ids
        return ()
