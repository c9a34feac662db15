"""SQL of what came of prompts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.batches.tables import batches, generations


async def spans(
    db: AsyncConnection, owner: str, session_id: str, prompt_ids: Sequence[str]
) -> dict[str, Any]:
    """First time and last batch of each prompt in a session, by prompt id."""
    query = (
        sa.select(
            batches.c.prompt_id,
            sa.func.min(batches.c.created_at).label("first_at"),
            sa.func.max(batches.c.id).label("last"),
        )
        .where(
            batches.c.session_id == session_id,
            batches.c.owner_id == owner,
            batches.c.prompt_id.in_(prompt_ids),
        )
        .group_by(batches.c.prompt_id)
    )
    return {row.prompt_id: row for row in await db.execute(query)}


async def earlier(db: AsyncConnection, batch_ids: Sequence[str]) -> dict[str, Any]:
    """Id and text of the other prompt that a session used last before each of these batches, by batch id."""
    other = batches.alias()
    before = (
        sa.select(sa.func.max(other.c.id))
        .where(
            other.c.session_id == batches.c.session_id,
            other.c.id < batches.c.id,
            other.c.prompt_id != batches.c.prompt_id,
        )
        .correlate(batches)
        .scalar_subquery()
    )
    found = batches.alias()
    query = (
        sa.select(batches.c.id, found.c.prompt_id, found.c.prompt)
        .select_from(batches)
        .join(found, found.c.id == before)
        .where(batches.c.id.in_(batch_ids))
    )
    return {row.id: row for row in await db.execute(query)}


async def pictures(
    db: AsyncConnection, owner: str, session_id: str, prompt_ids: Sequence[str]
) -> list[tuple[str, str]]:
    """Prompt id and image id of every picture that prompts gave in a session."""
    query = (
        sa.select(batches.c.prompt_id, generations.c.image_id)
        .join(generations, generations.c.batch_id == batches.c.id)
        .where(
            batches.c.session_id == session_id,
            batches.c.owner_id == owner,
            batches.c.prompt_id.in_(prompt_ids),
            generations.c.image_id.is_not(None),
        )
    )
    return [(row[0], row[1]) for row in await db.execute(query)]
