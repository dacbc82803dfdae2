"""HTTP to a store: authentication from the environment, timeouts, retries, and one clear line on failure."""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import httpx

from demandgraph.errors import StoreError

USER, PASSWORD, TOKEN = (f"DEMANDGRAPH_STORE_{name}" for name in ("USER", "PASSWORD", "TOKEN"))
TIMEOUT = 60.0
"""Seconds that a store may be silent."""
WAITS = (0.5, 1.0, 2.0, 4.0)
"""Seconds before each further attempt."""
LONGEST_WAIT = 30.0
"""Seconds that are waited at most when a store says how long it wants to be left alone."""
AGAIN = frozenset((429, 500, 502, 503, 504))
"""Answers after which a request is sent again. Everything that is sent can be repeated without harm."""
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks: a user with a password, or a bearer's token; neither for a store that is open to all."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls) -> Credentials:
        """Those in ``DEMANDGRAPH_STORE_USER``, ``DEMANDGRAPH_STORE_PASSWORD`` and ``DEMANDGRAPH_STORE_TOKEN``."""
        return cls(os.environ.get(USER, ""), os.environ.get(PASSWORD, ""), os.environ.get(TOKEN, "").strip())


class Bearer(httpx.Auth):
    """Shows a token with each request."""

    def __init__(self, token: str) -> None:
        self.token = token

    def auth_flow(self, request):  # type: ignore[no-untyped-def]
        """Add the token."""
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


class UserAuth(httpx.Auth):
    """A user and password, shown as the store asks for them: by digest, else basic.

    The first request goes without them, since only the answer tells which it shall be; what is asked for is remembered.
    """

    def __init__(self, credentials: Credentials) -> None:
        self.basic = httpx.BasicAuth(credentials.user, credentials.password)
        self.digest = httpx.DigestAuth(credentials.user, credentials.password)
        self.chosen: httpx.Auth | None = None

    def auth_flow(self, request):  # type: ignore[no-untyped-def]
        """Send the request, and once more if it must be authenticated."""
        if self.chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            wanted = response.headers.get("www-authenticate", "").lower()
            self.chosen = self.digest if "digest" in wanted else self.basic
        yield from self.chosen.auth_flow(request)


class Connection:
    """Requests to the addresses of one store.

    Parameters
    ----------
    credentials : who asks; from the environment if not given
    timeout : seconds that the store may be silent
    waits : seconds before each further attempt when the store cannot be reached or fails

    ``close()`` closes what is open; it is done at the latest when nobody needs the connection any more.
    """

    def __init__(
        self, credentials: Credentials | None = None, timeout: float = TIMEOUT, waits: Iterable[float] = WAITS
    ) -> None:
        known = Credentials.from_environment() if credentials is None else credentials
        self.auth = Bearer(known.token) if known.token else UserAuth(known) if known.user else None
        self.client = httpx.Client(timeout=timeout, follow_redirects=False, headers={"User-Agent": "demandgraph"})
        self.waits = tuple(waits)
        self.close = weakref.finalize(self, self.client.close)

    def send(
        self,
        method: str,
        url: str,
        *,
        parameters: Mapping[str, str] | None = None,
        content: bytes = b"",
        headers: Mapping[str, str] | None = None,
        accept: Iterable[int] = (),
    ) -> httpx.Response:
        """Send a request, several times if need be, and give the answer.

        Parameters
        ----------
        accept : statuses of answers that are no failure, besides 200 to 299

        Raises
        ------
        StoreError
            If the store cannot be reached, or refuses the request, or still fails after all attempts.
        """
        reason = ""
        for wait in (*self.waits, None):
            try:
                response = self.client.request(
                    method, url, params=parameters, content=content or None, headers=headers, auth=self.auth
                )
            except httpx.InvalidURL as error:
                raise StoreError(f"{shown(url)}: is no address of a store ({error})") from None
            except httpx.TransportError as error:
                reason, delay = f"cannot be reached ({cause(error)})", wait
            else:
                if response.is_success or response.status_code in accept:
                    return response
                reason = refusal(response, known=self.auth is not None)
                if response.status_code not in AGAIN:
                    break
                delay = None if wait is None else max(wait, asked_to_wait(response))
            if delay is None:
                reason += f"; {len(self.waits) + 1} attempts were made"
                break
            time.sleep(delay)
        raise StoreError(f"{shown(url)}: {reason}")

    def post_form(self, url: str, fields: list[tuple[str, str]], accept_type: str = "*/*") -> httpx.Response:
        """Send a form, as queries and updates are sent."""
        headers = {"Content-Type": FORM, "Accept": accept_type}
        return self.send("POST", url, content=urlencode(fields).encode(), headers=headers)


def asked_to_wait(response: httpx.Response) -> float:
    """The seconds that a store asks to be left alone."""
    value = response.headers.get("retry-after", "")
    return min(float(value), LONGEST_WAIT) if value.isdigit() else 0.0


def cause(error: httpx.TransportError) -> str:
    """Why a store cannot be reached."""
    if isinstance(error, httpx.TimeoutException):
        return "it does not answer in time"
    return " ".join(str(error).split())[:120] or type(error).__name__


def refusal(response: httpx.Response, known: bool = False) -> str:
    """Why a store does not do what it is asked, on one line.

    Parameters
    ----------
    known : it was told who asks
    """
    status = f"{response.status_code} {response.reason_phrase}".strip()
    if response.status_code in (401, 403):
        do = "does not accept the credentials in" if known else "set"
        return f"refuses access ({status}); {'it ' * known}{do} {USER} and {PASSWORD}, or {TOKEN}"
    if response.is_redirect:
        return f"is elsewhere ({status}: {response.headers.get('location', '')[:200]}); name that address"
    kind = response.headers.get("content-type", "")
    words = "" if "html" in kind else " ".join(response.text.split())[:200]
    return f"answers {status}" + (f": {words}" if words else "")


def shown(url: str) -> str:
    """An address without what is secret in it."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=host, query="").geturl()
