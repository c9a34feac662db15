"""A tiny Acme server for the example engine, in a thread, speaking the HTTP its README names."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from opencanva.engines.fake import draw

KEY = "acme-key-123456"
MODELS = [
    {"id": "brush", "name": "Acme Brush", "sizes": {"1:1": [128, 128], "16:9": [128, 72]}, "price": 0.01},
    {"id": "pen", "name": "Acme Pen", "sizes": {"1:1": [96, 96]}, "price": 0},
]


class AcmeServer(ThreadingHTTPServer):
    """Keeps jobs by their idempotency key; `looks` says how many looks a job takes to be done."""

    looks = 3

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.jobs: dict[str, dict[str, Any]] = {}
        self.stopped: list[str] = []

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: AcmeServer

    def do_GET(self) -> None:
        parts = self.path.strip("/").split("/")
        if not self._knows_key():
            return
        if parts == ["models"]:
            self._answer(200, MODELS)
            return
        job = self.server.jobs.get(parts[1])
        if job is None:
            self._answer(410, {"reason": "gone"})
        elif parts[2:] == ["picture"]:
            body = job["body"]
            words = f"{body['prompt']} {body['seed']} {body['contrast']}"
            self._send(200, draw(*body["size"], words, 5), "image/png")
        else:
            job["looks"] += 1
            fraction = min(job["looks"] / self.server.looks, 1.0)
            self._answer(200, {"progress": fraction, "done": fraction == 1.0})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._knows_key():
            return
        if "forbidden" in body["prompt"]:
            self._answer(422, {"reason": "not this"})
            return
        job = self.headers["Idempotency-Key"]
        self.server.jobs.setdefault(job, {"body": body, "looks": 0})
        self._answer(200, {"job": job})

    def do_DELETE(self) -> None:
        self.server.stopped.append(self.path.rsplit("/", 1)[1])
        self._answer(200, {})

    def _knows_key(self) -> bool:
        known = self.headers["Authorization"] == f"Bearer {KEY}"
        if not known:
            self._answer(401, {})
        return known

    def _answer(self, status: int, value: object) -> None:
        self._send(status, json.dumps(value).encode(), "application/json")

    def _send(self, status: int, data: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def acme_server() -> Iterator[AcmeServer]:
    """A running server."""
    with AcmeServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
