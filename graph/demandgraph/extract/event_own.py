"""The document's own act: the adoption that it records, the statement or letter that it is, and what follows from them.

A resolution's line *3 May 2019 [Adopted without a vote.]* is an adoption by the body whose clauses stand above it. A
letter, appeal, speech or statement is one Statement by its author. What the adopting body condemns or supports in its
resolution bears the date of the adoption.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from demandgraph.dates import find_dates
from demandgraph.extract.cast import Cast
from demandgraph.model import Event, Phrase
from demandgraph.parsed import ParsedDocument

ADOPTED = re.compile(
    r"\b(?:adopted|passed|approved|agreed\s+to|rejected)\b(?:\s+(?:as amended|as orally revised|unanimously))*"
    r"\s*(?:(?:without|by)\s+(?:a\s+|an?\s+\w+\s+)?(?:vote|consensus|acclamation)|unanimously|by\s|with\s|on\s|in\s|at\s|\.|$)",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\b(?:resolution|decision|recommendation|declaration)\s+(?:[\w/()]+\s+)?of\s+\d{1,2}\s+\w+\s+\d{4}", re.I
)
"""A title that dates its act: *Assembly resolution of 3 May 2019 on rivers*."""
RESOLVED = re.compile(r"\b(?:Resolved|RESOLVED)\b\s*(?:by|,|that|:)", re.IGNORECASE)
THAT_BODY = re.compile(r"That (?:this|the) [A-Z][^.;]{2,90}(?:[:—–-]|--)\s*$")
"""The line above what a chamber resolves, where its formula is lost: *That this House:*, *That the Senate—*."""
ACT_NAME = re.compile(r"\b(?:resolution|decision|declaration|motion|recommendation)\b", re.IGNORECASE)
THEREFORE = re.compile(r"\bNow,? therefore,? be it\b", re.IGNORECASE)
OWN_STATEMENTS = frozenset({"Appeal", "Statement", "Speech"})
SPOKEN_TITLE = re.compile(
    r"\b(?:statement|letter|appeal|remarks|speech|address|declaration|communiqu[eé]|message|open letter|submission"
    r"|intervention|oral statement|petition|urges?|calls?|demands?|condemns?|appeals?)\b",
    re.IGNORECASE,
)
PRESENT = frozenset({"Statement", "PressRelease", "Appeal", "Speech"})
"""Kinds of documents whose present tense is that of their own date."""
OWN_ACTS = frozenset("vote-line resolved headed adopt push-through vote-for".split())
"""Rules whose adoptions may be the one that a document is about."""
CITING = frozenset({"preamble", "footnote"})
"""Blocks whose adoptions are earlier acts that the document refers to."""
LINE = 500
"""Characters of a line above the body that can be the name of the act."""
OPENING = 200
"""Characters from the first sentence within which a statement tells the meeting that issues it."""
FOLLOWING = frozenset({"Condemnation", "Support", "Statement"})


def own_adoption(parsed: ParsedDocument, cast: Cast, events: Iterable[Event]) -> Event | None:
    """The adoption that a line of the document's own layout records, ``None`` without such a line."""
    if not cast.adopter:
        return None
    blocks = parsed.blocks
    cited = [(b.begin, b.end) for b in blocks if b.kind in CITING]
    if any(
        e.type == "Adoption"
        and set(e.agents) & set(cast.adopter)
        and e.rule != "rules/event/adoption/adopted-act"
        and not any(begin <= e.evidence[0].begin < end for begin, end in cited)
        for e in events
    ):
        return None
    for i, block in enumerate(blocks):
        text = parsed.text[block.begin : block.end]
        if block.kind == "vote" and (match := ADOPTED.search(text)):
            begin = _opening(parsed, i)
            end = min(block.end, block.begin + max(match.end() + 60, 90))
            cut = re.search(r"[.\]:](?:\s|$)", parsed.text[block.begin + match.end() - 1 : end])
            if cut:
                end = block.begin + match.end() - 1 + cut.start() + 1
            return _adoption(parsed, cast, parsed.phrase(begin, end), "vote-line", 0.95)
    for block in blocks:
        text = parsed.text[block.begin : block.end]
        if block.kind == "title" and (match := TITLED.search(text)):
            return _adoption(parsed, cast, parsed.phrase(block.begin, block.end), "titled", 0.7)
    for pattern in (RESOLVED, THEREFORE, THAT_BODY):
        for block in blocks:
            text = parsed.text[block.begin : block.end]
            if block.kind not in {"title", "furniture", "foreign"} and (match := pattern.search(text)):
                end = min(block.end, block.begin + match.start() + 120)
                return _adoption(parsed, cast, parsed.phrase(block.begin + match.start(), end), "resolved", 0.6)
    return _headed(parsed, cast)


