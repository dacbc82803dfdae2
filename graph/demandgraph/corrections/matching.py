"""Finds what a correction is about: its words in the text, and the finding that rests on them.

Words are compared without regard to line breaks, accents, case and the shape of quotation marks and dashes, so that a
text that was read anew, or words that somebody typed off, are found; changed words are not.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from demandgraph.across import LocalId
from demandgraph.corrections.correction import Key
from demandgraph.corrections.outcome import Unapplied
from demandgraph.model import Actor, Affiliation, Demand, Event, Figure, Findings, Phrase

Finding = Demand | Event | Affiliation | Figure
F = TypeVar("F", Demand, Event, Affiliation, Figure)
Range = tuple[int, int]

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-",
                       "‑": "-", "−": "-", "…": "..."})  # fmt: skip
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
SAME_PLACE = 0.5
"""Share of words in common from which on two stretches of a text are one place."""
NEARLY = 0.8
"""Share from which on they are nearly the same."""
BODIES = frozenset(("Institution", "Organization"))
KIND_FIELDS = {"demand": "demands", "event": "events", "affiliation": "affiliations", "figure": "figures"}


def plain(text: str) -> tuple[str, list[int]]:
    """A text as it is compared, and the offset in the text of each of its characters."""
    found: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character.isspace():
            if found and found[-1] != " ":
                found.append(" ")
                offsets.append(offset)
            continue
        if character.isascii():
            found.append(character.lower())
            offsets.append(offset)
            continue
        if character in UNSEEN:
            continue
        for part in unicodedata.normalize("NFKD", character).translate(PLAIN).casefold():
            if not unicodedata.combining(part):
                found.append(part)
                offsets.append(offset)
    if found and found[-1] == " ":
        found.pop()
        offsets.pop()
    return "".join(found), offsets


@lru_cache(maxsize=2**16)
def key_of_name(name: str) -> str:
    """A name as it is compared."""
    return plain(name)[0]


class Corpus:
    """The findings of all documents, looked up by document, by words and by names of actors."""

    def __init__(self, findings: Iterable[Findings]) -> None:
        self.findings = {f.document.sha256: f for f in sorted(findings, key=lambda f: f.document.sha256)}
        self.by_file: dict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, tuple[str, list[int]]] = {}
        self.named: dict[str, list[tuple[LocalId, Actor]]] | None = None
        self.called: dict[str, list[tuple[LocalId, Actor]]] = defaultdict(list)
        for f in self.findings.values():
            self.by_file[key_of_name(f.document.file_name)].append(f.document.sha256)

    # ------------------------------------------------------------ documents and words

    def document(self, key: Key) -> Findings:
        """The document that a key names: by its text if unchanged, else by its file's name."""
        if key.sha256 in self.findings:
            return self.findings[key.sha256]
        fit = [self.findings[sha256] for sha256 in self.by_file.get(key_of_name(key.document), ())]
        if len(fit) > 1:
            fit = [f for f in fit if self.places(f, key.quote or key.action or key.name)]
        if not fit:
            raise Unapplied("vanished", f"there is no document {key.document or key.sha256!r} with these words")
        if len(fit) > 1:
            raise Unapplied("refused", f"{len(fit)} documents are named {key.document!r}; give 'sha256'")
        return fit[0]

    def places(self, findings: Findings, words: str) -> list[Range]:
        """Where words stand in a document, as ranges of its text."""
        sha256 = findings.document.sha256
        if sha256 not in self.texts:
            self.texts[sha256] = plain(findings.document.text)
        text, offsets = self.texts[sha256]
        wanted = plain(words)[0]
        found = []
        at = text.find(wanted) if wanted else -1
        while at >= 0:
            found.append((offsets[at], offsets[at + len(wanted) - 1] + 1))
            at = text.find(wanted, at + 1)
        return found

    def quoted(self, findings: Findings, key: Key) -> list[Range]:
        """Where the words of a key stand: its quote, or its action where it has none.

        Raises
        ------
        Unapplied
            If they do not stand in the document any more.
        """
        words = key.quote or key.action
        found = self.places(findings, words)
        if not found:
            raise Unapplied("vanished", "these words do not stand in the document any more")
        if key.occurrence is not None:
            if key.occurrence <= len(found):
                return [found[key.occurrence - 1]]
            if len(found) > 1:
                raise Unapplied("vanished", f"these words stand {len(found)} times only")
        return found

    def phrase(self, findings: Findings, words: str, within: Sequence[Range], near: int | None = None) -> Phrase:
        """Words that stand within one of some ranges, as a phrase."""
        found = [(b, e) for b, e in self.places(findings, words) if any(x <= b and e <= y for x, y in within)]
        if not found:
            raise Unapplied("refused", f"“{words}” does not stand in the words that the finding rests on")
        begin, end = min(found, key=lambda r: (abs(r[0] - near) if near is not None else 0, r))
        return Phrase(begin, end, findings.document.text[begin:end])

    # ------------------------------------------------------------ findings

    def finding(self, kind: str, key: Key) -> LocalId:
        """The finding that a key is about.

        Raises
        ------
        Unapplied
            If its document, its words or the finding itself are not there any more, or if it fits several.
        """
        findings = self.document(key)
        fit = self.fitting(kind, key, findings)
        if not fit:
            raise Unapplied("gone", f"the words are there, but no {kind} is found in them any more")
        if len(fit) > 1:
            more = {"demand": "'action', ", "event": "'class', ", "figure": "'value', "}.get(kind, "")
            raise Unapplied(
                "refused", f"{len(fit)} {kind}s rest on these words; give {more}'occurrence' or a longer 'quote'"
            )
        return findings.document.sha256, fit[0].id

    def fitting(self, kind: str, key: Key, findings: Findings) -> list[Finding]:
        """The findings of a document that fit a key best, all of them equally well."""
        ranges = self.quoted(findings, key)
        if kind == "demand" and key.action and key.quote:
            ranges = [r for r in self.places(findings, key.action) if any(x <= r[0] and r[1] <= y for x, y in ranges)]
        names = {a.id: {key_of_name(n) for n in (a.name, *a.aliases)} for a in findings.actors}
        found: list[tuple[float, Finding]] = []
        for one in getattr(findings, KIND_FIELDS[kind]):
            if not says(one, key, names):
                continue
            phrases = [one.action] if isinstance(one, Demand) else one.evidence
            score = max((likeness((p.begin, p.end), r) for p in phrases for r in ranges), default=0.0)
            if score:
                found.append((score, one))
        best = max((score for score, _ in found), default=0.0)
        fit = [one for score, one in found if score == best]
        if len(fit) > 1 and key.near is not None:
            at = key.near
            nearest = min(abs(start(one) - at) for one in fit)
            fit = [one for one in fit if abs(start(one) - at) == nearest]
        return fit

    # ------------------------------------------------------------ actors

    def index(self) -> dict[str, list[tuple[LocalId, Actor]]]:
        """All actors by their names; ``called`` has them by their other names."""
        if self.named is None:
            self.named = defaultdict(list)
            for sha256, f in self.findings.items():
                for a in f.actors:
                    self.named[key_of_name(a.name)].append(((sha256, a.id), a))
                    for alias in a.aliases:
                        self.called[key_of_name(alias)].append(((sha256, a.id), a))
        return self.named

    def reindex(self) -> None:
        """Look the names of actors up anew, because actors have changed."""
        self.named = None
        self.called.clear()

    def actors(self, key: Key) -> tuple[LocalId, ...]:
        """The actors, of one document or of all, that a key names; other names count where nobody has it as the name.

        Raises
        ------
        Unapplied
            If there is none, or without a class given there are several classes of them.
        """
        name, only = key_of_name(key.name), self.document(key).document.sha256 if key.document or key.sha256 else None
        for lookup in (self.index(), self.called):
            fit = [(i, a) for i, a in lookup.get(name, ()) if only in (None, i[0]) and is_of_class(a, key.type)]
            kinds = sorted({a.type for _, a in fit})
            if len({"body" if k in BODIES else k for k in kinds}) > 1:
                raise Unapplied(
                    "refused", f"actors of several classes bear this name ({', '.join(kinds)}); give 'class'"
                )
            if fit:
                return tuple(dict.fromkeys(i for i, _ in fit))
        raise Unapplied("vanished", "no actor bears this name any more")

    def class_of(self, name: str) -> str | None:
        """The class that most actors of a name have."""
        kinds = [a.type for _, a in (self.index().get(key_of_name(name)) or self.called.get(key_of_name(name)) or ())]
        return min(kinds, key=lambda k: (-kinds.count(k), k)) if kinds else None


