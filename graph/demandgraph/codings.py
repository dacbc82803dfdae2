"""Codings that a team has made by hand, as a table, to corrections of a graph.

Each row says that a document makes a demand: it becomes a decision to *add* that demand. Where the reading of the
document finds the same demand by itself, the row sets its issuer, addressee, topic… instead of making a second one, in
this build and in every later one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from charset_normalizer import from_bytes

from demandgraph.characters import shown
from demandgraph.corrections.correction import canonical
from demandgraph.corrections.form import FIELDS, FormError
from demandgraph.corrections.matching import key_of_name, plain
from demandgraph.corrections.reading import FOLDER, SUFFIX, correction_of
from demandgraph.corrections.recording import append, line_of
from demandgraph.corrections.review import field_value
from demandgraph.errors import CorrectionError
from demandgraph.iris import slug
from demandgraph.model import FORCES, STATUSES, TOPICS
from demandgraph.records import DemandRecord, DocumentRecord

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "doc", "file", "filename", "file_name", "source"),
    "quote": ("quote", "text", "sentence", "passage", "excerpt", "segment", "quotation", "evidence"),
    "action": ("action", "demand", "ask", "request"),
    "issuer": ("issuer", "speaker", "sender", "claimant", "actor", "who"),
    "addressee": ("addressee", "target", "recipient", "whom", "addressed_to"),
    "beneficiary": ("beneficiary", "for", "for_whom", "on_behalf_of"),
    "initiator": ("initiator", "initiative"),
    "topic": ("topic", "issue", "theme", "category", "code"),
    "force": ("force", "strength", "verb"),
    "status": ("status", "outcome", "fate"),
    "by": ("coder", "by", "coded_by", "annotator", "user"),
    "when": ("date_coded", "when", "coded_at", "timestamp"),
    "why": ("comment", "why", "note", "notes", "memo", "remark"),
}
"""What each column may be called, in any case and with blanks or hyphens for underscores."""
LONGEST_CELL = 100_000
"""Characters of a cell, at most: whatever is longer comes of a quotation mark that is never closed."""
NEEDED = ("document", "quote")
CLOSED: Mapping[str, Sequence[str]] = {"topic": TOPICS, "force": FORCES, "status": STATUSES}
DELIMITERS = ",;\t|"
FEW = 0.1
"""Share of bytes beyond ASCII up to which a table is taken to be in a Western European language."""
LARGEST = 50_000_000
"""Bytes of the largest table that is read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a table: the file it was written to, and how many rows were taken.

    ``found`` of them are demands that the graph has already, ``new`` ones it has not, ``again`` were imported before;
    ``failed`` says, by line, which rows were not taken and why; ``ignored`` are columns that mean nothing here.
    """

    file: Path
    found: int
    new: int
    again: int
    failed: tuple[str, ...]
    ignored: tuple[str, ...]


def import_codings(
    table: Path,
    folder: Path,
    documents: Iterable[DocumentRecord],
    demands: Iterable[DemandRecord],
    by: str | None = None,
) -> Imported:
    """Write the rows of a table as corrections of a graph, to ``corrections/`` in its folder.

    Parameters
    ----------
    table : a CSV file with a row of column names; see :data:`COLUMNS`
    folder : the graph's folder
    documents, demands : what the graph has
    by : who coded rows that do not say so; the table's name if not given

    Raises
    ------
    CorrectionError
        If the table cannot be read, or lacks a column that every row needs.
    """
    rows, ignored = rows_of(table)
    when = datetime.fromtimestamp(table.stat().st_mtime, UTC).isoformat(timespec="seconds")
    target = folder / FOLDER / f"{slug(table.stem) or 'codings'}{SUFFIX}"
    before = set(map(told, lines_of(target)))
    texts = {key_of_name(d.file): plain(d.text)[0] for d in documents}
    actions: dict[str, list[str]] = {}
    for demand in demands:
        actions.setdefault(key_of_name(demand.document), []).append(plain(demand.action)[0])
    lines: list[str] = []
    failed: list[str] = []
    found = again = 0
    for number, row in rows:
        try:
            data = correction_data(row, by or table.stem, when)
            check(data, texts)
            correction_of(data)
        except FormError as error:
            failed.append(f"{shown(table.name)}:{number}: {shown(str(error))}")
            continue
        if told(data) in before:
            again += 1
            continue
        there = demands_in(data, actions.get(key_of_name(data["document"]), ()))
        if there > 1:
            failed.append(
                f"{shown(table.name)}:{number}: {there} demands of the graph stand in this quote; "
                "say which is meant in a column 'action', or shorten the quote"
            )
            continue
        found += there
        before.add(told(data))
        lines.append(line_of(data))
    if lines:
        append(target, lines)
    return Imported(target, found, len(lines) - found, again, tuple(failed), tuple(ignored))


def demands_in(data: Mapping[str, Any], actions: Iterable[str]) -> int:
    """How many demands of a document stand where a row says that one does."""
    wanted = plain(data.get("action", data["quote"]))[0]
    return sum(action in wanted or wanted in action for action in actions)


def rows_of(table: Path) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    """The rows of a table that have anything in them, by line and our names of columns; and columns of other names."""
    try:
        if table.stat().st_size > LARGEST:
            raise CorrectionError(f"{table}: is larger than {LARGEST / 1e6:.0f} MB; divide it")
        raw = table.read_bytes()
    except OSError as error:
        raise CorrectionError(f"{table}: cannot be read ({error.strerror or error})") from error
    text = decoded(raw)
    if not text.strip() or "\x00" in text:
        raise CorrectionError(f"{table}: holds no table; give a CSV file with a row of column names")
    reader = None
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
        header = next(reader)
        named = columns_of(header)
        missing = [name for name in NEEDED if name not in named.values()]
        if missing:
            raise CorrectionError(
                f"{table}: lacks the column {missing[0]!r}; its columns are {shown(', '.join(header))[:200]}"
            )
        rows = []
        line = reader.line_num + 1
        for cells in reader:
            if max(map(len, cells), default=0) > LONGEST_CELL:  # the limit of csv itself is one for the whole process
                raise csv.Error(f"a cell has more than {LONGEST_CELL:,} characters; is a quotation mark left open?")
            if any(cell.strip() for cell in cells):
                rows.append(
                    (line, {named[n]: cell.strip() for n, cell in enumerate(cells) if n in named and cell.strip()})
                )
            line = reader.line_num + 1
    except csv.Error as error:
        line = reader.line_num if reader else 1
        raise CorrectionError(f"{table}: line {line}: cannot be read as CSV ({error})") from None
    return rows, [name for n, name in enumerate(header) if n not in named and name.strip()]


def decoded(raw: bytes) -> str:
    """The text of a table: UTF-8, UTF-16 with a mark, Windows-1252, or what its bytes are most likely to be."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # A few accents tell too little to guess from: spreadsheets save English in the Western European code page.
        beyond = sum(byte > 0x7F for byte in raw)
        best = from_bytes(raw).best() if beyond > FEW * len(raw) else None
        return str(best) if best else raw.decode("cp1252", "replace")


