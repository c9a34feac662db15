"""SQL of pictures as a history shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.images.store import FACTS
from opencanva.rooms.images.tables import images
from opencanva.rooms.images.types import Image


async def outlines(db: AsyncConnection, owner: str, session_id: str, wanted: Any) -> Sequence[Any]:
    """Id, place, width, height and verdict of every picture that fits but for its verdict; tags only if asked."""
    facts = (images.c.id, images.c.place, images.c.width, images.c.height, images.c.verdict)
    more = (images.c.tags,) if wanted.tags else ()
    query = sa.select(*facts, *more).where(*_made(owner, session_id), *_said(wanted))
    # `all` fetches at once; going through a result fetches row by row.
    return (await db.execute(query.order_by(images.c.place.desc()))).all()


async def page(
    db: AsyncConnection,
    owner: str,
    session_id: str,
    wanted: Any,
    at: str | None,
    after: str | None,
    limit: int,
) -> list[Image]:
    """Pictures that fit, newest first."""
    query = sa.select(*FACTS).where(*_made(owner, session_id), *_said(wanted), *_verdict(wanted))
    if at is not None:
        query = query.where(images.c.place <= at)
    if after is not None:
        query = query.where(images.c.place < after)
    return [Image(*row) for row in await db.execute(query.order_by(images.c.place.desc()).limit(limit))]


def _made(owner: str, session_id: str) -> list[sa.ColumnElement[bool]]:
    return [
        images.c.owner_id == owner,
        images.c.session_id == session_id,
        images.c.trashed_at.is_(None),
        images.c.place.is_not(None),
    ]


def _said(wanted: Any) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.rating:
        found.append(images.c.rating >= wanted.rating)
    if wanted.favourite:
        found.append(images.c.favourite)
    if wanted.since is not None:
        found.append(images.c.created_at >= wanted.since)
    if wanted.until is not None:
        found.append(images.c.created_at <= wanted.until)
    return found


def _verdict(wanted: Any) -> list[sa.ColumnElement[bool]]:
    said = sa.func.coalesce(images.c.verdict, "undecided")
    if wanted.verdicts:
        return [said.in_(wanted.verdicts)]
    return [] if wanted.rejected else [said != "rejected"]
