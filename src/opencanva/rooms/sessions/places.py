"""Places among siblings: fresh order keys between two rows, and new keys for all when the old grew too long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from opencanva.core.work import Work
from opencanva.kit.ids import has_shape, new_id
from opencanva.kit.order import LONGEST_KEY, keys_between
from opencanva.rooms.sessions import tree_store as store


class Past(Protocol):
    """What was done before and may be taken back: it speaks of order keys too."""

    async def keys(self, folder_id: str | None) -> set[str]:
        """Every order key that recorded acts name in this folder."""

    async def rename(self, folder_id: str | None, keys: dict[str, str]) -> None:
        """Let recorded acts name these keys by their new names."""


@dataclass(frozen=True, slots=True)
class Places:
    """Fresh order keys; `anew` says that the siblings were given others too."""

    keys: list[str]
    anew: bool


async def places(
    work: Work, past: Past, folder_id: str | None, after_id: str | None, moving: Sequence[str]
) -> Places | None:
    """Order keys for `moving` in their order, right after the sibling `after_id` (None: first).

    A sibling that is not there any more stands for the beginning. None when they stand there already.
    """
    owner = work.actor.owner
    anchor = await _anchor(work, folder_id, after_id, set(moving))
    following = await store.siblings(work.db, owner, folder_id, len(moving) or 1, after=anchor)
    if moving and [id for _, id in following] == list(moving):
        return None
    low = None if anchor is None else anchor[0]
    high = following[0][0] if following else None
    if low is None or low != high:
        keys = keys_between(low, high, len(moving))
        if max(map(len, keys), default=0) <= LONGEST_KEY:
            return Places(keys, False)
    await arrange_anew(work, past, folder_id)
    found = await places(work, past, folder_id, after_id, moving)
    return None if found is None else Places(found.keys, True)


async def place(work: Work, past: Past, folder_id: str | None, after_id: str | None) -> str:
    """An order key for something new."""
    found = await places(work, past, folder_id, after_id, [new_id()])
    if found is None:  # nothing new stands anywhere yet
        raise RuntimeError("A fresh id was found among its siblings.")
    return found.keys[0]


async def arrange_anew(work: Work, past: Past, folder_id: str | None) -> None:
    """Give all siblings short keys in the order they have.

    Acts of the past are told the new names of the keys they speak of, so that they can still be taken back:
    old and new keys stand in the same order, those that no row bears any more included.
    """
    owner = work.actor.owner
    rows = await store.siblings(work.db, owner, folder_id, None)
    spoken = await past.keys(folder_id)
    entries = sorted([*rows, *((key, "") for key in spoken - {key for key, _ in rows})])
    fresh = dict(zip(entries, keys_between(None, None, len(entries)), strict=True))
    nodes = await store.nodes(work.db, owner, [id for _, id in rows])
    for table in store.TABLES:
        await store.arrange(
            work.db,
            table,
            {id: fresh[key, id] for key, id in rows if nodes[id].table == table},
        )
    names: dict[str, str] = {}
    for (key, _), new in fresh.items():
        names.setdefault(key, new)
    await past.rename(folder_id, names)


async def _anchor(
    work: Work, folder_id: str | None, after_id: str | None, moving: set[str]
) -> store.Key | None:
    """The place to stand after: of `after_id`, or of the nearest row before it that is not itself moving."""
    if after_id is None or not has_shape(after_id):
        return None
    node = (await store.nodes(work.db, work.actor.owner, [after_id])).get(after_id)
    if node is None or node.folder_id != folder_id or node.trashed_at is not None:
        return None
    place: store.Key = (node.order_key, node.id)
    while place[1] in moving:
        before = await store.siblings(work.db, work.actor.owner, folder_id, len(moving) + 1, before=place)
        if not before:
            return None
        place = next((key for key in before if key[1] not in moving), before[-1])
    return place
