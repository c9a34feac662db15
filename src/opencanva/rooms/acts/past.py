"""The recorded acts as places see them: which order keys they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from opencanva.core.work import Work
from opencanva.rooms.acts import store


@dataclass(slots=True)
class Recorded:
    """The acts of the actor that can still be undone or redone."""

    work: Work
    arranged: bool = False
    """Siblings were given other keys."""

    async def keys(self, folder_id: str | None) -> set[str]:
        """Every order key that they name in this folder."""
        found: set[str] = set()
        for id in await store.turnable(self.work.db, self.work.actor.owner):
            found.update(side["order_key"] for side in _sides(await self._edits(id), folder_id))
        return found

    async def rename(self, folder_id: str | None, keys: dict[str, str]) -> None:
        """Let them name these keys of the folder by their new names."""
        self.arranged = True
        for id in await store.turnable(self.work.db, self.work.actor.owner):
            edits = await self._edits(id)
            touched = False
            for side in _sides(edits, folder_id):
                side["order_key"] = keys[side["order_key"]]
                touched = True
            if touched:
                await store.put_edits(self.work.db, id, edits)

    async def _edits(self, id: str) -> list[dict[str, Any]]:
        return await store.edits_of(self.work.db, id)


def _sides(edits: list[dict[str, Any]], folder_id: str | None) -> Iterator[dict[str, Any]]:
    for one in edits:
        parent = {"folders": "parent_id", "sessions": "folder_id"}.get(one["table"])
        for side in (one["before"], one["after"]):
            if side and parent in side and side[parent] == folder_id and "order_key" in side:
                yield side
