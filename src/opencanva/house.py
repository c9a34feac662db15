"""The composition root: settings become adapters, adapters become parts. Alone names what is concrete."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import IO

from opencanva.blobs import Blobs
from opencanva.core.actor import Actor
from opencanva.core.db import Database
from opencanva.core.delivery import Delivery, NearDelivery
from opencanva.core.events import Event
from opencanva.core.secrets import Vault
from opencanva.core.signals import Hub, NearSignals, Signals
from opencanva.core.work import Listener, Works
from opencanva.engines.catalog import Catalog, read_environment
from opencanva.engines.frame import Limits
from opencanva.kit.clock import Clock, SystemClock
from opencanva.kit.errors import Meaning
from opencanva.migrations import bring_up
from opencanva.rooms.acts import listeners as acts
from opencanva.rooms.batches import job_store
from opencanva.rooms.batches.messages import (
    RUN,
    GenerationCancelled,
    GenerationFailed,
    GenerationFinished,
    GenerationInterrupted,
    GenerationSpent,
)
from opencanva.rooms.engines import following
from opencanva.rooms.people import service as people
from opencanva.rooms.people.types import Person
from opencanva.rooms.replays import listeners as replays
from opencanva.rooms.replays.advancing import advance
from opencanva.rooms.replays.messages import ADVANCE
from opencanva.rooms.trash.messages import RowsErased
from opencanva.rooms.usage import listeners as usage
from opencanva.settings import Settings
from opencanva.worker.runner import Runner
from opencanva.worker.sweeper import Sweeper

log = logging.getLogger(__name__)


class AlreadyRunning(Meaning):
    """Another process uses this data folder."""

    code = "already_running"


@dataclass(slots=True)
class House:
    """Everything that a part needs, opened and ready."""

    settings: Settings
    database: Database
    blobs: Blobs
    engines: Catalog
    vault: Vault
    delivery: Delivery
    signals: Signals
    hub: Hub
    works: Works
    owner: Person
    lock: IO[str] | None

    async def work_off(self) -> None:
        """The worker part: deliver orders and sweep, until cancelled."""
        settings = self.settings
        limits = Limits(timeout=settings.timeout, silence=settings.silence)
        runner = Runner(self.works, settings.lease, limits)
        self.delivery.handle(RUN, runner.run)
        self.delivery.handle(ADVANCE, partial(advance, self.works))
        parts = [
            asyncio.create_task(self.delivery.run()),
            asyncio.create_task(Sweeper(self.works, settings.keep_events, settings.trash_days).run()),
        ]
        try:
            await asyncio.gather(*parts)
        finally:
            for part in parts:
                part.cancel()
            await self.delivery.stop()
            await asyncio.gather(*parts, return_exceptions=True)

    async def close(self) -> None:
        """Close what is open."""
        await self.signals.stop()
        await self.engines.close()
        await self.database.close()
        if self.lock is not None:
            self.lock.close()


async def open_house(settings: Settings, environ: Mapping[str, str], *, clock: Clock | None = None) -> House:
    """Open everything and bring the schema up to date.

    Raises NewerDatabase, AlreadyRunning (an embedded database serves one process), ValueError (an address).
    """
    database = Database.open(settings.database_url)
    lock = _lock(settings) if database.embedded else None
    await bring_up(database)
    blobs = Blobs.open(settings.blobs_url)
    engines = Catalog.discover(partial(read_environment, environ))
    vault = Vault(
        settings.home / "secret.key", settings.secret.get_secret_value() if settings.secret else None
    )
    hub = Hub()
    clock = clock or SystemClock()
    signals: Signals
    delivery: Delivery
    if database.embedded:
        signals, delivery = NearSignals(hub), NearDelivery(settings.at_once)
    else:
        from opencanva.core.delivery_pg import FarDelivery
        from opencanva.core.signals import FarSignals

        far = FarDelivery(database.address, settings.at_once)
        await far.install()
        signals, delivery = FarSignals(hub, database.address), far
    listeners: dict[type[Event], tuple[Listener, ...]] = {
        GenerationSpent: (usage.write_down,),
        RowsErased: (acts.drop_erased, replays.drop_erased),
        GenerationFinished: (replays.go_on,),
        GenerationFailed: (replays.go_on,),
        GenerationCancelled: (replays.go_on,),
        GenerationInterrupted: (replays.go_on,),
    }
    works = Works(database, blobs, engines, clock, delivery, signals, listeners)
    engines.follow(partial(following.follow, database, vault))
    await signals.start()
    async with works.writing(Actor("")) as work:
        owner = await people.settle_owner(work)
        if database.embedded:
            freed = await job_store.void_leases(work.db)
            if freed:
                log.info("%s unfinished generations go on", freed)
    return House(settings, database, blobs, engines, vault, delivery, signals, hub, works, owner, lock)


def _lock(settings: Settings) -> IO[str]:
    settings.home.mkdir(parents=True, exist_ok=True)
    path = settings.home / "lock"
    lock = path.open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.seek(0)
        holder = lock.read().strip()
        lock.close()
        raise AlreadyRunning(
            f"Open Canva is already running with the data folder {settings.home}"
            + (f" (process {holder})" if holder else "")
            + ". Use that one, stop it first, or set OPENCANVA_HOME to another folder."
        ) from None
    with contextlib.suppress(OSError):
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
    return lock
