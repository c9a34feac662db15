"""All SQL of the images room; returns frozen values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core import edits
from opencanva.core.db import insert_once
from opencanva.core.edits import AT_ONCE, Edit
from opencanva.rooms.images.tables import doomed, images
from opencanva.rooms.images.types import Image

FACTS: tuple[sa.ColumnElement[Any], ...] = (
    images.c.id,
    images.c.sha256,
    images.c.media_type,
    images.c.width,
    images.c.height,
    images.c.bytes,
    images.c.thumbhash,
    images.c.session_id,
    images.c.generation_id,
    images.c.origin,
    images.c.file_name,
    images.c.created_at,
    images.c.tags,
    images.c.trashed_at,
    images.c.verdict,
    images.c.favourite,
    images.c.rating,
    images.c.place,
)


async def get(db: AsyncConnection, owner: str, id: str) -> Image | None:
    """The owner's image with this id."""
    row = (await db.execute(sa.select(*FACTS).where(images.c.id == id, images.c.owner_id == owner))).first()
    return None if row is None else Image(*row)


async def several(db: AsyncConnection, owner: str, ids: Collection[str]) -> dict[str, Image]:
    """Those of the owner's images that are there, in the order of `ids`."""
    found: dict[str, Image] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), AT_ONCE):
        part = images.c.id.in_(wanted[start : start + AT_ONCE])
        # The owner is compared here: asked for both, SQLite reads all of the owner's images to find a few.
        for row in await db.execute(sa.select(*FACTS, images.c.owner_id).where(part)):
            if row.owner_id == owner:
                found[row.id] = Image(*row[:-1])
    return {id: found[id] for id in wanted if id in found}


async def ranks(db: AsyncConnection, owner: str, ids: Sequence[str]) -> dict[str, tuple[bool, bool, int]]:
    """Whether kept, whether starred, and the rating, of those of the owner's images that are neither rejected nor
    in the trash."""
    found: dict[str, tuple[bool, bool, int]] = {}
    for start in range(0, len(ids), AT_ONCE):
        query = sa.select(
            images.c.id, images.c.owner_id, images.c.verdict, images.c.favourite, images.c.rating
        ).where(images.c.id.in_(ids[start : start + AT_ONCE]), images.c.trashed_at.is_(None))
        for row in await db.execute(query):
            if row.owner_id == owner and row.verdict != "rejected":
                found[row.id] = (row.verdict == "kept", row.favourite, row.rating)
    return found


async def tagged(db: AsyncConnection, owner: str, session_id: str) -> list[list[str]]:
    """The tags of every image of a session outside the trash that has any."""
    some = sa.cast(images.c.tags, sa.Text) != "[]"
    query = sa.select(images.c.tags).where(
        images.c.owner_id == owner, images.c.session_id == session_id, images.c.trashed_at.is_(None), some
    )
    return list(await db.scalars(query))


async def same(db: AsyncConnection, owner: str, session_id: str, sha256: str) -> Image | None:
    """The oldest of the session's images outside the trash with these bytes."""
    mine = (images.c.owner_id == owner, images.c.session_id == session_id, images.c.trashed_at.is_(None))
    query = sa.select(*FACTS).where(images.c.sha256 == sha256, *mine).order_by(images.c.id).limit(1)
    row = (await db.execute(query)).first()
    return None if row is None else Image(*row)


async def move_in(db: AsyncConnection, owner: str, ids: Sequence[str], session_id: str) -> None:
    """Put images that lie in no session into this one."""
    free = (images.c.id.in_(ids), images.c.owner_id == owner, images.c.session_id.is_(None))
    await db.execute(images.update().where(*free).values(session_id=session_id))


async def newest(db: AsyncConnection, owner: str, session_id: str, besides: Collection[str]) -> Image | None:
    """The session's newest made image outside the trash, leaving out `besides`."""
    query = (
        sa.select(*FACTS)
        .where(
            images.c.owner_id == owner,
            images.c.session_id == session_id,
            images.c.trashed_at.is_(None),
            images.c.generation_id.is_not(None),
        )
        .order_by(images.c.id.desc())
        .limit(len(besides) + 1)
    )
    rows = (await db.execute(query)).all()
    return next((Image(*row) for row in rows if row.id not in besides), None)


async def differing(
    db: AsyncConnection, owner: str, found: Sequence[Edit]
) -> tuple[list[Edit], list[edits.Differing]]:
    """Those edits whose images stand as they expect, and the images that do not."""
    return await edits.differing(db, images, owner, found)


async def rewrite(db: AsyncConnection, owner: str, found: Sequence[Edit]) -> None:
    """Write checked edits."""
    await edits.write(db, images, owner, found)


async def insert_many(db: AsyncConnection, owner: str, found: Sequence[Image]) -> None:
    """Add images."""
    if found:
        rows = [{name: getattr(image, name) for name in Image.__slots__} for image in found]
        await db.execute(images.insert(), [row | {"owner_id": owner} for row in rows])


