"""Keys of every engine are planted, used and failed with, and then looked for in all that anybody can ever read."""

from __future__ import annotations

import asyncio
import base64
import io
import logging
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from opencanva import imaging
from opencanva.commands import doctor
from tests.contract.hosts import IDS
from tests.contract.wire import KEY
from tests.contract.wire_a1111 import LOGIN
from tests.served import App, serve

MARKERS = (
    KEY,
    KEY.removeprefix("sk-"),
    LOGIN.removeprefix("Basic "),
    base64.b64encode(KEY.encode()).decode(),
)


@pytest.fixture
def hosts() -> Iterator[dict[str, dict[str, str]]]:
    """Every engine of the network with a running server: settings with a key among them."""
    with ExitStack() as running:
        yield {id: running.enter_context(import_module(f"tests.contract.wire_{id}").serving()) for id in IDS}


def found(where: str, text: str) -> list[str]:
    """Where a marker stands."""
    return [f"{where}: …{text[max(0, text.find(one) - 40) :][:90]}…" for one in MARKERS if one in text]


async def use(app: App, id: str, values: dict[str, str]) -> str:
    """Add the engine, try it, draw with it, and fail with it in words that hold the key.

    The picture that it made.
    """
    await app.post("/engines", {"kind": id, "id": f"my-{id}", "values": values}, 201)
    assert (await app.post(f"/engines/my-{id}/test", {}))["ok"]
    models = [one for one in await app.get("/models") if one["engine"] == f"my-{id}"]
    model = next(one for one in models if not one["least_references"])
    ratio = model["ratios"][0]
    made = await app.made("a boat", models=[model["id"]], ratio=ratio)
    assert made["generations"][0]["status"] == "complete", (id, made["generations"][0]["problem"])
    failed = await app.made("a boat [status:400]", models=[model["id"]], ratio=ratio)
    assert failed["generations"][0]["status"] == "failed"
    return str(made["generations"][0]["image"]["id"])


async def test_no_key_of_any_engine_is_found_anywhere(
    tmp_path: Path,
    sqlite_url: str,
    hosts: dict[str, dict[str, str]],
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "aiosqlite")  # which is told nothing that is not in the file anyway
    said: list[str] = []

    async def hear(response: Any) -> None:
        if "event-stream" not in response.headers.get("content-type", ""):
            said.append((await response.aread()).decode(errors="replace") + str(response.headers))

    leaks: list[str] = []
    async with serve(tmp_path / "home", sqlite_url, environ={"OPENCANVA_ENGINE_FAKE_SECRET": KEY}) as app:
        app.client.event_hooks["response"].append(hear)
        number = (await app.get("/sidebar"))["version"]
        images = await asyncio.gather(*(use(app, id, values) for id, values in hosts.items()))
        shown = {one["id"]: one for one in await app.get("/engines")}
        for id in IDS:
            assert True in shown[f"my-{id}"]["secrets"].values(), f"the key of {id} is not kept"
        failed = 0
        async with asyncio.timeout(10):
            async for message in app.follow(number):
                leaks += found("event", str(message))
                failed += message["kind"] == "GenerationFailed"
                if failed == len(IDS):
                    break
        ticket = await app.post("/downloads", {"image_ids": images, "metadata": True}, 201)
        packed = zipfile.ZipFile(io.BytesIO((await app.client.get(f"/downloads/{ticket['id']}")).content))
        for name in packed.namelist():
            data = packed.read(name)
            note = "" if name.endswith(".txt") else str(imaging.read_note(data))
            leaks += found(name, data.decode(errors="replace") + note)
        status = await asyncio.to_thread(doctor, app.house.settings, {})
    told = capsys.readouterr()
    assert [f"engine my-{id}:" in told.out for id in IDS] == [True] * len(IDS), told.out
    assert status in (0, 1)
    leaks += found("answers", "\n".join(said)) + found("log", caplog.text)
    leaks += found("doctor and output", told.out + told.err)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name.endswith(".db") for path in files)
    for path in files:
        leaks += found(path.name, path.read_bytes().decode(errors="replace"))
    assert leaks == []
