"""Which kind of document a text is: resolution, press release, news report, appeal, statement, report, speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from demandgraph.parsed import Block

APPEAL = re.compile(
    r"\b(?:open letter|appeal|petition|letter (?:from|to|of)|letter\b|plea|memorandum|manifesto)\b", re.IGNORECASE
)
STATEMENT = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|conclusions|remarks on|joint statement)\b", re.IGNORECASE
)
SPEECH = re.compile(
    r"\b(?:speech|remarks|(?<!to )(?<!must )(?<!not )(?<!should )(?<!will )(?<!can )address(?! (?:the|these|this|its|all|human)\b)"
    r"|keynote|oral statement|(?<!for )(?<!of )(?<!ministerial )(?<!military )(?<!foreign )intervention(?! in\b)|lecture)\b",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"\b(?:report of|report on|summary record|minutes|working group|annual report|review|fact sheet"
    r"|monitoring)\b",
    re.IGNORECASE,
)
PRESS = re.compile(
    r"\b(?:press release|media release|news release|press releases|for immediate release|press service|media "
    r"statement)\b",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:press|joint|official|public)?\s*statement", re.IGNORECASE)
"""A line that only says that what follows is a statement."""
ORAL = re.compile(r"(?:ladies|excellenc|distinguished|mr\.? |madam |honou?rable|your excellencies)", re.IGNORECASE)
"""How a speaker greets those who listen."""
FIRST = re.compile(r"\b(?:we|our|us|I|my)\b")
SELVES = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")
"""The same at the head of a sentence too: whether a text that calls itself an appeal or a speech has a voice at all."""


def kind_of(text: str, blocks: Sequence[Block], title: str | None) -> str:
    """The kind of a document by its layout, title and voice."""
    counts = Counter(b.kind for b in blocks)
    head = " ".join(text[b.begin : b.end] for b in blocks if b.kind in ("title", "heading", "dateline", "furniture"))[
        :600
    ]
    title = title or ""
    running = "\n".join(text[b.begin : b.end] for b in blocks if b.kind in ("paragraph", "item"))
    if counts["recommendation"] >= 3:
        return "Report"
    if counts["operative"] >= 1 and (counts["body"] or counts["preamble"] >= 2):
        return "Resolution"
    if PRESS.search(head):
        return "PressRelease"
    if counts["salutation"] and not counts["address"]:
        greetings = [text[b.begin : b.end] for b in blocks if b.kind == "salutation"]
        if ORAL.match(greetings[0]) or sum(ORAL.match(g) is not None for g in greetings) > 1:
            return "Speech"
    if (
        counts["salutation"]
        or counts["address"]
        or (APPEAL.search(title) and (counts["signature"] or SELVES.search(running)))
    ):
        return "Appeal"
    if SPEECH.search(title) and SELVES.search(running):
        return "Speech"
    if STATEMENT.search(title) or any(
        LABEL.fullmatch(text[b.begin : b.end]) for b in blocks[:8] if b.kind != "furniture"
    ):
        return "Statement"
    if REPORT.search(title):
        return "Report"
    return _by_voice(running)


def _by_voice(running: str) -> str:
    """A text without any label: a party speaks as *we* outside of quotations, or lets one speaker of its own speak at
    length; the press reports several voices.
    """
    outside = QUOTED.sub(" ", running)
    first = len(FIRST.findall(outside)) / max(1, len(outside.split()))
    if first > 0.012:
        return "Statement"
    speakers = {name.split()[-1] for match in SPEAKER.finditer(outside) if (name := match["before"] or match["after"])}
    subjects = Counter(m.group(1) for m in SUBJECT.finditer(outside))
    leading = subjects.most_common(1)
    if len(speakers) >= 3:
        return "NewsReport"
    if first > 0.002 or (speakers and len(outside) < 0.75 * len(running)) or (leading and leading[0][1] >= 4):
        return "PressRelease"
    return "NewsReport"


NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:de|van|von|al|bin|el|da) )?(?: ?[A-Z][\w’'-]+){1,3}"
TELLS = "(?:said|says|told|added|stated|noted|stressed|explained|wrote|warned|commented|declared|emphasi[sz]ed)"
SPEAKER = re.compile(rf"(?P<before>{NAME})(?:,[^,.;“”\"]{{3,90}},)? {TELLS}\b|\b{TELLS} (?P<after>{NAME})")
SUBJECT = re.compile(rf"(?:^|[.!?]\s+|\n)({NAME}) (?:[a-z]+ed|held|told|said|met|gave)\b")
QUOTED = re.compile(r"“[^“”]{0,4000}(?:”|$)|\"[^\"]{0,4000}(?:\"|$)")
