"""Finds what a resolution in the parliamentary form resolves: *Resolved, that all ferries be inspected*.

What the body itself asks in such a clause (*that the union urge the mayor to act*) is found by its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from demandgraph.extract.demand_asks import Ask
from demandgraph.extract.demand_edges import content_end
from demandgraph.extract.demand_grammar import Stretch
from demandgraph.extract.demand_phrases import clause_parts
from demandgraph.extract.frames import VERBS

RESOLVED = re.compile(
    r"\W*(?:(?:now|therefore|and|let it|be it|it is|also|further|finally|hereby)\b,?\s*){0,6}resolved\b", re.I
)
"""The formula at the head of a clause."""
OWN_ACTS = frozenset(
    """support oppose affirm reaffirm condemn endorse stand go declare express join commend congratulate thank honor honour
    recognize recognise celebrate applaud deplore adopt""".split()
)
"""What a body resolves to do itself."""


def resolved_asks(st: Stretch) -> Iterator[Ask]:
    """The clause of a resolved that is in the subjunctive, or put with *shall*, and names who or what is to act."""
    if st.block.kind != "operative" or not RESOLVED.match(st.parsed.text, st.block.begin):
        return
    doc = st.doc
    first = next((k for k in range(st.start, st.end) if not doc[k].is_space and not doc[k].is_punct), st.end)
    if first < st.end and doc[first].lower_ in FORMULA:
        first = next((k + 1 for k in range(first, st.end) if doc[k].lower_ == "that"), st.end)
    subject, verb, _ = clause_parts(st, first, st.end)
    if subject is None or verb is None or verb >= st.end or subject[0] > first + 3:
        return
    shall = doc[verb - 1].lower_ == "shall"
    acts = next((t for t in doc[verb : min(st.end, verb + 5)] if t.tag_ in BASE and t.lower_ != "be"), doc[verb])
    lemma = acts.lemma_.lower()
    if not (shall or doc[verb].tag_ in {"VB", "VBP"} or doc[verb].lower_ == "be") or lemma in OWN_ACTS:
        return
    if doc[verb].lower_ in {"are", "have", "do", "am"}:
        return
    if lemma in VERBS and lemma not in {"require", "direct", "instruct", "task", "mandate"}:
        return
    end = content_end(doc, verb, st.end, verb, st.start, own=True)
    yield Ask("rules/demand/resolved-that", "call", 0.75, first, first, (first, end), "clause")


BASE = frozenset({"VB", "VBN", "VBP"})
"""Tags of a verb in the subjunctive, which the tagger takes for a present where the subject is plural or far."""
FORMULA = frozenset({"resolved", "be", "now", "therefore", "and", "let", "it", "further"})
