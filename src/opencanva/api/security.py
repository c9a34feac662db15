"""The gate before every request: right host, no foreign site, bounded body; and the headers after it."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from opencanva.api.problems import problem

JSON_LIMIT = 1_000_000
"""Bytes a request body may have."""
UPLOAD_LIMIT = 70_000_000
"""Bytes an upload may have, the multipart frame included."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({b"same-origin", b"none"})

_POLICY = (
    b"Content-Security-Policy",
    (
        b"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        b"script-src 'self'; "
        b"connect-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'"
    ),
)
_HEADERS = [
    (b"X-Content-Type-Options", b"nosniff"),
    (b"Referrer-Policy", b"same-origin"),
    (b"X-Frame-Options", b"DENY"),
    (b"Cross-Origin-Opener-Policy", b"same-origin"),
    (b"Cross-Origin-Resource-Policy", b"same-origin"),
]


class Gate:
    """ASGI middleware; the outermost one.

    `hosts` are the names (without port) this server may be called by besides loopback; any other Host is
    refused, which ends DNS rebinding. `uploads` are how paths end that take UPLOAD_LIMIT instead of JSON_LIMIT.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str] = (), uploads: Iterable[str] = ()) -> None:
        self.app = app
        self.hosts = LOOPBACK | {host.strip("[]").lower() for host in hosts}
        self.uploads = tuple(uploads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An ASGI application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = origin = site = length = None
        for name, value in scope["headers"]:
            if name == b"host":
                host = value
            elif name == b"origin":
                origin = value
            elif name == b"sec-fetch-site":
                site = value
            elif name == b"content-length":
                length = value

        async def dress(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.setdefault("headers", [])
                headers.extend(_HEADERS)
                if not any(name.lower() == b"content-security-policy" for name, _ in headers):
                    headers.append(_POLICY)
            await send(message)

        limit = UPLOAD_LIMIT if scope["path"].endswith(self.uploads) else JSON_LIMIT
        if name_of(host) not in self.hosts:
            words = "This server is not known by that name. Open it by the address that it printed at start."
            refusal = problem("wrong_host", words)
        elif scope["method"] not in _SAFE and is_foreign(site, origin, host):
            words = "The request comes from another site. Use Open Canva in a tab of its own."
            refusal = problem("foreign_request", words)
        elif length is not None and length.isdigit() and int(length) > limit:
            refusal = problem("too_large", f"Send at most {limit // 1_000_000} MB at once.", limit=limit)
        else:
            if scope["method"] not in _SAFE and length is None:
                receive = _bounded(receive, limit)
            await self.app(scope, receive, dress)
            return
        MutableHeaders(raw=refusal.raw_headers)["Connection"] = "close"
        await refusal(scope, receive, dress)


def name_of(host: bytes | None) -> str:
    """The name in a Host header, without port and brackets, in lower case; empty when there is none."""
    text = (host or b"").decode("latin-1").lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0]


def is_foreign(site: bytes | None, origin: bytes | None, host: bytes | None) -> bool:
    """Whether a browser sends this for another site; programs that send neither header are not browsers."""
    if site is not None:
        return site not in _OWN
    if origin is not None:
        return origin.partition(b"://")[2] != host
    return False


def _bounded(receive: Receive, limit: int) -> Receive:
    """Counts a body of unannounced length while it is read; past the limit it ends in 413."""
    taken = 0

    async def count() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > limit:
                raise HTTPException(413)
        return message

    return count
