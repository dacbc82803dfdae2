"""Finds where: the place that stands in a trigger's clause, its venue, or the place nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.event_when import causes_of, is_occasion, opened_by
from demandgraph.extract.figure_units import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = 30
"""How many words off the only place of a sentence may stand and still be that of an event told in it."""
WHERE = frozenset("in at near outside inside across throughout around from on".split())
PLACES = frozenset({"GPE", "LOC", "FAC"})


def place_for(trigger: Token, verb: Token | None, own_clause_only: bool = False) -> str | None:
    """The place of an event: a preposition of place with a place name, below the trigger or its verb."""
    if trigger.dep_ == "relcl" and any(c.lower_ == "where" for c in trigger.children):  # "in Norton, where we met"
        return name_of_place(trigger.head) or place_below(trigger.head, 1)
    for anchor in (trigger, verb):
        if anchor is None or (anchor is trigger and own_clause_only and trigger.pos_ not in {"VERB", "AUX"}):
            continue
        found = place_below(anchor, 0 if own_clause_only or anchor is not trigger else 2)
        if found:
            return found
    return _place_around(trigger) or _place_opening(trigger)


def _place_opening(trigger: Token) -> str | None:
    """The place that opens a row of clauses: ***In Norton** ten miners were shot and two were jailed*."""
    if trigger.dep_ == "ROOT":
        first_word = trigger.sent[0]
        if first_word.ent_type_ == "DATE" or first_word.lower_ in {"today", "yesterday"}:
            # "Today in Norton, delegates have called": the parser may hang it on the subject
            return next((p for c in first_word.children if c.dep_ == "prep" and (p := _in_place(c))), None)
    for first, subject in opened_by(trigger).items():
        opening = (c for c in trigger.doc[first].children if c.dep_ == "prep" and c.i < subject)
        return next((p for c in opening if (p := _in_place(c))), None)
    return None


def _place_around(trigger: Token) -> str | None:
    """The place of the deed whose result a participle tells, or of the occasion on which the main verb's act took place.

    *shelled the port in Norton, killing two*; *speaking in Norton, she condemned the raid*.
    """
    around = [trigger.doc[i] for i in causes_of(trigger)] + [
        c for c in trigger.children if c.dep_ == "advcl" and is_occasion(c)
    ]
    found = next((p for t in around if (p := place_below(t, 1))), None)
    return found or next(
        (p for c in trigger.children if _meanwhile(c) and (p := _place_left(c) or place_below(c, 1))), None
    )


def _meanwhile(clause: Token) -> bool:
    """Whether a clause tells what went on at that moment: *attacked **as they were leaving** the strait of Norra*."""
    going = clause.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in {"VBD", "VBP", "VBZ"} for c in clause.children)
    return clause.dep_ == "advcl" and going and any(c.lower_ in {"as", "while", "when"} for c in clause.children)


def _place_left(verb: Token) -> str | None:
    """The place that somebody was about to leave: *departing **from the area of Norra***."""
    if verb.lemma_.lower() not in LEAVING:
        return None
    away = (n for c in verb.children if c.dep_ == "prep" and c.lower_ == "from" for n in c.children)
    left = (n for n in [*away, *verb.children] if n.dep_ in {"pobj", "dobj"})
    return next((p for n in left if (p := site_of(n))), None)


def named_after(noun: Token) -> Token | None:
    """The name of a place that names an occasion: *the **Oslo** summit*; a country there is its topic, not its place."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.is_sent_start or not noun.i:
        return None
    before = noun.doc[noun.i - 1]
    return before if before.ent_type_ == "GPE" and before.dep_ in {"compound", "nmod"} else None


def nearest_place(trigger: Token, span: Span | None, claimed: set[str]) -> str | None:
    """The place named nearest to a trigger with *in* or *at*: in its own telling, else the only one of the sentence.

    ``claimed`` are places that belong to other events of the sentence; those of people (*nurses in Norland*) do not count.
    """
    found = [
        (abs(t.i - trigger.i), t.i, p)
        for t in trigger.sent
        if t.dep_ == "prep"
        and (p := _in_place(t))
        and not _said_of_else(t, trigger)
        and (not _of_people(t.head) or t.head.head.i == trigger.i)
    ]
    inside = [f for f in found if span is not None and span.start <= f[1] < span.end]
    if inside:
        return min(inside)[2]
    near = min(found, default=None)
    only = near is not None and len({p for _, _, p in found}) == 1
    return near[2] if near is not None and only and near[0] <= NEAR and near[2] not in claimed else None


