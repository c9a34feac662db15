"""What an archive needs to know of pictures: which ones batches and sessions hold, and how each was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from opencanva.core.work import Work
from opencanva.rooms.batches import packing_store as store
from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class Made:
    """How a picture was made; `ask` is what its engine was asked for."""

    prompt: str
    model: str
    seed: int | None
    batch_id: str
    ask: dict[str, Any]


async def made(work: Work, found: Sequence[Image]) -> dict[str, Made]:
    """How each of these images was made, by image id; uploads are left out."""
    of = {image.generation_id: image.id for image in found if image.generation_id is not None}
    rows = await store.made(work.db, work.actor.owner, list(of))
    return {of[id]: Made(*row) for id, *row in rows}


async def of_session(work: Work, session_id: str) -> list[str]:
    """Ids of the pictures that a session's batches made, oldest first."""
    return await store.of_session(work.db, work.actor.owner, session_id)


async def of_batches(work: Work, batch_ids: Sequence[str]) -> list[str]:
    """Ids of the pictures of batches, in the order of their tiles."""
    return await store.of_batches(work.db, work.actor.owner, batch_ids)
