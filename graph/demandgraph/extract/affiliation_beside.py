"""Finds affiliations that stand beside a name without a verb: *Ann Lee of the Trust*, *Ann Lee (Freeland) said*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import SAYING, TITLES
from demandgraph.extract.affiliation_bodies import introduces_speech, trade
from demandgraph.extract.affiliation_relations import mentions, phrase
from demandgraph.extract.name_lexicon import BODY_HEADS
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention
    from demandgraph.extract.name_line import Line
    from demandgraph.model import Phrase

Found = tuple[str, str, str | None, "Phrase", str]
BODIES = frozenset({"Organization", "Institution", "Country"})
LAYOUT = frozenset({"signature", "address", "copy", "roster"})


def from_prepositions(cast: Cast) -> Iterator[Found]:
    """*Ann Lee of the Harbour Trust*, *Ann Lee (Harbour Trust)*, *Ann Lee, on behalf of the Trust*."""
    for line in cast.lines:
        if line.kind in LAYOUT or line.casing != "sentence":
            continue
        first: Mention | None = None
        previous: Mention | None = None
        bracketed: Mention | None = None
        for mention in mentions(line):
            kind = cast.entries[mention.ids[0]].type
            if kind == "Person" and mention.how == "name":
                first, previous, bracketed = previous, mention, None
                if (state := state_of_counterpart(cast, line, mention)) is not None:
                    span = phrase(cast, line, max(line.first, mention.start - 3), mention.end)
                    yield mention.ids[0], state, "counterpart", span, "name-role"
                continue
            person = bracketed or previous
            if person is not None and mention.how in {"name", "state"} and kind in BODIES:
                stated = second(line, mention) if bracketed else beside(cast, line, person, mention, kind)
                if stated is not None:
                    yield (
                        person.ids[0], mention.ids[0], stated[0], phrase(cast, line, person.start, mention.end),
                        stated[1],
                    )  # fmt: skip
                    if (
                        first is not None
                        and line.low[first.end : person.start] == ["and"]
                        and line.low[person.end] == "of"
                    ):
                        yield (
                            first.ids[0],
                            mention.ids[0],
                            None,
                            phrase(cast, line, first.start, mention.end),
                            stated[1],
                        )
                    bracketed = person if line.text[person.end] == "(" else None
            first = previous = None


def beside(cast: Cast, line: Line, person: Mention, body: Mention, kind: str) -> tuple[str | None, str] | None:
    """The role and the rule by which a name and a body beside it go together."""
    between = [w for w in line.low[person.end : body.start] if w not in {",", "the", '"', "“"}]
    if "behalf" in between and len(between) <= 5:
        return "on behalf of", "on-behalf"
    if kind == "Country":
        spoken = (between == ["("] and speaks(line, person, body)) or (between == ["of"] and presides(line, person))
        return (None, "name-of-body") if spoken else None
    headed = any(singular(w) in BODY_HEADS for w in line.low[body.start : body.end])
    owned = between in (["'s"], ["’s"]) and kind == "Organization" and headed
    stated = between in (["("], ["of"], ["from"], ["with"]) or (
        not between
        and body.start > person.end
        and (attributed(line, person, body) or enumerated(cast, line, person, body))
    )
    stated = stated or (between in DASHED and spoken_by(line, person) and len(line) - body.end <= 1)
    if (stated or owned) and body.start - person.end <= 4:
        return None, "name-of-body"
    title = trade(line, person, body)
    return (title, "name-role") if title else None


DASHED = (["–"], ["—"], ["-"])


def spoken_by(line: Line, person: Mention) -> bool:
    """Whether a verb of saying stands right before a name: *“We stay,” **said** Ann Lee – Reef Trust*."""
    return person.start > line.first and line.lemma[person.start - 1] in SAYING


def enumerated(cast: Cast, line: Line, person: Mention, body: Mention) -> bool:
    """Whether names and bodies stand in pairs: ***Ann Lee, Reef Trust**, and Tom Bell, Coral Union, condemned*."""
    k = body.end
    if line.text[person.end] != "," or line.text[k : k + 1] not in ([","], [";"]):
        return False
    k += 1 + (line.low[k + 1 : k + 2] == ["and"])
    other = line.owner[k] if k < len(line) else None
    if other is None or other.how != "name" or cast.entries[other.ids[0]].type != "Person":
        return False
    k = other.end + 1 + (line.low[other.end + 1 : other.end + 2] == ["the"])
    behind = line.owner[k] if k < len(line) and line.text[other.end] == "," else None
    return behind is not None and cast.entries[behind.ids[0]].type in {"Organization", "Institution"}


def second(line: Line, body: Mention) -> tuple[None, str] | None:
    """The second body in the brackets behind a name: *Ann Lee (Harbour Party, **Freeland**)*."""
    return (
        (None, "name-of-body")
        if line.text[body.start - 1] == "," and line.text[body.end : body.end + 1] == [")"]
        else None
    )


def speaks(line: Line, person: Mention, state: Mention) -> bool:
    """Whether somebody speaks for the state in brackets: *Ann Lee (Freeland) said*, *Ms. Lee (Freeland)*."""
    k = state.end
    if line.text[k : k + 1] != [")"]:
        return False
    if person.start > line.first and line.low[person.start - 1] in TITLES:
        return True
    if line.text[k + 1 : k + 2] == [","]:
        return line.low[k + 2 : k + 3] in (["speaking"], ["introducing"], ["explaining"])
    return k + 1 < len(line) and (
        line.text[k + 1] == ":" or (line.lemma[k + 1] in SAYING and line.tag[k + 1] in {"VBD", "VBZ"})
    )


PRESIDING = frozenset("chair co-chair preside head lead moderate facilitate represent".split())


def presides(line: Line, person: Mention) -> bool:
    """Whether somebody presides for a state: *The meeting was chaired by Ann Lee **of Freeland***."""
    by = line.head[person.head]
    return line.dep[by] == "agent" and line.lemma[line.head[by]] in PRESIDING


def state_of_counterpart(cast: Cast, line: Line, person: Mention) -> str | None:
    """The state of one's colleague in the same office: *her **Freelandish** counterpart, Ann Lee*."""
    k = person.start - 1
    while k > line.first and (line.text[k] == "," or line.low[k] in TITLES):
        k -= 1
    if line.low[k] != "counterpart":
        after = line.low[person.end : person.end + 5]
        if after[:1] != [","] or "counterpart" not in after:
            return None
        k = person.end + after.index("counterpart")
    known = cast.adjectives.get((line.block, k - 1))
    return cast.country(known).id if known is not None and known.type == "Country" else None


QUOTE_END = frozenset("” \" '' – — - --".split())


def attributed(line: Line, person: Mention, body: Mention) -> bool:
    """Whether a person and a body close a line behind a quotation: *“We stay.” – Ann Lee, Harbour Trust*."""
    before = line.text[person.start - 1] if person.start > line.first else ""
    if (before in QUOTE_END and len(line) - body.end <= 1) or introduces_speech(line, person, body):
        return True
    k = body.end  # *Ann Lee, Harbour University, disagreed*
    enclosed = line.text[person.end] == "," and line.text[k : k + 1] == [","] and k + 1 < len(line)
    return enclosed and line.tag[k + 1] in {"VBD", "VBZ"} and line.head[person.head] == k + 1
