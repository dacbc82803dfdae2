"""The reference of the command line is what the commands say of themselves."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_page_is_up_to_date() -> None:
    spec = spec_from_file_location("make_commands", ROOT / "scripts" / "make_commands.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == module.page(), "run scripts/make_commands.py"
