"""Puts the statements of a graph of any size in order, in one pass over the store and with little memory.

Statements are lines of N-Triples. They are sorted in runs that wait in temporary files, and the runs are merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile

from pyoxigraph import Triple

from demandgraph.export.resources import UNION
from demandgraph.store import Store, as_written

RUN = 100_000
"""Statements of a run: about 35 MB."""


def sorted_statements(store: Store, kept: Callable[[Triple], bool]) -> Iterator[bytes]:
    """The statements of the union of all named graphs that are kept, each once, in the order of their lines."""
    union = store.raw.quads_for_pattern(None, None, None, UNION)
    triples = (as_written(quad).triple for quad in union)
    yield from in_order(f"{triple} .\n".encode() for triple in triples if kept(triple))


def in_order(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    """Lines in their order, each once.

    >>> list(in_order([b"c\\n", b"a\\n", b"b\\n", b"a\\n"], run=2))
    [b'a\\n', b'b\\n', b'c\\n']
    """
    lines = iter(lines)
    with ExitStack() as files:
        runs: list[Iterable[bytes]] = []
        while part := sorted(islice(lines, run)):
            if len(part) < run:  # the last one stays where it is
                runs.append(part)
                break
            file = files.enter_context(TemporaryFile())
            file.writelines(part)
            file.seek(0)
            runs.append(file)
        last = b""
        for line in merge(*runs):
            if line != last:
                yield line
            last = line
