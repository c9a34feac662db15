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


async def of_engines(db: AsyncConnection, since: int) -> list[tuple[str, str, float]]:
    """What every engine cost everybody since a time: engine, currency, sum; free ones are left out."""
    query = (
        sa.select(spendings.c.engine, spendings.c.currency, sa.func.sum(spendings.c.amount))
        .where(spendings.c.at >= since, spendings.c.amount > 0)
        .group_by(spendings.c.engine, spendings.c.currency)
        .order_by(spendings.c.engine, spendings.c.currency)
    )
    return [(engine, currency, amount) for engine, currency, amount in await db.execute(query)]


async def of_engine(db: AsyncConnection, engine: str, currency: str, since: int) -> float:
    """What one engine cost everybody in a currency since a time."""
    return (
        await db.scalar(
            sa.select(sa.func.sum(spendings.c.amount)).where(
                spendings.c.engine == engine, spendings.c.currency == currency, spendings.c.at >= since
            )
        )
        or 0.0
    )


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
