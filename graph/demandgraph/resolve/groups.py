"""Groups of wordings that ask for the same, and what people decided about which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from demandgraph.across import LocalId
from demandgraph.corrections.links import Links
from demandgraph.resolve.partition import BoundPartition
from demandgraph.resolve.wordings import Wording


@dataclass(frozen=True, slots=True, order=True)
class Signature:
    """What is asked for, as far as wordings must agree: all wordings with one signature ask for the same.

    ``where`` is the country or, where none is told, somebody who is asked; ``action`` the kind of action or, where none
    is known, the topic and whether it is negated.
    """

    where: str
    action: str
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings that ask for the same: the signature that leads them, and the wordings."""

    leader: Signature
    wordings: tuple[Wording, ...]


def regroup(groups: Sequence[Group], wordings: Iterable[Wording], decided: Links) -> list[Group]:
    """Groups as people want them: joined where two of their demands are one, divided where two are not.

    Parameters
    ----------
    groups : as their words have it
    wordings : of all documents, also those that are in no group
    decided : which demands are one, and which are not
    """
    if not decided:
        return list(groups)
    by_id = {w.id: w for w in wordings}
    leaders = {w.id: group.leader for group in groups for w in group.wordings}
    bound = BoundPartition(sorted(by_id), decided.same, decided.apart)
    for group in groups:
        bound.join_all(sorted(w.id for w in group.wordings))
    divided = [members for members in bound.groups() if len(members) > 1 or members[0] in leaders]
    found: dict[Signature, Group] = {}
    for members in sorted(divided, key=lambda m: (-len(m), m)):
        leader = leader_of(members, leaders)
        if leader in found:  # what was divided no longer asks for the same: no narrower or wider thing follows from it
            leader = Signature(leader.where, f"{leader.action} apart {' '.join(members[0])}", leader.objects)
        found[leader] = Group(leader, tuple(by_id[i] for i in sorted(members)))
    return [found[leader] for leader in sorted(found)]


def leader_of(members: Sequence[LocalId], leaders: dict[LocalId, Signature]) -> Signature:
    """What most members of a group ask for."""
    counts = Counter(leaders[i] for i in members if i in leaders)
    if not counts:
        return Signature("", "by hand " + " ".join(members[0]), ())
    return min(counts, key=lambda s: (-counts[s], s))
