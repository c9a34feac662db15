"""Finds what fell down: unfinished generations nobody runs, old events and answers, trash past its days."""

from __future__ import annotations

import asyncio
import logging

from opencanva.core import events, once
from opencanva.core.actor import Actor
from opencanva.core.work import Works
from opencanva.rooms.batches import job_store
from opencanva.rooms.batches.messages import run_generation
from opencanva.rooms.images import collecting
from opencanva.rooms.replays import store as replay_store
from opencanva.rooms.replays.messages import advance_replay
from opencanva.rooms.trash import service as trash

log = logging.getLogger(__name__)

EVERY = 1.0
FORGET_EVERY = 3600.0
DAY = 86_400_000
AT_ONCE = 50


class Sweeper:
    """Looks every second, and once at the start."""

    def __init__(self, works: Works, keep_events: int, trash_days: int) -> None:
        self.works = works
        self.keep_events = keep_events
        self.trash_days = trash_days

    async def run(self) -> None:
        """Sweep until cancelled."""
        since_forgetting = FORGET_EVERY
        while True:
            try:
                await self.redeliver()
                if since_forgetting >= FORGET_EVERY:
                    since_forgetting = 0.0
                    await self.forget()
                    await self.purge()
                    await self.collect()
            except Exception:
                log.exception("a sweep failed; the next one tries again")
            await asyncio.sleep(EVERY)
            since_forgetting += EVERY

    async def redeliver(self) -> int:
        """Order again what is unfinished, due and held by nobody; returns how many."""
        async with self.works.reading(Actor("")) as work:
            found = await job_store.due(work.db, work.clock.now(), per_engine=4, older_than=1500)
        if found:
            await self.works.delivery.again([run_generation(id) for id in found])
        return len(found) + await self.go_on_replaying()

    async def go_on_replaying(self) -> int:
        """Order the replays whose picture is there and that nobody took further; returns how many."""
        async with self.works.reading(Actor("")) as work:
            waiting = await replay_store.waiting(work.db, AT_ONCE)
            if not waiting:
                return 0
            busy = await job_store.unfinished_among(work.db, set(waiting.values()))
        found = [id for id, batch in waiting.items() if batch not in busy]
        if found:
            await self.works.delivery.again([advance_replay(id) for id in found])
        return len(found)

    async def forget(self) -> None:
        """Drop events past their days and answers older than one."""
        async with self.works.writing(Actor("")) as work:
            now = work.clock.now()
            await events.prune(work.db, now - self.keep_events * DAY)
            await once.forget(work, now - DAY)

    async def purge(self) -> int:
        """Delete for ever what has been in the trash past its days; returns how many things."""
        if not self.trash_days:
            return 0
        gone = 0
        async with self.works.reading(Actor("")) as work:
            before = work.clock.now() - self.trash_days * DAY
            found = await trash.overdue(work, before)
        for owner, ids in found.items():
            try:
                for start in range(0, len(ids), AT_ONCE):
                    async with self.works.writing(Actor(owner)) as work:
                        part = await trash.still_there(work, ids[start : start + AT_ONCE], before)
                        gone += (await trash.delete(work, part)).items
            except Exception:  # the trash of the others is emptied all the same
                log.exception("the trash of %s was not emptied", owner)
        if gone:
            log.info("%s things left the trash for ever: their %s days are over", gone, self.trash_days)
        return gone

    async def collect(self) -> int:
        """Delete bytes that lost their last image an hour ago or earlier; returns how many."""
        return await collecting.collect(self.works)
