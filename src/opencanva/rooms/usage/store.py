"""All SQL of the usage room."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.kit.ids import new_id
from opencanva.rooms.usage.tables import spendings


async def insert(db: AsyncConnection, values: dict[str, Any]) -> None:
    """Add one spending."""
    await db.execute(spendings.insert().values(id=new_id(), **values))


async def total(db: AsyncConnection, owner: str, currency: str) -> float:
    """What an owner has spent in a currency."""
    return (
        await db.scalar(
            sa.select(sa.func.sum(spendings.c.amount)).where(
                spendings.c.owner_id == owner, spendings.c.currency == currency
            )
        )
        or 0.0
    )
