"""One engine of the catalogue: imported, configured and asked when somebody needs it."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass

from opencanva.engines.contract import Engine, EngineError, Misconfigured, Unavailable
from opencanva.engines.finding import configure, load_kind
from opencanva.engines.instances import Setup
from opencanva.engines.offers import OfferedModel, offer
from opencanva.engines.redact import redact
from opencanva.kit.text import clean_line, clean_text

_FRESH = 60.0
_FRESH_FAILURE = 5.0
_FRESH_SILENCE = 30.0
_PATIENCE = 10.0
_BRIEF = 1.5
"""Seconds that a list of all engines waits for the host of one; importing and making it do not count."""


@dataclass(frozen=True, slots=True)
class EngineState:
    """An engine as people see it; `state` is ready, needs_config, unavailable or hidden, `reason` says why.

    `field` names the setting at fault. `models` is how many it offers.
    """

    id: str
    name: str
    state: str
    reason: str | None
    models: int
    kind: str = ""
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine said, and the loop time until which it holds."""

    state: EngineState
    offered: tuple[OfferedModel, ...]
    until: float


@dataclass(frozen=True, slots=True)
class Trial:
    """How asking an engine once went; `words` is a sentence for the person, `took_ms` milliseconds."""

    ok: bool
    words: str
    models: int
    took_ms: int
    field: str | None


class Entry:
    """An engine by its setup. `users` counts those who draw with it; it is not closed meanwhile."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.users = 0
        self._making = threading.Lock()
        self._question: asyncio.Task[Answer] | None = None
        self._waiting_since: float | None = None
        self._engine: Engine | None = setup.kind.engine
        self._secrets: list[str] = []
        self._failure: EngineError | None = None
        self._answer: Answer | None = None

    def engine(self) -> Engine:
        """The engine, made on first need. Raises Unavailable, Misconfigured; the same each time."""
        with self._making:
            if self._failure is not None:
                raise self._failure.with_traceback(None)
            if self._engine is None:
                try:
                    self._engine, self._secrets = self._made()
                except EngineError as error:
                    self._failure = error
                    raise
            return self._engine

    def secrets(self) -> list[str]:
        """Secret settings; empty when the engine could not be made."""
        return self._secrets

    async def state(self, *, brief: bool = False) -> EngineState:
        """How the engine stands; one that is hidden is not asked."""
        setup = self.setup
        if setup.hidden:
            name = setup.name or setup.kind.name
            return EngineState(setup.id, name, "hidden", None, 0, setup.kind.id)
        return (await self.ask(brief=brief)).state

    async def ask(self, *, brief: bool = False) -> Answer:
        """What the engine offers, from memory while that is fresh; one question at a time.

        A `brief` caller takes what was known before when the engine does not answer within 1.5 seconds; the
        question goes on behind.
        """
        clock = asyncio.get_running_loop().time
        if self._question is not None and self._question.done():  # perhaps when nobody waited any more
            self._answer, self._question = self._question.result(), None
        if self._answer is not None and clock() < self._answer.until:
            return self._answer
        if self._question is None:
            self._question, self._waiting_since = asyncio.create_task(self._ask()), None
        question = self._question
        while brief and not question.done():
            since = self._waiting_since or clock()
            await asyncio.wait({question}, timeout=since + _BRIEF - clock())
            if self._waiting_since is not None and clock() >= self._waiting_since + _BRIEF:
                break
        if not brief or question.done():
            self._answer = await asyncio.shield(question)
        if self._answer is None:
            name = self.setup.name or self.setup.kind.name
            return self._failed(name, "unavailable", "It has not answered yet. Look again in a moment.")
        return self._answer

    async def close(self) -> None:
        """Let go of what the engine holds open."""
        if self._question is not None:
            self._question.cancel()
            await asyncio.wait({self._question})
        close = getattr(self._engine, "close", None)
        if asyncio.iscoroutinefunction(close):
            await close()

    def _made(self) -> tuple[Engine, list[str]]:
        setup = self.setup
        if setup.kind.reason:
            raise Unavailable(setup.kind.reason)
        if setup.trouble:
            raise Misconfigured(setup.trouble)
        return configure(setup.kind, setup.settings, setup.id, spoken=setup.source == "settings")

    async def _ask(self) -> Answer:
        id, kind = self.setup.id, self.setup.kind
        name = self.setup.name or kind.name
        try:
            name = self.setup.name or str((await asyncio.to_thread(load_kind, kind)).name)
            engine: Engine = await asyncio.to_thread(self.engine)
            name = self.setup.name or str(engine.name)
            self._waiting_since = asyncio.get_running_loop().time()
            async with asyncio.timeout(_PATIENCE):
                told = await engine.models()
            name = clean_line(name)
            offered, left_out = offer(id, name, told)
        except TimeoutError:
            words = f"It did not answer within {_PATIENCE:g} seconds."
            return self._failed(name, "unavailable", words, fresh=_FRESH_SILENCE)
        except Misconfigured as error:
            return self._failed(name, "needs_config", error.reason, error.setting or None)
        except EngineError as error:
            return self._failed(name, "unavailable", error.reason)
        except Exception as error:
            return self._failed(name, "unavailable", f"It broke down: {type(error).__name__}: {error}")
        reason = clean_text(redact(left_out, self._secrets)) if left_out else None
        state = EngineState(id, name, "ready", reason, len(offered), kind.id)
        return Answer(state, tuple(offered), asyncio.get_running_loop().time() + _FRESH)

    def _failed(
        self, name: str, state: str, reason: str, field: str | None = None, fresh: float = _FRESH_FAILURE
    ) -> Answer:
        words, name = clean_text(redact(reason, self._secrets))[:1000], clean_line(name)
        known = EngineState(self.setup.id, name, state, words, 0, self.setup.kind.id, field)
        return Answer(known, (), asyncio.get_running_loop().time() + fresh)


async def try_out(setup: Setup) -> Trial:
    """Make an engine from a setup, ask it once what it offers, and close it."""
    entry, began = Entry(setup), time.monotonic()
    try:
        state = (await entry.ask()).state
    finally:
        await entry.close()
    took = round((time.monotonic() - began) * 1000)
    if state.state != "ready":
        return Trial(False, state.reason or "It cannot be used.", 0, took, state.field)
    if not state.models:
        words = state.reason or "It answers, but offers no model. Check the address and what the key may use."
        return Trial(False, words, 0, took, None)
    offers = "one model" if state.models == 1 else f"{state.models} models"
    words = f"It answers and offers {offers}."
    return Trial(True, f"{words} {state.reason}" if state.reason else words, state.models, took, None)
