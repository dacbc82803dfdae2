"""Figures of a graph as matplotlib axes: topics over time, who asks whom, the history of a demand, coalitions.

Each function takes a graph and draws on the axes given as ``ax``, or on new ones, and returns them:

>>> ax = dg.plots.demands_by_topic(graph, since="2030")  # doctest: +SKIP
>>> dg.plots.save(ax, "topics.svg")  # doctest: +SKIP

The colours can be told apart with every common colour blindness, and nothing is told by colour alone.
:func:`alt_text` gives what a figure shows in words. Needs the extra ``plots``: ``pip install 'demandgraph[plots]'``.
"""

from demandgraph.plots.coalitions import coalition_network
from demandgraph.plots.communities import communities, ties
from demandgraph.plots.drawing import alt_text, save
from demandgraph.plots.inline import svg
from demandgraph.plots.lineage import lineage
from demandgraph.plots.matrix import issuer_addressee_matrix
from demandgraph.plots.topics import demands_by_topic

__all__ = [
    "alt_text",
    "coalition_network",
    "communities",
    "demands_by_topic",
    "issuer_addressee_matrix",
    "lineage",
    "save",
    "svg",
    "ties",
]
