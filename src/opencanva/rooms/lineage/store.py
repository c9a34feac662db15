"""All SQL of the lineage room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.kit.ids import new_id
from opencanva.rooms.lineage.tables import ghosts, links
from opencanva.rooms.lineage.types import Ghost, Link

_LINK = (links.c.parent_image_id, links.c.child_image_id, links.c.kind)
_GHOST = tuple(c for c in ghosts.c if c.name not in ("owner_id", "erased_at"))


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


async def ancestors(db: AsyncConnection, owner: str, image_id: str, most: int) -> list[Link]:
    """The links above an image, all the way up, nearest first as far as `most` reach; each once."""
    wanted = (links.c.id, *_LINK)
    start = sa.select(*wanted).where(links.c.child_image_id == image_id, links.c.owner_id == owner)
    up = start.cte("up", recursive=True)
    further = sa.select(*wanted).where(links.c.child_image_id == up.c.parent_image_id)
    up = up.union(further.where(links.c.owner_id == owner))
    rows = list(await db.execute(sa.select(up).limit(most)))
    return [Link(*row[1:]) for row in sorted(rows, key=lambda row: str(row.id))]


async def touching(db: AsyncConnection, owner: str, image_ids: Collection[str]) -> list[Link]:
    """Links that begin or end at one of these images; one that does both is told twice."""
    found: list[Link] = []
    for part in _parts(image_ids):
        for end in (links.c.parent_image_id, links.c.child_image_id):
            rows = await db.execute(sa.select(*_LINK, links.c.owner_id).where(end.in_(part)))
            found += [Link(*row[:-1]) for row in rows if row.owner_id == owner]
    return found


async def insert_ghosts(db: AsyncConnection, owner: str, found: Sequence[Ghost], now: int) -> None:
    """Remember images that go."""
    rows = [{name: getattr(ghost, name) for name in Ghost.__slots__} for ghost in found]
    if rows:
        await db.execute(ghosts.insert(), [row | {"owner_id": owner, "erased_at": now} for row in rows])


async def several_ghosts(db: AsyncConnection, owner: str, image_ids: Collection[str]) -> dict[str, Ghost]:
    """Those of these images that are remembered, by id."""
    found: dict[str, Ghost] = {}
    for part in _parts(image_ids):
        for row in await db.execute(sa.select(*_GHOST, ghosts.c.owner_id).where(ghosts.c.image_id.in_(part))):
            if row.owner_id == owner:
                found[row.image_id] = Ghost(*row[:-1])
    return found


async def ghosts_of(db: AsyncConnection, owner: str, session_ids: Collection[str]) -> list[str]:
    """Ids of the remembered images of sessions."""
    query = sa.select(ghosts.c.image_id).where(
        ghosts.c.owner_id == owner, ghosts.c.session_id.in_(session_ids)
    )
    return list(await db.scalars(query))


async def unsettle(db: AsyncConnection, image_ids: Collection[str]) -> None:
    """Remembered images whose session is gone lie nowhere."""
    nowhere = {"session_id": None, "batch_id": None, "generation_id": None}
    for part in _parts(image_ids):
        await db.execute(ghosts.update().where(ghosts.c.image_id.in_(part)).values(**nowhere))


async def erase(db: AsyncConnection, image_ids: Collection[str]) -> None:
    """Forget images and every link that begins or ends at them."""
    for part in _parts(image_ids):
        await db.execute(ghosts.delete().where(ghosts.c.image_id.in_(part)))
        for end in (links.c.parent_image_id, links.c.child_image_id):
            await db.execute(links.delete().where(end.in_(part)))


def _parts(ids: Collection[str]) -> Iterator[list[str]]:
    wanted = list(ids)
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
