"""A user's script that uses the whole public interface is sound for mypy and for pyright, and a wrong one is not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import demandgraph as dg

CONSUMER = Path(__file__).with_name("consumer.py")
GRAPH = Path(dg.__file__).parents[1]
WRONG = (
    ("    print(graph.demands()[0].acton)\n", "acton"),
    ("    graph.demands(isuer='Union')\n", "isuer"),
    ("    print(graph.counts['demands'].upper())\n", "upper"),
    ("    dg.serve('graph', port='8080')\n", "port"),
)
Check = Callable[[Path], "subprocess.CompletedProcess[str]"]


def mypy(script: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(script.parent / "cache")]
    return subprocess.run([*command, str(script)], capture_output=True, text=True, check=False, cwd=script.parent)


def pyright(script: Path) -> subprocess.CompletedProcess[str]:
    settings = {
        "typeCheckingMode": "strict",
        "include": [script.name],
        "pythonVersion": "3.11",
        "extraPaths": [str(GRAPH)],
    }
    (script.parent / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=script.parent)


@pytest.mark.parametrize("check", [mypy, pyright])
def test_type_checkers_agree(check: Check, tmp_path: Path) -> None:
    pytest.importorskip("basedpyright" if check is pyright else "mypy")
    script = tmp_path / "consumer.py"
    sound = CONSUMER.read_text(encoding="utf-8")
    script.write_text(sound, encoding="utf-8")
    done = check(script)
    assert done.returncode == 0, done.stdout + done.stderr
    wrong = f"{sound}\n\ndef wrong(graph: dg.Graph) -> None:\n{''.join(line for line, _ in WRONG)}"
    script.write_text(wrong, encoding="utf-8")
    done = check(script)
    told = [line for line in done.stdout.splitlines() if "error" in line]
    lines = len(sound.splitlines()) + 4
    for number, (_, name) in enumerate(WRONG):
        assert any(f":{lines + number}:" in line for line in told), f"{name}: {done.stdout}"


def test_the_script_uses_every_public_name() -> None:
    text = CONSUMER.read_text(encoding="utf-8")
    assert [n for n in dg.__all__ if f"dg.{n}" not in text and n != "plots"] == []
    methods = {n for n in dir(dg.Graph) if not n.startswith("_")}
    assert [n for n in sorted(methods) if f"graph.{n}" not in text] == []
