"""Compares two names of actors of one class: a score, and why."""

from __future__ import annotations

from demandgraph.resolve.bodies import compare_bodies
from demandgraph.resolve.persons import CERTAIN, SAME, UNSURE, Comparison, compare_persons

__all__ = ["CERTAIN", "SAME", "UNSURE", "Comparison", "compare"]


def compare(one: str, other: str, kind: str) -> Comparison:
    """Compare two names of actors of one class.

    Parameters
    ----------
    one, other : the names as documents write them
    kind : a class of actors; names of persons are compared as such, all others as names of bodies
    """
    return compare_persons(one, other) if kind == "Person" else compare_bodies(one, other)
