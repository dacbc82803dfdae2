"""Which files there are, and what is wrong with those that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from demandgraph.errors import SourceError
from demandgraph.ingest import READERS, read, walk


def test_every_reader_has_its_suffix() -> None:
    assert set(READERS) == {".txt", ".md", ".html", ".htm"}


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/deep/0.txt",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "d.pdf",
        "e",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    found = walk([tmp_path])
    assert [p.name for p in found.files] == ["0.txt", "a.md", "b.txt", "c.html"]
    assert found.others == {".pdf": 1, "README": 1, "": 1}
    assert found.errors == ()
    assert found == walk([tmp_path / "sub", tmp_path / "b.txt", tmp_path])


def test_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("x")
    (error,) = walk([tmp_path]).errors
    assert "holds no" in error.reason


def test_names_that_no_system_takes(tmp_path: Path) -> None:
    found = walk([tmp_path / ("x" * 300 + ".txt"), "nul\0.txt"])
    assert ["too long" in e.reason for e in found.errors] == [True]
    with pytest.raises(SourceError, match="no such file"):
        read(found.files[0])


def test_folders_of_graphs_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo/explorer.html").write_text("<p>x")
    (tmp_path / "a.txt").write_text("a")
    assert [p.name for p in walk([tmp_path], lambda folder: folder.name == "demo").files] == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="links need a privilege elsewhere")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(walk([tmp_path]).files) == 1


def test_read(data: Path) -> None:
    source = read(data / "assembly-note.md")
    assert source.file_name == "assembly-note.md"
    assert source.source == "https://example.org/assembly/note-7"
    assert (source.title, source.date) == ("Assembly of the Lake States: a resolution on Varania", "2031-06-12")
    assert "- stop the searches" in source.text
    source = read(data / "ministry-statement.html")
    assert source.publisher == "Ministry of Foreign Affairs of Torland"
    assert "2. to grant visas" in source.text
    assert not {"Home", "Contact", "changed"} & set(source.text.replace(":", " ").split())
    assert read(data / "letter-observers.txt").source.endswith("tests/data/letter-observers.txt")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"123 456\n", "no letter"),
        ("a.html", b"<html><body><img src='x.png'></body></html>", "markup, but no text"),
        ("a.pdf", b"text", "suffix .pdf"),
        ("noend", b"text", "(none)"),
        ("big.txt", b"word " * 2000, "too large"),
    ],
)
def test_reasons(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read(tmp_path / name, limit=9_000)
    assert reason in caught.value.reason
    assert caught.value.source == str(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "missing.txt")
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(SourceError, match="is not a file"):
        read(tmp_path / "x.txt")


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("text")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match="no permission"):
        read(tmp_path / "a.txt")
