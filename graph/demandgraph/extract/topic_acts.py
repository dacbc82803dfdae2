"""Tells the topic of an action whose head alone settles it: diplomatic acts, ceasing fire, exhortations that ask nothing.

The table is ``topic_acts.tsv`` beside this module. *Condemn the arrests* is diplomacy though *arrests* speaks of
repression: what is asked for is a word, not an arrest less.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from demandgraph.extract.topic_patterns import compile_pattern

LEAD = re.compile(
    r"""(?:(?:\w+ly|also|do\ not|don['’]t|not|never|to|please|at\ once|now|again|be\ able\ to|continue(?:s|d)?\ (?:to)?|take\ (?:this|the|every)\ opportunity\ to
    |(?:continue|pursue|make|step\ up|increase|intensify|strengthen|redouble)\ (?:(?:its|their|his|her|your|our|all|every|further|the)\ )?(?:\w+\ )?efforts?\ (?:to|at)
    |(?:take|taking)\ (?:\w+\ ){0,3}?(?:measures?|steps?|action)\ to|(?:give|giving)\ (?:\w+\ )?consideration\ to|consider(?:ing)?
    |do\ (?:everything|all|more|what)\ (?:[\w']+\ ){0,4}?to|an?\ (?:immediate|urgent)?|immediate|urgent
    |(?:add|lend|use|raise)\ (?:its|their|his|her|your)\ (?:own\ )?(?:voices?|influence)\ (?:and|to))[\s,]+)+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words before the head of an action that say nothing of what it is."""

VAGUE = re.compile(
    r"""(?:please\ )?(?:(?:do|does)\ (?:more|something|better|the\ right\ thing|(?:his|her|its|your|their|our)\ (?:duty|part|bit))
    |act|change|answers?|react|respond|take\ (?:action|notice|responsibility|note)|think(?:\ again)?|help|listen|try\ harder|step\ up|comment)
    (?:\ (?:now|today|at\ once|immediately|quickly|urgently|swiftly|decisively|accordingly|before\ it\ is\ too\ late))*[.!]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Exhortations that name no action."""


@cache
def acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The table: a topic and the expression of all its acts, in order of precedence."""
    text = files("demandgraph.extract").joinpath("topic_acts.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(
        (topic, re.compile("|".join(f"(?:{compile_pattern(p)})" for p in re.split(r"\s\|\s", found)), re.IGNORECASE))
        for topic, found in rows
    )


def topic_of_act(action: str) -> str | None:
    """The topic that the head of an action settles, ``other`` for an exhortation without an action; else ``None``."""
    if VAGUE.fullmatch(action.strip()):
        return "other"
    lead = LEAD.match(action)
    heads = (action, action[lead.end() :]) if lead else (action,)
    for topic, regex in acts():
        if any(regex.match(head) for head in heads):
            return topic
    return None