def _said_of_else(prep: Token, trigger: Token) -> bool:
    """Whether a phrase stands in what somebody is told to say, and the trigger does not."""
    said = next((a for a in prep.ancestors if a.dep_ == "ccomp"), None)
    return said is not None and said.i != trigger.i and not said.is_ancestor(trigger)


def _of_people(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.ent_type_ == "NORP" or is_person_noun(noun.lemma_.lower(), noun.text)


def place_below(anchor: Token, depth: int = 0) -> str | None:
    """The place in a phrase of place that hangs on a word, or ``depth`` phrases below it."""
    for c in anchor.children:
        if c.dep_ == "prep" and c.lower_ in WHERE - ({"from"} if anchor.pos_ == "NOUN" else {"from", "on"}):
            for name in c.children:
                if name.dep_ == "pobj" and (place := site_of(name)):
                    return place
        if c.dep_ == "prep" and c.lower_ == "to" and anchor.lemma_.lower() in MOVING | VISITS:
            for name in c.children:
                if name.dep_ == "pobj" and (place := site_of(name)):
                    return place
        if c.dep_ == "prep" and c.lower_ in {
            "on",
            "in",
        }:  # "on 4 May in Norton": the parser hangs the place on the date
            days = [d for d in c.children if d.dep_ == "pobj" and d.ent_type_ == "DATE"]
            found = (p for d in days for m in d.subtree if m.dep_ == "prep" and (p := _in_place(m)))
            if place := next(found, None):
                return place
        if c.dep_ in {"npadvmod", "advmod"} and c.ent_type_ in PLACES:
            return name_of_place(c)
        if c.dep_ in {"npadvmod", "advmod"} and (
            c.ent_type_ == "DATE" or c.lower_ in {"today", "yesterday", "earlier"}
        ):
            found = (p for m in c.children if m.dep_ == "prep" and (p := _in_place(m)))  # "Today in Norton, …"
            if place := next(found, None):
                return place
    if anchor.pos_ in {"VERB", "AUX"}:  # "adopted at a rally in Norton"; two such places are none
        inner = {
            p
            for c in anchor.children
            if c.dep_ == "prep" and c.lower_ in {"at", "during"}
            for m in c.subtree
            if m.dep_ == "prep" and (p := _in_place(m))
        }
        if len(inner) == 1:
            return inner.pop()
    if depth:
        for c in anchor.children:
            if c.dep_ in {"prep", "agent"}:
                for noun in c.children:
                    if noun.dep_ == "pobj" and (place := place_below(noun, depth - 1)):
                        return place
            elif (
                c.dep_ in {"dobj", "nsubjpass", "nsubj"} and c.pos_ != "PROPN" and (place := place_below(c, depth - 1))
            ):
                return place
    if anchor.pos_ == "VERB":  # "arrested Ana Orr in Norton": the parser may hang the place on the name
        for c in anchor.children:
            if c.dep_ == "dobj" and c.pos_ == "PROPN":
                found = (p for m in c.children if m.dep_ == "prep" and m.i > c.i and (p := _in_place(m)))
                return next(found, None)
    return None


LEAVING = frozenset("leave depart exit flee withdraw retreat".split())
VISITS = frozenset("visit trip journey".split())
MOVING = frozenset(
    """return travel flee move go come arrive fly escape emigrate relocate transfer deport extradite repatriate expel
    banish exile airlift evacuate transport ferry""".split()
)
PARTS = frozenset(
    """area part region territory province district zone capital city town village island coast border outskirts port harbour harbor suburb
    centre center north south east west corner state neighbourhood neighborhood street water mainland countryside county
    municipality soil""".split()
)
"""Nouns that are a part of a place, or say what kind of place a name is."""
VENUES = frozenset(
    """court courtroom courthouse hotel airport prison jail hospital university school church cathedral mosque square
    street port stadium park hall station office museum theatre theater cafe restaurant market suburb headquarters
    conference summit""".split()
)
"""Buildings and occasions whose first word may say in which place they stand: *a Norton hotel*."""
FACILITIES = frozenset("prison jail camp colony barracks hospital monastery cemetery airbase".split())
"""Places that bear names of their own in small letters: *Norra prison*."""
SITES = frozenset(
    """center centre prison square camp hospital university station airport embassy headquarters palace colony jail court
    stadium park street church cathedral mosque hall port base""".split()
)


def _in_place(prep: Token) -> str | None:
    if prep.lower_ not in {"in", "at", "near", "outside", "throughout", "across", "inside", "within"}:
        return None
    return next((p for n in prep.children if n.dep_ == "pobj" and (p := site_of(n))), None)


def site_of(noun: Token) -> str | None:
    """The place that a phrase of place names: itself, what it is a part of (*areas of Norland*), or by its modifier.

    *a Norton court* stands in Norton; the embassy and the team of Norland do not stand in Norland.
    """
    if found := name_of_place(noun):
        return found
    if noun.pos_ != "NOUN" or any(c.tag_ == "PRP$" for c in noun.children):
        return None
    lemma = noun.lemma_.lower()
    if lemma in PARTS:
        for prep in noun.children:
            if prep.dep_ == "prep" and prep.lower_ in {"of", "in"}:
                inner = (site_of(n) or capital_name(n) for n in prep.children if n.dep_ == "pobj")
                return next((p for p in inner if p), None)
        if beside := next((c for c in noun.children if c.dep_ == "appos" and c.ent_type_ in PLACES), None):
            return name_of_place(beside)  # "the country's capital Norton"
    if lemma in FACILITIES and (name := facility_name(noun)):
        return name
    if lemma in VENUES | PARTS:
        named = [c for c in noun.children if c.dep_ in {"compound", "nmod", "poss"} and c.ent_type_ in PLACES]
        return name_of_place(named[0]) if len(named) == 1 else None
    return None


def facility_name(noun: Token) -> str | None:
    """The name of a place of its own with the noun behind it: ***Norra prison***, *the Norra refugee camp*.

    A town before the noun says where the place is (*a Norton prison*), not what it is called.
    """
    before = [c for c in noun.children if c.dep_ in {"compound", "nmod"} and c.i < noun.i]
    named = [c for c in before if c.pos_ == "PROPN" and c.text.istitle() and c.ent_type_ not in {"GPE", "NORP", "ORG"}]
    if not named or len(named) + sum(c.pos_ == "NOUN" for c in before) != len(before):
        return None
    first = min(named[0].left_edge.i, named[0].i)
    return str(noun.doc[first : noun.i + 1].text)


def capital_name(noun: Token) -> str | None:
    """The name behind *the village of*, whatever the parser took it for."""
    if noun.pos_ != "PROPN" or not noun.text.istitle() or noun.ent_type_ in {"DATE", "NORP", "TIME"}:
        return None
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].dep_ == "compound" and noun.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return noun.doc[first : noun.i + 1].text


