"""Writes planned edits of folders and sessions, checks what they leave, and tells which rows to show."""

from __future__ import annotations

from collections.abc import Sequence

from opencanva.core import edits as machinery
from opencanva.core.edits import Differing, Edit
from opencanva.core.work import Work
from opencanva.rooms.sessions import store, tree_store
from opencanva.rooms.sessions.errors import MovedOn
from opencanva.rooms.sessions.tree import DEEPEST, Seen
from opencanva.rooms.sessions.types import Lines

MOST_LINES = 1_000
"""Rows that an event tells one by one; beyond that the sidebar is asked for anew."""

_WORDS = {
    "name": "renamed",
    "parent_id": "moved",
    "folder_id": "moved",
    "order_key": "moved",
    "colour": "given another colour",
    "emoji": "given another emoji",
    "pinned": "pinned or unpinned",
    "archived_at": "archived or brought back",
    "trashed_at": "put into the trash or restored",
    "defaults": "given other defaults",
}


async def write(work: Work, edits: Sequence[Edit], *, again: bool, into_trash: bool = False) -> None:
    """Write edits of this room's tables.

    With `again` (undo and redo) every row must stand as the edit expects, and every place it comes back to must
    still be one, outside the trash unless it came from there (`into_trash`). Raises MovedOn, and then nothing may
    be kept of this Work.
    """
    owner = work.actor.owner
    if again:
        await _refuse_lost(work, edits)
    for name, table in tree_store.TABLES.items():
        mine = [one for one in edits if one.table == name]
        if again and mine:
            mine, wrong = await machinery.differing(work.db, table, owner, mine)
            if wrong:
                raise MovedOn(await _why(work, wrong[0]), ids=[one.id for one in wrong])
        if mine:
            await machinery.write(work.db, table, owner, mine)
    if again:
        await _check(work, edits, into_trash)


async def lines(
    work: Work, edits: Sequence[Edit], touched: Sequence[str] = (), *, sure: bool = False
) -> Lines:
    """The rows that edits touched as they stand now; with a folder that came back, all that lies in it.

    `touched` names sessions whose counts changed with them. `sure` says that only what the edits themselves put
    into the trash lies in it.
    """
    owner = work.actor.owner
    mine = [one for one in edits if one.table in tree_store.TABLES]
    ids = list(dict.fromkeys([*(one.id for one in mine), *touched]))
    if len(ids) > MOST_LINES:
        return Lines([], [], [], True)
    if sure:
        thrown = {one.id for one in mine if (one.after or {}).get("trashed_at") is not None}
        shown = {id for id in ids if id not in thrown}
    else:
        nodes = await tree_store.nodes(work.db, owner, ids)
        parents = [(one.before or {}).get(tree_store.PARENT[one.table]) for one in mine]
        around = [*parents, *(node.folder_id for node in nodes.values())]
        seen = Seen(nodes, await tree_store.above(work.db, owner, [id for id in around if id is not None]))
        shown = {
            id for id, node in nodes.items() if node.trashed_at is None and not seen.trashed(node.folder_id)
        }
        back = [one.id for one in mine if one.id in shown and one.table == "folders" and _was_gone(seen, one)]
        inside = await _inside(work, back, MOST_LINES + 1 - len(shown)) if back else set()
        shown |= inside
        if len(shown) > MOST_LINES:
            return Lines([], [], [], True)
    return Lines(
        await store.several_folders(work.db, owner, list(shown)),
        await store.lines(work.db, owner, list(shown)),
        [id for id in ids if id not in shown],
        False,
    )


def _was_gone(seen: Seen, edit: Edit) -> bool:
    """Whether a folder was in the trash before an edit: by itself, or with the folder it lay in."""
    before = edit.before or {}
    return before.get("trashed_at") is not None or seen.trashed(before.get("parent_id")) is not None


async def _inside(work: Work, folder_ids: Sequence[str], most: int) -> set[str]:
    """What lies in folders at any depth and outside the trash; `most` of it."""
    owner = work.actor.owner
    under = await tree_store.below(work.db, owner, folder_ids)
    sessions = await tree_store.sessions_in(work.db, owner, under, most)
    found = await tree_store.nodes(work.db, owner, [*under, *sessions])
    chains = await tree_store.above(work.db, owner, [n.folder_id for n in found.values() if n.folder_id])
    seen = Seen(found, chains)
    return {id for id, node in found.items() if node.trashed_at is None and not seen.trashed(node.folder_id)}


async def _refuse_lost(work: Work, edits: Sequence[Edit]) -> None:
    """Raises MovedOn when a row would come back to a folder that is no more."""
    homes = {
        home
        for one in edits
        if one.table in tree_store.TABLES
        and (home := (one.after or {}).get(tree_store.PARENT[one.table])) is not None
    }
    found = await tree_store.above(work.db, work.actor.owner, homes)
    if homes - found.keys():
        raise MovedOn("This cannot be done any more: a folder it came from was deleted for ever.")


async def _check(work: Work, edits: Sequence[Edit], into_trash: bool) -> None:
    """Raises MovedOn when a row that came to another place or out of the trash stands nowhere sane."""
    owner = work.actor.owner
    wanted = [
        one.id for one in edits if one.after and one.after.keys() & {"parent_id", "folder_id", "trashed_at"}
    ]
    nodes = await tree_store.nodes(work.db, owner, wanted)
    living = [node for node in nodes.values() if node.trashed_at is None]
    above = await tree_store.above(work.db, owner, [n.folder_id for n in living if n.folder_id is not None])
    seen = Seen(nodes, above)
    for node in living:
        path = seen.path(node.folder_id)
        if any(up.id == node.id for up in path):
            raise MovedOn(f"“{node.name}” would lie in itself, because folders were moved meanwhile.")
        if node.folder_id is not None and not path:
            raise MovedOn(f"The folder of “{node.name}” was deleted for ever meanwhile.")
        gone = seen.trashed(node.folder_id)
        if gone is not None and not into_trash:
            raise MovedOn(
                f"“{node.name}” would lie in “{gone.name}”, which is in the trash. Restore that first."
            )
    under = await tree_store.below(work.db, owner, [node.id for node in living if node.is_folder])
    chains = Seen({}, await tree_store.above(work.db, owner, under))
    if any(len(chains.path(id)) > DEEPEST for id in under):
        raise MovedOn(f"Folders would nest deeper than {DEEPEST}, because others were moved meanwhile.")


async def _why(work: Work, wrong: Differing) -> str:
    if not wrong.columns:
        return "This cannot be done any more: something it touched was deleted for ever."
    node = (await tree_store.nodes(work.db, work.actor.owner, [wrong.id])).get(wrong.id)
    name = "a row" if node is None else f"“{node.name}”"
    what = next((_WORDS[column] for column in wrong.columns if column in _WORDS), "changed")
    return f"This cannot be done any more: {name} was {what} meanwhile. Nothing was changed."
