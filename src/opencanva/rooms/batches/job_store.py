"""SQL of the generation as a job: claim, fence, lease, gate. Every write of a worker carries its attempt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import insert_once
from opencanva.rooms.batches.tables import gates, generations, starts
from opencanva.rooms.batches.types import RUNNING, Claim, GenerationId, Status

# Written out, because neither planner matches a bound parameter with a partial index.
_UNFINISHED = sa.text("status IN ('queued','preparing','generating','processing')")
_RUNNING = [status.value for status in RUNNING]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What must be known about a generation before it can be claimed; `cost` is the estimate."""

    id: GenerationId
    owner_id: str
    model: str
    engine: str
    status: str
    stage: str
    attempt: int
    due_at: int
    lease_until: int
    cost: float
    currency: str
    estimated: bool
    memo: str | None
    paying: bool

    @property
    def cost_unknown(self) -> bool:
        """Whether nobody can say what it will cost."""
        return self.estimated and not self.cost

    @property
    def paid_for(self) -> bool:
        """Whether an earlier attempt has spent the money, or may have."""
        return self.memo is not None or self.paying


async def look(db: AsyncConnection, id: str) -> Waiting | None:
    """An unfinished generation, whoever owns it."""
    row = (
        await db.execute(
            sa.select(
                generations.c.id,
                generations.c.owner_id,
                generations.c.model,
                generations.c.engine,
                generations.c.status,
                generations.c.stage,
                generations.c.attempt,
                generations.c.due_at,
                generations.c.lease_until,
                generations.c.cost_amount,
                generations.c.cost_currency,
                generations.c.cost_estimated,
                generations.c.memo,
                generations.c.paying,
            )
            .where(generations.c.id == id)
            .where(_UNFINISHED)
        )
    ).first()
    return None if row is None else Waiting(*tuple(row))


async def hold_gate(db: AsyncConnection, engine: str) -> int:
    """The time before which nobody may start on the engine (milliseconds).

    The gate row is held until commit, so that two workers cannot both take the engine's last place.
    """
    await db.execute(insert_once(gates, {"engine": engine, "opens_at": 0}, db.dialect.name))
    opens_at = await db.scalar(sa.select(gates.c.opens_at).where(gates.c.engine == engine).with_for_update())
    return opens_at or 0


async def running(db: AsyncConnection, engine: str, now: int) -> int:
    """How many generations workers hold on the engine."""
    return (
        await db.scalar(
            sa.select(sa.func.count())
            .select_from(generations)
            .where(generations.c.engine == engine, generations.c.lease_until >= now)
            .where(_UNFINISHED)
        )
        or 0
    )


async def reserved(db: AsyncConnection, engine: str, currency: str, except_for: str) -> float:
    """What the engine's unfinished generations that have begun are expected to cost in a currency."""
    begun = sa.or_(
        generations.c.status != Status.QUEUED.value, generations.c.memo.is_not(None), generations.c.paying
    )
    return (
        await db.scalar(
            sa.select(sa.func.sum(generations.c.cost_amount))
            .where(generations.c.engine == engine, generations.c.cost_currency == currency, begun)
            .where(generations.c.id != except_for)
            .where(_UNFINISHED)
        )
        or 0.0
    )


async def starts_since(db: AsyncConnection, engine: str, since: int) -> list[int]:
    """When generations were started on the engine after a time, oldest first; older notes are dropped."""
    await db.execute(starts.delete().where(starts.c.engine == engine, starts.c.at <= since))
    query = sa.select(starts.c.at).where(starts.c.engine == engine).order_by(starts.c.at)
    return list(await db.scalars(query))


async def note_start(db: AsyncConnection, claim: Claim, now: int) -> None:
    """Keep that a generation was started, for a minute."""
    values = {"generation_id": claim.id, "attempt": claim.attempt, "engine": claim.engine, "at": now}
    await db.execute(starts.insert().values(**values))


async def say_waiting(db: AsyncConnection, id: str, stage: str) -> bool:
    """Write what a queued generation waits for; False when it says so already or waits no more."""
    done = await db.execute(
        generations.update()
        .where(generations.c.id == id, generations.c.status == Status.QUEUED.value)
        .where(generations.c.stage != stage)
        .values(stage=stage)
    )
    return done.rowcount == 1


async def claim(db: AsyncConnection, id: str, now: int, lease: int) -> Claim | None:
    """Take the generation for `lease` milliseconds unless it is taken, done or not due. Hold the gate first."""
    row = (
        await db.execute(
            generations.update()
            .where(
                generations.c.id == id,
                generations.c.lease_until < now,
                generations.c.due_at <= now,
            )
            .where(_UNFINISHED)
            .values(
                status=Status.PREPARING.value,
                stage="",
                attempt=generations.c.attempt + 1,
                lease_until=now + lease,
                started_at=now,  # of this attempt: a time spent dead is not time spent drawing
            )
            .returning(
                generations.c.id,
                generations.c.owner_id,
                generations.c.session_id,
                generations.c.batch_id,
                generations.c.model,
                generations.c.engine,
                generations.c.attempt,
                generations.c.tries,
                generations.c.memo,
                generations.c.paying,
                generations.c.ask,
                generations.c.position,
            )
        )
    ).first()
    return None if row is None else Claim(*row)


