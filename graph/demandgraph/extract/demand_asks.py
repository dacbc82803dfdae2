"""Finds the words that ask: verbs and nouns of the frame tables, with what stands in their slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from demandgraph.extract.coordination import is_action_noun
from demandgraph.extract.demand_grammar import Stretch, content_end, is_finite, noun_phrase, skip, subject_of
from demandgraph.extract.demand_slots import Match, match_slot
from demandgraph.extract.demand_words import ADVERBS, DOCUMENTS
from demandgraph.extract.frames import NOUNS, VERBS, Frame, rule_name

if TYPE_CHECKING:
    from spacy.tokens import Token

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ask:
    """One act of asking as the words give it, before actors are resolved and the content is cut.

    ``issuer`` is the span of who asks, ``None`` for the voice of the place; ``addressee`` the span of who is asked;
    ``content`` may be empty when a list follows. ``kind`` is ``infinitive``, ``clause``, ``noun``, ``gerund``,
    ``imperative`` or ``modal``; ``trigger`` and ``first`` are the asking word and the first token of the whole.
    """

    rule: str
    force: str
    certainty: float
    trigger: int
    first: int
    content: Span
    kind: str
    issuer: Span | None = None
    addressee: Span | None = None
    extra: Span | None = None
    """A second place where the addressee may stand (a *by* phrase)."""


def _forms(lemma: str) -> dict[str, str]:
    """The inflected forms of a regular verb with the tag of each."""
    base = lemma
    stem = base[:-1] if base.endswith("e") else base
    double = base + base[-1] if base in {"beg"} else stem
    third = base + "es" if base.endswith(("s", "ch", "sh")) else base + "s"
    if base.endswith("y") and base[-2] not in "aeiou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    else:
        past = double + "ed"
    return {base: "VB", third: "VBZ", past: "VBD", (double if base in {"beg"} else stem) + "ing": "VBG"}


FORMS: dict[str, tuple[str, str]] = {
    form: (lemma, tag) for lemma in VERBS for form, tag in _forms(lemma).items()
} | {"wrote": ("write", "VBD"), "written": ("write", "VBD")} | {"pled": ("plead", "VBD"), "besought": ("beseech", "VBD")}
NOUN_FORMS: dict[str, str] = {n: n for n in NOUNS} | {
    (n[:-1] + "ies" if n.endswith("cy") or n.endswith("ty") else n + "s"): n for n in NOUNS
}
# Light verbs that lend their subject to a noun of asking: "reiterated its call", "expressed the need".
SUPPORT = frozenset(
    """reiterate repeat renew make issue back support echo join endorse launch voice express state stress emphasize
    emphasise underline underscore recall recognize recognise acknowledge note highlight reaffirm affirm raise have
    submit present send address direct extend add contain include see share advance lodge sign transmit deliver restate
    insist press put maintain feel publish formulate""".split()
)
BARE_NOUNS = frozenset({"need", "importance", "necessity", "urgency", "imperative"})
STATEMENTS = frozenset(
    """reiterate repeat stress emphasize emphasise underline underscore recall highlight reaffirm affirm express state
    recognize recognise insist note acknowledge support agree see point draw""".split()
)


def verb_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking whose trigger is a verb."""
    for i in range(st.start, st.end):
        found = FORMS.get(st.doc[i].lower_)
        if found is None or st.parsed.is_virtual(st.doc[i]):
            continue
        lemma, tag = found
        frame = VERBS[lemma]
        passive = _passive(st.doc[i], tag)
        if not passive and not acts_as_verb(st, i, tag, frame):
            continue
        if passive and not _passive_asks(st, i):
            continue
        for slot in frame.slots:
            match = match_slot(st, i, slot, st.end, passive)
            if match is not None:
                ask = as_list(st, _ask(st, i, frame, slot, match, passive))
                yield from _again(st, i, frame, slot, ask)
                break
        else:
            if (opened := _open(st, i, frame, passive)) is not None:
                yield opened


def _passive(token: Token, tag: str) -> bool:
    if tag != "VBD" or token.tag_ not in {"VBN", "VBD"}:
        return False
    if any(c.dep_ == "auxpass" for c in token.children):
        return True
    before = next((t for t in reversed(token.doc[max(0, token.i - 4) : token.i]) if t.lower_ not in ADVERBS), None)
    return before is not None and before.lemma_.lower() == "be" and token.tag_ == "VBN"


