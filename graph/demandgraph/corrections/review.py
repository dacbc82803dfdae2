"""Goes through what is doubtful: which questions are open, and what a person answers to them.

The terminal, a page in the browser and a program of one's own use the same two functions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from demandgraph.corrections.correction import PAIRS, Correction
from demandgraph.corrections.doubts import Doubtful, question_id, read_doubts
from demandgraph.corrections.form import ACTOR, ACTORS, FIELDS, KEYS, NUMBER, SIDES, Spec
from demandgraph.corrections.reading import load
from demandgraph.corrections.recording import REVIEW, now, record
from demandgraph.errors import CorrectionError
from demandgraph.model import ACTOR_TYPES

ON_PAIRS: Mapping[str, str] = {name: name for name in PAIRS}
ON_FINDINGS: Mapping[str, str] = {"right": "confirm", "wrong": "reject", "edit": "edit"}
"""What a person may answer, and the decision that this is."""
CLASS = re.compile(rf"\s*\(({'|'.join(ACTOR_TYPES)})\)$")


def open_doubts(folder: Path, kind: str | None = None, limit: int | None = None) -> list[Doubtful]:
    """What the last build left doubtful and nobody has decided since, the most doubtful first.

    Parameters
    ----------
    folder : the graph's folder
    kind : ``actor``, ``demand``, ``event``, ``affiliation`` or ``figure``; all if not given
    limit : how many at most

    Raises
    ------
    CorrectionError
        If the graph has no list of doubts.
    """
    decided = {question_of(c) for c in load(folder).corrections}
    found = [d for d in read_doubts(folder) if kind in (None, d.kind) and d.id not in decided]
    return found if limit is None else found[:limit]


def question_of(correction: Correction) -> str:
    """The question that a correction answers."""
    data = json.loads(correction.text)
    if correction.decision in PAIRS:
        return question_id(correction.kind, [data[side] for side in SIDES])
    return question_id(correction.kind, [{k: v for k, v in data.items() if k in KEYS[correction.kind]}])


def answers_to(doubt: Doubtful) -> Mapping[str, str]:
    """The answers that a doubt may get, each with the decision that it is."""
    return ON_PAIRS if doubt.is_pair else ON_FINDINGS


def decide(
    folder: Path,
    doubt: Doubtful,
    answer: str,
    *,
    by: str,
    why: str = "",
    values: Mapping[str, Any] | None = None,
    file: str = REVIEW,
) -> Correction:
    """Write down the answer to a doubt; the next build applies it.

    Parameters
    ----------
    folder : the graph's folder
    doubt : as :func:`open_doubts` gives it
    answer : ``same``, ``different`` or ``unsure`` for a pair; ``right``, ``wrong`` or ``edit`` for a finding
    by : who decides
    why : the reason, if there is one to give
    values : for ``edit``, the fields to set and their values
    file : name of the file in ``corrections/``

    Raises
    ------
    CorrectionError
        If the doubt cannot be answered so, a value is not what it must be, or the file cannot be written.
    """
    known = answers_to(doubt)
    if answer not in known:
        raise CorrectionError(f"{answer!r} is no answer to this doubt; the answers are {', '.join(known)}")
    data: dict[str, Any] = {"decision": known[answer], "kind": doubt.kind, "by": by, "when": now()}
    if doubt.is_pair:
        data |= {side: dict(shown.key) for side, shown in zip(SIDES, doubt.sides, strict=True)}
    else:
        data |= dict(doubt.sides[0].key)
    if why.strip():
        data["why"] = why
    if answer == "edit":
        data["set"] = dict(values or {})
    return record(folder, data, file)


def field_value(kind: str, field: str, written: str) -> Any:
    """What somebody typed for a field, as a corrections line has it.

    Several actors are separated by semicolons; a class may stand in brackets behind a name; nothing is ``null``.

    >>> field_value("demand", "issuer", "Lake Bank (Organization); Tessaly")
    [{'name': 'Lake Bank', 'class': 'Organization'}, 'Tessaly']
    >>> field_value("event", "date", " ") is None
    True
    """
    spec: Spec | None = FIELDS[kind].get(field) or KEYS[kind].get(field)
    text = written.strip()
    if spec is ACTORS:
        return [actor_value(name) for name in text.split(";") if name.strip()]
    if not text:
        return None
    if spec is ACTOR:
        return actor_value(text)
    if spec is NUMBER:
        try:
            return float(text.replace(",", ""))
        except ValueError:
            return text
    return text


def actor_value(text: str) -> Any:
    """A name with or without its class."""
    found = CLASS.search(text)
    return {"name": text[: found.start()].strip(), "class": found.group(1)} if found else text.strip()
