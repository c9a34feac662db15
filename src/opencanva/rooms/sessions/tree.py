"""Rules of organising: every act is planned as edits of rows, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from opencanva.core.edits import Edit, edit
from opencanva.core.work import Work
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.ids import known_shape
from opencanva.kit.values import plain
from opencanva.rooms.sessions import store as rows
from opencanva.rooms.sessions import tree_store as store
from opencanva.rooms.sessions.errors import (
    FolderMovedIntoItself,
    FolderTooDeep,
    InTrash,
    SessionChangedMeanwhile,
)
from opencanva.rooms.sessions.places import Past, places
from opencanva.rooms.sessions.types import Above, Node

DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Seen:
    """What an act names, in the order named, and every folder above it or above where it goes."""

    nodes: dict[str, Node]
    above: dict[str, Above]

    def path(self, folder_id: str | None) -> list[Above]:
        """The folders from this one up to the root, nearest first."""
        found: list[Above] = []
        while folder_id is not None and folder_id in self.above and len(found) < 100:
            found.append(self.above[folder_id])
            folder_id = found[-1].parent_id
        return found

    def trashed(self, folder_id: str | None) -> Above | None:
        """The lowest folder in the trash from this one up; None when there is none."""
        return next((folder for folder in self.path(folder_id) if folder.trashed_at is not None), None)

    def living(self, folder_id: str | None) -> str | None:
        """This folder or the nearest one above it of which nothing is in the trash; None is the root."""
        path = self.path(folder_id)
        for at in range(len(path), 0, -1):
            if path[at - 1].trashed_at is not None:
                return path[at].id if at < len(path) else None
        return folder_id if path else None

    def from_the_top(self) -> list[Node]:
        """The named nodes, those higher up first, otherwise in the order named."""
        return sorted(self.nodes.values(), key=lambda node: len(self.path(node.folder_id)))

    def open(self, id: str, folder_id: str | None) -> None:
        """Let a folder on the way up lie in this one, neither archived nor in the trash."""
        if id in self.above:
            up = self.above[id]
            self.above[id] = replace(up, parent_id=folder_id, archived_at=None, trashed_at=None)

    def tops(self) -> list[Node]:
        """The named nodes that lie in no other named one."""
        named = self.nodes.keys()
        return [
            node
            for node in self.nodes.values()
            if not any(folder.id in named for folder in self.path(node.folder_id))
        ]


async def find(work: Work, ids: Sequence[str]) -> dict[str, Node]:
    """Those of these ids that name folders and sessions. Raises NotFound for what is no id."""
    wanted = list(dict.fromkeys(known_shape(id, "session or folder") for id in ids))
    return await store.nodes(work.db, work.actor.owner, wanted) if wanted else {}


async def look(
    work: Work, ids: Sequence[str], *folders: str | None, known: dict[str, Node] | None = None
) -> Seen:
    """What these ids name, `known` if it was looked up. Raises NotFound when one of them is not there."""
    wanted = list(dict.fromkeys(ids))
    found = await find(work, wanted) if known is None else known
    for id in wanted:
        if id not in found:
            raise NotFound(
                "This session or folder is not here. It may have been deleted.", field="ids", id=id
            )
    around = {node.folder_id for node in found.values()} | set(folders)
    above = await store.above(work.db, work.actor.owner, [id for id in around if id is not None])
    return Seen({id: found[id] for id in wanted}, above)


async def refuse_stale(work: Work, seen: Seen, versions: dict[str, int]) -> None:
    """Raises SessionChangedMeanwhile when a row is no longer at the version it was seen at."""
    changed = [
        id for id, version in versions.items() if id in seen.nodes and seen.nodes[id].version != version
    ]
    if changed:
        owner = work.actor.owner
        current = [
            *await rows.several_folders(work.db, owner, changed),
            *await rows.lines(work.db, owner, changed),
        ]
        raise SessionChangedMeanwhile(
            f"“{seen.nodes[changed[0]].name}” was changed elsewhere meanwhile. "
            "Look at the current state and try again.",
            field="versions",
            current=plain(current),
        )


def refuse_trashed(seen: Seen) -> None:
    """Raises InTrash when something named is in the trash, by itself or with a folder."""
    for node in seen.nodes.values():
        if node.trashed_at is not None:
            raise InTrash(f"“{node.name}” is in the trash. Restore it first.", field="ids", id=node.id)
        folder = seen.trashed(node.folder_id)
        if folder is not None:
            raise InTrash(
                f"“{node.name}” is in the trash with the folder “{folder.name}”. Restore it first.",
                field="ids",
                id=node.id,
            )


def refuse_target(seen: Seen, folder_id: str | None, field: str = "folder_id") -> None:
    """Raises NotFound or InTrash when nothing can be put into this folder."""
    if folder_id is None:
        return
    if folder_id not in seen.above:
        raise NotFound("This folder is not here. It may have been deleted.", field=field)
    folder = seen.trashed(folder_id)
    if folder is not None:
        raise InTrash(f"The folder “{folder.name}” is in the trash. Restore it first.", field=field)


async def refuse_depth(work: Work, seen: Seen, moved: Sequence[Node], folder_id: str | None) -> None:
    """Raises FolderMovedIntoItself and FolderTooDeep for folders going into a folder."""
    folders = {node.id: node for node in moved if node.is_folder}
    if not folders:
        return
    path = seen.path(folder_id)
    for above in path:
        if above.id in folders:
            raise FolderMovedIntoItself(
                f"“{folders[above.id].name}” cannot go into itself. Choose a folder outside it.",
                field="folder_id",
            )
    height = 1 + max((await store.below(work.db, work.actor.owner, folders)).values(), default=0)
    if len(path) + height > DEEPEST:
        raise FolderTooDeep(
            f"Folders nest at most {DEEPEST} deep. Choose a folder higher up.", field="folder_id"
        )


def placed(node: Node, folder_id: str | None, key: str, **more: Any) -> Edit | None:
    """The edit that puts a node into a folder at an order key, which mean something only together."""
    made = edit(node.table, node.id, node, **more)
    parent = store.PARENT[node.table]
    before = {parent: node.folder_id, "order_key": node.order_key}
    after = {parent: folder_id, "order_key": key}
    if before == after:
        return made
    return Edit(
        node.table,
        node.id,
        before | ((made.before or {}) if made else {}),
        after | ((made.after or {}) if made else {}),
    )


async def move(work: Work, past: Past, seen: Seen, folder_id: str | None, after_id: str | None) -> list[Edit]:
    """Into a folder (None: the root), after a sibling (None: first), in the order named."""
    refuse_trashed(seen)
    refuse_target(seen, folder_id)
    moved = seen.tops()
    await refuse_depth(work, seen, moved, folder_id)
    found = await places(work, past, folder_id, after_id, [node.id for node in moved])
    if found is None:
        return []
    nodes = {node.id: node for node in moved}
    if found.anew:
        nodes = await store.nodes(work.db, work.actor.owner, list(nodes))
    edits = [placed(nodes[node.id], folder_id, key) for node, key in zip(moved, found.keys, strict=True)]
    return [one for one in edits if one is not None]


def mark(seen: Seen, **values: Any) -> list[Edit]:
    """Give what is named these values: pinned, colour, emoji, a name."""
    refuse_trashed(seen)
    edits = [edit(node.table, node.id, node, **values) for node in seen.nodes.values()]
    return [one for one in edits if one is not None]


def archive(seen: Seen, now: int | None) -> list[Edit]:
    """Put aside, or bring back (None); what lies in a named folder goes with it."""
    refuse_trashed(seen)
    return [
        Edit(node.table, node.id, {"archived_at": node.archived_at}, {"archived_at": now})
        for node in seen.tops()
        if (node.archived_at is None) != (now is None)
    ]


async def unarchive(work: Work, past: Past, seen: Seen) -> list[Edit]:
    """Bring back; out of a folder that stays archived, to the nearest folder that is not."""
    refuse_trashed(seen)
    edits: list[Edit] = []
    leaving: dict[str | None, list[Node]] = {}
    after = Seen(seen.nodes, dict(seen.above))
    for node in seen.from_the_top():
        shut = [up for up in after.path(node.folder_id) if up.archived_at is not None]
        folder = shut[-1].parent_id if shut else node.folder_id
        after.open(node.id, folder)
        if shut:
            leaving.setdefault(folder, []).append(node)
        elif node.archived_at is not None:
            edits.append(Edit(node.table, node.id, {"archived_at": node.archived_at}, {"archived_at": None}))
    for home, nodes in leaving.items():
        edits += await _settle(work, past, nodes, home, None, archived_at=None)
    return edits


async def trash(work: Work, past: Past, seen: Seen, up: bool) -> list[Edit]:
    """Into the trash: folders with what is in them, or (`up`) leaving that one level higher, where they were."""
    refuse_trashed(seen)
    now = work.clock.now()
    if not up:
        return [Edit(n.table, n.id, {"trashed_at": None}, {"trashed_at": now}) for n in seen.tops()]
    edits = [Edit(n.table, n.id, {"trashed_at": None}, {"trashed_at": now}) for n in seen.nodes.values()]
    emptied = {node.id: node for node in seen.nodes.values() if node.is_folder}
    leaving: dict[str, list[Node]] = {}
    for child in await store.children(work.db, work.actor.owner, emptied):
        if child.id in seen.nodes or child.trashed_at is not None:
            continue
        home = emptied[child.folder_id or ""]
        while home.folder_id in emptied:
            home = emptied[home.folder_id]
        leaving.setdefault(home.id, []).append(child)
    for id, nodes in leaving.items():
        edits += await _settle(work, past, nodes, emptied[id].folder_id, id)
    return edits


async def restore(work: Work, past: Past, seen: Seen) -> list[Edit]:
    """Out of the trash: to where it was, or the nearest folder above that is not in the trash itself."""
    edits: list[Edit] = []
    homeless: dict[str | None, list[Node]] = {}
    after = Seen(seen.nodes, dict(seen.above))
    for node in seen.from_the_top():
        folder = after.living(node.folder_id)
        after.open(node.id, folder)
        if folder != node.folder_id:
            homeless.setdefault(folder, []).append(node)
        elif node.trashed_at is not None:
            edits.append(Edit(node.table, node.id, {"trashed_at": node.trashed_at}, {"trashed_at": None}))
    for home, nodes in homeless.items():
        edits += await _settle(work, past, nodes, home, None, trashed_at=None)
    return edits


async def _settle(
    work: Work, past: Past, nodes: Sequence[Node], folder_id: str | None, after_id: str | None, **more: Any
) -> list[Edit]:
    """Edits that put nodes of other folders into this one, one after the other."""
    ids = [node.id for node in nodes]
    there = await places(work, past, folder_id, after_id, ids)
    fresh = await store.nodes(work.db, work.actor.owner, ids)
    keys = [] if there is None else there.keys
    found = [placed(fresh[id], folder_id, key, **more) for id, key in zip(ids, keys, strict=True)]
    return [one for one in found if one is not None]


def only(seen: Seen, kind: str) -> Node:
    """The one node an act is about. Raises Invalid when there are several, or it is of the other kind."""
    if len(seen.nodes) != 1:
        raise Invalid("This act takes exactly one id.", field="ids")
    node = next(iter(seen.nodes.values()))
    if kind and node.table != kind:
        raise Invalid(f"This act is for {kind}.", field="ids")
    return node
