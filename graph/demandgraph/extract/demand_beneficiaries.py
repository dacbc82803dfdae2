"""Finds for whom something is asked: the people whom an action frees, protects, supports or compensates."""

from __future__ import annotations

from demandgraph.extract.cast import Cast
from demandgraph.extract.demand_grammar import Stretch, skip

BENEFIT = frozenset(
    """release free liberate protect support assist help compensate rehabilitate evacuate liberation protection assistance
    aid compensation rehabilitation pardon amnesty shelter empower""".split()
)


def beneficiaries(st: Stretch, cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """For whom: the people whom an action frees, protects, supports or compensates."""
    doc = st.doc
    for k in range(start, min(end, start + 12)):
        low = doc[k].lemma_.lower()
        if low not in BENEFIT:
            continue
        j = skip(doc, k + 1, end)
        if j < end and doc[j].lower_ in {"of", "for", "to"}:
            j += 1
        if j < end and doc[j].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}:
            stop = j
            while (
                stop < end
                and doc[stop].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PART"} | {"PUNCT"}
                and doc[stop].text not in {";", ".", "("}
            ):
                stop += 1
            while stop > j and doc[stop - 1].pos_ in {"PUNCT", "CCONJ", "DET"}:
                stop -= 1
            if stop > j and (ids := cast.refer(doc[j:stop])):
                return ids
        return ()
    return ()
