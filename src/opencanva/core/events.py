"""Events: past facts, written in the transaction that made them true and numbered per owner at its end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import Id, Json, Time, metadata

events = sa.Table(
    "events",
    metadata,
    sa.Column("owner_id", Id, primary_key=True),
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(60), nullable=False),
    sa.Column("payload", Json, nullable=False),
    sa.Column("at", Time, nullable=False, index=True),
)

counters = sa.Table(
    "counters",
    metadata,
    sa.Column("owner_id", Id, primary_key=True),
    sa.Column("events", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("pruned", sa.BigInteger, nullable=False, server_default="0"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """A past fact. Subclasses are frozen dataclasses named in the past tense; their fields are the payload."""

    told: ClassVar[bool] = True
    """False keeps an event inside the house: listeners hear it, browsers do not."""

    def payload(self) -> dict[str, Any]:
        """The facts as JSON takes them: frozen values are written as objects."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it was written: its number within the owner's stream, kind, facts."""

    number: int
    kind: str
    payload: dict[str, Any]


async def open_stream(db: AsyncConnection, owner: str) -> None:
    """Begin the stream of a new owner at number 0."""
    await db.execute(counters.insert().values(owner_id=owner, events=0, pruned=0))


async def append(db: AsyncConnection, owner: str, facts: list[Event], now: int) -> int | None:
    """Write `facts` as the owner's next events and return the last number, or None when nothing is told.

    Must be the last statements before commit: the counter row is held until then, so numbers become visible
    in order (numbers from a PostgreSQL sequence do not, and readers lose events).
    """
    told = [fact for fact in facts if fact.told]
    if not told:
        return None
    last: int = (
        await db.execute(
            counters.update()
            .where(counters.c.owner_id == owner)
            .values(events=counters.c.events + len(told))
            .returning(counters.c.events)
        )
    ).scalar_one()
    first = last - len(told) + 1
    await db.execute(
        events.insert(),
        [
            {
                "owner_id": owner,
                "number": first + i,
                "kind": type(fact).__name__,
                "payload": fact.payload(),
                "at": now,
            }
            for i, fact in enumerate(told)
        ],
    )
    return last


async def hold(db: AsyncConnection, owner: str) -> None:
    """Let no other Work of this owner write until this one ends (SQLite lets none write anyhow)."""
    await db.execute(sa.select(counters.c.events).where(counters.c.owner_id == owner).with_for_update())


async def latest(db: AsyncConnection, owner: str) -> int:
    """The number of the owner's newest event; 0 when there is none."""
    return await db.scalar(sa.select(counters.c.events).where(counters.c.owner_id == owner)) or 0


async def latest_of(db: AsyncConnection, owner: str, kinds: Collection[type[Event]]) -> int:
    """The number of the owner's newest event of these kinds, or up to where events are forgotten."""
    found = await db.scalar(
        sa.select(events.c.number)
        .where(events.c.owner_id == owner, events.c.kind.in_([kind.__name__ for kind in kinds]))
        .order_by(events.c.number.desc())
        .limit(1)
    )
    if found is None:
        found = await db.scalar(sa.select(counters.c.pruned).where(counters.c.owner_id == owner))
    return found or 0


async def after(db: AsyncConnection, owner: str, number: int, limit: int) -> list[Told] | None:
    """The owner's events after `number`, oldest first; None when some of them are no longer kept."""
    row = (
        await db.execute(sa.select(counters.c.events, counters.c.pruned).where(counters.c.owner_id == owner))
    ).first()
    if row is None or number < row.pruned or number > row.events:
        return None
    found = await db.execute(
        sa.select(events.c.number, events.c.kind, events.c.payload)
        .where(events.c.owner_id == owner, events.c.number > number)
        .order_by(events.c.number)
        .limit(limit)
    )
    return [Told(*row) for row in found]


async def prune(db: AsyncConnection, before: int) -> int:
    """Forget events older than `before` (milliseconds) and remember up to where; returns how many went."""
    old = (
        await db.execute(
            sa.select(events.c.owner_id, sa.func.max(events.c.number))
            .where(events.c.at < before)
            .group_by(events.c.owner_id)
        )
    ).all()
    gone = 0
    for owner, number in old:
        await db.execute(counters.update().where(counters.c.owner_id == owner).values(pruned=number))
        done = await db.execute(events.delete().where(events.c.owner_id == owner, events.c.number <= number))
        gone += done.rowcount
    return gone
