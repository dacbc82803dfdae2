"""What can go wrong, as one tree of exceptions.

::

    DemandGraphError
    ├── SourceError        a source cannot be read; the batch goes on without it
    ├── BuildError         no document of a build could be read; nothing is written
    ├── AuthorityError     a user's authority or shapes file is broken; nothing is built
    ├── CorrectionError    corrections are not there, or a decision or coding cannot be recorded
    ├── StoreError         the graph's folder is missing, broken or cannot be written
    ├── QueryError         a SPARQL query or a question is wrong
    ├── ExportError        a file format is unknown or a file cannot be written
    └── ServerError        a graph cannot be served at an address

Every message is one line that says what happened, where, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from demandgraph.report import Report


class DemandGraphError(Exception):
    """Base of every error that demandgraph raises on purpose."""


class SourceError(DemandGraphError):
    """A source cannot be read.

    Parameters
    ----------
    source : str
        The file or URL, as the user gave it.
    reason : str
        What is wrong with it and what to do, without the file's name.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class BuildError(DemandGraphError):
    """No document of a build could be read, or where it shall be written cannot be used.

    Parameters
    ----------
    message : str
        What went wrong.
    report : Report, optional
        What the build did before, such as which sources it skipped.
    """

    def __init__(self, message: str, report: Report | None = None) -> None:
        super().__init__(message)
        self.report = report


class AuthorityError(DemandGraphError):
    """A user's authority or shapes file does not parse, or redefines a core term."""


class CorrectionError(DemandGraphError):
    """Corrections are not where they were said to be, or a decision or coding cannot be recorded."""


class StoreError(DemandGraphError):
    """The graph's folder is missing, broken or cannot be written."""


class QueryError(DemandGraphError):
    """A SPARQL query does not parse, a question is unknown, or a parameter is missing."""


class ExportError(DemandGraphError):
    """A file format is unknown, or the file cannot be written."""


class ServerError(DemandGraphError):
    """A graph cannot be served: the address is taken, or something that serving needs is missing."""
