"""Tells which named actors of a document do, say, are asked or undergo something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_words import DEEDS, ROLES
from demandgraph.extract.name_lexicon import PLACES
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_shapes import SCENE_NOUNS
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast
    from demandgraph.extract.mentions import Mention

ACTIVE = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "ROOT", "iobj", "attr", "oprd"})
LONG = 3
"""Words from which a capitalised sequence is taken for a name even if nothing tells its kind."""


def active(cast: Cast) -> set[str]:
    """The named actors that do, say, are asked or undergo something somewhere in the document."""
    found: set[str] = set()
    for line in cast.lines:
        for i, mention in enumerate(line.owner):
            if mention is None or i != mention.start:
                continue
            guessed = mention.how == "name" and cast.entries[mention.ids[0]].weak and mention.end - mention.start < LONG
            if guessed and not strong(line, mention):
                continue
            if line.kind in {"address", "signature", "vote", "copy", "salutation", "roster"} or acts(
                cast, line, mention
            ):
                office = mention.how == "office"
                found.update(
                    k for k in mention.ids if (cast.entries[k].named or office) and cast.entries[k].type != "Group"
                )
    return found


def states_and_bodies(cast: Cast) -> set[str]:
    """What the authority knows, unless it only modifies other nouns (*UN resolutions*)."""
    found: set[str] = set()
    for line in cast.lines:
        for i, mention in enumerate(line.owner):
            if mention is not None and i == mention.start:
                for ident in mention.ids:
                    entry = cast.entries[ident]
                    if (
                        entry.known is not None
                        and entry.type != "Group"
                        and (entry.type != "Country" or not only_place(line, mention))
                        and (entry.type == "Country" or line.dep[mention.head] not in {"compound", "nmod", "amod"})
                    ):
                        found.add(ident)
    return found


TRAVELLING = frozenset("travel come arrive fly return flee move go emigrate".split())


WHERE = frozenset("in within across throughout near inside outside around".split())
PARTNERS = frozenset("partner ally counterpart friend colleague government authority neighbour neighbor".split())
"""Who in a country stands for it: *our **partners** in Norland*."""


def only_place(line: Line, mention: Mention) -> bool:
    """Whether a name only says where something is: *raids in Norland*, *the north of Norland*, *the Norland basin*.

    So does one that says where people come from or go to: *we have travelled here from Norland and Sudland*.
    """
    if line.kind in {"title", "heading"}:
        return False
    head = mention.head
    for _ in range(40):
        if line.dep[head] not in {"conj", "appos"}:
            break
        head = line.head[head]
    prep = line.head[head]
    verb = line.head[prep]
    if line.dep[head] in {"compound", "nmod"}:
        return singular(line.low[prep]) in PLACES and line.owner[prep] is None
    if line.dep[head] != "pobj":
        return False
    if line.low[prep] in WHERE:
        return line.lemma[verb] not in PARTNERS
    if line.low[prep] == "of":
        return singular(line.low[verb]) in PLACES | SCENE_NOUNS
    return line.low[prep] in {"from", "to"} and line.lemma[verb] in TRAVELLING


def acts(cast: Cast, line: Line, mention: Mention) -> bool:
    head = mention.head
    for _ in range(12):
        dep = line.dep[head]
        if dep in ACTIVE:
            return dep != "ROOT" or not (
                line.kind in {"heading", "title"} or (len(line) == 1 and line.kind == "paragraph")
            )
        if dep == "pobj":
            word = line.low[line.head[head]]
            if word in {"including", "like"}:
                return True
            if word == "as":
                head = line.head[line.head[head]]
                continue
            return word in {"by", "to", "with", "against", "on", "upon", "from", "between", "for", "of"} and (
                cast.entries[mention.ids[0]].type != "Country"
                or word in {"by", "with", "on", "upon", "between", "against"}
            )
        if dep == "poss" or (dep == "compound" and line.lemma[line.head[head]] in DEEDS):
            return True
        if dep not in {"conj", "appos", "compound", "nmod"}:
            return False
        head = line.head[head]
    return False


def strong(line: Line, mention: Mention) -> bool:
    """Whether a name of which little is known does or undergoes something itself."""
    if line.kind in {"signature", "address", "copy", "roster"}:
        return True
    head = mention.head
    for _ in range(8):
        if line.dep[head] not in {"conj", "appos"}:
            break
        head = line.head[head]
    if line.dep[head] in {"nsubj", "nsubjpass", "agent", "dobj", "poss", "dative"}:
        return True
    if line.dep[head] == "compound":
        return (
            line.text[mention.start].isupper()
            and line.ent[mention.start] == "ORG"
            and line.lemma[line.head[head]] in DEEDS
        )
    if line.dep[head] != "pobj":
        return False
    word, above = line.low[line.head[head]], line.head[line.head[head]]
    if word in {"by", "with", "including"}:
        return True
    doing = line.pos[above] == "VERB" or line.lemma[above] in DEEDS or line.lemma[above] in ROLES
    return doing and word in {"from", "to", "of", "on", "against"}
