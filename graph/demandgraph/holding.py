"""What an opened graph holds, to be asked for: answers to queries and questions, and its things as records."""

from __future__ import annotations

from pathlib import Path

from demandgraph import records, selection
from demandgraph.asking import ask, bound
from demandgraph.characters import shown
from demandgraph.display import html_fields
from demandgraph.query import Answer, question, run
from demandgraph.results import Records
from demandgraph.store import EmbeddedStore, Store


class Holding:
    """A graph that can be looked into; :class:`demandgraph.Graph` does everything else too.

    Parameters
    ----------
    store : where its quads are
    folder : where it was built, if it was opened from there
    """

    def __init__(self, store: Store, folder: Path | None = None) -> None:
        self.store = store
        self.folder = folder

    @property
    def counts(self) -> dict[str, int]:
        """How many documents, demands, actors and events it has."""
        names = {"documents": "Document", "demands": "Demand", "actors": "Actor", "events": "Event"}
        kinds = " ".join(f'("{noun}" dg:{name})' for noun, name in names.items())
        sparql = f"SELECT ?k (COUNT(DISTINCT ?s) AS ?n) WHERE {{ VALUES (?k ?c) {{ {kinds} }} ?s a ?c }} GROUP BY ?k"
        found = {row["k"]: row["n"] for row in self.query(sparql)}
        return {noun: found.get(noun, 0) for noun in names}

    @property
    def place(self) -> str:
        """Where it is: the name of its folder, or the address of its store."""
        if self.folder:
            return self.folder.resolve().name or str(self.folder)
        addresses = getattr(self.store, "addresses", None)
        if addresses is None:
            return "in memory"
        from demandgraph.remote.connection import shown as shown_address

        return shown_address(addresses.query)

    def __repr__(self) -> str:
        if not isinstance(self.store, EmbeddedStore):  # looking at a graph must not ask a server
            return f"<Graph {shown(self.place)}>"
        told = ", ".join(f"{n:,} {noun if n != 1 else noun[:-1]}" for noun, n in self.counts.items())
        return f"<Graph {shown(self.place)}: {told}>"

    def _repr_html_(self) -> str:
        counts = self.counts if isinstance(self.store, EmbeddedStore) else {}
        return html_fields({"graph": self.place, **counts, "base": self.store.base})

    def query(self, sparql: str, limit: int | None = None) -> Answer:
        """Run a SPARQL query; see :func:`demandgraph.query.run`. Iterating the answer gives dictionaries."""
        return run(self.store, sparql, limit)

    def ask(self, name: str, limit: int | None = None, *, quotes: bool = False, **parameters: str | None) -> Answer:
        """Ask a saved question, such as ``who-demands-what``; ``demandgraph ask DIR --list`` shows all.

        >>> graph.ask("who-demands-what", addressee="European Union", since="2024")  # doctest: +SKIP

        ``pandas.DataFrame`` takes the answer as it is. See :func:`demandgraph.asking.ask` for the rest.
        """
        return ask(self.store, name, parameters, limit=limit, quotes=quotes)

    def explain(self, name: str, *, quotes: bool = False, **parameters: str | None) -> str:
        """The SPARQL that :meth:`ask` would run, with the parameters in it."""
        return bound(self.store, question(name), parameters, quotes=quotes)

    def demands(
        self,
        *,
        actor: str | None = None,
        issuer: str | None = None,
        addressee: str | None = None,
        beneficiary: str | None = None,
        initiator: str | None = None,
        topic: str | None = None,
        force: str | None = None,
        status: str | None = None,
        document: str | None = None,
        words: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Records[records.DemandRecord]:
        """The demands, all or some, in the order of documents and text.

        They are read when they are first looked at. Actors are found by any of their names (``actor`` in any role), a
        document by its file name or title; ``words`` stand in the action; ``since`` and ``until`` are ISO dates of any
        precision, both included, of the document.

        >>> graph.demands(addressee="European Union", topic="release", since="2024")  # doctest: +SKIP

        Raises
        ------
        QueryError
            If the graph does not know what a parameter names; the message tells the nearest names.
        """
        where = selection.narrowed(
            self.store,
            selection.DEMANDS,
            {
                "actor": actor, "issuer": issuer, "addressee": addressee, "beneficiary": beneficiary,
                "initiator": initiator, "topic": topic, "force": force, "status": status, "document": document,
                "words": words, "since": since, "until": until,
            },
        )  # fmt: skip
        return Records(records.DemandRecord, lambda: records.demands(self.store, where))

    def actors(
        self, *, actor: str | None = None, type: str | None = None, document: str | None = None
    ) -> Records[records.ActorRecord]:
        """The actors, all or some, in the order of their labels; see :meth:`demands`.

        ``actor`` is any name of one, ``type`` a class such as ``Institution``, ``document`` one that mentions them.
        """
        where = selection.narrowed(
            self.store, selection.ACTORS, {"actor": actor, "type": type, "document": document}
        )  # fmt: skip
        return Records(records.ActorRecord, lambda: records.actors(self.store, where))

    def events(
        self,
        *,
        actor: str | None = None,
        agent: str | None = None,
        recipient: str | None = None,
        event: str | None = None,
        place: str | None = None,
        document: str | None = None,
        words: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Records[records.EventRecord]:
        """The events, all or some, dated ones first and in the order of their dates; see :meth:`demands`.

        ``event`` is a class such as ``Meeting``; ``words`` stand in the words that tell it; the dates are the event's.
        """
        where = selection.narrowed(
            self.store,
            selection.EVENTS,
            {
                "actor": actor, "agent": agent, "recipient": recipient, "event": event, "place": place,
                "document": document, "words": words, "since": since, "until": until,
            },
        )  # fmt: skip
        return Records(records.EventRecord, lambda: records.events(self.store, where))

    def documents(
        self,
        *,
        document: str | None = None,
        kind: str | None = None,
        words: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Records[records.DocumentRecord]:
        """The documents, all or some, in the order of their file names; see :meth:`demands`.

        ``kind`` is one such as ``Resolution``; ``words`` stand in the text; the dates are the documents'.
        """
        where = selection.narrowed(
            self.store,
            selection.DOCUMENTS,
            {"document": document, "kind": kind, "words": words, "since": since, "until": until},
        )
        return Records(records.DocumentRecord, lambda: records.documents(self.store, where))
