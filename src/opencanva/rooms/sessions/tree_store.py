"""SQL of the tree: nodes, what lies above and below them, and places among siblings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.rooms.sessions.tables import folders, sessions
from opencanva.rooms.sessions.types import Above, Node

TABLES = {"folders": folders, "sessions": sessions}
PARENT = {"folders": "parent_id", "sessions": "folder_id"}
Key = tuple[str, str]
"""Where a row stands among its siblings: its order key, and its id between equal ones."""

_BOTH = ("order_key", "name", "version", "colour", "emoji", "pinned", "archived_at", "trashed_at")
_FOLDER: tuple[sa.ColumnElement[Any], ...] = (
    sa.literal_column("'folders'").label("table"),
    folders.c.id,
    folders.c.parent_id.label("folder_id"),
    *(folders.c[name] for name in _BOTH),
    sa.null().label("named_by"),
    sa.null().label("cover_image_id"),
    sa.null().label("cover_thumbhash"),
    sa.null().label("cover_picked"),
    folders.c.defaults,
    folders.c.owner_id,
)
_SESSION: tuple[sa.ColumnElement[Any], ...] = (
    sa.literal_column("'sessions'").label("table"),
    sessions.c.id,
    sessions.c.folder_id,
    *(sessions.c[name] for name in _BOTH),
    sessions.c.named_by,
    sessions.c.cover_image_id,
    sessions.c.cover_thumbhash,
    sessions.c.cover_picked,
    sa.null().label("defaults"),
    sessions.c.owner_id,
)


async def nodes(db: AsyncConnection, owner: str, ids: Sequence[str]) -> dict[str, Node]:
    """Those of the owner's folders and sessions that are there, by id."""
    found: dict[str, Node] = {}
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        for columns, table in ((_FOLDER, folders), (_SESSION, sessions)):
            for row in await db.execute(sa.select(*columns).where(table.c.id.in_(part))):
                if row.owner_id == owner:
                    found[row.id] = Node(*row[:-1])
    return found


async def children(db: AsyncConnection, owner: str, ids: Collection[str]) -> list[Node]:
    """What lies directly in these folders, in order, in or out of the trash."""
    found: list[Node] = []
    for columns, table, parent in (
        (_FOLDER, folders, folders.c.parent_id),
        (_SESSION, sessions, sessions.c.folder_id),
    ):
        rows = await db.execute(sa.select(*columns).where(table.c.owner_id == owner, parent.in_(ids)))
        found += [Node(*row[:-1]) for row in rows]
    return sorted(found, key=lambda node: (node.order_key, node.id))


async def above(db: AsyncConnection, owner: str, ids: Collection[str]) -> dict[str, Above]:
    """These folders and every folder above them, by id."""
    if not ids:
        return {}
    wanted = ("id", "parent_id", "name", "archived_at", "trashed_at", "owner_id")
    columns = [folders.c[name] for name in wanted]
    up = sa.select(*columns).where(folders.c.id.in_(list(dict.fromkeys(ids)))).cte("up", recursive=True)
    up = up.union(sa.select(*columns).where(folders.c.id == up.c.parent_id))
    rows = await db.execute(sa.select(*(up.c[name] for name in wanted)))
    return {row.id: Above(*row[:-1]) for row in rows if row.owner_id == owner}


async def below(db: AsyncConnection, owner: str, ids: Collection[str]) -> dict[str, int]:
    """These folders and every folder in them at any depth, with their depth below the one named (0)."""
    if not ids:
        return {}
    down = (
        sa.select(folders.c.id, sa.literal(0).label("depth"))
        .where(folders.c.owner_id == owner, folders.c.id.in_(ids))
        .cte("down", recursive=True)
    )
    down = down.union_all(
        sa.select(folders.c.id, down.c.depth + 1).where(
            folders.c.owner_id == owner, folders.c.parent_id == down.c.id, down.c.depth < 100
        )
    )
    found: dict[str, int] = {}
    for id, depth in await db.execute(sa.select(down.c.id, down.c.depth)):
        found[id] = max(depth, found.get(id, 0))
    return found


async def sessions_in(db: AsyncConnection, owner: str, folder_ids: Collection[str], limit: int) -> list[str]:
    """Ids of sessions that lie directly in these folders, at most `limit`."""
    if not folder_ids:
        return []
    query = sa.select(sessions.c.id).where(sessions.c.owner_id == owner, sessions.c.folder_id.in_(folder_ids))
    return list(await db.scalars(query.limit(limit)))


async def siblings(
    db: AsyncConnection,
    owner: str,
    folder_id: str | None,
    limit: int | None,
    *,
    after: Key | None = None,
    before: Key | None = None,
) -> list[Key]:
    """Places of what lies in a folder (None: the root), in or out of the trash.

    In order after `after`; or, with `before`, backwards ahead of it.
    """
    found: list[Key] = []
    for table, parent in ((folders, folders.c.parent_id), (sessions, sessions.c.folder_id)):
        query = sa.select(table.c.order_key, table.c.id).where(table.c.owner_id == owner, parent == folder_id)
        if after is not None:
            query = query.where(
                table.c.order_key >= after[0],
                sa.or_(table.c.order_key > after[0], table.c.id > after[1]),
            )
        if before is not None:
            query = query.where(
                table.c.order_key <= before[0],
                sa.or_(table.c.order_key < before[0], table.c.id < before[1]),
            )
            query = query.order_by(table.c.order_key.desc(), table.c.id.desc())
        else:
            query = query.order_by(table.c.order_key, table.c.id)
        found += [(row.order_key, row.id) for row in await db.execute(query.limit(limit))]
    found.sort(reverse=before is not None)
    return found if limit is None else found[:limit]


async def arrange(db: AsyncConnection, table: str, keys: dict[str, str]) -> None:
    """Give rows of one table new order keys, by id."""
    if not keys:
        return
    target = TABLES[table]
    change = (
        target.update()
        .where(target.c.id == sa.bindparam("row_id"))
        .values(order_key=sa.bindparam("key"), version=target.c.version + 1)
    )
    await db.execute(change, [{"row_id": id, "key": key} for id, key in keys.items()])
