"""All SQL of the sessions room; returns frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import json_list, json_object
from opencanva.rooms.sessions.tables import folders, sessions
from opencanva.rooms.sessions.types import Change, Counts, Cover, Folder, Session, SessionLine

_LINE: tuple[sa.ColumnElement[Any], ...] = (
    sessions.c.id,
    sessions.c.folder_id,
    sessions.c.order_key,
    sessions.c.name,
    sessions.c.cover_image_id,
    sessions.c.cover_thumbhash,
    sessions.c.working,
    sessions.c.unseen,
    sessions.c.failed,
    sessions.c.images,
    sessions.c.modified_at,
    sessions.c.version,
)
_FOLDER: tuple[sa.ColumnElement[Any], ...] = (
    folders.c.id,
    folders.c.parent_id,
    folders.c.order_key,
    folders.c.name,
    folders.c.version,
)


async def lines_json(db: AsyncConnection, owner: str) -> str:
    """Every session of the owner as a JSON array of `SessionLine`, in no particular order."""
    kind = db.dialect.name
    image, hash = sessions.c.cover_image_id, sessions.c.cover_thumbhash
    cover = json_object(kind, {"image_id": image, "thumbhash": sa.func.coalesce(hash, "")})
    named: Fields = {"order": sessions.c.order_key, "cover": sa.case((image.is_not(None), cover))}
    return await _as_json(db, sessions, owner, _named(sessions, SessionLine, named))


async def folders_json(db: AsyncConnection, owner: str) -> str:
    """Every folder of the owner as a JSON array of `Folder`, in no particular order."""
    named: Fields = {"order": folders.c.order_key}
    return await _as_json(db, folders, owner, _named(folders, Folder, named))


async def page(
    db: AsyncConnection, owner: str, before: tuple[int, str] | None, limit: int
) -> list[SessionLine]:
    """Sessions of the owner, last modified first, after the row with sort key `before`."""
    query = sa.select(*_LINE).where(sessions.c.owner_id == owner)
    if before is not None:
        query = query.where(sa.tuple_(sessions.c.modified_at, sessions.c.id) < sa.tuple_(*before))
    query = query.order_by(sessions.c.modified_at.desc(), sessions.c.id.desc()).limit(limit)
    return [_line(row) for row in await db.execute(query)]


async def get(db: AsyncConnection, owner: str, id: str, *, hold: bool = False) -> Session | None:
    """The owner's session with this id; `hold` lets nobody else change it before this transaction ends."""
    query = sa.select(sessions).where(sessions.c.id == id, sessions.c.owner_id == owner)
    if hold:
        query = query.with_for_update(key_share=True)
    row = (await db.execute(query)).first()
    return None if row is None else _session(row)


async def folder(db: AsyncConnection, owner: str, id: str) -> Folder | None:
    """The owner's folder with this id."""
    row = (
        await db.execute(sa.select(*_FOLDER).where(folders.c.id == id, folders.c.owner_id == owner))
    ).first()
    return None if row is None else Folder(*row)


async def depth(db: AsyncConnection, owner: str, id: str | None) -> int:
    """How many folders lie from the root down to and including this one; 0 for the root."""
    if id is None:
        return 0
    up = (
        sa.select(folders.c.parent_id, sa.literal(1).label("depth"))
        .where(folders.c.id == id, folders.c.owner_id == owner)
        .cte("up", recursive=True)
    )
    up = up.union_all(
        sa.select(folders.c.parent_id, up.c.depth + 1).where(
            folders.c.id == up.c.parent_id, folders.c.owner_id == owner, up.c.depth < 100
        )
    )
    return await db.scalar(sa.select(sa.func.max(up.c.depth))) or 0


async def first_order(db: AsyncConnection, owner: str, folder_id: str | None) -> str | None:
    """The smallest order key among the sessions of a folder (None: the root)."""
    return await db.scalar(
        sa.select(sessions.c.order_key)
        .where(sessions.c.owner_id == owner, sessions.c.folder_id == folder_id)
        .order_by(sessions.c.order_key)
        .limit(1)
    )


