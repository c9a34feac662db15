"""Rules about usage: every ended attempt is written down with what it cost, also when that is nothing."""

from __future__ import annotations

from opencanva.core.work import Work
from opencanva.rooms.usage import store


async def spent(work: Work, currency: str = "USD") -> float:
    """What the actor has spent so far in a currency."""
    return await store.total(work.db, work.actor.owner, currency)
