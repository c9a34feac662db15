"""SQL of batches and generations as people see them; returns frozen values. The job's SQL is in `job_store`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.kit.values import plain
from opencanva.rooms.batches.tables import batches, generations
from opencanva.rooms.batches.types import (
    Batch,
    BatchId,
    Cost,
    Generation,
    Order,
    Parent,
    Problem,
    Reference,
    Status,
)
from opencanva.rooms.images.types import Image

Row = sa.Row[Any]
"""A row on its way to a frozen value, while the room looks up what stands in other rooms."""

_BATCH: tuple[sa.ColumnElement[Any], ...] = (
    batches.c.id,
    batches.c.session_id,
    batches.c.prompt,
    batches.c.models,
    batches.c.ratio,
    batches.c.images_per_model,
    batches.c.options,
    batches.c.references,
    batches.c.parent_image_id,
    batches.c.parent_kind,
    batches.c.created_at,
)
SHOWN = tuple(
    c
    for c in generations.c
    if c.name not in ("owner_id", "ask", "facts", "memo", "paying", "tries", "lease_until", "due_at")
)


async def page(
    db: AsyncConnection, owner: str, session_id: str, before: str | None, limit: int, at: str | None = None
) -> list[sa.Row[Any]]:
    """Batch rows of a session, newest first, after the batch with id `before`, from the one with id `at` on."""
    query = sa.select(*_BATCH).where(batches.c.session_id == session_id, batches.c.owner_id == owner)
    if before is not None:
        query = query.where(batches.c.id < before)
    if at is not None:
        query = query.where(batches.c.id <= at)
    return list(await db.execute(query.order_by(batches.c.id.desc()).limit(limit)))


async def several(db: AsyncConnection, owner: str, ids: Sequence[str]) -> list[sa.Row[Any]]:
    """The owner's batch rows with these ids, newest first."""
    found: list[sa.Row[Any]] = []
    for start in range(0, len(ids), AT_ONCE):
        part = batches.c.id.in_(ids[start : start + AT_ONCE])
        found += await db.execute(sa.select(batches).where(part, batches.c.owner_id == owner))
    return sorted(found, key=lambda row: row.id, reverse=True)


async def last_with(db: AsyncConnection, owner: str, session_id: str, prompt_id: str) -> str | None:
    """The newest of the session's batches with this prompt."""
    mine = (batches.c.session_id == session_id, batches.c.owner_id == owner)
    query = sa.select(batches.c.id).where(*mine, batches.c.prompt_id == prompt_id)
    found: str | None = await db.scalar(query.order_by(batches.c.id.desc()).limit(1))
    return found


async def get(db: AsyncConnection, owner: str, id: str) -> sa.Row[Any] | None:
    """The owner's batch row with this id."""
    return (
        await db.execute(sa.select(*_BATCH).where(batches.c.id == id, batches.c.owner_id == owner))
    ).first()


async def generations_of(db: AsyncConnection, batch_ids: Collection[str]) -> list[sa.Row[Any]]:
    """Generation rows of several batches in the order of their tiles."""
    rows = await db.execute(
        sa.select(*SHOWN)
        .where(generations.c.batch_id.in_(batch_ids))
        .order_by(generations.c.batch_id, generations.c.position)
    )
    return list(rows)


async def generation(db: AsyncConnection, owner: str, id: str) -> sa.Row[Any] | None:
    """The owner's generation row with this id."""
    return (
        await db.execute(sa.select(*SHOWN).where(generations.c.id == id, generations.c.owner_id == owner))
    ).first()


async def generations_with(db: AsyncConnection, owner: str, ids: Sequence[str]) -> list[sa.Row[Any]]:
    """The owner's generation rows with these ids."""
    found: list[sa.Row[Any]] = []
    for start in range(0, len(ids), AT_ONCE):
        part = generations.c.id.in_(ids[start : start + AT_ONCE])
        found += await db.execute(sa.select(*SHOWN).where(part, generations.c.owner_id == owner))
    return found


async def ask_of(db: AsyncConnection, owner: str, id: str) -> dict[str, Any] | None:
    """The stored ask of the owner's generation."""
    found: dict[str, Any] | None = await db.scalar(
        sa.select(generations.c.ask).where(generations.c.id == id, generations.c.owner_id == owner)
    )
    return found


async def insert(
    db: AsyncConnection,
    owner: str,
    id: str,
    session_id: str,
    prompt_id: str,
    order: Order,
    rows: list[dict[str, Any]],
    now: int,
) -> None:
    """Add a batch and its generations."""
    parent = order.parent
    await db.execute(
        batches.insert().values(
            id=id,
            owner_id=owner,
            session_id=session_id,
            prompt_id=prompt_id,
            prompt=order.prompt,
            models=order.models,
            ratio=order.ratio,
            images_per_model=order.images_per_model,
            options=order.options,
            references=plain(order.references),
            parent_image_id=parent.image_id if parent else None,
            parent_kind=parent.kind if parent else None,
            created_at=now,
        )
    )
    common = {"owner_id": owner, "batch_id": id, "session_id": session_id, "notices": [], "queued_at": now}
    await db.execute(generations.insert(), [common | {"status": Status.QUEUED.value} | row for row in rows])


async def hold(db: AsyncConnection, batch_id: str) -> None:
    """Let nobody else change the batch's generations before this transaction ends."""
    query = sa.select(generations.c.id).where(generations.c.batch_id == batch_id)
    await db.execute(query.order_by(generations.c.id).with_for_update(key_share=True))


async def update(
    db: AsyncConnection, owner: str, id: str, from_status: Collection[Status], values: dict[str, Any]
) -> bool:
    """Change a generation that stands at one of these statuses; False when it does not."""
    done = await db.execute(
        generations.update()
        .where(
            generations.c.id == id,
            generations.c.owner_id == owner,
            generations.c.status.in_([status.value for status in from_status]),
        )
        .values(**values)
    )
    return done.rowcount == 1


def as_generation(row: sa.Row[Any], image: Image | None) -> Generation:
    """The value of a generation row."""
    # Unpacked in the order of `SHOWN`: reading a row's columns by name costs three times as much.
    (
        id, batch_id, session_id, position, model, engine, status, progress, stage, seed, width, height,
        notices, problem_code, problem_words, amount, currency, estimated, attempt, cancel_requested,
        queued_at, started_at, finished_at, _, dismissed_at,
    ) = tuple[Any, ...](row)  # fmt: skip
    return Generation(
        id, batch_id, session_id, position, model, engine, status, progress, stage, seed, width, height,
        notices, None if problem_code is None else Problem(problem_code, problem_words),
        Cost(amount, currency, estimated), attempt, cancel_requested, queued_at, started_at, finished_at,
        image, dismissed_at,
    )  # fmt: skip


def as_batch(row: sa.Row[Any], made: list[Generation]) -> Batch:
    """The value of a batch row."""
    return Batch(
        id=BatchId(row.id),
        session_id=row.session_id,
        prompt=row.prompt,
        models=row.models,
        ratio=row.ratio,
        images_per_model=row.images_per_model,
        options=row.options,
        references=[Reference(**reference) for reference in row.references],
        parent=None if row.parent_image_id is None else Parent(row.parent_image_id, row.parent_kind),
        created_at=row.created_at,
        generations=made,
    )
