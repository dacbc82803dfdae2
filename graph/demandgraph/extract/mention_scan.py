"""Finds the mentions that are not plain names: governments, regimes, short forms such as *the Council*, roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.actor_identity import local_entry
from demandgraph.extract.actor_registry import Entry
from demandgraph.extract.actor_words import REGIME_NOUNS, ROLES, STATE_NOUNS
from demandgraph.extract.mentions import Mention
from demandgraph.extract.name_index import Hit
from demandgraph.extract.name_lexicon import BODY_HEADS, PUBLIC_HEADS
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import singular

if TYPE_CHECKING:
    from demandgraph.extract.cast import Cast

DEFINITE = frozenset("the this that its our their his her said".split())


def scan(cast: Cast, line: Line, hits: dict[int, Hit]) -> None:
    """Add the mentions of one line whose names are already marked."""
    adjectives = {h.end - 1: h for h in hits.values() if h.how == "adjective"}
    for i in range(line.first, len(line)):
        low = line.low[i]
        one = singular(low)
        if one in REGIME_NOUNS:
            regime(cast, line, i, adjectives)
        elif low == "administration" and administration(cast, line, i):
            continue
        elif low in STATE_NOUNS or one == "government":
            state(cast, line, i, adjectives)
        elif low in STATE_BODIES and line.owner[i] is None:
            public_body(cast, line, i, adjectives)


def modifier(cast: Cast, line: Line, i: int, adjectives: dict[int, Hit]) -> tuple[int, Entry | None, str]:
    """The name, possessive or demonym right before token ``i``: its first token, its actor, its text."""
    k = i - 1
    if k >= line.first and line.low[k] in {"'s", "'"}:
        k -= 1
    if k < line.first:
        return i, None, ""
    owner = line.owner[k]
    if owner is not None and owner.how in {"name", "state"}:
        return owner.start, cast.entries[owner.ids[0]], line.words(owner.start, owner.end)
    if k in adjectives:
        hit = adjectives[k]
        return hit.start, cast.country(hit.entry), line.words(hit.start, hit.end)
    return i, None, ""


STATE_BODIES = frozenset(
    """parliament police army military navy judiciary legislature senate presidency ministry gendarmerie
    embassy ombudsman treasury""".split()
)


def public_body(cast: Cast, line: Line, i: int, adjectives: dict[int, Hit]) -> None:
    """*The Lithuanian parliament*, *Lithuania's foreign ministry*: a body of a state, written small."""
    k = i
    while (
        k - 1 >= line.first
        and i - k < 4
        and line.pos[k - 1] in {"NOUN", "ADJ"}
        and (k - 1) not in adjectives
        and line.owner[k - 1] is None
    ):
        k -= 1
    start, owner, _ = modifier(cast, line, k, adjectives)
    if owner is None or owner.type != "Country" or line.dep[i] in {"amod", "compound", "nmod"}:
        return
    words = line.words(k, i + 1)
    key = f"{owner.id}#{words.lower()}"
    ident = cast.registry.by_iri.get(key)
    if ident is None:
        entry = cast.registry.create(line.words(start, i + 1), "Institution")
        entry.part_of = owner.id
        ident = cast.registry.by_iri[key] = entry.id
    cast.add(Mention(line, start, i + 1, (ident,), "body"))
    cast.registry.alias(cast.entries[ident], line.words(start, i + 1), rename=False)


def administration(cast: Cast, line: Line, i: int) -> bool:
    """*The X administration*: a government that is called by its head; *the administration* is the same one."""
    owner = line.owner[i - 1] if i > line.first else None
    if (
        line.owner[i] is not None
        or owner is None
        or owner.how != "name"
        or owner.end != i
        or cast.entries[owner.ids[0]].type != "Person"
    ):
        return False
    name = f"{cast.entries[owner.ids[0]].name.split()[-1]} {line.low[i]}"
    entry = cast.registry.of(name) or cast.registry.create(name, "Institution")
    cast.add(Mention(line, owner.start, i + 1, (entry.id,), "body"))
    cast.registry.alias(entry, line.words(owner.start, i + 1), rename=False)
    return True


def regime(cast: Cast, line: Line, i: int, adjectives: dict[int, Hit]) -> None:
    """*The X regime* is an institution of its own; *the regime* is the one that the document speaks of."""
    start, owner, text = modifier(cast, line, i, adjectives)
    registry = cast.registry
    if owner is None:
        found = cast.last_regime or cast.only_regime()
        if found is not None:
            cast.add(Mention(line, i, i + 1, (found,), "regime"))
        return
    name = f"{owner.name.split()[-1] if owner.type == 'Person' else text} {line.low[i]}"
    if owner.type not in {"Person", "Country"} and (owner.weak or text.isupper()):
        return
    known = registry.of(name)
    if known is None and cast.regimes:
        same = [r for r in cast.regimes if cast.regimes[r] == owner.id]
        if owner.type != "Person" and len(cast.regimes) == 1:
            same = list(cast.regimes)
        known = registry.entries[same[0]] if same else None
    entry = known or registry.create(name, "Institution")
    registry.alias(entry, name) if entry.name != name else None
    cast.regimes.setdefault(entry.id, owner.id)
    cast.last_regime = entry.id
    cast.add(Mention(line, start, i + 1, (entry.id,), "regime"))


