"""Why a request is refused: a status code and one line."""

from __future__ import annotations


class RequestError(Exception):
    """A request is refused.

    Parameters
    ----------
    status : the HTTP status code
    reason : one line that says why, and what to do
    headers : further headers of the answer, such as ``Allow`` or ``Retry-After``
    """

    def __init__(self, status: int, reason: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = " ".join(reason.split())
        self.headers = headers or {}


RETRY = {"Retry-After": "2"}
