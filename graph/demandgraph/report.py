"""What a build did: which documents were read and which skipped, what was found, with what, and how long it took."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from demandgraph.characters import shown
from demandgraph.model import Findings

STAGES = ("ingest", "language", "extract", "resolve", "rdf", "store", "explore")
KINDS = ("actors", "demands", "events", "affiliations", "figures")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that is not in the graph, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """A document that is in the graph, and how much was found in it.

    ``path`` is the file as given, ``file`` its name, ``source`` the address that it gives for itself, else its path;
    ``notes`` are remarks on it, such as a guessed encoding or a step that failed, ``dropped`` what was found but not
    borne out by the text.
    """

    path: str
    file: str
    source: str
    sha256: str
    title: str | None
    date: str | None
    kind: str
    characters: int
    counts: Mapping[str, int]
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """The report of a build.

    Attributes
    ----------
    folder : where the graph is
    versions : of the software, the language model and the libraries that matter
    base : base IRI of resources
    documents, skipped : sources, in the order of their names
    other_files : files of folders that no reader takes, by suffix
    counts : how many documents, actors, demands… the graph has; an actor of several documents counts once
    seconds : time spent in each stage
    reused : documents that were not read again, because they have not changed since the last build; not written, so
        that a rebuild is reported like a build from scratch
    corrections : the files of corrections, how many were applied, and which could not be and why
    remark : what there is to know of the page of a very large graph; not written
    """

    folder: str
    versions: dict[str, str]
    base: str
    documents: list[Read] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    other_files: Mapping[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    reused: int = 0
    corrections: Mapping[str, Any] = field(default_factory=dict)
    remark: str = ""

    @property
    def doubts(self) -> list[Skipped]:
        """Documents that were read with a doubt, and which."""
        return [Skipped(d.path, note) for d in self.documents for note in d.notes]

    @property
    def complete(self) -> bool:
        """Whether every source is in the graph without a doubt."""
        return not self.skipped and not self.doubts and not self.unapplied

    @property
    def unapplied(self) -> list[str]:
        """Corrections that could not be applied, one line each with file and line."""
        return [
            f"{', '.join(p['where'])}: {p['decision'] and p['decision'] + ': '}{p['reason']}"
            for kind in ("broken", "contradicting", "vanished", "refused")
            for p in self.corrections.get(kind, ())
        ]

    def skip(self, source: object, reason: str) -> None:
        """Note that a source is not in the graph."""
        self.skipped.append(Skipped(shown(str(source)), shown(reason)))

    def note(self, path: Path, findings: Findings, notes: tuple[str, ...], dropped: tuple[str, ...]) -> None:
        """Note that a document was read."""
        d = findings.document
        counts = {kind: len(getattr(findings, kind)) for kind in KINDS}
        self.documents.append(
            Read(
                shown(str(path)),
                shown(d.file_name),
                shown(d.source),
                d.sha256,
                d.title,
                d.date,
                d.kind,
                len(d.text),
                counts,
                notes,
                dropped,
            )
        )

    def finish(self, counts: Mapping[str, int]) -> None:
        """Put everything in the order of the names, and note what the whole graph has."""
        self.documents.sort(key=lambda d: (d.file, d.path))
        self.skipped.sort(key=lambda s: (s.source, s.reason))
        self.counts = dict(counts)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time that a block takes to a stage."""
        begin = perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += perf_counter() - begin

    def to_json(self) -> str:
        """The report as it is written to ``report.json``. Its seconds differ from build to build."""
        whole = asdict(self)
        del whole["reused"], whole["remark"]
        whole["seconds"] = {stage: round(s, 3) for stage, s in self.seconds.items()}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
