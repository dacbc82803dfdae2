"""What single words are in the telling of an event: triggers, light verbs, acts, people, occasions."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from demandgraph.extract import event_syntax as syntax
from demandgraph.extract.event_lexicon import ACTS, HAPPENING, LIGHT_VERBS, PARTITIVES, Trigger, triggers
from demandgraph.extract.figure_units import BODIES, is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
SITTINGS = frozenset({"Meeting", "Election", "Review"})
"""Types whose nouns name an occasion that takes place whatever is said of it (*do not attend the Norton Summit*)."""
OCCASIONS = frozenset(
    """yesterday today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december""".split()
)
SEASONS = frozenset("month week year summer autumn spring winter".split())
COLLECTIVES = frozenset(
    """police army military regime junta authority authorities force forces media press public opposition society troops
    diaspora leadership administration presidency secretariat delegation parliament team staff""".split()
)
HOLDINGS = frozenset("holding convening organisation organization hosting staging".split())
"""Nouns that say of another that it took place."""
QUOTES = frozenset({'"', "'", "”", "’", "“"})


@cache
def trigger_words() -> frozenset[str]:
    """The lemmas of all word classes."""
    return frozenset(lemma for _, lemma in triggers())


@lru_cache(maxsize=50_000)
def may_trigger(low: str, lemma: str) -> bool:
    """Whether a word in lower case and its lemma may have rows (:func:`rows_of`): a quick test that most words fail."""
    forms = (low, lemma, low.removesuffix("s"), low[:-1], low[:-2], low[:-3] + "e")
    return not trigger_words().isdisjoint(forms)


def rows_of(token: Token) -> tuple[Trigger, ...]:
    """The word classes that a token may belong to."""
    table = triggers()
    if token.lower_ == "according":
        return table["P", "according"]
    pos = POS.get(token.pos_)
    if pos is None:
        return ()
    lemma = token.lemma_.lower()
    if lemma in {"march", "may"} and token.ent_type_ in {"DATE", "TIME"}:
        return ()
    rows = table.get((pos, lemma), ())
    if not rows and pos == "V" and token.lower_.endswith("ed"):  # "waged", which the lemmatizer makes "wag"
        rows = table.get((pos, token.lower_[:-1]), ()) or table.get((pos, token.lower_[:-2]), ())
    if not rows and pos == "V" and token.lower_.endswith("ing"):  # "waging"
        rows = table.get((pos, token.lower_[:-3] + "e"), ())
    if (not rows and pos == "A") or token.tag_ == "VBN":
        rows += table.get(("A", token.lower_), ())
    if pos == "N" and token.pos_ == "PROPN":
        # A capital word is part of a name unless it begins its sentence; names of meetings are meetings.
        rows = rows or table.get(("N", token.lower_), ()) or table.get(("N", token.lower_.removesuffix("s")), ())
        if token.i and not token.is_sent_start and not token.text.islower():
            rows = tuple(r for r in rows if r.type in {"Meeting", "Adoption"})
    return rows


def is_count(token: Token) -> bool:
    """Whether a token is a number that counts something: no date, no sum of money."""
    kind = token.ent_type_
    return kind == "CARDINAL" or (token.like_num and kind not in {"DATE", "TIME", "MONEY"})


def is_definite(noun: Token) -> bool:
    """Whether a noun has an article or possessive that makes it a certain one."""
    return any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in noun.children)


def is_named_occasion(token: Token) -> bool:
    """Whether a noun names one certain meeting or election: *the Norton Summit*."""
    named = token.pos_ == "PROPN" or any(c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN" for c in token.children)
    return (
        named
        and token.pos_ in {"NOUN", "PROPN"}
        and any(c.dep_ in {"det", "poss"} and c.lower_ in {"the", "this", "its"} for c in token.children)
    )


def is_deed(noun: Token) -> bool:
    """Whether a noun tells violence or repression, so that its author does what it does (*Norland's shelling killed*)."""
    return noun.pos_ == "NOUN" and any(
        row.type in {"Violence", "Repression"} for row in triggers().get(("N", noun.lemma_.lower()), ())
    )


def is_adopting(verb: Token) -> bool:
    """Whether a verb's subject document is what is adopted, not who speaks (*a law passed in May*)."""
    rows = triggers().get(("V", verb.lemma_.lower()), ())
    return any(row.type == "Adoption" and "act" in row.needs for row in rows)


def is_collective(noun: Token) -> bool:
    """Whether a common noun may denote actors by itself: people, bodies, states; not things or deeds."""
    lemma = noun.lemma_.lower()
    return is_person_noun(lemma, noun.text) or lemma in BODIES | COLLECTIVES or noun.ent_type_ == "NORP"


def logical_objects(verb: Token) -> list[Token]:
    """What the verb's action befalls: the object, of a passive the subject."""
    act = late_participle(verb)
    if act is not None:
        return [act]
    if not syntax.is_passive(verb):
        return syntax.objects(verb)
    return [adopted_head(verb)] if verb.dep_ == "acl" else syntax.subjects(verb)


def adopted_head(verb: Token) -> Token:
    """The noun that a participle belongs to: of *the charter on the use of rivers adopted in May*, the charter.

    Parsers hang the participle on the noun right before it; an act further up the chain of *of* and *on* is what is adopted.
    """
    noun = verb.head
    if noun.lemma_.lower() in ACTS or not is_adopting(verb):
        return noun
    above = noun
    for _ in range(8):
        if above.dep_ == "pobj" and above.head.dep_ == "prep" and above.head.i:
            of = above.head  # a preposition hung on the verb still stands right behind its noun
            above = of.head if of.head.pos_ in {"NOUN", "PROPN"} else of.nbor(-1)
        elif above.dep_ == "conj" and above.head.pos_ in {"NOUN", "PROPN"}:
            above = above.head
        else:
            break
        if above.lemma_.lower() in ACTS:
            return above
    return noun


def late_participle(verb: Token) -> Token | None:
    """The document that a participle behind a comma belongs to, which parsers hang on the main verb.

    *in accordance with Resolution 12, adopted in May, the talks …*
    """
    at = verb.i - 1
    while at > 0 and verb.doc[at].text in QUOTES:
        at -= 1
    if verb.tag_ != "VBN" or at < 1 or verb.doc[at].text != "," or any(c.dep_ == "aux" for c in verb.children):
        return None
    before = verb.doc[at - 1]
    if before.pos_ == "NUM" and before.i:
        before = before.head if before.dep_ == "nummod" else verb.doc[before.i - 1]
    return before if before.pos_ in {"NOUN", "PROPN"} and before.lemma_.lower() in ACTS else None


def outer_noun(noun: Token) -> Token:
    """The noun that stands for another in the clause: its measure (*a wave of arrests*), the first of a coordination."""
    for _ in range(6):
        if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
        elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in PARTITIVES:
            noun = noun.head.head
        else:
            break
    return noun


def light_verb(noun: Token) -> Token | None:
    """The verb that only says that a noun's event takes place: *held talks*, *the rally was held*, *talks began*."""
    noun = outer_noun(noun)
    verb = noun.head
    if verb.lower_ == "of" and verb.head.lower_ in HOLDINGS:  # "the holding of the seminar in Norton on 3 May"
        return verb.head
    if verb.pos_ == "ADP" and verb.lower_ == "in" and verb.head.lemma_.lower() in {"participate", "join", "engage"}:
        return verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        clauses = [c for c in noun.subtree if c.dep_ in {"acl", "relcl"} and c.i > noun.i]
        # "talks held in Norton"; "the session of the committee, which will be held in May" may hang on a later noun
        return next(
            (c for c in clauses if c.head.i == noun.i and c.lemma_.lower() in LIGHT_VERBS | HAPPENING), None
        ) or next(
            (c for c in clauses if c.dep_ == "relcl" and c.lemma_.lower() in {"hold", "take", "begin", "start"}), None
        )
    lemma = verb.lemma_.lower()
    if noun.dep_ in {"dobj", "nsubjpass"} and lemma in LIGHT_VERBS:
        return verb
    if noun.dep_ in {"nsubj", "nsubjpass"} and lemma in HAPPENING | {"hold"}:
        return verb
    # "disputed the elections held in May"
    return next(
        (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in HAPPENING), None
    )


def holding_verb(noun: Token) -> Token | None:
    """The verb during whose action a noun's event took place: *adopted at a rally in Norton on 3 May*."""
    prep = noun.head
    if noun.pos_ != "NOUN" or prep.pos_ != "ADP" or prep.lower_ not in {"at", "during", "to"}:
        return None
    if prep.lower_ == "to" and prep.head.lemma_.lower() not in {"go", "come", "travel"}:
        return None
    above = next((a for a in prep.ancestors if a.pos_ not in {"ADP", "PROPN", "NUM"}), None)
    return above if above is not None and above.pos_ == "VERB" else None


def is_past(token: Token, verb: Token | None) -> bool:
    """Whether the clause is told in a past tense (a participle counts: *detained on 3 May*)."""
    main = verb if verb is not None else token if token.pos_ == "VERB" else syntax.governing_verb(token)
    return main is None or main.tag_ in {"VBD", "VBN"}


def has_occasion(token: Token, verb: Token | None) -> bool:
    """Whether *yesterday*, *on Monday*, *last month* stands in the clause, whether or not it can be resolved."""
    for anchor in (token, verb):
        for c in anchor.children if anchor is not None else ():
            if c.lower_ in OCCASIONS or (
                c.lower_ in SEASONS and any(d.lower_ in {"last", "this", "next"} for d in c.children)
            ):
                return True
            if c.dep_ == "prep" and any(
                d.dep_ == "pobj" and d.ent_type_ == "DATE" and d.lower_ in OCCASIONS for d in c.children
            ):
                return True
    if token.dep_ == "pobj" and token.i + 2 < len(token.doc):
        return token.nbor(1).lower_ in {"last", "this"} and token.nbor(2).lower_ in SEASONS
    return False
