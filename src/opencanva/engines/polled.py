"""Work that a host does in its own time: submitted once, looked at until it is done, stopped when nobody waits."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from opencanva.engines.contract import Limited, Memo, Progress, Unavailable
from opencanva.engines.strange import reading

T = TypeVar("T")
_FIRST, _LONGEST, _GROWTH = 0.2, 2.0, 1.3
_MOST_MISSES = 4
_LEAVE = 1.0
_MOST = 0.95


@dataclass(frozen=True, slots=True)
class Look(Generic[T]):
    """What a look at the job tells: `result` when it is done; else how far (0..1, or None) and a word."""

    result: T | None = None
    fraction: float | None = None
    stage: str = ""


async def polled(
    memo: Memo,
    submit: Callable[[], Awaitable[str]],
    look: Callable[[str], Awaitable[Look[T]]],
    stop: Callable[[str], Awaitable[None]],
    seconds: float,
    *,
    free: bool = False,
) -> AsyncIterator[Progress | T]:
    """Progress until the job is done, then its result. `seconds` is how long such a job mostly takes.

    A handle in the memo is never submitted again; what is `free` may be when the answer was lost. A host that
    does not answer a few looks is asked on. Closing stops the job at the host. Raises what `submit` and `look`
    raise.
    """
    yield Progress(0.02, "waiting")
    handle = memo.value or await _submitted(memo, submit, stop, free)
    loop = asyncio.get_running_loop()
    began, pause, misses, told = loop.time(), _FIRST, 0, 0.02
    try:
        while True:
            try:
                with reading("The host"):
                    seen = await look(handle)
                misses = 0
            except (Unavailable, Limited) as error:
                misses += 1
                if misses > _MOST_MISSES:
                    raise
                pause = max(pause, min(getattr(error, "retry_after", pause), 30.0))
                seen = Look()
            if seen.result is not None:
                break
            spent = loop.time() - began
            guess = spent / (spent + seconds) if seen.fraction is None else seen.fraction
            told = max(told, min(guess, _MOST))
            yield Progress(told, seen.stage)
            await asyncio.sleep(pause)
            pause = min(pause * _GROWTH, _LONGEST)
    except (asyncio.CancelledError, GeneratorExit):
        await _left(stop, handle)
        raise
    yield seen.result


async def _submitted(
    memo: Memo, submit: Callable[[], Awaitable[str]], stop: Callable[[str], Awaitable[None]], free: bool
) -> str:
    """The handle, kept. Cancelled meanwhile, it is waited for shortly, so that the job can be stopped."""

    async def pay() -> str:
        if not free:
            await memo.about_to_pay()
        with reading("The host"):
            handle = await submit()
        await memo.put(handle)
        return handle

    task = asyncio.create_task(pay())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=_LEAVE / 2)
        if task.done() and not task.cancelled() and task.exception() is None:
            await _left(stop, task.result())
        task.cancel()
        raise


async def _left(stop: Callable[[str], Awaitable[None]], handle: str) -> None:
    with contextlib.suppress(Exception):
        async with asyncio.timeout(_LEAVE):
            await stop(handle)
