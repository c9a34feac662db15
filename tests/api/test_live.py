"""The live stream: in order, resumable, told to every tab."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.served import App


async def collect(app: App, until: str, after: int | None = None) -> list[Any]:
    """Messages up to and with the first one of kind `until`."""
    heard = []
    async with asyncio.timeout(15):
        async for message in app.follow(after):
            heard.append(message)
            if message["kind"] == until:
                break
    return heard


async def test_a_batch_is_told_from_start_to_finish_in_order(app: App) -> None:
    listening = asyncio.create_task(collect(app, "GenerationFinished"))
    await asyncio.sleep(0.2)
    batch = await app.generate("a fox [previews:2]")
    heard = await listening
    kinds = [message["kind"] for message in heard if message["number"] is not None]
    assert kinds[0] == "Hello"
    wanted = ["SessionCreated", "BatchStarted", "GenerationStarted", "GenerationFinished"]
    assert [kind for kind in kinds if kind in wanted] == wanted
    numbers = [message["number"] for message in heard if message["number"] is not None]
    assert numbers == sorted(set(numbers))
    finished = heard[-1]["generation"]
    assert finished["image"]["id"]
    assert finished["batch_id"] == batch["id"]


async def test_progress_and_previews_pass_by_without_numbers(app: App) -> None:
    listening = asyncio.create_task(collect(app, "GenerationFinished"))
    await asyncio.sleep(0.2)
    await app.generate("a fox [previews:3] [latency:1]")
    passing = [message for message in await listening if message["number"] is None]
    assert {"GenerationProgressed", "GenerationPreviewed"} <= {message["kind"] for message in passing}


async def test_a_reader_that_was_away_gets_everything_it_missed_exactly_once(app: App) -> None:
    start = (await collect(app, "Hello"))[0]["number"]
    batches = [await app.made(f"fox {n}") for n in range(3)]
    heard: list[Any] = []
    async with asyncio.timeout(15):
        async for message in app.follow(headers={"Last-Event-ID": str(start)}):
            heard.append(message)
            if sum(m["kind"] == "GenerationFinished" for m in heard) == 3:
                break
    numbered = [message["number"] for message in heard if message["number"] is not None][1:]
    assert numbered == list(range(start + 1, numbered[-1] + 1))
    finished = [m["generation"]["batch_id"] for m in heard if m["kind"] == "GenerationFinished"]
    assert finished == [batch["id"] for batch in batches]


async def test_numbers_from_the_future_reset_the_reader(app: App) -> None:
    heard = await collect(app, "Reset", after=10_000)
    assert heard[-1]["number"] < 10_000


async def test_two_readers_hear_the_same(app: App) -> None:
    listening = [asyncio.create_task(collect(app, "GenerationFinished")) for _ in range(2)]
    await asyncio.sleep(0.2)
    await app.generate()
    one, two = [
        [message for message in heard if message["number"] is not None]
        for heard in await asyncio.gather(*listening)
    ]
    assert one == two
