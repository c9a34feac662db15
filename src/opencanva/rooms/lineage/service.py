"""Rules about lineage: what grew out of what is recorded once and never rewritten."""

from __future__ import annotations

from opencanva.core.work import Work
from opencanva.rooms.lineage import store
from opencanva.rooms.lineage.types import Link


async def link(work: Work, found: list[Link]) -> None:
    """Record links; the same link twice in `found` is recorded once."""
    distinct = list(dict.fromkeys(found))
    if distinct:
        await store.insert(work.db, work.actor.owner, distinct, work.clock.now())


async def parents(work: Work, image_id: str) -> list[Link]:
    """What an image grew out of, in the order of recording."""
    return await store.of_child(work.db, work.actor.owner, image_id)


async def copy(work: Work, copies: dict[str, str]) -> None:
    """Give copies the parents of their originals; a parent that was copied along is its copy."""
    for part in _parts(list(copies)):
        found = await store.of_children(work.db, work.actor.owner, part)
        await link(
            work,
            [
                Link(
                    copies.get(one.parent_image_id, one.parent_image_id), copies[one.child_image_id], one.kind
                )
                for one in found
            ],
        )


def _parts(ids: list[str], size: int = 5_000) -> list[list[str]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]
