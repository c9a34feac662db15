"""A whole Open Canva for a test: real database, real server on a real socket, the worker, the fake engine."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import orjson

from opencanva.api.app import create_app
from opencanva.api.deps import Ground
from opencanva.api.server import Server, bind
from opencanva.house import House, open_house
from opencanva.settings import Settings

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""One for all clients: reading the system's certificates for each would take longer than many a test."""
UNFINISHED = ("queued", "preparing", "generating", "processing")


@dataclass
class App:
    """A running program and a client of it."""

    house: House
    client: httpx2.AsyncClient
    address: str
    wrong: list[str] = field(default_factory=list)

    async def get(self, path: str, status: int = 200, **options: Any) -> Any:
        """GET under /api/v1; the JSON of an answer that must have this status."""
        return self._read(await self.client.get(path, **options), status)

    async def post(self, path: str, body: Any = None, status: int = 200, **options: Any) -> Any:
        """POST JSON under /api/v1."""
        return self._read(await self.client.post(path, json=body, **options), status)

    async def put(self, path: str, body: Any, status: int = 200) -> Any:
        """PUT JSON under /api/v1."""
        return self._read(await self.client.put(path, json=body), status)

    async def patch(self, path: str, body: Any, status: int = 200) -> Any:
        """PATCH JSON under /api/v1."""
        return self._read(await self.client.patch(path, json=body), status)

    async def generate(self, prompt: str = "a lighthouse", status: int = 202, **more: Any) -> Any:
        """Press Generate with the fake engine's quick model unless `more` says otherwise."""
        body = {"prompt": prompt, "models": ["fake/quick"], "ratio": "1:1", "images_per_model": 1} | more
        return await self.post("/batches", body, status)

    async def finished(self, batch_id: str, seconds: float = 30) -> Any:
        """The batch once none of its generations is unfinished."""
        async with asyncio.timeout(seconds):
            while True:
                batch = await self.get(f"/batches/{batch_id}")
                if not any(made["status"] in UNFINISHED for made in batch["generations"]):
                    return batch
                await asyncio.sleep(0.02)

    async def made(self, prompt: str = "a lighthouse", **more: Any) -> Any:
        """A batch that was generated and is finished."""
        return await self.finished((await self.generate(prompt, **more))["id"])

    async def until(self, generation_id: str, *statuses: str, seconds: float = 20) -> Any:
        """The generation once it stands at one of these statuses."""
        async with asyncio.timeout(seconds):
            while True:
                made = await self.get(f"/generations/{generation_id}")
                if made["status"] in statuses:
                    return made
                await asyncio.sleep(0.02)

    async def follow(
        self, after: int | None = None, headers: dict[str, str] | None = None
    ) -> AsyncIterator[Any]:
        """The live stream's messages."""
        query = {} if after is None else {"after": str(after)}
        async with self.client.stream("GET", "/live", params=query, headers=headers, timeout=30) as stream:
            assert stream.status_code == 200
            async for line in stream.aiter_lines():
                if line.startswith("data:"):
                    yield orjson.loads(line[5:])

    def _read(self, answer: httpx2.Response, status: int) -> Any:
        assert answer.status_code == status, f"{answer.request.url} {answer.status_code}: {answer.text[:500]}"
        return answer.json() if answer.content else None


@asynccontextmanager
async def serve(
    home: Path,
    database_url: str,
    *,
    work: bool = True,
    settings: dict[str, Any] | None = None,
    environ: dict[str, str] | None = None,
) -> AsyncIterator[App]:
    """Open a house over this database and serve it until the block ends."""
    given: dict[str, Any] = {
        "home": home,
        "database": database_url,
        "blobs": f"file://{home}/blobs",
        "port": 0,
        "open_browser": False,
        "lease": 5.0,
    }
    chosen = Settings(**(given | (settings or {})))
    house = await open_house(chosen, {"OPENCANVA_ENGINE_FAKE_ENABLED": "1"} | (environ or {}))
    parts = (house.works, house.blobs, house.engines, house.hub)
    ground = Ground(*parts, house.owner.id, house.vault, chosen.trash_days)
    server = Server(
        create_app(ground), bind("127.0.0.1", 0), on_stop=house.hub.close, on_start=lambda _: None
    )
    tasks = [asyncio.create_task(server.serve())]
    if work:
        tasks.append(asyncio.create_task(house.work_off()))
    try:
        while not server.started:
            await asyncio.sleep(0.005)
            if tasks[0].done():
                tasks[0].result()
        base = f"{server.address}/api/v1"
        async with httpx2.AsyncClient(base_url=base, timeout=30, verify=NO_TLS) as client:
            yield App(house, client, server.address)
    finally:
        server.should_exit = True
        for part in tasks[1:]:
            part.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await house.close()
