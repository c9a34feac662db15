"""SQL of a session's history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.batches.tables import batches, generations


async def outlines(db: AsyncConnection, owner: str, session_id: str) -> Sequence[Any]:
    """Batch id, image id, size, model, status, dismissal and batch time of generations, newest batch first."""
    query = (
        sa.select(
            generations.c.batch_id,
            generations.c.image_id,
            generations.c.width,
            generations.c.height,
            generations.c.model,
            generations.c.status,
            generations.c.dismissed_at,
            batches.c.created_at,
        )
        .join(generations, generations.c.batch_id == batches.c.id)
        .where(batches.c.session_id == session_id, batches.c.owner_id == owner)
        .order_by(batches.c.id.desc(), generations.c.position)
    )
    return (await db.execute(query)).all()


async def models_of(db: AsyncConnection, owner: str, session_id: str) -> dict[str, str]:
    """Image id → model of everything made in a session."""
    query = sa.select(generations.c.image_id, generations.c.model).where(
        generations.c.session_id == session_id,
        generations.c.owner_id == owner,
        generations.c.image_id.is_not(None),
    )
    return {row[0]: row[1] for row in (await db.execute(query)).all()}


async def made(db: AsyncConnection, ids: Sequence[str], longest: int) -> dict[str, Any]:
    """What the grid tells of generations, by id; of their prompts the first `longest` characters."""
    query = (
        sa.select(
            generations.c.id,
            generations.c.batch_id,
            generations.c.model,
            generations.c.status,
            generations.c.seed,
            generations.c.cost_amount,
            generations.c.cost_currency,
            generations.c.cost_estimated,
            generations.c.started_at,
            generations.c.finished_at,
            sa.func.substr(batches.c.prompt, 1, longest).label("prompt"),
        )
        .join(batches, batches.c.id == generations.c.batch_id)
        .where(generations.c.id.in_(ids))
    )
    return {row.id: row for row in await db.execute(query)}