def _headed(parsed: ParsedDocument, cast: Cast) -> Event | None:
    """The adoption of a resolution that tells of it nowhere: the line above its body that calls it one, else its title."""
    body = next((i for i, b in enumerate(parsed.blocks) if b.kind == "body"), None)
    if parsed.document.kind != "Resolution" or body is None:
        return None
    above = [b for b in parsed.blocks[:body] if b.kind in {"title", "heading", "paragraph"} and b.end - b.begin < LINE]
    named = [b for b in above if b.kind != "title" and _calls_itself(parsed.text[b.begin : b.end])]
    best = next((b for b in (*reversed(named), *above) if len(parsed.text[b.begin : b.end].split()) > 2), None)
    return _adoption(parsed, cast, parsed.phrase(best.begin, best.end), "headed", 0.6) if best is not None else None


def _calls_itself(line: str) -> bool:
    """Whether a line names the act and what it is about (*Assembly resolution on rivers*), with no verb of procedure."""
    return ACT_NAME.search(line) is not None and not re.search(
        r"\b(?:submitted|tabled|moved|pursuant|replacing)\b", line
    )


def _opening(parsed: ParsedDocument, index: int) -> int:
    """Where the vote line's paragraph begins: the lines of kind ``vote`` right above (meeting, date) belong to it."""
    while (
        index > 0
        and parsed.blocks[index - 1].kind in {"vote", "dateline"}
        and (parsed.blocks[index].begin - parsed.blocks[index - 1].end < 4)
    ):
        index -= 1
    return parsed.blocks[index].begin


def _adoption(parsed: ParsedDocument, cast: Cast, phrase: Phrase, rule: str, confidence: float) -> Event:
    dates = [iso for _, _, iso in find_dates(phrase.text, parsed.document.date)]
    return Event(
        id=f"adoption-{phrase.begin}", type="Adoption", evidence=(phrase,), agents=cast.adopter,
        date=max(dates, key=len) if dates else parsed.document.date, confidence=confidence,
        rule=f"rules/event/adoption/{rule}",
    )  # fmt: skip


def with_own_statement(parsed: ParsedDocument, cast: Cast, events: list[Event]) -> list[Event]:
    """Events with the Statement that a letter, appeal, speech or declaration is.

    Its evidence is the title and the first sentence; tellings of it (*we have sent this letter*) are further evidence.
    """
    own = own_statement(parsed, cast)
    if own is None:
        return events
    same = [
        e
        for e in events
        if e.type == "Statement" and (e.evidence[0] in own.evidence or (e.agents and set(e.agents) <= set(own.agents)))
    ]
    more = tuple(p for e in same for p in e.evidence if p not in own.evidence)
    return [replace(own, evidence=(*own.evidence, *more)[:8]), *(e for e in events if e not in same)]


def own_statement(parsed: ParsedDocument, cast: Cast) -> Event | None:
    """The Statement that the document is, ``None`` if it is none or its author is unknown."""
    document = parsed.document
    if document.kind not in OWN_STATEMENTS:
        return None
    evidence: list[Phrase] = []
    for block in parsed.blocks:
        if block.kind == "title" and SPOKEN_TITLE.search(parsed.text[block.begin : block.end]):
            evidence.append(parsed.phrase(block.begin, block.end))
    first = _first_sentence(parsed)
    if first is not None:
        evidence.append(first)
    if not evidence:
        return None
    return Event(
        id=f"statement-{evidence[0].begin}", type="Statement", evidence=tuple(evidence), date=document.date,
        agents=cast.author, recipients=tuple(a for a in cast.addressees if a not in cast.author), confidence=0.6,
        rule="rules/event/statement/own",
    )  # fmt: skip