def is_of_class(actor: Actor, type_: str) -> bool:
    """Whether an actor may be of a class, if one is given; bodies of both kinds may be taken for each other."""
    return not type_ or actor.type == type_ or {actor.type, type_} <= BODIES


def says(finding: Finding, key: Key, names: dict[str, set[str]]) -> bool:
    """Whether a finding says what a key says beside its words."""
    if isinstance(finding, Event):
        return not key.type or finding.type == key.type
    if isinstance(finding, Figure):
        return key.value is None or finding.value == key.value
    if isinstance(finding, Affiliation):
        sides = ((key.person, finding.person), (key.organization, finding.organization))
        return all(not wanted or key_of_name(wanted) in names.get(i, ()) for wanted, i in sides)
    return True


def start(finding: Finding) -> int:
    """Where a finding stands."""
    return (finding.action if isinstance(finding, Demand) else finding.evidence[0]).begin


def share(one: Range, other: Range) -> float:
    """Share of two ranges that they have in common, 0..1."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def likeness(phrase: Range, quote: Range) -> float:
    """How well a quote fits a phrase: 1 if they are nearly the same, one half if one holds the other, else nothing.

    There is nothing in between: of two demands in a quoted sentence, the longer one is not meant rather.
    """
    in_common = share(phrase, quote)
    if in_common >= NEARLY:
        return 1.0
    inside = (phrase[0] <= quote[0] and quote[1] <= phrase[1]) or (quote[0] <= phrase[0] and phrase[1] <= quote[1])
    return SAME_PLACE if inside or in_common >= SAME_PLACE else 0.0
