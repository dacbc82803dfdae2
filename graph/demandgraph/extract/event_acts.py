"""Reads lists of past acts: *resolutions 12/3 of 5 March 2003 and 14/1 of 2 May 2004* are two adoptions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from demandgraph.extract.event_time import Dated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from demandgraph.extract.event_mention import Mention


def act_dates(noun: Token, dates: list[Dated]) -> list[Dated]:
    """The dates of the numbered acts that follow a noun, each after *of*."""
    following = (t.i for t in noun.doc[noun.i + 1 : noun.sent.end] if t.lemma_.lower() in {"resolution", "decision"})
    end = next(following, noun.sent.end)
    found = [d for d in dates if noun.i < d.first.i < end and d.first.i > 1 and d.first.nbor(-1).lower_ == "of"]
    return [
        d for d in found if any(c.isdigit() for t in noun.doc[max(noun.i, d.first.i - 6) : d.first.i] for c in t.text)
    ]


def listed_acts(mention: Mention, dates: list[Dated]) -> list[Mention]:
    """The further acts of a list, each an adoption of its own by the same body; the first mention is cut to its act."""
    noun = mention.word
    listed = act_dates(noun, dates) if noun.tag_ in {"NNS", "NNPS"} else []
    further = []
    for before, d in pairwise(listed):
        start = before.last.i + 1
        while start < d.first.i and (noun.doc[start].is_punct or noun.doc[start].lower_ in {"and", "as", "well"}):
            start += 1
        further.append(replace(mention, date=d.iso, span=noun.doc[start : d.last.i + 1], word=d.first))
    if further and mention.span is not None:
        mention.date = listed[0].iso
        mention.span = noun.doc[mention.span.start : max(noun.i, listed[0].last.i) + 1]
    return further
