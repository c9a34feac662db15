"""Signs of life while a host works in silence, so that people see progress and the frame knows it is alive."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable
from typing import TypeVar

from opencanva.engines.contract import Progress

T = TypeVar("T")
_EVERY = 2.0
_MOST = 0.95


async def once(work: Awaitable[T]) -> AsyncIterator[T]:
    """A single call as a source for `paced`."""
    yield await work


async def paced(
    source: AsyncIterator[T], seconds: float, stage: str = "drawing", every: float = _EVERY
) -> AsyncGenerator[T | Progress]:
    """What the source gives, and a Progress at the start and at least each `every` seconds of silence.

    `seconds` is how long such work mostly takes: then the bar is at the half. The source runs in a task of its
    own, which is ended when this is closed (use `contextlib.aclosing`).
    """
    items: deque[T] = deque()
    news, over = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    began = loop.time()

    async def pump() -> None:
        try:
            async for item in source:
                items.append(item)
                news.set()
        finally:
            over.set()
            news.set()

    yield Progress(0.02, stage)
    task = asyncio.create_task(pump())
    try:
        while items or not over.is_set():
            try:
                async with asyncio.timeout(every):
                    await news.wait()
            except TimeoutError:
                spent = loop.time() - began
                yield Progress(min(spent / (spent + seconds), _MOST), stage)
                continue
            news.clear()
            while items:
                yield items.popleft()
        await task
    finally:
        task.cancel()
        await asyncio.wait({task})
