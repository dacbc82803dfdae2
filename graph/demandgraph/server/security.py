"""The headers that keep a browser safe, whatever stands in the documents, and that let other pages ask."""

from __future__ import annotations

from hmac import compare_digest

from demandgraph.server.refusals import RequestError
from demandgraph.server.settings import Settings

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""The policy of data: if a browser shows it as a page, nothing in it runs."""
PAGE = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
EDITOR = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The policy of the query page: its editor sets styles in attributes, and asks this server only."""
EXPLORER = "frame-ancestors 'none'"
"""The explorer carries its own policy, with the digests of its scripts."""
EXPOSED = "Content-Type, Link, Location, Retry-After, Allow"


def allowed(settings: Settings) -> str:
    """The methods that requests may have, somewhere on this server."""
    return "GET, HEAD, POST" + ", PUT, DELETE" * settings.writable


def cross_origin(settings: Settings, *, preflight: bool = False) -> dict[str, str]:
    """The headers by which a browser lets pages of other origins read an answer."""
    if not settings.cors:
        return {}
    headers = {"Access-Control-Allow-Origin": settings.cors, "Access-Control-Expose-Headers": EXPOSED}
    if settings.cors != "*":
        headers["Vary"] = "Origin"
    if preflight:
        headers |= {
            "Access-Control-Allow-Methods": allowed(settings),
            "Access-Control-Allow-Headers": "Accept, Content-Type" + ", Authorization" * settings.writable,
            "Access-Control-Max-Age": "86400",
        }
    return headers


def check_token(settings: Settings, authorization: str) -> None:
    """See to it that a request may change the graph.

    Raises
    ------
    RequestError
        403 if nobody may, 401 without the token.
    """
    if not settings.writable:
        raise RequestError(403, "this server is read-only; start it with --write to change the graph")
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not compare_digest(token.strip().encode(), settings.token.encode()):
        raise RequestError(401, "changes need the token: Authorization: Bearer TOKEN", {"WWW-Authenticate": "Bearer"})