def _passive_asks(st: Stretch, i: int) -> bool:
    """Whether a passive trigger makes a demand here: its agent is named, or it is said now and to whom it may concern."""
    token = st.doc[i]
    if token.lower_ in {"expected", "required", "obliged", "charged", "wanted", "pressed", "pushed", "prompted"}:
        return False
    if any(c.dep_ == "agent" for c in token.children) or st.block.kind in {"operative", "title", "heading"}:
        return True
    past = any(t.lower_ in {"was", "were", "been", "had", "being"} for t in st.doc[max(st.start, i - 4) : i])
    return not past and token.dep_ not in {"relcl", "advcl", "acl"}


def acts_as_verb(st: Stretch, i: int, tag: str, frame: Frame) -> bool:
    """Whether a form of a frame verb is used as a verb here; *calls*, *demands*, *urges* are often tagged as nouns."""
    doc, token = st.doc, st.doc[i]
    before = doc[i - 1] if i > st.start else None
    if token.dep_ in {"amod", "compound"} and tag in {"VBD", "VBG"}:
        return False
    if tag == "VBG":
        return token.pos_ == "VERB" or token.tag_ == "VBG" or before is None or before.text == ","
    if tag == "VBD":
        if token.tag_ == "VBN":
            return any(c.dep_ in {"aux", "nsubj"} for c in token.children) or _has_before(st, i)
        return token.pos_ != "ADJ"
    if before is not None and (before.pos_ == "DET" or before.tag_ in {"PRP$", "POS"} or before.lower_ in {"of", "no"}):
        return before.lower_ in {"all", "both", "that", "who"} and token.pos_ == "VERB"
    if _clause_initial(st, i):
        follows = doc[i + 1].lower_ if i + 1 < st.end else ""
        if tag == "VB" and follows in {"for"} and token.pos_ not in {"VERB"}:
            return False
        return True
    if token.pos_ == "VERB":
        return True
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        # A headline or a clause that has no other finite verb: "Farmers' union calls for talks".
        if before is not None and before.pos_ in {"PROPN", "NOUN"} | {"PUNCT"} and tag == "VBZ":
            follows = doc[i + 1].lower_ if i + 1 < st.end else ""
            if follows in {"on", "upon"} and (before.pos_ != "PUNCT" or before.text == ")"):
                return True
            return before.pos_ != "PUNCT" and not any(is_finite(t) for t in doc[st.start : st.end] if t.i != i)
        if before is not None and before.lower_ in {"to"} and tag == "VB":
            return True
        if before is not None and before.lower_ in {"also", "strongly", "further", "therefore", "we", "i", "they"}:
            return True
        if before is not None and before.lower_ in {",", ";", "and"} and tag == "VBZ":
            if st.block.kind in {"operative", "item", "preamble"}:
                return True
            follows = doc[i + 1].lower_ if i + 1 < st.end else ""
            return follows in {"for", "on", "upon", "that"} and any(t.tag_ == "VBZ" and t.pos_ in {"VERB", "AUX"} for t in doc[st.start : i])
    return False


def _has_before(st: Stretch, i: int) -> bool:
    return any(t.lemma_.lower() == "have" for t in st.doc[max(st.start, i - 3) : i])


def _clause_initial(st: Stretch, i: int) -> bool:
    """Whether only added words, adverbs, numbering and brackets stand before ``i`` in its stretch."""
    return all(
        st.parsed.is_virtual(t) or t.lower_ in ADVERBS or t.is_space or t.is_punct or t.like_num or t.tag_ in {"LS"}
        for t in st.doc[st.start : i]
    )


def _issuer(st: Stretch, i: int, passive: bool) -> tuple[Span | None, Token | None]:
    """The span of the trigger's subject (of its *by* phrase in the passive) and the subject token."""
    doc, token = st.doc, st.doc[i]
    if passive:
        subject = subject_of(token)
        agent = next((c for c in token.children if c.dep_ == "agent"), None)
        held = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
        return (noun_phrase(held) if held is not None else None), subject
    if _clause_initial(st, i):
        return None, None
    if st.block.kind in {"operative", "preamble"} and doc[i].tag_ in {"VBZ", "NNS"} and _after_joint(st, i):
        return None, None
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
    if token.tag_ == "VBG" and not own and token.head.i < i and (_after_joint(st, i) or _told_to(token)):
        subject = _main_subject(token) or subject_of(token)
    elif token.tag_ in {"VBZ", "VBD", "VBP"} and not own and token.dep_ in {"conj", "dep", "ccomp", "advcl"} and _after_joint(st, i):
        subject = _finite_subject(token) or subject_of(token)
    else:
        subject = subject_of(token) if token.pos_ in {"VERB", "AUX"} else _borrowed_subject(st, i)
    if subject is None or st.parsed.is_virtual(subject):
        return None, None
    if subject.i > i and subject.dep_ not in {"nsubj"}:
        return None, None
    return noun_phrase(subject), subject


