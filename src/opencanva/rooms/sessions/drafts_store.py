"""SQL of earlier drafts."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.kit.ids import new_id
from opencanva.rooms.sessions.tables import draft_versions as versions
from opencanva.rooms.sessions.types import DraftVersion, Json


async def insert(
    db: AsyncConnection, owner: str, session_id: str | None, revision: int, draft: Json, now: int
) -> None:
    """Write a version down."""
    row = {"id": new_id(), "owner_id": owner, "session_id": session_id, "revision": revision}
    await db.execute(versions.insert().values(row | {"draft": draft, "at": now}))


async def newest(db: AsyncConnection, owner: str, session_id: str | None, limit: int) -> list[DraftVersion]:
    """The newest versions of one composer, newest first."""
    query = (
        sa.select(versions.c.id, versions.c.revision, versions.c.at, versions.c.draft)
        .where(versions.c.owner_id == owner, versions.c.session_id == session_id)
        .order_by(versions.c.id.desc())
        .limit(limit)
    )
    return [DraftVersion(*row) for row in await db.execute(query)]


async def at_revision(db: AsyncConnection, owner: str, session_id: str | None, revision: int) -> Json | None:
    """The contents at a revision, or None when they are no longer known."""
    mine = (versions.c.owner_id == owner, versions.c.session_id == session_id)
    query = sa.select(versions.c.draft).where(*mine, versions.c.revision == revision)
    found: Json | None = await db.scalar(query)
    return found


async def drop(db: AsyncConnection, ids: Sequence[str]) -> None:
    """Forget versions."""
    await db.execute(versions.delete().where(versions.c.id.in_(ids)))


async def erase(db: AsyncConnection, session_ids: Sequence[str]) -> None:
    """Forget all versions of sessions."""
    if session_ids:
        await db.execute(versions.delete().where(versions.c.session_id.in_(session_ids)))
