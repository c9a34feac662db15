"""One attempt of an engine at one picture, in a task of its own that is always ended."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

from opencanva.engines.contract import Ask, Engine, Memo, Notice, Output, Preview, Progress, Step, Unavailable
from opencanva.engines.steps import Intake

log = logging.getLogger(__name__)
_strays: set[asyncio.Task[Output]] = set()


class CallerFailed(Exception):
    """What the caller's own `on_step` or `memo` raised; it is not the engine's failure."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Hung(Unavailable):
    """The engine said nothing for too long; another try would only let the person wait again."""


class Paying:
    """The caller's memo, watched: between `about_to_pay` and `put` nobody knows whether money was spent."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self._value = memo.value
        self.unsettled = False
        self.failed: Exception | None = None

    @property
    def value(self) -> str | None:
        """The handle of the remote job, or None."""
        return self._value

    async def about_to_pay(self) -> None:
        """Passed on to the caller's memo before anything is spent."""
        await self._watch(self._memo.about_to_pay())
        self.unsettled = True

    async def put(self, value: str) -> None:
        """Passed on to the caller's memo."""
        if not isinstance(value, str) or not value:
            raise TypeError("A memo is a text that is not empty.")
        self._value = value
        await self._watch(self._memo.put(value))
        self.unsettled = False

    async def _watch(self, call: Awaitable[None]) -> None:
        try:
            await call
        except Exception as error:
            self.failed = error
            raise


class Attempt:
    """Runs the engine's generator in one task, because what it opens must be closed by the same task."""

    def __init__(
        self,
        engine: Engine,
        ask: Ask,
        paying: Paying,
        intake: Intake,
        on_step: Callable[[Progress | Preview | Notice], Awaitable[None]],
    ) -> None:
        self._engine, self._ask, self._paying = engine, ask, paying
        self._intake, self._on_step = intake, on_step
        self._heard = 0.0
        self._telling = False
        self._leaving = False

    async def run(self, deadline: float, silence: float, grace: float) -> Output:
        """The output. `deadline` is loop time. Raises CallerFailed, or whatever the engine raised."""
        loop = asyncio.get_running_loop()
        self._heard = loop.time()
        task = asyncio.create_task(self._pump())
        try:
            while not task.done():
                now = loop.time()
                silent_until = now + silence if self._telling else self._heard + silence
                if now >= deadline:
                    raise Unavailable(
                        f"{self._engine.name} took longer than the time allowed and was stopped. "
                        "Retry, or raise OPENCANVA_TIMEOUT."
                    )
                if now >= silent_until:
                    raise Hung(
                        f"{self._engine.name} hung: it said nothing for {silence:g} seconds and was stopped. "
                        "Retry, or choose another model."
                    )
                await asyncio.wait({task}, timeout=min(deadline, silent_until) - now)
            if task.cancelled():
                raise Unavailable(f"{self._engine.name} cancelled itself. Retry, or choose another model.")
            return task.result()
        except Exception as error:
            raise self._judged(error) from error.__cause__
        finally:
            await self._end(task, grace)

    def _judged(self, error: Exception) -> Exception:
        """The caller's own failure wins over what the engine made of it."""
        return error if self._paying.failed is None else CallerFailed(self._paying.failed)

    async def _pump(self) -> Output:
        steps = self._start()
        try:
            async for step in steps:
                self._heard = asyncio.get_running_loop().time()
                if self._leaving:
                    break
                taken = self._intake.take(step)
                if isinstance(taken, Output):
                    return taken
                if taken is not None:
                    await self._tell(taken)
        except SystemExit as error:
            raise RuntimeError(f"it tried to end the program ({error.code})") from None
        finally:
            close = getattr(steps, "aclose", None)
            if close is not None:
                with contextlib.suppress(Exception):  # the picture, or the reason, is known already
                    await close()
        raise Unavailable(f"{self._engine.name} ended without a picture. Retry, or choose another model.")

    def _start(self) -> AsyncIterator[Step]:
        steps = self._engine.generate(self._ask, self._paying)
        if inspect.iscoroutine(steps):
            steps.close()
        if not hasattr(steps, "__aiter__"):
            raise Unavailable(f"{self._engine.name} is no engine: its generate() is no async generator.")
        return steps

    async def _tell(self, step: Progress | Preview | Notice) -> None:
        self._telling = True  # a slow listener is not a silent engine
        try:
            await self._on_step(step)
        except Exception as error:
            raise CallerFailed(error) from error
        finally:
            self._telling = False
            self._heard = asyncio.get_running_loop().time()

    async def _end(self, task: asyncio.Task[Output], grace: float) -> None:
        """Cancel and wait; an engine that will not leave is left alone, so that others go on."""
        if not task.done():
            self._leaving = True
            task.cancel()
            await asyncio.wait({task}, timeout=grace)
        if not task.done():
            log.warning("engine %s does not leave after a cancel", self._engine.id)
            _strays.add(task)
            task.add_done_callback(_strays.discard)
        elif not task.cancelled():
            task.exception()  # seen, or the loop complains about it
