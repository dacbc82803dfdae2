"""Finds coalitions: actors that demand the same more often with each other than with the rest."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from demandgraph.errors import ExportError

if TYPE_CHECKING:
    import networkx

    from demandgraph.graph import Graph

NETWORKS = ("co-issuing", "actor-demand")


def ties(
    graph: Graph, network: str = "co-issuing", since: str | None = None, until: str | None = None
) -> networkx.Graph[str]:
    """Who stands with whom: actors, with the number of demands that two of them agree on as ``weight``.

    From ``co-issuing``, those who issue the same demand; from ``actor-demand`` also those who accepted it. Two who both
    reject a demand stand together too, as discourse network analysis counts it (congruence).

    Raises
    ------
    ExportError
        If ``network`` is another one.
    """
    import networkx as nx

    if network not in NETWORKS:
        raise ExportError(f"coalitions are made from {' or '.join(NETWORKS)}, not from {network!r}")
    found: networkx.Graph[str] = graph.to_networkx(network, since=since, until=until)
    if network == "co-issuing":
        return found
    sides: dict[tuple[str, str], list[str]] = defaultdict(list)
    for a, b, stance in found.edges(data="agreement"):
        actor, demand = (a, b) if found.nodes[a]["bipartite"] == 0 else (b, a)
        if stance in ("yes", "no"):  # who says both is on no side
            sides[demand, stance].append(actor)
    made: networkx.Graph[str] = nx.Graph()
    for _, together in sorted(sides.items()):
        for one, other in combinations(sorted(together), 2):
            weight = made.get_edge_data(one, other, {"weight": 0})["weight"]
            made.add_edge(one, other, weight=weight + 1)
    ordered: networkx.Graph[str] = nx.Graph()
    ordered.add_nodes_from((name, found.nodes[name]) for name in sorted(made))
    ordered.add_edges_from((a, b, data) for a, b, data in sorted(made.edges(data=True), key=lambda e: e[:2]))
    return ordered


def communities(network: networkx.Graph[str]) -> list[list[str]]:
    """The communities of a network by greedy modularity (Clauset, Newman and Moore 2004), the largest first.

    The result is the same in every run: the method draws no lots, and its order is that of the nodes.
    """
    import networkx as nx

    if not network.number_of_edges():
        return []
    found = nx.community.greedy_modularity_communities(network, weight="weight")
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