def _borrowed_subject(st: Stretch, i: int) -> Token | None:
    """The subject of a trigger that the tagger took for a noun: that of the clause, else the noun before it."""
    subjects = [t for t in st.doc[st.start : i] if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in {"NOUN", "PROPN", "PRON"}]
    for subject in subjects:
        if subject.tag_ not in {"WDT", "WP"}:
            return subject
    before = st.doc[i - 1] if i > st.start else None
    return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None


def _finite_subject(token: Token) -> Token | None:
    """The subject of a finite trigger without one of its own: that of the nearest finite verb it is coordinated with.

    The parser often coordinates *calls* in *urges them to talk and calls on us to help* with *talk*.
    """
    head = token
    for _ in range(6):
        if head.head.i == head.i:
            return None
        head = head.head
        if head.tag_ in {"VBZ", "VBD", "VBP"} and head.i < token.i:
            subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is not None and subject.tag_ not in {"WDT", "WP"} and head.dep_ != "relcl":
                return subject
    return None


COMMUNICATION = frozenset("write send address deliver submit speak appeal petition message call meet turn issue publish hand".split())


def _main_subject(token: Token) -> Token | None:
    """The subject of the clause that a participle behind a comma hangs on (*…, urging the union to act*)."""
    head = token.head
    while head.i != head.head.i and head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    return subject_of(head) if head.pos_ in {"VERB", "AUX"} else None


def _told_to(participle: Token) -> bool:
    """Whether a participle behind a noun belongs to who writes or speaks (*wrote to the minister urging him to act*)."""
    head = participle.head
    while head.i != head.head.i and head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    return head.lemma_.lower() in COMMUNICATION and participle.head.lemma_.lower() not in DOCUMENTS


def _after_joint(st: Stretch, i: int) -> bool:
    k = i - 1
    while k > st.start and st.doc[k].lower_ in ADVERBS:
        k -= 1
    return st.doc[k].lower_ in {",", ";", "and", "but"} or st.parsed.is_virtual(st.doc[k])


def _ask(st: Stretch, i: int, frame: Frame, slot: str, match: Match, passive: bool) -> Ask:
    issuer, subject = _issuer(st, i, passive)
    addressee = match.addressee
    if passive and subject is not None and subject.lower_ not in {"it", "there"}:
        addressee = noun_phrase(subject)
    end = content_end(st.doc, match.content, st.end, i, st.start)
    first = min(issuer[0] if issuer and not passive else i, addressee[0] if passive and addressee else i, i)
    rule = rule_name(frame.lemma, slot) + ("-passive" if passive else "")
    if passive and subject is not None and is_action_noun(subject):  # an inquiry was demanded by the union
        span = noun_phrase(subject)
        return Ask(rule, frame.force, frame.certainty, i, span[0], span, "noun", issuer)
    return Ask(rule, frame.force, frame.certainty, i, first, (match.content, end), match.kind, issuer, addressee)


def as_list(st: Stretch, ask: Ask) -> Ask:
    """An act of asking whose clause has a subject only, its verbs being the items (*recommends that States:*)."""
    words = st.doc[ask.content[0] : ask.content[1]]
    if ask.kind != "clause" or any(t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"acl", "amod", "relcl"} for t in words):
        return ask
    if any(t.is_alpha for t in st.doc[ask.content[1] : st.end]):
        return ask
    return replace(ask, content=(st.end, st.end), kind="list", addressee=ask.content)


def _again(st: Stretch, i: int, frame: Frame, slot: str, ask: Ask) -> Iterator[Ask]:
    """The act itself, and again for each further addressee (*calls on A to V, and on B to W*)."""
    doc, (start, end) = st.doc, ask.content
    if slot.startswith("on-N"):
        for k in range(start + 2, end - 2):
            if doc[k].lower_ in {"on", "upon"} and doc[k - 1].lower_ in {"and", ",", ";"}:
                match = match_slot(st, k - 1, slot, st.end) or match_slot(st, k - 1, "on-N-to", st.end)
                if match is not None:
                    yield replace(ask, content=(start, k - 1))
                    last = content_end(doc, match.content, st.end, i, st.start)
                    yield replace(ask, trigger=k, first=k, content=(match.content, last), kind=match.kind, addressee=match.addressee)
                    return
    yield ask


