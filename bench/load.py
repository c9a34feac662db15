"""The other client: `python -m bench.load ADDRESS` uploads one photograph after another until stdin ends."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator

import httpx2

from bench.pictures import photograph

MOST = 2_000
FIRST = 1_000_000


async def upload_on(address: str, first: int) -> None:
    """Upload until cancelled, at most MOST times."""
    async with httpx2.AsyncClient(base_url=address, timeout=60) as client:
        print("ready", flush=True)
        for number in range(first, first + MOST):
            files = {"file": ("photograph.png", photograph(number), "image/png")}
            (await client.post("/images", files=files)).raise_for_status()


async def _until_stdin_ends(address: str, first: int) -> None:
    busy = asyncio.create_task(upload_on(address, first))
    told = asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)
    await asyncio.wait({busy, asyncio.ensure_future(told)}, return_when=asyncio.FIRST_COMPLETED)
    if busy.done():
        busy.result()
    busy.cancel()


@contextlib.asynccontextmanager
async def uploading(address: str, turn: int) -> AsyncIterator[None]:
    """Another process uploads for as long as the block runs; each `turn` sends pictures of its own.

    Raises RuntimeError when the uploads broke off.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.load", address, str(FIRST + turn * MOST),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        await child.stdout.readline()
        await asyncio.sleep(0.3)  # until the first upload is under way
        yield
        if child.returncode is not None:
            raise RuntimeError("The client that uploads meanwhile ended too early.")
    finally:
        child.stdin.close()
        await child.wait()


if __name__ == "__main__":
    photograph(0)
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(_until_stdin_ends(sys.argv[1], int(sys.argv[2])))
