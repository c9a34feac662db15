"""The catalogue: which engines there are, whether they can be used, and what they offer now."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from opencanva.engines.checks import Complaint, check, split_options
from opencanva.engines.contract import Engine, EngineConfig, Unavailable
from opencanva.engines.entry import Answer, EngineState, Entry
from opencanva.engines.finding import Found, find_engines, load_kind, read_environment, secret_fields
from opencanva.engines.instances import Arrangement, Environment, Setup, Terms, settle
from opencanva.engines.offers import OfferedModel

__all__ = [
    "Catalog",
    "Complaint",
    "EngineState",
    "OfferedModel",
    "check",
    "read_environment",
    "split_options",
]

Follow = Callable[[int], Awaitable[Arrangement | None]]
"""Given the version that is known, what is stored now; None when that has not changed."""


class Catalog:
    """All engines that were found or set up. Nothing is searched or imported before the first question.

    Each question first looks whether the settings were changed, by whichever process.
    """

    def __init__(
        self,
        find: Callable[[], Iterable[Found]],
        settings: Mapping[str, Mapping[str, str]] | Environment,
    ) -> None:
        self._find = find
        self._environment: Environment = settings if callable(settings) else lambda _ids: settings
        self._follow: Follow | None = None
        self._lock = threading.Lock()
        self._kinds: tuple[Found, ...] | None = None
        self._arranged = Arrangement(-1)
        self._entries: dict[str, Entry] | None = None
        self._retired: list[Entry] = []

    @classmethod
    def discover(
        cls, settings: Mapping[str, Mapping[str, str]] | Environment, include_fake: bool = False
    ) -> Catalog:
        """Engines of the entry-point group and the built-in ones. `settings[engine_id][field]` are texts.

        The fake engine is offered when asked for here or by its setting `enabled`.
        """
        given = settings(()) if callable(settings) else settings
        wanted = given.get("fake", {}).get("enabled", "").lower() in ("1", "true", "yes", "on")
        return cls(lambda: find_engines(include_fake or wanted), settings)

    @classmethod
    def of(cls, engines: Iterable[Engine]) -> Catalog:
        """A catalogue of engines that are made already."""
        made = [Found(engine.id, engine.name, engine=engine) for engine in engines]
        return cls(lambda: made, {})

    def follow(self, follow: Follow) -> None:
        """Take what is stored about engines from here, and keep to it as it changes."""
        self._follow = follow

    async def engines(self) -> list[EngineState]:
        """Every engine, in the order of the picker; one that cannot be used says why. Hidden ones are not asked."""
        entries = await self._current()
        return list(await asyncio.gather(*(entry.state(brief=True) for entry in entries.values())))

    async def models(self) -> list[OfferedModel]:
        """Every model on offer now; answers are kept for a minute, and nobody waits long for a silent engine."""
        entries = [entry for entry in (await self._current()).values() if not entry.setup.hidden]
        answers: list[Answer] = await asyncio.gather(*(entry.ask(brief=True) for entry in entries))
        return [
            replace(offered, default=offered.id in entry.setup.default_models)
            for entry, answer in zip(entries, answers, strict=True)
            for offered in answer.offered
        ]

    async def find(self, model_id: str) -> OfferedModel | None:
        """The offered model with the id `engine/model`, or None; also of an engine that is hidden."""
        entry = (await self._current()).get(model_id.partition("/")[0])
        if entry is None:
            return None
        answer = await entry.ask()
        return next((offered for offered in answer.offered if offered.id == model_id), None)

    async def kinds(self) -> list[Found]:
        """Every kind of engine that is built in or installed."""
        await self._current()
        return list(self._kinds or ())

    async def setups(self) -> dict[str, Setup]:
        """How every engine is set up, by id, in the order of the picker; holds secrets."""
        return {id: entry.setup for id, entry in (await self._current()).items()}

    async def kind(self, kind_id: str) -> tuple[Found, type[Engine]] | None:
        """A kind and its class; None when there is no such kind. Raises Unavailable."""
        found = next((one for one in await self.kinds() if one.id == kind_id), None)
        return None if found is None else (found, await asyncio.to_thread(load_kind, found))

    def environment_of(self, engine_id: str) -> Mapping[str, str]:
        """The settings of an engine, there or to be, that the environment gives."""
        ids = [*(kind.id for kind in self._kinds or ()), *(self._entries or {}), engine_id]
        return self._environment(ids).get(engine_id, {})

    async def state(self, engine_id: str) -> EngineState | None:
        """One engine; None when there is none with this id."""
        entry = (await self._current()).get(engine_id)
        return None if entry is None else await entry.state()

    def terms(self, engine_id: str) -> Terms:
        """What an engine may do."""
        entry = self._settled().get(engine_id)
        return Terms() if entry is None else entry.setup.terms

    def engine(self, engine_id: str) -> Engine:
        """The engine itself. Raises Unavailable, Misconfigured."""
        return self._entry(engine_id).engine()

    @asynccontextmanager
    async def using(self, engine_id: str) -> AsyncIterator[tuple[Engine, list[str]]]:
        """The engine and its secrets, not closed before the block ends. Raises Unavailable, Misconfigured."""
        entry = self._entry(engine_id)
        entry.users += 1
        try:
            engine = await asyncio.to_thread(entry.engine)
            yield engine, entry.secrets()
        finally:
            entry.users -= 1
            await self._close_retired()

    def secrets(self, engine_id: str) -> list[str]:
        """The secret settings of an engine, to be kept out of every word."""
        entry = self._settled().get(engine_id)
        return [] if entry is None else entry.secrets()

    async def close(self) -> None:
        """Close the engines that hold something open (those with an async `close`)."""
        for entry in (*self._retired, *(self._entries or {}).values()):
            await entry.close()

    async def _current(self) -> dict[str, Entry]:
        if self._follow is not None:
            news = await self._follow(self._arranged.version)
            if news is not None:
                await asyncio.to_thread(self._arrange, news)
                await self._close_retired()
        entries = self._entries
        return entries if entries is not None else await asyncio.to_thread(self._settled)

    async def _close_retired(self) -> None:
        idle = [entry for entry in self._retired if not entry.users]
        self._retired = [entry for entry in self._retired if entry.users]
        for entry in idle:
            await entry.close()

    def _entry(self, engine_id: str) -> Entry:
        entry = self._settled().get(engine_id)
        if entry is None:
            raise Unavailable(
                f"There is no engine “{engine_id[:80]}” here. Install it or set it up, or choose another model."
            )
        return entry

    def _settled(self) -> dict[str, Entry]:
        """The entries by id, found on first need."""
        with self._lock:
            if self._entries is None:
                self._entries = self._entries_of(self._arranged)
            return self._entries

    def _arrange(self, news: Arrangement) -> None:
        with self._lock:
            if news.version <= self._arranged.version:
                return
            fresh = self._entries_of(news)
            kept = set(map(id, fresh.values()))
            self._retired += [entry for entry in (self._entries or {}).values() if id(entry) not in kept]
            self._arranged, self._entries = news, fresh

    def _entries_of(self, arranged: Arrangement) -> dict[str, Entry]:
        if self._kinds is None:
            self._kinds = tuple(self._find())
        setups = settle(self._kinds, arranged.instances, self._environment)
        entries = {}
        for engine_id, setup in setups.items():
            old = (self._entries or {}).get(engine_id)
            if old is not None and old.setup.makes_the_same(setup):
                old.setup = setup
                entries[engine_id] = old
            else:
                entries[engine_id] = Entry(setup)
        return entries


def open_values(setup: Setup, config: type[EngineConfig]) -> tuple[dict[str, Any], dict[str, bool]]:
    """The settings of an engine that may be shown, and which of its secrets are set."""
    hidden = secret_fields(config)
    shown = {
        name: value
        for name, value in setup.settings.items()
        if name in config.model_fields and name not in hidden
    }
    return shown, {name: True for name in sorted(hidden) if setup.settings.get(name)}
