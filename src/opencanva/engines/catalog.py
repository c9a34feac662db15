"""The catalogue: which engines there are, whether they can be used, and what they offer now."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from opencanva.engines.checks import Complaint, check, split_options
from opencanva.engines.contract import Engine, EngineError, Misconfigured, Unavailable
from opencanva.engines.finding import Found, configure, find_engines, read_environment
from opencanva.engines.offers import OfferedModel, offer
from opencanva.engines.redact import redact

__all__ = [
    "Catalog",
    "Complaint",
    "EngineState",
    "OfferedModel",
    "check",
    "read_environment",
    "split_options",
]

_FRESH = 60.0
_FRESH_FAILURE = 5.0
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class EngineState:
    """An engine as people see it; `state` is ready, unavailable or misconfigured, `reason` says why."""

    id: str
    name: str
    state: str
    reason: str | None
    models: int


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an engine said, and the loop time until which it holds."""

    state: EngineState
    offered: tuple[OfferedModel, ...]
    until: float


class Catalog:
    """All engines that were found. Nothing is searched or imported before the first question."""

    def __init__(
        self, find: Callable[[], Iterable[Found]], settings: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._find = find
        self._settings = settings
        self._lock = threading.Lock()
        self._entries: dict[str, _Entry] | None = None

    @classmethod
    def discover(cls, settings: Mapping[str, Mapping[str, str]], include_fake: bool = False) -> Catalog:
        """Engines of the entry-point group and the built-in ones. `settings[engine_id][field]` are texts.

        The fake engine is offered when asked for here or by its setting `enabled`.
        """
        wanted = settings.get("fake", {}).get("enabled", "").lower() in ("1", "true", "yes", "on")
        return cls(lambda: find_engines(include_fake or wanted), settings)

    @classmethod
    def of(cls, engines: Iterable[Engine]) -> Catalog:
        """A catalogue of engines that are made already."""
        made = [Found(engine.id, engine.name, engine=engine) for engine in engines]
        return cls(lambda: made, {})

    async def engines(self) -> list[EngineState]:
        """Every engine that was found, in the order of finding; one that cannot be used says why."""
        return [answer.state for answer in await self._answers()]

    async def models(self) -> list[OfferedModel]:
        """Every model on offer now; answers are kept for a minute, an engine has ten seconds for one."""
        return [offered for answer in await self._answers() for offered in answer.offered]

    async def find(self, model_id: str) -> OfferedModel | None:
        """The offered model with the id `engine/model`, or None."""
        entries = await asyncio.to_thread(self._settled)
        entry = entries.get(model_id.partition("/")[0])
        if entry is None:
            return None
        answer = await entry.ask()
        return next((offered for offered in answer.offered if offered.id == model_id), None)

    def engine(self, engine_id: str) -> Engine:
        """The engine itself. Raises Unavailable, Misconfigured."""
        entry = self._settled().get(engine_id)
        if entry is None:
            raise Unavailable(
                f"There is no engine “{engine_id[:80]}” here. Install it, or choose another model."
            )
        return entry.engine()

    def secrets(self, engine_id: str) -> list[str]:
        """The secret settings of an engine, to be kept out of every word."""
        entry = self._settled().get(engine_id)
        return [] if entry is None else entry.secrets()

    async def close(self) -> None:
        """Close the engines that hold something open (those with an async `close`)."""
        for entry in (self._entries or {}).values():
            await entry.close()

    async def _answers(self) -> list[_Answer]:
        entries = await asyncio.to_thread(self._settled)
        return list(await asyncio.gather(*(entry.ask() for entry in entries.values())))

    def _settled(self) -> dict[str, _Entry]:
        """The entries by id, found on first need. The first of two with one id wins; the other says so."""
        with self._lock:
            if self._entries is None:
                entries: dict[str, _Entry] = {}
                for found in self._find():
                    if found.id not in entries:
                        entries[found.id] = _Entry(found, self._settings.get(found.id, {}))
                        continue
                    first = entries[found.id].found.source
                    why = f"Another engine has the id “{found.id}” already ({first})."
                    second = Found(f"{found.id}#{len(entries)}", found.name, found.source, why)
                    entries[second.id] = _Entry(second, {})
                self._entries = entries
            return self._entries


class _Entry:
    """One engine: imported, configured and asked when somebody needs it."""

    def __init__(self, found: Found, settings: Mapping[str, str]) -> None:
        self.found = found
        self._settings = settings
        self._making = threading.Lock()
        self._asking: asyncio.Lock | None = None
        self._engine: Engine | None = found.engine
        self._secrets: list[str] = []
        self._failure: EngineError | None = None
        self._answer: _Answer | None = None

    def engine(self) -> Engine:
        """The engine, made on first need. Raises Unavailable, Misconfigured; the same each time."""
        with self._making:
            if self._failure is not None:
                raise self._failure.with_traceback(None)
            if self._engine is None:
                try:
                    self._engine, self._secrets = configure(self.found, self._settings)
                except EngineError as error:
                    self._failure = error
                    raise
            return self._engine

    def secrets(self) -> list[str]:
        """Secret settings; empty when the engine could not be made."""
        return self._secrets

    async def ask(self) -> _Answer:
        """What the engine offers, from memory while that is fresh; one question at a time."""
        loop = asyncio.get_running_loop()
        if self._asking is None:
            self._asking = asyncio.Lock()
        async with self._asking:
            if self._answer is None or loop.time() >= self._answer.until:
                self._answer = await self._ask(loop.time())
            return self._answer

    async def close(self) -> None:
        """Let go of what the engine holds open."""
        close = getattr(self._engine, "close", None)
        if asyncio.iscoroutinefunction(close):
            await close()

    async def _ask(self, now: float) -> _Answer:
        id, name = self.found.id, self.found.name
        try:
            engine: Engine = await asyncio.to_thread(self.engine)
            name = str(engine.name)
            async with asyncio.timeout(_PATIENCE):
                told = await engine.models()
            offered, left_out = offer(id, name, told)
        except TimeoutError:
            return self._failed(now, name, "unavailable", f"It did not answer within {_PATIENCE:g} seconds.")
        except Misconfigured as error:
            return self._failed(now, name, "misconfigured", error.reason)
        except EngineError as error:
            return self._failed(now, name, "unavailable", error.reason)
        except Exception as error:
            return self._failed(now, name, "unavailable", f"It broke down: {type(error).__name__}: {error}")
        reason = redact(left_out, self._secrets) if left_out else None
        return _Answer(EngineState(id, name, "ready", reason, len(offered)), tuple(offered), now + _FRESH)

    def _failed(self, now: float, name: str, state: str, reason: str) -> _Answer:
        words = redact(reason, self._secrets)[:1000]
        return _Answer(EngineState(self.found.id, name, state, words, 0), (), now + _FRESH_FAILURE)
