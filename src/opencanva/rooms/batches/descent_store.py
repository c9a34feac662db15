"""SQL of what a lineage tells about its images: which model made them, in which batch, of which words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from opencanva.core.edits import AT_ONCE
from opencanva.rooms.batches.tables import batches, generations


@dataclass(frozen=True, slots=True)
class Made:
    """How a generation came about; `prompt` is its beginning."""

    batch_id: str
    model: str
    prompt: str


async def made(
    db: AsyncConnection, owner: str, generation_ids: Collection[str], longest: int
) -> dict[str, Made]:
    """How the owner's generations came about, by id, with `longest` characters of their prompts."""
    wanted, found = list(generation_ids), {}
    # A session asks for the same words many times over: its prompts are brought once.
    batch_of: dict[str, tuple[str, str]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = generations.c.id.in_(wanted[start : start + AT_ONCE])
        query = sa.select(
            generations.c.id, generations.c.batch_id, generations.c.model, generations.c.owner_id
        )
        batch_of |= {
            row.id: (row.batch_id, row.model)
            for row in await db.execute(query.where(part))
            if row.owner_id == owner
        }
    words: dict[str, str] = {}
    ids = list(dict.fromkeys(batch for batch, _ in batch_of.values()))
    for start in range(0, len(ids), AT_ONCE):
        part = batches.c.id.in_(ids[start : start + AT_ONCE])
        query = sa.select(batches.c.id, sa.func.substr(batches.c.prompt, 1, longest).label("words"))
        for row in await db.execute(query.where(part)):
            words[row.id] = row.words
    for id, (batch_id, model) in batch_of.items():
        found[id] = Made(batch_id, model, words.get(batch_id, ""))
    return found
