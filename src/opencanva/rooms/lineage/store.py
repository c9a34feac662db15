"""All SQL of the lineage room."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.kit.ids import new_id
from opencanva.rooms.lineage.tables import links
from opencanva.rooms.lineage.types import Link


async def insert(db: AsyncConnection, owner: str, found: list[Link], now: int) -> None:
    """Add links."""
    rows = [
        {
            "id": new_id(),
            "owner_id": owner,
            "parent_image_id": link.parent_image_id,
            "child_image_id": link.child_image_id,
            "kind": link.kind,
            "at": now,
        }
        for link in found
    ]
    await db.execute(links.insert(), rows)


async def of_children(db: AsyncConnection, owner: str, image_ids: list[str]) -> list[Link]:
    """What several images grew out of."""
    rows = await db.execute(
        sa.select(links.c.parent_image_id, links.c.child_image_id, links.c.kind, links.c.owner_id)
        .where(links.c.child_image_id.in_(image_ids))
        .order_by(links.c.id)
    )
    return [Link(*row[:-1]) for row in rows if row.owner_id == owner]


async def of_child(db: AsyncConnection, owner: str, image_id: str) -> list[Link]:
    """What an image grew out of."""
    rows = await db.execute(
        sa.select(links.c.parent_image_id, links.c.child_image_id, links.c.kind)
        .where(links.c.child_image_id == image_id, links.c.owner_id == owner)
        .order_by(links.c.id)
    )
    return [Link(*row) for row in rows]
