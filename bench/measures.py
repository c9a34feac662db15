"""What is measured through HTTP: each measure is a bounded number of requests with their times in ms."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import httpx2
import orjson

from bench.data import Facts
from bench.pictures import photograph
from opencanva.engines.contract import Ask, Step
from opencanva.engines.fake import Fake, FakeConfig
from opencanva.kit.pages import write_cursor


@dataclass(slots=True)
class Bench:
    """A client of the running program and what is known of its data."""

    client: httpx2.AsyncClient
    facts: Facts
    home: Path
    random: Random = field(default_factory=lambda: Random(11))
    uploaded: list[str] = field(default_factory=list)
    pictures: int = 0


async def timed(count: int, ask: Callable[[], Awaitable[None]], warm: int = 3) -> list[float]:
    """`count` times of one call after another, ms; some more before to warm up."""
    for _ in range(warm):
        await ask()
    taken: list[float] = []
    for _ in range(count):
        began = time.perf_counter()
        await ask()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


async def _get(bench: Bench, path: str, status: int = 200, **more: Any) -> httpx2.Response:
    answer = await bench.client.get(path, **more)
    if answer.status_code != status:
        raise RuntimeError(f"{path} answered {answer.status_code}: {answer.text[:300]}")
    return answer


async def floor(bench: Bench, count: int) -> list[float]:
    """The smallest request there is: what HTTP and this client cost by themselves."""

    async def ask() -> None:
        await _get(bench, "/livez")

    return await timed(count, ask)


async def first_page(bench: Bench, count: int) -> list[float]:
    """Open the session of 10,000 generations: its newest 20 batches."""

    async def ask() -> None:
        await _get(bench, f"/sessions/{bench.facts.largest}/batches")

    return await timed(count, ask)


async def deep_page(bench: Bench, count: int) -> list[float]:
    """20 batches of it after nine tenths of all."""
    cursor = write_cursor(bench.facts.deep)

    async def ask() -> None:
        await _get(bench, f"/sessions/{bench.facts.largest}/batches", params={"cursor": cursor})

    return await timed(count, ask)


async def sidebar(bench: Bench, count: int) -> list[float]:
    """The whole tree without an ETag."""

    async def ask() -> None:
        await _get(bench, "/sidebar")

    return await timed(count, ask, warm=1)


async def sidebar_unchanged(bench: Bench, count: int) -> list[float]:
    """The whole tree with the ETag of the last answer; answers that did change are not counted.

    Gives up after 20 changed ones, so under a steady stream of changes there may be no times at all.
    """
    taken: list[float] = []
    tag, changed = "", 0
    for _ in range(count + 20):  # a changed one costs a whole tree
        if len(taken) == count:
            break
        began = time.perf_counter()
        answer = await bench.client.get("/sidebar", headers={"If-None-Match": tag})
        if answer.status_code == 304:
            taken.append((time.perf_counter() - began) * 1000)
        else:
            changed += 1
        if changed > 20:
            break
        tag = answer.headers["etag"]
    return taken


async def facts_of_image(bench: Bench, count: int) -> list[float]:
    """Facts of images from all over."""

    async def ask() -> None:
        await _get(bench, f"/images/{bench.random.choice(bench.facts.some_images)}")

    return await timed(count, ask)


async def upload(bench: Bench, count: int) -> list[float]:
    """Upload photographs of 1024 x 1024, one after another."""

    async def ask() -> None:
        await _upload(bench)

    return await timed(count, ask)


async def _upload(bench: Bench) -> None:
    bench.pictures += 1
    files = {"file": ("photograph.png", photograph(bench.pictures), "image/png")}
    answer = await bench.client.post("/images", files=files)
    if answer.status_code != 201:
        raise RuntimeError(f"The upload was answered {answer.status_code}: {answer.text[:300]}")
    bench.uploaded.append(answer.json()["id"])


async def uploads_per_second(bench: Bench, count: int, at_once: int = 4) -> float:
    """The same, four at a time."""
    began = time.perf_counter()
    await _together([partial(_upload, bench)] * count, at_once)
    return count / (time.perf_counter() - began)


async def thumbnails_per_second(bench: Bench, at_once: int = 4) -> float:
    """Make the 320-pixel pictures of all uploads anew, four at a time."""
    for file in (bench.home / "blobs").rglob("*-320.webp"):
        file.unlink()
    ids = bench.uploaded
    began = time.perf_counter()
    await _together([partial(_get, bench, f"/images/{id}/thumb?w=320") for id in ids], at_once)
    taken = time.perf_counter() - began
    made = sum(1 for _ in (bench.home / "blobs").rglob("*-320.webp"))
    if made < len(ids):
        raise RuntimeError(f"{len(ids)} thumbnails were asked for and {made} made.")
    return len(ids) / taken


async def _together(asks: list[Callable[[], Awaitable[Any]]], at_once: int) -> None:
    left = iter(asks)

    async def one() -> None:
        for ask in left:
            await ask()

    await asyncio.gather(*(one() for _ in range(at_once)))


async def generate(bench: Bench, count: int) -> list[float]:
    """From pressing Generate to the finished picture's event, without the engine's own time."""
    own = await engine_alone(30)
    taken: list[float] = []
    async with bench.client.stream("GET", "/live", timeout=60) as stream:
        lines = stream.aiter_lines()
        await _next(lines, "Hello")
        for number in range(count + 3):
            body = {"session_id": bench.facts.largest, "prompt": f"a lighthouse {number}",
                    "models": ["fake/quick"], "ratio": "1:1", "images_per_model": 1}  # fmt: skip
            began = time.perf_counter()
            answer = await bench.client.post("/batches", json=body)
            if answer.status_code != 202:
                raise RuntimeError(f"Generate was answered {answer.status_code}: {answer.text[:300]}")
            await _next(lines, "GenerationFinished")
            taken.append((time.perf_counter() - began) * 1000 - own)
            await asyncio.sleep(0.02)
    return taken[3:]


async def _next(lines: Any, kind: str) -> None:
    async with asyncio.timeout(30):
        async for line in lines:
            if line.startswith("data:") and orjson.loads(line[5:])["kind"] == kind:
                return
    raise RuntimeError(f"The live stream ended before {kind}.")


class _NoMemo:
    value = None

    async def about_to_pay(self) -> None:
        """The quick model is free."""

    async def put(self, value: str) -> None:
        """The quick model runs here."""


async def engine_alone(count: int) -> float:
    """What the fake engine's quick model takes for one picture by itself, median, ms."""
    engine = Fake(FakeConfig(enabled=True))
    taken: list[float] = []
    for number in range(count):
        options = {"stripes": 4, "bold": False}
        ask = Ask(str(number), "quick", f"a lighthouse {number}", "1:1", 256, 256, number, "", options)
        began = time.perf_counter()
        steps: list[Step] = [step async for step in engine.generate(ask, _NoMemo())]
        taken.append((time.perf_counter() - began) * 1000)
        assert steps
    return sorted(taken)[count // 2]
