"""Tables of codings, however they were saved, become corrections; rows that cannot are named."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demandgraph.codings import Imported, import_codings
from demandgraph.corrections import apply, load_corrections
from demandgraph.errors import CorrectionError
from demandgraph.records import DemandRecord, DocumentRecord

from .corrections.conftest import LETTER, letter

DOCUMENTS = [DocumentRecord("x:1", "letter.txt", "in/letter.txt", None, None, None, "Appeal", LETTER)]
DEMANDS = [
    DemandRecord("x:d", "letter.txt", None, (), (), (), (), action, "other", "call", None, "", 0, 1, 0.5)
    for action in ("lift the ban on\nnewspapers", "free Ilse Tamm")
]
HEADER = ["document", "quote", "issuer", "topic"]
BAN = ["letter.txt", "lift the ban on newspapers", "Guild of Printers; Oren Vasko", "Law reform"]
NEW = ["LETTER.TXT", "would welcome observers", "Oren Vasko", "elections"]


def table(path: Path, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def taken(path: Path, folder: Path) -> Imported:
    return import_codings(path, folder, DOCUMENTS, DEMANDS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_usual_table_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [
        [*HEADER, "coder", "page"],
        [*BAN, "Zoë Čapek" if encoding != "cp1252" else "Zoë Müller", "2"],
        [*NEW, "", ""],
    ]
    done = taken(table(tmp_path / "Our codings.csv", rows, encoding, delimiter), tmp_path)
    assert (done.found, done.new, done.again, done.failed, done.ignored) == (1, 1, 0, (), ("page",))
    assert done.file == tmp_path / "corrections" / "our-codings.jsonl"
    loaded = load_corrections(tmp_path)
    assert {c.by.partition(" ")[0] for c in loaded.corrections} == {"Zoë", "Our"}
    (found,) = apply([letter()], loaded).findings
    assert [(d.topic, d.issuers) for d in found.demands] == [
        ("law-reform", ("guild", "vasko")), ("release", ("guild",)), ("elections", ("vasko",)),
    ]  # fmt: skip


def test_taking_it_again_adds_nothing(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [HEADER, BAN, BAN, NEW])
    assert (taken(path, tmp_path).again, taken(path, tmp_path).again) == (1, 3)
    before = (tmp_path / "corrections" / "a.jsonl").read_bytes()
    assert before.count(b"\n") == 2
    table(path, [HEADER, BAN, NEW, ["letter.txt", "free Ilse Tamm", "Oren Vasko", "release"]])
    assert taken(path, tmp_path).again == 2
    assert (tmp_path / "corrections" / "a.jsonl").read_bytes().startswith(before)


def test_rows_that_fail_are_named_by_line(tmp_path: Path) -> None:
    rows = [
        [*HEADER, "action"],
        [*BAN[:2], "two\nlines", "release", ""],
        ["gone.txt", "x", "", "", ""],
        ["letter.txt", "lift the siege", "", "", ""],
        ["letter.txt", "", "", "", ""],
        ["", "", "", "", ""],
        [*BAN[:3], "nonsense", ""],
        ["letter.txt", "urges Ruritania to lift the ban on newspapers and to free Ilse Tamm", "", "", ""],
        ["letter.txt", "would welcome observers", "", "", "admit them"],
        NEW,
    ]
    done = taken(table(tmp_path / "a.csv", rows), tmp_path)
    assert (done.found, done.new) == (1, 1)
    assert [f.partition(": ")[0] for f in done.failed] == [f"a.csv:{n}" for n in (4, 5, 6, 8, 9, 10)]
    reasons = " ".join(done.failed)
    for words in ("no document 'gone.txt'", "does not stand in letter.txt", "'quote' is empty", "'nonsense', which is unknown",
                  "2 demands of the graph", "the action does not stand in the quote"):  # fmt: skip
        assert words in reasons


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "holds no table"),
        (b"\x00\x01\x02", "holds no table"),
        (b"PK\x03\x04\x00\x00", "holds no table"),
        (b"document,issuer\na,b\n", "lacks the column 'quote'"),
        (b"a;b;c\n1;2;3\n", "lacks the column 'document'; its columns are a, b, c"),
        (b"3\x97\r\xb5,\xfd\rt\x1b\n\xe6\r", "lacks the column 'document'"),
        (b'document,quote\n"' + b"x" * 200_000, "cannot be read as CSV"),
    ],
)
@pytest.mark.parametrize("limit", [131_072, 10**9])  # some libraries raise it for the whole process
def test_what_is_no_table(tmp_path: Path, limit: int, content: bytes, why: str) -> None:
    before = csv.field_size_limit(limit)
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(CorrectionError, match=why):
        taken(tmp_path / "a.csv", tmp_path)
    with pytest.raises(CorrectionError, match="cannot be read"):
        taken(tmp_path / "nowhere.csv", tmp_path)
    assert not (tmp_path / "corrections").exists()
    csv.field_size_limit(before)


CELLS = st.text(max_size=15) | st.sampled_from(
    ["letter.txt", "free Ilse Tamm", "=cmd()", '"><script>', "; ;", "release"]
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=4))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_strange_rows_harm_nothing(tmp_path: Path, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([[*HEADER, "comment"], ["letter.txt", "free Ilse Tamm", "", "", ""], *rows])
    (tmp_path / "a.csv").write_bytes(out.getvalue().encode("utf-8", "replace"))
    (tmp_path / "corrections" / "a.jsonl").unlink(missing_ok=True)
    try:
        done = taken(tmp_path / "a.csv", tmp_path)
    except CorrectionError:
        return
    loaded = load_corrections(tmp_path)
    assert loaded.broken == ()
    assert len(loaded.corrections) == done.found + done.new
