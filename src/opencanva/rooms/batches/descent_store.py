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
    words = sa.func.substr(batches.c.prompt, 1, longest)
    query = sa.select(
        generations.c.id, generations.c.owner_id, generations.c.batch_id, generations.c.model, words
    ).join(batches, batches.c.id == generations.c.batch_id)
    for start in range(0, len(wanted), AT_ONCE):
        part = generations.c.id.in_(wanted[start : start + AT_ONCE])
        for id, of, batch_id, model, prompt in await db.execute(query.where(part)):
            if of == owner:
                found[id] = Made(batch_id, model, prompt)
    return found
