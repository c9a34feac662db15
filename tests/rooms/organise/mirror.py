"""A tab that has read the sidebar once and then only follows the live stream."""

from __future__ import annotations

from typing import Any

from tests.rooms.organise.stage import View


class Mirror:
    """Its copy of the sidebar, patched event by event, must stay the sidebar."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.number = 0

    def hear(self, view: View) -> None:
        """Patch the copy with what was told and compare it with what is seen."""
        for told in view.told:
            self.number = told.number
            said = told.payload
            if told.kind == "Organised" and said["whole"]:
                self.rows = dict(view.rows)
            elif told.kind == "Organised":
                self._put("folders", said["folders"])
                self._put("sessions", said["sessions"])
                for id in said["gone"]:
                    self._drop(id)
            elif told.kind == "FolderCreated":
                self._put("folders", [said["folder"]])
            elif told.kind in ("SessionCreated", "SessionChanged"):
                self._put("sessions", [said["session"]])
        stale = {id: (self.rows.get(id), view.rows.get(id)) for id in self.rows.keys() | view.rows.keys()}
        stale = {id: pair for id, pair in stale.items() if pair[0] != pair[1]}
        assert not stale, f"who follows the live stream sees something else: {stale}"

    def _put(self, kind: str, lines: list[dict[str, Any]]) -> None:
        for line in lines:
            parent = line["parent_id" if kind == "folders" else "folder_id"]
            self.rows[line["id"]] = line | {"kind": kind, "parent": parent}

    def _drop(self, id: str) -> None:
        self.rows.pop(id, None)
        for inside in [row["id"] for row in self.rows.values() if row["parent"] == id]:
            self._drop(inside)
