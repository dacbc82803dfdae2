"""The form of a corrections line: which keys it may have, and what their values must be. One table, three uses.

The same rows check a line, give the JSON Schema in ``docs/corrections.schema.json`` and tell a coding sheet's columns.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from demandgraph.characters import portable
from demandgraph.corrections.correction import DECISIONS, KINDS, LIKENED, PAIRS, ActorName, EventWords, moment
from demandgraph.dates import is_date
from demandgraph.model import ACTOR_TYPES, EVENT_TYPES, FORCES, STATUSES, TOPICS

Named = TypeVar("Named", ActorName, EventWords)


class FormError(Exception):
    """A line is not a correction; the message says why, without file and line."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A value: how it is read, raising :class:`FormError`, and its JSON Schema."""

    read: Callable[[Any], Any]
    schema: Mapping[str, Any]


def words(value: Any) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not portable(value).strip():
        raise FormError("must be a text that is not empty")
    return " ".join(portable(value).split())


def quoted(value: Any) -> str:
    """A text that may run over lines."""
    if not isinstance(value, str) or not portable(value).strip():
        raise FormError("must be a text that is not empty")
    return portable(value).strip()


def whole(least: int) -> Callable[[Any], int]:
    """A whole number from a least one on."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise FormError(f"must be a whole number from {least} on")
        return value

    return read


def number(value: Any) -> float:
    """A number that is finite."""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e300 or math.isnan(value):
        raise FormError("must be a number")
    return float(value)


def day(value: Any) -> str:
    """A date of ISO 8601, as precise as known."""
    if not isinstance(value, str) or not is_date(value):
        raise FormError("must be a date like 2024-02-08, 2024-02 or 2024")
    return value


def time(value: Any) -> str:
    """A date or a time of ISO 8601."""
    try:
        moment(value if isinstance(value, str) else "")
    except (ValueError, OverflowError):
        raise FormError("must be a date or time like 2024-02-08 or 2024-02-08T14:30:00+01:00") from None
    return str(value)


def sha256(value: Any) -> str:
    """64 hexadecimal digits."""
    if not isinstance(value, str) or len(value) != 64 or set(value) - set("0123456789abcdef"):
        raise FormError("must be 64 hexadecimal digits")
    return value


def one_of(names: tuple[str, ...]) -> Spec:
    """One of a closed list of names."""

    def read(value: Any) -> str:
        if value not in names:
            close = get_close_matches(str(value), names, 1)
            hint = f"; did you mean {close[0]!r}?" if close else f"; it is one of {', '.join(names)}"
            raise FormError(f"is {str(value)[:60]!r}, which is unknown{hint}")
        return str(value)

    return Spec(read, {"enum": list(names)})


def optional(spec: Spec) -> Spec:
    """The same, or ``null`` for nothing."""
    return Spec(lambda v: None if v is None else spec.read(v), {"anyOf": [{"type": "null"}, dict(spec.schema)]})


def actor(value: Any) -> ActorName:
    """An actor: its name, or an object with name and class."""
    if isinstance(value, str):
        return ActorName(words(value))
    if not isinstance(value, dict) or "name" not in value or set(value) - {"name", "class"}:
        raise FormError('must be a name, or an object like {"name": "…", "class": "Organization"}')
    return ActorName(words(value["name"]), ACTOR_CLASS.read(value["class"]) if "class" in value else "")


def several(one: Callable[[Any], Named]) -> Callable[[Any], tuple[Named, ...]]:
    """Several of a kind, one, or none (``null`` or an empty list), in their order and each once."""

    def read(value: Any) -> tuple[Named, ...]:
        if value is None:
            return ()
        return tuple(sorted({one(v) for v in (value if isinstance(value, list) else [value])}))

    return read


def event(value: Any) -> EventWords:
    """An event of the same document: words of its evidence, or an object with quote and class."""
    if isinstance(value, str):
        return EventWords(quoted(value))
    if not isinstance(value, dict) or "quote" not in value or set(value) - {"quote", "class"}:
        raise FormError('must be words of the event, or an object like {"quote": "…", "class": "Meeting"}')
    return EventWords(quoted(value["quote"]), EVENT_CLASS.read(value["class"]) if "class" in value else "")


def or_object(key: str, class_schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Schema of what is given by words alone, or by an object that also has its class."""
    properties = {key: NON_EMPTY, "class": class_schema}
    whole = {"type": "object", "properties": properties, "required": [key], "additionalProperties": False}
    return {"anyOf": [NON_EMPTY, whole]}


