"""One contract for every way of delivering orders: within one process, and between processes over PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from opencanva.core.db import Database
from opencanva.core.delivery import Delivery, NearDelivery, Order
from opencanva.core.delivery_pg import FarDelivery


@dataclass
class Desk:
    """A delivery, the database it stages in, and what was delivered."""

    database: Database
    delivery: Delivery
    done: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)

    async def order(self, *orders: Order, fail: bool = False) -> None:
        """Stage in a transaction that commits, or that breaks."""
        try:
            async with self.database.write() as db:
                await db.exec_driver_sql("SELECT 1")
                await self.delivery.stage(db, list(orders))
                if fail:
                    raise LookupError
        except LookupError:
            return
        await self.delivery.release(list(orders))

    async def until(self, count: int) -> None:
        """Wait until so many orders are done."""
        async with asyncio.timeout(15):
            while len(self.done) < count:
                await asyncio.sleep(0.01)

    async def handle(self, id: str) -> None:
        """Does an order; one called "stuck" takes for ever, one called "broken" fails."""
        self.begun.append(id)
        if id == "stuck":
            await asyncio.sleep(3600)
        if id == "broken":
            raise ValueError("an order that fails")
        self.done.append(id)


@asynccontextmanager
async def desk_over(url: str) -> AsyncIterator[Desk]:
    database = Database.open(url)
    delivery: Delivery
    if database.embedded:
        delivery = NearDelivery(4)
    else:
        far = FarDelivery(database.address, 4)
        await far.install()
        await far.install()  # a second process finds the tables there
        delivery = far
    made = Desk(database, delivery)
    delivery.handle("test", made.handle)
    try:
        yield made
    finally:
        await database.close()


@pytest.fixture
async def desk(database_url: str) -> AsyncIterator[Desk]:
    """A desk whose delivery runs."""
    async with desk_over(database_url) as made:
        running = asyncio.create_task(made.delivery.run())
        yield made
        await made.delivery.stop()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_every_order_of_a_committed_transaction_arrives(desk: Desk) -> None:
    await desk.order(*(Order("test", f"{n}") for n in range(20)))
    await desk.until(20)
    assert sorted(desk.done, key=int) == [str(n) for n in range(20)]


async def test_an_order_of_a_transaction_that_broke_never_arrives(desk: Desk) -> None:
    await desk.order(Order("test", "ghost"), fail=True)
    await desk.order(Order("test", "real"))
    await desk.until(1)
    await asyncio.sleep(0.3)
    assert desk.done == ["real"]


async def test_orders_given_again_while_they_wait_are_done_once(database_url: str) -> None:
    async with desk_over(database_url) as made:
        for _ in range(3):
            await made.delivery.again([Order("test", "one")])
        running = asyncio.create_task(made.delivery.run())
        await made.until(1)
        await asyncio.sleep(0.3)
        assert made.done == ["one"]
        await made.delivery.stop()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_the_higher_priority_goes_first(database_url: str) -> None:
    async with desk_over(database_url) as made:
        await made.order(Order("test", "bulk", -1), Order("test", "hand", 5))
        running = asyncio.create_task(made.delivery.run())
        await made.until(2)
        assert made.begun[0] == "hand"
        await made.delivery.stop()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_one_that_fails_or_hangs_holds_nobody_up(desk: Desk) -> None:
    await desk.order(Order("test", "broken"), Order("test", "stuck"), Order("test", "fine"))
    await desk.until(1)
    assert desk.done == ["fine"]
    await asyncio.wait_for(desk.delivery.stop(), 10)
