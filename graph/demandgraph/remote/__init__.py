"""A graph in a SPARQL 1.1 store that is reached over HTTP: sent there, and asked there.

:class:`Connection` speaks HTTP: authentication, timeouts, retries. :func:`find` knows at which addresses stores take
queries, updates and graphs. :class:`RemoteStore` is the remote implementation of :class:`demandgraph.store.Store`, and
:func:`push` makes what is there equal to a graph that is here.
"""

from demandgraph.remote.addresses import Addresses, find, is_url
from demandgraph.remote.connection import Connection, Credentials
from demandgraph.remote.pushing import Pushed, push
from demandgraph.remote.remote_store import RemoteStore, connect

__all__ = ["Addresses", "Connection", "Credentials", "Pushed", "RemoteStore", "connect", "find", "is_url", "push"]
