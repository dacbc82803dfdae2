"""Each command end to end, and what bad input does to it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph as RdfGraph

from demandgraph.cli import COMMANDS, main
from demandgraph.query import questions

APPEAL = "We call on the Government of Varania to release all imprisoned journalists.\n"
pytestmark = pytest.mark.usefixtures("quick")


def run(*args: object, text: str | None = None) -> Result:
    """Run a command; anything but a clean exit fails the test with its traceback."""
    result = CliRunner().invoke(main, [str(a) for a in args], input=text)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


# ---------------------------------------------------------------- help


def test_help_tells_the_exit_codes() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(re.search(rf"^ +{code}  \w", result.output, re.MULTILINE) for code in range(5))
    assert {"build", "query", "ask", "export", "validate", "explore"} <= set(result.output.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Exit codes" in result.output


def test_version() -> None:
    assert run("--version").output.startswith("demandgraph 0.")


def test_unknown_option_is_wrong_usage() -> None:
    assert run("build", "--nonsense").exit_code == 2
    assert run("build", "x").exit_code == 2


# ---------------------------------------------------------------- build


def test_build(data: Path, tmp_path: Path) -> None:
    result = run("build", data, "--out", tmp_path / "g")
    assert result.exit_code == 0
    assert "[1/4] appeal-orlen-bridge.txt" in result.stderr
    rows = dict(line.rsplit(maxsplit=1) for line in result.stdout.splitlines() if line[-1:].isdigit())
    assert rows["documents"] == "4"
    assert int(rows["demands"]) > 8
    assert "explorer.html" in result.stdout


def test_quiet(data: Path, tmp_path: Path) -> None:
    result = run("build", data, "--out", tmp_path / "g", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


BAD = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "the file is empty"),
    "blank.md": (b" \n\n", "the file is empty"),
    "binary.txt": (bytes(range(1, 9)) * 500, "binary data"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + b"\x01" * 50, "an image"),
    "word.txt": (b"PK\x03\x04" + b"x" * 50, "archive or an office document"),
    "mixed.txt": ("Žofie žádá ".encode() + b"caf\xe9 na n\xe1m\xecst\xed", "mixes encodings"),
    "broken.txt": (b"\xff\xfeR\x00e\x00\xd8", "marked as utf-16"),
    "nul.txt": (b"release\x00 them all", "NUL bytes"),
    "noletter.txt": (b"1234 --- 5678 !!!", "no letter"),
    "big.txt": (b"We ask for water. " * 1_200_000, "too large (21.6 MB, the limit is 5 MB)"),
    "picture.html": (b"<html><body><img src=x></body></html>", "no text"),
    "letter.pdf": (b"text", "suffix .pdf"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_costs_itself_only(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    (tmp_path / "good.txt").write_text(APPEAL)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run("build", tmp_path / name, tmp_path / "good.txt", "--out", tmp_path / "g")
    assert result.exit_code == 1
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("skipped")]
    assert line.startswith(f"skipped {tmp_path / name}: ")
    assert reason in line
    report = json.loads((tmp_path / "g" / "report.json").read_text(encoding="utf-8"))
    assert [d["file"] for d in report["documents"]] == ["good.txt"]
    assert [s["source"] for s in report["skipped"]] == [str(tmp_path / name)]
    assert report["counts"]["demands"] == 1


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text(APPEAL)
    (tmp_path / "locked.txt").write_text("x" + APPEAL)
    read_bytes = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "locked.txt":  # root may read everything, so that the refusal is made up
            raise PermissionError(13, "Permission denied")
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("build", tmp_path, "--out", tmp_path / "g")
    assert result.exit_code == 1
    assert "locked.txt: may not be read (no permission)" in result.stderr


@pytest.mark.parametrize("order", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_same_text_twice(tmp_path: Path, order: tuple[str, str]) -> None:
    (tmp_path / "a.txt").write_text(APPEAL)
    (tmp_path / "b.txt").write_text(APPEAL.replace("\n", "\r\n"))
    result = run("build", *(tmp_path / name for name in order), "--out", tmp_path / "g")
    assert result.exit_code == 1
    assert f"skipped {tmp_path / 'b.txt'}: has the same text as {tmp_path / 'a.txt'}" in result.stderr


def test_same_file_twice_is_one_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL)
    assert run("build", tmp_path, tmp_path / "a.txt", tmp_path / "a.txt", "--out", tmp_path / "g").exit_code == 0


def test_guessed_encoding_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((APPEAL + "“Nobody has answered,” said Hélène Brémond.\n").encode("cp1252"))
    result = run("build", tmp_path / "a.txt", "--out", tmp_path / "g")
    assert result.exit_code == 1
    assert "a.txt: read as Windows-1252, which is a guess" in result.stderr
    assert "Hélène" in (tmp_path / "g" / "graph.trig").read_text(encoding="utf-8")


def test_limit_can_be_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL * 20)
    assert run("build", tmp_path / "a.txt", "--out", tmp_path / "g", "--max-size", "0.001").exit_code == 3
    assert run("build", tmp_path / "a.txt", "--out", tmp_path / "g", "--max-size", "1").exit_code == 0


def test_nothing_to_build(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.pdf").write_text("x")
    result = run("build", tmp_path / "in", tmp_path / "missing", "--out", tmp_path / "g")
    assert result.exit_code == 3
    assert result.stderr.count("skipped") == 2
    assert "not looked at in folders: 1 .pdf" in result.stderr
    assert result.stderr.splitlines()[-1] == "error: no document could be read, so nothing was built"
    assert not (tmp_path / "g").exists()


def test_folder_with_something_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL)
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter1.txt").write_text("years of work")
    result = run("build", tmp_path / "a.txt", "--out", tmp_path / "thesis")
    assert result.exit_code == 3
    assert "holds something else than a graph" in result.stderr
    assert (tmp_path / "thesis" / "chapter1.txt").read_text() == "years of work"


def test_names_that_a_terminal_would_act_on_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(APPEAL)
    (tmp_path / "red\x1b[31m\n[bold].txt").write_text("")
    result = run("build", tmp_path, "--out", tmp_path / "g")
    assert "red\\x1b[31m\\n[bold].txt: the file is empty" in result.stderr
    assert "\x1b" not in result.output


# ---------------------------------------------------------------- query and ask

QUERY = "SELECT ?action { ?d dg:action ?action } ORDER BY ?action"


def test_query_as_table(built: Path) -> None:
    result = run("query", built, QUERY, "--limit", 2)
    assert result.exit_code == 0
    assert "admit international observers" in result.stdout
    assert result.stderr == "2 rows\n"
    assert run("query", built, "ASK { ?x a dg:Person }").stdout == "yes\n"
    assert run("query", built, "ASK { ?x a dg:Robot }").stdout == "no\n"


def test_query_from_standard_input(built: Path) -> None:
    result = run("query", built, "-", "--format", "csv", text=QUERY)
    assert result.stdout.splitlines()[:2] == ["action", "admit international observers"]


def test_query_as_json_and_turtle(built: Path) -> None:
    found = json.loads(run("query", built, QUERY, "--format", "json").stdout)
    assert found["head"]["vars"] == ["action"]
    turtle = run("query", built, "CONSTRUCT WHERE { ?d dg:action ?a }", "--format", "turtle").stdout
    assert len(RdfGraph().parse(io.StringIO(turtle), format="turtle")) == len(found["results"]["bindings"])


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("query", "GRAPH", "SELECT nonsense"), 2),
        (("query", "GRAPH", QUERY, "--format", "turtle"), 2),
        (("query", "GRAPH", "DROP ALL"), 2),
        (("ask", "GRAPH", "no-such-question"), 2),
        (("query", "NOTHING", QUERY), 4),
        (("ask", "NOTHING", "x"), 2),
        (("export", "NOTHING", "x.ttl"), 4),
        (("export", "GRAPH", "x.xls"), 4),
        (("validate", "NOTHING"), 4),
        (("explore", "NOTHING"), 4),
    ],
)
def test_errors_are_one_line(built: Path, tmp_path: Path, args: tuple[str, ...], code: int) -> None:
    result = run(*(a.replace("GRAPH", str(built)).replace("NOTHING", str(tmp_path / "none")) for a in args))
    if args[:2] == ("ask", "NOTHING"):
        assert result.exit_code in (2, 4)
    else:
        assert result.exit_code == code
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("error: ")


def test_folder_without_a_graph(tmp_path: Path) -> None:
    result = run("query", tmp_path, QUERY)
    assert result.exit_code == 4
    assert "demandgraph build SOURCE --out" in result.stderr


def test_questions_are_listed(built: Path) -> None:
    for result in (run("ask", built, "--list"), run("ask", built)):
        assert result.exit_code == 0
        assert all(name in result.stdout for name in questions())


@pytest.mark.parametrize("name", sorted(questions()))
def test_ask(built: Path, name: str) -> None:
    assert run("ask", built, name).exit_code == 0


def test_markup_in_texts_is_printed_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(APPEAL.replace("journalists", "journalists [bold red] [/] [link=x]"))
    run("build", tmp_path / "a.txt", "--out", tmp_path / "g")
    result = run("query", tmp_path / "g", "SELECT ?t { ?d nif:isString ?t }")
    assert "[bold red] [/] [link=x]" in result.stdout


# ---------------------------------------------------------------- export, validate, explore


@pytest.mark.parametrize("suffix", ["trig", "ttl", "nq", "nt", "jsonld", "graphml", "csv"])
def test_export(built: Path, tmp_path: Path, suffix: str) -> None:
    result = run("export", built, tmp_path / f"x.{suffix}")
    assert result.exit_code == 0
    assert f"x.{suffix}" in result.stdout
    assert (tmp_path / f"x.{suffix}").stat().st_size > 1000


def test_validate(built: Path) -> None:
    result = run("validate", built)
    assert (result.exit_code, result.stdout) == (0, "The graph conforms to the shapes.\n")


def test_validate_names_what_is_wrong(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demandgraph.graph.Graph.validate", lambda self, shapes: ["The demand “x” has no topic."])
    result = run("validate", built)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == ["The demand “x” has no topic.", "1 violations"]


def test_validate_with_shapes_of_ones_own(built: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dg: <https://w3id.org/demandgraph/ontology#> .
        <https://example.org/Deadline> a sh:NodeShape ; sh:targetClass dg:Demand ;
            sh:property [ sh:path dg:deadline ; sh:minCount 50 ; sh:message "This demand has no deadline." ] ."""
    )
    result = run("validate", built, "--shapes", own)
    assert result.exit_code == 1
    assert "This demand has no deadline." in result.stdout
    own.write_text("a shape {")
    broken = run("validate", built, "--shapes", own)
    assert broken.exit_code == 4
    assert "own.ttl: line 1" in broken.output


def test_explore(built: Path, tmp_path: Path) -> None:
    result = run("explore", built, "--out", tmp_path / "page.html", "--title", "<A & B>")
    assert result.exit_code == 0
    assert "&lt;A &amp; B&gt;" in (tmp_path / "page.html").read_text(encoding="utf-8")
    result = run("explore", built, "--out", tmp_path / "missing" / "page.html")
    assert (result.exit_code, result.stdout) == (4, "")
