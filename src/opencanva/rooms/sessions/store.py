"""All SQL of the sessions room; returns frozen values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import json_flag, json_object, json_small, json_within
from opencanva.core.edits import AT_ONCE
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
    sessions.c.colour,
    sessions.c.emoji,
    sessions.c.pinned,
    sessions.c.archived_at,
    sessions.c.referenced,
    sessions.c.models,
    sessions.c.modified_at,
    sessions.c.version,
)
_FOLDER: tuple[sa.ColumnElement[Any], ...] = (
    folders.c.id,
    folders.c.parent_id,
    folders.c.order_key,
    folders.c.name,
    folders.c.colour,
    folders.c.emoji,
    folders.c.pinned,
    folders.c.archived_at,
    folders.c.defaults,
    folders.c.version,
)


async def sidebar_rows(db: AsyncConnection, owner: str) -> list[tuple[str, str, str | None, str]]:
    """Every folder and session of the owner outside the trash: table, id, folder, and the row as JSON.

    What is null, false, zero or empty is left out of it, but for the folder.
    """
    kind = db.dialect.name
    image, hash = sessions.c.cover_image_id, sessions.c.cover_thumbhash
    cover = json_object(kind, {"image_id": image, "thumbhash": sa.func.coalesce(hash, "")})
    of_folder: Fields = {
        "order": folders.c.order_key,
        "pinned": _said(kind, folders.c.pinned),
        "archived": _said(kind, folders.c.archived_at.is_not(None)),
        "defaults": json_within(kind, folders.c.defaults),
    }
    used = sa.cast(sessions.c.models, sa.Text) != "[]"
    of_session: Fields = {
        "order": sessions.c.order_key,
        "cover": sa.case((image.is_not(None), cover)),
        "pinned": _said(kind, sessions.c.pinned),
        "archived": _said(kind, sessions.c.archived_at.is_not(None)),
        "referenced": _said(kind, sessions.c.referenced),
        "models": sa.case((used, json_within(kind, sessions.c.models))),
    }
    for name in ("working", "unseen", "failed", "images"):
        of_session[name] = sa.func.nullif(sessions.c[name], 0)
    found: list[tuple[str, str, str | None, str]] = []
    for table, parent, fields in (
        (folders, folders.c.parent_id, _named(folders, Folder, of_folder)),
        (sessions, sessions.c.folder_id, _named(sessions, SessionLine, of_session)),
    ):
        text = sa.cast(json_small(kind, fields), sa.Text)
        query = sa.select(table.c.id, parent, text).where(is_living(table, parent, owner))
        top = f',"{parent.name}":null}}'
        for id, folder, row in await db.execute(query):
            found.append((table.name, id, folder, row if folder else f"{row[:-1]}{top}"))
    return found


async def page(
    db: AsyncConnection, owner: str, before: tuple[int, str] | None, limit: int
) -> list[SessionLine]:
    """Sessions of the owner, last modified first, after the row with sort key `before`."""
    query = sa.select(*_LINE).where(is_living(sessions, sessions.c.folder_id, owner))
    if before is not None:
        query = query.where(sa.tuple_(sessions.c.modified_at, sessions.c.id) < sa.tuple_(*before))
    query = query.order_by(sessions.c.modified_at.desc(), sessions.c.id.desc()).limit(limit)
    return [_line(row) for row in await db.execute(query)]


async def get(db: AsyncConnection, owner: str, id: str, *, hold: bool = False) -> Session | None:
    """The owner's session with this id; `hold` lets nobody else change it before this transaction ends."""
    living = is_living(sessions, sessions.c.folder_id, owner).label("living")
    query = sa.select(sessions, living).where(sessions.c.id == id, sessions.c.owner_id == owner)
    if hold:
        query = query.with_for_update(key_share=True, of=sessions)
    row = (await db.execute(query)).first()
    return None if row is None else _session(row, not row.living)


async def folder(db: AsyncConnection, owner: str, id: str) -> Folder | None:
    """The owner's folder with this id."""
    row = (
        await db.execute(sa.select(*_FOLDER).where(folders.c.id == id, folders.c.owner_id == owner))
    ).first()
    return None if row is None else as_folder(row)


async def lines(db: AsyncConnection, owner: str, ids: Sequence[str]) -> list[SessionLine]:
    """Those of the owner's sessions that are there, in or out of the trash."""
    found: list[SessionLine] = []
    for start in range(0, len(ids), AT_ONCE):
        part = sessions.c.id.in_(ids[start : start + AT_ONCE])
        rows = await db.execute(sa.select(*_LINE, sessions.c.owner_id).where(part))
        found += [_line(row[:-1]) for row in rows if row.owner_id == owner]
    return found


async def several_folders(db: AsyncConnection, owner: str, ids: Sequence[str]) -> list[Folder]:
    """Those of the owner's folders that are there, in or out of the trash."""
    found: list[Folder] = []
    for start in range(0, len(ids), AT_ONCE):
        part = folders.c.id.in_(ids[start : start + AT_ONCE])
        rows = await db.execute(sa.select(*_FOLDER, folders.c.owner_id).where(part))
        found += [as_folder(row[:-1]) for row in rows if row.owner_id == owner]
    return found