def _open(st: Stretch, i: int, frame: Frame, passive: bool) -> Ask | None:
    """A trigger whose content is the list that follows: *urges the parties:*, *calls on States to:*, *requests:*."""
    doc = st.doc
    last = st.end
    while last > i + 1 and (doc[last - 1].is_space or doc[last - 1].text in {":", "-", "—", "–", ",", "--", "..."}):
        last -= 1
    if last == st.end and st.end != len(doc) or st.end - i > 45:
        return None
    tail = doc[last - 1].lower_ if last - 1 > i else ""
    if st.end == last and tail not in {"to", "that", "for", "you"}:
        return None
    if any(is_finite(t) for t in doc[i + 1 : last]):
        return None
    j = skip(doc, i + 1, last)
    while last > j and doc[last - 1].lower_ in {"to", "that", "for", "the", "following"}:
        last -= 1
    if j < last and doc[j].lower_ in {"on", "upon", "to", "with", "for"}:
        j += 1
    issuer, subject = _issuer(st, i, passive)
    addressee: Span | None = (j, last) if last > j else None
    if passive and subject is not None:
        addressee = noun_phrase(subject)
    return Ask(
        rule_name(frame.lemma, "list"), frame.force, frame.certainty, i, i, (st.end, st.end), "list", issuer, addressee
    )


