"""The process that draws, as the server holds it: orders in, words out, stopped or killed, its end explained."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from typing import Any

from opencanva.engines.contract import Unavailable
from opencanva.engines.redact import redact
from opencanva.kit.text import clean_line

log = logging.getLogger(__name__)
_CHILD = Path(__file__).with_name("child.py")
_LINE = 128 << 20
_LEAVE = 1.5
_LONGEST = 300
ENDED = (
    "The process that draws ended by itself, most often for want of memory. It is started again for the next "
    "picture: choose a smaller size or a smaller model if it ends again."
)


class Painter:
    """One running child; after `kill` it is of no more use."""

    def __init__(self, process: Process) -> None:
        if process.stdin is None or process.stdout is None or process.stderr is None:
            raise RuntimeError("the process was started without its pipes")
        self._process, self._in, self._out, self._err = (
            process, process.stdin, process.stdout, process.stderr,
        )  # fmt: skip
        self._last = ""
        self._listening = asyncio.ensure_future(self._listen())
        self.loaded = False

    @classmethod
    async def start(cls) -> Painter:
        """A fresh one; it takes seconds until it is ready to draw. Raises Unavailable."""
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-P", str(_CHILD), stdin=PIPE, stdout=PIPE, stderr=PIPE, limit=_LINE
            )
        except OSError:
            raise Unavailable("The process that draws could not be started. Try again in a moment.") from None
        return cls(process)

    @property
    def runs(self) -> bool:
        """Whether it can be given an order."""
        return self._process.returncode is None

    async def say(self, what: dict[str, Any]) -> None:
        """Give it an order; that it has ended is heard in `hear`."""
        with contextlib.suppress(ConnectionError):
            self._in.write(json.dumps(what).encode() + b"\n")
            await self._in.drain()

    async def hear(self) -> dict[str, Any]:
        """The next thing it tells. Raises Unavailable when it has ended."""
        line = await self._out.readline()
        if not line.endswith(b"\n"):
            await asyncio.wait({self._listening}, timeout=1)
            code = self._process.returncode
            log.warning("the process that draws ended (%s): %s", code, self._last or "without a word")
            raise Unavailable(ENDED)
        told: dict[str, Any] = json.loads(line)
        self.loaded = self.loaded or bool(told.get("loaded"))
        return told

    async def stop(self, reading: asyncio.Future[dict[str, Any]]) -> bool:
        """Whether it left its picture in time and can draw another; at once False while a model loads.

        `reading` is what is heard from it already.
        """
        if not (self.loaded and self.runs):
            return False
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_LEAVE):
                await self.say({"stop": True})
                told = await reading
                while not {"stopped", "output", "failed", "scarce"} & told.keys():
                    told = await self.hear()
                return "scarce" not in told
        return False

    async def kill(self) -> None:
        """End it now, whatever it is at."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        self._listening.cancel()

    async def _listen(self) -> None:
        """Keep the last line of what its libraries say; a bar of progress rewrites its line."""
        with contextlib.suppress(ConnectionError):
            while part := await self._err.read(1 << 14):
                lines = (self._last + part.decode(errors="replace")).replace("\r", "\n").split("\n")
                said = [line for line in lines if line.strip()]
                self._last = clean_line(redact(said[-1], ()))[:_LONGEST] if said else ""
