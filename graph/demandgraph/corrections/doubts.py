"""What a person should look at: pairs that may be one, and findings that are least certain, with their words.

A build writes them to ``doubts.json``; each side has the key by which a correction names it, ready to be written down.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from demandgraph.across import Doubt, LocalId, Names, Resolution
from demandgraph.corrections.correction import KINDS, canonical
from demandgraph.corrections.links import Decided
from demandgraph.corrections.matching import KIND_FIELDS, Corpus, Finding, is_of_class, key_of_name, start
from demandgraph.errors import CorrectionError
from demandgraph.folder import DOUBTS
from demandgraph.model import Actor, Affiliation, Demand, Event, Figure, Findings, Phrase

UNCERTAIN = 0.75
"""Confidence below which a finding is shown to a person."""
ASSUMED = frozenset(("rules/event/statement/own",))
"""Rules whose low confidence is a convention, not a doubt: that a letter is itself an event, nobody has to check."""
AT_MOST = 2000
"""Doubts that are kept, the greatest first: nobody looks at more of them between two builds."""
UNDECIDED = Decided()
QUOTES = 3
"""Quotes that are shown for a side."""
CONTEXT = 90
"""Characters shown on either side of a name."""


@dataclass(frozen=True, slots=True)
class Side:
    """A finding as a person sees it.

    ``key`` is how a correction names it, ``label`` what it goes by, ``quotes`` are pairs of a file name and the words
    there, ``says`` what it is said to be (issuer, topic, date…), as field and values.
    """

    label: str
    key: Mapping[str, Any]
    quotes: tuple[tuple[str, str], ...] = ()
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something to decide: whether two things are the same (two sides), or whether a finding is right (one side).

    ``doubt`` is between 0 and 1, the greatest comes first; ``why`` says where it comes from.
    """

    kind: str
    doubt: float
    why: str
    sides: tuple[Side, ...]

    @property
    def is_pair(self) -> bool:
        """Whether the question is if two things are the same."""
        return len(self.sides) == 2

    @property
    def id(self) -> str:
        """What tells it from every other, whichever side comes first."""
        return question_id(self.kind, [side.key for side in self.sides])


def question_id(kind: str, keys: Iterable[Mapping[str, Any]]) -> str:
    """What a question is about, as text: the same for a doubt and for the corrections that decide it."""
    plain = [{k: v for k, v in key.items() if k not in ("iri", "near")} for key in keys]
    return canonical([kind, *sorted(map(canonical, plain))])


def doubtful(
    findings: Sequence[Findings], resolution: Resolution, decided: Decided = UNDECIDED
) -> tuple[Doubtful, ...]:
    """All that a person should look at, the most doubtful first.

    Parameters
    ----------
    findings : of all documents, as they were resolved
    resolution : what they come to
    decided : what people decided about pairs; they are not asked again
    """
    view = View(findings, resolution, decided)
    found = [*(d for doubt in resolution.unsure if (d := view.pair(doubt))), *view.uncertain()]
    unique = {d.id: d for d in sorted(found, key=lambda d: (d.doubt, d.id))}
    return tuple(sorted(unique.values(), key=lambda d: (-d.doubt, KINDS.index(d.kind), d.id))[:AT_MOST])


