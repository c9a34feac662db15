"""Finds what fell down: unfinished generations nobody runs, old events, old answers."""

from __future__ import annotations

import asyncio
import logging

from opencanva.core import events, once
from opencanva.core.actor import Actor
from opencanva.core.work import Works
from opencanva.rooms.batches import job_store
from opencanva.rooms.batches.messages import run_generation

log = logging.getLogger(__name__)

EVERY = 1.0
FORGET_EVERY = 3600.0
DAY = 86_400_000


class Sweeper:
    """Looks every second, and once at the start."""

    def __init__(self, works: Works, keep_events: int) -> None:
        self.works = works
        self.keep_events = keep_events

    async def run(self) -> None:
        """Sweep until cancelled."""
        since_forgetting = FORGET_EVERY
        while True:
            try:
                await self.redeliver()
                if since_forgetting >= FORGET_EVERY:
                    since_forgetting = 0.0
                    await self.forget()
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
        return len(found)

    async def forget(self) -> None:
        """Drop events past their days and answers older than one."""
        async with self.works.writing(Actor("")) as work:
            now = work.clock.now()
            await events.prune(work.db, now - self.keep_events * DAY)
            await once.forget(work, now - DAY)