def or_list(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Schema of one, several in a list, or none."""
    return {"anyOf": [{"type": "null"}, schema, {"type": "array", "items": schema}]}


NON_EMPTY = {"type": "string", "pattern": r"\S"}
TEXT = Spec(words, NON_EMPTY)
QUOTE = Spec(quoted, NON_EMPTY)
NUMBER = Spec(number, {"type": "number"})
DAY = Spec(day, {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"})
TIME = Spec(time, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"})
ACTOR_CLASS = one_of(ACTOR_TYPES)
ACTOR_SCHEMA = or_object("name", ACTOR_CLASS.schema)
ACTOR = Spec(lambda v: (actor(v),), ACTOR_SCHEMA)
ACTORS = Spec(several(actor), or_list(ACTOR_SCHEMA))
EVENT_CLASS = one_of(EVENT_TYPES)
EVENT_SCHEMA = or_object("quote", EVENT_CLASS.schema)
EVENT = Spec(lambda v: (event(v),), EVENT_SCHEMA)
EVENTS = Spec(several(event), or_list(EVENT_SCHEMA))

PLACE: Mapping[str, Spec] = {
    "document": TEXT,
    "sha256": Spec(sha256, {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    "quote": QUOTE,
    "occurrence": Spec(whole(1), {"type": "integer", "minimum": 1}),
    "near": Spec(whole(0), {"type": "integer", "minimum": 0}),
    "iri": TEXT,
}
"""Where a finding stands."""
KEYS: Mapping[str, Mapping[str, Spec]] = {
    "actor": {"name": TEXT, "class": ACTOR_CLASS, **PLACE},
    "demand": {**PLACE, "action": QUOTE},
    "event": {**PLACE, "class": EVENT_CLASS},
    "affiliation": {**PLACE, "person": TEXT, "organization": TEXT},
    "figure": {**PLACE, "value": NUMBER},
}
"""By what each kind of finding is found again."""
FIELDS: Mapping[str, Mapping[str, Spec]] = {
    "actor": {"name": TEXT, "class": ACTOR_CLASS, "partOf": optional(ACTOR)},
    "demand": {
        "issuer": ACTORS,
        "addressee": ACTORS,
        "beneficiary": ACTORS,
        "initiator": ACTORS,
        "topic": one_of(TOPICS),
        "force": one_of(FORCES),
        "status": optional(one_of(STATUSES)),
        "action": QUOTE,
        "condition": optional(QUOTE),
        "deadline": optional(QUOTE),
        "madeAt": EVENTS,
    },
    "event": {
        "class": EVENT_CLASS,
        "date": optional(DAY),
        "place": optional(TEXT),
        "agent": ACTORS,
        "recipient": ACTORS,
    },
    "affiliation": {"person": ACTOR, "organization": ACTOR, "role": optional(TEXT)},
    "figure": {"value": NUMBER, "unit": optional(TEXT), "qualifier": optional(TEXT), "event": optional(EVENT)},
}
"""What of each kind of finding can be set."""
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "actor": (("name",),),
    "demand": (("document", "sha256"), ("quote", "action")),
    "event": (("document", "sha256"), ("quote",)),
    "affiliation": (("document", "sha256"), ("quote",)),
    "figure": (("document", "sha256"), ("quote",)),
}
"""Keys that each kind must have: one of each group."""
NEEDED_TO_ADD: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "actor": (("class",), ("document", "sha256")),
    "demand": (("quote",),),
    "event": (("class",),),
    "affiliation": (("person",), ("organization",)),
    "figure": (("value",),),
}
ALWAYS: Mapping[str, Spec] = {
    "decision": one_of(DECISIONS),
    "kind": one_of(KINDS),
    "by": TEXT,
    "when": TIME,
    "why": Spec(lambda v: portable(v).strip() if isinstance(v, str) else words(v), {"type": "string"}),
}
SIDES = ("one", "other")
"""What a pair is made of."""


def own_keys(decision: str, kind: str) -> tuple[str, ...]:
    """The keys that a line of this decision and kind may have beside those of every line."""
    if decision in PAIRS:
        return SIDES
    return (*KEYS[kind], *(("set",) if decision in ("edit", "add") else ()))


def fits(decision: str, kind: str) -> bool:
    """Whether a decision can be made on a kind of finding."""
    return decision not in PAIRS or kind in LIKENED


def needed(decision: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """Groups of keys of which a line must have one each."""
    return (*NEEDED[kind], *(NEEDED_TO_ADD[kind] if decision == "add" else ()))
