"""All SQL of the images room; returns frozen values."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.rooms.images.tables import images
from opencanva.rooms.images.types import Image

_FACTS: tuple[sa.ColumnElement[Any], ...] = (
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
)


async def get(db: AsyncConnection, owner: str, id: str) -> Image | None:
    """The owner's image with this id."""
    row = (await db.execute(sa.select(*_FACTS).where(images.c.id == id, images.c.owner_id == owner))).first()
    return None if row is None else Image(*row)


async def several(db: AsyncConnection, owner: str, ids: Collection[str]) -> dict[str, Image]:
    """Those of the owner's images that are there."""
    # The owner is compared here: asked for both, SQLite reads all of the owner's images to find a few.
    rows = await db.execute(sa.select(*_FACTS, images.c.owner_id).where(images.c.id.in_(ids)))
    return {row.id: Image(*row[:-1]) for row in rows if row.owner_id == owner}


async def insert(db: AsyncConnection, owner: str, image: Image) -> None:
    """Add an image. Raises IntegrityError when its generation has one already."""
    values = {name: getattr(image, name) for name in Image.__slots__}
    await db.execute(images.insert().values(owner_id=owner, **values))
