"""SQL for batches and generations that are moved or copied between sessions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core import edits
from opencanva.core.edits import AT_ONCE, Edit
from opencanva.rooms.batches.tables import batches, generations

TABLES = {"batches": batches, "generations": generations}
Values = dict[str, Any]
_UNFINISHED = ("queued", "preparing", "generating", "processing")


async def rows(db: AsyncConnection, owner: str, table: str, ids: Collection[str]) -> list[Values]:
    """Whole rows of the owner, oldest first."""
    target, wanted, found = TABLES[table], list(ids), []
    for start in range(0, len(wanted), AT_ONCE):
        part = target.c.id.in_(wanted[start : start + AT_ONCE])
        found += [
            _values(row) for row in await db.execute(sa.select(target).where(part)) if row.owner_id == owner
        ]
    return sorted(found, key=lambda row: row["id"])


async def of_session(db: AsyncConnection, owner: str, session_id: str) -> tuple[list[Values], list[Values]]:
    """Every batch of a session and those of its generations that have ended, oldest first."""
    mine = (batches.c.session_id == session_id, batches.c.owner_id == owner)
    made = await db.execute(sa.select(batches).where(*mine).order_by(batches.c.id))
    ended = await db.execute(
        sa.select(generations)
        .where(
            generations.c.batch_id.in_(sa.select(batches.c.id).where(*mine)),
            generations.c.status.not_in(_UNFINISHED),
        )
        .order_by(generations.c.batch_id, generations.c.position)
    )
    return [_values(row) for row in made], [dict(row._mapping) for row in ended]


async def count(db: AsyncConnection, owner: str, session_ids: Sequence[str]) -> int:
    """How many generations these sessions hold."""
    found = 0
    for start in range(0, len(session_ids), AT_ONCE):
        mine = sa.select(batches.c.id).where(batches.c.session_id.in_(session_ids[start : start + AT_ONCE]))
        found += (
            await db.scalar(
                sa.select(sa.func.count()).select_from(generations).where(generations.c.batch_id.in_(mine))
            )
        ) or 0
    return found


async def insert(db: AsyncConnection, table: str, found: Sequence[Values]) -> None:
    """Add whole rows."""
    if found:
        await db.execute(TABLES[table].insert(), list(found))


async def rewrite(db: AsyncConnection, owner: str, table: str, found: Sequence[Edit]) -> bool:
    """Write edits of rows that stand as the edits expect; False when one does not."""
    fit, wrong = await edits.differing(db, TABLES[table], owner, found)
    if wrong:
        return False
    await edits.write(db, TABLES[table], owner, fit)
    return True


async def point(db: AsyncConnection, shown: dict[str, str]) -> None:
    """Point generations at their images, by id."""
    if shown:
        change = generations.update().where(generations.c.id == sa.bindparam("row_id"))
        rows = [{"row_id": id, "image": image} for id, image in shown.items()]
        await db.execute(change.values(image_id=sa.bindparam("image")), rows)


async def rename(db: AsyncConnection, named: dict[str, Values]) -> None:
    """Give batches, by id, other `references` and another `parent_image_id`."""
    if named:
        change = batches.update().where(batches.c.id == sa.bindparam("row_id"))
        values = {
            "references": sa.bindparam("given", type_=batches.c.references.type),
            "parent_image_id": sa.bindparam("parent"),
        }
        rows = [
            {"row_id": id, "given": one["references"], "parent": one["parent_image_id"]}
            for id, one in named.items()
        ]
        await db.execute(change.values(**values), rows)


async def prompts_of(db: AsyncConnection, session_id: str) -> list[tuple[str, int, int]]:
    """Ids of the prompts of a session's batches, how often, and when last."""
    query = (
        sa.select(batches.c.prompt_id, sa.func.count(), sa.func.max(batches.c.created_at))
        .where(batches.c.session_id == session_id)
        .group_by(batches.c.prompt_id)
    )
    return [(id, times, last) for id, times, last in await db.execute(query)]


async def models_of(db: AsyncConnection, session_id: str) -> list[tuple[str, str, int, int, float]]:
    """Model, currency, generations, pictures and cost of a session, most used first."""
    mine = sa.select(batches.c.id).where(batches.c.session_id == session_id)
    times = sa.func.count()
    query = (
        sa.select(
            generations.c.model,
            generations.c.cost_currency,
            times,
            sa.func.count(generations.c.image_id),
            sa.func.sum(generations.c.cost_amount),
        )
        .where(generations.c.batch_id.in_(mine))
        .group_by(generations.c.model, generations.c.cost_currency)
        .order_by(times.desc(), generations.c.model)
    )
    return [(*row,) for row in await db.execute(query)]


async def batches_of(db: AsyncConnection, session_ids: Sequence[str]) -> list[str]:
    """Ids of all batches of sessions."""
    query = sa.select(batches.c.id).where(batches.c.session_id.in_(session_ids))
    return list(await db.scalars(query)) if session_ids else []


async def erase(db: AsyncConnection, session_ids: Sequence[str]) -> None:
    """Delete all batches and generations of sessions."""
    mine = sa.select(batches.c.id).where(batches.c.session_id.in_(session_ids))
    await db.execute(generations.delete().where(generations.c.batch_id.in_(mine)))
    await db.execute(batches.delete().where(batches.c.session_id.in_(session_ids)))


async def forget_images(db: AsyncConnection, ids: Sequence[str]) -> None:
    """Let generations show no image any more."""
    await db.execute(generations.update().where(generations.c.id.in_(ids)).values(image_id=None))


def _values(row: sa.Row[Any]) -> Values:
    return {str(name): value for name, value in row._mapping.items()}  # plain names: some carry quoting
