"""What documents say of themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from demandgraph.language.analyse import prepare
from demandgraph.model import DOCUMENT_KINDS, Document, Source

LAYOUTS = Path(__file__).parent / "layouts"


def about(text: str, **hints: str) -> Document:
    return prepare(Source("x.txt", "x.txt", text, **hints)).document


@pytest.mark.parametrize(
    ("case", "kind", "date", "title"),
    [
        ("parliament-resolution", "Resolution", "2031-10-16", "Parliament of the Northern Union resolution of 16"),
        ("assembly-resolution-pdf", "Resolution", "2036-12-19", "Situation of displaced persons in Veldania"),
        ("running-resolution", "Resolution", "2034-06-11", "Resolution 3188 (2034)"),
        ("recorded-vote", "Resolution", "2033-04-02", "Protection of reporters in Veldania"),
        ("house-resolution", "Resolution", "2031-05-02", "Calling for the release of teachers held in Veldania"),
        ("congress-resolves", "Resolution", "2030-05-04", "RESOLUTION OF THE CONGRESS OF LAKE TEACHERS"),
        ("open-letter", "Appeal", "2032-03-12", "Open Letter on the Trial of the Harbour Workers"),
        ("wrapped-letter", "Appeal", "2030-06-06", None),
        ("petition", "Appeal", None, "Petition to the City Council of Port Amber"),
        ("press-release", "PressRelease", "2030-06-04", "Lake Union Urges Ministers to Reopen Talks"),
        ("news", "NewsReport", "2033-05-14", "Veldania frees two reporters after protests"),
        ("communique", "Statement", "2029-11-08", "Communiqué of the Meeting of the Ministers of the Lake States"),
        ("speech", "Speech", None, "Speech by Minister Ida Holm at the Conference on Free Rivers"),
        ("markdown-statement", "Statement", "2029-08-02", "Statement on the Ferry Disaster"),
    ],
)  # fmt: skip
def test_metadata(case: str, kind: str, date: str | None, title: str | None) -> None:
    document = about((LAYOUTS / f"{case}.txt").read_text(encoding="utf-8"))
    assert document.kind == kind
    assert document.date == date
    assert (document.title or "").startswith(title or "")
    assert (document.title is None) == (title is None)
    assert document.language == "en"


@pytest.mark.parametrize(
    ("case", "publisher"),
    [
        ("parliament-resolution", "Parliament of the Northern Union"),
        ("press-release", "Lake Union"),
        ("open-letter", "Labour Watch Network"),
        ("wrapped-letter", "LEAGUE OF RIVER TOWNS"),
        ("speech", None),
    ],
)
def test_publisher(case: str, publisher: str | None) -> None:
    assert about((LAYOUTS / f"{case}.txt").read_text(encoding="utf-8")).publisher == publisher


def test_hints_of_the_container_win() -> None:
    text = "Some title\n\n3 May 2030\n\nThe union asked the minister to open the port."
    document = about(text, title="Another title", date="2031-01-02", publisher="Union of Dockers")
    assert (document.title, document.date, document.publisher) == ("Another title", "2031-01-02", "Union of Dockers")


def test_a_hint_that_is_no_date_is_left_aside() -> None:
    assert about("Title of it\n\n3 May 2030\n\nThe union met today.", date="soon").date == "2030-05-03"


def test_dates_that_are_not_the_documents_own() -> None:
    text = "The port\n\nThe port was built in 1921. It burned on 3 May 1940 and again on 4 June 1952."
    assert about(text).date is None


def test_annotated_documents(shared: Path) -> None:
    """Kind, title and date as the annotators read them."""
    right = dict.fromkeys(("kind", "title", "date"), 0)
    files = sorted((shared / "gold").glob("*.json"))
    assert len(files) >= 15
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        document = about(file.with_suffix(".txt").read_text(encoding="utf-8"))
        assert document.kind in DOCUMENT_KINDS
        for field in right:
            right[field] += getattr(document, field) == gold[field]
    assert all(n >= 0.85 * len(files) for n in right.values()), right