async def paid(db: AsyncConnection, id: str) -> tuple[bool, bool]:
    """Whether a host took a generation's order and gave a handle, and whether a call was about to be paid for."""
    query = sa.select(generations.c.memo.is_not(None), generations.c.paying).where(generations.c.id == id)
    row = (await db.execute(query)).first()
    return (False, False) if row is None else (row[0], row[1])


async def hold_paid(db: AsyncConnection, session_ids: Collection[str]) -> list[str]:
    """Ids of the unfinished generations of sessions that were paid for, or may have been.

    All unfinished ones are held until commit, so that none of them is paid for meanwhile.
    """
    query = (
        sa.select(generations.c.id, sa.or_(generations.c.memo.is_not(None), generations.c.paying))
        .where(generations.c.session_id.in_(session_ids))
        .where(_UNFINISHED)
        .order_by(generations.c.id)
        .with_for_update()
    )
    return [id for id, paid in await db.execute(query) if paid] if session_ids else []


async def fenced(db: AsyncConnection, claim: Claim, values: dict[str, Any]) -> bool:
    """Write under the fence; False when the generation is no longer this worker's."""
    done = await db.execute(
        generations.update()
        .where(
            generations.c.id == claim.id,
            generations.c.attempt == claim.attempt,
            generations.c.status.in_(_RUNNING),
        )
        .values(**values)
    )
    return done.rowcount == 1


async def show(db: AsyncConnection, id: str, image_id: str) -> None:
    """Point a generation at its image."""
    await db.execute(generations.update().where(generations.c.id == id).values(image_id=image_id))


async def cancel_wanted(db: AsyncConnection, claim: Claim) -> bool:
    """Whether somebody asked this attempt to stop, or it is no longer this worker's."""
    row = (
        await db.execute(
            sa.select(generations.c.cancel_requested, generations.c.attempt, generations.c.status).where(
                generations.c.id == claim.id
            )
        )
    ).first()
    return row is None or row.cancel_requested or row.attempt != claim.attempt or row.status not in _RUNNING


async def close_gate(db: AsyncConnection, engine: str, until: int) -> None:
    """Let nobody start on this engine before `until` (milliseconds)."""
    await db.execute(insert_once(gates, {"engine": engine, "opens_at": 0}, db.dialect.name))
    await db.execute(
        gates.update().where(gates.c.engine == engine, gates.c.opens_at < until).values(opens_at=until)
    )


async def due(
    db: AsyncConnection, now: int, *, per_engine: int, engine: str | None = None, older_than: int = 0
) -> list[GenerationId]:
    """Unfinished generations that nobody runs, fairly between people: everybody's oldest first.

    `older_than` leaves out rows queued less than so many milliseconds ago, which are on their way already.
    """
    owners = sa.func.row_number().over(
        partition_by=(generations.c.engine, generations.c.owner_id),
        order_by=(generations.c.queued_at, generations.c.id),
    )
    free = (
        sa.select(generations.c.id, generations.c.engine, generations.c.queued_at, owners.label("turn"))
        .where(_UNFINISHED)
        .where(generations.c.lease_until < now, generations.c.due_at <= now)
        .where(
            sa.or_(
                generations.c.status != Status.QUEUED.value,
                generations.c.queued_at <= now - older_than,
            )
        )
    )
    if engine is not None:
        free = free.where(generations.c.engine == engine)
    turns = free.subquery()
    place = sa.func.row_number().over(
        partition_by=turns.c.engine, order_by=(turns.c.turn, turns.c.queued_at, turns.c.id)
    )
    ranked = sa.select(turns.c.id, place.label("place")).subquery()
    rows = await db.execute(
        sa.select(ranked.c.id).where(ranked.c.place <= per_engine).order_by(ranked.c.place)
    )
    return [GenerationId(id) for (id,) in rows]


async def unfinished_among(db: AsyncConnection, batch_ids: Collection[str]) -> set[str]:
    """Those of these batches in which something has not ended."""
    query = sa.select(generations.c.batch_id).where(generations.c.batch_id.in_(batch_ids)).where(_UNFINISHED)
    return set(await db.scalars(query)) if batch_ids else set()


async def void_leases(db: AsyncConnection) -> int:
    """Free every unfinished generation: right only while no other process can be running one."""
    done = await db.execute(
        generations.update().where(_UNFINISHED).where(generations.c.lease_until > 0).values(lease_until=0)
    )
    return done.rowcount
