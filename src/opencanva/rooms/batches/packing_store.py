"""SQL of what an archive needs to know of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.rooms.batches.tables import batches, generations


async def made(db: AsyncConnection, owner: str, ids: Sequence[str]) -> list[Any]:
    """Generation id, prompt, model, seed, batch id and ask of generations."""
    columns = (generations.c.id, batches.c.prompt, generations.c.model, generations.c.seed, batches.c.id)
    found: list[Any] = []
    for start in range(0, len(ids), AT_ONCE):
        query = (
            sa.select(*columns, generations.c.ask)
            .join(batches, batches.c.id == generations.c.batch_id)
            .where(generations.c.id.in_(ids[start : start + AT_ONCE]), generations.c.owner_id == owner)
        )
        found += [tuple(row) for row in await db.execute(query)]
    return found


async def of_session(db: AsyncConnection, owner: str, session_id: str) -> list[str]:
    """Image ids of a session's batches, oldest first."""
    query = (
        sa.select(generations.c.image_id)
        .join(batches, batches.c.id == generations.c.batch_id)
        .where(batches.c.session_id == session_id, batches.c.owner_id == owner)
        .where(generations.c.image_id.is_not(None))
        .order_by(batches.c.id, generations.c.position)
    )
    return [id for id in await db.scalars(query) if id is not None]


async def of_batches(db: AsyncConnection, owner: str, batch_ids: Sequence[str]) -> list[str]:
    """Image ids of batches, oldest first."""
    query = (
        sa.select(generations.c.image_id)
        .where(generations.c.batch_id.in_(batch_ids), generations.c.owner_id == owner)
        .where(generations.c.image_id.is_not(None))
        .order_by(generations.c.batch_id, generations.c.position)
    )
    return [id for id in await db.scalars(query) if id is not None]
