"""Tells the topic of an action whose head alone settles it: diplomatic acts, ceasing fire, exhortations that ask nothing.

The table is ``topic_acts.tsv`` beside this module; its rows ``=name`` define words that the patterns of the others
share. *Condemn the arrests* is diplomacy though *arrests* speaks of repression: what is asked for is a word, not an
arrest less.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from demandgraph.extract.topic_patterns import compile_pattern

EFFORT = r"(?:measures?|steps?|actions?|efforts?|initiatives?|endeavours?|attempts?|activities|work|opportunity)"
LEAD = re.compile(
    rf"""(?:(?:
      (?:\w+ly|also|please|at\ once|now|again|without\ delay|do\ not|don['’]t|not|never|to|immediate|urgent|an?(?:\ (?:immediate|urgent))?)
    | (?:tak|adopt|undertak|mak|pursu|continu|intensify|strengthen|redoubl|increas|accelerat|enhanc|sustain|maintain|support)(?:e|ing)?\ (?:[\w,'-]+\ ){{0,4}}?{EFFORT}\ (?:\w+\ )?(?:to|at|towards?|for)
    | step(?:ping)?\ up\ (?:[\w,'-]+\ ){{0,4}}?{EFFORT}\ (?:to|at|towards?|for)
    | (?:ensure|ensuring|guarantee|guaranteeing|make\ sure|see\ to\ it|seeing\ to\ it|make\ certain)(?:,\ [^,]{{1,40}},)?(?:\ also)?\ that
    | (?:continue|continuing|seek|strive|try|aim|endeavour|undertake|commit|be\ able|be\ ready|be\ prepared|be\ willing|begin|start|proceed|resolve|help|continued?)\ to
    | consider(?:ing)?(?:\ the\ possibility\ of)? | giv(?:e|ing)\ (?:\w+\ )?consideration\ to
    | work(?:ing)?\ (?:(?:together|closely|jointly|urgently|hard)\ ){{0,2}}?(?:with\ (?:[\w'’-]+\ ){{1,5}}?)?to
    | do(?:ing)?\ (?:everything|all|more|what|whatever)\ (?:[\w']+\ ){{0,4}}?to
    | (?:contribute|contributing)\ to | help(?:ing)?(?:\ us)?(?:\ to)?
    | (?:press|urge|lobby|persuade|convince|pressure|get)(?:ing)?\ (?:[\w'’-]+\ ){{1,8}}?to
    | address(?:ing)? | the\ need\ to | bring(?:ing)?\ about
    | (?:add|lend|use|raise)\ (?:its|their|his|her|your)\ (?:own\ )?(?:voices?|influence)\ (?:and|to))[\s,]+)+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words before the head of an action that say nothing of what it is."""

VAGUE = re.compile(
    r"""(?:please\ )?(?:(?:do|does)\ (?:more|something|better|the\ right\ thing|(?:his|her|its|your|their|our)\ (?:duty|part|bit))
    |act|change|answers?|react|respond|take\ (?:action|notice|responsibility|note)|think(?:\ again)?|help|listen|try\ harder|step\ up|comment
    |(?:\w+ly\ )?(?:take|adopt)\ (?:the\ following|these|such)\ (?:\w+\ ){0,2}(?:measures|steps|actions))
    (?:\ (?:now|today|at\ once|immediately|quickly|urgently|swiftly|decisively|accordingly|before\ it\ is\ too\ late))*[.!]?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Exhortations that name no action."""
RETREAT = re.compile(
    r"(?:withdraw|pull\ (?:out|back)|retreat|disarm|demobili[sz]e|disengage|stand\ down|lay\ down\ (?:their|its|all|your)?\ ?arms)"
    r"(?:\ (?:now|at\ once|immediately|completely|fully|unconditionally|without\ delay|forthwith|from\ there))*[.!]?",
    re.IGNORECASE | re.VERBOSE,
)
"""An army's leaving, told without saying what leaves: *they should withdraw*."""


@cache
def acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The table: a topic and the expression of all its acts, in order of precedence."""
    text = files("demandgraph.extract").joinpath("topic_acts.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("="):
            name, found = line[1:].split("\t")
            text = text.replace(f"<{name}>", found)
    rows = (line.split("\t") for line in text.splitlines() if line.strip() and line[0] not in "#=")
    return tuple(
        (topic, re.compile("|".join(f"(?:{compile_pattern(p)})" for p in re.split(r"\s\|\s", found)), re.IGNORECASE))
        for topic, found in rows
    )


@lru_cache(maxsize=1_000)  # asked again when the document's subject is known
def topic_of_act(action: str) -> str | None:
    """The topic that the head of an action settles, ``other`` for an exhortation without an action; else ``None``."""
    if VAGUE.fullmatch(action.strip()):
        return "other"
    if RETREAT.fullmatch(action.strip()):
        return "security"
    lead = LEAD.match(action)
    inner = action[lead.end() :] if lead else None
    for topic, regex in acts():
        if regex.match(action) or (inner is not None and regex.match(inner)):
            return topic
    return None