class View:
    """Findings looked up by their IRIs, to be shown to a person."""

    def __init__(self, findings: Sequence[Findings], resolution: Resolution, decided: Decided) -> None:
        self.apart = {"actor": decided.actors.apart, "demand": decided.demands.apart, "event": decided.events.apart}
        self.names: Names = resolution.names
        self.corpus = Corpus(findings)
        self.by_iri: dict[str, list[LocalId]] = defaultdict(list)
        for (sha256, local), identity in sorted(self.names.actors.items()):
            self.by_iri[identity.iri].append((sha256, local))
        for f in self.corpus.findings.values():
            for kind in ("demand", "event"):
                for one in getattr(f, KIND_FIELDS[kind]):
                    iri = (
                        self.names.event(f.document, one.id)
                        if kind == "event"
                        else self.names.finding(kind, f.document, one.id)
                    )
                    self.by_iri[iri].append((f.document.sha256, one.id))
        self.members = {s.iri: s.members for s in resolution.shared}

    def pair(self, doubt: Doubt) -> Doubtful | None:
        """A pair that may be one, with its quotes."""
        sides: list[Side] = []
        sets: list[set[LocalId]] = []
        for iri, label in zip((doubt.one, doubt.other), doubt.labels, strict=True):
            locals_ = self.by_iri.get(iri) or [i for m in self.members.get(iri, ()) for i in self.by_iri.get(m, ())]
            if not locals_:
                return None
            sets.append(set(locals_))
            sides.append(
                self.actor(locals_, label, iri) if doubt.kind == "actor" else self.told(doubt.kind, locals_, label)
            )
        if canonical(sides[0].key) == canonical(sides[1].key):
            return None  # nobody could say which is which
        for one, other in self.apart[doubt.kind]:
            if any(not x.isdisjoint(one) and not y.isdisjoint(other) for x, y in (sets, sets[::-1])):
                return None
        ordered = tuple(sorted(sides, key=lambda s: canonical(s.key)))
        return Doubtful(doubt.kind, round(doubt.score, 2), doubt.why, ordered)

    def actor(self, members: Sequence[LocalId], label: str, iri: str) -> Side:
        """An actor of several documents: named by the name that most of them use, and a document if others bear it."""
        found = [(sha256, self.one("actors", (sha256, local))) for sha256, local in members]
        names = [a.name for _, a in found]
        name = min(set(names), key=lambda n: (-names.count(n), n))
        sha256, actor = next((s, a) for s, a in found if a.name == name)
        bearers = {i for i, a in self.corpus.index().get(key_of_name(name), ()) if is_of_class(a, actor.type)}
        key: dict[str, Any] = {"name": name, "class": actor.type}
        if not bearers <= set(members):
            key["document"] = self.corpus.findings[sha256].document.file_name
        quotes = [quote for s, a in found for quote in self.mentions(s, a)]
        return Side(label, key | {"iri": iri}, tuple(dict.fromkeys(quotes))[:QUOTES], {"class": (actor.type,)})

    def mentions(self, sha256: str, actor: Actor) -> Iterator[tuple[str, str]]:
        """The first place where a document names an actor, with some words around."""
        document = self.corpus.findings[sha256].document
        for phrase in actor.mentions[:1]:
            begin, end = max(0, phrase.begin - CONTEXT), min(len(document.text), phrase.end + CONTEXT)
            around = document.text[begin:end]
            yield (
                document.file_name,
                ("…" if begin else "") + " ".join(around.split()) + ("…" if end < len(document.text) else ""),
            )

    def told(self, kind: str, members: Sequence[LocalId], label: str) -> Side:
        """A demand or an event of one or several documents, named by its first telling."""
        tellings = [(sha256, self.one(KIND_FIELDS[kind], (sha256, local))) for sha256, local in sorted(members)]
        sha256, first = tellings[0]
        quotes = [
            (self.corpus.findings[s].document.file_name, " ".join(t.evidence[0].text.split())) for s, t in tellings
        ]
        return Side(label, key_of(kind, first, self.corpus, sha256), tuple(quotes[:QUOTES]), self.says(sha256, first))

    def one(self, attribute: str, local: LocalId) -> Any:
        """A finding by its id."""
        return next(f for f in getattr(self.corpus.findings[local[0]], attribute) if f.id == local[1])

    def uncertain(self) -> Iterator[Doubtful]:
        """The findings of which the reading is least certain."""
        found = [
            (one.confidence, sha256, kind, one.id, one)
            for sha256, f in self.corpus.findings.items()
            for kind, attribute in KIND_FIELDS.items()
            for one in getattr(f, attribute)
            if one.confidence < UNCERTAIN and one.rule not in ASSUMED
        ]
        for confidence, sha256, kind, _, one in sorted(found, key=lambda f: f[:4])[:AT_MOST]:
            quote = (self.corpus.findings[sha256].document.file_name, " ".join(one.evidence[0].text.split()))
            label = " ".join(one.action.text.split()) if isinstance(one, Demand) else quote[1]
            side = Side(label, key_of(kind, one, self.corpus, sha256), (quote,), self.says(sha256, one))
            yield Doubtful(kind, round(1 - confidence, 2), f"confidence {confidence:.2f}, {one.rule}", (side,))

    def says(self, sha256: str, one: Finding) -> dict[str, tuple[str, ...]]:
        """What a finding says, as field and values."""
        named = {a.id: a.name for a in self.corpus.findings[sha256].actors}

        def actors(*ids: str) -> tuple[str, ...]:
            return tuple(named[i] for i in ids)

        if isinstance(one, Demand):
            found = {"issuer": actors(*one.issuers), "addressee": actors(*one.addressees), "topic": (one.topic,),
                     "beneficiary": actors(*one.beneficiaries), "initiator": actors(*one.initiators),
                     "force": (one.force,), "status": (one.status,) if one.status else ()}  # fmt: skip
        elif isinstance(one, Event):
            found = {"class": (one.type,), "date": (one.date,) if one.date else (), "place": (one.place,) if one.place else (),
                     "agent": actors(*one.agents), "recipient": actors(*one.recipients)}  # fmt: skip
        elif isinstance(one, Affiliation):
            found = {
                "person": actors(one.person),
                "organization": actors(one.organization),
                "role": (one.role,) if one.role else (),
            }
        else:
            found = {"value": (f"{one.value:g}",), "unit": (one.unit,) if one.unit else (),
                     "qualifier": (one.qualifier,) if one.qualifier else ()}  # fmt: skip
        return {name: values for name, values in found.items() if values}