def _first_sentence(parsed: ParsedDocument) -> Phrase | None:
    """The first sentence in which the author speaks: with *we* or *I*, else the first of the body."""
    best: Phrase | None = None
    for sentence in parsed.sentences:
        if parsed.blocks[sentence.block].kind not in {"paragraph", "body"}:
            continue
        words = {t.lower_ for t in sentence.span[:12]} if not any(t.text in '"“”' for t in sentence.span) else set()
        phrase = parsed.phrase(sentence.begin, min(sentence.end, sentence.begin + 400))
        if len(phrase.text.split()) < 5:
            continue
        if words & {"we", "i"}:
            return phrase
        best = best or phrase
    return best


def dated(
    events: Iterable[Event], parsed: ParsedDocument, cast: Cast, present: frozenset[str] = frozenset()
) -> tuple[Event, ...]:
    """Events with the dates that follow from the document's own act.

    The adopting body's condemnations and support in its resolution date from the adoption, the author's statements from
    the document; a vaguer date of the same act (*this year*) is made as precise as the document's. ``present`` are the
    ids of events that are done by saying so in the present tense (*Norland thanks the crew*).
    """
    events = tuple(events)
    own = parsed.document.date or opening_meeting(events, parsed, cast)
    adopter, author = set(cast.adopter), set(cast.author)

    def adopted(e: Event) -> bool:
        return e.type == "Adoption" and bool(set(e.agents) & adopter) and _reported(e)

    events = tuple(_datelined(e, parsed) for e in events)
    events = tuple(replace(e, date=own) if adopted(e) and refines(own, e.date) else e for e in events)
    act = next((e.date for e in sorted(events, key=_precedence) if e.date and adopted(e)), None) or own
    result = []
    for e in events:
        date, agents = e.date, set(e.agents)
        if e.type in FOLLOWING and agents:
            if agents <= adopter and refines(act, date):
                date = act
            elif refines(own, date) and (
                agents <= author or released(e, parsed, cast) or (e.id in present and parsed.document.kind in PRESENT)
            ):
                date = own
        result.append(replace(e, date=date) if date != e.date else e)
    return tuple(result)


def opening_meeting(events: Iterable[Event], parsed: ParsedDocument, cast: Cast) -> str | None:
    """The date of the meeting with which a statement without date opens: *We, the ministers, met on 3 May 2031.*"""
    if parsed.document.kind != "Statement":
        return None
    start = next((s.begin for s in parsed.sentences if parsed.blocks[s.block].kind in {"paragraph", "item"}), 0)
    met = (
        e.date
        for e in events
        if e.type == "Meeting" and e.date and e.agents and set(e.agents) <= set(cast.author)
        if e.evidence[0].begin - start < OPENING
    )
    return next((d for d in met if len(d) == len("2031-05-03")), None)


def refines(date: str | None, vague: str | None) -> bool:
    """Whether a date is a more precise form of another one, or the other is missing."""
    return date is not None and (vague is None or (len(vague) < len(date) and date.startswith(vague)))


def _datelined(event: Event, parsed: ParsedDocument) -> Event:
    """An event told right below a line that holds only a date (the stages of a bill) happened on that date."""
    if event.date or event.rule.split("/")[-1] not in {"introduce-bill", "adopt", "refer", "transmit"}:
        return event
    begin = event.evidence[0].begin
    index = next((i for i, b in enumerate(parsed.blocks) if b.begin <= begin < b.end), 0)
    if index and parsed.blocks[index - 1].kind == "dateline":
        above = parsed.blocks[index - 1]
        dates = find_dates(parsed.text[above.begin : above.end], parsed.document.date)
        if len(dates) == 1:
            return replace(event, date=dates[0][2])
    return event


def released(event: Event, parsed: ParsedDocument, cast: Cast) -> bool:
    """Whether a person is quoted by a press release: the words are given out on its date unless it says otherwise."""
    if parsed.document.kind != "PressRelease" or event.type != "Statement" or len(event.agents) != 1:
        return False
    entry = cast.entries.get(event.agents[0])
    return entry is not None and entry.type == "Person"


def _reported(event: Event) -> bool:
    """Whether an adoption without date is the one that the document is about, not an earlier act cited by it."""
    return event.rule.rsplit("/", 1)[-1] in OWN_ACTS


def _precedence(event: Event) -> int:
    """The document's own layout tells its adoption more surely than a sentence."""
    return 0 if event.rule.endswith(("/vote-line", "/resolved", "/titled", "/headed")) else 1
