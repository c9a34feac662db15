"""The real program as a child process: started, killed and started again as a person's machine would."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx2

from tests.served import NO_TLS

UNFINISHED = ("queued", "preparing", "generating", "processing")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Program:
    """`opencanva run [part]` with a data folder and a database of its own."""

    def __init__(self, home: Path, database: str | None = None, part: str = "", **environ: str) -> None:
        self.port = free_port()
        self.command = [sys.executable, "-m", "opencanva.cli", "run", *([part] if part else [])]
        self.log = home.parent / f"{home.name}-{part or 'all'}-{self.port}.log"
        self.environ = {
            **{k: v for k, v in os.environ.items() if not k.startswith("OPENCANVA_")},
            "OPENCANVA_HOME": str(home),
            "OPENCANVA_PORT": str(self.port),
            "OPENCANVA_OPEN_BROWSER": "0",
            "OPENCANVA_ENGINE_FAKE_ENABLED": "1",
            "OPENCANVA_LEASE": "2",
            **(
                {"OPENCANVA_DATABASE": database, "OPENCANVA_BLOBS": f"file://{home}/blobs"}
                if database
                else {}
            ),
            **environ,
        }
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where the program answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, answers: bool = True) -> Program:
        """Start, and wait until it answers unless it serves nothing."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, env=self.environ, stdout=log, stderr=log)
        deadline = time.monotonic() + 30
        while answers:
            try:
                httpx2.get(f"{self.address}/api/v1/livez", timeout=1, verify=NO_TLS)
                break
            except httpx2.HTTPError:
                assert self.process.poll() is None, self.log.read_text()
                assert time.monotonic() < deadline, self.log.read_text()
                time.sleep(0.05)
        return self

    def kill(self) -> None:
        """kill -9."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> int:
        """SIGTERM, and the exit status."""
        if self.process is None or self.process.poll() is not None:
            return 0
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)

    def call(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """One request; its JSON."""
        address = f"{self.address}/api/v1{path}"
        answer = httpx2.request(method, address, json=body, timeout=10, verify=NO_TLS)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    def generate(self, prompt: str, model: str = "fake/paid", images: int = 1) -> Any:
        """Press Generate."""
        body = {"prompt": prompt, "models": [model], "images_per_model": images}
        return self.call("POST", "/batches", body, 202)

    def made(self, prompt: str, **more: Any) -> Any:
        """A finished batch, of the fake engine's quick model unless `more` says otherwise."""
        body = {"prompt": prompt, "models": ["fake/quick"]} | more
        return self.finished(self.call("POST", "/batches", body, 202)["id"])

    def finished(self, batch_id: str, seconds: float = 40) -> Any:
        """The batch once all of it has ended."""
        deadline = time.monotonic() + seconds
        while True:
            batch = self.call("GET", f"/batches/{batch_id}")
            if not any(made["status"] in UNFINISHED for made in batch["generations"]):
                return batch
            assert time.monotonic() < deadline, (batch, self.log.read_text())
            time.sleep(0.1)

    def until(self, batch_id: str, status: str, count: int = 1, seconds: float = 20) -> None:
        """Wait until so many of the batch's generations stand at this status."""
        deadline = time.monotonic() + seconds
        while True:
            batch = self.call("GET", f"/batches/{batch_id}")
            if sum(made["status"] == status for made in batch["generations"]) >= count:
                return
            assert time.monotonic() < deadline, batch
            time.sleep(0.03)