async def insert(db: AsyncConnection, owner: str, values: dict[str, Any]) -> Session:
    """Add a session."""
    made = await db.execute(sessions.insert().values(owner_id=owner, **values).returning(sessions))
    return _session(made.one())


async def insert_folder(db: AsyncConnection, owner: str, values: dict[str, Any]) -> Folder:
    """Add a folder."""
    made = await db.execute(folders.insert().values(owner_id=owner, **values).returning(*_FOLDER))
    return as_folder(made.one())


async def update(
    db: AsyncConnection, owner: str, id: str, values: dict[str, Any], version: int | None = None
) -> bool:
    """Change a session and raise its version; False when it is not there or no longer at `version`."""
    change = (
        sessions.update()
        .where(sessions.c.id == id, sessions.c.owner_id == owner)
        .values(**values, version=sessions.c.version + 1)
    )
    if version is not None:
        change = change.where(sessions.c.version == version)
    return (await db.execute(change)).rowcount == 1


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
        picked = sessions.c.cover_picked
        values["cover_image_id"] = sa.case((picked, sessions.c.cover_image_id), else_=change.cover.image_id)
        values["cover_thumbhash"] = sa.case(
            (picked, sessions.c.cover_thumbhash), else_=change.cover.thumbhash
        )
    if not values:
        return next(iter(await lines(db, owner, [id])), None)
    row = (
        await db.execute(
            sessions.update()
            .where(sessions.c.id == id, sessions.c.owner_id == owner)
            .values(**values)
            .returning(*_LINE)
        )
    ).first()
    return None if row is None else _line(row)


def is_living(table: sa.Table, parent: sa.ColumnElement[Any], owner: str) -> sa.ColumnElement[bool]:
    """True for the owner's rows that are not in the trash, neither themselves nor by a folder above them."""
    gone = (
        sa.select(folders.c.id)
        .where(folders.c.owner_id == owner, folders.c.trashed_at.is_not(None))
        .cte("gone", recursive=True)
    )
    under = sa.select(folders.c.id).where(folders.c.owner_id == owner, folders.c.parent_id == gone.c.id)
    gone = gone.union(under)
    return sa.and_(
        table.c.owner_id == owner,
        table.c.trashed_at.is_(None),
        sa.or_(parent.is_(None), parent.not_in(sa.select(gone.c.id))),
    )


async def count_several(db: AsyncConnection, changes: dict[str, Change]) -> None:
    """Add to counts of sessions, by id."""
    names = ("generations", "images", "bytes")
    rows = [
        {"row_id": id, **{f"more_{name}": getattr(change, name) for name in names}}
        for id, change in sorted(changes.items())
    ]
    if rows:
        more = {name: sessions.c[name] + sa.bindparam(f"more_{name}") for name in names}
        await db.execute(
            sessions.update().where(sessions.c.id == sa.bindparam("row_id")).values(**more), rows
        )


Fields = dict[str, sa.ColumnElement[Any]]


def _named(table: sa.Table, shape: type[SessionLine | Folder], other: Fields) -> Fields:
    return {name: other[name] if name in other else table.c[name] for name in shape.__slots__}


def _said(kind: str, truth: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
    """A truth that is only told where it holds."""
    return sa.case((truth, json_flag(kind, sa.true())))


def _cover(image_id: str | None, thumbhash: str | None) -> Cover | None:
    return None if image_id is None else Cover(image_id, thumbhash or "")


def _line(row: Iterable[Any]) -> SessionLine:
    (
        id, folder_id, order, name, image, thumbhash, working, unseen, failed, images,
        colour, emoji, pinned, archived_at, *rest,
    ) = row  # fmt: skip
    return SessionLine(
        id, folder_id, order, name, _cover(image, thumbhash), working, unseen, failed, images,
        colour, emoji, pinned, archived_at is not None, *rest,
    )  # fmt: skip


def as_folder(row: Iterable[Any]) -> Folder:
    """The value of a folder's row, columns in the order of `_FOLDER`."""
    id, parent_id, order, name, colour, emoji, pinned, archived_at, defaults, version = row
    return Folder(
        id, parent_id, order, name, colour, emoji, pinned, archived_at is not None, defaults, version
    )


def _session(row: sa.Row[Any], in_trash: bool = False) -> Session:
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
        colour=row.colour,
        emoji=row.emoji,
        pinned=row.pinned,
        archived=row.archived_at is not None,
        referenced=row.referenced,
        models=row.models,
        modified_at=row.modified_at,
        version=row.version,
        named_by=row.named_by,
        notes=row.notes,
        settings=row.settings,
        draft=row.draft,
        counts=Counts(row.batches, row.generations, row.images, row.bytes),
        created_at=row.created_at,
        opened_at=row.opened_at,
        trashed_at=row.trashed_at,
        in_trash=in_trash,
    )
