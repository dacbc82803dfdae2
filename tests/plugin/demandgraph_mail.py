"""Adds to demandgraph: e-mails as documents, boycotts as events, demands as lines of JSON."""

import json
import re
from dataclasses import asdict, replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import BinaryIO

from demandgraph.export import Options
from demandgraph.model import Event, Findings, Source
from demandgraph.parsed import ParsedDocument
from demandgraph.records import demands
from demandgraph.store import Store


def read_email(path: Path) -> Source:
    """An e-mail: its subject is the title, its plain text the text."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = mail.get_body(("plain",))
    text = body.get_content() if body else ""
    return Source(path.name, path.as_posix(), text, title=mail["subject"], publisher=mail["from"])


def find_boycotts(parsed: ParsedDocument, findings: Findings) -> Findings:
    """Every sentence that tells of a boycott, as an event of the class Demonstration."""
    told = [s for s in parsed.sentences if re.search(r"\bboycott", parsed.text[s.begin : s.end])]
    phrases = [parsed.phrase(s.begin, s.end) for s in told]
    found = [Event(f"boycott-{p.begin}", "Demonstration", (p,), confidence=0.8) for p in phrases]
    return replace(findings, events=(*findings.events, *found))


def write_lines(store: Store, file: BinaryIO, options: Options) -> None:
    """The demands as JSON, one a line."""
    for demand in demands(store):
        file.write(json.dumps(asdict(demand)).encode() + b"\n")
