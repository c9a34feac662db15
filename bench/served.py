"""The real program as a child process: started, asked whether it lives, weighed, and ended by its id."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import httpx2


@dataclass(slots=True)
class Start:
    """How a start went: seconds to the first 200, memory in MB right after it."""

    seconds: float
    memory: float


class Program:
    """`opencanva run` on a free port of loopback with a data folder of its own; a context manager."""

    def __init__(self, home: Path, database: str | None) -> None:
        self.home, self.database = home, database
        self.address = ""
        self.start = Start(0.0, 0.0)
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Program:
        port = _free_port()
        self.address = f"http://127.0.0.1:{port}/api/v1"
        # As a person starts it: PYTHONDONTWRITEBYTECODE, for one, would compile everything at each start.
        own = ("OPENCANVA_", "PYTHON")
        environ = {name: value for name, value in os.environ.items() if not name.startswith(own)}
        environ |= {
            "OPENCANVA_HOME": str(self.home),
            "OPENCANVA_PORT": str(port),
            "OPENCANVA_OPEN_BROWSER": "0",
            "OPENCANVA_LOG_LEVEL": "warning",
            "OPENCANVA_ENGINE_FAKE_ENABLED": "1",
        }
        if self.database is not None:
            environ["OPENCANVA_DATABASE"] = self.database
        command = [str(Path(sys.executable).with_name("opencanva")), "run"]
        with (self.home / "log").open("ab") as log:
            began = time.perf_counter()
            self._child = subprocess.Popen(command, env=environ, stdout=log, stderr=log)
        try:
            self._wait(began)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def pid(self) -> int:
        """The process id."""
        assert self._child is not None
        return self._child.pid

    def memory(self) -> float:
        """Resident memory now, MB (VmRSS of proc(5))."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def _wait(self, began: float) -> None:
        assert self._child is not None
        with httpx2.Client() as client:
            while time.perf_counter() - began < 60:
                try:
                    well = client.get(f"{self.address}/livez").status_code == 200
                except httpx2.TransportError:
                    well = False
                if well:
                    self.start = Start(time.perf_counter() - began, self.memory())
                    return
                if self._child.poll() is not None:
                    break
                time.sleep(0.005)
        raise SystemExit(f"The program did not start:\n{(self.home / 'log').read_text()[-3000:]}")

    def _end(self) -> None:
        if self._child is None:
            return
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
        try:
            self._child.wait(15)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._child = None


def copy_home(made: Path, run: Path) -> Path:
    """A copy of the made data folder for a run to write into; the original stays as it was made."""
    shutil.rmtree(run, ignore_errors=True)
    run.mkdir(parents=True)
    for file in made.glob("opencanva.db*"):
        shutil.copyfile(file, run / file.name)
    shutil.copytree(made / "blobs", run / "blobs")
    return run


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
