"""SQL of comparing pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.batches.comparing_types import Judged
from opencanva.rooms.batches.store import SHOWN
from opencanva.rooms.batches.tables import batches, comparisons, generations

_JUDGED = tuple(c for c in comparisons.c if c.name != "owner_id")


async def made(db: AsyncConnection, owner: str, ids: Sequence[str]) -> list[sa.Row[Any]]:
    """Generations of the owner, as `batches.store.as_generation` reads them."""
    query = sa.select(*SHOWN).where(generations.c.id.in_(ids), generations.c.owner_id == owner)
    return list(await db.execute(query))


async def asks(db: AsyncConnection, owner: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What generations asked their engines for, by id."""
    query = sa.select(generations.c.id, generations.c.ask).where(
        generations.c.id.in_(ids), generations.c.owner_id == owner
    )
    return {row.id: row.ask for row in await db.execute(query)}


async def prompts(db: AsyncConnection, owner: str, batch_ids: Sequence[str]) -> dict[str, str]:
    """The prompts of batches, by id."""
    query = sa.select(batches.c.id, batches.c.prompt).where(
        batches.c.id.in_(batch_ids), batches.c.owner_id == owner
    )
    return {row.id: row.prompt for row in await db.execute(query)}


async def insert(db: AsyncConnection, owner: str, judged: Judged) -> None:
    """Write a comparison down."""
    await db.execute(
        comparisons.insert().values(
            id=judged.id,
            owner_id=owner,
            session_id=judged.session_id,
            image_ids=judged.image_ids,
            models=judged.models,
            winner_image_id=judged.winner,
            winner_model=judged.winner_model,
            blind=judged.blind,
            created_at=judged.at,
        )
    )


async def of_session(
    db: AsyncConnection, owner: str, session_id: str, before: str | None, limit: int
) -> list[Judged]:
    """Comparisons of a session, newest first, after the one with id `before`."""
    query = sa.select(*_JUDGED).where(comparisons.c.session_id == session_id, comparisons.c.owner_id == owner)
    if before is not None:
        query = query.where(comparisons.c.id < before)
    return [Judged(*row) for row in await db.execute(query.order_by(comparisons.c.id.desc()).limit(limit))]


async def erase(db: AsyncConnection, session_ids: Sequence[str]) -> None:
    """Forget the comparisons of sessions."""
    if session_ids:
        await db.execute(comparisons.delete().where(comparisons.c.session_id.in_(session_ids)))