async def of_session(db: AsyncConnection, owner: str, session_id: str) -> list[Image]:
    """Every image of a session outside the trash."""
    query = sa.select(*FACTS).where(
        images.c.owner_id == owner, images.c.session_id == session_id, images.c.trashed_at.is_(None)
    )
    return [Image(*row) for row in await db.execute(query)]


async def insert(db: AsyncConnection, owner: str, image: Image) -> None:
    """Add an image. Raises IntegrityError when its generation has one already."""
    values = {name: getattr(image, name) for name in Image.__slots__}
    await db.execute(images.insert().values(owner_id=owner, **values))


async def trashed(db: AsyncConnection, owner: str, before: tuple[int, str] | None, limit: int) -> list[Image]:
    """The owner's images in the trash, last first."""
    query = sa.select(*FACTS).where(images.c.owner_id == owner, images.c.trashed_at.is_not(None))
    if before is not None:
        query = query.where(sa.tuple_(images.c.trashed_at, images.c.id) < sa.tuple_(*before))
    query = query.order_by(images.c.trashed_at.desc(), images.c.id.desc()).limit(limit)
    return [Image(*row) for row in await db.execute(query)]


async def trashed_total(db: AsyncConnection, owner: str) -> dict[str | None, tuple[int, int]]:
    """How many of the owner's images were put into the trash themselves, and their bytes, by session."""
    size = sa.cast(sa.func.sum(images.c.bytes), sa.BigInteger)
    query = (
        sa.select(images.c.session_id, sa.func.count(), size)
        .where(images.c.owner_id == owner, images.c.trashed_at.is_not(None))
        .group_by(images.c.session_id)
    )
    return {row[0]: (row[1], row[2]) for row in await db.execute(query)}


async def trashed_before(db: AsyncConnection, owner: str | None, before: int) -> list[tuple[str, str]]:
    """Owner and id of every image put into the trash before a time (milliseconds)."""
    query = sa.select(images.c.owner_id, images.c.id).where(
        images.c.trashed_at.is_not(None), images.c.trashed_at < before
    )
    if owner is not None:
        query = query.where(images.c.owner_id == owner)
    return [(row.owner_id, row.id) for row in await db.execute(query)]


async def ids_of_sessions(db: AsyncConnection, session_ids: Sequence[str]) -> list[str]:
    """Ids of all images of sessions."""
    return list(await db.scalars(sa.select(images.c.id).where(images.c.session_id.in_(session_ids))))


async def lineup(db: AsyncConnection, owner: str, session_id: str) -> list[tuple[str, bool]]:
    """Ids of a session's images, newest first, and whether each is in the trash."""
    query = (
        sa.select(images.c.id, images.c.trashed_at)
        .where(images.c.owner_id == owner, images.c.session_id == session_id)
        .order_by(images.c.id.desc())
    )
    return [(id, at is not None) for id, at in await db.execute(query)]


async def erase(db: AsyncConnection, ids: Sequence[str], session_ids: Sequence[str], now: int) -> int:
    """Delete images by id and all images of sessions; bytes that lose their last image are doomed.

    Returns the bytes of the originals that were deleted with a last image.
    """
    which = sa.or_(images.c.id.in_(ids), images.c.session_id.in_(session_ids))
    gone = await db.execute(sa.select(images.c.sha256, images.c.bytes).where(which))
    sizes = {row.sha256: row.bytes for row in gone}
    await db.execute(images.delete().where(which))
    shas = list(sizes)
    for start in range(0, len(shas), AT_ONCE):
        part = shas[start : start + AT_ONCE]
        kept = set(await db.scalars(sa.select(images.c.sha256).where(images.c.sha256.in_(part))))
        for sha256 in kept:
            del sizes[sha256]
        rows = [{"sha256": sha256, "at": now} for sha256 in sorted(part) if sha256 not in kept]
        if rows:
            await db.execute(insert_once(doomed, rows, db.dialect.name))
    return sum(sizes.values())


async def doomed_before(db: AsyncConnection, before: int, limit: int) -> list[str]:
    """Bytes that lost their last image before a time."""
    query = sa.select(doomed.c.sha256).where(doomed.c.at < before).order_by(doomed.c.at).limit(limit)
    return list(await db.scalars(query))


async def unused(db: AsyncConnection, sha256: str) -> bool:
    """Whether no image refers to these bytes."""
    query = sa.select(images.c.id).where(images.c.sha256 == sha256).limit(1)
    return await db.scalar(query) is None


async def spare(db: AsyncConnection, sha256: str) -> None:
    """These bytes are no longer doomed: they were deleted, or an image refers to them again."""
    await db.execute(doomed.delete().where(doomed.c.sha256 == sha256))


async def postpone(db: AsyncConnection, sha256: str, now: int) -> None:
    """Look at these doomed bytes again later."""
    await db.execute(doomed.update().where(doomed.c.sha256 == sha256).values(at=now))