async def last_folder_order(db: AsyncConnection, owner: str, parent_id: str | None) -> str | None:
    """The largest order key among the folders of a folder (None: the root)."""
    return await db.scalar(
        sa.select(folders.c.order_key)
        .where(folders.c.owner_id == owner, folders.c.parent_id == parent_id)
        .order_by(folders.c.order_key.desc())
        .limit(1)
    )


async def insert(db: AsyncConnection, owner: str, values: dict[str, Any]) -> Session:
    """Add a session."""
    made = await db.execute(sessions.insert().values(owner_id=owner, **values).returning(sessions))
    return _session(made.one())


async def insert_folder(db: AsyncConnection, owner: str, values: dict[str, Any]) -> Folder:
    """Add a folder."""
    made = await db.execute(folders.insert().values(owner_id=owner, **values).returning(*_FOLDER))
    return Folder(*made.one())


async def update(
    db: AsyncConnection, owner: str, id: str, values: dict[str, Any], version: int | None = None
) -> Session | None:
    """Change a session and raise its version; None when it is not there or no longer at `version`."""
    change = (
        sessions.update()
        .where(sessions.c.id == id, sessions.c.owner_id == owner)
        .values(**values, version=sessions.c.version + 1)
        .returning(sessions)
    )
    if version is not None:
        change = change.where(sessions.c.version == version)
    row = (await db.execute(change)).first()
    return None if row is None else _session(row)


async def note(db: AsyncConnection, owner: str, id: str, values: dict[str, Any]) -> bool:
    """Change what is nobody else's business (draft, settings) without raising the version."""
    done = await db.execute(
        sessions.update().where(sessions.c.id == id, sessions.c.owner_id == owner).values(**values)
    )
    return done.rowcount == 1


async def count(db: AsyncConnection, owner: str, id: str, change: Change, now: int) -> SessionLine | None:
    """Apply what a step of a batch changes."""
    values: dict[str, Any] = {
        name: sessions.c[name] + getattr(change, name)
        for name in ("batches", "generations", "images", "bytes", "working", "unseen", "failed")
        if getattr(change, name)
    }
    if change.touched:
        values["modified_at"] = now
    if change.cover is not None:
        values["cover_image_id"] = change.cover.image_id
        values["cover_thumbhash"] = change.cover.thumbhash
    row = (
        await db.execute(
            sessions.update()
            .where(sessions.c.id == id, sessions.c.owner_id == owner)
            .values(**values)
            .returning(*_LINE)
        )
    ).first()
    return None if row is None else _line(row)


Fields = dict[str, sa.ColumnElement[Any]]


def _named(table: sa.Table, shape: type[SessionLine | Folder], other: Fields) -> Fields:
    return {name: other[name] if name in other else table.c[name] for name in shape.__slots__}


async def _as_json(db: AsyncConnection, table: sa.Table, owner: str, fields: Fields) -> str:
    kind = db.dialect.name
    query = sa.select(json_list(kind, json_object(kind, fields))).where(table.c.owner_id == owner)
    found: str = (await db.execute(query)).scalar_one()
    return found


def _cover(image_id: str | None, thumbhash: str | None) -> Cover | None:
    return None if image_id is None else Cover(image_id, thumbhash or "")


def _line(row: Iterable[Any]) -> SessionLine:
    id, folder_id, order, name, image, thumbhash, *rest = row
    return SessionLine(id, folder_id, order, name, _cover(image, thumbhash), *rest)


def _session(row: sa.Row[Any]) -> Session:
    return Session(
        id=row.id,
        folder_id=row.folder_id,
        order=row.order_key,
        name=row.name,
        cover=_cover(row.cover_image_id, row.cover_thumbhash),
        working=row.working,
        unseen=row.unseen,
        failed=row.failed,
        images=row.images,
        modified_at=row.modified_at,
        version=row.version,
        named_by=row.named_by,
        notes=row.notes,
        settings=row.settings,
        draft=row.draft,
        counts=Counts(row.batches, row.generations, row.images, row.bytes),
        created_at=row.created_at,
        opened_at=row.opened_at,
    )
