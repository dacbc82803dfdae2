"""The explorer: one HTML page, made with pyvis, that shows a graph and the words behind each part of it."""

from demandgraph.explore.explorer import Explorer, explore
from demandgraph.explore.page import page, write
from demandgraph.explore.view import Edge, Node, Quote, View, view_of

__all__ = ["Edge", "Explorer", "Node", "Quote", "View", "explore", "page", "view_of", "write"]
