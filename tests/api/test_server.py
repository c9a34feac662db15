"""The server stops fast with a stream open, and says plainly why it cannot start."""

import asyncio
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from starlette.responses import StreamingResponse

from opencanva.api.server import CannotListen, Server, bind


def a_streaming_app(ended: asyncio.Event) -> FastAPI:
    app = FastAPI()

    async def stream() -> AsyncIterator[bytes]:
        yield b"data: hello\n\n"
        await ended.wait()

    @app.get("/live")
    async def live() -> StreamingResponse:
        return StreamingResponse(stream(), media_type="text/event-stream")

    return app


async def test_an_open_stream_does_not_hold_the_server() -> None:
    ended = asyncio.Event()
    addresses: list[str] = []
    server = Server(
        a_streaming_app(ended), bind("127.0.0.1", 0), on_stop=ended.set, on_start=addresses.append
    )
    serving = asyncio.create_task(server.serve())
    while not addresses:
        await asyncio.sleep(0.01)
    async with httpx2.AsyncClient() as client, client.stream("GET", f"{addresses[0]}/live") as answer:
        async for chunk in answer.aiter_bytes():
            assert chunk == b"data: hello\n\n"
            break
        begun = time.monotonic()
        server.should_exit = True
        await asyncio.wait_for(serving, 5)
    assert time.monotonic() - begun < 1.5  # 2 s later uvicorn would have cut the stream by itself


def test_sigterm_ends_serve_normally_so_that_the_caller_can_close(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import asyncio\n"
        "from fastapi import FastAPI\n"
        "from opencanva.api.server import Server, bind\n"
        "asyncio.run(Server(FastAPI(), bind('127.0.0.1', 0), on_stop=lambda: print('stopping')).serve())\n"
        "print('closed')\n"
    )
    process = subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Open Canva is at http://127.0.0.1:")
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=10)
    assert (rest, process.returncode) == ("stopping\nclosed\n", 0)


def test_a_taken_port_is_named_with_a_way_out() -> None:
    with bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"Port {port} is taken.*OPENCANVA_PORT={port + 1}"):
            bind("127.0.0.1", port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])
def test_it_never_listens_beyond_this_machine_without_accounts(host: str) -> None:
    with pytest.raises(CannotListen, match="only on this machine"):
        bind(host, 0)


def test_localhost_is_this_machine() -> None:
    with bind("localhost", 0) as bound:
        assert bound.family in (socket.AF_INET, socket.AF_INET6)
