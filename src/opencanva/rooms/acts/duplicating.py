"""Duplicates sessions and folders, with their pictures or without."""

from __future__ import annotations

from typing import Any

from opencanva.core.work import Work
from opencanva.kit.errors import Invalid
from opencanva.rooms.batches import moving
from opencanva.rooms.sessions import copies
from opencanva.rooms.sessions.places import Past
from opencanva.rooms.sessions.tree import Seen

MOST_GENERATIONS = 20_000
"""More than that in one act would keep everybody else waiting."""


async def duplicate(work: Work, past: Past, seen: Seen, with_images: bool) -> list[tuple[str, Any]]:
    """Copies beside their originals; the tables and ids of those that stand beside one that was named.

    Raises Invalid when there is too much to copy at once.
    """
    made = await copies.copy_tree(work, past, seen)
    if with_images:
        sources = list(made.sessions)
        if await moving.count_generations(work, sources) > MOST_GENERATIONS:
            raise Invalid(
                f"At most {MOST_GENERATIONS:,} pictures are duplicated at once. Duplicate parts of it, or leave "
                "the pictures out.",
                field="ids",
            )
        images: dict[str, str] = {}
        for source, copy in made.sessions.items():
            images |= await moving.copy_session(work, source, copy)
        await moving.link_copies(work, images)
        await copies.cover_copies(work, made, images)
    return made.tops
