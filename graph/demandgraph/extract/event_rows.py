"""Finds the persons of a row at whose brackets, ages and professions the parser lost its way: *Ana Orr (34), poet Tom Bell and B*.

Every function takes and gives spaCy tokens; the words are read in their order, whatever hangs on what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.figure_units import is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 80
"""Words of a row that are read."""
ASIDE = 12
"""Words of a bracket in a row."""
BESIDE = 6
"""Words between two names: *a teacher of music*, *former editor in chief*."""
JOINING = frozenset({"and", "&", "plus"})
LINKING = frozenset("the a an of in from at for his her aged age old year years - / former".split())


def row_from(start: Token) -> tuple[list[Token], int]:
    """The last words of the names in a row that begins at a token, and where the row ends; none unless it is closed by *and*.

    Between the names there may be brackets, ages, and nouns for persons with what belongs to them.
    """
    doc, stop = start.doc, min(start.sent.end, start.i + LONGEST)
    found: list[Token] = []
    closed: tuple[list[Token], int] = ([], start.i)
    i, comma, joined, words = start.i, True, False, 0
    while i < stop:
        token = doc[i]
        if is_name(token):
            if not comma and not joined and found and not words:
                break
            below = i > 0 and doc[i - 1].pos_ == "ADP" and bool(found)  # "sister of Tom Bell": said of the one before
            while i + 1 < stop and is_name_part(doc[i + 1]):
                i += 1
            if below:
                i += 1
                continue
            found.append(doc[i])
            i, comma, words = i + 1, False, 0
            if joined:
                end = behind_bracket(doc[i - 1])
                if not (end + 1 < stop and doc[end].text == "," and is_name(doc[end + 1])):
                    return found, end
                i, joined, closed = end, False, (list(found), end)  # "A, from Norton, and B, C and D"
            continue
        if token.text == "(":
            end = behind_bracket(doc[i - 1]) if i else i
            if end == i:
                break
            i, comma = end, True
            continue
        if token.text in {",", ";"}:
            comma, words = True, 0
        elif token.lower_ in JOINING and found:
            joined, words = True, 0
        elif words < BESIDE and (token.lower_ in LINKING or is_description(token)):
            words += 1
        else:
            break
        i += 1
    return closed


def is_name(token: Token) -> bool:
    """Whether a token begins or continues the name of a person, as far as its form tells."""
    return token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "", "LOC", "GPE", "ORG"} and token.text[:1].isupper()


def is_name_part(token: Token) -> bool:
    return (token.pos_ == "PROPN" and token.text[:1].isupper()) or (
        token.text == "-" and is_name(token.nbor(-1)) and token.i + 1 < len(token.doc) and is_name(token.nbor(1))
    )


def is_description(token: Token) -> bool:
    """Whether a word can stand before or behind a name to say who somebody is."""
    return (
        token.pos_ in {"NOUN", "ADJ", "NUM"}
        or token.ent_type_ == "NORP"
        or is_person_noun(token.lemma_.lower(), token.text)
    )


def behind_bracket(token: Token) -> int:
    """Where the bracket ends that opens right behind a token, else the next word."""
    doc, i = token.doc, token.i + 1
    if i >= len(doc) or doc[i].text != "(":
        return i
    return next((j + 1 for j in range(i + 1, min(len(doc), i + ASIDE)) if doc[j].text == ")"), i)


def behind_aside(token: Token) -> int:
    """Where an age or description between commas ends that follows a token, else the next word."""
    doc, i = token.doc, token.i + 1
    if i >= len(doc) or doc[i].text != ",":
        return i
    for j in range(i + 1, min(len(doc), i + BESIDE)):
        if doc[j].text == ",":
            return j + 1 if j > i + 1 else i
        if doc[j].lower_ not in LINKING and not is_description(doc[j]):
            break
    return i


def rest_of_row(head: Token) -> list[Token]:
    """The other names of the row that a name, or a noun for several persons, opens."""
    # by its form: before a row of names parsers take "bloggers" for a verb
    plural = head.text.endswith("s") and head.text.islower() and is_person_noun(head.lemma_.lower(), head.text)
    if not plural and not (is_name(head) and head.ent_type_ in {"PERSON", ""}):
        return []
    begin = head.i
    if not plural and (begin + 1 >= len(head.doc) or head.nbor(1).text not in {",", "("}):
        return []
    if plural and (begin + 1 >= len(head.doc) or not is_name(head.nbor(1))):
        return []
    found, end = row_from(head.nbor(1) if plural else head)
    if len(found) < 2 or not closes(head, end):
        return []
    return [t for t in found if t.i != head.i]


def closes(head: Token, end: int) -> bool:
    """Whether a row ends where the phrase of its head can: a subject right before its verb, an object not before another one."""
    doc = head.doc
    end = behind_aside(doc[end - 1])
    while end < len(doc) and doc[end].pos_ == "ADV":
        end += 1
    finite = end < len(doc) and (doc[end].pos_ == "AUX" or doc[end].tag_ in {"VBD", "VBZ", "VBP", "VBN", "MD"})
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.i > head.i:
        return finite or (end < len(doc) and doc[end].text == ",")
    return not finite


def row_before(verb: Token) -> list[Token]:
    """The persons named right before the auxiliary of a verb to which the parser gave no subject.

    *The publisher was killed, poet Ana Orr and editor Tom Bell **were wounded***
    """
    helpers = [c for c in verb.children if c.dep_ in {"auxpass", "aux"} and c.tag_ in {"VBD", "VBZ", "VBP"}]
    if (
        verb.dep_ not in {"conj", "ccomp", "ROOT"}
        or not helpers
        or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    ):
        return []
    doc, end = verb.doc, helpers[0].i
    if verb.dep_ == "ROOT":
        return [doc[end - 1]] if end > verb.sent.start and doc[end - 1].ent_type_ == "PERSON" else []
    above = verb.head.i
    if not above < end or end - above > LONGEST:
        return []
    comma = next((i for i in range(above + 1, end) if doc[i].text in {",", ";"} or doc[i].lower_ in JOINING), None)
    if comma is None:
        return []
    found, last = row_from(doc[comma + 1])
    if found and last == end:
        return found
    if (
        end - 1 > comma
        and is_name(doc[end - 1])
        and all(is_name_part(t) or is_description(t) or t.lower_ in LINKING for t in doc[comma + 1 : end])
    ):
        return [doc[end - 1]]
    return []
