"""SQL of folders and sessions in the trash."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.rooms.sessions.store import is_living
from opencanva.rooms.sessions.tables import folders, sessions
from opencanva.rooms.sessions.types import Cover, Size, Thrown

_TABLES: tuple[tuple[sa.Table, sa.ColumnElement[Any]], ...] = (
    (folders, folders.c.parent_id),
    (sessions, sessions.c.folder_id),
)


async def page(db: AsyncConnection, owner: str, before: tuple[int, str] | None, limit: int) -> list[Thrown]:
    """What was put into the trash itself, last first."""
    found: list[Thrown] = []
    for table, parent in _TABLES:
        query = sa.select(table.c.id, table.c.name, parent, table.c.trashed_at).where(
            table.c.owner_id == owner, table.c.trashed_at.is_not(None)
        )
        if before is not None:
            query = query.where(sa.tuple_(table.c.trashed_at, table.c.id) < sa.tuple_(*before))
        query = query.order_by(table.c.trashed_at.desc(), table.c.id.desc()).limit(limit)
        kind = "folder" if table is folders else "session"
        found += [Thrown(kind, *row) for row in await db.execute(query)]  # type: ignore[arg-type]
    return sorted(found, key=lambda one: (one.trashed_at, one.id), reverse=True)[:limit]


async def ids_before(db: AsyncConnection, owner: str | None, before: int) -> list[tuple[str, str]]:
    """Owner and id of everything that was put into the trash itself before a time (milliseconds)."""
    found: list[tuple[str, str]] = []
    for table, _ in _TABLES:
        query = sa.select(table.c.owner_id, table.c.id).where(
            table.c.trashed_at.is_not(None), table.c.trashed_at < before
        )
        if owner is not None:
            query = query.where(table.c.owner_id == owner)
        found += [(row.owner_id, row.id) for row in await db.execute(query)]
    return found


async def sizes(db: AsyncConnection, owner: str, ids: Sequence[str]) -> dict[str, Size]:
    """How much each of these folders and sessions holds, what was trashed apart left out of a folder."""
    found: dict[str, Size] = {}
    mine = sessions.c.id.in_(ids)
    for row in await db.execute(
        sa.select(
            sessions.c.id,
            sessions.c.bytes,
            sessions.c.images,
            sessions.c.cover_image_id,
            sessions.c.cover_thumbhash,
        ).where(mine)
    ):
        cover = None if row.cover_image_id is None else Cover(row.cover_image_id, row.cover_thumbhash or "")
        found[row.id] = Size(row.bytes, 1, row.images, cover)
    root = (
        sa.select(folders.c.id, folders.c.id.label("root"))
        .where(folders.c.owner_id == owner, folders.c.id.in_(ids))
        .cte("down", recursive=True)
    )
    down = root.union_all(
        sa.select(folders.c.id, root.c.root).where(
            folders.c.owner_id == owner, folders.c.parent_id == root.c.id, folders.c.trashed_at.is_(None)
        )
    )
    total = sa.func.coalesce(sa.cast(sa.func.sum(sessions.c.bytes), sa.BigInteger), 0)
    pictures = sa.func.coalesce(sa.cast(sa.func.sum(sessions.c.images), sa.BigInteger), 0)
    inside = sa.and_(
        sessions.c.owner_id == owner, sessions.c.folder_id == down.c.id, sessions.c.trashed_at.is_(None)
    )
    query = (
        sa.select(down.c.root, total, sa.func.count(sessions.c.id), pictures)
        .select_from(down.outerjoin(sessions, inside))
        .group_by(down.c.root)
    )
    for id, bytes, count, images in await db.execute(query):
        found[id] = Size(bytes, count, images, None)
    return found


async def contents(
    db: AsyncConnection, owner: str, folder_ids: Collection[str]
) -> tuple[list[str], list[str], list[str]]:
    """What goes with trashed folders: folders at any depth (named ones first), sessions; and what stays.

    What lies in them but was put into the trash by itself is told last: it does not go with them.
    """
    gone, frontier = list(folder_ids), list(folder_ids)
    inside: list[str] = []
    apart: list[str] = []
    while frontier:
        deeper: list[str] = []
        for table, parent in _TABLES:
            query = sa.select(table.c.id, table.c.trashed_at).where(
                table.c.owner_id == owner, parent.in_(frontier)
            )
            for row in await db.execute(query):
                if row.id in folder_ids:
                    continue
                if row.trashed_at is not None:
                    apart.append(row.id)
                elif table is folders:
                    deeper.append(row.id)
                else:
                    inside.append(row.id)
        gone += deeper
        frontier = deeper
    return gone, inside, apart


async def put_up(db: AsyncConnection, homes: dict[str, str | None]) -> None:
    """Let what stays in the trash lie in another folder, because its own is deleted."""
    for id, home in homes.items():
        for table, parent in _TABLES:
            await db.execute(table.update().where(table.c.id == id).values({parent: home}))


async def erase(db: AsyncConnection, folder_ids: Sequence[str], session_ids: Sequence[str]) -> None:
    """Delete rows of sessions and folders."""
    for start in range(0, len(session_ids), AT_ONCE):
        await db.execute(sessions.delete().where(sessions.c.id.in_(session_ids[start : start + AT_ONCE])))
    for start in range(0, len(folder_ids), AT_ONCE):  # out of each other first, then in any order
        part = folders.c.id.in_(folder_ids[start : start + AT_ONCE])
        await db.execute(folders.update().where(part).values(parent_id=None))
    for start in range(0, len(folder_ids), AT_ONCE):
        await db.execute(folders.delete().where(folders.c.id.in_(folder_ids[start : start + AT_ONCE])))


async def among(db: AsyncConnection, owner: str, ids: Sequence[str]) -> set[str]:
    """Those of these sessions that lie in the trash."""
    gone = sa.not_(is_living(sessions, sessions.c.folder_id, owner))
    found: set[str] = set()
    for start in range(0, len(ids), AT_ONCE):
        part = sessions.c.id.in_(ids[start : start + AT_ONCE])
        found |= set(await db.scalars(sa.select(sessions.c.id).where(part, gone)))
    return found


async def total(db: AsyncConnection, owner: str) -> tuple[int, int]:
    """How many folders and sessions were put into the trash themselves, and the bytes of all sessions in it."""
    count = 0
    for table, _ in _TABLES:
        thrown = (table.c.owner_id == owner, table.c.trashed_at.is_not(None))
        count += await db.scalar(sa.select(sa.func.count()).select_from(table).where(*thrown)) or 0
    gone = sa.and_(sessions.c.owner_id == owner, sa.not_(is_living(sessions, sessions.c.folder_id, owner)))
    size = sa.func.coalesce(sa.cast(sa.func.sum(sessions.c.bytes), sa.BigInteger), 0)
    return count, (await db.scalar(sa.select(size).where(gone))) or 0
