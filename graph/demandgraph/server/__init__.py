"""Serves a graph over HTTP: SPARQL 1.1 Protocol, a query page, the explorer, and a page for each thing.

The process that answers requests never asks the store itself: queries run in worker processes, which are ended when their
time is up. ``settings`` holds the limits, ``protocol`` reads requests, ``negotiation`` chooses formats, ``pool`` and
``worker`` run queries, ``description`` and ``entities`` say what there is, ``app`` puts it together, ``running`` starts it.
"""
