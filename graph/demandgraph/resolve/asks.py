"""What a demand asks for, whatever its wording: the kind of action, and what it is to be done to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from demandgraph.resolve.likeness import DEGREES, FUNCTION_WORDS, LIGHT, stem
from demandgraph.resolve.patterns import rows, runs

# Examples, and what must come to pass first, are no part of what is asked for.
ASIDES = re.compile(
    r",?\s*\b(?:including|such as|in particular|particularly|especially|notably|e\.g\.|above all|until|unless)\b.*",
    flags=re.DOTALL | re.IGNORECASE,
)
BOUNDARIES = frozenset(("and", "or", "with", ";", ",", "by", "plus"))
NEAR = 3
"""Words that may stand between the conjunction and the word that names the second action."""


@dataclass(frozen=True, slots=True)
class ActionClass:
    """A kind of action: a row of ``action_classes.tsv``, whose head explains the columns."""

    name: str
    rank: int
    topics: frozenset[str]
    narrows: str
    needs_object: bool
    words: str
    usual: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a demand asks for.

    ``action`` is the name of an action class or empty; ``objects`` are what it is done to, as classes of objects,
    stems and actors, without what is usual for the action; ``all_objects`` are the same with the usual ones.
    """

    action: str
    objects: frozenset[str]
    all_objects: frozenset[str]


@cache
def action_classes() -> tuple[ActionClass, ...]:
    """All kinds of actions, in the order of the table."""
    return tuple(
        ActionClass(name, int(rank), frozenset(topics.split()), "" if wide == "-" else wide, needs == "needs", words,
                    usual.replace(" ", " | "))
        for name, rank, topics, wide, needs, words, usual, _ in rows("action_classes.tsv", 8)
    )  # fmt: skip


@cache
def class_of(name: str) -> ActionClass | None:
    """The kind of action of a name."""
    return next((c for c in action_classes() if c.name == name), None)


@dataclass(frozen=True, slots=True)
class Match:
    """Where words of a kind of action stand."""

    begin: int
    end: int
    taken: frozenset[int]
    kind: ActionClass


def asks_of(text: str, topic: str, named: Collection[str] = ()) -> tuple[Ask, ...]:
    """What a wording asks for, the main thing first.

    Parameters
    ----------
    text : the action of a demand; words that begin with ``@`` stand for actors
    topic : of the demand; kinds of actions that belong to it come first
    """
    words = tokens(text)
    clauses = clauses_of(words, matches_of(words))
    found: list[tuple[int, Ask]] = []
    for number, (begin, end, kind, taken) in enumerate(clauses):
        rest = words[begin:end]
        things = objects_of(rest, {t - begin for t in taken})
        if not things and number + 1 < len(clauses):  # "to investigate and prosecute the perpetrators"
            begin, end, _, taken = clauses[number + 1]
            things = objects_of(words[begin:end], {t - begin for t in taken})
        fits = 0 if kind is not None and topic in kind.topics else 1
        usual = usual_words(kind.name, tuple(sorted(things))) if kind else frozenset()
        found.append((fits, Ask(kind.name if kind else "", frozenset(things) - usual, frozenset(things))))
    return tuple(ask for _, ask in sorted(found, key=lambda f: f[0]))


def without_asides(text: str) -> str:
    """A wording without examples and conditions behind it.

    >>> without_asides("sanctions, including on timber"), without_asides("until then, sanctions")
    ('sanctions', 'until then, sanctions')
    """
    return ASIDES.sub("", text) or text


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, actors (``@…``) and the marks that separate clauses among them."""
    plain = re.sub(r"['’]s?\b", "", text.lower())
    return re.findall(r"@[\w./:-]+|[^\W_]+|[;,]", plain)


def matches_of(words: Sequence[str]) -> list[Match]:
    """Words of kinds of actions that do not overlap: the more telling first, then the earlier, then the longer."""
    plain = ["," if w in ",;" else w for w in words]
    found = [Match(b, e, t, kind) for kind in action_classes() for b, e, t in runs(plain, kind.words)]
    order = {kind.name: n for n, kind in enumerate(action_classes())}
    chosen: list[Match] = []
    used: set[int] = set()
    for match in sorted(found, key=lambda m: (m.kind.rank, m.begin, -m.end, order[m.kind.name])):
        if not used & set(range(match.begin, match.end)):
            chosen.append(match)
            used |= set(range(match.begin, match.end))
    firm = [m for m in chosen if m.kind.rank < 3]
    return sorted(firm or chosen, key=lambda m: m.begin)


Clause = tuple[int, int, ActionClass | None, frozenset[int]]


def clauses_of(words: Sequence[str], matches: Sequence[Match]) -> list[Clause]:
    """Divide words where a conjunction is followed by another action; each part has one kind of action."""
    groups: list[list[Match]] = [[]]
    cuts = [0]
    for match in matches:
        lead = range(max(cuts[-1], match.begin - NEAR), match.begin)
        joints = [n for n in lead if words[n] in BOUNDARIES and all(light(w) for w in words[n + 1 : match.begin])]
        other = bool(groups[-1]) and match.kind is not groups[-1][-1].kind
        if other and joints and joints[0] >= groups[-1][-1].end:
            groups.append([])
            cuts.append(joints[0])
        groups[-1].append(match)
    plain = ["," if w in ",;" else w for w in words]
    found: list[Clause] = []
    for number, (group, cut) in enumerate(zip(groups, cuts, strict=True)):
        end = cuts[number + 1] if number + 1 < len(cuts) else len(words)
        main = min(group, key=lambda m: (m.kind.rank, m.begin), default=None)
        kind = main.kind if main else None
        taken = frozenset(
            t for b, e, hit in (runs(plain, kind.words) if kind else ()) if cut <= b and e <= end for t in hit
        )
        found.append((cut, end, kind, taken))
    return found


def light(word: str) -> bool:
    """Whether a word says neither what is done nor to what."""
    return len(word) < 2 or word in FUNCTION_WORDS or word in DEGREES or word in LIGHT


@cache
def object_classes() -> tuple[tuple[str, str], ...]:
    """Kinds of objects with their words, in the order of the table."""
    return tuple((name, words) for name, words, _ in rows("object_classes.tsv", 3))


def objects_of(words: Sequence[str], taken: Collection[int]) -> set[str]:
    """What words are about, without those that name the action."""
    left = [w if n not in taken else "·" for n, w in enumerate(words)]
    found = set()
    for name, patterns in object_classes():
        for begin, end, hit in list(runs(left, patterns)):
            if all(left[n] != "·" for n in hit):
                found.add(name)
                left[begin:end] = ["·" if n in hit else left[n] for n in range(begin, end)]
    for word in left:
        if word.startswith("@"):
            found.add(word)
        elif word != "·" and not light(word):
            found.add(stem(word))
    return found


@cache
def usual_words(action: str, things: tuple[str, ...]) -> frozenset[str]:
    """Which of some things add nothing to an action."""
    kind = class_of(action)
    if kind is None:
        return frozenset()
    usual = kind.usual.split(" | ")
    whole = {w for w in usual if "*" not in w} | {stem(w) for w in usual if "*" not in w}
    begins = tuple(w[:-1] for w in usual if "*" in w)
    # A stem may be shorter than the beginning in the table: "damag" and "damage*".
    return frozenset(
        t for t in things if t in whole or any(t.startswith(b) or (len(t) > 3 and b.startswith(t)) for b in begins)
    )
