"""Delivery between processes: PgQueuer over PostgreSQL, any number of workers."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from opencanva.core.delivery import Handler, Order

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

log = logging.getLogger(__name__)


class FarDelivery:
    """Orders travel in PgQueuer's tables. `address` is a plain postgresql:// address for its own pool."""

    def __init__(self, address: str, at_once: int) -> None:
        self.address = address
        self.at_once = at_once
        self._handlers: dict[str, Handler] = {}
        self._queuer: Any = None
        self._pool: Any = None
        self._running: set[asyncio.Task[Any]] = set()

    async def install(self) -> None:
        """Make PgQueuer's tables unless they are there. Safe to call from several processes at once."""
        import asyncpg
        from pgqueuer import Queries
        from pgqueuer.db import AsyncpgDriver

        connection = await asyncpg.connect(self.address)
        try:
            async with connection.transaction():
                await connection.execute("select pg_advisory_xact_lock(727001)")
                if await connection.fetchval("select to_regclass('pgqueuer')") is None:
                    await Queries(AsyncpgDriver(connection)).install()
        finally:
            await connection.close()

    async def stage(self, db: AsyncConnection, orders: list[Order]) -> None:
        """Enqueue on the transaction's own connection, so that the order lives and dies with the row.

        SQLAlchemy begins lazily: this must come after a statement of the transaction has run.
        """
        from pgqueuer import Queries
        from pgqueuer.db import AsyncpgDriver

        raw = (await db.get_raw_connection()).driver_connection
        await Queries(AsyncpgDriver(raw)).enqueue(
            [order.name for order in orders],
            [order.id.encode() for order in orders],
            [order.priority for order in orders],
        )

    async def release(self, orders: list[Order]) -> None:
        """Nothing after a commit: `stage` has enqueued."""

    async def again(self, orders: list[Order]) -> None:
        """Enqueue outside any transaction."""
        from pgqueuer import Queries
        from pgqueuer.db import AsyncpgPoolDriver

        queries = Queries(AsyncpgPoolDriver(await self._open_pool()))
        await queries.enqueue(
            [order.name for order in orders],
            [order.id.encode() for order in orders],
            [order.priority for order in orders],
            dedupe_key=[f"{order.name}:{order.id}" for order in orders],
            on_conflict="skip",
        )

    def handle(self, name: str, handler: Handler) -> None:
        """Register who does `name`."""
        self._handlers[name] = handler

    async def run(self) -> None:
        """Take orders until stopped."""
        from pgqueuer import PgQueuer
        from pgqueuer.db import AsyncpgPoolDriver

        queuer = PgQueuer(AsyncpgPoolDriver(await self._open_pool()))
        self._queuer = queuer
        for name, handler in self._handlers.items():
            queuer.entrypoint(name)(self._receiver(handler))
        await queuer.qm.run(
            dequeue_timeout=timedelta(seconds=5),
            batch_size=max(1, self.at_once // 2),
            max_concurrent_tasks=2 * max(1, self.at_once // 2),
            heartbeat_timeout=timedelta(seconds=30),
        )

    async def stop(self) -> None:
        """Take no more orders, cancel what runs, close the pool."""
        if self._queuer is not None:
            self._queuer.qm.shutdown.set()
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        if self._pool is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._pool.close(), 2)

    def _receiver(self, handler: Handler) -> Any:
        async def receive(job: Any) -> None:
            task: asyncio.Task[None] = asyncio.create_task(_run(handler, job.payload.decode()))
            self._running.add(task)
            try:
                await task
            except asyncio.CancelledError:
                if not task.cancelled():
                    raise
            except Exception:
                log.exception("order %s failed", job.entrypoint)
            finally:
                self._running.discard(task)

        return receive

    async def _open_pool(self) -> Any:
        if self._pool is None:
            import asyncpg

            self._pool = await asyncpg.create_pool(self.address, min_size=1, max_size=4)
        return self._pool


async def _run(handler: Handler, id: str) -> None:
    await handler(id)