def delimiter_of(text: str) -> str:
    """What separates the columns: of the usual marks the one that finds most known columns in the first row."""
    first = (text.lstrip().splitlines() or [""])[0]
    return max(
        DELIMITERS, key=lambda mark: (len(columns_of(next(csv.reader([first], delimiter=mark)))), first.count(mark))
    )


def columns_of(header: Sequence[str]) -> dict[int, str]:
    """Our names of columns, by their position; of two columns that mean the same the first counts."""
    known = {alias: name for name, aliases in COLUMNS.items() for alias in aliases}
    found: dict[int, str] = {}
    for number, title in enumerate(header):
        name = known.get("_".join(title.strip().casefold().replace("-", " ").replace("_", " ").split()))
        if name and name not in found.values():
            found[number] = name
    return found


def correction_data(row: Mapping[str, str], by: str, when: str) -> dict[str, Any]:
    """A row as a corrections line."""
    for name in NEEDED:
        if name not in row:
            raise FormError(f"the column {name!r} is empty")
    data: dict[str, Any] = {"decision": "add", "kind": "demand", "document": row["document"], "quote": row["quote"]}
    data |= {name: row[name] for name in ("action", "why") if name in row}
    values = {}
    for name in FIELDS["demand"]:
        if name in row and name != "action":
            cell = closed(row[name], CLOSED[name]) if name in CLOSED else row[name]
            values[name] = field_value("demand", name, cell)
    if values:
        data["set"] = values
    return data | {"by": row.get("by", by), "when": row.get("when", when)}


def closed(cell: str, names: Sequence[str]) -> str:
    """A name of a closed list however it is written: *Civil society*, *civil_society*."""
    plain_name = slug(cell.replace("_", " "))
    return plain_name if plain_name in names else cell


def check(data: Mapping[str, Any], texts: Mapping[str, str]) -> None:
    """The document must be in the graph, and the words in the document."""
    text = texts.get(key_of_name(data["document"]))
    if text is None:
        raise FormError(f"there is no document {data['document']!r} in the graph")
    quote = plain(data["quote"])[0]
    if quote not in text:
        raise FormError(f"the quote does not stand in {data['document']}: “{data['quote'][:80]}”")
    if "action" in data and plain(data["action"])[0] not in quote:
        raise FormError(f"the action does not stand in the quote: “{data['action'][:80]}”")


def lines_of(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects of a corrections file that are not broken."""
    from demandgraph.corrections.reading import parse

    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            try:
                yield parse(line)
            except FormError:
                continue


def told(data: Mapping[str, Any]) -> str:
    """What a row says, whenever it was coded: the same row is not imported twice."""
    return canonical({name: value for name, value in data.items() if name != "when"})
