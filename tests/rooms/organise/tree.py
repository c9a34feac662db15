"""The sidebar as a tree for tests over HTTP, and short ways to act on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from opencanva.core.work import Work
from opencanva.kit.ids import new_id
from opencanva.kit.order import keys_between
from opencanva.rooms.sessions import service
from opencanva.rooms.sessions.tables import sessions
from tests.served import App
from tests.sidebars import whole


@dataclass(frozen=True)
class Tree:
    """What GET /sidebar answers, by id; `version` is that of the whole."""

    version: int
    rows: dict[str, dict[str, Any]]

    def parent(self, id: str) -> str | None:
        """The folder that a row lies in."""
        row = self.rows[id]
        parent: str | None = row["parent_id"] if "parent_id" in row else row["folder_id"]
        return parent

    def parents(self) -> dict[str, str | None]:
        """The folder of every row."""
        return {id: self.parent(id) for id in self.rows}

    def order(self, folder: str | None) -> list[str]:
        """What lies in a folder, as the sidebar shows it."""
        there = [row for id, row in self.rows.items() if self.parent(id) == folder]
        return [row["id"] for row in sorted(there, key=lambda row: (row["order"].encode(), row["id"]))]

    def depth(self, id: str) -> int:
        """How many folders a row lies in. Raises KeyError for an orphan, AssertionError for a circle."""
        depth, parent = 0, self.parent(id)
        while parent is not None:
            depth, parent = depth + 1, self.parent(parent)
            assert depth <= 32
        return depth

    def without_versions(self) -> dict[str, dict[str, Any]]:
        """The rows without what an undo may leave different."""
        left_out = ("version", "modified_at")
        return {id: {k: v for k, v in row.items() if k not in left_out} for id, row in self.rows.items()}


async def read(app: App) -> Tree:
    """The sidebar now, as the program sends it; nothing in it twice."""
    sidebar = whole(await app.get("/sidebar"))
    lines = [*sidebar["folders"], *sidebar["sessions"]]
    rows = {line["id"]: line for line in lines}
    assert len(rows) == len(lines)
    return Tree(sidebar["version"], rows)


async def act(app: App, kind: str, ids: list[str], status: int = 200, **more: Any) -> Any:
    """Do an act of organising, or be refused."""
    return await app.post("/organise", {"act": kind, "ids": ids} | more, status)


async def chain(app: App, count: int) -> list[str]:
    """New folders, each in the one before."""
    made: list[str] = []
    for number in range(count):
        body = {"name": f"Level {number}", "parent_id": made[-1] if made else None}
        made.append((await app.post("/folders", body, 201))["id"])
    return made


async def insert_sessions(work: Work, count: int) -> list[str]:
    """Many sessions at the root, written at once."""
    now, ids = work.clock.now(), [new_id() for _ in range(count)]
    common = {"owner_id": work.actor.owner, "named_by": "person", "created_at": now, "modified_at": now}
    rows = [
        common | {"id": id, "order_key": key, "name": f"Session {number}", "opened_at": now}
        for number, (id, key) in enumerate(zip(ids, keys_between("a0", None, count), strict=True))
    ]
    await work.db.execute(sessions.insert(), rows)
    return ids


async def kept(work: Work) -> dict[str, list[dict[str, Any]]]:
    """The folders and sessions of the actor's sidebar as the database holds them."""
    rows = await service.sidebar_rows(work)
    return whole(
        {
            kind: [orjson.loads(row) for table, _, _, row in rows if table == kind]
            for kind in ("folders", "sessions")
        }
    )
