"""Finds the words that name a described group: no determiner, no quantifier, no trailing clause."""

from __future__ import annotations

from demandgraph.extract.actor_words import AGES
from demandgraph.extract.name_lexicon import BODY_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

QUANTIFIERS = frozenset(
    """all both each every any some many most several few other others another various numerous different certain such
    more less no the a an this that these those its their our his her my your one two three four five six seven eight
    nine ten about around approximately nearly almost over than at least up to only also including even further
    additional remaining relevant concerned respective same said own dear undersigned hundreds thousands millions dozens""".split()
)
CLAUSES = frozenset({"relcl", "advcl", "ccomp", "xcomp", "parataxis"})
TAKES_OF = frozenset("deprive rob strip inform accuse convict remind assure relieve clear cure suspect".split())


FARTHEST = 120
"""Tokens that a phrase may span."""


def reach(line: Line, token: int, clauses: bool = True) -> tuple[int, int]:
    """First and last (exclusive) token below a token; on request without the clauses that depend on it."""
    first, last, stack = token, token + 1, [token]
    while stack and last - first < FARTHEST:
        for child in line.children(stack.pop()):
            if not clauses and (line.dep[child] in CLAUSES or (line.dep[child] == "punct" and line.text[child] == ",")):
                continue
            first, last = min(first, child), max(last, child + 1)
            stack.append(child)
    return first, last


def ages(line: Line, head: int) -> tuple[int, int] | None:
    """*Women and children*, *men, women and children*: one group, where nothing else stands between."""
    first, last = head, head + 1
    while (
        last + 1 < len(line)
        and line.low[last] in {",", "and", "or"}
        and any(w in AGES for w in line.low[last + 1 : last + 3])
    ):
        step = 2 if line.low[last + 1] in AGES else 3
        last += step
    while (
        first - 2 >= line.first
        and line.low[first - 1] in {",", "and", "or"}
        and (line.low[first - 2] in AGES or (line.low[first - 2] == "," and line.low[first - 3] in AGES))
    ):
        first -= 2 if line.low[first - 2] in AGES else 3
    return (first, last) if last - first > 1 else None


DASHES = frozenset({"–", "—", "--", "|"})
PERIODS = frozenset("day days week weeks month months year years decade decades".split())


def noun_phrase(line: Line, head: int, start: int, end: int) -> tuple[int, int]:
    """A head with the modifiers that belong to its name: no determiner, no quantifier, no relative clause."""
    first = head
    lower = line.sentence(head)[0]
    while first > lower:
        k = first - 1
        if line.text[k] in DASHES or (line.text[k] == "-" and k > lower and line.spaced[k - 1]):
            break  # *NORWICK, Estia – Teams of gunmen*
        if line.ent[k] == "DATE" and line.low[k] in PERIODS:
            break  # "in the past year Norlandish forces have …": the parser takes the time for a part of the phrase
        if line.low[k] in QUANTIFIERS or line.pos[k] in {
            "DET",
            "PRON",
            "ADP",
            "VERB",
            "CCONJ",
            "PUNCT",
            "SCONJ",
            "AUX",
            "NUM",
            "ADV",
            "PART",
        }:
            if line.text[k] == "-" or (line.tag[k] in {"VBG", "VBN", "JJ"} and line.head[k] == head):
                first = k
                continue
            if line.low[k] in {"'s", "'"} and line.pos[k] == "PART":
                first = k
                continue
            if line.low[k] in {"and", "or"} and first < head and k > lower and paired(line, k - 1, first, head):
                first = k - 1
                continue
            break
        first = k
    for i in range(first, head):
        if line.low[i] in {"'s", "'"} and line.owner[i - 1] is None and cast_free(line, i - 1):
            first = i + 1  # *the country's democratic forces*: whose is no part of the name
    for i in range(first, head):
        if line.low[i] in TIMES and line.dep[i] in {"npadvmod", "nmod", "compound"} and i + 1 < head + 1:
            first = i + 1  # *last **week** police raided*
    while first < head and (
        line.low[first] in QUANTIFIERS or line.low[first] in TIMES or line.text[first] in {"-", "'s", "'"}
    ):
        first += 1
    return past_distance(line, first, head), restrictive_end(line, head, end)


PAIRED = frozenset(
    """international regional national local federal provincial municipal global domestic foreign civil civilian central
    state district public private political religious ethnic military bilateral multilateral allied partner friendly
    democratic independent community traditional indigenous medical legal academic scientific european western eastern
    northern southern""".split()
)
"""Adjectives that tell the scope or kind of a group, so that two of them belong to its name."""


def paired(line: Line, left: int, right: int, head: int) -> bool:
    """Whether two adjectives side by side tell the kind of one group: ***federal and local** authorities*."""
    plural = line.tag[head] in {"NNS", "NNPS"} or line.low[head] in {"police", "media"}
    return (
        plural
        and line.owner[left] is None
        and line.low[left] in PAIRED
        and line.low[right] in PAIRED
        and line.dep[left] in {"amod", "compound", "nmod", "conj"}
    )


SELF = frozenset({"so", "self", "soi"})
DISTANCING = frozenset("called styled proclaimed declared appointed described disant".split())
DOUBTFUL = frozenset("so-called self-styled self-proclaimed self-declared self-appointed purported supposed".split())