def key_of(kind: str, one: Finding, corpus: Corpus, sha256: str) -> dict[str, Any]:
    """By what a correction names a finding: its document, its words, and what tells it from others there."""
    findings = corpus.findings[sha256]
    phrase: Phrase = one.evidence[0]
    key: dict[str, Any] = {"document": findings.document.file_name, "sha256": sha256, "quote": phrase.text}
    places = corpus.places(findings, phrase.text)
    if len(places) > 1 and (phrase.begin, phrase.end) in places:
        key["occurrence"] = places.index((phrase.begin, phrase.end)) + 1
    if isinstance(one, Demand):
        key["action"] = one.action.text
    elif isinstance(one, Event):
        key["class"] = one.type
    elif isinstance(one, Figure):
        key["value"] = one.value
    else:
        named = {a.id: a.name for a in findings.actors}
        key |= {"person": named[one.person], "organization": named[one.organization]}
    return key | {"near": start(one)}


def to_json(doubts: Iterable[Doubtful]) -> str:
    """Doubts as they are written to ``doubts.json``."""
    return json.dumps([asdict(d) for d in doubts], ensure_ascii=False, indent=1) + "\n"


def read_doubts(folder: Path) -> list[Doubtful]:
    """The doubts that the last build of a graph left.

    Raises
    ------
    CorrectionError
        If there are none to read.
    """
    path = folder / DOUBTS
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return [
            Doubtful(
                d["kind"], d["doubt"], d["why"],
                tuple(
                    Side(s["label"], s["key"], tuple((f, w) for f, w in s["quotes"]), {k: tuple(v) for k, v in s["says"].items()})
                    for s in d["sides"]
                ),
            )
            for d in data
        ]  # fmt: skip
    except OSError:
        raise CorrectionError(f"{path}: is not there; build the graph again, then review it") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CorrectionError(f"{path}: cannot be read; build the graph again, then review it") from None
