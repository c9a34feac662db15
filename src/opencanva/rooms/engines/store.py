"""All SQL of the engines room."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import insert_once
from opencanva.kit.values import plain
from opencanva.rooms.engines.tables import changes, settings
from opencanva.rooms.engines.types import Stored

_COLUMNS = [settings.c[f.name] for f in fields(Stored)]


async def version(db: AsyncConnection) -> int:
    """The number of the newest change; 0 before the first."""
    return await db.scalar(sa.select(changes.c.version)) or 0


async def hold(db: AsyncConnection) -> None:
    """Count a change; whoever else changes engines waits until this transaction ends."""
    await db.execute(insert_once(changes, {"one": 1, "version": 0}, db.dialect.name))
    await db.execute(changes.update().values(version=changes.c.version + 1))


async def all_of(db: AsyncConnection) -> list[Stored]:
    """Everything that is stored, oldest first."""
    rows = await db.execute(sa.select(*_COLUMNS).order_by(settings.c.created_at, settings.c.engine))
    return [Stored(*row) for row in rows]


async def get(db: AsyncConnection, engine: str) -> Stored | None:
    """What is stored about one engine."""
    row = (await db.execute(sa.select(*_COLUMNS).where(settings.c.engine == engine))).first()
    return None if row is None else Stored(*row)


async def insert(db: AsyncConnection, stored: Stored, now: int) -> None:
    """Add a row."""
    await db.execute(settings.insert().values(**plain(stored), created_at=now, changed_at=now))


async def update(db: AsyncConnection, engine: str, values: dict[str, Any], now: int) -> None:
    """Change a row."""
    await db.execute(settings.update().where(settings.c.engine == engine).values(**values, changed_at=now))


async def delete(db: AsyncConnection, engine: str) -> None:
    """Take a row away."""
    await db.execute(settings.delete().where(settings.c.engine == engine))
