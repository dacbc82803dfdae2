"""The pipeline in the order in which it runs: the only module that knows every stage."""

from __future__ import annotations

import hashlib
import logging
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version as version_of
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from demandgraph import authority as authorities
from demandgraph.across import Resolution
from demandgraph.cache import Cache, Entry, stamp_of
from demandgraph.correction_quads import correction_quads, document_quads
from demandgraph.corrections import Loaded, apply, doubtful, load_corrections
from demandgraph.corrections.doubts import to_json
from demandgraph.errors import BuildError, SourceError, StoreError
from demandgraph.explore import view_of
from demandgraph.explore import write as write_page
from demandgraph.explore.part import LIMIT
from demandgraph.export import demand_table
from demandgraph.extract import extract
from demandgraph.folder import CACHE, DEMANDS, DOUBTS, EXPLORER, REPORT, STORE, TRIG, check_free, is_graph, replacing
from demandgraph.grounding import ground
from demandgraph.ingest import DEFAULT_LIMIT, read, walk
from demandgraph.iris import check_base
from demandgraph.language import analyse, detect_language, is_readable, load_pipeline
from demandgraph.language.analyse import DEFAULT_PIPELINE
from demandgraph.language.installed import installed
from demandgraph.model import Findings, Source
from demandgraph.plugins import EXTRACTORS, used
from demandgraph.provenance import Tools, provenance_quads
from demandgraph.rdf import across_quads
from demandgraph.records import demands
from demandgraph.report import KINDS, Report
from demandgraph.resolve import resolve
from demandgraph.store import Store
from demandgraph.trig import to_trig_by_graph
from demandgraph.version import __version__
from demandgraph.vocab import DEFAULT_BASE

if TYPE_CHECKING:
    from spacy.language import Language

    from demandgraph.authority import Authority

log = logging.getLogger(__name__)
NO_DECISIONS = Loaded()
TOGETHER = 8
"""Documents that go through the language pipeline together: a tenth quicker than one by one, and each is read alike."""
Progress = Callable[[str, int, int], None]
"""Is told what is being done (the name of a file or of a step), how many sources are done, and how many there are."""


