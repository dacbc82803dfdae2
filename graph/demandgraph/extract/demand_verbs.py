"""Finds acts of asking whose trigger is a verb of the frame table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from demandgraph.extract.demand_action_nouns import is_action_noun
from demandgraph.extract.demand_asked import PAPERS
from demandgraph.extract.demand_asks import Ask, Span, as_list
from demandgraph.extract.demand_chains import chained
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch, is_finite, noun_phrase, skip, subject_of
from demandgraph.extract.demand_nominals import Match
from demandgraph.extract.demand_phrases import object_span
from demandgraph.extract.demand_slots import match_slot
from demandgraph.extract.demand_subjects import COMMUNICATION, clause_initial, issuer_of
from demandgraph.extract.demand_words import ADVERBS, can_act
from demandgraph.extract.frames import VERBS, Frame, rule_name

if TYPE_CHECKING:
    from spacy.tokens import Token


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


FORMS: dict[str, tuple[str, str]] = (
    {form: (lemma, tag) for lemma in VERBS for form, tag in _forms(lemma).items()}
    | {"wrote": ("write", "VBD"), "written": ("write", "VBD")}
    | {"pled": ("plead", "VBD"), "besought": ("beseech", "VBD"), "sought": ("seek", "VBD")}
    | {"told": ("tell", "VBD"), "bade": ("bid", "VBD")}
)


def verb_asks(st: Stretch) -> Iterator[Ask]:
    """Acts of asking whose trigger is a verb."""
    for i, word in enumerate(st.low_words(), st.start):
        found = FORMS.get(word)
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
                for act in chained(st, ask):
                    yield from _again(st, i, frame, slot, act)
                break
        else:
            if (opened := _open(st, i, frame, passive) or _noun_asked(st, i, frame, passive)) is not None:
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
    if token.lower_ in {"expected", "required", "obliged", "charged", "wanted", "needed", "pressed", "pushed", "told"}:
        return False
    if any(c.dep_ == "agent" for c in token.children) or st.block.kind in {"operative", "title", "heading"}:
        return True
    if token.lower_ in {"directed", "aimed"}:
        return False  # our efforts are directed to promote …
    if token.lower_ in PRESSED and token.dep_ not in {"relcl", "advcl", "acl"} and _presses(st, token):
        return True  # the parties were urged to resume talks: told of a demand whose maker the sentence leaves out
    auxiliaries = {t.lower_ for t in st.doc[max(st.start, i - 4) : i]}
    past = bool(auxiliaries & {"was", "were", "had", "being"}) or (
        "been" in auxiliaries and token.lower_ != "requested"
    )
    return not past and token.dep_ not in {"relcl", "advcl", "acl"}


PRESSED = frozenset("urged called exhorted implored recommended proposed suggested requested".split())
"""Participles that in the past tense, too, tell of a demand: of somebody (*were urged to*), or with *it* (*it was proposed that*)."""
OF_SOMEBODY = frozenset("urged called exhorted implored".split())


def _presses(st: Stretch, token: Token) -> bool:
    """Whether a participle of asking has a subject that can act, or an impersonal one and a *that* clause."""
    subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    if subject is None or token.i + 2 >= st.end:
        return False
    follows = st.doc[token.i + 1].lower_
    if subject.lower_ == "it":
        return follows == "that"
    if token.lower_ not in OF_SOMEBODY or follows not in ({"on", "upon"} if token.lower_ == "called" else {"to"}):
        return False
    return subject.pos_ == "PROPN" or can_act(subject.lemma_.lower(), subject.tag_)


def acts_as_verb(st: Stretch, i: int, tag: str, frame: Frame) -> bool:
    """Whether a form of a frame verb is used as a verb here; *calls*, *demands*, *urges* are often tagged as nouns."""
    doc, token = st.doc, st.doc[i]
    before = doc[i - 1] if i > st.start else None
    if (token.dep_ in {"amod", "compound"} and tag in {"VBD", "VBG"}) or listed_noun(token):
        return False
    if tag == "VBG":
        return token.pos_ == "VERB" or token.tag_ == "VBG" or before is None or before.text == ","
    if tag == "VBD":
        if token.tag_ == "VBN":
            return any(c.dep_ in {"aux", "nsubj"} for c in token.children) or _has_before(st, i)
        return token.pos_ != "ADJ"
    if before is not None and (before.pos_ == "DET" or before.tag_ in {"PRP$", "POS"} or before.lower_ in {"of", "no"}):
        return before.lower_ in {"all", "both", "that", "who"} and token.pos_ == "VERB"
    if clause_initial(st, i):
        follows = doc[i + 1].lower_ if i + 1 < st.end else ""
        return tag != "VB" or follows != "for" or token.pos_ == "VERB"
    if token.pos_ == "VERB":
        return True
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        # A headline or a clause that has no other finite verb: "Farmers' union calls for talks".
        named = before is not None and before.text[:1].isupper() and before.pos_ not in {"DET", "PRON"}
        if before is not None and (named or before.pos_ in {"PROPN", "NOUN", "PUNCT"}) and tag == "VBZ":
            follows = doc[i + 1].lower_ if i + 1 < st.end else ""
            if follows in {"on", "upon"} and (before.pos_ != "PUNCT" or before.text == ")"):
                return True
            return before.pos_ != "PUNCT" and not any(is_finite(t) for t in doc[st.start : st.end] if t.i != i)
        if before is not None and before.lower_ in {"to"} and tag == "VB":
            return True
        if before is not None and before.lower_ in {"also", "strongly", "further", "therefore", "we", "i", "they"}:
            return True
        if before is not None and before.lower_ == "and" and tag == "VB" and i + 1 < st.end:
            # we believe that this breaks the law and demand that …
            return doc[i + 1].lower_ == "that" and doc[st.start].lower_ in {"we", "i"}
        if before is not None and before.lower_ in {",", ";", "and"} and tag == "VBZ":
            if st.block.kind in {"operative", "item", "preamble"}:
                return True
            follows = doc[i + 1].lower_ if i + 1 < st.end else ""
            return follows in {"for", "on", "upon", "that"} and any(
                t.tag_ == "VBZ" and t.pos_ in {"VERB", "AUX"} for t in doc[st.start : i]
            )
    return False


AMID = frozenset({"despite", "amid", "amidst", "notwithstanding", "following", "after", "against"})
"""Prepositions behind which others ask than the subject (*was flogged despite calls for clemency*)."""


def listed_noun(token: Token) -> bool:
    """Whether a plural such as *calls* that the tagger took for a verb stands beside a noun behind a preposition."""
    if token.tag_ != "VBZ" or token.dep_ != "conj" or token.doc[token.i - 1].lower_ not in {"and", ",", "or"}:
        return False
    before = token.doc[token.i - 2]
    beside = token.head.dep_ == "pobj" and token.head.pos_ == "NOUN"
    amid = before.dep_ == "pobj" and before.head.lower_ in AMID
    return (beside or amid) and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def _has_before(st: Stretch, i: int) -> bool:
    return any(t.lemma_.lower() == "have" for t in st.doc[max(st.start, i - 3) : i])


def _ask(st: Stretch, i: int, frame: Frame, slot: str, match: Match, passive: bool) -> Ask:
    issuer, subject = issuer_of(st, i, passive)
    addressee = match.addressee
    if passive and subject is not None and subject.lower_ not in {"it", "there"}:
        addressee = noun_phrase(subject)
    elif addressee is None and match.kind == "noun" and frame.lemma in {"seek", "request"}:
        addressee = _giver(st, match.content)
    if (
        addressee is not None
        and st.doc[i].tag_ == "VBG"
        and st.doc[addressee[0]].lower_ in {"them", "him", "her", "it"}
    ):
        reader = _reader(st, i)
        if reader is not None and issuer is not None and issuer[0] < reader[1] and reader[0] < issuer[1]:
            writer = next((a for a in st.doc[reader[0] - 1].ancestors if a.pos_ == "VERB"), None)
            sender = subject_of(writer) if writer is not None else None
            issuer = noun_phrase(sender) if sender is not None else None
        addressee = reader or addressee
    end = content_end(st.doc, match.content, st.end, i, st.start)
    first = min(issuer[0] if issuer and not passive else i, addressee[0] if passive and addressee else i, i)
    rule = rule_name(frame.lemma, slot) + ("-passive" if passive else "")
    if passive and subject is not None and is_action_noun(subject):  # an inquiry was demanded by the union
        span = noun_phrase(subject)
        return Ask(rule, frame.force, frame.certainty, i, span[0], span, "noun", issuer)
    return Ask(rule, frame.force, frame.certainty, i, first, (match.content, end), match.kind, issuer, addressee)


def _reader(st: Stretch, i: int) -> Span | None:
    """Whom *them* means in *a warning to travellers urging them to turn back*: to whom the paper goes."""
    for k in range(i - 2, max(st.start, i - 16), -1):
        to = st.doc[k]
        if to.lower_ == "to" and to.tag_ in {"IN", "TO"}:
            sent = to.head.lemma_.lower()
            held = object_span(to)
            papers = sent in PAPERS | {"warning", "advisory", "alert"} or sent in COMMUNICATION
            return (held[0], min(held[1], i)) if papers and held is not None and held[0] < i else None
    return None


FAVOURS = frozenset(
    """support help assistance backing aid cooperation co-operation consent agreement approval permission commitment
    undertaking assurance assurances guarantee guarantees pledge intervention advice guidance""".split()
)
"""What is sought of somebody, whom *from* or *of* behind it names."""


def _giver(st: Stretch, start: int) -> Span | None:
    """Of whom a favour is sought (*is seeking support from ministers*, *sought the help of the bank*)."""
    for k in range(start, min(start + 5, st.end - 2)):
        if st.doc[k].lower_ in FAVOURS and st.doc[k + 1].lower_ in {"from", "of"}:
            return object_span(st.doc[k + 1])
    return None


SOUGHT = {"demand", "request", "propose", "recommend", "advocate", "seek"}
"""Verbs whose passive subject is what is asked for."""


def _noun_asked(st: Stretch, i: int, frame: Frame, passive: bool) -> Ask | None:
    """*An inquiry was demanded by the union*, *a meeting with the minister has been requested*: the subject is asked for."""
    if not passive or frame.lemma not in SOUGHT:
        return None
    issuer, subject = issuer_of(st, i, passive)
    if subject is None or not is_action_noun(subject) or subject.i > i:
        return None
    start, end = noun_phrase(subject)
    end = min(end, next((k for k in range(subject.i, i) if st.doc[k].pos_ == "AUX"), end))
    rule = rule_name(frame.lemma, "N") + "-passive"
    return Ask(rule, frame.force, frame.certainty, i, start, (start, end), "noun", issuer)


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
                    yield replace(
                        ask,
                        trigger=k,
                        first=k,
                        content=(match.content, last),
                        kind=match.kind,
                        addressee=match.addressee,
                    )
                    return
    yield ask


def _open(st: Stretch, i: int, frame: Frame, passive: bool) -> Ask | None:
    """A trigger whose content is the list that follows: *urges the parties:*, *calls on States to:*, *requests:*."""
    doc = st.doc
    last = st.end
    while last > i + 1 and (doc[last - 1].is_space or doc[last - 1].text in {":", "-", "—", "–", ",", "--", "..."}):
        last -= 1
    if (last == st.end and st.end != len(doc)) or st.end - i > 45:
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
    if frame.lemma in {"need", "want", "expect"} and last <= j:
        return None
    issuer, subject = issuer_of(st, i, passive)
    addressee: Span | None = (j, last) if last > j else None
    if passive and subject is not None:
        addressee = noun_phrase(subject)
    return Ask(
        rule_name(frame.lemma, "list"), frame.force, frame.certainty, i, i, (st.end, st.end), "list", issuer, addressee
    )
