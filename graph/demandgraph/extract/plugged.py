"""Runs the extractors of other packages over one document, after the project's own."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TypeVar

from demandgraph.findings_json import decode, encode
from demandgraph.model import Affiliation, Demand, Event, Figure, Findings
from demandgraph.parsed import ParsedDocument
from demandgraph.plugins import EXTRACTORS, Plugin, plugins

Finding = TypeVar("Finding", Demand, Event, Affiliation, Figure)
log = logging.getLogger(__name__)


def extended(parsed: ParsedDocument, findings: Findings) -> Findings:
    """The findings with those that plug-ins add; one that fails adds nothing but a note for the report."""
    for plugin in plugins(EXTRACTORS):
        try:
            findings = taken(plugin, findings, plugin.load()(parsed, findings))
        except Exception as error:  # whatever another package does wrong, it costs its own findings only
            log.exception("%s: %s failed", parsed.document.file_name, plugin)
            note = f"the plug-in {plugin} failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
            findings = replace(findings, notes=(*findings.notes, note))
    return findings


def taken(plugin: Plugin, before: Findings, given: object) -> Findings:
    """What a plug-in gives, with its name on the findings that name no rule.

    Raises
    ------
    TypeError
        If it is something else than findings.
    ValueError
        If they are of another text, have parts of wrong types, or words that do not stand where they are said to.
    """
    if not isinstance(given, Findings):
        raise TypeError(f"it gave {type(given).__name__} instead of Findings")
    text, known = before.document, given.document
    if (known.text, known.file_name, known.source) != (text.text, text.file_name, text.source):
        raise ValueError("it changed the document's text or name")
    if decode(encode(given), known.file_name, known.source, known.text, known.sha256) != given:
        raise ValueError("a finding has a part of a wrong type, or words that do not stand at its offsets")

    def named(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(x if x.rule else replace(x, rule=f"{plugin.package or 'plug-in'}/{plugin.name}") for x in found)

    return replace(
        given, demands=named(given.demands), events=named(given.events), affiliations=named(given.affiliations),
        figures=named(given.figures),
    )  # fmt: skip
