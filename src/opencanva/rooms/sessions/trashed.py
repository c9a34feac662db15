"""Rules about folders and sessions in the trash: what goes with what, and deleting for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from opencanva.core.work import Work
from opencanva.rooms.sessions import service, tree, tree_store
from opencanva.rooms.sessions import trash_store as store
from opencanva.rooms.sessions.tree import Seen
from opencanva.rooms.sessions.types import Size, Thrown


@dataclass(frozen=True, slots=True)
class Doomed:
    """What goes when trashed folders and sessions are deleted for ever."""

    folders: list[str]
    sessions: list[str]
    apart: list[str]
    """What lies in those folders and stays, because it was put into the trash by itself."""


async def page(work: Work, before: tuple[int, str] | None, limit: int) -> list[Thrown]:
    """What was put into the trash itself, last first, after the row with sort key `before`."""
    return await store.page(work.db, work.actor.owner, before, limit)


async def total(work: Work) -> tuple[int, int]:
    """How many were put into the trash themselves, and the bytes of all sessions in it."""
    return await store.total(work.db, work.actor.owner)


async def sizes(work: Work, found: Sequence[Thrown]) -> dict[str, Size]:
    """How much each of them holds."""
    return await store.sizes(work.db, work.actor.owner, [one.id for one in found]) if found else {}


async def above(work: Work, folder_ids: Sequence[str | None]) -> Seen:
    """The folders above these, to name paths."""
    return await tree.look(work, [], *folder_ids)


async def thrown_before(work: Work, before: int, *, everybody: bool = False) -> list[tuple[str, str]]:
    """Owner and id of what was put into the trash itself before a time."""
    return await store.ids_before(work.db, None if everybody else work.actor.owner, before)


async def doom(work: Work, ids: Sequence[str]) -> Doomed | None:
    """What goes when these are deleted for ever; None when one of them is not in the trash itself."""
    await service.hold_tree(work)
    nodes = await tree_store.nodes(work.db, work.actor.owner, ids)
    if any(id not in nodes or nodes[id].trashed_at is None for id in ids):
        return None
    folders, sessions, apart = await store.contents(
        work.db, work.actor.owner, {id for id, node in nodes.items() if node.is_folder}
    )
    sessions += [id for id, node in nodes.items() if not node.is_folder]
    return Doomed(folders, list(dict.fromkeys(sessions)), [id for id in apart if id not in nodes])


async def still_there(work: Work, ids: Sequence[str], before: int) -> list[str]:
    """Those of these folders and sessions that were put into the trash themselves before a time."""
    nodes = await tree_store.nodes(work.db, work.actor.owner, ids)
    return [id for id, node in nodes.items() if node.trashed_at is not None and node.trashed_at < before]


async def among(work: Work, session_ids: Sequence[str]) -> set[str]:
    """Those of these sessions that lie in the trash, themselves or with a folder."""
    return await store.among(work.db, work.actor.owner, session_ids)


async def erase(work: Work, doomed: Doomed) -> None:
    """Delete the rows; what stays moves to the nearest folder that stays."""
    owner = work.actor.owner
    gone = set(doomed.folders)
    apart = await tree_store.nodes(work.db, owner, doomed.apart)
    around = Seen(apart, await tree_store.above(work.db, owner, gone))
    homes = {
        id: next((up.id for up in around.path(node.folder_id) if up.id not in gone), None)
        for id, node in apart.items()
    }
    await store.put_up(work.db, homes)
    await store.erase(work.db, doomed.folders, doomed.sessions)
