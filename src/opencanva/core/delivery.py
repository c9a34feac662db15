"""Delivery brings orders (ids, nothing else) to whoever works; the row in the database stays the job."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order:
    """An imperative for a worker: do `name` for the row with this id. Higher `priority` goes first."""

    name: str
    id: str
    priority: int = 0


Handler = Callable[[str], Awaitable[None]]


class Delivery(Protocol):
    """The port. An order may arrive twice or late; the handler claims its row, so neither does harm."""

    async def stage(self, db: AsyncConnection, orders: list[Order]) -> None:
        """Inside the transaction, after its rows are written."""
        ...

    async def release(self, orders: list[Order]) -> None:
        """After commit."""
        ...

    async def again(self, orders: list[Order]) -> None:
        """Without a transaction, for rows that are written already; one that waits is not queued twice."""
        ...

    def handle(self, name: str, handler: Handler) -> None:
        """Register who does `name`. Call before `run`."""
        ...

    async def run(self) -> None:
        """Deliver until stopped."""
        ...

    async def stop(self) -> None:
        """Take no more orders and cancel what runs; unfinished rows are found again by their lease."""
        ...


class NearDelivery:
    """Within one process: a priority queue in memory. What a crash loses, the sweeper finds in the database."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self._queue: asyncio.PriorityQueue[tuple[int, int, Order]] = asyncio.PriorityQueue()
        self._handlers: dict[str, Handler] = {}
        self._count = itertools.count()
        self._waiting: set[tuple[str, str]] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def stage(self, db: AsyncConnection, orders: list[Order]) -> None:
        """Nothing to do before commit."""

    async def release(self, orders: list[Order]) -> None:
        """Queue the orders; one that waits already is not queued twice."""
        for order in orders:
            if (order.name, order.id) not in self._waiting:
                self._waiting.add((order.name, order.id))
                self._queue.put_nowait((-order.priority, next(self._count), order))

    async def again(self, orders: list[Order]) -> None:
        """The same as after a commit."""
        await self.release(orders)

    def handle(self, name: str, handler: Handler) -> None:
        """Register who does `name`."""
        self._handlers[name] = handler

    async def run(self) -> None:
        """Deliver to at most `at_once` handlers at a time."""
        places = asyncio.Semaphore(self.at_once)
        while True:
            await places.acquire()
            _, _, order = await self._queue.get()
            self._waiting.discard((order.name, order.id))
            task = asyncio.create_task(self._do(order))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            task.add_done_callback(lambda _: places.release())

    async def stop(self) -> None:
        """Cancel what runs and wait for it to let go."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _do(self, order: Order) -> None:
        try:
            await self._handlers[order.name](order.id)
        except Exception:
            log.exception("order %s %s failed", order.name, order.id)
