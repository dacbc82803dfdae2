"""Resolves who asks whom for whom: from spans of words to actors of the cast."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_asked import LEAVING, body_named_last
from demandgraph.extract.demand_asks import Ask, Span
from demandgraph.extract.demand_grammar import Stretch, noun_phrase, skip, subject_of
from demandgraph.extract.demand_modals import speech_source
from demandgraph.extract.demand_phrases import belongs, nominal_root, object_span, to_be, without_aside
from demandgraph.extract.demand_words import AGENT_NOUNS, DOCUMENTS, SELF, SPEECH, can_act
from demandgraph.model import Document

if TYPE_CHECKING:
    from spacy.tokens import Token

# Subjects that speak without being actors or papers: their asker is whoever made them.
ACTS = frozenset(
    """condemnation support position campaign initiative point speech message protest chapter text slogan banner
    speaker word title headline address remark comment conclusion outcome meeting conference summit rally demonstration
    session event answer response reaction reply stance view opinion vote part annex heading page website action""".split()
)


ATTITUDE = frozenset(
    """inform present express condemn welcome support criticize criticise reject denounce deplore warn voice oppose back
    praise hail defend accuse blame protest complain reveal report point""".split()
)


REPORTING = {"NewsReport", "PressRelease", "Report"}


@dataclass(slots=True)
class Roles:
    """Resolves the roles of one document's demands; remembers who asked last in each block."""

    cast: Cast
    document: Document
    last: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def issuers(self, st: Stretch, ask: Ask, lead: tuple[str, ...] = ()) -> tuple[tuple[str, ...], bool]:
        """Who asks, and whether the words name an asker that no actor stands for (then nothing asks)."""
        offset = st.offset(ask.trigger)
        if ask.issuer is not None:
            return self._named(st, ask.issuer, offset)
        if (
            ask.rule.startswith("rules/demand/noun-")
            or ask.kind in {"modal", "modal-passive", "whole"}
            or "/it-is-" in ask.rule
            or "/there-" in ask.rule
        ):
            subject, reported = speech_source(st.doc[ask.trigger])
            if reported and subject is not None and not st.parsed.is_virtual(subject):
                ids, _ = self._named(st, noun_phrase(subject), offset)
                if ids or subject.pos_ == "NOUN":
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
                subject = next(
                    (c for c in token.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN", "PRON"}), None
                )
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
        return voice

    def _named(self, st: Stretch, span: Span, offset: int) -> tuple[tuple[str, ...], bool]:
        words = st.doc[span[0] : span[1]]
        if not len(words):
            return self.cast.voice(offset), False
        head = words.root
        low = head.lower_
        ids: tuple[str, ...] = self.maker(st, head) if head.lemma_.lower() in DOCUMENTS else ()
        if ids:
            return ids, False
        known = self.cast.refer(words, group=False)
        ids = ()
        if not any(i in self.cast.entries and self.cast.entries[i].named for i in known):
            earlier = [i for block in sorted(self.last, reverse=True) for i in self.last[block]]
            ids = body_named_last(st, self.cast, *span, earlier)
        ids = ids or self.cast.refer(words)
        if ids:
            return ids, False
        if low in SELF:
            return self.cast.voice(offset), False
        if not can_act(head.lemma_.lower(), head.tag_) and (ids := self.maker(st, head)):
            return ids, False  # the voice of the workers
        if head.lemma_.lower() in DOCUMENTS:
            return self.cast.adopter or self.cast.voice(offset), False
        if head.lemma_.lower() in ACTS:
            return self.last.get(st.index) or self.cast.adopter or self.cast.voice(offset), False
        if head.pos_ == "PRON":
            return self.last.get(st.index) or self.spoken(st, offset), False
        if group := self.collective(st, span, nominal_root(words)):
            return group, False
        return (), not (head.pos_ in {"PROPN", "NUM", "ADJ", "DET"} or can_act(head.lemma_.lower(), head.tag_))

    def maker(self, st: Stretch, paper: Token) -> tuple[str, ...]:
        """Who made a document that speaks: its possessor or *of* / *by* phrase, the subject that adopted or sent it."""
        for child in paper.children:
            if child.dep_ in {"poss", "compound", "nmod"} and (
                ids := self.cast.refer(st.doc[child.left_edge.i : child.i + 1], group=False)
            ):
                return ids
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
            if subject is not None and subject.i != paper.i:
                return self.cast.refer(st.doc[slice(*noun_phrase(subject))], group=False)
        return ()

    def addressees(self, st: Stretch, span: Span | None) -> tuple[str, ...]:
        """Who is asked, by the words of a span; *you* is whom the document addresses."""
        if span is None:
            return ()
        span = without_aside(st, span)
        words = st.doc[span[0] : span[1]]
        if not len(words):
            return ()
        root = words.root.lower_
        if root in {"you", "your"} or any(t.lower_ in {"you", "your"} for t in words[:2]):
            return self.cast.refer(words) or self.cast.addressees
        return self.each(st, span)

    def each(self, st: Stretch, span: Span) -> tuple[str, ...]:
        """The actors of a phrase, asked for part by part where the parse of a long coordination gives too few."""
        words = st.doc[span[0] : span[1]]
        whole = self.cast.refer(words)
        head = nominal_root(words)
        if not whole and head.pos_ == "NOUN" and not can_act(head.lemma_.lower(), head.tag_):
            return ()
        if not whole and (group := self.collective(st, span, head)):
            return group
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
            if head.pos_ in {"NOUN", "PROPN"} and st.doc[part[0]].pos_ in {
                "DET",
                "ADJ",
                "PRON",
                "PROPN",
                "NOUN",
                "NUM",
            }:
                ids = self.cast.refer(st.doc[part[0] : part[1]]) or self.collective(st, part, head)
                found += [i for i in ids if i not in found]
        return tuple(found)

    def collective(self, st: Stretch, span: Span, head: Token) -> tuple[str, ...]:
        """A bare collective or office that a capital hides from the tagger (*States*, *the Secretary-General*)."""
        low = head.lower_
        single = head.lemma_.lower() if head.tag_ == "NNS" else low.removesuffix("s")
        if head.tag_ not in {"NNS", "NNP", "NNPS"} or single not in AGENT_NOUNS:
            return ()
        plural = head.tag_ == "NNS" or (low.endswith("s") and low not in AGENT_NOUNS)
        if not plural and st.doc[span[0]].lower_ != "the":
            return ()
        start = span[0]
        while start < head.i and st.doc[start].pos_ in {"DET", "PRON", "NUM"}:
            start += 1
        if head.i - start > 3:
            return ()
        phrase = st.parsed.phrase(st.parsed.begin(st.doc[start]), st.parsed.end(head))
        return (self.cast.note(phrase, phrase.text, "Group" if plural else "Institution"),)

    def behind(self, st: Stretch, span: Span) -> tuple[str, ...]:
        """Who stands behind a thing that must act or stop: its possessor, the agent of its participle (*laws adopted by N*)."""
        for token in st.doc[span[0] : span[1]]:
            held = None
            if token.dep_ == "poss":
                held = (token.left_edge.i, token.i + 1)
            elif token.lower_ == "by" and token.head.tag_ == "VBN":
                held = object_span(token)
            if held is not None and (ids := self.cast.refer(st.doc[held[0] : held[1]], group=False)):
                return ids
        return ()

    def says_you(self, st: Stretch, span: Span) -> bool:
        """Whether a span speaks to the reader: *you*, *you as chair*."""
        return any(t.lower_ == "you" for t in st.doc[span[0] : span[1]])

    def picked(self, st: Stretch, start: int, end: int) -> tuple[str, ...]:
        """Those addressees of a letter whom an item names itself (*sanctions of Novaria*, *by the Ministry*, *Novaria's*)."""
        named: set[str] = set()
        for k in range(start, end):
            token = st.doc[k]
            if token.pos_ == "PROPN" and belongs(token, start):
                named.update(self.cast.refer(st.doc[k : k + 1], group=False))
        related: list[str] = []
        for ident in self.cast.addressees:
            entry = self.cast.entries.get(ident)
            related += [ident, entry.part_of] if entry is not None and entry.part_of else [ident]
        return tuple(i for i in dict.fromkeys(related) if i in named)

    def is_self(self, st: Stretch, span: Span | None) -> bool:
        """Whether a span is *we*, *us* or *I*."""
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

    def beneficiaries(self, st: Stretch, start: int, end: int) -> tuple[str, ...]:
        """For whom: the people whom an action frees, protects, supports or compensates."""
        doc = st.doc
        for k in range(start, min(end, start + 12)):
            low = doc[k].lemma_.lower()
            if low not in BENEFIT:
                continue
            j = skip(doc, k + 1, end)
            if j < end and doc[j].lower_ in {"of", "for", "to"}:
                j += 1
            if j < end and doc[j].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}:
                stop = j
                while (
                    stop < end
                    and doc[stop].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PART"} | {"PUNCT"}
                    and doc[stop].text not in {";", ".", "("}
                ):
                    stop += 1
                while stop > j and doc[stop - 1].pos_ in {"PUNCT", "CCONJ", "DET"}:
                    stop -= 1
                if stop > j and (ids := self.cast.refer(doc[j:stop])):
                    return ids
            return ()
        return ()


BENEFIT = frozenset(
    """release free liberate protect support assist help compensate rehabilitate evacuate liberation protection assistance
    aid compensation rehabilitation pardon amnesty shelter empower""".split()
)
