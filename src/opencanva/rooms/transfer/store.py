"""All SQL of the transfer room."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.transfer.tables import downloads


async def insert(db: AsyncConnection, owner: str, id: str, request: dict[str, Any], now: int) -> None:
    """Write a ticket."""
    await db.execute(downloads.insert().values(id=id, owner_id=owner, request=request, created_at=now))


async def get(db: AsyncConnection, owner: str, id: str, since: int) -> dict[str, Any] | None:
    """What a ticket is for that was written at a time (milliseconds) or later."""
    query = sa.select(downloads.c.request).where(downloads.c.id == id, downloads.c.owner_id == owner)
    found: dict[str, Any] | None = await db.scalar(query.where(downloads.c.created_at >= since))
    return found


async def forget(db: AsyncConnection, before: int) -> None:
    """Drop tickets from before a time (milliseconds)."""
    await db.execute(downloads.delete().where(downloads.c.created_at < before))