def _is_town(token: Token) -> bool:
    """Whether a name that the parser took for a person or body stands as a town: *in Norra, Sweden*, *talks at Norra*."""
    behind = token.doc[token.i + 1 : min(token.sent.end, token.i + 3)]
    if len(behind) == 2 and behind[0].text == ",":
        wider = behind[1]
        if wider.ent_type_ == "GPE" or (len(wider.text) == 2 and wider.text.isalpha() and wider.text.isupper()):
            return True
    alone = token.ent_type_ == "PERSON" and not any(c.dep_ in {"compound", "conj"} for c in token.children)
    where = token.head.lower_ == "in" or (token.head.lower_ == "at" and token.head.head.pos_ == "NOUN")
    return alone and token.dep_ == "pobj" and where


def name_of_place(token: Token) -> str | None:
    """The name of the place that a token heads, ``None`` if it heads none."""
    if token.ent_type_ not in PLACES and not (token.ent_type_ == "ORG" and token.lower_ in SITES):
        if (
            (token.ent_type_ and not _is_town(token))
            or token.pos_ != "PROPN"
            or len(token.text) < 3
            or not token.text.istitle()
        ):
            return None
        first = token.i
        while (
            first > token.sent.start
            and token.doc[first - 1].pos_ == "PROPN"
            and token.doc[first - 1].dep_ == "compound"
        ):
            first -= 1
        return token.doc[first : token.i + 1].text
    ent = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
    if ent is None:
        return None
    if ent.text.islower():
        return None
    words = [t for t in ent if not (t.i == ent.start and t.pos_ == "DET")]
    name = token.doc[words[0].i : words[-1].i + 1].text if words else ""
    return name.removesuffix("'s").strip() or None
