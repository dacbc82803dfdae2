"""Runs the extractors over one parsed document in the order in which they need each other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from demandgraph.authority import Authority
from demandgraph.extract.action_strength import strength_of
from demandgraph.extract.affiliations import find_affiliations
from demandgraph.extract.cast import Cast
from demandgraph.extract.demands import find_demands
from demandgraph.extract.events import find_events
from demandgraph.extract.figures import find_figures
from demandgraph.extract.plugged import extended
from demandgraph.extract.recommendations import find_recommendations, with_dialogue
from demandgraph.extract.stance import stances
from demandgraph.model import Findings
from demandgraph.parsed import ParsedDocument

log = logging.getLogger(__name__)


def extract(parsed: ParsedDocument, authority: Authority) -> Findings:
    """Find everything that a document says.

    A step that fails costs its own findings, never the document: it is logged and noted in :attr:`Findings.notes`.
    """
    notes: list[str] = []

    def attempt(step: Callable[..., tuple[Any, ...]], *args: object) -> tuple[Any, ...]:
        try:
            return step(*args)
        except Exception as error:  # a rule that fails must cost its own findings only
            log.exception("%s: %s failed", parsed.document.file_name, step.__name__)
            notes.append(f"{step.__name__} failed: {type(error).__name__}: {error}")
            return ()

    cast = Cast.of(parsed, authority)
    affiliations = attempt(find_affiliations, parsed, cast)
    events = attempt(find_events, parsed, cast)
    recommendations = attempt(find_recommendations, parsed, cast, events)
    found = attempt(find_demands, parsed, cast, events)
    demands = attempt(with_dialogue, parsed, cast, recommendations, found) or (*recommendations, *found)
    demands = tuple(replace(d, strength=strength_of(d.action.text)) for d in demands)
    figures = attempt(find_figures, parsed, cast, events)
    actors = cast.actors_of(demands, events, affiliations)
    marked = attempt(stances, parsed.text, actors, events)
    found_here = Findings(parsed.document, actors, demands, events, affiliations, figures, tuple(notes), marked)
    return extended(parsed, found_here)
