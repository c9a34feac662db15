"""A server on a real socket that stands in for a host: it keeps what it was asked and can be told to fail."""

from __future__ import annotations

import email
import email.policy
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-marker-0123456789abcdef"
_FAULT = re.compile(r"\[(\w+)(?::([^\]]*))?\]")


@dataclass(frozen=True)
class Asked:
    """One request: `fields` are the JSON body or the form's texts, `files` (field, name, type, bytes)."""

    method: str
    path: str
    headers: dict[str, str]
    fields: dict[str, Any] = field(default_factory=dict)
    files: list[tuple[str, str, str, bytes]] = field(default_factory=list)

    @property
    def faults(self) -> dict[str, str]:
        """Words in square brackets in the prompt: how this call is to fail."""
        return dict(_FAULT.findall(json.dumps(self.fields, ensure_ascii=False)))


@dataclass(frozen=True)
class Reply:
    """An answer: bytes at once, or parts as they come. `drop` breaks the connection after them."""

    status: int = 200
    body: bytes | Iterable[bytes] = b""
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False


def as_json(value: object, status: int = 200, **headers: str) -> Reply:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json"} | named)


def as_events(events: Iterable[tuple[str, object]], drop: bool = False) -> Reply:
    """Server-sent events; an empty name leaves the `event:` line out."""
    parts = (
        (f"event: {name}\n" if name else "").encode() + b"data: " + json.dumps(value).encode() + b"\n\n"
        for name, value in events
    )
    return Reply(200, parts, {"Content-Type": "text/event-stream"}, drop)


def fault(asked: Asked) -> Reply | None:
    """What every host can do wrong: [status:429], [html], [drop], [slow:0.5]; None when all is well."""
    faults = asked.faults
    if "slow" in faults:
        time.sleep(float(faults["slow"]))
    if "html" in faults:
        return Reply(200, b"<html>Welcome to nginx</html>", {"Content-Type": "text/html"})
    if "drop" in faults:
        return Reply(200, b'{"created": 1, "data": [{"b64', {"Content-Type": "application/json"}, drop=True)
    return None


class WireServer(ThreadingHTTPServer):
    """Answers with what `answer` says; `asked` is everything it was asked, in order.

    [held] in a prompt, and what is below the path `holding`, is answered when `held` is set.
    """

    daemon_threads = True

    def __init__(self, answer: Callable[[Asked], Reply]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.asked: list[Asked] = []
        self.held = threading.Event()
        self.holding = ""

    def wait_for(self, asked: Asked) -> None:
        """Hold the answer back if it is to be."""
        if "held" in asked.faults or (self.holding and asked.path.startswith(self.holding)):
            self.held.wait(30)

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of those who went away before they were answered."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """The address without a path."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def sent(self, path: str) -> list[Asked]:
        """The requests whose path ends so."""
        return [one for one in self.asked if one.path.partition("?")[0].endswith(path)]


class _Handler(BaseHTTPRequestHandler):
    server: WireServer

    def _do(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kind = self.headers.get("Content-Type", "")
        fields, files = read_body(body, kind)
        asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, fields, files)
        self.server.asked.append(asked)
        self.server.wait_for(asked)
        reply = self.server.answer(asked)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        whole = isinstance(reply.body, bytes)
        if isinstance(reply.body, bytes):
            self.send_header("Content-Length", str(len(reply.body) + (1000 if reply.drop else 0)))
        elif reply.drop:
            self.send_header("Transfer-Encoding", "chunked")  # which is never ended
        self.end_headers()
        for part in [reply.body] if isinstance(reply.body, bytes) else reply.body:
            self.wfile.write(part if whole or not reply.drop else b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.flush()

    do_GET = do_POST = do_PUT = do_DELETE = _do

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def read_body(body: bytes, kind: str) -> tuple[dict[str, Any], list[tuple[str, str, str, bytes]]]:
    """The fields and files of a body of JSON or of a form."""
    if kind.startswith("application/json"):
        return (json.loads(body) if body else {}), []
    if not kind.startswith("multipart/form-data"):
        return {}, []
    whole = email.message_from_bytes(
        b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body, policy=email.policy.HTTP
    )
    fields: dict[str, Any] = {}
    files = []
    for part in whole.iter_parts():  # type: ignore[attr-defined]
        name, data = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        if part.get_filename() is None:
            fields[name] = data.decode()
        else:
            files.append((name, part.get_filename(), part.get_content_type(), data))
    return fields, files


@contextmanager
def serving(answer: Callable[[Asked], Reply]) -> Iterator[WireServer]:
    """A running server."""
    with WireServer(answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
