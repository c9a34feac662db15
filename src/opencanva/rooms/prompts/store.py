"""All SQL of the prompts room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.db import insert_once
from opencanva.kit.ids import new_id
from opencanva.kit.text import fold
from opencanva.rooms.prompts.tables import prompts, uses
from opencanva.rooms.prompts.types import PromptId, PromptUse


async def settle(db: AsyncConnection, owner: str, identity: str, text: str, now: int) -> PromptId:
    """The id of the owner's prompt with this identity, made when it is new."""
    row: dict[str, Any] = {
        "id": new_id(),
        "owner_id": owner,
        "identity": identity,
        "text": text,
        "folded": fold(text),
        "created_at": now,
    }
    made = await db.execute(insert_once(prompts, row, db.dialect.name))
    if made.rowcount == 1:
        return PromptId(row["id"])
    found: str = (
        await db.execute(
            sa.select(prompts.c.id).where(prompts.c.owner_id == owner, prompts.c.identity == identity)
        )
    ).scalar_one()
    return PromptId(found)


async def use(db: AsyncConnection, session_id: str, prompt_id: str, now: int) -> None:
    """Count one more use in a session."""
    row = {"session_id": session_id, "prompt_id": prompt_id, "count": 0, "last_at": now}
    await db.execute(insert_once(uses, row, db.dialect.name))
    await db.execute(
        uses.update()
        .where(uses.c.session_id == session_id, uses.c.prompt_id == prompt_id)
        .values(count=uses.c.count + 1, last_at=now)
    )


async def of_session(
    db: AsyncConnection,
    session_id: str,
    limit: int,
    after: tuple[int, str] | None = None,
    words: Sequence[str] = (),
) -> list[PromptUse]:
    """The prompts of a session that have all of these folded words, last used first, after the one with sort key
    (last use, id)."""
    query = (
        sa.select(prompts.c.id, prompts.c.text, uses.c.count, uses.c.last_at)
        .join(uses, uses.c.prompt_id == prompts.c.id)
        .where(uses.c.session_id == session_id, *_having(words))
        .order_by(uses.c.last_at.desc(), uses.c.prompt_id.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(sa.tuple_(uses.c.last_at, uses.c.prompt_id) < sa.tuple_(*after))
    return [PromptUse(*row) for row in await db.execute(query)]


async def set_uses(db: AsyncConnection, session_id: str, found: list[tuple[str, int, int]]) -> None:
    """Replace the uses of a session by (prompt id, count, last time)."""
    await db.execute(uses.delete().where(uses.c.session_id == session_id))
    rows = [{"session_id": session_id, "prompt_id": id, "count": n, "last_at": at} for id, n, at in found]
    if rows:
        await db.execute(uses.insert(), rows)


async def erase(db: AsyncConnection, session_ids: list[str]) -> None:
    """Delete the uses of sessions."""
    await db.execute(uses.delete().where(uses.c.session_id.in_(session_ids)))


async def count(db: AsyncConnection, session_id: str, words: Sequence[str] = ()) -> int:
    """How many distinct prompts with all of these folded words a session used."""
    query = sa.select(sa.func.count()).select_from(uses).where(uses.c.session_id == session_id)
    if words:
        query = query.join(prompts, uses.c.prompt_id == prompts.c.id).where(*_having(words))
    return await db.scalar(query) or 0


def _having(words: Sequence[str]) -> list[sa.ColumnElement[bool]]:
    return [prompts.c.folded.contains(word, autoescape=True) for word in words]
