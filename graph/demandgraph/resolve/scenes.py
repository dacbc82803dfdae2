"""Which country a document, and which country a demand, is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from demandgraph.iris import slug
from demandgraph.model import Findings
from demandgraph.resolve.known import Known
from demandgraph.resolve.naming import name_key

CLEAR = 1.5
"""How many times more often than any other a country is mentioned in a document that is about it alone."""
LESS = 2
"""How many times less often than the first a country may be mentioned in a document that is about it too."""


def scene(findings: Findings, known: Known) -> str:
    """The name key of the country that a document is about, empty where there is none.

    The only country that the title names, also by its adjective or inhabitants; else the one that is mentioned clearly
    more often than any other.
    """
    titled, counts = mentioned(findings, known)
    if len(titled) == 1:
        return min(titled)
    first, second = (*counts, ("", 0), ("", 0))[:2]
    return first[0] if first[1] > 1 and first[1] >= CLEAR * second[1] else ""


def scenes(findings: Findings, known: Known) -> frozenset[str]:
    """The name keys of all countries that a document is about: in its title, or mentioned nearly as often as any."""
    titled, counts = mentioned(findings, known)
    most = counts[0][1] if counts else 0
    return frozenset(titled | {key for key, n in counts if n > 1 and n * LESS >= most})


def mentioned(findings: Findings, known: Known) -> tuple[set[str], list[tuple[str, int]]]:
    """The countries in a document's title, and those in its text with how often, the most frequent first."""
    forms = country_forms(findings, known)
    titled = {key for _, _, key in places_in(findings.document.title or "", forms)}
    counts: Counter[str] = Counter()
    for actor in findings.actors:
        if actor.type == "Country":
            counts[name_key(known.label(actor), actor.type)] += len(actor.mentions)
        elif actor.type != "Person":
            counts.update({key: len(actor.mentions) for _, _, key in places_in(actor.name, forms)})
    return titled, sorted(counts.items(), key=lambda c: (-c[1], c[0]))


def country_forms(findings: Findings, known: Known) -> dict[str, str]:
    """The words for countries of a document, case-folded, each with the country's name key."""
    forms = dict(known.country_words())
    for actor in findings.actors:
        if actor.type == "Country":
            key = name_key(known.label(actor), actor.type)
            forms |= {
                form.casefold(): key for form in (actor.name, *actor.aliases) if slug(form) and form != form.lower()
            }
    return forms


def places_in(text: str, forms: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where a text names countries, the longest name first at each place; ``forms`` are case-folded."""
    words = list(re.finditer(r"[^\W_]+(?:[.'’-][^\W_]+)*", text))
    at = 0
    while at < len(words):
        for length in (5, 4, 3, 2, 1):
            if at + length <= len(words):
                begin, end = words[at].start(), words[at + length - 1].end()
                form = re.sub(r"['’]s?$", "", text[begin:end])
                key = forms.get(" ".join(form.split()).casefold()) if form != form.lower() else None
                if key and not (length == 1 and form.casefold() == "us" and form != "US"):
                    yield begin, begin + len(form), key
                    at += length - 1
                    break
        at += 1
