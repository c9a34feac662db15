"""Work: one actor, one transaction, its facts and its orders, all or nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.blobs import Blobs
from opencanva.core import events as stream
from opencanva.core.actor import Actor
from opencanva.core.db import Database
from opencanva.core.delivery import Delivery, Order
from opencanva.core.events import Event
from opencanva.core.signals import Signals
from opencanva.engines.catalog import Catalog
from opencanva.kit.clock import Clock


@dataclass(frozen=True, slots=True)
class Work:
    """What a rule may use. Never hold one while talking to an engine or a disk."""

    db: AsyncConnection
    blobs: Blobs
    engines: Catalog
    clock: Clock
    actor: Actor
    emit: Callable[[Event], None]
    enqueue: Callable[[Order], None]


AT_ONCE = 3
"""Pictures converted at once in one process."""

Listener = Callable[[Work, Event], Awaitable[None]]


class Works:
    """Opens Works over one database."""

    def __init__(
        self,
        database: Database,
        blobs: Blobs,
        engines: Catalog,
        clock: Clock,
        delivery: Delivery,
        signals: Signals,
        listeners: dict[type[Event], tuple[Listener, ...]],
    ) -> None:
        self.database = database
        self.blobs = blobs
        self.engines = engines
        self.clock = clock
        self.delivery = delivery
        self.signals = signals
        self.listeners = listeners
        self.converting = asyncio.Semaphore(AT_ONCE)
        """Held by whoever has a picture converted: a large one may need some hundred MB meanwhile."""

    @asynccontextmanager
    async def reading(self, actor: Actor) -> AsyncIterator[Work]:
        """A Work that only looks; emitting or enqueueing in it is a programming error."""
        async with self.database.read() as db:
            yield Work(db, self.blobs, self.engines, self.clock, actor, _refuse, _refuse)

    @asynccontextmanager
    async def writing(self, actor: Actor) -> AsyncIterator[Work]:
        """A Work that commits when the block ends well: rows, events and orders together."""
        facts: list[Event] = []
        orders: list[Order] = []
        async with self.database.write() as db:
            work = Work(db, self.blobs, self.engines, self.clock, actor, facts.append, orders.append)
            yield work
            for fact in facts:  # grows while listeners emit
                for listener in self.listeners.get(type(fact), ()):
                    await listener(work, fact)
            if orders:
                await self.delivery.stage(db, orders)
            told = await stream.append(db, actor.owner, facts, self.clock.now())
            if told is not None:
                await self.signals.stage(db, actor.owner)
        if orders:
            await self.delivery.release(orders)
        if told is not None:
            self.signals.release(actor.owner)


def _refuse(_: object) -> None:
    raise RuntimeError("A Work opened for reading neither emits nor enqueues.")
