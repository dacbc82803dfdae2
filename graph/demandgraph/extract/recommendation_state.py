"""Tells which state a report of a review is about: the one that its recommendations are made to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from demandgraph.attribution import straight, words

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŇŐŘŚŠŞŢŤŪŮŰŹŻŽ"
BLANK = r"(?:[^\S\n]{1,60}(?:\n[^\S\n]{0,60})?|\n[^\S\n]{1,60}|\n(?=\S))"  # at most one line break
WORD = rf"[{CAPITAL}][^\W\d_]*(?:[’'´`-][^\W\d_]+)*"
JOINED = rf"(?: of(?: the)?| and(?: the)?| the)? (?:d[’'´Õ])?{WORD}"
NAME = rf"(?P<name>(?:former )?{WORD}(?:{JOINED}){{0,9}}(?: \([{CAPITAL}][^()]{{3,40}}\))?)"
OF = r" (?:the )?(?:(?:Government|State|Kingdom|delegation|authorities) of (?:the )?(?=[A-Z]))?"


def frame(pattern: str, blank: str = BLANK) -> re.Pattern[str]:
    """A frame as a regular expression: blanks may be any, OF and NAME stand for the state and what leads to it."""
    return re.compile(pattern.replace("OF", OF).replace("NAME", NAME).replace(" ", blank))


SAME_LINE = r"[^\S\n]{1,60}"
# Frame and weight; each with an example of the words that it reads.
FRAMES = (
    # "will be examined by Ruritania, which will respond", "have been accepted by the Republic of Ruritania"
    (3, frame(r"\b(?:examined|considered|reviewed|accepted|supported|rejected|noted) byOFNAME")),
    # "enjoy the support of Ruritania"
    (3, frame(r"\bsupport (?:of|from)OFNAME")),
    # "the following recommendations were made to Ruritania"
    (3, frame(r"\b[Rr]ecommendations?\b[^.;:\n]{0,80}\b(?:to|for)OFNAME")),
    # "Ruritania considers that the recommendations", "Ruritania accepts the following recommendations"
    (2, frame(
        r"(?:^|[.;:\n] ?)NAME (?:has )?(?:considers?|cannot accept|(?:accept|support|reject)(?:s|ed)|not(?:es|ed))"
        r" (?:that )?(?:the )?(?:following )?recommendations?\b")),
    # "The review of Ruritania was held", "the delegation of Ruritania was headed by"
    (2, frame(r"\b(?:[Rr]eview|delegation|report(?: on)?|response) ofOFNAME (?:was|were|is|to)\b")),
    (2, frame(r"\badopted (?:the|its) report onOFNAME")),
    # "considered the second periodic report of Ruritania"
    (3, frame(r"\b(?:initial|periodic|combined) reports? (?:submitted by|of)OFNAME")),
    # "Peer review of Ruritania", "Matrix of recommendations, Ruritania" on a line of its own
    (1, frame(
        r"\b(?:[Rr]eview|[Rr]eport|[Mm]atrix|[Rr]ecommendations|[Oo]bservations)\b[^.\n]{0,60}?(?:\s(?:of|on|to|for)|,|:|\s[–—-])"
        r"OFNAME[^\S\n]{0,60}\*{0,3}[^\S\n]{0,60}(?=[\n(]|$)", SAME_LINE)),
    # "Ruritania: report of the review" on a line of its own
    (1, frame(
        r"(?:^|\n)[^\S\n]{0,60}NAME[^\S\n]{0,9}[:–—][^\n]{0,40}\b[Rr](?:eview|eport|ecommendations)\b", SAME_LINE)),
    # "Universal Periodic Review", with the name on the next line
    (1, frame(
        r"\bPeriodic\s{0,60}Review\s{0,60}\*{0,3}\s{0,60}[:–—-]?\s{0,60}NAME[^\S\n]{0,60}(?=[\n*(]|$)", SAME_LINE)),
)  # fmt: skip
# Capitalised words that stand in the place of the name and are none.
NOT_STATES = words(
    """state states government council human rights working group general assembly committee united nations universal
    periodic review report conclusions recommendations the high commissioner office member"""
)
TAIL = re.compile(r"(?:[’'´`]s?|(?<=[a-z])[ÕÓ]s?|\s+(?:of|and|the|which|who))+$")
KNOWN_COUNTS = 4  # how much more a name counts that is known to be a state's


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where the state under review is named."""

    begin: int
    end: int
    name: str
    weight: int


def namings(text: str, begin: int, end: int) -> Iterator[Naming]:
    """Where a stretch of text names a state as the one under review."""
    for weight, pattern in FRAMES:
        for match in pattern.finditer(text, begin, end):
            name = TAIL.sub("", match["name"])
            if not name or all(w.lower() in NOT_STATES for w in name.split()):
                continue
            first = match.start("name")
            yield Naming(first, first + len(name), straight(name), weight)


class Reviewed:
    """The state under review: of a whole document, and of a paragraph that names another one.

    Parameters
    ----------
    text : the document's text
    known : whether a name is a state's, ``None`` if nothing is known of states
    """

    def __init__(self, text: str, known: Callable[[str], bool] | None) -> None:
        self.text, self.known = text, known
        found = list(namings(text, 0, len(text)))
        votes: Counter[str] = Counter()
        for naming in found:
            votes[naming.name] += naming.weight * (KNOWN_COUNTS if known is not None and known(naming.name) else 1)
        first = {naming.name: naming for naming in reversed(found)}
        best = max(votes, key=lambda name: (votes[name], -first[name].begin), default=None)
        if best is not None and votes[best] < (KNOWN_COUNTS if known is not None else 1):
            best = None  # one line that may be a title says too little of a name that is no state's
        self.document = first[best] if best is not None else None

    def at(self, begin: int, end: int) -> Naming | None:
        """The state under review by the paragraph between two offsets, else by the document."""
        own = sorted(namings(self.text, begin, end), key=lambda n: (-n.weight, n.begin))
        sure = [n for n in own if self.known is not None and self.known(n.name)]
        if sure or self.document is None:
            return next(iter(sure or own), None)
        name = self.text[self.document.begin : self.document.end]
        place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text[begin:end])
        if place:
            return Naming(begin + place.start(), begin + place.end(), self.document.name, 1)
        if own and not (self.known is not None and self.known(self.document.name)):
            return own[0]
        return self.document


OWNER = frame(r"NAME(?<=[’'´`Õ]s)(?!\w)")
CLEAR = 2  # how many times as often as any other a state must be named to be the owner


def owner_of(stretches: Iterable[tuple[int, int]], reviewed: Reviewed) -> Naming | None:
    """The state whose own laws, plans and bodies recommendations name (*Ruritania's prisons*), if one stands out."""
    if reviewed.known is None:
        return None
    found = [
        Naming(m.start("name"), m.end("name") - 2, straight(m["name"][:-2]), 1)
        for begin, end in stretches
        for m in OWNER.finditer(reviewed.text, begin, end)
    ]
    counts = Counter(n.name for n in found if reviewed.known(n.name)).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[0][1] < CLEAR * counts[1][1]):
        return None
    return next(n for n in found if n.name == counts[0][0])
