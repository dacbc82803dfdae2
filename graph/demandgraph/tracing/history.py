"""A demand's history as plain records: what was done to it when, by whom, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

KINDS = {
    "raised": "asked for when nobody is known to have asked for it before",
    "adopted": "taken up by a body or a crowd that adopted a text with it",
    "repeated": "asked for once more",
    "readdressed": "asked of somebody of whom it had not been asked before",
    "retold": "the same act, told by another document",
    "narrowed": "a part of it was asked for",
    "widened": "more than it was asked for",
    "answered": "what somebody said to it, by what a document says",
    "became": "what became of it, by what a document says",
    "stated": "asked for, with no date that would tell before or after what",
}
"""The kinds of steps, each with what it means."""
UNDATED = "undated"
ASKED = frozenset(("narrowed", "widened", "answered", "became"))
"""Kinds of steps whose quote does not tell, or not in the words of the demand, what is asked for."""


@dataclass(frozen=True, slots=True, repr=False)
class Occasion:
    """The event at which a demand was made: its IRI, its class, and where and when it took place, if told."""

    iri: str
    type: str
    date: str | None
    place: str | None

    def __str__(self) -> str:
        return " ".join(
            part
            for part in (self.type.lower(), self.place and f"in {self.place}", self.date and f"({self.date})")
            if part
        )

    __repr__ = __str__


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One step in the history of a demand.

    Attributes
    ----------
    kind : one of :data:`KINDS`
    date : of the event at which the demand was made, else of the document; ``None`` where neither is told
    demand : IRI of the demand that is stated
    document : name of the file that says so; ``document_iri`` its IRI, ``title`` its title
    issuers, addressees : who asks and who is asked, by their labels
    initiators : who brought the demand in; a claim of ``document``, kept as that
    action : what is asked for, verbatim
    quote : the words that say so, with their offsets ``begin`` and ``end`` in the document's text
    occasion : the event at which it was made, if told
    status : for an answer, what became of the demand
    follows : IRIs of the demands that this step takes up
    """

    kind: str
    date: str | None
    demand: str
    document: str
    document_iri: str
    title: str | None
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    initiators: tuple[str, ...]
    action: str
    quote: str
    begin: int
    end: int
    occasion: Occasion | None = None
    status: str | None = None
    follows: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """Who asks whom, in one line."""
        asked = f" → {several(self.addressees)}" if self.addressees else ""
        return f"{several(self.issuers) or '(issuer not stated)'}{asked}"

    def __repr__(self) -> str:
        return f"<{self.kind} {self.date or UNDATED} {self.who}: {shortened(self.action, 60)!r} ({self.document})>"

    def _repr_html_(self) -> str:
        from demandgraph.tracing.pages import step_html

        return step_html(self)


@dataclass(frozen=True, slots=True, repr=False)
class Trace:
    """The history of a demand, its steps in the order of time, those without a date last.

    ``iri`` is that of the shared demand or, for a demand of one document only, of that demand; ``label`` and ``topic``
    are its own, ``documents`` and ``issuers`` how many state it, ``first`` and ``last`` the dates of its first and last
    statement. Iterating gives the steps.
    """

    iri: str
    label: str
    topic: str
    documents: int
    issuers: int
    first: str | None
    last: str | None
    steps: tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __repr__(self) -> str:
        return f"<Trace of {shortened(self.label, 60)!r}: {self.summary}, {counted(len(self.steps), 'step')}>"

    def __str__(self) -> str:
        from demandgraph.tracing.pages import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        from demandgraph.tracing.pages import trace_html

        return trace_html(self)

    @property
    def summary(self) -> str:
        """Topic, support and dates in one line."""
        dates = " to ".join(dict.fromkeys(d for d in (self.first, self.last) if d)) or UNDATED
        return f"{self.topic}, {counted(self.documents, 'document')}, {counted(self.issuers, 'issuer')}, {dates}"

    def to_dict(self) -> dict[str, Any]:
        """The same as dictionaries and tuples, for JSON."""
        return asdict(self)


def several(names: tuple[str, ...], most: int = 4) -> str:
    """Names in one line; of very many the first few and how many more.

    >>> several(("A", "B", "C"), 2)
    'A, B and 1 more'
    """
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "step"), counted(2, "step")
    ('1 step', '2 steps')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def shortened(text: str, limit: int) -> str:
    """A text on one line, cut at a word where it is too long.

    >>> shortened("free all the prisoners", 12)
    'free all …'
    """
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rsplit(' ', 1)[0]} …"


def quoted(text: str) -> str:
    """A text in quotation marks, unless it has its own.

    >>> quoted("free them"), quoted("“Free them,” she said")
    ('“free them”', '“Free them,” she said')
    """
    return text if text[:1] in "“”„«\"'‘" and text else f"“{text}”"