def past_distance(line: Line, first: int, head: int) -> int:
    """The first token behind words by which an author keeps a distance: *so-called **morality police***.

    They are no part of the name; *alleged* is one before persons (*the alleged bombers*), not before a body.
    """
    while first < head:
        split = line.low[first] in DISTANCING and line.text[first - 1] == "-" and line.low[first - 2] in SELF
        ahead = line.low[first] in SELF and line.text[first + 1] == "-"
        body = line.low[first] == "alleged" and singular(line.low[head]) in BODY_HEADS
        if ahead:
            first += 2
        elif split or body or line.low[first] in DOUBTFUL or line.text[first] in {"-", '"', "“", "‘", "'"}:
            first += 1
        else:
            break
    return first


def cast_free(line: Line, i: int) -> bool:
    """Whether a possessor is a plain noun and no name."""
    return i >= line.first and line.pos[i] == "NOUN"


TIMES = frozenset("time year day month week today yesterday century".split())
GENERIC = frozenset(
    "people individuals persons entities others everyone countries nations things bodies members groups leadership".split()
)
"""Nouns that name no group unless something is said of it."""
FIXED = {
    "party": {"to"}, "signatory": {"to", "of"}, "member": {"of"}, "victim": {"of"}, "perpetrator": {"of"}, "family": {"of"},
    "relative": {"of"}, "citizen": {"of"}, "people": {"of", "with"}, "person": {"with"}, "survivor": {"of"}, "opponent": {"of"},
    "defender": {"of"}, "supporter": {"of"}, "participant": {"in", "of"}, "leader": {"of"}, "coordinator": {"of"},
}  # fmt: skip
"""Nouns that say little without what follows: *parties **to** the conflict*."""


def fixed_end(line: Line, head: int) -> int:
    """The end of a noun with the phrase that belongs to it, read off the words."""
    k = head + 1
    if k + 1 >= len(line) or line.low[k] not in FIXED.get(singular(line.low[head]), ()):
        return k
    end = k + 1
    while end < len(line) and (
        line.pos[end] in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} or line.low[end] in {"'s", "-", "of"}
    ):
        end += 1
    return end if line.pos[end - 1] in {"NOUN", "PROPN"} else k


ASKING = frozenset("call ask urge demand request appeal plead press beg seek".split())


def restrictive_end(line: Line, head: int, end: int) -> int:
    """Where the name of a described group ends: behind the *of*, *to*, *in*, *for* phrases that follow the head directly.

    Relative clauses are left out, except that they tell who *those* are (*those countries who abstained*).
    """
    last = fixed_end(line, head)
    pointed = line.low[head] == "those" or (head > 0 and line.low[head - 1] == "those")
    verb = line.head[head]
    for child in line.children(head):
        if child <= head:
            continue
        dep = line.dep[child]
        if dep in {"conj", "cc", "appos", "punct"} or (
            child > last and line.text[last] in {",", "(", "-", "--", "–", "—", ";", ":"}
        ):
            break
        if dep == "prep":
            if line.low[child] not in GROUP_PREPOSITIONS or any(line.dep[c] == "pcomp" for c in line.children(child)):
                break
            if line.low[child] == "for" and line.tag[min(child + 1, len(line) - 1)] == "PRP$":
                break  # *commend the states for their help*
            if line.low[child] == "of" and line.dep[head] == "dobj" and line.lemma[verb] in TAKES_OF:
                break
        elif dep == "relcl":
            if not pointed:
                break
        elif dep == "acl" and (finite(line, child) or (line.tag[child] == "VBG" and line.lemma[child] in ASKING)):
            break  # *wrote to the heads of government calling for a vote*: who wrote calls
        elif dep not in {"acl", "amod"}:
            continue
        reached = reach(line, child, clauses=False)[1]
        comma = next(
            (
                i
                for i in range(child, reached)
                if line.text[i] == "("
                or (
                    line.text[i] in {",", ";", ":", "–", "—"}
                    and (
                        dep == "relcl"
                        or i + 1 >= reached
                        or line.low[i + 1]
                        in {"who", "which", "that", "and", "including", "especially", "particularly", "such", "as"}
                    )
                )
            ),
            reached,
        )
        last = max(last, min(comma, head + 16))
    while last > head + 1 and (
        line.text[last - 1] in {",", ".", ";", ":", "-", "'s"} or line.pos[last - 1] in {"ADP", "CCONJ", "DET", "PART"}
    ):
        last -= 1
    return last


def complement(line: Line, head: int, words: frozenset[str] = frozenset({"of"})) -> tuple[int, int] | None:
    """The tokens of the phrase that a small word ties to a head: *representatives **of A and B***."""
    for child in line.children(head):
        if child > head and line.low[child] in words and line.dep[child] == "prep":
            last = reach(line, child)[1]
            return (child + 1, last) if child + 1 < last else None
    return None


def finite(line: Line, verb: int) -> bool:
    """Whether what the parser takes for a participle behind a noun has an object, so that it is the verb of the sentence."""
    past = line.tag[verb] == "VBD" or (line.tag[verb] == "VBN" and line.low[verb].endswith("ed"))
    return past and any(line.dep[c] == "dobj" for c in line.children(verb))


GROUP_PREPOSITIONS = frozenset("of to in for from with on against under at".split())
