"""Findings as JSON and back, without a loss: what is read is checked against the classes of the model.

A phrase is written as its offsets, ``[begin, end]``, and a value that is a field's default is left out; texts are not
repeated. What comes from a file is therefore tied to the text of the document that it is read for, whatever it says.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from demandgraph.model import Findings, Phrase

Reader = Callable[[Any, str], Any]
"""Makes a value of the model from JSON and the document's text; raises :class:`ValueError` if it has another shape."""

GIVEN = frozenset(("file_name", "source", "text", "sha256"))
"""Fields of a document that are not written: whoever reads the findings has the document at hand."""


def encode(findings: Findings) -> dict[str, Any]:
    """Findings as objects, lists, strings and numbers of JSON."""
    whole: dict[str, Any] = to_json(findings)
    whole["document"] = {name: value for name, value in whole["document"].items() if name not in GIVEN}
    return whole


def decode(value: object, file_name: str, source: str, text: str, sha256: str) -> Findings:
    """The findings that JSON holds, of a document with this name, source, text and hash.

    Raises
    ------
    ValueError
        If the JSON has not the shape that :func:`encode` writes, or an offset lies outside the text.
    """
    whole = dict(mapping(value))
    about = mapping(whole.get("document"))
    if not GIVEN.isdisjoint(about):
        raise ValueError("a document is given, not read")
    whole["document"] = {**about, "file_name": file_name, "source": source, "text": text, "sha256": sha256}
    findings: Findings = reader(Findings)(whole, text)
    return findings


def to_json(value: Any) -> Any:
    """A value of the model as JSON."""
    if isinstance(value, Phrase):
        return [value.begin, value.end]
    if is_dataclass(value):
        return {f.name: to_json(v) for f in fields(value) if (v := getattr(value, f.name)) != f.default or needed(f)}
    return [to_json(v) for v in value] if isinstance(value, tuple) else value


def needed(field: Field[Any]) -> bool:
    """Whether a field has no default."""
    return field.default is MISSING and field.default_factory is MISSING


@cache
def reader(hint: Any) -> Reader:
    """What reads values of a type of the model."""
    if hint in SCALARS:
        return SCALARS[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return reader_of_class(hint)
    kinds = get_args(hint)
    if isinstance(hint, UnionType):
        (some,) = (reader(kind) for kind in kinds if kind is not NoneType)
        return lambda value, text: None if value is None else some(value, text)
    if get_origin(hint) is tuple and kinds[-1] is ...:
        each = reader(kinds[0])
        return lambda value, text: tuple(each(v, text) for v in sequence(value))
    if get_origin(hint) is tuple:
        parts = [reader(kind) for kind in kinds]
        return lambda value, text: tuple(
            part(v, text) for part, v in zip(parts, sequence(value, len(parts)), strict=True)
        )
    raise TypeError(f"{hint} is no type of the model")


def reader_of_class(kind: type[Any]) -> Reader:
    """What reads objects of a class: every field has its type, none is unknown, none without a default is missing."""
    hints = get_type_hints(kind)
    readers = {f.name: reader(hints[f.name]) for f in fields(kind)}
    required = {f.name for f in fields(kind) if needed(f)}

    def read(value: Any, text: str) -> Any:
        given = mapping(value)
        if not required <= given.keys() <= readers.keys():
            raise ValueError(f"not the fields of {kind.__name__}")
        return kind(**{name: readers[name](v, text) for name, v in given.items()})

    return read


def read_text(value: Any, _: str) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def read_whole(value: Any, _: str) -> int:
    if type(value) is not int:  # a bool is an int too
        raise ValueError("not a whole number")
    return value


def read_number(value: Any, _: str) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError("not a number")
    return value  # type: ignore[no-any-return]  # a whole number stays one, so that it is written the same way


def read_phrase(value: Any, text: str) -> Phrase:
    begin, end = (read_whole(v, text) for v in sequence(value, 2))
    if not 0 <= begin < end <= len(text):
        raise ValueError("outside the text")
    return Phrase(begin, end, text[begin:end])


SCALARS: Mapping[Any, Reader] = {str: read_text, int: read_whole, float: read_number, Phrase: read_phrase}


def mapping(value: object) -> Mapping[str, Any]:
    """A JSON object; raises :class:`ValueError` if it is something else."""
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def sequence(value: object, length: int | None = None) -> list[Any]:
    """A JSON list, of a certain length if told; raises :class:`ValueError` if it is something else."""
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise ValueError("not a list of this length")
    return value
