"""Finds whom *the signatories*, *the two groups*, *both governments* stand for: actors named side by side before."""

from __future__ import annotations

from collections.abc import Iterable

from demandgraph.extract.cast import Cast
from demandgraph.extract.coreference import candidates
from demandgraph.extract.demand_grammar import Stretch

_KINDS = {
    "Organization": """organisations organizations groups unions associations parties charities ngos federations networks
    coalitions companies firms movements societies clubs bodies churches alliances foundations agencies""",
    "Country": "countries nations states governments powers neighbours neighbors",
    "Person": "leaders ministers presidents men women politicians lawmakers senators diplomats lawyers authors writers",
    "": "signatories co-signatories sponsors co-sponsors partners pair duo allies",
}
KINDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
"""Plural nouns that take up actors named together, with the type that these have (none: any)."""
OPENING = frozenset({"the", "these", "those", "both", "all"})
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def named_together(
    st: Stretch, cast: Cast, start: int, end: int, earlier: Iterable[tuple[str, ...]]
) -> tuple[str, ...]:
    """The actors that a definite plural takes up: those who asked together before, else those last named side by side.

    Parameters
    ----------
    start, end : the tokens of the phrase, which is determiner, number or neither, and noun, no more
    earlier : who asked so far, the last ones first
    """
    words = [t.lower_ for t in st.doc[start:end] if not t.is_space]
    if not 2 <= len(words) <= 3 or words[0] not in OPENING or words[-1] not in KINDS:
        return ()
    count = NUMBERS.get(words[1]) if len(words) == 3 else None
    if len(words) == 3 and count is None:
        return ()
    count = 2 if words[0] == "both" else count
    kind = KINDS[words[-1]]

    def fits(ids: tuple[str, ...]) -> bool:
        entries = [cast.entries[i] for i in ids if i in cast.entries]
        enough = len(entries) == count if count else len(entries) > 1
        return enough and all(e.named and (not kind or e.type == kind) for e in entries)

    asked = next((ids for ids in earlier if fits(ids)), None)
    if asked is not None:
        return asked
    line = cast.by_block.get(st.index)
    for other, at in candidates(cast, line, start) if line is not None else ():
        ids = tuple(cast.resolve(other, at, 2))
        if fits(ids):
            return ids
    return ()