def build(
    sources: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    base: str = DEFAULT_BASE,
    pipeline: str | None = None,
    authority: Iterable[str | Path] = (),
    corrections: Iterable[str | Path] = (),
    limit: int = DEFAULT_LIMIT,
    cache: bool = True,
    store: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Build the graph of some documents.

    What cannot be read is skipped and reported; the rest is built. The graph takes the place of an older one in ``out``
    only when it is complete, so that a failure leaves the older one as it was. Of an older one, what was found in
    documents that have not changed is taken over; the result is the same as that of a build from scratch.

    Parameters
    ----------
    sources : a file or folder, or several; folders are searched for files that can be read
    out : folder for the graph; it is created, or replaced if it holds a graph
    base : base IRI of resources, ending in ``/``
    pipeline : name of an installed spaCy pipeline for English, the default one if not given
    authority : files with further states and bodies, in the form of ``ontology/authorities/``
    corrections : files or folders of people's corrections, beside those in the folder ``corrections/`` of ``out``
    limit : largest file that is read, in bytes
    cache : keep what is found in each document for the next build, and use what the last one kept; without it every
        document is read again
    store : address of a SPARQL store to send the graph to as well, once it is built; see :func:`demandgraph.remote.push`
    progress : is told how far the build is

    Returns
    -------
    Report : what was read, skipped and found

    Raises
    ------
    BuildError
        If no document could be read, or ``out`` or ``base`` cannot be used. Its ``report`` says what was skipped.
    AuthorityError
        If a file in ``authority`` is broken.
    CorrectionError
        If one of ``corrections`` is not there. A broken line in it is reported, and the others are applied.
    StoreError
        If the graph cannot be written, or not be sent to ``store``; it is there then, and can be pushed again.
    """
    target, extra = Path(out), [Path(path) for path in authority]
    check_free(target)
    try:
        check_base(base)
    except ValueError as error:
        raise BuildError(str(error)) from None
    known = authorities.load(extra)
    decisions = load_corrections(target, corrections)
    name = pipeline or DEFAULT_PIPELINE
    report = Report(str(target), {"demandgraph": __version__, "python": platform.python_version()}, base)
    tell = progress or (lambda *_: None)
    try:
        with replacing(target) as fresh:
            given = [sources] if isinstance(sources, str | Path) else sources
            kept = cache_of(target, fresh, name, extra) if cache else None
            findings = read_all(given, report, known, name, limit, tell, kept)
            if not findings:
                raise BuildError("no document could be read, so nothing was built", report)
            write(findings, fresh, report, known, tools_of(name, report, extra), tell, decisions)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error.strerror or error})") from error
    if store:
        from demandgraph.remote import push

        tell("push", len(report.documents), len(report.documents))
        push(Store.open(target / STORE, base), store)
    return report


# ---------------------------------------------------------------- pass 1: one document at a time


def cache_of(target: Path, fresh: Path, pipeline: str, extra: Iterable[Path]) -> Cache | None:
    """What the last build into a folder found in documents; ``None`` if it is unsure what the pipeline consists of."""
    found = installed(pipeline)
    return Cache(target / CACHE, fresh / CACHE, stamp_of(f"{pipeline} {found.sha256}", extra)) if found else None


def read_all(
    sources: Iterable[str | Path],
    report: Report,
    known: Authority,
    pipeline: str,
    limit: int,
    tell: Progress,
    cache: Cache | None = None,
) -> list[Findings]:
    """Read every document for its findings; what fails costs its own document only."""
    target = Path(report.folder).resolve()
    with report.timed("ingest"):
        found = walk(sources, lambda folder: folder.resolve() == target or is_graph(folder))
    report.other_files = found.others
    for error in found.errors:
        report.skip(error.source, error.reason)
    nlp: Language | None = None
    findings: list[Findings] = []
    waiting: dict[Path, Source] = {}
    seen: dict[str, Path] = {}

    def keep(path: Path, source: Source, entry: Entry) -> None:
        report.note(path, entry.findings, (*source.notes, *entry.findings.notes), entry.dropped)
        findings.append(entry.findings)

    for number, path in enumerate(found.files):
        tell(path.name, number, len(found.files))
        with report.timed("ingest"):
            source = take(path, report, limit, seen)
            entry = cache.get(source) if source and cache else None
        if source and entry:
            report.reused += 1
            keep(path, source, entry)
        elif source:
            waiting[path] = source
        if waiting and (len(waiting) == TOGETHER or path is found.files[-1]):
            with report.timed("language"):
                nlp = nlp or load(pipeline)
            for read_path, entry in understand(waiting, nlp, known, report):
                if cache:
                    cache.put(waiting[read_path], entry)
                keep(read_path, waiting[read_path], entry)
            waiting = {}
    if findings:
        report.versions |= {pipeline: version_of_pipeline(pipeline, nlp), "spacy": version_of("spacy")}
        report.versions |= plugins_of(report)
    tell("", len(found.files), len(found.files))
    return findings


def load(pipeline: str) -> Language:
    """Load the language pipeline."""
    try:
        return load_pipeline(pipeline)
    except (OSError, ImportError) as error:
        raise BuildError(f"there is no spaCy pipeline {pipeline!r} installed; install it with pip") from error


def version_of_pipeline(pipeline: str, nlp: Language | None) -> str:
    """The version of the language pipeline, told alike whether it had to be loaded or not."""
    found = installed(pipeline)
    return found.version if found else str(nlp.meta.get("version", "unknown")) if nlp else "unknown"


def take(path: Path, report: Report, limit: int, seen: dict[str, Path]) -> Source | None:
    """Read one file, unless it cannot be read, is not English, or has the text of an earlier one."""
    try:
        source = read(path, limit)
        language = detect_language(source.text)
        if not is_readable(language):
            raise SourceError(str(path), f"is not in English, but in the language {language!r}, which is not read yet")
        first = seen.setdefault(hashlib.sha256(source.text.encode()).hexdigest(), path)
        if first is not path:
            raise SourceError(str(path), f"has the same text as {first}")
        return source
    except SourceError as error:
        report.skip(error.source, error.reason)
    except Exception as error:  # whatever a strange file does to a parser, the others are built
        log.exception("%s", path)
        report.skip(path, f"could not be read ({type(error).__name__})")
    return None


def understand(
    sources: Mapping[Path, Source], nlp: Language, known: Authority, report: Report
) -> Iterator[tuple[Path, Entry]]:
    """Analyse sources and extract their findings, together if that works, else one by one."""
    try:
        with report.timed("language"):
            parsed = list(analyse(sources.values(), nlp))
    except Exception:
        if len(sources) > 1:
            yield from chain.from_iterable(understand({p: s}, nlp, known, report) for p, s in sources.items())
        else:
            (path,) = sources
            log.exception("%s", path)
            report.skip(path, "could not be analysed; please report this text as a bug")
        return
    for path, document in zip(sources, parsed, strict=True):
        try:
            with report.timed("extract"):
                entry = Entry(*ground(extract(document, known)))
        except Exception as error:
            log.exception("%s", path)
            report.skip(path, f"could not be read for findings ({type(error).__name__}); please report this as a bug")
            continue
        yield path, entry


# ---------------------------------------------------------------- pass 2: all documents together


def tools_of(pipeline: str, report: Report, extra: Iterable[Path]) -> Tools:
    """What the build is made with."""
    return Tools(
        version=__version__,
        pipeline=pipeline,
        pipeline_version=report.versions.get(pipeline, "unknown"),
        libraries={"spacy": report.versions.get("spacy", "unknown"), **plugins_of(report)},
        inputs={path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in extra},
    )


def plugins_of(report: Report) -> dict[str, str]:
    """The other packages that had a part in the reading, with their versions."""
    return used((EXTRACTORS,), (Path(d.path).suffix for d in report.documents))


def write(
    findings: list[Findings],
    folder: Path,
    report: Report,
    known: Authority,
    tools: Tools,
    tell: Progress,
    decisions: Loaded = NO_DECISIONS,
) -> None:
    """Apply what people decided, decide what documents have in common and write the graph, its store, page, table and report to a new folder."""
    total = len(findings)
    tell("who is who", total, total)
    with report.timed("resolve"):
        corrected = apply(findings, decisions, lambda name: entry.type if (entry := known.find(name)) else None)
        findings, report.corrections = corrected.findings, corrected.outcome.as_dict()
        resolution = resolve(findings, report.base, known, corrected.decided)
        (folder / DOUBTS).write_text(
            to_json(doubtful(findings, resolution, corrected.decided)), encoding="utf-8", newline="\n"
        )
    names = resolution.names
    ordered = sorted(findings, key=lambda f: names.document(f.document))
    tell("graph", total, total)
    with report.timed("rdf"), (folder / TRIG).open("w", encoding="utf-8", newline="\n") as file:
        parts = [
            across_quads(resolution.shared, report.base),
            correction_quads(corrected, names),
            *(document_quads(f, corrected, names) for f in ordered),
            provenance_quads([f.document for f in ordered], names, tools),
        ]
        file.writelines(to_trig_by_graph(one_by_one(parts), report.base))
    tell("store", total, total)
    with report.timed("store"):
        store = Store.create(folder / STORE, folder / TRIG, report.base)
        table = demand_table(demands(store))
        (folder / DEMANDS).write_text(table, encoding="utf-8", newline="")
    tell("page", total, total)
    with report.timed("explore"):
        view = view_of(store.raw, LIMIT)
        write_page(view, folder / EXPLORER)
        if view.of:
            shown = f"{len(view.texts):,} of {view.of:,} documents, those that share most"
            report.remark = (
                f"{EXPLORER} shows {shown}; demandgraph explore --limit 0 shows all, --focus those of an actor"
            )
    report.finish(counts_of(findings, resolution))
    (folder / REPORT).write_text(report.to_json(), encoding="utf-8")


def one_by_one(parts: Iterable[Iterable[Quad]]) -> Iterator[tuple[str, set[Quad]]]:
    """The named graphs, given in the order of their IRIs, of which only one is in memory at a time."""
    for quads in map(set, parts):
        for graph in {quad.graph_name for quad in quads}:
            if isinstance(graph, NamedNode):
                yield graph.value, quads


def counts_of(findings: Sequence[Findings], resolution: Resolution) -> dict[str, int]:
    """How many of each kind the graph has; what several documents have in common counts once."""
    names = resolution.names
    counts = {"documents": len(findings)} | {kind: sum(len(getattr(f, kind)) for f in findings) for kind in KINDS}
    counts["actors"] = len({identity.iri for identity in names.actors.values()})
    counts["events"] = len({names.event(f.document, e.id) for f in findings for e in f.events})
    counts["shared demands"] = len(resolution.shared)
    return counts
