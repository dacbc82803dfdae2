"""Decides which demands of different documents are the same, which are narrower, and which of them came first.

Two demands are the same if they are about the same country (or ask the same one, where no country is told) and ask for
the same kind of action on nearly the same objects; where the kind of action is not known, they must have the same topic
and nearly the same content words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from demandgraph.across import LocalId, Names, SharedDemand
from demandgraph.corrections.links import Links
from demandgraph.iris import distinct, slug
from demandgraph.model import Findings
from demandgraph.resolve.asks import Ask, class_of
from demandgraph.resolve.groups import Group, Signature, regroup
from demandgraph.resolve.known import Known
from demandgraph.resolve.likeness import likeness, weights
from demandgraph.resolve.wordings import Wording, wordings_of

ALIKE = 0.6
"""Weighted share of objects (the kind of action counts as one) from which on two things asked for are the same."""
ACTION = "·"
"""Stands for the kind of action among the objects."""
WORTH = {1: 3.0, 2: 0.6, 3: 0.4}
"""What the kind of action is worth, by its rank, where a word that occurs once is worth 1: an instrument (a tribunal)
tells more than a verb (support)."""
PRONOUNS = frozenset("it its they them their he him his she her such this these our we us you your".split())
BROAD = 4
"""Objects that a narrower demand of one document may have; with more, its words were hardly understood."""
CANDIDATES = 64
"""How many leaders, those of most documents first, a thing asked for is compared with by each of its objects."""
NOTHING = Links()
LAST_DAY = {4: "-12-31", 7: "-31", 10: ""}
FIRST_DAY = {4: "-01-01", 7: "-01", 10: ""}


def group_demands(findings: Sequence[Findings], names: Names, known: Known, decided: Links = NOTHING) -> list[Group]:
    """Put the demands of all documents that ask for the same into one group.

    Parameters
    ----------
    findings : of all documents, grounded; their order does not matter
    names : the IRIs of what they found
    known : the authority's actors
    decided : which demands people say are one, and which are not
    """
    asked_for = frozenset(i for members in decided.same for i in members)
    wordings = [w for f in findings for w in wordings_of(f, names, known, asked_for)]
    holders: dict[Signature, set[str]] = defaultdict(set)
    for wording in wordings:
        for signature in signatures(wording):
            holders[signature].add(wording.document.sha256)
    leaders = lead({s: len(d) for s, d in holders.items()})
    return regroup(gather(wordings, leaders), wordings, decided)


def share_demands(groups: Sequence[Group], names: Names) -> tuple[SharedDemand, ...]:
    """Find the demands that documents share, and those of single documents that are narrower than one of these.

    Parameters
    ----------
    groups : demands that ask for the same
    names : the IRIs of what documents say
    """
    shared = [g for g in groups if count(g.wordings) > 1]
    wider = wider_of(groups, {g.leader for g in shared})
    kept = sorted((g for g in groups if count(g.wordings) > 1 or g.leader in wider), key=lambda g: g.leader)
    return name_shared(kept, wider, names)


def signatures(wording: Wording) -> list[Signature]:
    """All that a wording asks for, the main thing first, and of each whoever is asked where no country is told."""
    found = []
    for ask in wording.asks:
        places = [wording.country] if wording.country else sorted(wording.asked)
        found += [s for where in places if (s := signature(ask, where, wording))]
    return found


def signature(ask: Ask, where: str, wording: Wording) -> Signature | None:
    """What is asked for at a place, if it says enough to be compared."""
    kind = class_of(ask.action)
    # Where no country is told, nothing is usual.
    objects = ask.objects if wording.country else ask.all_objects
    if kind and (objects or (wording.country and not kind.needs_object)):
        return Signature(where, kind.name, tuple(sorted(objects)))
    if not objects or kind:
        return None
    return Signature(where, f"{wording.demand.topic} {'not' if wording.negated else ''}", tuple(sorted(objects)))


def lead(holders: Mapping[Signature, int]) -> dict[Signature, Signature]:
    """The signature that leads each one: the first that is alike enough, those of most documents coming first.

    A signature is compared with the leaders that share one of its objects, the rarest objects first, so that the work
    grows with the number of signatures only.
    """
    worth = weights(s.objects for s in holders)
    most = max(worth.values(), default=1.0)
    worth = {word: value / most for word, value in worth.items()}
    index: dict[tuple[str, str, str], list[Signature]] = defaultdict(list)
    leader: dict[Signature, Signature] = {}
    for one in sorted(holders, key=lambda s: (-holders[s], len(s.objects), s)):
        near = {o: None for word in marks(one) for o in index[one.where, one.action, word][:CANDIDATES]}
        fit = [(likeness_of(one, o, worth), -n, o) for n, o in enumerate(near)]
        best = max(fit, default=(0.0, 0, one))
        leader[one] = best[2] if best[0] >= ALIKE else one
        if leader[one] is one:
            for word in marks(one):
                index[one.where, one.action, word].append(one)
    return leader


def marks(signature: Signature) -> tuple[str, ...]:
    """By what a signature is looked up: its objects, and the action where that alone may do."""
    kind = class_of(signature.action)
    return (*signature.objects, ACTION) if not signature.objects or (kind and kind.rank == 1) else signature.objects


def likeness_of(one: Signature, other: Signature, worth: Mapping[str, float]) -> float:
    """How much two things asked for at one place are the same, 0..1; nothing if they name different actors."""
    if named(one.objects) != named(other.objects):
        return 0.0
    kind = class_of(one.action)
    if kind and kind.rank > 1 and bool(one.objects) != bool(other.objects):  # sanctions, and sanctions on something
        return 0.0
    action = (ACTION,) if kind else ()
    worth = {ACTION: WORTH[kind.rank]} | {o: worth[o] for o in (*one.objects, *other.objects)} if kind else worth
    return likeness((*one.objects, *action), (*other.objects, *action), worth)


def named(objects: Collection[str]) -> set[str]:
    """The actors among objects."""
    return {o for o in objects if o.startswith("@")}


def gather(wordings: Iterable[Wording], leaders: Mapping[Signature, Signature]) -> list[Group]:
    """Put each wording into one group: that of the first thing it asks for that other documents ask for too."""
    wordings = list(wordings)
    documents: dict[Signature, set[str]] = defaultdict(set)
    for wording in wordings:
        for s in signatures(wording):
            documents[leaders[s]].add(wording.document.sha256)
    members: dict[Signature, list[Wording]] = defaultdict(list)
    for wording in wordings:
        led = [leaders[s] for s in signatures(wording)]
        if led:
            members[next((s for s in led if len(documents[s]) > 1), led[0])].append(wording)
    return [Group(s, tuple(sorted(m, key=lambda w: w.id))) for s, m in sorted(members.items())]


def count(wordings: Iterable[Wording]) -> int:
    """In how many documents wordings stand."""
    return len({w.document.sha256 for w in wordings})


def wider_of(groups: Iterable[Group], shared: Collection[Signature]) -> dict[Signature, tuple[Signature, ...]]:
    """The shared things asked for that each one is a part of, the nearest only.

    One is part of another if it has all objects of the other and more of them (sanctions, and sanctions on timber), or
    if its kind of action is (embargoes on arms, and sanctions).
    """
    index: dict[tuple[str, str, str], list[Signature]] = defaultdict(list)
    for s in sorted(shared):
        index[s.where, s.action, s.objects[0] if s.objects else ACTION].append(s)
    found = {}
    for group in groups:
        one = group.leader
        kind = class_of(one.action)
        if kind is None or (one not in shared and not clear(group)):
            continue
        wide = {
            o
            for action in (one.action, kind.narrows)
            for word in (*one.objects, ACTION)
            for o in index[one.where, action, word][:CANDIDATES]
            if o != one and set(o.objects) <= set(one.objects)
        }
        nearest = [o for o in wide if not any(narrower(p, o) for p in wide)]
        if nearest:
            found[one] = tuple(sorted(nearest))
    return found


def clear(group: Group) -> bool:
    """Whether the wordings of a group ask for one thing, of the kind that their topic is about."""
    kind = class_of(group.leader.action)
    return len(group.leader.objects) <= BROAD and all(
        len(w.asks) == 1 and kind is not None and w.demand.topic in kind.topics for w in group.wordings
    )


def narrower(one: Signature, other: Signature) -> bool:
    """Whether one thing asked for is a part of another in the same kind of action, or in a narrower one."""
    kind = class_of(one.action)
    if one.action == other.action:
        return set(one.objects) > set(other.objects)
    return kind is not None and kind.narrows == other.action and set(one.objects) >= set(other.objects)


def name_shared(
    groups: Sequence[Group], wider: Mapping[Signature, Sequence[Signature]], names: Names
) -> tuple[SharedDemand, ...]:
    """Give each group its label, IRI and order in time."""
    labels = {n: label_of(group) for n, group in enumerate(groups)}
    given = distinct(
        {n: slug(label) for n, label in labels.items()}, lambda n: " ".join("/".join(w.id) for w in groups[n].wordings)
    )
    iris = {group.leader: f"{names.base}shared/{given[n]}" for n, group in enumerate(groups)}
    found = []
    for n, group in enumerate(groups):
        members = group.wordings
        iri = {w.id: names.finding("demand", w.document, w.demand.id) for w in members}
        made = sorted((w for w in members if w.date), key=lambda w: (bounds(w.date), w.id))
        dates = sorted((w.document.date for w in members if w.document.date), key=bounds)
        topics = Counter(w.demand.topic for w in members)
        shared = SharedDemand(
            iri=iris[group.leader],
            label=labels[n],
            topic=min(topics, key=lambda t: (-topics[t], t)),
            members=tuple(sorted(iri.values())),
            restates=tuple(
                (iri[w.id], iri[made[0].id])
                for w in made
                if is_before(made[0].date, w.date)
                and w.document.sha256 != made[0].document.sha256
                and occasions(w, names).isdisjoint(occasions(made[0], names))  # told again, not asked again
            ),
            first=dates[0] if dates else None,
            last=max(dates, key=lambda d: bounds(d)[::-1]) if dates else None,
            documents=count(members),
            issuers=len({names.actors[w.document.sha256, i].iri for w in members for i in w.demand.issuers}),
            narrows=tuple(iris[o] for o in wider.get(group.leader, ()) if o in iris),
        )
        found.append(shared)
    return tuple(sorted(found, key=lambda s: s.iri))


def occasions(wording: Wording, names: Names) -> set[str]:
    """The IRIs of the events at which a demand was made."""
    return {names.event(wording.document, event) for event in wording.demand.made_at}


def label_of(group: Group) -> str:
    """What a shared demand goes by: of the wordings that say nothing else, that of most documents, else the shortest.

    Wordings without a pronoun come first: what *their rehabilitation* asks for only its document tells.
    """
    pure = [w for w in group.wordings if len(w.asks) == 1 and group.leader in signatures(w)]
    documents: dict[str, set[LocalId]] = defaultdict(set)
    for wording in pure or group.wordings:
        documents[wording.demand.action.text].add(wording.id)
    return min(documents, key=lambda t: (not PRONOUNS.isdisjoint(t.lower().split()), -len(documents[t]), len(t), t))


def is_before(one: str, other: str) -> bool:
    """Whether a date is certainly earlier than another one."""
    return bounds(one)[1] < bounds(other)[0]


def bounds(date: str) -> tuple[str, str]:
    """The first and the last day that a date may mean."""
    return date + FIRST_DAY.get(len(date), ""), date + LAST_DAY.get(len(date), "")
