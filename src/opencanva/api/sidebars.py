"""Sidebars kept in memory as they are sent: what changed since is patched in, the rest is not made again."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

import orjson

from opencanva.core import events
from opencanva.core.events import Told
from opencanva.core.work import Work
from opencanva.rooms.acts.messages import Organised
from opencanva.rooms.sessions import service as sessions

MOST = 8
"""Owners whose sidebars are kept; the one asked for longest ago is forgotten first."""
MOST_EVENTS = 2_000
"""More news than that, and everything is read anew."""


@dataclass(slots=True)
class Kept:
    """One owner's rows as JSON, by id, with the folder each lies in, as of an event's number.

    What is null, false, zero or empty is left out of a row, but for the folder.
    """

    number: int
    folders: dict[str, bytes] = field(default_factory=dict)
    sessions: dict[str, bytes] = field(default_factory=dict)
    parents: dict[str, str | None] = field(default_factory=dict)
    sent: bytes = b""
    version: int = 0

    def body(self, version: int) -> bytes:
        """The answer of GET /sidebar."""
        if not self.sent or self.version != version:
            self.version = version
            self.sent = b"".join(
                (
                    b'{"version":%d,"folders":[' % version,
                    b",".join(self.folders.values()),
                    b'],"sessions":[',
                    b",".join(self.sessions.values()),
                    b"]}",
                )
            )
        return self.sent

    def take(self, told: Told) -> bool:
        """Patch an event in; False when only reading everything anew will do."""
        facts = told.payload
        if told.kind == "SessionChanged":
            # What is not known lies in the trash.
            if facts["session"]["id"] in self.sessions:
                self._put(self.sessions, facts["session"], "folder_id")
        elif told.kind == "SessionCreated":
            self._put(self.sessions, facts["session"], "folder_id")
        elif told.kind == "FolderCreated":
            self._put(self.folders, facts["folder"], "parent_id")
        elif told.kind == "Organised":
            if facts["whole"]:
                return False
            for folder in facts["folders"]:
                self._put(self.folders, folder, "parent_id")
            for session in facts["sessions"]:
                self._put(self.sessions, session, "folder_id")
            self._drop(set(facts["gone"]))
        return True

    def _put(self, rows: dict[str, bytes], row: dict[str, Any], parent: str) -> None:
        rows[row["id"]] = orjson.dumps(
            {name: value for name, value in row.items() if value or name == parent}
        )
        self.parents[row["id"]] = row[parent]
        self.sent = b""

    def _drop(self, gone: set[str]) -> None:
        """Take rows out, and with folders all that lies in them."""
        fresh = gone
        while fresh and not fresh.isdisjoint(self.folders):
            fresh = {id for id, parent in self.parents.items() if parent in fresh} - gone
            gone = gone | fresh
        for id in gone:
            self.folders.pop(id, None)
            self.sessions.pop(id, None)
            self.parents.pop(id, None)
            self.sent = b""


class Sidebars:
    """The newest sidebars of the owners that asked last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._locks: dict[str, asyncio.Lock] = {}

    async def version(self, work: Work) -> int:
        """The number that changes whenever the sidebar may have changed."""
        return await sessions.version(work, Organised)

    async def body(self, work: Work, version: int) -> bytes:
        """The sidebar of the actor at `version`, which was read in the same Work."""
        owner = work.actor.owner
        async with self._locks.setdefault(owner, asyncio.Lock()):
            kept = self._kept.get(owner)
            if kept is None or not await self._catch_up(work, kept):
                kept = Kept(await events.latest(work.db, owner))
                for table, id, parent, row in await sessions.sidebar_rows(work):
                    (kept.folders if table == "folders" else kept.sessions)[id] = row.encode()
                    kept.parents[id] = parent
                self._kept[owner] = kept
                while len(self._kept) > MOST:
                    self._locks.pop(self._kept.popitem(last=False)[0], None)
            self._kept.move_to_end(owner)
            return kept.body(version)

    async def _catch_up(self, work: Work, kept: Kept) -> bool:
        news = await events.after(work.db, work.actor.owner, kept.number, MOST_EVENTS)
        if news is None or len(news) == MOST_EVENTS:
            return False
        for told in news:
            if not kept.take(told):
                return False
            kept.number = told.number
        return True
