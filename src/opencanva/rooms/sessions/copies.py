"""Copies of sessions and folders, without what batches made in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from opencanva.core.work import Work
from opencanva.kit.ids import new_id
from opencanva.rooms.sessions import service, store, tree_store
from opencanva.rooms.sessions.errors import FolderTooDeep
from opencanva.rooms.sessions.places import Past, place
from opencanva.rooms.sessions.tree import DEEPEST, Seen
from opencanva.rooms.sessions.types import Node

LONGEST_NAME = 200
SUFFIX = " copy"


@dataclass(slots=True)
class Copies:
    """Copies by the id of their original; `tops` are those beside what was named."""

    tops: list[tuple[str, str]] = field(default_factory=list)
    sessions: dict[str, str] = field(default_factory=dict)


async def copy_tree(work: Work, past: Past, seen: Seen) -> Copies:
    """Copies of what is named, each right after its original; what is in the trash is left out."""
    made = Copies()
    for node in seen.tops():
        key = await place(work, past, node.folder_id, node.id)
        if len(seen.path(node.folder_id)) >= DEEPEST and node.is_folder:
            raise FolderTooDeep(f"Folders nest at most {DEEPEST} deep.", field="ids")
        name = node.name[: LONGEST_NAME - len(SUFFIX)] + SUFFIX
        copy = await _copy(work, node, node.folder_id, key, name, made)
        made.tops.append((node.table, copy))
        if node.is_folder:
            await _copy_inside(work, {node.id: copy}, made)
    return made


async def cover_copies(work: Work, made: Copies, images: dict[str, str]) -> None:
    """Let copies show the copy of the picture that their original shows."""
    nodes = await tree_store.nodes(work.db, work.actor.owner, list(made.sessions))
    for source, copy in made.sessions.items():
        node = nodes[source]
        if node.cover_image_id in images:
            cover = {"cover_image_id": images[node.cover_image_id], "cover_thumbhash": node.cover_thumbhash}
            await store.note(work.db, work.actor.owner, copy, cover | {"cover_picked": node.cover_picked})


async def _copy_inside(work: Work, folders: dict[str, str], made: Copies) -> None:
    while folders:
        children = await tree_store.children(work.db, work.actor.owner, folders)
        deeper: dict[str, str] = {}
        for node in _living(children):
            parent = folders[node.folder_id or ""]
            copy = await _copy(work, node, parent, node.order_key, node.name, made)
            if node.is_folder:
                deeper[node.id] = copy
        folders = deeper


def _living(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.trashed_at is None]


async def _copy(work: Work, node: Node, folder_id: str | None, key: str, name: str, made: Copies) -> str:
    owner, now, id = work.actor.owner, work.clock.now(), new_id()
    common = {
        "id": id,
        "order_key": key,
        "name": name,
        "colour": node.colour,
        "emoji": node.emoji,
        "created_at": now,
        "archived_at": node.archived_at,
    }
    if node.is_folder:
        await store.insert_folder(
            work.db, owner, common | {"parent_id": folder_id, "defaults": node.defaults}
        )
        return id
    whole = await service.get(work, node.id)
    own = {
        "folder_id": folder_id,
        "named_by": node.named_by,
        "notes": whole.notes,
        "settings": whole.settings,
        "draft": whole.draft,
        "modified_at": now,
        "opened_at": now,
    }
    await store.insert(work.db, owner, common | own)
    made.sessions[node.id] = id
    return id
