"""Writes docs/corrections.schema.json, the JSON Schema of a corrections line, from the table that checks them.

Run ``python scripts/make_corrections_schema.py`` after a change of ``demandgraph/corrections/form.py``; a test compares
the file with it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from demandgraph.corrections.correction import KINDS, LIKENED, PAIRS
from demandgraph.corrections.form import ALWAYS, FIELDS, KEYS, SIDES, Spec, needed
from demandgraph.corrections.reading import OPTIONAL

TARGET = Path(__file__).resolve().parent.parent / "docs" / "corrections.schema.json"


def properties(specs: Mapping[str, Spec]) -> dict[str, Any]:
    return {name: dict(spec.schema) for name, spec in specs.items()}


def one_of_each(groups: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """That one key of each group must be there."""
    return {"allOf": [{"anyOf": [{"required": [name]} for name in group]} for group in groups]}


def line(kind: str, decisions: tuple[str, ...], own: Mapping[str, Any], demands: Mapping[str, Any]) -> dict[str, Any]:
    """The form of the lines of one kind and some decisions."""
    always = properties(ALWAYS) | {"decision": {"enum": list(decisions)}, "kind": {"const": kind}}
    return {"type": "object", "properties": always | dict(own), "additionalProperties": False, **demands}


def schema() -> dict[str, Any]:
    """The schema of a line: one form for each kind and each way to decide."""
    forms = []
    for kind in KINDS:
        keys = properties(KEYS[kind])
        fields = {"type": "object", "properties": properties(FIELDS[kind]), "additionalProperties": False}
        if kind in LIKENED:
            side = {
                "type": "object",
                "properties": keys,
                "additionalProperties": False,
                **one_of_each(needed("same", kind)),
            }
            forms.append(line(kind, PAIRS, dict.fromkeys(SIDES, side), {"required": list(SIDES)}))
        forms.append(line(kind, ("confirm", "reject"), keys, one_of_each(needed("reject", kind))))
        edited = keys | {"set": fields | {"minProperties": 1}}
        forms.append(line(kind, ("edit",), edited, {"required": ["set"], **one_of_each(needed("edit", kind))}))
        forms.append(line(kind, ("add",), keys | {"set": fields}, one_of_each(needed("add", kind))))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a corrections file of demandgraph",
        "required": [name for name in ALWAYS if name not in OPTIONAL],
        "oneOf": forms,
    }


def text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    print(TARGET)
