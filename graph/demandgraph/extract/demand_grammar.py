"""What the demand rules need to know of grammar: stretches of a block, infinitives, subjects, noun phrases.

Positions are token indexes of the block's spaCy document, ends exclusive. The dependency parse is used where it is
reliable (subjects, auxiliaries, short attachments); clause edges and coordination are decided on words and tags too,
because the parse of long coordinations is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demandgraph.extract.demand_words import ACTION_VERBS, ADVERBS
from demandgraph.extract.frames import VERBS
from demandgraph.extract.readings import strings_of
from demandgraph.parsed import Block, ParsedDocument

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

QUOTES = {'"', "''", "``", "“", "”", "«", "»"}
CLOSERS = QUOTES | {")"}


FINITE = {"VBD", "VBZ", "VBP", "MD"}


TERMINAL = {".", "?", "!", "…", "..."}


LONGEST = 600
"""Tokens after which a sentence is cut: the longest operative clauses have 400; text without full stops stays bounded."""


LOOSE = {"operative", "preamble", "item", "heading", "title"}
"""Kinds of blocks in which a sentence ends only at a full stop."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a block, merged from the parser's pieces: tokens ``start`` to ``end`` of ``doc``."""

    parsed: ParsedDocument
    index: int
    doc: Doc
    start: int
    end: int

    @property
    def block(self) -> Block:
        return self.parsed.blocks[self.index]

    def span(self, start: int, end: int) -> Span:
        return self.doc[start:end]

    def offset(self, i: int) -> int:
        """Where token ``i`` begins in the document's text."""
        return self.parsed.begin(self.doc[i])

    def low_words(self) -> list[str]:
        """Its words in lower case, read in one go, which is much faster than to ask token by token."""
        return strings_of(self.doc.to_array("LOWER")[self.start : self.end].tolist(), self.doc.vocab.strings)

    @property
    def avows(self) -> bool:
        """Whether it is a recital in the participles of a preamble (*Recalling …*), not one that tells facts (*Whereas …*)."""
        return self.block.kind == "preamble" and self.doc[self.start].lower_ != "whereas"

    @property
    def question(self) -> bool:
        return any(t.text == "?" for t in self.doc[max(self.start, self.end - 2) : self.end])


def stretches(parsed: ParsedDocument, index: int) -> Iterator[Stretch]:
    """The sentences of a block; a piece that the parser cut off without a full stop is joined to the next one."""
    doc = parsed.docs[index]
    if doc is None or not len(doc):
        return
    start = 0
    for sent in doc.sents:
        last = next(
            (
                t
                for i in range(sent.end - 1, sent.start - 1, -1)
                if not (t := doc[i]).is_space and t.text not in CLOSERS
            ),
            None,
        )
        following = doc[sent.end] if sent.end < len(doc) else None
        complete = last is None or last.text in TERMINAL or last.text[-1] in ".?!"
        if last is not None and not complete and parsed.blocks[index].kind not in LOOSE and following is not None:
            complete = following.text[:1].isupper() and following.tag_ not in {"NNP", "NNPS"} and last.text == ":"
        if complete or following is None or sent.end - start > LONGEST:
            for first in range(start, sent.end, LONGEST):
                yield Stretch(parsed, index, doc, first, min(first + LONGEST, sent.end))
            start = sent.end


# Phrases that may stand between *and* and the next verb of asking.
ASIDES = (
    ("in", "this", "regard"), ("in", "that", "regard"), ("in", "this", "context"), ("in", "that", "context"),
    ("in", "this", "connection"), ("in", "this", "respect"), ("to", "this", "end"), ("to", "that", "end"),
    ("at", "the", "same", "time"), ("for", "this", "purpose"), ("in", "addition"), ("in", "particular"), ("inter", "alia"),
)  # fmt: skip


LAST_OF_ASIDES = frozenset(aside[-1] for aside in ASIDES)


def before_asides(doc: Doc, k: int, floor: int) -> int:
    """The token before ``k`` once adverbs and asides such as *in this regard* (with their commas) are passed over."""
    k -= 1
    while k > floor:
        if doc[k].lower_ in ADVERBS or doc[k].is_space:
            k -= 1
            continue
        at = k - 1 if doc[k].text == "," else k
        if doc[at].lower_ not in LAST_OF_ASIDES:
            break
        aside = next((a for a in ASIDES if tuple(t.lower_ for t in doc[max(0, at - len(a) + 1) : at + 1]) == a), None)
        if aside is None:
            break
        k = at - len(aside)
    return max(k, floor)


def is_to(token: Token) -> bool:
    """Whether a token is the particle *to*, also when the tokenizer left a dash or bracket on it (``)—to``)."""
    text = token.lower_
    return text == "to" or (text.endswith("to") and len(text) > 2 and not text[-3].isalpha())


