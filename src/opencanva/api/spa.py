"""Serves the built web app: hashed files for ever, others checked each time, routes to index.html."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import anyio.to_thread
from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

BUILT = Path(__file__).parent.parent / "_web"
"""Where the build puts the web app, in the checkout and in the wheel."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))

_MISSING = """<!doctype html><meta charset="utf-8"><title>Open Canva</title>
<body style="font:16px/1.5 system-ui;margin:15vh auto;max-width:32rem;padding:0 1rem">
<h1 style="font-size:1.25rem">The web app is not built</h1>
<p>The server is running, but its pages are missing. Stop it and start it with <code>make run</code>,
which builds them.</p></body>"""


@dataclass(frozen=True)
class _File:
    stamp: tuple[int, int]
    content: bytes
    etag: str


class Spa:
    """An ASGI application over one folder; read again when a file changes on disk."""

    def __init__(self, folder: Path = BUILT) -> None:
        self.folder = folder
        self._files: dict[Path, _File] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer GET and HEAD; raises HTTPException 404 and 405 for the handlers to word."""
        if scope["type"] != "http":
            raise HTTPException(404)
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        headers = Headers(scope=scope)
        response = await self._answer(
            scope["path"].lstrip("/"),
            headers.get("accept-encoding", ""),
            headers.get("if-none-match", ""),
        )
        if scope["method"] == "HEAD":
            response.body = b""
        await response(scope, receive, send)

    async def _answer(self, path: str, accepted: str, known: str) -> Response:
        steps = path.split("/")
        if any(step.startswith(".") or "\\" in step or "\0" in step for step in steps):
            raise HTTPException(404)
        hashed = steps[0] == "assets"
        found = await anyio.to_thread.run_sync(self._pick, path, accepted) if path else None
        if found is None:
            if hashed or "." in steps[-1]:
                raise HTTPException(404)
            path, hashed = "index.html", False
            found = await anyio.to_thread.run_sync(self._pick, path, accepted)
        if found is None:
            return HTMLResponse(_MISSING, 503, {"Cache-Control": "no-store"})
        file, encoding = found
        headers = {
            "ETag": file.etag,
            "Cache-Control": "public, max-age=31536000, immutable" if hashed else "no-cache",
            "Vary": "Accept-Encoding",
        }
        if file.etag in known or known == "*":
            return Response(status_code=304, headers=headers)
        if encoding:
            headers["Content-Encoding"] = encoding
        return Response(file.content, 200, headers, _TYPES.get(Path(path).suffix, "application/octet-stream"))

    def _pick(self, path: str, accepted: str) -> tuple[_File, str | None] | None:
        plain = self.folder / path
        try:
            if not plain.is_file():
                return None
        except OSError:  # a name longer than a file can have
            return None
        for encoding, suffix in _ENCODINGS:
            packed = plain.with_name(plain.name + suffix)
            if (
                encoding in accepted
                and packed.is_file()
                and packed.stat().st_mtime_ns >= plain.stat().st_mtime_ns
            ):
                return self._read(packed), encoding
        return self._read(plain), None

    def _read(self, path: Path) -> _File:
        facts = path.stat()
        stamp = (facts.st_mtime_ns, facts.st_size)
        file = self._files.get(path)
        if file is None or file.stamp != stamp:
            content = path.read_bytes()
            file = _File(stamp, content, f'"{hashlib.sha256(content).hexdigest()[:20]}"')
            self._files[path] = file
        return file


def install(app: FastAPI, folder: Path = BUILT) -> None:
    """Let the web app answer what no route does; unknown addresses under /api stay a 404 problem."""
    spa = Spa(folder)

    async def fall_through(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/api" or scope["path"].startswith("/api/"):
            raise HTTPException(404)
        await spa(scope, receive, send)

    app.router.default = fall_through
