"""All SQL of the replays room."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.rooms.replays.tables import replays
from opencanva.rooms.replays.types import Row

_SHOWN = tuple(replays.c[name] for name in Row.__slots__)


async def insert(db: AsyncConnection, owner: str, row: Row) -> None:
    """Add a replay."""
    values = {name: getattr(row, name) for name in Row.__slots__}
    await db.execute(replays.insert().values(owner_id=owner, **values))


async def get(db: AsyncConnection, owner: str, id: str, *, hold: bool = False) -> Row | None:
    """The owner's replay with this id; `hold` keeps others from changing it."""
    query = sa.select(*_SHOWN).where(replays.c.id == id, replays.c.owner_id == owner)
    row = (await db.execute(query.with_for_update() if hold else query)).first()
    return None if row is None else Row(*row)


async def owner_of(db: AsyncConnection, id: str) -> str | None:
    """Whose replay this is; None when it is not there."""
    found: str | None = await db.scalar(sa.select(replays.c.owner_id).where(replays.c.id == id))
    return found


async def update(db: AsyncConnection, id: str, values: dict[str, Any]) -> None:
    """Change a replay that is held."""
    await db.execute(replays.update().where(replays.c.id == id).values(**values))


async def waiting_for(db: AsyncConnection, batch_id: str) -> list[str]:
    """Ids of the replays that go on when this batch ends."""
    return list(await db.scalars(sa.select(replays.c.id).where(replays.c.waiting_for == batch_id)))


async def waiting(db: AsyncConnection, limit: int) -> dict[str, str]:
    """Replays that run, whoever owns them, and the batch that each waits for."""
    query = sa.select(replays.c.id, replays.c.waiting_for).where(replays.c.waiting_for.is_not(None))
    rows = await db.execute(query.order_by(replays.c.waiting_for).limit(limit))
    return {row.id: row.waiting_for for row in rows}


async def running_in(db: AsyncConnection, owner: str, session_id: str) -> list[Row]:
    """The replays of a session that run, oldest first."""
    query = sa.select(*_SHOWN).where(
        replays.c.waiting_for.is_not(None), replays.c.session_id == session_id, replays.c.owner_id == owner
    )
    return [Row(*row) for row in await db.execute(query.order_by(replays.c.id))]


async def erase(db: AsyncConnection, session_ids: Collection[str]) -> None:
    """Forget the replays of sessions."""
    wanted = list(session_ids)
    for start in range(0, len(wanted), AT_ONCE):
        part = replays.c.session_id.in_(wanted[start : start + AT_ONCE])
        await db.execute(replays.delete().where(part))