def governed(cast: Cast) -> str | None:
    """The country that *the government* is of: the one whose government was named last, else the most named one."""
    if cast.last_state is not None:
        return cast.last_state
    countries = [e for e in cast.entries.values() if e.type == "Country" and e.mentions]
    return max(countries, key=lambda e: (len(e.mentions), e.id)).id if countries else None


def state(cast: Cast, line: Line, i: int, adjectives: dict[int, Hit]) -> None:
    """*The Lithuanian government*, *the Government of Lithuania* and *Governments of A, B and C* are the countries."""
    here = line.owner[i]
    if here is not None and here.end - here.start > 1:
        return
    if line.low[i] == "authorities" and i > line.first and line.low[i - 1] in LOCAL:
        return  # *the local authorities of Norland* are not the state
    start, owner, _ = modifier(cast, line, i, adjectives)
    if owner is not None and (
        owner.type == "Country" or (owner.type == "Institution" and line.low[i] == "authorities")
    ):
        cast.add(Mention(line, start, i + 1, (owner.id,), "state"))
        cast.last_state = owner.id if owner.type == "Country" else cast.last_state
        return
    k = i + 1
    if k >= len(line) or line.low[k] not in {"of", "in"}:
        plain = line.low[i] == "government" and i > line.first and line.low[i - 1] == "the" and line.owner[i] is None
        alone = plain and not (k < len(line) and line.pos[k] in {"NOUN", "PROPN"})
        if alone and (country := governed(cast)) is not None:
            cast.add(Mention(line, i, i + 1, (country,), "state"))
        return
    ids: list[str] = []
    k += 1
    end = k
    while k < len(line):
        if line.low[k] in {"the", ",", "and", "both", "or", "&"}:
            k += 1
            continue
        owner_mention = line.owner[k]
        if owner_mention is None or owner_mention.how != "name" or cast.entries[owner_mention.ids[0]].type != "Country":
            break
        ids += owner_mention.ids
        k = end = owner_mention.end
        if line.low[i] != "governments" and line.low[i] != "authorities":
            break
    if ids:
        cast.add(Mention(line, i, end, tuple(dict.fromkeys(ids)), "state"))
        cast.last_state = ids[0] if len(ids) == 1 else cast.last_state


LOCAL = frozenset("local regional provincial municipal district".split())
LINE_BODIES = frozenset("initiative organisation organization group network association foundation movement".split())


def first_body(cast: Cast, line: Line) -> str | None:
    """The body that opens a line of an address or signature."""
    mention = next((m for m in line.owner if m is not None), None)
    if mention is None or mention.how != "name":
        return None
    return mention.ids[0] if cast.entries[mention.ids[0]].type in {"Organization", "Institution"} else None


def short_forms(cast: Cast, line: Line) -> None:
    """*The Council*, *the Federation*: one noun for the last body whose name has it."""
    for i in range(line.first, len(line)):
        low = line.low[i]
        mention = line.owner[i]
        if mention is not None:
            if i == mention.start and mention.how == "name":
                for ident in mention.ids:
                    for head in cast.heads_of(ident):
                        cast.last_by_head[head] = ident
            continue
        one = singular(low)
        if one not in BODY_HEADS or one in ROLES or line.pos[i] not in {"NOUN", "PROPN"}:
            continue
        if i + 1 < len(line) and line.pos[i + 1] in {"NOUN", "PROPN"} and line.head[i] == i + 1:
            continue
        capital = line.text[i][0].isupper() and line.casing == "sentence" and i not in line.starts and i > line.first
        before = line.low[i - 1] if i > line.first else ""
        bare = line.text[i][0].isupper() and (
            line.dep[i] in {"nsubj", "nsubjpass"} or one in {"parliament", "congress"}
        )
        if not (before in DEFINITE or bare or (before and cast.adjective_at(line, i - 1) and capital)):
            continue
        if low != one and one not in {"forces"}:
            continue
        found = cast.last_by_head.get(one) or cast.first_by_head.get(one)
        if before in {"my", "our"} and one in {"administration", "government"}:
            continue  # of whom the speaker speaks for
        if line.kind in {"signature", "address", "copy"} and low in LINE_BODIES and (body := first_body(cast, line)):
            found = body  # *BODY, head of the initiative*
        opening = (
            line.text[i][0].isupper() and line.tag[i] == "NNP" and one in PUBLIC_HEADS and line.casing == "sentence"
        )
        if found is None and (capital or opening):
            local = local_entry(cast.registry, cast.authority, line.text[i])
            if local is not None:
                found = cast.registry.create(line.text[i], local.type, known=local).id
        if found is None:
            if (
                (capital or opening)
                and (one in PUBLIC_HEADS or one == "congress")
                and line.kind not in {"heading", "title"}
            ):
                entry = cast.registry.create(line.text[i], "Institution")
                found = entry.id
            else:
                continue
        entry = cast.registry.entries[found]
        if capital or before == "the" or bare:
            cast.add(Mention(line, i, i + 1, (found,), "body"))
            if capital:
                cast.registry.alias(entry, line.text[i])
