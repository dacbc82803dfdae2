"""Sets fields of findings to what a correction says: actors by their names, words by where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from demandgraph.across import LocalId
from demandgraph.corrections.correction import ActorName, EventWords, Key, Value
from demandgraph.corrections.matching import KIND_FIELDS, Corpus, is_of_class, key_of_name, start
from demandgraph.corrections.outcome import Unapplied
from demandgraph.iris import digest
from demandgraph.model import Actor, Demand, Findings, Phrase

ATTRIBUTES = {
    "issuer": "issuers",
    "addressee": "addressees",
    "beneficiary": "beneficiaries",
    "initiator": "initiators",
    "agent": "agents",
    "recipient": "recipients",
    "class": "type",
    "partOf": "part_of",
    "madeAt": "made_at",
}
"""The attribute of a finding that a field sets, where its name differs."""
SEVERAL = frozenset(("issuer", "addressee", "beneficiary", "initiator", "agent", "recipient"))
SINGLE = {"person": "Person", "organization": "", "partOf": ""}
"""Fields of one actor, with the class that it has if nothing else is known."""
HAPPENED = frozenset(("madeAt", "event"))
"""Fields of events: those at which a demand was made, and the one that a figure belongs to."""
WORDS = frozenset(("action", "condition", "deadline"))
ALL_FIELDS = KIND_FIELDS | {"actor": "actors"}


class Setter:
    """Changes findings of a corpus, one field or finding at a time."""

    def __init__(self, corpus: Corpus, class_of: Callable[[str], str | None]) -> None:
        self.corpus = corpus
        self.class_of = class_of

    def remove(self, kind: str, local: LocalId) -> None:
        """Take a finding out; what refers to it is mended when the findings are grounded again."""
        self.put(local[0], kind, [one for one in self.all(kind, local[0]) if one.id != local[1]])

    def set(self, kind: str, local: LocalId, values: Iterable[tuple[str, Value]]) -> None:
        """Set fields of a finding, all or none; a person has looked at it, so it is certain.

        Raises
        ------
        Unapplied
            If the class of an actor is not known, or words do not stand where they must.
        """
        sha256, name = local
        before = self.corpus.findings[sha256]
        one = next(f for f in self.all(kind, sha256) if f.id == name)
        try:
            changes = dict(self.change(kind, one, sha256, field, value) for field, value in values)
        except Unapplied:
            self.corpus.findings[sha256] = before
            raise
        if kind == "actor":
            if "name" in changes and changes["name"] != one.name:
                changes["aliases"] = tuple(a for a in dict.fromkeys((*one.aliases, one.name)) if a != changes["name"])
        else:
            changes["confidence"] = 1.0
        changed = replace(one, **changes)
        self.put(sha256, kind, [changed if f.id == name else f for f in self.all(kind, sha256)])

    def change(self, kind: str, one: Any, sha256: str, field: str, value: Value) -> tuple[str, Any]:
        """The attribute that a field sets, and its value."""
        attribute = ATTRIBUTES.get(field, field)
        if field in SEVERAL:
            names = [n for n in value if isinstance(n, ActorName)] if isinstance(value, tuple) else ()
            return attribute, tuple(dict.fromkeys(self.actor(sha256, name) for name in names))
        if field in HAPPENED:
            told = [v for v in value if isinstance(v, EventWords)] if isinstance(value, tuple) else []
            happened = tuple(dict.fromkeys(self.event(sha256, words) for words in told))
            return attribute, happened if field == "madeAt" else next(iter(happened), None)
        if field in SINGLE:
            wanted = next((v for v in value if isinstance(v, ActorName)), None) if isinstance(value, tuple) else None
            return attribute, self.actor(sha256, wanted, SINGLE[field]) if wanted is not None else None
        if field in WORDS:
            return attribute, self.words(one, sha256, value)
        return attribute, value

    def words(self, demand: Demand, sha256: str, value: Value) -> Phrase | None:
        """Words of a demand's evidence, nearest to its action."""
        if not isinstance(value, str):
            return None
        within = [(p.begin, p.end) for p in (*demand.evidence, demand.action)]
        return self.corpus.phrase(self.corpus.findings[sha256], value, within, start(demand))

    def event(self, sha256: str, wanted: EventWords) -> str:
        """The id of the event of a document that words tell."""
        findings = self.corpus.findings[sha256]
        key = Key(sha256=sha256, quote=wanted.quote, type=wanted.type)
        fit = self.corpus.fitting("event", key, findings)
        if len(fit) == 1:
            return fit[0].id
        short = " ".join(wanted.quote.split())[:60]
        if not fit:
            raise Unapplied("refused", f"no event of the document is told by “{short}”; add it first")
        raise Unapplied("refused", f"{len(fit)} events are told by “{short}”; give the class or other words")

    def actor(self, sha256: str, wanted: ActorName, default: str = "") -> str:
        """The id of an actor of a document by its name; one that the document does not have yet is added to it."""
        findings = self.corpus.findings[sha256]
        name = key_of_name(wanted.name)
        for forms in (lambda a: (a.name,), lambda a: a.aliases):
            fit = [a for a in findings.actors if any(key_of_name(n) == name for n in forms(a))]
            fit = [a for a in fit if is_of_class(a, wanted.type or default)]
            if len(fit) > 1 and not wanted.type:
                raise Unapplied(
                    "refused", f"several actors of the document are named {wanted.name!r}; give their class"
                )
            if fit:
                return fit[0].id
        type_ = wanted.type or default or self.corpus.class_of(wanted.name) or self.class_of(wanted.name)
        if not type_:
            raise Unapplied(
                "refused",
                f'no actor is named {wanted.name!r}; give its class, {{"name": "…", "class": "Organization"}}',
            )
        return self.add_actor(findings, wanted.name, type_)

    def add_actor(self, findings: Findings, name: str, type_: str) -> str:
        """Add an actor to a document, mentioned wherever its name stands."""
        text = findings.document.text
        places = [(b, e) for b, e in self.corpus.places(findings, name) if is_word(text, b, e)]
        actor = Actor(
            f"hand-{digest(f'{type_} {name}')}", name, type_, (), tuple(Phrase(b, e, text[b:e]) for b, e in places)
        )
        if all(a.id != actor.id for a in findings.actors):
            self.corpus.findings[findings.document.sha256] = replace(findings, actors=(*findings.actors, actor))
        return actor.id

    def all(self, kind: str, sha256: str) -> Sequence[Any]:
        """The findings of a kind in a document."""
        found: Sequence[Any] = getattr(self.corpus.findings[sha256], ALL_FIELDS[kind])
        return found

    def put(self, sha256: str, kind: str, findings: Sequence[Any]) -> None:
        """Replace the findings of a kind in a document."""
        changed: dict[str, Any] = {ALL_FIELDS[kind]: tuple(findings)}
        self.corpus.findings[sha256] = replace(self.corpus.findings[sha256], **changed)


def is_word(text: str, begin: int, end: int) -> bool:
    """Whether a stretch of a text does not begin or end within a word."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    return not (before.isalnum() and text[begin].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())
