"""All SQL of the references room."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import insert_once
from opencanva.core.edits import AT_ONCE
from opencanva.rooms.references.tables import stored, uses


async def of_session(db: AsyncConnection, owner: str, session_id: str) -> dict[str, int]:
    """Image ids and when each was added, last added first."""
    query = (
        sa.select(stored.c.image_id, stored.c.added_at)
        .where(stored.c.session_id == session_id, stored.c.owner_id == owner)
        .order_by(stored.c.added_at.desc(), stored.c.image_id.desc())
    )
    return {row.image_id: row.added_at for row in await db.execute(query)}


async def insert(db: AsyncConnection, owner: str, session_id: str, image_id: str, now: int) -> None:
    """Keep an image; one that is kept already stays as it is."""
    row = {"session_id": session_id, "image_id": image_id, "owner_id": owner, "added_at": now}
    await db.execute(insert_once(stored, row, db.dialect.name))


async def delete(db: AsyncConnection, owner: str, session_id: str, image_id: str) -> bool:
    """Take an image off; False when it was not there."""
    mine = (stored.c.session_id == session_id, stored.c.image_id == image_id, stored.c.owner_id == owner)
    return (await db.execute(stored.delete().where(*mine))).rowcount > 0


async def used(db: AsyncConnection, owner: str, image_ids: Sequence[str]) -> dict[str, int]:
    """How many generations were asked for with each of these images."""
    query = (
        sa.select(uses.c.image_id, sa.cast(sa.func.sum(uses.c.generations), sa.Integer))
        .where(uses.c.image_id.in_(image_ids), uses.c.owner_id == owner)
        .group_by(uses.c.image_id)
    )
    return {row[0]: row[1] for row in await db.execute(query)} if image_ids else {}


async def insert_uses(
    db: AsyncConnection, owner: str, batch_id: str, image_ids: Collection[str], generations: int
) -> None:
    """Note that a batch was asked for with these images."""
    common = {"batch_id": batch_id, "owner_id": owner, "generations": generations}
    await db.execute(uses.insert(), [common | {"image_id": id} for id in image_ids])


async def batches_with(
    db: AsyncConnection, owner: str, image_id: str, before: str | None, limit: int
) -> list[str]:
    """Ids of batches that used an image, newest first, after the one with id `before`."""
    query = sa.select(uses.c.batch_id).where(uses.c.image_id == image_id, uses.c.owner_id == owner)
    if before is not None:
        query = query.where(uses.c.batch_id < before)
    return list(await db.scalars(query.order_by(uses.c.batch_id.desc()).limit(limit)))


async def erase(
    db: AsyncConnection, session_ids: Sequence[str], image_ids: Sequence[str], batch_ids: Sequence[str]
) -> None:
    """Forget what sessions keep, images that are gone, and the uses of batches that are gone."""
    for start in range(0, max(len(session_ids), len(image_ids), len(batch_ids)), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        if session_ids[part]:
            await db.execute(stored.delete().where(stored.c.session_id.in_(session_ids[part])))
        if image_ids[part]:
            await db.execute(stored.delete().where(stored.c.image_id.in_(image_ids[part])))
            await db.execute(uses.delete().where(uses.c.image_id.in_(image_ids[part])))
        if batch_ids[part]:
            await db.execute(uses.delete().where(uses.c.batch_id.in_(batch_ids[part])))