def skip(doc: Doc, i: int, end: int) -> int:
    """The first token from ``i`` on that is no adverb, *not*, *inter alia* or parenthetical between commas."""
    while i < end:
        token = doc[i]
        if (
            token.is_space
            or token.lower_ in ADVERBS
            or token.lower_ in {"not", "n't"}
            or (token.tag_ in {"RB", "RBR", "RBS"} and token.lower_ not in {"so", "as", "well", "back", "n't"})
        ):
            i += 1
        elif token.text == "," and i + 1 < end and doc[i - 1].tag_ == "RB" and doc[i + 1].tag_ == "RB":
            i += 1  # immediately, completely and unconditionally withdraw
        elif token.text == "," and (
            close := next((k for k in range(i + 1, min(end, i + 14)) if doc[k].text == ","), 0)
        ):
            i = close + 1
        elif token.lower_ == "inter" and i + 1 < end and doc[i + 1].lower_ == "alia":
            i += 2
        elif token.lower_ in {"and", "or"} and 0 < i < end - 1 and doc[i - 1].tag_ == "RB" and doc[i + 1].tag_ == "RB":
            i += 1  # completely and unconditionally release
        else:
            break
    return i


def is_verb(doc: Doc, i: int, end: int) -> bool:
    """Whether token ``i`` can be a verb in the base form, trusting the tag, else a list of action verbs."""
    if i >= end:
        return False
    token = doc[i]
    if token.tag_ in {"VB", "VBP"} and token.lower_ not in {"re", "-"}:
        return True
    if token.lower_ in {"re", "pre", "de"} and i + 2 < end and doc[i + 1].text == "-":
        return True  # re-engage, which the tokenizer splits
    if token.lower_ in ACTION_VERBS or token.lower_ in VERBS:
        if token.tag_ in {"VBN", "VBD"} and token.lemma_.lower() != token.lower_:
            return False
        if i + 1 >= end:
            return token.pos_ in {"VERB", "AUX"}
        after = doc[i + 1]
        return after.pos_ in {
            "DET",
            "ADJ",
            "NOUN",
            "PROPN",
            "PRON",
            "ADV",
            "NUM",
            "ADP",
            "PART",
            "SCONJ",
            "CCONJ",
            "VERB",
        }
    return False


def infinitive(doc: Doc, i: int, end: int) -> int | None:
    """If *to* at ``i`` opens an infinitive: where its content begins (*not*, an adverb or the verb)."""
    if i >= end or not is_to(doc[i]):
        return None
    if i + 2 < end and doc[i + 1].lower_ in ACTION_VERBS and doc[i + 2].pos_ in {"DET", "PRON"}:
        return i + 1  # to forward this text, to further its aims: whatever the tagger says
    verb = skip(doc, i + 1, end)
    if not is_verb(doc, verb, end) and not (
        verb < end
        and doc[verb].lower_ in ACTION_VERBS
        and (verb + 1 == end or doc[verb + 1].is_punct)
        and doc[verb].tag_ != "NNS"
    ):
        return None
    first = i + 1
    if doc[first].text == ",":  # to, inter alia, adopt
        first = verb
    return first


def in_quote(doc: Doc, start: int, i: int) -> bool:
    """Whether token ``i`` stands inside a quotation opened at or after ``start``."""
    return sum(1 for t in doc[start:i] if t.text in QUOTES) % 2 == 1


def is_finite(token: Token) -> bool:
    return token.tag_ in FINITE and token.pos_ in {"VERB", "AUX"}


def subject_of(verb: Token) -> Token | None:
    """The grammatical or controlling subject of a verb form, the modified noun of a participle; ``None`` if it has none."""
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                if child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ == "acl":
            return verb.head
        if (
            verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis", "aux"}
            and verb.head.i != verb.i
        ):
            if verb.dep_ == "xcomp" and (held := [c for c in verb.head.children if c.dep_ in {"dobj", "dative"}]):
                return held[0]
            if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
                return None
            verb = verb.head
            continue
        if verb.pos_ in {"NOUN", "PROPN", "PRON"}:
            return verb
        return None
    return None


def noun_phrase(token: Token) -> tuple[int, int]:
    """The span of a noun phrase without its clauses and its comma-separated appositions."""
    end = token.i + 1
    for child in token.rights:
        if child.dep_ in {"relcl", "acl", "advcl", "punct", "cc"}:
            continue
        if child.dep_ == "appos" and token.doc[child.left_edge.i - 1].text == ",":
            continue
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
            break
        end = max(end, child.right_edge.i + 1)
    for k in range(token.i + 1, end):  # never past a clause that the parser hung on a noun within
        if token.doc[k].dep_ in {"relcl", "acl"} and token.doc[k].head.i < k:
            cut = token.doc[k].left_edge.i
            if cut > token.i:
                return token.left_edge.i, cut
    return token.left_edge.i, end
