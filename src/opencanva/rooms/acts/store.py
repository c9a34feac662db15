"""All SQL of the acts room; returns frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import Edit
from opencanva.kit.values import plain
from opencanva.rooms.acts.tables import acts
from opencanva.rooms.acts.types import Act

_ACT = tuple(c for c in acts.c if c.name not in ("owner_id", "edits"))


async def insert(db: AsyncConnection, owner: str, act: Act, edits: list[Edit]) -> None:
    """Write an act down."""
    values = plain(act) | {"owner_id": owner, "edits": edits}
    await db.execute(acts.insert().values(values))


async def newest(db: AsyncConnection, owner: str, limit: int) -> list[Act]:
    """The owner's acts, newest first."""
    query = sa.select(*_ACT).where(acts.c.owner_id == owner).order_by(acts.c.id.desc()).limit(limit)
    return [Act(*row) for row in await db.execute(query)]


async def get(db: AsyncConnection, owner: str, id: str) -> tuple[Act, list[Edit]] | None:
    """An act and what it changed."""
    query = sa.select(*_ACT, acts.c.edits).where(acts.c.id == id, acts.c.owner_id == owner)
    row = (await db.execute(query)).first()
    return None if row is None else (Act(*row[:-1]), [Edit(**one) for one in row.edits])


async def put_state(db: AsyncConnection, id: str, state: str) -> None:
    """Note whether an act is done, undone, dropped or gone."""
    await db.execute(acts.update().where(acts.c.id == id).values(state=state))


async def drop_undone(db: AsyncConnection, owner: str) -> None:
    """What was undone can no longer be done again."""
    await db.execute(
        acts.update().where(acts.c.owner_id == owner, acts.c.state == "undone").values(state="dropped")
    )


async def forget(db: AsyncConnection, owner: str, kept: int) -> None:
    """Keep only so many of the owner's newest acts."""
    ids = sa.select(acts.c.id).where(acts.c.owner_id == owner).order_by(acts.c.id.desc())
    last = await db.scalar(ids.offset(kept).limit(1))
    if last is not None:
        await db.execute(acts.delete().where(acts.c.owner_id == owner, acts.c.id <= last))


async def turnable(db: AsyncConnection, owner: str) -> list[str]:
    """Ids of the acts that can be undone or redone."""
    query = sa.select(acts.c.id).where(acts.c.owner_id == owner, acts.c.state.in_(("done", "undone")))
    return list(await db.scalars(query))


async def edits_of(db: AsyncConnection, id: str) -> list[dict[str, Any]]:
    """What an act changed, as it is kept. One act at a time: a large one holds megabytes."""
    found: list[dict[str, Any]] = await db.scalar(sa.select(acts.c.edits).where(acts.c.id == id)) or []
    return found


async def put_edits(db: AsyncConnection, id: str, edits: Sequence[Edit | dict[str, Any]]) -> None:
    """Replace what an act says it changed."""
    await db.execute(acts.update().where(acts.c.id == id).values(edits=edits))