def noun_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking whose trigger is a noun (*its call for a truce*, *the need to reform the police*)."""
    doc = st.doc
    for i in range(st.start, st.end):
        lemma = NOUN_FORMS.get(doc[i].lower_)
        if lemma is None or doc[i].dep_ == "compound":
            continue
        object_of = i > st.start and doc[i - 1].lemma_.lower() in SUPPORT | BACKING and doc[i].lower_.endswith("s")
        if doc[i].pos_ not in {"NOUN", "PROPN"} and not object_of:
            continue
        if (listed := _include(st, i, NOUNS[lemma])) is not None:
            yield listed
            continue
        if not object_of and doc[i].lower_ in FORMS and acts_as_verb(st, i, FORMS[doc[i].lower_][1], VERBS[FORMS[doc[i].lower_][0]]):
            continue
        if lemma in BARE_NOUNS and not _stated(doc[i]):
            continue
        frame = NOUNS[lemma]
        if (opened := _open_noun(st, i, frame)) is not None:
            yield opened
            continue
        for slot in frame.slots:
            match = match_slot(st, i, slot, st.end)
            if match is None:
                continue
            if slot == "for" and lemma == "need" and st.doc[match.content].pos_ == "PROPN":
                continue
            ask = _noun_ask(st, i, frame, slot, match)
            yield ask
            break


BACKING = frozenset("support back welcome heed answer repeat echo amplify hear receive reject oppose ignore second".split())


def _include(st: Stretch, i: int, frame: Frame) -> Ask | None:
    """*Its recommendations include banning …*, *several demands, including a truce and …*."""
    doc = st.doc
    if frame.lemma in BARE_NOUNS or not doc[i].lower_.endswith("s"):
        return None
    k = skip(doc, i + 1, st.end)
    if k < st.end and doc[k].text == ",":
        k += 1
    if k >= st.end or doc[k].lower_ not in {"include", "includes", "included", "are", "were", "including"}:
        return None
    start = skip(doc, k + 1, st.end)
    while start < st.end and doc[start].lower_ in {"to", "that", "for", ":"}:
        start += 1
    if start >= st.end or doc[start].tag_ in {"VBN", "JJ"} and doc[k].lower_ in {"are", "were"}:
        return None
    kind = "gerund" if doc[start].tag_ == "VBG" else "infinitive" if doc[start].tag_ == "VB" else "noun"
    issuer = next(((c.left_edge.i, c.i + 1) for c in doc[i].lefts if c.dep_ == "poss"), None)
    if issuer is None and (verb := doc[i].head).pos_ == "VERB" and doc[i].dep_ == "dobj" and (subject := subject_of(verb)) is not None:
        issuer = noun_phrase(subject)
    end = content_end(doc, start, st.end, k, st.start, own=True)
    rule = f"rules/demand/noun-{frame.lemma}-include"
    return Ask(rule, frame.force, 0.7, i, issuer[0] if issuer else i, (start, end), kind, issuer)


def _open_noun(st: Stretch, i: int, frame: Frame) -> Ask | None:
    """A noun of asking whose content is the list that follows: *its call on governments to:*, *the need for:*."""
    doc = st.doc
    last = st.end
    while last > i + 1 and (doc[last - 1].is_space or doc[last - 1].text in {":", "-", "—", "–", "--"}):
        last -= 1
    if last == st.end or last <= i + 1 or doc[last - 1].lower_ not in {"to", "for", "that"} or last - i > 40:
        return None
    if any(is_finite(t) for t in doc[i + 1 : last]):
        return None
    j = skip(doc, i + 1, last)
    addressee = (j + 1, last - 1) if doc[j].lower_ in {"on", "upon", "to", "for"} and last - 1 > j + 1 else None
    probe = _noun_ask(st, i, frame, "for", Match(None, st.end, "list"))
    return replace(probe, rule=f"rules/demand/noun-{frame.lemma}-list", content=(st.end, st.end), kind="list", addressee=addressee)


def _stated(noun: Token) -> bool:
    """Whether somebody states the need (*stressed the need for*), or it is said to be there (*there is a need to*)."""
    head = noun.head
    while head.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    if noun.dep_ == "conj":
        noun = head
        head = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr", "nsubj", "nsubjpass", "ROOT", "ccomp", "dep", "appos"}:
        lemma = head.lemma_.lower()
        return lemma in STATEMENTS or lemma in {"on", "about"} or (lemma == "be" and noun.dep_ == "attr")
    return False


def _noun_ask(st: Stretch, i: int, frame: Frame, slot: str, match: Match) -> Ask:
    noun = st.doc[i]
    end = content_end(st.doc, match.content, st.end, i, st.start) if match.content < st.end else st.end
    issuer: Span | None = None
    for child in noun.lefts:
        if child.dep_ == "poss":
            issuer = noun_phrase(child) if child.pos_ != "PRON" else (child.i, child.i + 1)
    if issuer is None:
        for child in noun.rights:
            if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"} and child.i < match.content:
                held = next((c for c in child.children if c.dep_ == "pobj"), None)
                issuer = noun_phrase(held) if held is not None else None
    if issuer is None:
        head = noun.head
        while head.dep_ in {"conj", "prep", "pobj"} and head.head.i != head.i and head.pos_ != "VERB":
            head = head.head
        if head.pos_ in {"VERB", "AUX"} and noun.dep_ not in {"nsubj", "nsubjpass"}:
            subject = subject_of(head)
            if subject is not None and subject.lower_ not in {"there", "it"} and not st.parsed.is_virtual(subject):
                issuer = noun_phrase(subject)
    rule = rule_name(frame.lemma, slot).replace("/demand/", "/demand/noun-")
    return Ask(rule, frame.force, frame.certainty, i, i, (match.content, end), match.kind, issuer, match.addressee)


def asks_in_documents(token: Token) -> bool:
    """Whether a noun stands for a document that speaks (*the resolution calls*)."""
    return token.lemma_.lower() in DOCUMENTS


def without_nested(st: Stretch, asks: list[Ask]) -> list[Ask]:
    """Drop an act of asking inside another one (*urges donors to heed the call for aid*); cut the outer one before a coordinated clause."""
    kept: list[Ask] = []
    for ask in sorted(asks, key=lambda a: (a.first, a.trigger)):
        outer = next((k for k in kept if k.trigger < ask.trigger < k.content[1] and k.kind != "list"), None)
        if outer is None:
            kept.append(ask)
            continue
        pivot = ask.first if ask.first > outer.content[0] else ask.trigger
        if pivot > outer.content[0] + 1 and _coordinated(st, pivot, outer.content[0]) and st.doc[ask.trigger].tag_ not in {"VB", "NN", "NNS"}:
            kept[kept.index(outer)] = replace(outer, content=(outer.content[0], pivot))
            kept.append(ask)
    return kept


def _coordinated(st: Stretch, first: int, floor: int) -> bool:
    """Whether a clause that begins at ``first`` is joined to what stands before it by a comma or *and*."""
    k = first - 1
    while k > floor and (st.doc[k].lower_ == "that" or st.doc[k].lower_ in ADVERBS):
        k -= 1
    return st.doc[k].lower_ in {",", ";", "and", "but", "—", "–", "--", ":"}


def shifted(ask: Ask, **changes: object) -> Ask:
    """A copy of an act of asking with some fields changed."""
    return replace(ask, **changes)  # type: ignore[arg-type]
