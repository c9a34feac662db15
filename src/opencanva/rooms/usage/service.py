"""Rules about usage: every ended attempt is written down with what it cost, also when that is nothing."""

from __future__ import annotations

from opencanva.core.work import Work
from opencanva.kit.clock import month_start
from opencanva.rooms.usage import store


async def spent(work: Work, currency: str = "USD") -> float:
    """What the actor has spent so far in a currency."""
    return await store.total(work.db, work.actor.owner, currency)


async def engines_this_month(work: Work) -> dict[str, list[tuple[str, float]]]:
    """What each engine cost everybody this calendar month (UTC): currency and sum, by engine."""
    spent: dict[str, list[tuple[str, float]]] = {}
    for engine, currency, amount in await store.of_engines(work.db, month_start(work.clock.now())):
        spent.setdefault(engine, []).append((currency, amount))
    return spent


async def engine_this_month(work: Work, engine: str, currency: str) -> float:
    """What one engine cost everybody in a currency this calendar month (UTC)."""
    return await store.of_engine(work.db, engine, currency, month_start(work.clock.now()))
