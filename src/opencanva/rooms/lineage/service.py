"""Rules about lineage: what grew out of what is recorded once and never rewritten."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from opencanva.core.work import Work
from opencanva.rooms.lineage import store
from opencanva.rooms.lineage.types import Ghost, Link

MOST_ANCESTORS = 5_000
"""Links followed upwards from one image."""


async def link(work: Work, found: list[Link]) -> None:
    """Record links; the same link twice in `found` is recorded once."""
    distinct = list(dict.fromkeys(found))
    if distinct:
        await store.insert(work.db, work.actor.owner, distinct, work.clock.now())


async def parents(work: Work, image_id: str) -> list[Link]:
    """What an image grew out of, in the order of recording."""
    return await store.of_child(work.db, work.actor.owner, image_id)


async def parents_of(work: Work, image_ids: Sequence[str]) -> list[Link]:
    """What several images grew out of, in the order of recording; at most 5,000 ids at once."""
    return await store.of_children(work.db, work.actor.owner, list(image_ids))


async def ancestors(work: Work, image_id: str) -> list[Link]:
    """All that an image grew out of, however far up, in the order of recording."""
    return await store.ancestors(work.db, work.actor.owner, image_id, MOST_ANCESTORS)


def main_parent(found: Sequence[Link]) -> Link | None:
    """Of an image's links the one that its batch was started from, rather than one it merely refers to."""
    return min(found, key=lambda one: one.kind == "reference", default=None)


async def linked(work: Work, image_ids: Collection[str]) -> set[str]:
    """Those of these images that grew out of another one, or from which another one grew."""
    found = await store.touching(work.db, work.actor.owner, image_ids)
    ends = {end for one in found for end in (one.parent_image_id, one.child_image_id)}
    return ends.intersection(image_ids)


async def remember(work: Work, found: Sequence[Ghost]) -> None:
    """Keep ghosts of images that are about to be deleted for ever."""
    await store.insert_ghosts(work.db, work.actor.owner, found, work.clock.now())


async def ghosts(work: Work, image_ids: Collection[str]) -> dict[str, Ghost]:
    """Those of these images that were deleted for ever and are remembered, by id."""
    return await store.several_ghosts(work.db, work.actor.owner, image_ids) if image_ids else {}


async def ghosts_of(work: Work, session_id: str) -> list[str]:
    """Ids of the images of a session that were deleted for ever and are remembered."""
    return await store.ghosts_of(work.db, work.actor.owner, [session_id])


async def let_go(work: Work, image_ids: Collection[str], session_ids: Sequence[str]) -> set[str]:
    """Forget the images of sessions that are deleted for ever, but for those that something still grew out of.

    Returns which of `image_ids` are to be remembered. Ghosts whose last descendant goes are forgotten too.
    """
    owner = work.actor.owner
    gone = {*image_ids, *await store.ghosts_of(work.db, owner, session_ids)}
    found: dict[Link, None] = {}
    fresh = set(gone)
    while fresh:
        near = await store.touching(work.db, owner, fresh)
        found |= dict.fromkeys(near)
        above = await ghosts(work, {one.parent_image_id for one in near} - gone)
        fresh = {id for id, ghost in above.items() if ghost.session_id is None}
        gone |= fresh
    kept = _needed(list(found), gone)
    await store.unsettle(work.db, kept)
    ends = {end for one in found for end in (one.parent_image_id, one.child_image_id)}
    await store.erase(work.db, (gone & ends) - kept)
    return kept.intersection(image_ids)


def _needed(found: Sequence[Link], gone: set[str]) -> set[str]:
    """Those of the gone from which something that stays grew, directly or over others that are gone."""
    parents: dict[str, list[str]] = {}
    for one in found:
        parents.setdefault(one.child_image_id, []).append(one.parent_image_id)
    needed: set[str] = set()
    waiting = [id for child, above in parents.items() if child not in gone for id in above]
    while waiting:
        id = waiting.pop()
        if id in gone and id not in needed:
            needed.add(id)
            waiting += parents.get(id, [])
    return needed


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
