"""Corrections files to corrections; what is wrong in them is named with file and line, and the rest is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from demandgraph.characters import shown
from demandgraph.corrections.correction import PAIRS, Correction, Key, canonical
from demandgraph.corrections.form import ALWAYS, FIELDS, KEYS, SIDES, FormError, Spec, fits, needed, own_keys
from demandgraph.corrections.outcome import Problem
from demandgraph.errors import CorrectionError

FOLDER = "corrections"
"""The folder of corrections in a graph's folder."""
SUFFIX = ".jsonl"
OPTIONAL = frozenset(("why",))
RENAMED = {"class": "type"}
"""The attribute of a key, where its name differs."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What corrections files hold: the decisions, each once and in an order of their own, and what is broken."""

    corrections: tuple[Correction, ...] = ()
    broken: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()


def load(folder: Path | None, others: Iterable[str | Path] = ()) -> Loaded:
    """Read all corrections of a graph.

    Parameters
    ----------
    folder : the graph's folder, whose ``corrections/`` may be missing
    others : further files, or folders of them

    Raises
    ------
    CorrectionError
        If one of ``others`` is not there. A file that cannot be read, or a broken line, is told and passed over.
    """
    named: dict[Path, str] = {}
    if folder is not None:
        named |= {path: f"{FOLDER}/{path.name}" for path in files_in(folder / FOLDER)}
    for other in map(Path, others):
        if not other.exists():
            raise CorrectionError(f"{other}: there is no such file or folder of corrections")
        found = files_in(other) if other.is_dir() else [other]
        if not found:
            raise CorrectionError(f"{other}: holds no corrections; they are files that end in {SUFFIX}")
        named |= {path: str(path) for path in found if path.resolve() not in {p.resolve() for p in named}}
    corrections: dict[str, Correction] = {}
    broken: list[Problem] = []
    for path, name in sorted(named.items(), key=lambda item: item[1]):
        good, bad = read(path, shown(name))
        broken += bad
        for correction in good:
            corrections.setdefault(correction.text, correction)
    return Loaded(
        tuple(corrections[text] for text in sorted(corrections)), tuple(broken), tuple(sorted(named.values()))
    )


def files_in(folder: Path) -> list[Path]:
    """The corrections files of a folder, in the order of their names."""
    return sorted(p for p in folder.glob(f"*{SUFFIX}") if p.is_file()) if folder.is_dir() else []


def read(path: Path, name: str) -> tuple[list[Correction], list[Problem]]:
    """The corrections of one file, and what is wrong in it."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        return [], [Problem("broken", (name,), f"cannot be read ({error.strerror or error})")]
    good, bad = [], []
    for number, raw in enumerate(lines, start=1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            if text:
                good.append(correction_of(parse(text), name, number))
        except UnicodeDecodeError:
            bad.append(Problem("broken", (f"{name}:{number}",), "is not UTF-8"))
        except FormError as error:
            bad.append(Problem("broken", (f"{name}:{number}",), shown(str(error))))
    return good, bad


def parse(text: str) -> Mapping[str, Any]:
    """One line as an object.

    Raises
    ------
    FormError
        If it is not a JSON object, or has a key twice.
    """

    def once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise FormError(f"has the key {twice[0]!r} twice")
        return dict(pairs)

    try:
        found = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise FormError(f"is not JSON: {error.msg} at character {error.pos + 1}") from None
    except (ValueError, RecursionError):
        raise FormError("is not JSON that can be read") from None
    if not isinstance(found, dict):
        raise FormError("is not a JSON object")
    return found


def correction_of(data: Mapping[str, Any], file: str = "", line: int = 0) -> Correction:
    """A correction from an object.

    Raises
    ------
    FormError
        If a key is unknown or missing, or a value is not what it must be.
    """
    for name in ("decision", "kind"):
        if name not in data:
            raise FormError(f"lacks {name!r}")
    always = {name: read_value(spec, name, data[name]) for name, spec in ALWAYS.items() if name in data}
    decision, kind = always["decision"], always["kind"]
    if not fits(decision, kind):
        raise FormError(f"decision {decision!r} is not made on a {kind}")
    check_names(data, (*ALWAYS, *own_keys(decision, kind)), "key")
    require(data, tuple((name,) for name in ALWAYS if name not in OPTIONAL))
    if decision in PAIRS:
        require(data, tuple((side,) for side in SIDES))
        keys = tuple(key_of(data[side], kind, decision, f"{side}: ") for side in SIDES)
        if keys[0] == keys[1]:
            raise FormError("'one' and 'other' are the same")
    else:
        own = {name: value for name, value in data.items() if name in KEYS[kind]}
        keys = (key_of(own, kind, decision, ""),)
    return Correction(
        decision=decision,
        kind=kind,
        keys=keys,
        values=values_of(data.get("set", {}), kind, decision),
        by=always["by"],
        when=always["when"],
        why=always.get("why", ""),
        file=file,
        line=line,
        text=canonical(data).encode("utf-8", "replace").decode(),
    )


def key_of(data: Any, kind: str, decision: str, owner: str) -> Key:
    """What a correction is about."""
    if not isinstance(data, dict):
        raise FormError(f"{owner}must be an object with the keys of a {kind}")
    check_names(data, tuple(KEYS[kind]), "key", owner)
    require(data, needed(decision, kind), owner)
    found: dict[str, Any] = {}
    for name in map(str, data):
        found[RENAMED.get(name, name)] = read_value(KEYS[kind][name], f"{owner}{name}", data[name])
    return Key(**found)


def values_of(data: Any, kind: str, decision: str) -> tuple[tuple[str, Any], ...]:
    """The fields that a correction sets."""
    if not isinstance(data, dict):
        raise FormError("'set' must be an object of fields and values")
    if decision == "edit" and not data:
        raise FormError("lacks 'set', the fields to edit; decision 'confirm' changes nothing")
    check_names(data, tuple(FIELDS[kind]), "field")
    return tuple((name, read_value(FIELDS[kind][name], name, data[name])) for name in sorted(data))


def read_value(spec: Spec, name: str, value: Any) -> Any:
    """A value, or an error that names it."""
    try:
        return spec.read(value)
    except FormError as error:
        raise FormError(f"{name!r} {error}") from None


def check_names(data: Mapping[str, Any], known: Sequence[str], what: str, owner: str = "") -> None:
    """Every name must be known."""
    for name in data:
        if name not in known:
            close = get_close_matches(name, known, 1)
            raise FormError(
                f"{owner}unknown {what} {name[:60]!r}"
                + (f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(known)}")
            )


def require(data: Mapping[str, Any], groups: Iterable[tuple[str, ...]], owner: str = "") -> None:
    """One name of each group must be there."""
    for group in groups:
        if not any(name in data for name in group):
            raise FormError(f"{owner}lacks {' or '.join(map(repr, group))}")
