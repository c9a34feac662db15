"""One Work is one transaction; its events are numbered so that a reader loses none."""

import asyncio
import random
from dataclasses import dataclass

import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from opencanva.core import events
from opencanva.core.actor import Actor
from opencanva.core.db import Database
from opencanva.core.events import Event
from opencanva.kit.errors import Busy
from opencanva.rooms.sessions import service as sessions
from tests.served import App


@dataclass(frozen=True, slots=True)
class Happened(Event):
    """Something for a test."""

    what: int


async def test_a_work_that_fails_leaves_nothing_behind(app: App) -> None:
    actor = Actor(app.house.owner.id)
    async with app.house.works.reading(actor) as work:
        before = await events.latest(work.db, actor.owner)

    async def fail_midway() -> None:
        async with app.house.works.writing(actor) as work:
            await sessions.create(work, "never")
            work.emit(Happened(1))
            raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"):
        await fail_midway()
    async with app.house.works.reading(actor) as work:
        assert await events.latest(work.db, actor.owner) == before
    assert (await app.get("/sidebar"))["sessions"] == []


async def test_a_work_for_reading_neither_emits_nor_enqueues(app: App) -> None:
    async with app.house.works.reading(Actor(app.house.owner.id)) as work:
        with pytest.raises(RuntimeError, match="opened for reading"):
            work.emit(Happened(1))
        with pytest.raises(RuntimeError, match="opened for reading"):
            work.enqueue(None)  # type: ignore[arg-type]


async def test_a_reader_sees_every_event_in_order_while_many_write(app: App) -> None:
    actor = Actor(app.house.owner.id)
    many = 40
    async with app.house.works.reading(actor) as work:
        start = await events.latest(work.db, actor.owner)

    async def write(what: int) -> None:
        async with app.house.works.writing(actor) as work:
            await events.latest(work.db, actor.owner)
            await asyncio.sleep(random.random() / 200)
            work.emit(Happened(what))

    async def follow() -> list[int]:
        seen: list[int] = []
        while len(seen) < many:
            async with app.house.works.reading(actor) as work:
                news = await events.after(work.db, actor.owner, start + len(seen), 100)
            assert news is not None
            seen += [told.number for told in news]
            await asyncio.sleep(0.001)
        return seen

    following = asyncio.create_task(follow())
    await asyncio.gather(*(write(n) for n in range(many)))
    assert await asyncio.wait_for(following, 30) == list(range(start + 1, start + many + 1))


async def test_who_does_not_get_a_turn_to_write_is_told_that_the_database_is_busy(sqlite_url: str) -> None:
    writer = create_async_engine(sqlite_url, pool_size=1, max_overflow=0, pool_timeout=0.05)
    database = Database(writer, writer)
    async with database.write():
        with pytest.raises(Busy) as busy:
            async with database.write():
                pass
    assert busy.value.code == "busy"
    await database.close()
